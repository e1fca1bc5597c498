"""`report`: read what a class handed in, and write the report and all that goes with it."""

from __future__ import annotations

import gc
import os
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.book import ClassBook
from helpers.classroom.gradebook import fill_gradebook
from helpers.classroom.lms import LMS
from helpers.classroom.progress import Progress
from helpers.classroom.reading import silently
from helpers.classroom.report.whole import render_report
from helpers.classroom.roster import read_roster
from helpers.classroom.scores import student_scores
from helpers.classroom.submissions import Submissions
from helpers.classroom.tables import write_tables
from helpers.classroom.whole_file import whole_file
from helpers.classroom.xapi import statement_file
from helpers.errors import KitError
from helpers.kinds.exercises import LessonExercises
from helpers.paths import EXERCISES, work_folder
from helpers.words import class_command_text as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from helpers.classroom.gradebook import GradebookResult
    from helpers.classroom.roster import Roster
    from helpers.classroom.scores import StudentScores

REPORT, STATEMENTS, GRADEBOOK = "report.html", "statements.json", "gradebook.csv"


class Wanted(NamedTuple):
    """What an instructor asks for: her class’s work, and what it is to be set beside.

    `out` is the folder to write to, `roster` her export of the gradebook of `lms` with a column of
    code names, `keys` a folder with the keys of the tests, where they were kept elsewhere. `xapi`
    asks for statements for a learning record store as well.
    """

    place: Path
    out: Path | None = None
    roster: Path | None = None
    lms: str = ""
    keys: Path | None = None
    xapi: bool = False


class Made(NamedTuple):
    """What was made: the report, the files beside it, and what became of the gradebook."""

    report: Path
    students: int
    left_out: int
    gradebook: GradebookResult | None


def run(wanted: Wanted) -> int:
    """Make the report and say where it lies; 1 if nobody’s answers were found."""
    with Progress() as progress:
        made = make_report(wanted, progress.told)
    print(words.READY.format(students=made.students, report=made.report))
    if made.left_out:
        print(words.SOME_LEFT_OUT.format(left_out=made.left_out))
    for sentence in _about_gradebook(made.gradebook):
        print(sentence)
    return 0 if made.students else 1


@contextmanager
def without_looking_for_garbage() -> Iterator[None]:
    """Let Python not look through what was read again and again: it all stays until the end."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


@without_looking_for_garbage()
def make_report(wanted: Wanted, told: Callable[[int, int], None] = silently) -> Made:
    """Read, mark and write; nothing is written outside the folder that is asked for.

    `told` hears how many steps are done, of how many. Raises KitError where the work cannot be
    read or the folder takes nothing.
    """
    roster = _roster(wanted)
    lessons = open_lessons(wanted.keys)
    class_ = Submissions(wanted.place, lambda done, all_: told(done, 2 * all_))
    out = _folder(wanted.out)
    book = ClassBook(lessons)
    scores: list[StudentScores] = []
    with ExitStack() as open_files:
        file = statement_file(out / STATEMENTS, lessons)
        state = open_files.enter_context(file) if wanted.xapi else None
        for number, student in enumerate(class_.students(), 1):
            marking = book.add(student).one
            if state:
                state(student, marking)
            if roster:
                scores.append(student_scores(student, lessons, marking))
            told(len(class_) + number, 2 * len(class_))
    write_tables(book, out)
    with whole_file(out / REPORT) as report:
        report.write(render_report(book, class_.handed_in, class_.left_out))
    filled = _fill(roster, out, scores, wanted.lms)
    return Made(out / REPORT, len(book.students), len(class_.left_out), filled)


def open_lessons(keys: Path | None = None, folder: Path = EXERCISES) -> list[LessonExercises]:
    """Open all lessons, with the keys of the tests from another folder if one is named."""
    lessons = [LessonExercises(path, keys=keys) for path in sorted(folder.glob("*.yaml"))]
    forms = [form for lesson in lessons for form in lesson.forms]
    # A name that is spelled wrongly would leave the tests out, and nobody would know why.
    if keys is not None and not any(form.has_key for form in forms):
        raise KitError(words.NO_KEYS.format(folder=keys))
    return lessons


def _roster(wanted: Wanted) -> Roster | None:
    if bool(wanted.roster) != bool(wanted.lms):
        raise KitError(words.ROSTER_AND_LMS)
    return read_roster(wanted.roster) if wanted.roster else None


def _folder(out: Path | None) -> Path:
    """Make the folder to write to."""
    folder = Path(os.path.realpath(out or work_folder() / "report"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KitError(words.NO_FOLDER.format(folder=folder, reason=error.strerror)) from None
    return folder


def _fill(
    roster: Roster | None, out: Path, scores: list[StudentScores], lms: str
) -> GradebookResult | None:
    return fill_gradebook(roster, out / GRADEBOOK, scores, LMS[lms]) if roster else None


def _about_gradebook(filled: GradebookResult | None) -> list[str]:
    """Say what became of the gradebook, and whose work is in nobody’s row."""
    if filled is None:
        return []
    says = [words.FILLED.format(filled=filled.filled, path=filled.path), *filled.problems]
    if filled.unmatched:
        says.append(words.UNMATCHED.format(codes=", ".join(filled.unmatched)))
    if filled.without_work:
        says.append(words.WITHOUT_WORK.format(rows=filled.without_work))
    return says
