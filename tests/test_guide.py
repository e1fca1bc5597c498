"""The instructor's guide: what it names is there, its minutes add up, and its quotations stand."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from helpers.__main__ import arguments
from helpers.checks.dates import dated
from helpers.checks.exercises import exercises_of, read_exercises
from helpers.checks.language import wording
from helpers.checks.links import linked
from helpers.checks.quoted import quoted
from helpers.checks.sentences import placed
from helpers.classroom.report.whole import CONTENTS
from helpers.commands.students_files import INSTRUCTORS, students_files
from helpers.kinds.choice import Choice
from helpers.kinds.exercises import open_exercises
from helpers.kinds.forms import drawn, open_blueprint
from helpers.kinds.panel import Panel
from helpers.kinds.sort import Sort
from helpers.paths import ROOT
from helpers.texts.dossier import Dossier
from helpers.texts.notebook_file import read_notebook
from helpers.words import card_text, report_text, result_text, saving_text

if TYPE_CHECKING:
    from helpers.kinds.base import Exercise

LESSONS = ROOT / "lessons"
GUIDE = LESSONS / "instructor" / "guide.md"
TEXT = GUIDE.read_text(encoding="utf-8")
STEMS = sorted(path.stem for path in LESSONS.glob("*.ipynb"))
BY_NUMBER = {stem[:2]: stem for stem in STEMS}
HEADING = re.compile(r"^(#{2,3}) (.+)$", re.MULTILINE)
CARDS = sorted(set(re.findall(r"<small>(\d\d)/([\w-]+)</small>", TEXT)))
COMMANDS = sorted(set(re.findall(r"`python3 -m helpers ([^`]+)`", TEXT)))
TWO_PAGES = 1250
"""Words that fit two sheets of A4 with these headings and lists, at 10 points."""
READ_IN_A_MINUTE = 220
"""Words that an adult reads in a minute, at an easy pace."""


def part(title: str) -> str:
    """Give what stands below a heading, down to the next of its rank or above."""
    found = re.search(
        rf"^(#+) {re.escape(title)}[^\n]*\n(.*?)(?=^#{{1,2}} |\Z)", TEXT, re.MULTILINE | re.DOTALL
    )
    assert found, f"There is no heading “{title}”."
    body = found[2]
    return body if len(found[1]) <= 2 else re.split(r"^### ", body, flags=re.MULTILINE)[0]


@cache
def headings(stem: str) -> tuple[str, ...]:
    page = read_notebook(LESSONS / f"{stem}.ipynb")
    sources = [cell.source for cell in page.cells if cell.cell_type == "markdown"]
    return tuple(title for source in sources for _, title in HEADING.findall(source))


def section(stem: str) -> str:
    """Give the part on a lesson; the tests share one."""
    number = stem[:2]
    found = re.search(rf"^### ((?:\d\d|, | and )*\b{number}\b[^\n]*)$", TEXT, re.MULTILINE)
    assert found, f"The guide says nothing of {stem}."
    return part(found[1])


@pytest.mark.parametrize("stem", STEMS)
def test_every_lesson_has_its_part_with_its_minutes(stem: str) -> None:
    lesson = read_exercises(exercises_of(LESSONS / f"{stem}.ipynb")).file
    said = section(stem)
    extra = f", and {lesson.extra_minutes} of Extra" if lesson.extra_minutes else ""
    named = (f"{lesson.minutes} minutes{extra}.", f"({stem[:2]}), {lesson.minutes} minutes")
    assert any(one in said for one in named)
    for what in ("Must do", "May skip", "On the wall", "**Talk about**", "| they say | you ask |"):
        assert what in said
    assert len(re.findall(r"^\d\. .+\?.* \(.+\)$", said, re.MULTILINE)) == 3


def test_only_lessons_that_exist_have_a_part() -> None:
    numbers = re.findall(r"^### ((?:\d\d|, | and )+) · ", TEXT, re.MULTILINE)
    assert {one for some in numbers for one in re.findall(r"\d\d", some)} == {*BY_NUMBER}


@pytest.mark.parametrize(("number", "card"), CARDS)
def test_every_card_that_is_named_is_there(number: str, card: str) -> None:
    assert card in open_exercises(BY_NUMBER[number]).own


def test_every_place_of_the_tests_that_is_named_is_there() -> None:
    named = re.findall(r"<small>place ([\w-]+)</small>", TEXT)
    assert named
    assert {*named} <= {place.id for place in open_blueprint(LESSONS).places}


def test_every_heading_of_a_lesson_is_written_as_it_is_printed() -> None:
    printed = {title for stem in STEMS for title in headings(stem)}
    named = {*re.findall(r"(?<!\*)\*((?:\d+|Extra) · [^*\n]+)\*(?!\*)", TEXT)}
    assert named
    assert named <= printed


@pytest.mark.parametrize("stem", STEMS)
def test_every_step_of_a_lesson_that_is_named_is_there(stem: str) -> None:
    there = {int(found) for title in headings(stem) for found in re.findall(r"^(\d+) · ", title)}
    steps = r"[Ss]teps? (\d+(?:(?:, | and )\d+)*)"
    own = re.sub(rf"lesson \d\d, {steps}", "", section(stem))
    here = [*re.findall(rf"lesson {stem[:2]}, {steps}", TEXT), *re.findall(steps, own)]
    named = {int(number) for some in here for number in re.findall(r"\d+", some)}
    assert named <= there


@pytest.mark.parametrize("words", COMMANDS)
def test_every_command_is_one(words: str) -> None:
    try:
        arguments(words.split())
    except SystemExit:
        pytest.fail(f"There is no such command: {words}")


def named_files() -> list[str]:
    inside = r"`((?:lessons|seeds|helpers)/[\w./-]+|requirements\.txt|postBuild)`"
    in_commands = r"(lessons/instructor/[\w-]+\.zip)"
    return sorted({*re.findall(inside, TEXT), *re.findall(in_commands, TEXT)})


@pytest.mark.parametrize("name", named_files())
def test_every_file_that_is_named_is_there(name: str) -> None:
    assert (ROOT / name).exists()


def test_every_link_leads_somewhere() -> None:
    assert [flaw.says for flaw in linked(GUIDE, "", TEXT)] == []
    # As GitHub makes them: small letters, no signs but hyphens, each space a hyphen.
    plain = [re.sub(r"[^\w\- ]", "", title.lower()) for _, title in HEADING.findall(TEXT)]
    ids = [title.replace(" ", "-") for title in plain]
    inside = {*re.findall(r"\]\(#([^)]+)\)", TEXT)}
    assert inside
    assert inside <= {*ids}
    # JupyterLab makes other ids, so each place that is linked has one of its own as well.
    own = re.findall(r'^<a id="([^"]+)"></a>\n\n#{2,3} (.+)$', TEXT, re.MULTILINE)
    assert {name for name, _ in own} == inside
    assert all(
        ids[[t for _, t in HEADING.findall(TEXT)].index(title)] == name for name, title in own
    )


def test_the_contents_lead_to_every_part() -> None:
    contents = TEXT.partition("**Contents**")[2].partition("\n## ")[0]
    led = len(re.findall(r"\]\(#", contents))
    parts = HEADING.findall(TEXT)
    plans = [t for _, t in parts if t.startswith(("The ", "Half", "Four")) or t[0].isdigit()]
    below = [title for rank, title in parts if rank == "###" and not re.match(r"\d+–\d+", title)]
    above = [title for rank, title in parts if rank == "##" and title in plans]
    assert led == 1 + len(below) + len(above)


@pytest.mark.parametrize("minutes", [45, 25, 90])
def test_the_minutes_of_a_plan_add_up(minutes: int) -> None:
    plan = part(f"The {minutes}-minute plan")
    blocks = re.split(r"^### ", plan, flags=re.MULTILINE)[1:]
    at = 0
    for block in blocks:
        begin, end = map(int, re.match(r"(\d+)–(\d+) · ", block).groups())
        assert begin == at, block[:40]
        assert "**Say" in block
        assert "**Wall:**" in block
        inside = [int(number) for number in re.findall(r"\((\d+)\)", block)]
        assert sum(inside) in {0, end - begin}, block[:40]
        at = end
    assert at == minutes


def column(title: str) -> list[int]:
    rows = re.findall(r"^\|(.+)\|$", part(title), re.MULTILINE)
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    at = next(i for i, head in enumerate(cells[0]) if head == "minutes")
    return [int(row[at]) for row in cells if row[at].isdigit()]


def test_ten_minutes_are_ten_and_half_a_day_is_what_it_says() -> None:
    assert sum(column("Ten minutes of preparation")) == 10
    assert f"That makes {sum(column('Half a day'))} minutes." in part("Half a day")


def test_four_weeks_are_eight_lessons_that_hold_what_is_in_them() -> None:
    rows = re.findall(r"^\| (\d) \| (?:first|second) \| (.+) \|$", part("Four weeks"), re.MULTILINE)
    assert [int(week) for week, _ in rows] == [1, 1, 2, 2, 3, 3, 4, 4]
    for number, minutes in re.findall(r"\b(0\d) \((\d+)\)", part("Four weeks")):
        lesson = read_exercises(exercises_of(LESSONS / f"{BY_NUMBER[number]}.ipynb")).file
        assert int(minutes) == lesson.minutes


def test_the_45_minutes_fit_two_sheets() -> None:
    assert len(part("The 45-minute plan").split()) <= TWO_PAGES


def exercise(number: str, card: str) -> Exercise:
    return open_exercises(BY_NUMBER[number]).exercise(card)


@pytest.mark.parametrize("minutes", [45, 25])
def test_every_right_answer_of_a_plan_is_the_key(minutes: int) -> None:
    plan = part(f"The {minutes}-minute plan")
    answers = " ".join(re.findall(r"\*\*Answer:\*\*[^\n]*", plan))
    quick = "".join(fast(plan))
    cards = re.findall(r"<small>(\d\d)/([\w-]+)</small>", plan)
    asked = [exercise(*card) for card in cards if f"{card[0]}/{card[1]}<" not in quick]
    shown = [one for one in asked if isinstance(one, Choice)]
    assert shown
    for one in shown:
        right = next(option.text for option in one.options if option.right)
        assert right in answers, one.id


def fast(plan: str) -> list[str]:
    """Give what each block has for those who are quick."""
    return re.findall(r"\*\*Fast\?\*\*[^\n]*", plan)


def test_the_boat_has_its_answer() -> None:
    assert "<small>04/bounds-alone</small>: “Between 9 and 22.”" in part("The 45-minute plan")
    boat = exercise("04", "bounds-alone")
    assert isinstance(boat, Choice)
    assert [option.text for option in boat.options if option.right] == ["Between 9 and 22"]


def test_the_key_of_the_exit_is_that_of_the_card() -> None:
    twin = exercise("02", "twin-judge")
    assert isinstance(twin, Sort)
    by_key: dict[str, list[str]] = {"well": [], "thin": [], "either": []}
    for item in twin.items:
        by_key["either" if item.also else item.category].append(item.sentence)
    said = part("The 45-minute plan")
    assert by_key == {
        "well": [f"kursk-twin/{name}" for name in ("S2", "S12", "S6")],
        "thin": ["S1", "S3"],
        "either": ["kursk-twin/S13"],
    }
    assert "adequate are S2, S6 and S12 of the twin, not adequate S1 and S3 of the report" in said
    assert "for S13 of the twin both are accepted" in said


def test_the_teacher_knows_what_the_editors_say() -> None:
    panel = exercise("03", "decide-commander")
    assert isinstance(panel, Panel)
    assert sorted(one.takes for one in panel.panel) == ["drop", "drop", "hold"]
    assert "none publishes, one holds, two drop" in part("The 45-minute plan")


@pytest.mark.parametrize("minutes", [45, 25, 90])
def test_a_card_for_the_quick_stands_under_the_heading_that_is_named(minutes: int) -> None:
    lines = fast(part(f"The {minutes}-minute plan"))
    for line in lines:
        for number, card in re.findall(r"<small>(\d\d)/([\w-]+)</small>", line):
            named = re.search(r"\*((?:\d+|Extra) · [^*]+)\*", line)
            assert named, line
            assert named[1] == heading_over(BY_NUMBER[number], card)


def heading_over(stem: str, card: str) -> str:
    """Give the heading of the step that has this card."""
    above = ""
    for cell in read_notebook(LESSONS / f"{stem}.ipynb").cells:
        if cell.cell_type == "markdown":
            above = next((title for _, title in HEADING.findall(cell.source)), above)
        elif f'lesson.ask("{card}")' in cell.source:
            return above
    raise AssertionError(f"{stem} does not ask {card}.")


def test_the_code_name_is_where_the_guide_sends_students() -> None:
    page = read_notebook(LESSONS / "00-start-here.ipynb")
    sources = [cell.source for cell in page.cells]
    name, lessons = (
        next(at for at, source in enumerate(sources) if call in source)
        for call in ("lesson.code_name()", "lesson.map()")
    )
    before = [title for source in sources[:name] for _, title in HEADING.findall(source)]
    assert before[-1] == "A code name"
    assert name < lessons
    said = ("A code name", saving_text.USE_CODE, result_text.MAP, saving_text.BAR_TITLE)
    for place in (part("The 45-minute plan"), part("Code names")):
        assert all(f"*{words}*" in place for words in said if words != result_text.MAP)
    assert f"*{saving_text.CHOOSE_AT}*" in part("Code names")
    for plan in ("The 45-minute plan", "The 90-minute plan"):
        assert f"*{result_text.MAP}*" in part(plan)
    assert f"*{card_text.REVEAL}*" in part("The 45-minute plan")
    assert f"*{saving_text.RESET_LESSON}*" in part("Ten minutes of preparation")


def test_a_taster_completes_the_share_of_lesson_02_that_is_said() -> None:
    lesson = open_exercises(BY_NUMBER["02"])
    core = [name for name in lesson.own if not lesson.exercise(name).extra]
    plan = part("The 45-minute plan")
    slow = "".join(fast(plan))
    done = [name for name in core if f"02/{name}<" in plan and f"02/{name}<" not in slow]
    assert len(done) == 5
    assert f"gets {100 * len(done) / len(core):.0f}," in part("Code names")


def test_what_is_to_be_read_beforehand_takes_the_minutes_that_it_has() -> None:
    opening, *blocks = part("The 45-minute plan").split("\n### ")
    read = [line for block in blocks for line in block.splitlines() if "**Say" in line]
    read += [line for block in blocks for line in block.splitlines() if "**Wall" in line]
    words = len(" ".join([opening, *{*read}]).split())
    assert "| 5 | Read in the 45-minute plan" in part("Ten minutes of preparation")
    assert words <= 5 * READ_IN_A_MINUTE


def test_there_is_a_slip_and_a_line_for_each_code_name() -> None:
    names = [f"heron-{number}" for number in range(1, 31)]
    slips = re.findall(r"\*\*(heron-\d+)\*\*", part("Code names"))
    lines = re.findall(r"\| (heron-\d+) \|", part("Code names"))
    assert slips == names
    assert sorted(lines) == sorted(names)


def test_the_halves_of_the_class_are_those_that_are_drawn() -> None:
    assert "even numbers begin with form A, odd ones with form B" in part("Code names")
    assert [drawn("ab", "heron-2"), drawn("ab", "heron-7")] == ["a", "b"]


def test_the_parts_of_the_report_are_called_as_they_are() -> None:
    named = re.findall(r"^\| \*([^*|]+)\* \|", part("The report on your class"), re.MULTILINE)
    assert named == [*CONTENTS.values()]
    shift = report_text.SHIFTS["more suspicious"]
    for said in (report_text.HIDE_NAMES, report_text.MEASURES, shift):
        assert f"*{said}*" in TEXT


def test_what_is_quoted_and_said_of_the_texts_holds() -> None:
    home = Dossier(ROOT / "seeds" / "kursk")
    others = ("kursk-twin", "border-post", "harbour-talks", "mill-raid", "three-tellings")
    said = re.sub(r"<[^<>]+>", "", TEXT)
    found = [
        *quoted(home, others, "", said),
        *placed(home, others, "", said),
        *wording("", said, curly=True),
        *dated("", said),
    ]
    assert [flaw.says for flaw in found] == []


def test_the_graphic_words_are_not_in_it() -> None:
    for word in Dossier(ROOT / "seeds" / "kursk").about.graphic_words:
        assert f"{word} bod" not in TEXT
        assert "headless" not in TEXT


def test_students_do_not_get_it() -> None:
    assert GUIDE.is_relative_to(ROOT / INSTRUCTORS)
    assert not [file for file in students_files(keys=True) if file.name.endswith(GUIDE.name)]
