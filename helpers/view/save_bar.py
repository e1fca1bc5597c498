"""The save bar: code name, what is kept and where, Download, Load, and what is offered."""

from __future__ import annotations

import msgspec

from helpers.view import parts
from helpers.view.markup import Markup, element
from helpers.words import saving_text


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """What the bar shows. `offers` counts, by code name, what only this browser holds."""

    code: str
    answers: int
    folder: str
    on_disk: bool
    damaged: int = 0
    offers: dict[str, int] = {}
    their_code: str = ""
    blocked: bool = False
    undo: bool = False


def render_bar(bar: Bar) -> Markup:
    """Render the bar."""
    kept = saving_text.kept(bar.answers, bar.folder, on_disk=bar.on_disk)
    return element(
        "section",
        element(
            "p",
            f"{saving_text.CODE_NAME}: ",
            element("strong", bar.code or saving_text.NO_CODE),
            f" · {kept}.",
        ),
        element("p", saving_text.damaged(bar.damaged)) if bar.damaged else None,
        element("p", saving_text.KEPT_BROWSER) if not bar.on_disk else None,
        element("p", saving_text.BLOCKED) if bar.blocked else None,
        [_offer(code, count) for code, count in bar.offers.items()],
        _foreign(bar) if bar.their_code else None,
        _tools(bar),
        _stopping(),
        class_="plain bar",
        aria_label=saving_text.BAR_TITLE,
        data_bar=True,
    )


def _tools(bar: Bar) -> Markup:
    # One of the two: what was reset can be brought back, and what was not can be reset.
    again = (
        ("undo", saving_text.UNDO_LESSON)
        if bar.undo
        else ("reset-lesson", saving_text.RESET_LESSON)
    )
    return element(
        "div",
        parts.button(saving_text.DOWNLOAD, "download", class_="primary"),
        parts.button(saving_text.LOAD, "choose"),
        element("input", type="file", accept=".jsonl", hidden=True, aria_label=saving_text.LOAD),
        parts.button(again[1], again[0]) if bar.answers or bar.undo else None,
        class_="tools",
    )


def _offer(code: str, count: int) -> Markup:
    return element(
        "div",
        element("p", saving_text.offer(code, count)),
        parts.button(saving_text.BRING_BACK, "bring", data_code=code),
        parts.button(saving_text.LEAVE, "leave", data_code=code),
        class_="tools",
    )


def _foreign(bar: Bar) -> Markup:
    return element(
        "div",
        element("p", saving_text.other_code(bar.their_code, bar.code)),
        parts.button(saving_text.ADD_ANYWAY, "add"),
        parts.button(saving_text.DO_NOT_ADD, "drop"),
        class_="tools",
    )


def _stopping() -> Markup:
    steps = [element("li", step) for step in saving_text.STOPPING_STEPS]
    return parts.details(saving_text.STOPPING, element("ol", steps), class_="stopping")


def render_code_name(code: str, suggestion: str) -> Markup:
    """Render the card on which a student chooses a code name."""
    field = element(
        "input",
        type="text",
        name="code",
        value=code or suggestion,
        maxlength=24,
        autocomplete="off",
        data_fill="",
    )
    return element(
        "section",
        element(
            "form",
            element(
                "p", f"{saving_text.CODE_NAME}: ", element("strong", code or saving_text.NO_CODE)
            ),
            element("label", f"{saving_text.CHOOSE_CODE} ", field),
            element("p", saving_text.CODE_HINT, class_="note"),
            element(
                "div",
                element("button", saving_text.USE_CODE, type="submit", class_="primary"),
                parts.button(saving_text.ANOTHER_CODE, "suggest"),
                class_="tools",
            ),
            data_do="code",
            novalidate=True,
        ),
        class_="card",
        aria_label=saving_text.CHOOSE_CODE,
    )
