from __future__ import annotations

from typing import Any

import pytest
from reader import Node, parse

from helpers.view.save_bar import Bar, render_bar, render_code_name
from helpers.words import saving_text
from helpers.words.kept_text import ON_A_COMPUTER
from helpers.workbook import Student


def shown(**fields: Any) -> Node:
    bar = {"code": "amber-heron", "answers": 2, "folder": "work/", "on_disk": True, **fields}
    return parse(render_bar(Bar(**bar)))


def buttons(page: Node) -> list[str]:
    return [node.attrs["data-do"] for node in page.all("button")]


def test_the_bar_says_whose_work_how_much_and_where() -> None:
    page = shown(copied=True)
    assert "amber-heron · 2 answers kept, on disk in work/ and in this browser." in page.text


def test_before_the_browser_has_said_so_nothing_is_in_it() -> None:
    assert "2 answers kept, on disk in work/." in shown().text


def test_download_and_load_are_always_there() -> None:
    assert buttons(shown(answers=0)) == ["download", "choose"]


def test_a_lesson_with_answers_can_be_begun_again() -> None:
    assert buttons(shown(begun=True))[-1] == "reset-lesson"
    assert "reset-lesson" not in buttons(shown()), "the answers are those of other lessons"


def test_also_after_a_reset_of_everything_the_next_student_can_say_who_she_is() -> None:
    assert "somebody" in buttons(shown(answers=0, worked=True))
    assert "somebody" not in buttons(shown(answers=0))


def test_after_a_reset_the_bar_offers_to_undo_it() -> None:
    assert buttons(shown(undo=True))[-1] == "undo"


def test_without_a_code_name_the_bar_says_so() -> None:
    assert f"{saving_text.NO_CODE} · " in shown(code="").text


def test_whoever_has_no_code_name_is_led_to_where_one_is_chosen() -> None:
    [link] = shown(code="", names_at="00-first.ipynb").all("a")
    assert link.attrs["href"] == "00-first.ipynb"
    assert not shown(code="heron-1", names_at="00-first.ipynb").all("a")
    assert not shown(code="").all("a")


def test_when_the_disk_takes_nothing_the_bar_says_where_the_answers_are() -> None:
    page = shown(on_disk=False, copied=True)
    assert "2 answers kept, in this browser." in page.text
    assert ON_A_COMPUTER.not_first in page.text


def test_when_nobody_has_taken_them_the_bar_says_so() -> None:
    assert "2 answers, not kept anywhere yet." in shown(on_disk=False, copied=False).text


def test_when_the_browser_keeps_nothing_the_bar_says_so() -> None:
    assert ON_A_COMPUTER.not_second in shown(copied=False).text
    assert ON_A_COMPUTER.not_second not in shown().text


@pytest.mark.parametrize(
    ("lines", "said"), [(1, "1 line of your work was"), (2, "2 lines of your work were")]
)
def test_damaged_lines_are_reported(lines: int, said: str) -> None:
    assert said in shown(damaged=lines).text


def test_whoever_comes_next_is_asked_whose_the_answers_are() -> None:
    page = shown(asks_who=True)
    assert "These are the answers of amber-heron. Are they yours?" in page.text
    assert {"mine", "somebody"} <= set(buttons(page))
    assert saving_text.WHOSE_PAGE in shown(asks_who=True, code="").text


def test_work_that_lies_here_is_offered_by_code_name() -> None:
    page = shown(offers=(Student("1" * 16, "green-lark", 3), Student("", "", 1)))
    assert "There is also work of green-lark here (3 answers)." in page.text
    assert "There is also work without a code name here (1 answer)." in page.text
    reset = shown(offers=(Student("1" * 16, "green-lark", 0),))
    assert f"There is also work of green-lark here ({saving_text.ALL_RESET})." in reset.text
    offered = [n.attrs for n in page.all("button") if n.attrs["data-do"] in {"turn", "bring"}]
    found = [(a["data-do"], a["data-workbook"], a["data-code"]) for a in offered]
    assert found == [("turn", "1" * 16, "green-lark"), ("bring", "", "")]


def test_a_file_that_may_be_somebody_elses_is_asked_about_first() -> None:
    page = shown(asks_file=saving_text.whose_file("green-lark", "amber-heron"))
    assert "This file belongs to green-lark. Is it yours?" in page.text
    assert {"add", "drop"} <= set(buttons(page))


def test_a_new_code_name_is_asked_about_before_it_replaces_another() -> None:
    page = parse(render_code_name("amber-heron", "x", "green-lark"))
    assert saving_text.NEW_NAME_OR_SOMEBODY in page.text
    assert {"rename", "somebody"} <= {n.attrs.get("data-do") for n in page.all("button")}


def test_a_code_name_that_looks_real_is_asked_about_first() -> None:
    page = parse(render_code_name("amber-heron", "x", "Anna-Schmidt", real=True))
    assert saving_text.REAL_NAME in page.text
    assert saving_text.NEW_NAME_OR_SOMEBODY not in page.text
    assert {"use-anyway", "suggest"} <= {n.attrs.get("data-do") for n in page.all("button")}


def test_the_bar_says_what_to_do_when_the_server_is_about_to_stop() -> None:
    [advice] = shown().marked("stopping")
    assert [step.text for step in advice.all("li")] == list(ON_A_COMPUTER.leaving_steps)


@pytest.mark.parametrize(("code", "filled"), [("", "teal-wren-12"), ("amber-heron", "amber-heron")])
def test_the_field_for_a_code_name_is_filled_in(code: str, filled: str) -> None:
    [field] = parse(render_code_name(code, "teal-wren-12")).all("input")
    assert (field.attrs["value"], field.attrs["maxlength"]) == (filled, "24")
