// Where Back and Forward lead: from page to page, and within a lesson from step to step.

import { addressOf, hasWindow } from "./addresses.js";

// JupyterLab adds steps of its own to the history while it opens one page; Back would stop at each.
export function keepHistory() {
  if (!hasWindow()) return () => {};
  const add = history.pushState;
  history.pushState = history.replaceState;
  return () => (history.pushState = add);
}

export const stepIn = (hash) => Number(hash.match(/^#step-(\d+)$/)?.[1] ?? 0);
export const cardIn = (hash) => hash.match(/^#(card-[\w-]+)$/)?.[1];

// JupyterLab takes the place out of the address, and the state out of the history, while it opens the page.
export const placeAtFirst = location.hash;
export const topAtFirst = history.state?.top;

// Note where one was, so that Back, Forward and a reload lead there.
const noteTop = (top) => history.replaceState({ top }, "");

// Add a place to the history; `top` is where one was, so that Back leads there.
export function addPlace(place, top) {
  if (!hasWindow()) return;
  noteTop(top);
  History.prototype.pushState.call(history, null, "", place);
}

// Note where one is when the page is left. A reload heeds only the first of these, a phone only the second.
export function onLeave(topOf) {
  for (const kind of ["beforeunload", "pagehide"]) addEventListener(kind, () => hasWindow() && noteTop(topOf()));
}

// Call back with the place that Back or Forward leads to, or with how far one had scrolled before it.
export function onReturn(goTo) {
  addEventListener("popstate", ({ state }) => goTo(state?.top ?? location.hash));
}

// A page of its own for each file, so that Back and Forward work; beside other files, a tab.
export function followLink(event, from, openTab, toPlace) {
  if (event.button > 1) return;
  const anchor = event.target.closest("a[href]");
  const [path, place] = targetOf(anchor, from);
  if (cardIn(anchor?.getAttribute("href") ?? "")) {
    event.preventDefault();
    event.stopPropagation();
    toPlace(anchor.getAttribute("href"));
    return;
  }
  if (!/\.(ipynb|md)$/.test(path)) return;
  event.preventDefault();
  event.stopPropagation();
  if (!hasWindow()) return openTab(path);
  const address = addressOf(path, place);
  if (event.ctrlKey || event.metaKey || event.button === 1) open(address);
  else location.assign(address);
}

// JupyterLab makes links in texts into such to the file itself; those in cards are as written.
function targetOf(anchor, from) {
  const href = anchor?.getAttribute("href") ?? "#";
  if (href.startsWith("#")) return ["", ""]; // a place on this page
  const found = new URL(href, `${location.origin}/files/${from}`);
  if (found.origin !== location.origin) return ["", ""];
  return [found.pathname.match(/^.*\/files\/(.*)/)?.[1] ?? "", found.hash];
}
