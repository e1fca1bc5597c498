"""Sensitivity: how well sound passages are told from weak ones, apart from how much is trusted."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

_NORMAL = NormalDist()


@dataclass(frozen=True)
class Calls:
    """How many passages were sound or weak, and how many of each the student called sound.

    In the terms of signal detection a sound passage called sound is a hit, and a weak passage
    called sound is a false alarm. The calls of many students can be added up.

    >>> Calls(6, 8, 3, 10) + Calls(7, 8, 1, 10)
    Calls(sound_called_sound=13, sound=16, weak_called_sound=4, weak=20)
    """

    sound_called_sound: int
    sound: int
    weak_called_sound: int
    weak: int

    def __add__(self, other: Calls) -> Calls:
        return Calls(
            self.sound_called_sound + other.sound_called_sound,
            self.sound + other.sound,
            self.weak_called_sound + other.weak_called_sound,
            self.weak + other.weak,
        )


class Sensitivity(NamedTuple):
    """d′, which rises as sound is told from weak, and c, which rises with suspicion.

    Both count in standard deviations. d is 0 for mere guessing; c is 0 for a student who errs in
    both directions alike, and above 0 for one who calls too little sound. Each has its standard
    error.
    """

    d: float
    c: float
    d_error: float
    c_error: float


def sensitivity(calls: Calls) -> Sensitivity | None:
    """Give d′ and c of these calls; None where no sound or no weak passage was judged.

    With H the rate of hits, F that of false alarms and z the quantile of the normal distribution,
    d′ = z(H) - z(F) and c = -(z(H) + z(F)) / 2 (Macmillan & Creelman 2005, Detection Theory,
    chapters 1 and 2). Both rates are always corrected, so that none is 0 or 1: 0.5 is added to
    each count and 1 to each total (Hautus 1995, Behavior Research Methods 27, 46-51).

    >>> found = sensitivity(Calls(sound_called_sound=6, sound=8, weak_called_sound=3, weak=10))
    >>> [round(number, 2) for number in found]
    [1.06, -0.06, 0.59, 0.3]
    """
    if not calls.sound or not calls.weak:
        return None
    hits, hits_variance = _z(calls.sound_called_sound, calls.sound)
    false_alarms, false_alarms_variance = _z(calls.weak_called_sound, calls.weak)
    error = sqrt(hits_variance + false_alarms_variance)
    return Sensitivity(
        d=hits - false_alarms,
        c=-(hits + false_alarms) / 2,
        d_error=error,
        c_error=error / 2,
    )


def _z(count: int, total: int) -> tuple[float, float]:
    """Give z of a corrected rate p, and the variance of z, p (1 - p) / (n φ(z)²).

    The variance is that of Gourevitch & Galanter 1967 (Psychometrika 32, 25-33). Its n is the
    corrected total here: with the plain one, of 8 and 10 passages, errors come out too large.
    """
    corrected = total + 1
    p = (count + 0.5) / corrected
    z = _NORMAL.inv_cdf(p)
    return z, p * (1 - p) / (corrected * _NORMAL.pdf(z) ** 2)
