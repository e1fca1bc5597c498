"""`review`: sign what was read, in an environment that can read it."""

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


def start(path: str, ids: list[str], *, run: Callable[[str, list[str]], int]) -> int:
    """Let `run` sign the items of a file, in a Python that can read them."""
    if not path:
        raise KitError(command_text.NO_FILE)
    python = ready_python([KERNEL])
    if Path(python) == Path(sys.executable):
        return run(path, ids)
    return hand_over(python, str(ROOT / "helpers"), "review", path, *ids)
