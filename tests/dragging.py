"""Dragging an edge of a mark over the text, by mouse and by finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from page_card import Card

STEPS = 8
"""In how many steps a hand comes to its goal."""
WAY = """(handle, [first, to]) => {
    const words = [...handle.closest("form").querySelectorAll(".word")];
    const { direction } = getComputedStyle(words[to]);
    const side = first === (direction === "ltr") ? "left" : "right";
    const here = handle.getBoundingClientRect();
    const knob = [here.left + parseFloat(handle.style.getPropertyValue("--knob")), here.top + 10];
    const goal = words[to].getBoundingClientRect();
    const marked = words.filter((word) => word.ariaSelected === "true");
    const from = marked.at(first ? 0 : -1).getBoundingClientRect();
    return [knob, [goal[side] - from[side], goal.top - from.top]];
}"""
BENEATH = """(form) => {
    const words = [...form.querySelectorAll(".word")];
    for (const handle of form.querySelectorAll(".edge")) {
        const edge = handle.getBoundingClientRect();
        for (const [number, word] of words.entries()) {
            const { left, right, top } = word.getBoundingClientRect();
            const [x, y] = [Math.max(left, edge.left) + 2, top + 4];
            const inside = x < Math.min(right, edge.right) && y > edge.top && y < edge.bottom;
            if (inside && word.ariaSelected !== "true") return [number, x, y];
        }
    }
}"""
"""A word that is not marked, and a place on it that lies under a handle."""


def by_mouse(card: Card, which: str, to: int) -> None:
    """Drag an edge of the mark under the hand to a word, with the mouse."""
    (x, y), (right, down) = way_of(card, which, to)
    mouse = card.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + right, y + down, steps=STEPS)
    mouse.up()


def by_finger(card: Card, which: str, to: int) -> None:
    """Drag it with a finger, as the browser tells it before it decides to scroll."""
    (x, y), (right, down) = way_of(card, which, to)
    tools = card.page.context.new_cdp_session(card.page)
    for step in range(STEPS + 1):
        place = {"x": x + right * step / STEPS, "y": y + down * step / STEPS}
        what = "touchMove" if step else "touchStart"
        tools.send("Input.dispatchTouchEvent", {"type": what, "touchPoints": [place]})
    tools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def way_of(card: Card, which: str, to: int) -> tuple[list[float], list[float]]:
    """Give the knob of an edge, and how far it is to the same edge of another word."""
    found: tuple[list[float], list[float]] = card.edge(which).evaluate(WAY, [which == "first", to])
    return found
