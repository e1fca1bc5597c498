"""Ascribed words: what stands between “ and ” in prose, where the prose says whose words they are.

They are a sentence's where its number stands with them (“…” (S4), “…” in S4, S4 says “…”), and a
text's where the prose says that the article, the text, the story, its writer or the twin prints
them. All others are left alone, since nothing can be known of them: words of other documents,
coined ones, new wordings (“…” in S4 would be fair), and what a sentence does not say.
"""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = re.compile(r"“([^“”]*)”")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_NEW_LINE = re.compile(r"\n(?=[^\S\n]*+(?:\n|[-*|#>]|\d++\.))")
_USED = "·"

# In what follows “0”, “1”, … stand for the quotations, so that nothing inside them is seen.
_LIST = r"(?>“\d+”(?:,?(?: and)?(?: (?:a|an|the))? “\d+”){0,30})"
_STOP = r"“”;:.!?|()"
_TURN = (
    r"(?:not|would|could|should|might|if|instead|rather|unlike|but|and|so|while|whereas|although|"
    r"though|because|where)"
)
"""What turns to other words than those that a text has."""
_NO = (
    rf"(?:\b(?:{_TURN}|no|never|nothing|nobody|none|nor|neither|without|lacks?|avoids?|omits?|drops?|"
    r"forgets?|leaves?|missing|may|must|suppose|write|put|print|add|try|replace|change|like|than)\b|"
    r"n’t\b)"
)
"""The same, and what says before words that a text does not have them."""
_GAP = rf"(?P<gap>(?:(?!{_NO})[^{_STOP},]){{0,120}}(?:,|:| \()? ?)"
_ON = rf"(?:(?!\b{_TURN}\b)[^{_STOP}]){{0,120}}"
_AFRESH = r"(?! (?:would|could|might|should)\b)"
_IN = r"[,)]*(?: ?(?:…|\.\.\.))?(?: (?:stands?|is|are)(?: printed)?)? (?:in|of|from|at|by) "
_TEXT = r"(?P<text>(?:good )?twin|article|text|story|report|lede|writer)\b"
_BEFORE = r"(?:(?<![\w-])(?P<before>[\w-]{1,60})(?:’s)?[ /])?"
_PLACE = (
    rf"{_BEFORE}\b(?P<first>S\d++\b)(?P<more>(?:(?:[-–]| to |,? and |,? or |, )S\d++\b){{0,30}}+)"
    rf"(?: (?:of|in) (?:the )?(?:{_TEXT}|(?P<name>[\w-]+)\b))?"
)
_ANY_TEXT = rf"[Tt]he {_TEXT}(?! of\b)"

_BY_SENTENCE = (
    rf"(?P<list>{_LIST}){_IN}{_PLACE}{_AFRESH}",
    rf"(?P<list>{_LIST}){_ON}\.? ?\((?:[^{_STOP}]{{0,60}}, )?{_PLACE}(?=[),;])",
    rf"(?P<list>{_LIST}), {_PLACE}(?=[).;]|$)",
    rf"{_PLACE}{_GAP}(?P<list>{_LIST}){_AFRESH}",
)
_BY_TEXT = (
    rf"(?P<list>{_LIST}){_IN}{_ANY_TEXT}(?!’s){_AFRESH}",
    rf"(?P<list>{_LIST}) (?:is|are) {_ANY_TEXT}’s",
    rf"(?P<list>{_LIST}),? (?:as )?{_ANY_TEXT} (?:says|writes|prints|(?:has|puts) it)\b(?! “)",
    rf"(?P<list>{_LIST}),? (?:says|writes|prints) {_ANY_TEXT}(?! “)",
    rf"\b{_ANY_TEXT}’s (?P<list>{_LIST}){_AFRESH}",
    rf"{_BEFORE}\b{_ANY_TEXT}{_GAP}(?P<list>{_LIST}){_AFRESH}",
)
_PATTERNS = tuple(map(re.compile, (*_BY_SENTENCE, *_BY_TEXT)))
_SAYS = re.compile(
    r"\b(?:sa[yi]|print|writ|wrote|call|quot|ha[sd]\b|sp[eo]|put|open|end|beg[ai]n|g[ia]ve|use|name|"
    r"tell|told|add|repeat|ke[ep]|report|stat|claim|announce|describe|present|turn)|^[,:] $"
)
"""The article prints words, or they follow it at once: “the article, …”."""
_ASIDE = re.compile(
    r"about|after|against|as|before|behind|beside|between|by|for|from|like|of|on|since|than|to|"
    r"towards|unlike|until|when|where|with|without",
    re.IGNORECASE,
)
"""Behind one of these a sentence or a text is not the one that speaks."""


class Ascribed(NamedTuple):
    """Words, the sentences that they are said to stand in (or anywhere), and what names the text.

    `names` are words of the prose that may do that, such as “article”, “twin” or a text’s id.
    """

    words: str
    sentences: str
    names: tuple[str, ...]


def quotations(prose: str) -> tuple[str, ...]:
    """Give all that stands between quotation marks.

    >>> quotations("“One” and “two”.")
    ('One', 'two')
    """
    return tuple(_QUOTED.findall(_one_line(prose)))


def ascribed(prose: str) -> Iterator[Ascribed]:
    """Give the quotations of which the prose says whose they are.

    >>> [one.words for one in ascribed("“Said” is fair, and S5 has “revealing”, too.")]
    ['revealing']
    """
    words, numbers = quotations(prose), count()
    taken: list[re.Match[str]] = []

    def take(found: re.Match[str]) -> str:
        if not _speaks(found.groupdict("")):
            return found[0]
        taken.append(found)
        return _USED

    left = _QUOTED.sub(lambda _: f"“{next(numbers)}”", _one_line(prose))
    for pattern in _PATTERNS:  # what an earlier one has taken is gone for those after it
        left = pattern.sub(take, left)
    for found in taken:
        said = found.groupdict("")
        names = tuple(filter(None, (said.get(key) for key in ("before", "name", "text"))))
        for number in re.findall(r"\d+", said["list"]):
            yield Ascribed(words[int(number)], _passage(said), names)


def _one_line(markdown: str) -> str:
    """Join the lines of a paragraph, and set a stop between paragraphs, entries and cells."""
    lines = _NEW_LINE.sub(" | ", _LINK.sub(r"\1", markdown))
    return " ".join(lines.replace("*", "").split())


def _speaks(said: dict[str, str]) -> bool:
    """Tell whether a sentence or text that comes before the words is the one that has them."""
    if "gap" not in said:
        return True
    speaks = said.get("first") or _SAYS.search(said["gap"])
    return bool(speaks) and not _ASIDE.fullmatch(said["before"])


def _passage(said: dict[str, str]) -> str:
    """Give the sentences as an article reads them.

    >>> _passage({"first": "S1", "more": ", S4 to S6 and S9"})
    'S1,S4-S6,S9'
    """
    named = said.get("first", "") + said.get("more", "")
    runs = re.sub(r" to |–", "-", named)
    return re.sub(r",? (?:and |or )?", ",", runs)
