"""The prose between the cards: Markdown, built into markup of ours."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Any

import mistune

from helpers.view.markup import Markup, element, join

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.view.markup import Child

Token = dict[str, Any]
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
_TITLE = re.compile(r"^# +(.+)$", re.MULTILINE)
_ANCHOR = re.compile(r'\s*<a id="([\w-]+)">(?:</a>)?\s*')
_UNSEEN = re.compile(r"\s*(?:<!--.*?-->\s*)+|</?small>|</a>", re.DOTALL)


class Prose:
    """How a text is rendered. HTML in it is shown as text, but for places to link to and remarks.

    >>> Prose().render("Read *S1*.")
    '<p>Read <em>S1</em>.</p>'
    """

    def leaves_out(self, token: Token) -> bool:
        """Tell whether a heading, a paragraph or an item of a list is left out."""
        del token
        return False

    def address(self, url: str) -> str:
        """Give the address that a link leads to."""
        return url

    def name(self, level: int, heading: str) -> str | None:
        """Give the id of a heading, if it has one."""
        del level, heading
        return None

    def render(self, markdown: str) -> Markup:
        """Render a text."""
        return join(*map(self._block, parsed(markdown)))

    def inline(self, markdown: str) -> Markup:
        """Render a line, without a paragraph around it."""
        return join(*(child for block in parsed(markdown) for child in self._inside(block)))

    def headings(self, markdown: str) -> Markup:
        """Render the headings of a text alone."""
        return join(*(self._block(one) for one in parsed(markdown) if one["type"] == "heading"))

    def _block(self, token: Token) -> Child:
        # Only whole paragraphs and items: a list may have one that is about the page.
        if token["type"] in {"heading", "paragraph", "list_item"} and self.leaves_out(token):
            return None
        return self._rendered(token)

    def _rendered(self, token: Token) -> Child:
        kind = token["type"]
        if kind in SPECIAL:
            return SPECIAL[kind](self, token)
        if kind in PLAIN:
            return element(PLAIN[kind], self._inside(token))
        return self._inside(token) or unescape(token.get("raw", ""))

    def _inside(self, token: Token) -> list[Child]:
        return [self._block(child) for child in children(token)]

    def on_heading(self, token: Token) -> Markup:
        """Render a heading."""
        level, inside = token["attrs"]["level"], self._inside(token)
        return element(f"h{level}", inside, id=self.name(level, said(token)))

    def on_list(self, token: Token) -> Markup:
        """Render a list, numbered or not."""
        return element("ol" if token["attrs"]["ordered"] else "ul", self._inside(token))

    def on_link(self, token: Token) -> Markup:
        """Render a link."""
        return element("a", self._inside(token), href=self.address(token["attrs"]["url"]))

    def on_table(self, token: Token) -> Markup:
        """Render a table."""
        head, body = children(token)
        return element(
            "table",
            element("thead", self._rendered(head)),
            element("tbody", self._inside(body)),
        )

    def on_cell(self, token: Token) -> Markup:
        """Render a cell of a table."""
        if token["attrs"]["head"]:
            return element("th", self._inside(token), scope="col")
        return element("td", self._inside(token))

    def on_html(self, token: Token) -> Child:
        """Render what looks like HTML."""
        raw = token["raw"]
        if place := _ANCHOR.fullmatch(raw):
            return element("a", id=place[1])
        return None if _UNSEEN.fullmatch(raw) else unescape(raw)

    def on_code(self, token: Token) -> Markup:
        """Render lines of code."""
        return element("pre", element("code", token["raw"]))

    def on_codespan(self, token: Token) -> Markup:
        """Render code in a line."""
        return element("code", unescape(token["raw"]))

    def on_soft_break(self, _: Token) -> str:
        """Go on after the end of a line."""
        return " "

    def on_line_break(self, _: Token) -> Markup:
        """Begin a new line."""
        return element("br")

    def on_rule(self, _: Token) -> Markup:
        """Draw a line across."""
        return element("hr")

    def on_nothing(self, _: Token) -> None:
        """Leave out what only sets blocks apart."""
        return


SPECIAL: dict[str, Callable[[Prose, Token], Child]] = {
    "heading": Prose.on_heading,
    "list": Prose.on_list,
    "link": Prose.on_link,
    "table": Prose.on_table,
    "table_cell": Prose.on_cell,
    "block_html": Prose.on_html,
    "inline_html": Prose.on_html,
    "block_code": Prose.on_code,
    "codespan": Prose.on_codespan,
    "softbreak": Prose.on_soft_break,
    "linebreak": Prose.on_line_break,
    "thematic_break": Prose.on_rule,
    "blank_line": Prose.on_nothing,
}


def title_of(markdown: str) -> str:
    r"""Give the first heading of the first rank, or nothing.

    >>> title_of("Before it\n# A title")
    'A title'
    """
    found = _TITLE.search(markdown)
    return found[1] if found else ""


def parsed(markdown: str) -> list[Token]:
    """Parse a text into its blocks."""
    return _parser()(markdown)


def children(token: Token) -> list[Token]:
    """Give what is in a token."""
    found: list[Token] = token.get("children", [])
    return found


def said(token: Token) -> str:
    """Give the words of a token, without what they are set in."""
    return unescape(token.get("raw", "")) + "".join(map(said, children(token)))


@cache
def _parser() -> Callable[[str], list[Token]]:
    parse: Any = mistune.create_markdown(renderer="ast", plugins=["table"])
    return parse  # type: ignore[no-any-return]
