"""Addresses of the website and of Binder in the kit’s texts: each leads to a lesson or a page."""

from __future__ import annotations

import re

import pytest
from site_page import ROOT

from helpers.site.links import page_of

SITE = "https://according-to-reports.github.io/according-to-reports/"
BINDER = (
    "https://mybinder.org/v2/gh/according-to-reports/according-to-reports/HEAD?urlpath=doc/tree/"
)
FILES = ["README.md", "lessons/instructor/guide.md"]
TEXTS = {name: (ROOT / name).read_text("utf-8") for name in FILES}
PAGES = {
    page_of(path.relative_to(ROOT).as_posix())
    for folder in ("lessons", "lessons/instructor")
    for path in (ROOT / folder).iterdir()
    if path.suffix in {".ipynb", ".md"}
}


def given(start: str, text: str) -> set[str]:
    """Give what follows a start of addresses in a text."""
    return set(re.findall(rf"{re.escape(start)}([^)`\s#]*)", text))


@pytest.mark.parametrize("name", FILES)
def test_an_address_of_the_website_is_that_of_a_page(name: str) -> None:
    found = given(SITE, TEXTS[name]) - {""}  # the front page
    assert found
    assert found <= PAGES


@pytest.mark.parametrize("name", FILES)
def test_an_address_on_binder_opens_a_lesson(name: str) -> None:
    found = given(BINDER, TEXTS[name])
    assert found
    assert all((ROOT / lesson).is_file() for lesson in found)
