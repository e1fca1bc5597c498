// What this browser keeps: committed events and drafts. Blocked storage is not an error:
// then the page's own memory holds them until the tab closes.

const PREFIX = "according-to-reports/";
const memory = (globalThis[Symbol.for(PREFIX)] ??= new Map());

// Tell whether the storage took it; where it is full or blocked, the memory has it.
function keep(key, value) {
  const written = JSON.stringify(value);
  memory.set(PREFIX + key, written);
  try {
    localStorage.setItem(PREFIX + key, written);
    return true;
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
  try {
    localStorage.setItem(`${PREFIX}try`, "");
    localStorage.removeItem(`${PREFIX}try`);
    return false;
  } catch {
    return true;
  }
}

function keysUnder(folder) {
  const found = new Set(memory.keys());
  try {
    for (let i = 0; i < localStorage.length; i++) found.add(localStorage.key(i));
  } catch {
    // blocked: the memory is all there is
  }
  return [...found].filter((key) => key.startsWith(PREFIX + folder)).map((key) => key.slice(PREFIX.length));
}

function storedEvents() {
  return keysUnder("event/")
    .map(recall)
    .filter((kept) => kept?.event?.id);
}

function keepEvent(code, event) {
  return keep(`event/${event.id}`, { code, event });
}

function newEvent(what, fields) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const id = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { id, at: new Date().toISOString(), what, ...fields };
}
