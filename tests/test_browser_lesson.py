"""Each lesson in a real JupyterLab: every exercise is answered by mouse, and by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from answers import right_answer, steps
from hands import Keys, Mouse
from playwright.sync_api import expect

from helpers.kinds.swap import Swap
from helpers.words import result_text, saving_text

if TYPE_CHECKING:
    from lab import Card, Notebook

LESSONS = ("02-who-says-so", "03-unnamed", "04-forty", "05-frames")


@pytest.mark.parametrize("hands", [Mouse(), Keys()], ids=["mouse", "keyboard"])
@pytest.mark.parametrize("stem", LESSONS)
def test_every_exercise_is_answered_rightly(
    notebook: Notebook, stem: str, hands: Mouse | Keys
) -> None:
    lesson = notebook.open(stem).run_all()
    cards = lesson.cards()
    for card in cards:
        answer(card, hands)
        *_, kept = lesson.lab.answers(card.exercise.id)
        assert card.exercise.mark(kept["answer"]).right or not card.exercise.scored, kept
    done = result_text.progress(len(cards), len(cards))
    expect(lesson.piece("lesson.progress()")).to_contain_text(done)


def answer(card: Card, hands: Mouse | Keys) -> None:
    """Give the right answer, in as many steps as it takes."""
    wanted = right_answer(card.exercise)
    if isinstance(card.exercise, Swap):
        wanted = {name: ["same"] for name in card.asked()}
    for step in steps(card.exercise, wanted):
        hands.fill(card, step)
        hands.commit(card)
        expect(card.feedback).to_be_focused()
        expect(card.status).to_have_text(saving_text.KEPT_DISK)
    assert not card.form.count()
