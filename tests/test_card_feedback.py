"""What feedback shows of each kind of exercise, while a try is left and after the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reader import Node, parse
from support import KEY, TEXT, card_state, make_exercises, message, piece_of, write

from helpers.lesson import Lesson
from helpers.view.card import render_card
from helpers.words import annotation_text, card_text, reading_text, tally_text
from helpers.workbook import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Answer

SORTED_WRONG = {"one": ["far"], "two": ["out"], "three": ["out"]}
SORTED_ARGUABLY = {"one": ["in"], "two": ["in"], "three": ["far"]}
ORDERED_WRONG = {"order": ["d", "a", "b", "c"]}
TOO_MUCH = (piece_of(TEXT, "source", "had"),)
CUE = ("cue", "said")


@pytest.fixture
def exercises(tmp_path: Path) -> LessonExercises:
    votes = write("poll"), write("poll", id="again", again="vote")
    kinds = [write("choice"), write("sort"), write("order"), write("annotate", strays=[])]
    return make_exercises(tmp_path, *kinds, *votes, claims=(write("claim", **KEY),))


def shown(exercises: LessonExercises, exercise: str, *answers: Answer, **more: object) -> Node:
    return parse(render_card(card_state(exercises, exercise, *answers, **more)))


def marks(*pieces: tuple[str, str]) -> Answer:
    return {"annotation": [piece_of(TEXT, *piece) for piece in pieces]}


def test_a_misplaced_item_says_why_and_not_where_it_belongs_while_a_try_is_left(
    exercises: LessonExercises,
) -> None:
    page = shown(exercises, "place", SORTED_WRONG)
    assert "Tempts far. Why one." in page.text
    assert not any(word in page.text for word in ("Verdict one", card_text.RIGHT_ANSWER))


def test_a_slip_is_named_only_at_the_item_that_it_was_written_for(
    exercises: LessonExercises,
) -> None:
    rows = shown(exercises, "place", SORTED_WRONG).marked("outcome")[0].all("li")
    named = {row.text[:8]: [slip.text for slip in row.marked("slip")] for row in rows}
    assert named == {"Item one": ["The Z trap. Z is not Y."], "Item two": [], "Item thr": []}
    [other] = [row for row in rows if "Item three" in row.text]
    assert "✗ Why three." in other.text


def test_a_slip_that_shows_twice_on_a_card_is_named_once(tmp_path: Path) -> None:
    written = write("sort")
    written["items"][2]["tempting"] = {"in": {"slip": "z=y", "why": "Tempts too."}}
    twice = make_exercises(tmp_path, written)
    page = shown(twice, "place", {"one": ["far"], "two": ["out"], "three": ["in"]})
    assert [slip.text for slip in page.marked("slip")] == ["The Z trap. Z is not Y."]
    assert "Tempts far." in page.text
    assert "Tempts too." in page.text


def test_a_slip_without_a_name_stops_no_card(tmp_path: Path) -> None:
    nameless = make_exercises(tmp_path, write("sort"), slips={})
    page = shown(nameless, "place", SORTED_WRONG)
    assert "Tempts far." in page.text
    assert page.marked("slip") == []


def test_after_the_second_try_a_misplaced_item_says_where_it_belongs(
    exercises: LessonExercises,
) -> None:
    page = shown(exercises, "place", SORTED_WRONG, SORTED_WRONG)
    assert "Verdict one. Tempts far. Why one." in page.text
    assert f"{card_text.RIGHT_ANSWER} Text in" in page.text


def test_first_it_is_said_how_much_fits(exercises: LessonExercises) -> None:
    for exercise, answer, held in (
        ("place", SORTED_WRONG, tally_text.sorted_rightly(1, 0, 3)),
        ("place", SORTED_ARGUABLY, tally_text.sorted_rightly(2, 1, 3)),
        ("line", {"order": ["a", "b", "c", "d"]}, tally_text.ordered_rightly(4, 4)),
        ("mark", marks(CUE), tally_text.found(1, 0, 3)),
    ):
        page = shown(exercises, exercise, answer)
        assert page.marked("feedback")[0].all("p")[0].text.startswith(held)
    assert (
        shown(exercises, "pick", {"option": ["b"]})
        .marked("note")[0]
        .text.startswith(card_text.NOT_YET)
    )


def test_a_stray_adds_nothing_to_what_there_was_to_find(exercises: LessonExercises) -> None:
    page = shown(exercises, "mark", marks(CUE, ("source", "had"), ("content", "that")))
    assert tally_text.found(1, 0, 3) + " " + tally_text.other_marks(0, 2) in page.text


def test_who_found_all_and_marked_too_much_hears_why_there_is_a_second_try(
    exercises: LessonExercises,
) -> None:
    every = marks(("source", "The mayor of Rell,"), CUE, ("content", "left."))
    page = shown(exercises, "mark", {"annotation": [*every["annotation"], *TOO_MUCH]})
    said = f"{tally_text.found(3, 0, 3)} {tally_text.other_marks(0, 1)} {card_text.NOT_YET}"
    assert page.marked("feedback")[0].all("p")[0].text == said


def test_what_was_nearly_found_is_not_counted_as_found(exercises: LessonExercises) -> None:
    page = shown(exercises, "mark", marks(CUE, ("source", "mayor")))
    assert "Nearly." in page.text
    assert page.marked("feedback")[0].all("p")[0].text.startswith(tally_text.found(1, 1, 3))


def test_an_arguable_place_is_counted_apart_and_is_not_called_wrong(
    exercises: LessonExercises,
) -> None:
    page = shown(exercises, "place", SORTED_ARGUABLY)
    assert f"{card_text.OUR_ANSWER} Text out" in page.text
    assert card_text.RIGHT_ANSWER not in page.text


def test_a_well_placed_item_is_explained_at_once(exercises: LessonExercises) -> None:
    assert "Verdict two. Why two." in shown(exercises, "place", SORTED_WRONG).text


def test_an_order_says_why_and_does_not_tell_the_places_while_a_try_is_left(
    exercises: LessonExercises,
) -> None:
    page = shown(exercises, "line", ORDERED_WRONG)
    assert "Slip. Why d." in page.text
    assert not any(word in page.text for word in (card_text.BELONGS, "Verdict d."))


def test_after_the_second_try_an_order_tells_the_places(exercises: LessonExercises) -> None:
    page = shown(exercises, "line", ORDERED_WRONG, ORDERED_WRONG)
    rows = [row.text for row in page.marked("outcome")[0].all("li")]
    assert [row[:6] for row in rows] == [f"Text {name}" for name in "dabc"]
    assert f"{card_text.BELONGS} 4." in rows[0]


def test_items_to_order_never_begin_in_the_right_order(exercises: LessonExercises) -> None:
    orders = set()
    for number in range(40):
        page = shown(exercises, "line", seed=f"code-{number}")
        orders.add(
            "".join(n.attrs["value"] for n in page.all("input") if n.attrs["name"] == "order")
        )
    assert "abcd" not in orders
    assert len(orders) > 5


def test_items_to_order_stand_the_same_way_each_time_for_one_student(
    exercises: LessonExercises,
) -> None:
    one, same = (render_card(card_state(exercises, "line", seed="amber-heron")) for _ in "ab")
    assert one == same


def test_missed_words_are_not_shown_while_a_try_is_left(exercises: LessonExercises) -> None:
    page = shown(exercises, "mark", marks(("cue", "said")))
    assert page.marked("missed")[0].tag == "div"
    assert not [run for run in page.marked("run") if "missed" in run.attrs["class"]]
    assert [quote.text for quote in page.all("q")] == ["said"]


def test_what_was_missed_says_why_it_belongs_there_while_a_try_is_left(
    exercises: LessonExercises,
) -> None:
    [missed] = [
        part
        for part in shown(exercises, "mark", marks(CUE)).marked("part")
        if "Why source." in part.text
    ]
    assert "missed" in missed.attrs["class"]
    assert missed.all("q") == []


def test_after_the_second_try_missed_words_are_shown_in_the_text(
    exercises: LessonExercises,
) -> None:
    answer = marks(("cue", "said"))
    page = shown(exercises, "mark", answer, answer)
    runs = {
        tuple(run.attrs["class"].split()[1:]): run.text
        for run in page.marked("overlaid")[0].marked("run")
    }
    assert runs == {
        ("source", "missed"): "source: missed The mayor of Rell,",
        ("cue", "exact"): "cue: exact said",
        ("content", "missed"): "content: missed left.",
    }


def drawn(page: Node) -> list[str]:
    """Give the runs of a marked text, each with its outcome."""
    return [run.text for run in page.marked("overlaid")[0].marked("run")]


@pytest.mark.parametrize(
    ("pieces", "runs"),
    [
        ([("cue", "said")], ["cue: exact said"]),
        ([("source", "The mayor"), ("source", "of Rell,")], ["The mayor", "of Rell,"]),
        ([("source", "had"), ("source", "left.")], ["source: not here had", "left."]),
    ],
    ids=["one", "two of one part", "two strays"],
)
def test_neighbouring_marks_of_one_label_are_drawn_apart(
    exercises: LessonExercises, pieces: list[tuple[str, str]], runs: list[str]
) -> None:
    found = drawn(shown(exercises, "mark", marks(*pieces)))
    assert len(found) == len(runs)
    assert all(run.endswith(words) for run, words in zip(found, runs, strict=True))


def test_two_neighbours_that_were_missed_are_drawn_apart(tmp_path: Path) -> None:
    second = write("claim", id="C02", cue=[{"S1": "that"}], content=[{"S1": "there"}])
    exercise = write("annotate", claims=["C01", "C02"], labels=["cue"], strays=[], why={})
    both = make_exercises(tmp_path, exercise, claims=(write("claim", **KEY), second))
    answer = marks(("cue", "The"))
    found = drawn(shown(both, "mark", answer, answer))
    assert found == ["cue: not here The", "cue: missed said", "cue: missed that"]


def test_marks_that_count_together_are_listed_apart(exercises: LessonExercises) -> None:
    page = shown(exercises, "mark", marks(("source", "The mayor"), ("source", "of Rell,"), CUE))
    source, cue, _ = page.marked("outcome")[0].all("li")
    assert annotation_text.together(["The mayor", "of Rell,"]) in source.text
    assert not cue.marked("note")


def test_every_outcome_that_is_drawn_is_explained_in_the_legend(exercises: LessonExercises) -> None:
    answer = marks(("cue", "said"), ("source", "there,"))
    page = shown(exercises, "mark", answer, answer)
    [legend] = page.marked("legend")
    named = {node.text for node in legend.marked("run")}
    assert named == {annotation_text.SPOTS[status] for status in ("exact", "missed", "stray")}


def test_the_first_words_of_feedback_say_what_to_think(exercises: LessonExercises) -> None:
    [part] = shown(exercises, "pick", {"option": ["d"]}).marked("part")
    assert part.text == "◇ Verdict d. Why d."
    assert part.all("span")[0].attrs["aria-label"] == "arguable"


def test_a_slip_that_the_student_did_not_make_is_not_named(exercises: LessonExercises) -> None:
    page = shown(exercises, "pick", {"option": ["a"]})
    assert "Why c." in page.text
    assert page.marked("slip") == []
    first = shown(exercises, "pick", {"option": ["c"]}, {"option": ["b"]})
    assert [slip.text for slip in first.marked("slip")] == ["The X trap. X is not Y."]


def test_a_choice_shows_what_was_chosen_then_the_answer_and_folds_the_rest(
    exercises: LessonExercises,
) -> None:
    page = shown(exercises, "pick", {"option": ["c"]}, {"option": ["b"]})
    above, folded = page.marked("outcome")
    assert [row.marked("item")[0].text for row in above.all("li")] == [
        f"Text b {card_text.YOUR_ANSWER}",
        f"Text a {card_text.SOLUTION}",
    ]
    [fold] = page.marked("others")
    assert (fold.tag, fold.all("summary")[0].text) == ("details", card_text.OTHERS)
    assert "open" not in fold.attrs
    assert folded in list(fold)
    assert sorted(row.text for row in fold.all("li")) == ["Text cWhy c.", "Text dWhy d."]


def test_where_one_other_is_folded_one_is_asked_about(tmp_path: Path) -> None:
    two = make_exercises(tmp_path, write("choice", options=write("choice")["options"][:2]))
    [fold] = shown(two, "pick", {"option": ["a"]}).marked("others")
    assert fold.all("summary")[0].text == card_text.OTHER


def test_what_is_folded_has_no_verdict_and_no_sign(exercises: LessonExercises) -> None:
    [fold] = shown(exercises, "pick", {"option": ["a"]}).marked("others")
    assert "Verdict" not in fold.text
    assert fold.marked("sign") == []


def test_the_answer_is_not_said_twice_to_those_who_have_it(exercises: LessonExercises) -> None:
    page = shown(exercises, "pick", {"option": ["a"]})
    assert card_text.SOLUTION not in [tag.text for tag in page.marked("tag")]
    assert page.text.count("Why a.") == 1


def test_what_would_settle_it_comes_last_and_only_once_all_is_shown(
    exercises: LessonExercises,
) -> None:
    assert "A look." not in shown(exercises, "pick", {"option": ["b"]}).text
    feedback = shown(exercises, "pick", {"option": ["a"]}).marked("feedback")[0]
    assert feedback.text.endswith("What would settle it: A look.")


def test_a_second_vote_is_set_beside_the_first(exercises: LessonExercises) -> None:
    first = card_state(exercises, "vote", {"option": ["b"]}).attempts
    page = shown(exercises, "again", {"option": ["a"]}, earlier=first)
    rows = [[cell.text for cell in row.all("th", "td")] for row in page.all("tr")]
    assert rows == [["Before", "Text b"], ["Now", "Text a"]]


@pytest.mark.parametrize("repeated", [True, False])
def test_what_a_view_rests_on_waits_for_the_last_vote(
    exercises: LessonExercises, *, repeated: bool
) -> None:
    page = shown(exercises, "vote", {"option": ["a"]}, repeated=repeated)
    assert ("Says b." in page.text) is not repeated
    assert "Text a" in page.text


def test_a_second_vote_opens_once_the_first_is_in_and_tells_then_what_views_rest_on(
    exercises: LessonExercises, tmp_path: Path
) -> None:
    lesson = Lesson(exercises, Workbook(tmp_path / "work"))
    first, second = lesson.ask("vote"), lesson.ask("again")
    assert "What do you think" in parse(second.markup).all("q")[0].text
    assert (parse(second.markup).all("form"), reading_text.OPENS_AFTER in second.markup) == (
        [],
        True,
    )
    first.hear(message("vote", answer={"option": ["b"]}))
    assert "Says" not in parse(first.markup).text
    assert len(parse(second.markup).all("form")) == 1
    second.hear(message("again", answer={"option": ["a"]}))
    assert "Says b." in parse(second.markup).text


def test_who_has_voted_twice_and_takes_the_first_back_still_sees_the_second(
    exercises: LessonExercises, tmp_path: Path
) -> None:
    lesson = Lesson(exercises, Workbook(tmp_path / "work"))
    first, second = lesson.ask("vote"), lesson.ask("again")
    first.hear(message("vote", answer={"option": ["a"]}))
    second.hear(message("again", answer={"option": ["a"]}))
    first.hear(message("vote", "reset"))
    assert reading_text.OPENS_AFTER not in second.markup
    assert "Says a." in parse(second.markup).text
