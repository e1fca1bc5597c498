"""A text beside the lessons, such as the guide, as a page of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view.markup import Markup, element
from helpers.view.site.shell import render_shell, render_top

if TYPE_CHECKING:
    from helpers.view.prose import Prose
    from helpers.view.site.shell import Shell


def render_text(shell: Shell, markdown: str, prose: Prose) -> Markup:
    """Render a text in one column, as JupyterLab’s page of it is."""
    class_ = "atr jp-RenderedHTMLCommon jp-RenderedMarkdown"
    inside = element("div", prose.render(markdown), class_=class_)
    return render_shell(
        shell, render_top(shell), element("main", inside, class_="jp-MarkdownViewer")
    )
