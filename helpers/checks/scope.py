"""What there is to check: all of the kit, or what a path names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.checks import texts
from helpers.checks.conditions import check_conditions
from helpers.checks.exercises import check_exercises, read_exercises
from helpers.checks.figures import check_table
from helpers.checks.forms import check_forms
from helpers.checks.notebooks import check_notebook
from helpers.checks.readme import check_readme
from helpers.checks.slips import check_slips
from helpers.errors import KitError
from helpers.kinds.forms import FORMS, KEYS
from helpers.kinds.slips import FILE as SLIPS
from helpers.paths import ROOT
from helpers.topics.anonymity import CONDITIONS
from helpers.words.counted import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from helpers.checks.finding import Finding


class Scope(NamedTuple):
    """The files and folders to check, by what they are."""

    texts: tuple[Path, ...] = ()
    tables: tuple[Path, ...] = ()
    sheets: tuple[Path, ...] = ()
    notebooks: tuple[Path, ...] = ()
    readmes: tuple[Path, ...] = ()
    conditions: tuple[Path, ...] = ()
    slips: tuple[Path, ...] = ()
    forms: tuple[Path, ...] = ()

    def __or__(self, other: Scope) -> Scope:
        """Put two lists together, each entry once."""
        return Scope(*(tuple(dict.fromkeys(a + b)) for a, b in zip(self, other, strict=True)))

    def findings(self) -> Iterator[Finding]:
        """Check all of it."""
        for paths, check in zip(self, CHECKS, strict=True):
            for path in paths:
                yield from check(path)

    def summary(self) -> str:
        """Say what was checked; only where nothing was found."""
        exercises = sum(len(read_exercises(path).own) for path in self.sheets)
        counts = zip((*map(len, self), exercises), NAMES, strict=True)
        listed = ", ".join(counted(number, *names) for number, names in counts if number)
        return f"Nothing to mend in {listed}."


NAMES = (
    *(("text", "texts"), ("table", "tables"), ("lesson", "lessons"), ("notebook", "notebooks")),
    *(("README", "READMEs"), ("set of conditions", "sets of conditions")),
    *(("set of slips", "sets of slips"), ("file of the test", "files of the test")),
    ("exercise", "exercises"),
)
CHECKS = (
    texts.check_text,
    check_table,
    check_exercises,
    check_notebook,
    check_readme,
    check_conditions,
    check_slips,
    check_forms,
)


def whole(root: Path = ROOT) -> Scope:
    """Name all that the kit holds."""
    folders = [path for path in _inside(root / "seeds") if path.is_dir()]
    work = [_text(folder) for folder in folders]
    lessons = root / "lessons"
    sheets = tuple(path for path in _inside(lessons / "exercises") if path.suffix == ".yaml")
    notebooks = tuple(path for path in _inside(lessons) if path.suffix == ".ipynb")
    readmes = tuple(path for path in [root / "README.md"] if path.exists())
    rules = tuple(path for path in [root / "seeds" / CONDITIONS] if path.exists())
    slips = tuple(path for path in [lessons / SLIPS] if path.exists())
    rooms = (lessons / FORMS, lessons / KEYS)
    forms = tuple(path for room in rooms for path in _inside(room) if path.suffix == ".yaml")
    rest = Scope((), (), sheets, notebooks, readmes, rules, slips, forms)
    return joined([*work, rest])


def named(path: Path) -> Scope:
    """Tell what a path names, or raise KitError."""
    if not path.exists():
        raise KitError(f"There is no file or folder {path}; look at its name.")
    if path.is_dir():
        return _folder(path)
    if path.name in texts.FILES:
        return Scope(texts=(path.parent,))
    if path.name == CONDITIONS:
        return Scope(conditions=(path,))
    if path.name == SLIPS:
        return Scope(slips=(path,))
    if path.suffix == ".yaml" and path.absolute().parent.name in {FORMS, KEYS}:
        return Scope(forms=(path,))
    room = {".csv": "tables", ".yaml": "sheets", ".ipynb": "notebooks"}.get(path.suffix)
    room = "readmes" if path.name == "README.md" and (path.parent / "lessons").is_dir() else room
    return Scope()._replace(**{room: (path,)}) if room else _unknown(path)


def joined(work: Iterable[Scope]) -> Scope:
    """Put lists together."""
    found = Scope()
    for one in work:
        found |= one
    return found


def _folder(path: Path) -> Scope:
    # A folder beside the texts is a text too, even an empty one: that is what is wrong with it.
    inside = any((path / file).is_file() for file in texts.FILES)
    if inside or path.absolute().parent.name == "seeds":
        return _text(path)
    if (path / "seeds").is_dir() and (path / "lessons").is_dir():
        return whole(path)
    return _unknown(path)


def _text(folder: Path) -> Scope:
    tables = tuple(path for path in _inside(folder) if path.suffix == ".csv")
    return Scope(texts=(folder,), tables=tables)


def _inside(folder: Path) -> list[Path]:
    # Checkpoints and drafts of editors are nobody’s content.
    return sorted(p for p in folder.iterdir() if p.name[0] not in "._") if folder.is_dir() else []


def _unknown(path: Path) -> Scope:
    message = (
        f"{path} is nothing that the kit can check; "
        "name a text’s folder, a lesson’s exercises, a notebook or a table (CSV)."
    )
    raise KitError(message)
