"""`handout`: a lesson on paper, made in an environment that can read it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from helpers.commands.environment import KERNEL, ready_python
from helpers.commands.hand_over import hand_over
from helpers.errors import KitError
from helpers.paths import ROOT
from helpers.words import handout_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Asked(NamedTuple):
    """What was asked for: a lesson, for whom, on which paper, which form of a test, and where to.

    `form` is "" for the first one, `out` is None for the usual place.
    """

    lesson: str
    key: bool
    paper: str
    form: str
    out: str | None

    def words(self) -> Iterator[str]:
        """Write it as a command line has it."""
        yield from ("handout", self.lesson, "--paper", self.paper)
        if self.key:
            yield "--key"
        if self.form:
            yield from ("--form", self.form)
        if self.out is not None:
            yield from ("--out", self.out)


def start(asked: Asked, *, run: Callable[[Asked], int]) -> int:
    """Let `run` make a handout, in a Python that can read lessons."""
    if asked.out == "":
        raise KitError(handout_text.NO_OUT)
    python = ready_python([KERNEL])
    if Path(python) == Path(sys.executable):
        return run(asked)
    return hand_over(python, str(ROOT / "helpers"), *asked.words())
