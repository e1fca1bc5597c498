"""A student's own results: what went well first, then what to look at again (R28)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.measures.calibration import calibration
from helpers.measures.traps import kept_clear, traps
from helpers.view.card import card_link
from helpers.view.charts.calibration import render_calibration
from helpers.view.markup import Markup, element, join
from helpers.view.pages import page
from helpers.words import result_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from helpers.kinds.slips import Slip
    from helpers.measures.calibration import Result
    from helpers.measures.traps import Trap

AGAIN = 3
"""More than three things to look at again is a wall of failures."""


def render_summary(
    found: Sequence[Result], asks: Mapping[str, str], slips: Mapping[str, Slip]
) -> Markup:
    """Render first attempts in words; `asks` gives each exercise its question."""
    if not found:
        return page(element("p", result_text.NOTHING_YET), name=result_text.SUMMARY)
    well = sum(result.well for result in found)
    less = sorted((r for r in found if not r.well), key=lambda one: one.score)
    weakest = less[:AGAIN]
    shown = {result.exercise for result in weakest}
    made = calibration(found)
    open_traps = [trap for trap in _known(traps(found), slips) if not trap.beaten]
    # Where there are more than are listed, say so.
    again = result_text.SEE_AGAIN_FIRST if len(less) > AGAIN else result_text.SEE_AGAIN
    watch = result_text.YOUR_TRAPS_FIRST if len(open_traps) > AGAIN else result_text.YOUR_TRAPS
    return page(
        element("p", element("strong", result_text.went_well(well, len(found)))),
        _kept_clear([slips[name] for name in kept_clear(found) if name in slips]),
        _list(again, [_link(r, asks) for r in found if r.exercise in shown]),
        _list(watch, [_named(slips[trap.slip]) for trap in open_traps[:AGAIN]]),
        render_calibration(made) if made.words else None,
        name=result_text.SUMMARY,
    )


def render_traps(
    found: Sequence[Result], asks: Mapping[tuple[str, str], str], slips: Mapping[str, Slip]
) -> Markup:
    """Render the traps of all lessons: those beaten, those met, with the card where each was met.

    `asks` gives each exercise, by lesson and name, its question.
    """
    met = _known(traps(found), slips)
    if not met:
        return page(element("p", result_text.NO_TRAPS), name=result_text.TRAPS)
    beaten = [_named(slips[trap.slip]) for trap in met if trap.beaten]
    still = [_met(trap, asks, slips) for trap in met if not trap.beaten]
    return page(
        element("p", element("strong", result_text.beaten(len(beaten), len(met)))),
        _list(result_text.BEATEN, beaten),
        _list(result_text.STILL_OPEN_TRAPS, still),
        name=result_text.TRAPS,
    )


def _known(met: Iterable[Trap], slips: Mapping[str, Slip]) -> list[Trap]:
    """Leave out slips that nobody has named: `check` tells their author, and no page stops."""
    return [trap for trap in met if trap.slip in slips]


def _kept_clear(some: Sequence[Slip]) -> Markup | None:
    if not some:
        return None
    return element("p", result_text.kept_clear(len(some), some[0].name, some[0].says))


def _list(head: str, rows: list[Markup]) -> Markup | None:
    if not rows:
        return None
    return join(
        element("p", head, class_="small-head"), element("ul", [element("li", row) for row in rows])
    )


def _link(result: Result, asks: Mapping[str, str]) -> Markup:
    return card_link(asks[result.exercise], result.exercise)


def _named(slip: Slip) -> Markup:
    return join(element("strong", f"{slip.name}."), " ", slip.says)


def _met(trap: Trap, asks: Mapping[tuple[str, str], str], slips: Mapping[str, Slip]) -> Markup:
    lesson, exercise = trap.met.lesson, trap.met.exercise
    link = card_link(asks[lesson, exercise], exercise, lesson=lesson)
    return join(_named(slips[trap.slip]), " ", result_text.MET_AT, " ", link)
