from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import TEXT, Fields, make_exercises, mark_of, piece_of, write

from helpers.errors import KitError
from helpers.kinds.annotate import BoundAnnotate
from helpers.kinds.base import Mark, NotAnAnswerError, Outcome
from helpers.words import answer_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from helpers.workbook import Answer

SOURCE, CUE, CONTENT = "The mayor of Rell,", "said", "“forty men” had left."
KEY = {
    "source": [{"S1": SOURCE}],
    "cue": [{"S1": CUE}],
    "content": [{"S1": CONTENT}],
    "arguable": [
        {"label": "source", "words": [{"S1": "mayor of Rell, who was there"}]},
        {"label": "source", "words": [{"S1": "who"}]},
        {"label": "content", "words": [{"S1": "“forty men”"}]},
    ],
}
ALL = [("source", SOURCE), ("cue", CUE), ("content", CONTENT)]


def right(exercise: BoundAnnotate) -> Answer:
    return written(exercise, ((key.label.value, key.words) for key in exercise.keys))


def slipped(exercise: BoundAnnotate) -> Answer:
    """Fall for the tempting wrong stretches; of the keys beside leave one short, and one out."""
    strays = zip(exercise.strays, exercise.stray_words, strict=True)
    chosen = [(stray.label.value, words) for stray, words in strays]
    tempted = frozenset(word for _, words in chosen for word in words)
    keys = [key for key in exercise.keys if not key.words & tempted] or list(exercise.keys)
    short, *exact = keys[:-1] or keys
    chosen.append((short.label.value, frozenset({min(short.words)})))
    return written(exercise, chosen + [(key.label.value, key.words) for key in exact])


def written(exercise: BoundAnnotate, chosen: Iterable[tuple[str, frozenset[int]]]) -> Answer:
    """Write annotations as the form does: a label and its code points, every run for itself."""
    tokens = [span for span, _ in exercise.tokens]
    marks = [(label, *run) for label, words in chosen for run in runs(words)]
    return {"annotation": [f"{label} {tokens[a].start}-{tokens[b].end}" for label, a, b in marks]}


def runs(words: Iterable[int]) -> list[tuple[int, int]]:
    """Put neighbouring word numbers together, as (first, last).

    >>> runs({1, 2, 5})
    [(1, 2), (5, 5)]
    """
    found: list[tuple[int, int]] = []
    for word in sorted(words):
        if found and word == found[-1][1] + 1:
            found[-1] = (found[-1][0], word)
        else:
            found.append((word, word))
    return found


class Marking:
    """An exercise in annotating on the small article, and annotations of its words."""

    def __init__(self, folder: Path, *others: Fields, key: Fields = KEY, **fields: object) -> None:
        claims = (write("claim", **key), *others)
        exercise = write("annotate", **{"strays": [], "why": {}, **fields})
        found = make_exercises(folder, exercise, claims=claims).exercise("mark")
        assert isinstance(found, BoundAnnotate)
        self.exercise = found

    def answer(self, *marks: tuple[str, ...]) -> Answer:
        return {"annotation": [piece_of(TEXT, *mark) for mark in marks]}

    def mark(self, *marks: tuple[str, ...]) -> Mark:
        return mark_of(self.exercise, self.answer(*marks))

    def outcomes(self, *marks: tuple[str, ...]) -> dict[str, Outcome]:
        return {one.item: one.outcome for one in self.mark(*marks).feedback}

    def spots(self, *marks: tuple[str, ...]) -> dict[str, str]:
        """Give each word that has an outcome, with its label and status."""
        spots = self.exercise.spots(self.exercise.read(self.answer(*marks)))
        return {f"{self.exercise.tokens[s.word][1]} {s.label.value}": s.status for s in spots}


@pytest.fixture
def marking(tmp_path: Path) -> Marking:
    return Marking(tmp_path)


def test_the_key_in_its_own_words_is_exact(marking: Marking) -> None:
    assert marking.mark(*ALL).right
    assert set(marking.spots(*ALL).values()) == {"exact"}
    assert set(marking.outcomes(*ALL).values()) == {Outcome.RIGHT}


def test_a_part_without_a_mark_is_missed(marking: Marking) -> None:
    found = marking.outcomes(ALL[0], ALL[1])
    assert found["C01-content"] is Outcome.MISSED
    assert marking.mark(ALL[0], ALL[1]).score == pytest.approx(2 / 3)
    assert marking.spots(ALL[0], ALL[1])["left. content"] == "missed"


def test_a_good_overlap_counts_in_full_and_is_shown_apart(marking: Marking) -> None:
    marks = [*ALL[:2], ("content", "men” had left.")]
    assert marking.mark(*marks).score == 1
    assert marking.outcomes(*marks)["C01-content"] is Outcome.CLOSE
    spots = marking.spots(*marks)
    assert (spots["“forty content"], spots["men” content"]) == ("missed", "overlap")


def test_a_poor_overlap_counts_by_how_much_agrees(marking: Marking) -> None:
    marks = [*ALL[1:], ("source", "Rell, who was there,")]
    assert marking.mark(*marks).score == pytest.approx((2 + 2 * 1 / 8) / 3)
    spots = marking.spots(*marks)
    outcome = [spots[f"{word} source"] for word in ("mayor", "Rell,", "there,")]
    assert outcome == ["missed", "overlap", "beyond"]


def test_what_was_marked_beyond_the_words_asked_for_is_named(marking: Marking) -> None:
    marks = [*ALL[1:], ("source", "Rell, who was there,")]
    [found] = [one for one in marking.mark(*marks).feedback if one.item == "C01-source"]
    assert found.verdict == "Nearly. We did not mark “who was there,”."
    assert found.first.startswith(found.verdict)


def test_where_nothing_is_too_much_nothing_is_named(marking: Marking) -> None:
    marks = [*ALL[:2], ("content", "men” had left.")]
    [found] = [one for one in marking.mark(*marks).feedback if one.item == "C01-content"]
    assert found.verdict == answer_text.CLOSE


def test_what_is_nothing_of_the_kind_is_a_stray_and_costs(marking: Marking) -> None:
    mark = marking.mark(*ALL, ("source", "that"))
    [stray] = [one for one in mark.feedback if one.item.startswith("stray")]
    assert (stray.outcome, mark.score) == (Outcome.WRONG, pytest.approx(3 / 4))
    assert marking.spots(*ALL, ("source", "that"))["that source"] == "stray"


def test_a_stray_says_which_part_its_words_belong_to(marking: Marking) -> None:
    feedback = marking.mark(("cue", SOURCE)).feedback
    [stray] = [one for one in feedback if one.outcome is Outcome.WRONG]
    assert stray.why.startswith(f"“{SOURCE}” belongs to the source here.")


def test_small_words_at_the_edges_do_not_count(marking: Marking) -> None:
    loose = [("source", "mayor of Rell,"), ("cue", "said that"), ALL[2]]
    assert marking.mark(*loose).right
    assert set(marking.outcomes(*loose).values()) == {Outcome.RIGHT}


@pytest.mark.parametrize(
    "other", [("source", "mayor of Rell, who was there,"), ("content", "“forty men”")]
)
def test_an_arguable_choice_costs_nothing_and_says_so(
    marking: Marking, other: tuple[str, str]
) -> None:
    marks = [mark for mark in ALL if mark[0] != other[0]] + [other]
    assert marking.mark(*marks).score == 1
    assert marking.outcomes(*marks)[f"C01-{other[0]}"] is Outcome.ARGUABLE


def test_an_arguable_choice_away_from_the_key_costs_nothing(marking: Marking) -> None:
    assert marking.mark(("source", "who"), *ALL[1:]).score == 1


def test_an_arguable_choice_beside_the_key_costs_nothing(marking: Marking) -> None:
    assert marking.mark(*ALL, ("source", "who")).score == 1


def test_an_arguable_choice_counts_also_where_the_key_has_no_such_part(tmp_path: Path) -> None:
    marking = Marking(tmp_path, key={**KEY, "source": []})
    assert marking.mark(*ALL[1:], ("source", "who")).score == 1


def test_the_words_of_another_attribution_cost_nothing(tmp_path: Path) -> None:
    other = write("claim", id="C02", source=[{"S1": "there"}], content=[{"S1": "was"}])
    marking = Marking(tmp_path, other)
    assert marking.mark(*ALL, ("source", "there,")).score == 1


def test_the_claims_of_a_passage_can_share_a_source(tmp_path: Path) -> None:
    second = {"id": "C02", "source": KEY["source"], "cue": [{"S1": "was"}]}
    other = write("claim", **second, content=[{"S1": "there"}])
    marking = Marking(tmp_path, other, claims=["C01", "C02"])
    assert marking.mark(*ALL, ("cue", "was"), ("content", "there,")).score == 1


def test_a_span_can_have_several_pieces(tmp_path: Path) -> None:
    content = [{"S1": "“forty men”"}, {"S1": "left"}]
    marking = Marking(tmp_path, key={**KEY, "content": content, "arguable": []})
    pieces = ("content", "“forty men”", "left.")
    assert marking.mark(ALL[0], ALL[1], pieces).right
    assert marking.mark(ALL[0], ALL[1], pieces[:2], (pieces[0], pieces[2])).right


def test_a_piece_that_is_also_an_arguable_choice_counts_with_the_other_piece(
    tmp_path: Path,
) -> None:
    pieces = [{"S1": "The mayor"}, {"S1": "was there"}]
    alone = {"label": "source", "words": [{"S1": "was there"}]}
    marking = Marking(tmp_path, key={**KEY, "source": pieces, "arguable": [alone]})
    apart = [("source", "The mayor"), ("source", "was there,")]
    assert marking.mark(*apart, *ALL[1:]).right
    assert marking.outcomes(*apart, *ALL[1:])["C01-source"] is Outcome.RIGHT
    assert marking.outcomes(apart[1], *ALL[1:])["C01-source"] is Outcome.ARGUABLE


def test_labels_share_a_word_only_where_the_exercise_allows_it(tmp_path: Path) -> None:
    both = (*ALL, ("cue", "Rell,"))
    assert Marking(tmp_path / "a", overlap=True).mark(*both).score == pytest.approx(3 / 4)
    with pytest.raises(NotAnAnswerError, match="Two marks share a word"):
        Marking(tmp_path / "b").mark(*both)


def test_a_tempting_stray_names_its_slip(tmp_path: Path) -> None:
    tempting = {"label": "source", "words": [{"S1": "forty men"}], "slip": "x=y"}
    marking = Marking(tmp_path, strays=[{**tempting, "why": "They are spoken of."}])
    mark = marking.mark(("source", "“forty men”"))
    assert mark.slips() == ("x=y",)
    assert "They are spoken of." in mark.feedback[-1].why


def test_the_reasons_come_with_their_parts(tmp_path: Path) -> None:
    marking = Marking(tmp_path, why={"C01": {"cue": "A plain link."}})
    assert {one.item: one.why for one in marking.mark(*ALL).feedback}["C01-cue"] == "A plain link."


def test_only_the_labels_asked_for_can_be_marked(tmp_path: Path) -> None:
    marking = Marking(tmp_path, labels=["cue"])
    assert marking.mark(ALL[1]).right
    with pytest.raises(NotAnAnswerError):
        marking.mark(ALL[0])


def test_words_beside_the_claims_are_asked_for_and_disputed_ones_cost_nothing(
    tmp_path: Path,
) -> None:
    asks = [
        {"id": "left", "label": "loaded", "words": [{"S1": "left"}], "why": "It stirs."},
        {"id": "men", "label": "loaded", "words": [{"S1": "men"}], "why": "They differ.",
         "certainty": "arguable"},
    ]  # fmt: skip
    loaded = write("annotate", claims=[], asks=asks, labels=["loaded"], strays=[])
    exercise = make_exercises(tmp_path, loaded).exercise("mark")
    left, men, said = (piece_of(TEXT, "loaded", word) for word in ("left.", "men”", "said"))
    assert mark_of(exercise, {"annotation": [left]}).score == 1
    both = mark_of(exercise, {"annotation": [left, men]})
    assert both.score == 1
    assert "They differ." in both.feedback[-1].why
    assert mark_of(exercise, {"annotation": [left, said]}).score == 0.5


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("tokens", [[[0, 3], "The"]]),
        ("keys", []),
        ("free", [{"label": "cue", "words": [0], "why": ""}]),
        ("stray_words", [[8, 9]]),
    ],
)
def test_no_file_can_say_what_the_key_is(tmp_path: Path, field: str, value: object) -> None:
    with pytest.raises(KitError, match=rf"90-test.yaml, mark .*unknown field `{field}`"):
        make_exercises(tmp_path, write("annotate", **{field: value}))


def test_an_answer_of_earlier_days_is_read_under_its_old_name(marking: Marking) -> None:
    answer = marking.answer(*ALL)
    assert marking.exercise.read({"mark": answer["annotation"]}) == marking.exercise.read(answer)


def test_the_card_explains_a_part_by_its_own_key(marking: Marking) -> None:
    assert marking.exercise.key("C01-cue") is marking.exercise.keys[1]
    assert marking.exercise.key("stray-source-8") is None
