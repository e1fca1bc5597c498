// What is missing in a form is said where it is missing. The field takes the focus, and with it a screen
// reader reads the sentence; so the status line stays empty, and nobody hears it twice.

const GROUP = "fieldset, form, [data-asked]";

// Tell whether there is such a field; a sentence about any other belongs in the status line.
function sayMissing(piece, field, words) {
  const controls = [...piece.place.querySelectorAll(`[name="${CSS.escape(field)}"]:not([type=hidden])`)];
  if (!controls.length) return false;
  for (const group of piece.place.querySelectorAll(GROUP)) clearMissing(group);
  const note = makeNote(words);
  for (const control of controls) {
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", note.id);
  }
  // Where the focus is already, nothing would read the sentence.
  if (controls.includes(document.activeElement)) note.setAttribute("role", "alert");
  blockOf(controls[0]).before(note);
  say(piece.status, "");
  if (!controls.includes(document.activeElement)) controls[0].focus();
  note.scrollIntoView({ block: "nearest" });
  return true;
}

function makeNote(words) {
  const note = document.createElement("p");
  note.className = "missing";
  note.id = `missing-${newId()}`;
  note.textContent = words;
  return note;
}

// What the group of a control holds it in: the note stands above all of its options.
const blockOf = (control) => [...control.closest(GROUP).children].find((block) => block.contains(control));

// Once the student fills it in, nothing is missing there.
function clearMissing(group) {
  const note = group?.querySelector(":scope > .missing");
  if (!note) return;
  for (const control of group.querySelectorAll(`[aria-describedby="${note.id}"]`)) {
    control.removeAttribute("aria-invalid");
    control.removeAttribute("aria-describedby");
  }
  note.remove();
}
