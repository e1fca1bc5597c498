"""The prose of a lesson on paper: without its title, which the sheet has, and without the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view.prose import Prose, Token, children

if TYPE_CHECKING:
    from helpers.view.markup import Markup

OF_THE_PAGE = "saving.md"
"""What links here is about keeping work on a computer, which paper does by itself."""


class PaperProse(Prose):
    """Leaves out what paper has already, and what it does by itself."""

    def leaves_out(self, token: Token) -> bool:
        """Tell whether it is the title, or about the page."""
        if token["type"] == "heading":
            return bool(token["attrs"]["level"] == 1)
        return _is_of_the_page(token)


def render_prose(markdown: str) -> Markup:
    """Render a text of a notebook.

    >>> render_prose("# Title")
    ''
    """
    return PaperProse().render(markdown)


def headings(markdown: str) -> Markup:
    """Render the headings of a text alone."""
    return PaperProse().headings(markdown)


def _is_of_the_page(token: Token) -> bool:
    url = token.get("attrs", {}).get("url", "")
    return url.partition("#")[0] == OF_THE_PAGE or any(map(_is_of_the_page, children(token)))
