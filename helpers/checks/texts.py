"""A text's folder: provenance, claims with their chain, features, comparisons."""

from __future__ import annotations

import hashlib
from functools import partial
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from helpers.checks.dates import day, in_order
from helpers.checks.finding import Finding, flaw_of, in_file, shown
from helpers.checks.inferences import inferences
from helpers.checks.language import worded
from helpers.checks.later import later
from helpers.checks.letters import letters
from helpers.checks.prose import prose, referenced, texts_named
from helpers.checks.provenance import folded, labelled
from helpers.checks.ratings import ratings
from helpers.checks.review import reviewed
from helpers.checks.speakers import names, speakers
from helpers.checks.text_numbers import drawn, gists, known, paged, worked_out
from helpers.checks.unascribed import beside, declared, unascribed
from helpers.errors import KitError
from helpers.flaws import Flaw, anchored, filled, unique
from helpers.texts.dossier import Dossier
from helpers.texts.files import is_there, read_bytes
from helpers.texts.vocabulary import Disclosure, SourceKind
from helpers.texts.worked import NUMBERS
from helpers.topics.numerals import numbered
from helpers.view.charts.registry import CHARTS, charts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from helpers.texts.article import Quote
    from helpers.texts.records import Claim, Comparison, Document, Feature, Voice

FILES = (
    *("article.txt", "article.yaml", "claims.yaml", "features.yaml", "comparisons.yaml"),
    *(CHARTS, "actions.yaml", "sides.yaml", NUMBERS),
)


def check_text(folder: Path) -> Iterator[Finding]:
    """Check all files of one text; without the text itself nothing else can be checked."""
    dossier = Dossier(folder)
    try:
        if not dossier.article.sentences:
            yield Finding(shown(folder / FILES[0]), "", "It has no sentence; put the text in.")
    except KitError as error:
        yield Finding(shown(folder / FILES[0]), "", flaw_of(error, FILES[0]).says)
        return
    rules = {
        "article.txt": (letters,),
        "article.yaml": (provenance, fingerprint, labelled, folded),
        "claims.yaml": (
            *(documents, claims, ratings, voices, speakers, names),
            *(parents, in_order, gists, paged, inferences, signed),
        ),
        "features.yaml": (features,),
        "comparisons.yaml": (comparisons,),
        CHARTS: (charts, drawn),
        NUMBERS: (own_numbers,),
        "actions.yaml": (actions,),
        "sides.yaml": (sides,),
    }
    for file, some in rules.items():
        yield from in_file(folder / file, (partial(rule, dossier) for rule in some))


def provenance(dossier: Dossier) -> Iterator[Flaw]:
    """See that it is told where a text comes from; one made for teaching says so."""
    about = dossier.about
    if about.id != dossier.id:
        yield Flaw("id", f"The id is “{about.id}”; write “{dossier.id}”, the name of its folder.")
    yield from filled(
        "", title=about.title, rights=about.rights, content_note=about.content_note,
        known=" ".join(about.known),
    )  # fmt: skip
    yield from anchored(dossier, about.graphic, "graphic")
    yield from referenced(about.sources, "sources")
    if about.also_read and not is_there(dossier.folder.parent / about.also_read / FILES[0]):
        yield Flaw("also_read", f"There is no text “{about.also_read}”; mend the name.")
    yield from declared(about.other_words)
    yield from worded(dossier, "", about, past=True)


def fingerprint(dossier: Dossier) -> Iterator[Flaw]:
    """See that the text is byte for byte the one that was described."""
    about, text = dossier.about, read_bytes(dossier.folder / FILES[0])
    words, found = len(text.decode().split()), hashlib.sha256(text).hexdigest()
    if about.words != words:
        yield Flaw("words", f"article.txt has {words} words, not {about.words}; write {words}.")
    if about.sha256 != found:
        yield Flaw(
            "sha256", f"article.txt is not the text described; if it should be, write {found}."
        )


def documents(dossier: Dossier) -> Iterator[Flaw]:
    """See that every document has a title, a speaker, a real date, and a page or no source."""
    ledger = dossier.ledger
    yield from unique([one.id for one in ledger.documents] + [one.id for one in ledger.claims])
    for one in ledger.documents:
        yield from filled(one.id, title=one.title, who=one.who, says=one.says)
        yield from day(one.id, one.date)
        yield from referenced([one.source] if one.source else [], one.id)
        yield from worded(dossier, one.id, one, past=True)
        yield from _wording(dossier, one)


def _wording(dossier: Dossier, document: Document) -> Iterator[Flaw]:
    """See that words on their way are quoted or told, and that what is told has a source."""
    for one in document.wording:
        yield from anchored(dossier, [one.quote] if one.quote else [], document.id)
        yield from filled(document.id, means=one.means)
        if bool(one.quote) == bool(one.told.strip()):
            says = "Its wording is either quoted or told in your own words; write one of the two."
            yield Flaw(document.id, says)
        if one.told and not document.source:
            yield Flaw(document.id, "Its wording is told, and of no source; name the source.")


def claims(dossier: Dossier) -> Iterator[Flaw]:
    """See that every claim quotes the text, and says why it is rated so and what came later."""
    for claim in dossier.ledger.claims:
        yield from filled(claim.id, gist=claim.gist, why=claim.why)
        yield from _side(dossier, claim)
        if not claim.content:
            yield Flaw(claim.id, "It has no content; quote what is claimed.")
        yield from anchored(dossier, _quotes(claim), claim.id)
        if claim.later:
            yield from later(dossier, claim.id, claim.later)
        yield from _told(dossier, claim.id, claim)


def signed(dossier: Dossier) -> Iterator[Flaw]:
    """See that a person has read every claim as it stands."""
    yield from reviewed(dossier.folder / "claims.yaml", dossier.ledger.claims)


def _side(dossier: Dossier, claim: Claim) -> Iterator[Flaw]:
    """See that a claim's side is a party of its text, or one of the places beside the parties."""
    known = dossier.side_names
    if claim.side not in known:
        yield Flaw(claim.id, f"“{claim.side}” is no side of this text; use {', '.join(known)}.")


def voices(dossier: Dossier) -> Iterator[Flaw]:
    """See that every source that speaks is a voice, and every voice is heard in a claim."""
    ledger = dossier.ledger
    known = {voice.id for voice in ledger.voices}
    yield from unique((voice.id for voice in ledger.voices), "voices")
    # A text without voices is not taught by them, and nobody has to write them down.
    for claim in ledger.claims if known else ():
        speaks = bool(claim.source) and claim.kind is not SourceKind.DOCUMENT
        if bool(claim.voice) != speaks or claim.voice not in {*known, ""}:
            says = "Its voice and its source do not fit; name who of voices says it, or nobody."
            yield Flaw(claim.id, says)
    for voice in ledger.voices:
        yield from _voice(dossier, voice, {claim.voice for claim in ledger.claims})


def _voice(dossier: Dossier, voice: Voice, heard: set[str]) -> Iterator[Flaw]:
    item = f"voices, {voice.id}"
    yield from filled(item, name=voice.name)
    if not voice.named:
        yield from filled(item, could=voice.could)
    if voice.id not in heard:
        yield Flaw(item, "No claim has this voice; name it in one, or take it out.")
    for about in Disclosure:
        yield from anchored(dossier, voice.told(about), item)
    yield from _told(dossier, item, voice)


def parents(dossier: Dossier) -> Iterator[Flaw]:
    """See that all that a step rests on is there, and nothing rests on itself."""
    ledger = dossier.ledger
    rests = {step.id: step.parents for step in ledger.documents}
    rests |= {claim.id: claim.parents for claim in ledger.claims}
    for step, some in rests.items():
        for parent in sorted({*some} - {*rests}):
            yield Flaw(step, f"It rests on “{parent}”, which is not in this file; mend the id.")
    try:
        # It finds a ring in one go, however long the chain.
        TopologicalSorter(rests).prepare()
    except CycleError as error:
        ring = error.args[1][::-1]
        says = f"It rests on itself ({' on '.join(ring)}); take one of these parents out."
        yield Flaw(ring[0], says)


def features(dossier: Dossier) -> Iterator[Flaw]:
    """See that every place that can be taught is quoted, sorted, and says why it matters."""
    file = dossier.features
    yield from unique(one.id for one in (*file.features, *file.good_practice))
    for one in file.features:
        if not one.category:
            yield Flaw(one.id, "It has no category; write one, such as attribution.")
    for one in (*file.features, *file.good_practice):
        yield from _feature(dossier, one)


def _feature(dossier: Dossier, one: Feature) -> Iterator[Flaw]:
    yield from filled(one.id, why=one.why)
    if not one.words:
        yield Flaw(one.id, "It quotes no words; quote those it is about.")
    yield from anchored(dossier, one.words, one.id)
    yield from _told(dossier, one.id, one)


def comparisons(dossier: Dossier) -> Iterator[Flaw]:
    """See that every row of a comparison is quoted, told and sourced."""
    yield from unique(table.id for table in dossier.comparisons)
    for table in dossier.comparisons:
        yield from referenced(table.sources, table.id)
        yield from _rows(dossier, table)
        yield from _told(dossier, table.id, table)


def actions(dossier: Dossier) -> Iterator[Flaw]:
    """See that every action quotes its words and says what its form does."""
    yield from unique(action.id for action in dossier.actions)
    for action in dossier.actions:
        yield from filled(action.id, why=action.why)
        if not action.verb:
            yield Flaw(action.id, "It quotes no verb; quote what is done.")
        yield from anchored(dossier, (*action.verb, *action.agent, *action.patient), action.id)
        yield from _told(dossier, action.id, action)


def sides(dossier: Dossier) -> Iterator[Flaw]:
    """See that every name stands in one pair, so that exchanging twice changes nothing."""
    if not (dossier.folder / "sides.yaml").exists():
        return
    yield from unique((party.id for party in dossier.sides.parties), "parties")
    yield from unique((name for pair in dossier.sides.pairs for name in pair), "pairs")
    for words, why in dossier.sides.left.items():
        yield from filled(f"left, {words}", why=why)
        yield from _told(dossier, f"left, {words}", why)
    yield from unique((name for name, _ in dossier.sides.invented), "invented")
    for sentence, why in dossier.sides.senseless.items():
        dossier.article.sentence(sentence)  # speaks for itself where there is none
        yield from filled(f"senseless, {sentence}", why=why)
        yield from _told(dossier, f"senseless, {sentence}", why)


def charts(dossier: Dossier) -> Iterator[Flaw]:
    """See that all that is drawn can be drawn."""
    drawn = charts_of(dossier)
    yield from unique(chart.id for chart in drawn)
    for chart in drawn:
        yield from filled(chart.id, title=chart.title, picture=chart.picture)
        yield from _told(dossier, chart.id, chart)
        try:
            chart.draw(dossier)
        except KitError as error:
            yield Flaw(chart.id, f"{str(error).rstrip('.')}; mend what {CHARTS} names.")


def own_numbers(dossier: Dossier) -> Iterator[Flaw]:
    """See that the numbers that stand in no source are worked out of others that do."""
    yield from worked_out(dossier.numbers, known(dossier), "")


def _rows(dossier: Dossier, table: Comparison) -> Iterator[Flaw]:
    for row in table.rows:
        item = f"{table.id}, {row.point}"
        yield from filled(item, point=row.point, record=row.record)
        yield from anchored(dossier, row.article, item)
        if row.source is not None and not 0 <= row.source < len(table.sources):
            yield Flaw(item, f"There is no source {row.source}; the first source is number 0.")


def _told(dossier: Dossier, item: str, structure: object) -> Iterator[Flaw]:
    """Look at what is said of a text: its wording, and whether its numbers are known."""
    yield from worded(dossier, item, structure)
    yield from numbered(item, prose(structure), known(dossier))
    for says in prose(structure):
        yield from unascribed(beside(dossier, texts_named(structure)), item, says)


def _quotes(claim: Claim) -> tuple[Quote, ...]:
    more = tuple(quote for choice in claim.arguable for quote in choice.words)
    return (*claim.source, *claim.cue, *claim.content, *more)
