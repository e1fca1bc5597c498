"""How a side-swap looks: the student's own marks, in the sentences with the sides exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.annotate import lines_of
from helpers.kinds.swap import FIELD, KEPT
from helpers.texts.article import WHOLE, Quote
from helpers.topics.framing import swap
from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.view.reading import foreign
from helpers.words import frame_text

if TYPE_CHECKING:
    from helpers.kinds.swap import Swap
    from helpers.view.card_state import CardState


def form(state: CardState[Swap]) -> Markup:
    """Render each mark of the earlier exercise in its exchanged sentence."""
    marks = _marks(state)
    rows = [_pick(state, name, *mark) for name, mark in marks.items()]
    names = element("input", type="hidden", name="asked", value=",".join(marks))
    none = element("p", frame_text.NOTHING_MARKED, class_="note")
    return parts.question(state.exercise, names, element("div", rows or none, class_="sorting"))


def feedback(state: CardState[Swap]) -> Markup:
    """Render the choices, and how many of the marks held."""
    given, marks = state.last.read, _marks(state)
    rows = [
        element("li", _mark(state, *marks[name]) if name in marks else None,
                element("strong", frame_text.KEPT_WORDS[choice]))
        for name, choice in given.items()
    ]  # fmt: skip
    kept = sum(choice == "same" for choice in given.values())
    return join(
        element("p", frame_text.marks_held(kept, len(given))),
        element("ul", rows, class_="outcome"),
    )


def _marks(state: CardState[Swap]) -> dict[str, tuple[str, str]]:
    """Give the marks of the first attempt, each as its words and the sentence it begins in."""
    if not state.earlier:
        return {}
    article, found = state.dossier.article, {}
    # The first attempt: what was thought before any feedback.
    for place, written in enumerate(lines_of(state.earlier[0].answer)):
        pieces = [piece.split("-") for piece in written.split()[1:]]
        words = " … ".join(article.text[int(start) : int(end)] for start, end in pieces)
        begins = int(pieces[0][0])
        home = next(s.id for s in article.sentences if s.span.start <= begins < s.span.end)
        found[f"{FIELD}{place}"] = (words, home)
    return found


def _pick(state: CardState[Swap], name: str, words: str, sentence: str) -> Markup:
    picks = [parts.radio(name, choice, frame_text.KEPT_WORDS[choice]) for choice in KEPT]
    shown = _mark(state, words, sentence)
    return parts.group(shown, element("div", picks, class_="chips"), class_="item")


def _mark(state: CardState[Swap], words: str, sentence: str) -> Markup:
    """Show a mark, and its sentence with the sides exchanged."""
    dossier = state.dossier
    whole = dossier.article.quoted(Quote(sentence, WHOLE))
    exchanged = swap(whole, dossier.sides)
    return element(
        "span",
        frame_text.you_marked(words, sentence),
        element("span", exchanged.text, class_="serif exchanged", lang=foreign(dossier)),
    )
