// One piece of the page: insert what Python made, listen, keep a copy, put the focus back.

const PATIENCE = 8_000;
const BEGINNING = ".feedback, [data-begin]"; // where reading goes on after an answer
const QUIET = 600; // how long a slider rests before its finding is announced
const CONTROL = "input:not([type=hidden], [hidden]), .word[tabindex='0'], button, select, textarea, summary, a[href]";

function render({ model, el }) {
  const page = document.createElement("div");
  page.className = "atr";
  page.lang = WORDS.language;
  const status = document.createElement("p");
  status.className = "status";
  status.setAttribute("role", "status");
  page.append(document.createElement("div"), status);
  el.append(page);
  keepKeysInside(el);
  const shown = meet().shown.get(model.get("key"));
  const workbook = model.get("workbook");
  const piece = {
    model,
    workbook,
    shown,
    place: page.firstChild,
    status,
    waiting: new Map(),
    why: "",
    soon: null,
    telling: null,
    moves: 0,
    drawn: 0,
    taken: null,
    changes: 0,
    resting: null,
    unsent: null,
  };

  const redraw = afterPress(page, () => draw(piece));
  const announce = () => {
    const [says, field] = [model.get("says"), model.get("field")];
    if (says && !(field && sayMissing(piece, field, says))) say(status, says);
    model.set("says", "");
  };
  const hear = (message) => heard(piece, message);
  shown.views.add(redraw);
  const turn = () => {
    if (!carryDraft(piece)) redraw();
  };
  model.on("change:workbook", turn);
  model.on("change:says", announce);
  model.on("msg:custom", hear);
  page.addEventListener("submit", (event) => commit(piece, event));
  page.addEventListener("click", (event) => pressed(piece, event));
  page.addEventListener("click", pressedStep);
  page.addEventListener("click", selectSuggested);
  for (const kind of ["dragover", "drop"]) page.addEventListener(kind, (event) => dropped(piece, event));
  page.addEventListener("input", (event) => {
    const form = event.target.closest("form");
    clearMissing(event.target.closest(GROUP));
    saveDraft(piece, form);
    if (form?.dataset.live !== undefined) sendSoon(piece, form);
  });
  redraw();
  const bar = page.querySelector("[data-bar]");
  const stopWatching = bar && watch(model);
  if (bar) model.send({ do: "hello" });
  return () => {
    stopWatching?.();
    flushDraft(piece);
    shown.views.delete(redraw);
    model.off("change:workbook", turn);
    model.off("change:says", announce);
    model.off("msg:custom", hear);
    for (const timer of piece.waiting.values()) clearTimeout(timer);
  };
}

function draw(piece) {
  const { place, shown } = piece;
  const had = place.contains(document.activeElement);
  const where = insert(place, shown.markup);
  if (place.querySelector(".card")) piece.status.textContent = ""; // it spoke of what stood here before
  const form = place.querySelector("form");
  if (form) start(piece, form);
  for (const input of place.querySelectorAll("input[type=file]")) {
    // On the field itself: a redraw may take it off the page while the student chooses a file.
    input.addEventListener("change", () => loadChosen(piece, input));
  }
  if (!had) return;
  const goal = place.querySelector(BEGINNING) ?? (where && place.querySelector(where)) ?? place.querySelector(CONTROL);
  goal?.focus({ preventScroll: true });
  if (goal) bringIntoView(place, goal);
}

// Of feedback and of the next question, the beginning: where it is long, a browser would show some
// part of its middle.
function bringIntoView(place, goal) {
  const { top } = goal.getBoundingClientRect();
  if (!goal.matches(BEGINNING)) goal.scrollIntoView({ block: "nearest" });
  else if (top < 0 || top > innerHeight / 2) place.scrollIntoView({ block: "start" });
}

function start(piece, form) {
  const changed = () => saveDraft(piece, form);
  const tools = TOOLS.map((tool) => tool(form, piece.status, changed)).filter(Boolean);
  const draft = form.dataset.draft && findDraft(piece, form);
  const known = draft || { answer: JSON.parse(form.dataset.answer ?? "{}") };
  piece.changes = known.changes ?? 0;
  fillForm(form, known);
  for (const tool of tools) tool.load(known.answer ?? {});
}

// --- answers --------------------------------------------------------------------------------------

function commit(piece, event) {
  event.preventDefault();
  const form = event.target;
  const { draft, attempt } = form.dataset;
  if (form.dataset.do) return piece.model.send({ do: form.dataset.do, ...readForm(form).answer });
  // One form is one answer, however often it is sent: it has one id.
  form.dataset.event ??= newId();
  sendEvent(piece, "answer", { ...readForm(form), id: form.dataset.event, attempt: Number(attempt) }, draft);
}

// The browser keeps the event before Python hears of it: a dead kernel loses nothing. While one
// is on its way, nothing else is sent, and the card says why: a second press would cost a try.
function sendEvent(piece, what, fields, draft) {
  const { model, status, waiting } = piece;
  if (waiting.size) return say(status, piece.why);
  dropDraft(piece); // what is answered is no draft any more
  // Another tab has turned the kernel to somebody else: what is answered here stays this tab's.
  const workbook = meet().displaced || model.get("workbook");
  const event = { ...newEvent(what, workbook, fields), ...model.get("about") };
  const kept = keepEvent(event);
  piece.why = WORDS.onItsWay;
  const silent = () => {
    piece.why = kept ? WORDS.silent : WORDS.silentUnkept;
    say(status, piece.why);
  };
  waiting.set(event.id, setTimeout(silent, PATIENCE));
  model.send({ do: "event", event, kept, draft });
}

// At most one message a frame, however fast a slider moves. Each has a number: a kernel may take
// two that come close together in either order.
function sendSoon(piece, form) {
  piece.soon ??= requestAnimationFrame(() => {
    piece.soon = null;
    piece.moves += 1;
    piece.model.send({ ...readForm(form).answer, do: "set", move: piece.moves });
  });
}

// A part of the piece alone, so that the slider under the finger stays.
function redrawPart(piece, { part, markup, move }) {
  if (move < piece.drawn) return; // what a later move of the slider gave is there already
  piece.drawn = move;
  const place = piece.place.querySelector(`[data-part="${CSS.escape(part)}"]`);
  insert(place, markup);
  clearTimeout(piece.telling);
  piece.telling = setTimeout(() => say(piece.status, place.querySelector(".finding").textContent), QUIET);
}

function heard(piece, message) {
  const { model } = piece;
  if (message.part) redrawPart(piece, message);
  if (message.ack) acknowledged(piece, message);
  if (message.keep) took(message.keep);
  if (message.own) takeOwn(piece, message.own);
  if (message.fetch !== undefined) giveBack(model, message.fetch, message.code);
  if (message.me) turned(message);
}

// What is typed replaces a suggestion, as it does after the Tab key.
function selectSuggested({ target }) {
  if (target.matches("[data-suggested]") && target.value === target.defaultValue) target.select();
}

function acknowledged(piece, { ack, refused, others, lost, keep: event, draft }) {
  clearTimeout(piece.waiting.get(ack));
  piece.waiting.delete(ack);
  piece.place.querySelector(".rescue")?.remove();
  if (event) remember(event.workbook);
  if (draft) forget(draftKey(piece.model.get("workbook"), draft));
  if (refused && !others && !lost) keepRefused(ack);
  if (lost) offerDownload(piece);
}

function took(event) {
  const { workbook } = event;
  const own = meet().own;
  if (!own.has(workbook)) own.set(workbook, { code: "", events: new Map() });
  own.get(workbook).events.set(event.id, event);
  keepEvent(event);
  if (event.what === "code") own.get(workbook).code = event.code;
}

// Kept nowhere: the file is the only way left, so it is offered where the student is.
function offerDownload(piece) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "primary rescue";
  button.dataset.do = "download";
  button.textContent = WORDS.download;
  piece.place.append(button);
}

// The page is somebody else's now. The tab that asked for it goes along; others stay who they were.
function turned({ me: workbook, tab }) {
  if (tab === TAB) {
    letGo();
    remember(workbook);
    meet().displaced = "";
  } else if (me() && me() !== workbook) {
    meet().displaced = me();
  }
}

let stillness;

// Until everything on the page is somebody else's, an answer would be given to the wrong one.
function turn(piece, request) {
  const own = piece.place.parentNode; // it keeps the focus
  for (const page of document.querySelectorAll(".atr")) page.inert = page !== own;
  clearTimeout(stillness);
  stillness = setTimeout(() => {
    letGo();
    say(piece.status, WORDS.silentTurn);
  }, PATIENCE);
  piece.model.send({ ...request, tab: TAB });
}

function letGo() {
  clearTimeout(stillness);
  for (const page of document.querySelectorAll(".atr")) page.inert = false;
}

const ACTIONS = {
  somebody: turn,
  turn,
  reveal: (piece) => sendEvent(piece, "reveal", {}),
  reset: (piece) => sendEvent(piece, "reset", {}),
  download: ({ model, status }) => download(model, status),
  "save-file": ({ status }, { name, content, type }) => saveFile(name, [content], type, status),
  choose: ({ place }) => place.querySelector("input[type=file]").click(),
  bring: ({ model }, { workbook, code }) => giveBack(model, workbook ?? "", code ?? ""),
};

function pressed(piece, event) {
  const button = event.target.closest("[data-do]");
  if (button?.tagName !== "BUTTON") return;
  const action = ACTIONS[button.dataset.do];
  if (action) action(piece, button.dataset);
  else piece.model.send({ ...button.dataset, tab: TAB });
}
