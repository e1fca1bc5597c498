"""Answers of simulated students to each kind of exercise, some better and some worse."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from simulated_mind import EASE, Mind, hardness
from test_annotate import written

from helpers.kinds import rate, trial
from helpers.kinds.journey import STAYED
from helpers.kinds.swap import KEPT
from helpers.view.card_state import CardState
from helpers.view.kinds import swap as swap_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.kinds.annotate import BoundAnnotate
    from helpers.kinds.annotate_keys import Words
    from helpers.kinds.attempt import Attempt
    from helpers.kinds.choice import Choice
    from helpers.kinds.estimate import Estimate
    from helpers.kinds.journey import Journey
    from helpers.kinds.order import Order
    from helpers.kinds.panel import Panel
    from helpers.kinds.poll import Poll
    from helpers.kinds.rate import Rate
    from helpers.kinds.scale import Scale
    from helpers.kinds.sort import BoundSort
    from helpers.kinds.swap import Swap
    from helpers.kinds.trial import Trial
    from helpers.kinds.write import Write
    from helpers.texts.dossier import Dossier
    from helpers.workbook import Answer

    Planted = str | tuple[str, str]

TEXTS = Path(__file__).with_name("simulated_texts.yaml")
HELP = 1.2
"""What feedback helps a second try, in logits."""
BETTER = {
    "second-look": "cannot-tell",
    "whose-words-again": "translator",
    "omission-revote": "open",
    "names-again": "leave-out",
    "last-look": "more",
    "possible-again": "hardly",
    "lenses-again": "no-tell",
    "opening-again": "few",
}
"""The better supported view in each second vote."""
TRUE_EFFECT = {"named": 70, "unnamed": 54}
"""How likely a report seems with a name and without one, on average: the effect of the trial."""


@dataclass(frozen=True)
class Asked:
    """One exercise as it is put to one student.

    `planted` is the wrong answer that she falls for, if she does: an option, or an item and the
    place where she puts it. `key` is an item of a test with its key, `slack` takes from what she
    knows of it. `disagrees` is set where no two students of the class mark the same.
    """

    lesson: str
    exercise: Any
    dossier: Dossier
    mind: Mind
    planted: Planted = ""
    earlier: tuple[Attempt, ...] = ()
    tried: bool = False
    after: bool = False
    key: Choice | None = None
    slack: float = 0
    disagrees: bool = False

    @property
    def hard(self) -> float:
        """How hard the exercise is, in logits."""
        return hardness(self.mind.seed, self.lesson, self.exercise.id) + self.slack

    @property
    def likely(self) -> float:
        """The chance that she answers rightly, as she could know it; fooled, she feels right."""
        if self.planted:
            return 0.8
        known = self.mind.likely(self.hard)
        if self.key:
            return known * self.mind.judges(sound=_is_sound(self.key), after=self.after)
        return known

    def knows(self, part: str = "", ease: float = 0) -> bool:
        """Tell whether she knows a part of it."""
        hard = hardness(self.mind.seed, self.lesson, self.exercise.id, part) - ease + self.slack
        return self.mind.knows(hard, HELP if self.tried else 0)


def answer(asked: Asked) -> Answer | None:
    """Give the student’s answer; None where there is nothing to answer."""
    return _KINDS[asked.exercise.kind](asked)


def _is_sound(choice: Choice) -> bool:
    return any(option.sound for option in choice.options if option.right)


def _choice(asked: Asked) -> Answer:
    exercise: Choice = asked.exercise
    if asked.planted:
        return {"option": [str(asked.planted)]}
    if exercise.several:
        chosen = [o.id for o in exercise.options if o.right == asked.knows(o.id, 0.4)]
        return {"option": chosen or [exercise.options[0].id]}
    if asked.knows():
        return {"option": [next(option.id for option in exercise.options if option.right)]}
    return {"option": [asked.mind.chance.choice([o.id for o in exercise.options if not o.right])]}


def _item(asked: Asked) -> Answer:
    """Judge first whether the passage is sound, and then between the two reasons for it."""
    if asked.planted:
        return {"option": [str(asked.planted)]}
    if asked.key is None:
        return {"option": [asked.mind.chance.choice(asked.exercise.options).id]}
    called = asked.mind.calls_sound(sound=_is_sound(asked.key), after=asked.after)
    open_ = [option for option in asked.key.options if option.sound == called]
    right = [option.id for option in open_ if option.right]
    if right and asked.knows(ease=0.5):
        return {"option": right}
    wrong = [option.id for option in open_ if not option.right]
    # Of two wrong reasons one tempts more; write_wrong_keys makes the same one right.
    return {"option": [wrong[0] if asked.mind.happens(0.8) else wrong[-1]]}


def _poll(asked: Asked) -> Answer:
    exercise: Poll = asked.exercise
    if asked.planted:
        return {"option": [str(asked.planted)]}
    if asked.earlier and not asked.mind.happens(0.4):
        return asked.earlier[-1].answer
    if asked.earlier and exercise.id in BETTER and asked.mind.happens(0.7):
        return {"option": [BETTER[exercise.id]]}
    # The views are not equally popular.
    weights = [
        2.0 ** (hardness(asked.mind.seed, exercise.ask, o.id) * 1.5) for o in exercise.options
    ]
    return {"option": [asked.mind.chance.choices(exercise.options, weights)[0].id]}


def _sort(asked: Asked) -> Answer:
    exercise: BoundSort = asked.exercise
    found = {item.id: [_place(asked, item.id)] for item in exercise.items}
    if isinstance(asked.planted, tuple):
        found[asked.planted[0]] = [asked.planted[1]]
    return found


def _place(asked: Asked, name: str) -> str:
    """Put one item in its place, or in a wrong one, rather where it tempts."""
    exercise: BoundSort = asked.exercise
    item = next(one for one in exercise.items if one.id == name)
    key = exercise.places[name]
    if key.also and asked.mind.happens(0.25):
        return asked.mind.chance.choice(key.also)
    if asked.knows(name, 0.9):
        return key.category
    if item.tempting and asked.mind.happens(0.4):
        return asked.mind.chance.choice(list(item.tempting))
    wrong = [c.id for c in exercise.categories if c.id not in (key.category, *item.tempting)]
    return asked.mind.chance.choice(wrong or list(item.tempting))


def _order(asked: Asked) -> Answer:
    exercise: Order = asked.exercise
    order = [item.id for item in exercise.items]
    for at in range(len(order) - 1):
        if not asked.knows(str(at), 0.3):
            order[at : at + 2] = order[at + 1], order[at]
    if isinstance(asked.planted, tuple):
        put, before = asked.planted
        order.remove(put)
        order.insert(order.index(before), put)
    return {"order": order}


def _annotate(asked: Asked) -> Answer:
    exercise: BoundAnnotate = asked.exercise
    ease = -1.2 if asked.disagrees else 1.2
    found = [key for key in exercise.keys if asked.knows(key.id, ease)]
    chosen = [(key.label.value, _frayed(asked, key.words)) for key in found]
    strays = zip(exercise.strays, exercise.stray_words, strict=True)
    chosen += [(s.label.value, w) for s, w in strays if asked.mind.happens(0.06)]
    for _ in range(asked.mind.chance.choice((1, 2, 3)) if asked.disagrees else 0):
        word = asked.mind.chance.randrange(len(exercise.tokens))
        chosen.append((asked.mind.chance.choice(exercise.labels).value, frozenset({word})))
    if not chosen:
        chosen = [(exercise.keys[0].label.value, exercise.keys[0].words)]
    return written(exercise, chosen if exercise.overlap else _apart(chosen))


def _frayed(asked: Asked, words: Words) -> Words:
    """Begin or end a stretch a word too early or too late, now and then."""
    first, last = min(words), max(words)
    frayed = set(words)
    if len(words) > 2 and asked.mind.happens(0.25):
        frayed.discard(asked.mind.chance.choice((first, last)))
    if asked.mind.happens(0.2 if len(words) > 2 else 0.08):
        frayed.add(asked.mind.chance.choice((first - 1, last + 1)))
    return frozenset(frayed) & frozenset(range(len(asked.exercise.tokens)))


def _apart(chosen: list[tuple[str, Words]]) -> list[tuple[str, Words]]:
    """Leave each word to the label that came first."""
    taken: set[int] = set()
    found = []
    for label, words in chosen:
        if left := words - taken:
            found.append((label, left))
            taken |= left
    return found


def _estimate(asked: Asked) -> Answer:
    """Give ranges around a guess; ranges that should hold four truths in five are too narrow."""
    exercise: Estimate = asked.exercise
    found = {}
    for item in exercise.items:
        guess = item.truth * 2 ** asked.mind.chance.gauss(0, 0.8)
        wide = 2 ** asked.mind.chance.uniform(0.2, 1.0 if asked.mind.overconfident else 2.0)
        found[f"{item.id}-low"] = [f"{_rounded(guess / wide):,}"]
        found[f"{item.id}-high"] = [f"{_rounded(guess * wide):,}"]
    return found


def _journey(asked: Asked) -> Answer:
    """Move a range at about half of the stops, and mostly upwards."""
    exercise: Journey = asked.exercise
    low = asked.mind.chance.choice((0, 0, 10, 20))
    high = asked.mind.chance.choice((50, 100, 200, 500))
    found: Answer = {}
    for place, stop in enumerate(exercise.steps):
        moves = place > 0 and asked.mind.happens(0.15 if "nothing" in stop.brings else 0.6)
        if moves:
            low = _rounded(max(low, 10) * 2 ** asked.mind.chance.uniform(0.1, 1.2))
            high = max(low, _rounded(high * 2 ** asked.mind.chance.uniform(0.1, 1.0)))
        found |= {f"{stop.id}-low": [f"{low:,}"], f"{stop.id}-high": [f"{high:,}"]}
        if place:
            brought = stop.brings[0] if stop.brings[0] != "nothing" else "other"
            found[f"{stop.id}-reason"] = [brought if moves else STAYED]
    return found


def _rounded(number: float) -> int:
    """Give a number as people guess it: with two digits that say something."""
    whole = round(number)
    return round(whole, 2 - len(str(whole))) if whole >= 100 else whole


def _rate(asked: Asked) -> Answer:
    exercise: Rate = asked.exercise
    found = {}
    for name, reading in exercise.readings.items():
        heard = sum(reading.given) / len(reading.given) + asked.mind.chance.gauss(0, 18)
        found[name] = [str(min(rate.STEPS, key=lambda step: abs(step - heard)))]
    return found


def _panel(asked: Asked) -> Answer:
    exercise: Panel = asked.exercise
    if asked.planted:
        return {"option": [str(asked.planted)]}
    if asked.mind.happens(0.6):
        return {"option": [asked.mind.chance.choice(exercise.panel).takes]}
    return {"option": [asked.mind.chance.choice(exercise.options).id]}


def _scale(asked: Asked) -> Answer:
    """Trust the news about wars a little more, and oneself a little more, after the lessons."""
    exercise: Scale = asked.exercise
    middle = {"trust-news": 2.6 - 0.4 * asked.after, "can-tell": 2.0 + 0.5 * asked.after}
    step = round(middle.get(exercise.id, 2) + asked.mind.chance.gauss(0, 0.9))
    return {"step": [str(min(4, max(0, step)))]}


def _trial(asked: Asked) -> Answer:
    exercise: Trial = asked.exercise
    version = exercise.drawn(asked.mind.code).id
    seems = TRUE_EFFECT.get(version, 60) + asked.mind.chance.gauss(0, 15)
    percent = min(trial.STEPS, key=lambda step: abs(step - seems))
    return {"version": [version], "percent": [str(percent)]}


def _swap(asked: Asked) -> Answer | None:
    """Judge once more each annotation that the form brings back."""
    exercise: Swap = asked.exercise
    state = CardState(
        lesson=asked.lesson, exercise=exercise, dossier=asked.dossier, earlier=asked.earlier
    )
    names = list(swap_form._marks(state))
    kept = {name: [KEPT[0] if asked.mind.happens(0.7) else KEPT[1]] for name in names}
    return {"asked": [",".join(names)], **kept} if names else None


def _write(asked: Asked) -> Answer:
    """Write a text and rate it, mostly a little higher than it deserves."""
    exercise: Write = asked.exercise
    able = asked.mind.likely(EASE - 0.5 * asked.after) + asked.mind.chance.gauss(0, 0.15)
    level = sum(able > bar for bar in (0.35, 0.65))
    group = asked.mind.chance.choice(_texts().get(exercise.id, _texts()["any"])[level])
    begins, ends = (asked.mind.chance.choice(group[part]) for part in ("begins", "ends"))
    text = f"{begins} {ends}".replace(" ,", ",").strip()
    if not exercise.rated:
        return {"text": [text]}
    steps = (level + asked.mind.chance.choice((0, 0, 1, 1)) for _ in exercise.rubric)
    return {"text": [text], **{r.id: [str(s)] for r, s in zip(exercise.rubric, steps, strict=True)}}


@cache
def _texts() -> dict[str, list[list[dict[str, list[str]]]]]:
    """Read the texts: for each exercise three levels, each with groups of beginnings and ends."""
    texts: dict[str, list[list[dict[str, list[str]]]]]
    texts = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))
    return texts


_KINDS: dict[str, Callable[[Asked], Answer | None]] = {
    "choice": _choice,
    "item": _item,
    "poll": _poll,
    "sort": _sort,
    "order": _order,
    "annotate": _annotate,
    "estimate": _estimate,
    "journey": _journey,
    "rate": _rate,
    "panel": _panel,
    "scale": _scale,
    "trial": _trial,
    "swap": _swap,
    "write": _write,
}
