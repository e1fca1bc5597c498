"""The pages of the students' folder: what they tell of the keys stays where the keys stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.commands.students_files import FOLDERS, GOES_IN, students_files

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "# Texts\n\n<!-- keys -->\n## Weak: S1\n<!-- /keys -->\n\n## Files\n"


def pages(*, keys: bool, root: Path) -> dict[str, str]:
    files = students_files(keys=keys, root=root)
    return {file.name: file.content.decode() for file in files if file.name.endswith(".md")}


def test_without_keys_no_page_tells_what_they_tell(tmp_path: Path) -> None:
    for name in (*GOES_IN, "lessons/keys/a.yaml", "seeds/README.md"):
        path = tmp_path / name / "text.md" if name in FOLDERS else tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE, encoding="utf-8")
    with_keys, without = (pages(keys=keys, root=tmp_path) for keys in (True, False))
    assert {*with_keys.values()} == {PAGE}
    assert {*without.values()} == {"# Texts\n\n## Files\n"}
    assert with_keys.keys() == without.keys()


def test_our_own_pages_tell_no_key() -> None:
    told = [page.content for page in students_files(keys=False) if page.name.endswith(".md")]
    assert told
    assert not [page for page in told if b"**sound:**" in page]
