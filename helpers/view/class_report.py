"""The page on which an instructor chooses the work of a class, and the report in its frame."""

from __future__ import annotations

from helpers.view import parts
from helpers.view.markup import Markup, element
from helpers.view.pages import page
from helpers.words import class_page_text as words


def render_chooser() -> Markup:
    """Render the two ways to the work of a class."""
    return page(
        _chooser(),
        element("p", words.STAYS, class_="note"),
        name=words.TITLE,
    )


def _chooser() -> Markup:
    chosen = element(
        "input",
        type="file",
        accept=".zip,.jsonl",
        aria_label=words.CHOOSE,
        tabindex=-1,
        hidden=True,
    )
    place = element("input", type="text", name="place", autocomplete="off", spellcheck="false")
    return element(
        "div",
        element("p", parts.button(words.CHOOSE, "choose", class_="primary"), chosen),
        element("p", words.CHOOSE_HOW, class_="note"),
        element(
            "form",
            element("label", words.PLACE, " ", place),
            " ",
            element("button", words.MAKE, type="submit", class_="quiet"),
            data_do="report",
        ),
    )


def render_framed(report: str, path: str) -> Markup:
    """Render a report in a frame of its own: its style and ours leave each other alone."""
    # A frame has no address of its own, and “#slips” would lead away to the page around it.
    base = element("base", href="about:srcdoc")
    frame = element(
        "iframe",
        srcdoc=report.replace("<head>", f"<head>{base}", 1),
        title=words.REPORT,
        # No scripts, no forms, no other page: only what the file itself shows.
        sandbox="",
        class_="class-report",
    )
    return page(
        element("p", words.SAVED, " ", element("code", path)),
        frame,
        parts.details(words.ANOTHER, _chooser(), class_="another"),
        name=words.TITLE,
    )
