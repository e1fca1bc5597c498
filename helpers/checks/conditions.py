"""The conditions for anonymity: every rule has an owner, and a page where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpers.checks.finding import in_file
from helpers.checks.language import wording
from helpers.checks.prose import prose, referenced
from helpers.flaws import Flaw, filled, unique
from helpers.topics.anonymity import conditions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from helpers.checks.finding import Finding
    from helpers.topics.anonymity import Condition


def check_conditions(path: Path) -> Iterator[Finding]:
    """Check `conditions.yaml`."""
    yield from in_file(path, [partial(_all, path)])


def _all(path: Path) -> Iterator[Flaw]:
    found = conditions(path.parent)
    yield from unique(condition.id for condition in found)
    for condition in found:
        yield from _one(condition)


def _one(condition: Condition) -> Iterator[Flaw]:
    yield from filled(condition.id, asks=condition.asks)
    if not condition.rules:
        yield Flaw(condition.id, "Nobody asks for it; name an owner and the page.")
    for rule in condition.rules:
        item = f"{condition.id}, {rule.owner}"
        yield from filled(item, owner=rule.owner, says=rule.says)
        yield from referenced([rule.source], item)
    for text in prose(condition):
        yield from wording(condition.id, text, curly=True)
