// Where Back and Forward lead: from page to page, and within a lesson from step to step.

// JupyterLab adds steps of its own to the history while it opens one page; Back would stop at each.
export function keepHistory() {
  const add = history.pushState;
  history.pushState = history.replaceState;
  return () => (history.pushState = add);
}

export function addStep(number) {
  History.prototype.pushState.call(history, null, "", `#step-${number}`);
}

export const stepAsked = () => Number(location.hash.match(/^#step-(\d+)$/)?.[1] ?? 0);

// A page of its own for each file, so that Back and Forward work.
export function followLink(event, from) {
  const [path, place] = targetOf(event.target.closest("a[href]"), from);
  if (!/\.(ipynb|md)$/.test(path)) return;
  event.preventDefault();
  event.stopPropagation();
  const [base] = location.href.split("/doc/tree/");
  // “reset”: or JupyterLab opens the lessons of before in the background, each with a kernel.
  const address = `${base}/doc/tree/${path}?reset${place}`;
  if (event.ctrlKey || event.metaKey || event.button === 1) open(address);
  else location.assign(address);
}

// JupyterLab makes links in texts into such to the file itself; those in cards are as written.
function targetOf(anchor, from) {
  if (!anchor) return ["", ""];
  const found = new URL(anchor.getAttribute("href"), `${location.origin}/files/${from}`);
  if (found.origin !== location.origin) return ["", ""];
  return [found.pathname.split("/files/")[1] ?? "", found.hash];
}
