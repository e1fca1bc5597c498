"""Measure the report of a class: `python tests/bench/classroom.py [STUDENTS …]`.

Each class is written first (150 events a student, a file each) and then reported on by a process
of its own, from reading to the last table, so that its peak memory is its own. Without arguments
classes of 100, 1,000 and 10,000 are measured; 100,000 take some ten minutes.

The first ratio is against decoding the same events from their lines, which no report can do
without; the second is the time for a student against that in the smallest class: near 1, the
report is linear. Exit code 1 if 1,000 students take more than 5 seconds.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2])]

from simulated import write_many  # noqa: E402

from helpers.classroom.run import Wanted, make_report  # noqa: E402
from helpers.workbook import read_lines  # noqa: E402

SIZES = (100, 1_000, 10_000)
BUDGET_OF, BUDGET = 1_000, 5.0
KILO = 1024
"""Linux counts peak memory in kilobytes."""


def main(sizes: list[int]) -> int:
    """Measure, print, and tell by the exit code whether the budget is met."""
    heads = ("students", "seconds", "ms each", "peak MB", "x decoding", "x the smallest")
    print("".join(f"{head:>16}" for head in heads))
    smallest, late = 0.0, False
    for students in sizes:
        with TemporaryDirectory() as folder:
            place = write_many(Path(folder) / "class", students)
            decoding = timed_decoding(place)
            seconds, peak = reported(place, Path(folder) / "out")
        each = seconds / students
        smallest = smallest or each
        late |= students == BUDGET_OF and seconds > BUDGET
        print(
            f"{students:>16,}{seconds:>16.1f}{1000 * each:>16.2f}{peak:>16,.0f}"
            f"{seconds / decoding:>16.1f}{each / smallest:>16.2f}"
        )
    return int(late)


def timed_decoding(place: Path) -> float:
    """Give the seconds that reading and decoding take, a file at a time."""
    start = perf_counter()
    for file in place.iterdir():
        read_lines(file.read_bytes())
    return perf_counter() - start


def reported(place: Path, out: Path) -> tuple[float, float]:
    """Report on a class in a process of its own; give its seconds and its peak memory in MB."""
    words = [sys.executable, str(HERE), "--report", str(place), str(out)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    seconds, peak = json.loads(done.stdout)
    return seconds, peak


def report(place: str, out: str) -> None:
    """Report on a class here, and print the seconds and the peak memory in MB."""
    start = perf_counter()
    make_report(Wanted(Path(place), Path(out)))
    seconds = perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILO
    print(json.dumps([seconds, peak]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--report"]:
        report(*sys.argv[2:])
    else:
        raise SystemExit(main([int(size) for size in sys.argv[1:]] or [*SIZES]))
