"""History: what events come to. A reset hides answers and never undoes them.

The page shows what is current; whatever is measured goes by first attempts. If both read the same
list, a wrong answer, a reset and a right one would pass for a perfect first attempt.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from helpers.workbook.events import Event


def in_order(events: Iterable[Event]) -> list[Event]:
    """Put events in the order in which they count, each once: the same on every machine."""
    # Reversed, so that the first of two with one id stays.
    once = {event.id: event for event in reversed(list(events))}
    return sorted(once.values(), key=lambda event: event.place)


class LessonHistory:
    """What events come to in one lesson, found once for all that a page asks of it.

    `shown` are the answers and reveals that no reset hides, `answered` the exercises with such an
    answer, `given` counts the answers ever given to each exercise.
    """

    def __init__(self, events: Sequence[Event], lesson: str) -> None:
        """Walk through the events, which are in order."""
        undone = _undone(events)
        mine = [event for event in events if event.lesson == lesson]
        answers = [event for event in mine if event.what == "answer"]
        self.given = Counter(event.exercise for event in answers)
        self.shown = _shown(mine, undone)
        self.answered = _answered(self.shown)
        self._shown_at = _by(self.shown, lambda event: event.exercise)
        self._resets = _by(_resets(mine, undone), lambda event: event.exercise)

    def shown_at(self, exercise: str) -> list[Event]:
        """Give what is shown of one exercise."""
        return self._shown_at.get(exercise, [])

    def resets(self, exercise: str = "") -> list[Event]:
        """Give the resets that can still be undone, newest first; an answer ends it.

        All of them, not the newest alone: who pressed twice wants the answers back with one press.
        """
        return self._resets.get(exercise, [])


def answered_exercises(events: Iterable[Event]) -> frozenset[tuple[str, str]]:
    """Name the exercises with an answer that no reset hides, by lesson and exercise.

    This is what is counted wherever answers are: a second try counts no second time. Where there
    are resets, `events` are in order.
    """
    events = list(events)
    undone, lessons = _undone(events), _by(events, lambda event: event.lesson)
    return frozenset(
        (lesson, exercise)
        for lesson, mine in lessons.items()
        for exercise in _answered(_shown(mine, undone))
    )


def first_attempts(events: Sequence[Event]) -> dict[tuple[str, str], Event]:
    """Give the first answer ever given to each exercise, by lesson and exercise.

    `events` are in order. Resets and undos play no part: feedback once seen is not unseen.
    """
    found: dict[tuple[str, str], Event] = {}
    for event in events:
        if event.what == "answer":
            found.setdefault((event.lesson, event.exercise), event)
    return found


def code_name(events: Sequence[Event]) -> str:
    """Give the code name chosen last, or nothing."""
    return next((event.code for event in reversed(events) if event.what == "code"), "")


def _undone(events: Iterable[Event]) -> frozenset[str]:
    """Name the resets that were taken back."""
    # An undo can stand before its reset where two clocks disagree, so all are gathered first.
    return frozenset(event.refers for event in events if event.what == "undo")


def _answered(shown: Iterable[Event]) -> frozenset[str]:
    return frozenset(event.exercise for event in shown if event.what == "answer")


def _shown(events: Sequence[Event], undone: Collection[str]) -> list[Event]:
    """Give the answers and reveals of a lesson that no later reset hides."""
    hidden: set[str] = set()
    shown: list[Event] = []
    for event in reversed(events):
        if event.what == "reset" and event.id not in undone:
            hidden.add(event.exercise)
        if event.what in {"answer", "reveal"} and not hidden & {"", event.exercise}:
            shown.append(event)
    return shown[::-1]


def _resets(events: Sequence[Event], undone: Collection[str]) -> list[Event]:
    """Give the resets of a lesson that no undo takes back and no later answer, newest first."""
    answered: set[str] = set()
    found: list[Event] = []
    for event in reversed(events):
        # Bringing old answers back under a new one would hide which came first.
        if event.what == "answer":
            answered.add(event.exercise)
        if event.what == "reset" and event.id not in undone:
            later = answered & {"", event.exercise} if event.exercise else answered
            if not later:
                found.append(event)
    return found


def _by(events: Iterable[Event], name: Callable[[Event], str]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(name(event), []).append(event)
    return found
