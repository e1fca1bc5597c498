// Whose tab this is. A tab remembers its student over a reload or a new kernel; the next tab asks
// anew, and so does one that was left alone: somebody else may have sat down before it.

const TAB = (globalThis[Symbol.for(`${PREFIX}tab`)] ??= newId());
const LEFT_ALONE = 30 * 60_000;

function inTab(key) {
  try {
    return sessionStorage.getItem(PREFIX + key) ?? "";
  } catch {
    return ""; // blocked: then every page asks
  }
}

function keepInTab(key, value) {
  try {
    sessionStorage.setItem(PREFIX + key, value);
  } catch {
    // blocked
  }
}

const me = () => inTab("me");

function remember(workbook) {
  keep("workbook", workbook);
  keepInTab("me", workbook);
}

// The workbook that whoever begins in this browser begins: one, however many lessons are open.
function spare() {
  const known = recall("workbook");
  if (known) return known;
  const drawn = newId().slice(0, 16);
  keep("workbook", drawn);
  return drawn;
}

// Notice that somebody is here. Tell the page's save bar if nobody was for long.
function noticed(model) {
  const last = Number(inTab("seen"));
  keepInTab("seen", Date.now());
  if (!me() || !last || Date.now() - last < LEFT_ALONE) return;
  keepInTab("me", "");
  model.send({ do: "left-alone" });
}

// Give a function that stops it.
function watch(model) {
  const listen = () => noticed(model);
  const kinds = ["pointerdown", "keydown", "wheel", "touchmove"];
  const how = { capture: true, passive: true };
  for (const kind of kinds) document.addEventListener(kind, listen, how);
  listen();
  return () => {
    for (const kind of kinds) document.removeEventListener(kind, listen, how);
  };
}
