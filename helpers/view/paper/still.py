"""From the page to paper: what is pressed becomes what is ticked, and what is typed a line.

It works on the markup itself, so that every kind has a form on paper as soon as it has one at all.
Names and values of fields go: nobody reads them on paper, and they could give an answer away.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from helpers.view.markup import Markup, element, join
from helpers.words import handout_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.view.markup import Child

Attributes = dict[str, str | bool]
VOID = frozenset({"input", "br", "hr", "col", "wbr"})
LEFT_OUT = frozenset({"button", "select", "progress"})
UNSEEN = frozenset({"data", "narrow-form", "walk", "aloud"})
"""Classes of what opens on demand, moves, or is there for screens alone."""
KEPT = "data-ink"
"""The one thing told to the style sheet by data: which ground a voice has."""
FOR_FORMS = frozenset({"id", "name", "value", "for", "type", "tabindex", "novalidate", "open"})
LINES_A_ROW = 2
"""A hand needs more room than a keyboard."""


def still(markup: Markup) -> Markup:
    """Set markup of the page for paper.

    >>> still(element("p", element("button", "Keep"), element("input", type="radio", value="b")))
    '<p><span class="box one"></span></p>'
    """
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return join(reader.inside[0])


def ruled(lines: int) -> Markup:
    """Draw lines to write on."""
    return element("div", [element("div", class_="rule") for _ in range(lines)], class_="ruled")


def blank() -> Markup:
    """Draw a blank for a number or a word."""
    return element("span", class_="blank")


class _Reader(HTMLParser):
    """Builds each element anew as it ends, when all that is in it is known."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[list[Child]] = [[]]
        self.opened: list[Attributes] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes: Attributes = {k: True if v is None else v for k, v in attrs}
        if tag in VOID:
            self.inside[-1].append(_set(tag, attributes, []))
            return
        self.opened.append(attributes)
        self.inside.append([])

    def handle_endtag(self, tag: str) -> None:
        children = self.inside.pop()
        self.inside[-1].append(_set(tag, self.opened.pop(), children))

    def handle_data(self, data: str) -> None:
        self.inside[-1].append(data)


def _set(tag: str, attributes: Attributes, children: list[Child]) -> Markup | None:
    """Give an element as it stands on paper, or nothing where paper has no use for it."""
    classes = {*str(attributes.get("class", "")).split()}
    if tag in LEFT_OUT or classes & UNSEEN or "hidden" in attributes:
        return None
    if tag in FILLED_IN:
        return FILLED_IN[tag](attributes)
    if "fold" in classes:
        return _graphic()
    if tag == "summary":
        return element("p", children, class_="small-head")
    tag = "div" if tag in {"details", "form"} else tag
    kept = {name: value for name, value in attributes.items() if _stays(name)}
    # A link into the kit leads nowhere from a sheet of paper.
    if tag == "a" and not str(kept.get("href", "")).startswith(("https://", "http://")):
        return element("span", children)
    return element(tag, children, **kept)


def _stays(name: str) -> bool:
    return name == KEPT or not (name.startswith("data-") or name in FOR_FORMS)


def _text(attributes: Attributes) -> Markup:
    return ruled(LINES_A_ROW * int(attributes.get("rows", 1)) - 1)


def _input(attributes: Attributes) -> Markup | None:
    kind = attributes.get("type", "text")
    if kind in {"hidden", "range"}:
        return None
    if kind == "text":
        return blank()
    return element("span", class_="box one" if kind == "radio" else "box")


def _graphic() -> Markup:
    return element(
        "span", blank(), " ", element("span", handout_text.GRAPHIC, class_="left-out"),
        class_="graphic",
    )  # fmt: skip


FILLED_IN: dict[str, Callable[[Attributes], Markup | None]] = {"input": _input, "textarea": _text}
"""What a pen fills in."""
