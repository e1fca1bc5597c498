"""The toy: sliders for a group in which everybody is hit, and what came of 1,000 such groups."""

from __future__ import annotations

from typing import NamedTuple

from helpers.topics.casualties import at_most_one_lived, imagine
from helpers.view import parts
from helpers.view.markup import Markup, element
from helpers.view.pages import page
from helpers.view.svg import WIDTH, bar, chart, line, picture, table, text
from helpers.words import figure_text
from helpers.words.counted import number

SIZES, LETHALS = (5, 100), (5, 100)
HEIGHT, FOOT = 180, 24
COLUMNS = 25
"""More columns than these cannot be told apart."""


class Group(NamedTuple):
    """What the sliders say: how many, what share of those hit is killed, and whose luck it is."""

    size: int
    lethal: int = 25
    fate: str = "alone"


def render_toy(group: Group) -> Markup:
    """Render the sliders, and below them the part that is drawn anew."""
    return page(
        element(
            "form",
            element("p", figure_text.TOY_HOW),
            _slider("size", figure_text.TOY_SIZE, SIZES, group.size, step=1),
            _slider("lethal", figure_text.TOY_LETHAL, LETHALS, group.lethal, step=5),
            parts.group(figure_text.TOY_FATE, _fates(group), class_="item"),
            data_live=True,
        ),
        element("div", render_groups(group), data_part="groups"),
        name=figure_text.TOY,
    )


def render_groups(group: Group) -> Markup:
    """Render what came of the groups: the sentence, the columns, the table."""
    shared = group.fate == "shared"
    # The setting is the seed: the same sliders show the same thousand groups, to everybody.
    found = imagine(group.size, group.lethal / 100, together=shared, seed=repr(group))
    rows = [(str(killed), number(times)) for killed, times in enumerate(found) if times]
    return chart(
        figure_text.toy_finding(group.size, group.lethal, at_most_one_lived(found), sum(found)),
        _columns(found),
        table(figure_text.TOY, figure_text.TOY_HEADS, rows),
    )


def _slider(name: str, words: str, ends: tuple[int, int], value: int, *, step: int) -> Markup:
    low, high = ends
    slider = element("input", type="range", name=name, min=low, max=high, step=step, value=value)
    return element("label", element("span", f"{words} ({low} to {high})"), slider, class_="slider")


def _fates(group: Group) -> list[Markup]:
    return [
        parts.radio("fate", name, words, checked=name == group.fate)
        for name, words in figure_text.TOY_FATES.items()
    ]


def _columns(found: list[int]) -> Markup:
    """Draw a column for each number killed, neighbours together where there are too many."""
    # Rounded up: a few columns fewer, never more.
    wide = -(-len(found) // COLUMNS)
    sums = [sum(found[at : at + wide]) for at in range(0, len(found), wide)]
    room, most = WIDTH / len(sums), max(sums)
    tall = [(HEIGHT - FOOT - 6) * times / most for times in sums]
    foot = HEIGHT - FOOT
    shapes = [
        bar(place * room + 1, foot - height, room - 2, height, "whole")
        for place, height in enumerate(tall)
    ]
    shapes += [
        line(0, foot, WIDTH, foot, "tick"),
        text("0", 0, HEIGHT - 6),
        text(str(len(found) - 1), WIDTH, HEIGHT - 6, anchor="end"),
    ]
    return picture(figure_text.TOY_PICTURE, HEIGHT, shapes)
