"""Experiments of a class: what those thought who saw one version, against those who saw another."""

from __future__ import annotations

from collections import defaultdict
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from helpers.kinds.trial import Trial
from helpers.measures.effect import hedges_g
from helpers.measures.interval import Interval, difference_interval

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    trials = {
        (lesson.id, one.id): one
        for lesson in book.lessons.values()
        for one in lesson.file.exercises
        if isinstance(one, Trial)
    }
    said: dict[Asked, dict[int, dict[str, str]]] = {asked: defaultdict(dict) for asked in trials}
    for student, asked, _, field, value in book.given(first=True):
        if asked in said:
            said[asked][student][field] = value
    found = (_trial(asked, one, [*said[asked].values()]) for asked, one in trials.items())
    return [one for one in found if one]


def _trial(asked: Asked, trial: Trial, said: Sequence[Mapping[str, str]]) -> TrialFound | None:
    groups = [
        Group(
            version.id,
            tuple(float(one["percent"]) for one in said if one["version"] == version.id),
        )
        for version in trial.versions
    ]
    rated = [group for group in groups if group.ratings]
    if len(rated) != 2:  # noqa: PLR2004 - an experiment sets two against each other
        return None
    one, other = rated
    ratings = (one.ratings, other.ratings)
    return TrialFound(asked, (one, other), difference_interval(*ratings), hedges_g(*ratings))
