// A form's answer: every field with its values, in order. Fields that begin with _ are tools.
// Names of fields can be ids of items, so only own keys count: “constructor” is a name like another.

function readForm(form) {
  const fields = new FormData(form);
  const answer = Object.create(null);
  for (const [name, value] of fields) {
    if (!name.startsWith("_")) (answer[name] ??= []).push(value);
  }
  const sure = fields.get("_sure");
  return { answer, confidence: sure === null ? null : Number(sure) };
}

function fillForm(form, { answer = {}, confidence = null }) {
  const written = (name) => (Object.hasOwn(answer, name) ? answer[name] : []);
  for (const control of form.elements) {
    if (control.type === "radio" || control.type === "checkbox") {
      const values = control.name === "_sure" ? [String(confidence)] : written(control.name);
      if (values.includes(control.value)) control.checked = true;
    } else if (control.dataset.fill !== undefined && written(control.name).length) {
      control.value = written(control.name)[0];
    }
  }
}

// What a form needs besides its fields. A tool is a function of (form, status, changed): it listens
// to the form if it is one of its own, and gives { load(answer) }, which brings an answer back.
const TOOLS = [];
