"""Effort: what each kind asks a slow reader to read and to do."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kind_files import KINDS, example
from kind_states import kind_lesson

from helpers.kinds.effort import Effort, several, shown_words, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DOES = {
    "annotate": (0, several(3), 0),
    "choice": (1 + 1.5, 0, 0),
    "estimate": (4, 0, 0),
    "item": (1 + 1, 0, 0),
    "journey": (2 + 2 * 2.5, 0, 0),
    "order": (several(4), 0, 0),
    "panel": (1, 0, 0),
    "poll": (1, 0, 0),
    "rate": (2, 0, 0),
    "scale": (1, 0, 0),
    "sort": (several(3), 0, 0),
    "swap": (4, 0, 0),
    "trial": (1, 0, 0),
    "write": (2, 0, 1),
}
"""What the example of each kind asks for: decisions, markings, sentences."""
READ = {
    "ask",
    "note",
    "text",
    "statement",
    "why",
    "verdict",
    "says",
    "settle",
    "after",
    "tells",
    "found",
}
HALF = {"choice", "trial"}
"""Of these a reader meets only some of what is written."""
ONLY_FOR_SOME = {"tempting", "strays", "hints", "missing"}
"""What only those read who step into something."""
MORE = " and six more words than before"


def effort_of(folder: Path, written: dict[str, Any], **more: bool) -> Effort:
    lesson = kind_lesson(folder, written)
    exercise = lesson.written(written["id"])
    return exercise.effort(lesson.dossier(exercise), **more)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_counts_what_is_done_in_it(tmp_path: Path, kind: str) -> None:
    found = effort_of(tmp_path, example(kind))
    assert (found.decisions, found.markings, found.sentences) == DOES[kind]
    assert found.words > 0


def texts(value: Any, name: str = "") -> Iterator[tuple[dict[str, Any], str]]:
    """Give all that a reader is shown of an example, as the place that holds it and its name."""
    if isinstance(value, list):
        for one in value:
            yield from texts(one, name)
    if isinstance(value, dict):
        for key, inside in value.items():
            if isinstance(inside, str) and (key in READ or name == "why"):
                yield value, key
            elif key not in ONLY_FOR_SOME:
                yield from texts(inside, name if name == "why" else key)


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_that_is_read_takes_time(tmp_path: Path, kind: str) -> None:
    before = effort_of(tmp_path / "before", example(kind))
    places = len([*texts(example(kind))])
    assert places > 1
    for number in range(places):
        written = copy.deepcopy(example(kind))
        home, name = [*texts(written)][number]
        home[name] += MORE
        longer = effort_of(tmp_path / str(number), written).words - before.words
        assert longer == len(MORE.split()) or (kind in HALF and 0 < longer < 6), name


@pytest.mark.parametrize("kind", ["poll"])
def test_what_waits_for_a_later_card_is_not_read_at_the_first(tmp_path: Path, kind: str) -> None:
    once = effort_of(tmp_path / "a", example(kind))
    first = effort_of(tmp_path / "b", example(kind), repeated=True)
    assert once.words - first.words == words("Says a.", "Says b.")


def test_to_say_how_sure_is_a_decision_and_of_two_options_there_is_no_second_try(
    tmp_path: Path,
) -> None:
    written = example("choice")
    asked = effort_of(tmp_path / "a", written).decisions
    assert effort_of(tmp_path / "b", {**written, "sure": False}).decisions == asked - 1
    two = {**written, "sure": False, "options": written["options"][:2]}
    assert effort_of(tmp_path / "c", two).decisions == 1


def test_on_the_article_reasons_are_folded_and_half_of_them_are_read(tmp_path: Path) -> None:
    written = example("sort")
    for number, item in enumerate(written["items"], 1):
        item.pop("text")
        item |= {"sentence": "S1", "why": f"Why {number}."}
    apart = effort_of(tmp_path / "a", written)
    folded = effort_of(tmp_path / "b", {**written, "on_article": True})
    assert apart.words - folded.words == (4 * len(written["items"])) / 2
    assert apart.decisions == folded.decisions


def test_of_several_options_each_is_a_decision(tmp_path: Path) -> None:
    written = {**example("choice"), "sure": False, "several": True}
    assert effort_of(tmp_path, written).decisions == several(4)


@pytest.mark.parametrize(
    ("effort", "minutes"),
    [
        (Effort(), 0),
        (Effort(words=160), 1),
        (Effort(decisions=60), 7),
        (Effort(markings=12), 5),
        (Effort(sentences=4), 5),
        (Effort(160, 60, 12, 4), 18),
    ],
)
def test_the_minutes_add_up(effort: Effort, minutes: float) -> None:
    assert effort.minutes == pytest.approx(minutes)


EFFORTS = st.builds(Effort, *[st.floats(0, 1e6)] * 4)


@given(EFFORTS, EFFORTS)
def test_two_take_as_long_as_one_after_the_other(one: Effort, other: Effort) -> None:
    assert (one | other).minutes == pytest.approx(one.minutes + other.minutes)


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("<p>One <b>two</b> three</p>", 3),
        ("<p>One</p><details><summary>Two</summary><p>three</p></details> four", 2),
        ('<figure><svg><text>One two</text></svg><p class="a b c">three</p></figure>', 1),
        ("<style>a { b: c }</style><script>d e f</script>", 0),
        ("<details>one<details>two</details> three</details> four", 1),
        ("<detailsof>one</detailsof>", 1),
    ],
)
def test_what_is_folded_or_drawn_is_not_read(markup: str, seen: int) -> None:
    assert shown_words(markup) == seen
