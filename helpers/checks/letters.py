"""The letters of an article: none that nobody sees, and none that passes for another."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from helpers.flaws import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.texts.article import Article
    from helpers.texts.dossier import Dossier

_WORD = re.compile(r"[^\W\d_]+")
_JOINERS = "\u200c\u200d"
_UNSEEN = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u3164\uffa0")
"""Letters and marks that show nothing, whatever their category says."""
_LINES = "\n\r\t"
_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "MATHEMATICAL"})
"""Alphabets with letters that a reader takes for those of another."""
_UNITS = frozenset("µμΔΩπσλ")
"""Greek letters that stand beside Latin ones in units and formulas, and look like none of them."""
_NEVER_JOINED = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "HEBREW"})
"""Alphabets in whose words a joiner does nothing but hide."""


def letters(dossier: Dossier) -> Iterator[Flaw]:
    """See that what a reader sees in an article is what a search, a copy and a quotation find."""
    article = dossier.article
    told: set[str] = set()
    for at, sign in enumerate(article.text):
        if sign not in told and _hidden(article.text, at):
            told.add(sign)
            says = f"It has {_name(sign)}, which nobody sees; take it out of the text."
            yield Flaw(_place(article, at), says)
    for found in _WORD.finditer(article.text):
        scripts = {_script(sign) for sign in found[0] if sign not in _UNITS} & _ALIKE
        if len(scripts) > 1 and found[0] not in told:
            told.add(found[0])
            listed = " and ".join(sorted(script.capitalize() for script in scripts))
            says = f"“{found[0]}” mixes {listed} letters that look alike; type it in one alphabet."
            yield Flaw(_place(article, found.start()), says)


def _hidden(text: str, at: int) -> bool:
    """Tell whether a character shows nothing, or turns the direction of others."""
    sign = text[at]
    if sign in _JOINERS:  # they shape Persian and Indic words, and pictures of several parts
        before = text[at - 1 : at]
        letter = unicodedata.category(before)[0] if before else ""
        return letter not in {"L", "M", "S"} or _script(before) in _NEVER_JOINED
    other = unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cn"} and sign not in _LINES
    return other or sign in _UNSEEN


def _place(article: Article, at: int) -> str:
    """Name the sentence in which a character stands, or the last one before it."""
    last = bisect_right(article.sentences, at, key=lambda one: one.span.start)
    return article.sentences[last - 1].id if last else ""


def _name(sign: str) -> str:
    return f"{unicodedata.name(sign, 'a character without a name')} (U+{ord(sign):04X})"


@cache
def _script(sign: str) -> str:
    """Give the alphabet of a letter, by the name that Unicode has for it.

    >>> _script("a"), _script("\N{CYRILLIC SMALL LETTER A}")
    ('LATIN', 'CYRILLIC')
    """
    return unicodedata.name(sign, "").partition(" ")[0]
