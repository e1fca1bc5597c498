"""What several tests share: a small article, one exercise of each kind, cards on a workbook."""

from __future__ import annotations

import copy
import hashlib
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import settings
from hypothesis import strategies as st

from helpers.kinds.annotate import Annotate
from helpers.kinds.attempt import Attempts
from helpers.kinds.choice import Choice
from helpers.kinds.estimate import Estimate
from helpers.kinds.exercises import LessonExercises
from helpers.kinds.order import Order
from helpers.kinds.panel import Panel
from helpers.kinds.poll import Poll
from helpers.kinds.rate import Rate
from helpers.kinds.sort import Sort
from helpers.kinds.swap import Swap
from helpers.kinds.trial import Trial
from helpers.kinds.write import Write
from helpers.pieces.card import Card
from helpers.pieces.desk import Desk
from helpers.texts.dossier import Dossier, open_dossier
from helpers.view.card_state import CardState
from helpers.workbook import Event, Workbook, make_event

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.base import Exercise
    from helpers.kinds.journey import Journey
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
ANSWERS = st.dictionaries(
    st.sampled_from(["option", "order", "mark", "one", "two", "text", "clear", "kind", "version"])
    | st.text(),
    st.lists(
        st.sampled_from(["a", "b", "c", "d", "in", "out", "source 0-3", "0", "3", "bare"])
        | st.text()
    ),
)
"""Answers as a form could send them, few of which make sense."""
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
_EXAMPLES = yaml.safe_load("""
about: {kind: constructed, title: A title, label: Constructed., known: [], rights: Ours.,
  content_note: None.}
claim: {id: C01, gist: The gist., type: event, content: [{S1: left}], mode: indirect, why: So.,
  kind: named_official, proximity: first_hand, side: none, cue_class: neutral, grade: weak,
  reliability: B, credibility: 3}
option: {text: Text., verdict: Verdict., why: Why.}
choice:
  {id: pick, kind: choice, ask: Which one, settle: A look., options: [
    {id: a, text: Text a, verdict: Verdict a., why: Why a., right: true},
    {id: b, text: Text b, verdict: Verdict b., why: Why b., slip: x=y},
    {id: c, text: Text c, verdict: Verdict c., why: Why c., slip: z=y},
    {id: d, text: Text d, verdict: Verdict d., why: Why d., arguable: true}]}
sort:
  {id: place, kind: sort, ask: Where to, settle: A look., categories: [
    {id: in, text: Text in, tempts: Tempts in., slip: x=y},
    {id: out, text: Text out, tempts: Tempts out., slip: z=y},
    {id: far, text: Text far, tempts: Tempts far., slip: z=y}], items: [
    {id: one, text: Item one, category: in, verdict: Verdict one., why: Why one.},
    {id: two, text: Item two, category: out, also: [in], verdict: Verdict two., why: Why two.}]}
order:
  {id: line, kind: order, ask: In what order, settle: A look., ends: [first, last], items: [
    {id: a, text: Text a, verdict: Verdict a., why: Why a.},
    {id: b, text: Text b, verdict: Verdict b., why: Why b.},
    {id: c, text: Text c, verdict: Verdict c., why: Why c.},
    {id: d, text: Text d, verdict: Verdict d., why: Why d.}],
    ties: [[b, c]], tempting: [{put: d, before: a, slip: x=y, why: Slip.}]}
poll:
  {id: vote, kind: poll, ask: What do you think, after: Kept., options: [
    {id: a, text: Text a, says: Says a.}, {id: b, text: Text b, says: Says b.}]}
panel:
  {id: decide, kind: panel, ask: Print it, settle: A look., after: After., options: [
    {id: a, text: Text a, sound: true}, {id: b, text: Text b}], panel: [
    {who: Editor one, takes: a, why: Why one.},
    {who: Editor two, takes: b, why: Why two., words: [{S1: said}]},
    {who: Editor three, takes: a, why: Why three.}]}
trial:
  {id: likely, kind: trial, ask: How likely, after: After., versions: [
    {id: named, text: Text named, tells: Tells named.},
    {id: bare, text: Text bare, tells: Tells bare.}]}
write:
  {id: label, kind: write, ask: Write a label, lines: 2, probes: [
    {id: side, found: Found side., missing: Missing side., any: [from Rell]},
    {id: short, found: Found short., missing: Missing short., most: 6},
    {id: safe, found: Found safe., missing: Missing safe., none: [Odo]}], rubric: [
    {id: clear, ask: How clear, steps: [Clear nil, Clear one, Clear two, Clear three]},
    {id: kind, ask: How kind, steps: [Kind nil, Kind one, Kind two, Kind three]}], models: [
    {text: A baker from Rell, why: Why model.}]}
estimate:
  {id: guess, kind: estimate, ask: Between what, after: After., items: [
    {id: men, ask: How many men, unit: men, truth: 40, source: Our count, why: Why men.},
    {id: days, ask: How many days, unit: days, truth: 300, source: A page, why: Why days.}]}
journey:
  {id: trip, kind: journey, ask: How many now, unit: men, table: men, later: [M2, M3],
   after: After., steps: [
    {id: one, rows: [M1], says: Says one., brings: nothing, why: Why one.},
    {id: two, rows: [M2], says: Says two., brings: evidence, why: Why two.},
    {id: end, rows: [M3], says: Says end., brings: revision, why: Why end.}]}
rate:
  {id: sure, kind: rate, ask: How sure, ends: [a rumour, a fact], after: After., readings: {
    S1: {given: [40, 60, 50], why: Why S1.}, S2: {given: [80, 80, 90], why: Why S2.}},
   lost: [{words: {S1: said that}, says: Says lost.}]}
swap: {id: turned, kind: swap, again: mark, ask: And now, after: After.}
mark: {id: mark, kind: annotate, ask: Mark., settle: A look., show: S1, claims: [C01], why: {}}
""")


MEN = """row_id,date,claimant,stake,killed_low,killed_high,what_is_counted,basis_as_published
M1,2024-10-30,The mayor,party,0,0,men who left,what he saw
M2,2024-11-05,A clerk,none,40,,men who left,a list
M3,2024-12-01,The mayor,party,55,60,men who left,
"""
"""A table for a journey."""
SIDES = {"pairs": [["Rell", "Ostrel"]], "stems": ["Rel"], "left": {"mayor": "There is only one."}}
"""The sides of the small article."""


def write(example: str, **fields: object) -> Fields:
    """Write a claim, an option or an exercise as a file holds it, with these fields changed."""
    return {**copy.deepcopy(_EXAMPLES[example]), **fields}


def write_yaml(path: Path, content: object) -> Path:
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return path


def make_dossier(
    folder: Path,
    text: str = TEXT,
    claims: tuple[Fields, ...] = (),
    voices: tuple[Fields, ...] = (),
    **about: object,
) -> Dossier:
    """Write the files of a small article and open them."""
    home = folder / "rell"
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
    names = {"x=y": "X is taken for Y."}
    exercises = {**head, "slips": names, "exercises": list(exercises), **fields}
    return LessonExercises(write_yaml(folder / f"{LESSON}.yaml", exercises), folder / "seeds")


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
    fields = {"slips": exercises.file.slips, "attempts": Attempts().at(found, events), **more}
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


def message(exercise: str, what: str = "answer", **fields: object) -> Fields:
    """Write a message with an event, as the browser sends it."""
    about = {"id": make_event(what).id, "at": moment(), "what": what}
    return {"do": "event", "event": {**about, "lesson": LESSON, "exercise": exercise, **fields}}


def piece_of(text: str, label: str, *words: str) -> str:
    """Write a mark on these words, each of which stands in the text once."""
    starts = [text.index(piece) for piece in words]
    spans = [f"{at}-{at + len(piece)}" for at, piece in zip(starts, words, strict=True)]
    return " ".join([label, *spans])


def shown(text: str) -> str:
    """Give a text as it must be on the page."""
    return "".join("\ufffd" if c < " " or c == "\x7f" else c for c in text)


def poor_answer(exercise: Exercise) -> Answer:
    """Answer as somebody would who marks the last option, or the order turned round."""
    if not exercise.scored:
        return _taken(exercise)
    match exercise:
        case Order():
            return {"order": [item.id for item in reversed(exercise.items)]}
        case Sort():
            return {item.id: [exercise.categories[-1].id] for item in exercise.items}
        case Annotate():
            start, end = exercise.tokens[0][0]
            return {"mark": [f"{exercise.labels[-1].value} {start}-{end}"]}
        case Choice():
            wrong = [o.id for o in exercise.options if not o.right]
            return {"option": wrong[:1]}
    raise AssertionError(exercise)


def _taken(exercise: Any) -> Answer:
    """Answer an exercise without a key."""
    match exercise:
        case Poll() | Panel():
            return {"option": [exercise.options[-1].id]}
        case Trial():
            return {"version": [exercise.versions[0].id], "percent": ["0"]}
        case Write():
            return {"text": ["x"], **{row.id: ["0"] for row in exercise.rubric}}
        case Swap():
            return {"asked": ["mark-0"], "mark-0": ["other"]}
        case Rate():
            return {name: ["0"] for name in exercise.readings}
    return _ranged(exercise)


def _ranged(exercise: Estimate | Journey) -> Answer:
    """Answer with the range from 1 to 1 everywhere, and never move."""
    names = exercise.items if isinstance(exercise, Estimate) else exercise.steps
    ends = {f"{name.id}-{end}": ["1"] for name in names for end in ("low", "high")}
    return ends | {f"{name.id}-reason": ["stayed"] for name in names[1:]}
