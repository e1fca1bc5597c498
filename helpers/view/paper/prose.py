"""The prose between the cards: the Markdown of a notebook, built into markup of ours."""

from __future__ import annotations

from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Any

import mistune

from helpers.view.markup import Markup, element, join

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.view.markup import Child

Token = dict[str, Any]
OF_THE_PAGE = "saving.md"
"""What links here is about keeping work on a computer, which paper does by itself."""
PLAIN = {
    "paragraph": "p",
    "strong": "strong",
    "emphasis": "em",
    "list_item": "li",
    "table_head": "tr",
    "table_row": "tr",
    "block_quote": "blockquote",
}
"""What is one element with its children in it, and nothing else."""


def render_prose(markdown: str) -> Markup:
    """Render a text of a notebook; HTML in it is shown as text.

    >>> render_prose("Read *S1*.")
    '<p>Read <em>S1</em>.</p>'
    """
    return join(*map(_block, _parser()(markdown)))


def headings(markdown: str) -> Markup:
    """Render the headings of a text alone."""
    found = (token for token in _parser()(markdown) if token["type"] == "heading")
    return join(*map(_heading, found))


@cache
def _parser() -> Callable[[str], list[Token]]:
    parse: Any = mistune.create_markdown(renderer="ast", plugins=["table"])
    return parse  # type: ignore[no-any-return]


def _block(token: Token) -> Child:
    # Only whole paragraphs and items: a list of things to do may have one that is about the page.
    if token["type"] in {"paragraph", "list_item"} and _is_of_the_page(token):
        return None
    return _rendered(token)


def _is_of_the_page(token: Token) -> bool:
    url = token.get("attrs", {}).get("url", "")
    return url.partition("#")[0] == OF_THE_PAGE or any(map(_is_of_the_page, _children(token)))


def _children(token: Token) -> list[Token]:
    found: list[Token] = token.get("children", [])
    return found


def _rendered(token: Token) -> Child:
    kind = token["type"]
    inside = [_block(child) for child in _children(token)]
    if kind in PLAIN:
        return element(PLAIN[kind], inside)
    if kind in SPECIAL:
        return SPECIAL[kind](token)
    return inside or unescape(token.get("raw", ""))


def _heading(token: Token) -> Markup | None:
    # The title of the lesson stands at the top of the sheet already.
    if token["attrs"]["level"] == 1:
        return None
    return element(f"h{token['attrs']['level']}", [_block(child) for child in _children(token)])


def _list(token: Token) -> Markup:
    tag = "ol" if token["attrs"]["ordered"] else "ul"
    return element(tag, [_block(child) for child in _children(token)])


def _link(token: Token) -> Markup:
    return element("a", [_block(child) for child in _children(token)], href=token["attrs"]["url"])


def _table(token: Token) -> Markup:
    head, body = _children(token)
    return element(
        "table",
        element("thead", _rendered(head)),
        element("tbody", list(map(_block, _children(body)))),
    )


def _cell(token: Token) -> Markup:
    inside = [_block(child) for child in _children(token)]
    if token["attrs"]["head"]:
        return element("th", inside, scope="col")
    return element("td", inside)


SPECIAL: dict[str, Callable[[Token], Child]] = {
    "heading": _heading,
    "list": _list,
    "link": _link,
    "table": _table,
    "table_cell": _cell,
    "codespan": lambda token: element("code", unescape(token["raw"])),
    "softbreak": lambda _: " ",
    "linebreak": lambda _: element("br"),
    "thematic_break": lambda _: element("hr"),
    "blank_line": lambda _: None,
}
