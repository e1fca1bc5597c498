"""A day to come back: calendar entries to download, one for each of some weeks."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from helpers.view import parts
from helpers.view.markup import Markup, element
from helpers.view.pages import page
from helpers.words import sitting_text

if TYPE_CHECKING:
    from datetime import date

WEEKS = (2, 4, 6)
"""When a test after the last one tells most (R3)."""
LINE = 74
"""Letters of a line of a calendar’s file; longer ones go on in the next (RFC 5545, 3.1)."""


def render_days(since: date, title: str) -> Markup:
    """Render a button for each day on which the lesson called `title` can be taken."""
    days = [(weeks, since + timedelta(weeks=weeks)) for weeks in WEEKS]
    buttons = [
        parts.button(
            sitting_text.in_weeks(weeks, day),
            "save-file",
            data_name=f"according-to-reports-{day.isoformat()}.ics",
            data_type="text/calendar",
            data_content=entry(day, title),
        )
        for weeks, day in days
    ]
    return page(
        element("p", sitting_text.COME_BACK_HOW),
        element("div", buttons, class_="tools"),
        name=sitting_text.COME_BACK,
    )


def entry(day: date, title: str) -> str:
    """Write an entry for a whole day as a calendar's file (RFC 5545).

    >>> from datetime import date
    >>> entry(date(2026, 12, 25), "Later").splitlines()[6:8]
    ['DTSTART;VALUE=DATE:20261225', 'SUMMARY:According to Reports: Later']
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//According to Reports//Teaching kit//EN",
        "BEGIN:VEVENT",
        # Chance, and not the code name: a calendar may be read by others.
        f"UID:{secrets.token_hex(16)}@according-to-reports",
        f"DTSTAMP:{datetime.now(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"SUMMARY:{_escaped(sitting_text.COME_BACK_ENTRY.format(title=title))}",
        f"DESCRIPTION:{_escaped(sitting_text.COME_BACK_SAYS.format(title=title))}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line where it is long: what goes on begins with a space.

    Bytes are counted, and no letter is cut in two.
    """
    folded, size = "", 0
    for letter in line:
        length = len(letter.encode())
        if size + length > LINE:
            folded, size = f"{folded}\r\n ", 1
        folded, size = folded + letter, size + length
    return folded
