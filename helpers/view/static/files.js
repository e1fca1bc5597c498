// The save bar's part: give back what this browser still has, download, load.

const MAX_FILE = 8_000_000; // a message of 10 MiB ends the connection to the kernel

// Tell Python which events this browser has; it knows which of them it lacks.
function reportStored(model) {
  const refused = model.get("events").filter((event) => !keepEvent(model.get("code"), event));
  const known = new Set(model.get("events").map((event) => event.id));
  const counts = {};
  for (const { code, event } of storedEvents()) {
    // Another choice of a code name never replaces ours, so it is no loss either.
    if (known.has(event.id) || (event.what === "code" && model.get("code"))) continue;
    counts[code ?? ""] = (counts[code ?? ""] ?? 0) + 1;
  }
  const blocked = refused.length > 0 || storageBlocked();
  if (blocked || Object.keys(counts).length) model.send({ do: "stored", counts, blocked });
}

function giveBack(model, code) {
  const events = storedEvents()
    .filter((kept) => (kept.code ?? "") === code)
    .map((kept) => kept.event);
  model.send({ do: "restore", code, events });
}

function download(model, status) {
  const code = model.get("code");
  const found = new Map(model.get("events").map((event) => [event.id, event]));
  for (const kept of storedEvents()) if ((kept.code ?? "") === code) found.set(kept.event.id, kept.event);
  const events = [...found.values()].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
  const header = { kit: "According to Reports", format: 1, code };
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
    const text = await file.text();
    const sent = new Blob([JSON.stringify(text)]).size;
    if (sent > MAX_FILE) return say(status, WORDS.large);
    model.send({ do: "load", text });
  } catch {
    say(status, WORDS.unreadable);
  }
}
