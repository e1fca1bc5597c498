"""The save bar: code name, what is kept and where, Download, Load, and what is offered."""

from __future__ import annotations

import msgspec

from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.words import kept_text, saving_text
from helpers.workbook import Student


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """What the bar shows. `copied` is None until the browser has said whether it keeps copies.

    `minutes` are those of the lesson, which the page shows with its title. `worked` tells whether
    anything was ever answered, also what a reset hides; `begun` whether this lesson shows anything
    that can be reset. `names_at` is the address of the lesson where a code name is chosen; empty in
    that lesson itself.
    """

    folder: str
    names_at: str = ""
    minutes: int = 0
    code: str = ""
    answers: int = 0
    on_disk: bool = True
    copied: bool | None = None
    damaged: int = 0
    newer: int = 0
    overlong: bool = False
    offers: tuple[Student, ...] = ()
    asks_who: bool = False
    asks_file: str = ""
    worked: bool = False
    begun: bool = False
    undo: bool = False


def render_bar(bar: Bar) -> Markup:
    """Render the bar: one line that opens, and below it what the student has to know or decide."""
    return element(
        "section",
        _line(bar),
        _whose(bar) if bar.asks_who else None,
        element("p", saving_text.damaged(bar.damaged)) if bar.damaged else None,
        element("p", saving_text.newer_lines(bar.newer)) if bar.newer else None,
        element("p", kept_text.here().overlong) if bar.overlong else None,
        element("p", kept_text.here().not_first) if not bar.on_disk else None,
        element("p", kept_text.here().not_second) if bar.copied is False else None,
        [_offer(student) for student in bar.offers],
        _file(bar.asks_file) if bar.asks_file else None,
        class_="plain bar",
        aria_label=saving_text.BAR_TITLE,
        data_bar=True,
        data_minutes=str(bar.minutes) if bar.minutes else None,
    )


def _line(bar: Bar) -> Markup:
    copied = bar.copied is True
    kept = saving_text.kept(bar.answers, bar.folder, on_disk=bar.on_disk, copied=copied)
    code = element("strong", bar.code or saving_text.NO_CODE)
    return parts.details(
        saving_text.in_short(bar.code, bar.answers, kept=bar.on_disk or copied),
        element("p", f"{saving_text.CODE_NAME}: ", code, _to_name(bar), f" · {kept}."),
        _tools(bar),
        _stopping(),
        class_="line",
        data_fold="bar",
        # Where a place fails, what is wanted next is Download.
        open=not bar.on_disk or bar.copied is False,
    )


def _to_name(bar: Bar) -> Markup | None:
    """Lead to where a code name is chosen, whoever has none."""
    if bar.code or not bar.names_at:
        return None
    return join(" (", element("a", saving_text.CHOOSE_AT, href=bar.names_at), ")")


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
        element(
            "input",
            type="file",
            accept=".jsonl,.txt,.zip,.json",
            hidden=True,
            aria_label=saving_text.LOAD,
        ),
        # A page that is left open is found by whoever comes next.
        parts.button(saving_text.SOMEBODY_ELSE, "somebody")
        if bar.worked and not bar.asks_who
        else None,
        parts.button(again[1], again[0]) if bar.begun or bar.undo else None,
        class_="tools",
    )


def _whose(bar: Bar) -> Markup:
    return _asked(
        saving_text.whose_page(bar.code),
        parts.button(saving_text.MINE, "mine"),
        parts.button(saving_text.SOMEBODY_ELSE, "somebody"),
    )


def _offer(student: Student) -> Markup:
    # Copies that a browser has from the first edition belong to no workbook: they are brought in.
    do = "turn" if student.workbook else "bring"
    return _asked(
        saving_text.offer(student.code, student.answers),
        parts.button(
            saving_text.THAT_IS_ME, do, data_workbook=student.workbook, data_code=student.code
        ),
    )


def _file(question: str) -> Markup:
    return _asked(
        question,
        parts.button(saving_text.ADD_ANYWAY, "add"),
        parts.button(saving_text.DO_NOT_ADD, "drop"),
    )


def _asked(question: str, *buttons: Markup) -> Markup:
    return element("div", element("p", question), *buttons, class_="tools")


def _stopping() -> Markup:
    steps = [element("li", step) for step in kept_text.here().leaving_steps]
    return parts.details(kept_text.here().leaving, element("ol", steps), class_="stopping")


def render_code_name(code: str, suggestion: str, wished: str = "", *, real: bool = False) -> Markup:
    """Render the card on which a student chooses a code name.

    `wished` asks about a new one; `real` says that it looks like her own.
    """
    field = element(
        "input",
        type="text",
        name="code",
        value=wished or code or suggestion,
        maxlength=24,
        autocomplete="off",
        data_fill="",
        data_suggested=True,
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
            (_real() if real else _another()) if wished else None,
            data_do="code",
            novalidate=True,
        ),
        class_="card",
        aria_label=saving_text.CHOOSE_CODE,
    )


def _real() -> Markup:
    return _asked(
        saving_text.REAL_NAME,
        parts.button(saving_text.USE_ANYWAY, "use-anyway"),
        parts.button(saving_text.CHOOSE_ANOTHER, "suggest"),
    )


def _another() -> Markup:
    return _asked(
        saving_text.NEW_NAME_OR_SOMEBODY,
        parts.button(saving_text.ANOTHER_NAME, "rename"),
        parts.button(saving_text.SOMEBODY_ELSE, "somebody"),
    )
