"""The students' folder: what is in it, what never is, and that it comes whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from helpers import __main__ as line
from helpers.commands import bundle
from helpers.commands.students_files import FOLDERS, GOES_IN, INSTRUCTORS, KEYS, students_files
from helpers.errors import KitError
from helpers.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET = "the key of this test is a secret"  # noqa: S105 - it stands for the keys of a test
KEY_FILES = {f"{KEYS}/{form}.yaml" for form in "abc"}
HELD_BACK = (f"{INSTRUCTORS}/guide.md", f"{INSTRUCTORS}/pictures/class.png")
LEFT_ALONE = (
    *("tests/test_bundle.py", "pyproject.toml", "biome.jsonc", ".git/config", ".github/test.yml"),
    *("lessons/.ipynb_checkpoints/a.yaml", f"{KEYS}/.ipynb_checkpoints/a.yaml"),
    *("helpers/__pycache__/paths.pyc", "helpers/.mypy_cache/x.json", "lessons/.DS_Store"),
)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def names_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


def write(folder: Path, name: str, text: str = SECRET) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy what of the kit students get."""
    copy = tmp_path_factory.mktemp("clean")
    for name in GOES_IN:
        if (ROOT / name).is_dir():
            leave = shutil.ignore_patterns("__pycache__", ".*", "work", "test-results")
            shutil.copytree(ROOT / name, copy / name, ignore=leave)
        else:
            shutil.copy2(ROOT / name, copy / name)
    for name in (KEYS, INSTRUCTORS):
        shutil.rmtree(copy / name, ignore_errors=True)
    return copy


@pytest.fixture(scope="module")
def kit(clean: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Add to it all that an instructor's folder has besides, each with the secret in it."""
    copy = tmp_path_factory.mktemp("kit")
    shutil.copytree(clean, copy, dirs_exist_ok=True)
    for name in (*KEY_FILES, *HELD_BACK, *LEFT_ALONE, *ignored_by_git()):
        write(copy, name)
    return copy


def ignored_by_git() -> list[str]:
    """Give a file for each line of what git ignores, at the top and further down."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert "work/" in lines
    return [
        f"{folder}{one}left" if one.endswith("/") else f"{folder}{one}"
        for one in lines
        for folder in ("", "lessons/", "lessons/exercises/", "helpers/commands/")
    ]


def run(kit: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a copy of the kit, in a Python without any packages."""
    return subprocess.run(
        [sys.executable, "-S", "-B", str(kit / "helpers"), "bundle", *words],
        cwd=kit,
        env={**os.environ, "KIT_WORK": "", **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def made(kit: Path, out: Path, *words: str) -> str:
    """Make a students' folder, and give what was said."""
    done = run(kit, str(out), *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def refused(kit: Path, *words: str) -> str:
    """Give the one sentence with which the command refuses."""
    done = run(kit, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    return done.stderr


# What is in it


def test_students_get_the_whole_kit_and_nothing_else(
    kit: Path, clean: Path, tmp_path: Path
) -> None:
    out = tmp_path / "students"
    says = f"The students’ folder is ready: {out}. It holds no keys of the tests.\n"
    assert made(kit, out) == says
    assert names_in(out) == names_in(clean)
    for name in names_in(clean) - {"seeds/README.md"}:
        assert (out / name).read_bytes() == (clean / name).read_bytes(), name
    assert os.access(out / "postBuild", os.X_OK)
    assert not os.access(out / "README.md", os.X_OK)


def test_without_keys_no_file_is_one_and_no_file_quotes_one(kit: Path, tmp_path: Path) -> None:
    made(kit, tmp_path / "students", "--keys", "no")
    names = names_in(tmp_path / "students")
    assert [name for name in names if "keys" in Path(name).parts[:-1]] == []
    keys = [(kit / name).read_bytes() for name in KEY_FILES]
    for name in names:
        content = (tmp_path / "students" / name).read_bytes()
        assert [key for key in keys if key in content] == [], name


def test_with_keys_only_the_keys_are_added(kit: Path, clean: Path, tmp_path: Path) -> None:
    says = made(kit, tmp_path / "all", "--keys", "yes")
    assert says.endswith(". It holds the keys of the tests.\n")
    assert names_in(tmp_path / "all") - names_in(clean) == KEY_FILES
    assert names_in(clean) <= names_in(tmp_path / "all")


def test_a_zip_holds_the_same_in_one_folder(kit: Path, tmp_path: Path) -> None:
    made(kit, tmp_path / "students")
    made(kit, tmp_path / "students.ZIP")
    with zipfile.ZipFile(tmp_path / "students.ZIP") as archive:
        archive.extractall(tmp_path / "unpacked")
        modes = {info.filename: info.external_attr >> 16 for info in archive.infolist()}
    assert [path.name for path in (tmp_path / "unpacked").iterdir()] == [bundle.NAME]
    unpacked = tmp_path / "unpacked" / bundle.NAME
    assert names_in(unpacked) == names_in(tmp_path / "students")
    for name in names_in(unpacked):
        assert (unpacked / name).read_bytes() == (tmp_path / "students" / name).read_bytes()
    assert modes[f"{bundle.NAME}/postBuild"] == bundle.TO_RUN
    assert modes[f"{bundle.NAME}/README.md"] == bundle.TO_READ


def test_the_same_kit_makes_the_same_zip(kit: Path, tmp_path: Path) -> None:
    made(kit, tmp_path / "one.zip")
    later = shutil.copytree(kit, tmp_path / "kit")
    for path in later.rglob("*"):
        os.utime(path, (2e9, 2e9))
        path.chmod(path.stat().st_mode & 0o700)
    made(later, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == sorted(archive.namelist())


def test_the_links_of_its_pages_lead_somewhere(kit: Path, tmp_path: Path) -> None:
    made(kit, tmp_path / "students")
    pages = sorted((tmp_path / "students").rglob("*.md"))
    assert len(pages) > 4
    for page in pages:
        links = LINK.findall(page.read_text(encoding="utf-8"))
        lost = [link for link in links if not (page.parent / link).exists()]
        assert [link for link in lost if INSTRUCTORS not in link and KEYS not in link] == [], page


def test_the_command_starts_from_the_folder_too(kit: Path, tmp_path: Path) -> None:
    made(kit, tmp_path / "students")
    made(tmp_path / "students", tmp_path / "again")
    assert names_in(tmp_path / "again") == names_in(tmp_path / "students")
    assert "There are no keys in" in refused(tmp_path / "students", "new", "--keys", "yes")


# Where it lies


def test_without_a_name_it_lies_where_git_does_not_look(
    kit: Path, clean: Path, tmp_path: Path
) -> None:
    work = tmp_path / "work"
    done = run(kit, KIT_WORK=str(work))
    assert str(work / "bundle" / bundle.NAME) in done.stdout
    assert names_in(work / "bundle" / bundle.NAME) == names_in(clean)
    assert "is there already" in run(kit, KIT_WORK=str(work)).stderr


def test_an_empty_folder_is_filled_even_from_inside(kit: Path, clean: Path, tmp_path: Path) -> None:
    number = tmp_path.stat().st_ino
    command = [sys.executable, "-S", "-B", str(kit / "helpers"), "bundle", "."]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert names_in(tmp_path) == names_in(clean)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(GOES_IN)
    assert tmp_path.stat().st_ino == number, "it may be a disk: it is filled, and not replaced"


@pytest.mark.parametrize("what", ["students", "students.zip", "file", "folder.zip", "lost"])
def test_nothing_is_overwritten(kit: Path, tmp_path: Path, what: str) -> None:
    write(tmp_path, "students/mine.txt", "mine")
    write(tmp_path, "students.zip", "mine")
    write(tmp_path, "file", "mine")
    (tmp_path / "folder.zip").mkdir()
    (tmp_path / "lost").symlink_to(tmp_path / "students")
    before = names_in(tmp_path)
    says = refused(kit, str(tmp_path / what))
    assert says.startswith(f"Something is there already: {(tmp_path / what).resolve()}.")
    assert names_in(tmp_path) == before
    assert (tmp_path / "students.zip").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("folder", FOLDERS)
def test_it_does_not_lie_in_what_is_copied(kit: Path, folder: str) -> None:
    for out in (f"{folder}/new", f"{folder}/new.zip", f"seeds/../{folder}/a/b"):
        assert f"lies in {kit / folder}, which students get" in refused(kit, out)
    assert not list((kit / folder).glob("new*"))


def test_an_empty_name_is_no_place(kit: Path) -> None:
    assert refused(kit, "").startswith("An empty OUT names nothing")


def test_a_place_that_cannot_be_is_told(kit: Path, tmp_path: Path) -> None:
    write(tmp_path, "file")
    says = refused(kit, str(tmp_path / "file" / "students"))
    assert says.startswith(f"The students’ folder cannot be made at {tmp_path}/file/students (")
    assert says.endswith("): name another place.\n")


# Whole, or not at all


FAILURES: dict[str, tuple[BaseException, int, str]] = {
    "a full disk": (
        OSError(errno.ENOSPC, "No space left on device"),
        2,
        "The disk is full, and no students’ folder was made",
    ),
    "a closed disk": (
        PermissionError(errno.EACCES, "Permission denied"),
        2,
        "(Permission denied): name another place.",
    ),
    "Ctrl-C": (KeyboardInterrupt(), 130, "Stopped."),
}


class Writer:
    """Stands in for what writes a file: some files pass, then it fails."""

    def __init__(self, write: Callable[..., object]) -> None:
        self.write, self.passed = write, 0
        self.fails_with: BaseException | None = None

    def __call__(self, *words: object) -> object:
        self.passed += 1
        if self.passed > 5 and self.fails_with:
            raise self.fails_with
        return self.write(*words)


@pytest.fixture
def writers(monkeypatch: pytest.MonkeyPatch) -> list[Writer]:
    """Watch how files are written into a folder and into a ZIP file."""
    found = []
    for owner, name in ((Path, "write_bytes"), (zipfile.ZipFile, "writestr")):
        writer = Writer(getattr(owner, name))
        monkeypatch.setattr(owner, name, lambda *words, do=writer: do(*words))
        found.append(writer)
    return found


@pytest.mark.parametrize("out", ["students", "students.zip", "empty"])
@pytest.mark.parametrize("what", FAILURES)
def test_what_is_half_written_is_taken_away(
    tmp_path: Path, writers: list[Writer], capsys: pytest.CaptureFixture[str], out: str, what: str
) -> None:
    (tmp_path / "empty").mkdir()
    error, code, says = FAILURES[what]
    for writer in writers:
        writer.fails_with = error
    assert line.main(["bundle", str(tmp_path / out)]) == code
    assert says in capsys.readouterr().err
    assert max(writer.passed for writer in writers) == 6, "some files were written by then"
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]
    assert list((tmp_path / "empty").iterdir()) == []


def test_what_came_to_the_place_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_late(draft: Path, files: object) -> None:
        draft.write_text("draft", encoding="utf-8")
        write(tmp_path, "students.zip", f"mine {len(str(files))}")

    monkeypatch.setattr(bundle, "_write_zip", write_late)
    with pytest.raises(KitError, match="is there already"):
        bundle.start(str(tmp_path / "students.zip"), keys=False)
    assert [path.name for path in tmp_path.iterdir()] == ["students.zip"]
    assert (tmp_path / "students.zip").read_text(encoding="utf-8").startswith("mine")


# A kit that is not as it should be


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Make a kit of one short file each."""
    for name in GOES_IN:
        write(tmp_path, f"{name}/text.md" if name in FOLDERS else name)
    return tmp_path


def names(kit: Path, *, keys: bool = False) -> list[str]:
    return [file.name for file in students_files(keys=keys, root=kit)]


@pytest.mark.parametrize("name", GOES_IN)
def test_what_is_missing_is_named(small: Path, name: str) -> None:
    assert f"{name}/text.md" in names(small) or name in names(small)
    (small / name).rename(small / "elsewhere")
    with pytest.raises(KitError, match=f"^{name} is missing from the kit's folder"):
        names(small)


@pytest.mark.parametrize(
    ("link", "to"),
    [
        ("lessons/more.md", "lessons/keys/a.yaml"),
        ("lessons/more", "lessons/keys"),
        ("seeds/mine", "/"),
        ("seeds/round", "seeds"),
        ("helpers/lost", "nowhere"),
    ],
)
def test_a_link_is_refused(small: Path, link: str, to: str) -> None:
    write(small, "lessons/keys/a.yaml")
    (small / link).symlink_to(small / to)
    with pytest.raises(KitError) as told:
        names(small)
    assert str(told.value).startswith(f"{small / link} is a link")


def test_a_folder_of_the_kit_that_is_a_link_is_refused(small: Path) -> None:
    (small / "seeds").rename(small / "elsewhere")
    (small / "seeds").symlink_to(small / "elsewhere")
    with pytest.raises(KitError, match="is a link"):
        names(small)


def test_keys_may_be_a_link_as_long_as_they_stay(small: Path) -> None:
    write(small, "private/a.yaml")
    (small / KEYS).symlink_to(small / "private")
    (small / ".venv").symlink_to("/nowhere")
    assert not [name for name in names(small) if "keys" in name]
    with pytest.raises(KitError, match="is a link"):
        names(small, keys=True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_what_never_ends_is_not_read(small: Path) -> None:
    os.mkfifo(small / "lessons" / "pipe")
    with pytest.raises(KitError, match="pipe is a link or something else that is no file"):
        names(small)


def test_a_file_that_cannot_be_read_is_named(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(KitError, match=r"README\.md cannot be read \(Permission denied\)"):
        names(small)


@pytest.mark.parametrize("prepare", [lambda _: None, Path.mkdir])
def test_keys_that_are_not_there_are_missed(small: Path, prepare: Callable[[Path], object]) -> None:
    prepare(small / KEYS)
    with pytest.raises(KitError) as told:
        names(small, keys=True)
    assert str(told.value).startswith(f"There are no keys in {small / KEYS}:")
    assert names(small)
