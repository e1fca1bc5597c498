"""Number phrases: what is read, and what is left unread rather than guessed."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import TEXTS

from helpers.texts.dossier import open_dossier
from helpers.topics.phrases import HEDGES, NOUNS, VAGUE, read_number, read_phrase, spelled

READ = {
    # of the article
    "at least 40": (40, inf),
    "forty of us": (40, 40),
    "more than a thousand": (1001, inf),
    # plain numbers
    "0": (0, 0),
    "7": (7, 7),
    "363": (363, 363),
    "1,294": (1294, 1294),
    "1 294": (1294, 1294),
    "1\u202f294": (1294, 1294),
    "12,000,000": (12e6, 12e6),
    "2.5": (2.5, 2.5),
    "2.5 million": (2.5e6, 2.5e6),
    "3 thousand": (3000, 3000),
    "seven": (7, 7),
    "nineteen": (19, 19),
    "forty": (40, 40),
    "forty-two": (42, 42),
    "ninety nine": (99, 99),
    "a hundred": (100, 100),
    "one hundred and one": (101, 101),
    "two hundred twelve": (212, 212),
    "twelve hundred": (1200, 1200),
    "a thousand": (1000, 1000),
    "three thousand two hundred": (3200, 3200),
    "three thousand and one": (3001, 3001),
    "eleven thousand": (11000, 11000),
    "two hundred thousand": (200_000, 200_000),
    "one million two hundred thousand and six": (1_200_006, 1_200_006),
    "a dozen": (12, 12),
    "two dozen": (24, 24),
    "half a dozen": (6, 6),
    # hedges
    "no fewer than 30": (30, inf),
    "not less than 30": (30, inf),
    "a minimum of 30": (30, inf),
    "thirty or more": (30, inf),
    "40+": (40, inf),
    "40-plus": (40, inf),
    "over 40": (41, inf),
    "above 3,000": (3001, inf),
    "more than 2.5": (2.5, inf),
    "upwards of 200": (201, inf),
    "in excess of 200": (201, inf),
    "up to 8,000": (0, 8000),
    "at most 39": (0, 39),
    "no more than 39": (0, 39),
    "as many as twelve": (0, 12),
    "fewer than ten": (0, 9),
    "less than 100": (0, 99),
    "under a hundred": (0, 99),
    "about 10,000": (0, inf),
    "around 10,000": (0, inf),
    "some 40": (0, inf),
    "nearly 4,000": (0, inf),
    "exactly forty": (40, 40),
    # ranges
    "between 8,000 and 12,000": (8000, 12000),
    "from 8,000 to 12,000": (8000, 12000),
    "8,000 to 12,000": (8000, 12000),
    "550–600": (550, 600),
    "550-600": (550, 600),
    "about 550 to 600": (550, 600),
    "ten to twenty": (10, 20),
    # words in place of numbers
    "several hundred": (200, 999),
    "a few hundred": (200, 999),
    "hundreds": (200, 999),
    "dozens": (24, 99),
    "thousands": (2000, 9999),
    "tens of thousands": (20_000, 99_999),
    # quotation marks, full stops, capitals
    "“Forty”": (40, 40),
    "At Least 40.": (40, inf),
}
UNREAD = (
    "", " ", "umpteen", "many", "a lot", "some", "no", "nobody", "several", "a significant number",
    "1.200", "8,00", "1,2345", "minus 4", "-4", "4th", "fortieth", "forty-ish", "twenty eleven",
    "hundred", "one hundred and", "and one", "twenty hundred", "forty forty", "12k", "1e3", "0x28",
    "between 12,000 and 8,000", "up to several hundred", "at least dozens", "ten to", "to ten",
    "eleven of ten", "one in none", "record", "40 41", "¼", "at least", "a", "dozen dozen",
    # words that are no number
    "almost all", "between two hundred and one and two hundred and five",
    # shares and areas: no chart needs them
    "one in ten", "one out of ten", "4,000 of 11,000", "a third", "two thirds", "half",
    "three quarters", "40 per cent", "40 percent", "36.4 %", "nearly 40%",
    "660 square kilometres", "more than a thousand square kilometers",
)  # fmt: skip


@pytest.mark.parametrize("phrase", READ)
def test_a_phrase_is_read(phrase: str) -> None:
    assert read_phrase(phrase) == READ[phrase]


@pytest.mark.parametrize("phrase", UNREAD)
def test_what_is_not_understood_is_left_unread(phrase: str) -> None:
    assert read_phrase(phrase) is None


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("phrase", ["at least 30", "about 30", "thirty", "30 or more", "dozens"])
def test_what_is_counted_does_not_change_the_limits(phrase: str, noun: str) -> None:
    limits = read_phrase(phrase)
    assert limits is not None
    assert read_phrase(f"{phrase} {noun}") == limits


def test_a_vague_word_is_never_a_point() -> None:
    limits = [read_phrase(phrase) for phrase in VAGUE]
    assert all(one and one.low < one.high for one in limits)


@given(st.integers(0, 10**9))
def test_digits_are_read_with_and_without_separators(number: int) -> None:
    assert read_number(str(number)) == read_number(f"{number:,}") == number


@given(st.integers(1, 999), st.integers(0, 999))
def test_what_is_spelled_is_read(thousands: int, rest: int) -> None:
    words = {number: word for word, number in spelled().items()}
    text = f"{words[thousands]} thousand" + (f" and {words[rest]}" if rest else "")
    assert read_number(text) == 1000 * thousands + rest


@given(TEXTS)
def test_any_text_is_read_or_left_and_limits_are_in_order(text: str) -> None:
    found = read_phrase(text)
    assert found is None or 0 <= found.low <= found.high


@given(st.integers(0, 10**6), st.sampled_from(sorted(HEDGES)))
def test_only_over_and_under_leave_their_own_number_out(number: int, hedge: str) -> None:
    for words in HEDGES[hedge]:
        found = read_phrase(f"{words} {number}")
        assert found is not None
        assert found.holds(number) is (hedge not in {"over", "under"})


def test_the_phrases_of_the_article_stand_in_it() -> None:
    text = open_dossier("kursk").article.text
    for phrase in ("at least 40", "forty of us"):
        assert phrase in text
        assert phrase in READ
    assert len(READ) >= 50
