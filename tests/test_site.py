"""The site as files: the same bytes each time, what is left out without keys, where it is put."""

from __future__ import annotations

import re
import sys
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from site_page import ROOT

from helpers.__main__ import main
from helpers.errors import KitError
from helpers.site import build as building
from helpers.site import place
from helpers.site.build import Wanted, make_site
from helpers.site.links import PROJECT, Links
from helpers.site.offline import WORKER
from helpers.site.readme import outcomes
from helpers.words import site_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers.site.shared import Files

QUICK = Wanted(notebooks=False)
ADDRESS = re.compile(rb'(?:href|src)="([^"#?]+)')


def nobody(*_: str) -> None:
    """Hear nothing of how far it has come."""


@pytest.fixture(scope="module")
def site() -> Files:
    return make_site(QUICK, nobody)


def digest(files: Files) -> str:
    return sha256(repr(sorted(files.items())).encode()).hexdigest()


def test_two_builds_are_the_same(site: Files) -> None:
    assert digest(make_site(QUICK, nobody)) == digest(site)


@pytest.fixture(scope="module")
def held_back() -> Files:
    return make_site(QUICK._replace(keys=False), nobody)


@pytest.mark.parametrize("which", ["site", "held_back"])
def test_every_link_to_the_site_leads_to_a_file_of_it(
    request: pytest.FixtureRequest, which: str
) -> None:
    made: Files = request.getfixturevalue(which)
    for name, content in made.items():
        if not name.endswith(".html"):
            continue
        folder = [*name.split("/")[:-1]]
        for address in ADDRESS.findall(content):
            to = address.decode()
            if re.match(r"[a-z]+:", to):
                continue
            parts = [*folder]
            for part in to.split("/"):
                parts = parts[:-1] if part == ".." else [*parts, part]
            assert "/".join(parts) in made, (name, to)


def test_the_worker_keeps_every_file_but_the_sheets_and_another_edition_is_another_worker(
    site: Files,
) -> None:
    for name in {*site} - {WORKER}:
        assert (f'"{name}"'.encode() in site[WORKER]) is not name.startswith("paper/"), name
    other = building.offline.made({**site, "index.html": b"another"})
    assert other[WORKER] != site[WORKER]


def test_without_keys_nothing_that_tells_an_answer_goes_in(site: Files, held_back: Files) -> None:
    gone = {name for name in site if not re.match(r"(kit|python)-", name)} - {*held_back}
    assert {"lessons/instructor/guide.html", "paper/02-who-says-so-key.html"} <= gone
    assert all("key" in name or "instructor" in name for name in gone)


def test_a_known_address_lists_the_pages(site: Files) -> None:
    assert "sitemap.txt" not in site
    listed = building.offline.listed(site, "https://example.org/kit/")
    assert b"https://example.org/kit/lessons/04-forty.html\n" in listed["sitemap.txt"]
    assert b".js" not in listed["sitemap.txt"]


# --- where it is put ----------------------------------------------------------------------------


def test_it_takes_the_place_of_an_older_site_and_of_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "site"
    place.write(place.folder(out), {"index.html": b"1", WORKER: b"", "old.html": b""})
    place.write(place.folder(out), {"index.html": b"2", WORKER: b""})
    assert sorted(path.name for path in out.iterdir()) == ["index.html", WORKER]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "index.html").write_text("my page")
    for theirs in (tmp_path / "mine", tmp_path / "mine" / "index.html"):
        with pytest.raises(KitError, match="something else"):
            place.folder(theirs)


def fails(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("what", ["write_bytes", "rename"])
def test_a_full_disk_leaves_the_older_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    out = tmp_path / "site"
    place.write(out, {"index.html": b"1", WORKER: b""})
    monkeypatch.setattr(f"pathlib.Path.{what}", fails)
    with pytest.raises(KitError) as caught:
        place.write(out, {"index.html": b"2", WORKER: b""})
    assert str(caught.value) == site_text.FULL.format(folder=tmp_path)
    monkeypatch.undo()
    assert (out / "index.html").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--out", ""], site_text.NO_OUT),
        (["--base", "example.org"], site_text.NO_BASE.format(base="example.org")),
        (["--base", "https://a.org/kit"], site_text.NO_BASE.format(base="https://a.org/kit")),
        (["--out", str(ROOT / "tests")], site_text.NOT_OURS.format(out=ROOT / "tests")),
    ],
)
def test_what_makes_no_sense_gets_one_sentence(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["site", *words]) == 2
    assert capsys.readouterr().err.strip() == says


def test_what_is_asked_for_reaches_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = []

    def made(wanted: Wanted, told: Callable[[str, str], None]) -> Files:
        asked.append(wanted)
        told("", "")
        return {"index.html": b"", WORKER: b""}

    monkeypatch.setattr(building, "make_site", made)
    out = tmp_path / "out"
    words = ["--out", str(out), "--base", "https://a.org/", "--keys", "no"]
    assert main(["site", *words]) == 0
    assert asked == [Wanted(out, "https://a.org/", keys=False)]
    assert str(out) in capsys.readouterr().out
    assert sys.executable


def test_links_lead_to_pages_or_to_the_project() -> None:
    links = Links("lessons/02-who-says-so.ipynb", {"lessons/saving.md", "README.md"})
    assert links.address("saving.md#the-disk") == "saving.html#the-disk"
    assert links.address("../README.md") == "../index.html"
    assert links.address("../seeds/kursk/claims.yaml") == f"{PROJECT}seeds/kursk/claims.yaml"
    assert links.address("https://example.org/a") == "https://example.org/a"
    assert links.address("#here") == "#here"


def test_the_front_page_says_what_the_readme_says(site: Files, tmp_path: Path) -> None:
    for outcome in outcomes().values():
        assert outcome.split(";")[0].encode() in site["index.html"]
    empty = tmp_path / "README.md"
    empty.write_text("# Nothing\n")
    with pytest.raises(KitError, match="no table"):
        outcomes(empty)
