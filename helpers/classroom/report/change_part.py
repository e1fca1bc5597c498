"""Before and after: better or only more suspicious, with gains, losses, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.classroom.findings import COUNTS_ONLY, UNSTABLE
from helpers.classroom.report.section import lesson_name, note, section, untitled
from helpers.classroom.report.shares import share_ground, share_said
from helpers.view import parts
from helpers.view.charts.rows import change_row, on_rows
from helpers.view.drawing.figure import chart, picture
from helpers.view.markup import Markup, element
from helpers.view.tables import table
from helpers.words import report_sentences, report_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.classroom.book import ClassBook
    from helpers.classroom.findings.change import ClassChange
    from helpers.measures.change import Change
    from helpers.measures.sensitivity import Calls


def render_changes(book: ClassBook, changes: Sequence[ClassChange]) -> Markup:
    """Render each comparison of the first test with a later one."""
    return section(
        report_text.CHANGE,
        [_change(book, one) for one in changes] or element("p", report_text.NO_CHANGE),
        note(report_text.FORMS) if changes else None,
        name="change",
    )


def _change(book: ClassBook, one: ClassChange) -> Markup:
    counts_only = one.students < COUNTS_ONLY
    small = not counts_only and one.students < UNSTABLE
    made = one.change
    return element(
        "div",
        element("h3", f"{lesson_name(book, one.before)} → {lesson_name(book, one.after)}"),
        element("p", report_sentences.change_counts(one.students, one.missing)),
        _calls(one),
        element("p", _called_sound(one)),
        note(report_text.SMALL_SHIFT.format(students=one.students)) if small else None,
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


def _called_sound(one: ClassChange) -> str:
    """Say how many passages were called sound in all, whether they were or not."""
    before, after = (
        (calls.sound_called_sound + calls.weak_called_sound, calls.sound + calls.weak)
        for calls in one.calls
    )
    return report_sentences.called_sound(before, after)


def _calls(one: ClassChange) -> Markup:
    """Draw sound passages called sound and weak ones called weak, before and after."""
    before, after = one.calls
    pairs = [
        (report_text.CALLED_SOUND, _sound(before), _sound(after)),
        (report_text.CALLED_WEAK, _weak(before), _weak(after)),
    ]
    rows = [change_row(name, _share(was), _share(now)) for name, was, now in pairs]
    ground = share_ground(report_text.CALLS_AXIS, one.students)
    cells = [
        (name, report_sentences.of_class(*was), report_sentences.of_class(*now))
        for name, was, now in pairs
    ]
    return chart(
        report_text.SHIFTS[one.shift.value],
        picture(report_text.CALLS_PICTURE, lambda form: on_rows(form, ground, rows)),
        table(report_text.SHIFTS[one.shift.value], report_text.CALLS_HEADS, cells),
        note=report_text.CALLS_NOTE,
        source=report_text.CALLS_SOURCE,
    )


def _sound(calls: Calls) -> tuple[int, int]:
    return calls.sound_called_sound, calls.sound


def _weak(calls: Calls) -> tuple[int, int]:
    return calls.weak - calls.weak_called_sound, calls.weak


def _share(counted: tuple[int, int]) -> float:
    part, of = counted
    return part / max(1, of)


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
        (report_text.KR20_AFTER, _measured(after), report_text.KR20_SAYS_TOO),
    ]
    known = [(name, found, says) for name, found, says in rows if found]
    data = table(report_text.MEASURES, report_text.MEASURES_HEADS, known)
    return parts.details(report_text.MEASURES, untitled(data), class_="data")


def _measured(value: float | None) -> str | None:
    return None if value is None else report_sentences.hundredths(value)


def _places(book: ClassBook, one: ClassChange) -> Markup:
    """Draw each point of the test before and after, and count gains and losses in the table."""
    names = _names(book)
    drawn = [(names[place.place], place.change, *_right(place.change)) for place in one.places]
    rows = [change_row(name, was / of, now / of) for name, _, was, now, of in drawn]
    ground = share_ground(report_text.PLACES_AXIS, one.students)
    cells = [
        (name, share_said(was, of), share_said(now, of), str(made.gained), str(made.lost))
        for name, made, was, now, of in drawn
    ]
    fewer = {name: made.lost - made.gained for name, made, *_ in drawn}
    most = max(fewer.values())
    worst = [name for name, lost in fewer.items() if lost == most]
    return chart(
        report_sentences.most_lost(worst, most, one.students),
        picture(report_text.PLACES_PICTURE, lambda form: on_rows(form, ground, rows)),
        table(report_text.PLACES, report_text.PLACES_HEADS, cells),
        source=report_text.CALLS_SOURCE,
    )


def _names(book: ClassBook) -> dict[str, str]:
    form = next(iter(book.form_items))
    return {place.id: place.name for place in book.form(form).places}


def _right(made: Change) -> tuple[int, int, int]:
    """Count who was right before and after, and how many there are."""
    return made.kept + made.lost, made.kept + made.gained, sum(made)
