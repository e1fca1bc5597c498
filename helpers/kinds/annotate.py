"""Annotate: label words of a passage as source, cue or content, or as parts of a frame.

Marking is tolerant as people are. Two trained annotators agree on the exact words of a content
span in about 69 of 100 cases and overlap in 87 (PARC 3.0), so small words at the edges do not
count, a good overlap counts in full, and arguable spans never cost anything.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from helpers.errors import KitError
from helpers.flaws import Flaw, anchored, filled
from helpers.kinds.annotate_keys import Annotation, Binder, Key, Sought, Words
from helpers.kinds.base import Exercise, Feedback, Mark, NotAnAnswerError, Outcome
from helpers.kinds.effort import Effort, several
from helpers.kinds.effort import words as count
from helpers.kinds.overlap import GOOD_OVERLAP, all_small, f1, trimmed
from helpers.kinds.parts import Parts
from helpers.texts.article import Quote, Span
from helpers.texts.records import Record
from helpers.texts.vocabulary import ATTRIBUTION, Label
from helpers.words import annotation_text, tally_text
from helpers.words import answer_text as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from helpers.texts.dossier import Dossier
    from helpers.workbook import Answer

LABELS = "_label"
"""The field with which marking begins: what is missing is said there, beside the words."""
MAX_ANNOTATIONS = 60
FIELD, OLD_FIELD = "annotation", "mark"
"""The field of the form; work of earlier days has the old name."""
_WRITTEN = re.compile(r"(?a:([a-z]+)((?: \d{1,7}-\d{1,7}){1,20}))")


class Stray(Record, frozen=True, kw_only=True):
    """A tempting wrong annotation, and why it tempts."""

    label: Label
    words: tuple[Quote, ...]
    slip: str
    why: str


class Spot(msgspec.Struct, frozen=True):
    """What became of one word under one label: exact, overlap, beyond, missed, arguable, stray.

    `stretch` is what the word is a part of: an annotation or, if nobody marked it, its key.
    """

    word: int
    label: Label
    status: str
    stretch: Words


class Annotate(Exercise, frozen=True, kw_only=True, tag="annotate"):
    """A passage to annotate, as it is written; `why` gives reasons by claim and label."""

    shows_passage = False

    claims: tuple[str, ...] = ()
    why: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)
    asks: tuple[Sought, ...] = ()
    labels: tuple[Label, ...] = ATTRIBUTION
    strays: tuple[Stray, ...] = ()
    overlap: bool = False

    def bind(self, dossier: Dossier) -> BoundAnnotate:
        """Take the key from the claims and from `asks`, by the numbers of the words."""
        binder = Binder(dossier, self.show, self.labels)
        claims = [dossier.claim(identity) for identity in self.claims]
        keys = binder.keys(claims, self.why, self.asks)
        if not keys:
            raise KitError(f"{self.id}: the passage holds nothing of what it asks for.")
        others = [c for c in dossier.ledger.claims if c.id not in self.claims and c.source]
        return BoundAnnotate(
            **msgspec.structs.asdict(self),
            tokens=binder.tokens,
            keys=keys,
            free=binder.free(claims, others, self.asks),
            stray_words=tuple(binder.number(stray.words) for stray in self.strays),
        )

    def slips(self) -> frozenset[str]:
        """Name the slip of every stray."""
        return frozenset(stray.slip for stray in self.strays)

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add the passage, each part to mark and the reason that it gets."""
        bound = self.bind(dossier)
        read = count(*(word for _, word in bound.tokens), *(key.why for key in bound.keys))
        mine = Effort(read, markings=several(len(bound.keys)))
        return super().effort(dossier, repeated=repeated) | mine

    def parts(self) -> tuple[Parts, ...]:
        """Give what is sought beside the claims."""
        return (Parts("asks", tuple((sought.id, "") for sought in self.asks)),)

    def flaws(self, dossier: Dossier, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that every part has a reason, every stray can occur, and no word is graphic."""
        yield from super().flaws(dossier, before)
        bound = self.bind(dossier)
        yield from self._reason_flaws(bound.keys)
        yield from self._sought_flaws(bound.keys, dossier)
        yield from self._stray_flaws(bound)
        yield from self._graphic_flaws(bound, dossier)

    def _reason_flaws(self, keys: tuple[Key, ...]) -> Iterator[Flaw]:
        asked = {sought.id for sought in self.asks}
        found = {(k.claim, k.label.value) for k in keys if k.claim not in asked}
        given = {(claim, label) for claim, labels in self.why.items() for label in labels}
        for claim in self.claims:
            if claim not in {name for name, _ in found}:
                says = f"The passage {self.show} holds nothing of it; take it out of claims."
                yield Flaw(f"{self.id}, {claim}", says)
        for claim, label in sorted(found - given):
            yield Flaw(f"{self.id}, {claim}", f"Its {label} has no reason; say why under why.")
        for claim, label in sorted(given - found):
            says = f"The reason for its {label} is never shown, as nobody is asked for it; "
            yield Flaw(f"{self.id}, {claim}", says + "take it out.")
        for claim, labels in self.why.items():
            yield from filled(f"{self.id}, {claim}", **labels)

    def _sought_flaws(self, keys: tuple[Key, ...], dossier: Dossier) -> Iterator[Flaw]:
        """See that what is asked for stands in the passage, has a label of it, and says why."""
        clear = {key.claim for key in keys}
        for sought in self.asks:
            item = f"{self.id}, {sought.id}"
            yield from filled(item, why=sought.why)
            yield from anchored(dossier, sought.words, item)
            if sought.certainty == "clear" and sought.id not in clear:
                yield Flaw(item, f"Its words are not in {self.show}, or are asked for twice.")
            yield from self._label_flaws(item, sought.label)

    def _stray_flaws(self, bound: BoundAnnotate) -> Iterator[Flaw]:
        """See that every stray can be shown: what meets an attribution never is."""
        taken = [(key.label, key.words) for key in bound.keys]
        taken += [(free.label, free.words) for free in bound.free]
        for stray, numbers in zip(self.strays, bound.stray_words, strict=True):
            item = f"{self.id}, stray {' '.join(map(repr, stray.words))}"
            yield from filled(item, why=stray.why)
            if not numbers:
                yield Flaw(item, f"Its words are not in {self.show}; quote some that are.")
            yield from self._label_flaws(item, stray.label)
            if any(label is stray.label and numbers & part for label, part in taken):
                says = "It is part of an attribution, so it is never a stray; take it out."
                yield Flaw(item, says)

    def _label_flaws(self, item: str, label: Label) -> Iterator[Flaw]:
        if label not in self.labels:
            yield Flaw(item, f"Nobody can mark a {label.value} here; change the label.")

    def _graphic_flaws(self, bound: BoundAnnotate, dossier: Dossier) -> Iterator[Flaw]:
        """See that the passage holds no words that are folded: they could not be annotated."""
        home, _ = dossier.find_passage(self.show)
        for quote in home.about.graphic:
            start, end = home.article.anchor(quote)
            if any(start <= span.start < end for span, _ in bound.tokens):
                says = f"The passage holds the graphic words “{quote.words}”; "
                yield Flaw(self.id, says + "choose other sentences.")


class BoundAnnotate(Annotate, frozen=True, kw_only=True, tag="annotate"):
    """A passage with its words by number and its key. No file can fill these in."""

    tokens: tuple[tuple[Span, str], ...]
    keys: tuple[Key, ...]
    free: tuple[Annotation, ...]
    stray_words: tuple[Words, ...]

    def read(self, answer: Answer) -> tuple[Annotation, ...]:
        """Give the annotations; each begins and ends with a word of the passage."""
        written = lines_of(answer)
        if not written:
            raise NotAnAnswerError(words.MARK_FIRST, LABELS)
        if len(written) > MAX_ANNOTATIONS:
            raise NotAnAnswerError(words.TOO_MANY_MARKS.format(most=MAX_ANNOTATIONS), LABELS)
        # Code points to word numbers, once per answer: a passage has up to a few hundred words.
        starts = {span.start: number for number, (span, _) in enumerate(self.tokens)}
        ends = {span.end: number for number, (span, _) in enumerate(self.tokens)}
        found = tuple(self._read_one(line, starts, ends) for line in written)
        # More words counted one by one than there are in all: some word has two labels.
        if not self.overlap and sum(len(one.words) for one in found) > len(_all(found)):
            raise NotAnAnswerError(words.MARKS_OVERLAP, LABELS)
        return found

    def mark(self, read: tuple[Annotation, ...]) -> Mark:
        """Mark part by part: a good overlap counts in full, a stray annotation costs."""
        met = self._met(read)
        found = [self._match(key, _all(self._counted(key, met[key.id]))) for key in self.keys]
        strays = [self._stray(one) for one in met[""]]
        # A stray weighs as much as a key: marking everything must not pass for finding it.
        wrong = sum(stray.outcome is Outcome.WRONG for stray in strays)
        hits = sum(hit for _, hit in found)
        return Mark(
            hits / (len(self.keys) + wrong), (*(feedback for feedback, _ in found), *strays)
        )

    def tally(self, mark: Mark) -> str:
        """Count the parts that were found or nearly found, and marks that are about none."""
        outcomes = [one.outcome for one in mark.feedback]
        keys, others = outcomes[: len(self.keys)], outcomes[len(self.keys) :]
        exact = keys.count(Outcome.RIGHT) + keys.count(Outcome.ARGUABLE)
        found = tally_text.found(exact, keys.count(Outcome.CLOSE), len(keys))
        beside = others.count(Outcome.ARGUABLE), others.count(Outcome.WRONG)
        # What does not fit is told by the feedback; here it explains why all was not enough.
        return f"{found} {tally_text.other_marks(*beside)}".strip() if found else ""

    def spots(self, read: tuple[Annotation, ...]) -> tuple[Spot, ...]:
        """Tell word by word how the annotations meet the key, to be shown over the text."""
        met = self._met(read)
        spots = [spot for key in self.keys for spot in self._key_spots(key, met[key.id])]
        for one in met[""]:
            status = "stray" if self._stray(one).outcome is Outcome.WRONG else "arguable"
            spots += [Spot(word, one.label, status, one.words) for word in one.words]
        return tuple(sorted(spots, key=lambda spot: (spot.word, spot.label.value)))

    def key(self, identity: str) -> Key | None:
        """Find a key by its id; feedback on a stray has none."""
        return next((key for key in self.keys if key.id == identity), None)

    def together(self, key: Key, read: tuple[Annotation, ...]) -> list[str]:
        """Quote the annotations that count together for a key, each by itself."""
        return [self._quoted(one.words) for one in self._counted(key, self._met(read)[key.id])]

    def _met(self, read: tuple[Annotation, ...]) -> dict[str, list[Annotation]]:
        """Sort annotations by the key that each meets best; under "" those that meet none."""
        met: dict[str, list[Annotation]] = {
            name: [] for name in (*(key.id for key in self.keys), "")
        }
        for one in read:
            best = self._best(one)
            met[best.id if best else ""].append(one)
        return met

    def _best(self, one: Annotation) -> Key | None:
        # Only keys of its own label: a cue that lies in a content is no attempt at the content.
        meeting = [k for k in self.keys if k.label is one.label and k.reach & one.words]
        return max(
            meeting,
            # By the plain words first, so that an arguable neighbour does not draw it away.
            key=lambda k: (len(k.words & one.words), len(k.reach & one.words)),
            default=None,
        )

    def _key_spots(self, key: Key, on_it: list[Annotation]) -> list[Spot]:
        mine = _all(self._counted(key, on_it))
        outcome = [*self._outcome(key, mine), ("arguable", _all(on_it) - mine)]
        stretches = [*(one.words for one in on_it), key.words]
        return [
            Spot(word, key.label, status, next(words for words in stretches if word in words))
            for status, held in outcome
            for word in held
        ]

    def _outcome(self, key: Key, mine: Words) -> list[tuple[str, Words]]:
        """Tell for each status which words have it."""
        feedback, _ = self._match(key, mine)
        if feedback.outcome in {Outcome.RIGHT, Outcome.ARGUABLE}:
            return [("exact" if feedback.outcome is Outcome.RIGHT else "arguable", mine)]
        both, beyond, missed = mine & key.words, mine - key.words, key.words - mine
        return [("overlap", both), ("beyond", beyond), ("missed", missed)]

    def _match(self, key: Key, mine: Words) -> tuple[Feedback, float]:
        """Compare the words annotated for a key with those that it asks for."""
        if not mine:
            return _feedback(key, Outcome.MISSED, words.MISSED), 0.0
        if self._same(mine, key.words):
            return _feedback(key, Outcome.RIGHT, words.EXACT), 1.0
        if any(self._same(mine, choice) for choice in key.arguable):
            return _feedback(key, Outcome.ARGUABLE, words.ARGUABLE), 1.0
        # Nobody is measured by the arguable choice who has touched the plain one.
        targets = (key.words,) if mine & key.words else key.arguable
        agreement = max(f1(mine, choice) for choice in targets)
        # Two trained people agree no better than this, so no student has to.
        score = 1.0 if agreement >= GOOD_OVERLAP else agreement
        return _feedback(key, Outcome.CLOSE, self._nearly(key, mine)), score

    def _nearly(self, key: Key, mine: Words) -> str:
        """Say what was too much: the marks over the text show it, and the reason does not."""
        beyond = sorted(mine - key.words)
        texts = [word for _, word in self.tokens]
        if all_small(beyond, texts):
            return words.CLOSE
        # A number less its place in the row is the same for neighbours.
        runs = groupby(enumerate(beyond), key=lambda pair: pair[1] - pair[0])
        stretches = [" ".join(texts[word] for _, word in run) for _, run in runs]
        return f"{words.CLOSE} {annotation_text.too_much(stretches)}"

    def _counted(self, key: Key, on_it: list[Annotation]) -> list[Annotation]:
        """Give the annotations that count for a key: no arguable choice beside a plain one.

        Unless the key is cut in pieces and only one of them looks like an arguable choice.
        """
        plain = [m for m in on_it if not any(self._same(m.words, a) for a in key.arguable)]
        return max((plain or on_it, on_it), key=lambda some: self._nearness(key, _all(some)))

    def _nearness(self, key: Key, mine: Words) -> tuple[bool, float]:
        return self._same(mine, key.words), f1(mine, key.words)

    def _same(self, mine: Words, key: Words) -> bool:
        """Tell whether two choices agree but for small words at their edges."""
        texts = [word for _, word in self.tokens]
        return trimmed(mine, texts) == trimmed(key, texts)

    def _stray(self, one: Annotation) -> Feedback:
        quoted = annotation_text.in_quotation_marks(self._quoted(one.words))
        # Label and first word tell strays apart; nothing else of them is sure to differ.
        item = f"stray-{one.label.value}-{min(one.words)}"
        meeting = [f for f in self.free if f.label is one.label and f.words & one.words]
        if meeting:
            return Feedback(
                item=item,
                outcome=Outcome.ARGUABLE,
                verdict=words.ARGUABLE,
                why=words.STRAY_WORDS.format(words=quoted, why=meeting[0].why)
                if meeting[0].why
                else words.OTHER_ATTRIBUTION.format(words=quoted),
            )
        for stray, numbers in zip(self.strays, self.stray_words, strict=True):
            if stray.label is one.label and numbers & one.words:
                why = words.STRAY_WORDS.format(words=quoted, why=stray.why)
                return _wrong(item, why, stray.slip)
        return _wrong(item, self._elsewhere(one, quoted), "")

    def _quoted(self, chosen: Words) -> str:
        return " ".join(self.tokens[word][1] for word in sorted(chosen))

    def _elsewhere(self, one: Annotation, quoted: str) -> str:
        # Right words under a wrong label: the label is what is to be thought over.
        other = next((key for key in self.keys if key.words & one.words), None)
        if other is None:
            return words.NOT_THIS.format(words=quoted, label=one.label.label)
        return words.TOUCHES.format(
            words=quoted,
            other=other.label.value,
            label=one.label.value,
            other_means=other.label.label,
            label_means=one.label.label,
        )

    def _read_one(self, line: str, starts: dict[int, int], ends: dict[int, int]) -> Annotation:
        found = _WRITTEN.fullmatch(line)
        labels = {label.value: label for label in self.labels}
        if not found or found[1] not in labels:
            raise NotAnAnswerError(words.MARKS_MISFIT)
        pieces = [map(int, piece.split("-")) for piece in found[2].split()]
        return Annotation(
            labels[found[1]], _union(_piece(starts.get(a), ends.get(b)) for a, b in pieces)
        )


def _piece(first: int | None, last: int | None) -> Words:
    """Give the words from one to another; a place where no word begins or ends is none."""
    if first is None or last is None or last < first:
        raise NotAnAnswerError(words.MARKS_MISFIT)
    return frozenset(range(first, last + 1))


def lines_of(answer: Answer) -> list[str]:
    """Give the annotations as the form writes them, a line each, under either name of the field.

    >>> lines_of({"annotation": ["cue 10-14 20-30"]})
    ['cue 10-14 20-30']
    """
    return answer.get(FIELD) or answer.get(OLD_FIELD, [])


def _feedback(key: Key, outcome: Outcome, verdict: str) -> Feedback:
    """Give feedback on a key; what was missed is not shown while a try is left, only why."""
    held = f"{verdict} {key.why}" if outcome in {Outcome.MISSED, Outcome.CLOSE} else ""
    return Feedback(
        item=key.id, outcome=outcome, verdict=verdict, why=key.why, words=key.quotes, first=held
    )


def _wrong(item: str, why: str, slip: str) -> Feedback:
    return Feedback(item=item, outcome=Outcome.WRONG, verdict=words.STRAY, why=why, slip=slip)


def _all(annotations: Iterable[Annotation]) -> Words:
    return _union(one.words for one in annotations)


def _union(sets: Iterable[Words]) -> Words:
    return frozenset(word for numbers in sets for word in numbers)
