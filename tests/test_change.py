"""Change: what is gained and what is lost, and that neither hides the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.measures.change import Change, change, normalised_gain

PAIRS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1)


def test_each_answer_counts_under_what_became_of_it() -> None:
    right, wrong = True, False
    before_after = [(right, right)] * 4 + [(wrong, right)] * 3 + [(right, wrong)] * 2
    assert change([*before_after, (wrong, wrong)]) == Change(4, 3, 2, 1)


def test_gain_and_loss_are_shares_of_what_could_be_gained_and_lost() -> None:
    found = Change(kept=4, gained=3, lost=2, still_open=1)
    assert found.gain == 3 / 4
    assert found.loss == 2 / 6


def test_where_nothing_could_be_gained_or_lost_there_is_no_share() -> None:
    knew_all, knew_nothing = Change(3, 0, 1, 0), Change(0, 2, 0, 1)
    assert (knew_all.gain, knew_all.loss) == (None, 1 / 4)
    assert (knew_nothing.gain, knew_nothing.loss) == (2 / 3, None)


@given(PAIRS)
def test_the_gain_of_means_is_what_was_gained_less_what_was_lost(
    pairs: list[tuple[bool, bool]],
) -> None:
    # Dellwo 2010: the normalised gain of means is gain less loss · (right / wrong before).
    found = change(pairs)
    before = sum(right for right, _ in pairs) / len(pairs)
    after = sum(right for _, right in pairs) / len(pairs)
    by_means = normalised_gain(before, after)
    if found.gain is None:
        assert by_means is None
    else:
        lost = (found.loss or 0) * before / (1 - before)
        assert by_means == pytest.approx(found.gain - lost)


def test_the_gain_of_a_class_is_the_share_of_the_possible_rise() -> None:
    # Hake 1998: from 40 % to 70 % is half of the way to 100 %.
    assert normalised_gain(0.4, 0.7) == pytest.approx(0.5)
    assert normalised_gain(0.5, 0.4) == pytest.approx(-0.2)
    assert normalised_gain(1.0, 0.9) is None
