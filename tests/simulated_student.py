"""One simulated student at work: lesson after lesson, exercise after exercise, with a clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from answers import steps
from simulated_answers import Asked, answer

from helpers.kinds.attempt import Attempt, make_attempt
from helpers.kinds.exercises import LessonExercises, open_exercises
from helpers.kinds.results import results
from helpers.measures.traps import traps
from helpers.workbook import Event

if TYPE_CHECKING:
    from simulated import Truths
    from simulated_mind import Mind

    from helpers.kinds.base import Exercise
    from helpers.kinds.forms import Form

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
FIRST_DAY = datetime(2026, 9, 1, tzinfo=UTC)
TOLD, REVENGE = "05-frames", "00-start-here"
"""After the lesson in which all was told, half of a class come back for the rematch of another."""


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


class AtWork:
    """One student, and what she has done so far."""

    def __init__(self, truths: Truths, mind: Mind) -> None:
        self.truths = truths
        self.mind = mind
        self.pen = Pen(mind.at("pen"))
        self.last: dict[tuple[str, str], Attempt] = {}

    def work(self, *, stops: bool, later: bool, moves: bool) -> None:
        """Do all lessons; one who stops does half of a late one and nothing after it."""
        lessons = [name for name in self.truths.lessons if later or name != "09-later"]
        # By those of all, so that a test more or less makes no difference.
        half = len(self.truths.lessons) // 2 + 1
        own = self.mind.at("work")
        last = own.chance.choice(lessons[half : half + 2] or lessons) if stops else ""
        for place, name in enumerate(lessons):
            if moves and self.truths.two_machines and place == half:
                self.pen.turn()
            self.pen.begin(DAYS[name])
            self._lesson(_open(name), half=name == last)
            if name == last:
                return
        if {TOLD, REVENGE} <= {*lessons} and own.happens(0.5):
            self.pen.begin(DAYS[TOLD] + 2)
            self._rematch(_open(REVENGE))

    def done(self) -> SimulatedStudent:
        """Give what she did."""
        return SimulatedStudent(self.mind.code, self.pen.events[0].workbook, self.pen.events)

    def _lesson(self, lesson: LessonExercises, *, half: bool) -> None:
        form = lesson.form(self.pen.events, self.mind.code)
        met = self._open_traps() if lesson.file.recall else ()
        own = lesson.asked(lesson.drawn((), self.mind.code, met))
        asked = [*own, *(form.in_order(self.mind.code) if form else ())]
        for exercise in asked[: len(asked) // 2] if half else asked:
            if self._takes_up(lesson.id, exercise):
                self._answer(lesson, exercise.id, form)
        if not form:
            self._reset(lesson)

    def _takes_up(self, lesson: str, exercise: Exercise) -> bool:
        """Tell whether she does an exercise: extra ones and texts are often left."""
        own = self.mind.at(lesson, exercise.id, "takes up")
        if (lesson, exercise.id) in self.truths.everybody:
            return True
        if exercise.extra and exercise.kind != "trial":
            return own.happens(0.35)
        # A test is done to its end by nearly all, or reports could not compare its items.
        return own.happens({"write": 0.8, "item": 0.998}.get(exercise.kind, 0.98))

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
        if asked.mind.happens(0.55):
            self._try(self._asked(lesson, name, form, tried=True), lesson)
        elif asked.mind.happens(0.7):
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
                confidence=asked.mind.sure(exercise, asked.likely, right=right),
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
        # The number of the try, so that a second one is not the first one again.
        mind = self.mind.at(*place, self.pen.answered(lesson.id).count(name))
        falls = planted and not tried and mind.falls(self.truths.share)
        return Asked(
            lesson=lesson.id,
            exercise=exercise,
            dossier=lesson.dossier(exercise),
            mind=mind,
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

    def _reset(self, lesson: LessonExercises) -> None:
        """Clear an exercise now and then, and answer it again; the first attempt still counts."""
        own = self.mind.at(lesson.id, "reset")
        tried = [name for name in self.pen.answered(lesson.id) if lesson.exercise(name).graded]
        if tried and own.happens(0.07):
            name = own.chance.choice(tried)
            self.pen.write("reset", lesson=lesson.id, exercise=name)
            self._try(self._asked(lesson, name, None, tried=True), lesson)


@cache
def _open(lesson: str) -> LessonExercises:
    return open_exercises(lesson)
