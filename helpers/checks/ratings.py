"""The ratings of a claim, held against each other: what nobody can judge is not soundly sourced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.flaws import Flaw, anchored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.texts.dossier import Dossier


def ratings(dossier: Dossier) -> Iterator[Flaw]:
    """See that no claim is called sound that has one of the worst ratings.

    A text can be fair about what nobody can judge, by saying so: those words are the caveat.
    """
    for claim in dossier.ledger.claims:
        yield from anchored(dossier, claim.caveat, claim.id)
        if claim.sound and claim.baseless:
            says = (
                f"It is rated {claim.rating} and called sound; take out sound: true, or quote "
                "under caveat where the text itself says what cannot be judged."
            )
            yield Flaw(claim.id, says)
