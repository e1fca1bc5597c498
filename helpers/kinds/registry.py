"""The kinds of exercise. To add one, add its line: importing its file is its registration."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from helpers.kinds import (
    annotate,
    choice,
    estimate,
    item,
    journey,
    order,
    panel,
    poll,
    rate,
    scale,
    sort,
    swap,
    trial,
    write,
)
from helpers.kinds.base import Exercise, Ungraded

_FOUND = {
    str(kind.__struct_config__.tag): kind
    for kind in (*Exercise.__subclasses__(), *Ungraded.__subclasses__())
    if kind is not Ungraded
}
KINDS: dict[str, type[Exercise]] = dict(sorted(_FOUND.items()))
"""By the name that files write, in the order of the names, whatever was imported first.

Bound types stand below these and are no kinds of their own.
"""

if TYPE_CHECKING:
    # A type checker cannot follow a union that is made at run time; the base is true of all.
    AnyExercise: TypeAlias = Exercise
else:
    AnyExercise = Union[tuple(KINDS.values())]  # noqa: UP007 - as many as there are
