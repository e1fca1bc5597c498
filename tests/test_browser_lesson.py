"""Each lesson in a real JupyterLab, opened once: answered, then looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from answers import right_answer, steps
from hands import Mouse, Script
from looks import (
    STATES,
    WINDOWS,
    faults,
    must_be_accessible,
    must_have_contrast,
    resize,
    show,
)
from playwright.sync_api import expect

from helpers.kinds.swap import Swap
from helpers.words import result_text
from helpers.words.kept_text import ON_A_COMPUTER

if TYPE_CHECKING:
    from lab import Notebook
    from page_card import Card

LESSONS = Path(__file__).resolve().parents[1] / "lessons"
STEMS = sorted(path.stem for path in LESSONS.glob("*.ipynb"))
PROGRESS = "lesson.progress()"


@pytest.fixture(scope="module", params=STEMS)
def opened(window: Notebook, request: pytest.FixtureRequest) -> Notebook:
    """Open a lesson, once for all tests of it."""
    window.lab.fresh()
    window.open(request.param).unfold()
    resize(window, "desk")
    return window


def test_every_exercise_is_answered_rightly(opened: Notebook) -> None:
    lesson = opened.begin_again()
    cards = lesson.cards()
    for card in cards:
        answer(card)
        *_, kept = lesson.lab.answers(card.exercise.id)
        exercise = card.exercise
        assert exercise.mark(exercise.read(kept["answer"])).right or not exercise.graded, kept
    if lesson.has(PROGRESS):
        core = sum(not card.exercise.extra for card in cards)
        done = result_text.DONE.format(done=core, all=core)
        expect(lesson.piece(PROGRESS)).to_contain_text(done)


def answer(card: Card) -> None:
    """Give the right answer, in as many steps as it takes."""
    wanted = right_answer(card.exercise)
    if isinstance(card.exercise, Swap):
        wanted = {name: ["same"] for name in card.asked()}
    for step in steps(card.exercise, wanted):
        Script().fill(card, step)
        Mouse().commit(card)
        card.answered()
        expect(card.status).to_have_text(ON_A_COMPUTER.both)
    assert not card.form.count()


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_off_or_overlaps(opened: Notebook, state: str) -> None:
    show(opened, state)
    for size in WINDOWS:
        resize(opened, size)
        assert faults(opened.page) == [], size


def test_axe_finds_nothing(opened: Notebook) -> None:
    show(opened, "tried twice")
    must_be_accessible(opened.page)


def test_axe_finds_contrast_in_both_themes(opened: Notebook) -> None:
    show(opened, "tried twice")
    # Cards look the same in every lesson: test_browser_access has one of each kind, in each state.
    must_have_contrast(opened.page, ".atr :not(.card, .card *)")
