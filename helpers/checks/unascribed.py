"""Words in quotation marks that are ascribed to no text must stand somewhere all the same.

They may stand in a text, in what is kept about it (its documents, tables, comparisons and later
record), or in what a lesson offers as a question. All others are words of ours or of somebody
else: `other_words` says whose.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from helpers.checks.ascribed import ascribed, quotations
from helpers.checks.prose import prose
from helpers.checks.quoted import cut_short, is_text, stands
from helpers.errors import KitError
from helpers.flaws import Flaw, filled
from helpers.texts.files import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from helpers.texts.dossier import Dossier

_WORD = re.compile(r"[^\W_]+")


def plain(says: str) -> str:
    """Leave the words alone: no signs, no capitals, a blank at both ends.

    >>> plain("“Wiped out”, it said.")
    ' wiped out it said '
    """
    return f" {' '.join(_WORD.findall(says.casefold()))} "


def unascribed(
    texts: Sequence[Dossier], item: str, says: str, more: Collection[str] = ()
) -> Iterator[Flaw]:
    """See that words in quotation marks stand in one of these texts or records, or in `more`.

    Those of the first text that leave some of its words out are told apart.
    """
    told = {one.words for one in ascribed(says)}  # `quoted` looks at those
    home = texts[0].article
    for words in dict.fromkeys(quotations(says)):
        bare = plain(words)
        if words in told or not bare.strip() or any(bare in one for one in more):
            continue
        cut = "" if stands(words, home) else cut_short(words, home)
        if not cut and any(_has(text, words, bare) for text in texts):
            continue
        fault = f"leaves words of {cut} out" if cut else "stands in no text"
        cure = "write … for them" if cut else "say under other_words whose they are"
        yield Flaw(item, f"“{words}” {fault}; copy the exact words, or {cure}.")


def declared(words: Mapping[str, str]) -> Iterator[Flaw]:
    """See that it is told whose each of the other words are."""
    for said, whose in words.items():
        yield from filled(f"other_words, {said}", whose=whose)


def beside(home: Dossier, others: Iterable[str] = ()) -> tuple[Dossier, ...]:
    """Give a text with those that are read beside it."""
    try:
        names = dict.fromkeys([*others, home.about.also_read])
    except KitError:  # a finding of its own
        names = dict.fromkeys(others)
    return (home, *(home.sibling(name) for name in names if name and is_text(home, name)))


def _has(dossier: Dossier, words: str, bare: str) -> bool:
    """Tell whether words stand in a text or in what is kept about it."""
    return stands(words, dossier.article) or any(bare in one for one in _records(dossier))


@lru_cache(maxsize=32)
def _records(dossier: Dossier) -> tuple[str, ...]:
    """Give all that is kept about a text and has a source of its own, and the other words."""
    parts = (_about, _told, _compared, _tabled)
    return tuple(plain(says) for part in parts for says in _read(part, dossier))


def _read(part: Callable[[Dossier], Iterable[str]], dossier: Dossier) -> list[str]:
    try:
        return list(part(dossier))
    except KitError:  # a finding of its own
        return []


def _about(dossier: Dossier) -> Iterator[str]:
    about = dossier.about
    yield from prose(about)
    yield from about.other_words
    yield from (source.url for source in about.sources)


def _told(dossier: Dossier) -> Iterator[str]:
    ledger = dossier.ledger
    return prose([ledger.documents, [claim.later for claim in ledger.claims]])


def _compared(dossier: Dossier) -> Iterator[str]:
    return (row.record for table in dossier.comparisons for row in table.rows)


def _tabled(dossier: Dossier) -> Iterator[str]:
    for path in sorted(dossier.folder.glob("*.csv")):
        for row in read_table(path):
            yield from row.values()
