"""Who says so: the chain behind a claim, and how many independent origins it has."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import msgspec

from helpers.errors import KitError
from helpers.texts.records import Claim, Document

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier


MOST_HOPS = 200
"""More than anybody could follow."""


class Standing(Enum):
    """Where a step of a chain is to be seen."""

    PRINTED = "printed"
    SOURCED = "sourced"
    INFERRED = "inferred"
    TOLD = "told"


class Hop(msgspec.Struct, frozen=True):
    """One step of a chain: a claim or a document, and what it rests on."""

    step: Claim | Document
    parents: tuple[Hop, ...] = ()

    @property
    def certain(self) -> bool:
        """Tell whether the link to what it rests on is known, not inferred."""
        return self.step.certain

    @property
    def standing(self) -> Standing:
        """Tell whether the step itself is printed, sourced, inferred, or only told of."""
        if isinstance(self.step, Claim) or any(one.quote for one in self.step.wording):
            return Standing.PRINTED
        if not self.step.seen:
            return Standing.INFERRED
        return Standing.SOURCED if self.step.source else Standing.TOLD

    @property
    def link(self) -> Standing:
        """Tell how it is known that the step rests on its parents: as it is printed, by whom."""
        return self.standing if self.certain else Standing.INFERRED

    @property
    def steps(self) -> int:
        """Count the steps, this one included."""
        return 1 + sum(parent.steps for parent in self.parents)

    def links(self, standing: Standing) -> int:
        """Count the links of one standing, from here down."""
        own = len(self.parents) if self.link is standing else 0
        return own + sum(parent.links(standing) for parent in self.parents)

    @property
    def name(self) -> str:
        """Give the title of a document, or the gist of a claim."""
        return str(getattr(self.step, "title", "") or getattr(self.step, "gist", ""))


def chain(dossier: Dossier, identity: str) -> Hop:
    """Follow a claim or document back to what it rests on, and so on to its origins.

    Raises KitError where an id is unknown, a step rests on itself, or there are too many steps.

    >>> chain(open_dossier("my-text"), "C01").step.id  # doctest: +SKIP
    'C01'
    """
    steps: dict[str, Claim | Document] = {d.id: d for d in dossier.ledger.documents}
    steps.update((c.id, c) for c in dossier.ledger.claims)
    left = iter(range(MOST_HOPS))

    def hop(name: str, above: tuple[str, ...]) -> Hop:
        # A ring would have no end; `check` names it, and a page must not hang on it.
        if name not in steps or name in above:
            fault = "rests on itself" if name in above else "is not in claims.yaml"
            raise KitError(f"{dossier.id}: {name} {fault}.")
        # What several steps rest on is followed from each of them, and so on: that doubles fast.
        if next(left, None) is None:
            says = f"has more than {MOST_HOPS} steps behind it; leave some parents out"
            raise KitError(f"{dossier.id}: {identity} {says}.")
        return Hop(steps[name], tuple(hop(p, (*above, name)) for p in steps[name].parents))

    return hop(identity, ())


def onward(hop: Hop) -> tuple[Hop, ...]:
    """Give every step once, from the origins on: none before what it rests on."""
    found: dict[str, Hop] = {}
    for parent in hop.parents:
        found.update((one.step.id, one) for one in onward(parent))
    found[hop.step.id] = hop
    return tuple(found.values())


def origins(hop: Hop) -> frozenset[str]:
    """Name the documents at which a chain ends: what rests on nothing else that is known."""
    if not hop.parents:
        return frozenset({hop.step.id})
    return frozenset(origin for parent in hop.parents for origin in origins(parent))
