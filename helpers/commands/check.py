"""`check`: hold lessons and texts together, in an environment that can read them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.commands.environment import KERNEL, hand_over, ready_python

if TYPE_CHECKING:
    from collections.abc import Sequence


def start(paths: Sequence[str], *, schemas: bool) -> int:
    """Check these files and folders, or everything; `schemas` writes the JSON Schemas anew."""
    python = ready_python([KERNEL])
    if Path(python) != Path(sys.executable):
        words = ["--schemas"] if schemas else []
        return hand_over(python, "-m", "helpers", "check", *words, *paths)
    from helpers.checks.run import run  # noqa: PLC0415 - it needs what is installed by now

    return run([Path(path) for path in paths], schemas=schemas)
