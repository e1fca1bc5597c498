"""Who acts on whom, and the whole article with the sides exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.topics.framing import hidden, swap
from helpers.view.markup import Markup, element
from helpers.view.pages import page
from helpers.view.reading import constructed, folded_again, foreign, quotations
from helpers.view.tables import table
from helpers.words import frame_text, voice_text

if TYPE_CHECKING:
    from helpers.texts.article import Sentence
    from helpers.texts.dossier import Dossier
    from helpers.texts.records import Action


def render_actors(dossier: Dossier) -> Markup:
    """Render each action with who does it, to whom, and in which form."""
    rows = [_action(dossier, action) for action in dossier.actions]
    acts = table(frame_text.ACTORS, frame_text.ACTORS_HEADS, rows)
    return page(
        constructed(dossier),
        element("p", frame_text.actors_finding(len(hidden(dossier)), len(rows))),
        element("div", acts, class_="wide"),
        name=frame_text.ACTORS,
    )


def render_swapped(dossier: Dossier, which: str) -> Markup:
    """Render sentences with the sides exchanged, and what could not be exchanged."""
    sentences = dossier.article.passage(which)
    done = [(one, swap(dossier.article.cut(one.span), dossier.sides)) for one in sentences]
    unclean = dict.fromkeys(note for _, made in done for note in made.unclean)
    return page(
        element("p", frame_text.SWAPPED_LABEL, class_="constructed"),
        element(
            "div", [_sentence(dossier, one, made.text) for one, made in done], class_="article"
        ),
        element("p", frame_text.NOT_SWAPPED, class_="small-head") if unclean else None,
        element("ul", [element("li", note) for note in unclean]) if unclean else None,
        name=f"{frame_text.SWAPPED} {which}",
    )


def _sentence(dossier: Dossier, sentence: Sentence, words: str) -> Markup:
    number = element("span", sentence.id, class_="number")
    text = element("span", folded_again(dossier, words), class_="text", lang=foreign(dossier))
    return element("div", number, " ", text, class_="sentence")


def _action(dossier: Dossier, action: Action) -> tuple[Markup | str, ...]:
    return (
        quotations(dossier, action.verb),
        quotations(dossier, action.agent) or voice_text.NOT_TOLD,
        quotations(dossier, action.patient) or voice_text.NOT_TOLD,
        frame_text.VOICES_OF_VERBS[action.voice],
        action.why,
    )
