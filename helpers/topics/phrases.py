"""Number phrases: “at least 40”, “several hundred”, “one in ten”, read or left unread.

What is not understood is never guessed: `read_phrase` gives None.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from helpers.topics.casualties import Figure
from helpers.vocabulary import Counted, Qualifier

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
DOZEN = 12
PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "tenth": 10}
VAGUE = {
    "dozens": (24, 99),
    "hundreds": (200, 999),
    "several hundred": (200, 999),
    "a few hundred": (200, 999),
    "thousands": (2_000, 9_999),
    "several thousand": (2_000, 9_999),
    "a few thousand": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999),
}
"""Our reading of words that stand for numbers, and wide on purpose: never a point."""
HEDGES = {
    Qualifier.AT_LEAST: ("at least", "no fewer than", "not fewer than", "no less than",
                         "not less than", "a minimum of"),
    Qualifier.OVER: ("more than", "over", "above", "in excess of", "upwards of"),
    Qualifier.UP_TO: ("up to", "at most", "no more than", "not more than", "as many as",
                      "a maximum of"),
    Qualifier.UNDER: ("fewer than", "less than", "under", "below"),
    Qualifier.ABOUT: ("about", "around", "roughly", "some", "approximately", "nearly", "almost",
                      "close to"),
    Qualifier.EXACTLY: ("exactly", "precisely"),
}  # fmt: skip
COUNTED = {
    "killed": Counted.KILLED, "dead": Counted.KILLED, "deaths": Counted.KILLED,
    "wounded": Counted.WOUNDED, "injured": Counted.WOUNDED, "missing": Counted.MISSING,
    "captured": Counted.CAPTURED, "casualties": Counted.CASUALTIES,
    "soldiers": Counted.UNSTATED, "troops": Counted.UNSTATED, "people": Counted.UNSTATED,
    "square kilometers": Counted.TERRITORY, "square kilometres": Counted.TERRITORY,
}  # fmt: skip
_SPACE = re.compile(r"[\s\u00a0\u2009\u202f]+")
_NUMERAL = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+(?:\.\d{1,2})?")
_BETWEEN = re.compile(r"(?:between (.+) and|from (.+) to|(.+?) to|(.+?) ?[–-]) ?(.+)")
_OUT_OF = re.compile(r"(.+?) (?:of|out of|in) (.+)")


class Read(NamedTuple):
    """A phrase without its hedge and its noun."""

    text: str
    qualifier: Qualifier
    counted: Counted


def read_phrase(phrase: str) -> Figure | None:
    """Read a whole phrase as a figure, or leave it unread.

    >>> read_phrase("at least 40").bounds
    Bounds(low=40.0, high=inf)
    >>> read_phrase("umpteen") is None
    True
    """
    plain = _SPACE.sub(" ", phrase).strip(" .,;:“”\"'").casefold()
    text, qualifier, counted = _taken_apart(plain)
    if text in VAGUE and qualifier is Qualifier.NONE:
        low, high = VAGUE[text]
        return Figure(qualifier=Qualifier.VAGUE, low=low, high=high, counted=counted)
    return _between(text, qualifier, counted) or _one(text, qualifier, counted)


def read_number(text: str) -> float | None:
    """Read a number in digits or in words, or leave it unread.

    >>> read_number("three thousand two hundred and one"), read_number("1,294")
    (3201.0, 1294.0)
    """
    if _NUMERAL.fullmatch(text):
        return float(text.replace(",", "").replace(" ", ""))
    scaled = re.fullmatch(rf"({_NUMERAL.pattern}) (hundred|thousand|million)", text)
    if scaled:
        return float(scaled[1].replace(",", "").replace(" ", "")) * SCALES[scaled[2]]
    return _in_words(text)


def _taken_apart(plain: str) -> Read:
    """Take the hedge and the noun off a phrase."""
    qualifier = Qualifier.NONE
    for word, starts in HEDGES.items():
        for start in starts:
            if plain.startswith(f"{start} ") and qualifier is Qualifier.NONE:
                plain, qualifier = plain[len(start) + 1 :], word
    noun = next((noun for noun in COUNTED if plain.endswith(f" {noun}")), "")
    plain = plain.removesuffix(f" {noun}") if noun else plain
    if qualifier is Qualifier.NONE:
        for end in (" or more", " and more", "-plus", "+"):
            if plain.endswith(end):
                plain, qualifier = plain.removesuffix(end), Qualifier.AT_LEAST
    return Read(plain, qualifier, COUNTED.get(noun, Counted.UNSTATED))


def _between(text: str, qualifier: Qualifier, counted: Counted) -> Figure | None:
    found = _BETWEEN.fullmatch(text)
    if not found or qualifier not in {Qualifier.NONE, Qualifier.ABOUT}:
        return None
    *starts, end = found.groups()
    low, high = read_number(next(filter(None, starts))), read_number(end)
    if low is None or high is None or low >= high:
        return None
    return Figure(qualifier=Qualifier.RANGE, low=low, high=high, counted=counted)


def _one(text: str, qualifier: Qualifier, counted: Counted) -> Figure | None:
    """Read one number, perhaps with what it is out of."""
    text = text.removesuffix(" of us").removesuffix(" of them")
    value, whole = read_number(text), None
    if value is None:
        value, whole = _out_of(text)
    if value is None:
        return None
    step = 1 if value == int(value) and counted is not Counted.TERRITORY else 0
    low, high = _limits(value, qualifier, step)
    return Figure(
        value=value, qualifier=qualifier, low=low, high=high, counted=counted, denominator=whole
    )


def _limits(value: float, qualifier: Qualifier, step: float) -> tuple[float | None, float | None]:
    """Give the limits that a hedge sets; a count above n is n + 1 at least, an area is not."""
    match qualifier:
        case Qualifier.AT_LEAST:
            return value, None
        case Qualifier.OVER:
            return value + step, None
        case Qualifier.UP_TO:
            return None, value
        case Qualifier.UNDER:
            return None, value - step
        case Qualifier.ABOUT:
            return None, None
    return value, value


def _out_of(text: str) -> tuple[float | None, float | None]:
    """Read “40 of 8,000”, “one in ten”, “two thirds” or “30 per cent” as a part and a whole."""
    percent = re.fullmatch(r"(.+?)(?: per cent| percent| ?%)", text)
    if percent:
        return read_number(percent[1]), 100
    part, _, name = text.rpartition(" ")
    if name in PARTS:
        return 1.0 if part in {"", "a"} else read_number(part), PARTS[name]
    found = _OUT_OF.fullmatch(text)
    value, whole = (read_number(found[1]), read_number(found[2])) if found else (None, None)
    known = value is not None and whole is not None and value <= whole
    return (value, whole) if known else (None, None)


def _in_words(text: str) -> float | None:
    """Read a number in words: so many millions, so many thousands, and the rest."""
    text = re.sub(r"^an? ", "one ", text.replace("-", " "))
    if text.endswith("dozen"):
        return _dozens(text.removesuffix("dozen").strip())
    total = 0
    for scale in ("million", "thousand"):
        many, found, rest = text.partition(f" {scale}")
        if found:
            if many not in spelled():
                return None
            total, text = total + spelled()[many] * SCALES[scale], rest.strip()
    text = text.removeprefix("and ") if total else text
    if text in spelled():
        return float(total + spelled()[text])
    return float(total) if total and not text else None


def _dozens(many: str) -> float | None:
    if many in {"half a", "half one"}:
        return DOZEN / 2
    return float(spelled()[many] * DOZEN) if many in spelled() else None


@cache
def spelled() -> dict[str, int]:
    """Spell all numbers below two thousand, hundreds also as in “twelve hundred”."""
    below = dict(SMALL)
    for ten, number in TENS.items():
        below[ten] = number
        below |= {f"{ten} {one}": number + SMALL[one] for one in list(SMALL)[1:10]}
    found = dict(below)
    for many, hundreds in list(SMALL.items())[1:]:
        found[f"{many} hundred"] = 100 * hundreds
        for rest, number in list(below.items())[1:]:
            found[f"{many} hundred {rest}"] = 100 * hundreds + number
            found[f"{many} hundred and {rest}"] = 100 * hundreds + number
    return found
