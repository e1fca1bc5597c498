"""Every word about numbers that a learner sees: ranges, charts, the toy, the recorders' rules."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from helpers.topics.casualties import Bounds, position

if TYPE_CHECKING:
    from collections.abc import Sequence

AS_TABLE = "The numbers as a table"
RANGE_HOW = "Write the lowest and the highest number that you hold possible, with 80 % confidence."
RANGE_LOW = "from"
RANGE_HIGH = "to"
YOUR_WAY = "Your ranges so far"
WHY_MOVED = "Why did your range move?"
REASONS = {
    "stayed": "It did not move.",
    "evidence": "There is new evidence.",
    "definition": "Something else is counted, or under another definition.",
    "interest": "I allowed for whose word it is.",
    "revision": "Somebody has counted the same again.",
    "other": "Another reason.",
}
BROUGHT = {
    "evidence": "This stop brought something new.",
    "definition": "This stop counted something else.",
    "interest": "This stop brought the word of a party.",
    "revision": "This stop brought a new count of the old.",
    "nothing": "This stop brought nothing to go by.",
}
ROW_WORDS = {
    "date": "When",
    "claimant": "Who says it",
    "what_is_counted": "What is counted",
    "basis_as_published": "On what basis",
    "stake": "Whose interest",
}
"""The columns of a statement that a reader is shown, and what they are called."""
RANGES = "Your ranges and what was stated later"
RANGES_HEADS = ("Day", "Your range", "Later statements inside it", "Later statements outside it")
NONE_LATER = "none"
BOUNDS = "What the words allow"
BOUNDS_HEADS = ("The words", "Dead at the least", "Dead at the most")
BOUNDS_PICTURE = "A bar for each phrase, from the least to the most that it allows. See the table."
OPEN_END = "open"
SHARES = "Forty as a share of the force"
SHARES_HEADS = ("Force", "Who says it", "Day", "Forty of it", "One in ten would be")
RATIOS = "Wounded for each one killed"
RATIOS_HEADS = ("Case", "Killed", "Wounded or other", "For each one killed", "What is counted")
RATIO_GROUPS = {
    "article": "the article",
    "war": "whole wars",
    "unit": "one unit or one day",
    "nk": "statements on Kursk",
}
AREA = "Square kilometres of the Kursk region"
AREA_HEADS = ("Time", "Who says it", "Said on", "Under control", "Grey zone", "What is measured")
TOY = "A toy, not a war"
TOY_HOW = (
    "Everybody in this group is hit. With each move of a slider, 1,000 such groups are imagined."
)
TOY_SIZE = "How many are in the group"
TOY_LETHAL = "Share of those hit who are killed, in per cent"
TOY_FATE = "Whose luck?"
TOY_FATES = {"alone": "Each has luck of his own", "shared": "One shared fate for all"}
TOY_HEADS = ("Killed", "Groups")
RULES_HOW = "Six reports on one night. Each rule makes one number of them."
RULES = {
    "range": ("Minimum to maximum", "It hides no report, and shows how far they lie apart."),
    "majority": ("What most sources say", "It trusts agreement; but those who copy agree, too."),
    "best": ("The best-graded source", "It trusts one report, and so it trusts its grade."),
    "named": ("Named dead only", "A floor that nobody can talk away, and hardly ever the whole."),
}
REPORTS = "The reports"
REPORTS_HEADS = ("Who says it", "Killed", "By name", "Grade", "On what basis")
NO_NUMBER = "This rule gives no number here."
RANGES_PICTURE = "Bars are your ranges, stop by stop; dots are what was stated. The table has both."
RATIOS_PICTURE = "Dots on a line from 0.001 to 10, a row for each kind of case. See the table."
AREA_PICTURE = "A bar for each estimate: control, and beside it the grey zone. See the table."
TOY_PICTURE = "Columns: how many of the imagined groups had each number killed."


def number(value: float) -> str:
    """Write a number with its thousands set apart.

    >>> number(19240), number(2.304)
    ('19,240', '2.3')
    """
    return f"{value:,.0f}" if value == round(value) else f"{value:,.2g}"


def span(given: Bounds) -> str:
    """Write a range.

    >>> span(Bounds(39, inf))
    '39 or more'
    """
    if given.high == inf:
        return f"{number(given.low)} or more"
    same = given.low == given.high
    return number(given.low) if same else f"{number(given.low)} to {number(given.high)}"


def percent(part: float) -> str:
    """Write a share in per cent.

    >>> percent(0.005)
    '0.5 %'
    """
    return f"{100 * part:.2g} %"


def range_given(given: Bounds) -> str:
    """Repeat a range."""
    return f"Your range: {span(given)}."


def ranges_held(held: int, of: int) -> str:
    """Say how many ranges hold what is known."""
    return f"{held} of your {of} ranges hold the number. At 80 % it should be about four in five."


def range_did(given: Bounds, truth: float, score: float) -> str:
    """Say in words how one range did."""
    width = f"Your range, {span(given)}, is {number(given.high - given.low)} wide"
    if given.holds(truth):
        return f"{width} and holds the number. Its score is its width; less is better."
    miss = number(max(given.low - truth, truth - given.high))
    return f"{width} and misses by {miss}, which costs ten times that: {number(score)} in all."


def stop(place: int, of: int) -> str:
    """Name a stop of the journey."""
    return f"Stop {place} of {of}"


def moved(before: Bounds | None, now: Bounds, reason: str) -> str:
    """Say whether a range moved, and the reason that was given."""
    if before is None:
        return "It was your first."
    did = "It stayed" if before == now else f"It moved from {span(before)}"
    return f"{did}. Your reason: {REASONS[reason]}"


def at_least(row: dict[str, str]) -> str:
    """Write what a row says of the killed."""
    low, high = float(row["killed_low"]), row["killed_high"]
    return span(Bounds(low, float(high) if high else inf))


def last_range(given: Bounds, stated: list[float]) -> str:
    """State where the last range ended among all statements of the killed."""
    inside = sum(given.holds(value) for value in stated)
    return (
        f"Your last range, {span(given)}, holds {inside} of the {len(stated)} numbers of killed "
        "that were stated. Nobody knows which of them is right."
    )


def least(limits: Bounds) -> str:
    """Write the lower limit; none is open."""
    return number(limits.low) if limits.low else OPEN_END


def most(limits: Bounds) -> str:
    """Write the upper limit; none is open."""
    return OPEN_END if limits.high == inf else number(limits.high)


def bounds_finding(both: Bounds | None) -> str:
    """State what all phrases allow at once."""
    if both is None:
        return "The bars do not meet: word for word, the phrases cannot all be right."
    return f"What all the phrases allow at once: {span(both)}."


def shares_finding(part: float, least: float, most: float) -> str:
    """State how small a part is of the smallest and of the largest force named."""
    return (
        f"{number(part)} is {percent(part / least)} of the smallest force that was named and "
        f"{percent(part / most)} of the largest. The dashed outline marks one in ten."
    )


def shares_picture(part: float) -> str:
    """Describe the strips."""
    drawn = f"at the left end of each, {number(part)} and one in ten"
    return f"Strips drawn to scale; {drawn}. See the table."


def ratios_finding(claim: float, known: Sequence[float]) -> str:
    """State where a ratio lies among documented cases."""
    below = round(position(claim, known) * len(known))
    return (
        f"The article’s claim comes to {number(claim)} wounded for each one killed. In the "
        f"{len(known)} wars and worst losses of this table it is {number(min(known))} to "
        f"{number(max(known))}; {below} of them lie below the claim."
    )


def area_finding(printed: float, over: int, of: int) -> str:
    """State how many estimates reach what is printed, counting control alone."""
    return (
        f"The article prints more than {number(printed)}. By control alone {over} of the {of} "
        "estimates reach that; look at the time that each one speaks of."
    )


def toy_finding(size: int, lethal: int, found: list[int]) -> str:
    """State what came of the imagined groups; `lethal` is in per cent."""
    most = f"{number(sum(found[max(0, size - 1) :]))} of {number(sum(found))}"
    return f"{lethal} % of those hit are killed: in {most} groups of {size}, at most one lived."


def rule_gives(found: Bounds | None) -> str:
    """Say what a rule makes of the reports."""
    return NO_NUMBER if found is None else f"It gives {span(found)}."
