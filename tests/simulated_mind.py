"""The mind of a simulated student: how able she is, how she judges, how sure she feels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import exp
from random import Random
from statistics import NormalDist
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from simulated import Truths

    from helpers.kinds.base import Exercise

Shift = Literal["none", "better", "suspicious", "better and suspicious"]
SHIFTS: dict[Shift, tuple[float, float]] = {
    "none": (0, 0),
    "better": (1.0, 0),
    "suspicious": (0, 0.6),
    "better and suspicious": (1.0, 0.4),
}
"""By how much d′ and c rise from 01 to 08 and 09."""
D_BEFORE, SPREAD_D, SPREAD_C = 0.9, 0.6, 0.15
EASE = 1.1
"""So much easier than a coin is an exercise for a middling student, in logits."""
VERY_SURE = 3
"""The place of “very sure” among the five words."""
_NORMAL = NormalDist()


def chance_of(seed: object) -> Random:
    """Give chance that is the same each time for the same seed, on every machine."""
    return Random(str(seed))  # noqa: S311 - no secret


@cache
def hardness(*what: object) -> float:
    """Say how hard something is, in logits: the same for all students."""
    return chance_of("/".join(map(str, what))).gauss(0, 0.6)


def logistic(logits: float) -> float:
    return 1 / (1 + exp(-logits))


@dataclass(frozen=True)
class Mind:
    """One student: her code name, her chance, her ability (logits, 0 is the middle of the class).

    `d` and `c` are the true d′ and c with which she judges passages before and after the lessons.
    """

    seed: int
    code: str
    chance: Random
    ability: float
    d: tuple[float, float]
    c: tuple[float, float]
    overconfident: bool

    def at(self, *place: object) -> Mind:
        """Give the same mind with chance of its own at one place.

        So what she does in one place depends on nothing that she does elsewhere, and an exercise
        that is changed leaves all other answers as they were.
        """
        return replace(self, chance=chance_of("/".join(map(str, (self.seed, self.code, *place)))))

    def happens(self, share: float) -> bool:
        """Let something happen with this chance."""
        return self.chance.random() < share

    def likely(self, hard: float, help_: float = 0) -> float:
        """Give the chance that she knows a thing of this hardness."""
        return logistic(EASE + self.ability + help_ - hard)

    def knows(self, hard: float, help_: float = 0) -> bool:
        return self.happens(self.likely(hard, help_))

    def falls(self, share: float) -> bool:
        """Tell whether she gives a planted answer that this share of a class gives."""
        # Whoever knows more falls for it less, so that the item discriminates.
        share = min(0.99, max(0.01, share))
        logits = -_logit(1 - share) - 0.5 * self.ability
        return self.happens(logistic(logits))

    def calls_sound(self, *, sound: bool, after: bool) -> bool:
        """Judge a passage as signal detection has it: by d′ / 2 to either side, with the bar c."""
        d, c = self.d[after], self.c[after]
        return self.chance.gauss(d / 2 if sound else -d / 2, 1) > c

    def judges(self, *, sound: bool, after: bool) -> float:
        """Give the chance that she judges such a passage rightly."""
        d, c = self.d[after], self.c[after]
        return _NORMAL.cdf(d / 2 - c if sound else d / 2 + c)

    def sure(self, exercise: Exercise, likely: float, *, right: bool) -> int | None:
        """Say how sure she is, in percent; None where nobody asks."""
        steps = exercise.confidence_steps()
        if not steps:
            return None
        felt = 100 * (likely + (0.08 if right else -0.08) + self.chance.gauss(0, 0.1))
        word = min(range(len(steps)), key=lambda place: abs(steps[place] - felt))
        # Who errs by confidence says “very sure” where “leaning” or “fairly sure” would do.
        if self.overconfident and 0 < word < VERY_SURE and self.happens(0.75):
            word = VERY_SURE
        return steps[word]


def make_mind(truths: Truths, number: int) -> Mind:
    """Draw one student of a class."""
    chance = chance_of(f"student/{truths.seed}/{number}")
    ability = chance.gauss(0, truths.ability)
    d, c = D_BEFORE + SPREAD_D * ability, chance.gauss(0, SPREAD_C)
    more_d, more_c = SHIFTS[truths.shift]
    after = d + more_d + chance.gauss(0, 0.15), c + more_c + chance.gauss(0, 0.1)
    ds, cs = (d, after[0]), (c, after[1])
    code = f"heron-{number}"
    return Mind(truths.seed, code, chance, ability, ds, cs, overconfident=truths.overconfident)


def _logit(share: float) -> float:
    return _NORMAL.inv_cdf(share) * 1.7
