"""An article in the colours of its voices, word by word, and one bar of how much each has."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from helpers.texts.article import Span
from helpers.topics.anonymity import WRITER, word_owners
from helpers.view import palette
from helpers.view.markup import Markup, element, join
from helpers.view.reading import folded, foreign
from helpers.view.strip import Piece, strip, swatched
from helpers.words import voice_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.texts.article import Sentence
    from helpers.texts.dossier import Dossier
    from helpers.topics.anonymity import VoiceProfile, WordShare

NO_INK = 0
"""The ground of all voices for which there is no colour of their own."""


def render_coloured(
    dossier: Dossier, heard: Sequence[VoiceProfile], shares: dict[str, WordShare]
) -> Markup:
    """Render every word on the ground of the voice that it passes on, and the bar below."""
    names = {one.voice.id: one.voice.name for one in heard}
    inks = _inks(shares)
    rows = [_sentence(dossier, one, names, inks) for one in dossier.article.sentences]
    return join(
        element("div", rows, class_="article voiced", lang=foreign(dossier)),
        _bar({WRITER: voice_text.WRITER, **names}, inks, shares),
    )


def _inks(shares: dict[str, WordShare]) -> dict[str, int]:
    """Give grounds to the voices with the most words; where they run out, names must do."""
    spoken = [name for name in _most_first(shares) if name != WRITER]
    most = len(palette.VOICES)
    return {name: place if place <= most else NO_INK for place, name in enumerate(spoken, start=1)}


def _most_first(shares: dict[str, WordShare]) -> list[str]:
    return sorted(shares, key=lambda name: -shares[name].words)


def _sentence(
    dossier: Dossier, sentence: Sentence, names: dict[str, str], inks: dict[str, int]
) -> Markup:
    owned = word_owners(dossier, sentence)
    runs = [
        _run(dossier, [word for word, _ in run], names.get(voice, ""), inks.get(voice))
        for voice, run in groupby(owned, key=lambda pair: pair[1])
    ]
    text = element("span", join(*runs, by=" "), class_="text serif", dir="auto")
    number = element("span", sentence.id, class_="number")
    return element("div", number, " ", text, class_="sentence")


def _run(dossier: Dossier, words: list[Span], name: str, ink: int | None) -> Markup:
    """Render words of one voice after its name, and those of the writer as they are."""
    text = folded(dossier, Span(words[0].start, words[-1].end))
    if not name:
        return text
    # The name is the second sign, beside the ground.
    tag = element("span", name, class_="tag")
    return element("span", tag, " ", text, class_="voice", data_ink=ink)


def _bar(names: dict[str, str], inks: dict[str, int], shares: dict[str, WordShare]) -> Markup:
    order = _most_first(shares)
    rows = [element("li", _named(names[name], inks.get(name), shares[name])) for name in order]
    whole = sum(round(100 * part.share) for part in shares.values())
    rounded = "" if whole == 100 else voice_text.ROUNDED.format(sum=whole)  # noqa: PLR2004
    return join(
        strip([Piece(shares[name].words, inks.get(name)) for name in order]),
        element("ul", rows, class_="voice-key"),
        element("p", " ".join(filter(None, (voice_text.COUNTED, rounded))), class_="note"),
    )


def _named(name: str, ink: int | None, part: WordShare) -> Markup:
    return join(swatched(name, ink), ": ", voice_text.share(part.words, part.share))
