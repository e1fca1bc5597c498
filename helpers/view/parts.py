"""Markup that several kinds share: feedback, confidence, radio buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view import strings
from helpers.view.markup import Markup, element, join
from helpers.view.reading import quotations

if TYPE_CHECKING:
    from helpers.article import Quote
    from helpers.dossier import Dossier
    from helpers.kinds.base import Exercise, Grade, Part
    from helpers.records import Reference
    from helpers.view.look import Look
    from helpers.view.markup import Child
    from helpers.vocabulary import Label


def radio(field: str, value: str, text: Child, *, many: bool = False) -> Markup:
    """Render a radio button or a check box with its text; the whole label can be pressed."""
    box = element("input", type="checkbox" if many else "radio", name=field, value=value)
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


def details(summary: Child, *children: Child, class_: str) -> Markup:
    """Render something that opens on demand."""
    return element("details", element("summary", summary), *children, class_=class_)


def sure(exercise: Exercise) -> Markup | None:
    """Render the steps of confidence, if the kind asks for it."""
    steps = exercise.confidence_steps()
    if not steps:
        return None
    picks = [
        radio("confidence", str(step), strings.confidence(step, lowest=step == steps[0]))
        for step in steps
    ]
    return group(strings.HOW_SURE, element("div", picks, class_="steps"), class_="sure")


def ink(label: Label) -> Markup:
    """Render the name of a label, drawn as its mark is."""
    return element("span", strings.LABELS[label], class_=f"ink {label.value}")


def sign(grade: Grade) -> Markup:
    """Render the sign of a grade, with its name for those who cannot see it."""
    symbol, name = strings.GRADES[grade]
    return element("span", symbol, class_=f"sign {grade.value}", role="img", aria_label=name)


def feedback(look: Look[Exercise], part: Part) -> Markup:
    """Render feedback: first what to think, then why, the words, the name of a slip."""
    if part.first and not look.whole:
        said = element("p", sign(part.grade), " ", part.first)
        return element("div", said, _slip(look, part), class_=f"part {part.grade.value}")
    said = element("p", sign(part.grade), " ", element("strong", part.verdict), " ", part.why)
    return element(
        "div",
        said,
        cited(look.dossier, part.words),
        _slip(look, part),
        settle(part.settle),
        class_=f"part {part.grade.value}",
    )


def settle(text: str) -> Markup | None:
    """Render what would settle the question."""
    return element("p", element("em", strings.SETTLE), " ", text, class_="settle") if text else None


def reference(source: Reference) -> Markup:
    """Render where something stands, with a link if it is an address on the web."""
    how = f" ({strings.READ[source.read]})"
    if not source.url.startswith(("https://", "http://")):
        return join(source.title, how)
    link = element("a", source.title, href=source.url, rel="noopener noreferrer", target="_blank")
    return join(link, how)


def cited(dossier: Dossier, words: tuple[Quote, ...]) -> Markup | None:
    """Render the deciding words."""
    if not words:
        return None
    lead = element("em", strings.THE_WORDS)
    return element("div", lead, " ", quotations(dossier, words), class_="cited")


def _slip(look: Look[Exercise], part: Part) -> Markup | None:
    if not part.misconception or not part.chosen:
        return None
    name = element("em", strings.SLIP)
    sentence = look.names.get(part.misconception, "")
    return element(
        "p", join(name, " ", element("code", part.misconception), ". "), sentence, class_="slip"
    )
