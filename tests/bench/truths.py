"""Tell how often a report finds what was built into a class: `python tests/bench/truths.py`.

Simulated are classes of 30 and of 60 students (see `tests/simulated.py`). In some, most of the
class give three wrong answers, each with a slip; in some the key of one item of the test is wrong;
some only become more suspicious; of the others nothing is true. Counted is what the five topics
name, `--seeds` classes of each kind and size.

The last column are false alarms: a key that is right, or a change that is none.

Of 20 classes of each size, all three slips were named in 17 with 30 students and in 19 with 60, the
suspicion in 20 and 19, and a wrong key in 11 and 19. Of 40 classes of which nothing is true a false
alarm came in 1 and in 2: one key in 80 classes, and two changes.

It measures no program, so it has no budget and always exits with 0.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2])]

from class_books import (  # noqa: E402
    book_of,
    item_of,
    slipping,
    suspicious,
    told,
    unchanged,
    wrong_keys,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

SIZES = (30, 60)
SUSPICIOUS = "more suspicious"


class Row(NamedTuple):
    """One class: what was built in, how much of it was found, and whether anything else was."""

    truth: str
    built_in: int
    found: int
    alarm: bool


def rows(size: int, seed: int) -> Iterable[Row]:
    """Simulate one class of each kind."""
    students, places = slipping(size, seed)
    found = told(book_of(students))
    yield Row("three slips", 3, len({*places} & {*found.slips}), bool(found.keys or found.shifts))
    found = told(book_of(suspicious(size, seed)))
    yield Row(SUSPICIOUS, 1, found.shifts.count(SUSPICIOUS), bool(found.keys))
    students = unchanged(size, seed)
    found = told(book_of(students))
    yield Row("nothing", 0, 0, bool(found.keys or found.shifts))
    item = item_of(seed)
    with TemporaryDirectory() as folder:
        found = told(book_of(students, wrong_keys(Path(folder), item)))
    named = [name for _, name in found.keys]
    yield Row("a wrong key", 1, named.count(item), bool({*named} - {item} or found.shifts))


def main() -> None:
    """Print the table."""
    parser = ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seeds", type=int, default=20)
    seeds = parser.parse_args().seeds
    print(f"{'truth':<18}{'students':>9}{'classes':>9}{'found':>8}{'all of it':>11}{'alarms':>9}")
    for size in SIZES:
        made = [row for seed in range(1, seeds + 1) for row in rows(size, seed)]
        for truth in dict.fromkeys(row.truth for row in made):
            some = [row for row in made if row.truth == truth]
            built_in = sum(row.built_in for row in some)
            found = f"{sum(row.found for row in some) / built_in:.0%}" if built_in else ""
            whole = sum(row.found == row.built_in for row in some) / seeds if built_in else None
            alarms = sum(row.alarm for row in some) / seeds
            whole_ = "" if whole is None else f"{whole:.0%}"
            print(f"{truth:<18}{size:>9}{seeds:>9}{found:>8}{whole_:>11}{alarms:>9.0%}")


if __name__ == "__main__":
    main()
