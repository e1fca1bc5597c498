// The lesson's steps: each second-rank heading begins one, and it is done when all its cards are answered.

import { isExtra } from "./extras.js";

const OPEN = ".atr :is(form[data-draft], .waits)";
const ANSWERED = ".atr :is(.feedback, .recorded)";
const BEGUN = ".atr .begun"; // a test, which asks one question after the other on one card

// Until all pieces are there, a lesson that is done would count as hardly begun: nothing is counted yet.
export function progressOf(steps, ready) {
  if (!ready) return steps;
  return steps.map((step) => {
    const [open, answered, begun] = [OPEN, ANSWERED, BEGUN].map((selector) => count(step.cells, selector));
    const cards = open + answered;
    return { ...step, cards, begun: answered + begun > 0, done: cards > 0 && open === 0 };
  });
}

// `headingOf` gives the second-rank heading of a cell, if it has one.
export function stepsOf(cells, headingOf) {
  const steps = [];
  const opening = [];
  for (const cell of cells) {
    const title = headingOf(cell);
    if (title) steps.push({ number: steps.length + 1, title, extra: isExtra(title), cell, cells: [] });
    else (steps.at(-1)?.cells ?? opening).push(cell);
  }
  // What opens the lesson, before there are headings, is the beginning of its first step.
  steps[0]?.cells.unshift(...opening);
  return steps;
}

function count(cells, selector) {
  return cells.reduce((sum, cell) => sum + cell.node.querySelectorAll(selector).length, 0);
}
