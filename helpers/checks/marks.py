"""What an exercise in marking asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.checks.finding import Flaw
from helpers.checks.rules import anchored, filled, unique
from helpers.view.reading import named_passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.dossier import Dossier
    from helpers.kinds.mark import MarkWords


def mark(exercise: MarkWords, dossier: Dossier) -> Iterator[Flaw]:
    """See that every part has a reason, every stray can occur, and no word is graphic."""
    known = exercise.bind(dossier)
    yield from _reasons(known)
    yield from _asks(known, dossier)
    yield from _strays(known)
    yield from _graphic(known, dossier)


def _reasons(exercise: MarkWords) -> Iterator[Flaw]:
    asked = {ask.id for ask in exercise.asks}
    found = {(k.claim, k.label.value) for k in exercise.keys if k.claim not in asked}
    given = {(claim, label) for claim, labels in exercise.why.items() for label in labels}
    for claim in exercise.claims:
        if claim not in {name for name, _ in found}:
            says = f"The passage {exercise.show} holds nothing of it; take it out of claims."
            yield Flaw(f"{exercise.id}, {claim}", says)
    for claim, label in sorted(found - given):
        says = f"Its {label} has no reason; say why under why."
        yield Flaw(f"{exercise.id}, {claim}", says)
    for claim, label in sorted(given - found):
        says = f"The reason for its {label} is never shown, as nobody is asked for it; take it out."
        yield Flaw(f"{exercise.id}, {claim}", says)
    for claim, labels in exercise.why.items():
        yield from filled(f"{exercise.id}, {claim}", **labels)


def _asks(exercise: MarkWords, dossier: Dossier) -> Iterator[Flaw]:
    """See that what is asked for stands in the passage, has a label of it, and says why."""
    yield from unique((ask.id for ask in exercise.asks), exercise.id)
    clear = {key.claim for key in exercise.keys}
    for ask in exercise.asks:
        item = f"{exercise.id}, {ask.id}"
        yield from filled(item, why=ask.why)
        yield from anchored(dossier, ask.words, item)
        if ask.certainty == "clear" and ask.id not in clear:
            yield Flaw(item, f"Its words are not in {exercise.show}, or are asked for twice.")
        if ask.label not in exercise.labels:
            yield Flaw(item, f"Nobody can mark a {ask.label.value} here; change the label.")


def _strays(exercise: MarkWords) -> Iterator[Flaw]:
    """See that every stray can be shown: what meets an attribution never is."""
    taken = [(key.label, key.words) for key in exercise.keys]
    taken += [(free.label, free.words) for free in exercise.free]
    for stray, words in zip(exercise.strays, exercise.stray_words, strict=True):
        item = f"{exercise.id}, stray {' '.join(map(repr, stray.words))}"
        yield from filled(item, why=stray.why)
        if not words:
            yield Flaw(item, f"Its words are not in {exercise.show}; quote some that are.")
        if stray.label not in exercise.labels:
            yield Flaw(item, f"Nobody can mark a {stray.label.value} here; change the label.")
        if any(label is stray.label and words & part for label, part in taken):
            says = "It is part of an attribution, so it is never a stray; take it out."
            yield Flaw(item, says)


def _graphic(exercise: MarkWords, dossier: Dossier) -> Iterator[Flaw]:
    """See that the passage holds no words that are folded: they could not be marked."""
    home, _ = named_passage(dossier, exercise.show)
    for quote in home.about.graphic:
        start, end = home.article.anchor(quote)
        if any(start <= span.start < end for span, _ in exercise.tokens):
            says = f"The passage holds the graphic words “{quote.words}”; choose other sentences."
            yield Flaw(exercise.id, says)
