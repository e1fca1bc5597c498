"""Lesson 02 in a real JupyterLab: every exercise is answered by mouse, and by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from answers import right_answer
from hands import Keys, Mouse
from playwright.sync_api import expect

from helpers.view import strings

if TYPE_CHECKING:
    from lab import Notebook


@pytest.mark.parametrize("hands", [Mouse(), Keys()], ids=["mouse", "keyboard"])
def test_every_exercise_is_answered_rightly(notebook: Notebook, hands: Mouse | Keys) -> None:
    lesson = notebook.open("02-who-says-so").run_all()
    ids = lesson.sheet().ids
    for exercise in ids:
        card = lesson.card(exercise)
        hands.fill(card, right_answer(card.exercise))
        hands.commit(card)
        expect(card.feedback).to_be_focused()
        expect(card.status).to_have_text(strings.KEPT_DISK)
        (answer,) = lesson.lab.answers(exercise)
        assert card.exercise.mark(answer["answer"]).right, answer
    done = strings.progress(len(ids), len(ids))
    expect(lesson.piece("lesson.progress()")).to_contain_text(done)
