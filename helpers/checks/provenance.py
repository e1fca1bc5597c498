"""What a text is, and says that it is: a report of others, or one that was made for teaching."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.flaws import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.texts.dossier import Dossier

LABEL = "Constructed for teaching"
_SAYS_SO = re.compile(rf"{LABEL}(?:[.,;:]|$)", re.IGNORECASE)
_NO = re.compile(r"\b(?:not|never|nor|neither|no|without|hardly)\b|n’t\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:constructed|invented|made)\b", re.IGNORECASE)
_MADE = re.compile(
    rf"{LABEL}|\b(?:written|made|invented) for (?:a|this|the|our) (?:kit|class|lesson|test)\b",
    re.IGNORECASE,
)


def labelled(dossier: Dossier) -> Iterator[Flaw]:
    """See that a text made for teaching says so, and that one which was printed does not."""
    about = dossier.about
    if about.kind == "seed":
        told = next(filter(_MADE.search, (about.label, about.rights, *about.known)), "")
        if told:
            says = f"It is called a seed, but “{told}”; write constructed or twin, or mend that."
            yield Flaw("kind", says)
    # A screenshot of it must never pass for news.
    elif not _SAYS_SO.match(about.label):
        says = f"The label does not say that the text was made; write “{LABEL}.” as its opening."
        yield Flaw("label", says)
    elif _denies(about.label):
        yield Flaw("label", "The label takes back that the text was made; take that part out.")


def _denies(label: str) -> bool:
    """Tell whether a part of a label says no before it says that the text was made."""
    parts = ((part, _NO.search(part)) for part in re.split(r"[.;]", label))
    return any(no and _OURS.search(part, no.end()) for part, no in parts)


def folded(dossier: Dossier) -> Iterator[Flaw]:
    """See that every graphic word of the text is folded, and every fold holds such a word."""
    about, article = dossier.about, dossier.article
    try:
        spans = [article.anchor(quote) for quote in about.graphic]
    except KitError:  # a finding of its own
        return
    for word in about.graphic_words:
        there = [found.span() for found in _whole(word).finditer(article.text)]
        if not there:
            says = f"The text has no word “{word}”; mend it under graphic_words, or take it out."
            yield Flaw("graphic_words", says)
        if any(not any(a <= start and end <= b for a, b in spans) for start, end in there):
            says = f"“{word}” can be read without asking for it; quote the words under graphic."
            yield Flaw("graphic", says)
    for span in spans:
        words = article.cut(span)
        if not any(_whole(word).search(words) for word in about.graphic_words):
            says = f"“{words}” is folded, and none of its words is listed; add it."
            yield Flaw("graphic_words", says)


def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
