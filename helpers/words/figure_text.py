"""Every word about numbers that a learner sees: ranges, charts, the toy, the recorders' rules."""

from __future__ import annotations

from collections import Counter
from math import inf
from typing import TYPE_CHECKING

from helpers.words.counted import counted, number, span, tenths

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_PANDAS = (
    "This table needs pandas, and a browser alone has none: open the lesson on Binder, or start "
    "the kit on a computer, to look into it. Everything else in this lesson works without it."
)
AS_TABLE = "The numbers as a table"
RANGE_HOW = "Give a low and a high number that you expect to be right four times in five."
RANGE_LOW = "from"
RANGE_HIGH = "to"
WHY_MOVED = "If your range moved, why?"
REASONS = {
    "stayed": "It did not move.",
    "evidence": "There is new evidence.",
    "definition": "Something else is counted, or it is defined differently.",
    "interest": "I took into account whose word it is.",
    "revision": "The same source revised its figure.",
    "other": "Something else moved it.",
}
BROUGHT = {
    "evidence": "new evidence",
    "definition": "another definition",
    "interest": "a claim by somebody with an interest in it",
    "revision": "a revised figure from the same source",
    "nothing": "nothing to go by",
}
LEAVE = "Leave it as it is"
LOW_END, HIGH_END = "Low end of your range", "High end of your range"
ROW_WORDS = {
    "date": "When",
    "claimant": "Who says it",
    "what_is_counted": "What is counted",
    "basis_as_published": "On what basis",
    "stake": "Who has an interest",
}
"""The columns of a statement that a reader is shown, and what they are called."""
RANGES = "Your ranges and what was stated"
RANGES_HEADS = ("Day", "Statement", "Your range", "Did it move, and why?", "What the stop brought")
RANGES_PICTURE = (
    "Your range as a band that goes from stop to stop in time, and marks for what was stated of "
    "the number. The table has both."
)
RANGES_NOTE = (
    "An arrow is a floor: “at least” so many. A mark is hollow for one person’s word, or for a "
    "claim without a source."
)
RANGES_DAYS = "day of the statement"
RANGES_SOURCE = "The statements are in the table behind this lesson, each with its source."
YOURS = "your range: {range}"
NO_STOP = "not a stop of yours"
STOP_BY_STOP = "Stop by stop"
OPEN_END = "open"
NONE = "none"
FOUND = "What your code found"
NO_TABLE = (
    "as_table shows a table. To show some of its columns, name them in two pairs of brackets, as "
    'in dead[["date"]].'
)
LIMITS = {"": "{number}", "most": "up to {number}", "least": "at least {number}"}
"""How a number is written of which only a limit was said."""
SHARES = {"": "{share}", "most": "at least {share}", "least": "at most {share}"}
"""How a share of such a number is written: of fewer, a part is more."""
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
TOY_NOTE = (
    "{lethal} of those hit are killed. {fate}. Each dot is one group, and the shaded part holds "
    "those in which at most one lived."
)
TOY_SHARED = (
    "In each group either nobody died or everybody did. So however wide a pile looks, it stands "
    "for a single number."
)
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
GRADES = (
    "From the best grade down: {grades}. What a side admits against its own interest comes first."
)
REPORTS_HEADS = ("Who says it", "Killed", "By name", "Grade", "On what basis")
NO_NUMBER = "This rule gives no number here."
TOY_PICTURE = (
    "A pile of dots over each number from nobody killed to all, one dot for each group. The table "
    "has the numbers."
)
MINE, SHARP, WIDEST = "Yours", "A sharp one", "One that says next to nothing"
KNOWN = "known: {number}"
IT_IS = "{number} {unit}."
SOURCE = "The number is from:"
COSTS_PICTURE = "Ranges as bars, and a line at the number that is known. The table has all of it."
COSTS_HEADS = ("Range", "Width", "Misses by", "Cost")
FIRST_RANGE = "Your first range is {range}."
MOVED = "Your range was {before} and is now {range}. Your reason: {reason}"
STAYED = "You left your range at {range}."
CONTRADICTS = "What your last range contradicts"
CONTRADICTS_NONE = (
    "It contradicts none of the {all} statements. One about an earlier day, or about some of the "
    "dead only, sets just a floor for the last day, because the dead do not come back. A higher "
    "number does not contradict it."
)
CONTRADICTS_HOW = (
    "A statement about an earlier day sets only a floor for the last day, because the dead do not "
    "come back. This is our reading. Nobody knows whether you or the speaker is right."
)
FLOOR, WHOLE = "a floor", "a figure, not a floor"
PART = "a figure for some of them only"
STOP = "Stop {place} of {all}"


def ranges_held(held: int, costs: Sequence[float]) -> str:
    """State how many ranges hold their number, and what all cost.

    >>> ranges_held(2, [100, 60, 900])[:71]
    '2 of your 3 ranges hold their number. Your ranges cost 100, 60 and 900.'
    """
    *most, last = map(number, costs)
    listed = f"{', '.join(most)} and {last}" if most else last
    hold = "hold their number" if held > 1 else "holds its number"
    return (
        f"{held or 'None'} of your {len(costs)} ranges {hold}. Your ranges cost {listed}. "
        f"Of ranges that you are 80 % sure of, about four in five should hold; {len(costs)} are "
        "few."
    )


def range_did(given: tuple[float, float], miss: float) -> str:
    """State whether a range holds the number.

    >>> range_did((30, 50), 0), range_did((30, 50), 7)
    ('Your range, 30 to 50, holds the number.', 'Your range, 30 to 50, misses the number by 7.')
    """
    did = f"misses the number by {number(miss)}" if miss else "holds the number"
    return f"Your range, {span(*given)}, {did}."


def range_costs(name: str, given: tuple[float, float], miss: float, cost: float) -> str:
    """Write beside a bar what a range costs: its width, and more for a miss.

    >>> range_costs("Yours", (370, 400), 7, 100)
    'Yours, 370 to 400, costs 100: 30 for its width and 70 for missing by 7.'
    """
    low, high = given
    width = number(high - low)
    if not miss:
        return f"{name}, {span(low, high)}, costs its width: {number(cost)}."
    fine = number(cost - (high - low))
    says = f"{name}, {span(low, high)}, costs {number(cost)}"
    return f"{says}: {width} for its width and {fine} for missing by {number(miss)}."


def scale_of_tens(unit: str) -> str:
    """Name an axis on which tens, hundreds and thousands get the same room."""
    return f"{unit}; from 10 up, each line is ten times the one below"


def brought(what: Sequence[str]) -> str:
    """Say what a stop brought.

    >>> brought(["evidence", "interest"])
    'This stop brought new evidence and a claim by somebody with an interest in it.'
    """
    return f"This stop brought {' and '.join(BROUGHT[one] for one in what)}."


def way_so_far(given: tuple[float, float], stops: int, of: int) -> str:
    """State where a range stands on the way."""
    return f"After {stops} of {of} stops, your range is {span(*given)}."


def way_ended(given: tuple[float, float], moved: Sequence[Sequence[str]], later: int) -> str:
    """State what moved a range at the stops after the first, and how wide it is in the end.

    >>> way_ended((0, 50), [["evidence"], ["evidence"], ["nothing"]], 4)[:72]
    'Your range moved at 3 of the 4 stops after the first: 2 brought new evid'
    """
    low, high = given
    width = f"Your last range, {span(low, high)}, is {number(high - low)} wide."
    if low == high:
        width = f"You end with one number, {number(low)}, and no range."
    if not moved:
        return f"Your range never moved, and leaving it is a full answer. {width}"
    kinds = Counter(" and ".join(BROUGHT[one] for one in what) for what in moved)
    *most, last = [f"{many} brought {what}" for what, many in kinds.items()]
    listed = f"{', '.join(most)}, and {last}" if most else last
    at = f"{len(moved)} of the {later} stops after the first"
    return f"Your range moved at {at}: {listed}. {width}"


def stated(limits: tuple[float, float], aside: str = "") -> str:
    """Write what was stated of a number.

    >>> stated((100, inf), "names"), stated((39, 40))
    ('at least 100 (names)', '39 to 40')
    """
    low, high = limits
    words = f"at least {number(low)}" if high == inf else span(low, high)
    return f"{words} ({aside})" if aside else words


def contradicts_most(shown: int, of: int) -> str:
    """Say how many statements a range contradicts, where not all of them are listed."""
    return f"Your last range contradicts {of} statements. These {shown} lie furthest outside it."


def lies_outside(given: tuple[float, float], *, above: bool) -> str:
    """Say on which side of a range a statement lies."""
    low, high = given
    if above:
        return f"Your range ends below that, at {number(high)}."
    return f"Your range begins above that, at {number(low)}."


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
        return "The bars do not meet: if all speak of the same men, they cannot all be right."
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
    silent = f"; in the other {number(of - heard)}, nobody is left to tell" if heard < of else ""
    return (
        f"You hear of {number(heard)} of {number(of)} groups{silent}. You would believe that "
        f"{number(size - 1)} died in {number(at_most_one)} of those {number(heard)}, and "
        f"{tenths(believed)} on average. The average of all groups is {tenths(happened)}."
    )


def rule_gives(found: tuple[float, float] | None) -> str:
    """Say what a rule makes of the reports."""
    return NO_NUMBER if found is None else f"It gives {span(*found)}."
