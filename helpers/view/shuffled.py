"""Mixing options and items: each student has an order of her own, the same one each time (R27)."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from helpers.kinds.base import Exercise
    from helpers.view.card_state import CardState

T = TypeVar("T")


def shuffled(state: CardState[Exercise], things: Iterable[T]) -> list[T]:
    """Mix what a card lists; the code name draws the order, so that it is no other tomorrow."""
    mixed = list(things)
    mixer(state).shuffle(mixed)
    return mixed


def mixer(state: CardState[Exercise]) -> random.Random:
    """Give the chance of one student at one card."""
    return random.Random(f"{state.lesson}/{state.exercise.id}/{state.seed}")  # noqa: S311 - no secret
