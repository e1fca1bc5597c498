from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from support import ANSWERS, make_dossier, write

from helpers.errors import KitError
from helpers.kinds.base import NotAnAnswerError, Outcome
from helpers.kinds.sort import Sort

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.workbook import Answer

SAID = {"verdict": "So.", "why": "Why."}
COVERS = {"in": ["first_hand"], "out": ["second_hand", "hearsay"], "far": ["unknown"]}


def make(**fields: object) -> Sort:
    return msgspec.convert({**write("sort"), **fields}, Sort)


def keyed(folder: Path, *near: str, **item: object) -> Sort:
    """Bind an item to claims of S1 with these proximities."""
    categories = [{**c, "covers": COVERS[c["id"]]} for c in write("sort")["categories"]]
    claims = [write("claim", id=f"C0{n}", proximity=p) for n, p in enumerate(near, 1)]
    items = [{"id": "one", **SAID, **item}]
    unbound = make(by="proximity", categories=categories, items=items)
    return unbound.bind(make_dossier(folder, claims=tuple(claims)))


@pytest.mark.parametrize(
    ("one", "two", "score"),
    [("in", "out", 1), ("in", "far", 1 / 2), ("far", "far", 0), ("far", "in", 0), ("in", "in", 1)],
)
def test_items_count_one_by_one_and_arguable_places_neither_way(
    one: str, two: str, score: float
) -> None:
    assert make().mark({"one": [one], "two": [two]}).score == pytest.approx(score)


def test_a_wrong_place_says_why_it_tempts_and_names_the_slip() -> None:
    first, _ = make().mark({"one": ["far"], "two": ["out"]}).parts
    assert (first.grade, first.why, first.slip) == (
        Outcome.WRONG, "Tempts far. Why one.", "z=y",
    )  # fmt: skip


@pytest.mark.parametrize(("place", "grade"), [("in", Outcome.ARGUABLE), ("out", Outcome.RIGHT)])
def test_a_right_or_arguable_place_names_no_slip(place: str, grade: Outcome) -> None:
    _, second = make().mark({"one": ["in"], "two": [place]}).parts
    assert (second.grade, second.why, second.slip) == (grade, "Why two.", "")


@pytest.mark.parametrize(
    ("answer", "waiting"),
    [
        ({}, 2),
        ({"one": ["in"]}, 1),
        ({"one": ["in"], "two": []}, 1),
        ({"one": ["?"], "two": [""]}, 2),
    ],
)
def test_items_without_a_place_are_counted(answer: Answer, waiting: int) -> None:
    with pytest.raises(NotAnAnswerError, match=f"{waiting} of 2 still wait for a place"):
        make().mark(answer)


@given(ANSWERS)
def test_any_answer_is_marked_or_refused(answer: Answer) -> None:
    try:
        score = make().mark(answer).score
    except NotAnAnswerError:
        return
    assert 0 <= score <= 1


def test_chance_is_one_in_as_many_as_there_are_categories() -> None:
    assert make().confidence_steps() == (33, 47, 60, 73, 87, 100)


def test_the_key_of_a_claim_comes_from_the_claims(tmp_path: Path) -> None:
    [item] = keyed(tmp_path, "hearsay", claim="C01").items
    assert (item.category, item.also, item.text) == ("out", (), "The gist.")


def test_the_key_of_a_sentence_is_its_first_claim_and_the_others_are_arguable(
    tmp_path: Path,
) -> None:
    [item] = keyed(tmp_path, "unknown", "first_hand", "unknown", sentence="S1").items
    assert (item.category, item.also) == ("far", ("in",))
    assert item.text.startswith("The mayor of Rell")


def test_what_the_file_calls_arguable_stays_so(tmp_path: Path) -> None:
    [item] = keyed(tmp_path, "unknown", "first_hand", sentence="S1", also=["out"]).items
    assert item.also == ("out", "in")


def test_a_text_of_its_own_goes_before_the_gist(tmp_path: Path) -> None:
    [item] = keyed(tmp_path, "unknown", claim="C01", text="Shorter").items
    assert item.text == "Shorter"


def test_a_claim_that_no_category_covers_is_an_error_that_names_the_item(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="place, one: no category covers"):
        keyed(tmp_path, "assessment", claim="C01")


def test_each_item_is_a_judgement_where_a_category_means_sound() -> None:
    categories = [{**c, "sound": c["id"] == "in"} for c in write("sort")["categories"]]
    assert make().judgements() == ()
    assert make(categories=categories).judgements() == (True, False)
