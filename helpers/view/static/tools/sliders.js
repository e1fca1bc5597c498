// A slider says its value beside its name while it moves, before Python has answered.

function startSliders(form) {
  const sliders = form.querySelectorAll("input[type=range][data-says]");
  if (!sliders.length) return null;
  const says = (slider) => {
    const words = fill(slider.dataset.says, { value: slider.value });
    slider.setAttribute("aria-valuetext", words);
    slider.closest("label").querySelector(".value").textContent = words;
  };
  form.addEventListener("input", ({ target }) => {
    if (target.dataset.says) says(target);
  });
  return { load: () => sliders.forEach(says) };
}

TOOLS.push(startSliders);
