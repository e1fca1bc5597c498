"""`check`: hold lessons and texts together, in an environment that can read them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.commands.environment import KERNEL, hand_over, ready_python

if TYPE_CHECKING:
    from collections.abc import Callable


def start(paths: list[str], *, schemas: bool, run: Callable[[list[str], bool], int]) -> int:
    """Let `run` check these files and folders, or everything, in a Python that can read them."""
    python = ready_python([KERNEL])
    if Path(python) == Path(sys.executable):
        return run(paths, schemas)
    return hand_over(python, "-m", "helpers", "check", *(["--schemas"] if schemas else []), *paths)
