"""How a journey looks: one stop after the other, then all ranges beside all statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.journey import REASONS
from helpers.view import parts
from helpers.view.charts.ranges import render_ranges
from helpers.view.kinds.estimate import ends
from helpers.view.markup import Markup, element, join
from helpers.words import figure_text
from helpers.words.counted import span

if TYPE_CHECKING:
    from helpers.kinds.journey import Journey, Judged, Stop
    from helpers.view.card_state import CardState


def form(state: CardState[Journey]) -> Markup:
    """Render the way so far and the stop that has been reached."""
    past = state.last.read if state.attempts else ()
    # A journey that is over and begun again starts at its first stop.
    past = () if len(past) == len(state.exercise.steps) else past
    stop = state.exercise.steps[len(past)]
    head = "small-head feedback" if past else "small-head"
    place = figure_text.STOP.format(place=len(past) + 1, all=len(state.exercise.steps))
    return join(
        _way(past),
        parts.question(
            state.exercise,
            element("p", place, class_=head, tabindex="-1"),
            _statement(state, stop),
            element("p", figure_text.RANGE_HOW, class_="note"),
            ends(stop.id, state.exercise.unit),
        ),
        _reasons(stop) if past else None,
    )


def feedback(state: CardState[Journey]) -> Markup:
    """Render the ranges against the statements, and what each stop brought."""
    way = state.last.read
    rows = [
        _brought(state, judged, before) for judged, before in zip(way, (None, *way), strict=False)
    ]
    return join(
        render_ranges(state.exercise, way, state.dossier),
        element("ol", rows, class_="outcome"),
    )


def _way(past: tuple[Judged, ...]) -> Markup | None:
    """Carry the ranges so far along, unseen and as a list."""
    # Carried along unseen: each answer holds the whole way, so that none rests on another.
    fields = [
        element("input", type="hidden", name=f"{one.stop.id}-{end}", value=value)
        for number, one in enumerate(past)
        for end, value in _fields(one, first=number == 0)
    ]
    rows = [element("li", _given(one)) for one in past]
    shown = parts.details(figure_text.YOUR_WAY, element("ol", rows), class_="way") if past else None
    return join(fields, shown)


def _fields(judged: Judged, *, first: bool) -> list[tuple[str, str]]:
    ends_given = [("low", f"{judged.range.low:.12g}"), ("high", f"{judged.range.high:.12g}")]
    return ends_given if first else [*ends_given, ("reason", judged.reason)]


def _statement(state: CardState[Journey], stop: Stop) -> Markup:
    """Render what is said, and of each statement who, what, on what basis, in whose interest."""
    rows = state.dossier.rows(state.exercise.table, stop.rows)
    return join(
        element("p", stop.says, class_="serif"),
        [_origin(row) for row in rows],
    )


def _origin(row: dict[str, str]) -> Markup:
    facts = [(figure_text.ROW_WORDS[name], row.get(name, "")) for name in figure_text.ROW_WORDS]
    pairs = [join(element("dt", word), element("dd", value)) for word, value in facts if value]
    return element("dl", pairs, class_="origin")


def _reasons(stop: Stop) -> Markup:
    picks = [parts.radio(f"{stop.id}-reason", name, figure_text.REASONS[name]) for name in REASONS]
    return parts.group(
        figure_text.WHY_MOVED, element("div", picks, class_="options"), class_="item"
    )


def _brought(state: CardState[Journey], judged: Judged, before: Judged | None) -> Markup:
    """Say of one stop whether the range moved, why, and what there was to move it."""
    rows = state.dossier.rows(state.exercise.table, judged.stop.rows)
    brought = " ".join(figure_text.BROUGHT[what] for what in judged.stop.brings)
    dates = ", ".join(dict.fromkeys(row["date"] for row in rows))
    return element(
        "li",
        element("p", f"{dates}. ", judged.stop.says, class_="item"),
        element("p", _given(judged), " ", _moved(judged, before)),
        element("p", element("strong", brought), " ", judged.stop.why),
    )


def _given(judged: Judged) -> str:
    return figure_text.RANGE_GIVEN.format(range=span(*judged.range))


def _moved(judged: Judged, before: Judged | None) -> str:
    """Say whether a range moved, and the reason that was given."""
    if before is None:
        return figure_text.FIRST_RANGE
    reason = figure_text.REASONS[judged.reason]
    if before.range == judged.range:
        return figure_text.STAYED.format(reason=reason)
    return figure_text.MOVED.format(before=span(*before.range), reason=reason)
