"""One exercise on the page of a notebook, for the browser tests: see lab.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from helpers.kinds.base import Exercise

FIELDS = """(form) => Object.fromEntries([...form.elements]
    .filter((el) => el.name && el.type !== "hidden").map((el) => [el.name, el.type]))"""


class Card:
    """One exercise on the page. `piece` is all of it, with its status line."""

    def __init__(self, piece: Locator, exercise: Exercise) -> None:
        self.piece, self.exercise = piece, exercise
        self.page = piece.page
        self.form = self.find("form")
        self.text = self.find("textarea")
        self.feedback = self.find(".feedback")
        self.submit = self.find("form [type=submit]")
        self.missing = self.find("form .missing")
        self.status = self.find(".status[role=status]")  # or nobody hears of it
        self.said = self.find("form .said[role=status]")
        """What the marker says, beside the words."""

    def find(self, selector: str) -> Locator:
        """Find something in the card, and do not search JupyterLab's shadow trees for it."""
        return self.piece.locator(f"css:light={selector}")

    def control(self, name: str, value: str) -> Locator:
        """Find a radio button, check box or hidden field by name and value."""
        return self.find(f'form [name="{name}"][value="{value}"]')

    def written(self, name: str) -> Locator:
        """Find a box to write in."""
        return self.find(f'form :is(textarea, input[type=text])[name="{name}"]')

    def asked(self) -> list[str]:
        """Name the annotations that a side-swap brings back."""
        return (self.find("[name=asked]").get_attribute("value") or "").split(",")

    def fields(self) -> dict[str, str]:
        """Give the type of each field that waits for a hand, and is not carried along unseen."""
        found: dict[str, str] = self.form.evaluate(FIELDS)
        return found

    def pick(self, name: str, *values: str) -> None:
        """Click on options, as the mouse does."""
        for value in values:
            self.control(name, value).click()

    def sure(self) -> None:
        """Say that one is as sure as can be; where nobody asks, say nothing."""
        for step in self.exercise.confidence_steps()[-1:]:
            self.pick("_sure", str(step))

    def button(self, name: str) -> Locator:
        """Find a button by its text."""
        return self.piece.get_by_role("button", name=name, exact=True)

    def commit(self) -> None:
        """Press the button that keeps the answer."""
        self.submit.click()

    def answered(self) -> None:
        """Wait until there is feedback, which takes the focus."""
        self.feedback.wait_for()  # `expect` alone would describe the whole page while it waits
        expect(self.feedback).to_be_focused()

    def word(self, number: int) -> Locator:
        """Find a word of a passage to annotate."""
        return self.find("form .word").nth(number)

    def drag(self, first: int, last: int) -> None:
        """Drag over words with the mouse."""
        # Settled first: a page that moves under the mouse ends a drag.
        self.find("form .words").scroll_into_view_if_needed()
        self.hover(first)
        self.page.mouse.down()
        expect(self.word(first)).to_be_focused()
        self.hover(last)
        self.page.mouse.up()

    def hover(self, number: int) -> None:
        """Move the mouse to the middle of a word: the small label above it belongs to nobody."""
        box = self.word(number).bounding_box()
        assert box
        middle = {"x": box["width"] / 2, "y": box["height"] / 2}
        # An edge's handle may lie on the word, and lets the mouse through.
        self.word(number).hover(position=middle, force=True)  # type: ignore[arg-type]

    def focused_word(self) -> int:
        """Give the number of the word in focus, or -1."""
        number: int = self.form.evaluate(
            "(form) => [...form.querySelectorAll('.word')].indexOf(document.activeElement)"
        )
        return number

    def first_control(self) -> Locator:
        """Find what Tab reaches first in this card."""
        return self.find(":is(input, textarea, button, summary):visible").first

    def edge(self, which: str) -> Locator:
        """Find the handle at the first word or at the last of the mark under the hand."""
        return self.find(f"form .edge[data-edge={which}]")

    def row(self, item: str) -> Locator:
        """Find an item of an ordered list."""
        return self.find(f'form li:has([value="{item}"])')

    def annotations(self) -> list[str]:
        """Give the annotations as the form would send them."""
        return self._values("annotation")

    def order(self) -> list[str]:
        """Give the ids of an ordered list as it stands."""
        return self._values("order")

    def _values(self, name: str) -> list[str]:
        found: list[str] = self.find(f'form [name="{name}"]').evaluate_all(
            "(fields) => fields.map((field) => field.value)"
        )
        return found
