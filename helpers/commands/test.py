"""`test`: run every test of the kit, the ones in a real browser too."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from helpers.commands.environment import KERNEL, TESTS, ready_python
from helpers.commands.hand_over import hand_over
from helpers.commands.programs import find, needed
from helpers.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

SHARED_OUT = ("--dist", "loadscope", "--no-loadscope-reorder")
"""What is in one file shares a page or a kernel and stays together; the longest files begin."""
WORKERS = (os.cpu_count() or 1) + 1
"""One more than there are cores: a test in the browser often waits for the server."""


def start(extra: Sequence[str]) -> int:
    """Run pytest with the words given after `--`."""
    os.environ.update(find(needed()))
    # Some set this to keep a tree clean; every worker and kernel would compile the kit anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    python = ready_python([KERNEL, TESTS])
    os.chdir(ROOT)
    return hand_over(python, "-m", "pytest", "-n", str(WORKERS), *SHARED_OUT, *extra)
