"""Before and after: better or only more suspicious, with gains, losses, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.classroom.findings import COUNTS_ONLY, UNSTABLE
from helpers.classroom.report.section import lesson_name, note, section
from helpers.view.charts.rows import Ground, change_row, on_rows
from helpers.view.drawing.figure import chart, picture
from helpers.view.markup import Markup, element
from helpers.view.tables import table
from helpers.words import report_sentences, report_text
from helpers.words.counted import whole_percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.classroom.book import ClassBook
    from helpers.classroom.findings.change import ClassChange, PlaceChange
    from helpers.measures.sensitivity import Calls

SHARES = (0, 0.25, 0.5, 0.75, 1)


def render_changes(book: ClassBook, changes: Sequence[ClassChange]) -> Markup:
    """Render each comparison of the first test with a later one."""
    return section(
        report_text.CHANGE,
        [_change(book, one) for one in changes] or element("p", report_text.NO_CHANGE),
        note(report_text.FORMS) if changes else None,
        name="change",
    )


def _change(book: ClassBook, one: ClassChange) -> Markup:
    small = one.students < UNSTABLE
    counts_only = one.students < COUNTS_ONLY
    made = one.change
    return element(
        "div",
        element("h3", f"{lesson_name(book, one.before)} → {lesson_name(book, one.after)}"),
        element("p", report_sentences.change_counts(one.students, one.missing)),
        _calls(one),
        note(report_text.SMALL_SHIFT) if small and not counts_only else None,
        element(
            "p",
            report_sentences.gains_and_losses(
                made.gained, made.gained + made.still_open, made.lost, made.lost + made.kept
            ),
        ),
        None if counts_only else _measures(one),
        _places(book, one),
        class_="compared",
    )


def _calls(one: ClassChange) -> Markup:
    """Draw sound passages called sound and weak ones called weak, before and after."""
    before, after = one.calls
    pairs = [
        (report_text.CALLED_SOUND, _sound(before), _sound(after)),
        (report_text.CALLED_WEAK, _weak(before), _weak(after)),
    ]
    rows = [change_row(name, was, now) for name, was, now in pairs]
    ground = Ground(0, 1, report_text.CALLS_AXIS, SHARES, whole_percent)
    cells = [(name, whole_percent(was), whole_percent(now)) for name, was, now in pairs]
    return chart(
        report_text.SHIFTS[one.shift.value],
        picture(report_text.CALLS_PICTURE, lambda form: on_rows(form, ground, rows)),
        table(report_text.SHIFTS[one.shift.value], report_text.CALLS_HEADS, cells),
        source=report_text.CALLS_SOURCE,
    )


def _sound(calls: Calls) -> float:
    return calls.sound_called_sound / max(1, calls.sound)


def _weak(calls: Calls) -> float:
    return 1 - calls.weak_called_sound / max(1, calls.weak)


def _measures(one: ClassChange) -> Markup:
    """List each measure with its interval, and in plain words what it says."""
    before, after = one.reliability
    rows = [
        (report_text.D_PRIME, one.d and report_sentences.interval(one.d), report_text.D_SAYS),
        (report_text.BIAS, one.c and report_sentences.interval(one.c), report_text.C_SAYS),
        (report_text.G, one.g and report_sentences.interval(one.g), report_text.G_SAYS),
        (report_text.GAIN, _measured(one.gain), report_text.GAIN_SAYS),
        (report_text.GAINED, _measured(one.change.gain), report_text.GAINED_SAYS),
        (report_text.LOST, _measured(one.change.loss), report_text.LOST_SAYS),
        (report_text.KR20_BEFORE, _measured(before), report_text.KR20_SAYS),
        (report_text.KR20_AFTER, _measured(after), report_text.KR20_SAYS),
    ]
    known = [(name, found, says) for name, found, says in rows if found]
    return element(
        "div", table(report_text.MEASURES, report_text.MEASURES_HEADS, known), class_="wide"
    )


def _measured(value: float | None) -> str | None:
    return None if value is None else report_sentences.hundredths(value)


def _places(book: ClassBook, one: ClassChange) -> Markup:
    """Draw each point of the test before and after, and count gains and losses in the table."""
    names = _names(book)
    drawn = [(names[place.place], place, *_shares(place)) for place in one.places]
    rows = [change_row(name, was, now) for name, _, was, now in drawn]
    ground = Ground(0, 1, report_text.PLACES_AXIS, SHARES, whole_percent)
    cells = [
        (name, whole_percent(was), whole_percent(now), str(p.change.gained), str(p.change.lost))
        for name, p, was, now in drawn
    ]
    worst = max(drawn, key=lambda place: place[1].change.lost - place[1].change.gained)
    fewer = worst[1].change.lost - worst[1].change.gained
    return chart(
        report_sentences.most_lost(worst[0], fewer, one.students),
        picture(report_text.PLACES_PICTURE, lambda form: on_rows(form, ground, rows)),
        table(report_text.PLACES, report_text.PLACES_HEADS, cells),
        source=report_text.CALLS_SOURCE,
    )


def _names(book: ClassBook) -> dict[str, str]:
    form = next(iter(book.form_items))
    return {place.id: place.name for place in book.form(form).places}


def _shares(place: PlaceChange) -> tuple[float, float]:
    kept, gained, lost, still_open = place.change
    all_ = kept + gained + lost + still_open
    return (kept + lost) / all_, (kept + gained) / all_
