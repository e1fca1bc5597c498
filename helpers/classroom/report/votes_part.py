"""Votes before and after a talk, and the experiment of the class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.classroom.findings import FEW
from helpers.classroom.report.section import lesson_name, note, question, section
from helpers.kinds.trial import Trial
from helpers.view.charts.rows import Ground, bar_row, change_row, interval_row, on_rows
from helpers.view.drawing.figure import chart, picture
from helpers.view.markup import Markup, element
from helpers.view.tables import table
from helpers.words import report_sentences, report_text
from helpers.words.counted import tenths, whole_percent

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from helpers.classroom.book import ClassBook
    from helpers.classroom.findings.trials import TrialFound
    from helpers.classroom.findings.votes import Votes

SHARES = (0, 0.25, 0.5, 0.75, 1)
POINTS = (-100, -50, 0, 50, 100)


def render_votes(book: ClassBook, votes: Sequence[Votes]) -> Markup:
    """Render each vote: the first one, and beside it the second, if there was one."""
    return section(
        report_text.VOTES,
        note(report_text.VOTES_SAID) if votes else element("p", report_text.NO_VOTES),
        [_vote(book, one) for one in votes],
        name="votes",
    )


def _vote(book: ClassBook, one: Votes) -> Markup:
    options = book.exercise(one.asked).parts()[0].entries
    shares = [(text, _share(one.first, name), _share(one.again, name)) for name, text in options]
    if one.again is None:
        rows = [bar_row(text, first, whole_percent(first)) for text, first, _ in shares]
        said = report_sentences.voted_once(one.first.total())
    else:
        rows = [change_row(text, first, again) for text, first, again in shares]
        said = report_sentences.voted(one.first.total(), one.again.total(), one.changed)
    ground = Ground(0, 1, report_text.VOTES_AXIS, SHARES, whole_percent)
    heads = report_text.VOTES_HEADS if one.again else report_text.VOTES_HEADS[:2]
    cells = [
        (text, whole_percent(first), whole_percent(again))[: len(heads)]
        for text, first, again in shares
    ]
    ask = f"{question(book, one.asked)} ({lesson_name(book, one.asked[0])})"
    return chart(
        ask,
        picture(report_text.VOTES_PICTURE, lambda form: on_rows(form, ground, rows)),
        table(ask, heads, cells),
        note=said,
        source=report_text.VOTES_SOURCE,
    )


def _share(votes: Counter[str] | None, option: str) -> float:
    return votes[option] / votes.total() if votes else 0


def render_trials(book: ClassBook, trials: Sequence[TrialFound]) -> Markup:
    """Render each experiment: the difference of its two groups with its interval."""
    return section(
        report_text.TRIAL,
        [_trial(book, one) for one in trials] or element("p", report_text.NO_TRIAL),
        name="trial",
    )


def _trial(book: ClassBook, one: TrialFound) -> Markup:
    exercise = book.exercise(one.asked)
    if not isinstance(exercise, Trial) or min(len(g.ratings) for g in one.groups) < FEW:
        return element("p", report_text.TRIAL_FEW)
    first, second = one.groups
    said = report_sentences.trial_said((first.version, first.mean), (second.version, second.mean))
    cells = [(g.version, str(len(g.ratings)), tenths(g.mean)) for g in one.groups]
    data = table(exercise.ask, report_text.TRIAL_HEADS, cells)
    if one.difference is None:
        return element("div", element("p", said), data)
    name = report_sentences.higher(second.version, first.version)
    ground = Ground(-100, 100, report_text.TRIAL_AXIS, POINTS, _signed, (0,))
    rows = [interval_row(name, one.difference)]
    return chart(
        said,
        picture(report_text.TRIAL_PICTURE, lambda form: on_rows(form, ground, rows)),
        data,
        note=_measured(name, one),
        source=report_text.TRIAL_SOURCE,
    )


def _measured(name: str, one: TrialFound) -> str:
    """Write the difference in points and in standard deviations, each with its interval."""
    points = f"{name}: {report_sentences.interval(one.difference)}." if one.difference else ""
    g = report_text.TRIAL_G.format(g=report_sentences.interval(one.g)) if one.g else ""
    return " ".join(said for said in (points, g, report_text.TRIAL_HOW) if said)


def _signed(value: float) -> str:
    return f"{value:g}".replace("-", report_sentences.MINUS)
