from __future__ import annotations

import re

from helpers.view.widget import STATIC, script, style

LIVE = (STATIC / "live.js").read_text(encoding="utf-8")


def test_news_of_a_card_is_announced() -> None:
    assert 'setAttribute("role", "status")' in LIVE


def test_keys_that_jupyterlab_would_take_stay_inside() -> None:
    assert "keepKeysInside(el);" in LIVE


def test_the_focus_is_visible_on_every_control() -> None:
    [(controls, rule)] = re.findall(r":is\(([^)]*)\):focus-visible \{([^}]*)\}", style())
    named = {control.strip() for control in controls.split(",")}
    assert {"button", "input", "select", "textarea", "summary", "a", ".word", "[tabindex]"} <= named
    assert re.search(r"outline: [2-9]px solid", rule)


def test_no_outline_is_ever_taken_away() -> None:
    assert re.findall(r"outline(?:-\w+)?:\s*(?:none|0)\b", style()) == []


def test_nothing_moves_for_those_who_asked_for_stillness() -> None:
    gentle = r"@media \(prefers-reduced-motion: no-preference\) \{.*?\n\}"
    still = re.sub(gentle, "", style(), flags=re.DOTALL)
    assert "transition" in style()
    assert re.findall(r"transition|animation|scroll-behavior", still) == []


def test_every_label_of_a_mark_has_a_line_of_its_own() -> None:
    drawn = dict(re.findall(r"\.word\.(\w+), [^{]*\{ (--\w): ", style()))
    assert len(drawn) == len(set(drawn.values())) == 3


def test_every_outcome_of_a_mark_has_a_line_of_its_own() -> None:
    lines = re.findall(r"\.run\.(\w+) \{ (border[^;]*) var", style())
    assert len(lines) == 6
    assert len({line for _, line in lines}) == 6


def test_the_script_is_one_module_that_starts_with_its_words() -> None:
    assert script().startswith("const WORDS = {")
    assert script().count("export default") == 1
    assert not re.search(r"^import ", script(), re.MULTILINE)
