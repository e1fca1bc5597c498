"""`report`: the report of a class, in an environment that can make it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.commands.environment import KERNEL, ready_python
from helpers.commands.hand_over import hand_over
from helpers.errors import KitError
from helpers.paths import ROOT
from helpers.words import command_text

if TYPE_CHECKING:
    from collections.abc import Callable


def start(place: str, options: dict[str, str], *, run: Callable[[str, dict[str, str]], int]) -> int:
    """Let `run` read a folder or a ZIP file, in a Python that can; `options` are those named."""
    named = {name: value for name, value in options.items() if value is not None}
    if not place or "" in named.values():
        raise KitError(command_text.NO_SUBMISSIONS)
    python = ready_python([KERNEL])
    if Path(python) == Path(sys.executable):
        return run(place, named)
    words = [word for name, value in named.items() for word in (f"--{name}", value)]
    return hand_over(python, str(ROOT / "helpers"), "report", *words, "--", place)
