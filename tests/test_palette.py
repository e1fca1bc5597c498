from __future__ import annotations

import re

import pytest

from helpers.kinds.sort import COLOURS
from helpers.view import palette
from helpers.view.widget import style

PALETTES = {"light": palette.LIGHT, "dark": palette.DARK}
PAIRS = [
    pytest.param(name, ink, ground, least, id=f"{name}-{ink}-on-{ground}")
    for name in PALETTES
    for grounds, least in ((palette.TEXT_ON, 4.5), (palette.DRAWN_ON, 3), (palette.GUIDES, 1.2))
    for ink, on in grounds.items()
    for ground in on
]


@pytest.mark.parametrize(("name", "ink", "ground", "least"), PAIRS)
def test_every_colour_stands_out_from_its_ground(
    name: str, ink: str, ground: str, least: float
) -> None:
    colours = PALETTES[name]
    assert palette.contrast(colours[ink], colours[ground]) >= least


def test_every_colour_is_held_against_some_ground() -> None:
    grounds = {ground for on in palette.TEXT_ON.values() for ground in on}
    inks = {*palette.TEXT_ON, *palette.DRAWN_ON, *palette.GUIDES}
    assert inks | grounds == set(palette.LIGHT)


def test_light_and_dark_have_the_same_colours() -> None:
    assert list(palette.LIGHT) == list(palette.DARK)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1)],
)
def test_the_contrast_is_that_of_wcag_from_either_side(one: str, other: str, ratio: float) -> None:
    assert palette.contrast(one, other) == palette.contrast(other, one) == ratio


def test_each_category_that_colours_an_article_has_a_ground() -> None:
    assert len(palette.VOICES) == COLOURS


def test_the_style_sheet_uses_no_colour_but_the_palette() -> None:
    rules = style().removeprefix(palette.variables())
    names = r"\b(?:black|white|red|green|blue|gr[ae]y|orange|yellow|rgba?\(|hsla?\()"
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", rules) == []
    assert re.findall(rf":[^;{{}}]*{names}", rules) == []


def test_every_colour_that_the_style_sheet_uses_is_in_the_palette() -> None:
    rules = style().removeprefix(palette.variables())
    used = set(re.findall(r"var\(--atr-([\w-]+)", rules))
    passed_on = dict(re.findall(r"--atr-([\w-]+): var\(--atr-([\w-]+)\);", rules))
    assert used - set(passed_on) <= set(palette.LIGHT)
    assert {"ink", "paper", "accent", "source", "cue", "content"} <= used


def test_both_themes_reach_the_page() -> None:
    written = palette.variables()
    assert '[data-jp-theme-light="false"] :is(.atr, .atr-page)' in written
    assert f"--atr-ink:{palette.LIGHT['ink']};" in written
    assert f"--atr-ink:{palette.DARK['ink']};" in written
