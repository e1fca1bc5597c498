from __future__ import annotations

import re
from itertools import combinations
from math import dist

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


@pytest.mark.parametrize("name", PALETTES)
def test_the_colours_of_claimants_are_told_apart(name: str) -> None:
    colours = [_lab(PALETTES[name][one]) for one in palette.SERIES]
    # In OKLab two colours that are 0.02 apart are only just told apart.
    assert min(dist(one, other) for one, other in combinations(colours, 2)) > 0.08


def _lab(colour: str) -> tuple[float, float, float]:
    """Give a colour in OKLab (Ottosson 2020), where distances are those that are seen."""
    red, green, blue = (palette._linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def test_each_claimant_has_a_colour_in_the_style_sheet() -> None:
    assert len(palette.SERIES) == 7
    for name in palette.SERIES:
        assert f".atr .{name} {{--atr-drawn: var(--atr-{name});}}" in style()
