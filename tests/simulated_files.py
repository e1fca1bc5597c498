"""A simulated class as files: as a folder, and as the ZIPs that Moodle and Canvas make.

Beside the work of its students a class hands in what classes hand in: see `write_class`.
"""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec
from simulated_mind import chance_of

from helpers.kinds.forms import KEYS, KeyFile
from helpers.texts.files import read_yaml
from helpers.workbook.file import header_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from simulated_student import SimulatedStudent

    from helpers.workbook import Event

    Form = Literal["folder", "moodle", "canvas", "zip"]

OLDER, MOVED, TORN = 2, 3, 5
"""The numbers of those who hand in two versions, or the work of two machines, or a torn line."""
MOMENT = (2026, 9, 29, 8, 0, 0)
"""All files of a ZIP have this date, so that it is the same each time."""


class Handed(NamedTuple):
    """One file as a student handed it in."""

    student: int
    name: str
    content: bytes


def write_class(
    students: Sequence[SimulatedStudent], out: Path, form: Form, *, odd: bool = True
) -> Path:
    """Write what a class handed in, into the folder `out`, or the ZIP file `out`.

    With `odd`, number 2 handed in an older version beside the newer one, 3 a file from each of two
    machines, and in the file of 5 a line is torn; two more people handed in a notebook and an
    empty file instead of their work.
    """
    handed = [one for student in students for one in _files(student, odd=odd)]
    if odd:
        last = max((one.student for one in handed), default=0)
        handed.append(Handed(last + 1, "05-frames.ipynb", _notebook()))
        handed.append(Handed(last + 2, f"heron-{last + 2}.jsonl", b""))
    named = [(_place(one, form), one.content) for one in handed]
    if form == "folder":
        for name, content in named:
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (out / name).write_bytes(content)
        return out
    return _zip(out, named)


def write_wrong_keys(lessons_keys: Path, out: Path, item: str) -> None:
    """Copy the keys of the forms, with one item’s right option exchanged for a wrong one.

    The wrong one is of the other side: it calls sound what is weak, or weak what is sound.
    """
    shutil.copytree(lessons_keys, out, dirs_exist_ok=True)
    path = out / f"{item.partition('-')[0]}.yaml"
    key = next(one for one in read_yaml(path, KeyFile).items if one.id == item)
    form = msgspec.yaml.decode((lessons_keys.parent / "forms" / path.name).read_bytes())
    options = next(one for one in form["items"] if one["id"] == item)["options"]
    sound = {one["id"]: one.get("sound", False) for one in options}
    other = next(name for name in sound if sound[name] != sound[key.right])
    written = path.read_text(encoding="utf-8")
    entry = re.compile(rf"(- id: {re.escape(item)}\n(?:  .*\n)*?  right: )\w+")
    exchanged, number = entry.subn(rf"\g<1>{other}", written)
    assert number == 1, f"{KEYS}/{path.name} has no single entry for {item}"
    path.write_text(exchanged, encoding="utf-8")


def write_copies(some: Sequence[SimulatedStudent], out: Path, students: int, events: int) -> Path:
    """Repeat some students under new code names, workbooks and event ids.

    Written is a folder of files or, if `out` ends in `.zip`, one ZIP, in linear time.
    """
    templates = [_Template(student, events) for student in some]
    numbers = range(1, students + 1)
    files = ((f"crane-{n}.jsonl", templates[n % len(some)].copy(n)) for n in numbers)
    if out.suffix == ".zip":
        return _zip(out, files, level=1)
    out.mkdir(parents=True, exist_ok=True)
    for name, content in files:
        (out / name).write_bytes(content)
    return out


class _Template:
    """One student’s file, cut where each copy has something of its own."""

    def __init__(self, student: SimulatedStudent, events: int) -> None:
        mine = student.events[:events]
        whole = _lines(mine, student.code, student.workbook)
        own = "|".join(map(re.escape, [student.code, student.workbook, *(e.id for e in mine)]))
        # In brackets, so that what is cut out stays in the list: every second piece is one's own.
        self.pieces = re.split(f'(?<=")({own})(?=")'.encode(), whole)
        self.code, self.workbook = student.code.encode(), student.workbook.encode()

    def copy(self, number: int) -> bytes:
        """Give the file of another student."""
        chance = chance_of(f"copy/{number}")
        code, workbook = f"crane-{number}".encode(), f"{chance.getrandbits(64):016x}".encode()
        ids = iter(re.findall(b".{32}", chance.randbytes(16 * len(self.pieces)).hex().encode()))
        known = {self.code: code, self.workbook: workbook}
        pieces = list(self.pieces)
        pieces[1::2] = [known.get(piece) or next(ids) for piece in pieces[1::2]]
        return b"".join(pieces)


def _files(student: SimulatedStudent, *, odd: bool) -> Iterator[Handed]:
    """Give the files of one student, one for each workbook."""
    number = int(student.code.rpartition("-")[2])
    names = (f"{student.code}.jsonl", *(f"{student.code} ({n}).jsonl" for n in range(1, 3)))
    books = dict.fromkeys(event.workbook for event in student.events)
    parts = [[e for e in student.events if e.workbook == book] for book in books]
    if odd and number == OLDER:
        parts.insert(0, parts[0][: len(parts[0]) * 3 // 5])
    for name, part in zip(names, parts, strict=False):
        content = _lines(part, student.code, part[0].workbook)
        yield Handed(number, name, _torn(content) if odd and number == TORN else content)


def _lines(events: Iterable[Event], code: str, workbook: str) -> bytes:
    lines = [header_line(code, workbook), *map(msgspec.json.encode, events)]
    return b"".join(line + b"\n" for line in lines)


def _torn(content: bytes) -> bytes:
    """Put a half-written line into the middle, as a full disk leaves it; no event is lost."""
    lines = content.splitlines(keepends=True)
    middle = len(lines) // 2
    half = lines[middle][: len(lines[middle]) // 2] + b"\n"
    return b"".join([*lines[:middle], half, *lines[middle:]])


def _notebook() -> bytes:
    cells = [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["# Frames"]}]
    book = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(book, indent=1).encode()


def _place(one: Handed, form: Form) -> str:
    """Name a file as it arrives."""
    number = one.student
    if form == "moodle":
        return f"Simulated student {number:02}_{1000 + number}_assignsubmission_file_/{one.name}"
    if form == "canvas":
        return f"student{number:02}simulated_{1000 + number}_{50_000 + number}_{one.name}"
    return one.name


def _zip(out: Path, files: Iterable[tuple[str, bytes]], level: int = 9) -> Path:
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as packed:
        for name, content in files:
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, content, compresslevel=level)
    return out
