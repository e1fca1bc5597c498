"""Words in quotation marks: those that prose ascribes to a text must stand in it."""

from __future__ import annotations

import re
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from helpers.checks.ascribed import ascribed
from helpers.errors import KitError
from helpers.flaws import Flaw
from helpers.texts.files import is_there

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from helpers.checks.ascribed import Ascribed
    from helpers.texts.article import Article
    from helpers.texts.dossier import Dossier

TWIN = "twin"
DROPPED_AT_MOST = 4
"""Words that may be missing between two for both to be taken from one place."""
_LEFT_OUT = re.compile(r" ?(?:…|\.\.\.|\[[^\[\]]*\]) ?")
"""What a quotation may leave out or put in words of its own: “the … [soldier] said”."""
_MARKS = str.maketrans("“”‘\"'", "’’’’’")


def quoted(home: Dossier, others: Iterable[str], item: str, prose: str) -> Iterator[Flaw]:
    """See that ascribed words stand where the prose says; `others` are texts that it may mean too.

    A stop at the end, a capital at the start, words in [brackets], what … leaves out, and the
    shape of quotation marks are no faults.
    """
    for one in ascribed(prose):
        texts = _meant(home, others, one)
        if texts and not any(stands(one.words, text.article, one.sentences) for text in texts):
            place = f"{one.sentences} of {texts[0].id}" if one.sentences else texts[0].id
            mend = "mend the number" if one.sentences else "say whose words they are"
            says = f"“{one.words}” does not stand in {place}; copy the exact words, or {mend}."
            yield Flaw(item, says)


def cut_short(words: str, article: Article) -> str:
    """Name the sentence whose own words these are with some between them dropped, or give "".

    Words that stand in a sentence in their order, but with others between, are its own cut short.
    """
    sentences = ((one.id, article.cut(one.span)) for one in article.sentences)
    return next((name for name, sentence in sentences if _drops(words, sentence)), "")


def stands(words: str, article: Article, sentences: str = "") -> bool:
    """Tell whether words stand in sentences of an article, or anywhere in it."""
    try:
        passage = article.passage(sentences) if sentences else article.sentences
    except KitError:
        return False
    text = _plain(" ".join(article.cut(sentence.span) for sentence in passage))
    start = 0
    for number, piece in enumerate(filter(None, map(_bare, _LEFT_OUT.split(_plain(words))))):
        found = _whole(piece, capital=number == 0).search(text, start)
        if found is None:
            return False
        start = found.end()
    return True


def _whole(piece: str, *, capital: bool) -> re.Pattern[str]:
    """Look for whole words; at the start of a quotation, with a capital or without."""
    first = f"(?i:{re.escape(piece[0])})" if capital else re.escape(piece[0])
    return re.compile(rf"(?<!\w){first}{re.escape(piece[1:])}(?!\w)")


def _drops(words: str, sentence: str) -> bool:
    """Tell whether words follow each other in a sentence once a few between them are dropped."""
    kept, there = (
        [_bare(word).lower() for word in _plain(one).split()] for one in (words, sentence)
    )
    if " ".join(kept) in " ".join(there):  # nothing is dropped
        return False
    # Places as the bits of a number: all places of a word are tried at once, however many.
    places: dict[str, int] = {}
    for at, word in enumerate(there):
        places[word] = places.get(word, 0) | 1 << at
    ends = places.get(kept[0], 0) if kept else 0
    for word in kept[1:]:
        reach = (ends << gap for gap in range(1, DROPPED_AT_MOST + 2))
        ends = reduce(or_, reach) & places.get(word, 0)
    return bool(ends)


def _bare(words: str) -> str:
    """Take off the stops and quotation marks at both ends."""
    return words.strip(" .,;:!?’")


def _plain(text: str) -> str:
    """Make all quotation marks alike, and all white space."""
    return " ".join(text.translate(_MARKS).split())


def _meant(home: Dossier, others: Iterable[str], one: Ascribed) -> tuple[Dossier, ...]:
    """Give the texts in which words may be meant to stand; none where that cannot be known."""
    for name in one.names:
        if is_text(home, name):
            return (home.sibling(name),)
        if name.endswith(TWIN):
            twin = home.id if home.about.kind == TWIN else home.about.also_read
            return (home.sibling(twin),) if twin and is_text(home, twin) else ()
    if "article" in one.names:  # in the files of a twin that is the other one, or itself
        return () if home.about.kind == TWIN else (home,)
    return (home, *(home.sibling(name) for name in others if is_text(home, name)))


def is_text(home: Dossier, name: str) -> bool:
    """Tell whether a text lies beside this one; one that does not is a finding of its own."""
    return is_there(home.folder.parent / name / "article.txt")
