"""Words around the article: its pieces, worked examples, comparisons, chains."""

from __future__ import annotations

TEXT_KINDS = {"seed": "", "twin": "twin", "constructed": "constructed"}
GRAPHIC, FOLDED = "graphic words", ", folded"
EXAMPLE = "A worked example"
ARTICLE_AGAIN = "The whole article"
NOT_THERE = "not in the sentence"
NOT_PRINTED = "not in the article"
POINT = "Point"
SOURCES = "Sources"
READ = {"excerpt": "an excerpt was read", "copy": "a re-published copy was read"}
CLOSED = "Not open yet"
OPENS_AFTER = "This opens once you have kept your answer to:"
