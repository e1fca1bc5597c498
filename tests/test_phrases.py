"""Number phrases: what is read, and what is left unread rather than guessed."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import strategies as st
from support import TEXTS

from helpers.texts.dossier import open_dossier
from helpers.texts.vocabulary import Counted, Qualifier
from helpers.topics.phrases import read_number, read_phrase, spelled

READ = {
    # of the article
    "at least 40": ("at_least", 40, inf),
    "forty of us": ("none", 40, 40),
    "more than a thousand": ("over", 1001, inf),
    "more than a thousand square kilometers": ("over", 1000, inf),
    # plain numbers
    "0": ("none", 0, 0),
    "7": ("none", 7, 7),
    "363": ("none", 363, 363),
    "1,294": ("none", 1294, 1294),
    "1 294": ("none", 1294, 1294),
    "1\u202f294": ("none", 1294, 1294),
    "12,000,000": ("none", 12e6, 12e6),
    "2.5": ("none", 2.5, 2.5),
    "2.5 million": ("none", 2.5e6, 2.5e6),
    "3 thousand": ("none", 3000, 3000),
    "seven": ("none", 7, 7),
    "nineteen": ("none", 19, 19),
    "forty": ("none", 40, 40),
    "forty-two": ("none", 42, 42),
    "ninety nine": ("none", 99, 99),
    "a hundred": ("none", 100, 100),
    "one hundred and one": ("none", 101, 101),
    "two hundred twelve": ("none", 212, 212),
    "twelve hundred": ("none", 1200, 1200),
    "a thousand": ("none", 1000, 1000),
    "three thousand two hundred": ("none", 3200, 3200),
    "three thousand and one": ("none", 3001, 3001),
    "eleven thousand": ("none", 11000, 11000),
    "two hundred thousand": ("none", 200_000, 200_000),
    "one million two hundred thousand and six": ("none", 1_200_006, 1_200_006),
    "a dozen": ("none", 12, 12),
    "two dozen": ("none", 24, 24),
    "half a dozen": ("none", 6, 6),
    # hedges
    "no fewer than 30": ("at_least", 30, inf),
    "not less than 30": ("at_least", 30, inf),
    "a minimum of 30": ("at_least", 30, inf),
    "thirty or more": ("at_least", 30, inf),
    "40+": ("at_least", 40, inf),
    "40-plus": ("at_least", 40, inf),
    "over 40": ("over", 41, inf),
    "above 3,000": ("over", 3001, inf),
    "more than 2.5": ("over", 2.5, inf),
    "upwards of 200": ("over", 201, inf),
    "in excess of 200": ("over", 201, inf),
    "up to 8,000": ("up_to", 0, 8000),
    "at most 39": ("up_to", 0, 39),
    "no more than 39": ("up_to", 0, 39),
    "as many as twelve": ("up_to", 0, 12),
    "fewer than ten": ("under", 0, 9),
    "less than 100 square kilometres": ("under", 0, 100),
    "under a hundred": ("under", 0, 99),
    "about 10,000": ("about", 0, inf),
    "around 10,000": ("about", 0, inf),
    "some 40": ("about", 0, inf),
    "nearly 4,000": ("about", 0, inf),
    "almost all": None,
    "exactly forty": ("exactly", 40, 40),
    # ranges
    "between 8,000 and 12,000": ("range", 8000, 12000),
    "from 8,000 to 12,000": ("range", 8000, 12000),
    "8,000 to 12,000": ("range", 8000, 12000),
    "550–600": ("range", 550, 600),
    "550-600": ("range", 550, 600),
    "about 550 to 600": ("range", 550, 600),
    "ten to twenty": ("range", 10, 20),
    "between two hundred and one and two hundred and five": None,
    # words in place of numbers
    "several hundred": ("vague", 200, 999),
    "a few hundred": ("vague", 200, 999),
    "hundreds": ("vague", 200, 999),
    "dozens": ("vague", 24, 99),
    "thousands": ("vague", 2000, 9999),
    "tens of thousands": ("vague", 20_000, 99_999),
    # quotation marks, full stops, capitals
    "“Forty”": ("none", 40, 40),
    "At Least 40.": ("at_least", 40, inf),
}
OUT_OF = {
    "one in ten": (1, 10),
    "one out of ten": (1, 10),
    "4,000 of 11,000": (4000, 11000),
    "a third": (1, 3),
    "two thirds": (2, 3),
    "half": (1, 2),
    "three quarters": (3, 4),
    "40 per cent": (40, 100),
    "40 percent": (40, 100),
    "36.4 %": (36.4, 100),
    "nearly 40%": (40, 100),
}
UNREAD = (
    "", " ", "umpteen", "many", "a lot", "some", "no", "nobody", "several", "a significant number",
    "1.200", "8,00", "1,2345", "minus 4", "-4", "4th", "fortieth", "forty-ish", "twenty eleven",
    "hundred", "one hundred and", "and one", "twenty hundred", "forty forty", "12k", "1e3", "0x28",
    "between 12,000 and 8,000", "up to several hundred", "at least dozens", "ten to", "to ten",
    "eleven of ten", "one in none", "record", "40 41", "¼", "at least", "a", "dozen dozen",
)  # fmt: skip


@pytest.mark.parametrize("phrase", READ)
def test_a_phrase_is_read(phrase: str) -> None:
    found, known = read_phrase(phrase), READ[phrase]
    if known is None:
        assert found is None
    else:
        assert found is not None
        assert (found.qualifier.value, *found.bounds) == known


@pytest.mark.parametrize("phrase", OUT_OF)
def test_a_part_of_a_whole_is_read(phrase: str) -> None:
    found = read_phrase(phrase)
    assert found is not None
    assert (found.value, found.denominator) == OUT_OF[phrase]


@pytest.mark.parametrize("phrase", UNREAD)
def test_what_is_not_understood_is_left_unread(phrase: str) -> None:
    assert read_phrase(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "counted"),
    [
        ("30 killed", Counted.KILLED),
        ("30 dead", Counted.KILLED),
        ("about 30 wounded", Counted.WOUNDED),
        ("30 missing", Counted.MISSING),
        ("two captured", Counted.CAPTURED),
        ("at least 30 casualties", Counted.CASUALTIES),
        ("660 square kilometres", Counted.TERRITORY),
        ("30 soldiers", Counted.UNSTATED),
        ("30", Counted.UNSTATED),
    ],
)
def test_what_is_counted_is_read_only_where_it_is_said(phrase: str, counted: Counted) -> None:
    found = read_phrase(phrase)
    assert found is not None
    assert found.counted is counted


def test_a_vague_word_is_never_a_point() -> None:
    found = read_phrase("several hundred")
    assert found is not None
    assert (found.value, found.qualifier) == (None, Qualifier.VAGUE)


@given(st.integers(0, 10**9))
def test_digits_are_read_with_and_without_separators(number: int) -> None:
    assert read_number(str(number)) == read_number(f"{number:,}") == number


@given(st.integers(1, 999), st.integers(0, 999))
def test_what_is_spelled_is_read(thousands: int, rest: int) -> None:
    words = {number: word for word, number in spelled().items()}
    text = f"{words[thousands]} thousand" + (f" and {words[rest]}" if rest else "")
    assert read_number(text) == 1000 * thousands + rest


@given(TEXTS)
def test_any_text_is_read_or_left_and_bounds_are_in_order(text: str) -> None:
    found = read_phrase(text)
    if found is not None:
        assert found.bounds.low <= found.bounds.high
        assert (
            found.value is None
            or found.qualifier in {Qualifier.OVER, Qualifier.UNDER}
            or (found.bounds.holds(found.value))
        )


def test_the_phrases_of_the_article_stand_in_it() -> None:
    text = open_dossier("kursk").article.text
    for phrase in ("at least 40", "forty of us", "more than a thousand square kilometers"):
        assert phrase in text
        assert phrase in READ
    assert len(READ) + len(OUT_OF) - 4 >= 60
