"""A sheet: one page of HTML that needs nothing besides itself, to be printed by any browser."""

from __future__ import annotations

from typing import NamedTuple

from helpers.view.assets import sheet_style
from helpers.view.markup import Markup, document, element
from helpers.view.paper.still import still
from helpers.words import LANGUAGE, handout_text


class Sheet(NamedTuple):
    """What a sheet is: its title, how to use it, the size of its paper, what it gives at the top.

    `fill_in` names what a student writes there; the instructor writes nothing.
    """

    title: str
    how: str
    paper: str
    fill_in: tuple[str, ...] = ()


def render_sheet(sheet: Sheet, *body: Markup) -> Markup:
    """Render the sheet with all that stands on it."""
    head = element(
        "header",
        element("p", handout_text.PRINT_HOW.format(paper=handout_text.PAPERS[sheet.paper]),
                class_="to-screens"),
        element("h1", sheet.title),
        element("p", [element("span", f"{name}:") for name in sheet.fill_in], class_="mine")
        if sheet.fill_in else None,
        element("p", sheet.how, class_="how"),
    )  # fmt: skip
    page = element("main", head, *map(still, body))
    class_ = "atr sheet" if sheet.fill_in else "atr sheet of-key"
    rules = sheet_style() + _page(sheet)
    return document(sheet.title, rules, page, language=LANGUAGE, class_=class_)


def _page(sheet: Sheet) -> str:
    """Write the size of the page and what stands at its foot: the title and the number."""
    foot = "font: 9pt system-ui, sans-serif; color: #3a3a3a; vertical-align: top; padding-top: 4mm"
    return (
        f"@page {{ size: {handout_text.PAPERS[sheet.paper]}; margin: 16mm 16mm 20mm;\n"
        f"  @bottom-left {{ content: {_css(sheet.title)}; {foot} }}\n"
        f'  @bottom-right {{ content: counter(page) " / " counter(pages); {foot} }} }}\n'
    )


def _css(text: str) -> str:
    r"""Write a string of CSS in which no character can mean anything else.

    >>> _css('A "b"')
    '"A\\20 \\22 b\\22 "'
    """
    plain = (one if one.isascii() and one.isalnum() else f"\\{ord(one):x} " for one in text)
    return f'"{"".join(plain)}"'
