"""How the voices of a text look, and the conditions for printing one without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.texts.vocabulary import Disclosure
from helpers.topics.anonymity import WRITER, drift
from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.view.pages import page
from helpers.view.reading import constructed, quotations
from helpers.view.tables import table
from helpers.view.voiced import render_coloured
from helpers.words import voice_text

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier
    from helpers.topics.anonymity import Condition, NewsroomRule, VoiceProfile, WordShare
    from helpers.view.markup import Child


def render_voices(dossier: Dossier, heard: tuple[VoiceProfile, ...]) -> Markup:
    """Render everybody who speaks in a text: labels, what is told, what is not."""
    return page(constructed(dossier), _profiles(dossier, heard), name=voice_text.VOICES)


def render_shares(
    dossier: Dossier, heard: tuple[VoiceProfile, ...], shares: dict[str, WordShare]
) -> Markup:
    """Render whose words fill a text, in the text itself, and then everybody who speaks in it."""
    return page(
        constructed(dossier),
        element("p", _largest(heard, shares), class_="finding"),
        render_coloured(dossier, heard, shares),
        _profiles(dossier, heard),
        name=voice_text.SHARES,
    )


def _profiles(dossier: Dossier, heard: tuple[VoiceProfile, ...]) -> Markup:
    heads = (voice_text.VOICE, *(about.label for about in Disclosure))
    told = table(voice_text.TOLD_OF, heads, [_voice(dossier, one) for one in heard])
    return join(
        element("p", voice_text.finding(*_counts(heard)), class_="finding"),
        element("div", told, class_="wide") if heard else None,
        _could(heard),
    )


def render_conditions(conditions: tuple[Condition, ...]) -> Markup:
    """Render each condition with the rules of the newsrooms behind it."""
    rows = [
        element(
            "li",
            element("p", element("strong", condition.asks)),
            parts.details(
                _whose(condition),
                element("ul", [_rule(rule) for rule in condition.rules]),
                class_="rules",
            ),
        )
        for condition in conditions
    ]
    return page(element("ol", rows, class_="conditions"), name=voice_text.CONDITIONS)


def _largest(heard: tuple[VoiceProfile, ...], shares: dict[str, WordShare]) -> str:
    """State how much of the text is the writer's, and who has the largest part of the rest."""
    if not heard:
        return voice_text.ALL_WRITER
    most = max(heard, key=lambda one: shares[one.voice.id].words)
    part = shares[most.voice.id].share
    return voice_text.largest(shares[WRITER].share, most.voice.name, part, len(heard))


def _voice(dossier: Dossier, heard: VoiceProfile) -> tuple[Child, ...]:
    return _labels(dossier, heard), *(_told(dossier, heard, about) for about in Disclosure)


def _labels(dossier: Dossier, heard: VoiceProfile) -> Markup:
    # Said beside the labels themselves: a reader who sees them in a row may not notice.
    changed = element("p", voice_text.LABEL_CHANGES, class_="note")
    return join(
        heard.voice.name,
        element("div", quotations(dossier, heard.labels), class_="cited"),
        changed if drift(dossier, heard) else None,
    )


def _told(dossier: Dossier, heard: VoiceProfile, about: Disclosure) -> Markup:
    words = heard.voice.told(about)
    silent = (
        voice_text.NO_NEED
        if heard.voice.named and about is Disclosure.REASON
        else voice_text.NOT_TOLD
    )
    return quotations(dossier, words) if words else element("em", silent)


def _could(heard: tuple[VoiceProfile, ...]) -> Markup | None:
    rows = [
        element("li", element("strong", one.voice.name), ": ", one.voice.could)
        for one in heard
        if one.voice.could
    ]
    if not rows:
        return None
    return join(element("p", voice_text.COULD_TELL, class_="small-head"), element("ul", rows))


def _rule(rule: NewsroomRule) -> Markup:
    return element(
        "li", element("strong", rule.owner), ": ", rule.says, " ", parts.reference(rule.source)
    )


def _counts(heard: tuple[VoiceProfile, ...]) -> tuple[int, int, int]:
    """Count the voices, those without a name, and those of whom no reason for it is told."""
    unnamed = [one for one in heard if not one.voice.named]
    return len(heard), len(unnamed), sum(Disclosure.REASON in one.untold for one in unnamed)


def _whose(condition: Condition) -> str:
    owners = dict.fromkeys(rule.owner for rule in condition.rules)
    return voice_text.WHOSE_RULE.format(owners=", ".join(owners))
