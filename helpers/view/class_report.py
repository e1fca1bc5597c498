"""The page on which an instructor chooses the work of a class, and the report in its frame."""

from __future__ import annotations

from base64 import b64encode

from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.view.pages import page
from helpers.words import class_page_text as words


def render_chooser(*, alone: bool) -> Markup:
    """Render the ways to the work of a class; a browser alone sees no folder."""
    stays = words.STAYS_ALONE if alone else words.STAYS
    return page(_chooser(alone=alone), element("p", stays, class_="note"), name=words.TITLE)


def _chooser(*, alone: bool) -> Markup:
    chosen = element(
        "input",
        type="file",
        accept=".zip,.jsonl",
        aria_label=words.CHOOSE,
        tabindex=-1,
        hidden=True,
        multiple=True,
    )
    return element(
        "div",
        element("p", parts.button(words.CHOOSE, "choose", class_="primary"), chosen),
        element("p", words.CHOOSE_HOW, class_="note"),
        None if alone else _place(),
    )


def _place() -> Markup:
    place = element("input", type="text", name="place", autocomplete="off", spellcheck="false")
    return element(
        "form",
        element("label", words.PLACE, " ", place),
        " ",
        element("button", words.MAKE, type="submit", class_="quiet"),
        data_do="report",
    )


def render_files(report: str, tables: bytes) -> Markup:
    """Offer the report and its tables as files, where no folder holds them."""
    page_of = _data("text/html;charset=utf-8", report.encode())
    packed = _data("application/zip", tables)
    links = [
        element("a", words.SAVE_REPORT, href=page_of, download="class-report.html"),
        element("a", words.SAVE_TABLES, href=packed, download="class-report-tables.zip"),
    ]
    return element("p", words.NOT_SAVED, " ", join(*links, by=" · "))


def _data(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{b64encode(content).decode()}"


def render_saved(path: str) -> Markup:
    """Say where the report and its tables are kept."""
    return element("p", words.SAVED, " ", element("code", path))


def render_framed(report: str, saved: Markup, *, alone: bool) -> Markup:
    """Render a report in a frame of its own: its style and ours leave each other alone.

    `saved` says where it is kept, or how to keep it.
    """
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
        saved,
        frame,
        parts.details(words.ANOTHER, _chooser(alone=alone), class_="another"),
        name=words.TITLE,
    )
