// Where the student is on the page: a field that is drawn again while she writes in it stays under her
// hand, with the focus, her words and its place in the window.

// Keep watch over the focus in a notebook; give a function to be called whenever the page has changed.
export function keepPlace(notebook) {
  let place;
  notebook.node.addEventListener("focusin", ({ target }) => {
    const cell = notebook.widgets.find((one) => one.node.contains(target));
    place = cell && target.name ? { cell, field: target } : undefined;
  });
  const isLost = () => place && !place.field.isConnected && document.activeElement === document.body;
  document.addEventListener("keydown", (event) => isLost() && writeOn(place.field, event), true);
  return () => {
    if (place?.field.isConnected) place.top = place.field.getBoundingClientRect().top;
    else if (isLost()) takeAgain(place, notebook.outerNode);
  };
}

// What is typed before the field is there again goes into the old one, and with its words into the new.
function writeOn(field, event) {
  const { key, ctrlKey, metaKey } = event;
  if (!isWritten(field) || key.length !== 1 || ctrlKey || metaKey) return;
  event.preventDefault();
  field.setRangeText(key, field.selectionStart, field.selectionEnd, "end");
}

function takeAgain({ cell, field, top }, scroller) {
  const again = [...cell.node.querySelectorAll(`[name="${CSS.escape(field.name)}"]`)].find(
    (one) => isWritten(one) || one.value === field.value,
  );
  if (!again) return;
  if (isWritten(again)) {
    again.value = field.value;
    again.dispatchEvent(new Event("input", { bubbles: true })); // so that it is kept as a draft
    again.setSelectionRange(field.selectionStart, field.selectionEnd);
  }
  again.focus({ preventScroll: true });
  scroller.scrollTop += again.getBoundingClientRect().top - top;
}

const isWritten = ({ type }) => type === "textarea" || type === "text";
