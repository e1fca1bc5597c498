"""The one palette, light and dark: the style sheet is made from it, a test computes contrasts."""

from __future__ import annotations

LIGHT = {
    "paper": "#fdfcf8",
    "wash": "#f3f0e7",
    "ink": "#1f1e1b",
    "soft": "#5b574e",
    "line": "#85806f",
    "grid": "#d8d3c5",
    "accent": "#0b5c68",
    "on-accent": "#ffffff",
    "good": "#1f6534",
    "fair": "#785300",
    "bad": "#98341f",
    "source": "#0b5c68",
    "cue": "#8a4508",
    "content": "#5c3a90",
    "voice-1": "#cfe6ea",
    "voice-2": "#f6dfc2",
    "voice-3": "#e2d7f2",
    "voice-4": "#f3d3cc",
    "voice-5": "#d5e6d2",
    "voice-6": "#ece3ad",
    "series-1": "#1f5fa8",
    "series-2": "#a8560a",
    "series-3": "#2f7a3a",
    "series-4": "#7a3fa0",
    "series-5": "#b8325e",
    "series-6": "#0f7a80",
    "series-7": "#6b6257",
}
DARK = {
    "paper": "#1b1c1e",
    "wash": "#282a2d",
    "ink": "#ebe8e1",
    "soft": "#b9b4a8",
    "line": "#8a867c",
    "grid": "#3c3e42",
    "accent": "#7fd0da",
    "on-accent": "#10282c",
    "good": "#8bd3a0",
    "fair": "#e6bf62",
    "bad": "#f2a08c",
    "source": "#7fd0da",
    "cue": "#f0b072",
    "content": "#c5aef0",
    "voice-1": "#1f4d55",
    "voice-2": "#5c4020",
    "voice-3": "#463568",
    "voice-4": "#5f3129",
    "voice-5": "#2a4a30",
    "voice-6": "#544a17",
    "series-1": "#7db4f0",
    "series-2": "#f0a860",
    "series-3": "#86cf8f",
    "series-4": "#c9a2ee",
    "series-5": "#f58fb0",
    "series-6": "#63cdd0",
    "series-7": "#b5ab9c",
}
ON_PAPER = {
    **dict.fromkeys(LIGHT, "#000000"),
    **dict.fromkeys((name for name in LIGHT if name.startswith("voice-")), "#ffffff"),
    "paper": "#ffffff",
    "wash": "#f2f2f2",
    "on-accent": "#ffffff",
    "soft": "#3a3a3a",
    "line": "#707070",
    "grid": "#c8c8c8",
}
"""Black on white: a printer may have no colours, and no meaning hangs on one."""
VOICES = tuple(name for name in LIGHT if name.startswith("voice-"))
"""Grounds for the sentences of one voice each."""
SERIES = tuple(name for name in LIGHT if name.startswith("series-"))
"""Colours of a chart for those who say something, one each."""
TEXT_ON = {
    **dict.fromkeys(("soft", "accent", "source", "cue", "content"), ("paper", "wash")),
    **dict.fromkeys(("good", "fair", "bad"), ("paper", "wash")),
    "ink": ("paper", "wash", *VOICES),
    "on-accent": ("accent",),
}
"""Which colours are read as text, and on which grounds: 4.5:1 at least."""
DRAWN_ON = dict.fromkeys(("line", *SERIES), ("paper", "wash"))
"""Which colours only draw, borders of controls and marks of charts: 3:1 at least."""
GUIDES = {"grid": ("paper", "wash")}
"""Which colours draw lines that only guide the eye: to be seen, 1.2:1 at least, and no more."""

STRAIGHT = 0.04045
"""Below this sRGB is linear (WCAG 2, relative luminance)."""
_PAGES = ":is(.atr, .atr-page)"
"""A piece of the page, and the page around it, which JupyterLab has."""
_DARK_PAGES = (
    f'[data-jp-theme-light="false"] {_PAGES}',
    ".vscode-dark .atr",
    ".vscode-high-contrast .atr",
)


def variables() -> str:
    """Write both palettes as CSS custom properties.

    >>> variables().startswith(":is(.atr, .atr-page) {--atr-paper:")
    True
    """
    light = f"{_PAGES} {{{_properties(LIGHT)}}}"
    dark = f"{', '.join(_DARK_PAGES)} {{{_properties(DARK)}}}"
    # Printers leave the ground out: bright words would stand on white paper.
    return f"{light}\n@media screen {{{dark}}}\n"


def own_theme() -> str:
    """Write the dark palette for a page of its own, which follows the theme of the system.

    >>> "prefers-color-scheme: dark" in own_theme()
    True
    """
    # Pieces inside the page set the light palette anew.
    dark = f"{_PAGES}.alone, .alone .atr {{color-scheme: dark;{_properties(DARK)}}}"
    return f"@media screen and (prefers-color-scheme: dark) {{{dark}}}\n"


def paper() -> str:
    """Write the colours of a sheet of paper, the same on a dark screen."""
    return f".atr.sheet {{color-scheme: light; {_properties(ON_PAPER)}}}\n"


def inks() -> str:
    """Give each voice, by its number from 1, its ground, and each series of a chart its colour."""
    grounds = (
        f'.atr [data-ink="{number}"] {{--atr-ground: var(--atr-{voice});}}\n'
        for number, voice in enumerate(VOICES, 1)
    )
    drawn = (f".atr .{name} {{--atr-drawn: var(--atr-{name});}}\n" for name in SERIES)
    return "".join((*grounds, *drawn))


def contrast(one: str, other: str) -> float:
    """Compute the WCAG contrast ratio of two colours, from 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    # WCAG 2: the twentieth stands for light that a screen always reflects.
    return round((bright + 0.05) / (dim + 0.05), 2)


def _properties(palette: dict[str, str]) -> str:
    return "".join(f"--atr-{name}:{colour};" for name, colour in palette.items())


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= STRAIGHT else ((part + 0.055) / 1.055) ** 2.4
