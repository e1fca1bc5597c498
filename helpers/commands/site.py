"""`site`: the kit as a static site, made in an environment that can read lessons."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from helpers.commands.environment import KERNEL, ready_python
from helpers.commands.hand_over import hand_over
from helpers.errors import KitError
from helpers.paths import ROOT
from helpers.words import site_text as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Asked(NamedTuple):
    """What was asked for: where to (None is the usual place), at which address, with the keys."""

    out: str | None
    base: str
    keys: bool

    def words(self) -> Iterator[str]:
        """Write it as a command line has it."""
        yield from ("site", "--keys", "yes" if self.keys else "no", "--base", self.base)
        if self.out is not None:
            yield from ("--out", self.out)


def start(asked: Asked, *, run: Callable[[Asked], int]) -> int:
    """Let `run` make the site, in a Python that can; see first that what was asked makes sense."""
    if asked.out == "":
        raise KitError(words.NO_OUT)
    if asked.base and not _is_address(asked.base):
        raise KitError(words.NO_BASE.format(base=asked.base))
    python = ready_python([KERNEL])
    if Path(python) == Path(sys.executable):
        return run(asked)
    return hand_over(python, str(ROOT / "helpers"), *asked.words())


def _is_address(base: str) -> bool:
    parts = urlsplit(base)
    plain = not (parts.query or parts.fragment)
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and plain and base[-1] == "/"
