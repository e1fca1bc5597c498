"""An article, its sentences, and quotations anchored in it as spans.

A span is half-open and counts Unicode code points of the stored text, so `text[start:end]`
always holds, whatever the text is written in.
"""

from __future__ import annotations

import re
import reprlib
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from helpers.errors import KitError
from helpers.texts import limits

if TYPE_CHECKING:
    from collections.abc import Iterator

WHOLE = "*"
_WORD = re.compile(r"\S+")
_TWO_LETTERS = re.compile(r"\w\w")
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[”’\"')\]]*+\s+")
_OPENERS = "“‘\"'(["
_NEXT = re.compile(r"[“‘\"'(\[]*+(.)", re.DOTALL)
"""What comes after a sentence’s end: its first letter, behind all that opens a sentence."""
_ABBREVIATIONS = frozenset(
    {"Mr.", "Mrs.", "Ms.", "Dr.", "St.", "Gen.", "Col.", "Lt.", "Sgt.", "No."}
)
_LONGEST = max(map(len, _ABBREVIATIONS)) + 1


class Span(NamedTuple):
    """A stretch of text, `[start, end)` in code points."""

    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Tell whether two spans share a character."""
        return self.start < other.end and other.start < self.end


class Sentence(NamedTuple):
    """One sentence: its id (S1, S2, …), where it stands, and its paragraph (from 1)."""

    id: str
    span: Span
    paragraph: int


class Quote:
    """Exact words of one sentence, as people write them down: `{S1: according to reports}`."""

    __slots__ = ("article", "sentence", "words")

    def __init__(self, place: str, words: str) -> None:
        """Read the place, `S1` or `my-text/S1`; `*` stands for the whole sentence."""
        self.article, _, self.sentence = place.rpartition("/")
        self.words = words

    @classmethod
    def read(cls, written: object) -> Quote:
        """Turn the one-key map of a YAML file into a quotation.

        >>> Quote.read({"S1": "according to reports"}).sentence
        'S1'
        """
        if isinstance(written, dict) and len(written) == 1:
            ((place, words),) = written.items()
            if isinstance(place, str) and isinstance(words, str) and words:
                return cls(place, words)
        message = (
            f"A quotation is written {{S1: exact words}}; this one reads {reprlib.repr(written)}."
        )
        raise KitError(message)

    @property
    def place(self) -> str:
        """The sentence as it is written in a file."""
        return f"{self.article}/{self.sentence}" if self.article else self.sentence

    def __eq__(self, other: object) -> bool:
        """Tell whether both quote the same words of the same sentence."""
        if not isinstance(other, Quote):
            return False
        return (self.place, self.words) == (other.place, other.words)

    def __hash__(self) -> int:
        """Go by place and words."""
        return hash((self.place, self.words))

    def __repr__(self) -> str:
        """Look as it does in a file."""
        return f"{{{self.place}: {self.words}}}"


class Article(msgspec.Struct, frozen=True):
    """A text and its sentences, numbered S1, S2, … from the start."""

    id: str
    text: str
    sentences: tuple[Sentence, ...]

    @classmethod
    def from_text(cls, identity: str, text: str) -> Article:
        """Split a text into sentences; a line is a paragraph.

        >>> [s.id for s in Article.from_text("x", "One. Two “three.” Four").sentences]
        ['S1', 'S2', 'S3']
        """
        if len(_WORD.findall(text)) > limits.WORDS:
            message = (
                f"The text “{identity}” has more than {limits.WORDS:,} words; "
                "keep the part that a class reads."
            )
            raise KitError(message)
        return cls(identity, text, tuple(_sentences(text)))

    def sentence(self, identity: str) -> Sentence:
        """Find a sentence by its id."""
        for sentence in self.sentences:
            if sentence.id == identity:
                return sentence
        message = f"{self.id} has no sentence {identity}; it has S1 to S{len(self.sentences)}."
        raise KitError(message)

    def passage(self, which: str) -> tuple[Sentence, ...]:
        """Read `S4`, `S4-S5` or `S1, S4-S5` as the sentences it names."""
        found: list[Sentence] = []
        for part in which.split(","):
            first, _, last = part.strip().partition("-")
            start = self.sentences.index(self.sentence(first))
            end = self.sentences.index(self.sentence(last or first))
            if end < start:
                raise KitError(f"A passage runs forward: write {last}-{first}, not {part.strip()}.")
            found += self.sentences[start : end + 1]
            # Else a line of “S1-S99,” again and again would say more than a book.
            if len(found) > len(self.sentences):
                raise KitError(f"The passage {which[:40]}… names sentences twice; name each once.")
        return tuple(found)

    def anchor(self, quote: Quote) -> Span:
        """Find a quotation in its sentence, where it must stand exactly once."""
        sentence = self.sentence(quote.sentence)
        if quote.words == WHOLE:
            return sentence.span
        # Two of them: words that stand twice would be anchored by chance.
        found = list(islice(_standing(self.text, quote.words, sentence.span), 2))
        if len(found) == 1:
            return found[0]
        fault = (
            "stands there more than once; quote more words"
            if found
            else "is not there; copy it from the text"
        )
        message = f"{self.id} {quote.sentence}: “{quote.words}” {fault}."
        raise KitError(message)

    def quoted(self, quote: Quote) -> str:
        """Give the words of a quotation, also where it stands for a whole sentence."""
        return self.cut(self.anchor(quote))

    def cut(self, span: Span) -> str:
        """Give the words of a span."""
        return self.text[span.start : span.end]

    def words(self, span: Span) -> tuple[Span, ...]:
        """Split a span at white space: the units that a student marks."""
        return tuple(Span(*found.span()) for found in _WORD.finditer(self.text, *span))


def _standing(text: str, words: str, within: Span) -> Iterator[Span]:
    """Find the words wherever they stand, never as a part of a longer word."""
    start = text.find(words, *within)
    while start >= 0:
        end = start + len(words)
        if not (_inside_word(text, start) or _inside_word(text, end)):
            yield Span(start, end)
        start = text.find(words, start + 1, within.end)


def _inside_word(text: str, at: int) -> bool:
    return at > 0 and bool(_TWO_LETTERS.match(text, at - 1))


def _sentences(text: str) -> Iterator[Sentence]:
    number = 0
    # Offsets count in the whole text, so it is searched and never split.
    lines = (line for line in re.finditer(r"[^\n]+", text) if not line[0].isspace())
    for paragraph, line in enumerate(lines, start=1):
        for span in _split(text, Span(*line.span())):
            number += 1
            yield Sentence(f"S{number}", span, paragraph)


def _split(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for end in _SENTENCE_END.finditer(text, *line):
        # A small letter goes on with the sentence: “he said.” after “dead,” begins none.
        if _starts_sentence(text, end.end(), line.end) and not _abbreviated(text, end.start()):
            yield _trimmed(text, Span(start, end.end()))
            start = end.end()
    yield _trimmed(text, Span(start, line.end))


def _starts_sentence(text: str, at: int, line_end: int) -> bool:
    first = _NEXT.match(text, at, line_end)
    return first is not None and not first[1].islower()


def _abbreviated(text: str, stop: int) -> bool:
    word = text[max(0, stop - _LONGEST) : stop + 1].rsplit(None, 1)[-1]
    return word.lstrip(_OPENERS) in _ABBREVIATIONS


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))
