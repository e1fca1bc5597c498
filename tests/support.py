"""What several tests share: a small article, lessons on it, cards on a workbook."""

from __future__ import annotations

import copy
import hashlib
import operator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import settings
from hypothesis import strategies as st
from kind_files import KINDS, example, poor, right

from helpers.kinds.attempt import Attempts
from helpers.kinds.exercises import LessonExercises
from helpers.pieces.card import Card
from helpers.pieces.desk import Desk
from helpers.texts.dossier import Dossier, open_dossier
from helpers.view.card_state import CardState
from helpers.workbook import Event, Workbook, make_event

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from helpers.kinds.base import Exercise, Mark
    from helpers.workbook import Answer

settings.register_profile("kit", deadline=None, database=None)
settings.load_profile("kit")

ODD = "ab.!?”“’ \n\t\u00a0\u0301\u05e9\u202e👩\u200d🚀é"
TEXTS = st.text(st.sampled_from(ODD) | st.characters())
"""Any text, with what texts stumble over: emoji, combining marks, right-to-left words."""
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(st.characters()), inside),
)
"""Anything that JSON can carry, and more."""
Fields = dict[str, Any]
_SECONDS = count()
LESSON = "90-test"
TEXT = "The mayor of Rell, who was there, said that “forty men” had left. Others denied it.\n"
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "\"'><svg/onload=alert(1)>",
    "--></style></template>&lt;b&gt;",
    "bell\x07 escape\x1b[31m delete\x7f",
    "\u202eturned 💣e\u0301 \u05e9\u05dc\u05d5\u05dd\u202c",
)
LONG = "<" * 100_000
_PARTS = yaml.safe_load("""
about: {kind: constructed, title: A title, label: Constructed., known: [], rights: Ours.,
  content_note: None.}
claim: {id: C01, gist: The gist., type: event, content: [{S1: left}], mode: indirect, why: So.,
  kind: named_official, proximity: first_hand, side: none, cue_class: neutral, grade: weak,
  reliability: B, credibility: 3}
option: {text: Text., verdict: Verdict., why: Why.}
""")
KEY = {"source": [{"S1": "The mayor of Rell"}], "cue": [{"S1": "said"}]}
"""What makes of the small claim an attribution that has all its parts."""
MEN = """row_id,date,claimant,stake,killed_low,killed_high,what_is_counted,basis_as_published
M1,2024-10-30,The mayor,party,0,0,men who left,what he saw
M2,2024-11-05,A clerk,none,40,,men who left,a list
M3,2024-12-01,The mayor,party,55,60,men who left,
"""
"""A table for a journey."""
SIDES = {"pairs": [["Rell", "Ostrel"]], "stems": ["Rel"], "left": {"mayor": "There is only one."}}
"""The sides of the small article."""


def answers_like(*known: Answer) -> st.SearchStrategy[Answer]:
    """Give answers as a form could send them, near to these, few of which make sense."""
    fields = sorted({field for answer in known for field in answer})
    values = sorted({value for answer in known for some in answer.values() for value in some})
    changes = st.dictionaries(
        st.sampled_from(fields) | st.text(), st.lists(st.sampled_from(values) | st.text())
    )
    return st.builds(operator.or_, st.sampled_from([{}, *known]), changes)


ANSWERS = answers_like(*(answer for kind in KINDS for answer in (*right(kind), *poor(kind))))
"""Answers near to those of any kind."""


def write(what: str, **fields: object) -> Fields:
    """Write a claim, an option or an exercise as a file holds it, with these fields changed."""
    part = _PARTS.get(what)
    return {**(copy.deepcopy(part) if part else example(what)), **fields}


def write_yaml(path: Path, content: object) -> Path:
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return path


def make_dossier(
    folder: Path,
    text: str = TEXT,
    claims: tuple[Fields, ...] = (),
    voices: tuple[Fields, ...] = (),
    name: str = "rell",
    **about: object,
) -> Dossier:
    """Write the files of a small article and open them."""
    home = folder / name
    home.mkdir(parents=True)
    content = text.encode()
    (home / "article.txt").write_bytes(content)
    counted = {"words": len(text.split()), "sha256": hashlib.sha256(content).hexdigest()}
    write_yaml(home / "article.yaml", write("about", id=home.name, **counted, **about))
    (home / "men.csv").write_text(MEN, encoding="utf-8")
    write_yaml(home / "sides.yaml", SIDES)
    write_yaml(home / "claims.yaml", {"voices": list(voices), "claims": list(claims)})
    return open_dossier(home.name, folder)


def make_exercises(
    folder: Path,
    *exercises: Fields,
    text: str = TEXT,
    claims: tuple[Fields, ...] = (),
    **fields: object,
) -> LessonExercises:
    """Write a lesson with these exercises on a small article, and open it."""
    make_dossier(folder / "seeds", text, claims)
    head = {"lesson": LESSON, "title": "Test", "minutes": 5, "article": "rell"}
    names = {f"{n.lower()}=y": {"name": f"The {n} trap", "says": f"{n} is not Y."} for n in "XZ"}
    exercises = {**head, "slips": names, "exercises": list(exercises), **fields}
    return LessonExercises(write_yaml(folder / f"{LESSON}.yaml", exercises), folder / "seeds")


def mark_of(exercise: Exercise, answer: Answer) -> Mark:
    """Read an answer and mark it."""
    return exercise.mark(exercise.read(answer))


def moment() -> str:
    """Give a moment in the past, each a second after the one before."""
    at = datetime(2024, 10, 31, tzinfo=UTC) + timedelta(seconds=next(_SECONDS))
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def answering(exercise: str, answer: dict[str, list[str]], sure: int = 100) -> Event:
    """Make the event of an answer to an exercise of the small lesson."""
    fields = {"lesson": LESSON, "exercise": exercise, "answer": answer, "confidence": sure}
    return make_event("answer", **fields, at=moment())


def card_state(
    exercises: LessonExercises, exercise: str, *answers: dict[str, list[str]], **more: object
) -> CardState[Any]:
    """Give what a card shows after these answers."""
    found = exercises.exercise(exercise)
    events = [answering(exercise, answer) for answer in answers]
    fields = {"slips": exercises.slips, "attempts": Attempts().at(found, events), **more}
    return CardState(
        lesson=exercises.id, exercise=found, dossier=exercises.dossier(found), **fields
    )


def make_card(
    exercises: LessonExercises, exercise: str, book: Workbook
) -> tuple[Card, list[Fields]]:
    card = Card(Desk(exercises, book), exercise)
    return card, overhear(card)


def overhear(piece: Any) -> list[Fields]:
    """Give the list of what a piece tells the browser from now on."""
    told: list[Fields] = []
    piece.widget.tell = lambda **message: told.append(message)
    return told


def ids(events: Iterable[Event]) -> list[str]:
    """Name events: a workbook numbers and signs those that it keeps, their ids stay."""
    return [event.id for event in events]


def message(exercise: str, what: str = "answer", **fields: object) -> Fields:
    """Write a message with an event, as the browser sends it."""
    about = {"id": make_event(what).id, "at": moment(), "what": what}
    return {"do": "event", "event": {**about, "lesson": LESSON, "exercise": exercise, **fields}}


def piece_of(text: str, label: str, *words: str) -> str:
    """Write an annotation of these words, each of which stands in the text once."""
    starts = [text.index(piece) for piece in words]
    spans = [f"{at}-{at + len(piece)}" for at, piece in zip(starts, words, strict=True)]
    return " ".join([label, *spans])


def shown(text: str) -> str:
    """Give a text as it must be on the page."""
    return "".join("\ufffd" if c < " " or c == "\x7f" else c for c in text)
