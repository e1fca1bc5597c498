"""Words of the site’s pages, besides those of the lessons themselves."""

from __future__ import annotations

KIT = "According to Reports"
ALL_LESSONS = "All lessons"
TOP = "This page and the others"
DRAWN = "This question is drawn for you as soon as the lesson is ready."
CODE_ELSEWHERE = (
    "This page cannot run the code: below is what it shows as it stands. To change the code, use "
    "Binder, your school’s server or the kit on your own computer."
)
AS_NOTEBOOK = "Open this lesson as a notebook"
NO_SCRIPT = (
    "You can read this page, but not answer: your browser runs no scripts here. Allow them for "
    "this site, or take the lesson on paper."
)


def page_title(title: str) -> str:
    """Name a page in the browser’s list of tabs.

    >>> page_title("Forty")
    'Forty · According to Reports'
    """
    return KIT if title == KIT else f"{title} · {KIT}"
