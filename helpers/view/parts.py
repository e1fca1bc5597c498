"""Markup that several kinds share: feedback, confidence, radio buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpers.view.markup import Markup, element, join
from helpers.view.reading import quotations
from helpers.words import annotation_text, card_text, reading_text

if TYPE_CHECKING:
    from helpers.kinds.base import Exercise, Feedback, Outcome, WithFeedback
    from helpers.texts.article import Quote
    from helpers.texts.dossier import Dossier
    from helpers.texts.records import Reference
    from helpers.texts.vocabulary import Label
    from helpers.view.card_state import CardState
    from helpers.view.markup import Child


SURE = "_sure"
"""The field in which a student says how sure she is; it is no part of the answer."""


def radio(
    field: str, value: str, text: Child, *, many: bool = False, checked: bool = False
) -> Markup:
    """Render a radio button or a check box with its text; the whole label can be pressed."""
    kind = "checkbox" if many else "radio"
    box = element("input", type=kind, name=field, value=value, checked=checked)
    return element("label", box, element("span", text), class_="pick")


def group(legend: Child, *children: Child, class_: str) -> Markup:
    """Render a named group of controls."""
    return element("fieldset", element("legend", legend), *children, class_=class_)


def question(exercise: Exercise, *children: Child, class_: str = "ask") -> Markup:
    """Render a question as a named group, with the note on how to answer it, and its controls."""
    note = element("p", exercise.note, class_="note") if exercise.note else None
    return group(exercise.ask, note, *children, class_=class_)


def button(text: str, do: str, *, class_: str = "quiet", **attributes: str | None) -> Markup:
    """Render a button; `do` is what it asks for."""
    return element("button", text, type="button", class_=class_, data_do=do, **attributes)


def tool(text: str, name: str, **attributes: str | None) -> Markup:
    """Render a button of a tool in a form: the page's script leaves it to the tool's own."""
    return element("button", text, type="button", class_="quiet", data_tool=name, **attributes)


def details(
    summary: Child, *children: Child, class_: str, **attributes: str | bool | None
) -> Markup:
    """Render something that opens on demand; with `data_fold` it stays open over a redraw."""
    head = element("summary", summary)
    return element("details", head, *children, class_=class_, **attributes)


def sure(exercise: Exercise, ask: str = card_text.HOW_SURE) -> Markup | None:
    """Render the steps of confidence, if the kind asks for it."""
    steps = exercise.confidence_steps()
    if not steps:
        return None
    picks = [
        radio(SURE, str(step), word) for step, word in zip(steps, card_text.SURE_WORDS, strict=True)
    ]
    return group(ask, element("div", picks, class_="steps"), class_="sure")


def ink(label: Label) -> Markup:
    """Render the name of a label, drawn as its mark is."""
    return element("span", annotation_text.LABELS[label.value], class_=f"ink {label.value}")


def sign(outcome: Outcome) -> Markup:
    """Render the sign of an outcome, with its name for those who cannot see it."""
    symbol, name = card_text.OUTCOMES[outcome.value]
    return element("span", symbol, class_=f"sign {outcome.value}", role="img", aria_label=name)


def feedback(state: CardState[Exercise], one: Feedback) -> Markup:
    """Render feedback: first what to think, then why, the words, the name of a slip."""
    # While a try is left, the whole would give the key away.
    whole = state.whole or not one.first
    says = [element("strong", one.verdict), " ", one.why] if whole else one.first
    return element(
        "div",
        element("p", sign(one.outcome), " ", says),
        cited(state.dossier, one.words) if whole else None,
        _slip(state, one),
        settle(one.settle) if whole else None,
        class_=f"part {one.outcome.value}",
    )


def explained(
    state: CardState[Any], one: WithFeedback, outcome: Outcome | None = None, slip: str = ""
) -> Markup:
    """Render all that is written for an option or an item, as the key has it."""
    signed = [sign(outcome), " "] if outcome else None
    return element(
        "div",
        element("p", signed, element("strong", one.verdict), " ", one.why),
        cited(state.dossier, one.words),
        named(state, slip),
        settle(one.settle),
        class_=f"part {outcome.value if outcome else ''}".strip(),
    )


def named(state: CardState[Any], slip: str) -> Markup | None:
    """Render a slip by its plain name, with the sentence to remember."""
    found = state.slips.get(slip)
    if not found:
        return None
    return element("p", element("strong", f"{found.name}."), " ", found.says, class_="slip")


def reason(state: CardState[Exercise], one: Feedback) -> Markup:
    """Render the reason alone, for those who did not choose it."""
    return element("div", element("p", one.why), cited(state.dossier, one.words), class_="part")


def opens_after(ask: str, *, class_: str = "note") -> Markup:
    """Render what stands in for something that opens once a question is answered."""
    return element("p", reading_text.OPENS_AFTER, " ", element("q", ask), class_=class_)


def settle(text: str) -> Markup | None:
    """Render what would settle the question."""
    return (
        element("p", element("em", card_text.SETTLE), " ", text, class_="settle") if text else None
    )


def reference(source: Reference) -> Markup:
    """Render where something stands, with a link if it is an address on the web."""
    return join(linked(source.title, source.url), f" ({reading_text.READ[source.read]})")


def linked(title: str, address: str) -> Child:
    """Render a title, as a link if its address is one on the web."""
    if not address.startswith(("https://", "http://")):
        return title
    # A new tab: the lesson behind it holds drafts.
    return element("a", title, href=address, rel="noopener noreferrer", target="_blank")


def cited(dossier: Dossier, words: tuple[Quote, ...]) -> Markup | None:
    """Render the deciding words."""
    if not words:
        return None
    lead = element("em", card_text.THE_WORDS)
    return element("div", lead, " ", quotations(dossier, words), class_="cited")


def _slip(state: CardState[Exercise], one: Feedback) -> Markup | None:
    # A slip is named only to those who made it, and once a card.
    if not one.chosen or one is not _first_with(one.slip, state):
        return None
    return named(state, one.slip)


def _first_with(slip: str, state: CardState[Exercise]) -> Feedback | None:
    feedback = state.last.mark.feedback
    return next((one for one in feedback if one.chosen and one.slip == slip), None)
