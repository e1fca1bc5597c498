"""The save bar: code name, what is kept and where, Download, Load, and what is offered."""

from __future__ import annotations

import msgspec

from helpers.view import parts, strings
from helpers.view.markup import Markup, element


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
    kept = strings.kept(bar.answers, bar.folder, on_disk=bar.on_disk)
    return element(
        "section",
        element(
            "p",
            f"{strings.CODE_NAME}: ",
            element("strong", bar.code or strings.NO_CODE),
            f" · {kept}.",
        ),
        element("p", strings.damaged(bar.damaged)) if bar.damaged else None,
        element("p", strings.KEPT_BROWSER) if not bar.on_disk else None,
        element("p", strings.BLOCKED) if bar.blocked else None,
        [_offer(code, count) for code, count in bar.offers.items()],
        _foreign(bar) if bar.their_code else None,
        _tools(bar),
        _stopping(),
        class_="plain bar",
        aria_label=strings.BAR_TITLE,
        data_bar=True,
    )


def _tools(bar: Bar) -> Markup:
    again = ("undo", strings.UNDO_LESSON) if bar.undo else ("reset-lesson", strings.RESET_LESSON)
    return element(
        "div",
        parts.button(strings.DOWNLOAD, "download", class_="primary"),
        parts.button(strings.LOAD, "choose"),
        element("input", type="file", accept=".jsonl", hidden=True, aria_label=strings.LOAD),
        parts.button(again[1], again[0]) if bar.answers or bar.undo else None,
        class_="tools",
    )


def _offer(code: str, count: int) -> Markup:
    return element(
        "div",
        element("p", strings.offer(code, count)),
        parts.button(strings.BRING_BACK, "bring", data_code=code),
        parts.button(strings.LEAVE, "leave", data_code=code),
        class_="tools",
    )


def _foreign(bar: Bar) -> Markup:
    return element(
        "div",
        element("p", strings.other_code(bar.their_code, bar.code)),
        parts.button(strings.ADD_ANYWAY, "add"),
        parts.button(strings.DO_NOT_ADD, "drop"),
        class_="tools",
    )


def _stopping() -> Markup:
    steps = [element("li", step) for step in strings.STOPPING_STEPS]
    return parts.details(strings.STOPPING, element("ol", steps), class_="stopping")


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
            element("p", f"{strings.CODE_NAME}: ", element("strong", code or strings.NO_CODE)),
            element("label", f"{strings.CHOOSE_CODE} ", field),
            element("p", strings.CODE_HINT, class_="note"),
            element(
                "div",
                element("button", strings.USE_CODE, type="submit", class_="primary"),
                parts.button(strings.ANOTHER_CODE, "suggest"),
                class_="tools",
            ),
            data_do="code",
            novalidate=True,
        ),
        class_="card",
        aria_label=strings.CHOOSE_CODE,
    )
