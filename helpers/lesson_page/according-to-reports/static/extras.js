// Extras: parts of a lesson that stay folded until somebody wants them. On paper they are open.

import { make } from "./elements.js";
import { WORDS } from "./words.js";

export const isExtra = (title) => /^Extra\b/.test(title);

// Fold a step that is an Extra, with a button under its heading; give a function that opens it.
export function foldExtra({ cell, cells }) {
  const button = make("button", { type: "button", className: "atr-page-unfold" });
  const show = (open) => {
    button.textContent = open ? WORDS.close : WORDS.open;
    button.setAttribute("aria-expanded", String(open));
    cell.node.classList.toggle("atr-page-closed", !open);
    for (const { node } of cells) node.classList.toggle("atr-page-folded", !open);
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  cell.node.classList.add("atr-page-extra");
  cell.ready.then(() => cell.node.append(button));
  show(false);
  return () => show(true);
}
