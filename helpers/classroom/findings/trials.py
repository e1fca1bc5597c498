"""Experiments of a class: what those thought who saw one version, against those who saw another."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from helpers.kinds.trial import Trial
from helpers.measures.effect import hedges_g
from helpers.measures.interval import Interval, difference_interval

if TYPE_CHECKING:
    import pandas as pd

    from helpers.classroom.book import Asked, ClassBook


class Group(NamedTuple):
    """Those who saw one version: how many, and their mean rating in percent."""

    version: str
    ratings: tuple[float, ...]

    @property
    def mean(self) -> float:
        """Give the mean of the ratings."""
        return fmean(self.ratings)


class TrialFound(NamedTuple):
    """Two versions, and how much higher the second one was rated, in points and as g."""

    asked: Asked
    groups: tuple[Group, Group]
    difference: Interval | None
    g: Interval | None


def trials_of(book: ClassBook) -> list[TrialFound]:
    """Give each experiment in which both versions were rated."""
    return [
        found
        for lesson in book.lessons.values()
        for one in lesson.file.exercises
        if isinstance(one, Trial) and (found := _trial(book.given, (lesson.id, one.id), one))
    ]


def _trial(given: pd.DataFrame, asked: Asked, trial: Trial) -> TrialFound | None:
    rows = given[(given["lesson"] == asked[0]) & (given["exercise"] == asked[1])]
    said = {
        field: rows.loc[rows["field"] == field].set_index("student")["value"].astype(str)
        for field in ("version", "percent")
    }
    percent = said["percent"].astype(float)
    groups = [
        Group(version.id, tuple(percent[said["version"] == version.id]))
        for version in trial.versions
    ]
    rated = [group for group in groups if group.ratings]
    if len(rated) != 2:  # noqa: PLR2004 - an experiment sets two against each other
        return None
    one, other = rated
    ratings = (one.ratings, other.ratings)
    return TrialFound(asked, (one, other), difference_interval(*ratings), hedges_g(*ratings))
