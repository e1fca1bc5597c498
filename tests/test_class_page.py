"""The page on which an instructor chooses the work of her class."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reader import parse
from simulated import SHIPPED

from helpers.classroom.notebook import open_class_report
from helpers.words import class_page_text as words

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
    widget.hear({"do": "load", "content": SHIPPED.read_bytes()})
    assert "Class report" in report_in(widget)
    assert widget.says == words.READY
    kept = {path.name for path in (tmp_path / "work" / "report").iterdir()}
    assert "report.html" in kept
    assert not [name for name in kept if name.endswith(".zip")]


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
        ({"do": "load", "content": b"no zip"}, "neither a folder nor a ZIP file"),
    ],
)
def test_what_is_no_work_gets_one_sentence(
    widget: PieceWidget, message: dict[str, object], says: str
) -> None:
    before = widget.markup
    widget.hear(message)
    assert says in widget.says
    assert widget.markup == before
