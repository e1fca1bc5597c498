"""Texts, ranges and sliders in a real JupyterLab: typed, mended, carried along, drawn anew."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest
from hands import Fingers, Keys, Mouse, give
from kind_files import right
from playwright.sync_api import expect

from helpers.words import (
    answer_text,
    card_text,
    figure_text,
    frame_text,
    reading_text,
    tally_text,
)

if TYPE_CHECKING:
    from hands import Hands
    from lab import Notebook

NEXT_FRAME = "() => new Promise(requestAnimationFrame)"
OVERTAKE = """() => {
    // Of the next two moves of a slider, the second one reaches the kernel first.
    const send = WebSocket.prototype.send;
    let first = null;
    WebSocket.prototype.send = function (data) {
        const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
        if (!text.includes('"do":"set"')) return send.call(this, data);
        if (first === null) return void (first = data);
        WebSocket.prototype.send = send;
        send.call(this, data);
        send.call(this, first);
    };
}"""


def test_a_text_comes_back_letter_by_letter_before_it_is_kept(lesson: Notebook) -> None:
    card = lesson.card("label")
    card.text.press_sequentially("A baker; x d d")
    lesson.run_again()
    expect(lesson.card("label").text).to_have_value("A baker; x d d")
    assert not lesson.lab.events()


def test_a_kernel_killed_in_the_middle_of_a_sentence_costs_no_letter(lesson: Notebook) -> None:
    text = lesson.card("label").text
    text.focus()
    lesson.page.keyboard.type("The engine is killed after this word, ")
    [kernel] = lesson.lab.kernels()
    os.kill(kernel, signal.SIGKILL)
    # As fast as somebody types who has noticed nothing.
    lesson.page.keyboard.type("and every letter is there all the same, in its place.", delay=80)
    expect(lesson.page.locator(".atr-page-status")).to_be_hidden()
    lesson.wait_shown()
    expect(text).to_be_focused()
    expect(text).to_have_value(
        "The engine is killed after this word, "
        "and every letter is there all the same, in its place."
    )


def test_a_text_is_looked_at_mended_rated_and_set_beside_a_model(lesson: Notebook) -> None:
    card = lesson.card("label")
    give(card, text="A baker")
    expect(card.feedback).to_contain_text(card_text.NO_SENTENCE)
    expect(card.text).to_have_value("A baker")
    give(card, text="She is a baker")
    expect(card.feedback).to_contain_text("Missing side.")
    give(card, text="A baker from Rell", clear="2", kind="3")
    expect(card.feedback).to_contain_text("Found side.")
    expect(card.feedback).to_contain_text("Why model.")
    kept = [event["answer"] for event in lesson.lab.answers("label")]
    rated = {"text": ["A baker from Rell"], "clear": ["2"], "kind": ["3"]}
    assert kept == [{"text": ["A baker"]}, {"text": ["She is a baker"]}, rated]


def test_a_rubric_that_is_half_done_says_so_and_keeps_the_text(lesson: Notebook) -> None:
    card = lesson.card("label")
    give(card, text="A baker")
    Mouse().fill(card, {"text": ["A baker from Rell"], "clear": ["2"]})
    card.commit()
    expect(card.missing).to_have_text(answer_text.row_first("How kind", answer_text.to_do(1, 2)))
    expect(card.text).to_have_value("A baker from Rell")
    assert len(lesson.lab.events()) == 1


def test_an_empty_text_is_not_kept(lesson: Notebook) -> None:
    card = lesson.card("label")
    card.text.fill(" ")
    card.commit()
    expect(card.missing).to_have_text(answer_text.WRITE_FIRST)
    assert not lesson.lab.events()


def test_a_journey_goes_from_stop_to_stop_and_ends_with_a_chart(lesson: Notebook) -> None:
    card = lesson.card("trip")
    for place, step in enumerate(right("journey"), start=1):
        expect(card.form).to_contain_text(f"Stop {place} of 3")
        Mouse().fill(card, step)
        card.commit()
        card.answered()
    expect(card.piece.locator(".chart svg:visible")).to_have_count(1)
    expect(card.feedback).to_contain_text("Why two.")


def test_a_journey_goes_on_after_the_page_is_drawn_anew(lesson: Notebook) -> None:
    card = lesson.card("trip")
    first, second, third = right("journey")
    Mouse().fill(card, first)
    card.commit()
    card.answered()
    card.written("two-low").fill("31")
    lesson.run_again()
    again = lesson.card("trip")
    expect(again.written("two-low")).to_have_value("31")
    for step in (second, third):
        Mouse().fill(again, step)
        again.commit()
        again.answered()
    expect(again.feedback).to_contain_text("After.")


def test_two_handles_write_the_range_and_never_cross(lesson: Notebook) -> None:
    card = lesson.card("trip")
    low, high = card.find("[name=_low]"), card.find("[name=_high]")
    keys = card.page.keyboard
    low.focus()
    keys.press("ArrowRight")
    expect(card.written("one-low")).to_have_value("1")
    expect(card.written("one-high")).to_have_value("10,000")  # as the rail shows it
    card.written("one-high").fill("10")
    expect(high).to_have_attribute("aria-valuetext", "10 men")
    low.focus()
    keys.press("End")
    expect(card.written("one-low")).to_have_value("10")
    keys.press("ArrowLeft")
    expect(card.written("one-low")).to_have_value("7")
    card.written("one-high").fill("15,000")  # beyond the slider
    low.focus()
    keys.press("ArrowRight")
    expect(card.written("one-high")).to_have_value("15,000")
    expect(low).to_have_attribute("aria-valuetext", "10 men")
    card.commit()
    card.answered()
    [kept] = lesson.lab.answers("trip")
    assert kept["answer"] == {"one-low": ["10"], "one-high": ["15,000"]}


def test_two_handles_that_meet_can_both_be_dragged_and_are_kept_as_a_draft(
    lesson: Notebook,
) -> None:
    card = lesson.card("trip")
    for end in ("one-low", "one-high"):
        card.written(end).fill("100")
    rail = card.find(".rail")
    rail.scroll_into_view_if_needed()
    box = rail.bounding_box()
    assert box
    # Halfway between the ends, 100 is; each handle lies on its own side of it.
    middle, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for side in (-12, 12):
        card.page.mouse.move(middle + side, y)
        card.page.mouse.down()
        card.page.mouse.move(middle + 8 * side, y, steps=4)
        card.page.mouse.up()
    low, high = (card.written(end).input_value() for end in ("one-low", "one-high"))
    assert float(low) < 100 < float(high.replace(",", ""))
    lesson.run_again()
    again = lesson.card("trip")
    expect(again.written("one-low")).to_have_value(low)
    expect(again.written("one-high")).to_have_value(high)
    expect(again.find("[name=_low]")).to_have_attribute("aria-valuetext", f"{low} men")


def test_one_press_leaves_the_range_as_it_is(lesson: Notebook) -> None:
    card = lesson.card("trip")
    give(card, **{"one-low": "0", "one-high": "1,200"})
    expect(card.written("two-high")).to_have_value("1,200")
    card.written("two-high").fill("50")
    card.pick("two-reason", "evidence")
    card.button(figure_text.LEAVE).click()
    expect(card.form).to_contain_text("Stop 3 of 3")
    expect(card.feedback).to_contain_text("You left your range at 0 to 1,200.")
    *_, kept = lesson.lab.answers("trip")
    assert kept["answer"]["two-high"] == ["1,200"]
    assert "two-reason" not in kept["answer"]


def test_ones_own_annotations_come_back_with_the_sides_exchanged(lesson: Notebook) -> None:
    expect(lesson.card("turned").piece).to_contain_text(reading_text.OPENS_AFTER)
    annotated = lesson.card("mark")
    Mouse().fill(annotated, *right("annotate"))
    annotated.commit()
    annotated.answered()
    card = lesson.card("turned")
    expect(card.form).to_contain_text("The mayor of Ostrel")
    Mouse().fill(card, *right("swap"))
    card.commit()
    card.answered()
    expect(card.feedback).to_contain_text(frame_text.marks_held(2, 2))


def test_a_slider_stays_under_the_finger_and_the_groups_are_drawn_anew(lesson: Notebook) -> None:
    toy = lesson.piece('lesson.show("toy"')
    slider = toy.get_by_label("How many are in the group")
    slider.focus()
    before = toy.locator(".chart").inner_html()
    for _ in range(5):
        lesson.page.keyboard.press("ArrowRight")
    expect(toy.locator(".finding")).to_contain_text("of 45 died")
    expect(slider).to_be_focused()
    expect(slider).to_have_attribute("aria-valuetext", "45")
    expect(toy.locator(".value").first).to_have_text("45")
    assert toy.locator(".chart").inner_html() != before
    expect(toy.locator(".status")).to_contain_text("of 45 died")
    toy.get_by_label("One shared fate for all").check()
    expect(toy.locator(".finding")).not_to_contain_text("in 0 of")
    toy.get_by_label("Hear only from survivors").check()
    expect(toy.locator(".finding")).to_contain_text("You hear of")


def test_a_move_that_a_later_one_overtook_changes_nothing(lesson: Notebook) -> None:
    toy = lesson.piece('lesson.show("toy"')
    lesson.page.evaluate(OVERTAKE)
    for size in ("41", "42"):
        toy.get_by_label("How many are in the group").fill(size)
        lesson.page.evaluate(NEXT_FRAME)
    # Said once the drawing rests: by then the move that came late has been answered as well.
    expect(toy.locator(".status")).to_contain_text("of 42 died")
    expect(toy.locator(".finding")).to_contain_text("of 42 died")


@pytest.mark.parametrize("hands", [Mouse(), Keys(), Fingers()], ids=["mouse", "keyboard", "touch"])
def test_an_article_is_coloured_sentence_by_sentence(lesson: Notebook, hands: Hands) -> None:
    card = lesson.card("voices")
    hands.fill(card, {"s1": ["he"], "s2": ["others"]})
    grounds = card.find("[data-paints]").evaluate_all(
        "(texts) => texts.map((text) => getComputedStyle(text).backgroundColor)"
    )
    assert len({*grounds, "rgba(0, 0, 0, 0)"}) == 3, "each voice has a colour of its own"
    hands.commit(card)
    card.answered()
    expect(card.feedback).to_contain_text(tally_text.sorted_rightly(2, 0, 2))
    expect(card.feedback).to_contain_text(card_text.SHARES)
    assert lesson.lab.answers("voices")[0]["answer"] == {"s1": ["he"], "s2": ["others"]}


def test_a_sentence_without_a_voice_is_asked_for(lesson: Notebook) -> None:
    card = lesson.card("voices")
    Mouse().fill(card, {"s1": ["he"]})
    card.commit()
    expect(card.missing).to_contain_text("1 of 2 is still to do.")
    expect(card.find("form select[name=s2]")).to_be_focused()
    card.find("form [data-paints=s2]").click()
    expect(card.missing).to_have_count(0)
