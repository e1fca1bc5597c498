// The save bar's part: say what this browser has, give it back, download, load.

const MAX_FILE = 8_000_000; // a message of 10 MiB ends the connection to the kernel

// Take a copy of all that Python has of a workbook, and tell it what else this browser has.
function takeOwn(model, { workbook, code, events }) {
  const all = meet().own.get(workbook)?.events ?? new Map();
  for (const event of events) all.set(event.id, event);
  meet().own.set(workbook, { code, events: all });
  const known = new Set(events.map((event) => event.id));
  const copied = events.filter(keepEvent).length === events.length;
  const held = new Map();
  for (const kept of storedEvents()) {
    const whose = workbookOf(kept);
    if (kept.refused || (whose === workbook && known.has(kept.event.id))) continue;
    const key = whose || `first/${kept.code ?? ""}`;
    if (!held.has(key)) held.set(key, { workbook: whose, code: "", answers: 0 });
    const one = held.get(key);
    one.code ||= codeOf(kept);
    // Of others only answers are worth an offer; of ours whatever is missing is given back.
    if (kept.event.what === "answer" || whose === workbook) one.answers += 1;
  }
  model.send({
    do: "stored",
    held: [...held.values()],
    blocked: !copied || storageBlocked(),
    me: me(),
    spare: spare(),
  });
}

function giveBack(model, workbook, code) {
  const events = storedEvents()
    .filter((kept) => !kept.refused && workbookOf(kept) === workbook && (workbook || (kept.code ?? "") === code))
    .map((kept) => kept.event);
  model.send({ do: "restore", workbook, events });
}

// All events of a workbook that anybody here knows of. A code name that was replaced is in none.
function downloadable(workbook) {
  const { code, events } = meet().own.get(workbook) ?? { code: "", events: new Map() };
  const found = new Map(events);
  for (const kept of storedEvents()) {
    if (!kept.refused && workbookOf(kept) === workbook) found.set(kept.event.id, kept.event);
  }
  const sorted = [...found.values()].sort((a, b) => a.number - b.number || (a.at + a.id < b.at + b.id ? -1 : 1));
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
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(lines, { type: "application/x-ndjson" }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say(status, fill(WORDS.downloaded, { name }));
}

async function load(model, input, status) {
  const [file] = input.files;
  if (!file) return;
  input.value = "";
  if (file.size > MAX_FILE) return say(status, WORDS.large);
  try {
    // As bytes: Python knows more encodings than the browser guesses.
    model.send({ do: "load" }, undefined, [await file.arrayBuffer()]);
  } catch {
    say(status, WORDS.unreadable);
  }
}
