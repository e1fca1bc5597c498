// The save bar's part: give back what this browser still has, download, load.

const MAX_FILE = 8_000_000;

// Tell Python which events this browser has; it knows which of them it lacks.
function reportStored(model) {
  for (const event of model.get("events")) keepEvent(model.get("code"), event);
  const known = new Set(model.get("events").map((event) => event.id));
  const missing = {};
  for (const { code, event } of storedEvents()) {
    if (!known.has(event.id)) (missing[code ?? ""] ??= []).push(event.id);
  }
  const counts = Object.fromEntries(Object.entries(missing).map(([code, ids]) => [code, ids.length]));
  const blocked = storageBlocked();
  if (blocked || Object.keys(counts).length) model.send({ do: "stored", counts, blocked });
}

function giveBack(model, code) {
  const events = storedEvents().filter((kept) => (kept.code ?? "") === code).map((kept) => kept.event);
  model.send({ do: "restore", code, events });
}

function download(model, status) {
  const code = model.get("code");
  const found = new Map(model.get("events").map((event) => [event.id, event]));
  for (const kept of storedEvents()) if ((kept.code ?? "") === code) found.set(kept.event.id, kept.event);
  const events = [...found.values()].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
  const header = { kit: "According to Reports", format: 1, code };
  const lines = [header, ...events].map((line) => JSON.stringify(line) + "\n");
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
    model.send({ do: "load", text: await file.text() });
  } catch {
    say(status, WORDS.unreadable);
  }
}
