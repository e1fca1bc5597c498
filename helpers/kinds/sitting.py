"""Sitting: one test as one student took it, from her first answers, with the key beside them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from helpers.kinds.attempt import Attempt, old_attempt
from helpers.kinds.results import result_of
from helpers.measures.sensitivity import Calls
from helpers.workbook import first_attempts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from helpers.kinds.base import Exercise
    from helpers.kinds.choice import Choice
    from helpers.kinds.exercises import LessonExercises
    from helpers.kinds.forms import Form
    from helpers.measures.calibration import Result
    from helpers.texts.dossier import Dossier
    from helpers.workbook import Event

    Marking = Callable[[Exercise, Event], Attempt | None]

E = TypeVar("E", bound="Exercise")


class Taken(NamedTuple):
    """One item as it was answered: the item with its key, the attempt, and what it came to."""

    choice: Choice
    attempt: Attempt
    result: Result

    @property
    def right(self) -> bool:
        """Tell whether the right option was chosen."""
        return self.result.well

    @property
    def sound(self) -> bool:
        """Tell whether the passage is sound by the key."""
        return any(option.sound for option in self.choice.options if option.right)

    @property
    def called_sound(self) -> bool:
        """Tell whether the student called the passage sound."""
        return any(o.sound for o in self.choice.options if o.id in self.attempt.read)


class Sitting(NamedTuple):
    """A test as it was taken: its lesson and form, and each item by its place in the blueprint.

    `told` says whether its lesson showed at its end how the tests went.
    """

    lesson: str
    title: str
    told: bool
    form: Form
    report: Dossier
    taken: dict[str, Taken]
    beside: dict[str, Attempt]

    @property
    def results(self) -> list[Result]:
        """Give the results, in the order of the form."""
        return [one.result for one in self.taken.values()]

    @property
    def right(self) -> int:
        """Count the right answers."""
        return sum(one.right for one in self.taken.values())

    @property
    def calls(self) -> Calls:
        """Count how the student called sound passages and weak ones."""
        some = self.taken.values()
        called = [one for one in some if one.called_sound]
        return Calls(
            sum(one.sound for one in called),
            sum(one.sound for one in some),
            sum(not one.sound for one in called),
            sum(not one.sound for one in some),
        )

    def skill(self, skill: str) -> tuple[int, int]:
        """Count the right answers of one skill, and all of it."""
        places = [place.id for place in self.form.blueprint.places if place.skill == skill]
        some = [self.taken[place] for place in places if place in self.taken]
        return sum(one.right for one in some), len(some)

    @property
    def began(self) -> tuple[int, str, str]:
        """Give the place of its first answer among all events."""
        return min(one.result.place for one in self.taken.values())

    def days_after(self, earlier: Sitting) -> int | None:
        """Count the whole days since the end of an earlier test; None where no clock tells."""
        mine, others = self._moments(), earlier._moments()
        since = min(mine) - max(others) if mine and others else None
        # A clock that was set back tells nothing.
        return since.days if since and since.days >= 0 else None

    def _moments(self) -> list[datetime]:
        written = (one.result.place[1] for one in self.taken.values())
        moments = [datetime.fromisoformat(at) for at in written if at]
        return [at if at.tzinfo else at.replace(tzinfo=UTC) for at in moments]

    @property
    def complete(self) -> bool:
        """Tell whether every item was answered."""
        return len(self.taken) == len(self.form.items)


def sittings(
    lessons: Iterable[LessonExercises],
    events: Sequence[Event],
    marking: Marking = old_attempt,
) -> list[Sitting]:
    """Give the tests that were begun in these lessons, in the order in which they were taken.

    Only first answers count, whatever was reset. A test whose key is not there is left out.
    `marking` reads and marks an answer; a page hands in what it has marked already.
    """
    first = first_attempts(events)
    found = []
    for lesson in lessons:
        form = lesson.form(events, "")
        # Without the key an answer is only kept; with it, the same answer is one to a choice.
        items = _answered(lesson.id, form.choices, first, marking) if form else []
        if form and items:
            taken = {
                form.place(one.id): Taken(one, made, result_of(lesson.id, one, event, made))
                for one, event, made in items
            }
            rest = _answered(lesson.id, form.blueprint.every, first, marking)
            beside = {one.id: made for one, _, made in rest}
            report = lesson.dossier(form.items[0])
            told = bool(lesson.file.test and lesson.file.test.results)
            about = (lesson.id, lesson.file.title, told)
            found.append(Sitting(*about, form, report, taken, beside))
    return sorted(found, key=lambda one: one.began)


def _answered(
    lesson: str,
    asked: Iterable[E],
    first: dict[tuple[str, str], Event],
    marking: Marking,
) -> list[tuple[E, Event, Attempt]]:
    """Give the first answers to these exercises of a lesson, as far as they can be read."""
    given = [(one, first.get((lesson, one.id))) for one in asked]
    made = [(one, event, marking(one, event)) for one, event in given if event]
    return [(one, event, attempt) for one, event, attempt in made if attempt]
