"""Test forms: parallel sets of items on parallel reports, each with its key in a file apart.

`lessons/forms/` holds what every student may see, `lessons/keys/` what is right and why. Where the
keys were taken out, everything but the results works.
"""

from __future__ import annotations

import random
import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

import msgspec

from helpers.errors import KitError
from helpers.kinds.choice import Choice, Option
from helpers.kinds.item import Item
from helpers.kinds.registry import AnyExercise
from helpers.texts.article import Quote
from helpers.texts.dossier import by_id
from helpers.texts.files import is_there, read_yaml
from helpers.texts.records import Record
from helpers.texts.worked import Worked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from helpers.kinds.base import Exercise
    from helpers.workbook import Event

FORMS, KEYS, BLUEPRINT, PLACES = "forms", "keys", "blueprint.yaml", "places.yaml"


class FormPlan(Record, frozen=True, kw_only=True):
    """Which of several forms a lesson puts; never the one that was put in the lesson `not_as`.

    `results` tells whether the lesson shows at its end how the tests went.
    """

    forms: tuple[str, ...]
    not_as: str = ""
    results: bool = False


class Skill(Record, frozen=True, kw_only=True):
    """One of the six skills that a form tests."""

    id: str
    name: str


class Place(Record, frozen=True, kw_only=True):
    """One place of every form, and the skill that its item tests."""

    id: str
    skill: str


class Blueprint(Record, frozen=True, kw_only=True):
    """What all forms have in common; `every` is asked at the end of each."""

    skills: tuple[Skill, ...]
    places: tuple[Place, ...]
    every: tuple[AnyExercise, ...]


class FormFile(Record, frozen=True, kw_only=True):
    """The items of a form, on one article; `other_words` stand in no text, each with whose."""

    form: str
    article: str
    items: tuple[Item, ...]
    other_words: dict[str, str] = msgspec.field(default_factory=dict)


class OptionKey(Record, frozen=True, kw_only=True):
    """What is said of one option, once the test is over."""

    verdict: str
    why: str
    words: tuple[Quote, ...] = ()
    slip: str = ""


class ItemKey(Record, frozen=True, kw_only=True):
    """The key of one item: the right option, and what is said of each."""

    id: str
    right: str
    settle: str
    options: dict[str, OptionKey]
    reviewed: str = ""


class KeyFile(Record, frozen=True, kw_only=True):
    """The key of a form, with the words and numbers that stand in no text."""

    form: str
    items: tuple[ItemKey, ...]
    other_words: dict[str, str] = msgspec.field(default_factory=dict)
    numbers: tuple[Worked, ...] = ()


class PlaceKey(Record, frozen=True, kw_only=True):
    """What the item of a place tests, and the card `again` where that is practised."""

    id: str
    name: str
    again: str


class PlacesFile(Record, frozen=True, kw_only=True):
    """What all places test. It stands among the keys: it tells which passages are weak."""

    places: tuple[PlaceKey, ...]


class Form:
    """One form of the test; its key is read only when somebody asks for it."""

    def __init__(self, lessons: Path, identity: str, keys: Path | None = None) -> None:
        """Read the form and the blueprint, and leave the key; `keys` is where it is kept."""
        self.id = identity
        self.path = lessons / FORMS / f"{identity}.yaml"
        self.key_path = (keys or lessons / KEYS) / f"{identity}.yaml"
        self.file = read_yaml(self.path, FormFile)
        self.blueprint = open_blueprint(lessons)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Give the items, each on the article of the form."""
        article = self.file.article
        return tuple(msgspec.structs.replace(one, article=article) for one in self.file.items)

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Give all that the form asks: its items, and what every form asks."""
        return (*self.items, *self.blueprint.every)

    @property
    def has_key(self) -> bool:
        """Tell whether its key is there, without reading it."""
        return is_there(self.key_path)

    @cached_property
    def key(self) -> KeyFile | None:
        """Give the key, if it is there."""
        return read_yaml(self.key_path, KeyFile) if self.has_key else None

    @cached_property
    def places(self) -> tuple[PlaceKey, ...]:
        """Give what each place tests, in the order of their file."""
        return read_yaml(self.key_path.with_name(PLACES), PlacesFile).places

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """Give the items with their key as choices; none where there is no key."""
        keys = self.key.items if self.key else ()
        missing = f"{self.key_path.name} has no key for"
        return tuple(keyed(one, by_id(keys, one.id, missing)) for one in self.items if keys)

    def place(self, item: str) -> str:
        """Name the place of an item: what is left of its id without the form."""
        return item.removeprefix(f"{self.id}-")

    def in_order(self, seed: str) -> tuple[Exercise, ...]:
        """Give what one student is asked: the items in an order of her own, then the rest."""
        mixed = list(self.items)
        random.Random(f"{self.id}/{seed}").shuffle(mixed)  # noqa: S311 - no secret
        return (*mixed, *self.blueprint.every)


def keyed(item: Item, key: ItemKey) -> Choice:
    """Put an item and its key together: a choice that asks how sure one is."""
    if {*key.options} != {option.id for option in item.options}:
        raise KitError(f"The key of {item.id} has other options than the item; mend one of them.")
    options = tuple(
        Option(
            id=option.id,
            text=option.text,
            sound=option.sound,
            right=option.id == key.right,
            verdict=key.options[option.id].verdict,
            why=key.options[option.id].why,
            words=key.options[option.id].words,
            slip=key.options[option.id].slip,
        )
        for option in item.options
    )
    return Choice(
        id=item.id,
        ask=item.ask,
        note=item.note,
        show=item.show,
        article=item.article,
        settle=key.settle,
        options=options,
        sure=True,
        reviewed=key.reviewed,
    )


@cache
def open_form(lessons: Path, identity: str, keys: Path | None = None) -> Form:
    """Open one form of the test, with its key in the lessons’ folder or in `keys`."""
    return Form(lessons, identity, keys)


@cache
def open_blueprint(lessons: Path) -> Blueprint:
    """Read what all forms have in common."""
    return read_yaml(lessons / FORMS / BLUEPRINT, Blueprint)


def form_of(plan: FormPlan, lesson: str, events: Sequence[Event], seed: str) -> str:
    """Name the form that a student has in a lesson: the one begun, or else the one drawn for her.

    Half of a class begins with one form and half with the other, drawn by code name.
    """
    begun = _begun(plan.forms, lesson, events)
    if begun:
        return begun
    if not plan.not_as:
        return drawn(plan.forms, seed)
    before = form_of(FormPlan(forms=plan.forms), plan.not_as, events, seed)
    return next((form for form in plan.forms if form != before), before)


def drawn(forms: Sequence[str], seed: str) -> str:
    """Draw a form by the code name.

    A number at its end decides, so that code names which count up divide a class into halves.

    >>> drawn("ab", "amber-1"), drawn("ab", "amber-2"), drawn("ab", "amber-3")
    ('b', 'a', 'b')
    """
    number = re.search(r"\d+$", seed)
    chance = random.Random(f"form/{seed}")  # noqa: S311 - no secret
    at = int(number[0]) if number else chance.randrange(len(forms))
    return forms[at % len(forms)]


def _begun(forms: Iterable[str], lesson: str, events: Sequence[Event]) -> str:
    """Name the form of the first answer that was given in a lesson."""
    answered = (e.exercise for e in events if e.what == "answer" and e.lesson == lesson)
    known = tuple(forms)
    found = (form for name in answered for form in known if name.startswith(f"{form}-"))
    return next(found, "")
