"""What students hand in, made for the tests: workbooks as “Download my work” writes them."""

from __future__ import annotations

import io
import warnings
import zipfile
from typing import TYPE_CHECKING

import msgspec

from helpers.workbook import Event, make_event, new_workbook
from helpers.workbook.file import header_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from helpers.classroom.student import ClassStudent
    from helpers.classroom.submissions import Submissions


class Work:
    """One student's workbook, which grows with each answer."""

    def __init__(self, code: str = "", workbook: str | None = None) -> None:
        self.code = code
        self.workbook = new_workbook() if workbook is None else workbook
        self.events: list[Event] = []
        if code:
            self.add("code", code=code)

    def answer(self, times: int = 1, **fields: object) -> Work:
        """Answer so many exercises."""
        for _ in range(times):
            place = {"lesson": "90-test", "exercise": f"ex-{len(self.events)}"}
            self.add("answer", **{**place, "answer": {"option": ["b"]}, **fields})
        return self

    def add(self, what: str, **fields: object) -> Work:
        """Add an event; one of the first edition has no workbook and no number."""
        signed = {"workbook": self.workbook, "number": len(self.events) + 1, "by": self.code}
        if not self.workbook:
            signed = {}
        self.events.append(make_event(what, **signed, **fields))
        return self

    def file(self, first: int = 0, last: int | None = None) -> bytes:
        """Write the events from one to another as a file."""
        return as_file(self.events[first:last], self.code, self.workbook)


def as_file(events: Iterable[Event], code: str = "", workbook: str = "") -> bytes:
    """Write a header and events, a line each."""
    lines = [header_line(code, workbook), *map(msgspec.json.encode, events)]
    return b"".join(line + b"\n" for line in lines)


def answered(code: str, answers: int = 2) -> Work:
    """Make the work of somebody with a code name."""
    return Work(code).answer(answers)


def put(folder: Path, **files: bytes) -> Path:
    """Write files into a folder; each ends in `.jsonl`."""
    for name, content in files.items():
        place(folder, f"{name}.jsonl", content)
    return folder


def place(folder: Path, name: str, content: bytes) -> Path:
    """Write one file, with the folders above it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def zipped(*files: tuple[str, bytes]) -> bytes:
    """Pack files, in this order, under these very names, also if two are the same."""
    packed = io.BytesIO()
    with (
        warnings.catch_warnings(action="ignore"),
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name, content in files:
            entry = zipfile.ZipInfo("x")
            entry.filename, entry.compress_type = name, zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return packed.getvalue()


def students(class_: Submissions) -> dict[str, ClassStudent]:
    """Give all students by code name or workbook; nobody's is there twice."""
    found = list(class_.students())
    assert len(found) == len(class_)
    by_name = {student.code or student.workbook: student for student in found}
    assert len(by_name) == len(found)
    return by_name


def reasons(class_: Submissions) -> dict[str, str]:
    """Give why files were left out."""
    return dict(class_.left_out)
