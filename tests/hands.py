"""Two ways to fill in a card: by mouse, and by keyboard alone. Both take the same answer.

Mouse().fill(card, right_answer(card.exercise))
Keys().fill(card, right_answer(card.exercise))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lab import Card

    from helpers.workbook import Answer

MANY = 400
"""More presses of one key than any card needs: a control that is not found by then cannot be."""
DRAWN = frozenset({"version"})
"""Fields that no hand fills in: the kit has drawn them."""
FOCUSED = "() => { const el = document.activeElement; return [el.name ?? '', el.value ?? '']; }"
WHERE = """(piece, selector) => {
    const focused = document.activeElement;
    if (!piece.contains(focused)) return "lost";
    if (focused.matches(selector)) return "here";
    const after = focused.compareDocumentPosition(piece.querySelector(selector)) & 4;
    return after ? "ahead" : "behind";
}"""


def label_of(line: str) -> str:
    """Read the label of a mark.

    >>> label_of("cue 10-14 20-30")
    'cue'
    """
    return line.partition(" ")[0]


def spans(card: Card, line: str) -> list[tuple[int, int]]:
    """Read a mark such as `cue 10-14 20-30` as word numbers, first and last of each piece."""
    tokens = [span for span, _ in card.exercise.tokens]  # type: ignore[attr-defined]
    first = {str(span.start): number for number, span in enumerate(tokens)}
    last = {str(span.end): number for number, span in enumerate(tokens)}
    pieces = [piece.split("-") for piece in line.split()[1:]]
    return [(first[start], last[end]) for start, end in pieces]


class Mouse:
    """Fills in a card with clicks and drags."""

    def fill(self, card: Card, answer: Answer) -> None:
        """Fill in an answer and the greatest confidence."""
        card.form.wait_for()
        for name, values in answer.items():
            if name == "order":
                self.order(card, values)
            elif name == "mark":
                for line in values:
                    self.mark(card, line)
            elif card.writes(name):
                card.written(name).fill(values[0])
            elif name not in DRAWN and card.waits(name):
                for value in values:
                    card.control(name, value).click()
        card.sure()

    def commit(self, card: Card) -> None:
        """Keep the answer."""
        card.commit()

    def order(self, card: Card, wanted: list[str]) -> None:
        """Move each item up to its place with its button."""
        for place, item in enumerate(wanted):
            for _ in range(card.order().index(item) - place):
                card.row(item).locator('[data-do="up"]').click()

    def mark(self, card: Card, line: str) -> None:
        """Drag over each piece; further ones join the first."""
        card.pick("_label", label_of(line))
        for number, (first, last) in enumerate(spans(card, line)):
            if number:
                card.join_last(label_of(line)).click()
            card.drag(first, last)


class Keys:
    """Fills in a card with keys alone; only the first control is given the focus."""

    def fill(self, card: Card, answer: Answer) -> None:
        """Fill in an answer and the greatest confidence."""
        card.form.wait_for()
        card.first_control().focus()
        for name, values in answer.items():
            if name == "order":
                self.order(card, values)
            elif name == "mark":
                for line in values:
                    self.mark(card, line)
            elif card.writes(name):
                self.write(card, name, values[0])
            elif name not in DRAWN and card.waits(name):
                self.choose(card, name, values)
        for step in card.exercise.confidence_steps()[-1:]:
            self.choose(card, "confidence", [str(step)])

    def commit(self, card: Card) -> None:
        """Go to the button and press Enter."""
        self.tab_to(card, "[type=submit]")
        card.page.keyboard.press("Enter")

    def write(self, card: Card, name: str, text: str) -> None:
        """Type a text in place of what stands there."""
        self.tab_to(card, f'[name="{name}"]')
        card.page.keyboard.press("Control+a")
        card.page.keyboard.type(text)

    def choose(self, card: Card, name: str, values: list[str]) -> None:
        """Choose radio buttons with the arrows, check boxes with Space."""
        keys = card.page.keyboard
        if card.control(name, values[0]).get_attribute("type") == "checkbox":
            for value in values:
                self.tab_to(card, f'[name="{name}"][value="{value}"]')
                keys.press("Space")
            return
        self.tab_to(card, f'[name="{name}"]')
        keys.press("Space")
        for _ in range(MANY):
            if card.page.evaluate(FOCUSED) == [name, values[0]]:
                return
            keys.press("ArrowDown")
        raise AssertionError(f"the arrows do not reach {name} {values[0]}")

    def order(self, card: Card, wanted: list[str]) -> None:
        """Move each item up to its place: the focus stays on the button that moves it."""
        for place, item in enumerate(wanted):
            steps = card.order().index(item) - place
            if steps:
                self.tab_to(card, f'li:has([value="{item}"]) [data-do="up"]')
            for _ in range(steps):
                card.page.keyboard.press("Enter")

    def mark(self, card: Card, line: str) -> None:
        """Choose the label, go to the words, stretch, mark; further pieces join the first."""
        label = label_of(line)
        self.choose(card, "_label", [label])
        for number, (first, last) in enumerate(spans(card, line)):
            if number:
                row = card.join_last(label).get_attribute("data-row")
                self.press(card, f'[data-act="piece"][data-row="{row}"]')
            else:
                self.tab_to(card, ".word")
            self.stretch(card, first, last)
            card.page.keyboard.press("Space")

    def press(self, card: Card, selector: str) -> None:
        """Go to a button and press it."""
        self.tab_to(card, selector)
        card.page.keyboard.press("Enter")

    def stretch(self, card: Card, first: int, last: int) -> None:
        """From the word in focus, go to the first word and stretch to the last."""
        keys = card.page.keyboard
        here = card.focused_word()
        for _ in range(abs(first - here)):
            keys.press("ArrowRight" if first > here else "ArrowLeft")
        for _ in range(last - first):
            keys.press("Shift+ArrowRight")

    def tab_to(self, card: Card, selector: str) -> None:
        """Press Tab, or Shift and Tab, until a control that fits has the focus."""
        for _ in range(MANY):
            where = card.piece.evaluate(WHERE, selector)
            if where == "here":
                return
            if where == "lost":
                break
            card.page.keyboard.press("Tab" if where == "ahead" else "Shift+Tab")
        raise AssertionError(f"Tab does not reach {selector}; the focus is {where}")
