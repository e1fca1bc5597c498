"""The class report in a notebook: choose the work of a class, and read the report below."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.classroom.run import Wanted, make_report
from helpers.errors import KitError
from helpers.paths import ROOT, work_folder
from helpers.view.class_report import render_chooser, render_framed
from helpers.view.widget import PageAssets, PieceWidget
from helpers.words import class_page_text as words

if TYPE_CHECKING:
    from helpers.view.markup import Markup


class ClassReport:
    """The page: a file to choose or a place to name, and then the report.

    >>> page = open_class_report()  # doctest: +SKIP
    >>> page.show()  # doctest: +SKIP
    """

    def __init__(self) -> None:
        """Begin with nothing chosen."""
        # Held here: a widget that nobody holds is closed, and the page would lose its scripts.
        self.assets = PageAssets()
        self.widget = PieceWidget("class report", render_chooser(), self.hear)

    def show(self) -> PieceWidget:
        """Give what the cell shows."""
        return self.widget

    def hear(self, widget: PieceWidget, message: dict[str, Any]) -> None:
        """Take a file or a place, and show the report of what is there."""
        match message:
            case {"do": "load", "content": bytes(content)}:
                widget.show(self._of_file(content), words.READY)
            case {"do": "report", "place": [str(place)]} if place.strip():
                widget.show(_report(Path(place.strip()).expanduser()), words.READY)
            case _:
                raise KitError(words.NOTHING_CHOSEN)

    def _of_file(self, content: bytes) -> Markup:
        """Keep the file for as long as it is read: what is marked is read a second time."""
        folder = work_folder() / "report"
        folder.mkdir(parents=True, exist_ok=True)
        place = folder / f".chosen-{secrets.token_hex(8)}.zip"
        try:
            place.write_bytes(content)
            return _report(place)
        except OSError as error:
            raise KitError(words.NOT_KEPT.format(reason=error.strerror)) from None
        finally:
            place.unlink(missing_ok=True)


def _report(place: Path) -> Markup:
    # The notebook lies two folders below the kit, and a name may be given from there.
    here = ROOT / place
    made = make_report(Wanted(here if here.exists() and not place.exists() else place))
    return render_framed(made.report.read_text(encoding="utf-8"), str(made.report))


def open_class_report() -> ClassReport:
    """Open the page on which an instructor chooses the work of her class."""
    return ClassReport()
