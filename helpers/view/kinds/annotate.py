"""How a passage to mark looks, and the student's marks set over the key."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from helpers.kinds.annotate import Spot
from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.view.reading import constructed, quotations, render_shown
from helpers.words import annotation_text, handout_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from helpers.kinds.annotate import BoundAnnotate, Stray
    from helpers.kinds.annotate_keys import Words
    from helpers.texts.vocabulary import Label
    from helpers.view.card_state import CardState

    Fate = tuple[str, str, Words]
    """What became of a word: its label, its status, the stretch that it is a part of."""


KEY = "key"
"""The status of a word in the key itself."""


def form(state: CardState[BoundAnnotate]) -> Markup:
    """Render the words to mark, the labels, the second route without selection, and the list."""
    return parts.question(
        state.exercise,
        labels(state.exercise.labels),
        element("p", annotation_text.MARK_HOW, class_="note"),
        element("p", annotation_text.MARK_KEYS, class_="note keys"),
        _words(state),
        _by_list(state),
        element("p", annotation_text.YOUR_MARKS, class_="small-head"),
        element("p", annotation_text.MARK_CHANGE, class_="note change"),
        element("ul", element("li", annotation_text.NO_MARKS), class_="marks"),
        # Beside the words, not at the foot of the card, where the hand is not.
        element("p", class_="said", role="status"),
        class_="ask marking",
    )


def feedback(state: CardState[BoundAnnotate]) -> Markup:
    """Render the student's text with every word's outcome, then the reasons."""
    spots = state.exercise.spots(state.last.read)
    # To see what was missed is to have the key.
    if not state.whole:
        spots = tuple(spot for spot in spots if spot.status != "missed")
    reasons = [
        element("li", _named(state, p.item), _together(state, p.item), parts.feedback(state, p))
        for p in state.last.mark.feedback
    ]
    return join(_overlaid(state, spots), _legend(spots), element("ul", reasons, class_="outcome"))


def paper(state: CardState[BoundAnnotate]) -> Markup:
    """Render the passage with room below each line, and lines to copy the words to."""
    names = [annotation_text.LABELS[label.value] for label in state.exercise.labels]
    how = handout_text.MARK_HOW.format(labels=", ".join(names))
    lines = [element("li", element("span", name), element("textarea", rows=1)) for name in names]
    return parts.question(
        state.exercise,
        element("p", how, class_="note"),
        element("div", render_shown(state.dossier, state.exercise.show), class_="roomy"),
        element("ul", lines, class_="copied"),
    )


def key(state: CardState[BoundAnnotate]) -> Markup:
    """Render the passage with its key, then the reasons, what is arguable and what tempts."""
    exercise = state.exercise
    spots = tuple(
        Spot(word, one.label, KEY, one.words) for one in exercise.keys for word in one.words
    )
    reasons = [
        element("li", element("p", parts.ink(one.label), " ", quotations(state.dossier, one.quotes),
                              class_="item"), element("p", one.why))
        for one in exercise.keys
    ]  # fmt: skip
    return join(
        _overlaid(state, spots), element("ul", reasons, class_="outcome"), _also(state),
        [_tempting(state, stray) for stray in exercise.strays],
    )  # fmt: skip


def _also(state: CardState[BoundAnnotate]) -> Markup | None:
    """Name what careful readers differ on, where a reason is given."""
    tokens = state.exercise.tokens
    rows = [
        element("li", parts.ink(one.label), " ",
                element("q", " ".join(tokens[word][1] for word in sorted(one.words))), " ", one.why)
        for one in state.exercise.free if one.why and one.words
    ]  # fmt: skip
    return join(element("p", handout_text.ARGUABLE), element("ul", rows)) if rows else None


def _tempting(state: CardState[BoundAnnotate], stray: Stray) -> Markup:
    return element(
        "div",
        element("p", handout_text.NOT_HERE, " ", parts.ink(stray.label), " ",
                quotations(state.dossier, stray.words)),
        element("p", stray.why),
        parts.named(state, stray.slip),
        class_="part wrong",
    )  # fmt: skip


def labels(of: Iterable[Label]) -> Markup:
    """Render the labels to choose from, each drawn as its mark will be."""
    picks = [parts.radio("_label", label.value, parts.ink(label)) for label in of]
    return parts.group(
        annotation_text.MARK_LABEL, element("div", picks, class_="chips"), class_="labels"
    )


def _words(state: CardState[BoundAnnotate]) -> Markup:
    """Render each word as an option of a list, with its place in code points."""
    home, _ = state.dossier.find_passage(state.exercise.show)
    rows = [
        element(
            "div",
            element("span", name, class_="number", aria_hidden="true"),
            " ",
            # Texts can run from right to left, one sentence and not the next.
            element("span", join(*words, by=" "), dir="auto"),
            role="group",
            aria_label=name,
            class_="sentence",
        )
        for name, words in _by_sentence(state, _option)
    ]
    box = element(
        "div",
        rows,
        class_="words",
        role="listbox",
        aria_multiselectable="true",
        aria_label=annotation_text.MARK_PASSAGE,
        data_overlap="1" if state.exercise.overlap else "0",
        lang=home.about.language,
    )
    edges = (
        _edge("first", annotation_text.FIRST_EDGE),
        _edge("last", annotation_text.LAST_EDGE),
    )
    marker = element("div", box, *edges, class_="marker")
    return element("div", constructed(home), marker, class_="article")


def _edge(which: str, name: str) -> Markup:
    """Render the handle of an edge: a slider to the keyboard and to those who only hear it."""
    slider = element("input", type="range", min=0, aria_label=name)
    return element("span", slider, class_="edge", data_edge=which, hidden=True)


def _option(number: int, start: int, end: int, word: str) -> Markup:
    return element(
        "span",
        word,
        class_="word",
        role="option",
        aria_selected="false",
        # One stop for Tab; the arrows do the rest.
        tabindex=0 if number == 0 else -1,
        data_start=start,
        data_end=end,
    )


def _by_list(state: CardState[BoundAnnotate]) -> Markup:
    groups = [
        element("optgroup", options, label=name)
        for name, options in _by_sentence(
            state, lambda n, _start, _end, word: element("option", f"{n + 1} {word}", value=n)
        )
    ]
    return parts.details(
        annotation_text.MARK_LIST,
        element(
            "label", annotation_text.MARK_FIRST, " ", element("select", groups, data_first=True)
        ),
        element("label", annotation_text.MARK_LAST, " ", element("select", groups, data_last=True)),
        parts.tool(annotation_text.MARK_BUTTON, "mark"),
        class_="by-list",
    )


def _by_sentence(
    state: CardState[BoundAnnotate], make: Callable[[int, int, int, str], Markup]
) -> Iterator[tuple[str, list[Markup]]]:
    home, passage = state.dossier.find_passage(state.exercise.show)
    tokens = list(enumerate(state.exercise.tokens))
    for sentence in home.article.passage(passage):
        inside = [t for t in tokens if sentence.span.start <= t[1][0].start < sentence.span.end]
        yield sentence.id, [make(n, *span, word) for n, (span, word) in inside]


def _overlaid(state: CardState[BoundAnnotate], spots: tuple[Spot, ...]) -> Markup:
    """Set the words of a mark that fared alike together, each run with its outcome printed."""
    found: dict[int, tuple[Fate, ...]] = {}
    for spot in spots:
        # With its stretch: else two marks that are neighbours would be drawn as one.
        fate = (spot.label.value, spot.status, spot.stretch)
        found[spot.word] = (*found.get(spot.word, ()), fate)
    words = [(found.get(n, ()), word) for n, (_, word) in enumerate(state.exercise.tokens)]
    runs = [
        _run(fates, " ".join(word for _, word in run))
        for fates, run in groupby(words, key=lambda pair: pair[0])
    ]
    home, _ = state.dossier.find_passage(state.exercise.show)
    return element("p", join(*runs, by=" "), class_="overlaid serif", lang=home.about.language)


def _run(fates: tuple[Fate, ...], words: str) -> Markup | str:
    if not fates:
        return words
    name = ", ".join(_named_fate(label, status) for label, status, _ in fates)
    label, status, _ = fates[0]
    return element(
        "span", element("span", name, class_="tag"), " ", words, class_=f"run {label} {status}"
    )


def _named_fate(label: str, status: str) -> str:
    # In the key there is nothing to compare with: it names the part alone.
    if status == KEY:
        return annotation_text.LABELS[label]
    return f"{label}: {annotation_text.SPOTS[status]}"


def _legend(spots: tuple[Spot, ...]) -> Markup | None:
    statuses = dict.fromkeys(spot.status for spot in spots)
    rows = [
        element(
            "li",
            element("span", annotation_text.SPOTS[s], class_=f"run {s}"),
            ": ",
            annotation_text.SPOTS_MEAN[s],
        )
        for s in statuses
    ]
    return (
        parts.details(annotation_text.LEGEND, element("ul", rows), class_="legend")
        if rows
        else None
    )


def _named(state: CardState[BoundAnnotate], item: str) -> Markup | None:
    """Name the part of the attribution that a reason is about."""
    key = state.exercise.key(item)
    if key is None:
        return None
    return element("p", parts.ink(key.label), class_="item")


def _together(state: CardState[BoundAnnotate], item: str) -> Markup | None:
    """List the marks of the student that count together, where there is more than one."""
    key = state.exercise.key(item)
    marks = state.exercise.together(key, state.last.read) if key else []
    return element("p", annotation_text.together(marks), class_="note") if marks[1:] else None
