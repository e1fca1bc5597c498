"""The class report as markup: its parts, classes of every size, and words that are hostile."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from hostile_words import worded
from kind_files import KINDS, example, poor, right
from reader import Node, parse
from simulated import SHIPPED
from support import HOSTILE, KEY, answering, make_exercises, shown, write
from test_chart_pictures import box_of

from helpers.classroom.book import ClassBook
from helpers.classroom.findings.items import ItemFound
from helpers.classroom.praise import best_of
from helpers.classroom.report import marked_part, students_part, texts_part
from helpers.classroom.report.sureness_part import render_sureness
from helpers.classroom.report.whole import CONTENTS, render_report
from helpers.classroom.run import open_lessons
from helpers.classroom.student import ClassStudent, HandedIn, LeftOut
from helpers.classroom.submissions import Submissions
from helpers.kinds.write import TEXT
from helpers.measures.calibration import WELL, Calibration, Word
from helpers.view.assets import report_style
from helpers.view.drawing.labels import Box
from helpers.view.palette import DARK, LIGHT, contrast
from helpers.words import report_sentences, report_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Event

SIZES = (0, 1, 4, 9, 29, 30)
TAME = "tame"
LESSON = "02-who-says-so"
each_size = pytest.mark.parametrize("size", SIZES)


@cache
def lessons() -> list[LessonExercises]:
    return open_lessons()


@cache
def students() -> tuple[ClassStudent, ...]:
    """Read the class that is shipped; of the one who changed computers, only the first part."""
    read = {student.code: student for student in reversed([*Submissions(SHIPPED).students()])}
    return tuple(read.values())


def book_of(some: Iterable[ClassStudent], of: Sequence[LessonExercises] = ()) -> ClassBook:
    book = ClassBook(of or lessons())
    for student in some:
        book.add(student)
    return book


def files(names: Iterable[str]) -> list[HandedIn]:
    return [HandedIn(f"{name}.jsonl", name, 3, 0) for name in names]


@cache
def written(size: int) -> str:
    some = students()[:size]
    return render_report(book_of(some), files(one.code for one in some), [])


@cache
def report(size: int) -> Node:
    return parse(written(size))


def part(page: Node, name: str) -> Node:
    (found,) = (node for node in page.all("section") if node.attrs["id"] == name)
    return found


def rows(data: Node) -> list[list[str]]:
    return [[cell.text for cell in row.all("th", "td")] for row in data.all("tr")[1:]]


@each_size
def test_its_parts_stand_in_order_and_each_can_be_reached(size: int) -> None:
    page = report(size)
    assert [node.attrs["id"] for node in page.all("section")] == list(CONTENTS)
    assert [node.text for node in page.all("h2")] == list(CONTENTS.values())
    (nav,) = page.all("nav")
    assert [(a.attrs["href"], a.text) for a in nav.all("a")] == [
        (f"#{name}", title) for name, title in CONTENTS.items()
    ]


@each_size
def test_ids_are_unique_and_regions_have_names_of_their_own(size: int) -> None:
    page = report(size)
    ids = Counter(node.attrs["id"] for node in page if "id" in node.attrs)
    assert set(ids.values()) == {1}
    by_id = {node.attrs["id"]: node.text for node in page if "id" in node.attrs}
    names = [by_id[node.attrs["aria-labelledby"]] for node in page.all("section")]
    names += [node.attrs["aria-label"] for node in page.all("nav")]
    assert len({*names}) == len(names) == len(CONTENTS) + 1
    assert all(head.text.strip() for head in page.all("th", "h1", "h2", "h3", "h4", "summary"))


@each_size
def test_each_chart_is_a_sentence_a_picture_and_a_table(size: int) -> None:
    for chart in report(size).all("figure"):
        (finding,), svgs, (data,) = chart.all("figcaption"), chart.all("svg"), chart.all("table")
        assert finding.text.strip()
        assert [svg.attrs["class"] for svg in svgs] == ["wide-form", "narrow-form"]
        assert all(svg.attrs["aria-label"] for svg in svgs)
        heads = len(data.all("tr")[0].all("th"))
        assert rows(data)
        assert {len(row) for row in rows(data)} == {heads}


def test_a_whole_class_has_charts_in_all_parts_that_can_have_one() -> None:
    drawn = {name for name in CONTENTS if part(report(30), name).all("figure")}
    assert drawn == {
        *("handed-in", "slips", "items", "sure", "change", "agreement", "trial", "votes"),
    }


@each_size
def test_no_word_in_a_drawing_lies_over_another_or_leaves_it(size: int) -> None:
    for svg in report(size).all("svg"):
        _, _, width, height = map(float, svg.attrs["viewbox"].split())
        boxes = [(text.text, box_of(text)) for text in svg.all("text")]
        frame = Box(-0.5, -0.5, width + 0.5, height + 0.5)
        assert [words for words, box in boxes if not box.within(frame)] == []
        by_line = sorted(boxes, key=lambda one: one[1].top)
        near = [(a, b) for n, a in enumerate(by_line) for b in by_line[n + 1 : n + 12]]
        assert [(a, b) for (a, one), (b, two) in near if one.meets(two)] == []


def test_no_line_of_a_scale_runs_through_the_words_of_a_row() -> None:
    for svg in report(30).all("svg"):
        words = [box_of(text) for text in svg.all("text") if text.attrs["x"] == "0.0"]
        paths = [node.attrs["d"] for node in svg.all("path") if node.attrs["class"] != "way"]
        upright = [
            Box(float(x), float(top), float(x), float(bottom))
            for d in paths
            for x, top, other, bottom in re.findall(r"M([\d.]+) ([\d.]+) L([\d.]+) ([\d.]+)", d)
            if x == other
        ]
        assert upright
        assert [(one, two) for one in words for two in upright if one.meets(two)] == []


def test_what_went_well_is_said_before_what_did_not() -> None:
    book = book_of(students())
    discuss = part(report(30), "discuss")
    before = next(node for node in discuss.children if isinstance(node, Node) and node.tag == "p")
    assert discuss.children.index(before) < discuss.children.index(discuss.all("ol")[0])
    assert before.text.startswith(report_text.WENT_WELL)
    well, of = map(int, re.findall(r"(\d+) of (\d+) students", before.text)[0])
    columns = ["lesson", "exercise", "attempt", "score"]
    answers = pd.DataFrame(book.answers.read(*columns), columns=columns)
    first = answers.query("attempt == 1 and score == score")
    tests = [lesson.id for lesson in book.lessons.values() if lesson.forms]
    shares = {}
    for (lesson, name), some in first.groupby(["lesson", "exercise"]):
        if lesson not in tests and book.exercise((lesson, name)).show and len(some) >= 15:
            shares[name] = (float((some["score"] >= WELL).mean()), len(some), lesson)
    best = max(shares, key=lambda name: shares[name][0])
    share, answers, lesson = shares[best]
    assert (well, of) == (round(share * answers), answers)
    assert report_sentences.quoted(book.exercise((lesson, best)).ask) in before.text


def test_what_most_got_right_is_praised_and_neither_a_test_nor_what_few_answered() -> None:
    book = book_of(students()[:12])
    asked = [(LESSON, "mark-s5"), (LESSON, "mark-s9"), (LESSON, "mark-s10")]
    close, most, few = (ItemFound(one, 12, 0.95, None, None, 7) for one in asked)
    most, few = most._replace(score=0.85, well=11), few._replace(answers=5, well=5)
    test = ItemFound(("01-cold-read", "a-s1-source"), 12, 1.0, None, None, 12)
    assert best_of(book, [close, most, few, test]) == most
    assert best_of(book, [few, test, close._replace(well=6)]) is None


def test_a_slip_that_nobody_named_is_no_topic(tmp_path: Path) -> None:
    written = example("choice")
    lesson = make_exercises(tmp_path, written, slips={})
    answers = tuple(answering(written["id"], one) for one in poor("choice")[:1])
    some = [ClassStudent(f"crane-{n}", f"{n:016x}", answers, ()) for n in range(12)]
    page = parse(render_report(book_of(some, [lesson]), [], []))
    assert report_text.NO_SLIPS in part(page, "slips").text
    assert not part(page, "discuss").all("ol")


def test_words_are_readable_on_every_shade_of_the_map_in_both_themes() -> None:
    sheet = report_style()
    shares = [int(one) / 100 for one in re.findall(r"heat-\d \{[^}]*accent\) (\d+)%", sheet)]
    assert len(shares) == marked_part.STEPS
    for colours in (LIGHT, DARK):
        for share in shares:
            ground = mixed(colours["accent"], colours["paper"], share)
            assert contrast(colours["ink"], ground) >= 4.5


def mixed(one: str, other: str, share: float) -> str:
    parts = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(round(a * share + b * (1 - share)) for a, b in parts).hex()


def test_a_small_class_is_praised_for_what_it_did() -> None:
    answers = sum(sum(one.answered.values()) for one in book_of(students()[:4]).students)
    assert report_sentences.answered(answers) in part(report(4), "discuss").text
    assert report_text.WENT_WELL not in report(0).text


@pytest.mark.parametrize("size", [1, 4, 9])
def test_fewer_than_ten_are_shown_as_counts_only(size: int) -> None:
    page = report(size)
    assert report_text.FEW in page.text
    for name in CONTENTS:
        # How sure a word is, is no finding, and what students wrote is theirs.
        if name not in {"sure", "texts"}:
            assert "%" not in part(page, name).text
    assert report_text.MEASURES not in page.text
    assert report_text.NO_AGREEMENT in page.text


def test_thirty_are_not_few_and_twenty_nine_are_said_to_be() -> None:
    assert report_text.UNSTABLE in report(29).text
    assert report_text.UNSTABLE not in report(30).text
    assert report_text.FEW not in report(29).text
    assert report_text.FEW not in report(0).text
    assert "%" in part(report(29), "handed-in").text


def test_groups_of_fewer_than_five_are_not_broken_down() -> None:
    page = report(4)
    for name, none in {
        "slips": report_text.NO_SLIPS,
        "article": report_text.NO_ARTICLE,
        "items": report_text.NO_ITEMS,
        "votes": report_text.NO_VOTES,
    }.items():
        assert none in part(page, name).text
        assert not part(page, name).all("figure", "table")
    whole = report(9)
    for name in ("items", "votes", "slips", "article"):
        counts = re.findall(r"\d+ of (\d+)", part(whole, name).text)
        assert counts
        assert min(map(int, counts)) >= 5


@each_size
def test_a_class_that_did_one_lesson_gets_a_report(size: int) -> None:
    some = [
        one._replace(events=tuple(e for e in one.events if e.lesson in {"", LESSON}))
        for one in students()[:size]
    ]
    page = parse(render_report(book_of(some), [], []))
    assert [node.attrs["id"] for node in page.all("section")] == list(CONTENTS)
    assert report_text.NO_CHANGE in part(page, "change").text
    assert len(part(page, "handed-in").all("tr")) == (2 if size else 0)


def test_a_long_list_says_that_it_was_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(students_part, "SHOWN", 3)
    monkeypatch.setattr(texts_part, "SHOWN", 3)
    some = students()[:12]
    left_out = [LeftOut(f"file {n}", "It is empty.") for n in range(5)]
    page = parse(render_report(book_of(some), files(one.code for one in some), left_out))
    listed = part(page, "students")
    assert [len(rows(data)) for data in listed.all("table")] == [3, 3, 3]
    for says in (
        report_sentences.cut(3, 5),
        report_sentences.cut(3, 12),
        report_sentences.skipped(3, 12),
    ):
        assert says in listed.text
    own = part(page, "texts").marked("texts")
    counts = [int(re.findall(r"\((\d+) text", one.all("summary")[0].text)[0]) for one in own]
    assert max(counts) > 3
    for one, many in zip(own, counts, strict=True):
        assert len(rows(one.marked("own-texts")[0].all("table")[0])) == min(3, many)
        assert (report_sentences.skipped(3, many) in one.text) == (many > 3)


@each_size
def test_it_runs_nothing_and_has_no_address_to_load(size: int) -> None:
    page = report(size)
    assert not page.all("script", "link", "img", "iframe", "object", "embed", "base", "form")
    assert all(node.attrs["href"].startswith("#") for node in page if "href" in node.attrs)
    for attribute in ("src", "srcset", "style", "action", "data"):
        assert not [node for node in page if attribute in node.attrs]
    assert not [name for node in page for name in node.attrs if name.startswith("on")]
    assert not re.search(r"url\(|@import|@font-face", page.all("style")[0].text)
    policies = [node.attrs.get("content", "") for node in page.all("meta")]
    assert any(policy.startswith("default-src 'none'") for policy in policies)


def test_the_switch_reaches_every_code_name_and_every_file_name() -> None:
    some = [*students()[:12], students()[2]._replace(workbook="b" * 16)]
    handed = files(one.code for one in some)
    left_out = [LeftOut("box/heron-77.jsonl", "It is empty.")]
    page = parse(render_report(book_of(some), handed, left_out))
    assert report_text.HIDE_NAMES in page.all("label")[0].text
    hidden = page.marked("code-name")
    assert {one.code for one in some} | {one.name for one in handed} <= {n.text for n in hidden}
    doubles = part(page, "students").marked("note")[0]
    assert [node.text for node in doubles.marked("code-name")] == [students()[2].code]
    for node in hidden:
        node.children = []
    assert not re.search(r"heron|jsonl|box/", page.text)
    beside = page.marked("no-name")
    assert len(beside) == len(hidden)
    assert {node.text for node in beside} == {report_text.HIDDEN}


def test_students_are_listed_as_people_count() -> None:
    (data,) = part(report(30), "students").marked("counts")
    names = [row.all("th")[0].marked("code-name")[0].text for row in data.all("tr")[1:]]
    assert names == sorted(names, key=lambda name: int(name.rpartition("-")[2]))
    assert len(names) == 30


def answers(asked: Iterable[tuple[str, str]], number: int, word: str) -> Iterator[Event]:
    """Answer each exercise well or badly; what a student writes has the hostile word in it."""
    for name, kind in asked:
        answer = (right, poor)[number % 2](kind)[0]
        yield answering(name, answer | ({TEXT: [f"A text {word}"]} if kind == "write" else {}))


def hostile_report(folder: Path, word: str) -> Node:
    """Render the report of a class in which every word that somebody wrote is this one."""
    exercises = [worded(kind, word) for kind in KINDS]
    named = {"name": f"The {word} trap", "says": f"It says {word}"}
    slips = {f"{name}{end}": named for name in ("x=y", "z=y") for end in ("", f" {word}")}
    lesson = make_exercises(
        folder, *exercises, claims=(write("claim", **KEY),), title=f"A title {word}", slips=slips
    )
    asked = [(one["id"], kind) for kind, one in zip(KINDS, exercises, strict=True)]
    some = [
        ClassStudent(f"{n} {word}", f"{n:016x}", tuple(answers(asked, n, word)), ())
        for n in range(12)
    ]
    some += [some[0]._replace(workbook="f" * 16)]
    handed = [HandedIn(f"a file {word}", word, 3, 0)]
    left_out = [LeftOut(f"another {word}", f"a reason {word}")]
    return parse(render_report(book_of(some, [lesson]), handed, left_out))


@pytest.mark.parametrize("word", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_shown_as_text_and_change_nothing(tmp_path: Path, word: str) -> None:
    page = hostile_report(tmp_path / "a", word)
    assert page.shape() == hostile_report(tmp_path / "b", TAME).shape()
    for name in ("handed-in", "discuss", "slips", "article", "items", "texts", "votes", "students"):
        assert shown(word) in part(page, name).text


@pytest.mark.parametrize(
    ("hits", "says"),
    [
        (0, report_text.TOO_SURE),
        (2, report_text.NOT_CLEAR),
        (3, report_text.CALIBRATED),
        (5, report_text.NOT_CLEAR),
    ],
)
def test_a_class_is_told_of_a_gap_only_where_it_is_more_than_chance(hits: int, says: str) -> None:
    made = Calibration((Word(2, hits, 5, 0.62),), 0.62 - hits / 5)
    assert parse(render_sureness(made, None, 5)).marked("finding")[0].text == says
