// One at a time: of the parts of a picture in words only one is shown, and its shapes stand out.

function startSteps(place, were) {
  for (const walk of place.querySelectorAll("[data-steps]")) showPart(walk, were.get(walk.dataset.steps) ?? 0);
}

// Where each walk stands, so that a redraw can lead back there.
function stepsShown(place) {
  const begun = [...place.querySelectorAll("[data-at]")];
  return new Map(begun.map(({ dataset }) => [dataset.steps, Number(dataset.at)]));
}

function showPart(walk, wanted) {
  const parts = [...walk.querySelectorAll("li[data-step]")];
  const at = Math.max(0, Math.min(wanted, parts.length - 1));
  walk.dataset.at = at;
  for (const part of parts) part.hidden = part !== parts[at];
  for (const shape of walk.querySelectorAll("svg [data-step]")) {
    shape.classList.toggle("picked", shape.dataset.step === parts[at].dataset.step);
  }
  for (const button of walk.querySelectorAll("[data-walk]")) {
    // Not disabled: a button that is pressed keeps the focus, also at the end of the way.
    button.setAttribute("aria-disabled", !parts[at + Number(button.dataset.walk)]);
  }
  return parts[at];
}

function pressedStep({ target }) {
  const walk = target.closest("[data-steps]");
  const button = target.closest("[data-walk]");
  const shape = target.closest("svg [data-step]");
  if (button) showPart(walk, Number(walk.dataset.at) + Number(button.dataset.walk));
  if (!shape || !walk) return;
  const parts = [...walk.querySelectorAll("li[data-step]")];
  const place = parts.findIndex(({ dataset }) => dataset.step === shape.dataset.step);
  if (place >= 0) showPart(walk, place).scrollIntoView({ block: "nearest" });
}
