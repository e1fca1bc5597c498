"""Lesson 02 on a phone, from its first card to its last with taps alone."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from answers import right_answer, steps
from hands import Fingers
from lab import PATIENCE, Notebook
from looks import OPEN_ALL, SMALL, WIDE
from playwright.sync_api import expect

from helpers.words import result_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lab import Lab
    from playwright.sync_api import Browser

LESSON = "02-who-says-so"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def phone(browser: Browser, lab: Lab) -> Iterator[Notebook]:
    with closing(browser.new_context(**PHONE)) as context:
        context.set_default_timeout(PATIENCE * 1000)
        yield Notebook(context.new_page(), lab.fresh()).open(LESSON).unfold()


def test_every_target_is_large_enough_and_nothing_scrolls_sideways(phone: Notebook) -> None:
    phone.page.evaluate(OPEN_ALL)
    assert phone.page.evaluate(SMALL) == []
    assert not phone.page.evaluate(WIDE)


def test_every_card_is_answered_by_touch(phone: Notebook) -> None:
    fingers, cards = Fingers(), phone.cards()
    for card in cards:
        for step in steps(card.exercise, right_answer(card.exercise)):
            fingers.fill(card, step)
            fingers.commit(card)
            card.answered()
    core = sum(not card.exercise.extra for card in cards)
    done = result_text.DONE.format(done=core, all=core)
    expect(phone.piece("lesson.progress()")).to_contain_text(done)
    assert not phone.page.evaluate(WIDE)
