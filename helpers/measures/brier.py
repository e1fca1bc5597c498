"""The Brier score: how far being sure was from being right, and what it is made of."""

from __future__ import annotations

from collections import defaultdict
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Brier(NamedTuple):
    """The mean Brier score and its three parts; score = reliability - resolution + uncertainty.

    `score` is 0 for someone always certain and right, 1 for someone always certain and wrong.
    `reliability` is how far each degree of being sure lies from the share that was right: 0 is
    best. `resolution` is how well these degrees tell right answers from wrong ones: more is better.
    `uncertainty` depends on the share of right answers alone: 0.25 where it is a half.
    """

    score: float
    reliability: float
    resolution: float
    uncertainty: float


def brier(answers: Iterable[tuple[float, bool]]) -> Brier | None:
    """Score answers, each as how sure (a share) and whether right; None where there are none.

    With f how sure, o = 1 if right and 0 if wrong, the score is the mean of (f - o)² (Brier 1950,
    Monthly Weather Review 78, 1-3). With n answers of N at each distinct f, of which a share p was
    right, and P the share of all, its parts are Σ n (f - p)² / N, Σ n (p - P)² / N and P (1 - P)
    (Murphy 1973, Journal of Applied Meteorology 12, 595-600). The sum is exact.

    >>> brier([(1.0, True), (1.0, True), (0.5, True), (0.5, False)])
    Brier(score=0.125, reliability=0.0, resolution=0.0625, uncertainty=0.1875)
    """
    said = list(answers)
    if not said:
        return None
    by_sure: dict[float, list[bool]] = defaultdict(list)
    for sure, right in said:
        by_sure[sure].append(right)
    share = fmean(right for _, right in said)
    groups = [(len(group), sure, fmean(group)) for sure, group in by_sure.items()]
    return Brier(
        score=fmean((sure - right) ** 2 for sure, right in said),
        reliability=sum(n * (sure - found) ** 2 for n, sure, found in groups) / len(said),
        resolution=sum(n * (found - share) ** 2 for n, _, found in groups) / len(said),
        uncertainty=share * (1 - share),
    )
