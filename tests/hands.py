"""Three ways to fill in a card: by mouse, by touch, and by keyboard alone.

All take the same answer: `Mouse().fill(card, right_answer(card.exercise))`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from page_card import Card
    from playwright.sync_api import Locator, Page

    from helpers.workbook import Answer

MANY = 400
"""More presses of one key than any card needs: a control that is not found by then cannot be."""
WRITTEN = ("text", "textarea")
SHORTCUTS = ("x", "d", "d", "a", "b", "m", "y", "r", "Shift+ArrowDown", "Shift+m", "c", "v", "z")
"""Keys with which JupyterLab cuts, deletes, adds and changes cells."""
FOCUSED = "() => { const el = document.activeElement; return [el.name ?? '', el.value ?? '']; }"
WHERE = """(piece, selector) => {
    const focused = document.activeElement;
    if (!piece.contains(focused)) return "lost";
    if (focused.matches(selector)) return "here";
    const after = focused.compareDocumentPosition(piece.querySelector(selector)) & 4;
    return after ? "ahead" : "behind";
}"""


def label_of(line: str) -> str:
    """Read the label of an annotation.

    >>> label_of("cue 10-14")
    'cue'
    """
    return line.partition(" ")[0]


def ends(card: Card, line: str) -> tuple[int, int]:
    """Read an annotation such as `cue 10-14` as the numbers of its first word and its last."""
    tokens = [span for span, _ in card.exercise.tokens]  # type: ignore[attr-defined]
    start, end = map(int, line.split()[1].split("-"))
    first = next(number for number, span in enumerate(tokens) if span.start == start)
    last = next(number for number, span in enumerate(tokens) if span.end == end)
    return first, last


class Hands:
    """What all three have in common: one field after the other, then how sure."""

    def fill(self, card: Card, answer: Answer) -> None:
        """Fill in an answer and the greatest confidence; pass over what no hand can fill in."""
        fields = card.fields()
        self.begin(card)
        for name, values in answer.items():
            if name == "order":
                self.order(card, values)
            elif name == "annotation":
                for line in values:
                    self.annotate(card, line)
            elif fields.get(name) in WRITTEN:
                self.write(card, name, values[0])
            elif fields.get(name) == "select-one":
                self.paint(card, name, values[0])
            elif name in fields:
                self.choose(card, name, values)
        for step in card.exercise.confidence_steps()[-1:]:
            self.choose(card, "_sure", [str(step)])

    def begin(self, card: Card) -> None:
        """Go to the card."""

    def commit(self, card: Card) -> None:
        """Keep the answer."""
        raise NotImplementedError

    def write(self, card: Card, name: str, text: str) -> None:
        """Put a text in place of what stands in a box."""
        raise NotImplementedError

    def choose(self, card: Card, name: str, values: list[str]) -> None:
        """Choose options."""
        raise NotImplementedError

    def paint(self, card: Card, name: str, value: str) -> None:
        """Give a sentence of an article its voice."""
        raise NotImplementedError

    def order(self, card: Card, wanted: list[str]) -> None:
        """Move each item up to its place."""
        for place, item in enumerate(wanted):
            if steps := card.order().index(item) - place:
                self.move_up(card, item, steps)

    def move_up(self, card: Card, item: str, steps: int) -> None:
        """Move an item up."""
        raise NotImplementedError

    def annotate(self, card: Card, line: str) -> None:
        """Annotate words."""
        raise NotImplementedError


class Mouse(Hands):
    """Fills in a card with clicks and drags."""

    def press(self, control: Locator) -> None:
        """Press a control."""
        control.click()

    def commit(self, card: Card) -> None:
        """Press the button."""
        self.press(card.submit)

    def write(self, card: Card, name: str, text: str) -> None:
        """Press into the box and write."""
        self.press(card.written(name))
        card.written(name).fill(text)

    def choose(self, card: Card, name: str, values: list[str]) -> None:
        """Press each option."""
        for value in values:
            self.press(card.control(name, value))

    def paint(self, card: Card, name: str, value: str) -> None:
        """Choose the voice, then press the sentence."""
        self.choose(card, "_voice", [value])
        self.press(card.find(f"form [data-paints={name}]"))

    def move_up(self, card: Card, item: str, steps: int) -> None:
        """Press its button again and again."""
        for _ in range(steps):
            self.press(card.row(item).locator('[data-tool="up"]'))

    def annotate(self, card: Card, line: str) -> None:
        """Choose the label, and go over the words."""
        self.choose(card, "_label", [label_of(line)])
        self.mark(card, *ends(card, line))

    def mark(self, card: Card, first: int, last: int) -> None:
        """Drag over words."""
        card.drag(first, last)


class Script(Mouse):
    """Chooses options at once: quick, where each kind has been answered by hand elsewhere."""

    def press(self, control: Locator) -> None:
        """Let the page press a control."""
        control.evaluate("(control) => control.click()")


class Fingers(Mouse):
    """Fills in a card with taps."""

    def press(self, control: Locator, *, beneath: bool = False) -> None:
        """Tap a control; `beneath` something that lets the tap through."""
        control.tap(force=beneath)

    def mark(self, card: Card, first: int, last: int) -> None:
        """Tap the first word and the last; the handle of another mark may lie on them."""
        self.press(card.word(first), beneath=True)
        self.press(card.word(last), beneath=True)


class Keys(Hands):
    """Fills in a card with keys alone; only the first control is given the focus."""

    def begin(self, card: Card) -> None:
        """Stand on the first control."""
        card.first_control().focus()

    def commit(self, card: Card) -> None:
        """Go to the button and press Enter."""
        self.press(card, "[type=submit]")

    def paint(self, card: Card, name: str, value: str) -> None:
        """Go to the list of voices, and down to the one that is meant."""
        self.tab_to(card, f'select[name="{name}"]')
        choices = card.find(f'form select[name="{name}"] option').evaluate_all(
            "(options) => options.map((one) => one.value)"
        )
        for _ in range(choices.index(value)):
            card.page.keyboard.press("ArrowDown")

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

    def move_up(self, card: Card, item: str, steps: int) -> None:
        """Press its button again and again: the focus stays on it."""
        self.tab_to(card, f'li:has([value="{item}"]) [data-tool="up"]')
        for _ in range(steps):
            card.page.keyboard.press("Enter")

    def annotate(self, card: Card, line: str) -> None:
        """Choose the label, go to the words, stretch, mark."""
        self.choose(card, "_label", [label_of(line)])
        self.tab_to(card, ".word")
        self.stretch(card, *ends(card, line))
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


def give(card: Card, **answer: str) -> None:
    """Answer by mouse, and wait until there is feedback."""
    Mouse().fill(card, {name: [value] for name, value in answer.items()})
    card.commit()
    card.answered()


def press_shortcuts(page: Page) -> None:
    """Press the keys that must not reach the notebook."""
    for key in SHORTCUTS:
        page.keyboard.press(key)
