"""Signatures, held against what they sign: what was changed since it was read is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.checks.finding import shown
from helpers.flaws import Flaw
from helpers.texts.signature import FIELD, print_of, read_signature
from helpers.words import command_text as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from helpers.texts.signature import Signed

LONGEST = 40
"""More of a text that is no signature need not be shown."""


def reviewed(path: Path, items: Sequence[Signed]) -> Iterator[Flaw]:
    """See that a person has read every item of a file, as it stands."""
    waiting = [item.id for item in items if not item.reviewed]
    # One sentence for a new file: what else is wrong with it should not get lost among many.
    if waiting:
        yield Flaw(FIELD, words.unsigned(waiting, len(items), shown(path)))
    for item in items:
        flaw = _flaw(item) if item.reviewed else ""
        if flaw:
            says = f"{flaw} {words.SIGN_AGAIN.format(file=shown(path), id=item.id)}"
            yield Flaw(item.id, says)


def stands(item: Signed) -> bool:
    """Tell whether an item is signed as it stands."""
    return bool(item.reviewed) and not _flaw(item)


def _flaw(item: Signed) -> str:
    signature = read_signature(item.reviewed)
    if signature is None:
        return words.NO_SIGNATURE.format(written=item.reviewed[:LONGEST])
    if signature.to_come:
        return words.SIGNED_TO_COME.format(day=signature.day)
    return "" if signature.print == print_of(item) else words.CHANGED.format(day=signature.day)
