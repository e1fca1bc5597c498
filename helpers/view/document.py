"""A document of its own: one HTML file that opens offline, asks for nothing and runs nothing."""

from __future__ import annotations

from helpers.view.assets import style_of_document
from helpers.view.markup import Markup, element, join
from helpers.words import LANGUAGE

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for it: nothing, whatever a text in it says."""


def document(title: str, *children: Markup, style: str) -> str:
    """Put a document together; `style` names the sheet of its kind.

    >>> document("A report", element("p", "One."), style="report").startswith("<!doctype html>")
    True
    """
    head = element(
        "head",
        _meta(charset="utf-8"),
        _meta(http_equiv="Content-Security-Policy", content=POLICY),
        _meta(name="viewport", content="width=device-width, initial-scale=1"),
        element("title", title),
        # Written by us, and no student’s word is in it.
        Markup(f"<style>{style_of_document(style)}</style>"),
    )
    body = element("body", element("main", *children), class_=f"atr alone {style}")
    return join(Markup("<!doctype html>"), element("html", head, body, lang=LANGUAGE))


def _meta(**attributes: str) -> Markup:
    return element("meta", **attributes)
