// An ordered list that arrows and dragging rearrange.

function reorder(list, ids) {
  const rows = new Map([...list.children].map((row) => [row.querySelector("input").value, row]));
  for (const id of ids) if (rows.has(id)) list.append(rows.get(id));
}

function startOrdering(form, status, changed) {
  const list = form.querySelector(".ordering");
  if (!list) return null;
  list.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-tool]");
    if (!pressed) return;
    shift(pressed.closest("li"), pressed.dataset.tool === "up" ? -1 : 1);
    pressed.focus();
    announcePlace(pressed.closest("li"), status);
    changed();
  });
  startDragging(list, status, changed);
  return { load: (answer) => reorder(list, answer.order ?? []) };
}

TOOLS.push(startOrdering);

function shift(row, by) {
  if (by < 0) row.previousElementSibling?.before(row);
  else row.nextElementSibling?.after(row);
}

function announcePlace(row, status) {
  const rows = [...row.parentElement.children];
  say(status, fill(WORDS.moved, { place: rows.indexOf(row) + 1, all: rows.length }));
}

function startDragging(list, status, changed) {
  let dragged = null;
  list.addEventListener("dragstart", (event) => (dragged = event.target.closest("li")));
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("li");
    if (!dragged || !over) return;
    event.preventDefault();
    const { top, height } = over.getBoundingClientRect();
    if (over !== dragged) over[event.clientY < top + height / 2 ? "before" : "after"](dragged);
  });
  list.addEventListener("dragend", () => {
    if (dragged) announcePlace(dragged, status);
    dragged = null;
    changed();
  });
}
