"""A card: one exercise as the browser shows it, live or on paper, from the same markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

import msgspec

from helpers.paths import lesson_address
from helpers.view import kinds, parts
from helpers.view.markup import Markup, element
from helpers.view.reading import render_shown
from helpers.words import card_text, handout_text

if TYPE_CHECKING:
    from helpers.view.card_state import CardState
    from helpers.view.markup import Child


class Renderer(Protocol):
    """How one kind looks: the form to fill in, and the answer with its feedback."""

    def form(self, state: CardState[Any], /) -> Markup:
        """Render what is to be filled in."""

    def feedback(self, state: CardState[Any], /) -> Markup:
        """Render the answer, and what to say of it."""

    def paper(self, state: CardState[Any], /) -> Markup:
        """Render what a pen fills in; what is pressed or typed in it is set for paper later."""

    def key(self, state: CardState[Any], /) -> Markup:
        """Render all that is right, and why: the instructor’s."""


def anchor(exercise: str) -> str:
    """Name the place of a card on its page, for links to it."""
    return f"card-{exercise}"


def card_link(words: str, exercise: str, *, lesson: str = "") -> Markup:
    """Link to a card, in this lesson or another one, wherever the lessons are shown."""
    page = lesson_address(lesson) if lesson else ""
    return element("a", words, href=f"{page}#{anchor(exercise)}")


def render_card(state: CardState[Any]) -> Markup:
    """Render a card at one moment."""
    if state.waits_for:
        body = parts.opens_after(state.waits_for, class_="note waits")
    else:
        body = _answered(state) if state.answered else render_form(state)
    return element(
        "section",
        body,
        id=anchor(state.exercise.id),
        class_=f"card {state.exercise.kind}",
        aria_label=state.exercise.ask,
    )


def render_paper(state: CardState[Any], number: int) -> Markup:
    """Render a card that a pen fills in; `number` counts the questions of its sheet."""
    return _numbered(
        state,
        number,
        _passage(state),
        _renderer(state).paper(state),
        parts.sure(state.exercise, handout_text.CIRCLE),
    )


def render_key(state: CardState[Any], number: int) -> Markup:
    """Render the question with all that is right about it, and why."""
    exercise = state.exercise
    hints = [element("li", hint) for hint in exercise.hints]
    return _numbered(
        state,
        number,
        element("p", exercise.ask, class_="ask-text"),
        _renderer(state).key(state),
        element("p", exercise.closing) if exercise.closing else None,
        parts.settle(exercise.settle),
        element("div", handout_text.HINTS, element("ul", hints), class_="note") if hints else None,
    )


def _numbered(state: CardState[Any], number: int, *children: Child) -> Markup:
    return element(
        "section",
        element("span", str(number), class_="question-number"),
        *children,
        class_=f"card {state.exercise.kind}",
        aria_label=state.exercise.ask,
    )


def _renderer(state: CardState[Any]) -> Renderer:
    # The kind names its file; a test sees that each has one.
    return cast("Renderer", getattr(kinds, state.exercise.kind))


def render_form(state: CardState[Any]) -> Markup:
    """Render the form; an earlier answer goes in as data, for the browser to fill in."""
    # The second try begins from the first: what was right need not be found again.
    before = state.last.answer if state.attempts else None
    return element(
        "form",
        _passage(state),
        _renderer(state).form(state),
        parts.sure(state.exercise),
        _hints(state.exercise.hints),
        element("div", _commit(state), _undo(state), class_="tools"),
        # The browser’s own bubbles speak its language, not the lesson’s; Python says what is
        # missing.
        novalidate=True,
        data_answer=_as_data(before) if before else None,
        data_begun=_as_data(state.begun) if state.begun else None,
        data_draft=state.form,
        data_attempt=str(state.next_attempt),
    )


def _answered(state: CardState[Any]) -> Markup:
    """Render the answer with its feedback, and what can be done next."""
    settled = state.whole or not state.exercise.graded
    closing = state.exercise.closing
    return element(
        "div",
        _passage(state),
        element("p", state.exercise.ask, class_="ask-text"),
        element(
            "div",
            _said(state),
            _renderer(state).feedback(state),
            element("p", closing) if closing else None,
            parts.settle(state.exercise.settle) if settled else None,
            class_="feedback",
            # The focus goes here after an answer, and Tab never does.
            tabindex="-1",
            role="group",
            aria_label=card_text.FEEDBACK,
        ),
        element("div", [] if settled else _second_try(), _reset(), class_="tools"),
    )


def _as_data(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _passage(state: CardState[Any]) -> Markup | None:
    shown = state.exercise.show if state.exercise.shows_passage else ""
    return render_shown(state.dossier, shown)


def _said(state: CardState[Any]) -> Markup:
    """Say how much fits, what can be done next, and how sure the student was."""
    exercise, last = state.exercise, state.last
    said = [exercise.tally(last.mark)] if exercise.graded else []
    if exercise.graded and not state.whole:
        said.append(card_text.NOT_YET)
    if exercise.asks_confidence and last.confidence is not None:
        said.append(card_text.you_were(exercise.confidence_word(last.confidence)))
    return element("p", " ".join(filter(None, said)), class_="note")


def _hints(hints: tuple[str, ...]) -> Markup | None:
    """Nest the hints, so that each opens only after the one before."""
    opened: Markup | None = None
    for number in range(len(hints), 0, -1):
        name = card_text.hint(number, len(hints))
        opened = parts.details(name, element("p", hints[number - 1]), opened, class_="hint")
    return opened


def _commit(state: CardState[Any]) -> Markup:
    return element("button", state.exercise.commit_label, type="submit", class_="primary")


def _second_try() -> list[Markup]:
    return [
        parts.button(card_text.AGAIN, "again", class_="primary"),
        parts.button(card_text.REVEAL, "reveal"),
    ]


def _reset() -> Markup:
    return parts.button(card_text.RESET, "reset")


def _undo(state: CardState[Any]) -> Markup | None:
    return parts.button(card_text.UNDO, "undo") if state.undo else None
