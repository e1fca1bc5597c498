"""Words in quotation marks: those that prose ascribes to a text must stand in it.

Prose ascribes words where a sentence of the text stands with them (“…” (S4), “…” in S4, S4 says
“…”), or where it says that the article, the text, the story, its writer or the twin prints them.
All others are left alone, since nothing can be known of them: words of other documents, coined
ones, new wordings (in S4 “…” would be fair), and what a sentence does not say.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from helpers.errors import KitError
from helpers.flaws import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from helpers.texts.dossier import Dossier

TWIN = "twin"
_QUOTED = re.compile(r"“([^“”]*)”")
_LINK = re.compile(r"\]\([^)\s]*\)")
_BREAK = re.compile(r"\n(?=\s*(?:\n|[-*|#>]|\d+\.))")
"""Where Markdown begins a new line: nothing reaches over it."""

# From here on a quotation is written “0”, “1”, …, so that its own stops and numbers are not seen.
_LIST = r"“\d+”(?:,?(?: and)?(?: (?:a|an|the))? “\d+”)*"
_TEXT = r"(?:good )?twin|article|text|story|report|lede|writer"
_PLACE = (
    r"(?:(?P<before>[\w-]+)(?:’s )?[ /])?\b(?P<first>S\d+)"
    r"(?P<more>(?:(?:[-–,]| to|,? and| or) ?S\d+)*)\b"
    rf"(?: (?:of|in) (?:the |its )?(?P<after>{_TEXT}|[\w]+(?:-\w+)+)\b)?"
)
_AFRESH = r"(?! (?:would|could|might|should)\b)"
"""What follows words that are not there, but could be."""
_HARD_STOP = r"“”;:.!?|()"
_NO = (
    r"\b(?:no|not|never|nothing|nobody|none|nor|neither|without|lacks?|avoids?|omits?|drops?|"
    r"forgets?|leaves?|missing|would|could|should|might|may|must|if|suppose|write|put|print|add|"
    r"try|replace|change|instead|rather|like|unlike|than|but|and|so|while|whereas|though|although|"
    r"because|where)\b|n’t\b"
)
"""What turns a clause from what a text says to what it does not, or to something else."""
_GAP = rf"(?:(?!{_NO})[^{_HARD_STOP},])*(?:,|:| \()? ?"
_SAYS = (
    r"(?:say|print|writes?|wrote|call|quote|ha[sd]\b|speak|spoke|put|open|end|beg[ai]n|give|gave|"
    r"use|name|tell|told|add|repeat|keep|kept|report|state|claim|announce|describe|present|turn)"
)
_THERE = r"[,)]*(?: ?(?:…|\.\.\.))?(?: (?:stands?|is|are|(?:is|are) printed))? (?:in|of|from|at|by) "
_CITED = (
    rf"(?P<list>{_LIST}){_THERE}{_PLACE}{_AFRESH}",
    rf"(?P<list>{_LIST})(?:(?!{_NO})[^{_HARD_STOP}])*\({_PLACE}(?=[),;])",
    rf"(?P<list>{_LIST}), {_PLACE}(?=[).;]|$)",
)
_NAMED = rf"{_PLACE}(?P<gap>{_GAP})(?P<list>{_LIST}){_AFRESH}"
_PRINTED = (
    rf"(?P<list>{_LIST}){_THERE}(?:the|this) (?P<text>{_TEXT})\b(?! of\b|’s){_AFRESH}",
    rf"(?P<list>{_LIST}) (?:is|are) the (?P<text>{_TEXT})’s",
    rf"(?P<list>{_LIST}),? (?:as )?(?:(?:says|writes|prints) the (?P<text>{_TEXT})\b|"
    rf"the (?P<subject>{_TEXT}) (?:says|writes|prints|(?:has|puts|calls) it)\b)(?! “)",
    rf"\b[Tt]he (?P<text>{_TEXT})’s (?P<list>{_LIST}){_AFRESH}",
    rf"(?:(?P<before>[\w-]+) )?\b[Tt]he (?P<text>{_TEXT})\b(?! of\b)(?P<gap>{_GAP})(?P<list>{_LIST})"
    rf"{_AFRESH}",
)
_ASIDE = frozenset(
    "about after against as before behind beside between by for from like of on since than to "
    "towards unlike until with without".split()
)
"""A text or sentence behind one of these is not the one that speaks."""


class Ascribed(NamedTuple):
    """Words, and whose they are said to be: sentences of a text, or anywhere in it."""

    words: str
    sentences: str
    texts: tuple[str, ...]
    """Words of the prose that may name the text."""


class Texts:
    """The texts that prose can speak of: the one at home, and those that are named beside it."""

    def __init__(self, home: Dossier, others: Iterable[str] = ()) -> None:
        """Keep the text at home, and the ids of the others."""
        self.home = home
        self.others = tuple(dict.fromkeys(others))

    @cached_property
    def twin(self) -> str:
        """The id of the good twin, where there is one."""
        about = self.home.about
        return self.home.id if about.kind == TWIN else about.also_read

    def of(self, one: Ascribed) -> tuple[Dossier, ...]:
        """Give the texts in which words can be meant to stand."""
        for name in one.texts:
            if name.endswith(TWIN) and not self._is_there(name):
                return (self.home.sibling(self.twin),) if self.twin else ()
            if self._is_there(name):
                return (self.home.sibling(name),)
        if one.texts and not one.sentences:
            return (self.home,)
        return (self.home, *map(self.home.sibling, self.others))

    def _is_there(self, name: str) -> bool:
        return (self.home.folder.parent / name / "article.txt").is_file()
