"""`check`: hold lessons and texts together, in an environment that can read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.commands.environment import KERNEL, hand_over, ready_python

if TYPE_CHECKING:
    from collections.abc import Sequence


def start(paths: Sequence[str]) -> int:
    """Check these files and folders, or everything."""
    return hand_over(ready_python([KERNEL]), "-m", "helpers.checks", *paths)
