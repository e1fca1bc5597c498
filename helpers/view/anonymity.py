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
from helpers.words import voice_text

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier
    from helpers.topics.anonymity import Condition, NewsroomRule, VoiceProfile, WordShare
    from helpers.view.markup import Child


def render_voices(
    dossier: Dossier, heard: tuple[VoiceProfile, ...], shares: dict[str, WordShare]
) -> Markup:
    """Render everybody who speaks: labels, what is told, what is not, the share of words."""
    heads = [voice_text.VOICE, *(about.label for about in Disclosure), voice_text.SHARE]
    rows = [_voice(dossier, one, shares[one.voice.id]) for one in heard]
    rows.append((voice_text.WRITER, *(None for _ in Disclosure), _share(shares[WRITER])))
    return page(
        constructed(dossier),
        element("p", voice_text.finding(*_counts(heard))),
        element("div", table(voice_text.VOICES, heads, rows), class_="wide"),
        element("p", voice_text.COUNTED, class_="note"),
        _could(heard),
        name=voice_text.VOICES,
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


def _voice(dossier: Dossier, heard: VoiceProfile, part: WordShare) -> tuple[Child, ...]:
    told = [_told(dossier, heard, about) for about in Disclosure]
    return _labels(dossier, heard), *told, _share(part)


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


def _share(part: WordShare) -> Markup:
    bar = element("progress", value=f"{part.share:.3f}", aria_hidden="true")
    return join(bar, " ", voice_text.share(part.words, part.share))


def _could(heard: tuple[VoiceProfile, ...]) -> Markup:
    rows = [
        element("li", element("strong", one.voice.name), ": ", one.voice.could)
        for one in heard
        if one.voice.could
    ]
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
