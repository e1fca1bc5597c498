from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from reader import parse
from support import (
    ANSWERS,
    HOSTILE,
    TEXTS,
    card_state,
    make_card,
    make_exercises,
    mark_of,
    message,
    shown,
    write,
)

from helpers.kinds.base import NotAnAnswerError
from helpers.kinds.write import LONGEST, Probe, Write, plain_words
from helpers.view.card import render_card
from helpers.words import card_text
from helpers.workbook import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Answer

TEXT = {"text": ["A baker from Rell, who is called Odo"]}
RATED = {**TEXT, "clear": ["2"], "kind": ["0"]}


def right(exercise: Write) -> Answer:
    """Write a model answer and rate it at the top, where the student is to rate it."""
    if not exercise.rated:
        return TEXT
    top = {row.id: ["3"] for row in exercise.rubric}
    return {"text": [exercise.models[0].text], **top}


def steps(exercise: Write, answer: Answer) -> list[Answer]:
    """Send the text first, then the text with its rating."""
    return [{"text": answer["text"]}, answer] if exercise.rated else [answer]


def make() -> Write:
    return msgspec.convert(write("write"), Write)


def probe(**fields: object) -> Probe:
    return msgspec.convert({"id": "x", "found": "", "missing": "", **fields}, Probe)


@pytest.fixture
def exercises(tmp_path: Path) -> LessonExercises:
    return make_exercises(tmp_path, write("write"))


@pytest.mark.parametrize(
    ("looked_for", "text"),
    [
        ({"any": ["fear of"]}, "in FEAR  of arrest"),
        ({"any": ["Kyiv's"]}, "Kyiv’s man"),
        ({"any": ["Straße"]}, "an der STRASSE"),
        ({"any": ["one", "two"]}, "only two"),
        ({"none": ["Odo"]}, "Odonian"),
        ({"most": 2}, "two words"),
        ({"least": 3}, "three words here"),
    ],
)
def test_a_probe_sees_words_and_their_number(looked_for: dict[str, object], text: str) -> None:
    assert probe(**looked_for).holds(text)


@pytest.mark.parametrize(
    ("looked_for", "text"),
    [
        ({"any": ["fear of"]}, "of fear"),
        ({"any": ["ear"]}, "fear"),
        ({"none": ["Odo"]}, "called odo."),
        ({"most": 2}, "three words here"),
        ({"least": 3}, "two words"),
        ({"any": ["here"], "most": 1}, "not here"),
    ],
)
def test_a_probe_does_not_see_what_is_not_there(looked_for: dict[str, object], text: str) -> None:
    assert not probe(**looked_for).holds(text)


@given(TEXTS)
def test_every_text_holds_its_own_words(text: str) -> None:
    assert all(probe(any=[word]).holds(text) for word in plain_words(text))


def test_a_text_is_neither_graded_nor_asked_for_confidence() -> None:
    exercise = make()
    assert (exercise.graded, exercise.confidence_steps()) == (False, ())
    assert mark_of(exercise, TEXT).scored is False


def test_a_text_is_complete_once_every_row_is_rated() -> None:
    assert [make().complete(make().read(answer)) for answer in (TEXT, RATED)] == [False, True]
    assert make().read(RATED).rating == {"clear": 2, "kind": 0}


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ({}, "Write something first"),
        ({"text": [" \n . "]}, "Write something first"),
        ({"text": ["x" * (LONGEST + 1)]}, "5,000 characters at most"),
        ({**TEXT, "clear": ["2"]}, "Rate your text in the row “How kind”. 1 of 2 is"),
        (
            {**TEXT, "clear": ["4"], "kind": ["0"]},
            "Rate your text in the row “How clear”. 1 of 2 is",
        ),
    ],
)
def test_what_is_not_a_text_says_what_is_missing(answer: Answer, says: str) -> None:
    with pytest.raises(NotAnAnswerError, match=says):
        make().read(answer)


@given(ANSWERS)
def test_any_answer_is_a_text_or_a_sentence_says_why_not(answer: Answer) -> None:
    with suppress(NotAnAnswerError):
        assert plain_words(make().read(answer).text)


def test_the_models_and_the_rubric_wait_until_a_text_is_kept(exercises: LessonExercises) -> None:
    page = parse(render_card(card_state(exercises, "label")))
    assert page.all("textarea")
    assert not any(words in page.text for words in ("Why model", "How clear", "Found", "Missing"))


def test_a_kept_text_is_looked_at_and_goes_on_to_the_rubric(exercises: LessonExercises) -> None:
    page = parse(render_card(card_state(exercises, "label", TEXT)))
    [form] = page.all("form")
    assert "Odo" in form.attrs["data-answer"]
    seen = page.marked("feedback")[0].text
    assert [w for w in ("Found side.", "Missing short.", "Missing safe.") if w not in seen] == []
    assert "Clear three" in page.text
    assert "Why model." not in page.text


def test_a_rated_text_is_set_beside_the_models(exercises: LessonExercises) -> None:
    page = parse(render_card(card_state(exercises, "label", TEXT, RATED)))
    assert page.all("form") == []
    assert page.all("blockquote")[0].text == TEXT["text"][0]
    for said in ("2 · Clear two", "0 · Kind nil", "A baker from Rell", "Why model."):
        assert said in page.text


@pytest.mark.parametrize("word", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_is_shown_whole(exercises: LessonExercises, word: str) -> None:
    answers = [{"text": [word, word], **rated} for rated in ({}, {"clear": ["2"], "kind": ["0"]})]
    page = parse(render_card(card_state(exercises, "label", *answers)))
    assert [quote.text for quote in page.all("blockquote")] == [f"{shown(word)}\n{shown(word)}"]
    assert {node.tag for node in page} & {"img", "script", "svg", "template", "b"} == set()


def test_both_steps_of_a_text_are_kept(exercises: LessonExercises, tmp_path: Path) -> None:
    card, told = make_card(exercises, "label", Workbook(tmp_path / "work"))
    for answer in (TEXT, RATED):
        card.hear(card.widget, message("label", answer=answer))
        assert told[-1]["ack"]
    assert [event.answer for event in card.desk.book.events] == [TEXT, RATED]
    assert Write.commit_label not in card.widget.markup


def test_a_confidence_that_nobody_asked_for_is_passed_over(
    exercises: LessonExercises, tmp_path: Path
) -> None:
    card, told = make_card(exercises, "label", Workbook(tmp_path / "work"))
    for answer in (TEXT, RATED):
        card.widget.hear(message("label", answer=answer, confidence=100))
        assert not told[-1].get("refused")
    plain, _ = make_card(exercises, "label", Workbook(tmp_path / "plain"))
    for answer in (TEXT, RATED):
        plain.widget.hear(message("label", answer=answer))
    assert card.widget.markup == plain.widget.markup


JOINED = ("He said that it is safe", "A man FROM the village", "where they were, nobody knows")
PRESSED = ("asdf jkl qwertz", "baker village Rell", "the", "the the the THE", "1 2 3", "💣 …")


@pytest.mark.parametrize("text", JOINED)
def test_words_that_somebody_has_put_together_read_as_a_sentence(text: str) -> None:
    assert make().reads_as_text(text)


@pytest.mark.parametrize("text", PRESSED)
def test_keys_pressed_and_words_in_a_row_do_not(text: str) -> None:
    assert not make().reads_as_text(text)


@pytest.mark.parametrize(
    ("text", "reads"),
    [("Forty dead, mayor says", True), ("Bridge holds", False), ("40 41 42 43", False)],
)
def test_what_need_not_be_a_sentence_needs_three_words(text: str, *, reads: bool) -> None:
    headline = msgspec.convert(write("write", sentence=False), Write)
    assert headline.reads_as_text(text) is reads


def test_of_what_is_no_sentence_yet_no_probe_says_anything_and_the_student_goes_on(
    exercises: LessonExercises,
) -> None:
    typed = {"text": ["asdf from Rell"]}
    page = parse(render_card(card_state(exercises, "label", typed)))
    assert card_text.NO_SENTENCE in page.text
    assert not any(word in page.text for word in ("Found", "Missing", card_text.SEEN))
    assert "How clear" in page.text
    done = parse(render_card(card_state(exercises, "label", {**RATED, **typed})))
    assert "Why model." in done.text


@given(TEXTS)
def test_any_text_reads_as_one_or_not(text: str) -> None:
    for sentence in (True, False):
        assert msgspec.convert(write("write", sentence=sentence), Write).reads_as_text(text) in {
            True,
            False,
        }
