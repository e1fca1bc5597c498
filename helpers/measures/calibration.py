"""Calibration: how well being sure and being right go together."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

WELL = 0.8
"""From this share on an exercise counts as gone well."""
NEAR = 8
"""A gap of so many percentage points is no gap."""
SURE = 85
"""From this percentage on an answer counts as given with confidence."""


class Result(msgspec.Struct, frozen=True):
    """The first attempt at a graded exercise: score from 0 to 1, confidence in percent."""

    exercise: str
    score: float
    confidence: int
    slips: tuple[str, ...]


class Calibration(NamedTuple):
    """Mean confidence and mean score, both in percent; how many answers were sure, and their score.

    `gap` is 0 where confidence and score are near each other: nobody is told of noise.
    """

    sure: int
    right: int
    gap: int
    times_sure: int
    right_when_sure: int


def calibration(found: tuple[Result, ...]) -> Calibration:
    """Compare how sure first attempts were with how right. Raises ValueError if there are none."""
    if not found:
        raise ValueError("There is no first attempt to compare.")
    sure = round(sum(result.confidence for result in found) / len(found))
    right = round(100 * sum(result.score for result in found) / len(found))
    # A few points are noise: a lesson has some twenty answers with a confidence.
    gap = sure - right if abs(sure - right) > NEAR else 0
    confident = [result.score for result in found if result.confidence >= SURE]
    when_sure = round(100 * sum(confident) / len(confident)) if confident else 0
    return Calibration(sure, right, gap, len(confident), when_sure)
