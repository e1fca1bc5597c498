// The marker: words are the units, labels can share a word where the exercise allows it.
// A mark is { label, pieces: [[first, last], …] } in word numbers, ends included. What is marked in
// one go is one piece; marks of earlier days can have more.

function startMarking(form, _status, changed) {
  const box = form.querySelector(".words");
  if (!box) return null;
  const desk = {
    form,
    box,
    words: [...box.querySelectorAll(".word")],
    said: form.querySelector(".said"),
    changed,
    list: form.querySelector(".marks"),
    shared: box.dataset.overlap === "1",
    marks: [],
    from: 0,
    at: 0,
    tapped: null,
    current: null,
    edges: [],
  };
  listenToKeys(desk);
  listenToPointer(desk);
  listenToLabels(desk);
  listenToLists(desk);
  startEdges(desk);
  return { load: ({ annotation, mark }) => loadMarks(desk, annotation ?? mark ?? []) }; // mark: its old name
}

TOOLS.push(startMarking);

// --- what a mark is ---------------------------------------------------------------------------

const currentLabel = (desk) => new FormData(desk.form).get("_label");
const labelName = (desk, label) =>
  desk.form.querySelector(`[name="_label"][value="${label}"]`).closest("label").textContent;
const range = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const wordsOf = (mark) => mark.pieces.flatMap(([a, b]) => range(a, b));
const holds = (mark, number) => wordsOf(mark).includes(number);
const textOf = (desk, pieces) =>
  pieces
    .map(([a, b]) =>
      range(a, b)
        .map((n) => desk.words[n].textContent)
        .join(" "),
    )
    .join(WORDS.gap);

// A word to be quoted, without the signs around it; what is nothing but signs stays.
const bare = (word) => word.replace(/^\p{P}+|\p{P}+$/gu, "") || word;

// The mark that keeps a word from being marked: no word has one label twice, and most exercises
// give it one label only. The marks `but` are no obstacle.
const obstacle = (desk, number, label, but = []) =>
  desk.marks.find((mark) => !but.includes(mark) && (mark.label === label || !desk.shared) && holds(mark, number));

function joined(pieces) {
  const sorted = [...pieces].sort(([a], [b]) => a - b);
  return sorted.slice(1).reduce(
    (done, [a, b]) => {
      const last = done.at(-1);
      if (a <= last[1] + 1) last[1] = Math.max(last[1], b);
      else done.push([a, b]);
      return done;
    },
    [[...sorted[0]]],
  );
}

// Marks of one label that share a word become one. Neighbours stay apart: in “said, revealing …”
// two links stand side by side.
function addMark(desk, one, other, hand = desk.words[desk.at]) {
  const [a, b] = [Math.min(one, other), Math.max(one, other)];
  const label = currentLabel(desk);
  const chosen = range(a, b);
  const touching = desk.marks.filter((mark) => mark.label === label && chosen.some((n) => holds(mark, n)));
  const taken = chosen.find((n) => obstacle(desk, n, label, touching));
  if (taken !== undefined) {
    endSelection(desk);
    return refuse(desk, taken, obstacle(desk, taken, label, touching), hand);
  }
  const pieces = joined([[a, b], ...touching.flatMap((mark) => mark.pieces)]);
  desk.current = { label, pieces };
  desk.marks = [...desk.marks.filter((mark) => !touching.includes(mark)), desk.current];
  settle(desk, fill(WORDS.marked, { label: labelName(desk, label), words: textOf(desk, pieces) }));
}

function removeMark(desk, mark) {
  desk.marks = desk.marks.filter((other) => other !== mark);
  settle(desk, fill(WORDS.removed, { words: textOf(desk, mark.pieces) }));
}

function settle(desk, words) {
  clearMissing(desk.form.querySelector(".labels")); // if it said that nothing was marked
  desk.marks.sort((m, n) => m.pieces[0][0] - n.pieces[0][0]);
  endSelection(desk);
  drawMarks(desk);
  tell(desk, words);
  desk.changed();
}

function endSelection(desk) {
  desk.from = desk.at;
  desk.tapped = null;
  drawSelection(desk);
}

// --- what is said -----------------------------------------------------------------------------

// Heard by all. Seen, above the word under the hand, only where the page does not show it by itself.
function tell(desk, words, hand = null) {
  say(desk.said, words);
  desk.said.classList.toggle("near", hand !== null);
  if (hand) placeAbove(desk, hand);
}

function placeAbove(desk, hand) {
  const room = desk.said.parentElement.getBoundingClientRect();
  const { left, top } = hand.getBoundingClientRect();
  desk.said.style.setProperty("--x", `${left - room.left}px`);
  desk.said.style.setProperty("--y", `${room.bottom - top}px`);
}

function refuse(desk, number, mark, hand) {
  const word = bare(desk.words[number].textContent);
  tell(desk, fill(WORDS.taken, { word, label: labelName(desk, mark.label) }), hand);
}

// --- how it looks -----------------------------------------------------------------------------

function drawMarks(desk) {
  desk.words.forEach((word, number) => {
    const marks = desk.marks.filter((mark) => holds(mark, number));
    word.className = ["word", ...marks.map((mark) => mark.label)].join(" ");
    word.setAttribute("aria-selected", String(marks.length > 0));
    setOrDrop(word, "aria-description", marks.map((mark) => labelName(desk, mark.label)).join(", "));
    const starting = marks.filter((mark) => mark.pieces.some(([a]) => a === number));
    setOrDrop(word, "data-tag", starting.map((mark) => labelName(desk, mark.label)).join(", "));
  });
  drawSelection(desk);
  drawList(desk);
}

function setOrDrop(el, name, value) {
  if (value) el.setAttribute(name, value);
  else el.removeAttribute(name);
}

const selecting = (desk) => desk.tapped !== null || desk.from !== desk.at;

function drawSelection(desk) {
  const start = desk.tapped ?? desk.from;
  const [a, b] = [Math.min(start, desk.at), Math.max(start, desk.at)];
  desk.words.forEach((word, n) => {
    word.classList.toggle("selecting", selecting(desk) && n >= a && n <= b);
    word.tabIndex = n === desk.at ? 0 : -1;
  });
  drawEdges(desk);
}

function drawList(desk) {
  const row = [...desk.list.children].findIndex((one) => one.contains(document.activeElement));
  const rows = desk.marks.map((mark) => markRow(desk, mark));
  desk.list.replaceChildren(...(rows.length ? rows : [made("li", WORDS.none)]));
  // The row under the finger is gone: the next one takes its place, or the words do.
  const next = desk.list.children[row]?.querySelector("button") ?? desk.words[desk.at];
  if (row >= 0) next.focus({ preventScroll: true });
}

function made(tag, text, attributes = {}) {
  const el = document.createElement(tag);
  el.textContent = text;
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  return el;
}

function markRow(desk, mark) {
  const row = document.createElement("li");
  const words = textOf(desk, mark.pieces);
  const spans = mark.pieces.map(([a, b]) => `${desk.words[a].dataset.start}-${desk.words[b].dataset.end}`);
  const remove = made("button", WORDS.remove, {
    type: "button",
    class: "quiet",
    "aria-label": fill(WORDS.removeMark, { words }),
  });
  remove.addEventListener("click", () => removeMark(desk, mark));
  row.append(
    made("span", labelName(desk, mark.label), { class: `ink ${mark.label}` }),
    made("span", words, { class: "serif", dir: "auto" }),
    made("input", "", { type: "hidden", name: "annotation", value: [mark.label, ...spans].join(" ") }),
    remove,
  );
  return row;
}

function loadMarks(desk, written) {
  const first = new Map(desk.words.map((word, n) => [word.dataset.start, n]));
  const last = new Map(desk.words.map((word, n) => [word.dataset.end, n]));
  desk.marks = written
    .map((line) => {
      const [label, ...spans] = line.split(" ");
      return { label, pieces: spans.map((span) => span.split("-")).map(([a, b]) => [first.get(a), last.get(b)]) };
    })
    // A draft can be older than the exercise: words or a label may be gone.
    .filter((mark) => desk.form.querySelector(`[name="_label"][value="${CSS.escape(mark.label)}"]`))
    .filter((mark) => mark.pieces.length && mark.pieces.flat().every((n) => n !== undefined));
  drawMarks(desk);
}

// --- keyboard ---------------------------------------------------------------------------------

const STEPS = {
  ArrowRight: (desk) => desk.at + 1,
  ArrowLeft: (desk) => desk.at - 1,
  ArrowDown: (desk) => nextLine(desk, 1),
  ArrowUp: (desk) => nextLine(desk, -1),
  Home: (desk) => desk.words.indexOf(desk.words[desk.at].parentElement.querySelector(".word")),
  End: (desk) => desk.words.indexOf([...desk.words[desk.at].parentElement.querySelectorAll(".word")].at(-1)),
};

function nextLine(desk, by) {
  const here = desk.words[desk.at].getBoundingClientRect();
  const beyond = (word) => by * (word.getBoundingClientRect().top - here.top) > here.height / 2;
  const ahead = desk.words.filter(beyond);
  if (!ahead.length) return desk.at;
  const line = (by > 0 ? ahead[0] : ahead.at(-1)).getBoundingClientRect().top;
  const off = (word) => Math.abs(word.getBoundingClientRect().left - here.left);
  const there = ahead.filter((word) => Math.abs(word.getBoundingClientRect().top - line) < here.height / 2);
  return desk.words.indexOf(there.reduce((a, b) => (off(b) < off(a) ? b : a)));
}

function listenToKeys(desk) {
  desk.box.addEventListener("keydown", (event) => {
    if (event.key in STEPS) stepTo(desk, STEPS[event.key](desk), event.shiftKey);
    else if (event.key === " " || event.key === "Enter") press(desk);
    else if (event.key === "Escape") cancel(desk);
    else return;
    event.preventDefault();
  });
}

function stepTo(desk, number, stretching) {
  desk.at = Math.max(0, Math.min(desk.words.length - 1, number));
  if (!stretching) desk.from = desk.at;
  desk.tapped = null;
  drawSelection(desk);
  desk.words[desk.at].focus();
  const chosen = [Math.min(desk.from, desk.at), Math.max(desk.from, desk.at)];
  tell(desk, stretching ? fill(WORDS.stretch, { words: textOf(desk, [chosen]) }) : "");
}

// Space on a mark of the chosen label takes it away; on anything else it marks what is selected.
function press(desk) {
  const label = currentLabel(desk);
  const mark = selecting(desk) ? null : obstacle(desk, desk.at, label);
  if (mark?.label === label) removeMark(desk, mark);
  else addMark(desk, desk.from, desk.at);
}

function cancel(desk) {
  endSelection(desk);
  tell(desk, "");
}

// --- mouse, pen and touch -----------------------------------------------------------------------

function listenToPointer(desk) {
  const marker = desk.box.parentElement;
  let by = ""; // not every browser tells it with the click; a screen reader's click has none at all
  marker.addEventListener("pointerdown", (event) => (by = event.pointerType));
  marker.addEventListener("click", (event) => {
    const tapped = by === "touch" ? numberBeneath(desk, event) : numberAt(desk, event);
    const dragged = by === "mouse" || by === "pen";
    by = "";
    if (!dragged && tapped >= 0) tap(desk, tapped);
  });
  desk.box.addEventListener("pointerdown", (event) => {
    const number = numberAt(desk, event);
    if (number < 0 || event.button !== 0 || event.pointerType === "touch") return;
    event.preventDefault();
    pressWord(desk, number);
  });
}

const numberAt = (desk, event) => desk.words.indexOf(event.target.closest?.(".word"));

// The handle of an edge may lie on the word that a finger means.
function numberBeneath(desk, { clientX, clientY }) {
  const beneath = document.elementsFromPoint(clientX, clientY);
  return desk.words.findIndex((word) => beneath.includes(word));
}

function pressWord(desk, number) {
  standOn(desk, number);
  const drag = (event) => {
    const over = numberAt(desk, event);
    if (over < 0 || over === desk.at) return;
    desk.at = over;
    drawSelection(desk);
  };
  const mark = () => {
    desk.box.removeEventListener("pointermove", drag);
    if (selecting(desk)) addMark(desk, desk.from, desk.at);
    else if (!chooseMark(desk, number)) addMark(desk, number, number);
  };
  desk.box.addEventListener("pointermove", drag);
  window.addEventListener("pointerup", mark, { once: true });
}

// The page stays where it is: what moves under a hand is not hit again.
function standOn(desk, number) {
  desk.from = desk.at = number;
  desk.tapped = null;
  desk.words[number].focus({ preventScroll: true });
  drawSelection(desk);
}

// A finger scrolls, so it does not drag: the first tap starts, the second ends.
function tap(desk, number) {
  const start = desk.tapped;
  standOn(desk, number);
  if (start !== null) return addMark(desk, start, number);
  if (chooseMark(desk, number)) return;
  desk.tapped = number;
  drawSelection(desk);
  const hand = desk.words[number];
  tell(desk, fill(WORDS.start, { word: bare(hand.textContent) }), hand);
}

// On a mark, a hand gets hold of the mark and marks nothing. Tell whether there was one.
function chooseMark(desk, number) {
  const label = currentLabel(desk);
  const mark = obstacle(desk, number, label);
  if (!mark) return false;
  desk.current = mark;
  drawEdges(desk);
  const hand = desk.words[number];
  if (mark.label === label) tell(desk, WORDS.chosen, hand);
  else refuse(desk, number, mark, hand);
  return true;
}

// --- labels, and the second route without any selection -------------------------------------------

function listenToLabels(desk) {
  desk.form.querySelector('[name="_label"]').checked = true;
  desk.form.addEventListener("change", (event) => {
    if (event.target.name === "_label") tell(desk, ""); // what was refused may be right under another label
  });
}

function listenToLists(desk) {
  const first = desk.form.querySelector("[data-first]");
  const last = desk.form.querySelector("[data-last]");
  const button = desk.form.querySelector('[data-tool="mark"]');
  first.addEventListener("change", () => {
    if (Number(last.value) < Number(first.value)) last.value = first.value;
  });
  button.addEventListener("click", () => addMark(desk, Number(first.value), Number(last.value), button));
}
