"""Markup that escapes all it is given; nothing else in the kit makes HTML.

What came out of `element` is `Markup` and goes in as it is; every other string is text.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

_VOID = frozenset({"input", "br", "hr", "col", "wbr", "meta", "base", "link", "img"})
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for a page of its own: nothing, whatever a text in it says."""
GENERATOR = "According to Reports"
"""By this a page of ours is known for one."""


class Markup(str):
    """A string that is safe to insert, because this module made it."""

    __slots__ = ()


Child: TypeAlias = "str | Sequence[Child] | None"
Attribute: TypeAlias = str | int | bool | None


def element(tag: str, *children: Child, **attributes: Attribute) -> Markup:
    """Make an element; text and attributes are escaped, `class_` and `aria_label` read as in HTML.

    >>> element("p", "<b>", class_="note", hidden=True, title=None)
    '<p class="note" hidden>&lt;b&gt;</p>'
    """
    opening = "".join(_attribute(name, value) for name, value in attributes.items())
    # These have no end tag, and a browser would take one for another element.
    if tag in _VOID:
        return Markup(f"<{tag}{opening}>")
    return Markup(f"<{tag}{opening}>{join(*children)}</{tag}>")


def join(*children: Child, by: str = "") -> Markup:
    """Set children side by side, each escaped unless it is markup.

    >>> join("a < b", element("br"))
    'a &lt; b<br>'
    """
    return Markup(by.join(_text(child) for child in children))


def style_sheet(rules: str) -> Markup:
    """Make a style element of rules of our own; what ends it early is no rule.

    >>> style_sheet("p {color: red}")
    '<style>p {color: red}</style>'
    """
    # A browser reads no entities in here, and CSS reads the stroke as itself after a backslash.
    held = rules.replace("</", r"<\/")
    return Markup(f"<style>{held}</style>")


def document(title: str, rules: str, *children: Child, language: str, class_: str = "") -> Markup:
    """Make a whole page that needs nothing besides itself."""
    head = page_head(title, POLICY, style_sheet(rules))
    return whole(head, element("body", *children, class_=class_), language=language)


def page_head(title: str, policy: str, *more: Markup) -> Markup:
    """Make the head of a page of ours; `policy` says what a browser may load for it."""
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content=GENERATOR),
        element("title", title),
        *more,
    )


def whole(head: Markup, body: Markup, *, language: str) -> Markup:
    """Make a whole page of its head and its body."""
    return Markup(f"<!doctype html>\n{element('html', head, body, lang=language)}\n")


def _text(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, str):
        # The one place that decides: what this module made goes in, everything else is text.
        return child if isinstance(child, Markup) else _escape(child)
    return join(*child)


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    # class and for are words of Python, and a hyphen is no part of its names.
    name = name.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    # A browser reads a bare return as a line feed, and a calendar's file needs both.
    written = _escape(str(value)).replace("\r", "&#13;")
    return f' {name}="{written}"'


def _escape(text: str) -> str:
    return html.escape(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text), quote=True)
