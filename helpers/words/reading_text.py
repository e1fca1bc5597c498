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
INFERRED = "(our inference, not shown)"
CHAIN_PICTURE = "A chain of boxes from the claim down to its origins. The list below says the same."


def chain_finding(steps: int, origins: int) -> str:
    """State what a chain shows."""
    ends = counted(origins, "origin that is known", "origins that are known")
    return f"What rests on what: {steps} steps down to {ends}. A dashed line is our inference."
