"""The site in Firefox: a lesson goes live, an answer is kept, and two tabs lose nothing.

The cases are those of Chromium, taken over as they are; see test_browser_firefox.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from firefox import launch
from test_browser_site_saving import (
    page,
    test_27_an_answer_is_there_again_after_a_reload_and_in_the_other_copy_alone,
    test_31_two_tabs_lose_nothing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Playwright

__all__ = [
    "page",
    "test_27_an_answer_is_there_again_after_a_reload_and_in_the_other_copy_alone",
    "test_31_two_tabs_lose_nothing",
]


@pytest.fixture(scope="module")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    firefox = launch(playwright, tmp_path_factory.mktemp("firefox"))
    yield firefox
    firefox.close()
