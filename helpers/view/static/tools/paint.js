// An article to colour: a press on a sentence gives it the voice that is chosen above.

function startPainting(form, status, changed) {
  const article = form.querySelector(".voice-map");
  if (!article) return null;
  article.addEventListener("change", ({ target }) => colour(target));
  article.addEventListener("click", ({ target }) => {
    // A press that unfolds words, or chooses from the list, paints nothing.
    const text = target.closest("details") ? null : target.closest("[data-paints]");
    const brush = form.querySelector("[name=_voice]:checked");
    if (!text || !brush) return;
    const list = form.elements[text.dataset.paints];
    list.value = brush.value;
    colour(list);
    const sentence = text.previousElementSibling.textContent;
    say(status, fill(WORDS.painted, { sentence, voice: list.selectedOptions[0].text }));
    clearMissing(list.closest("[data-asked]"));
    changed();
  });
  return { load: () => article.querySelectorAll("select").forEach(colour) };
}

TOOLS.push(startPainting);

// Not by a rule of style with “:has”: the browser would look at all of a long page at every change.
function colour(list) {
  list.closest("[data-asked]").dataset.ink = list.selectedOptions[0].dataset.ink ?? "";
}
