"""Votes before and after a talk, and the experiment of the class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.classroom.findings import FEW
from helpers.classroom.report.section import asked_head, note, question, section
from helpers.classroom.report.shares import share_ground
from helpers.measures.interval import Interval
from helpers.view.charts.rows import Ground, bar_row, change_row, interval_row, on_rows
from helpers.view.drawing.figure import chart, picture
from helpers.view.markup import Markup, element, join
from helpers.view.tables import table
from helpers.words import report_sentences, report_text
from helpers.words.counted import tenths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.classroom.book import ClassBook
    from helpers.classroom.findings.trials import TrialFound
    from helpers.classroom.findings.votes import Votes
    from helpers.view.charts.rows import Row

    Options = Sequence[tuple[str, str]]

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
    last = one.again or one.first
    many = max(last.values())
    most = [text for name, text in options if last[name] == many]
    return join(
        asked_head(book, one.asked),
        chart(
            report_sentences.chosen_most(most, many, last.total()),
            _drawn(one, options),
            table(question(book, one.asked), *_counts(one, options)),
            note=report_sentences.voted(one.first.total(), one.again.total(), one.changed)
            if one.again
            else report_sentences.voted_once(one.first.total()),
            source=report_text.VOTES_SOURCE,
        ),
    )


def _drawn(one: Votes, options: Options) -> Markup:
    of = min(votes.total() for votes in (one.first, one.again) if votes)
    ground = share_ground(report_text.VOTES_AXIS, of)
    rows = [_row(one, name, text) for name, text in options]
    return picture(report_text.VOTES_PICTURE, lambda form: on_rows(form, ground, rows))


def _row(one: Votes, name: str, text: str) -> Row:
    first = one.first[name] / one.first.total()
    if one.again:
        return change_row(text, first, one.again[name] / one.again.total())
    return bar_row(text, first, report_sentences.of_class(one.first[name], one.first.total()))


def _counts(one: Votes, options: Options) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Give the heads and the rows of the table: the votes of each round."""
    rounds = [votes for votes in (one.first, one.again) if votes]
    rows = [
        (text, *(report_sentences.of_class(votes[name], votes.total()) for votes in rounds))
        for name, text in options
    ]
    return report_text.VOTES_HEADS[: 1 + len(rounds)], rows


def render_trials(book: ClassBook, trials: Sequence[TrialFound]) -> Markup:
    """Render each experiment: the difference of its two groups with its interval."""
    return section(
        report_text.TRIAL,
        [_trial(book, one) for one in trials] or element("p", report_text.NO_TRIAL),
        name="trial",
    )


def _trial(book: ClassBook, one: TrialFound) -> Markup:
    head = asked_head(book, one.asked)
    if min(len(group.ratings) for group in one.groups) < FEW:
        return join(head, element("p", report_text.TRIAL_FEW))
    lower, higher = sorted(one.groups, key=lambda group: group.mean)
    said = report_sentences.trial_said((higher.version, higher.mean), (lower.version, lower.mean))
    cells = [(g.version, str(len(g.ratings)), tenths(g.mean)) for g in one.groups]
    data = table(question(book, one.asked), report_text.TRIAL_HEADS, cells)
    if one.difference is None:
        return join(head, element("p", said), data)
    difference = _upward(one.difference)
    sides = higher.version, lower.version
    name, points = (
        report_sentences.higher(*sides),
        report_sentences.trial_difference(*sides, difference),
    )
    ground = Ground(-100, 100, report_text.TRIAL_AXIS, POINTS, _signed, (0,))
    rows = [interval_row(name, difference)]
    return join(
        head,
        chart(
            said,
            picture(report_text.TRIAL_PICTURE, lambda form: on_rows(form, ground, rows)),
            data,
            note=_measured(points, one),
            source=report_text.TRIAL_SOURCE,
        ),
    )


def _upward(found: Interval) -> Interval:
    """Turn a difference round so that it counts from the lower group to the higher one."""
    middle, low, high = found
    return found if middle >= 0 else Interval(-middle, -high, -low)


def _measured(points: str, one: TrialFound) -> str:
    """Write the difference in points and in standard deviations, each with its interval."""
    g = report_text.TRIAL_G.format(g=report_sentences.interval(_upward(one.g))) if one.g else ""
    return " ".join(said for said in (points, g, report_text.TRIAL_HOW) if said)


def _signed(value: float) -> str:
    return f"{value:g}".replace("-", report_sentences.MINUS)
