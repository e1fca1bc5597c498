"""Answers for the tests to give: the right one of each exercise, and one with much to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpers.workbook import Workbook, make_event

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Answer


def right_answer(exercise: Exercise) -> Answer:
    """Work out an answer that scores full, from the key of the exercise."""
    kind = exercise.__struct_config__.tag
    return RIGHT[kind](exercise)


def _choice(exercise: Any) -> Answer:
    return {"option": [option.id for option in exercise.options if option.right]}


def _sort(exercise: Any) -> Answer:
    return {item.id: [item.category] for item in exercise.items}


def _order(exercise: Any) -> Answer:
    return {"order": [item.id for item in exercise.items]}


def _poll(exercise: Any) -> Answer:
    return {"option": [exercise.options[0].id]}


def _trial(exercise: Any) -> Answer:
    return {"version": [exercise.versions[0].id], "percent": ["70"]}


def _write(exercise: Any) -> Answer:
    """Write a model answer and rate it at the top: the two steps at once."""
    top = {row.id: ["3"] for row in exercise.rubric}
    return {"text": [exercise.models[0].text], **top}


def _rate(exercise: Any) -> Answer:
    return {name: ["60"] for name in exercise.readings}


def _swap(exercise: Any) -> Answer:
    """Keep the first mark; how many there are only the page knows."""
    del exercise
    return {"asked": ["mark-0"], "mark-0": ["same"]}


def _estimate(exercise: Any) -> Answer:
    ends = {"low": 0.9, "high": 1.1}
    return {
        f"{item.id}-{end}": [f"{times * item.truth:,.0f}"]
        for item in exercise.items
        for end, times in ends.items()
    }


def _journey(exercise: Any) -> Answer:
    """Widen a range at every stop, for a reason that the stop gives."""
    found: Answer = {}
    for place, stop in enumerate(exercise.steps):
        found |= {f"{stop.id}-low": ["10"], f"{stop.id}-high": [f"{1000 * (place + 1):,}"]}
        found |= {f"{stop.id}-reason": ["other"]} if place else {}
    return found


def _mark(exercise: Any) -> Answer:
    return {"mark": [_written(exercise, key.label.value, key.words) for key in exercise.keys]}


def _written(exercise: Any, label: str, words: Iterable[int]) -> str:
    """Write a mark as the form does: its label, then the code points of each piece."""
    starts_and_ends = [(exercise.tokens[a][0], exercise.tokens[b][0]) for a, b in runs(words)]
    return " ".join([label, *(f"{a.start}-{b.end}" for a, b in starts_and_ends)])


def runs(words: Iterable[int]) -> list[tuple[int, int]]:
    """Put neighbouring word numbers together, as (first, last).

    >>> runs({1, 2, 5})
    [(1, 2), (5, 5)]
    """
    found: list[tuple[int, int]] = []
    for word in sorted(words):
        if found and word == found[-1][1] + 1:
            found[-1] = (found[-1][0], word)
        else:
            found.append((word, word))
    return found


RIGHT = {
    "choice": _choice,
    "sort": _sort,
    "order": _order,
    "poll": _poll,
    "panel": _poll,
    "trial": _trial,
    "write": _write,
    "estimate": _estimate,
    "rate": _rate,
    "swap": _swap,
    "journey": _journey,
    "mark": _mark,
}


def steps(exercise: Exercise, answer: Answer) -> list[Answer]:
    """Give what is sent one after the other: a text, then its rating; one stop after the other."""
    kind = exercise.__struct_config__.tag
    if kind == "write":
        return [{"text": answer["text"]}, answer]
    if kind == "journey":
        return [_upto(exercise, answer, place) for place in range(len(exercise.steps))]  # type: ignore[attr-defined]
    return [answer]


def _upto(exercise: Any, answer: Answer, place: int) -> Answer:
    names = tuple(f"{stop.id}-" for stop in exercise.steps[: place + 1])
    return {field: values for field, values in answer.items() if field.startswith(names)}


def slipped_answer(exercise: Exercise) -> Answer:
    """Make an answer that leaves much to mend: slips, near misses, things left out."""
    kind = exercise.__struct_config__.tag
    return SLIPPED.get(kind, right_answer)(exercise)


def _wrong_choice(exercise: Any) -> Answer:
    wrong = [option.id for option in exercise.options if not option.right]
    return {"option": wrong if exercise.several else wrong[:1]}


def _wrong_sort(exercise: Any) -> Answer:
    places = [category.id for category in exercise.categories]
    return {item.id: [places[number % len(places)]] for number, item in enumerate(exercise.items)}


def _wrong_order(exercise: Any) -> Answer:
    return {"order": _order(exercise)["order"][::-1]}


def _wrong_mark(exercise: Any) -> Answer:
    """Leave the first key short, the last one out, and fall for the tempting wrong mark."""
    short, *exact = exercise.keys[:-1] or exercise.keys
    first = min(short.words)
    marks = [(short.label, {first}), *((key.label, key.words) for key in exact)]
    taken = set().union(*(words for _, words in marks))
    strays = zip(exercise.strays, exercise.stray_words, strict=True)
    marks += [(stray.label, words) for stray, words in strays if not words & taken]
    return {"mark": [_written(exercise, label.value, words) for label, words in marks]}


SLIPPED = {
    "choice": _wrong_choice,
    "sort": _wrong_sort,
    "order": _wrong_order,
    "mark": _wrong_mark,
}


def write_answers(work: Path, exercises: LessonExercises, times: int) -> None:
    """Put answers with slips to every exercise of a lesson into a work folder."""
    exercises = [exercises.exercise(identity) for identity in exercises.ids]
    given = [(exercise, steps(exercise, slipped_answer(exercise))) for exercise in exercises]
    events = [
        make_event(
            "answer",
            lesson=exercises.id,
            exercise=exercise.id,
            answer=answers[min(number, len(answers) - 1)],
            confidence=max(exercise.confidence_steps(), default=None),
        )
        for exercise, answers in given
        for number in range(times)
    ]
    assert Workbook(work).add(*events)
