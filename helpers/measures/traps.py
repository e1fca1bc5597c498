"""Traps: the slips that a student met, and those that she got past later (R30)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from helpers.measures.calibration import Result


class Trap(NamedTuple):
    """A slip that showed: the attempt at which it showed last, and whether it was beaten since."""

    slip: str
    met: Result
    beaten: bool


def traps(found: Iterable[Result]) -> tuple[Trap, ...]:
    """Give the traps that were met, in the order in which each was met first.

    One is beaten by an answer that went well where the same slip tempts; to meet it again opens it
    again.

    >>> from helpers.measures.calibration import Result
    >>> echo = frozenset({"echo"})
    >>> fell = Result(lesson="x", exercise="a", score=0, slips=("echo",), tempts=echo)
    >>> rose = Result(lesson="x", exercise="b", score=1, tempts=echo, place=(1, "", ""))
    >>> [(trap.slip, trap.beaten) for trap in traps([fell, rose])]
    [('echo', True)]
    """
    met: dict[str, Trap] = {}
    for result in sorted(found, key=lambda one: one.place):
        beaten = met.keys() & result.tempts if result.well else set()
        met |= {slip: met[slip]._replace(beaten=True) for slip in beaten}
        met |= {slip: Trap(slip, result, beaten=False) for slip in result.slips}
    return tuple(met.values())


def kept_clear(found: Iterable[Result]) -> tuple[str, ...]:
    """Name the slips that tempted in vain, each once, in the order of the attempts."""
    found = list(found)
    met = {slip for result in found for slip in result.slips}
    tempted = [slip for result in found if result.well for slip in sorted(result.tempts)]
    return tuple(slip for slip in dict.fromkeys(tempted) if slip not in met)
