"""What the site takes from outside: fetched once, held to its hash, or a plain sentence."""

from __future__ import annotations

import base64
import errno
import hashlib
import io
import os
import sys
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from helpers.commands import install
from helpers.errors import KitError
from helpers.site import downloads, pins
from helpers.site.archives import about_wheel, packed, unpacked
from helpers.site.cache import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(pins.__file__).parent


def wheel(name: str, tag: str = "py3-none-any", **files: bytes) -> tuple[str, bytes]:
    content = {f"{name}/{file.replace('_', '.')}": said for file, said in files.items()}
    return f"{name}-1-{tag}.whl", packed({**content, **about_wheel(name, "1")})


def npm_archive() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as archive:
        for name in downloads.PYODIDE:
            about = tarfile.TarInfo(f"package/{name}")
            about.size = len(name)
            archive.addfile(about, io.BytesIO(name.encode()))
    return file.getvalue()


class Registry:
    """Stands in for npm and pip: gives files, or fails as they do."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.files: dict[str, bytes] = {}
        self.fails_with: Exception | None = None

    def run(self, command: list[str], folder: Path, step: str) -> None:
        self.asked.append(command)
        assert step.endswith("only this once")
        if self.fails_with:
            raise self.fails_with
        for name, content in self.files.items():
            (folder / name).write_bytes(content)


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    registry = Registry()
    monkeypatch.setattr(install, "run", registry.run)
    for variable in ("KIT_NODE", "KIT_NPM"):  # set by the command that runs all tests
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(downloads.shutil, "which", lambda name: f"/bin/{name}")
    return registry


@pytest.fixture
def npm(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> Registry:
    """Let npm have an archive that the kit knows."""
    archive = npm_archive()
    pin = pins.Pin("pyodide", "1", "sha512", hashlib.sha512(archive).digest())
    monkeypatch.setattr(downloads, "npm_pins", lambda: [pin])
    registry.files = {"pyodide-1.tgz": archive}
    return registry


@pytest.fixture
def asked(registry: Registry, tmp_path: Path) -> Path:
    """Write a requirement file for two wheels that pip has."""
    registry.files = dict([wheel("calm", a_py=b"1"), wheel("fast", a_py=b"2")])
    lines = [
        f"{name.split('-')[0]}==1 --hash=sha256:{hashlib.sha256(content).hexdigest()}"
        for name, content in registry.files.items()
    ]
    file = tmp_path / "asked.txt"
    file.write_text("# Two of them.\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return file


# The pins


@pytest.mark.parametrize("file", sorted(HERE.glob("*requirements.txt")), ids=lambda f: f.name)
def test_each_package_is_pinned_with_one_hash(file: Path) -> None:
    found = pins.wheel_pins(file)
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert len(found) == len(lines) > 0
    assert all(len(pin.digest) == 32 for pin in found)
    names = [pin.name.lower() for pin in found]
    assert names == sorted(names)


def test_what_the_browser_has_is_what_a_kernel_has() -> None:
    kernel = (HERE.parents[1] / "requirements.txt").read_text("utf-8").split()
    for pin in pins.wheel_pins(pins.PLAYER):
        assert f"{pin.name}=={pin.version}" in kernel


def test_what_comes_by_npm_is_pinned_with_its_integrity() -> None:
    assert [pin.name for pin in pins.npm_pins()] == ["pyodide"]
    assert all(len(pin.digest) == 64 for pin in pins.npm_pins())


@pytest.mark.parametrize(
    "line", ["msgspec==1", "msgspec --hash=sha256:" + "0" * 64, "msgspec>=1", "-r other.txt"]
)
def test_a_line_that_pins_nothing_is_refused(line: str, tmp_path: Path) -> None:
    (tmp_path / "asked.txt").write_text(f"# A remark.\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="is no pin"):
        pins.wheel_pins(tmp_path / "asked.txt")


def test_a_pin_of_npm_reads_as_npm_writes_it(tmp_path: Path) -> None:
    digest = hashlib.sha512(b"archive").digest()
    told = f"@some/thing@1.0.2 sha512-{base64.b64encode(digest).decode()}\n"
    (tmp_path / "pins.txt").write_text(told, encoding="utf-8")
    (pin,) = pins.npm_pins(tmp_path / "pins.txt")
    assert (pin.name, pin.version) == ("@some/thing", "1.0.2")
    assert pin.fits(b"archive")
    assert not pin.fits(b"another")


# Pyodide


def test_pyodide_is_fetched_once(npm: Registry, tmp_path: Path) -> None:
    folder = downloads.fetch_pyodide(tmp_path)
    assert {path.name: path.read_text() for path in folder.iterdir()} == {
        name: name for name in downloads.PYODIDE
    }
    assert npm.asked[0][:3] == ["/bin/npm", "pack", "pyodide@1"]
    assert downloads.fetch_pyodide(tmp_path) == folder
    assert len(npm.asked) == 1


def test_without_node_a_sentence_says_how_to_get_it(
    npm: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads.shutil, "which", lambda name: None if name == "node" else name)
    with pytest.raises(KitError, match=r"Node\.js with npm, and node was not found: install"):
        downloads.fetch_pyodide(tmp_path)
    with pytest.raises(KitError, match="node was not found"):
        downloads.node()
    assert npm.asked == []


def test_another_archive_under_the_same_name_is_refused(npm: Registry, tmp_path: Path) -> None:
    npm.files = {"pyodide-1.tgz": npm_archive() + b"\0"}
    with pytest.raises(KitError, match="fetched as pyodide is not the package that the kit knows"):
        downloads.fetch_pyodide(tmp_path)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("name", downloads.PYODIDE)
def test_a_damaged_file_of_pyodide_is_mended(npm: Registry, tmp_path: Path, name: str) -> None:
    folder = downloads.fetch_pyodide(tmp_path)
    (folder / name).write_bytes(b"damaged")
    assert (downloads.fetch_pyodide(tmp_path) / name).read_text() == name
    assert len(npm.asked) == 1


# Wheels


def test_wheels_are_fetched_once(registry: Registry, asked: Path, tmp_path: Path) -> None:
    assert downloads.fetch_wheels(asked, tmp_path) == registry.files
    assert downloads.fetch_wheels(asked, tmp_path) == registry.files
    (command,) = registry.asked
    assert command[:4] == [sys.executable, "-m", "pip", "download"]
    assert {"--require-hashes", "--no-deps", "--only-binary=:all:"} < set(command)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "gone": Path.unlink,
    "half": lambda path: os.truncate(path, 5),
    "empty": lambda path: path.write_bytes(b""),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_is_damaged_or_gone_is_fetched_again(
    registry: Registry, asked: Path, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    downloads.fetch_wheels(asked, tmp_path)
    damage(tmp_path / "wheels" / "calm-1-py3-none-any.whl")
    assert downloads.fetch_wheels(asked, tmp_path) == registry.files
    assert len(registry.asked) == 2


def test_what_no_longer_is_asked_for_is_not_given(
    registry: Registry, asked: Path, tmp_path: Path
) -> None:
    downloads.fetch_wheels(asked, tmp_path)
    *first, _ = asked.read_text("utf-8").splitlines()
    asked.write_text("\n".join(first), encoding="utf-8")
    assert [*downloads.fetch_wheels(asked, tmp_path)] == ["calm-1-py3-none-any.whl"]
    assert len(registry.asked) == 1


def test_a_wheel_that_did_not_come_is_named(
    registry: Registry, asked: Path, tmp_path: Path
) -> None:
    del registry.files["fast-1-py3-none-any.whl"]
    with pytest.raises(KitError, match="fetched as fast is not"):
        downloads.fetch_wheels(asked, tmp_path)


def test_a_failed_fetch_leaves_nothing_half_done(
    registry: Registry, asked: Path, tmp_path: Path
) -> None:
    registry.fails_with = KitError("The packages could not be fetched.")
    with pytest.raises(KitError, match="could not be fetched"):
        downloads.fetch_wheels(asked, tmp_path)
    assert list((tmp_path / "wheels").iterdir()) == []


def test_of_a_wheel_for_linux_its_python_is_left(
    registry: Registry, asked: Path, tmp_path: Path
) -> None:
    name, content = wheel("half", "cp314-cp314-manylinux2014_x86_64", a_py=b"1", b_so=b"\x7fELF")
    registry.files = {name: content}
    asked.write_text(
        f"half==1 --hash=sha256:{hashlib.sha256(content).hexdigest()}\n", encoding="utf-8"
    )
    for _ in range(2):  # as it was fetched, and as it was kept
        [(given, pure)] = downloads.fetch_wheels(asked, tmp_path).items()
        assert given == "half-1-py3-none-any.whl"
        files = unpacked(pure)
        assert min(files) == "half-1.dist-info/METADATA"
        assert "half/a.py" in files
        assert "half/b.so" not in files
        assert b"\nTag: py3-none-any\n" in files["half-1.dist-info/WHEEL"]
        assert b"b.so" not in files["half-1.dist-info/RECORD"]


# The disk


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full: free about"),
        (PermissionError(errno.EACCES, "Permission denied"), r"to \(Permission denied\): change"),
    ],
)
def test_a_disk_that_takes_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, sentence: str
) -> None:
    (tmp_path / "file").write_bytes(b"before")

    def refuse(path: Path, content: bytes) -> None:
        path.touch()
        assert content == b"after"
        raise error

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(KitError, match=sentence):
        write_whole(tmp_path / "file", b"after")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"before"


def test_a_file_where_the_cache_belongs_is_told(
    registry: Registry, asked: Path, tmp_path: Path
) -> None:
    (tmp_path / "cache").touch()
    with pytest.raises(KitError, match="cannot be written to"):
        downloads.fetch_wheels(asked, tmp_path / "cache")
    assert registry.asked == []
