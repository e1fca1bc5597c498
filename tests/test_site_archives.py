"""Archives for the browser: the same files make the same bytes, and nothing is lost on the way."""

from __future__ import annotations

import base64
import csv
import hashlib
import importlib
import io
import os
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from helpers.commands import install
from helpers.commands.students_files import GOES_IN, KEYS
from helpers.errors import KitError
from helpers.paths import ROOT
from helpers.site import bytecode
from helpers.site.archives import about_wheel, packed, unpacked, with_record
from helpers.site.cache import Made, key_of
from helpers.site.compiling import compile_all, compiled
from helpers.site.kit_archive import kit_archive

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = b'"""A module."""\n\nNAMES = {"b", "a"}\n'
FILES = {"calm/__init__.py": SOURCE, "calm/words.txt": b"calm", "calm/old.py": b"print 1\n"}


# Packing


def test_the_same_files_make_the_same_bytes_in_any_order() -> None:
    one, two = packed(FILES), packed(dict(reversed(FILES.items())))
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert archive.namelist() == sorted(FILES)
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
    assert unpacked(one) == FILES


def test_folders_are_no_files() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.mkdir("calm")
        archive.writestr("calm/a.txt", b"a")
    assert unpacked(file.getvalue()) == {"calm/a.txt": b"a"}


def test_a_record_lists_each_file_with_its_hash() -> None:
    files = with_record(with_record({**FILES, **about_wheel("calm", "1")}))
    rows = {
        row[0]: row[1:] for row in csv.reader(files["calm-1.dist-info/RECORD"].decode().split())
    }
    assert rows.pop("calm-1.dist-info/RECORD") == ["", ""]
    assert rows.keys() == files.keys() - {"calm-1.dist-info/RECORD"}
    digest = base64.urlsafe_b64encode(hashlib.sha256(SOURCE).digest()).decode().rstrip("=")
    assert rows["calm/__init__.py"] == [f"sha256={digest}", str(len(SOURCE))]


# Compiling


def test_what_is_compiled_runs_without_its_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "calm.zip").write_bytes(compiled(packed(FILES)))
    assert [*unpacked((tmp_path / "calm.zip").read_bytes())] == [
        *("calm/__init__.pyc", "calm/old.py", "calm/words.txt")
    ]
    monkeypatch.syspath_prepend(str(tmp_path / "calm.zip"))
    calm = importlib.import_module("calm")
    monkeypatch.delitem(sys.modules, "calm")
    assert calm.__doc__ == "A module."
    assert {"a", "b"} == calm.NAMES


def test_what_is_compiled_twice_is_the_same_and_knows_no_folder() -> None:
    archive = packed({"calm/__init__.py": SOURCE})
    assert compiled(archive) == compiled(archive)
    (content,) = unpacked(compiled(archive)).values()
    assert b"calm/__init__.py" in content
    assert b"source.py" not in content


def test_a_compiled_wheel_lists_what_it_holds() -> None:
    files = unpacked(compiled(packed(with_record({**FILES, **about_wheel("calm", "1")}))))
    assert files == with_record(files)
    assert b"calm/__init__.pyc,sha256=" in files["calm-1.dist-info/RECORD"]


class Node:
    """Stands in for Node.js: compiles with the Python that is here, or fails."""

    def __init__(self) -> None:
        self.asked: list[set[str]] = []
        self.fails = ""

    def watched(self, command: list[str], step: str) -> tuple[int, str]:
        asked, given = map(Path, command[-2:])
        assert (step, command[1]) == ("Compiling for the browser", str(bytecode.SCRIPT))
        self.asked.append({path.name for path in asked.iterdir()})
        if not self.fails:
            compile_all(asked, given)
        return bool(self.fails), self.fails


@pytest.fixture
def node(monkeypatch: pytest.MonkeyPatch) -> Node:
    node = Node()
    monkeypatch.setattr(install, "watched", node.watched)
    monkeypatch.setattr(bytecode, "node", lambda: "node")
    return node


ARCHIVES = {"a.zip": packed({"a.py": b"1"}), "b.zip": packed({"b.py": b"2"})}


def test_only_what_is_new_is_compiled(node: Node, tmp_path: Path) -> None:
    made = bytecode.compiled_archives(ARCHIVES, tmp_path, tmp_path)
    assert made == {name: compiled(archive) for name, archive in ARCHIVES.items()}
    more = {**ARCHIVES, "b.zip": packed({"b.py": b"3"}), "again.zip": ARCHIVES["a.zip"]}
    again = bytecode.compiled_archives(more, tmp_path, tmp_path)
    assert node.asked == [{"a.zip", "b.zip"}, {"b.zip"}]
    assert again["a.zip"] == again["again.zip"] == made["a.zip"]
    assert again["b.zip"] != made["b.zip"]


def test_another_pyodide_compiles_anew(node: Node, tmp_path: Path) -> None:
    bytecode.compiled_archives(ARCHIVES, tmp_path, tmp_path)
    (tmp_path / "package.json").write_text('{"version": "2"}', encoding="utf-8")
    bytecode.compiled_archives(ARCHIVES, tmp_path, tmp_path)
    assert len(node.asked) == 2


DAMAGES: dict[str, Callable[[Path], object]] = {
    "gone": Path.unlink,
    "half": lambda path: os.truncate(path, 5),
    "another": lambda path: path.write_bytes(ARCHIVES["a.zip"]),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_was_made_and_is_damaged_is_made_anew(
    node: Node, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    made = bytecode.compiled_archives(ARCHIVES, tmp_path, tmp_path)
    for path in (tmp_path / "compiled").iterdir():
        damage(path)
    assert bytecode.compiled_archives(ARCHIVES, tmp_path, tmp_path) == made
    assert len(node.asked) == 2
    assert len(list((tmp_path / "compiled").iterdir())) == 2


def test_what_node_says_becomes_one_sentence(node: Node, tmp_path: Path) -> None:
    node.fails = "at line 3\nPythonError: no memory\n    at run (x.mjs)\n\nNode.js v20.1\n"
    with pytest.raises(KitError, match=r"its last words were: PythonError: no memory$"):
        bytecode.compiled_archives(ARCHIVES, tmp_path, tmp_path)


def test_a_disk_that_is_full_meanwhile_is_told(node: Node, tmp_path: Path) -> None:
    node.fails = "Error: ENOSPC: no space left on device, write\n"
    with pytest.raises(KitError, match="The disk is full: free about"):
        bytecode.compiled_archives(ARCHIVES, tmp_path, tmp_path)


def test_a_key_names_all_parts_in_their_order(tmp_path: Path) -> None:
    keys = {key_of(b"a", b"b"), key_of(b"b", b"a"), key_of(b"ab"), key_of(b"a", b"b", b"")}
    assert len(keys) == 4
    made = Made(tmp_path / "made")
    assert made.find(key_of(b"a")) is None
    assert made.keep(key_of(b"a"), b"made of a") == made.find(key_of(b"a")) == b"made of a"


# The kit


def test_the_kit_for_the_browser_has_what_a_lesson_needs_and_nothing_for_a_desk() -> None:
    name, wheel = kit_archive(keys=False)
    assert name == "according_to_reports-1.0-py3-none-any.whl"
    files = unpacked(wheel)
    assert files == with_record(files)
    for needed in (
        *("helpers/lesson.py", "helpers/view/static/page.js", "lessons/slips.yaml"),
        *("lessons/exercises/02-who-says-so.yaml", "lessons/forms/a.yaml"),
        *("seeds/kursk/article.txt", "seeds/kursk/nk_figures.csv", "seeds/conditions.yaml"),
    ):
        assert files[needed] == (ROOT / needed).read_bytes()
    rooms = {name.split("/")[1] for name in files if name.startswith("helpers/")}
    assert rooms & {"commands", "checks", "site", "lesson_page"} == set()
    assert not [name for name in files if name.endswith((".ipynb", ".md", ".schema.json"))]
    assert not [name for name in files if name.startswith(KEYS)]


def test_with_keys_they_are_all_that_is_added() -> None:
    without, with_keys = (unpacked(kit_archive(keys=keys)[1]) for keys in (False, True))
    added = with_keys.keys() - without.keys()
    assert added
    assert all(name.startswith(f"{KEYS}/") for name in added)


def test_the_same_kit_makes_the_same_wheel(tmp_path: Path) -> None:
    for name in GOES_IN:
        path = tmp_path / name / "a.yaml" if "." not in name else tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    one = kit_archive(keys=False, root=tmp_path)
    for path in tmp_path.rglob("*"):
        os.utime(path, (2e9, 2e9))
    assert kit_archive(keys=False, root=tmp_path) == one
    (tmp_path / "seeds" / "a.yaml").write_text("another", encoding="utf-8")
    assert kit_archive(keys=False, root=tmp_path) != one
