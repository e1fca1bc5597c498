"""Class books of simulated classes, and the classes of which a report must find what is true.

In some classes most give three wrong answers, some only become more suspicious, of some nothing is
true, and the key of an item can be made wrong. `told` says what the five topics name.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from simulated import CLASS, SHIPPED, Truths, simulate, write_wrong_keys
from simulated_mind import chance_of
from simulated_student import DAYS

from helpers.classroom.book import ClassBook
from helpers.classroom.discuss import topics_of
from helpers.classroom.findings.all import findings_of
from helpers.classroom.run import open_lessons
from helpers.classroom.student import ClassStudent
from helpers.classroom.submissions import Submissions
from helpers.kinds.exercises import LessonExercises
from helpers.kinds.sitting import Sitting, sittings
from helpers.paths import EXERCISES, LESSONS
from helpers.words import report_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from simulated_student import SimulatedStudent

    from helpers.classroom.book import Asked
    from helpers.classroom.discuss import Topic

TRIOS = (
    CLASS.planted,
    {
        ("02-who-says-so", "unsourced-wrong"): "so-wrong",
        ("03-unnamed", "twin-judge"): ("t-212", "thin"),
        ("05-frames", "empty-slot"): "no-frame",
    },
    {
        ("02-who-says-so", "how-close"): ("c11", "first"),
        ("03-unnamed", "one-or-two"): "two",
        ("04-forty", "at-least"): "same",
    },
)
"""Wrong answers to plant, three in a class, each with a slip of its own."""
ALL = tuple(DAYS)
TESTS = ("01-cold-read", "08-second-read", "09-later")
SHIFTED = {
    report_text.SHIFTS[name]: name
    for name in report_text.SHIFTS
    if name not in {"nothing clear", "too few"}
}


class Told(NamedTuple):
    """What the topics name: exercises with a slip, items with a doubtful key, what changed."""

    slips: tuple[Asked, ...]
    keys: tuple[Asked, ...]
    shifts: tuple[str, ...]


def students_of(class_: Iterable[SimulatedStudent]) -> list[ClassStudent]:
    """Give simulated students as submissions bring them."""
    return [ClassStudent(one.code, one.workbook, tuple(one.events), ()) for one in class_]


def book_of(students: Iterable[ClassStudent], keys: Path | None = None) -> ClassBook:
    """Give the class book of these students, with the kit’s own keys or with others."""
    paths = sorted(EXERCISES.glob("*.yaml"))
    # Also a folder without any key will do here, which the command refuses.
    other = [LessonExercises(path, keys=keys) for path in paths] if keys else lessons()
    book = ClassBook(other)
    for student in students:
        book.add(student)
    return book


@cache
def shipped_students() -> list[ClassStudent]:
    """Read the class that is shipped; tests of the same process share it, and leave it as it is."""
    return [*Submissions(SHIPPED).students()]


@cache
def shipped_book() -> ClassBook:
    """Give the class book of the class that is shipped."""
    return book_of(shipped_students())


@cache
def lessons() -> list[LessonExercises]:
    """Open the lessons once."""
    return open_lessons()


def sittings_of(student: ClassStudent) -> dict[str, Sitting]:
    """Give the tests of one student by lesson, as her own results page reads them."""
    tests = [lesson for lesson in lessons() if lesson.forms]
    return {one.lesson: one for one in sittings(tests, student.events)}


def slipping(size: int, seed: int) -> tuple[list[ClassStudent], tuple[Asked, ...]]:
    """Make a class in which most give three wrong answers; name where."""
    planted = TRIOS[seed % len(TRIOS)]
    class_ = simulate(Truths(size, seed, planted=planted))
    return students_of(class_), tuple(planted)


def unchanged(size: int, seed: int, some: tuple[str, ...] = ALL) -> list[ClassStudent]:
    """Make a class of which nothing in particular is true."""
    return students_of(simulate(Truths(size, seed, lessons=some)))


def suspicious(size: int, seed: int, some: tuple[str, ...] = ALL) -> list[ClassStudent]:
    """Make a class that calls less sound after the lessons, and tells apart no better."""
    return students_of(simulate(Truths(size, seed, lessons=some, shift="suspicious")))


def wrong_keys(folder: Path, item: str) -> Path:
    """Write keys of which that of one item is wrong."""
    write_wrong_keys(LESSONS / "keys", folder, item)
    return folder


def item_of(seed: int) -> str:
    """Draw an item of the two forms that a class takes first."""
    items = shipped_book().form_items
    return chance_of(f"item/{seed}").choice([*items["a"], *items["b"]])


KEY_ASKS = (report_text.KEY_ASK, report_text.TEST_KEY_ASK)


def told(book: ClassBook) -> Told:
    """Say what the five topics name."""
    topics = topics_of(book, findings_of(book))
    keys = tuple(one.asked for one in topics if one.ask in KEY_ASKS and one.asked)
    slips = tuple(one.asked for one in topics if "students stepped into" in one.says and one.asked)
    return Told(slips, keys, tuple(filter(None, map(_shift, topics))))


def _shift(topic: Topic) -> str:
    starts = {f"{says} This compares": name for says, name in SHIFTED.items()}
    return next((name for says, name in starts.items() if topic.says.startswith(says)), "")
