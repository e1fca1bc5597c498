"""Where links lead on the site: to a page of it, or to the file on the project's own page."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath
from urllib.parse import urlsplit

PROJECT = "https://github.com/according-to-reports/according-to-reports/blob/main/"
PAGES = {".ipynb": ".html", ".md": ".html"}
"""What is a page of the site instead of a file."""
AT_HOME = {"README.md": "index.html"}


class Links:
    """The links of one file of the kit; `files` are those that have a page.

    >>> links = Links("lessons/instructor/guide.md", {"README.md", "lessons/saving.md"})
    >>> links.address("../saving.md#binder"), links.address("../../README.md")
    ('../saving.html#binder', '../../index.html')
    >>> links.address("../../seeds/slips.yaml").removeprefix(PROJECT)
    'seeds/slips.yaml'
    """

    def __init__(self, file: str, files: set[str]) -> None:
        """Keep the folder from which links are read."""
        self.folder = posixpath.dirname(file)
        self.files = files

    def address(self, url: str) -> str:
        """Give the address of a link on the site."""
        parts = urlsplit(url)
        if parts.scheme or parts.netloc or not parts.path:
            return url
        file = posixpath.normpath(posixpath.join(self.folder, parts.path))
        if file not in self.files:
            return PROJECT + file
        there = posixpath.relpath(page_of(file), self.folder or ".")
        return there + (f"#{parts.fragment}" if parts.fragment else "")


def page_of(file: str) -> str:
    """Name the page of a file.

    >>> page_of("lessons/saving.md"), page_of("README.md")
    ('lessons/saving.html', 'index.html')
    """
    path = PurePosixPath(file)
    return AT_HOME.get(file) or str(path.with_suffix(PAGES.get(path.suffix, path.suffix)))
