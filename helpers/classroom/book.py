"""The class book: what every student of a class answered, read and marked once."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from math import nan
from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.marking import ClassMarking
from helpers.classroom.rows import WORDS, Rows
from helpers.kinds.annotate import BoundAnnotate
from helpers.kinds.attempt import Attempts
from helpers.kinds.base import Outcome
from helpers.kinds.results import sureness
from helpers.kinds.sitting import sittings
from helpers.kinds.write import TEXT, Write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from helpers.classroom.student import ClassStudent
    from helpers.kinds.annotate_keys import Annotation
    from helpers.kinds.attempt import Attempt
    from helpers.kinds.base import Exercise, Feedback
    from helpers.kinds.exercises import LessonExercises
    from helpers.kinds.forms import Form
    from helpers.kinds.sitting import Sitting
    from helpers.measures.sensitivity import Calls
    from helpers.workbook import Event

    Asked = tuple[str, str]
    """A lesson and an exercise of it."""
    Given = tuple[int, Asked, int, str, str]
    """A value: whose it is, of which question, at which attempt, its field, and what it is."""

NO_MOMENT = 0
"""A moment that stands on no calendar."""
NO_WORD = -1
"""The place of a confidence word where there is none."""


class Enrolled(NamedTuple):
    """A student of the class, by her number in the book, and what she answered in each lesson."""

    code: str
    workbook: str
    answered: dict[str, int]


class Tempted(NamedTuple):
    """Where a slip showed: an exercise, and the option or the item of it."""

    asked: Asked
    item: str
    slip: str


class OwnText(NamedTuple):
    """A text that a student wrote at her first try."""

    student: int
    asked: Asked
    text: str


class Test(NamedTuple):
    """A test as one student took it: which places were right, and how she called the passages."""

    student: int
    lesson: str
    form: str
    right: dict[str, bool]
    called_sound: dict[str, bool]
    calls: Calls
    complete: bool


class ClassBook:
    """What a class answered; `students` are added one by one, and then looked at all together.

    `answers` has a row for each answer; `score` is not a number where nothing was scored, `word` is
    -1 for no word. `slips` has one for each option or item of a first answer that shows a slip;
    `tempted` keeps the feedback on each of these. `marked` holds, for each exercise in annotating
    and student, the labels of each word as the bits of a byte.
    """

    def __init__(self, lessons: Iterable[LessonExercises]) -> None:
        """Begin with nobody."""
        self.lessons = {lesson.id: lesson for lesson in lessons}
        self.students: list[Enrolled] = []
        self.texts: list[OwnText] = []
        self.tests: list[Test] = []
        self.marked: dict[Asked, list[bytes]] = defaultdict(list)
        self.tempted: dict[Tempted, Feedback] = {}
        self.unknown = 0
        self._names = {(lesson.id, name) for lesson in self.lessons.values() for name in lesson.ids}
        self._tests = [lesson for lesson in self.lessons.values() if lesson.forms]
        self._forms = {form.id: form for lesson in self._tests for form in lesson.forms}
        self._marking = ClassMarking()
        self.answers = Rows(
            student="i", lesson=WORDS, exercise=WORDS, kind=WORDS, attempt="i",
            score="f", sure="f", word="b", at="q",
        )  # fmt: skip
        # Whose and what they are, their answer says: a class gives millions of values.
        self._given = Rows(answer="i", field=WORDS, value=WORDS)
        self.slips = Rows(student="i", lesson=WORDS, exercise=WORDS, item=WORDS, slip=WORDS)

    def given(self, *, first: bool = False) -> Iterator[Given]:
        """Give the values of all answers, or of first answers, in the order in which they came."""
        # Side by side with the answers: a class gives millions of values, and none is kept twice.
        answers = self.answers.read("student", "lesson", "exercise", "attempt")
        at, student, asked, attempt = -1, 0, ("", ""), 0
        for answer, field, value in self._given.read("answer", "field", "value"):
            while at < answer:
                student, lesson, exercise, attempt = next(answers)
                at, asked = at + 1, (lesson, exercise)
            if attempt == 1 or not first:
                yield student, asked, attempt, field, value

    def exercise(self, asked: Asked) -> Exercise:
        """Give an exercise; an item of a test comes with its key, where that is there."""
        lesson, name = asked
        return self.lessons[lesson].keyed(name)

    @property
    def form_items(self) -> dict[str, tuple[str, ...]]:
        """Name the items of each form of the test."""
        return {name: tuple(item.id for item in form.items) for name, form in self._forms.items()}

    def form(self, identity: str) -> Form:
        """Give a form of the test."""
        return self._forms[identity]

    def add(self, student: ClassStudent) -> Attempts:
        """Read and mark all that a student did; give the attempts, so that nobody marks again."""
        number = len(self.students)
        attempts = Attempts()
        times: dict[Asked, int] = defaultdict(int)
        for event in student.events:
            asked = (event.lesson, event.exercise)
            if event.what == "answer" and self._knows(asked):
                times[asked] += 1
                self._add_answer(number, event, attempts, times[asked])
        for sitting in sittings(self._tests, student.events, attempts.one):
            self._add_test(number, sitting)
        answered: dict[str, int] = defaultdict(int)
        for lesson, _ in times:
            answered[lesson] += 1
        self.students.append(Enrolled(student.code, student.workbook, dict(answered)))
        return attempts

    def _knows(self, asked: Asked) -> bool:
        """Tell whether an exercise is there; one of another edition is counted and left out."""
        known = asked in self._names
        self.unknown += not known
        return known

    def _add_answer(self, student: int, event: Event, attempts: Attempts, times: int) -> None:
        asked = (event.lesson, event.exercise)
        exercise = self.exercise(asked)
        made = self._marking.attempt(exercise, event)
        if made is None:
            self.unknown += 1
            return
        attempts.add(event, made)
        score = made.mark.score if exercise.graded and made.mark.scored else nan
        sure, word = sureness(exercise, made)
        self.answers.add(
            student, *asked, exercise.kind, times, score,
            nan if sure is None else sure, NO_WORD if word is None else word, moment(event.at),
        )  # fmt: skip
        if times == 1:
            self._add_first(student, asked, exercise, made)
        # A text is kept as such: among the values of forms each would be one of its own.
        given = [
            (f, value)
            for f, some in event.answer.items()
            if f != TEXT
            for value in dict.fromkeys(some)
        ]
        if given:
            self._given.extend((len(self.answers) - 1,), *zip(*given, strict=True))

    def _add_first(self, student: int, asked: Asked, exercise: Exercise, made: Attempt) -> None:
        """Keep of a first answer what the class is looked at by."""
        for one in made.mark.feedback:
            if one.slip and one.chosen and one.outcome is Outcome.WRONG:
                self.slips.add(student, *asked, one.item, one.slip)
                self.tempted.setdefault(Tempted(asked, one.item, one.slip), one)
        if isinstance(exercise, BoundAnnotate):
            self.marked[asked].append(_bits(exercise, made.read))
        if isinstance(exercise, Write):
            self.texts.append(OwnText(student, asked, made.read.text))

    def _add_test(self, student: int, sitting: Sitting) -> None:
        self.tests.append(
            Test(
                student,
                sitting.lesson,
                sitting.form.id,
                {place: taken.right for place, taken in sitting.taken.items()},
                {place: taken.called_sound for place, taken in sitting.taken.items()},
                sitting.calls,
                sitting.complete,
            )
        )


def moment(written: str) -> int:
    """Give a moment in milliseconds since 1970, or NO_MOMENT.

    >>> moment("1970-01-01T00:00:01.500Z")
    1500
    """
    try:
        return round(1000 * datetime.fromisoformat(written).timestamp())
    except ValueError:
        return NO_MOMENT


def _bits(exercise: BoundAnnotate, read: Iterable[Annotation]) -> bytes:
    """Give each word of the passage its labels, each as the bit of its place among them."""
    marked = bytearray(len(exercise.tokens))
    for one in read:
        bit = 1 << exercise.labels.index(one.label)
        for word in one.words:
            marked[word] |= bit
    return bytes(marked)
