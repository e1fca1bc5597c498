"""Ids: what `check` lets pass, an event carries, and nothing else."""

from __future__ import annotations

import pytest

from helpers.errors import KitError
from helpers.ids import LONGEST, is_id
from helpers.workbook import Event, make_event, read_event

GOOD = ("a", "7", "lede-source", "2-dead", "constructor", "a-", LONGEST * "x")
BAD = ("A", "-a", "_x", "__proto__", "a.b", "a b", "a\n", "é", "а", "٣", (LONGEST + 1) * "x")  # noqa: RUF001 - look-alikes


def event(**names: str) -> Event:
    made = make_event("answer")
    return read_event({"id": made.id, "at": made.at, "what": "answer", "answer": {}, **names})


@pytest.mark.parametrize("name", GOOD)
def test_what_is_an_id_is_carried_by_an_event(name: str) -> None:
    assert is_id(name)
    assert event(lesson=name, exercise=name).exercise == name


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("field", ["lesson", "exercise"])
def test_what_is_none_is_refused_by_both(name: str, field: str) -> None:
    assert not is_id(name)
    with pytest.raises(KitError):
        event(**{field: name})


def test_an_event_that_concerns_no_lesson_names_none() -> None:
    assert event().lesson == ""
    assert not is_id("")
