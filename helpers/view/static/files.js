// The save bar's part: say what this browser has, give it back, download, load.

const MAX_FILE = 8_000_000; // a message of 10 MiB ends the connection to the kernel
const MOST_SENT = 500_000; // characters of events in one message to the kernel; a single one may have more

// Take a copy of all that Python has of a workbook, portion by portion. After the last, tell it what
// else this browser has, and whether everything could be copied.
function takeOwn(piece, { workbook, code, events, first, more }) {
  if (first) piece.taken = { known: new Set(), copied: true };
  const { taken } = piece;
  // The page was opened in the middle of it, and has asked for all of it anew.
  if (!taken) return;
  const all = meet().own.get(workbook)?.events ?? new Map();
  meet().own.set(workbook, { code, events: all });
  for (const event of events) {
    all.set(event.id, event);
    taken.known.add(event.id);
    taken.copied = keepEvent(event) && taken.copied;
  }
  if (!more) tellStored(piece.model, workbook, taken);
}

function tellStored(model, workbook, { known, copied }) {
  const held = new Map();
  for (const kept of storedEvents()) {
    const whose = workbookOf(kept);
    if (kept.refused || (whose === workbook && known.has(kept.event.id))) continue;
    const key = whose || `first/${kept.code ?? ""}`;
    if (!held.has(key)) held.set(key, { workbook: whose, code: "", number: -1, events: [] });
    const one = held.get(key);
    const { number = 0 } = kept.event;
    if (codeOf(kept) && number > one.number) Object.assign(one, { code: codeOf(kept), number });
    one.events.push(kept.event);
  }
  // Of others only answers are worth an offer, also those that a reset hides; of ours whatever is
  // missing is given back.
  const worth = ({ workbook: whose, events }) => whose === workbook || events.some(({ what }) => what === "answer");
  model.send({
    do: "stored",
    held: [...held.values()].filter(worth).map(describe),
    blocked: !copied || storageBlocked(),
    me: me(),
    spare: spare(),
  });
}

const describe = ({ workbook, code, events }) => ({ workbook, code, answers: countAnswered(events) });

function giveBack(model, workbook, code) {
  const events = storedEvents()
    .filter((kept) => !kept.refused && workbookOf(kept) === workbook && (workbook || (kept.code ?? "") === code))
    .map((kept) => kept.event);
  const all = portions(events);
  for (const portion of all) model.send({ do: "restore", workbook, events: portion, more: portion !== all.at(-1) });
}

// A message that is too long ends the connection to the kernel.
function portions(events) {
  const found = [[]];
  let size = 0;
  for (const event of events) {
    const { length } = JSON.stringify(event);
    if (found.at(-1).length && size + length > MOST_SENT) {
      found.push([]);
      size = 0;
    }
    found.at(-1).push(event);
    size += length;
  }
  return found;
}

// All events of a workbook that anybody here knows of. A code name that was replaced is in none.
function downloadable(workbook) {
  const { code, events } = meet().own.get(workbook) ?? { code: "", events: new Map() };
  const found = new Map(events);
  for (const kept of storedEvents()) {
    if (!kept.refused && workbookOf(kept) === workbook) found.set(kept.event.id, kept.event);
  }
  const sorted = inOrder(found.values());
  const current = sorted.findLast((event) => event.what === "code");
  const named = current?.code ?? code;
  const shared = sorted.filter((event) => event.what !== "code" || event === current);
  return { code: named, events: shared.map((event) => (event.by ? { ...event, by: named } : event)) };
}

function download(model, status) {
  const workbook = model.get("workbook");
  const { code, events } = downloadable(workbook);
  const header = { kit: "According to Reports", format: 2, code, workbook };
  const lines = [header, ...events].map((line) => `${JSON.stringify(line)}\n`);
  const name = `according-to-reports-${code || "work"}-${new Date().toISOString().slice(0, 10)}.jsonl`;
  saveFile(name, lines, "application/x-ndjson", status);
}

function saveFile(name, parts, type, status) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say(status, fill(WORDS.downloaded, { name }));
}

function loadChosen(piece, input) {
  const files = [...input.files];
  input.value = "";
  load(piece, files);
}

async function load({ model, status }, files) {
  if (!files.length) return;
  if (files.reduce((sum, { size }) => sum + size, 0) > MAX_FILE) return say(status, WORDS.large);
  try {
    // As bytes: Python knows more encodings than the browser guesses.
    const contents = await Promise.all(files.map((file) => file.arrayBuffer()));
    model.send({ do: "load", names: files.map(({ name }) => name) }, undefined, contents);
  } catch {
    say(status, WORDS.unreadable);
  }
}

// Where files can be chosen, they can also be dropped, as many as the field takes.
function dropped(piece, event) {
  const field = piece.place.querySelector("input[type=file][multiple]");
  if (!field || !event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  if (event.type === "drop") load(piece, [...event.dataTransfer.files]);
}
