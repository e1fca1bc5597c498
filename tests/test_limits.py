"""Limits: what YAML could do to the kit, and how much the kit reads; each refusal is a sentence."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from guard import no_hang
from small_kit import changed, changed_page, found, small_kit
from support import make_dossier

from helpers.errors import KitError
from helpers.texts import limits
from helpers.texts.article import Article
from helpers.texts.files import read_bytes, read_table, read_yaml
from helpers.texts.records import Sides
from helpers.texts.yaml_text import read_plain
from helpers.topics.framing import cues, swap
from helpers.topics.phrases import read_number, read_phrase
from helpers.topics.recorders import read_report, reports_of
from helpers.view.charts.areas import AreasChart

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

TAG = "it has a tag (!…); take it out, or put the text in quotation marks"
DEEP = limits.DEPTH


def fault(path: Path, written: str) -> str:
    """Give the sentence with which a file is refused, without its name."""
    path.write_text(written, encoding="utf-8")
    with pytest.raises(KitError) as error, no_hang(written[:40]):
        read_yaml(path, dict[str, object])
    return str(error.value).removeprefix(path.name)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some.yaml"


@pytest.mark.parametrize(
    "value",
    [
        "!!bool abc",
        '!!int ""',
        "!!timestamp x",
        "!!float x",
        "!!str a",
        "! a",
        "!own a",
        "!!set {}",
        "!!omap []",
        "!!binary é",
        "!!python/name:os.system",
        "!!map {}",
        "!!seq []",
    ],
)
def test_a_tag_is_refused_by_its_line_whatever_it_is(path: Path, value: str) -> None:
    assert fault(path, f"a: b\nc: {value}\n") == f", line 2: {TAG}."


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("9" * 5_000, limits.TOO_MANY_DIGITS),
        ("0x" + "f" * 5_000, limits.TOO_MANY_DIGITS),
        ("0b" + "1" * 5_000, limits.TOO_MANY_DIGITS),
        ("1" + ":10" * 500, limits.TOO_MANY_DIGITS),
        (".inf", "“.inf” is no number; write its digits, or quotation marks around it"),
        ("-.INF", "“-.INF” is no number; write its digits, or quotation marks around it"),
        (".nan", "“.nan” is no number; write its digits, or quotation marks around it"),
        ("1.0e+999", "“1.0e+999” is no number; write its digits, or quotation marks around it"),
        ("0x_", "“0x_” is no number; write its digits, or quotation marks around it"),
        ("{<<: {a: b}}", "<< takes over another place; write out what it says"),
        ("*a", "*a repeats nothing that is there; write it out"),
        ("&a [*a]", "*a repeats nothing that is there; write it out"),
        ("{? [a] : b}", "a key is a list or a mapping; write a word"),
        ("[" * DEEP + "]" * DEEP, limits.TOO_DEEP),
        (f"[{'a, ' * limits.ENTRIES}a]", limits.TOO_MANY_ENTRIES),
        ("a" * (limits.LETTERS + 1), limits.TOO_LONG),
    ],
)
def test_a_value_beyond_what_the_kit_reads_is_refused(path: Path, value: str, says: str) -> None:
    assert fault(path, f"a: b\nc: {value}\n") == f", line 2: {says}."


@pytest.mark.parametrize("sign", ["[", "{", "{a: ", "- ", "? ", "[\n", "&a [", "!a ["])
def test_a_million_brackets_are_one_sentence(path: Path, sign: str) -> None:
    # The parser in C would end the whole process.
    assert fault(path, sign * (1_000_000 // len(sign))).startswith(", line ")


def test_lines_for_the_parser_are_refused_before_it_reads_them(path: Path) -> None:
    directives = "".join(f"%TAG !a{number}! tag:x\n" for number in range(50_000))
    assert "begins with %" in fault(path, f"{directives}--- a")


@pytest.mark.parametrize("repeat", ["[{}]", "{{<<: [{}]}}"], ids=["of lists", "of merge keys"])
def test_a_bomb_is_one_sentence(path: Path, repeat: str) -> None:
    lines = ["a0: &a0 {k: v}"]
    for level in range(1, 9):
        inside = repeat.format(", ".join([f"*a{level - 1}"] * 30))
        lines.append(f"a{level}: &a{level} {inside}")
    assert fault(path, "\n".join(lines)).startswith(", line ")


def test_what_is_repeated_counts_each_time(path: Path) -> None:
    long = "a" * limits.LETTERS
    assert limits.TOO_MUCH in fault(path, f"a: &a {long}\nb: [{'*a, ' * 30}]")
    deep = "[" * (DEEP - 3) + "]" * (DEEP - 3)
    assert limits.TOO_DEEP in fault(path, f"a: &a {deep}\nb: [[[[*a]]]]")
    many = f"[{'x, ' * 400}]"
    assert limits.TOO_MANY_VALUES in fault(path, f"a: &a {many}\nb: [{'*a, ' * 60}]")


def test_what_stays_within_the_limits_is_read() -> None:
    deep = "[" * (DEEP - 1) + "]" * (DEEP - 1)
    many = ["a"] * limits.ENTRIES
    assert read_plain(f"a: {deep}") is not None
    assert read_plain(f"a: {json.dumps(many)}") == {"a": many}
    assert read_plain(f"a: {'b' * limits.LETTERS}") == {"a": "b" * limits.LETTERS}
    assert read_plain("a: &a [1, 2.5, yes, ~, b]\nc: *a") == {
        "a": [1, 2.5, True, None, "b"],
        "c": [1, 2.5, True, None, "b"],
    }
    assert read_plain("a: '!!bool abc'\nb: '<<'\nc: '9'\nd: 2024-13-45") == {
        "a": "!!bool abc",
        "b": "<<",
        "c": "9",
        "d": "2024-13-45",
    }


def test_what_has_no_end_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    for name in ("pipe.yaml", "zero.yaml"):
        with pytest.raises(KitError, match="cannot be read: it is no file"), no_hang(name):
            read_bytes(tmp_path / name)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("a\n" + "b\n" * (limits.ROWS + 1), f"has more than {limits.ROWS:,} rows"),
        (f"{','.join(f'c{n}' for n in range(limits.ENTRIES + 1))}\nb\n", limits.TOO_MANY_ENTRIES),
        (f"a\n{'b' * (limits.LETTERS + 1)}\n", limits.TOO_LONG),
        (f"{'a' * (limits.LETTERS + 1)}\nb\n", limits.TOO_LONG),
    ],
)
def test_a_table_has_limits(tmp_path: Path, table: str, says: str) -> None:
    path = tmp_path / "some.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(KitError) as error:
        read_table(path)
    assert says in str(error.value)


def test_an_article_has_as_many_words_as_a_class_reads() -> None:
    assert Article.from_text("some", "A word. " * (limits.WORDS // 2)).sentences
    with pytest.raises(KitError, match="“some” has more than 5,000 words; keep the part"):
        Article.from_text("some", "A word. " * 20_000)


def test_a_passage_names_each_sentence_once() -> None:
    article = Article.from_text("some", "One. Two. Three.")
    with pytest.raises(KitError, match="names sentences twice"), no_hang("the passage"):
        article.passage("S1-S3, " * 10_000 + "S1")


def test_a_passage_to_annotate_has_as_many_words_as_a_person_can(tmp_path: Path) -> None:
    home = small_kit(tmp_path) / "seeds/lamps/article.txt"
    home.write_text(f"{home.read_text(encoding='utf-8')}{'Say so. ' * 600}", encoding="utf-8")
    file = tmp_path / "lessons/exercises/01-lamps.yaml"
    written = file.read_text(encoding="utf-8")
    long = written.replace("ask: Mark them.\n  show: S1", "ask: Mark them.\n  show: S1-S600")
    assert long != written
    file.write_text(long, encoding="utf-8")
    says = "The passage S1-S600 has more than 1,000 words; show less of it."
    assert [one.partition(": ")[2] for one in found(file)] == [says]


def test_ten_thousand_options_are_one_sentence(tmp_path: Path) -> None:
    options = "\n  - {id: o, text: Few, says: One man.}" * 10_000
    file = small_kit(tmp_path) / "lessons/exercises/01-lamps.yaml"
    file.write_text(f"exercises:\n- options:{options}\n", encoding="utf-8")
    (finding,) = found(file)
    assert finding.endswith(f", line 503: {limits.TOO_MANY_ENTRIES}.")


LONG = "a" * 9_000
NAMES = [
    ("seeds/lamps/article.yaml", "also_read: twin", f"also_read: {LONG}"),
    ("seeds/lamps/article.yaml", "also_read: twin", r'also_read: "a\0b"'),
    ("lessons/exercises/01-lamps.yaml", "article: lamps", f"article: {LONG}"),
    ("lessons/exercises/01-lamps.yaml", "article: lamps", r'article: "a\0b"'),
    ("lessons/exercises/01-lamps.yaml", "  show: S1\n  hints", f"  show: {LONG}/S1\n  hints"),
    ("lessons/exercises/01-lamps.yaml", "Glass fell.", f"“x” in S1 of {LONG}"),
]


@pytest.mark.parametrize(("name", "old", "new"), NAMES)
def test_a_name_that_can_be_no_name_is_a_sentence(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    findings = changed(tmp_path, name, old, new)
    assert findings
    assert all(len(one) < 1_500 for one in findings)


@pytest.mark.parametrize("target", [LONG, "a%00b", "\ud800"])
def test_a_link_to_what_can_be_no_name_leads_nowhere(tmp_path: Path, target: str) -> None:
    def change(page: dict[str, Any]) -> None:
        page["cells"][2]["source"] = f"[a]({target})"

    (finding,) = changed_page(tmp_path, change)
    assert "leads nowhere" in finding


@pytest.mark.parametrize(
    "code",
    [
        "-" * 9000 + "1",
        "(" * 4000 + ")" * 4000,
        f"lesson.recall(0x{'f' * 9000})",
        "x" + ".a" * 4000,
        "not " * 2000 + "x",
        "x" + "[0]" * 3000,
        '"\x00"',
    ],
)
def test_code_however_deep_is_a_sentence(tmp_path: Path, code: str) -> None:
    def change(page: dict[str, Any]) -> None:
        page["cells"][-1]["source"] = f"# What comes next\n{code}"

    assert all(one.endswith(".") for one in changed_page(tmp_path, change))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda page: page["cells"].extend(page["cells"] * 60), limits.TOO_MANY_ENTRIES),
        (lambda page: page["cells"][0].update(source="a" * 10_001), limits.TOO_LONG),
        (lambda page: page["metadata"].update(a=json.loads("[" * 50 + "]" * 50)), limits.TOO_DEEP),
    ],
)
def test_a_notebook_has_limits(tmp_path: Path, change: Any, says: str) -> None:
    (finding,) = changed_page(tmp_path, change)
    assert finding.endswith(f"{says}.")


def test_a_letter_that_passes_for_an_i_is_no_cue_and_no_side() -> None:
    sides = Sides(pairs=(("Ilya", "Rell"),), left={"island": "There is one."})
    odd = "\u0131lya sa\u0131d it on the \u0131sland."
    assert cues(odd) == ()
    assert swap(odd, sides) == (odd, ())


def test_very_long_digits_are_no_number_phrase() -> None:
    assert read_number("9" * 400) is None
    assert read_phrase(f"more than {'9' * 400}") is None


@pytest.mark.parametrize("cell", ["inf", "nan", "1e999", "-1"])
def test_a_report_of_a_number_without_end_is_refused(cell: str) -> None:
    with pytest.raises(KitError, match="is no report"):
        read_report({"claimant": "A", "grade": "fair", "killed_low": cell})


def test_more_reports_than_can_be_compared_are_refused(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    rows = "A,1,fair\n" * 101
    (dossier.folder / "reports.csv").write_text(f"claimant,killed_low,grade\n{rows}", "utf-8")
    with pytest.raises(KitError, match="has more than 100 rows"):
        reports_of(dossier)


def test_a_chart_of_nothing_is_one_sentence(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    (dossier.folder / "land.csv").write_text(
        "controlled_km2_low,controlled_km2_high,from,to,name,word_of,claimant,date_of_statement,"
        "extra_grey_zone_km2\n0,0,2024-08-01,2024-08-01,a,party,a,2024-08-01,\n",
        "utf-8",
    )
    heads = ("a", "b", "c", "d", "e", "f", "g")
    words = dict.fromkeys(("title", "picture", "source", "note", "label", "upward", "across"), "A")
    drawn = AreasChart(id="a", table="land", printed=0, heads=heads, finding="A.", **words)
    with pytest.raises(KitError, match="“a” cannot be drawn"):
        drawn.draw(dossier)
