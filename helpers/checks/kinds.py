"""What each kind with a key asks for; the marker has a file of its own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from helpers.checks.finding import Flaw
from helpers.checks.rules import filled, unique
from helpers.records import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.kinds.choice import Choice
    from helpers.kinds.order import Order
    from helpers.kinds.sort import Category, Item, Sort


def choice(exercise: Choice) -> Iterator[Flaw]:
    """See that a choice has a right option, and just one unless several can be chosen."""
    right = [option.id for option in exercise.options if option.right]
    if not right:
        yield Flaw(exercise.id, "No option is right; mark one with right: true.")
    if len(right) > 1 and not exercise.several:
        names = " and ".join(right)
        says = f"More than one is right ({names}); keep one, or set several: true."
        yield Flaw(exercise.id, says)
    for option in exercise.options:
        item = f"{exercise.id}, {option.id}"
        yield from filled(item, text=option.text)
        if option.right and option.arguable:
            yield Flaw(item, "It is right and arguable at once; keep one of the two.")


def sort(exercise: Sort) -> Iterator[Flaw]:
    """See that items go into categories that are there, and no category waits in vain."""
    ids = {category.id for category in exercise.categories}
    yield from unique((category.id for category in exercise.categories), exercise.id)
    for category in exercise.categories:
        place = f"{exercise.id}, {category.id}"
        yield from filled(place, text=category.text, tempts=category.tempts)
    for item in exercise.items:
        yield from _item(exercise, item, ids)
    yield from _covers(exercise) if exercise.by else _waiting(exercise, ids)


def _item(exercise: Sort, item: Item, ids: set[str]) -> Iterator[Flaw]:
    place = f"{exercise.id}, {item.id}"
    if not (item.sentence or item.claim or item.text):
        yield Flaw(place, "It shows nothing; give it a sentence, a claim or a text.")
    if exercise.by and item.category:
        says = f"Its place comes from claims.yaml (by: {exercise.by}); take out category."
        yield Flaw(place, says)
    if not exercise.by and item.category not in ids:
        yield Flaw(place, f"There is no category “{item.category}”; name one of this exercise.")
    for other in item.also:
        if other not in ids or other == item.category:
            yield Flaw(place, f"“{other}” under also is no other category; name one or remove it.")


def _waiting(exercise: Sort, ids: set[str]) -> Iterator[Flaw]:
    used = {item.category for item in exercise.items}
    for category in sorted(ids - used):
        says = "No item belongs here; add one, or take the category out."
        yield Flaw(f"{exercise.id}, {category}", says)


def _covers(exercise: Sort) -> Iterator[Flaw]:
    """See that categories cover words of the vocabulary, and no word twice."""
    fields = {field.name: field.type for field in msgspec.structs.fields(Claim)}
    known = {word.value for word in fields[exercise.by]}
    times = Counter(word for category in exercise.categories for word in category.covers)
    for category in exercise.categories:
        yield from _covering(exercise.id, category, known)
    for word in (word for word, number in times.items() if number > 1):
        yield Flaw(exercise.id, f"Two categories cover “{word}”; leave it in one of them.")


def _covering(exercise: str, category: Category, known: set[str | int]) -> Iterator[Flaw]:
    place = f"{exercise}, {category.id}"
    if not category.covers:
        yield Flaw(place, "It covers nothing; list the words of claims.yaml that belong here.")
    for word in category.covers:
        if word not in known:
            says = f"“{word}” under covers is not in the vocabulary; use {_listed(known)}."
            yield Flaw(place, says)


def _listed(words: set[str | int]) -> str:
    return ", ".join(sorted(map(str, words)))


def order(exercise: Order) -> Iterator[Flaw]:
    """See that slips and ties name items, and that a slip is a wrong order."""
    places = {item.id: place for place, item in enumerate(exercise.items)}
    ties = {frozenset(tie) for tie in exercise.ties}
    if not exercise.slips:
        yield Flaw(exercise.id, "It has no slip; name one tempting wrong order under slips.")
    for tie in exercise.ties:
        if not {*tie} <= {*places} or tie[0] == tie[1]:
            yield Flaw(exercise.id, f"The tie {tie} does not name two items; mend the ids.")
    for slip in exercise.slips:
        item = f"{exercise.id}, {slip.put} before {slip.before}"
        yield from filled(item, why=slip.why)
        if not {slip.put, slip.before} <= {*places}:
            yield Flaw(item, "The slip does not name two items; mend the ids.")
        elif places[slip.put] <= places[slip.before] or {slip.put, slip.before} in ties:
            yield Flaw(item, "This is no wrong order; turn the slip round or take it out.")
