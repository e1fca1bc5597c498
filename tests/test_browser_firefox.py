"""In Firefox too: the marker by mouse, keyboard and touch, and the cases of saving.

The cases are those of Chromium, taken over as they are; only the fixture `browser` is another. The
word in brackets behind their names is pytest-playwright's, which does not know of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from answers import right_answer
from firefox import FirefoxFingers, launch
from hands import Hands, Keys, Mouse
from test_browser_saving import (
    blocked,
    disk,
    test_01_killed_kernel,
    test_03_closed_tab,
    test_07_a_tab_that_was_left_alone_asks_whose_they_are,
    test_07_of_two_students_the_one_who_comes_says_who_she_is,
    test_09_another_computer,
    test_10_blocked_storage,
    test_five_presses_while_the_kernel_is_busy_are_one_answer,
    test_the_browsers_storage_full_and_the_disk_too,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lab import Notebook
    from playwright.sync_api import Browser, Playwright

__all__ = [
    "blocked",
    "disk",
    "test_01_killed_kernel",
    "test_03_closed_tab",
    "test_07_a_tab_that_was_left_alone_asks_whose_they_are",
    "test_07_of_two_students_the_one_who_comes_says_who_she_is",
    "test_09_another_computer",
    "test_10_blocked_storage",
    "test_five_presses_while_the_kernel_is_busy_are_one_answer",
    "test_the_browsers_storage_full_and_the_disk_too",
]
HANDS = {"mouse": Mouse(), "keyboard": Keys(), "touch": FirefoxFingers()}


@pytest.fixture(scope="module")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    firefox = launch(playwright, tmp_path_factory.mktemp("firefox"))
    yield firefox
    firefox.close()


@pytest.mark.parametrize("hands", HANDS.values(), ids=HANDS)
def test_words_are_marked_to_the_letter(lesson: Notebook, hands: Hands) -> None:
    assert "Firefox/" in lesson.page.evaluate("navigator.userAgent")
    card = lesson.card("mark")
    answer = right_answer(card.exercise)
    hands.fill(card, answer)
    assert card.annotations() == answer["annotation"]
    hands.commit(card)
    card.answered()
    assert [event["answer"] for event in lesson.lab.answers("mark")] == [answer]
