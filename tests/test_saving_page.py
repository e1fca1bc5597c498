"""What lessons/saving.md promises: each case has a test, and the page is quoted as it speaks."""

from __future__ import annotations

import re

import pytest
from site_page import ROOT

from helpers.checks.links import linked
from helpers.words import saving_text
from helpers.words.kept_text import IN_A_BROWSER

PAGE = ROOT / "lessons" / "saving.md"
TEXT = PAGE.read_text(encoding="utf-8")
CASES = [int(number) for number in re.findall(r"^\*\*(\d+)\. ", TEXT, re.MULTILINE)]
TESTS = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("test_*.py")]
TESTED = {
    int(number)
    for text in TESTS
    for name in re.findall(r"^def (test_\d\d_\w+)|\"(\d\d_\w+)\"", text, re.MULTILINE)
    for number in re.findall(r"(?:^|test_|_and_)(\d\d)_", "".join(name))
}


def test_the_cases_are_numbered_in_their_order() -> None:
    assert [*range(1, len(CASES) + 1)] == CASES


@pytest.mark.parametrize("case", CASES)
def test_every_case_has_a_test(case: int) -> None:
    assert case in TESTED


def test_no_test_is_of_a_case_that_is_gone() -> None:
    assert {*CASES} >= TESTED


def test_the_cases_that_are_named_are_in_their_section() -> None:
    alone = TEXT.partition("\n## In the browser alone\n")[2]
    numbers = re.findall(r"^\*\*(\d+)\. ", alone, re.MULTILINE)
    assert f"which is cases {numbers[0]} to {numbers[-1]}." in TEXT


def test_the_page_is_quoted_as_it_speaks() -> None:
    for said in (IN_A_BROWSER.both, IN_A_BROWSER.second, IN_A_BROWSER.nowhere):
        assert f"*{said}*" in TEXT
    for button in (saving_text.DOWNLOAD, saving_text.LOAD):
        assert f"*{button}*" in TEXT


def test_every_link_leads_somewhere() -> None:
    assert [flaw.says for flaw in linked(PAGE, "", TEXT)] == []
    assert {*re.findall(r"\]\(#([^)]+)\)", TEXT)} == {*re.findall(r'<a id="([^"]+)">', TEXT)}
