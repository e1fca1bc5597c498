"""How a side-swap looks: the student's own marks, in the sentences with the sides exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.article import WHOLE, Quote
from helpers.kinds.swap import KEPT
from helpers.topics.framing import swap
from helpers.view import frame_strings as strings
from helpers.view import parts
from helpers.view.markup import Markup, element, join

if TYPE_CHECKING:
    from helpers.kinds.swap import Swap
    from helpers.view.look import Look


def form(look: Look[Swap]) -> Markup:
    """Render each mark of the earlier exercise in its exchanged sentence."""
    marks = _marks(look)
    rows = [_pick(look, name, *mark) for name, mark in marks.items()]
    names = element("input", type="hidden", name="asked", value=",".join(marks))
    none = element("p", strings.NOTHING_MARKED, class_="note")
    return parts.question(look.exercise, names, element("div", rows or none, class_="sorting"))


def feedback(look: Look[Swap]) -> Markup:
    """Render the choices, and how many of the marks held."""
    given, marks = look.exercise.read(look.last.answer), _marks(look)
    rows = [
        element("li", _mark(look, *marks[name]) if name in marks else None,
                element("strong", strings.KEPT_WORDS[choice]))
        for name, choice in given.items()
    ]  # fmt: skip
    kept = sum(choice == "same" for choice in given.values())
    return join(
        element("p", strings.marks_held(kept, len(given))),
        element("ul", rows, class_="outcome"),
        element("p", look.exercise.after),
    )


def _marks(look: Look[Swap]) -> dict[str, tuple[str, str]]:
    """Give the marks of the first attempt, each as its words and the sentence it begins in."""
    if not look.earlier:
        return {}
    article, found = look.dossier.article, {}
    for place, written in enumerate(look.earlier[0].answer.get("mark", [])):
        pieces = [piece.split("-") for piece in written.split()[1:]]
        words = " … ".join(article.text[int(start) : int(end)] for start, end in pieces)
        begins = int(pieces[0][0])
        home = next(s.id for s in article.sentences if s.span.start <= begins < s.span.end)
        found[f"mark-{place}"] = (words, home)
    return found


def _pick(look: Look[Swap], name: str, words: str, sentence: str) -> Markup:
    picks = [parts.radio(name, choice, strings.KEPT_WORDS[choice]) for choice in KEPT]
    shown = _mark(look, words, sentence)
    return parts.group(shown, element("div", picks, class_="chips"), class_="item")


def _mark(look: Look[Swap], words: str, sentence: str) -> Markup:
    """Show a mark, and its sentence with the sides exchanged."""
    dossier = look.dossier
    whole = dossier.article.quoted(Quote(sentence, WHOLE))
    exchanged = swap(whole, dossier.sides)
    return element(
        "span",
        strings.you_marked(words, sentence),
        element("span", exchanged.text, class_="serif exchanged"),
    )
