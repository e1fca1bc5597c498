"""Sort: put items into categories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from helpers.article import WHOLE, Quote
from helpers.errors import KitError
from helpers.kinds.base import Exercise, Grade, Mark, NotAnAnswerError, Part, Taught, share
from helpers.records import Record

if TYPE_CHECKING:
    from helpers.dossier import Dossier
    from helpers.records import Claim
    from helpers.workbook import Answer


class Category(Record, frozen=True, kw_only=True):
    """A category. `tempts` says why an item lands here by mistake; `covers` names its words."""

    id: str
    text: str
    tempts: str
    misconception: str
    covers: tuple[str | int, ...] = ()
    sound: bool = False


class Item(Taught, frozen=True, kw_only=True):
    """An item: a sentence, a claim or a text; `also` names categories that are arguable."""

    sentence: str = ""
    claim: str = ""
    text: str = ""
    category: str = ""
    also: tuple[str, ...] = ()


class Sort(Exercise, frozen=True, kw_only=True, tag="sort"):
    """Items to sort; with `by`, the key comes from the claims of the article."""

    categories: tuple[Category, ...]
    items: tuple[Item, ...]
    by: Literal["", "kind", "proximity", "reliability", "credibility"] = ""

    @property
    def chance(self) -> float:
        """One in as many as there are categories."""
        return 1 / len(self.categories)

    def bind(self, dossier: Dossier) -> Sort:
        """Fill in each item's words and category from the claims."""
        return msgspec.structs.replace(
            self, items=tuple(self._bound(item, dossier) for item in self.items)
        )

    def read(self, answer: Answer) -> dict[str, str]:
        """Give the category chosen for each item."""
        known = {category.id for category in self.categories}
        chosen = {item.id: answer.get(item.id, [""])[-1:] for item in self.items}
        open_items = sum(not (value and value[0] in known) for value in chosen.values())
        if open_items:
            raise NotAnAnswerError(f"{open_items} of {len(self.items)} still wait for a place.")
        return {item: value[0] for item, value in chosen.items()}

    def mark(self, answer: Answer) -> Mark:
        """Mark item by item; arguable places count neither way."""
        chosen = self.read(answer)
        parts = tuple(self._part(item, chosen[item.id]) for item in self.items)
        return Mark(share(parts), parts)

    def judgements(self) -> tuple[bool, ...]:
        """Count each item as a judgement if a category says that a passage is sound."""
        sound = {category.id for category in self.categories if category.sound}
        return tuple(item.category in sound for item in self.items) if sound else ()

    def category(self, identity: str) -> Category:
        """Find a category by its id."""
        return next(category for category in self.categories if category.id == identity)

    def _part(self, item: Item, chosen: str) -> Part:
        right = chosen == item.category
        slip = self.category(chosen)
        wrong = not right and chosen not in item.also
        return item.part(
            Grade.RIGHT if right else Grade.WRONG if wrong else Grade.ARGUABLE,
            why=f"{slip.tempts} {item.why}" if wrong else item.why,
            first=slip.tempts if wrong else "",
            misconception=slip.misconception if wrong else "",
        )

    def _bound(self, item: Item, dossier: Dossier) -> Item:
        item = _worded(item, dossier)
        if not self.by:
            return item
        if item.claim:
            return self._keyed(item, (dossier.claim(item.claim),))
        quote = Quote(item.sentence, WHOLE)
        return self._keyed(item, dossier.home_of(quote).claims_in(quote.sentence))

    def _keyed(self, item: Item, claims: tuple[Claim, ...]) -> Item:
        """Take the key from the first claim; what the others say is arguable."""
        places = [self._covering(getattr(claim, self.by).value) for claim in claims]
        found = [place for place in places if place]
        if not found or not places[0]:
            message = f"{self.id}, {item.id}: no category covers what claims.yaml says of it."
            raise KitError(message)
        also = tuple(dict.fromkeys((*item.also, *found[1:])))
        return msgspec.structs.replace(
            item, category=found[0], also=tuple(p for p in also if p != found[0])
        )

    def _covering(self, value: str | int) -> str:
        return next((c.id for c in self.categories if value in c.covers), "")


def _worded(item: Item, dossier: Dossier) -> Item:
    """Give an item the words of its sentence, or the gist of its claim."""
    if item.sentence:
        return msgspec.structs.replace(item, text=dossier.quoted(Quote(item.sentence, WHOLE)))
    if item.claim and not item.text:
        return msgspec.structs.replace(item, text=dossier.claim(item.claim).gist)
    return item
