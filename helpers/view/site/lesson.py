"""A lesson as a page of the site: its text and its pieces, as they are before any answer."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from helpers.view.markup import Markup, element
from helpers.view.prose import Prose
from helpers.view.site.shell import render_shell, render_top
from helpers.words import player_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpers.view.site.shell import Shell


class Cell(NamedTuple):
    """A cell of a lesson: its name, and its text or else what its code shows.

    One with `code` that students may change elsewhere stays as it is; all others wait for Python.
    """

    name: str
    text: str = ""
    shown: Markup | None = None
    code: str = ""


class LessonProse(Prose):
    """Numbers the steps, as the list at the top does, and leads to where the site has things."""

    def __init__(self, address: Callable[[str], str]) -> None:
        """Begin before the first step."""
        self._address = address
        self._steps = count(1)

    def address(self, url: str) -> str:
        """Give the address on the site."""
        return self._address(url)

    def name(self, level: int, heading: str) -> str | None:
        """Name a heading that begins a step."""
        del heading
        return f"step-{next(self._steps)}" if level == 2 else None  # noqa: PLR2004 - a rank


def render_lesson(
    shell: Shell, cells: Sequence[Cell], prose: Prose, engine: str, notebook: str
) -> Markup:
    """Render a lesson; `engine` is what its script has to know, `notebook` leads to the notebook.

    The names of the classes are those of JupyterLab: one style sheet is for both pages.
    """
    as_notebook = element("a", player_text.AS_NOTEBOOK, href=notebook) if notebook else None
    return render_shell(
        shell,
        render_top(shell),
        element(
            "main",
            element("noscript", element("p", player_text.NO_SCRIPT)),
            [_cell(cell, prose) for cell in cells],
            element("footer", as_notebook) if as_notebook else None,
            class_="jp-Notebook",
        ),
        engine=engine,
    )


def _cell(cell: Cell, prose: Prose) -> Markup:
    if cell.shown is None:
        inside = prose.render(cell.text)
        text = element("div", inside, class_="jp-RenderedHTMLCommon jp-RenderedMarkdown")
        return element("div", text, class_="jp-Cell jp-MarkdownCell")
    if cell.code:
        code = element("pre", element("code", cell.code))
        note = element("p", player_text.CODE_ELSEWHERE, class_="note")
        shown = element("div", note, cell.shown, class_="atr")
        return element("div", code, shown, class_="jp-Cell jp-CodeCell", id=cell.name)
    still = element("div", cell.shown, class_="atr still", inert=True)
    return element("div", still, class_="jp-Cell jp-CodeCell", id=cell.name)
