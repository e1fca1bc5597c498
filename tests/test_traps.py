"""Traps: slips that showed, and what beats them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from helpers.measures.calibration import WELL, Result
from helpers.measures.traps import kept_clear, traps

SLIPS = ("echo", "mask", "badge")


def tried(place: int, score: float, *slips: str, tempts: str = "echo") -> Result:
    """Give a first attempt, the one after the one with the place before."""
    return Result(
        lesson="90-test",
        exercise=f"pick-{place}",
        score=score,
        slips=slips,
        tempts=frozenset(tempts.split()),
        place=(place, "", ""),
    )


def told(*found: Result) -> dict[str, bool]:
    """Tell of each trap that was met whether it is beaten."""
    return {trap.slip: trap.beaten for trap in traps(found)}


def test_a_trap_is_met_where_its_slip_shows_and_nowhere_else() -> None:
    assert told(tried(1, 1), tried(2, 0, tempts="mask")) == {}
    assert told(tried(1, 0, "echo")) == {"echo": False}


def test_it_is_beaten_by_a_later_answer_that_went_well_where_the_same_slip_tempts() -> None:
    met = tried(1, 0, "echo")
    assert told(met, tried(2, WELL)) == {"echo": True}
    assert told(met, tried(2, WELL - 0.1)) == {"echo": False}
    assert told(met, tried(2, 1, tempts="mask")) == {"echo": False}


def test_an_answer_before_it_was_met_beats_nothing_in_whatever_order_they_are_given() -> None:
    early, late = tried(1, 1), tried(2, 0, "echo")
    assert told(early, late) == told(late, early) == {"echo": False}


def test_to_meet_it_again_opens_it_again_and_shows_where_it_was_met_last() -> None:
    found = traps([tried(1, 0, "echo"), tried(2, 1), tried(3, 0, "echo")])
    assert [(trap.beaten, trap.met.exercise) for trap in found] == [(False, "pick-3")]


def test_an_answer_that_went_well_and_still_shows_the_slip_beats_nothing() -> None:
    assert told(tried(1, 0, "echo"), tried(2, 0.9, "echo")) == {"echo": False}


def test_the_traps_stand_in_the_order_in_which_they_were_met_first() -> None:
    both = [tried(1, 0, "mask"), tried(2, 0, "echo"), tried(3, 0, "mask")]
    assert [*told(*both)] == ["mask", "echo"]


def test_what_tempted_in_vain_is_kept_clear_unless_it_was_met_anywhere() -> None:
    assert kept_clear([tried(1, 1, tempts="mask badge")]) == ("badge", "mask")
    assert kept_clear([tried(1, 0.5, tempts="mask")]) == ()
    assert kept_clear([tried(1, 1), tried(2, 1)]) == ("echo",)
    assert kept_clear([tried(1, 1), tried(2, 0, "echo")]) == ()


ATTEMPTS = st.lists(
    st.builds(
        tried,
        st.integers(0, 9),
        st.floats(0, 1),
        st.sampled_from(SLIPS),
        tempts=st.sets(st.sampled_from(SLIPS)).map(" ".join),
    )
)


@given(ATTEMPTS, ATTEMPTS)
def test_no_slip_is_both_kept_clear_and_a_trap(one: list[Result], other: list[Result]) -> None:
    found = [*one, *other]
    met = [trap.slip for trap in traps(found)]
    assert len(met) == len({*met})
    assert {*met} == {slip for result in found for slip in result.slips}
    assert {*met}.isdisjoint(kept_clear(found))
