"""A simulated class as files: as an LMS hands them out, the same bytes each time."""

from __future__ import annotations

import zipfile
from statistics import fmean
from typing import TYPE_CHECKING

import pytest
from simulated import (
    CLASS,
    MANY,
    SHIPPED,
    Truths,
    shipped,
    simulate,
    write_class,
    write_many,
)
from simulated_files import MOVED, OLDER, TORN

from helpers.workbook import read_lines

if TYPE_CHECKING:
    from pathlib import Path

    from simulated_student import SimulatedStudent


@pytest.fixture(scope="module")
def students() -> list[SimulatedStudent]:
    return shipped()


def entries(path: Path) -> dict[str, tuple[object, bytes]]:
    """Give the files of a ZIP, each with its date and content."""
    with zipfile.ZipFile(path) as packed:
        return {one.filename: (one.date_time, packed.read(one)) for one in packed.infolist()}


def test_the_shipped_class_is_the_one_that_the_script_makes(
    students: list[SimulatedStudent], tmp_path: Path
) -> None:
    # By content: another edition of the packer may pack the same more tightly.
    made = entries(write_class(students, tmp_path / "class.zip", "moodle"))
    assert made == entries(SHIPPED), "run python tests/simulated.py, and read the table again"
    assert SHIPPED.stat().st_size < 1_000_000


def test_the_same_truths_give_the_same_bytes_and_another_seed_gives_others(tmp_path: Path) -> None:
    def written(name: str, seed: int) -> bytes:
        truths = Truths(students=3, seed=seed, lessons=("00-start-here",))
        return write_class(simulate(truths), tmp_path / name, "zip").read_bytes()

    assert written("one.zip", 1) == written("two.zip", 1) != written("three.zip", 2)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("moodle", "Simulated student 01_1001_assignsubmission_file_/heron-1.jsonl"),
        ("canvas", "student01simulated_1001_50001_heron-1.jsonl"),
        ("zip", "heron-1.jsonl"),
    ],
)
def test_a_class_is_packed_as_an_lms_packs_it(
    students: list[SimulatedStudent], tmp_path: Path, form: str, name: str
) -> None:
    packed = entries(write_class(students, tmp_path / "class.zip", form))  # type: ignore[arg-type]
    contents = read_lines(packed[name][1])
    assert contents.events == students[0].events
    assert (contents.code, contents.workbook) == ("heron-1", students[0].workbook)


def test_a_class_hands_in_what_classes_hand_in(
    students: list[SimulatedStudent], tmp_path: Path
) -> None:
    out = write_class(students, tmp_path / "class", "folder")
    older, newer = (
        read_lines((out / f"heron-{OLDER}{n}.jsonl").read_bytes()) for n in ("", " (1)")
    )
    assert older.events == newer.events[: len(older.events)] != newer.events
    parts = [read_lines((out / f"heron-{MOVED}{n}.jsonl").read_bytes()) for n in ("", " (1)")]
    assert [e for part in parts for e in part.events] == students[MOVED - 1].events
    assert len({part.workbook for part in parts}) == 2
    torn = read_lines((out / f"heron-{TORN}.jsonl").read_bytes())
    assert (len(torn.damaged), torn.events) == (1, students[TORN - 1].events)
    assert (out / "05-frames.ipynb").read_text(encoding="utf-8").startswith("{")
    assert (out / "heron-32.jsonl").read_bytes() == b""
    assert len(list(out.iterdir())) == 30 + 2 + 2
    plain = write_class(students, tmp_path / "plain", "folder", odd=False)
    assert len(list(plain.iterdir())) == 30 + 1


@pytest.mark.parametrize("out", ["many", "many.zip"])
def test_many_students_are_written_each_with_work_of_their_own(tmp_path: Path, out: str) -> None:
    path = write_many(tmp_path / out, 40)
    files = (
        [content for _, content in entries(path).values()]
        if path.is_file()
        else [one.read_bytes() for one in path.iterdir()]
    )
    found = [read_lines(content) for content in files]
    events = [event for one in found for event in one.events]
    assert sum(len(one.damaged) for one in found) == 0
    assert len({one.code for one in found}) == len({one.workbook for one in found}) == 40
    assert len({event.id for event in events}) == len(events)
    assert {e.workbook for e in events} == {one.workbook for one in found}
    assert {e.by for e in events} - {""} == {one.code for one in found}
    assert fmean(len(one.events) for one in found) > 100
    assert {event.lesson for event in events} - {""} == set(MANY)


def test_its_table_says_that_nobody_is_real_and_names_all_that_was_planted() -> None:
    says = SHIPPED.with_suffix(".md").read_text(encoding="utf-8")
    assert says.startswith("# This class is simulated\n")
    for name, exercise in [*CLASS.planted, *CLASS.everybody, *CLASS.disagree]:
        assert name[:2] in says
        assert f"`{exercise}`" in says
