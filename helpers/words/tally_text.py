"""What went well in an answer, said first: as each kind counts it, and never against its feedback.

One part alone, or none that went well, is left to the feedback.
"""

from __future__ import annotations

from helpers.words.counted import in_words

BOTH = 2


def sorted_rightly(right: int, arguable: int, of: int) -> str:
    """Say how many items were given their place; an arguable one is told apart.

    >>> sorted_rightly(6, 0, 6), sorted_rightly(4, 1, 6), sorted_rightly(0, 1, 6)
    ('You were right about all 6.', 'You were right about 4 of the 6, and 1 can be argued.', '')
    """
    return _said("You were right about {some}{more}.", right, arguable, of)


def chosen_rightly(right: int, arguable: int, of: int) -> str:
    """Say how many options were rightly chosen or left.

    >>> chosen_rightly(5, 0, 5)
    'You were right about all 5 options, chosen or not.'
    """
    return _said("You were right about {some} options, chosen or not{more}.", right, arguable, of)


def ordered_rightly(right: int, of: int) -> str:
    """Say how many items stand in their place.

    >>> ordered_rightly(5, 5), ordered_rightly(1, 5)
    ('You put all 5 in the right place.', 'You put 1 of the 5 in the right place.')
    """
    return _said("You put {some} in the right place.", right, 0, of)


def found(exact: int, nearly: int, of: int) -> str:
    """Say how many of the stretches to mark were found, and how many nearly.

    >>> found(2, 0, 2), found(1, 1, 2)
    ('You found both.', 'You found 1 of the 2, and nearly found 1 more.')
    >>> found(0, 1, 3)
    'You nearly found 1 of the 3.'
    """
    if of > 1 and nearly and not exact:
        return f"You nearly found {_some(nearly, of)}."
    more = f", and nearly found {nearly} more" if nearly else ""
    return f"You found {_some(exact, of)}{more}." if of > 1 and exact else ""


def other_marks(arguable: int, wrong: int) -> str:
    """Say what is to be thought of marks beside those.

    >>> other_marks(2, 1)
    'Two other marks can be argued. One other mark does not fit.'
    """
    said = [
        f"{_others(arguable)} can be argued." if arguable else "",
        f"{_others(wrong)} {'does' if wrong == 1 else 'do'} not fit." if wrong else "",
    ]
    return " ".join(filter(None, said))


def _said(sentence: str, right: int, arguable: int, of: int) -> str:
    if of <= 1 or not right:
        return ""
    more = f", and {arguable} can be argued" if arguable else ""
    return sentence.format(some=_some(right, of), more=more)


def _some(some: int, of: int) -> str:
    """Write a part of a number.

    >>> _some(2, 2), _some(3, 3), _some(1, 3)
    ('both', 'all 3', '1 of the 3')
    """
    if some < of:
        return f"{some} of the {of}"
    return "both" if of == BOTH else f"all {of}"


def _others(count: int) -> str:
    return f"{in_words(count).capitalize()} other {'mark' if count == 1 else 'marks'}"
