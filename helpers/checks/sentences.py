"""References to sentences: S4, S4-S8, twin/S1. Each must be there, in a text that may be meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from helpers.checks.ascribed import ascribed
from helpers.checks.quoted import TWIN, is_text
from helpers.flaws import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from helpers.texts.dossier import Dossier

_SENTENCE = re.compile(r"(?:(?<![\w-])([\w-]+)/)?\b(S\d+)\b")


def placed(home: Dossier, others: Iterable[str], item: str, prose: str) -> Iterator[Flaw]:
    """See that every sentence that prose names is in its text, or in one that it may mean too."""
    # Of ascribed words it is told already that they do not stand there.
    told = {name for one in ascribed(prose) for name in re.findall(r"S\d+", one.sentences)}
    for text, name in dict.fromkeys(_SENTENCE.findall(prose)):
        named = bool(text) and is_text(home, text)
        texts = [home.sibling(text)] if named else list(_meant(home, others, prose))
        if name not in told and not any(name in _sentences(one) for one in texts):
            says = f"There is no {name} in {texts[0].id}; mend the number of the sentence."
            yield Flaw(item, says)


def _meant(home: Dossier, others: Iterable[str], prose: str) -> Iterator[Dossier]:
    """Give the texts that a number without a name may belong to, the nearest first."""
    yield home
    twins = [home.about.also_read] if TWIN in prose else []
    for name in (*others, *twins):
        if name and is_text(home, name):
            yield home.sibling(name)


def _sentences(dossier: Dossier) -> frozenset[str]:
    return frozenset(one.id for one in dossier.article.sentences)
