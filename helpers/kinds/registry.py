"""The kinds of exercise. To add one, add its line: importing its file is its registration."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from helpers.kinds import (
    annotate,
    choice,
    estimate,
    journey,
    order,
    panel,
    poll,
    rate,
    sort,
    swap,
    trial,
    write,
)
from helpers.kinds.base import Exercise, Ungraded

KINDS: dict[str, type[Exercise]] = {
    str(kind.__struct_config__.tag): kind
    for kind in (*Exercise.__subclasses__(), *Ungraded.__subclasses__())
    if kind is not Ungraded
}
"""By the name that files write. Bound types stand below these and are no kinds of their own."""

if TYPE_CHECKING:
    # A type checker cannot follow a union that is made at run time; the base is true of all.
    AnyExercise: TypeAlias = Exercise
else:
    AnyExercise = Union[tuple(KINDS.values())]  # noqa: UP007 - as many as there are
