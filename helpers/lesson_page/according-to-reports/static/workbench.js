// JupyterLab's rails, menus and lines, which a page goes without.

const CHROME = ["jp-top-panel", "jp-menu-panel", "jp-title-panel-title", "jp-bottom-panel", "jp-header-panel"];

// Only where the page has the whole window: beside other files they belong to all of them.
export function showWorkbench({ shell }, shown) {
  for (const part of partsOf(shell)) part.setHidden(!shown);
}

function partsOf(shell) {
  if (shell.mode === "single-document") return [...chromeOf(shell)];
  // JupyterLite's page for notebooks has the whole window always.
  return shell.top && shell.menu ? [shell.top, shell.menu] : [];
}

function* chromeOf(widget) {
  for (const part of widget.layout?.widgets ?? widget.widgets ?? []) {
    if (CHROME.includes(part.id) || part.hasClass("jp-SideBar")) yield part;
    else if (part.id === "jp-main-content-panel") yield* chromeOf(part);
  }
}
