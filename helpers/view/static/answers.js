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
      const values = control.name === "confidence" ? [String(confidence)] : answer[control.name] ?? [];
      if (values.includes(control.value)) control.checked = true;
    } else if (control.dataset.fill !== undefined && answer[control.name]) {
      control.value = answer[control.name][0];
    }
  }
  if (answer.order) reorder(form.querySelector(".ordering"), answer.order);
}
