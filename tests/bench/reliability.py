"""Simulate how reliable a test form can be: `python tests/bench/reliability.py`.

Each of many students answers 18 items with four options. The chance of a right answer is that of
the logistic model with guessing (Birnbaum 1968): 1/4 + 3/4 · 1 / (1 + exp(-a (ability - hard))).
Ability varies normally among students, by as much as makes the items correlate by about .05, .10
and .15 on average; how hard an item is varies from item to item. In the first rows all items
discriminate alike (a = 1), in the last ones some better than others.

The columns: the spread of ability (a standard deviation, in logits); the mean correlation of two
items; KR-20 of the first 12 and of all 18 items; what KR-20 of 18 comes to in classes of 30, from
the 5th to the 95th of 100; the mean score, its standard deviation, and its standard error of
measurement, SD · √(1 - KR-20), in items.

It tells what to expect of forms that no student has answered yet (R5), and measures no program, so
it has no budget and always exits with 0.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from helpers.measures.items import kr20

STUDENTS = 4000
CLASSES = 200
CLASS = 30
ITEMS, SHORT = 18, 12
GUESSING = 1 / 4
HARD, HARD_SPREAD = -0.3, 0.8
"""How hard the items are, in logits: some easy, some hard, and most of them to be learnt."""
UNEVEN = 0.35
"""How much items differ in how well they discriminate: the spread of log a."""


class Setting(NamedTuple):
    """A test and those who take it: how far apart students are, and how uneven the items."""

    spread: float
    uneven: float


SETTINGS = (
    *(Setting(spread, 0) for spread in (0.65, 1.00, 1.35)),
    *(Setting(spread, UNEVEN) for spread in (0.65, 1.00, 1.35)),
)


def answers(random: np.random.Generator, setting: Setting, students: int) -> np.ndarray:
    """Let students answer the items of a test: rows of 0 and 1."""
    ability = setting.spread * random.normal(size=(students, 1))
    hard = HARD + HARD_SPREAD * random.permutation(np.linspace(-1.5, 1.5, ITEMS))
    a = np.exp(setting.uneven * random.normal(size=ITEMS))
    chance = GUESSING + (1 - GUESSING) / (1 + np.exp(-a * (ability - hard)))
    return (random.random((students, ITEMS)) < chance).astype(int)


def mean_correlation(marks: np.ndarray) -> float:
    """Give the mean correlation of two different items."""
    apart = ~np.eye(ITEMS, dtype=bool)
    return float(np.corrcoef(marks.T)[apart].mean())


def row(setting: Setting) -> str:
    """Simulate one setting, and write its line of the table."""
    random = np.random.default_rng(18)
    marks = answers(random, setting, STUDENTS)
    short, whole = kr20(marks[:, :SHORT].tolist()), kr20(marks.tolist())
    classes = [kr20(answers(random, setting, CLASS).tolist()) for _ in range(CLASSES)]
    low, high = np.quantile([found for found in classes if found is not None], (0.05, 0.95))
    scores = marks.sum(axis=1)
    error = scores.std() * np.sqrt(1 - (whole or 0))
    items = "alike" if not setting.uneven else "uneven"
    return (
        f"{items:<8}{setting.spread:8.2f}{mean_correlation(marks):9.3f}{short:9.2f}{whole:9.2f}"
        f"     {low:5.2f} to {high:4.2f}{scores.mean():8.1f}{scores.std():7.1f}{error:9.2f}"
    )


def main() -> None:
    """Print the table."""
    print(
        f"{'items':<8}{'ability':>8}{'mean r':>9}{f'KR-20/{SHORT}':>9}{f'KR-20/{ITEMS}':>9}"
        f"{f'in classes of {CLASS}':>18}{'mean':>8}{'SD':>7}{'error':>9}"
    )
    for setting in SETTINGS:
        print(row(setting))


if __name__ == "__main__":
    main()
