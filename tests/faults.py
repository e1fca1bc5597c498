"""Keeps answers while single system calls fail, as full and broken disks have it.

strace lets the n-th call of a kind fail, and counts anew in every process. So it follows this
process, which forks one for each case; that one first makes calls which do nothing, until the call
that fails is the one we want. What it was told comes back through shared memory: to print it would
take system calls too.

    python faults.py FOLDER        keeps answers below the folder, prints what was told as JSON
"""

from __future__ import annotations

import ctypes
import json
import mmap
import os
import subprocess
import sys
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from helpers.commands.programs import STRACE
from helpers.workbook import Event, Workbook, make_event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NO_FILE, GONE = 9999, Path("/gone/and/nowhere")
NOTHING: dict[str, Callable[[], object]] = {
    "openat": GONE.open,
    "read": partial(os.read, NO_FILE, 1),
    "write": partial(os.write, NO_FILE, b""),
    "fsync": partial(os.fsync, NO_FILE),
    "close": partial(os.close, NO_FILE),
    "lseek": partial(os.lseek, NO_FILE, 0, os.SEEK_SET),
    "newfstatat": GONE.stat,
    "truncate": partial(os.truncate, GONE, 0),
    "ftruncate": partial(os.ftruncate, NO_FILE, 0),
    "mkdir(at)?": GONE.mkdir,
    "rename(at)?2?": partial(GONE.rename, GONE),
    "unlink(at)?": GONE.unlink,
}
"""Each kind of call, by a pattern (other machines have other names), and one that does nothing."""
FOR_GOOD = "for good"
FAULTS = {
    **{name: f"error={name}:when=%d" for name in ("ENOSPC", "EIO", "EDQUOT", "EROFS", "EINTR")},
    # Python itself makes a call that was interrupted again, here for ever.
    **{f"{name} {FOR_GOOD}": f"error={name}:when=%d+" for name in ("ENOSPC", "EROFS")},
    "interrupted": "signal=SIGINT:when=%d",
    "killed": "signal=SIGKILL:when=%d",
}
AT = 50
"""Which call fails: so few that they cost nothing, so many that nobody comes to it by himself."""
DEPTH = 5
"""How many calls of a kind get their turn to fail."""
ANSWERS = 3
SILENT, KEPT, NOT_KEPT, RAISED = range(4)
LET_TRACE, ANYBODY = 0x59616D61, ctypes.c_ulong(-1)


def keep_answers(folder: Path, told: mmap.mmap) -> None:
    """Keep some answers, one after the other, and note what is said of each."""
    book = Workbook(folder)
    for number in range(ANSWERS):
        event = make_event("answer", lesson="90-test", exercise="pick", answer={"n": [str(number)]})
        try:
            told[number] = keep(book, event)
        except KeyboardInterrupt:  # whoever stops a cell runs it again
            told[number] = keep(book, event)


def keep(book: Workbook, event: Event) -> int:
    """Keep an answer; give what is said of it."""
    try:
        return KEPT if book.add(event) else NOT_KEPT
    except OSError:
        return RAISED


def answers_in(folder: Path) -> list[int]:
    """Give the numbers of the answers that a fresh look into the folder finds."""
    return [int(event.answer["n"][0]) for event in Workbook(folder).events]


def try_case(folder: Path, call: str, number: int) -> list[int]:
    """Let the call with this number fail, in a process of its own; give what was told."""
    told = mmap.mmap(-1, ANSWERS)
    process = os.fork()
    if process == 0:
        try:
            for _ in range(AT - number):
                with suppress(OSError):
                    NOTHING[call]()
            keep_answers(folder, told)
        finally:
            os._exit(0)
    os.waitpid(process, 0)
    return [*told[:]]


@contextmanager
def injected(fault: str, log: Path) -> Iterator[None]:
    """Let strace follow this process and all that it forks."""
    calls = [f"--inject=?/^({call})$:{fault % AT}" for call in NOTHING]
    words = [STRACE.find(), "-f", "-o", str(log), *calls, "-p", str(os.getpid())]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr
        said = strace.stderr.readline()
        if "attached" not in said:
            raise RuntimeError(said)
        try:
            yield
        finally:
            strace.terminate()


def try_all(folder: Path) -> dict[str, list[int]]:
    """Try every fault with the first calls of every kind; give what was told, by folder."""
    # A child may not always look into its parent without being asked to.
    ctypes.CDLL(None).prctl(LET_TRACE, ANYBODY, 0, 0, 0)
    told = {}
    for name, fault in FAULTS.items():
        with injected(fault, folder / f"{name}.log"):
            for call in NOTHING:
                for number in range(1, DEPTH + 1):
                    case = f"{name}, {call} {number}"
                    told[case] = try_case(folder / case, call, number)
    return told


if __name__ == "__main__":
    print(json.dumps(try_all(Path(sys.argv[1]))))  # noqa: T201
