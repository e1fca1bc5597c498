"""What to talk about first: five findings, each with words for the board and a question to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.findings import COUNTS_ONLY
from helpers.classroom.findings.annotations import LOW
from helpers.classroom.findings.slips import worst_places
from helpers.kinds.choice import Choice
from helpers.kinds.sort import BoundSort
from helpers.measures.calibration import MANY
from helpers.measures.shift import Shift
from helpers.words import annotation_text, card_text, report_text, topic_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from helpers.classroom.book import Asked, ClassBook
    from helpers.classroom.findings.all import Findings
    from helpers.classroom.findings.slips import SlipAt
    from helpers.kinds.base import Exercise
    from helpers.kinds.slips import Slip
    from helpers.measures.interval import Interval
    from helpers.texts.article import Quote

FIVE = 5
SLIPS_FIRST = 3
"""So many slips at most come before other findings."""
OFTEN = 0.25
"""A slip of fewer students is theirs, and not the class's."""
TOO_SURE = 0.15
"""So much less often right than sure is worth talking about."""
SPLIT = 0.35
"""A vote is split where the second option still has such a share."""
UNREMARKABLE = (Shift.NOTHING_CLEAR, Shift.TOO_FEW)
TRUSTING = (Shift.MORE_TRUSTING, Shift.SHARPER_AND_MORE_TRUSTING)
"""After these a class looks for what is weak, after the others for what is sound."""
WIDER = 1.3
"""An interval of 98.75 % is so much wider than one of 95 %. Of four intervals, those of d′ and c in
two comparisons, one of 95 % leaves out 0 by chance in every sixth class that did not change."""


class Topic(NamedTuple):
    """A finding to talk about: what was found, what goes on the board, what to ask.

    `asked` is the exercise that it is about. The board shows `words` of its article, or the `item`
    that was put elsewhere, or else what the exercise shows. `chosen` is the option that tempted,
    `answer` is ours, `settle` what would settle it. The leads stand before the two that differ.
    """

    says: str
    ask: str
    asked: Asked | None = None
    words: tuple[Quote, ...] = ()
    item: str = ""
    chosen: str = ""
    answer: str = ""
    settle: str = ""
    ask_lead: str = report_text.ASK
    chosen_lead: str = report_text.TEMPTED_MOST


def topics_of(book: ClassBook, found: Findings) -> list[Topic]:
    """Give the five findings that matter most for the next hour, or as many as there are."""
    slips = list(_slips(book, found))
    topics = [
        *_shifts(book, found),
        *_keys(book, found),
        *slips[:SLIPS_FIRST],
        *_sureness(found),
        *_agreement(found),
        *_votes(book, found),
        *slips[SLIPS_FIRST:],
    ]
    return topics[:FIVE]


def _shifts(book: ClassBook, found: Findings) -> Iterator[Topic]:
    """Tell what became of the class between two tests, the first time that it is clear."""
    for one in found.changes:
        if one.shift not in UNREMARKABLE and any(map(_hardly_chance, (one.d, one.c))):
            before, after = (book.lessons[name].file.title for name in (one.before, one.after))
            found_out = report_text.SHIFTS[one.shift.value]
            says = topic_text.shifted(found_out, before, after, one.students)
            trusts = one.shift in TRUSTING
            yield Topic(says, report_text.TRUST_ASK if trusts else report_text.SHIFT_ASK)
            return


def _hardly_chance(change: Interval | None) -> bool:
    return change is not None and abs(change.found) > WIDER * (change.high - change.found)


def _keys(book: ClassBook, found: Findings) -> Iterator[Topic]:
    """Name the key that is most likely wrong: it criticises us, and not the class (R6)."""
    # Of a hundred correlations some lie below 0 by chance. With a rival that is rare.
    rivalled = [one for one in found.items if one.rival]
    for one in sorted(rivalled, key=lambda item: item.with_rest or 0)[:1]:
        says = topic_text.key_said(one.with_rest or 0)
        chosen = _tempting(book.exercise(one.asked), one.rival)
        test = book.lessons[one.asked[0]].forms
        ask = report_text.TEST_KEY_ASK if test else report_text.KEY_ASK
        lead = report_text.FOR_YOU if test else report_text.ASK
        chosen_lead = report_text.CHOSEN
        yield Topic(says, ask, one.asked, chosen=chosen, ask_lead=lead, chosen_lead=chosen_lead)


def _slips(book: ClassBook, found: Findings) -> Iterator[Topic]:
    """Give the slips that many of the class share, where a text tempts."""
    # A lesson of one’s own may name a slip and never say what it is.
    named = [at for at in worst_places(found.slips) if at.slip in _named(book, at)]
    for at in named:
        topic = _slip(book, at)
        on_board = topic.words or topic.item or book.exercise(at.asked).show
        # Everyday questions, as those on which one learns to say how sure one is, are no topic:
        # they quote nothing, and what tempts in them tempts nowhere else.
        if at.share >= OFTEN and (on_board or _tempts_elsewhere(book, at)):
            yield topic


def _tempts_elsewhere(book: ClassBook, at: SlipAt) -> bool:
    others = (
        (lesson.id, name)
        for lesson in book.lessons.values()
        for name in lesson.ids
        if (lesson.id, name) != at.asked
    )
    return any(at.slip in book.exercise(other).slips() for other in others)


def _named(book: ClassBook, at: SlipAt) -> Mapping[str, Slip]:
    return book.lessons[at.asked[0]].slips


def _slip(book: ClassBook, at: SlipAt) -> Topic:
    slip = _named(book, at)[at.slip]
    exercise, feedback = book.exercise(at.asked), book.tempted[at.most]
    tempting = _tempting(exercise, at.most.item)
    is_choice = isinstance(exercise, Choice)
    return Topic(
        topic_text.slip_said(at.students, at.answered, slip.name, slip.says),
        # The question of the card is about all of its items, and the board shows one.
        exercise.ask if is_choice else topic_text.alone(tempting, exercise.ask),
        at.asked,
        words=feedback.words,
        item="" if is_choice else tempting,
        chosen=tempting if is_choice else "",
        answer=_answer(exercise, at.most.item),
        settle=feedback.settle or exercise.settle,
    )


def _answer(exercise: Exercise, item: str) -> str:
    """Give our answer: the right options, or the category of the item."""
    if isinstance(exercise, Choice):
        return "; ".join(option.text for option in exercise.options if option.right)
    if isinstance(exercise, BoundSort) and item in exercise.places:
        return exercise.category(exercise.places[item].category).text
    return ""


def _tempting(exercise: Exercise, item: str) -> str:
    """Give the words of the option that was chosen, or of the item that was put elsewhere."""
    texts = (entry for some in exercise.parts() for entry in some.entries)
    return next((text for name, text in texts if name == item), "")


def _sureness(found: Findings) -> Iterator[Topic]:
    """Name the surest word with which the class was much less often right."""
    for one in found.calibration.words[::-1]:
        if one.times >= MANY and one.sure - one.share >= TOO_SURE:
            word = card_text.SURE_WORDS[one.word]
            yield Topic(topic_text.sure_said(word, one.right, one.times), report_text.SURE_ASK)
            return


def _agreement(found: Findings) -> Iterator[Topic]:
    """Name the label on which the class agrees least."""
    labelled = [one for one in found.labelled if one.students >= COUNTS_ONLY]
    measured = [(one.alpha.alpha, one) for one in labelled if one.alpha]
    for alpha, one in sorted(measured, key=lambda pair: pair[0])[:1]:
        if alpha < LOW:
            label = annotation_text.LABELS[one.label.value]
            says = topic_text.alpha_said(label, alpha)
            yield Topic(
                says, report_text.ALPHA_ASK if one.key else report_text.EMPTY_ASK, one.asked
            )


def _votes(book: ClassBook, found: Findings) -> Iterator[Topic]:
    """Name the vote that is most evenly split at its end."""
    shares = []
    for one in found.votes:
        last = one.again or one.first
        (_, _), (second, fewer) = [*last.most_common(2), ("", 0)][:2]
        shares.append((fewer / last.total(), second, one))
    for share, _, one in sorted(shares, key=lambda split: -split[0])[:1]:
        if share >= SPLIT:
            last = one.again or one.first
            texts = dict(book.exercise(one.asked).parts()[0].entries)
            (first, many), (second, fewer) = last.most_common(2)
            says = topic_text.vote_said(texts[first], many, texts[second], fewer)
            yield Topic(says, report_text.VOTE_ASK, one.asked)
