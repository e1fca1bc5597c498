"""Tests that were sat: answers to the items of a form, by what somebody is able to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.exercises import open_exercises
from helpers.workbook import make_event

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from typing import TypeAlias

    from numpy.random import Generator

    from helpers.kinds.choice import Choice
    from helpers.kinds.forms import Form
    from helpers.workbook import Event

    Pick: TypeAlias = Callable[[Choice], str]

FIRST, SECOND, THIRD = "01-cold-read", "08-second-read", "09-later"


def form(lesson: str, name: str) -> Form:
    """Give one form of a lesson."""
    return next(one for one in open_exercises(lesson).forms if one.id == name)


def right(choice: Choice) -> str:
    """Choose the right option."""
    return next(option.id for option in choice.options if option.right)


def wrong(choice: Choice) -> str:
    """Choose an option that is not right, and that does not call the passage sound."""
    return next(option.id for option in choice.options if not option.right and not option.sound)


def all_right_but(*places: str) -> Pick:
    """Choose the right option at all places but these."""
    return lambda choice: wrong(choice) if choice.id.partition("-")[2] in places else right(choice)


def sound(choice: Choice) -> str:
    """Call everything sound: rightly so wherever it is."""
    named = [option for option in choice.options if option.sound]
    return next((option.id for option in named if option.right), named[0].id)


def weak(choice: Choice) -> str:
    """Call everything weak: rightly so wherever it is."""
    named = [option for option in choice.options if not option.sound]
    return next((option.id for option in named if option.right), named[0].id)


def judging(d: float, c: float, chance: Generator) -> Pick:
    """Judge as somebody does who tells sound from weak by d′, with the bias c.

    What she sees of a sound passage lies d′ higher than of a weak one, and she calls sound what
    lies above her bar.
    """

    def pick(choice: Choice) -> str:
        is_sound = any(option.sound for option in choice.options if option.right)
        seen = chance.normal(d / 2 if is_sound else -d / 2, 1)
        return sound(choice) if seen > c else weak(choice)

    return pick


def answers(lesson: str, name: str, pick: Pick, leave: Collection[str] = ()) -> list[Event]:
    """Answer the items of a form in a lesson, in their order; those of some places are left."""
    some = form(lesson, name)
    return [
        make_event(
            "answer",
            lesson=lesson,
            exercise=choice.id,
            answer={"option": [pick(choice)]},
            confidence=choice.confidence_steps()[3],
            number=number,
        )
        for number, choice in enumerate(some.choices, 1)
        if some.place(choice.id) not in leave
    ]


def rest(lesson: str) -> list[Event]:
    """Answer what every form asks at its end."""
    given = {
        "write": {"text": ["The register holds, the dozens do not."]},
        "scale": {"step": ["3"]},
    }
    return [
        make_event("answer", lesson=lesson, exercise=one.id, answer=given[one.kind])
        for one in open_exercises(lesson).forms[0].blueprint.every
    ]
