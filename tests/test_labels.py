"""Labels: none over another where there is room, and none moved that stands well."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader import parse

from helpers.view.drawing.labels import (
    STEP,
    Box,
    even_lines,
    lines_of,
    place,
    spread,
    width_of,
)
from helpers.view.drawing.names import Name, named, trail

FRAME = Box(0, 0, 640, 400)
PLACES = st.lists(st.floats(-500, 1_500), max_size=12)
GAPS = st.floats(0, 80)
LOW, HIGH = 0, 1_000
"""Room for twelve places that are 80 apart."""
ROUNDING = 1e-6
WORDS = st.lists(st.text("abcdefgh’,", min_size=1, max_size=14), min_size=1, max_size=8).map(
    " ".join
)
WIDTHS = st.floats(1, 400)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    """Give a box as of a few words, somewhere in the frame."""
    width, height = draw(st.floats(8, 120)), draw(st.sampled_from((16, 32, 48)))
    left = draw(st.floats(FRAME.left, FRAME.right - width))
    top = draw(st.floats(FRAME.top, FRAME.bottom - height))
    return Box(left, top, left + width, top + height)


BOXES = st.lists(boxes(), max_size=8)


@given(PLACES, GAPS)
def test_places_are_spread_in_their_order_apart_and_inside(wanted: list[float], gap: float) -> None:
    found = spread(wanted, gap, LOW, HIGH)
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    in_order = [found[one] for one in order]
    assert len(found) == len(wanted)
    assert all(other - one >= gap - ROUNDING for one, other in pairwise(in_order))
    assert all(LOW - ROUNDING <= one <= HIGH + ROUNDING for one in found)


@given(PLACES, GAPS)
def test_what_stands_well_is_not_spread(wanted: list[float], gap: float) -> None:
    well = spread(wanted, gap, LOW, HIGH)
    assert spread(well, gap, LOW, HIGH) == pytest.approx(well)


@given(st.floats(100, 900), GAPS, st.integers(1, 6))
def test_places_that_are_one_move_to_both_sides_of_it(wanted: float, gap: float, many: int) -> None:
    found = spread([wanted] * many, gap / 5, LOW, HIGH)
    assert sum(found) / many == pytest.approx(wanted)


@given(PLACES, GAPS, st.data())
def test_no_other_way_to_spread_them_moves_them_less(
    wanted: list[float], gap: float, data: st.DataObject
) -> None:
    found = spread(wanted, gap, LOW, HIGH)
    # Any places in the same order, apart and inside, are another way.
    free = HIGH - LOW - gap * max(0, len(wanted) - 1)
    steps = st.lists(st.floats(0, free), min_size=len(wanted), max_size=len(wanted))
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    other = {
        one: LOW + step + gap * rank
        for rank, (one, step) in enumerate(zip(order, sorted(data.draw(steps)), strict=True))
    }
    moved = sum((there - one) ** 2 for one, there in zip(wanted, found, strict=True))
    assert moved <= sum((other[n] - one) ** 2 for n, one in enumerate(wanted)) + ROUNDING * 1e3


@given(st.lists(st.floats(-500, 1_500), min_size=2, max_size=30), st.floats(60, 500))
def test_with_too_little_room_they_share_it_evenly(wanted: list[float], gap: float) -> None:
    room = gap * (len(wanted) - 1) / 2
    found = sorted(spread(wanted, gap, 0, room))
    assert found == pytest.approx([gap / 2 * n for n in range(len(wanted))], abs=ROUNDING)


@given(BOXES, BOXES)
def test_no_words_lie_over_others_or_over_marks_where_there_is_room(
    wanted: list[Box], taken: list[Box]
) -> None:
    found = place(wanted, FRAME, taken)
    # Eight boxes and eight marks block less than a third of what 640 by 400 pixels have.
    few = sum(_blocked(one) for one in (*found, *taken)) < 0.3 * 640 * 400
    if few:
        assert not any(one.meets(other) for one, other in combinations(found, 2))
        assert not any(one.meets(mark) for one in found for mark in taken)
    assert all(one.within(FRAME) for one in found)


def _blocked(box: Box) -> float:
    """Give the area in which no upper left corner of a box of the largest kind may lie."""
    return (box.right - box.left + 120) * (box.bottom - box.top + 48)


@given(BOXES, BOXES)
def test_what_is_free_is_never_moved(wanted: list[Box], taken: list[Box]) -> None:
    found = place(wanted, FRAME, taken)
    for place_of, (want, got) in enumerate(zip(wanted, found, strict=True)):
        before = (*taken, *found[:place_of])
        if not any(want.meets(one) for one in before):
            assert got == want


@given(BOXES, BOXES)
def test_a_box_is_moved_and_keeps_its_size(wanted: list[Box], taken: list[Box]) -> None:
    for want, got in zip(wanted, place(wanted, FRAME, taken), strict=True):
        across, down = got.left - want.left, got.top - want.top
        assert (got.right - want.right, got.bottom - want.bottom) == pytest.approx((across, down))
        assert across / STEP == pytest.approx(round(across / STEP), abs=ROUNDING)
        assert down / STEP == pytest.approx(round(down / STEP), abs=ROUNDING)


@given(boxes(), boxes())
def test_a_box_that_is_in_the_way_is_passed_at_the_nearest_place(want: Box, mark: Box) -> None:
    [found] = place([want], FRAME, [mark])
    moves = [STEP * n for n in range(-10, 11)]
    near = [
        Box(want.left + dx, want.top + dy, want.right + dx, want.bottom + dy)
        for dx in moves
        for dy in moves
    ]
    free = [box for box in near if box.within(FRAME) and not box.meets(mark)]
    if free:
        nearest = min(_far(want, box) for box in free)
        assert _far(want, found) == pytest.approx(nearest)


def _far(one: Box, other: Box) -> float:
    return (other.left - one.left) ** 2 + (other.top - one.top) ** 2


def test_where_the_frame_has_no_place_words_stay() -> None:
    here = Box(0, 0, 10, 10)
    assert place([here], Box(0, 0, 10, 10), [here]) == [here]


@given(boxes(), boxes())
def test_boxes_meet_from_either_side_and_where_they_share_a_point_inside(
    one: Box, other: Box
) -> None:
    assert one.meets(one)
    assert one.meets(other) == other.meets(one)
    shared = (
        min(one.right, other.right) - max(one.left, other.left),
        min(one.bottom, other.bottom) - max(one.top, other.top),
    )
    assert one.meets(other) == (min(shared) > 0)


@given(WORDS, WIDTHS)
def test_lines_hold_all_the_words_and_fit(words: str, width: float) -> None:
    lines = lines_of(words, width)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(width_of(one) <= max(width, width_of("a")) for one in lines)


@given(WORDS, WIDTHS)
def test_even_lines_are_as_few_and_not_wider_and_break_no_word_more(
    words: str, width: float
) -> None:
    plain, even = lines_of(words, width), even_lines(words, width)
    assert len(even) == len(plain)
    assert max(map(len, even)) <= max(map(len, plain))
    assert "".join(even).replace(" ", "") == words.replace(" ", "")
    if max(map(width_of, words.split())) <= width:
        assert " ".join(even) == words


def test_a_space_that_holds_words_together_is_no_place_to_break() -> None:
    together = "more\N{NO-BREAK SPACE}than\N{NO-BREAK SPACE}1,000"
    assert even_lines(f"the article: {together}, no date", 136)[1].startswith(together)


def words_at(written: str) -> list[tuple[str, float, float]]:
    return [
        (one.text, float(one.attrs["x"]), float(one.attrs["y"]))
        for one in parse(written).all("text")
    ]


def test_a_name_stands_at_the_first_side_that_is_free() -> None:
    mark = Box(270, 200, 330, 210)
    name = Name("here", mark, ("right", "left", "under", "above"), (100,))
    [(_, x, _)] = words_at(named([name], FRAME, [mark]))
    assert x > mark.right
    right = Box(mark.right, 0, 400, 400)
    [(_, x, _)] = words_at(named([name], FRAME, [mark, right]))
    assert x < mark.left
    left = Box(200, 0, mark.left, 400)
    [(_, _, y)] = words_at(named([name], FRAME, [mark, right, left]))
    assert y > mark.bottom


def test_a_name_that_has_to_move_away_is_led_to_its_mark() -> None:
    mark = Box(300, 200, 310, 210)
    name = Name("here", mark, ("right",), (100,))
    assert 'class="leader"' not in named([name], FRAME, [mark])
    assert 'class="leader"' in named([name], FRAME, [Box(200, 100, 420, 310)])


def test_the_name_of_a_dot_never_stands_where_another_dot_is_as_near() -> None:
    left, right = Box(300, 100, 312, 112), Box(330, 100, 342, 112)
    names = [Name("one", left, ("left",), [60]), Name("other", right, ("under",), [60])]
    _, (_, anywhere, _) = words_at(named(names, FRAME, [left, right]))
    _, (_, nearer, _) = words_at(named(names, FRAME, [left, right], dots=True))
    # Right below it there is room in both cases, but the words would begin below the other dot.
    assert anywhere < left.right < nearer


def test_a_name_that_finds_no_place_of_its_own_is_led_to_its_dot() -> None:
    around = [Box(300 + x, 100 + y, 312 + x, 112 + y) for x in (-16, 0, 16) for y in (-16, 0, 16)]
    middle = around[4]
    names = [
        Name("middle", middle, ("right",), [60]),
        *(Name("o", one, ("right",), [60]) for one in around if one is not middle),
    ]
    assert 'class="leader"' in named(names, FRAME, around, dots=True)


def test_a_spare_name_is_left_out_where_its_place_is_taken() -> None:
    mark = Box(300, 100, 312, 112)
    name = Name("spare", mark, ("right",), [60], spare=True)
    assert "spare" in named([name], FRAME, [mark])
    assert named([name], FRAME, [mark, Box(312, 0, 400, 400)]) == ""


def test_no_name_stands_on_a_line() -> None:
    mark = Box(300, 100, 312, 112)
    name = Name("here", mark, ("right", "left"), [60])
    [(_, x, _)] = words_at(named([name], FRAME, [mark, *trail(306, 106, 500, 110)]))
    assert x < mark.left


@given(st.lists(boxes(), min_size=1, max_size=5), st.lists(WORDS, min_size=5, max_size=5))
def test_names_stay_in_the_frame_and_off_each_other(marks: list[Box], words: list[str]) -> None:
    around = ("right", "left", "under", "above")
    names = [Name(one, mark, around, (120, 60)) for one, mark in zip(words, marks, strict=False)]
    written = words_at(named(names, FRAME, []))
    boxes = [Box(x, y - 12, x + width_of(line), y + 4) for line, x, y in written]
    # Places are written in tenths of a pixel.
    frame = Box(-0.1, -0.1, FRAME.right + 0.1, FRAME.bottom + 0.1)
    inner = [Box(x + 0.1, y + 0.1, right - 0.1, low - 0.1) for x, y, right, low in boxes]
    assert all(one.within(frame) for one in boxes)
    assert not any(one.meets(other) for one, other in combinations(inner, 2))
