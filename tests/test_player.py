"""A lesson’s page without a kernel: its cells, its messages, and the cards behind the stand-in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.player.cells import Cells
from helpers.player.stand_in import AnyWidget, Trait, meet

HERE = Path(__file__).resolve().parent
SAME = [
    *("test_card.py", "test_card_feedback.py", "test_desk.py", "test_drafts.py"),
    *("test_hand_over.py", "test_questions.py", "test_save_bar_piece.py", "test_toy.py"),
    *("test_recorders.py", "test_journey.py", "test_trial.py", "test_write.py"),
]
"""The tests of everything that listens on a page."""
OBSERVED = "test_the_value_of_a_card_can_be_observed"
"""Code of an own notebook may observe a card; a page of the site has none."""
PAGE = """
import json, sys
from helpers.player.page import open_page
said = []
page = open_page(said.append)
cells = [["a", "from helpers.lesson import open_lesson\\nlesson = open_lesson('00-start-here')\\n"
          "lesson.save_bar()"], ["b", "x = 1"], ["c", "lesson.ask('first-look')"]]
page.run(json.dumps(cells))
shown = [json.loads(one) for one in said]
page.hear(shown[0]["model"], json.dumps({"do": "hello"}))
page.hear(shown[1]["model"], json.dumps({"do": "nonsense"}))
page.hear(shown[0]["model"], json.dumps({"do": "load"}), [memoryview(b"no file of ours")])
heavy = {"IPython", "pandas", "numpy", "nbformat", "mistune", "jupyter_client"} & set(sys.modules)
print(json.dumps([[json.loads(one) for one in said], sorted(heavy)]))
"""


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run Python apart: what is imported once stays."""
    paths = os.pathsep.join((str(HERE.parent), str(HERE)))
    surroundings = os.environ | {"PYTHONPATH": paths}
    command = [sys.executable, *words]
    return subprocess.run(
        command, cwd=HERE.parent, env=surroundings, capture_output=True, text=True, check=False
    )


def test_the_cards_behave_as_they_do_in_jupyter() -> None:
    options = ("-q", "-n0", "-p", "stand_in_first", "-p", "no:cacheprovider")
    files = [f"tests/{name}" for name in SAME]
    ran = run("-m", "pytest", *options, "-k", f"not {OBSERVED}", *files)
    assert ran.returncode == 0, ran.stdout[-3000:]


def test_a_page_shows_its_pieces_and_hears_what_is_said_to_them(tmp_path: Path) -> None:
    os.environ["KIT_WORK"] = str(tmp_path)
    try:
        ran = run("-c", PAGE)
    finally:
        del os.environ["KIT_WORK"]
    assert ran.returncode == 0, ran.stderr
    said, heavy = json.loads(ran.stdout)
    bar, card, own, *rest = said
    assert (bar["cell"], card["cell"]) == ("a", "c")
    assert "<form" in card["shown"]["markup"]
    assert set(card["shown"]) == {"markup", "says", "field", "workbook", "key", "about"}
    assert own["model"] == bar["model"]
    assert own["says"]["own"]["events"] == []
    assert "makes no sense" in json.dumps(rest)
    assert "no answers that the kit can read" in json.dumps(rest)
    # Each of these would have to be fetched before the first card.
    assert heavy == []


class Lamp(AnyWidget):
    """A widget as `view/widget.py` writes one."""

    _esm = Trait("").tag(sync=True)
    bright = Trait("").tag(sync=True)
    colour = Trait("").tag(sync=True)
    secret = Trait({})


@pytest.fixture
def told() -> list[dict[str, object]]:
    said: list[dict[str, object]] = []
    meet(said.append)
    return said


def test_the_page_is_told_of_changes_and_of_nothing_else(told: list[dict[str, object]]) -> None:
    lamp = Lamp(bright="no", _esm="a script")
    assert lamp.state() == {"bright": "no", "colour": ""}
    assert told == []
    lamp.bright = "no"
    lamp.secret = {"a": 1}
    assert told == []
    lamp.bright = "yes"
    assert told == [{"model": lamp.number, "set": {"bright": "yes"}}]


def test_what_is_held_back_is_told_at_once_when_the_outermost_ends(
    told: list[dict[str, object]],
) -> None:
    lamp = Lamp()
    with lamp.hold_sync():
        lamp.bright = "yes"
        with lamp.hold_sync():
            lamp.colour = "red"
        assert told == []
    assert told == [{"model": lamp.number, "set": {"bright": "yes", "colour": "red"}}]
    with lamp.hold_sync():
        pass
    assert len(told) == 1


def test_cells_share_their_names_and_show_their_last_expression() -> None:
    cells = Cells()
    assert cells.run("") is None
    assert cells.run("# only a remark") is None
    assert cells.run("import math\nradius = 2") is None
    assert cells.run("radius * 2\nmath.floor(radius + 0.5)") == 2
    with pytest.raises(NameError):
        cells.run("unknown")
