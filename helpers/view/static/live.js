// One piece of the page: insert what Python made, listen, keep a copy, put the focus back.

const PATIENCE = 8_000;
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
  const piece = { model, place: page.firstChild, status, waiting: new Map(), soon: null, telling: null };

  const redraw = () => draw(piece);
  const announce = () => say(status, model.get("says"));
  const hear = (message) => heard(piece, message);
  const store = () => reportStored(model);
  model.on("change:markup", redraw);
  model.on("change:says", announce);
  model.on("change:events", store);
  model.on("msg:custom", hear);
  page.addEventListener("submit", (event) => commit(piece, event));
  page.addEventListener("click", (event) => pressed(piece, event));
  page.addEventListener("input", (event) => {
    const form = event.target.closest("form");
    saveDraft(form);
    if (form?.dataset.live !== undefined) sendSoon(piece, form);
  });
  page.addEventListener("change", (event) => {
    if (event.target.type === "file") load(model, event.target, status);
  });
  redraw();
  if (page.querySelector("[data-bar]")) store();
  return () => {
    model.off("change:markup", redraw);
    model.off("change:says", announce);
    model.off("change:events", store);
    model.off("msg:custom", hear);
    for (const timer of piece.waiting.values()) clearTimeout(timer);
  };
}

function draw(piece) {
  const { place, status, model } = piece;
  const had = place.contains(document.activeElement);
  const where = insert(place, model.get("markup"));
  const form = place.querySelector("form");
  if (form) start(form, status);
  if (!had) return;
  const goal =
    place.querySelector(".feedback") ?? (where && place.querySelector(where)) ?? place.querySelector(CONTROL);
  goal?.focus();
}

function start(form, status) {
  const changed = () => saveDraft(form);
  const tools = TOOLS.map((tool) => tool(form, status, changed)).filter(Boolean);
  const draft = form.dataset.draft && recall(`draft/${form.dataset.draft}`);
  const known = draft ?? { answer: JSON.parse(form.dataset.answer ?? "{}") };
  fillForm(form, known);
  for (const tool of tools) tool.load(known.answer ?? {});
}

function saveDraft(form) {
  if (form?.dataset.draft) keep(`draft/${form.dataset.draft}`, readForm(form));
}

function commit(piece, event) {
  event.preventDefault();
  const form = event.target;
  if (form.dataset.do) return piece.model.send({ do: form.dataset.do, ...readForm(form).answer });
  sendEvent(piece, newEvent("answer", readForm(form)), form.dataset.draft);
}

// The browser keeps the event before Python hears of it: a dead kernel loses nothing.
function sendEvent(piece, event, draft) {
  const { model, status, waiting } = piece;
  const whole = { ...event, ...model.get("about") };
  keepEvent(model.get("code"), whole);
  waiting.set(
    whole.id,
    setTimeout(() => say(status, WORDS.silent), PATIENCE),
  );
  model.send({ do: "event", event: whole, draft });
}

// At most one message a frame, however fast a slider moves.
function sendSoon(piece, form) {
  piece.soon ??= requestAnimationFrame(() => {
    piece.soon = null;
    piece.model.send({ do: "set", ...readForm(form).answer });
  });
}

// A part of the piece alone, so that the slider under the finger stays.
function redrawPart(piece, { part, markup }) {
  const place = piece.place.querySelector(`[data-part="${CSS.escape(part)}"]`);
  insert(place, markup);
  clearTimeout(piece.telling);
  piece.telling = setTimeout(() => say(piece.status, place.querySelector(".finding").textContent), QUIET);
}

function heard(piece, message) {
  const { model, waiting } = piece;
  if (message.part) redrawPart(piece, message);
  if (message.ack) {
    clearTimeout(waiting.get(message.ack));
    waiting.delete(message.ack);
    if (message.refused) forget(`event/${message.ack}`);
    else if (message.draft) forget(`draft/${message.draft}`);
  }
  if (message.keep) keepEvent(model.get("code"), message.keep);
  if (message.fetch !== undefined) giveBack(model, message.fetch);
}

const ACTIONS = {
  reveal: (piece) => sendEvent(piece, newEvent("reveal", {})),
  reset: (piece) => sendEvent(piece, newEvent("reset", {})),
  download: ({ model, status }) => download(model, status),
  choose: ({ place }) => place.querySelector("input[type=file]").click(),
  bring: ({ model }, { code }) => giveBack(model, code),
};

function pressed(piece, event) {
  const button = event.target.closest("[data-do]");
  if (button?.tagName !== "BUTTON") return;
  const action = ACTIONS[button.dataset.do];
  if (action) action(piece, button.dataset);
  else piece.model.send({ ...button.dataset });
}
