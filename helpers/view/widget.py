"""The pieces of a page as widgets: the browser inserts their markup, sends messages, keeps a copy.

A lesson has dozens of pieces and one set of assets: scripts and style travel to the page once, and
every piece meets them there, whichever of them arrives first. This is the one file of the kit
that touches ipywidgets.
"""

from __future__ import annotations

import secrets
from functools import cache
from typing import TYPE_CHECKING, Any

import anywidget
import ipywidgets  # type: ignore[import-untyped]
import traitlets

from helpers.errors import KitError
from helpers.view.assets import script, stub, style
from helpers.view.markup import element, style_sheet
from helpers.words import LANGUAGE, card_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.view.markup import Markup


@cache
def layout() -> ipywidgets.Layout:
    """Share one layout among all pieces: a layout is a message of its own."""
    return ipywidgets.Layout()


class PageAssets(anywidget.AnyWidget):
    """What all pieces of a page share: scripts and style. It is never shown itself."""

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        """Send the page its scripts and style."""
        super().__init__(_esm=script(), _css=style(), layout=layout())


class PieceWidget(anywidget.AnyWidget):
    """A piece of the page. `markup` is what it shows, `says` its last announcement.

    `field` names the field of its form that the announcement is about, if it is about one.

    The browser takes the markup out as soon as it is drawn, so that no answer can be saved with
    the widget into a notebook's file. `value` holds what it came to, for those who observe it.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    markup = traitlets.Unicode().tag(sync=True)
    says = traitlets.Unicode().tag(sync=True)
    field = traitlets.Unicode().tag(sync=True)
    workbook = traitlets.Unicode().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)
    about = traitlets.Dict().tag(sync=True)
    value = traitlets.Dict()

    def __init__(
        self,
        name: str,
        markup: Markup,
        listener: Callable[[PieceWidget, dict[str, Any]], None] | None = None,
        *,
        paper: Callable[[], Markup] | None = None,
        styled: bool = False,
        **state: object,
    ) -> None:
        """Show markup; `listener` gets each message. One piece a page brings the style to paper.

        `paper` renders what a notebook's file may hold: nothing that a student did.
        """
        super().__init__(
            _esm=stub(), markup=markup, layout=layout(), key=secrets.token_hex(4), **state
        )
        self.name = name
        # Not what the page holds: a page could say anything.
        self.paper = paper or (lambda: markup)
        self.styled = styled
        self.listener = listener
        # The one way in for messages of the browser, so that no fault of theirs becomes a
        # traceback.
        self.on_msg(self._hear)

    def show(self, markup: Markup, says: str = "") -> None:
        """Show other markup and announce a sentence, in one message."""
        # Together: else the page would announce a sentence before what it is about is there.
        with self.hold_sync():
            self.markup = markup
            self._say(says)

    def _say(self, says: str, field: str = "") -> None:
        """Announce a sentence, in one message with the field that it is about."""
        # Emptied first: the same sentence twice would be no change, and be lost.
        if self.says == says:
            self.says = ""
        with self.hold_sync():
            self.says, self.field = says, field

    def tell(self, **message: object) -> None:
        """Send the browser a message."""
        self.send(message)

    def hear(self, message: dict[str, Any]) -> None:
        """Take a message of the browser; a fault becomes one plain sentence."""
        try:
            if self.listener:
                self.listener(self, message)
        except KitError as error:
            self._say(str(error), error.field)

    def _hear(self, _widget: object, message: object, buffers: list[memoryview]) -> None:
        if isinstance(message, dict):
            # Files come as bytes beside the message.
            files = [bytes(one) for one in buffers or ()]
            self.hear(message | {"content": files[0], "contents": files} if files else message)
        else:
            self._say(card_text.PLAIN_FAULT)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Show as a widget; on paper and without a kernel, as the markup before any answer."""
        bundle = super()._repr_mimebundle_(**kwargs)
        # anywidget gives a pair or a dict, depending on its version.
        data, more = bundle if isinstance(bundle, tuple) else (bundle, {})
        return {**(data or {}), "text/plain": repr(self), "text/html": self.on_paper()}, more

    def on_paper(self) -> str:
        """Give the markup for print and export."""
        rules = style_sheet(style()) if self.styled else None
        return element("div", rules, self.paper(), class_="atr still", lang=LANGUAGE)

    def __repr__(self) -> str:
        """Name the piece, without an address: nbval compares."""
        return f"PieceWidget({self.name!r})"
