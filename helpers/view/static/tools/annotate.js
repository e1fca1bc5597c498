// The marker: words are the units, labels can share a word where the exercise allows it.
// A mark is { label, pieces: [[first, last], …] } in word numbers, ends included.

function startMarking(form, status, changed) {
  const box = form.querySelector(".words");
  if (!box) return null;
  const words = [...box.querySelectorAll(".word")];
  const desk = {
    form,
    box,
    words,
    status,
    changed,
    list: form.querySelector(".marks"),
    shared: box.dataset.overlap === "1",
    marks: [],
    from: 0,
    at: 0,
    tapped: null,
    joining: null,
  };
  form.querySelector('[name="_label"]').checked = true;
  listenToKeys(desk);
  listenToPointer(desk);
  listenToLists(desk);
  return { load: ({ annotation, mark }) => loadMarks(desk, annotation ?? mark ?? []) }; // mark: its old name
}

TOOLS.push(startMarking);

// --- what a mark is ---------------------------------------------------------------------------

const currentLabel = (desk) => new FormData(desk.form).get("_label");
const wordsOf = (mark) => mark.pieces.flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i));
const textOf = (desk, pieces) =>
  pieces
    .map(([a, b]) =>
      desk.words
        .slice(a, b + 1)
        .map((word) => word.textContent)
        .join(" "),
    )
    .join(WORDS.gap);
const taken = (desk, number, but) =>
  !desk.shared && desk.marks.some((mark) => mark !== but && wordsOf(mark).includes(number));
const holding = (desk, number, label) =>
  desk.marks.find((mark) => mark.label === label && wordsOf(mark).includes(number));

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
function addMark(desk, one, other) {
  const [a, b] = [Math.min(one, other), Math.max(one, other)];
  const label = desk.joining?.label ?? currentLabel(desk);
  const touching = desk.marks.filter(
    (mark) => mark.label === label && (mark === desk.joining || wordsOf(mark).some((n) => n >= a && n <= b)),
  );
  const others = desk.marks.filter((mark) => !touching.includes(mark));
  if (!desk.shared && others.some((mark) => wordsOf(mark).some((n) => n >= a && n <= b))) {
    return release(desk, WORDS.taken);
  }
  const pieces = joined([[a, b], ...touching.flatMap((mark) => mark.pieces)]);
  desk.marks = [...others, { label, pieces }].sort((m, n) => m.pieces[0][0] - n.pieces[0][0]);
  desk.joining = null;
  release(desk, fill(WORDS.marked, { label: labelName(desk, label), words: textOf(desk, pieces) }));
}

function removeMark(desk, mark) {
  desk.marks = desk.marks.filter((other) => other !== mark);
  release(desk, fill(WORDS.removed, { words: textOf(desk, mark.pieces) }));
}

function nudge(desk, mark, end, by) {
  const piece = end === "start" ? mark.pieces[0] : mark.pieces.at(-1);
  const side = end === "start" ? 0 : 1;
  const moved = piece[side] + by;
  const sane = moved >= 0 && moved < desk.words.length && (side === 0 ? moved <= piece[1] : moved >= piece[0]);
  if (!sane || taken(desk, moved, mark)) return;
  piece[side] = moved;
  mark.pieces = joined(mark.pieces);
  release(desk, fill(WORDS.nudged, { words: textOf(desk, mark.pieces) }));
}

function release(desk, words) {
  desk.from = desk.at;
  desk.tapped = null;
  drawMarks(desk);
  say(desk.status, words);
  desk.changed();
}

// --- how it looks -----------------------------------------------------------------------------

const labelName = (desk, label) =>
  desk.form.querySelector(`[name="_label"][value="${label}"]`).closest("label").textContent;

function drawMarks(desk) {
  desk.words.forEach((word, number) => {
    const marks = desk.marks.filter((mark) => wordsOf(mark).includes(number));
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

function drawSelection(desk) {
  const start = desk.tapped ?? desk.from;
  const [a, b] = [Math.min(start, desk.at), Math.max(start, desk.at)];
  const shown = desk.tapped !== null || a !== b;
  desk.words.forEach((word, n) => {
    word.classList.toggle("selecting", shown && n >= a && n <= b);
    word.tabIndex = n === desk.at ? 0 : -1;
  });
}

function drawList(desk) {
  const focused = desk.list.contains(document.activeElement) ? document.activeElement.dataset : null;
  const rows = desk.marks.map((mark, number) => markRow(desk, mark, number));
  if (!rows.length) rows.push(made("li", WORDS.none));
  desk.list.replaceChildren(...rows);
  if (focused?.act) {
    const again = desk.list.querySelector(`[data-act="${focused.act}"][data-row="${focused.row}"]`);
    (again ?? desk.words[desk.at]).focus();
  }
}

function made(tag, text, attributes = {}) {
  const el = document.createElement(tag);
  el.textContent = text;
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  return el;
}

function markRow(desk, mark, number) {
  const row = document.createElement("li");
  const words = textOf(desk, mark.pieces);
  const spans = mark.pieces.map(([a, b]) => `${desk.words[a].dataset.start}-${desk.words[b].dataset.end}`);
  row.append(
    made("span", labelName(desk, mark.label), { class: `ink ${mark.label}` }),
    made("span", words, { class: "serif", dir: "auto" }),
    made("input", "", { type: "hidden", name: "annotation", value: [mark.label, ...spans].join(" ") }),
  );
  const acts = made("span", "", { class: "acts" });
  row.append(acts);
  const act = (name, sign, says, doing) => {
    const button = made("button", sign, {
      type: "button",
      class: "quiet",
      "data-act": name,
      "data-row": number,
      "aria-label": `${says}: ${words}`,
      title: says,
    });
    button.addEventListener("click", doing);
    acts.append(button);
  };
  act("start-", `◂ ${WORDS.startSign}`, WORDS.startLeft, () => nudge(desk, mark, "start", -1));
  act("start+", `${WORDS.startSign} ▸`, WORDS.startRight, () => nudge(desk, mark, "start", 1));
  act("end-", `◂ ${WORDS.endSign}`, WORDS.endLeft, () => nudge(desk, mark, "end", -1));
  act("end+", `${WORDS.endSign} ▸`, WORDS.endRight, () => nudge(desk, mark, "end", 1));
  act("piece", WORDS.piece, WORDS.piece, () => joinNext(desk, mark));
  act("remove", WORDS.remove, WORDS.remove, () => removeMark(desk, mark));
  return row;
}

function joinNext(desk, mark) {
  desk.joining = mark;
  say(desk.status, WORDS.pieceNext);
  desk.words[desk.at].focus();
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
    else if (event.key === "Escape") release(desk, "");
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
  if (stretching)
    say(
      desk.status,
      fill(WORDS.stretch, { words: textOf(desk, [[Math.min(desk.from, desk.at), Math.max(desk.from, desk.at)]]) }),
    );
}

// Space on a marked word takes the mark away; on anything else it marks what is selected.
function press(desk) {
  const mark = desk.from === desk.at && !desk.joining && holding(desk, desk.at, currentLabel(desk));
  if (mark) removeMark(desk, mark);
  else addMark(desk, desk.from, desk.at);
}

// --- mouse, pen and touch -----------------------------------------------------------------------

function listenToPointer(desk) {
  const numberAt = (event) => desk.words.indexOf(event.target.closest?.(".word"));
  let by = ""; // not every browser tells it with the click; a screen reader's click has none at all
  desk.box.addEventListener("pointerdown", (event) => {
    const number = numberAt(event);
    by = event.pointerType;
    if (number < 0 || event.button !== 0 || event.pointerType === "touch") return;
    event.preventDefault();
    desk.from = desk.at = number;
    desk.words[number].focus();
    const drag = (moved) => {
      const over = numberAt(moved);
      if (over >= 0 && over !== desk.at) {
        desk.at = over;
        drawSelection(desk);
      }
    };
    desk.box.addEventListener("pointermove", drag);
    window.addEventListener(
      "pointerup",
      () => {
        desk.box.removeEventListener("pointermove", drag);
        press(desk);
      },
      { once: true },
    );
  });
  desk.box.addEventListener("click", (event) => {
    const dragged = by === "mouse" || by === "pen";
    by = "";
    if (!dragged && numberAt(event) >= 0) tap(desk, numberAt(event));
  });
}

// A finger scrolls, so it does not drag: the first tap starts, the second ends.
function tap(desk, number) {
  desk.at = number;
  if (desk.tapped !== null) {
    const start = desk.tapped;
    desk.tapped = null;
    return addMark(desk, start, number);
  }
  const mark = !desk.joining && holding(desk, number, currentLabel(desk));
  if (mark) return removeMark(desk, mark);
  desk.from = desk.tapped = number;
  drawSelection(desk);
  say(desk.status, fill(WORDS.start, { words: desk.words[number].textContent }));
}

// --- the second route, without any selection ------------------------------------------------------

function listenToLists(desk) {
  const first = desk.form.querySelector("[data-first]");
  const last = desk.form.querySelector("[data-last]");
  first.addEventListener("change", () => {
    if (Number(last.value) < Number(first.value)) last.value = first.value;
  });
  desk.form.querySelector('[data-tool="mark"]').addEventListener("click", () => {
    addMark(desk, Number(first.value), Number(last.value));
  });
}
