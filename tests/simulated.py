"""A simulated class with known truths: what a report of it must find was built in.

`python tests/simulated.py` writes `lessons/instructor/simulated-class.zip` anew. Nobody in it is
real. What was planted in that class is CLASS below, in words:

- Wrong answers that most of the class gives, each with its slip: the video and the reports count
  as three origins (02), casualties count as dead (04), a sound text counts as free of a frame (05).
- Between 01 and 08 the class tells sound from weak better, and trusts a little less. One skill
  gets worse: how sure the words are.
- It says “very sure” too often. Everybody wrote the sentence of 04 and the verdict of 01. In
  `mark-loaded` (05) nobody marks what the others mark. In the trial of 03, a report with a name
  seems likelier by 16 points.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from answers import steps  # noqa: E402
from simulated_answers import Asked, answer  # noqa: E402
from simulated_files import write_class, write_copies, write_wrong_keys  # noqa: E402
from simulated_mind import Mind, Shift, chance_of, make_mind  # noqa: E402

from helpers.kinds.attempt import make_attempt  # noqa: E402
from helpers.kinds.exercises import LessonExercises, open_exercises  # noqa: E402
from helpers.kinds.results import results  # noqa: E402
from helpers.measures.traps import traps  # noqa: E402
from helpers.paths import LESSONS  # noqa: E402
from helpers.workbook import Event  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from simulated_answers import Planted

    from helpers.kinds.attempt import Attempt
    from helpers.kinds.base import Exercise
    from helpers.kinds.forms import Form

__all__ = ["CLASS", "Truths", "simulate", "write_class", "write_many", "write_wrong_keys"]

DAYS = {
    "00-start-here": 0,
    "01-cold-read": 0,
    "02-who-says-so": 3,
    "03-unnamed": 7,
    "04-forty": 10,
    "05-frames": 14,
    "08-second-read": 17,
    "09-later": 27,
}
"""The day of each lesson, counted from the first one."""
MANY = ("00-start-here", "02-who-says-so", "03-unnamed", "04-forty", "05-frames")
TEMPLATES = 12
FIRST_DAY = datetime(2026, 9, 1, tzinfo=UTC)
SHIPPED = LESSONS / "instructor" / "simulated-class.zip"


@dataclass(frozen=True)
class Truths:
    """What is true of a simulated class.

    `ability` is the standard deviation between its students, in logits. `planted` are wrong answers
    by lesson and exercise: an option, or an item and the place where it is put; `share` of the
    class give them. `handed_in` is the share that handed in anything, `stopped` the share that
    left a lesson of the second half in the middle and did not come back, `later` the share that
    took the test in 09. `everybody` answered the exercises named there, and in those under
    `disagree` no two mark the same. `worse` is a skill of the tests that gets worse.
    """

    students: int = 30
    seed: int = 1
    ability: float = 0.9
    planted: Mapping[tuple[str, str], Planted] = field(default_factory=dict)
    share: float = 0.6
    shift: Shift = "none"
    worse: str = ""
    overconfident: bool = False
    lessons: tuple[str, ...] = tuple(DAYS)
    handed_in: float = 1.0
    stopped: float = 0.07
    later: float = 2 / 3
    two_machines: bool = True
    everybody: Collection[tuple[str, str]] = ()
    disagree: Collection[tuple[str, str]] = ()


CLASS = Truths(
    seed=15,
    planted={
        ("02-who-says-so", "origins-count"): "plural",
        ("04-forty", "words-count"): ("casualties", "dead"),
        ("05-frames", "tellings-sound"): "strategy-free",
    },
    share=0.7,
    shift="better and suspicious",
    worse="certainty",
    overconfident=True,
    everybody=[("01-cold-read", "verdict"), ("04-forty", "write-sentence")],
    disagree=[("05-frames", "mark-loaded")],
)
"""The class that is shipped."""


class SimulatedStudent(NamedTuple):
    """What one student did; on a second machine her events belong to a second workbook."""

    code: str
    workbook: str
    events: list[Event]


class Pen:
    """Writes one student’s events, one after the other, with her clock."""

    def __init__(self, mind: Mind) -> None:
        """Open a workbook, and choose the code name."""
        self.mind = mind
        self.events: list[Event] = []
        self.now = FIRST_DAY
        self.turn()

    def turn(self) -> None:
        """Begin a new workbook, on whatever machine, and type the code name."""
        self.workbook = f"{self.mind.chance.getrandbits(64):016x}"
        self.number = 0
        self.code = ""

    def begin(self, day: int) -> None:
        """Come to class at nine, or sit down at home in the evening."""
        hour = 9 if self.mind.happens(0.85) else self.mind.chance.choice((15, 17, 18))
        start = FIRST_DAY + timedelta(days=day, hours=hour)
        start += timedelta(seconds=self.mind.chance.uniform(30, 420))
        # Two lessons of one day follow each other.
        self.now = max(start, self.now + timedelta(minutes=3))
        if not self.code:
            self.write("code", code=self.mind.code)
            self.code = self.mind.code

    def write(self, what: str, **fields: object) -> Event:
        self.number += 1
        self.now += timedelta(seconds=self.mind.chance.uniform(8, 55))
        event = Event(
            id=f"{self.mind.chance.getrandbits(128):032x}",
            at=self.now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            what=what,  # type: ignore[arg-type]
            number=self.number,
            workbook=self.workbook,
            by=self.code,
            **fields,  # type: ignore[arg-type]
        )
        self.events.append(event)
        return event

    def answered(self, lesson: str) -> list[str]:
        mine = (e for e in self.events if e.what == "answer" and e.lesson == lesson)
        return [event.exercise for event in mine]


def simulate(truths: Truths) -> list[SimulatedStudent]:
    """Make a class; the same truths give the same events, to the last byte."""
    class_ = chance_of(f"class/{truths.seed}")
    who = [n for n in range(1, truths.students + 1) if class_.random() < truths.handed_in]
    # Drawn by number, so that there is somebody in a small class, too.
    stops = class_.sample(who, round(truths.stopped * len(who)))
    late = set(class_.sample(who, round(truths.later * len(who))))
    found = []
    for number in who:
        mind = make_mind(
            truths.seed, number, truths.ability, truths.shift, overconfident=truths.overconfident
        )
        one = _Student(truths, mind)
        one.work(stops=number in stops, later=number in late, moves=number == 3)
        found.append(SimulatedStudent(mind.code, one.pen.events[0].workbook, one.pen.events))
    return found


class _Student:
    """One student at work: lesson after lesson, exercise after exercise."""

    def __init__(self, truths: Truths, mind: Mind) -> None:
        self.truths = truths
        self.mind = mind
        self.pen = Pen(mind)
        self.last: dict[tuple[str, str], Attempt] = {}

    def work(self, *, stops: bool, later: bool, moves: bool) -> None:
        """Do all lessons; one who stops does half of a late one and nothing after it."""
        lessons = [name for name in self.truths.lessons if later or name != "09-later"]
        half = len(lessons) // 2
        last = self.mind.chance.choice(lessons[half : half + 2]) if stops else ""
        for place, name in enumerate(lessons):
            if moves and self.truths.two_machines and place == half:
                self.pen.turn()
            self.pen.begin(DAYS[name])
            self._lesson(_open(name), half=name == last)
            if name == last:
                return
        if "00-start-here" in lessons and "05-frames" in lessons and self.mind.happens(0.5):
            self.pen.begin(DAYS["05-frames"] + 2)
            self._rematch(_open("00-start-here"))

    def _lesson(self, lesson: LessonExercises, *, half: bool) -> None:
        form = lesson.form(self.pen.events, self.mind.code)
        own = lesson.asked(lesson.drawn((), self.mind.code, self._open_traps()))
        asked = [*own, *(form.in_order(self.mind.code) if form else ())]
        for exercise in asked[: len(asked) // 2] if half else asked:
            if self._takes_up(lesson.id, exercise):
                self._answer(lesson, exercise.id, form)
        if not form and self.mind.happens(0.07):
            self._reset(lesson, form)

    def _takes_up(self, lesson: str, exercise: Exercise) -> bool:
        """Tell whether she does an exercise: extra ones and texts are often left."""
        if (lesson, exercise.id) in self.truths.everybody:
            return True
        if exercise.extra and exercise.kind != "trial":
            return self.mind.happens(0.35)
        return self.mind.happens(0.8 if exercise.kind == "write" else 0.98)

    def _rematch(self, lesson: LessonExercises) -> None:
        given = self.pen.answered(lesson.id)
        for name in lesson.drawn_again(given, self.mind.code, self._open_traps()):
            self._answer(lesson, name, None)

    def _open_traps(self) -> frozenset[str]:
        """Name the slips that draw her questions, as the page finds them."""
        names = dict.fromkeys(event.lesson for event in self.pen.events if event.lesson)
        found = [one for name in names for one in results(_open(name), self.pen.events)]
        return frozenset(trap.slip for trap in traps(found) if not trap.beaten)

    def _answer(self, lesson: LessonExercises, name: str, form: Form | None) -> None:
        """Answer once and, where something is left to mend, perhaps look or try again."""
        asked = self._asked(lesson, name, form)
        attempt = self._try(asked, lesson)
        if not attempt or not asked.exercise.graded:
            return
        if attempt.mark.right or asked.exercise.one_try:
            return
        if self.mind.happens(0.55):
            self._try(self._asked(lesson, name, form, tried=True), lesson)
        elif self.mind.happens(0.7):
            self.pen.write("reveal", lesson=lesson.id, exercise=name)

    def _try(self, asked: Asked, lesson: LessonExercises) -> Attempt | None:
        given = answer(asked)
        if given is None:
            return None
        exercise, marked = asked.exercise, asked.key or asked.exercise
        for part in steps(exercise, given):
            right = marked.mark(marked.read(part)).right
            event = self.pen.write(
                "answer",
                lesson=lesson.id,
                exercise=exercise.id,
                answer=part,
                confidence=self.mind.sure(exercise, asked.likely, right=right),
                attempt=self.pen.answered(lesson.id).count(exercise.id) + 1,
            )
        attempt = make_attempt(exercise, event)
        self.last[lesson.id, exercise.id] = attempt
        return attempt

    def _asked(
        self, lesson: LessonExercises, name: str, form: Form | None, *, tried: bool = False
    ) -> Asked:
        """Put an exercise to her, with all that decides about her answer."""
        exercise, place = lesson.exercise(name), (lesson.id, name)
        earlier = self.last.get((lesson.id, exercise.again))
        after = lesson.id > "05-frames"
        planted = self.truths.planted.get(place, "")
        falls = planted and not tried and self.mind.falls(self.truths.share)
        return Asked(
            seed=self.truths.seed,
            lesson=lesson.id,
            exercise=exercise,
            dossier=lesson.dossier(exercise),
            mind=self.mind,
            planted=planted if falls else "",
            earlier=(earlier,) if earlier else (),
            tried=tried,
            after=after,
            key=next((one for one in form.choices if one.id == name), None) if form else None,
            slack=2.5 if after and form and self._gets_worse(form, name) else 0,
            disagrees=place in self.truths.disagree,
        )

    def _gets_worse(self, form: Form, name: str) -> bool:
        skills = {place.id: place.skill for place in form.blueprint.places}
        return skills.get(form.place(name), "") == self.truths.worse != ""

    def _reset(self, lesson: LessonExercises, form: Form | None) -> None:
        """Clear one exercise and answer it again; the first attempt still counts."""
        tried = [name for name in self.pen.answered(lesson.id) if lesson.exercise(name).graded]
        if tried:
            name = self.mind.chance.choice(tried)
            self.pen.write("reset", lesson=lesson.id, exercise=name)
            self._try(self._asked(lesson, name, form, tried=True), lesson)


def write_many(out: Path, students: int, events: int = 150) -> Path:
    """Write a large class for a bench: five lessons, and up to so many events a student.

    A folder of files or, if `out` ends in `.zip`, one ZIP. A few students are simulated, and
    repeated under new code names, workbooks and event ids.
    """
    few = simulate(Truths(TEMPLATES, lessons=MANY, stopped=0, two_machines=False))
    return write_copies(few, out, students, events)


@cache
def _open(lesson: str) -> LessonExercises:
    return open_exercises(lesson)


def main(out: Path = SHIPPED) -> None:
    """Write the shipped class anew."""
    out.parent.mkdir(exist_ok=True)
    write_class(simulate(CLASS), out, "moodle")


if __name__ == "__main__":
    main()
