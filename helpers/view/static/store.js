// What this browser keeps: committed events and drafts. Blocked storage is not an error:
// then the page's own memory holds them until the tab closes.

const PREFIX = "according-to-reports/";
const memory = (globalThis[Symbol.for(PREFIX)] ??= new Map());

// Tell whether the storage has it, by reading it back; where it has not, the memory has it.
function keep(key, value) {
  const written = JSON.stringify(value);
  memory.set(PREFIX + key, written);
  try {
    if (localStorage.getItem(PREFIX + key) !== written) localStorage.setItem(PREFIX + key, written);
    return localStorage.getItem(PREFIX + key) === written;
  } catch {
    return false;
  }
}

function forget(key) {
  memory.delete(PREFIX + key);
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // blocked: nothing was there
  }
}

function recall(key) {
  try {
    const stored = memory.get(PREFIX + key) ?? localStorage.getItem(PREFIX + key);
    return stored == null ? null : JSON.parse(stored);
  } catch {
    return null;
  }
}

function storageBlocked() {
  const kept = keep("try", newId());
  forget("try");
  return !kept;
}

function keysUnder(folder) {
  const found = new Set(memory.keys());
  try {
    // At once: some browsers count to a key from the first one each time.
    for (const key of Object.keys(localStorage)) found.add(key);
  } catch {
    // blocked: the memory is all there is
  }
  return [...found].filter((key) => key.startsWith(PREFIX + folder)).map((key) => key.slice(PREFIX.length));
}

// A copy is { event }; those of the first edition have a code name beside it, and no workbook in it.
function storedEvents() {
  return keysUnder("event/")
    .map(recall)
    .filter((kept) => kept?.event?.id);
}

function keepEvent(event) {
  count(event);
  return keep(`event/${event.id}`, { event });
}

// Refused is not deleted: it stays in the browser, and is not offered again.
function keepRefused(id) {
  const kept = recall(`event/${id}`);
  if (kept) keep(`event/${id}`, { ...kept, refused: true });
}

// In the order in which they count, as in Python: by number, whatever the clocks said.
function inOrder(events) {
  const clock = ({ at, id }) => at + id;
  return [...events].sort((a, b) => (a.number ?? 0) - (b.number ?? 0) || (clock(a) < clock(b) ? -1 : 1));
}

// How many exercises have an answer that no reset hides, as `answered_exercises` of Python has it.
function countAnswered(events) {
  const undone = new Set(events.filter(({ what }) => what === "undo").map(({ refers }) => refers));
  const hidden = new Set();
  const answered = new Set();
  for (const { id, what, lesson, exercise = "" } of inOrder(events).reverse()) {
    const place = `${lesson}/${exercise}`;
    if (what === "reset" && !undone.has(id)) hidden.add(place);
    if (what === "answer" && !hidden.has(place) && !hidden.has(`${lesson}/`)) answered.add(place);
  }
  return answered.size;
}

const workbookOf = ({ event }) => event.workbook ?? "";
const codeOf = ({ event, code }) => (event.what === "code" ? event.code : event.by) || code || "";

// --- the order of events: a number that only grows, whatever the clocks say -----------------------

const highest = new Map();

function count({ workbook = "", number = 0 }) {
  if (number > (highest.get(workbook) ?? 0)) highest.set(workbook, number);
}

function nextNumber(workbook) {
  if (!highest.has(workbook)) for (const { event } of storedEvents()) count(event);
  const number = (highest.get(workbook) ?? 0) + 1;
  highest.set(workbook, number);
  return number;
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function newEvent(what, workbook, fields) {
  return { id: newId(), at: new Date().toISOString(), what, workbook, number: nextNumber(workbook), ...fields };
}
