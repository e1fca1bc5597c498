from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ANSWERS, mark_of, write

from helpers.kinds.base import NotAnAnswerError, Outcome
from helpers.kinds.choice import Choice
from helpers.words import tally_text

if TYPE_CHECKING:
    from support import Fields

    from helpers.workbook import Answer


def right(exercise: Choice) -> Answer:
    return {"option": [option.id for option in exercise.options if option.right]}


def slipped(exercise: Choice) -> Answer:
    wrong = [option.id for option in exercise.options if option.outcome is Outcome.WRONG]
    return {"option": wrong if exercise.several else wrong[:1]}


def make(**fields: object) -> Choice:
    return msgspec.convert({**write("choice"), **fields}, Choice)


@pytest.mark.parametrize(
    ("option", "score", "outcome"),
    [("a", 1, Outcome.RIGHT), ("b", 0, Outcome.WRONG), ("d", 0.5, Outcome.ARGUABLE)],
)
def test_one_option_is_right_or_wrong_or_arguable(
    option: str, score: float, outcome: Outcome
) -> None:
    mark = mark_of(make(), {"option": [option]})
    [chosen] = [one for one in mark.feedback if one.chosen]
    assert (mark.score, chosen.item, chosen.outcome) == (score, option, outcome)


def test_only_an_arguable_option_counts_neither_way() -> None:
    assert [mark_of(make(), {"option": [o]}).scored for o in "abd"] == [True, True, False]


def test_a_wrong_option_shows_its_slip_and_no_other() -> None:
    assert mark_of(make(), {"option": ["b"]}).slips() == ("x=y",)


@pytest.mark.parametrize("option", ["a", "d"])
def test_a_right_or_arguable_option_shows_no_slip(option: str) -> None:
    assert mark_of(make(), {"option": [option]}).slips() == ()


def test_every_option_comes_with_its_feedback() -> None:
    feedback = mark_of(make(), {"option": ["a"]}).feedback
    assert [(one.item, one.verdict, one.why) for one in feedback] == [
        (name, f"Verdict {name}.", f"Why {name}.") for name in "abcd"
    ]


@pytest.mark.parametrize(
    ("chosen", "score"),
    [("ab", 1), ("a", 1 / 2), ("abc", 2 / 3), ("c", 0), ("abd", 1), ("ad", 1 / 2), ("cd", 0)],
)
def test_several_options_count_by_what_fits_of_all_chosen_or_right(
    chosen: str, score: float
) -> None:
    options = write("choice")["options"]
    options[1] = {**options[1], "right": True}
    exercise = make(options=options, several=True)
    assert mark_of(exercise, {"option": list(chosen)}).score == pytest.approx(score)


@pytest.mark.parametrize(
    "answer",
    [{}, {"option": []}, {"option": ["z"]}, {"option": ["a", "b"]}, {"Option": ["a"]}],
)
def test_what_is_not_one_known_option_is_no_answer(answer: Answer) -> None:
    with pytest.raises(NotAnAnswerError, match="Choose an answer first"):
        make().read(answer)


@pytest.mark.parametrize("answer", [{}, {"option": []}, {"option": ["a", "z"]}])
def test_where_several_can_be_chosen_all_must_be_known(answer: Answer) -> None:
    with pytest.raises(NotAnAnswerError, match="Choose at least one"):
        make(several=True).read(answer)


@given(ANSWERS)
def test_any_answer_is_marked_or_refused_where_several_can_be_chosen(answer: Answer) -> None:
    try:
        score = mark_of(make(several=True), answer).score
    except NotAnAnswerError:
        return
    assert 0 <= score <= 1


def test_how_sure_has_five_steps_from_chance_to_certain_where_the_author_asks() -> None:
    assert make(sure=True).confidence_steps() == (25, 44, 62, 81, 100)
    assert make(sure=False).confidence_steps() == ()
    assert msgspec.convert(without_sure(), Choice).confidence_steps() == ()


def without_sure() -> Fields:
    return {field: said for field, said in write("choice").items() if field != "sure"}


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((25, 44, 62, 81, 100), [0, 1, 2, 3, 4]),
        ((25, 40, 55, 70, 85, 100), [0, 1, 2, 2, 3, 4]),
        ((0, 10, 24), [0, 0, 0]),
    ],
    ids=["of today", "of earlier editions", "below chance"],
)
def test_every_confidence_has_the_word_that_lies_nearest(
    steps: tuple[int, ...], words: list[int]
) -> None:
    assert [make().confidence_word(percent) for percent in steps] == words


@given(st.integers(0, 100), st.integers(0, 100), st.integers(2, 9))
def test_who_was_surer_never_has_the_lesser_word(one: int, other: int, options: int) -> None:
    exercise = make(options=[write("option", id=f"o{n}", text=f"T{n}") for n in range(options)])
    less, more = sorted((one, other))
    assert 0 <= exercise.confidence_word(less) <= exercise.confidence_word(more) <= 4


@pytest.mark.parametrize(
    ("options", "several", "one"), [(2, False, True), (2, True, False), (3, False, False)]
)
def test_of_two_options_the_first_try_settles_it(options: int, *, several: bool, one: bool) -> None:
    made = make(options=write("choice")["options"][:options], several=several)
    assert made.one_try is one


def test_one_choice_is_no_count_and_of_several_what_was_left_out_counts_too() -> None:
    assert make().tally(mark_of(make(), {"option": ["a"]})) == ""
    options = [
        {**option, "right": option["id"] in "ab", "arguable": False}
        for option in write("choice")["options"]
    ]
    several = make(options=options, several=True)
    said = [several.tally(mark_of(several, {"option": [*o]})) for o in ("ab", "ac", "cd", "abcd")]
    assert said == [tally_text.chosen_rightly(right, 0, 4) for right in (4, 2, 0, 2)]


def test_an_arguable_option_is_told_apart_whether_it_was_chosen_or_left() -> None:
    options = [{**one, "arguable": one["id"] == "d"} for one in write("choice")["options"]]
    several = make(options=options, several=True)
    for chosen in ("a", "ad"):
        mark = mark_of(several, {"option": [*chosen]})
        assert (mark.right, several.tally(mark)) == (True, tally_text.chosen_rightly(3, 1, 4))


def test_where_several_can_be_chosen_chance_is_one_of_all_subsets() -> None:
    assert make(several=True).chance == pytest.approx(1 / 15)


def test_a_judgement_is_sound_only_if_its_right_option_says_so() -> None:
    def judged(**sound: bool) -> tuple[bool, ...]:
        options = [{**o, "sound": sound.get(o["id"], False)} for o in write("choice")["options"]]
        return make(options=options).judgements()

    assert (judged(), judged(a=True), judged(b=True)) == ((), (True,), (False,))
