"""The class report in a notebook: choose the work of a class, and read the report below."""

from __future__ import annotations

import re
import secrets
import shutil
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

from helpers.classroom.run import Wanted, make_report
from helpers.errors import KitError
from helpers.paths import ROOT, in_browser_alone, work_folder
from helpers.view.class_report import render_chooser, render_files, render_framed, render_saved
from helpers.view.widget import PageAssets, PieceWidget
from helpers.words import class_page_text as words

if TYPE_CHECKING:
    from helpers.view.markup import Markup


MOST_NAME = 120
"""A longer name says no more, and some disks take none."""


class ClassReport:
    """The page: files to choose or a place to name, and then the report.

    >>> page = open_class_report()  # doctest: +SKIP
    >>> page.show()  # doctest: +SKIP
    """

    def __init__(self) -> None:
        """Begin with nothing chosen."""
        # Held here: a widget that nobody holds is closed, and the page would lose its scripts.
        self.assets = PageAssets()
        chooser = render_chooser(alone=in_browser_alone())
        self.widget = PieceWidget("class report", chooser, self.hear)

    def show(self) -> PieceWidget:
        """Give what the cell shows."""
        return self.widget

    def hear(self, widget: PieceWidget, message: dict[str, Any]) -> None:
        """Take files or a place, and show the report of what is there."""
        match message:
            case {"do": "load", "contents": list(contents), "names": list(names)}:
                widget.show(_of_files(names, contents), words.READY)
            case {"do": "report", "place": [str(place)]} if place.strip():
                widget.show(_report(_named(place.strip())), words.READY)
            case _:
                raise KitError(words.NOTHING_CHOSEN)


def _of_files(names: list[Any], contents: list[bytes]) -> Markup:
    """Keep the files for as long as they are read: what is marked is read a second time."""
    folder = work_folder() / "report" / f".chosen-{secrets.token_hex(8)}"
    try:
        folder.mkdir(parents=True)
        for number, (name, content) in enumerate(zip(names, contents, strict=True), 1):
            place = folder / plain_name(str(name))
            # Files of several folders may have one name.
            place = place.with_name(f"{number}-{place.name}") if place.exists() else place
            place.write_bytes(content)
        return _report(folder)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else words.NOTHING_CHOSEN
        raise KitError(words.NOT_KEPT.format(reason=reason)) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def plain_name(name: str) -> str:
    """Give a name that leads nowhere.

    >>> plain_name("../lessons/heron-7.jsonl"), plain_name("..")
    ('heron-7.jsonl', 'file')
    """
    last = re.split(r"[/\\]", name)[-1][-MOST_NAME:]
    return re.sub(r"[\x00-\x1f]", "", last).strip(". ") or "file"


def _named(place: str) -> Path:
    path = Path(place).expanduser()
    # The notebook lies two folders below the kit, and a name may be given from there.
    here = ROOT / path
    return here if here.exists() and not path.exists() else path


def _report(place: Path) -> Markup:
    made = make_report(Wanted(place))
    report = made.report.read_text(encoding="utf-8")
    if in_browser_alone():
        return render_framed(report, render_files(report, _tables(made.report)), alone=True)
    return render_framed(report, render_saved(str(made.report)), alone=False)


def _tables(report: Path) -> bytes:
    """Pack the tables that lie beside a report."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path in sorted(report.parent.glob("*.csv")):
            archive.write(path, path.name)
    return packed.getvalue()


def open_class_report() -> ClassReport:
    """Open the page on which an instructor chooses the work of her class."""
    return ClassReport()
