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
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from simulated_files import MOVED, write_class, write_copies, write_wrong_keys  # noqa: E402
from simulated_mind import Shift, chance_of, make_mind  # noqa: E402
from simulated_student import DAYS, AtWork, SimulatedStudent  # noqa: E402

from helpers.paths import LESSONS  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from simulated_answers import Planted

__all__ = [
    "CLASS",
    "Truths",
    "shipped",
    "simulate",
    "write_class",
    "write_many",
    "write_wrong_keys",
]

MANY = ("00-start-here", "02-who-says-so", "03-unnamed", "04-forty", "05-frames")
TEMPLATES = 250
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
    ability: float = 1.2
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
    seed=3,
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


def simulate(truths: Truths) -> list[SimulatedStudent]:
    """Make a class; the same truths give the same events, to the last byte."""
    class_ = chance_of(f"class/{truths.seed}")
    who = [n for n in range(1, truths.students + 1) if class_.random() < truths.handed_in]
    # Drawn by number, so that there is somebody in a small class, too.
    stops = class_.sample(who, round(truths.stopped * len(who)))
    late = set(class_.sample(who, round(truths.later * len(who))))
    found = []
    for number in who:
        one = AtWork(truths, make_mind(truths, number))
        one.work(stops=number in stops, later=number in late, moves=number == MOVED)
        found.append(one.done())
    return found


@cache
def shipped() -> list[SimulatedStudent]:
    """Give the class that is shipped, made once for all tests of a file."""
    return simulate(CLASS)


def write_many(out: Path, students: int, events: int = 150) -> Path:
    """Write a large class for a bench: five lessons, and up to so many events a student.

    A folder of files or, if `out` ends in `.zip`, one ZIP. Some hundred students are
    simulated, and repeated under new code names, workbooks and event ids.
    """
    few = simulate(Truths(min(TEMPLATES, students), lessons=MANY, stopped=0, two_machines=False))
    return write_copies(few, out, students, events)


def main(out: Path = SHIPPED) -> None:
    """Write the shipped class anew."""
    out.parent.mkdir(exist_ok=True)
    write_class(shipped(), out, "moodle")


if __name__ == "__main__":
    main()
