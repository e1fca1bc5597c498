// The edges of a mark: a handle at its first word and one at its last, to be dragged, or moved with
// the arrow keys. Only the mark under the hand has them, so that they never lie on each other and
// Tab does not stop at forty of them.

const SLACK = 4; // pixels that a finger trembles
const LINE = 1000; // to stay in the line is worth more than to be near

function startEdges(desk) {
  desk.edges = [...desk.form.querySelectorAll(".edge")].map((handle) => ({
    handle,
    field: handle.querySelector("input"),
    side: handle.dataset.edge === "first" ? 0 : 1,
  }));
  for (const edge of desk.edges) {
    edge.field.max = desk.words.length - 1;
    edge.field.addEventListener("input", () => moveEdge(desk, edge, Number(edge.field.value)));
    edge.handle.addEventListener("pointerdown", (event) => pressEdge(desk, edge, event));
    // The focus stays in the marker. And where a phone's browser looks for what a finger means, it
    // passes over what does not listen to the mouse.
    edge.handle.addEventListener("mousedown", (event) => event.preventDefault());
  }
  new ResizeObserver(() => drawEdges(desk)).observe(desk.box);
}

const pieceAt = (mark, edge) => mark.pieces.at(edge.side === 0 ? 0 : -1);
const wordAt = (mark, edge) => pieceAt(mark, edge)[edge.side];

// The mark where the hand is: the one that it holds already, else one of the chosen label.
function findCurrent(desk) {
  const here = selecting(desk) ? [] : desk.marks.filter((mark) => holds(mark, desk.at));
  const label = currentLabel(desk);
  return here.find((mark) => mark === desk.current) ?? here.find((mark) => mark.label === label) ?? here[0];
}

function drawEdges(desk) {
  desk.current = findCurrent(desk);
  // A form that was answered, or lies on a page behind another, has no places.
  const shown = desk.current && desk.box.getClientRects().length > 0;
  for (const edge of desk.edges) {
    edge.handle.hidden = !shown;
    if (shown) placeEdge(desk, edge, wordAt(desk.current, edge));
  }
}

function placeEdge(desk, { handle, field, side }, number) {
  field.value = number;
  field.setAttribute("aria-valuetext", desk.words[number].textContent);
  const room = handle.parentElement.getBoundingClientRect();
  const { x, top, bottom, leftward } = borderOf(desk.words[number], side);
  const beyond = x - room.left - (leftward ? handle.offsetWidth : 0);
  const left = Math.max(0, Math.min(room.width - handle.offsetWidth, beyond));
  handle.style.setProperty("--left", `${left}px`);
  handle.style.setProperty("--top", `${bottom - room.top}px`);
  handle.style.setProperty("--height", `${bottom - top}px`);
  handle.style.setProperty("--knob", `${x - room.left - left}px`);
}

// Where a word begins or ends on the screen; Arabic and Hebrew begin at the right.
function borderOf(word, side) {
  const lines = word.getClientRects();
  const { left, right, top, bottom } = side === 0 ? lines[0] : lines[lines.length - 1];
  const leftward = (side === 0) === (getComputedStyle(word).direction === "ltr");
  return { x: leftward ? left : right, top, bottom, leftward };
}

// Word by word, so that no edge jumps over another mark.
function moveEdge(desk, edge, goal) {
  const mark = desk.current;
  const piece = pieceAt(mark, edge);
  const start = piece[edge.side];
  const end = edge.side === 0 ? Math.min(goal, piece[1]) : Math.max(goal, piece[0]);
  const step = Math.sign(end - start);
  const free = (number) => !obstacle(desk, number, mark.label, [mark]);
  let reached = start;
  while (reached !== end && free(reached + step)) reached += step;
  piece[edge.side] = reached;
  desk.at = reached;
  settle(desk, "");
  if (reached !== end) refuse(desk, reached + step, obstacle(desk, reached + step, mark.label, [mark]), edge.handle);
}

// A handle lies on words beside its mark: a mouse that is on one of them means the word.
function pressEdge(desk, edge, event) {
  if (event.button !== 0) return;
  event.preventDefault();
  const number = event.pointerType === "touch" ? -1 : numberBeneath(desk, event);
  if (number < 0 || holds(desk.current, number)) holdEdge(desk, edge, event);
  else pressWord(desk, number);
}

function holdEdge(desk, edge, event) {
  edge.field.focus({ preventScroll: true });
  edge.handle.setPointerCapture(event.pointerId);
  const { x, top, bottom } = borderOf(desk.words[wordAt(desk.current, edge)], edge.side);
  const [offX, offY] = [event.clientX - x, event.clientY - (top + bottom) / 2];
  let goal = wordAt(desk.current, edge);
  let still = true;
  const drag = (to) => {
    still &&= Math.hypot(to.clientX - event.clientX, to.clientY - event.clientY) <= SLACK;
    if (still) return;
    const nearest = nearestWord(desk, edge.side, to.clientX - offX, to.clientY - offY);
    if (nearest !== goal) moveEdge(desk, edge, (goal = nearest));
  };
  edge.handle.addEventListener("pointermove", drag);
  // However it ends: let go, or taken away by the browser.
  edge.handle.addEventListener("lostpointercapture", () => edge.handle.removeEventListener("pointermove", drag), {
    once: true,
  });
}

function nearestWord(desk, side, x, y) {
  const distance = (word) => {
    const border = borderOf(word, side);
    return LINE * Math.max(0, border.top - y, y - border.bottom) + Math.abs(border.x - x);
  };
  const distances = desk.words.map(distance);
  return distances.indexOf(Math.min(...distances));
}
