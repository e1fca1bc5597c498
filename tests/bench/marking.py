"""Measure marking: `python tests/bench/marking.py`. One student's workbook, then a thousand.

A workbook holds one answer with slips to every exercise of all lessons, steps included (about 150
events). Marking reads and marks the first attempts of every lesson, as a class report does. The
ratio is against decoding the same events from their lines, which no report can do without.

Exit code 1 if the budget is missed: 4 ms a student.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2])]

from answers import write_answers  # noqa: E402

from helpers.kinds.exercises import LessonExercises  # noqa: E402
from helpers.kinds.results import results  # noqa: E402
from helpers.paths import EXERCISES  # noqa: E402
from helpers.workbook import Workbook, read_lines  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

BUDGET = 4.0
ROUNDS = 30
CLASS = 1000


def timed(what: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Give the median time of a call, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = perf_counter()
        what()
        times.append(1000 * (perf_counter() - start))
    return median(times)


def main() -> int:
    """Measure, print, and tell by the exit code whether the budget is met."""
    lessons = [LessonExercises(path) for path in sorted(EXERCISES.glob("*.yaml"))]
    with TemporaryDirectory() as folder:
        for lesson in lessons:
            write_answers(Path(folder), lesson, times=1)
        lines = b"".join(path.read_bytes() for path in Path(folder).glob("*.jsonl"))
        events = Workbook(Path(folder)).events

    def mark() -> None:
        for lesson in lessons:
            results(lesson, events)

    mark()  # binding is done once, by whoever comes first
    one, decoding = timed(mark), timed(lambda: read_lines(lines))
    many = timed(lambda: [mark() for _ in range(CLASS)], rounds=1)
    print(f"{len(events)} events in {len(lessons)} lessons: decoding takes {decoding:.2f} ms")
    print(f"marking one student {one:.2f} ms, {one / decoding:.1f} x decoding; budget {BUDGET} ms")
    print(f"marking {CLASS:,} students {many:.0f} ms, {many / CLASS / one:.2f} x one, each")
    return 0 if one <= BUDGET else 1


if __name__ == "__main__":
    raise SystemExit(main())
