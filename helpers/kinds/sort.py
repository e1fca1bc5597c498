"""Sort: put items into categories."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal

import msgspec

from helpers.errors import KitError
from helpers.flaws import Flaw, filled
from helpers.kinds.base import (
    Exercise,
    Feedback,
    Mark,
    Outcome,
    WithFeedback,
    one_each,
    share_right,
)
from helpers.kinds.effort import SECOND_TRIES, Effort, several
from helpers.kinds.effort import words as count
from helpers.kinds.parts import Parts
from helpers.texts.article import WHOLE, Quote
from helpers.texts.records import Claim, Record
from helpers.texts.vocabulary import WORST
from helpers.words import answer_text as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.texts.dossier import Dossier
    from helpers.workbook import Answer


SENTENCE = re.compile(r"(?:[\w-]+/)?S\d+")
COLOURS = 6
"""So many grounds can be told apart, in both themes."""


class Category(Record, frozen=True, kw_only=True):
    """A category; `covers` names the words of the vocabulary that belong here."""

    id: str
    text: str
    covers: tuple[str | int, ...] = ()
    sound: bool = False


class Tempting(Record, frozen=True, kw_only=True):
    """Why one item lands in one wrong category, and the slip that this shows."""

    slip: str
    why: str


class Item(WithFeedback, frozen=True, kw_only=True):
    """An item: a sentence, a claim or a text.

    `also` names categories that are arguable, `tempting` those where a slip is known (R12).
    """

    sentence: str = ""
    claim: str = ""
    text: str = ""
    category: str = ""
    also: tuple[str, ...] = ()
    tempting: dict[str, Tempting] = msgspec.field(default_factory=dict)


class Place(msgspec.Struct, frozen=True):
    """What binding finds out about an item: its words, where it belongs, what is arguable."""

    text: str
    category: str
    also: tuple[str, ...]


class Sort(Exercise, frozen=True, kw_only=True, tag="sort"):
    """Items to sort; with `by`, the key comes from the claims of the article.

    Items are shuffled for each student, unless they come `in_order`; `on_article` shows them as
    the article itself, coloured as it fills.
    """

    categories: tuple[Category, ...]
    items: tuple[Item, ...]
    by: Literal["", "kind", "proximity", "reliability", "credibility"] = ""
    in_order: bool = False
    on_article: bool = False

    @property
    def chance(self) -> float:
        """One in as many as there are categories."""
        return 1 / len(self.categories)

    def bind(self, dossier: Dossier) -> BoundSort:
        """Find each item's words, and its category in the claims."""
        places = {item.id: self._place(item, dossier) for item in self.items}
        return BoundSort(places=places, **msgspec.structs.asdict(self))

    def category(self, identity: str) -> Category:
        """Find a category by its id."""
        return next(category for category in self.categories if category.id == identity)

    def slips(self) -> frozenset[str]:
        """Name the slip of every tempting place."""
        return frozenset(one.slip for item in self.items for one in item.tempting.values())

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add the categories, and each item with its feedback."""
        named = count(*(category.text for category in self.categories))
        texts = sum(count(_words_of(item, dossier)) for item in self.items)
        # On the article, the reasons for what was right stay folded.
        share = SECOND_TRIES if self.on_article else 1
        reasons = share * sum(item.length() for item in self.items)
        mine = Effort(named + texts + reasons, several(len(self.items)))
        return super().effort(dossier, repeated=repeated) | mine

    def taught(self) -> tuple[WithFeedback, ...]:
        """Give the items."""
        return self.items

    def parts(self) -> tuple[Parts, ...]:
        """Give the categories and the items; where there is one of either, nothing is sorted."""
        items = tuple((one.id, one.text or one.sentence or one.claim) for one in self.items)
        return (
            Parts("categories", tuple((one.id, one.text) for one in self.categories), least=2),
            Parts("items", items, least=2),
        )

    def fields(self) -> tuple[str, ...]:
        """Name each item."""
        return tuple(item.id for item in self.items)

    def flaws(self, dossier: Dossier, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that items go into categories that are there, and no category waits in vain."""
        yield from super().flaws(dossier, before)
        for category in self.categories:
            yield from filled(f"{self.id}, {category.id}", text=category.text)
        for item in self.items:
            yield from self._item_flaws(item)
        yield from self._cover_flaws() if self.by else self._waiting()
        yield from self._map_flaws() if self.on_article else ()
        for item in self.items:
            yield from self._sound_flaws(item, dossier)
            yield from self._tempting_flaws(item, dossier)

    def _item_flaws(self, item: Item) -> Iterator[Flaw]:
        place, ids = f"{self.id}, {item.id}", {category.id for category in self.categories}
        if not (item.sentence or item.claim or item.text):
            yield Flaw(place, "It shows nothing; give it a sentence, a claim or a text.")
        if self.by and item.category:
            says = f"Its place comes from claims.yaml (by: {self.by}); take out category."
            yield Flaw(place, says)
        if not self.by and item.category not in ids:
            yield Flaw(place, f"There is no category “{item.category}”; name one of this exercise.")
        for other in item.also:
            if other not in ids or other == item.category:
                says = f"“{other}” under also is no other category; name one or remove it."
                yield Flaw(place, says)

    def _map_flaws(self) -> Iterator[Flaw]:
        """See that each item is a sentence to colour, and that there is a colour for each voice."""
        for item in self.items:
            if not SENTENCE.fullmatch(item.sentence):
                says = (
                    "It is no sentence to colour; give it one, such as S1, or take out on_article."
                )
                yield Flaw(f"{self.id}, {item.id}", says)
        if len(self.categories) > COLOURS:
            yield Flaw(self.id, f"There are colours for {COLOURS} categories; give fewer.")

    def _tempting_flaws(self, item: Item, dossier: Dossier) -> Iterator[Flaw]:
        """See that what tempts is wrong, and says why."""
        if not item.tempting:
            return
        place = self._place(item, dossier)
        wrong = {category.id for category in self.categories} - {place.category, *place.also}
        for name, tempting in item.tempting.items():
            here = f"{self.id}, {item.id}, {name}"
            yield from filled(here, why=tempting.why)
            if name not in wrong:
                yield Flaw(here, "This is no wrong place; name a category that is, or take it out.")

    def _sound_flaws(self, item: Item, dossier: Dossier) -> Iterator[Flaw]:
        """See that nothing is sorted as sound of which its own claim is not called so."""
        sound = any(one.sound for one in self.categories if one.id == item.category)
        if not sound or not (item.sentence or item.claim):
            return
        # The first claim is the main one of its sentence.
        for claim in _claims_of(item, dossier)[:1]:
            if not claim.sound:
                says = (
                    f"It is sorted as sound, and claims.yaml does not call {claim.id} sound; "
                    "mend one of the two."
                )
                yield Flaw(f"{self.id}, {item.id}", says)

    def _waiting(self) -> Iterator[Flaw]:
        used = {item.category for item in self.items}
        for category in sorted({category.id for category in self.categories} - used):
            says = "No item belongs here; add one, or take the category out."
            yield Flaw(f"{self.id}, {category}", says)

    def _cover_flaws(self) -> Iterator[Flaw]:
        """See that categories cover words of the vocabulary, and no word twice."""
        fields = {field.name: field.type for field in msgspec.structs.fields(Claim)}
        known = {term.value for term in fields[self.by]}
        for category in self.categories:
            place = f"{self.id}, {category.id}"
            if not category.covers:
                says = "It covers nothing; list the words of claims.yaml that belong here."
                yield Flaw(place, says)
            for word in (word for word in category.covers if word not in known):
                listed = ", ".join(sorted(map(str, known)))
                yield Flaw(place, f"“{word}” under covers is not in the vocabulary; use {listed}.")
            for term in (term for term in fields[self.by] if category.sound and term in WORST):
                if term.value in category.covers:
                    says = f"It is called sound and covers “{term.value}”; take one of them out."
                    yield Flaw(place, says)
        times = Counter(word for category in self.categories for word in category.covers)
        for word in (word for word, number in times.items() if number > 1):
            yield Flaw(self.id, f"Two categories cover “{word}”; leave it in one of them.")

    def _place(self, item: Item, dossier: Dossier) -> Place:
        text = _words_of(item, dossier)
        if not self.by:
            return Place(text, item.category, item.also)
        claims = _claims_of(item, dossier)
        # The first claim is the main one of its sentence; what the others say is arguable.
        places = [self._covering(getattr(claim, self.by).value) for claim in claims]
        found = [place for place in places if place]
        if not found or not places[0]:
            message = f"{self.id}, {item.id}: no category covers what claims.yaml says of it."
            raise KitError(message)
        also = dict.fromkeys((*item.also, *found[1:]))
        return Place(text, found[0], tuple(place for place in also if place != found[0]))

    def _covering(self, value: str | int) -> str:
        return next((c.id for c in self.categories if value in c.covers), "")


class BoundSort(Sort, frozen=True, kw_only=True, tag="sort"):
    """A sort with its key: where each item belongs."""

    places: dict[str, Place]

    def read(self, answer: Answer) -> dict[str, str]:
        """Give the category chosen for each item."""
        known = [category.id for category in self.categories]
        return one_each(answer, self.fields(), known, self._place_first)

    def mark(self, read: dict[str, str]) -> Mark:
        """Mark item by item; arguable places count neither way."""
        # In the order of the exercise, whatever order the page sent.
        feedback = tuple(self._feedback(item, read[item.id]) for item in self.items)
        return Mark(share_right(feedback), feedback)

    def judgements(self) -> tuple[bool, ...]:
        """Count each item as a judgement if a category says that a passage is sound."""
        sound = {category.id for category in self.categories if category.sound}
        return tuple(place.category in sound for place in self.places.values()) if sound else ()

    def _place_first(self, item: str, to_do: str) -> str:
        what = words.VOICE if self.on_article else words.PLACE
        return words.place_first(self.places[item].text, to_do, what=what)

    def _feedback(self, item: Item, chosen: str) -> Feedback:
        place = self.places[item.id]
        if chosen == place.category:
            return item.feedback(Outcome.RIGHT)
        if chosen in place.also:
            return item.feedback(Outcome.ARGUABLE)
        tempting = item.tempting.get(chosen)
        why = f"{tempting.why} {item.why}" if tempting else item.why
        slip = tempting.slip if tempting else ""
        return item.feedback(Outcome.WRONG, why=why, first=why, slip=slip)


def _words_of(item: Item, dossier: Dossier) -> str:
    """Give the words of an item's sentence, or the gist of its claim, or its own text."""
    if item.sentence:
        return dossier.quoted(Quote(item.sentence, WHOLE))
    return item.text or (dossier.claim(item.claim).gist if item.claim else "")


def _claims_of(item: Item, dossier: Dossier) -> tuple[Claim, ...]:
    if item.claim:
        return (dossier.claim(item.claim),)
    quote = Quote(item.sentence, WHOLE)
    return dossier.home_of(quote).claims_in(quote.sentence)
