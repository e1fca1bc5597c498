"""Mark: label words of a passage as source, cue or content.

Marking is tolerant as people are. Two trained annotators agree on the exact words of a content
span in about 69 of 100 cases and overlap in 87 (PARC 3.0), so small words at the edges do not
count, a good overlap counts in full, and arguable spans never cost anything.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import msgspec

from helpers.article import Quote, Span
from helpers.errors import KitError
from helpers.kinds.base import Exercise, Grade, Mark, NotAnAnswerError, Part
from helpers.kinds.overlap import GOOD_OVERLAP, f1, trimmed
from helpers.records import Record
from helpers.vocabulary import ATTRIBUTION, Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from helpers.dossier import Dossier
    from helpers.records import Claim
    from helpers.workbook import Answer

MAX_MARKS = 60
_MARK = re.compile(r"(?a:([a-z]+)((?: \d{1,7}-\d{1,7}){1,20}))")
_NOT_MARKS = "These marks do not fit the passage. Remove them and mark again."


class Stray(Record, frozen=True, kw_only=True):
    """A tempting wrong mark, and why it tempts."""

    label: Label
    words: tuple[Quote, ...]
    misconception: str
    why: str


class Asked(Record, frozen=True, kw_only=True):
    """Words to find that are no part of a claim; arguable ones cost nothing either way."""

    id: str
    label: Label
    words: tuple[Quote, ...]
    why: str
    certainty: Literal["clear", "arguable"] = "clear"


class Marked(msgspec.Struct, frozen=True):
    """A mark: a label and the numbers of the words it holds; `why` says why it is arguable."""

    label: Label
    words: frozenset[int]
    why: str = ""


class Key(msgspec.Struct, frozen=True):
    """One part of an attribution: its words by number, and other choices that are arguable."""

    claim: str
    label: Label
    quotes: tuple[Quote, ...]
    words: frozenset[int]
    why: str
    arguable: tuple[frozenset[int], ...] = ()

    @property
    def reach(self) -> frozenset[int]:
        """All words that a careful reader could take for this part."""
        return self.words.union(*self.arguable)


class Spot(msgspec.Struct, frozen=True):
    """What became of one word under one label: exact, overlap, beyond, missed, arguable, stray."""

    word: int
    label: Label
    status: str


class MarkWords(Exercise, frozen=True, kw_only=True, tag="mark"):
    """A passage to mark. `tokens`, `keys` and `free` are filled in by `bind`, never by a file."""

    claims: tuple[str, ...] = ()
    why: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)
    asks: tuple[Asked, ...] = ()
    labels: tuple[Label, ...] = ATTRIBUTION
    strays: tuple[Stray, ...] = ()
    overlap: bool = False
    tokens: tuple[tuple[Span, str], ...] = ()
    keys: tuple[Key, ...] = ()
    free: tuple[Marked, ...] = ()
    stray_words: tuple[frozenset[int], ...] = ()

    def bind(self, dossier: Dossier) -> MarkWords:
        """Take the key from the claims and from `asks`, by the numbers of the words."""
        binder = _Binder(self, dossier)
        claims = [dossier.claim(identity) for identity in self.claims]
        keys = _merged([*(key for claim in claims for key in binder.keys(claim)), *binder.asked()])
        if not keys:
            raise KitError(f"{self.id}: the passage holds nothing of what it asks for.")
        others = [c for c in dossier.ledger.claims if c.id not in self.claims and c.source]
        free = [mark for claim in others for mark in binder.free(claim)]
        free += [mark for claim in claims for mark in binder.arguable(claim)]
        return msgspec.structs.replace(
            self,
            tokens=binder.tokens,
            keys=keys,
            free=(*free, *binder.disputed()),
            stray_words=tuple(binder.number(stray.words) for stray in self.strays),
        )

    def read(self, answer: Answer) -> tuple[Marked, ...]:
        """Give the marks; each begins and ends with a word of the passage."""
        written = answer.get("mark", [])
        if not written:
            message = "Mark at least one stretch of words first."
            raise NotAnAnswerError(message)
        if len(written) > MAX_MARKS:
            message = f"{MAX_MARKS} marks are the most that one passage can have."
            raise NotAnAnswerError(message)
        marks = tuple(self._read_mark(mark) for mark in written)
        if not self.overlap and sum(len(m.words) for m in marks) > len(_all(marks)):
            message = "Two marks share a word. Here each word takes one label: remove one of them."
            raise NotAnAnswerError(message)
        return marks

    def mark(self, answer: Answer) -> Mark:
        """Mark part by part: a good overlap counts in full, a stray mark costs."""
        marks = self.read(answer)
        found = [self._match(key, marks) for key in self.keys]
        strays = [self._stray(mark) for mark in self._unmatched(marks)]
        wrong = sum(part.grade is Grade.WRONG for part in strays)
        hits = sum(hit for _, hit in found)
        return Mark(
            hits / (len(self.keys) + wrong), tuple(part for part, _ in found) + tuple(strays)
        )

    def spots(self, answer: Answer) -> tuple[Spot, ...]:
        """Tell word by word how the marks meet the key, to be shown over the student's text."""
        marks = self.read(answer)
        spots = [spot for key in self.keys for spot in self._key_spots(key, marks)]
        for mark in self._unmatched(marks):
            status = "stray" if self._stray(mark).grade is Grade.WRONG else "arguable"
            spots += [Spot(word, mark.label, status) for word in mark.words]
        return tuple(sorted(spots, key=lambda spot: (spot.word, spot.label.value)))

    def _key_spots(self, key: Key, marks: tuple[Marked, ...]) -> list[Spot]:
        mine = self._mine(key, marks)
        spare = _all(self._on(key, marks)) - mine
        return self._outcome(key, marks, mine) + [Spot(n, key.label, "arguable") for n in spare]

    def _outcome(self, key: Key, marks: tuple[Marked, ...], mine: frozenset[int]) -> list[Spot]:
        part, _ = self._match(key, marks)
        if part.grade in {Grade.RIGHT, Grade.ARGUABLE}:
            status = "exact" if part.grade is Grade.RIGHT else "arguable"
            return [Spot(word, key.label, status) for word in mine]
        both = [Spot(word, key.label, "overlap") for word in mine & key.words]
        beyond = [Spot(word, key.label, "beyond") for word in mine - key.words]
        return both + beyond + [Spot(word, key.label, "missed") for word in key.words - mine]

    def _match(self, key: Key, marks: tuple[Marked, ...]) -> tuple[Part, float]:
        mine = self._mine(key, marks)
        if self._same(mine, key.words):
            return _part(key, Grade.RIGHT, "Exact."), 1.0
        if any(self._same(mine, words) for words in key.arguable):
            return _part(key, Grade.ARGUABLE, "Arguable."), 1.0
        if not mine:
            return _part(key, Grade.MISSED, "Missed."), 0.0
        targets = (key.words,) if mine & key.words else key.arguable
        agreement = max(f1(mine, words) for words in targets)
        return _part(key, Grade.CLOSE, "Overlap."), 1.0 if agreement >= GOOD_OVERLAP else agreement

    def _mine(self, key: Key, marks: tuple[Marked, ...]) -> frozenset[int]:
        """Give the words marked for this key, without an arguable mark beside a plain one."""
        on_it = self._on(key, marks)
        plain = tuple(m for m in on_it if not any(self._same(m.words, a) for a in key.arguable))
        return _all(plain or on_it)

    def _on(self, key: Key, marks: tuple[Marked, ...]) -> tuple[Marked, ...]:
        """Give the marks that meet this key better than any other."""
        return tuple(mark for mark in marks if self._best(mark) is key)

    def _best(self, mark: Marked) -> Key | None:
        meeting = [k for k in self.keys if k.label is mark.label and k.reach & mark.words]
        return max(
            meeting,
            key=lambda k: (len(k.words & mark.words), len(k.reach & mark.words)),
            default=None,
        )

    def _unmatched(self, marks: tuple[Marked, ...]) -> list[Marked]:
        return [mark for mark in marks if self._best(mark) is None]

    def _same(self, mine: frozenset[int], key: frozenset[int]) -> bool:
        words = [word for _, word in self.tokens]
        return bool(mine) and trimmed(mine, words) == trimmed(key, words)

    def _stray(self, mark: Marked) -> Part:
        quoted = " ".join(self.tokens[word][1] for word in sorted(mark.words))
        item = f"stray-{mark.label.value}-{min(mark.words)}"
        meeting = [f for f in self.free if f.label is mark.label and f.words & mark.words]
        if meeting:
            other = f"“{quoted}” belongs to another attribution of this passage. It costs nothing."
            why = f"“{quoted}”: {meeting[0].why}" if meeting[0].why else other
            return Part(item=item, grade=Grade.ARGUABLE, verdict="Arguable.", why=why)
        for stray, words in zip(self.strays, self.stray_words, strict=True):
            if stray.label is mark.label and words & mark.words:
                return _wrong(item, f"“{quoted}”: {stray.why}", stray.misconception)
        return _wrong(item, self._elsewhere(mark, quoted), "")

    def _elsewhere(self, mark: Marked, quoted: str) -> str:
        other = next((key for key in self.keys if key.words & mark.words), None)
        if other is None:
            return f"“{quoted}” is not {mark.label.label} here."
        return (
            f"“{quoted}” touches the {other.label.value}, not the {mark.label.value}. "
            f"Ask of the words: is it {other.label.label}, or {mark.label.label}?"
        )

    def _read_mark(self, written: str) -> Marked:
        found = _MARK.fullmatch(written)
        labels = {label.value: label for label in self.labels}
        if not found or found[1] not in labels:
            raise NotAnAnswerError(_NOT_MARKS)
        pieces = [piece.split("-") for piece in found[2].split()]
        return Marked(labels[found[1]], _all_of(self._piece(int(a), int(b)) for a, b in pieces))

    def _piece(self, start: int, end: int) -> frozenset[int]:
        inside = [n for n, (span, _) in enumerate(self.tokens) if start <= span.start < end]
        if not inside or (self.tokens[inside[0]][0].start, self.tokens[inside[-1]][0].end) != (
            start,
            end,
        ):
            raise NotAnAnswerError(_NOT_MARKS)
        return frozenset(inside)


class _Binder:
    """Turns quotations into the numbers of the words they hold."""

    def __init__(self, exercise: MarkWords, dossier: Dossier) -> None:
        self.exercise = exercise
        place, _, passage = exercise.show.rpartition("/")
        self.article = dossier.home_of(Quote(f"{place}/S1" if place else "S1", "*")).article
        sentences = self.article.passage(passage)
        self.sentences = {sentence.id for sentence in sentences}
        self.tokens = tuple(
            (span, self.article.cut(span))
            for sentence in sentences
            for span in self.article.words(sentence.span)
        )

    def number(self, quotes: tuple[Quote, ...]) -> frozenset[int]:
        """Give the words that the quotations touch; what lies outside the passage has none."""
        spans = [self.article.anchor(q) for q in quotes if q.sentence in self.sentences]
        return frozenset(
            n
            for n, (word, _) in enumerate(self.tokens)
            if any(word.start < span.end and span.start < word.end for span in spans)
        )

    def keys(self, claim: Claim) -> list[Key]:
        """Give a key for each part of the claim that is in the passage and asked for."""
        reasons = self.exercise.why.get(claim.id, {})
        return [
            Key(claim.id, label, claim.pieces(label), words, reasons.get(label.value, ""), arguable)
            for label in self.exercise.labels
            if (words := self.number(claim.pieces(label)))
            for arguable in [
                tuple(self.number(a.words) for a in claim.arguable if a.label is label)
            ]
        ]

    def asked(self) -> list[Key]:
        """Give a key for each clear stretch that is asked for beside the claims."""
        clear = [ask for ask in self.exercise.asks if ask.certainty == "clear"]
        return [
            Key(ask.id, ask.label, ask.words, words, ask.why)
            for ask in clear
            if (words := self.number(ask.words))
        ]

    def disputed(self) -> list[Marked]:
        """Give the stretches on which careful readers differ."""
        return [
            Marked(ask.label, self.number(ask.words), ask.why)
            for ask in self.exercise.asks
            if ask.certainty == "arguable"
        ]

    def free(self, claim: Claim) -> list[Marked]:
        """Give the parts of a claim that the exercise does not ask for."""
        parts = [(label, claim.pieces(label)) for label in self.exercise.labels]
        return self._numbered(parts) + self.arguable(claim)

    def arguable(self, claim: Claim) -> list[Marked]:
        """Give the other choices that a careful reader could make."""
        return self._numbered([(other.label, other.words) for other in claim.arguable])

    def _numbered(self, parts: list[tuple[Label, tuple[Quote, ...]]]) -> list[Marked]:
        return [Marked(label, words) for label, quotes in parts if (words := self.number(quotes))]


def _merged(keys: Iterable[Key]) -> tuple[Key, ...]:
    """Ask once for what two claims share, such as one source for two contents."""
    merged: dict[tuple[Label, frozenset[int]], Key] = {}
    for key in keys:
        merged.setdefault((key.label, key.words), key)
    return tuple(merged.values())


def _part(key: Key, grade: Grade, verdict: str) -> Part:
    held = f"{verdict} {key.why}" if grade in {Grade.MISSED, Grade.CLOSE} else ""
    item = f"{key.claim}-{key.label.value}"
    return Part(item=item, grade=grade, verdict=verdict, why=key.why, words=key.quotes, first=held)


def _wrong(item: str, why: str, misconception: str) -> Part:
    verdict = "Not here."
    return Part(item=item, grade=Grade.WRONG, verdict=verdict, why=why, misconception=misconception)


def _all(marks: tuple[Marked, ...]) -> frozenset[int]:
    return _all_of(mark.words for mark in marks)


def _all_of(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    return frozenset(word for words in sets for word in words)
