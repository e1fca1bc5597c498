"""Cards of each kind for everyone, in a real JupyterLab: axe, both themes, zoom, a phone, motion.

Style goes by kind, so the small lesson is looked at from all sides. Whether the words of the real
lessons fit is in test_browser_lesson.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lab import Notebook
from looks import (
    OPEN_ALL,
    STATES,
    WINDOWS,
    draw_all,
    faults,
    must_be_accessible,
    must_have_contrast,
    resize,
    show,
)

from helpers.words import card_text

if TYPE_CHECKING:
    from lab import Lab
    from playwright.sync_api import Page

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
MOVING = """() => [...document.querySelectorAll('.atr *')].filter((el) => {
    const { transitionDuration, animationName } = getComputedStyle(el);
    return transitionDuration.split(', ').some((time) => time !== '0s') || animationName !== 'none';
}).length"""

ROWS = """() => [...document.querySelectorAll('.atr .steps.apart')].map(
    (el) => new Set([...el.children].map((step) => step.getBoundingClientRect().top)).size)"""


@pytest.fixture(scope="module", params=STATES)
def lesson(opened: Notebook, request: pytest.FixtureRequest) -> Notebook:
    """Bring all cards into a state, once for all tests that look at it."""
    show(opened, request.param)
    return opened


def test_axe_finds_nothing(lesson: Notebook) -> None:
    must_be_accessible(lesson.page)


def test_axe_finds_contrast_in_both_themes(lesson: Notebook) -> None:
    must_have_contrast(lesson.page)


@pytest.mark.parametrize("size", WINDOWS)
def test_nothing_is_cut_off_or_overlaps(lesson: Notebook, size: str) -> None:
    resize(lesson, size)
    assert faults(lesson.page) == []


def test_each_step_of_a_scale_has_a_row_of_its_own_on_a_phone(opened: Notebook) -> None:
    show(opened, next(iter(STATES)))
    resize(opened, "phone")
    rows = opened.page.evaluate(ROWS)
    assert rows
    assert {*rows} == {len(card_text.AGREE_WORDS)}


def test_nothing_moves_for_those_who_asked_for_rest(lesson: Notebook) -> None:
    lesson.page.emulate_media(reduced_motion="no-preference")
    assert lesson.page.evaluate(MOVING) > 0
    lesson.page.emulate_media(reduced_motion="reduce")
    assert lesson.page.evaluate(MOVING) == 0


@pytest.mark.browser_context_args(**PHONE)
def test_lesson_00_on_a_phone(page: Page, lab: Lab) -> None:
    Notebook(page, lab.fresh()).open("00-start-here")
    draw_all(page)
    page.evaluate(OPEN_ALL)
    assert faults(page) == []
    must_be_accessible(page)
    must_have_contrast(page)
