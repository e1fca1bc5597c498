// The lesson's steps: each second-rank heading begins one, and it is done when all its cards are answered.

import { isFallback } from "./notebook-file.js";

const OPEN = ".atr form[data-draft]";
const ANSWERED = ".atr .feedback";

export function progressOf(notebook) {
  return stepsOf(notebook).map((step, index) => {
    const [open, answered] = [OPEN, ANSWERED].map((selector) => count(step.cells, selector));
    const cards = open + answered;
    return { ...step, number: index + 1, cards, begun: answered > 0, done: cards > 0 && open === 0 };
  });
}

function stepsOf(notebook) {
  const steps = [];
  for (const cell of notebook.widgets) {
    if (isFallback(cell)) continue;
    const { type, sharedModel } = cell.model;
    const title = type === "markdown" && sharedModel.getSource().match(/^## +(.+)$/m);
    if (title) steps.push({ title: title[1], cell, cells: [] });
    else if (type === "code") steps.at(-1)?.cells.push(cell);
  }
  return steps;
}

function count(cells, selector) {
  return cells.reduce((sum, cell) => sum + cell.node.querySelectorAll(selector).length, 0);
}
