"""How a journey looks: one stop after the other, and after each how the range has moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.journey import REASONS, STAYED
from helpers.topics.days import long_day, plain_day
from helpers.view import parts
from helpers.view.charts.ranges import moved, render_ranges
from helpers.view.kinds.estimate import ends
from helpers.view.markup import Markup, element, join
from helpers.words import card_text, figure_text, handout_text
from helpers.words.counted import number, span

if TYPE_CHECKING:
    from helpers.kinds.journey import Journey, Judged, Said, Stop
    from helpers.topics.casualties import Bounds
    from helpers.topics.statements import Statement
    from helpers.view.card_state import CardState

MOST = 3
"""So many contradicted statements are told; more would be a wall."""
STEPS = (1, 1.5, 2, 3, 5, 7)
"""The round values of the slider from one to ten; then ten times as much, and so on."""


def form(state: CardState[Journey]) -> Markup:
    """Render the way so far and the stop that has been reached."""
    past = state.last.read if state.attempts else ()
    # A journey that is over and begun again starts at its first stop.
    past = () if len(past) == len(state.exercise.steps) else past
    stop = state.exercise.steps[len(past)]
    place = figure_text.STOP.format(place=len(past) + 1, all=len(state.exercise.steps))
    return join(
        _way(state, past) if past else None,
        parts.question(
            state.exercise,
            element("p", place, class_="small-head"),
            _statement(state, stop),
            None if past else element("p", figure_text.RANGE_HOW, class_="note"),
            _range(state.exercise, stop, past[-1].range if past else None),
        ),
        _reasons(stop) if past else None,
    )


def feedback(state: CardState[Journey]) -> Markup:
    """Render what the last stop brought, the ranges among the statements, what contradicts them."""
    way = state.last.read
    rows = [
        element("li", element("p", one.stop.says, class_="item"), _came_of(one, before))
        for one, before in zip(way, (None, *way), strict=False)
    ]
    # Folded: each was told at its stop.
    every = element("ol", rows, class_="outcome")
    return join(
        _came_of(way[-1], way[-2] if len(way) > 1 else None),
        render_ranges(state.exercise, way, state.dossier),
        _contradicted(state, way),
        parts.details(figure_text.STOP_BY_STOP, every, class_="way", data_fold="way"),
    )


def paper(state: CardState[Journey]) -> Markup:
    """Render all stops, each with blanks; between two a rule that hides what comes later."""
    stops = state.exercise.steps
    how = element("p", figure_text.RANGE_HOW, class_="note")
    shown = [_stop_on_paper(state, place) for place in range(len(stops))]
    cover = element("p", handout_text.COVER, class_="cover")
    between = [[one, cover] for one in shown[:-1]]
    return parts.question(state.exercise, how, between, shown[-1:])


def key(state: CardState[Journey]) -> Markup:
    """Render of each stop what it brought, why, and the range of what was stated by then."""
    rows = [
        element("li", element("p", stop.says, class_="item"), element("p", _stated(range_)),
                element("p", element("strong", figure_text.brought(stop.brings)), " ", stop.why))
        for stop, range_ in zip(state.exercise.steps, state.exercise.stated_by(state.dossier),
                                strict=True)
    ]  # fmt: skip
    return join(element("p", handout_text.WORKED_HOW, class_="note"), element("ol", rows))


def _stated(given: Bounds | None) -> str:
    if given is None:
        return handout_text.NOTHING_STATED
    return handout_text.WORKED.format(range=span(*given))


def _stop_on_paper(state: CardState[Journey], place: int) -> Markup:
    stops = state.exercise.steps
    stop = stops[place]
    return element(
        "div",
        element("p", figure_text.STOP.format(place=place + 1, all=len(stops)), class_="small-head"),
        _statement(state, stop),
        ends(stop.id, state.exercise.unit),
        _reasons(stop) if place else None,
        class_="station",
    )


def _way(state: CardState[Journey], past: tuple[Judged, ...]) -> Markup:
    """Tell what came of the stop just kept, draw the way, and carry the ranges along unseen."""
    # Each answer holds the whole way, so that none rests on another.
    fields = [
        element("input", type="hidden", name=f"{one.stop.id}-{end}", value=value)
        for place, one in enumerate(past)
        for end, value in _fields(one, first=place == 0)
    ]
    told = element(
        "div",
        _came_of(past[-1], past[-2] if len(past) > 1 else None),
        class_="feedback",
        tabindex="-1",
        role="group",
        aria_label=card_text.FEEDBACK,
    )
    return join(fields, told, render_ranges(state.exercise, past, state.dossier))


def _fields(judged: Judged, *, first: bool) -> list[tuple[str, str]]:
    ends_given = [("low", f"{judged.range.low:.12g}"), ("high", f"{judged.range.high:.12g}")]
    return ends_given if first else [*ends_given, ("reason", judged.reason)]


def _came_of(judged: Judged, before: Judged | None) -> Markup:
    """Say of one stop whether the range moved, and what there was to move it."""
    return element(
        "p",
        moved(judged, before),
        " ",
        element("strong", figure_text.brought(judged.stop.brings)),
        " ",
        judged.stop.why,
    )


def _statement(state: CardState[Journey], stop: Stop) -> Markup:
    """Render what is said, and of each statement who, what, on what basis, in whose interest."""
    rows = state.dossier.rows(state.exercise.table, stop.rows)
    return element(
        "div",
        element("p", stop.says, class_="serif"),
        [_origin(row) for row in rows],
        class_="stop",
    )


def _origin(row: dict[str, str]) -> Markup:
    row = {**row, "date": plain_day(row["date"])}
    facts = [(figure_text.ROW_WORDS[name], row.get(name, "")) for name in figure_text.ROW_WORDS]
    pairs = [join(element("dt", word), element("dd", value)) for word, value in facts if value]
    return element("dl", pairs, class_="origin")


def _range(exercise: Journey, stop: Stop, before: Bounds | None) -> Markup:
    """Render the two boxes with the last range in them, the slider, and the way to leave it."""
    leave = parts.tool(figure_text.LEAVE, "leave") if before else None
    return element(
        "div",
        ends(stop.id, exercise.unit, before),
        # Hidden until its script moves it: the boxes do without.
        element("div", _slider(exercise), class_="reach", hidden=True),
        element("div", leave, class_="tools") if leave else None,
        data_range=" ".join(f"{value:.12g}" for value in _round_values(exercise.tens)),
        data_unit=exercise.unit,
    )


def _slider(exercise: Journey) -> Markup:
    """Render two handles on one rail, above the powers of ten."""
    last = len(_round_values(exercise.tens)) - 1
    handles = [
        element("input", type="range", name=f"_{end}", min=0, max=last, step=1, value=value,
                aria_label=words)
        for end, words, value in (("low", figure_text.LOW_END, 0),
                                  ("high", figure_text.HIGH_END, last))
    ]  # fmt: skip
    marks = [0, *(10**power for power in range(1, exercise.tens + 1))]
    under = element(
        "div",
        [element("span", number(one)) for one in marks],
        class_="rail-numbers",
        aria_hidden="true",
    )
    return join(element("div", handles, class_="rail"), under)


def _round_values(tens: int) -> list[float]:
    """Give the values of the slider; each tenfold step has as many as the one before.

    >>> _round_values(2)
    [0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100]
    """
    # Nobody is half killed, so the first ten have no 1.5, and zero in its place.
    small = [0, *(step for step in STEPS if step == int(step))]
    large = [step * 10**power for power in range(1, tens) for step in STEPS]
    return [*small, *(int(value) for value in large), 10**tens]


def _reasons(stop: Stop) -> Markup:
    picks = [
        parts.radio(f"{stop.id}-reason", name, figure_text.REASONS[name])
        for name in REASONS
        if name != STAYED
    ]
    return parts.group(
        figure_text.WHY_MOVED, element("div", picks, class_="options"), class_="item"
    )


def _contradicted(state: CardState[Journey], way: tuple[Judged, ...]) -> Markup:
    """Tell which statements cannot be right if the last range is, and that nobody knows."""
    against = state.exercise.contradicted(way, state.dossier)
    shown = sorted(against[:MOST], key=lambda one: one[1].day)
    head = element("p", figure_text.CONTRADICTS, class_="small-head")
    if not shown:
        count = len(state.exercise.said)
        return join(head, element("p", figure_text.CONTRADICTS_NONE.format(all=count)))
    more = figure_text.contradicts_most(len(shown), len(against))
    return join(
        head,
        element("p", more) if len(against) > len(shown) else None,
        element("ul", [_against(state, way[-1].range, *one) for one in shown], class_="against"),
        element("p", figure_text.CONTRADICTS_HOW, class_="note"),
    )


def _against(state: CardState[Journey], given: Bounds, said: Said, statement: Statement) -> Markup:
    """Tell one statement: who, when, what, whether it is a floor, and why both cannot be."""
    [row] = state.dossier.rows(state.exercise.table, [said.row])
    kind = figure_text.PART if said.part else figure_text.WHOLE
    kind = figure_text.FLOOR if statement.is_floor else kind
    stated = figure_text.stated(statement.limits, said.aside)
    outside = figure_text.lies_outside(given, above=statement.limits.low > given.high)
    return element(
        "li",
        f"{row['claimant']}, {long_day(statement.day)}: ",
        element("strong", stated),
        f", {kind}. {outside}",
    )
