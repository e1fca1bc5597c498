"""Nothing is lost and nothing untrue is said, whichever system call fails: see faults.py."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import faults
import pytest
from faults import FAULTS, FOR_GOOD, KEPT, NOT_KEPT, RAISED, SILENT, answers_in

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="Only Linux has a program that lets system calls fail."
)
Told = dict[str, list[int]]
ENDS = ("killed", "interrupted")
"""What can end the process, or the cell that opens the workbook, before anything is said."""
ALWAYS_MADE = {"openat", "write", "fsync", "close"}
INJECTED = re.compile(r"^\d+ +(\w+)\(.*\(INJECTED\)$", re.MULTILINE)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Give a folder in memory, where there is one: a disk would be waited for 1,600 times."""
    memory = "/dev/shm"  # noqa: S108  (what lies in it has a name of chance)
    with TemporaryDirectory(dir=memory if Path(memory).is_dir() else None) as place:
        yield Path(place)


@pytest.fixture(scope="module")
def told(folder: Path) -> Told:
    """Give what was said of each answer, by case."""
    words = [sys.executable, faults.__file__, str(folder)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found: Told = json.loads(done.stdout)
    return found


def test_what_is_said_to_be_kept_is_found_by_a_fresh_look(told: Told, folder: Path) -> None:
    # Whoever says of an answer that it is kept says so of all before it.
    kept = {
        case: set(range(max((n for n, one in enumerate(said) if one == KEPT), default=-1) + 1))
        for case, said in told.items()
    }
    assert any(kept.values())
    assert [case for case, numbers in kept.items() if numbers - {*answers_in(folder / case)}] == []


def test_a_fault_is_said_and_not_raised(told: Told) -> None:
    assert [case for case, said in told.items() if RAISED in said] == []
    silent = {case for case, said in told.items() if SILENT in said}
    assert [case for case in silent if not case.startswith(ENDS)] == []


def test_one_fault_costs_one_answer_at_most_and_only_until_the_next(told: Told) -> None:
    once = {case: said for case, said in told.items() if FOR_GOOD not in case}
    assert any(NOT_KEPT in said for said in once.values())
    assert [case for case, said in once.items() if said.count(NOT_KEPT) > 1] == []


def test_no_line_is_left_that_nobody_can_read(told: Told, folder: Path) -> None:
    lines = [
        line
        for case in told
        for path in (folder / case).glob("*.jsonl")
        for line in path.read_bytes().split(b"\n")[:-1]
    ]
    unreadable = []
    for line in lines:
        try:
            json.loads(line)
        except ValueError:
            unreadable.append(line)
    assert len(lines) > len(told)
    assert unreadable == []


@pytest.mark.parametrize("fault", [name for name in FAULTS if name not in ENDS])
def test_every_call_that_keeps_an_answer_did_fail(told: Told, folder: Path, fault: str) -> None:
    log = (folder / f"{fault}.log").read_text(encoding="utf-8", errors="replace")
    assert told
    assert set(INJECTED.findall(log)) >= ALWAYS_MADE
