// Where Back and Forward lead: from page to page, and within a lesson from step to step.

const ALONE = "/doc/tree/"; // in the address of a page that has the window to itself

// Whether the page has the window to itself: beside other files JupyterLab keeps the order.
export const hasWindow = () => location.pathname.includes(ALONE);

// JupyterLab adds steps of its own to the history while it opens one page; Back would stop at each.
export function keepHistory() {
  if (!hasWindow()) return () => {};
  const add = history.pushState;
  history.pushState = history.replaceState;
  return () => (history.pushState = add);
}

const stepIn = (hash) => Number(hash.match(/^#step-(\d+)$/)?.[1] ?? 0);

// JupyterLab takes the place out of the address while it opens the page.
export const stepAtFirst = stepIn(location.hash);

// Add a step to the history; `top` is where one was, so that Back leads there.
export function addStep(number, top) {
  if (!hasWindow()) return;
  history.replaceState({ top }, "");
  History.prototype.pushState.call(history, null, "", `#step-${number}`);
}

// Call back with the step that Back or Forward leads to, or with where one was before a step.
export function onReturn(showStep, scrollTo) {
  addEventListener("popstate", ({ state }) => {
    if (state?.top !== undefined) scrollTo(state.top);
    else showStep(stepIn(location.hash));
  });
}

// A page of its own for each file, so that Back and Forward work.
export function followLink(event, from) {
  if (!hasWindow() || event.button > 1) return;
  const [path, place] = targetOf(event.target.closest("a[href]"), from);
  if (!/\.(ipynb|md)$/.test(path)) return;
  event.preventDefault();
  event.stopPropagation();
  const [base] = location.href.split(ALONE);
  // “reset”: or JupyterLab opens the lessons of before in the background, each with a kernel.
  const address = `${base}${ALONE}${path}?reset${place}`;
  if (event.ctrlKey || event.metaKey || event.button === 1) open(address);
  else location.assign(address);
}

// JupyterLab makes links in texts into such to the file itself; those in cards are as written.
function targetOf(anchor, from) {
  const href = anchor?.getAttribute("href") ?? "#";
  if (href.startsWith("#")) return ["", ""]; // a place on this page
  const found = new URL(href, `${location.origin}/files/${from}`);
  if (found.origin !== location.origin) return ["", ""];
  return [found.pathname.split("/files/")[1] ?? "", found.hash];
}
