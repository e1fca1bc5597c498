"""Every word about numbers that a learner sees: ranges, charts, the toy, the recorders' rules."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from helpers.words.counted import counted, number, span, tenths

if TYPE_CHECKING:
    from collections.abc import Sequence

AS_TABLE = "The numbers as a table"
RANGE_HOW = "Give a low and a high number that you expect to be right four times in five."
RANGE_LOW = "from"
RANGE_HIGH = "to"
YOUR_WAY = "Your ranges so far"
WHY_MOVED = "Why did your range move?"
REASONS = {
    "stayed": "It did not move.",
    "evidence": "There is new evidence.",
    "definition": "Something else is counted, or it is defined differently.",
    "interest": "I took into account whose word it is.",
    "revision": "The same source recounted.",
    "other": "Another reason.",
}
BROUGHT = {
    "evidence": "It brought new evidence.",
    "definition": "It counted something else.",
    "interest": "It brought the word of a party.",
    "revision": "It brought a recount by the same source.",
    "nothing": "It brought nothing to go by.",
}
ROW_WORDS = {
    "date": "When",
    "claimant": "Who says it",
    "what_is_counted": "What is counted",
    "basis_as_published": "On what basis",
    "stake": "Who has an interest",
}
"""The columns of a statement that a reader is shown, and what they are called."""
RANGES = "Your ranges and what was stated later"
RANGES_HEADS = ("Day", "Your range", "Later statements inside it", "Later statements outside it")
NONE_LATER = "none"
OPEN_END = "open"
NONE = "none"
FOUND = "What your code found"
NO_TABLE = (
    "as_table shows a table. To show some of its columns, name them in two pairs of brackets, as "
    'in dead[["date"]].'
)
LIMITS = {"": "{number}", "most": "up to {number}", "least": "at least {number}"}
"""How a number is written of which only a limit was said."""
LESS, MORE = "at most: {name}", "at least: {name}"
"""Behind a number, for whom it is only a limit."""
TOY = "A toy, not a war"
TOY_HOW = (
    "Everybody in this group is hit. With each move of a slider, 1,000 such groups are imagined."
)
TOY_SIZE = "How many are in the group:"
TOY_LETHAL = "Share of those hit who are killed:"
PER_CENT = "{value}\N{NO-BREAK SPACE}%"
TOY_FATE = "Are their fates linked?"
TOY_FATES = {"alone": "Each man separately", "shared": "One shared fate for all"}
TOY_TOLD = "Who tells you of it?"
TOY_HEARD = "Hear only from survivors: leave out the groups in which nobody is left"
TOY_HEADS = ("Killed", "Groups")
TOY_NOTE = "Each dot is one group. The shaded part holds the groups in which at most one lived."
TOY_SOURCE = "Source: chance, by your settings. Nothing here was measured."
TOY_SILENCE = "You hear of no group at all: in none of them is anybody left to tell."
RULES_HOW = "Each rule turns these {reports} reports into one result."
RULES = {
    "range": ("Minimum to maximum", "It hides no report and shows how far apart they are."),
    "majority": ("The number given most often", "It trusts agreement, and copies agree, too."),
    "best": ("The best-graded source", "It trusts one report, and so it trusts its grade."),
    "named": ("Named dead only", "A floor that is hard to dispute, and hardly ever the total."),
}
REPORTS = "The reports"
REPORTS_HEADS = ("Who says it", "Killed", "By name", "Grade", "On what basis")
NO_NUMBER = "This rule gives no number here."
RANGES_PICTURE = "Bars are your ranges, stop by stop; dots are what was stated. The table has both."
TOY_PICTURE = (
    "A pile of dots over each number from nobody killed to all, one dot for each group. The table "
    "has the numbers."
)
RANGE_GIVEN = "Your range: {range}."
RANGES_HELD = (
    "{held} of your {all} ranges hold the number. At 80 % it should be about four in five."
)
FIRST_RANGE = "It was your first."
MOVED = "It moved from {before}. Your reason: {reason}"
STAYED = "It stayed. Your reason: {reason}"
STOP = "Stop {place} of {all}"


def range_held(given: tuple[float, float], width: float) -> str:
    """Say that a range holds the number; less width is better."""
    return (
        f"Your range, {span(*given)}, is {number(width)} wide and holds the number. Its score is "
        "its width; less is better."
    )


def range_missed(given: tuple[float, float], width: float, miss: float, score: float) -> str:
    """Say by how much a range misses the number, and what that costs."""
    return (
        f"Your range, {span(*given)}, is {number(width)} wide and misses by {number(miss)}, which "
        f"costs ten times that: {number(score)} in all."
    )


def last_range(given: tuple[float, float], inside: int, of: int) -> str:
    """State where the last range ended among all statements of the killed."""
    return (
        f"Your last range, {span(*given)}, contains {inside} of the {of} figures for the killed "
        "that were stated. Nobody knows which of them is right."
    )


def rows_found(rows: int) -> str:
    """Say how many rows a table has.

    >>> rows_found(1)
    'Your code found 1 row.'
    """
    return f"Your code found {counted(rows, 'row', 'rows')}."


def least(limit: float) -> str:
    """Write a lower limit; none is open."""
    return number(limit) if limit else OPEN_END


def most(limit: float) -> str:
    """Write an upper limit; none is open."""
    return OPEN_END if limit == inf else number(limit)


def allowed(low: float, high: float) -> str:
    """Write what words allow, as they would say it.

    >>> allowed(40, inf), allowed(0, 39), allowed(30, 40)
    ('at least 40', '39 at most', '30 to 40')
    """
    if high == inf:
        return f"at least {number(low)}"
    return span(low, high) if low else f"{number(high)} at most"


def ratio_tick(wounded: float) -> str:
    """Write how many are wounded for those killed; less than one is said of several killed.

    >>> ratio_tick(10), ratio_tick(0.1)
    ('10 for each one killed', '1 for every 10 killed')
    """
    if wounded >= 1:
        return f"{number(wounded)} for each one killed"
    return f"1 for every {number(round(1 / wounded))} killed"


def read_as(how: str) -> str:
    """Say behind a source how it was read."""
    return f" ({how})" if how else ""


def listed(some: Sequence[str]) -> str:
    """Write several things one after the other.

    >>> listed(["a", "b", "c"]), listed(["a"]), listed([])
    ('a, b and c', 'a', 'none')
    """
    if len(some) > 1:
        return f"{', '.join(some[:-1])} and {some[-1]}"
    return some[0] if some else NONE


def area_named(name: str, numbers: Sequence[str]) -> str:
    """Name whose estimates these are, in the order of their days."""
    return f"{name}: {', then '.join(numbers)}"


def disputed(land: float) -> str:
    """Name the land that is counted apart from what is under control."""
    return f"and {number(land)} disputed"


def bounds_finding(both: tuple[float, float] | None) -> str:
    """State what all phrases allow at once."""
    if both is None:
        return "The bars do not meet: of the same men, the phrases cannot all be right."
    return f"What all the phrases allow at once: {span(*both)}."


def toy_axis(size: int) -> str:
    """Name what the toy counts."""
    return f"How many of {number(size)} died"


def zone(size: int) -> str:
    """Name the numbers at which at most one lived."""
    return f"{number(size - 1)} or {number(size)}"


def toy_finding(size: int, at_most_one: int, of: int) -> str:
    """State in how many of the imagined groups at most one lived.

    >>> toy_finding(40, 3, 1000)
    '39 or more of 40 died in 3 of 1,000 groups.'
    """
    return (
        f"{number(size - 1)} or more of {number(size)} died in {number(at_most_one)} of "
        f"{number(of)} groups."
    )


def toy_heard(
    size: int, at_most_one: int, groups: tuple[int, int], killed: tuple[float, float]
) -> str:
    """State what one would believe of whom only survivors tell, and what happened in all groups.

    `groups` are those that one hears of, and all; `killed` is the average of each.
    """
    (heard, of), (believed, happened) = groups, killed
    return (
        f"You hear of {number(heard)} of {number(of)} groups. You would believe that "
        f"{number(size - 1)} died in {number(at_most_one)} of them, and that {tenths(believed)} "
        f"died on average. In all groups, it was {tenths(happened)}."
    )


def rule_gives(found: tuple[float, float] | None) -> str:
    """Say what a rule makes of the reports."""
    return NO_NUMBER if found is None else f"It gives {span(*found)}."
