"""Hints: a hint points to where the answer is found, and never says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from helpers.flaws import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = re.compile(r"\w+")
SHORT = 3
"""Words of so few letters join others and name nothing; numbers always do."""
_JOINING = re.compile(
    "about|after|also|because|been|before|being|both|could|does|each|either|every|from|have|here"
    "|into|itself|just|more|most|much|neither|only|other|over|same|should|some|such|than|that"
    "|their|them|then|there|these|they|this|those|under|very|were|what|when|where|which|while"
    "|will|with|within|without|would|your|yours"
)


def hint_flaws(
    exercise: str, hints: Iterable[str], right: Iterable[str], others: Iterable[str]
) -> Iterator[Flaw]:
    """See that no hint holds a word by which the right options differ from all that is shown.

    >>> [flaw.item for flaw in hint_flaws("who", ["It is a mayor."], ["The mayor"], ["A man"])]
    ['who']
    """
    telling = telling_words(*right) - telling_words(*others)
    for hint in hints:
        for word in sorted(telling & telling_words(hint)):
            says = f"A hint says “{word}”, which only the right answer does; point to the text."
            yield Flaw(exercise, says)


def telling_words(*texts: str) -> frozenset[str]:
    """Give the words that name something, and the numbers.

    >>> sorted(telling_words("The man was there with 39 others."))
    ['39', 'others']
    """
    found = frozenset(word for text in texts for word in _WORD.findall(text.casefold()))
    return frozenset(filter(_tells, found))


def _tells(word: str) -> bool:
    numbered = any(sign.isdigit() for sign in word)
    return numbered or (len(word) > SHORT and not _JOINING.fullmatch(word))
