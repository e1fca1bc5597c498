"""How a journey looks: one stop after the other, then all ranges beside all statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.journey import REASONS
from helpers.view import figure_strings as strings
from helpers.view import parts
from helpers.view.estimate import ends
from helpers.view.markup import Markup, element, join
from helpers.view.ranges import render_ranges

if TYPE_CHECKING:
    from helpers.kinds.journey import Journey, Judged, Stop
    from helpers.view.look import Look


def form(look: Look[Journey]) -> Markup:
    """Render the way so far and the stop that has been reached."""
    past = look.exercise.read(look.last.answer) if look.given else ()
    past = () if len(past) == len(look.exercise.steps) else past
    stop = look.exercise.steps[len(past)]
    head = "small-head feedback" if past else "small-head"
    place = strings.stop(len(past) + 1, len(look.exercise.steps))
    return join(
        _way(past),
        parts.question(
            look.exercise,
            element("p", place, class_=head, tabindex="-1"),
            _statement(look, stop),
            element("p", strings.RANGE_HOW, class_="note"),
            ends(stop.id, look.exercise.unit),
        ),
        _reasons(stop) if past else None,
    )


def feedback(look: Look[Journey]) -> Markup:
    """Render the ranges against the statements, and what each stop brought."""
    way = look.exercise.read(look.last.answer)
    rows = [
        _brought(look, judged, before) for judged, before in zip(way, (None, *way), strict=False)
    ]
    return join(
        render_ranges(look.exercise, way, look.dossier),
        element("ol", rows, class_="outcome"),
        element("p", look.exercise.after),
    )


def _way(past: tuple[Judged, ...]) -> Markup | None:
    """Carry the ranges so far along, unseen and as a list."""
    fields = [
        element("input", type="hidden", name=f"{one.stop.id}-{end}", value=value)
        for number, one in enumerate(past)
        for end, value in _fields(one, first=number == 0)
    ]
    rows = [element("li", strings.range_given(one.range)) for one in past]
    shown = parts.details(strings.YOUR_WAY, element("ol", rows), class_="way") if past else None
    return join(fields, shown)


def _fields(judged: Judged, *, first: bool) -> list[tuple[str, str]]:
    ends_given = [("low", f"{judged.range.low:.12g}"), ("high", f"{judged.range.high:.12g}")]
    return ends_given if first else [*ends_given, ("reason", judged.reason)]


def _statement(look: Look[Journey], stop: Stop) -> Markup:
    """Render what is said, and of each statement who, what, on what basis, in whose interest."""
    rows = look.dossier.rows(look.exercise.table, stop.rows)
    return join(
        element("p", stop.says, class_="serif"),
        [_origin(row) for row in rows],
    )


def _origin(row: dict[str, str]) -> Markup:
    facts = [(strings.ROW_WORDS[name], row.get(name, "")) for name in strings.ROW_WORDS]
    pairs = [join(element("dt", word), element("dd", value)) for word, value in facts if value]
    return element("dl", pairs, class_="origin")


def _reasons(stop: Stop) -> Markup:
    picks = [parts.radio(f"{stop.id}-reason", name, strings.REASONS[name]) for name in REASONS]
    return parts.group(strings.WHY_MOVED, element("div", picks, class_="options"), class_="item")


def _brought(look: Look[Journey], judged: Judged, before: Judged | None) -> Markup:
    """Say of one stop whether the range moved, why, and what there was to move it."""
    rows = look.dossier.rows(look.exercise.table, judged.stop.rows)
    dates = ", ".join(dict.fromkeys(row["date"] for row in rows))
    moved = strings.moved(before.range if before else None, judged.range, judged.reason)
    return element(
        "li",
        element("p", f"{dates}. ", judged.stop.says, class_="item"),
        element("p", strings.range_given(judged.range), " ", moved),
        element("p", element("strong", strings.BROUGHT[judged.stop.brings]), " ", judged.stop.why),
    )
