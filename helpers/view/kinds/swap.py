"""How a side-swap looks: the student's own marks, in the same sentences with other sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.kinds.annotate import lines_of
from helpers.kinds.swap import FIELD, KEPT, USUAL
from helpers.texts.article import WHOLE, Quote
from helpers.topics.framing import exchanges, invented, swap
from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.view.reading import folded_again, foreign
from helpers.view.tables import grid
from helpers.words import card_text, frame_text, handout_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.kinds.swap import Swap
    from helpers.view.card_state import CardState


class Marked(NamedTuple):
    """A mark of the student: its words, its sentence, and the same with other sides, by label."""

    words: str
    sentence: str
    versions: dict[str, str]


def form(state: CardState[Swap]) -> Markup:
    """Render each mark of the earlier exercise in its sentence with other sides."""
    marks = _marks(state)
    rows = [_pick(state, name, mark) for name, mark in marks.items()]
    names = element("input", type="hidden", name="asked", value=",".join(marks))
    label = element("p", card_text.MADE_UP, class_="constructed") if rows else None
    none = element("p", frame_text.NOTHING_MARKED, class_="note")
    return parts.question(
        state.exercise, names, label, element("div", rows or none, class_="sorting")
    )


def feedback(state: CardState[Swap]) -> Markup:
    """Render the choices, and how many of the marks held."""
    given, marks = state.last.read, _marks(state)
    rows = [
        element("li", _mark(state, marks[name]) if name in marks else None,
                element("strong", frame_text.KEPT_WORDS[choice]))
        for name, choice in given.items()
    ]  # fmt: skip
    kept = sum(choice == "same" for choice in given.values())
    return join(
        element("p", frame_text.marks_held(kept, len(given))),
        element("p", card_text.MADE_UP, class_="constructed"),
        element("ul", rows, class_="outcome"),
    )


def paper(state: CardState[Swap]) -> Markup:
    """Render the sentences with other sides, and rows for what was marked in them."""
    shown = state.first.show if state.first else ""
    home, passage = state.dossier.find_passage(shown)
    versions = [
        element("li", element("span", sentence.id, class_="number"), " ",
                [_version(state, *one) for one in _versions(state, sentence.id)])
        for sentence in home.article.passage(passage)
    ]  # fmt: skip
    heads = (handout_text.MARKED, *frame_text.KEPT_WORDS.values())
    tick = element("input", type="radio")
    rows = [(element("input", type="text"), *(tick for _ in KEPT)) for _ in range(USUAL)]
    return parts.question(
        state.exercise,
        element("p", card_text.MADE_UP, class_="constructed"),
        element("ul", versions, class_="swapped"),
        element("p", handout_text.SWAP_HOW, class_="note"),
        element("div", grid(heads, rows), class_="ticks own-marks"),
    )


def key(_: CardState[Swap]) -> Markup:
    """Say that nothing is right or wrong: the marks are the student's own."""
    return element("p", handout_text.OWN_MARKS)


def _marks(state: CardState[Swap]) -> dict[str, Marked]:
    """Give the marks of the last attempt that can be seen in a sentence with other sides."""
    if not state.earlier:
        return {}
    # The last one: what the student stands by after the feedback.
    found = enumerate(map(_read, lines_of(state.earlier[-1].answer)))
    marks = {f"{FIELD}{place}": _marked(state, spans) for place, spans in found}
    return {name: mark for name, mark in marks.items() if mark.versions}


def _read(written: str) -> list[tuple[int, int]]:
    pieces = (piece.split("-") for piece in written.split()[1:])
    return [(int(start), int(end)) for start, end in pieces]


def _marked(state: CardState[Swap], spans: list[tuple[int, int]]) -> Marked:
    article = state.dossier.article
    pieces = [article.text[start:end] for start, end in spans]
    begins = spans[0][0]
    home = next(s for s in article.sentences if s.span.start <= begins < s.span.end)
    stays = not exchanges(article.cut(home.span), begins - home.span.start, state.dossier.sides)
    # A word that went with the sides is not there to be judged again, and one about somebody who
    # has no counterpart would be judged beside the same name as before.
    versions = {
        label: text
        for label, text in _versions(state, home.id)
        if all(piece in text for piece in pieces) and not (stays and label == frame_text.EXCHANGED)
    }
    return Marked(" … ".join(pieces), home.id, versions)


def _versions(state: CardState[Swap], sentence: str) -> Iterator[tuple[str, str]]:
    """Give the sentence with the sides exchanged, where that means something, and with others."""
    sides = state.dossier.sides
    whole = state.dossier.article.quoted(Quote(sentence, WHOLE))
    if sentence not in sides.senseless and (made := swap(whole, sides).text) != whole:
        yield frame_text.EXCHANGED, made
    if (made := invented(whole, sides)) != whole:
        yield frame_text.INVENTED, made


def _pick(state: CardState[Swap], name: str, mark: Marked) -> Markup:
    picks = [parts.radio(name, choice, frame_text.KEPT_WORDS[choice]) for choice in KEPT]
    return parts.group(_mark(state, mark), element("div", picks, class_="chips"), class_="item")


def _mark(state: CardState[Swap], mark: Marked) -> Markup:
    """Show a mark, and its sentence with other sides."""
    versions = [_version(state, label, text) for label, text in mark.versions.items()]
    return element("span", frame_text.you_marked(mark.words, mark.sentence), versions)


def _version(state: CardState[Swap], label: str, text: str) -> Markup:
    words = element(
        "span", folded_again(state.dossier, text), class_="serif", lang=foreign(state.dossier)
    )
    return element("span", label, " ", words, class_="exchanged")
