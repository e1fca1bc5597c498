// JupyterLab's rails, menus and lines, which a page goes without.

const CHROME = ["jp-top-panel", "jp-menu-panel", "jp-title-panel-title", "jp-bottom-panel", "jp-header-panel"];

// Only where the page has the whole window: beside other files they belong to all of them.
export function showWorkbench({ shell }, shown) {
  if (shell.mode !== "single-document") return;
  for (const part of chromeOf(shell)) part.setHidden(!shown);
}

function* chromeOf(widget) {
  for (const part of widget.layout?.widgets ?? widget.widgets ?? []) {
    if (CHROME.includes(part.id) || part.hasClass("jp-SideBar")) yield part;
    else if (part.id === "jp-main-content-panel") yield* chromeOf(part);
  }
}
