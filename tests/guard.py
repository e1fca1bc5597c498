"""A guard against what never ends: it stops a test that computes far longer than it may.

It counts the time that this process computes, not what a clock shows, so a busy machine fails
nothing; what it allows is many times what the kit needs.
"""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 5.0


@contextmanager
def no_hang(what: str, patience: float = PATIENCE) -> Iterator[None]:
    """Stop what computes longer than anybody would wait, and name it."""

    def stop(*_: object) -> None:
        # No KitError and no OSError: nothing may take it for a fault of the content.
        raise AssertionError(f"{what} does not come to an end.")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, patience)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
