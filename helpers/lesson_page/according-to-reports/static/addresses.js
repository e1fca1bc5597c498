// The addresses of pages: on a server of JupyterLab, and in JupyterLite, which is files on any web server.

import { settings } from "./settings.js";

// A page that has the window to itself; a second tab has a workspace of its own.
const ALONE = /\/doc\/(workspaces\/[^/]+\/)?tree\//;

// In JupyterLite the file stands behind a question mark.
const LITE = /\/notebooks\/(index\.html)?$/;

const inLite = () => LITE.test(location.pathname);

// Whether the page has the window to itself: beside other files JupyterLab keeps the order.
export const hasWindow = () => ALONE.test(location.pathname) || inLite();

// The address of a file as a page.
export function addressOf(path, place) {
  if (inLite()) return inLiteOf(path, place);
  const base = location.href.slice(0, location.href.search(ALONE));
  // “reset”: or JupyterLab opens the lessons of before in the background, each with a kernel.
  return `${base}/doc/tree/${path}?reset${place}`;
}

// JupyterLite shows notebooks alone; the texts are pages of the site in which it lies.
function inLiteOf(path, place) {
  const { textsUrl } = settings();
  if (path.endsWith(".md") && textsUrl) return `${textsUrl}${path.replace(/\.md$/, ".html")}${place}`;
  return `${location.pathname}?path=${path}${place}`;
}
