"""All findings of a class, computed once for everything that shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.findings.annotations import annotations_of
from helpers.classroom.findings.change import changes_of
from helpers.classroom.findings.choices import choices_of
from helpers.classroom.findings.items import items_of
from helpers.classroom.findings.slips import slips_of
from helpers.classroom.findings.sureness import brier_of, calibration_of
from helpers.classroom.findings.trials import trials_of
from helpers.classroom.findings.votes import votes_of

if TYPE_CHECKING:
    from helpers.classroom.book import Asked, ClassBook
    from helpers.classroom.findings.annotations import Labelled
    from helpers.classroom.findings.change import ClassChange
    from helpers.classroom.findings.choices import Chosen
    from helpers.classroom.findings.items import ItemFound
    from helpers.classroom.findings.slips import SlipFound
    from helpers.classroom.findings.trials import TrialFound
    from helpers.classroom.findings.votes import Votes
    from helpers.measures.brier import Brier
    from helpers.measures.calibration import Calibration


class Findings(NamedTuple):
    """What a class book shows."""

    items: list[ItemFound]
    slips: list[SlipFound]
    labelled: list[Labelled]
    calibration: Calibration
    brier: Brier | None
    changes: list[ClassChange]
    votes: list[Votes]
    trials: list[TrialFound]
    chosen: dict[Asked, Chosen]


def findings_of(book: ClassBook) -> Findings:
    """Compute all that a class book shows."""
    return Findings(
        items=items_of(book),
        slips=slips_of(book),
        labelled=annotations_of(book),
        calibration=calibration_of(book),
        brier=brier_of(book),
        changes=changes_of(book),
        votes=votes_of(book),
        trials=trials_of(book),
        chosen=choices_of(book),
    )
