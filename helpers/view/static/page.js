// Markup on the page. Python made and escaped it; this is the only place that inserts it.

function insert(place, markup) {
  const focused = place.contains(document.activeElement) ? trail(document.activeElement) : null;
  const opened = [...place.querySelectorAll("[data-fold][open]")].map(({ dataset }) => dataset.fold);
  const steps = stepsShown(place);
  const holder = document.createElement("template");
  holder.innerHTML = markup;
  place.replaceChildren(holder.content);
  // What the student has opened stays open.
  for (const name of opened) place.querySelector(`[data-fold="${CSS.escape(name)}"]`)?.setAttribute("open", "");
  startSteps(place, steps);
  return focused;
}

// How to find a control again after a redraw: by what it is, not by where it stood.
function trail(control) {
  const { localName, name, value, dataset } = control;
  if (localName === "textarea") return `[name="${CSS.escape(name)}"]`;
  const { fold } = control.parentNode.dataset;
  if (localName === "summary") return fold ? `[data-fold="${CSS.escape(fold)}"] > summary` : null;
  if (dataset.walk) {
    const { steps } = control.closest("[data-steps]").dataset;
    return `[data-steps="${CSS.escape(steps)}"] [data-walk="${dataset.walk}"]`;
  }
  if (dataset.do) return `[data-do="${CSS.escape(dataset.do)}"]`;
  return name ? `[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]` : null;
}

function say(status, words) {
  // Emptied first, so that the same sentence is announced twice.
  status.textContent = "";
  requestAnimationFrame(() => (status.textContent = words));
}

function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// JupyterLab's one-key shortcuts (x cuts the cell) reach whatever is focused and no text field.
function keepKeysInside(el) {
  el.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  });
}
