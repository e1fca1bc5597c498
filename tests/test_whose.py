"""Whose page is it? The rule, case by case."""

from __future__ import annotations

import pytest

from helpers.pieces.whose import Own, rule
from helpers.workbook import Student

MINE, HERS, HIS, SPARE = "a" * 16, "b" * 16, "c" * 16, "d" * 16
EMPTY, FULL = Own(MINE, "", empty=True), Own(MINE, "amber-heron", empty=False)
UNNAMED = Own(MINE, "", empty=False)


def student(workbook: str, code: str = "green-lark") -> Student:
    return Student(workbook, code, 3)


@pytest.mark.parametrize("where", ["folder", "browser"])
def test_after_a_new_kernel_or_server_the_tab_knows_who_sits_here(where: str) -> None:
    known = [student(HERS), student(HIS)]
    here, held = (known, []) if where == "folder" else ([], known)
    found = rule(EMPTY, HERS, SPARE, here, held)
    assert (found.turn_to, found.certain) == (HERS, True)


def test_work_on_the_page_is_never_left_for_other_work_unasked() -> None:
    assert rule(FULL, HERS, SPARE, [student(HERS)], []).turn_to == ""


@pytest.mark.parametrize("where", ["folder", "browser"])
def test_the_only_one_known_goes_on_and_is_asked(where: str) -> None:
    here, held = ([student(HERS)], []) if where == "folder" else ([], [student(HERS)])
    found = rule(EMPTY, "", SPARE, here, held)
    assert (found.turn_to, found.certain) == (HERS, False)


def test_who_has_said_that_she_is_somebody_else_gets_nobodys_work() -> None:
    assert rule(EMPTY, MINE, MINE, [student(HERS)], []).turn_to == ""


def test_once_it_is_settled_no_tab_turns_the_page() -> None:
    settled = Own(MINE, "", empty=True, settled=True)
    for me, known in ((HERS, [student(HERS)]), ("", [student(HERS)]), ("", [])):
        assert rule(settled, me, SPARE, known, []).turn_to == ""
    assert rule(settled, HERS, SPARE, [student(HERS)], []).offers == (student(HERS),)


def test_of_several_the_student_chooses() -> None:
    found = rule(EMPTY, "", SPARE, [student(HERS)], [student(HIS), student(HERS, "old-name")])
    assert found.turn_to == ""
    assert {one.workbook for one in found.offers} == {HERS, HIS}
    assert {one.code for one in found.offers} == {"green-lark"}


def test_a_student_with_a_name_and_answers_is_offered_nothing_of_others() -> None:
    assert rule(FULL, MINE, SPARE, [student(HERS)], [student(HIS)]).offers == ()


def test_who_answered_before_saying_who_she_is_is_still_offered_her_work() -> None:
    assert rule(UNNAMED, MINE, SPARE, [student(HERS)], [student(HIS)]).offers != ()


def test_two_lessons_that_begin_in_one_browser_begin_one_workbook() -> None:
    found = rule(EMPTY, "", SPARE, [], [])
    assert (found.turn_to, found.certain) == (SPARE, True)
    assert rule(Own(SPARE, "", empty=True), "", SPARE, [], []).turn_to == ""


def test_copies_of_this_workbook_are_fetched() -> None:
    mine = student(MINE, "amber-heron")
    assert rule(FULL, MINE, SPARE, [], [mine, student(HIS)]).fetch == (mine,)


def test_copies_of_the_first_edition_go_by_code_name() -> None:
    same, other = student("", "amber-heron"), student("", "green-lark")
    assert rule(FULL, MINE, SPARE, [], [same, other]).fetch == (same,)
    assert rule(FULL, MINE, SPARE, [], [same, other]).offers == ()
    assert set(rule(UNNAMED, MINE, SPARE, [], [same, other]).offers) == {same, other}
