from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from support import make_dossier, make_exercises, mark_of, write

from helpers.errors import KitError
from helpers.kinds.base import NotAnAnswerError, Outcome
from helpers.kinds.sort import BoundSort, Place, Sort
from helpers.texts.dossier import Dossier
from helpers.words import answer_text

if TYPE_CHECKING:
    from helpers.workbook import Answer

SAID = {"verdict": "So.", "why": "Why."}
COVERS = {"in": ["first_hand"], "out": ["second_hand", "hearsay"], "far": ["unknown"]}
UNREAD = Dossier(Path("nowhere"))
"""A text that nobody opens: items with words of their own need none."""


def right(exercise: BoundSort) -> Answer:
    return {item.id: [exercise.places[item.id].category] for item in exercise.items}


def slipped(exercise: BoundSort) -> Answer:
    """Put every item where it tempts, else where it is plainly wrong; anywhere, if nothing is."""
    ids = [category.id for category in exercise.categories]
    found: Answer = {}
    for item in exercise.items:
        place = exercise.places[item.id]
        wrong = [name for name in ids if name not in (place.category, *place.also)]
        found[item.id] = [next(iter([*item.tempting, *wrong, *ids]))]
    return found


def make(**fields: object) -> BoundSort:
    """Bind the first two items of the example."""
    items = write("sort")["items"][:2]
    return msgspec.convert({**write("sort"), "items": items, **fields}, Sort).bind(UNREAD)


def keyed(folder: Path, *near: str, **item: object) -> Place:
    """Bind an item to claims of S1 with these proximities; give its place."""
    categories = [{**c, "covers": COVERS[c["id"]]} for c in write("sort")["categories"]]
    claims = [write("claim", id=f"C0{n}", proximity=p) for n, p in enumerate(near, 1)]
    items = [{"id": "one", **SAID, **item}]
    fields = {"by": "proximity", "categories": categories, "items": items}
    written = msgspec.convert({**write("sort"), **fields}, Sort)
    return written.bind(make_dossier(folder, claims=tuple(claims))).places["one"]


@pytest.mark.parametrize(
    ("one", "two", "score"),
    [("in", "out", 1), ("in", "far", 1 / 2), ("far", "far", 0), ("far", "in", 0), ("in", "in", 1)],
)
def test_items_count_one_by_one_and_arguable_places_neither_way(
    one: str, two: str, score: float
) -> None:
    assert mark_of(make(), {"one": [one], "two": [two]}).score == pytest.approx(score)


def test_a_wrong_place_says_why_it_tempts_and_names_the_slip() -> None:
    first, _ = mark_of(make(), {"one": ["far"], "two": ["out"]}).feedback
    assert (first.outcome, first.why, first.slip) == (
        Outcome.WRONG, "Tempts far. Why one.", "z=y",
    )  # fmt: skip


def test_a_wrong_place_that_tempts_nobody_says_the_items_own_reason_and_names_no_slip() -> None:
    first, _ = mark_of(make(), {"one": ["out"], "two": ["out"]}).feedback
    assert (first.outcome, first.why, first.first, first.slip) == (
        Outcome.WRONG, "Why one.", "Why one.", "",
    )  # fmt: skip


def test_a_slip_belongs_to_one_item_in_one_place_and_to_no_other() -> None:
    found = mark_of(make(), {"one": ["far"], "two": ["far"]})
    assert [one.slip for one in found.feedback] == ["z=y", ""]
    assert found.slips() == ("z=y",)
    assert make().slips() == {"z=y"}


@pytest.mark.parametrize(("place", "outcome"), [("in", Outcome.ARGUABLE), ("out", Outcome.RIGHT)])
def test_a_right_or_arguable_place_names_no_slip(place: str, outcome: Outcome) -> None:
    _, second = mark_of(make(), {"one": ["in"], "two": [place]}).feedback
    assert (second.outcome, second.why, second.slip) == (outcome, "Why two.", "")


@pytest.mark.parametrize(
    ("answer", "waiting", "first"),
    [
        ({}, 2, "one"),
        ({"two": ["in"]}, 1, "one"),
        ({"one": ["in"], "two": []}, 1, "two"),
        ({"one": ["?"], "two": [""]}, 2, "one"),
    ],
)
def test_items_without_a_place_are_counted_and_the_first_is_named(
    answer: Answer, waiting: int, first: str
) -> None:
    with pytest.raises(NotAnAnswerError) as refused:
        make().read(answer)
    said = answer_text.place_first(f"Item {first}", answer_text.to_do(waiting, 2))
    assert (str(refused.value), refused.value.field) == (said, first)


def test_chance_is_one_in_as_many_as_there_are_categories() -> None:
    assert make().chance == pytest.approx(1 / 3)
    assert make().confidence_steps() == ()


def test_the_key_of_a_claim_comes_from_the_claims(tmp_path: Path) -> None:
    assert keyed(tmp_path, "hearsay", claim="C01") == Place("The gist.", "out", ())


def test_the_key_of_a_sentence_is_its_first_claim_and_the_others_are_arguable(
    tmp_path: Path,
) -> None:
    place = keyed(tmp_path, "unknown", "first_hand", "unknown", sentence="S1")
    assert (place.category, place.also) == ("far", ("in",))
    assert place.text.startswith("The mayor of Rell")


def test_what_the_file_calls_arguable_stays_so(tmp_path: Path) -> None:
    place = keyed(tmp_path, "unknown", "first_hand", sentence="S1", also=["out"])
    assert place.also == ("out", "in")


def test_a_text_of_its_own_goes_before_the_gist(tmp_path: Path) -> None:
    assert keyed(tmp_path, "unknown", claim="C01", text="Shorter").text == "Shorter"


def test_a_claim_that_no_category_covers_is_an_error_that_names_the_item(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="place, one: no category covers"):
        keyed(tmp_path, "assessment", claim="C01")


def test_each_item_is_a_judgement_where_a_category_means_sound() -> None:
    categories = [{**c, "sound": c["id"] == "in"} for c in write("sort")["categories"]]
    assert make().judgements() == ()
    assert make(categories=categories).judgements() == (True, False)


def test_no_file_can_say_where_items_belong(tmp_path: Path) -> None:
    places = {"one": {"text": "Item one", "category": "far", "also": []}}
    with pytest.raises(KitError, match=r"90-test.yaml, place .*unknown field `places`"):
        make_exercises(tmp_path, write("sort", places=places))
