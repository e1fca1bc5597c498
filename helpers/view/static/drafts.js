// Drafts: what stands in a form and is not committed. This browser keeps them, by the address of the
// page; the folder keeps them too, for the day when the server comes back at another address.

const FIRST = /^0*$/; // the workbook of the first edition
const REST = 400; // how long a hand rests before the folder gets the draft

const draftKey = (workbook, draft) => `draft/${workbook}/${draft}`;

function saveDraft(piece, form) {
  if (!form?.dataset.draft) return;
  piece.changes += 1; // so that the newer of two copies is known
  const draft = { ...readForm(form), changes: piece.changes };
  const kept = keep(draftKey(piece.model.get("workbook"), form.dataset.draft), draft);
  if (!kept && !piece.warned) say(piece.status, WORDS.noDraft);
  piece.warned = !kept;
  sendDraft(piece, form.dataset.draft, draft);
}

function sendDraft(piece, form, draft) {
  piece.unsent = { ...draft, form, workbook: piece.model.get("workbook") };
  clearTimeout(piece.resting);
  piece.resting = setTimeout(() => flushDraft(piece), REST);
}

function flushDraft(piece) {
  const { unsent: draft } = piece;
  dropDraft(piece);
  try {
    if (draft) piece.model.send({ do: "draft", draft });
  } catch {
    // A kernel that is gone: this browser has it.
  }
}

function dropDraft(piece) {
  clearTimeout(piece.resting);
  piece.unsent = null;
}

// The newer of the browser's draft and the folder's.
function findDraft(piece, form) {
  const here = recallDraft(piece, form);
  const there = JSON.parse(form.dataset.begun ?? "null");
  return (there?.changes ?? 0) > (here?.changes ?? 0) ? there : here;
}

function recallDraft(piece, form) {
  const workbook = piece.model.get("workbook");
  const { draft } = form.dataset;
  // The first edition kept drafts without saying whose they were.
  return recall(draftKey(workbook, draft)) ?? (FIRST.test(workbook) ? recall(`draft/${draft}`) : null);
}

// Until it is known whose the page is, a draft lies under a workbook that nobody has. It goes along,
// and the form stays as it is, under the student's hand. Tell whether it may.
function carryDraft(piece) {
  const before = piece.workbook;
  piece.workbook = piece.model.get("workbook");
  const form = piece.place.querySelector("form");
  const { draft } = form?.dataset ?? {};
  if (!draft || meet().own.get(before)?.events.size) return false;
  const begun = recall(draftKey(before, draft));
  if (!begun) return !findDraft(piece, form);
  keep(draftKey(piece.workbook, draft), begun);
  forget(draftKey(before, draft));
  sendDraft(piece, draft, begun);
  return true;
}
