"""The exact versions that a requirement file asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def pins(path: Path) -> dict[str, str]:
    """Read the exact pins of a requirement file, without hashes: `{"pandas": "3.1.1", …}`."""
    lines = (re.split("#|--hash", line)[0].strip() for line in path.read_text("utf-8").splitlines())
    return {name: version for name, _, version in (line.partition("==") for line in lines if line)}
