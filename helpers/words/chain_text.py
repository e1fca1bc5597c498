"""Words about a chain: what is printed, sourced or inferred, and how words change on the way."""

from __future__ import annotations

STANDING = {
    "printed": "printed in the article",
    "sourced": "sourced",
    "inferred": "our inference, not seen",
    "told": "only told of, by whoever passes it on",
}
"""Where a step of a chain is to be seen."""
LINKS = {
    "printed": "printed",
    "sourced": "sourced: {source}",
    "inferred": "our inference",
    "told": "only told of",
}
"""How it is known that one step rests on another."""
COUNTED = {
    "inferred": ("is our inference (dashed)", "are our inference (dashed)"),
    "sourced": ("is sourced", "are sourced"),
    "printed": ("is printed", "are printed"),
    "told": ("is only told of", "are only told of"),
}
"""How links of one standing are counted, one and many; the weakest come first."""
RESTS_ON = "This rests on ({link}):"
CHAIN = "The chain"
AS_LIST = "The chain as a list, from the article back"
PICTURE = (
    "A chain of boxes, from what is known first down to the article. The parts below say what each "
    "box is, and the list below has the links."
)
YOUR_ORDER = "Your order"
SOURCE = (
    "Lines: solid is printed or sourced, dashed is our inference. Words: bold is new, struck "
    "through is gone."
)
OURS_AFTER = "In our words, after {source}."
OURS = "In our words."
QUOTED_AT = "As printed in {sentence}."
NOT_SEEN = "We have not seen the words at this step."
AGAINST = "Compared with {place}."
AGAINST_OURS = "Compared with {place}, told in our words."
GONE, NEW = "(gone:) ", "(new:) "
"""Said before the words for those who do not see how they are drawn."""


def finding(links: dict[str, int], origins: str) -> str:
    """State how well the links of a chain are known; `links` counts them by their standing.

    >>> finding({"inferred": 3, "sourced": 1, "printed": 1}, "1 known origin")
    'The chain has 5 links back to 1 known origin: 3 are our inference (dashed), 1 is sourced and \
1 is printed.'
    >>> finding({"sourced": 1}, "1 known origin"), finding({"told": 2}, "2 known origins")
    ('The one link back to 1 known origin is sourced.', 'All 2 links back to 2 known origins are \
only told of.')
    """
    found = {name: links[name] for name in COUNTED if links.get(name)}
    number = sum(found.values())
    if not number:
        return "What this rests on is not known."
    if len(found) > 1:
        *most, last = (f"{many} {COUNTED[name][many > 1]}" for name, many in found.items())
        return f"The chain has {number} links back to {origins}: {', '.join(most)} and {last}."
    one, many = COUNTED[next(iter(found))]
    if number == 1:
        return f"The one link back to {origins} {one}."
    return f"All {number} links back to {origins} {many}."
