"""What the browser says of work that only it holds: it counts as Python does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from test_history import Events, histories

from helpers.workbook import answered_exercises
from helpers.workbook.history import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
STORE = (ROOT / "helpers" / "view" / "static" / "store.js").read_text("utf-8")
COUNT = f"(events) => {{ {STORE} return countAnswered(events); }}"
LAST_DAY = "2999-12-31T23:59:59.999Z"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@settings(max_examples=150)
@given(histories())
def test_the_browser_counts_answers_as_python_does(page: Page, history: Events) -> None:
    # What no clock ever says, the browser does not tell from a moment.
    events = [event for event in history if event.at <= LAST_DAY]
    counted = page.evaluate(COUNT, msgspec.to_builtins(events))
    assert counted == len(answered_exercises(in_order(events)))
