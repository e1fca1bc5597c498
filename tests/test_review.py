"""Signatures: a change since somebody read an item is told, and a command signs it again."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest
from small_kit import CLAIMS, EXERCISES_FILE, TODAY, small_kit, told

from helpers.__main__ import main
from helpers.commands import review as review_command
from helpers.paths import ROOT
from helpers.texts.signature import print_of, read_signature

if TYPE_CHECKING:
    from pathlib import Path

SHEET, RATED = "lessons/exercises/01-lamps.yaml", "seeds/lamps/claims.yaml"
PUT_IN = re.compile(
    rb"(\A|(?<=\n)) *reviewed: [-0-9]{10} [0-9a-f]{8}(\r?\n|\Z)|, reviewed: [-0-9]{10} [0-9a-f]{8}"
)


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take this Python for the one that has the packages: it does, whatever else changed."""
    monkeypatch.setattr(review_command, "ready_python", lambda _: sys.executable)


def review(*words: object) -> int:
    """Call the command as the command line does."""
    return main(["review", *map(str, words)])


def edited(root: Path, name: str, old: str, new: str) -> Path:
    """Change one place of a file that was read and signed before."""
    path = small_kit(root) / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


CHANGES = {
    "the right option": (SHEET, "text: The mayor, right: true", "text: The mayor, right: false"),
    "a word": (SHEET, "why: Glass fell.", "why: Glass broke."),
    "a figure": (RATED, "credibility: 2", "credibility: 3"),
    "a quotation": (RATED, "cue: [{S1: said}]", "cue: [{S1: said that}]"),
    "a name": (RATED, "gist: Forty lamps broke.", "gist: The mayor’s forty lamps broke."),
    "the kind of claim": (RATED, "type: number", "type: event"),
}


@pytest.mark.parametrize(("name", "old", "new"), CHANGES.values(), ids=CHANGES)
def test_a_change_since_it_was_read_is_told_until_it_is_read_again(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    path = edited(tmp_path, name, old, new)
    item, says = {SHEET: ("who|steps"), RATED: ("C01")}[name], f"somebody read it on {TODAY}"
    (finding,) = [one for one in told(path) if says in one]
    assert (found := re.search(rf", ({item}): It was changed after .*\. Read it again", finding))
    assert review(path, found[1]) == 0
    assert [one for one in told(path) if says in one] == []


SAME = {
    "a comment": ("- id: who\n", "- id: who  # Is it he?\n"),
    "another line": ("why: Glass fell.}", "why: Glass\n    fell.}"),
    "quotation marks": ("why: Glass fell.}", 'why: "Glass fell."}'),
    "the order of fields": (
        "  ask: Who says so?\n  show: S1\n",
        "  show: S1\n  ask: Who says so?\n",
    ),
    "a default": ("  ask: Who says so?\n", "  ask: Who says so?\n  several: false\n"),
}


@pytest.mark.parametrize(("old", "new"), SAME.values(), ids=SAME)
def test_a_signature_outlives_what_changes_no_meaning(tmp_path: Path, old: str, new: str) -> None:
    assert told(edited(tmp_path, SHEET, old, new)) == []


def test_a_field_that_a_later_kit_adds_undoes_no_signature() -> None:
    fields = [("id", str), ("reviewed", str, "")]
    more = [("more", list[str], msgspec.field(default_factory=list)), ("one", bool, True)]
    now, later = msgspec.defstruct("Now", fields), msgspec.defstruct("Later", fields + more)
    assert print_of(now("a")) == print_of(later("a")) == print_of(later("a", reviewed="x"))
    assert print_of(later("a", more=["b"])) != print_of(later("a")) != print_of(later("b"))


@pytest.mark.parametrize(
    ("name", "number", "ids"),
    [(SHEET, 7, "vote, who, place and 4 more"), (RATED, 2, "C01, C02")],
)
def test_a_new_text_is_told_in_one_sentence_that_nobody_has_signed_it(
    tmp_path: Path, name: str, number: int, ids: str
) -> None:
    path = small_kit(tmp_path) / name
    path.write_text({SHEET: EXERCISES_FILE, RATED: CLAIMS}[name], encoding="utf-8")
    (says,) = told(path)
    assert f"reviewed: Nobody has signed {number} of {number} items ({ids}); read what" in says
    assert main(["check", str(path)]) == 1
    assert review(path) == 0
    assert told(path) == []


def test_what_else_is_wrong_with_a_new_text_is_told_beside_it(tmp_path: Path) -> None:
    path = small_kit(tmp_path) / SHEET
    path.write_text(EXERCISES_FILE.replace("Glass fell.", '""'), encoding="utf-8")
    assert len(told(path)) == 2


WRITTEN = {
    "a day to come": (f"{TODAY + timedelta(days=3)} 0a1b2c3d", "who: It is signed on "),
    "no day": ("2024-02-30 0a1b2c3d", "who: “2024-02-30 0a1b2c3d” is not a signature"),
    "no print": ("2024-02-03", "who: “2024-02-03” is not a signature"),
    "anything": (100 * "x", f"who: “{40 * 'x'}” is not a signature"),
}


@pytest.mark.parametrize(("written", "says"), WRITTEN.values(), ids=WRITTEN)
def test_a_signature_has_a_day_that_has_been(tmp_path: Path, written: str, says: str) -> None:
    path = small_kit(tmp_path) / SHEET
    text = path.read_text(encoding="utf-8")
    new = re.sub(r"(?<=id: who\n  reviewed: ).*", f'"{written}"', text)
    path.write_text(new, encoding="utf-8")
    (finding,) = told(path)
    assert says in finding
    assert finding.endswith(f"run “python3 -m helpers review {path} who”.")


def test_the_digits_of_a_day_are_those_of_ascii() -> None:
    assert read_signature("٢٠٢٤-10-31 0a1b2c3d") is None


FLOW = "kind: poll, ask: a, after: b, options: []"
BLOCK = FLOW.replace(", ", "\n  ")
WAYS = {
    "as they are": EXERCISES_FILE,
    "with the line ends of Windows": EXERCISES_FILE.replace("\n", "\r\n"),
    "with a byte order mark": f"\ufeff{EXERCISES_FILE}",
    "with comments and pictures": f"# é 🚀\n{EXERCISES_FILE}".replace(
        "id: who\n", "id: who  # 🚀\n"
    ),
    "between braces": f'{EXERCISES_FILE}- {{"id": "y", {FLOW}}}\n- {{{FLOW}, id: z}}',
    "with the id last": f"{EXERCISES_FILE}- {BLOCK}\n  id: z",
    "indented": f"{EXERCISES_FILE}-    id: z\n     {BLOCK.replace('  ', 5 * ' ')}\n",
}


@pytest.mark.parametrize("written", WAYS.values(), ids=WAYS)
def test_all_bytes_but_the_signatures_stay(tmp_path: Path, written: str) -> None:
    path = tmp_path / "01-lamps.yaml"
    path.write_bytes(before := written.encode())
    assert review(path) == 0
    signed = path.read_bytes()
    assert signed.count(b"reviewed: ") == before.count(b"kind: ")
    assert signed.count(b"\r") == (signed.count(b"\n") if b"\r" in before else 0)
    assert PUT_IN.sub(b"", signed).removesuffix(b"\n") == before.removesuffix(b"\n")
    assert review(path) == 0
    assert path.read_bytes() == signed
    assert [one.name for one in tmp_path.iterdir()] == ["01-lamps.yaml"]


def test_a_signature_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    path = edited(tmp_path, SHEET, "why: Glass fell.", "why: Glass broke.")
    before = path.read_text(encoding="utf-8").splitlines()
    assert review(path) == 0
    after = path.read_text(encoding="utf-8").splitlines()
    (changed_line,) = [n for n, line in enumerate(after) if line != before[n]]
    assert (len(after), after[changed_line - 1]) == (len(before), "- id: steps")


def test_it_says_what_it_signed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = small_kit(tmp_path) / SHEET
    path.write_text(EXERCISES_FILE, encoding="utf-8")
    day = datetime.now(UTC).astimezone().date()
    assert review(path, "who", "marks") == 0
    assert f"Signed 2 of 7 items in {path} as read on {day}: who, marks.\n" == _out(capsys)
    assert "5 of 7 items (vote, place, near and 2 more)" in told(path)[0]
    assert review(path) == 0
    assert "Signed 5 of 7 items in " in _out(capsys)
    assert review(path) == 0
    assert f"Nothing to sign in {path}: 7 items are signed as they stand.\n" == _out(capsys)


def test_an_item_that_is_named_is_signed_again(tmp_path: Path) -> None:
    path = small_kit(tmp_path) / SHEET
    old = path.read_text(encoding="utf-8").replace(f"reviewed: {TODAY}", "reviewed: 2024-10-31")
    path.write_text(old, encoding="utf-8")
    assert told(path) == []
    assert review(path) == review(path, "who") == 0
    assert path.read_text(encoding="utf-8").count("reviewed: 2024-10-31") == 6


def test_the_folder_of_a_text_stands_for_its_claims(tmp_path: Path) -> None:
    path = small_kit(tmp_path) / RATED
    path.write_text(CLAIMS, encoding="utf-8")
    assert review(path.parent) == 0
    assert told(path) == []


REFUSED = {
    "an id that is not there": ([SHEET, "nobody"], "01-lamps.yaml has no “nobody”; look at"),
    "a text": (["seeds/lamps/article.txt"], "article.txt holds nothing that is signed; name"),
    "what is known of it": (["seeds/lamps/article.yaml"], "article.yaml holds nothing that is"),
    "a file that is not there": (["seeds/none.yaml"], "none.yaml cannot be read: No such file"),
    "a folder without claims": (["seeds/twin"], "claims.yaml cannot be read: No such file"),
    "claims that cannot be read": (["seeds/odd"], "claims.yaml, line 2: "),
}


@pytest.mark.parametrize(("words", "says"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_signed_is_one_sentence(
    tmp_path: Path, words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (small_kit(tmp_path) / "seeds/odd").mkdir()
    (tmp_path / "seeds/odd/claims.yaml").write_text("claims: [", encoding="utf-8")
    name, *ids = words
    assert review(tmp_path / name, *ids) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert says in line


def test_an_id_that_stands_elsewhere_is_left_to_its_writer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "01-lamps.yaml"
    text = EXERCISES_FILE.replace("title: Lamps", "title: &z z")
    path.write_text(f"{text}- id: *z\n  {BLOCK}\n", encoding="utf-8")
    before = path.read_bytes()
    assert review(path, "z") == 2
    said = capsys.readouterr().err
    assert re.search(rf"write “reviewed: {TODAY.year}.* [0-9a-f]{{8}}” under the id “z”", said)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["01-lamps.yaml"]


def test_a_file_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = edited(tmp_path, SHEET, "why: Glass fell.", "why: Glass broke.")
    before = path.read_bytes()
    path.with_name(f".{path.name}.draft").mkdir()
    assert review(path) == 2
    assert "cannot be read or written: " in capsys.readouterr().err
    assert path.read_bytes() == before


def test_another_python_is_given_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[str, ...]] = []
    monkeypatch.setattr(review_command, "ready_python", lambda _: "another-python")
    monkeypatch.setattr(review_command, "hand_over", lambda *words: len(given.append(words) or ""))
    assert review("a.yaml", "who", "near") == 0
    helpers = str(ROOT / "helpers")
    assert given == [("another-python", helpers, "review", "a.yaml", "who", "near")]


def _out(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out
