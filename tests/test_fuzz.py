"""Broken content: whatever stands in a file of the kit, `check` says so in sentences, and ends.

Each input is a small piece of the kit's own content (one exercise, one claim, three rows of a
table), broken in one to three ways. All is drawn from a seed, so a failure comes back.
"""

from __future__ import annotations

import json
import random
import re
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from guard import no_hang

from helpers.checks.exercises import read_exercises
from helpers.checks.run import run
from helpers.texts.dossier import open_dossier
from helpers.texts.yaml_text import read_plain
from helpers.topics.anonymity import conditions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[1]
LISTS = ("exercises", "documents", "voices", "claims", "features", "good_practice")
INPUTS = {
    "lessons/exercises/*.yaml": 600,
    "seeds/*/claims.yaml": 150,
    "seeds/*/features.yaml": 100,
    "seeds/*/comparisons.yaml": 60,
    "seeds/*/charts.yaml": 120,
    "seeds/*/actions.yaml": 60,
    "seeds/*/sides.yaml": 100,
    "seeds/*/article.yaml": 120,
    "seeds/*/article.txt": 60,
    "seeds/*/*.csv": 400,
    "seeds/conditions.yaml": 150,
    "README.md": 60,
    "lessons/*.ipynb": 60,
}
"""How many inputs are made of which files: 2,040 in all."""
VALUES = (
    *("!!bool abc", '!!int ""', "!!timestamp x", "!!python/name:os.system", "! a", "!a!b c"),
    *("9" * 5_000, "0x" + "f" * 5_000, "1:" + "10:" * 50 + "10", ".inf", "-.nan", "-1", "0x_"),
    *("1e999", "&a [*a]", "*a", "&a x", "<<", "{<<: {a: b}}", "[]", "{}", "~", "=", "true", "S99"),
    *("[" * 40, "[[[[]]]]", "{a: {a: {a: b}}}", "? [a]", '""', '" "', r'"\0"', r'"\x1b[31m"', "|"),
    *("../../x", "x/S1", "S1-S99999999", "S4-S1", "S1," * 60, "{S1: '*'}", "[{S1: said}]", "2999"),
    *("“" * 300, "“a” in S1 and " * 20, "a" * 300, "*" * 99, "<a:" * 99, "](" * 99),
    *("a-" * 25_000, "“1” " * 12_000, "\u202e", "\ud7ff", "{over}", "{0.__class__}", "1,2", "nan"),
    *("\u0131\u0130", "a\u2028b"),
)
HOME = ("article.txt", "article.yaml", "sides.yaml", "*.csv")
"""What the other files of a text need; the rest is read only where it is broken itself."""
MINUTES = re.compile(r"[^:]+: \d+ minutes for a slow reader(, and \d+ of Extra)?\.")
"""What is told of a lesson besides its findings."""
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@pytest.fixture(scope="module")
def kits(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Copy lessons with all that they ask about, and texts without what makes them slow."""
    lessons, seeds = (tmp_path_factory.mktemp(name) for name in ("lessons", "seeds"))
    shutil.copytree(ROOT / "seeds", lessons / "seeds")
    shutil.copytree(ROOT / "lessons" / "exercises", lessons / "lessons" / "exercises")
    for path in (path for name in HOME for path in (ROOT / "seeds").glob(f"*/{name}")):
        (seeds / path.parent.relative_to(ROOT)).mkdir(parents=True, exist_ok=True)
        shutil.copy(path, seeds / path.relative_to(ROOT))
    return {"lessons": lessons, "seeds": seeds, "README.md": lessons}


@cache
def pieces(path: Path) -> list[Any]:
    """Cut a file of the kit into pieces that can stand alone."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        head, *rows = text.splitlines(keepends=True)
        return [head + "".join(rows[at : at + 3]) for at in range(0, len(rows), 3)]
    if path.suffix == ".ipynb":
        page = json.loads(text)
        several = [page | {"cells": page["cells"][at : at + 2]} for at in range(0, 20, 2)]
        return [json.dumps(some, indent=1) for some in several]
    return list(parts(read_plain(text))) if path.suffix == ".yaml" else [text]


def parts(said: Any) -> Iterator[Any]:
    """Give what a YAML file says with one entry of each of its long lists at a time."""
    if isinstance(said, list):
        yield from ([one] for one in said)
        return
    lists = {name: some for name, some in said.items() if name in LISTS and some}
    rest = {name: some for name, some in said.items() if name not in {"examples", "slips"}}
    for at in range(max(map(len, lists.values()), default=1)):
        yield rest | {name: [some[at % len(some)]] for name, some in lists.items()}


def written(piece: Any) -> str:
    """Write a piece as a person writes it."""
    if isinstance(piece, str):
        return piece
    return str(yaml.dump(piece, Dumper=_DUMPER, allow_unicode=True))


def flip(text: str, dice: random.Random) -> str:
    """Put another sign in the place of one."""
    at = dice.randrange(len(text) + 1)
    sign = dice.choice("\x00\x07\ufeff\ud800\u202e:-[]{}#&*!|>'\"%@`,?“”\n\t 9S/é")
    return text[:at] + sign + text[at + 1 :]


def drop(text: str, dice: random.Random) -> str:
    """Leave a line out."""
    lines = text.splitlines(keepends=True) or [""]
    del lines[dice.randrange(len(lines))]
    return "".join(lines)


def double(text: str, dice: random.Random) -> str:
    """Write some lines twice."""
    lines = text.splitlines(keepends=True) or [""]
    at = dice.randrange(len(lines))
    some = lines[at : at + dice.randrange(1, 6)]
    return "".join(lines[:at] + some * dice.choice((2, 2, 600)) + lines[at:])


def cut(text: str, dice: random.Random) -> str:
    """End in the middle."""
    return text[: dice.randrange(len(text) + 1)]


def replace(text: str, dice: random.Random) -> str:
    """Put a hostile value in the place of what stands behind a colon, a comma or a blank."""
    at = text.find(dice.choice(":, "), dice.randrange(len(text) + 1)) + 1
    stop = min((found for sign in "\n,}]" if (found := text.find(sign, at)) >= 0), default=None)
    return f"{text[:at]} {dice.choice(VALUES)}{text[stop:] if stop else ''}"


def nest(text: str, dice: random.Random) -> str:
    """Put a line into a list or a mapping, many times over."""
    lines = text.splitlines(keepends=True) or [""]
    at, deep = dice.randrange(len(lines)), dice.choice((1, 3, 30))
    before, behind = dice.choice((("[", "]"), ("{a: ", "}"), ("- ", "")))
    lines[at] = before * deep + lines[at].rstrip("\n") + behind * deep + "\n"
    return "".join(lines)


BREAKS: tuple[Callable[[str, random.Random], str], ...] = (
    *(flip, flip, drop, double, cut, replace, replace, replace, nest),
)


def broken(sources: list[Path], dice: random.Random) -> tuple[Path, bytes]:
    """Give a piece of one of these files, broken, and the file that it is of."""
    source = dice.choice(sources)
    text = written(dice.choice(pieces(source)))
    for _ in range(dice.randrange(1, 4)):
        text = dice.choice(BREAKS)(text, dice)
    return source, text.encode("utf-8", errors="surrogatepass")


@pytest.mark.parametrize("files", INPUTS)
def test_whatever_is_broken_there_are_only_sentences_and_an_end(
    files: str, kits: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    dice, sources = random.Random(files), sorted(ROOT.glob(files))  # noqa: S311 - no secret
    home = kits[files.partition("/")[0]]
    for number in range(INPUTS[files]):
        source, content = broken(sources, dice)
        path = home / source.relative_to(ROOT)
        kept = path.read_bytes() if path.exists() else None
        path.write_bytes(content)
        with no_hang(f"{source.name}, number {number}"):
            code = check(path)
        said, wrong = capsys.readouterr()
        assert wrong == ""
        assert_told(said, code)
        path.unlink() if kept is None else path.write_bytes(kept)


def check(path: Path) -> int:
    """Check a file as the command does, with nothing kept of the one before."""
    if path.parent.name == "exercises":
        read_exercises.cache_clear()
    if path.parent.parent.name == "seeds":
        open_dossier.cache_clear()
    conditions.cache_clear()
    return run([path])


def assert_told(said: str, code: int) -> None:
    """See that there is a sentence for each finding, and that the exit code says the same."""
    *lines, last = said.splitlines()
    sentences = [line for line in lines if not MINUTES.fullmatch(line)]
    if code == 0:
        assert not sentences
        assert last.startswith("Nothing to mend in ")
        return
    assert code == 1
    assert len(sentences) == int(last.split()[0].replace(",", ""))
    assert {sentence[-1] for sentence in sentences} == {"."}
    assert all(len(sentence) < 2_000 for sentence in sentences)
