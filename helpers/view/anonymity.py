"""How the voices of a text look, and the conditions for printing one without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.topics.anonymity import WRITER, drift
from helpers.view import parts, strings
from helpers.view.markup import Markup, element, join
from helpers.view.pages import page
from helpers.view.reading import constructed, quotations
from helpers.vocabulary import Told

if TYPE_CHECKING:
    from helpers.dossier import Dossier
    from helpers.topics.anonymity import Condition, Heard, Part, Rule


def render_voices(dossier: Dossier, heard: tuple[Heard, ...], shares: dict[str, Part]) -> Markup:
    """Render everybody who speaks: labels, what is told, what is not, the share of words."""
    heads = [strings.VOICE, *(about.label for about in Told), strings.SHARE]
    rows = [_voice(dossier, one, shares[one.voice.id]) for one in heard]
    writer = [_writer(shares[WRITER])]
    return page(
        constructed(dossier),
        element("p", strings.voices_finding(heard)),
        _table(strings.VOICES, heads, rows + writer),
        _could(heard),
        name=strings.VOICES,
    )


def render_conditions(conditions: tuple[Condition, ...]) -> Markup:
    """Render each condition with the rules of the newsrooms behind it."""
    rows = [
        element(
            "li",
            element("p", element("strong", condition.asks)),
            parts.details(
                strings.whose_rule([rule.owner for rule in condition.rules]),
                element("ul", [_rule(rule) for rule in condition.rules]),
                class_="rules",
            ),
        )
        for condition in conditions
    ]
    return page(element("ol", rows, class_="conditions"), name=strings.CONDITIONS)


def _table(caption: str, heads: list[str], rows: list[Markup]) -> Markup:
    columns = [element("th", head, scope="col") for head in heads]
    table = element(
        "table",
        element("caption", caption),
        element("thead", element("tr", columns)),
        element("tbody", rows),
    )
    return element("div", table, class_="wide")


def _voice(dossier: Dossier, heard: Heard, part: Part) -> Markup:
    cells = [_told(dossier, heard, about) for about in Told]
    return element("tr", _labels(dossier, heard), cells, _share(part))


def _labels(dossier: Dossier, heard: Heard) -> Markup:
    changed = element("p", strings.LABEL_CHANGES, class_="note")
    return element(
        "th",
        heard.voice.name,
        element("div", quotations(dossier, heard.labels), class_="cited"),
        changed if drift(dossier, heard) else None,
        scope="row",
    )


def _told(dossier: Dossier, heard: Heard, about: Told) -> Markup:
    words = heard.voice.told(about)
    silent = strings.NO_NEED if heard.voice.named and about is Told.REASON else strings.NOT_TOLD
    shown = quotations(dossier, words) if words else element("em", silent)
    return element("td", shown, data_column=about.label)


def _share(part: Part) -> Markup:
    bar = element("progress", value=f"{part.share:.3f}", aria_hidden="true")
    said = strings.share(part.words, part.share)
    return element("td", bar, " ", said, data_column=strings.SHARE)


def _writer(part: Part) -> Markup:
    name = element("th", strings.WRITER, scope="row")
    return element("tr", name, [element("td") for _ in Told], _share(part))


def _could(heard: tuple[Heard, ...]) -> Markup:
    rows = [
        element("li", element("strong", one.voice.name), ": ", one.voice.could)
        for one in heard
        if one.voice.could
    ]
    return join(element("p", strings.COULD_TELL, class_="small-head"), element("ul", rows))


def _rule(rule: Rule) -> Markup:
    return element(
        "li", element("strong", rule.owner), ": ", rule.says, " ", parts.reference(rule.source)
    )
