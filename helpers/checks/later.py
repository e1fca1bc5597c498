"""What the later record says of a claim: in which of five words, and where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from helpers.checks.language import worded
from helpers.checks.prose import referenced
from helpers.flaws import Flaw, filled
from helpers.texts.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.texts.dossier import Dossier
    from helpers.texts.records import Later

_OPENING = re.compile(rf"(?:{'|'.join(status.value for status in Status)})\b", re.IGNORECASE)


def later(dossier: Dossier, item: str, record: Later) -> Iterator[Flaw]:
    """See that a later record says what it makes of the claim, lies in the past, and has a page."""
    yield from filled(item, later=record.text)
    if record.text.strip() and not _OPENING.match(record.text):
        listed = ", ".join(status.value for status in Status)
        yield Flaw(item, f"Its later record opens with none of {listed}; begin with one of them.")
    yield from referenced([record.source], item)
    yield from worded(dossier, item, record, past=True)
