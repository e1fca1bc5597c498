"""What “Open as a notebook” is made from: its kernel, its lessons, its settings, its workers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from helpers.commands import install
from helpers.commands.environment import Environment
from helpers.errors import KitError
from helpers.paths import LESSONS
from helpers.site import lite_builder, lite_kernel, pins
from helpers.site.archives import about_wheel, packed, unpacked, with_record
from helpers.site.lite_builder import own_wheels, ready_builder, run_builder
from helpers.site.lite_contents import contents
from helpers.site.lite_kernel import Kernel, make_kernel, named_by_content
from helpers.site.lite_settings import CONFIG, FIRST, OWN_WORKER, settings, with_own_worker

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

IN_PAGE = "calm-1.data/data/share/jupyter/labextensions/calm/package.json"
CALM = packed(with_record({"calm.py": b"1", IN_PAGE: b"{}", **about_wheel("calm", "1")}))
KERNEL = Kernel({}, "lock-01.json", ["calm", "jedi"])


# The kernel


@pytest.fixture
def pyodide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in for Pyodide, and compile nothing."""
    lock = {"info": {"python": "3.14.2"}, "packages": {"pandas": {}}}
    (tmp_path / lite_kernel.LOCK).write_text(json.dumps(lock), encoding="utf-8")
    monkeypatch.setattr(lite_kernel, "compiled_archives", lambda given, *_: dict(given))
    return tmp_path


def test_the_lock_names_each_wheel_and_nothing_from_elsewhere(pyodide: Path) -> None:
    kernel = make_kernel(pyodide, {"calm-1-py3-none-any.whl": CALM}, pyodide)
    lock = json.loads(kernel.files[kernel.lock])
    assert lock["info"] == {"python": "3.14.2"}
    assert [*lock["packages"]] == kernel.packages == ["calm", "jedi"]
    for entry in lock["packages"].values():
        wheel = kernel.files[entry["file_name"]]
        assert pins.Pin("", "", "sha256", bytes.fromhex(entry["sha256"])).fits(wheel)
        assert entry["depends"] == []
    assert len(kernel.files) == len(kernel.packages) + 1


def test_the_kernel_has_nothing_that_is_for_the_page(pyodide: Path) -> None:
    kernel = make_kernel(pyodide, {"calm-1-py3-none-any.whl": CALM}, pyodide)
    (wheel,) = (content for name, content in kernel.files.items() if name.startswith("calm"))
    files = unpacked(wheel)
    assert files == with_record(files)
    assert "calm.py" in files
    assert IN_PAGE not in files


def test_what_changes_has_another_name(pyodide: Path) -> None:
    one = make_kernel(pyodide, {"calm-1-py3-none-any.whl": CALM}, pyodide)
    assert make_kernel(pyodide, {"calm-1-py3-none-any.whl": CALM}, pyodide) == one
    other = packed({**unpacked(CALM), "calm.py": b"2"})
    two = make_kernel(pyodide, {"calm-1-py3-none-any.whl": other}, pyodide)
    assert one.lock != two.lock
    old, new = (named_by_content("calm-1-py3-none-any.whl", wheel)[0] for wheel in (CALM, other))
    assert old != new
    assert re.fullmatch(r"calm-1-0[0-9a-f]{10}-py3-none-any\.whl", new)


def test_the_widgets_are_those_of_every_other_place() -> None:
    kernel = (pins.HERE.parents[1] / "requirements.txt").read_text("utf-8").split()
    here = {pin.name: pin.version for pin in pins.wheel_pins(pins.KERNEL)}
    for name in ("anywidget", "ipywidgets"):
        assert f"{name}=={here[name]}" in kernel


# The lessons


def test_every_lesson_is_there_and_names_the_kernel_that_is_there() -> None:
    files = contents()
    for path in LESSONS.glob("*.ipynb"):
        told = json.loads(files[f"files/lessons/{path.name}"])
        own = json.loads(path.read_bytes())
        assert told["metadata"].pop("kernelspec")["name"] == "python"
        own["metadata"].pop("kernelspec")
        assert told == own
    listed = json.loads(files["api/contents/lessons/all.json"])
    names = {one["name"] for one in listed["content"]}
    assert names == {path.name for path in LESSONS.iterdir() if path.suffix in {".ipynb", ".md"}}


def test_a_lesson_cannot_be_written_to_but_work_can() -> None:
    files = contents()
    lessons = json.loads(files["api/contents/lessons/all.json"])
    assert [one for one in (lessons, *lessons["content"]) if one["writable"]] == []
    top = json.loads(files["api/contents/all.json"])
    assert {one["path"]: one["writable"] for one in top["content"]} == {
        "lessons": False,
        "work": True,
    }


def test_no_list_tells_when_it_was_made() -> None:
    times = re.findall(rb'"(?:created|last_modified)": "([^"]+)"', b"".join(contents().values()))
    assert len(set(times)) == 1


# The settings


def strings(value: object) -> Iterator[str]:
    """Find all strings, however deep."""
    if isinstance(value, str):
        yield value
    inner = value.values() if isinstance(value, dict) else value
    if isinstance(inner, Iterable) and not isinstance(value, str):
        for one in inner:
            yield from strings(one)


def test_the_settings_name_no_other_host() -> None:
    said = settings(KERNEL, "python-01/")
    assert [one for one in strings(said) if "//" in one or "http" in one] == []
    told = said["jupyter-config-data"]
    (own,) = told["litePluginSettings"].values()
    assert own["disablePyPIFallback"]
    assert own["pyodideUrl"] == "./../python-01/pyodide.mjs"
    options = own["loadPyodideOptions"]
    assert options["lockFileURL"] == "kernel/lock-01.json"
    assert options["packages"] == ["calm", "jedi"]
    assert options["env"]["KIT_WORK"].startswith("/drive/")


def test_its_own_worker_comes_first_and_knows_its_edition() -> None:
    bare = {
        CONFIG: b'{"jupyter-config-data": {"appVersion": "9.1"}}',
        FIRST: b"await main();",
        "a.js": b"a",
    }
    page = with_own_worker(bare)
    assert page[FIRST] == b'import "./own-worker.js";\nawait main();'
    assert page["own-worker.js"] == b'const EDITION = "9.1";\n' + OWN_WORKER.read_bytes()
    assert page["a.js"] == b"a"


# The builder


class Builder:
    """Stands in for the program that builds: notes what it is asked, and writes a file or fails."""

    def __init__(self) -> None:
        self.config: Mapping[str, Any] = {}
        self.extensions: list[str] = []
        self.fails = ""

    def watched(self, command: list[str], step: str, where: Path) -> tuple[int, str]:
        named = dict(word[2:].split("=", 1) for word in command if word.startswith("--"))
        assert step == "Building the page for notebooks"
        assert where == Path(named["lite-dir"]), "what it leaves there must be gone next time"
        self.config = json.loads(Path(named["config"]).read_text("utf-8"))
        _, own = self.config["FederatedExtensionAddon"]["extra_labextensions_path"]
        self.extensions = [path.parent.name for path in Path(own).rglob("package.json")]
        built = Path(named["output-dir"])
        built.mkdir()
        (built / "package.json").touch()  # which no browser asks for
        (built / CONFIG).write_bytes((Path(named["lite-dir"]) / CONFIG).read_bytes())
        return bool(self.fails), self.fails


@pytest.fixture
def builder(monkeypatch: pytest.MonkeyPatch) -> Builder:
    builder = Builder()
    monkeypatch.setattr(install, "watched", builder.watched)
    return builder


def test_the_page_is_built_with_what_the_wheels_have_for_it(
    builder: Builder, tmp_path: Path
) -> None:
    page = run_builder(Environment(tmp_path), tmp_path, {"a": 1}, [CALM])
    assert {name: json.loads(file) for name, file in page.items()} == {CONFIG: {"a": 1}}
    assert builder.extensions == ["calm"]
    assert builder.config["LiteBuildConfig"]["apps"] == ["notebooks"]
    assert builder.config["LiteBuildConfig"]["no_sourcemaps"]


def test_what_the_builder_says_becomes_one_sentence(builder: Builder, tmp_path: Path) -> None:
    builder.fails = "Traceback:\n  line 1\nValueError: no archive\n\n"
    with pytest.raises(KitError, match=r"its last words were: ValueError: no archive$"):
        run_builder(Environment(tmp_path), tmp_path, {}, [])


def test_the_builder_has_an_environment_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Any] = []
    monkeypatch.setattr(lite_builder, "ROOT", tmp_path)
    monkeypatch.setattr(lite_builder, "BUILDER", tmp_path / "asked.txt")
    (tmp_path / "asked.txt").touch()
    monkeypatch.setattr(Environment, "make", lambda self, lists: made.append((self.folder, lists)))
    environment = ready_builder()
    assert made == [(tmp_path / ".site" / "builder", ["asked.txt"])]
    wheels = environment.folder / lite_builder.OWN_WHEELS
    wheels.mkdir(parents=True)
    for name in ("piplite-1-py3-none-any.whl", "widgetsnbextension-4-py3-none-any.whl"):
        (wheels / name).write_bytes(CALM)
    assert own_wheels(environment) == {"piplite-1-py3-none-any.whl": CALM}


def test_a_disk_that_takes_no_environment_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".site").touch()
    monkeypatch.setattr(lite_builder, "ROOT", tmp_path)
    monkeypatch.setattr(lite_builder, "BUILDER", tmp_path / "asked.txt")
    (tmp_path / "asked.txt").touch()
    with pytest.raises(KitError):
        ready_builder()
