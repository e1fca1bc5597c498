"""Whether a folder can be written to: asked by writing, because permissions do not tell all."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def is_writable(folder: Path) -> bool:
    """Tell whether something can be kept in this folder."""
    try:
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(b"kept?")
    except OSError:
        return False
    return True
