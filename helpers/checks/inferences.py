"""Inferences: a link that is ours says so, in its document and on the page that draws its chain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.flaws import Flaw
from helpers.topics.attribution import chain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.texts.dossier import Dossier
    from helpers.topics.attribution import Hop

_OURS = re.compile(r"\binfer(?:s|red|ence|ences)?\b", re.IGNORECASE)


def inferences(dossier: Dossier) -> Iterator[Flaw]:
    """See that a document says that its link is our inference, and that none else does."""
    for one in dossier.ledger.documents:
        ours = bool(_OURS.search(one.says))
        if ours and one.certain:
            says = "It speaks of an inference, but not with “certain: false”; add it."
            yield Flaw(one.id, says)
        elif not ours and not one.certain:
            says = "Its link is not certain, and it does not say that it is our inference; say so."
            yield Flaw(one.id, says)


def told_as_inference(dossier: Dossier, claim: str, cell: str, page: str) -> Iterator[Flaw]:
    """See that a page that draws a chain with a link of ours says that it is an inference."""
    try:
        ours = _inferred(chain(dossier, claim))
    except KitError:  # a finding of its own
        return
    if ours and not _OURS.search(page):
        listed = ", ".join(dict.fromkeys(ours))
        says = f"Its chain rests on inferences ({listed}), and the text above tells it as fact; "
        yield Flaw(cell, f"{says}say that a link is our inference.")


def _inferred(hop: Hop) -> list[str]:
    """Name the steps of a chain whose link to what they rest on is not certain."""
    own = [] if hop.certain else [hop.step.id]
    return [*own, *(name for parent in hop.parents for name in _inferred(parent))]
