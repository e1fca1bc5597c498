"""Who acts on whom, and the whole article with the sides exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.topics.framing import hidden, swap
from helpers.view import frame_strings as strings
from helpers.view.drawing import table
from helpers.view.markup import Markup, element
from helpers.view.pages import page
from helpers.view.reading import constructed, folded_again, quotations

if TYPE_CHECKING:
    from helpers.article import Sentence
    from helpers.dossier import Dossier
    from helpers.records import Action


def render_actors(dossier: Dossier) -> Markup:
    """Render each action with who does it, to whom, and in which form."""
    rows = [_action(dossier, action) for action in dossier.actions]
    acts = table(strings.ACTORS, strings.ACTORS_HEADS, rows)
    return page(
        constructed(dossier),
        element("p", strings.actors_finding(len(hidden(dossier)), len(rows))),
        element("div", acts, class_="wide"),
        name=strings.ACTORS,
    )


def render_swapped(dossier: Dossier, which: str) -> Markup:
    """Render sentences with the sides exchanged, and what could not be exchanged."""
    sentences = dossier.article.passage(which)
    done = [(one, swap(dossier.article.cut(one.span), dossier.sides)) for one in sentences]
    unclean = dict.fromkeys(note for _, made in done for note in made.unclean)
    return page(
        element("p", strings.SWAPPED_LABEL, class_="constructed"),
        element(
            "div", [_sentence(dossier, one, made.text) for one, made in done], class_="article"
        ),
        element("p", strings.NOT_SWAPPED, class_="small-head") if unclean else None,
        element("ul", [element("li", note) for note in unclean]) if unclean else None,
        name=f"{strings.SWAPPED} {which}",
    )


def _sentence(dossier: Dossier, sentence: Sentence, words: str) -> Markup:
    number = element("span", sentence.id, class_="number")
    text = element("span", folded_again(dossier, words), class_="text")
    return element("div", number, " ", text, class_="sentence")


def _action(dossier: Dossier, action: Action) -> tuple[Markup | str, ...]:
    return (
        quotations(dossier, action.verb),
        quotations(dossier, action.agent) or strings.NOT_TOLD,
        quotations(dossier, action.patient) or strings.NOT_TOLD,
        strings.VOICES_OF_VERBS[action.voice],
        action.why,
    )
