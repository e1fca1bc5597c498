"""The file of a handout: its place, what lies there already, and the command that asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers.__main__ import arguments
from helpers.classroom import handout_file
from helpers.classroom.handout import Wanted, make_handout
from helpers.classroom.handout_file import write_handout
from helpers.commands import handout as command
from helpers.errors import KitError
from helpers.kinds.exercises import open_exercises
from helpers.paths import LESSONS
from helpers.texts.notebook_file import read_notebook

if TYPE_CHECKING:
    from pathlib import Path

STEMS = [path.stem for path in sorted(LESSONS.glob("[0-9]*.ipynb"))]


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIT_WORK", str(tmp_path / "work"))
    return tmp_path / "work"


def test_a_handout_has_its_place_and_takes_that_of_an_older_one(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for wanted, name in (
        (Wanted(), "01-cold-read.html"),
        (Wanted(key=True), "01-cold-read-key.html"),
        (Wanted(form="b"), "01-cold-read-b.html"),
    ):
        for _ in range(2):
            assert write_handout("01-cold-read", wanted) == 0
            place = work / "handouts" / name
            assert str(place) in capsys.readouterr().out
            page = read_notebook(LESSONS / "01-cold-read.ipynb")
            expected = make_handout(open_exercises("01-cold-read"), page, wanted)
            assert place.read_text(encoding="utf-8") == expected
    assert len([*(work / "handouts").iterdir()]) == 3


def test_what_is_not_ours_is_left_as_it_is(work: Path) -> None:
    work.mkdir()
    mine = work / "essay.html"
    mine.write_text("My essay.", encoding="utf-8")
    for place in (mine, work):
        with pytest.raises(KitError, match="no handout of the kit"):
            write_handout("00-start-here", Wanted(), str(place))
    assert mine.read_text(encoding="utf-8") == "My essay."
    with pytest.raises(KitError, match="cannot be written"):
        write_handout("00-start-here", Wanted(), str(mine / "x.html"))


def test_a_fault_while_writing_leaves_the_older_handout(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_handout("00-start-here", Wanted())
    [place] = (work / "handouts").iterdir()
    before = place.read_bytes()

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(handout_file.Path, "replace", fails)
    with pytest.raises(KitError, match="No space left"):
        write_handout("00-start-here", Wanted(paper="letter"))
    assert [*(work / "handouts").iterdir()] == [place]
    assert place.read_bytes() == before


@pytest.mark.parametrize("name", ["02", "../seeds/kursk", "", "none"])
def test_a_lesson_that_is_not_there_is_answered_with_those_that_are(work: Path, name: str) -> None:
    with pytest.raises(KitError) as error:
        write_handout(name, Wanted())
    assert all(stem in str(error.value) for stem in STEMS)
    assert not work.exists()


def test_the_command_says_the_same_to_another_python() -> None:
    for line in (
        ["handout", "02-who-says-so"],
        ["handout", "01-cold-read", "--key", "--paper", "letter", "--form", "b", "--out", "x.html"],
    ):
        options = arguments(line)
        fields = options.lesson, options.key, options.paper, options.form, options.out
        asked_for = command.Asked(*fields)
        again = arguments([*asked_for.words()])
        assert (again.lesson, again.key, again.paper, again.form, again.out) == fields
    with pytest.raises(KitError, match="--out"):
        command.start(command.Asked("x", key=False, paper="a4", form="", out=""), run=lambda _: 1)
