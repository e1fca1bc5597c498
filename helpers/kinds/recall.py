"""Drawing from a pool: two students, or one who comes back, do not meet the same questions."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from helpers.texts.records import Record

if TYPE_CHECKING:
    from collections.abc import Collection


class Recall(Record, frozen=True, kw_only=True):
    """The exercises that bring earlier lessons back, and how many of them are drawn."""

    take: int
    of: tuple[str, ...]

    def drawn(self, answered: Collection[str], seed: str) -> tuple[str, ...]:
        """Draw by the seed; what is answered already stays.

        >>> Recall(take=2, of=("a", "b", "c")).drawn({"c"}, "amber-heron")[0]
        'c'
        """
        # A question that was answered must not vanish because a code name was chosen since.
        kept = [name for name in self.of if name in answered]
        rest = [name for name in self.of if name not in answered]
        random.Random(seed).shuffle(rest)  # noqa: S311 - no secret
        return tuple([*kept, *rest][: self.take])
