from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader import parse

from helpers.view.calendar import LINE, WEEKS, entry, render_days

DAY = date(2026, 12, 25)


def fields(written: str) -> dict[str, str]:
    """Read an entry as a calendar does: lines put together, fields by name, signs as they were."""
    whole = re.sub("\r\n ", "", written)
    pairs = (line.partition(":") for line in whole.removesuffix("\r\n").split("\r\n"))
    return {name: re.sub(r"\\([\\;,])", r"\1", value) for name, _, value in pairs}


def test_an_entry_takes_a_whole_day() -> None:
    found = fields(entry(DAY, "Later"))
    assert found["DTSTART;VALUE=DATE"] == "20261225"
    assert found["SUMMARY"] == "According to Reports: Later"
    assert re.fullmatch(r"\d{8}T\d{6}Z", found["DTSTAMP"])


def test_two_entries_are_two() -> None:
    assert fields(entry(DAY, "Later"))["UID"] != fields(entry(DAY, "Later"))["UID"]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=200))
def test_whatever_a_lesson_is_called_the_entry_reads_as_it_was_written(title: str) -> None:
    written = entry(DAY, title)
    assert fields(written)["SUMMARY"] == f"According to Reports: {title}"
    assert all(len(line.encode()) <= LINE + 1 for line in written.split("\r\n"))


@pytest.mark.parametrize("weeks", WEEKS)
def test_each_button_saves_the_entry_of_its_day(weeks: int) -> None:
    since = date(2026, 11, 27)
    buttons = parse(render_days(since, "Later")).all("button")
    day = since + timedelta(weeks=weeks)
    [button] = [one for one in buttons if f"In {weeks} weeks" in one.text]
    assert button.attrs["data-name"] == f"according-to-reports-{day}.ics"
    assert fields(button.attrs["data-content"])["DTSTART;VALUE=DATE"] == f"{day:%Y%m%d}"
    assert f"{day.day} {day:%B}" in button.text
