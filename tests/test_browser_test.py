"""A test in a real JupyterLab: answered by hand, interrupted, and never told before its end.

Of most tests, the first answers lie in the work folder and a hand gives the rest.
"""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from answers import right_answer
from hands import Fingers, Hands, Keys, Mouse
from lab import Notebook
from looks import (
    OPEN_ALL,
    SMALL,
    WIDE,
    draw_all,
    faults,
    must_be_accessible,
    must_have_contrast,
    resize,
)
from playwright.sync_api import expect
from sat import FIRST, SECOND, all_right_but, answers, form, rest, right
from saving import kill_kernel, restart

from helpers.view.calendar import WEEKS
from helpers.words import sitting_text
from helpers.words.kept_text import ON_A_COMPUTER
from helpers.workbook import make_event

if TYPE_CHECKING:
    from collections.abc import Callable

    from page_card import Card
    from playwright.sync_api import Browser, Locator, WebSocket

    from helpers.workbook import Event

CODE = "amber-2"
"""It draws form A for the first test, and so form B for the second."""
FORM = {FIRST: "a", SECOND: "b"}
ALL = 21
"""Eighteen items, a verdict, and two views."""
ITEMS, HALF = 18, 9
ON_TOP = """(heading) => {
    const { left, top, height } = heading.getBoundingClientRect();
    return heading.contains(document.elementFromPoint(left + 2, top + height / 2));
}"""
"""Whether what begins a question can be seen: in the window, and not under the masthead."""
FOLD = """(piece) => {
    const here = document.activeElement;
    if (!piece.contains(here)) return "left";
    return here.matches("summary") && !here.parentElement.open ? "closed" : "";
}"""
READ_ON = "(button) => button.scrollIntoView()"
"""Who has come to the end of a question no longer sees where it began."""
MANY_TABS = 200
DAY = "DTSTART;VALUE=DATE:"
FACES = {"a question": HALF, "a verdict": ITEMS, "a view": ITEMS + 1, "the end": ALL}
"""What a test shows after so many answers."""


class FromTheHeading(Keys):
    """Fills in a question from where the last one left the focus."""

    def begin(self, card: Card) -> None:
        """Stand on the heading, and nowhere nearer to the first control."""
        expect(heading(card)).to_be_focused()


HANDS: dict[str, tuple[Hands, str]] = {
    "mouse": (Mouse(), "desk"),
    "keyboard": (FromTheHeading(), "desk"),
    "touch": (Fingers(), "phone"),
}


def heading(card: Card) -> Locator:
    return card.find("[data-begin]")


def masthead(lesson: Notebook) -> Locator:
    return lesson.page.locator(".atr-page-masthead")


def answered(lesson: str, number: int) -> list[Event]:
    """Answer the first questions that the student of this code name is asked in a lesson."""
    asked = form(lesson, FORM[lesson]).in_order(CODE)[:number]
    given = [
        make_event(
            "answer",
            lesson=lesson,
            exercise=one.id,
            answer=right_answer(one),
            confidence=max(one.confidence_steps(), default=None),
        )
        for one in asked
    ]
    return [make_event("code", code=CODE), *given]


def told(text: str) -> list[str]:
    """Find in a text what the keys say."""
    keys = [form(lesson, name).key for lesson, name in FORM.items()]
    said = [
        words
        for key in keys
        if key
        for item in key.items
        for words in (item.settle, *(w for o in item.options.values() for w in (o.verdict, o.why)))
    ]
    assert len(said) > 2 * ITEMS * len(FORM), "the keys are not there to be looked for"
    return [words for words in said if words in text]


class Wire:
    """All that the server has told the page, and what the page shows of it."""

    def __init__(self, lesson: Notebook) -> None:
        self.lesson = lesson
        self.frames: list[str] = []
        lesson.page.on("websocket", self.listen)

    def listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self.hear)

    def hear(self, frame: str | bytes) -> None:
        text = frame.decode(errors="replace") if isinstance(frame, bytes) else frame
        self.frames.append(text)

    def told(self) -> list[str]:
        """Find what the keys say in all that came, and in the page as it is."""
        return told("\n".join([self.lesson.page.content(), *self.frames]))


@pytest.fixture(scope="module")
def wire(window: Notebook) -> Wire:
    return Wire(window)


def sitting(window: Notebook, lesson: str, *events: Event) -> Notebook:
    """Bring the page to a lesson after these events, in a browser that knows nobody."""
    if window.stem != lesson:
        window.open(lesson)
    resize(window, "desk")
    return window.begin_again(*events)


@pytest.fixture
def half(window: Notebook, wire: Wire) -> Notebook:
    """Stand in the middle of the first test, where the last answer was given by hand."""
    wire.frames.clear()
    lesson = sitting(window, FIRST, *answered(FIRST, HALF - 1))
    answer(lesson, Mouse(), HALF)
    return lesson


def answer(lesson: Notebook, hands: Hands, number: int) -> None:
    """Answer a question, and see what comes next: it can be seen, and has the focus."""
    card = lesson.question()
    expect(heading(card)).to_have_text(sitting_text.question(number, ALL))
    hands.fill(card, right_answer(card.exercise))
    card.submit.evaluate(READ_ON)
    hands.commit(card)
    done = sitting_text.DONE.format(number=ALL)
    expect(heading(card)).to_contain_text(
        sitting_text.question(number + 1, ALL) if number < ALL else done
    )
    expect(heading(card)).to_be_focused()
    assert heading(card).evaluate(ON_TOP)
    expect(card.status).to_have_text(ON_A_COMPUTER.both)


# --- the questions ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("way", "before"), [("mouse", 0), ("keyboard", ITEMS - 1), ("touch", ITEMS - 1)]
)
def test_a_test_is_answered_to_its_end(window: Notebook, wire: Wire, way: str, before: int) -> None:
    wire.frames.clear()
    lesson = sitting(window, FIRST, *answered(FIRST, before))
    hands, screen = HANDS[way]
    resize(lesson, screen)
    asked = form(FIRST, "a").in_order(CODE)
    lesson.question().find(".report-again > summary").click()  # it stays open, and so the page long
    heading(lesson.question()).focus()  # where the page stands after an answer
    for number in range(before + 1, ALL + 1):
        answer(lesson, hands, number)
    kept = [event for event in lesson.lab.events() if event["what"] == "answer"]
    assert [event["exercise"] for event in kept] == [one.id for one in asked]
    for one, event in zip(asked, kept, strict=True):
        assert event["answer"] == right_answer(one)
        assert event.get("confidence") == max(one.confidence_steps(), default=None)
    assert wire.told() == []


def test_the_masthead_offers_to_go_on_and_says_when_the_step_is_done(window: Notebook) -> None:
    lesson = sitting(window, FIRST, *answered(FIRST, 0))
    go_on = masthead(lesson).locator(".atr-page-go-on")
    expect(masthead(lesson)).to_contain_text("0 of 1 steps done")
    expect(go_on).to_be_hidden()
    lesson = sitting(window, FIRST, *answered(FIRST, ALL - 1))
    expect(masthead(lesson)).to_contain_text("0 of 1 steps done")
    expect(go_on).to_have_text("Continue with “The questions”")
    go_on.click()
    expect(lesson.page.get_by_role("heading", name="The questions")).to_be_in_viewport()
    answer(lesson, Mouse(), ALL)
    expect(masthead(lesson)).to_contain_text("1 of 1 steps done")
    expect(go_on).to_be_hidden()


# --- interruptions ------------------------------------------------------------------------------


def kill_server(lesson: Notebook) -> None:
    """Kill the server; one comes back at the same address, with the same work folder."""
    lesson.lab.kill()
    lesson.lab.start()
    # The page would find out by itself, only later: test_browser_saving waits for that.
    reload(lesson)


def lose_the_folder(lesson: Notebook) -> None:
    """Kill the server; the one that comes back knows nothing of anybody."""
    lesson.lab.empty()
    kill_server(lesson)


def reload(lesson: Notebook) -> None:
    lesson.page.reload()
    lesson.wait_idle().wait_shown()


INTERRUPTIONS = (kill_kernel, restart, kill_server, lose_the_folder)


@pytest.mark.parametrize("interrupt", INTERRUPTIONS)
def test_an_interruption_loses_nothing_and_tells_nothing(
    half: Notebook, wire: Wire, interrupt: Callable[[Notebook], object]
) -> None:
    before, events = half.question().exercise.id, half.lab.events()
    interrupt(half)
    goes_on(half, before)
    kept = half.lab.events()
    assert [event for event in kept if event in events] == events
    assert len(kept) == len(events) + 1
    assert wire.told() == []


def goes_on(lesson: Notebook, before: str) -> None:
    """See that the same question is asked, and that it can be answered."""
    # A server that knows nobody asks anybody's first question, until the page has told it more.
    expect(heading(lesson.question())).to_have_text(sitting_text.question(HALF + 1, ALL))
    assert lesson.question().exercise.id == before
    answer(lesson, Mouse(), HALF + 1)


def test_another_browser_goes_on_from_the_work_folder(half: Notebook, browser: Browser) -> None:
    before = half.question().exercise.id
    half.page.goto("about:blank")
    half.stem = ""
    with closing(browser.new_context(has_touch=True)) as context:
        other = Notebook(context.new_page(), half.lab)
        wire = Wire(other)
        goes_on(other.open(FIRST), before)
        assert wire.told() == []


def test_a_half_typed_verdict_is_there_after_a_reload(window: Notebook) -> None:
    lesson = sitting(window, FIRST, *answered(FIRST, ITEMS))
    Mouse().write(lesson.question(), "text", "The register holds, but")
    reload(lesson)
    expect(lesson.question().text).to_have_value("The register holds, but")
    assert len(lesson.lab.events()) == 1 + ITEMS


# --- results ------------------------------------------------------------------------------------


def both() -> list[Event]:
    """Take both tests: the second with two places missed, one of which was right before."""
    first = answers(FIRST, "a", all_right_but("s9-source", "s11-picture", "s18-number"))
    second = answers(SECOND, "b", all_right_but("s11-picture", "s1-source"))
    return [make_event("code", code=CODE), *first, *rest(FIRST), *second, *rest(SECOND)]


@pytest.fixture
def results(window: Notebook) -> Notebook:
    return to_results(window)


def to_results(window: Notebook) -> Notebook:
    """Stand before the results of both tests; they are shown once for all tests of them."""
    if (window.stem, window.state) != (SECOND, "results"):
        sitting(window, SECOND, *both())
        window.state = "results"
    resize(window, "desk")
    return window


def shown(lesson: Notebook) -> Locator:
    return lesson.piece("lesson.results()")


def test_the_keys_are_told_with_the_last_answer_and_not_before(
    window: Notebook, wire: Wire
) -> None:
    wire.frames.clear()
    first = answers(FIRST, "a", right)
    lesson = sitting(window, SECOND, *first, *answered(SECOND, ALL - 1))
    expect(shown(lesson)).to_contain_text(sitting_text.NOT_YET)
    assert wire.told() == []
    answer(lesson, Mouse(), ALL)
    expect(shown(lesson).locator(".finding").first).to_be_visible()
    assert len(wire.told()) > ITEMS


def test_the_results_say_what_changed(results: Notebook) -> None:
    page = shown(results)
    says = f"{sitting_text.right_now(16, 18)} {sitting_text.right_before(15, 'Cold read')}"
    expect(page).to_contain_text(says)
    expect(page.locator(".finding").first).to_have_text(sitting_text.SHIFTS["nothing clear"])
    expect(page).to_contain_text(sitting_text.gains_and_losses(2, 3, 1, 15))
    expect(page.locator("svg:visible").first).to_be_visible()


def test_every_fold_of_the_results_opens_by_keyboard(results: Notebook) -> None:
    page, keys = shown(results), results.page.keyboard
    page.locator("summary").first.focus()
    for _ in range(MANY_TABS):
        where = page.evaluate(FOLD)
        if where == "left":
            break
        keys.press("Enter" if where == "closed" else "Tab")
    expect(page.locator("details:not([open])")).to_have_count(0)
    assert len(page.locator("details.asked[open]").all()) == ITEMS


@pytest.mark.parametrize("place", range(len(WEEKS)))
def test_a_day_to_come_back_goes_into_a_calendar(results: Notebook, place: int) -> None:
    button = results.piece('lesson.calendar("09-later")').get_by_role("button").nth(place)
    with results.page.expect_download() as found:
        button.click()
    lines = Path(found.value.path()).read_bytes().decode().split("\r\n")
    [day] = [line.removeprefix(DAY) for line in lines if line.startswith(DAY)]
    last = results.lab.events()[-1]
    in_weeks = datetime.fromisoformat(last["at"]).date() + timedelta(weeks=WEEKS[place])
    assert day == f"{in_weeks:%Y%m%d}"
    expect(button).to_have_text(sitting_text.in_weeks(WEEKS[place], in_weeks))
    assert found.value.suggested_filename.endswith(f"{in_weeks}.ics")


# --- for everyone -------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=["results", *FACES])
def look(request: pytest.FixtureRequest, window: Notebook) -> Notebook:
    """Stand before each face of a test, all folds open, once for all tests that look at it."""
    if request.param == "results":
        to_results(window)
    else:
        sitting(window, FIRST, *answered(FIRST, FACES[request.param]))
    draw_all(window.page)
    window.page.evaluate(OPEN_ALL)
    return window


def test_axe_finds_nothing_in_both_themes(look: Notebook) -> None:
    must_be_accessible(look.page)
    must_have_contrast(look.page)


def test_on_a_phone_all_fits_and_can_be_hit(look: Notebook) -> None:
    resize(look, "phone")
    assert faults(look.page) == []
    assert look.page.evaluate(SMALL) == []
    assert not look.page.evaluate(WIDE)


# --- and on -------------------------------------------------------------------------------------


def test_what_is_worth_reading_again_is_one_press_away(results: Notebook) -> None:
    shown(results).get_by_role("link", name="A witness and a picture").click()
    expect(masthead(results)).to_contain_text("Who says so?")
    results.state, results.stem = "", "02-who-says-so"
    results.wait_idle().wait_shown()
    expect(results.card("origins-count").form).to_be_in_viewport()
