"""The page on which an instructor chooses the work of her class."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from reader import parse
from simulated import SHIPPED

from helpers.classroom.notebook import open_class_report
from helpers.words import class_page_text as words
from helpers.words import report_text

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.view.widget import PieceWidget


@pytest.fixture
def widget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PieceWidget:
    monkeypatch.setenv("KIT_WORK", str(tmp_path / "work"))
    return open_class_report().show()


def report_in(widget: PieceWidget) -> str:
    [frame] = parse(widget.markup).all("iframe")
    return frame.attrs["srcdoc"]


def test_a_file_that_is_chosen_becomes_a_report_and_is_not_kept(
    widget: PieceWidget, tmp_path: Path
) -> None:
    widget.hear(load(SHIPPED.read_bytes()))
    assert "Class report" in report_in(widget)
    assert widget.says == words.READY
    kept = {path.name for path in (tmp_path / "work" / "report").iterdir()}
    assert "report.html" in kept
    assert not [name for name in kept if name.startswith(".")]


def load(*contents: bytes, names: tuple[str, ...] = ("class.zip",)) -> dict[str, object]:
    """Choose files, as the page does."""
    return {"do": "load", "names": [*names], "contents": [*contents]}


def files_in(widget: PieceWidget) -> str:
    return re.sub(r"<[^>]+>", " ", report_in(widget))


def test_several_files_are_one_class_whatever_they_are_called(
    widget: PieceWidget, tmp_path: Path
) -> None:
    with ZipFile(SHIPPED) as shipped:
        work = [name for name in shipped.namelist() if name.endswith(".jsonl")][:2]
        contents = [shipped.read(name) for name in work]
    widget.hear(load(*contents, names=("../../../heron.jsonl", "x/heron.jsonl")))
    said = files_in(widget)
    assert "2 files could be read." in said
    assert "2-heron.jsonl" in said
    assert not (tmp_path / "heron.jsonl").exists()


def test_a_file_that_is_no_work_is_named_in_the_report_with_its_reason(widget: PieceWidget) -> None:
    widget.hear(load(b"no zip", names=("notes.txt",)))
    assert "No file could be read." in files_in(widget)
    assert "notes.txt" in files_in(widget)


def test_in_a_browser_alone_the_report_and_its_tables_are_saved_from_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_WORK", str(tmp_path / "work"))
    monkeypatch.setenv("KIT_PLACE", "browser")
    widget = open_class_report().show()
    page = parse(widget.markup)
    assert words.STAYS_ALONE in page.text
    assert not page.all("form")
    widget.hear(load(SHIPPED.read_bytes()))
    report, tables = parse(widget.markup).all("a")[:2]
    assert report.attrs["download"] == "class-report.html"
    assert b"Class report" in b64decode(report.attrs["href"].partition(",")[2])
    packed = b64decode(tables.attrs["href"].partition(",")[2])
    with ZipFile(BytesIO(packed)) as archive:
        assert {"answers.csv", "columns.csv"} <= {*archive.namelist()}


def test_a_place_that_is_named_becomes_the_same_report(widget: PieceWidget) -> None:
    widget.hear({"do": "report", "place": [f"  {SHIPPED} "]})
    assert "Class report" in report_in(widget)


def test_links_inside_the_frame_stay_inside(widget: PieceWidget) -> None:
    widget.hear({"do": "report", "place": [str(SHIPPED)]})
    page = parse(report_in(widget))
    assert [base.attrs["href"] for base in page.all("base")] == ["about:srcdoc"]
    [frame] = parse(widget.markup).all("iframe")
    assert frame.attrs["sandbox"] == ""


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ({"do": "report", "place": [""]}, words.NOTHING_CHOSEN),
        ({"do": "report"}, words.NOTHING_CHOSEN),
        ({"do": "load"}, words.NOTHING_CHOSEN),
        ({"do": "report", "place": ["/nowhere/at/all"]}, "There is nothing at"),
        ({"do": "load", "contents": [b"a"], "names": []}, words.NOTHING_CHOSEN),
    ],
)
def test_what_is_no_work_gets_one_sentence(
    widget: PieceWidget, message: dict[str, object], says: str
) -> None:
    before = widget.markup
    widget.hear(message)
    assert says in widget.says
    assert widget.markup == before


def test_without_numpy_the_report_says_where_agreement_is_measured(
    widget: PieceWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("helpers.classroom.findings.annotations.find_spec", lambda _: None)
    widget.hear(load(SHIPPED.read_bytes()))
    assert report_text.AGREEMENT_ELSEWHERE in files_in(widget)
