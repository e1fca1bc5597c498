"""History: what events come to, as pure functions. A reset hides answers and never undoes them.

The page shows what is current; whatever is measured goes by first attempts. If both read the same
list, a wrong answer, a reset and a right one would pass for a perfect first attempt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from helpers.workbook.events import Event


def in_order(events: Iterable[Event]) -> list[Event]:
    """Put events in the order in which they count, each once: the same on every machine."""
    # Reversed, so that the first of two with one id stays.
    once = {event.id: event for event in reversed(list(events))}
    return sorted(once.values(), key=lambda event: event.place)


def current(events: Sequence[Event], lesson: str) -> list[Event]:
    """Give what the page of a lesson shows: answers and reveals that no reset hides.

    `events` are in order. A reset that an undo takes back hides nothing.
    """
    # An undo can stand before its reset where two clocks disagree, so all are gathered first.
    undone = {event.refers for event in events if event.what == "undo"}
    shown: list[Event] = []
    for event in events:
        if event.lesson != lesson:
            continue
        if event.what == "reset" and event.id not in undone:
            shown = [e for e in shown if event.exercise and e.exercise != event.exercise]
        if event.what in {"answer", "reveal"}:
            shown.append(event)
    return shown


def first_attempts(events: Sequence[Event]) -> dict[tuple[str, str], Event]:
    """Give the first answer ever given to each exercise, by lesson and exercise.

    `events` are in order. Resets and undos play no part: feedback once seen is not unseen.
    """
    found: dict[tuple[str, str], Event] = {}
    for event in events:
        if event.what == "answer":
            found.setdefault((event.lesson, event.exercise), event)
    return found


def resets(events: Sequence[Event], lesson: str, exercise: str = "") -> list[Event]:
    """Give the resets that can still be undone: those since the last answer there, newest first.

    All of them, not the newest alone: who pressed twice wants the answers back with one press.
    """
    undone = {event.refers for event in events if event.what == "undo"}
    found: list[Event] = []
    for event in reversed(events):
        if event.lesson != lesson or (exercise and event.exercise not in {"", exercise}):
            continue
        # Bringing old answers back under a new one would hide which came first.
        if event.what == "answer":
            break
        if event.what == "reset" and event.exercise == exercise and event.id not in undone:
            found.append(event)
    return found


def code_name(events: Sequence[Event]) -> str:
    """Give the code name chosen last, or nothing."""
    return next((event.code for event in reversed(events) if event.what == "code"), "")
