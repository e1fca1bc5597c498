"""Shares of a class: in per cent, but of fewer than ten as counts and nothing else (R4)."""

from __future__ import annotations

from helpers.classroom.findings import COUNTS_ONLY
from helpers.view.charts.rows import Ground
from helpers.words import report_sentences, report_text
from helpers.words.counted import whole_percent

QUARTERS = (0, 0.25, 0.5, 0.75, 1)
ENDS = (0, 1)


def share_ground(title: str, of: int) -> Ground:
    """Give the scale of shares: of so few that none is given, it goes from none to all."""
    if of < COUNTS_ONLY:
        return Ground(0, 1, title, ENDS, _none_or_all)
    return Ground(0, 1, title, QUARTERS, whole_percent)


def share_said(part: int, of: int) -> str:
    """Say a share in per cent, or of few as a count.

    >>> share_said(3, 9), share_said(3, 12).replace("\N{NO-BREAK SPACE}", " ")
    ('3 of 9', '25 %')
    """
    return report_sentences.of_class(part, of) if of < COUNTS_ONLY else whole_percent(part / of)


def _none_or_all(share: float) -> str:
    return report_text.ALL if share else report_text.NONE
