"""The toy: sliders for a group in which everybody is hit, and what came of 1,000 such groups."""

from __future__ import annotations

from typing import NamedTuple

from helpers.topics.casualties import (
    at_most_one_lived,
    imagine,
    killed_on_average,
    with_survivors,
)
from helpers.view import parts
from helpers.view.charts.swarm import draw_swarm
from helpers.view.drawing.figure import chart, picture
from helpers.view.markup import Markup, element
from helpers.view.pages import page
from helpers.view.tables import table
from helpers.words import figure_text
from helpers.words.counted import number

SIZES, LETHALS = (5, 100), (5, 95)


class Slider(NamedTuple):
    """A slider: its field, its name, how it says its value, and by which steps it moves."""

    name: str
    words: str
    says: str
    ends: tuple[int, int]
    step: int


SIZE = Slider("size", figure_text.TOY_SIZE, "{value}", SIZES, 1)
LETHAL = Slider("lethal", figure_text.TOY_LETHAL, figure_text.PER_CENT, LETHALS, 5)


class Group(NamedTuple):
    """What the sliders say: how many, what share of those hit is killed, and whose luck it is.

    Where `heard`, only the groups count in which somebody is left to tell.
    """

    size: int
    lethal: int = 25
    fate: str = "alone"
    heard: bool = False


def render_toy(group: Group) -> Markup:
    """Render the sliders, and below them the part that is drawn anew."""
    return page(
        element(
            "form",
            element("p", figure_text.TOY_HOW),
            _slider(SIZE, group.size),
            _slider(LETHAL, group.lethal),
            parts.group(figure_text.TOY_FATE, _fates(group), class_="item"),
            parts.group(figure_text.TOY_TOLD, _heard(group), class_="item"),
            data_live=True,
        ),
        element("div", render_groups(group), data_part="groups"),
        name=figure_text.TOY,
    )


def render_groups(group: Group) -> Markup:
    """Render what came of the groups: the sentence, a dot for each, the table."""
    shared = group.fate == "shared"
    # The setting is the seed: the same sliders show the same thousand groups, to everybody.
    all_groups = imagine(
        group.size, group.lethal / 100, together=shared, seed=repr(group._replace(heard=False))
    )
    found = with_survivors(all_groups) if group.heard else all_groups
    rows = [(str(killed), number(times)) for killed, times in enumerate(found) if times]
    return chart(
        _finding(group, found, all_groups),
        picture(
            figure_text.TOY_PICTURE,
            lambda form: draw_swarm(form, found, LETHALS[0] / 100, shared=shared),
        ),
        table(figure_text.TOY, figure_text.TOY_HEADS, rows),
        note=_note(group),
        source=figure_text.TOY_SOURCE,
    )


def _note(group: Group) -> str:
    """Say what the sliders are set to: a picture of the chart says it as well."""
    lethal = figure_text.PER_CENT.format(value=group.lethal)
    says = figure_text.TOY_NOTE.format(lethal=lethal, fate=figure_text.TOY_FATES[group.fate])
    return f"{says} {figure_text.TOY_SHARED}" if group.fate == "shared" else says


def _finding(group: Group, found: list[int], all_groups: list[int]) -> str:
    counted = at_most_one_lived(found)
    if not group.heard:
        return figure_text.toy_finding(group.size, counted, sum(found))
    if not sum(found):
        return figure_text.TOY_SILENCE
    return figure_text.toy_heard(
        group.size,
        counted,
        (sum(found), sum(all_groups)),
        (killed_on_average(found), killed_on_average(all_groups)),
    )


def _slider(slider: Slider, value: int) -> Markup:
    """Render a slider with its value beside its name; the page writes it anew at each move."""
    said = slider.says.format(value=value)
    low, high = slider.ends
    control = element(
        "input", type="range", name=slider.name, min=low, max=high, step=slider.step, value=value,
        aria_valuetext=said, data_says=slider.says,
    )  # fmt: skip
    # No output element: a label would name that, and not the slider.
    shown = element("span", said, class_="value", aria_hidden="true")
    named = element("span", slider.words, " ", shown)
    return element("label", named, control, class_="slider")


def _heard(group: Group) -> Markup:
    return parts.radio("heard", "heard", figure_text.TOY_HEARD, many=True, checked=group.heard)


def _fates(group: Group) -> list[Markup]:
    return [
        parts.radio("fate", name, words, checked=name == group.fate)
        for name, words in figure_text.TOY_FATES.items()
    ]
