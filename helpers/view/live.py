"""Live: markup in a notebook that listens. The browser inserts it, sends messages, keeps a copy.

A lesson has dozens of pieces and one kit: scripts and style travel to the page once, with the
kit, and every piece meets it there, whichever of them arrives first.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import ipywidgets  # type: ignore[import-untyped]
import traitlets

from helpers.errors import KitError
from helpers.view import palette, strings
from helpers.view.markup import Markup, element

if TYPE_CHECKING:
    from collections.abc import Callable

STATIC = Path(__file__).parent / "static"
SCRIPTS = (
    *("meet.js", "store.js", "answers.js", "marker.js", "order.js", "page.js", "workbook.js"),
    *("live.js", "kit.js"),
)
PLAIN_FAULT = "Something went wrong here. Nothing was lost; run the notebook again."


@cache
def script() -> str:
    """Put the scripts together as one module: no build step, nothing loaded from a network."""
    words = f"const WORDS = {json.dumps(strings.FOR_THE_BROWSER)};\n"
    return words + "\n".join((STATIC / name).read_text(encoding="utf-8") for name in SCRIPTS)


@cache
def stub() -> str:
    """Give the script of a piece: it waits for the kit, and lets it render."""
    return "\n".join(
        (STATIC / name).read_text(encoding="utf-8") for name in ("meet.js", "piece.js")
    )


@cache
def layout() -> ipywidgets.Layout:
    """Share one layout among all pieces: a layout is a message of its own."""
    return ipywidgets.Layout()


@cache
def style() -> str:
    """Put the style sheet together from the palette and the rules."""
    return palette.variables() + (STATIC / "live.css").read_text(encoding="utf-8")


class Kit(anywidget.AnyWidget):
    """What all pieces of a page share: scripts and style. It is never shown itself."""

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        """Send the page its scripts and style."""
        super().__init__(_esm=script(), _css=style(), layout=layout())


class Live(anywidget.AnyWidget):
    """A piece of the page. `markup` is what it shows, `says` its last announcement.

    `value` holds what it came to, for those who observe it.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    markup = traitlets.Unicode().tag(sync=True)
    says = traitlets.Unicode().tag(sync=True)
    code = traitlets.Unicode().tag(sync=True)
    about = traitlets.Dict().tag(sync=True)
    events: traitlets.List[Any] = traitlets.List().tag(sync=True)
    value = traitlets.Dict()

    def __init__(
        self,
        name: str,
        markup: Markup,
        listener: Callable[[Live, dict[str, Any]], None] | None = None,
        *,
        styled: bool = False,
        **state: object,
    ) -> None:
        """Show markup; `listener` gets each message. One piece a page brings the style to paper."""
        super().__init__(_esm=stub(), markup=markup, layout=layout(), **state)
        self.name = name
        self.paper = markup  # not what the page holds: a page could say anything
        self.styled = styled
        self.listener = listener
        self.on_msg(self._hear)

    def show(self, markup: Markup, says: str = "") -> None:
        """Show other markup and announce a sentence, in one message."""
        self.paper = markup
        with self.hold_sync():
            self.markup = markup
            self.says = says

    def tell(self, **message: object) -> None:
        """Send the browser a message."""
        self.send(message)

    def hear(self, message: dict[str, Any]) -> None:
        """Take a message of the browser; a fault becomes one plain sentence."""
        try:
            if self.listener:
                self.listener(self, message)
        except KitError as error:
            self.says = ""
            self.says = str(error)

    def _hear(self, _widget: object, message: object, _buffers: object) -> None:
        if isinstance(message, dict):
            self.hear(message)
        else:
            self.says = PLAIN_FAULT

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Show as a widget; on paper and without a kernel, as the same markup, still."""
        bundle = super()._repr_mimebundle_(**kwargs)
        data, more = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**(data or {}), "text/plain": repr(self), "text/html": self.on_paper()}, more

    def on_paper(self) -> str:
        """Give the markup for print and export."""
        sheet = Markup(f"<style>{style()}</style>") if self.styled else None
        return element("div", sheet, self.paper, class_="atr still")

    def __repr__(self) -> str:
        """Name the piece, without an address: nbval compares."""
        return f"Live({self.name!r})"
