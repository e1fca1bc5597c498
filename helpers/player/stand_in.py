"""The stand-in for the widgets of Jupyter: what `view/widget.py` uses of them, and no more.

In a browser alone there is no ipywidgets, and no need for one: the page and Python talk to each
other without a kernel's protocol between them. `install` puts three modules in the place of
anywidget, ipywidgets and traitlets, so that all the rest of the kit runs unchanged.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from itertools import count
from types import ModuleType
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Tell = Callable[[dict[str, Any]], None]

_numbers = count(1)
_page: list[Tell] = []
"""What takes the messages to the page, once there is one."""


class Trait:
    """A value of a widget; one that is tagged `sync` is told to the page when it changes."""

    def __init__(self, empty: object) -> None:
        self.empty, self.sync = empty, False

    def tag(self, *, sync: bool) -> Self:
        """Say whether the page has it too."""
        self.sync = sync
        return self

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, widget: AnyWidget | None, owner: type) -> Any:
        return self if widget is None else widget.values.get(self.name, self.empty)

    def __set__(self, widget: AnyWidget, value: object) -> None:
        # What is set to the same value again is no change, and nothing is told.
        if self.__get__(widget, type(widget)) != value:
            widget.values[self.name] = value
            if self.sync:
                widget.changed(self.name)


class AnyWidget:
    """A widget whose other half is on the page, under the same number."""

    def __init__(self, *, layout: object = None, **values: object) -> None:
        """Begin with these values; the page is shown the widget by `state`."""
        del layout  # nothing lays a page out that is HTML already
        self.number = next(_numbers)
        self.values: dict[str, Any] = {}
        self.heard: list[Callable[[object, object, list[Any]], None]] = []
        self._held: dict[str, Any] | None = {}
        for name, value in values.items():
            setattr(self, name, value)
        self._held = None

    def state(self) -> dict[str, Any]:
        """Give what the page has to know; scripts and styles, whose names begin with _, it has."""
        traits = {
            name: trait
            for one in type(self).__mro__[::-1]
            for name, trait in vars(one).items()
            if isinstance(trait, Trait)
        }
        return {
            name: getattr(self, name)
            for name, trait in traits.items()
            if trait.sync and not name.startswith("_")
        }

    def changed(self, name: str) -> None:
        """Tell the page of a value, or hold it back until all are set."""
        if self._held is not None:
            self._held[name] = getattr(self, name)
        else:
            _tell({"model": self.number, "set": {name: getattr(self, name)}})

    @contextmanager
    def hold_sync(self) -> Iterator[None]:
        """Let the page hear of several values at once, when the outermost of these ends."""
        if self._held is not None:
            yield
            return
        self._held = {}
        try:
            yield
        finally:
            held, self._held = self._held, None
            if held:
                _tell({"model": self.number, "set": held})

    def send(self, content: object) -> None:
        """Send the page a message."""
        _tell({"model": self.number, "says": content})

    def on_msg(self, hear: Callable[[object, object, list[Any]], None]) -> None:
        """Let `hear` have every message of the page: the widget, the message, its buffers."""
        self.heard.append(hear)

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
        return {}, {}


def meet(page: Tell) -> None:
    """Let `page` have the messages from now on."""
    _page[:] = [page]


def _tell(message: dict[str, Any]) -> None:
    for page in _page:
        page(message)


def install() -> None:
    """Put the stand-in in the place of the three packages, before anything imports them."""
    anywidget, ipywidgets, traitlets = map(ModuleType, ("anywidget", "ipywidgets", "traitlets"))
    vars(anywidget)["AnyWidget"] = AnyWidget
    vars(ipywidgets)["Layout"] = object
    vars(traitlets).update(Unicode=lambda: Trait(""), Dict=lambda: Trait({}))
    sys.modules.update(anywidget=anywidget, ipywidgets=ipywidgets, traitlets=traitlets)
