"""One exercise on the page of a notebook, for the browser tests: see lab.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from helpers.kinds.base import Exercise


class Card:
    """One exercise on the page. `piece` is all of it, with its status line."""

    def __init__(self, piece: Locator, exercise: Exercise) -> None:
        self.piece, self.exercise = piece, exercise
        self.page = piece.page
        self.form = piece.locator("form")
        self.text = piece.locator("textarea")
        self.feedback = piece.locator(".feedback")
        self.status = piece.locator(".status")

    def control(self, name: str, value: str) -> Locator:
        """Find a radio button, check box or hidden field by name and value."""
        return self.form.locator(f'[name="{name}"][value="{value}"]')

    def written(self, name: str) -> Locator:
        """Find a box to write in."""
        return self.form.locator(f'textarea[name="{name}"], input[type=text][name="{name}"]')

    def asked(self) -> list[str]:
        """Name the marks that a side-swap brings back."""
        return (self.form.locator("[name=asked]").get_attribute("value") or "").split(",")

    def writes(self, name: str) -> bool:
        """Tell whether a field is a box to write in."""
        return self.written(name).count() > 0

    def waits(self, name: str) -> bool:
        """Tell whether a field still waits for a hand, and is not carried along unseen."""
        return self.form.locator(f'[name="{name}"]:not([type=hidden])').count() > 0

    def pick(self, name: str, *values: str) -> None:
        """Click on options, as the mouse does."""
        for value in values:
            self.control(name, value).click()

    def sure(self, percent: int | None = None) -> None:
        """Say how sure, the surest step unless told; where nobody asks, say nothing."""
        for step in self.exercise.confidence_steps()[-1:]:
            self.pick("confidence", str(percent or step))

    def button(self, name: str) -> Locator:
        """Find a button by its text."""
        return self.piece.get_by_role("button", name=name, exact=True)

    def commit(self) -> None:
        """Press the button that keeps the answer."""
        self.form.locator("[type=submit]").click()

    def word(self, number: int) -> Locator:
        """Find a word of a passage to mark."""
        return self.form.locator(".word").nth(number)

    def drag(self, first: int, last: int) -> None:
        """Drag over words with the mouse."""
        self.hover(first)
        self.page.mouse.down()
        self.hover(last)
        self.page.mouse.up()

    def hover(self, number: int) -> None:
        """Move the mouse to the middle of a word: the small label above it belongs to nobody."""
        box = self.word(number).bounding_box()
        assert box
        middle = {"x": box["width"] / 2, "y": box["height"] / 2}
        self.word(number).hover(position=middle)  # type: ignore[arg-type]

    def focused_word(self) -> int:
        """Give the number of the word in focus, or -1."""
        number: int = self.form.evaluate(
            "(form) => [...form.querySelectorAll('.word')].indexOf(document.activeElement)"
        )
        return number

    def first_control(self) -> Locator:
        """Find what Tab reaches first in this card."""
        return self.piece.locator(
            "input:visible, textarea:visible, button:visible, summary:visible"
        ).first

    def join_last(self, label: str) -> Locator:
        """Find the button that adds a piece to the last mark of a label."""
        return self.form.locator(f".marks li:has(.ink.{label}) [data-act=piece]").last

    def row(self, item: str) -> Locator:
        """Find an item of an ordered list."""
        return self.form.locator("li", has=self.page.locator(f'[value="{item}"]'))

    def marks(self) -> list[str]:
        """Give the marks as the form would send them."""
        fields = self.form.locator('[name="mark"]').all()
        return [one.get_attribute("value") or "" for one in fields]

    def order(self) -> list[str]:
        """Give the ids of an ordered list as it stands."""
        fields = self.form.locator('[name="order"]').all()
        return [one.get_attribute("value") or "" for one in fields]
