"""The page of results of the tests: what went well, what changed, and why each answer is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.scale import Scale
from helpers.kinds.write import Write
from helpers.measures.calibration import calibration
from helpers.measures.change import change
from helpers.view import parts
from helpers.view.card import card_link
from helpers.view.card_state import CardState
from helpers.view.charts.calibration import render_calibration
from helpers.view.charts.judgement import render_judgement
from helpers.view.kinds import choice
from helpers.view.markup import Markup, element, join
from helpers.view.pages import page
from helpers.view.reading import render_shown
from helpers.view.tables import table
from helpers.words import card_text, sitting_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from helpers.kinds.attempt import Attempt
    from helpers.kinds.forms import PlaceKey
    from helpers.kinds.sitting import Sitting, Taken
    from helpers.kinds.slips import Slip
    from helpers.view.markup import Child

SOON = 7
"""Fewer days after results were seen, a test cannot show what has stayed."""
AGAIN = 3
"""More than three things to read again is a wall of failures (R28)."""


def render_results(
    tests: Sequence[Sitting], unfinished: Sequence[Sitting], slips: Mapping[str, Slip]
) -> Markup:
    """Render what the tests came to; `tests` are complete and in the order they were taken."""
    last = tests[-1]
    judged = render_judgement([(one.title, one.calls) for one in tests])
    return page(
        _head(tests),
        [element("p", _left_out(one), class_="note") for one in unfinished],
        element("p", sitting_text.ALONE, class_="note") if len(tests) == 1 else None,
        _so_soon(tests),
        judged,
        _skills(tests),
        _by_place(tests),
        _again(tests),
        [_calibrated(one, open_=one is last) for one in tests[::-1]],
        _beside(tests),
        _each(last, slips),
        name=sitting_text.RESULTS,
    )


def _head(tests: Sequence[Sitting]) -> Markup:
    *earlier, last = tests
    of = len(last.taken)
    before = [sitting_text.right_before(one.right, one.title) for one in earlier]
    strong = [skill.name for skill in last.form.blueprint.skills if _whole(last.skill(skill.id))]
    right = element("strong", sitting_text.right_now(last.right, of))
    return join(
        element("p", right, " ", " ".join(before)),
        element("p", sitting_text.strengths(strong)) if strong else None,
    )


def _whole(counts: tuple[int, int]) -> bool:
    right, of = counts
    return right == of


def _left_out(one: Sitting) -> str:
    return sitting_text.unfinished(one.title, len(one.taken), len(one.form.items))


def _so_soon(tests: Sequence[Sitting]) -> Markup | None:
    """Say so where hardly any time has passed since results were seen."""
    if len(tests) == 1:
        return None
    before, last = tests[-2:]
    days = last.days_after(before) if before.told else None
    if days is None or days >= SOON:
        return None
    return element("p", sitting_text.so_soon(days, before.title), class_="note")


def _skills(tests: Sequence[Sitting]) -> Markup:
    heads = (sitting_text.SKILL, *(one.title for one in tests))
    rows = [
        (skill.name, *(_dots(*one.skill(skill.id)) for one in tests))
        for skill in tests[-1].form.blueprint.skills
    ]
    return table(sitting_text.SKILLS, heads, rows)


def _dots(right: int, of: int) -> Markup:
    dots = element("span", "●" * right + "○" * (of - right), aria_hidden="true", class_="dots")
    return join(dots, " ", card_text.of_all(right, of))


def _by_place(tests: Sequence[Sitting]) -> Markup | None:
    """Show gains and losses: the first test beside the last, and the one before the last."""
    if len(tests) == 1:
        return None
    compared = [tests[0], *tests[1:][-2:]]
    places = sorted(tests[-1].form.places, key=lambda place: _rank(_fate(compared, place)))
    rows = [_place(compared, place) for place in places]
    heads = (sitting_text.PLACE, *(one.title for one in compared), sitting_text.FATE)
    said = _told(compared, [_fate(compared, place) for place in places])
    listed = table(sitting_text.ITEM_BY_ITEM, heads, rows)
    folded = parts.details(sitting_text.ITEM_BY_ITEM, listed, class_="by-place", data_fold="places")
    return join(element("p", said), folded)


def _told(compared: Sequence[Sitting], fates: Sequence[tuple[bool, ...]]) -> str:
    """Tell gains and losses since the test before; of three tests, first what has stayed."""
    first, before = compared[0], compared[-2]
    made = change((fate[-2], fate[-1]) for fate in fates)
    counts = made.gained, made.gained + made.still_open, made.lost, made.kept + made.lost
    if first is before:
        return sitting_text.gains_and_losses(*counts)
    learned = [now for early, then, now in fates if then and not early]
    stayed = sitting_text.stayed(sum(learned), len(learned), first.title, before.title)
    return f"{stayed} {sitting_text.gains_and_losses(*counts, before.title)}".strip()


def _fate(compared: Sequence[Sitting], place: PlaceKey) -> tuple[bool, ...]:
    return tuple(one.taken[place.id].right for one in compared)


def _rank(fate: tuple[bool, ...]) -> int:
    return list(sitting_text.FATES).index(fate)


def _place(compared: Sequence[Sitting], place: PlaceKey) -> tuple[Child, ...]:
    fate = _fate(compared, place)
    return place.name, *map(_sign, fate), sitting_text.FATES[fate]


def _sign(right: bool) -> Markup:  # noqa: FBT001 - it is mapped over pairs
    symbol, name = sitting_text.SIGNS[right]
    class_ = "sign right" if right else "sign wrong"
    return element("span", symbol, class_=class_, role="img", aria_label=name)


def _again(tests: Sequence[Sitting]) -> Markup | None:
    """Lead to the cards where the missed places are practised, those that were lost first."""
    missed = [p for p in tests[-1].form.places if not tests[-1].taken[p.id].right]
    missed.sort(key=lambda place: not any(one.taken[place.id].right for one in tests))
    # Several places are practised at one card, and one link to it is enough.
    cards = list({place.again: place for place in missed[::-1]}.values())[::-1][:AGAIN]
    if not cards:
        return None
    links = [element("li", _link(place)) for place in cards]
    head = element("p", sitting_text.READ_AGAIN, class_="small-head")
    return join(head, element("ul", links))


def _link(place: PlaceKey) -> Markup:
    lesson, _, card = place.again.partition("/")
    return card_link(place.name, card, lesson=lesson)


def _calibrated(one: Sitting, *, open_: bool) -> Markup:
    title = sitting_text.CALIBRATION_OF.format(title=one.title)
    drawn = render_calibration(calibration(one.results))
    return parts.details(title, drawn, class_="calibration", open=open_)


def _beside(tests: Sequence[Sitting]) -> list[Markup]:
    """Show what was answered to the questions without a key, test beside test."""
    asked = tests[-1].form.blueprint.every
    texts = [_texts(tests, one) for one in asked if isinstance(one, Write)]
    views = [_views(tests, one) for one in asked if isinstance(one, Scale)]
    head = element("p", sitting_text.ATTITUDES, class_="small-head")
    return [shown for shown in (*texts, head if any(views) else None, *views) if shown]


def _texts(tests: Sequence[Sitting], exercise: Write) -> Markup | None:
    """Set texts side by side, with what to compare in them: nobody marks them (R23)."""
    written = [(one.title, one.beside[exercise.id]) for one in tests if exercise.id in one.beside]
    if not written:
        return None
    return join(
        element("p", sitting_text.VERDICTS, class_="small-head"),
        [
            element("figure", element("figcaption", title), _quoted(made), class_="own-text")
            for title, made in written
        ],
        element("p", sitting_text.COMPARE),
        element("ul", [element("li", row.ask) for row in exercise.rubric]),
    )


def _quoted(made: Attempt) -> Markup:
    return element("blockquote", made.read.text, class_="own")


def _views(tests: Sequence[Sitting], exercise: Scale) -> Markup | None:
    given = [
        sitting_text.thought(one.title, card_text.AGREE_WORDS[one.beside[exercise.id].read])
        for one in tests
        if exercise.id in one.beside
    ]
    said = element("q", exercise.statement)
    return element("p", said, " ", "; ".join(given), ".") if given else None


def _each(last: Sitting, slips: Mapping[str, Slip]) -> Markup:
    """Give feedback on every question of the last test, folded."""
    asked = [_question(last, taken, slips) for taken in last.taken.values()]
    return join(element("p", sitting_text.EACH, class_="small-head"), asked)


def _question(last: Sitting, taken: Taken, slips: Mapping[str, Slip]) -> Markup:
    state = CardState(
        lesson=last.lesson,
        exercise=taken.choice,
        dossier=last.report,
        slips=dict(slips),
        attempts=(taken.attempt,),
        revealed=True,
    )
    said = [
        render_shown(last.report, taken.choice.show),
        choice.feedback(state),
        parts.settle(taken.choice.settle),
    ]
    return parts.details([_sign(taken.right), " ", taken.choice.ask], *said, class_="asked")
