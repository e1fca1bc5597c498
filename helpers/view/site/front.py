"""The site’s front page: what the kit is, its lessons, and the way in for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.view.markup import Markup, element, join
from helpers.view.prose import Prose
from helpers.view.site.shell import render_shell
from helpers.view.tables import grid
from helpers.words import front_text as words
from helpers.words import player_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.view.markup import Child
    from helpers.view.site.shell import Shell


class Listed(NamedTuple):
    """A lesson in the list: its page, its name, its minutes, what it is good for, its sheets.

    `sheet` and `key` are the addresses of the lesson on paper; `key` is empty without the keys.
    """

    page: str
    name: str
    minutes: int
    extra: int
    outcome: str
    sheet: str
    key: str


class Texts(NamedTuple):
    """The addresses of the texts beside the lessons; of those that are left out it is empty."""

    saving: str
    texts: str
    guide: str = ""
    hub: str = ""
    simulated: str = ""
    report: str = ""


class Picture(NamedTuple):
    """A picture: its address, and its size in pixels."""

    address: str
    width: int
    height: int


def render_front(shell: Shell, lessons: Sequence[Listed], texts: Texts, picture: Picture) -> Markup:
    """Render the front page."""
    first = lessons[0]
    return render_shell(
        shell,
        element(
            "main",
            element("h1", player_text.KIT),
            element("p", words.LEAD, class_="lead"),
            element("p", words.PROMISE),
            element("p", element("a", words.BEGIN.format(lesson=first.name), href=first.page,
                                 class_="begin")),
            element("img", src=picture.address, alt=words.PICTURE, width=picture.width,
                    height=picture.height),
            _part("lessons", words.LESSONS, _lessons(lessons),
                  element("p", words.MINUTES_SAID)),
            _part("students", words.STUDENTS, _said(words.STUDENTS_SAID),
                  _links((words.SAVING, texts.saving))),
            _part("learners", words.LEARNERS, element("p", words.LEARNERS_SAID),
                  element("p", words.LEARNERS_KEYS) if texts.guide else None),
            _part("instructors", words.INSTRUCTORS, _said(words.INSTRUCTORS_SAID),
                  None if texts.guide else element("p", words.WITHOUT_KEYS),
                  _links((words.REPORT, texts.report), (words.GUIDE, texts.guide),
                         (words.SIMULATED, texts.simulated),
                         (words.HUB, texts.hub)),
                  element("h3", words.PAPER), _paper(lessons)),
            _part("more", words.MORE,
                  _links((words.TEXTS, texts.texts), (words.SOURCE, words.PROJECT))),
            class_="atr jp-RenderedHTMLCommon jp-RenderedMarkdown front",
        ),
    )  # fmt: skip


def _part(name: str, title: str, *inside: Child) -> Markup:
    return element("section", element("h2", title, id=name), *inside)


def _said(paragraphs: Sequence[str]) -> Markup:
    return join(*(element("p", one) for one in paragraphs))


def _links(*links: tuple[str, str]) -> Markup:
    given = [element("li", element("a", name, href=page)) for name, page in links if page]
    return element("ul", given) if given else join()


def _lessons(lessons: Sequence[Listed]) -> Markup:
    rows = [
        (
            element("a", one.name, href=one.page),
            str(one.minutes),
            str(one.extra) if one.extra else None,
            Prose().inline(one.outcome),
        )
        for one in lessons
    ]
    return element("div", grid(words.HEADS, rows), class_="wide")


def _paper(lessons: Sequence[Listed]) -> Markup:
    rows = [
        (
            one.name,
            element("a", words.SHEET, href=one.sheet),
            element("a", words.KEY_SHEET, href=one.key) if one.key else "",
        )
        for one in lessons
    ]
    heads = words.PAPER_HEADS if any(one.key for one in lessons) else words.PAPER_HEADS[:2]
    return element("div", grid(heads, [row[: len(heads)] for row in rows]), class_="wide")
