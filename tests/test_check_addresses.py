"""`check` on where figures come from: each names a page, a row of a table, or a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_kit import changed, found, small_kit

from helpers.flaws import is_web

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "seeds/lamps/lamps.csv"
STREET = "The street,https://example.org/street"
NONE = "L01: Its figure has no address; fill in the column source_url"

# Each row: what the table says of the source, and what is found then.
SOURCES = {
    "a page": ("A street,http://example.org/a", ""),
    "no page": ("The street,", NONE),
    "a page on paper": ("The street,page 4", "L01: “page 4” is no web address"),
    "a sentence of the text": ('"the article, S1",', ""),
    "sentences of the text": ('"the article, S1-S4",', ""),
    "one that is not there": ('"the article, S9",', "L01: lamps has no sentence S9; it has S1"),
    "one of two is not there": ('"the article, S1 and S9",', "L01: lamps has no sentence S9"),
    "back to front": ('"the article, S4-S1",', "L01: A passage runs forward: write S1-S4"),
    "the text alone": ("the article,", NONE),
    "a made-up figure in a text that is none": ("constructed for teaching,", NONE),
}


@pytest.mark.parametrize(("source", "says"), SOURCES.values(), ids=SOURCES)
def test_a_figure_has_an_address(tmp_path: Path, source: str, says: str) -> None:
    findings = changed(tmp_path, TABLE, f"39,40,broken lamps,{STREET}", f"40,40,lamps,{source}")
    assert len(findings) == bool(says), findings
    assert all("lamps.csv, " in one and says in one for one in findings)


OPEN = ["http://a.org", "https://a.org:8080/b", "https://президент.укр/", "http://8.8.8.8/a"]
CLOSED = [
    *("https://a.org/b c", "https://a.org/b\tc", " https://a.org", "https://a .org"),
    *("http://localhost:8888/lab", "http://a.localhost/", "http://127.0.0.1/", "http://[::1]/"),
    *("http://127.1/", "http://0x7f000001/", "http://2130706433/", "http://0.0.0.0/"),
    *("http://10.0.0.7/", "http://192.168.1.2/", "http://172.16.0.1/", "http://169.254.1.1/"),
    *(
        "http://printer.local/",
        "http://wiki.internal/",
        "http://wiki/",
        "https:///a",
        "https://a..b/",
    ),
]


@pytest.mark.parametrize("url", OPEN)
def test_an_address_of_the_web_is_one(url: str) -> None:
    assert is_web(url)


@pytest.mark.parametrize("url", CLOSED)
def test_an_address_that_others_cannot_open_is_none(url: str) -> None:
    assert not is_web(url)


def test_an_address_at_home_is_found_in_a_text_and_in_a_table(tmp_path: Path) -> None:
    says = "“http://localhost/street” is no web address that anybody can open"
    for name in ("article.yaml", "lamps.csv"):
        new = "http://localhost/street"
        (finding,) = changed(tmp_path, f"seeds/lamps/{name}", "https://example.org/street", new)
        assert says in finding


def test_a_figure_made_up_for_a_constructed_text_says_so(tmp_path: Path) -> None:
    about = small_kit(tmp_path) / "seeds/lamps/article.yaml"
    table = tmp_path / TABLE
    about.write_text(about.read_text("utf-8").replace("kind: seed", "kind: constructed"), "utf-8")
    whole = table.read_text("utf-8")
    table.write_text(whole.replace(STREET, "constructed for teaching,"), encoding="utf-8")
    assert found(table) == []
    table.write_text(whole.replace(STREET, "A street,"), encoding="utf-8")
    (finding,) = found(table)
    assert NONE in finding


def test_a_figure_among_words_has_an_address_too(tmp_path: Path) -> None:
    head = "source_title,source_url\n"
    more = "L03,2024-10-31,,,about 40 lamps,A street,https://example.org/a\n"
    row = "L02,2024-11-01,,,,The letter,\n"
    assert changed(tmp_path, TABLE, row, row + more) == []
    (finding,) = changed(tmp_path, TABLE, row, row + more.replace("https://example.org/a", ""))
    assert "L03: Its figure has no address" in finding
    assert changed(tmp_path, TABLE, head, head + more.replace("about 40", "some")) == []


def test_a_table_with_other_columns_is_told_which_to_fill_in(tmp_path: Path) -> None:
    table = small_kit(tmp_path) / TABLE
    for head, asked in (("outlet,url", "the column url"), ("outlet", "a column source_url")):
        row = "L01,2024-10-31,lamps,40,The street" + "," * head.count(",")
        table.write_text(f"row_id,date,definition,lamps,{head}\n{row}\n", encoding="utf-8")
        (finding,) = found(table)
        assert f"L01: Its figure has no address; fill in {asked}, or name" in finding


EXERCISES = "lessons/exercises/01-lamps.yaml"
GUESS = """\
- id: guess
  kind: estimate
  ask: Between what?
  after: Kept.
  items: [{id: lamps, ask: How many?, unit: lamps, truth: 40, source: A count, why: Counted.ITS}]
"""
NO_ADDRESS = "guess, lamps: Its number has no address; write one of the web, the row of a table"

# Each row: the address of a number to judge, and what is found then.
ADDRESSES = {
    "none": ("", NO_ADDRESS),
    "an empty one": ('""', NO_ADDRESS),
    "a page": ("https://example.org/count", ""),
    "no page": ("ftp://example.org/count", "guess, lamps: The text “lamps” has no table"),
    "words": ("a letter", "guess, lamps: The text “lamps” has no table"),
    "a row": ("lamps/L01", ""),
    "no row": ("lamps/L09", "guess, lamps: lamps.csv of “lamps” has no row “L09”; write one"),
    "no table": ("bulbs/L01", "guess, lamps: The text “lamps” has no table “bulbs”; write one"),
    "a sentence": ("S1", ""),
    "sentences": ("S1-S5", ""),
    "no sentence": ("S1-S9", "guess, lamps: lamps has no sentence S9; it has S1 to S5; write one"),
    "one of another text": ("twin/S1", ""),
    "none of another text": ("twin/S9", "guess, lamps: twin has no sentence S9"),
    "one of no text": ("none/S1", "guess, lamps: There is no text “none”"),
}


@pytest.mark.parametrize(("address", "says"), ADDRESSES.values(), ids=ADDRESSES)
def test_a_number_to_judge_has_an_address(tmp_path: Path, address: str, says: str) -> None:
    asked = GUESS.replace("ITS", f', address: "{address}"'.replace('""""', '""') * bool(address))
    findings = changed(tmp_path, EXERCISES, "- id: vote-again", f"{asked}- id: vote-again")
    assert len(findings) == bool(says), findings
    assert all("01-lamps.yaml, " in one and says in one for one in findings)


def test_a_row_without_an_id_is_no_row_to_look_for(tmp_path: Path) -> None:
    (small_kit(tmp_path) / TABLE).write_text("id,url\nL01,https://example.org/a\n", "utf-8")
    file = tmp_path / EXERCISES
    asked = GUESS.replace("ITS", ", address: lamps/L01")
    file.write_text(file.read_text("utf-8") + asked, encoding="utf-8")
    (finding,) = found(file)
    assert "guess, lamps: lamps.csv of “lamps” has no row “L01”" in finding
