"""Hostile words in a real browser: in lesson and article, typed, sent, stored and in a file.

Nothing of it runs, all of it that is shown is shown as text, and the kernel answers as before.
"""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from answers import steps
from hands import Mouse
from lab import PATIENCE, Notebook, wait_until
from playwright.sync_api import expect
from small import STEM
from support import make_dossier, write, write_yaml

from helpers.words import annotation_text, saving_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lab import Lab
    from playwright.sync_api import Browser

LESSON = "92-hostile"
RUN = "window.hacked=1"
MARKUP = (
    f"<img src=x onerror={RUN}>",
    f"</script><script>{RUN}</script>",
    f"</style></template></textarea><svg onload={RUN}>",
    f"\"'><iframe srcdoc='<script>parent.{RUN}</script>'>",
    f'" onfocus="{RUN}" autofocus="',
    f"javascript:{RUN}",
    "{{7*7}} ${7*7} $$7$$ &lt;b&gt; bell\x07 escape\x1b[31m \u202eturned\u202c",
)
BAD = " ".join(MARKUP)
SHOWN = BAD.replace("\x07", "\ufffd").replace("\x1b", "\ufffd")
LONG = "<b>" + "x" * 100_000
FOREIGN = """() => [...document.querySelectorAll(
    ".atr img, .atr script, .atr iframe, .atr [onload], .atr [onerror], .atr [onfocus], .atr b"
)].map((el) => el.outerHTML)"""
SEND = """(content) => {
    const { kernel } = window.jupyterapp.shell.currentWidget.context.sessionContext.session;
    for (const comm of kernel._comms.values()) {
        comm.then ? comm.then((one) => one.send({ method: "custom", content }))
                  : comm.send({ method: "custom", content });
    }
    return kernel._comms.size;
}"""
FAULTS = """() => [...window.jupyterapp.shell.currentWidget.content.model.cells]
    .filter((cell) => cell.type === "code").flatMap((cell) => cell.outputs.toJSON())
    .filter((output) => output.output_type === "error" || output.name === "stderr")"""
KEYS = (
    "id",
    "kind",
    "right",
    "arguable",
    "category",
    "show",
    "claims",
    "slip",
    "words",
    "takes",
    "brings",
    "rows",
    "ties",
    "put",
    "before",
)
KINDS = {
    "choice": {"option": ["a"]},
    "sort": {"one": ["in"], "two": ["out"]},
    "order": {"order": ["a", "b", "c", "d"]},
    "poll": {"option": ["a"]},
    "panel": {"option": ["a"]},
    "trial": {"percent": ["50"]},
    "estimate": {"men-low": ["1"], "men-high": ["2"], "days-low": ["1"], "days-high": ["2"]},
    "write": {"text": [BAD], "clear": ["1"], "kind": ["2"]},
}


def spoiled(value: Any) -> Any:
    """Replace every text that a learner sees by hostile words."""
    if isinstance(value, dict):
        return {k: v if k in KEYS else spoiled(v) for k, v in value.items()}
    if isinstance(value, list):
        return [spoiled(v) for v in value]
    return BAD if isinstance(value, str) else value


@pytest.fixture(scope="module")
def stem(project: Path, small: str) -> Iterator[str]:
    """Add a lesson of hostile words on a hostile article, and take it away again."""
    make_dossier(
        project / "seeds",
        f"It said {BAD} {LONG} end.\n",
        (write("claim", content=[{"S1": "end"}]),),
    )
    exercises = [spoiled(write(kind, hints=["one", "two"], note="note")) for kind in KINDS]
    exercises[0]["options"][1]["text"] = LONG
    exercises = {
        "lesson": LESSON, "title": BAD, "minutes": 5, "article": "rell",
        "slips": {"x=y": BAD, "z=y": BAD},
        "exercises": [*exercises, {**spoiled(write("mark")), "show": "S1"}],
    }  # fmt: skip
    paths = [project / "seeds" / "rell"]
    paths.append(write_yaml(project / "lessons" / "exercises" / f"{LESSON}.yaml", exercises))
    paths.append(project / "lessons" / f"{LESSON}.ipynb")
    notebook = json.loads((project / "lessons" / f"{small}.ipynb").read_text("utf-8"))
    calls = ["read()", "progress()", "summary()", "map()", "code_name()"]
    calls += [f'ask("{exercise["id"]}")' for exercise in exercises["exercises"]]  # type: ignore[index]
    first, cell = notebook["cells"][0], notebook["cells"][1]
    first["source"] = first["source"].replace(STEM, LESSON)
    more = [{**cell, "id": f"c{n}", "source": f"lesson.{call}"} for n, call in enumerate(calls)]
    paths[-1].write_text(json.dumps({**notebook, "cells": [first, *more]}), encoding="utf-8")
    yield LESSON
    for path in paths:
        shutil.rmtree(path) if path.is_dir() else path.unlink()


@pytest.fixture(scope="module")
def opened(
    browser: Browser, browser_context_args: dict[str, Any], lab: Lab, stem: str
) -> Iterator[Notebook]:
    """One page for all tests of this file."""
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(PATIENCE * 1000)
    yield Notebook(context.new_page(), lab.fresh()).open(stem)
    context.close()


@pytest.fixture
def lesson(opened: Notebook) -> Iterator[Notebook]:
    """Begin with nothing; in the end nothing has run, and the kernel still answers."""
    lesson = opened.begin_again()
    before = lesson.lab.kernels()
    yield lesson
    card = lesson.card("line")
    if card.feedback.count() == 0:
        card.sure()
        card.commit()
    expect(card.feedback).to_be_visible()
    assert lesson.page.evaluate("window.hacked") is None
    assert lesson.page.evaluate(FOREIGN) == []
    assert lesson.page.evaluate(FAULTS) == []
    assert lesson.lab.kernels() == before


def answer(lesson: Notebook, identity: str, fields: dict[str, list[str]]) -> None:
    card = lesson.card(identity)
    for step in steps(card.exercise, fields):
        Mouse().fill(card, {name: values for name, values in step.items() if name != "order"})
        card.commit()
        expect(card.feedback).to_be_visible()


MESSAGES = [
    BAD,
    None,
    [BAD],
    {"do": BAD},
    {"do": [BAD], BAD: BAD},
    {"do": "event", "event": BAD},
    {"do": "event", "event": {"id": BAD, "at": BAD, "what": BAD, "lesson": BAD}, "draft": BAD},
    {"do": "event", "event": {"answer": {"option": ["\ud800"]}}},
    {"do": "stored", "counts": {BAD: BAD}, "blocked": BAD},
    {"do": "restore", "code": BAD, "events": [BAD, {"id": BAD}]},
    {"do": "load", "text": BAD},
    {"do": "load", "text": "\ud800" + BAD},
    {"do": "code", "code": [BAD]},
    {"do": "leave", "code": {BAD: BAD}},
    {"do": "add"},
    {"do": "undo"},
    {"do": "stored", "counts": {BAD: 2}, "blocked": False},  # last: its offer stays to be seen
]


def test_hostile_messages_to_every_piece(lesson: Notebook) -> None:
    """The first test of this file: the pieces of earlier runs would drown what the kernel says."""
    for message in MESSAGES:
        assert lesson.page.evaluate(SEND, message) > len(lesson.exercises().ids)
    expect(lesson.bar()).to_contain_text(SHOWN)  # the code name that it was told of
    assert not [one for one in lesson.lab.events() if one["what"] != "undo"]


@pytest.mark.parametrize("number", range(len(KINDS)), ids=list(KINDS))
def test_a_card_of_hostile_words_shows_them_as_text(lesson: Notebook, number: int) -> None:
    identity = lesson.exercises().ids[number]
    card = lesson.card(identity)
    expect(card.piece).to_contain_text(SHOWN)
    fields = list(KINDS.values())[number]
    answer(lesson, identity, fields)
    expect(card.feedback).to_contain_text(SHOWN)


def test_pages_of_hostile_words_show_them_as_text(lesson: Notebook) -> None:
    for call in ("read()", "progress()", "map()"):
        expect(lesson.piece(f"lesson.{call}")).to_contain_text(SHOWN)
    answer(lesson, "pick", {"option": ["b"]})
    expect(lesson.piece("lesson.summary()")).to_contain_text(SHOWN)


def test_an_option_of_100_000_characters_is_shown_whole(lesson: Notebook) -> None:
    card = lesson.card("pick")
    assert LONG in card.piece.inner_text()
    answer(lesson, "pick", {"option": ["b"]})
    assert LONG in card.feedback.inner_text()


def test_words_of_a_hostile_article_can_be_marked(lesson: Notebook) -> None:
    card = lesson.card("mark")
    assert card.form.locator(".word").all_inner_texts() == f"It said {SHOWN} {LONG} end.".split()
    card.form.get_by_text(annotation_text.MARK_LIST).click()
    card.form.locator("[data-last]").select_option("4")
    card.form.locator('[data-do="mark"]').click()
    assert len(card.marks()) == 1
    expect(card.status).to_contain_text(MARKUP[0])
    card.sure()
    card.commit()
    expect(card.feedback).to_contain_text(MARKUP[0].split()[0])


@pytest.mark.parametrize("typed", [*MARKUP, "x" * 100_000], ids=range(len(MARKUP) + 1))
def test_a_hostile_code_name_is_refused(lesson: Notebook, typed: str) -> None:
    card = lesson.piece("lesson.code_name()")
    field = card.locator("input")
    field.evaluate("(field) => field.removeAttribute('maxlength')")
    field.fill(typed.replace("\x07", "").replace("\x1b", ""))
    card.get_by_role("button", name=saving_text.USE_CODE).click()
    expect(card.locator(".status")).to_contain_text("A code name has 2 to 24 letters")
    assert lesson.lab.events() == []


@pytest.mark.parametrize("word", [BAD, "<" * 100_000], ids=["markup", "long"])
def test_a_hostile_answer_is_refused(lesson: Notebook, word: str) -> None:
    card = lesson.card("pick")
    control = card.control("option", "a")
    control.click()
    card.sure()
    card.form.locator("[name=option]:checked").evaluate("(box, word) => (box.value = word)", word)
    card.commit()
    expect(card.status).to_have_text("Choose an answer first.")
    assert lesson.lab.events() == []


def test_hostile_entries_in_the_browser(lesson: Notebook) -> None:
    event = {"id": "0" * 32, "at": BAD, "what": BAD, "lesson": BAD, "answer": {BAD: [BAD]}}
    kept = {"code": BAD, "event": event}
    lesson.page.evaluate(
        """([kept, draft, bad]) => {
            const put = (key, value) => localStorage.setItem("according-to-reports/" + key, value);
            put("event/" + kept.event.id, JSON.stringify(kept));
            put("event/" + bad, bad);
            put("draft/" + draft.key, JSON.stringify(draft.value));
        }""",
        [
            kept,
            {"key": f"{LESSON}/pick/0", "value": {"answer": {BAD: [BAD], "option": [BAD]}}},
            BAD,
        ],
    )
    lesson.run_again()
    expect(lesson.bar()).to_contain_text(SHOWN)
    lesson.bar().get_by_role("button", name=saving_text.BRING_BACK).click()
    expect(lesson.bar().locator(".status")).not_to_be_empty()
    assert lesson.lab.events() == []


@pytest.mark.parametrize("where", ["loaded", "in the folder"])
def test_a_hostile_workbook(lesson: Notebook, where: str) -> None:
    about = {"at": "2024-11-01T00:00:00.000Z", "what": "answer", "confidence": 100}
    sound = {**about, "lesson": LESSON, "exercise": "pick", "answer": {"option": ["a"], BAD: [BAD]}}
    lines = [
        {"kit": "According to Reports", "format": 1, "code": BAD},
        {**sound, "id": "1" * 32},
        {**sound, "id": "2" * 32, "exercise": BAD},
        {**sound, "id": BAD},
        {**about, "id": "3" * 32, "what": "code", "code": BAD},
        {**sound, "id": "4" * 32, "exercise": "line", "answer": {"order": [BAD]}},
        {**sound, "id": "5" * 32, "exercise": "mark", "answer": {"mark": [f"source 0-2 {BAD}"]}},
        {**sound, "id": "6" * 32, "exercise": "vote", "answer": {"option": [LONG]}},
        [BAD],
    ]
    content = "".join(json.dumps(line) + "\n" for line in lines).encode()
    if where == "loaded":
        upload = {"name": BAD[:40], "mimeType": "text/html", "buffer": content}
        lesson.bar().locator("input[type=file]").set_input_files(upload)  # type: ignore[arg-type]
        expect(lesson.bar().locator(".status")).to_have_text(saving_text.loaded(4, 0, 5))
    else:
        (lesson.lab.work / "theirs.jsonl").write_bytes(content)
        lesson.run_again()
        expect(lesson.bar()).to_contain_text(saving_text.damaged(5))
    expect(lesson.card("pick").feedback).to_be_visible()
    for exercise in ("line", "mark", "vote"):
        expect(lesson.card(exercise).feedback).to_have_count(0)
    wait_until(lambda: list(lesson.lab.work.glob("*.set-aside")), "damaged lines are set aside")
