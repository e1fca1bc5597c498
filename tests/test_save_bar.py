from __future__ import annotations

from typing import Any

import pytest
from reader import Node, parse

from helpers.view.save_bar import Bar, render_bar, render_code_name
from helpers.words import saving_text


def shown(**fields: Any) -> Node:
    bar = {"code": "amber-heron", "answers": 2, "folder": "work/", "on_disk": True, **fields}
    return parse(render_bar(Bar(**bar)))


def buttons(page: Node) -> list[str]:
    return [node.attrs["data-do"] for node in page.all("button")]


def test_the_bar_says_whose_work_how_much_and_where() -> None:
    assert "amber-heron · 2 answers kept, on disk in work/ and in this browser." in shown().text


def test_download_and_load_are_always_there() -> None:
    assert buttons(shown(answers=0)) == ["download", "choose"]


def test_a_lesson_with_answers_can_be_begun_again() -> None:
    assert buttons(shown())[-1] == "reset-lesson"


def test_after_a_reset_the_bar_offers_to_undo_it() -> None:
    assert buttons(shown(undo=True))[-1] == "undo"


def test_without_a_code_name_the_bar_says_so() -> None:
    assert f"{saving_text.NO_CODE} · " in shown(code="").text


def test_when_the_disk_takes_nothing_the_bar_says_where_the_answers_are() -> None:
    page = shown(on_disk=False)
    assert "in this browser only" in page.text
    assert saving_text.KEPT_BROWSER in page.text


def test_when_the_browser_keeps_nothing_the_bar_says_so() -> None:
    assert saving_text.BLOCKED in shown(blocked=True).text
    assert saving_text.BLOCKED not in shown().text


@pytest.mark.parametrize(
    ("lines", "said"), [(1, "1 line of your work was"), (2, "2 lines of your work were")]
)
def test_damaged_lines_are_reported(lines: int, said: str) -> None:
    assert said in shown(damaged=lines).text


def test_what_only_the_browser_holds_is_offered_by_code_name() -> None:
    page = shown(offers={"green-lark": 3, "": 1})
    assert "still holds 3 entries of code name green-lark." in page.text
    assert "still holds 1 entry without a code name." in page.text
    codes = [n.attrs["data-code"] for n in page.all("button") if n.attrs["data-do"] == "bring"]
    assert codes == ["green-lark", ""]


def test_a_file_of_another_code_name_is_asked_about_first() -> None:
    page = shown(their_code="green-lark")
    assert "This file belongs to code name green-lark; yours is amber-heron." in page.text
    assert {"add", "drop"} <= set(buttons(page))


def test_the_bar_says_what_to_do_when_the_server_is_about_to_stop() -> None:
    [advice] = shown().marked("stopping")
    assert [step.text for step in advice.all("li")] == list(saving_text.STOPPING_STEPS)


@pytest.mark.parametrize(("code", "filled"), [("", "teal-wren-12"), ("amber-heron", "amber-heron")])
def test_the_field_for_a_code_name_is_filled_in(code: str, filled: str) -> None:
    [field] = parse(render_code_name(code, "teal-wren-12")).all("input")
    assert (field.attrs["value"], field.attrs["maxlength"]) == (filled, "24")
