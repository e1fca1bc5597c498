"""Drawing from a pool: two students, or one who comes back, do not meet the same questions."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from helpers.texts.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


class Recall(Record, frozen=True, kw_only=True):
    """The exercises that bring earlier lessons back, and how many of them are drawn."""

    take: int
    of: tuple[str, ...]

    def drawn(
        self, kept: Collection[str], seed: str, first: Callable[[str], bool] = lambda _: False
    ) -> tuple[str, ...]:
        """Draw by the seed; what is kept stays, and what comes first is drawn before the rest.

        >>> pool = Recall(take=2, of=("a", "b", "c"))
        >>> pool.drawn({"c"}, "amber-heron", {"a"}.__contains__)
        ('c', 'a')
        """
        # All of it is mixed, whatever is kept: else one answer would exchange the other questions.
        mixed = list(self.of)
        random.Random(seed).shuffle(mixed)  # noqa: S311 - no secret
        # A question that was answered must not vanish because a code name was chosen since. Sorted
        # after mixing, so that chance decides among those that come first.
        mixed.sort(key=lambda name: (name not in kept, not first(name)))
        return tuple(mixed[: self.take])
