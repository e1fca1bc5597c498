// A range given by two handles on one rail, which write into the two boxes and follow what is typed.

function startRange(form, _status, changed) {
  const place = form.querySelector("[data-range]");
  if (!place) return null;
  const range = {
    values: place.dataset.range.split(" ").map(Number),
    unit: place.dataset.unit,
    rail: place.querySelector(".rail"),
    boxes: [...place.querySelectorAll("input[type=text]")],
    handles: [...place.querySelectorAll("input[type=range]")],
  };
  place.querySelector(".reach").hidden = false;
  place.addEventListener("input", ({ target }) => {
    const end = range.handles.indexOf(target);
    if (end < 0) followBoxes(range);
    else moveHandle(range, end);
  });
  place.addEventListener("click", ({ target }) => {
    if (target.closest("[data-tool=leave]")) leaveRange(form, range, changed);
  });
  return { load: () => followBoxes(range) };
}

TOOLS.push(startRange);

// The other box keeps what was typed, also where it is none of the slider's round values.
function moveHandle(range, end) {
  const { values, boxes, handles } = range;
  const handle = handles[end];
  const other = typedNumber(boxes[1 - end]) ?? values[handles[1 - end].value];
  const crosses = (step) => (end ? values[step] < other : values[step] > other);
  let step = Number(handle.value);
  while (crosses(step) && values[step + (end ? 1 : -1)] !== undefined) step += end ? 1 : -1;
  // A number that was typed may lie beyond all of the slider.
  if (!crosses(step)) boxes[end].value = written(values[step]);
  // The rail shows both ends: where one is given, the other is, too.
  if (!boxes[1 - end].value.trim()) boxes[1 - end].value = written(other);
  followBoxes(range);
}

function followBoxes(range) {
  const { values, unit, rail, boxes, handles } = range;
  handles.forEach((handle, end) => {
    const typed = typedNumber(boxes[end]);
    if (typed !== null) handle.value = nearestStep(values, typed);
    handle.setAttribute("aria-valuetext", `${written(typed ?? values[handle.value])} ${unit}`);
    rail.style.setProperty(end ? "--high" : "--low", handle.value / (values.length - 1));
  });
}

// People write 1,200 and “three thousand”: what is no plain number moves no handle, and Python reads it.
function typedNumber(box) {
  const plain = box.value.replace(/[,\s]/g, "");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function nearestStep(values, number) {
  const far = values.map((value) => Math.abs(value - number));
  return far.indexOf(Math.min(...far));
}

const written = (value) => value.toLocaleString(WORDS.language, { maximumFractionDigits: 2 });

// A range that stays needs no reason, and is an answer.
function leaveRange(form, { boxes }, changed) {
  for (const box of boxes) box.value = box.defaultValue;
  for (const reason of form.querySelectorAll("[name$='-reason'][type=radio]")) reason.checked = false;
  changed();
  form.requestSubmit();
}
