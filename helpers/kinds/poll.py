"""Poll: an opinion before and after, without a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.base import Ungraded, only
from helpers.kinds.choice import CHOOSE_ONE
from helpers.records import Record

if TYPE_CHECKING:
    from helpers.workbook import Answer


class View(Record, frozen=True, kw_only=True):
    """One view that can be taken; `says` tells what it rests on."""

    id: str
    text: str
    says: str


class Poll(Ungraded, frozen=True, kw_only=True, tag="poll"):
    """A question without a key."""

    options: tuple[View, ...]
    after: str

    def read(self, answer: Answer) -> str:
        """Give the id of the view that was taken."""
        return only(answer, "option", {option.id for option in self.options}, CHOOSE_ONE)

    def view(self, identity: str) -> View:
        """Find a view by its id."""
        return next(option for option in self.options if option.id == identity)
