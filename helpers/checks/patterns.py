"""Patterns in keys: whoever guesses by the shape of the answers must gain nothing by it (R27)."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.flaws import Flaw
from helpers.kinds.choice import Choice
from helpers.kinds.sort import BoundSort, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.kinds.exercises import LessonExercises

ENOUGH = 6
"""With fewer questions than this, any shape may be chance."""
SHORT = 4
"""Fewer items in a row show no shape."""
MOST = 0.5
PAIR = 2


def patterns(exercises: LessonExercises) -> Iterator[Flaw]:
    """See that keys neither alternate nor climb, and that no rule of thumb finds the answer."""
    for written in exercises.file.exercises:
        if isinstance(written, Sort) and not written.on_article:
            try:
                bound = exercises.exercise(written.id)
            except KitError:  # a finding of its own
                continue
            if isinstance(bound, BoundSort) and _categories(bound) >= {*_key(bound)}:
                yield from _shape(bound)
    choices = [one for one in exercises.file.exercises if isinstance(one, Choice)]
    yield from _thumb([one for one in choices if not one.several])


def shape(key: Sequence[str], order: Sequence[str]) -> str:
    """Name the shape of a key, or give nothing; `order` is that of the categories.

    >>> shape("abab", "ab"), shape("abcd", "abcd"), shape("bbbaa", "ab"), shape("aabba", "ab")
    ('alternates', 'follows the categories', 'lists one category after the other', '')
    """
    kinds, places = len(set(key)), [order.index(one) for one in key]
    if len(key) < SHORT or kinds == 1:
        return ""
    if places in (sorted(places), sorted(places)[::-1]) and kinds == len(key):
        return "follows the categories"
    runs = 1 + sum(a != b for a, b in pairwise(key))
    if runs == kinds < len(key):
        return "lists one category after the other"
    return "alternates" if runs == len(key) and kinds == PAIR else ""


def _categories(sort: BoundSort) -> set[str]:
    return {category.id for category in sort.categories}


def _key(sort: BoundSort) -> list[str]:
    return [place.category for place in sort.places.values()]


def _shape(sort: BoundSort) -> Iterator[Flaw]:
    if found := shape(_key(sort), [category.id for category in sort.categories]):
        yield Flaw(sort.id, f"Its key {found}; mix the items.")


def _thumb(choices: Sequence[Choice]) -> Iterator[Flaw]:
    """See that neither the longest option nor one place is right too often."""
    right = [(choice, next((o for o in choice.options if o.right), None)) for choice in choices]
    found = [(choice, option) for choice, option in right if option]
    if len(found) < ENOUGH:
        return
    longest = sum(len(o.text) == max(len(each.text) for each in c.options) for c, o in found)
    if longest > MOST * len(found):
        says = f"The longest option is right in {longest} of {len(found)} choices; shorten some."
        yield Flaw("", says)
    places = Counter(c.options.index(o) for c, o in found)
    place, times = places.most_common(1)[0]
    if times > MOST * len(found):
        says = f"Option {place + 1} is right in {times} of {len(found)} choices; mix the options."
        yield Flaw("", says)
