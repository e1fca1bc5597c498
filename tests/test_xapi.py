"""xAPI statements: what each answer was, by whom under no name, ready for a record store."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from sat import FIRST, all_right_but, answers
from support import LESSON, answering, make_exercises, write

from helpers.classroom.student import ClassStudent
from helpers.classroom.xapi import HOME, statement_file
from helpers.kinds.exercises import open_exercises
from helpers.workbook import make_event

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Event

BOOK = "00ff00ff00ff00ff"


@pytest.fixture
def small(tmp_path: Path) -> LessonExercises:
    return make_exercises(tmp_path, write("choice"), write("write"))


def somebody(*events: Event, code: str = "red-fox", workbook: str = BOOK) -> ClassStudent:
    return ClassStudent(code, workbook, events, ("red-fox.jsonl",))


def stated(
    folder: Path, lessons: Sequence[LessonExercises], *students: ClassStudent
) -> list[dict[str, Any]]:
    path = folder / "xapi.json"
    with statement_file(path, lessons) as add:
        for one in students:
            add(one)
    return json.loads(path.read_bytes())  # type: ignore[no-any-return]


def test_an_answer_is_stated_in_full(tmp_path: Path, small: LessonExercises) -> None:
    event = answering("pick", {"option": ["b"]}, sure=75)
    [one] = stated(tmp_path, [small], somebody(event))
    lesson = {
        "objectType": "Activity",
        "id": f"{HOME}/lessons/{LESSON}",
        "definition": {
            "name": {"en": "Test"},
            "type": "http://adlnet.gov/expapi/activities/lesson",
        },
    }
    assert one == {
        "id": one["id"],
        "actor": {
            "objectType": "Agent",
            "name": "red-fox",
            "account": {"homePage": HOME, "name": BOOK},
        },
        "verb": {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {"en": "answered"}},
        "object": {
            "objectType": "Activity",
            "id": f"{HOME}/lessons/{LESSON}/pick",
            "definition": {
                "name": {"en": "Which one"},
                "type": "http://adlnet.gov/expapi/activities/question",
            },
        },
        "timestamp": event.at,
        "result": {
            "extensions": {f"{HOME}/extensions/attempt": 1, f"{HOME}/extensions/confidence": 0.75},
            "response": '{"option":["b"]}',
            "score": {"scaled": 0.0},
            "success": False,
        },
        "context": {"contextActivities": {"parent": [lesson]}},
    }


def test_ids_are_the_same_whenever_they_are_made_and_never_shared(
    tmp_path: Path, small: LessonExercises
) -> None:
    events = [answering("pick", {"option": [option]}) for option in "ba"]
    copied = somebody(*events, workbook="11ff00ff00ff00ff")
    first = stated(tmp_path, [small], somebody(*events), copied)
    assert stated(tmp_path, [small], somebody(*events), copied) == first
    names = [UUID(one["id"]) for one in first]
    assert {name.version for name in names} == {5}
    assert len(set(names)) == len(names) == 4


def test_every_attempt_is_stated_with_its_number(tmp_path: Path, small: LessonExercises) -> None:
    events = [answering("pick", {"option": [option]}) for option in "ba"]
    found = [one["result"] for one in stated(tmp_path, [small], somebody(*events))]
    assert [one["success"] for one in found] == [False, True]
    assert [one["extensions"][f"{HOME}/extensions/attempt"] for one in found] == [1, 2]


def test_a_lesson_is_completed_by_the_answer_that_finished_it(
    tmp_path: Path, small: LessonExercises
) -> None:
    text = {"text": ["Somebody private"]}
    rated = {**text, "clear": ["1"], "kind": ["2"]}
    events = [
        answering("label", text),
        answering("pick", {"option": ["a"]}),
        answering("label", rated),
        answering("pick", {"option": ["b"]}),
    ]
    assert len(stated(tmp_path, [small], somebody(*events[:2]))) == 2
    *_, done = stated(tmp_path, [small], somebody(*events))
    assert done["verb"]["id"] == "http://adlnet.gov/expapi/verbs/completed"
    assert done["object"]["id"] == f"{HOME}/lessons/{LESSON}"
    assert done["timestamp"] == events[2].at
    assert done["result"] == {"completion": True, "score": {"scaled": 1.0}}


def test_free_text_and_whatever_would_name_somebody_stay_out(
    tmp_path: Path, small: LessonExercises
) -> None:
    event = answering("label", {"text": ["My name is Ada"]})
    [one] = stated(tmp_path, [small], somebody(event))
    written = (tmp_path / "xapi.json").read_text(encoding="utf-8")
    assert "response" not in one["result"]
    assert not any(word in written for word in ("Ada", "mbox", "openid", str(tmp_path)))


def test_an_arguable_answer_has_no_score(tmp_path: Path, small: LessonExercises) -> None:
    [one] = stated(tmp_path, [small], somebody(answering("pick", {"option": ["d"]})))
    assert not {"score", "success"} & {*one["result"]}


def test_an_item_of_a_test_is_marked_by_its_key(tmp_path: Path) -> None:
    events = answers(FIRST, "a", all_right_but("s11-picture"))
    found = stated(tmp_path, [open_exercises(FIRST)], somebody(*events))
    wrong = [one["object"]["id"] for one in found if not one["result"]["success"]]
    assert wrong == [f"{HOME}/lessons/{FIRST}/a-s11-picture"]
    assert all(f"{HOME}/extensions/confidence" in one["result"]["extensions"] for one in found)


def test_a_moment_on_no_calendar_is_left_out(tmp_path: Path, small: LessonExercises) -> None:
    fields = {"lesson": LESSON, "exercise": "pick", "answer": {"option": ["a"]}}
    event = make_event("answer", **fields, at="2024-02-31T00:00:00.000Z")
    [one] = stated(tmp_path, [small], somebody(event))
    assert "timestamp" not in one


def test_work_without_a_workbook_goes_by_its_code_name(
    tmp_path: Path, small: LessonExercises
) -> None:
    event = answering("pick", {"option": ["a"]})
    old = somebody(event, workbook="")
    assert stated(tmp_path, [small], old)[0]["actor"]["account"]["name"] == "red-fox"
    unnamed = somebody(event, code="")
    [one] = stated(tmp_path, [small], unnamed)
    assert "name" not in one["actor"]


def test_what_the_kit_does_not_know_is_left_out(tmp_path: Path, small: LessonExercises) -> None:
    other = make_event("answer", lesson="91-other", exercise="pick", answer={"option": ["a"]})
    gone = answering("gone", {"option": ["a"]})
    damaged = answering("pick", {"option": ["<b>"]})
    found = stated(tmp_path, [small], somebody(other, gone, damaged))
    assert [one["object"]["id"].split("/")[-1] for one in found] == ["pick"]
    assert not {"score", "success"} & {*found[0]["result"]}
    assert stated(tmp_path, [small], somebody()) == []


def test_the_file_is_one_array_with_a_statement_a_line(
    tmp_path: Path, small: LessonExercises
) -> None:
    events = [answering("pick", {"option": [option]}) for option in "abc"]
    stated(tmp_path, [small], somebody(*events))
    lines = (tmp_path / "xapi.json").read_text(encoding="utf-8").splitlines()
    assert (lines[0], lines[-1]) == ("[", "]")
    assert len([json.loads(line.rstrip(",")) for line in lines[1:-1]]) == 3
