from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from helpers.errors import KitError
from helpers.view.assets import script, style
from helpers.view.markup import element
from helpers.view.widget import PageAssets, PieceWidget
from helpers.words import LANGUAGE, card_text

if TYPE_CHECKING:
    from support import Fields

MARKUP = element("p", "<here>")


def refuse(_: PieceWidget, _message: Fields) -> None:
    said = "This cannot be."
    raise KitError(said)


def test_a_message_of_the_browser_reaches_the_listener() -> None:
    heard: list[Fields] = []
    widget = PieceWidget("x", MARKUP, lambda _, message: heard.append(message))
    widget._handle_custom_msg({"do": "again"}, [])
    assert heard == [{"do": "again"}]


def test_a_fault_becomes_one_plain_sentence() -> None:
    widget = PieceWidget("x", MARKUP, refuse)
    widget._handle_custom_msg({}, [])
    assert (widget.says, widget.markup) == ("This cannot be.", MARKUP)


def test_a_fault_says_which_field_it_is_about_and_what_comes_after_does_not() -> None:
    def refuse_field(_: PieceWidget, _message: Fields) -> None:
        raise KitError("Choose one.", "option")

    widget = PieceWidget("x", MARKUP, refuse_field)
    widget.hear({})
    assert (widget.says, widget.field) == ("Choose one.", "option")
    widget.show(MARKUP, "It is kept.")
    assert (widget.says, widget.field) == ("It is kept.", "")


def test_the_same_sentence_is_announced_twice() -> None:
    widget, said = PieceWidget("x", MARKUP, refuse), []
    widget.observe(lambda change: said.append(change["new"]), "says")
    widget.hear({})
    widget.hear({})
    assert said.count("This cannot be.") == 2


def test_the_same_sentence_is_announced_twice_with_what_it_is_about() -> None:
    widget, said = PieceWidget("x", MARKUP), []
    widget.observe(lambda change: said.append(change["new"]), "says")
    widget.show(MARKUP, "It is kept.")
    widget.show(MARKUP, "It is kept.")
    assert said.count("It is kept.") == 2


@pytest.mark.parametrize("sent", [None, "event", 7, ["do"]])
def test_what_is_no_message_at_all_is_one_plain_sentence(sent: Any) -> None:
    widget = PieceWidget("x", MARKUP, refuse)
    widget._handle_custom_msg(sent, [])
    assert widget.says == card_text.PLAIN_FAULT


def test_on_paper_it_is_the_same_markup_without_a_script() -> None:
    data, _ = PieceWidget("x", MARKUP)._repr_mimebundle_()
    assert MARKUP in data["text/html"]
    assert "<script" not in data["text/html"]


def test_paper_says_in_which_language_the_kit_speaks() -> None:
    start = f'<div class="atr still" lang="{LANGUAGE}">'
    assert PieceWidget("x", MARKUP).on_paper().startswith(start)


def test_one_piece_of_a_page_brings_the_style_to_paper() -> None:
    assert style() in PieceWidget("x", MARKUP, styled=True).on_paper()
    assert "<style" not in PieceWidget("x", MARKUP).on_paper()


def test_scripts_and_style_travel_once_with_the_page() -> None:
    assets, piece = PageAssets(), PieceWidget("x", MARKUP)
    assert (assets._esm, assets._css) == (script(), style())
    assert len(piece._esm) < 2_000


def test_it_shows_as_a_widget_where_there_is_a_kernel() -> None:
    data, _ = PieceWidget("x", MARKUP)._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data


def test_its_name_on_the_page_is_the_same_in_every_run() -> None:
    assert repr(PieceWidget("lesson/pick", MARKUP)) == "PieceWidget('lesson/pick')"


def test_new_markup_and_its_announcement_travel_together(monkeypatch: pytest.MonkeyPatch) -> None:
    widget, sent = PieceWidget("x", MARKUP), []
    monkeypatch.setattr(widget, "send_state", lambda key=None: sent.append(set(key)))
    widget.show(element("p", "new"), "Saved.")
    assert sent == [{"markup", "says"}]
