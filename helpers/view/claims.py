"""The record of a text: every claim with how it is reported, how it was rated, what came later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.texts.vocabulary import Grade
from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.view.pages import page
from helpers.view.reading import constructed, quotations
from helpers.words import record_text

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier
    from helpers.texts.records import Claim, Later


def render_claims(dossier: Dossier) -> Markup:
    """Render the claims of a text, each folded behind its gist."""
    rows = [element("li", _claim(dossier, claim)) for claim in dossier.ledger.claims]
    return page(
        constructed(dossier),
        element("p", record_text.CLAIMS_HOW, class_="note"),
        element("ol", rows, class_="outcome"),
        name=record_text.CLAIMS,
    )


def _claim(dossier: Dossier, claim: Claim) -> Markup:
    # In the order in which a reader would ask: what, who, how could they know, how is it told, how
    # good.
    facts = {
        record_text.TYPE: claim.type.label,
        record_text.SAID_BY: claim.kind.label,
        record_text.SIDE: dossier.side_name(claim.side),
        record_text.NEARNESS: claim.proximity.label,
        record_text.REPORTED: claim.mode.label,
        record_text.LINK: claim.cue_class.label,
        record_text.GRADE: claim.grade.label,
        record_text.RELIABILITY: f"{claim.reliability.value} · {claim.reliability.label}",
        record_text.CREDIBILITY: f"{claim.credibility.value} · {claim.credibility.label}",
        record_text.SOURCED: record_text.SOUND[claim.sound],
    }
    if claim.grade is Grade.NONE:  # nobody is said to be dead or hurt
        del facts[record_text.GRADE]
    pairs = [join(element("dt", name), element("dd", value)) for name, value in facts.items()]
    return parts.details(
        claim.gist,
        element("div", quotations(dossier, claim.content), class_="cited"),
        element("dl", pairs, class_="origin"),
        element("p", claim.why),
        _later(claim.later) if claim.later else None,
        class_="claim",
    )


def _later(later: Later) -> Markup:
    lead = element("strong", record_text.LATER)
    return element("p", lead, " ", later.text, " ", parts.reference(later.source))
