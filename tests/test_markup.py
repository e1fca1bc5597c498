from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import HOSTILE, TEXTS

from helpers.view.markup import Markup, element, join

ANY = TEXTS | st.text(st.characters()) | st.sampled_from(HOSTILE)


class Events(HTMLParser):
    """Records what a parser sees."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def visible(text: str) -> str:
    """Give a text as it must be shown: no control characters, no halves of a character."""
    return re.sub(r"[^\t\n\r\x20-\x7e\x80-\ud7ff\ue000-\U0010ffff]", "\ufffd", text)


@given(ANY)
def test_any_text_is_shown_as_text(text: str) -> None:
    seen = Events(element("p", text))
    assert seen.tags == [("p", [])]
    assert seen.text == visible(text)


@given(ANY)
def test_any_attribute_stays_one_attribute(text: str) -> None:
    markup = element("p", title=text)
    assert markup.count("<") == markup.count(">") == 2
    assert html.unescape(markup[len('<p title="') : -len('"></p>')]) == visible(text)


def test_the_ends_of_lines_in_an_attribute_stay_as_they_are_in_a_browser() -> None:
    # It would read a return and a line feed as one line feed (HTML, “normalize newlines”).
    assert element("p", title="a\r\nb") == '<p title="a&#13;\nb"></p>'


@given(ANY, ANY)
def test_joined_texts_never_run_together_into_markup(one: str, two: str) -> None:
    assert Events(join(one, two)).tags == []


def test_markup_goes_in_as_it_is_and_only_once() -> None:
    inner = element("b", "a & b")
    assert element("p", inner, "<i>", [inner, None]) == (
        "<p><b>a &amp; b</b>&lt;i&gt;<b>a &amp; b</b></p>"
    )


def test_a_string_made_from_markup_is_text_again() -> None:
    assert join(element("b", "x") + "") == "&lt;b&gt;x&lt;/b&gt;"
    assert not isinstance(element("b", "x").upper(), Markup)


@pytest.mark.parametrize(
    ("value", "written"),
    [(True, "<p hidden></p>"), (False, "<p></p>"), (None, "<p></p>"), (0, '<p hidden="0"></p>')],
)
def test_an_attribute_is_there_or_not(value: bool | int | None, written: str) -> None:  # noqa: FBT001
    assert element("p", hidden=value) == written


def test_names_of_attributes_read_as_in_html() -> None:
    markup = element("input", class_="a", aria_label="b", data_do="c")
    assert markup == '<input class="a" aria-label="b" data-do="c">'


def test_a_very_long_text_is_shown_whole() -> None:
    assert element("p", "<" * 100_000).count("&lt;") == 100_000
