"""`check`: hold lessons and texts together, in an environment that can read them."""

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


def start(paths: list[str], *, schemas: bool, run: Callable[[list[str], bool], int]) -> int:
    """Let `run` check these files and folders, or everything, in a Python that can read them."""
    if "" in paths:
        raise KitError(command_text.NO_PATH)
    python = ready_python([KERNEL])
    if Path(python) == Path(sys.executable):
        return run(paths, schemas)
    words = ["check", *(["--schemas"] if schemas else []), *paths]
    return hand_over(python, str(ROOT / "helpers"), *words)
