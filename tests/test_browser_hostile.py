"""Hostile words in a real browser: in lesson and article, typed, sent, stored and in a file.

Nothing of it runs, all of it that is shown is shown as text, and the kernel answers as before.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from answers import right_answer, steps
from hands import Mouse, give
from hostile_words import worded
from kind_files import KINDS, example, hostile
from lab import FLUSH, wait_until
from playwright.sync_api import expect
from small import write_lesson
from support import KEY, make_dossier, write

from helpers.words import annotation_text, answer_text, saving_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lab import Notebook
    from page_card import Card

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
LONG = "<b>" + "x" * 9_000  # as much as one text of a lesson may have, and no break in it
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
SMUGGLE = """(form, answer) => {
    form.dataset.smuggled = "";
    form.closest(".atr").querySelector(".status").textContent = "";
    for (const field of form.querySelectorAll("[name]:not([name=_sure])")) {
        field.removeAttribute("name");
    }
    for (const [name, values] of Object.entries(answer)) {
        for (const value of values) {
            const field = Object.assign(document.createElement("input"), { name, value });
            form.append(Object.assign(field, { type: "hidden" }));
        }
    }
}"""
"""Let a form send another answer than the one that was filled in."""
HEARD = """(piece) => piece.querySelector(".status").textContent
    || !piece.querySelector("[data-smuggled]")"""


@pytest.fixture(scope="module")
def stem(project: Path, small: str) -> str:
    """Add a lesson of hostile words on a hostile article."""
    del small  # it stands beside this one, as lessons do
    text = f"The mayor of Rell {BAD} said that “forty men” {LONG} had left. Others denied it.\n"
    make_dossier(project / "seeds", text, (write("claim", **KEY),), name="hostile")
    asked = [worded(kind, BAD) for kind in KINDS]
    pick = next(one for one in asked if one["id"] == "pick")
    pick["options"][1]["text"] = LONG
    more = ("read()", "progress()", "summary()", "map()", "code_name()")
    slips = {name: {"name": BAD, "says": BAD} for name in ("x=y", "z=y")}
    write_lesson(project, LESSON, asked, more, title=BAD, article="hostile", slips=slips)
    return LESSON


@pytest.fixture(scope="module")
def opened(window: Notebook, stem: str) -> Notebook:
    return window.open(stem)


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
    card.feedback.wait_for()
    assert lesson.page.evaluate("window.hacked") is None
    assert lesson.page.evaluate(FOREIGN) == []
    assert lesson.page.evaluate(FAULTS) == []
    assert lesson.lab.kernels() == before


def answer(card: Card) -> None:
    """Give the right answer, in all its steps."""
    for step in steps(card.exercise, right_answer(card.exercise)):
        Mouse().fill(card, step)
        card.commit()
        card.answered()


MESSAGES = [
    BAD,
    None,
    [BAD],
    {"do": BAD},
    {"do": [BAD], BAD: BAD},
    {"do": "event", "event": BAD},
    {"do": "event", "event": {"id": BAD, "at": BAD, "what": BAD, "lesson": BAD}, "draft": BAD},
    {"do": "event", "event": {"answer": {"option": ["\ud800"]}}},
    {"do": "stored", "held": {BAD: BAD}, "blocked": BAD},
    {"do": "restore", "workbook": BAD, "events": [BAD, {"id": BAD}]},
    {"do": "load", "content": BAD},
    {"do": "turn", "workbook": BAD, "tab": BAD},
    {"do": "code", "code": [BAD]},
    {"do": "rename", "code": {BAD: BAD}},
    {"do": "add"},
    {"do": "undo"},
    {
        "do": "stored",  # last: its offer stays to be seen
        "held": [
            {"workbook": BAD, "code": BAD, "answers": BAD},
            {"workbook": "", "code": "green-lark", "answers": 2},
        ],
        "blocked": False,
        "me": BAD,
        "spare": BAD,
    },
]


def test_hostile_messages_to_every_piece(lesson: Notebook) -> None:
    """The first test of this file: the pieces of earlier runs would drown what the kernel says."""
    # It has said by itself what it holds.
    lesson.bar().get_by_text("in this browser").wait_for(state="attached")
    for message in MESSAGES:
        if message is MESSAGES[-1]:
            for _ in "ab":  # the page answers what it is handed, and would answer last
                lesson.page.evaluate(FLUSH)
        assert lesson.page.evaluate(SEND, message) > len(lesson.exercises().ids)
    expect(lesson.bar()).to_contain_text("green-lark")  # the one name that is one
    assert not [one for one in lesson.lab.events() if one["what"] != "undo"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_card_shows_hostile_words_as_text_and_takes_no_hostile_answer(
    lesson: Notebook, kind: str
) -> None:
    card = lesson.card(example(kind)["id"])
    if card.exercise.again:
        answer(lesson.card(card.exercise.again))
    expect(card.piece).to_contain_text(SHOWN)
    first, *_ = steps(card.exercise, right_answer(card.exercise))
    Mouse().fill(card, first)
    for smuggled in hostile(kind, BAD):
        card.form.evaluate(SMUGGLE, smuggled)
        card.commit()
        lesson.page.wait_for_function(HEARD, arg=card.piece.element_handle())
    expect(card.piece).to_contain_text(SHOWN)
    for event in lesson.lab.answers(card.exercise.id):
        card.exercise.read(event["answer"])  # makes sense in spite of all


def test_pages_of_hostile_words_show_them_as_text(lesson: Notebook) -> None:
    for call in ("read()", "progress()", "map()"):
        expect(lesson.piece(f"lesson.{call}")).to_contain_text(SHOWN)
    give(lesson.card("pick"), option="b")
    expect(lesson.piece("lesson.summary()")).to_contain_text(SHOWN)


def test_an_option_of_9_000_characters_is_shown_whole(lesson: Notebook) -> None:
    card = lesson.card("pick")
    assert LONG in card.piece.inner_text()
    give(card, option="b")
    assert LONG in card.feedback.inner_text()


def test_words_of_a_hostile_article_can_be_annotated(lesson: Notebook) -> None:
    card = lesson.card("mark")
    words = card.find("form .word").all_inner_texts()
    assert words == f"The mayor of Rell {SHOWN} said that “forty men” {LONG} had left.".split()
    card.form.get_by_text(annotation_text.MARK_LIST).click()
    card.find("[data-last]").select_option("6")
    card.find('[data-tool="mark"]').click()
    assert len(card.annotations()) == 1
    expect(card.said).to_contain_text(MARKUP[0])
    card.sure()
    card.commit()
    card.answered()
    expect(card.feedback).to_contain_text(MARKUP[0].split()[0])


def test_a_hostile_code_name_is_refused(lesson: Notebook) -> None:
    card = lesson.piece("lesson.code_name()")
    field, missing = card.locator("input"), card.locator(".missing")
    for typed in (*MARKUP, "x" * 100_000):
        field.evaluate("(field) => field.removeAttribute('maxlength')")
        field.fill(typed.replace("\x07", "").replace("\x1b", ""))
        card.get_by_role("button", name=saving_text.USE_CODE).click()
        expect(missing, typed[:100]).to_have_text(saving_text.NO_CODE_NAME)
    assert lesson.lab.events() == []


def test_an_answer_of_100_000_characters_is_refused(lesson: Notebook) -> None:
    card = lesson.card("pick")
    Mouse().fill(card, {"option": ["a"]})
    card.form.evaluate(SMUGGLE, {"option": ["<" * 100_000]})
    card.commit()
    expect(card.status).to_have_text(answer_text.CHOOSE_ONE)
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
    # The browser has said what it holds.
    lesson.bar().get_by_text("in this browser").wait_for(state="attached")
    expect(lesson.bar().get_by_role("button", name=saving_text.THAT_IS_ME)).to_have_count(0)
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
        {
            **sound,
            "id": "5" * 32,
            "exercise": "mark",
            "answer": {"annotation": [f"source 0-2 {BAD}"]},
        },
        {**sound, "id": "6" * 32, "exercise": "vote", "answer": {"option": [LONG]}},
        [BAD],
    ]
    content = "".join(json.dumps(line) + "\n" for line in lines).encode()
    if where == "loaded":
        upload = {"name": BAD[:40], "mimeType": "text/html", "buffer": content}
        lesson.bar().locator("input[type=file]").set_input_files(upload)  # type: ignore[arg-type]
        expect(lesson.bar().locator(".status")).to_have_text(saving_text.loaded(4, 0, 5, 0))
    else:
        (lesson.lab.work / "theirs.jsonl").write_bytes(content)
        lesson.run_again()
        expect(lesson.bar()).to_contain_text(saving_text.damaged(5))
    lesson.card("pick").feedback.wait_for()
    for exercise in ("line", "mark", "vote"):
        expect(lesson.card(exercise).feedback).to_have_count(0)
    wait_until(lambda: list(lesson.lab.work.glob("*.set-aside")), "damaged lines are set aside")
