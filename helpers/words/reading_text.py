"""Words around the article: its pieces, worked examples, comparisons, chains."""

from __future__ import annotations

from helpers.words.counted import counted

TEXT_KINDS = {"seed": "", "twin": "twin", "constructed": "constructed"}
GRAPHIC, FOLDED = "graphic words", ", folded"
EXAMPLE = "A worked example"
NOT_THERE = "not in the sentence"
NOT_PRINTED = "not in the article"
POINT = "Point"
SOURCES = "Sources"
READ = {"excerpt": "an excerpt was read", "copy": "a re-published copy was read"}
CLOSED = "Not open yet"
OPENS_AFTER = "This opens once you have kept your answer to:"
STANDING = {
    "printed": "printed in the article",
    "sourced": "sourced",
    "inferred": "our inference, we have not seen it",
    "told": "known only through the step above",
}
"""Where a step of a chain is to be seen."""
RESTS_ON = "This rests on:"
RESTS_ON_AS_WE_INFER = "As we infer, this rests on:"
CHAIN_PICTURE = "A chain of boxes from the claim down to its origins. The list below says the same."


def chain_finding(steps: int, inferred: int, origins: int) -> str:
    """State what a chain shows.

    >>> chain_finding(3, 1, 1)
    '3 boxes and 2 links down to 1 known origin. 1 of the links is our inference, and dashed.'
    """
    boxes, links = counted(steps, "box", "boxes"), counted(steps - 1, "link", "links")
    ends = counted(origins, "known origin", "known origins")
    said = f"{boxes} and {links} down to {ends}."
    if not inferred:
        return said
    are = "is our inference, and dashed" if inferred == 1 else "are our inference, and dashed"
    return f"{said} {inferred} of the links {are}."
