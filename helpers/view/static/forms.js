// A form's answer: every field with its values, in order. Fields that begin with _ are tools.

function readForm(form) {
  const answer = {};
  for (const [name, value] of new FormData(form)) {
    if (!name.startsWith("_") && name !== "confidence") (answer[name] ??= []).push(value);
  }
  const sure = new FormData(form).get("confidence");
  return { answer, confidence: sure === null ? null : Number(sure) };
}

function fillForm(form, { answer = {}, confidence = null }) {
  for (const control of form.elements) {
    if (control.type === "radio" || control.type === "checkbox") {
      const values = control.name === "confidence" ? [String(confidence)] : (answer[control.name] ?? []);
      if (values.includes(control.value)) control.checked = true;
    } else if (control.dataset.fill !== undefined && answer[control.name]) {
      control.value = answer[control.name][0];
    }
  }
}

// What a form needs besides its fields. A tool is a function of (form, status, changed): it listens
// to the form if it is one of its own, and gives { load(answer) }, which brings an answer back.
const TOOLS = [];
