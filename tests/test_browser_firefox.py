"""In Firefox: the marker by mouse, keyboard and touch, and the cases of saving.

The cases are those that Chromium has to pass, taken over as they are; only the browser is another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from answers import right_answer
from firefox import FirefoxFingers, launch
from hands import Hands, Keys, Mouse
from test_browser_saving import (
    test_01_killed_kernel,
    test_03_closed_tab,
    test_09_another_computer,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lab import Notebook
    from playwright.sync_api import Browser, Playwright

__all__ = ["test_01_killed_kernel", "test_03_closed_tab", "test_09_another_computer"]


@pytest.fixture(scope="module")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start Firefox in place of Chromium."""
    firefox = launch(playwright, tmp_path_factory.mktemp("firefox"))
    yield firefox
    firefox.close()


@pytest.mark.parametrize(
    "hands", [Mouse(), Keys(), FirefoxFingers()], ids=["mouse", "keyboard", "touch"]
)
def test_words_are_marked_to_the_letter(lesson: Notebook, hands: Hands) -> None:
    assert lesson.page.evaluate("navigator.userAgent.includes('Firefox/')")
    card = lesson.card("mark")
    answer = right_answer(card.exercise)
    hands.fill(card, answer)
    assert card.annotations() == answer["annotation"]
    hands.commit(card)
    card.answered()
    (event,) = lesson.lab.answers("mark")
    assert event["answer"] == answer
