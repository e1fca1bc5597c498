"""Number phrases: “at least 40”, “several hundred”, “between 10 and 20”, read or left unread.

What is not understood is never guessed: `read_phrase` gives None.
"""

from __future__ import annotations

import re
from functools import cache
from math import inf

from helpers.topics.casualties import Bounds

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
    "least": ("at least", "no fewer than", "not fewer than", "no less than", "not less than",
              "a minimum of"),
    "over": ("more than", "over", "above", "in excess of", "upwards of"),
    "most": ("up to", "at most", "no more than", "not more than", "as many as", "a maximum of"),
    "under": ("fewer than", "less than", "under", "below"),
    "about": ("about", "around", "roughly", "some", "approximately", "nearly", "almost",
              "close to"),
    "exactly": ("exactly", "precisely"),
}  # fmt: skip
ENDS = (" or more", " and more", "-plus", "+")
NOUNS = ("killed", "dead", "deaths", "wounded", "injured", "missing", "captured", "casualties",
         "soldiers", "troops", "people", "of us", "of them")  # fmt: skip
LONGEST = 100
"""Letters of a number, in digits or in words."""
_SPACE = re.compile(r"[\s\u00a0\u2009\u202f]+")
_NUMERAL = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+(?:\.\d{1,2})?")
_BETWEEN = re.compile(r"(?:between (.+) and|from (.+) to|(.+?) to|(.+?) ?[–-]) ?(.+)")


def read_phrase(phrase: str) -> Bounds | None:
    """Read a whole phrase as what it allows at the least and at the most, or leave it unread.

    “About 40” allows anything near 40, and nobody knows how near: it sets no limit.

    >>> read_phrase("at least 40"), read_phrase("more than 40 killed")
    (Bounds(low=40.0, high=inf), Bounds(low=41.0, high=inf))
    >>> read_phrase("umpteen") is None
    True
    """
    plain = _SPACE.sub(" ", phrase).strip(" .,;:“”\"'").casefold()
    hedge, text = _without_hedge(_without_noun(plain))
    if not hedge and text in VAGUE:
        return Bounds(*VAGUE[text])
    # “At least 10 to 20” says two things at once; it is left unread.
    between = _between(text) if hedge in {"", "about"} else None
    if between:
        return between
    value = read_number(text)
    return None if value is None else _limits(value, hedge)


def read_number(text: str) -> float | None:
    """Read a number in digits or in words, or leave it unread.

    >>> read_number("three thousand two hundred and one"), read_number("1,294")
    (3201.0, 1294.0)
    """
    # No number that people write is longer, and very long digits are no number for a computer.
    if len(text) > LONGEST:
        return None
    if _NUMERAL.fullmatch(text):
        return float(text.replace(",", "").replace(" ", ""))
    scaled = re.fullmatch(rf"({_NUMERAL.pattern}) (hundred|thousand|million)", text)
    if scaled:
        return float(scaled[1].replace(",", "").replace(" ", "")) * SCALES[scaled[2]]
    return _in_words(text)


def _without_noun(plain: str) -> str:
    """Take what is counted off a phrase; what it is, the chart says."""
    noun = next((noun for noun in NOUNS if plain.endswith(f" {noun}")), "")
    return plain.removesuffix(f" {noun}") if noun else plain


def _without_hedge(plain: str) -> tuple[str, str]:
    """Give the hedge of a phrase by its name, or "", and the rest."""
    for hedge, starts in HEDGES.items():
        for start in starts:
            if plain.startswith(f"{start} "):
                return hedge, plain[len(start) + 1 :]
    end = next((end for end in ENDS if plain.endswith(end)), "")
    return ("least", plain.removesuffix(end)) if end else ("", plain)


def _between(text: str) -> Bounds | None:
    found = _BETWEEN.fullmatch(text)
    if not found:
        return None
    *starts, end = found.groups()
    low, high = read_number(next(filter(None, starts))), read_number(end)
    return Bounds(low, high) if low is not None and high is not None and low < high else None


def _limits(value: float, hedge: str) -> Bounds:
    """Give the limits that a hedge sets; a count above n is n + 1 at least, a fraction is not."""
    # Counts come whole; square kilometres need not.
    step = 1 if value == int(value) else 0
    match hedge:
        case "least":
            return Bounds(value, inf)
        case "over":
            return Bounds(value + step, inf)
        case "most":
            return Bounds(0, value)
        case "under":
            return Bounds(0, value - step)
        case "about":
            return Bounds(0, inf)
    return Bounds(value, value)


def _in_words(text: str) -> float | None:
    """Read a number in words: so many millions, so many thousands, and the rest."""
    text = re.sub(r"^an? ", "one ", text.replace("-", " "))
    if text.endswith("dozen"):
        return _dozens(text.removesuffix("dozen").strip())
    total = 0
    for scale in ("million", "thousand"):
        many, found, rest = text.partition(f" {scale}")
        if found:
            # “Umpteen thousand” is no number, and half a reading would be worse than none.
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
