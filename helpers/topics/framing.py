"""Framing: cue words, who acts on whom, and the side-swap. No score of bias of any kind.

On whole news articles, lists of words hit little of what readers mark as biased, so these lists
point at places to look, and judge nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from helpers.texts.article import Span
from helpers.texts.vocabulary import CueClass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from helpers.texts.dossier import Dossier
    from helpers.texts.records import Action, Sides

CUES: dict[CueClass, tuple[str, ...]] = {
    CueClass.NEUTRAL: ("said", "says", "told", "stated", "added", "according to", "reported"),
    CueClass.FACTIVE: ("revealed", "revealing", "reveals", "exposed", "admitted", "realised",
                       "pointed out", "showed that"),
    CueClass.DOUBTING: ("claimed", "claims", "alleged", "alleges", "so-called", "purported"),
    CueClass.ASSERTIVE: ("insisted", "insists", "dismissed", "boasted", "vowed", "stressed",
                         "warned", "declared"),
    CueClass.BELIEF: ("believes", "believed", "thinks", "thought that", "expects", "fears"),
    CueClass.AGENTLESS: ("reportedly", "are thought to", "is thought to", "is said to",
                         "are said to", "allegedly", "is expected to", "are expected to"),
}  # fmt: skip
"""Our own short list, in groups of our own, after Hooper, On Assertive Predicates (1975), and
Recasens, Danescu-Niculescu-Mizil and Jurafsky, Linguistic Models for Analyzing and Detecting Biased
Language (2013)."""
_SMALL_U = ("uk", "un", "us", "ut", "eu", "one", "once")
"""Beginnings that are written with a vowel and spoken without one: a European."""


HEDGES = (
    "may", "might", "could", "perhaps", "possibly", "probably", "likely", "unlikely", "apparently",
    "appears to", "appear to", "seems to", "seem to", "suggests", "suggest", "estimated",
    "not known", "unclear", "roughly", "up to", "at least",
)  # fmt: skip
"""Words that leave room; our own short list, after the hedges of Hyland, Metadiscourse (2005).

Words that also mean something else, such as “about” and “some”, are left out.
"""
_UNABLE = re.compile(r"\bcould not\b", re.IGNORECASE)
"""Whoever could not do something leaves no room."""


class Certainty(NamedTuple):
    """What in a sentence bears on how sure it sounds."""

    cues: tuple[Cue, ...]
    hedges: tuple[str, ...]


class Cue(NamedTuple):
    """A cue word, where it stands in the text, and what it makes a reader believe."""

    span: Span
    words: str
    kind: CueClass


class Swapped(NamedTuple):
    """A text with the sides exchanged; `unclean` names what could not be exchanged, and why."""

    text: str
    unclean: tuple[str, ...]


def cues(text: str) -> tuple[Cue, ...]:
    """Find the cue words of a text; of two that overlap, the longer one.

    >>> [cue.words for cue in cues("He claimed it, according to reports.")]
    ['claimed', 'according to']
    """
    kinds = {words: kind for kind, several in CUES.items() for words in several}
    found = [one for one in _any_of(kinds).finditer(text) if one[0].casefold() in kinds]
    return tuple(Cue(Span(*one.span()), one[0], kinds[one[0].casefold()]) for one in found)


def hedges(text: str) -> tuple[str, ...]:
    """Find the words of a text that leave room.

    >>> hedges("It may take up to 40.")
    ('may', 'up to')
    """
    return tuple(found[0] for found in _any_of(HEDGES).finditer(_UNABLE.sub(" ", text)))


def certainty(dossier: Dossier) -> dict[str, Certainty]:
    """Give the cue words and the hedges of each sentence, in the order of the text.

    >>> certainty(open_dossier("my-text"))["S5"].cues[1].words  # doctest: +SKIP
    'revealing'
    """
    words = {one.id: dossier.article.cut(one.span) for one in dossier.article.sentences}
    return {name: Certainty(cues(text), hedges(text)) for name, text in words.items()}


def hidden(dossier: Dossier) -> tuple[Action, ...]:
    """Give the actions of which the text does not tell who does them."""
    return tuple(action for action in dossier.actions if not action.agent)


def swap(text: str, sides: Sides) -> Swapped:
    """Exchange the names of the sides, with capitals, endings and articles kept in order.

    Twice gives the text again. Words without a counterpart stay and are named; so are words that
    belong to a side and stand in no pair, such as “Russo-”.

    >>> from helpers.texts.records import Sides
    >>> swap("an Ossian’s boat", Sides(pairs=(("Ossian", "Rellan"),), stems=(), left={})).text
    'a Rellan’s boat'
    """
    # Both ways: exchanging twice must give the text again.
    others = {a.casefold(): b for a, b in sides.pairs} | {b.casefold(): a for a, b in sides.pairs}
    return Swapped(_renamed(text, others), _unclean(text, sides, others))


def exchanges(text: str, at: int, sides: Sides) -> bool:
    """Tell whether a word, which begins at `at`, is about somebody who is exchanged.

    It is mostly about the name that comes next; where that stays, nothing of the word is tested.

    >>> from helpers.texts.records import Sides
    >>> sides = Sides(pairs=(("Ossian", "Rellan"),), left={"Tarn": "It takes no side."})
    >>> words = "The vain king of Tarn met a brave Ossian."
    >>> exchanges(words, words.index("vain"), sides), exchanges(words, words.index("brave"), sides)
    (False, True)
    """
    stays = {name.casefold() for name in sides.left}
    names = [*sides.left, *(name for pair in sides.pairs for name in pair)]
    following = _any_of(names).search(text, at)
    return not following or following[0].casefold() not in stays


def invented(text: str, sides: Sides) -> str:
    """Give the text with names of states and people that do not exist.

    >>> from helpers.texts.records import Sides
    >>> invented("A Rellan boat", Sides(invented=(("Rellan", "Ossian"),)))
    'An Ossian boat'
    """
    return _renamed(text, {name.casefold(): other for name, other in sides.invented})


def _renamed(text: str, others: dict[str, str]) -> str:
    # The article before a name goes along: a Rellan, an Ossian.
    named = re.compile(rf"(?:\b(an?) )?({_any_of(others).pattern})", re.IGNORECASE)
    return named.sub(lambda one: _exchanged(one, others), text)


def _exchanged(found: re.Match[str], others: dict[str, str]) -> str:
    """Give the other name as this one was written, after the article that it asks for."""
    article, name = found[1], found[2]
    # An i with another dot passes for an i in a search, but makes another word.
    other = others.get(name.casefold(), name)
    shouted = name.isupper()
    other = other.upper() if shouted else other
    if not article:
        return other
    fitting = _article(other).capitalize() if article[0].isupper() else _article(other)
    return f"{fitting.upper() if shouted else fitting} {other}"


def _article(name: str) -> str:
    plain = name.casefold()
    return "an" if plain.startswith(tuple("aeiou")) and not plain.startswith(_SMALL_U) else "a"


def _unclean(text: str, sides: Sides, others: dict[str, str]) -> tuple[str, ...]:
    """Name what stays on its side although the rest has changed."""
    left = {words.casefold(): why for words, why in sides.left.items()}
    there = (one[0] for one in _any_of(left).finditer(text) if one[0].casefold() in left)
    stays = [f"{words}: {left[words.casefold()]}" for words in there]
    stems = "|".join(map(re.escape, sides.stems))
    odd = re.findall(rf"\b(?:{stems})[\w-]*", text) if stems else []
    bare = [re.split(r"-", word)[0] for word in odd]
    unknown = [
        f"{word}: no counterpart is known."
        for word, name in zip(odd, bare, strict=True)
        if name.casefold() not in others
    ]
    return tuple(dict.fromkeys([*stays, *unknown]))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Look for any of these, the longest first, as whole words and in any capitals."""
    # Else “claims” would be found where “claims that” stands.
    longest = sorted(words, key=len, reverse=True)
    either = "|".join(map(re.escape, longest)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
