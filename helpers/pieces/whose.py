"""Whose page is it? Several students may share a computer, a browser or a server.

Nobody's answers are shown, counted or handed in as somebody else's: where only the student can
know whose a page is, she is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from helpers.workbook import Student

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_OFFERS = 20


class Own(msgspec.Struct, frozen=True):
    """The workbook that the page shows: its id, its code name, whether anything is in it.

    `begun`: a draft of it lies in the folder, though no answer does. `settled`: it has been ruled
    or said whose the page is. Several tabs can show one page, and none of them turns it by itself
    then.
    """

    workbook: str
    code: str
    empty: bool
    settled: bool = False
    begun: bool = False


class Ruling(msgspec.Struct, frozen=True):
    """What follows: the workbook to turn to, what to take back, what to offer, whether to ask.

    `certain` tells whether the student has said in this tab that the workbook is hers.
    """

    turn_to: str = ""
    certain: bool = False
    fetch: tuple[Student, ...] = ()
    offers: tuple[Student, ...] = ()


def rule(own: Own, me: str, spare: str, here: Sequence[Student], held: Sequence[Student]) -> Ruling:
    """Decide whose the page is.

    `me` is the workbook that was last known as hers in this tab, `spare` the one that a student
    begins in this browser, `here` is whose work lies in the folder, `held` whose the browser
    holds. The first edition's copies name no workbook.
    """
    others = {one.workbook: one for one in (*held, *here) if one.workbook not in {own.workbook, ""}}
    if own.empty and not own.settled:
        # A new kernel, a new server: whoever sits here is the same.
        if me in others:
            return Ruling(me, certain=True)
        # Nobody else is known, so it will be hers; she is asked all the same.
        if not me and len(others) == 1:
            return Ruling(next(iter(others)))
        # Two lessons that are opened before the first answer must not begin two workbooks.
        if not (me or others or own.begun) and spare not in {"", own.workbook}:
            return Ruling(spare, certain=True)
    first = [one for one in held if not one.workbook]
    return Ruling(
        certain=me == own.workbook,
        fetch=tuple(one for one in held if one.workbook == own.workbook or _same(one, own)),
        offers=() if own.code and not own.empty else (*others.values(), *first)[:MOST_OFFERS],
    )


def _same(one: Student, own: Own) -> bool:
    """Tell whether a copy of the first edition is of the same code name."""
    return not one.workbook and bool(own.code) and one.code == own.code
