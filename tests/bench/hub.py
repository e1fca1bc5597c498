"""Measure a class on a hub: `python tests/bench/hub.py`.

Starts JupyterHub and its proxy on loopback with the configuration in lessons/instructor/hub, and
lets invented students use it over the real protocol: each logs in, waits for her server, opens
lesson 02, and commits an answer every so often, from a moment drawn by chance on. What a page
fetches on a first visit is recorded from one visit with a real browser; each student fetches the
same, and asks every ten seconds what runs, as an open page does.

Needs Chromium, and Node.js with npm, which fetches the proxy once into the folder bench/ of the
work folder.

Open: from the moment when all follow the link until the last card of each is there.
Feedback: from a commit until the card has come back with its feedback and the answer is on disk.
Memory: PSS at the end; pages that processes share are counted once. CPU: cores in use on average
while students answer; the driver's own share and that of anything else on the machine are printed
beside it. Nothing lost: after all has been stopped, every answer that was committed is in its
student's home, and no other.

Exit code 1 if 95 of 100 commits take a second or more, or if anything is lost.

    --students 60 --minutes 10 --every 20
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import mean, median, quantiles
from time import perf_counter, process_time

import psutil

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2])]

from hub_machine import Cost, HubMachine  # noqa: E402
from hub_page import page_files  # noqa: E402
from hub_student import Student, script  # noqa: E402

from helpers.errors import KitError  # noqa: E402

LESSON = "02-who-says-so"
BUDGET = 1.0


@dataclass(frozen=True)
class Wanted:
    """How many students, for how many seconds, and how many seconds between two answers."""

    students: int
    seconds: float
    every: float


@dataclass(frozen=True)
class Load:
    """CPU seconds used so far: by each kind of the hub's processes, the driver, and everything."""

    at: float
    costs: dict[str, Cost]
    driver: float
    machine: float

    @classmethod
    def now(cls, hub: HubMachine) -> Load:
        """Measure."""
        times = psutil.cpu_times()
        busy = sum(times[:3]) + getattr(times, "irq", 0) + getattr(times, "softirq", 0)
        return cls(perf_counter(), hub.costs(), process_time(), busy)


async def answer(student: Student, wanted: Wanted) -> None:
    """Commit answers until the time is over; a late one does not put off the next."""
    loop = asyncio.get_running_loop()
    due = loop.time() + random.uniform(0, wanted.every)  # noqa: S311 - no secret
    end = loop.time() + wanted.seconds
    for exercise, given, sure in cycle(script(LESSON)):
        if due >= end:
            return
        await asyncio.sleep(due - loop.time())
        await student.commit(exercise, given, sure)
        due += wanted.every


async def teach(
    hub: HubMachine, wanted: Wanted, files: list[str]
) -> tuple[list[Student], Load, Load]:
    """Let the class come, answer and leave; give the load before and after the answers."""
    names = [f"student-{number}" for number in range(1, wanted.students + 1)]
    students = [Student(hub.url, name, LESSON) for name in names]
    begin = perf_counter()
    await asyncio.gather(*(student.open(hub.password, files) for student in students))
    print(f"{'all lessons open after':<36}{perf_counter() - begin:8.1f} s", flush=True)
    print(
        f"{'  websockets tried again':<36}{sum(one.tried_again for one in students):8}", flush=True
    )
    before = Load.now(hub)
    await asyncio.gather(*(answer(student, wanted) for student in students))
    after = Load.now(hub)
    await asyncio.gather(*(student.leave() for student in students))
    return students, before, after


def print_waits(students: list[Student]) -> bool:
    """Print how long feedback took, and tell whether that is met."""
    waits = [wait for student in students for wait in student.waits]
    late = quantiles(waits, n=20)[-1]
    print(f"{'commit to feedback, median':<36}{1000 * median(waits):8.0f} ms")
    verdict = "met" if late < BUDGET else "MISSED"
    print(f"{'  95 of 100 within':<36}{1000 * late:8.0f} ms, budget {1000 * BUDGET:.0f}: {verdict}")
    print(f"{'  longest':<36}{1000 * max(waits):8.0f} ms")
    return late < BUDGET


def print_load(before: Load, after: Load) -> None:
    """Print memory and CPU."""
    seconds = after.at - before.at
    ours = 0.0
    for kind, cost in sorted(after.costs.items()):
        used = cost.cpu - before.costs[kind].cpu
        ours += used
        each = mean(cost.memory)
        print(
            f"{kind + ' × ' + str(len(cost.memory)):<36}{each:8.1f} MB each"
            f"{sum(cost.memory):10.0f} MB{used / seconds:8.2f} cores"
        )
    opened = sum(before.costs[kind].cpu for kind in ("server", "kernel"))
    students = len(before.costs["server"].memory)
    print(f"{'to start a server and open a lesson':<36}{opened / students:8.1f} s of CPU each")
    driver = after.driver - before.driver
    others = after.machine - before.machine - ours - driver
    print(f"{'the hub in all':<36}{ours / seconds:8.2f} cores of {psutil.cpu_count()}")
    print(f"{'the driver itself':<36}{driver / seconds:8.2f} cores")
    print(f"{'anything else on this machine':<36}{others / seconds:8.2f} cores")


def print_kept(hub: HubMachine, students: list[Student]) -> bool:
    """Print how many answers are on disk, and tell whether they are those that were committed."""
    sent = [len(student.sent) for student in students]
    kept = [hub.kept(student.name) for student in students]
    same = all(set(student.sent) == ids for student, ids in zip(students, kept, strict=True))
    print(f"{'answers committed':<36}{sum(sent):8,}")
    print(f"{'  found on disk':<36}{sum(map(len, kept)):8,}{'' if same else '  NOT THE SAME'}")
    return same


def main() -> int:
    """Measure, print, and tell by the exit code whether the budget is met and nothing is lost."""
    line = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    line.add_argument("--students", type=int, default=60)
    line.add_argument("--minutes", type=float, default=10)
    line.add_argument("--every", type=float, default=20)
    given = line.parse_args()
    wanted = Wanted(given.students, 60 * given.minutes, given.every)
    print(f"{'students':<36}{wanted.students:8}")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try:
            with HubMachine(Path(folder)) as hub:
                files = page_files(hub, LESSON)
                print(f"{'files of a first visit':<36}{len(files):8}", flush=True)
                students, before, after = asyncio.run(teach(hub, wanted, files))
        except KitError as error:
            print(error, file=sys.stderr)
            return 2
        print_load(before, after)
        met = [print_waits(students), print_kept(hub, students)]
    return 0 if all(met) else 1


if __name__ == "__main__":
    raise SystemExit(main())
