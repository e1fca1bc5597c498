"""Words in quotation marks inside a sentence of the kit’s own."""

from __future__ import annotations


def quoted(words: str) -> str:
    """Write words in quotation marks; those within become single ones.

    >>> quoted("Print “two men”?")
    '“Print ‘two men’?”'
    """
    return f"“{words.replace('“', '‘').replace('”', '’')}”"
