"""The shell of every page of the site: what a browser may load, its style, its line at the top."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.view.markup import Markup, element, page_head, whole
from helpers.words import LANGUAGE, player_text

if TYPE_CHECKING:
    from helpers.view.markup import Child

RULES = {
    "default-src": "'self'",
    # Python comes as WebAssembly; charts and cards bring styles of their own.
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "frame-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "about:",  # of the class report in its frame
    "form-action": "'none'",
}
POLICY = "; ".join(f"{what} {sources}" for what, sources in RULES.items())
"""What a browser may load for a page: what lies beside it, whatever a text in it says."""
ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%230b5c68' d='M2 2h12v9H7l-3 3v-3H2z'/%3E%3C/svg%3E"  # noqa: E501 - one address


class Shell(NamedTuple):
    """What a page is: its title, what a search engine shows of it, and where all the rest lies.

    `root` leads from the page to the site’s top, such as `../`; `kit` is the folder there with all
    that the pages of this edition share.
    """

    title: str
    about: str
    root: str
    kit: str


def render_shell(shell: Shell, *body: Child, engine: str = "") -> Markup:
    """Render a page; `engine` is what its script has to know, if it has one."""
    kit = f"{shell.root}{shell.kit}"
    script = f"{kit}player/player.js" if engine else f"{kit}player/text.js"
    head = page_head(
        player_text.page_title(shell.title),
        POLICY,
        element("meta", name="description", content=shell.about),
        element("link", rel="icon", href=ICON),
        element("link", rel="stylesheet", href=f"{kit}site.css"),
        element("script", type="module", src=script, data_engine=engine or None),
    )
    page = element("body", *body, class_="site alone atr-page atr-page-plain")
    return whole(head, page, language=LANGUAGE)


def render_top(shell: Shell) -> Markup:
    """Render the line at the top, as it is until a script says more in it, or where none runs."""
    home = element("a", player_text.ALL_LESSONS, href=f"{shell.root}index.html#lessons")
    title = element("p", element("strong", shell.title), class_="atr-page-title")
    line = element("div", title, home, class_="atr-page-line")
    return element("nav", line, class_="atr-page-masthead", aria_label=player_text.TOP)
