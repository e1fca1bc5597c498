"""The language of the kit: no verdict beyond the record, and curly quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from helpers.checks.dates import dated
from helpers.checks.prose import prose, texts_named
from helpers.checks.quoted import quoted
from helpers.checks.sentences import placed
from helpers.flaws import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.texts.dossier import Dossier

_QUOTED = re.compile(r"“[^“”]*”|`[^`]*`")
_VERDICTS = re.compile(
    r"\b(fakes?|faked|fake news|hoax|debunked|blatant lie|propaganda lie)\b", re.IGNORECASE
)
_STARS = re.compile(r"(?<!\w)\*\w[^*]*\*")
_BARE = re.compile(r"(false|untrue|lie|lies|a lie)\b[.!]", re.IGNORECASE)


def worded(dossier: Dossier, item: str, structure: object, *, past: bool = False) -> Iterator[Flaw]:
    """See that all that a structure says is worded as the kit words it, and quoted as it stands.

    `past` tells that it speaks of what has happened, so that no date in it lies ahead.
    """
    curly = "“" in dossier.article.text
    others = texts_named(structure)
    for text in prose(structure):
        yield from wording(item, text, curly=curly)
        yield from dated(item, text, past=past)
        yield from quoted(dossier, others, item, text)
        yield from placed(dossier, others, item, text)
        for found in _STARS.finditer(text):
            says = f"The asterisks of {found[0]} would be shown as they are; take them out."
            yield Flaw(item, says)


def wording(item: str, text: str, *, curly: bool) -> Iterator[Flaw]:
    """Look at one text; what stands between quotation marks is somebody else's.

    >>> [flaw.item for flaw in wording("C01", "It was debunked.", curly=True)]
    ['C01']
    """
    # Words of other people are theirs to choose, also those that we would not.
    own = _QUOTED.sub("", text)
    for found in filter(None, (_VERDICTS.search(own), _BARE.match(own))):
        yield Flaw(item, f"“{found[0]}” says more than a record can; say what is and is not known.")
    if curly and '"' in own:
        start = max(0, own.index('"') - 20)
        says = f"Straight quotation marks at “{own[start : start + 40].strip()}”; write curly ones."
        yield Flaw(item, says)
