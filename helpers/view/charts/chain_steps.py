"""The steps of a chain in words, and what each makes of the words of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.texts.records import Claim
from helpers.topics.attribution import onward
from helpers.topics.days import plain_day
from helpers.topics.retelling import Fate, changes
from helpers.view.markup import Markup, element, join
from helpers.view.one_at_a_time import Part
from helpers.view.reading import folded_again, quotations
from helpers.words import chain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.texts.dossier import Dossier
    from helpers.texts.records import Wording
    from helpers.topics.attribution import Hop


class Telling(NamedTuple):
    """Words as they stand at one step, and where that is."""

    words: str
    place: str
    ours: bool


def steps_of(home: Dossier, hop: Hop) -> list[Part]:
    """Give all steps from the origins on; one that has the words in two places is told twice.

    Words are compared only in a chain that runs in one line: elsewhere none is before another.
    """
    hops = onward(hop)
    in_line = all(len(one.parents) <= 1 for one in hops)
    compared = in_line and any(map(_wording, hops))
    told = [one for one in hops if told_at(one) == one.step.id]
    if not compared:
        return [Part(one.step.id, [_head(one), _about(home, one)]) for one in told]
    return list(_compared(home, told))


def told_at(hop: Hop) -> str:
    """Name the step at which a step is told: a claim at the text that it stands in, if it has one.

    >>> told_at(Hop(my_claim, (Hop(the_text_itself),)))  # doctest: +SKIP
    'D05'
    """
    texts = [one.step.id for one in hop.parents if any(words.quote for words in _wording(one))]
    return texts[0] if isinstance(hop.step, Claim) and texts else hop.step.id


def _compared(home: Dossier, hops: list[Hop]) -> Iterator[Part]:
    before: Telling | None = None
    for hop in hops:
        for wording in _wording(hop):
            yield Part(hop.step.id, [_head(hop), _retold(home, hop, wording, before)])
            place = wording.quote.sentence if wording.quote else f"“{hop.name}”"
            before = Telling(_words(home, wording), place, ours=not wording.quote)
        if not _wording(hop):
            yield Part(hop.step.id, [_head(hop), _unseen(hop), _about(home, hop)])


def _head(hop: Hop) -> Markup:
    standing = chain_text.STANDING[hop.standing.value]
    when = plain_day(getattr(hop.step, "date", ""))
    said = f" ({when}, {standing})" if when else f" ({standing})"
    return element("p", element("strong", hop.name), said)


def _about(home: Dossier, hop: Hop) -> Markup:
    """Say what a step is; of a claim, show the words in which it is made."""
    if isinstance(hop.step, Claim):
        return element("div", quotations(home, hop.step.content), class_="cited")
    return element("p", hop.step.says)


def _unseen(hop: Hop) -> Markup | None:
    # That the step itself is our inference is said at its head.
    return None if isinstance(hop.step, Claim) else element("p", chain_text.NOT_SEEN)


def _retold(home: Dossier, hop: Hop, wording: Wording, before: Telling | None) -> Markup:
    """Render words with what is new in them, what is gone, and what they mean."""
    words = _words(home, wording)
    runs = changes(before.words, words) if before else ()
    marked = [_run(home, run.fate, run.words) for run in runs] or [folded_again(home, words)]
    against = f" {_against(before)}" if before else None
    return join(
        element("div", join(*marked, by=" "), class_="retold serif"),
        element("p", _whose(hop, wording), against, class_="note"),
        element("p", wording.means),
    )


def _against(before: Telling) -> str:
    # What differs from words of ours need not differ from those of the source.
    says = chain_text.AGAINST_OURS if before.ours else chain_text.AGAINST
    return says.format(place=before.place)


def _run(home: Dossier, fate: Fate, words: str) -> Markup:
    text = folded_again(home, words)
    if fate is Fate.KEPT:
        return text
    tag, said = ("ins", chain_text.NEW) if fate is Fate.NEW else ("del", chain_text.GONE)
    return element(tag, element("span", said, class_="aloud"), text)


def _whose(hop: Hop, wording: Wording) -> str:
    """Say where words stand: in the text, or in a report that is told in words of our own."""
    if wording.quote:
        return chain_text.QUOTED_AT.format(sentence=wording.quote.sentence)
    source = None if isinstance(hop.step, Claim) else hop.step.source
    return chain_text.OURS_AFTER.format(source=source.title) if source else chain_text.OURS


def _words(home: Dossier, wording: Wording) -> str:
    return home.quoted(wording.quote) if wording.quote else wording.told


def _wording(hop: Hop) -> tuple[Wording, ...]:
    return () if isinstance(hop.step, Claim) else hop.step.wording
