"""`python3 -m helpers review PATH [ID…]`: write under an item that it was read, and when.

One line is put in or replaced under the id; every other byte of the file stays as it is.
Exit codes: 0 signed, 2 a file or an id that is not there, or nothing that can be signed.
"""

from __future__ import annotations

import shutil
import sys
from codecs import BOM_UTF8
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from helpers.checks.edit import with_field
from helpers.checks.finding import shown
from helpers.checks.review import stands
from helpers.checks.texts import FILES
from helpers.errors import KitError
from helpers.kinds.exercises import ExercisesFile
from helpers.kinds.forms import BLUEPRINT, FORMS, KEYS, PLACES, Blueprint, FormFile, KeyFile
from helpers.texts.files import read_text, read_yaml
from helpers.texts.records import ClaimFile
from helpers.texts.signature import FIELD, sign
from helpers.topics.anonymity import CONDITIONS
from helpers.words import command_text as words
from helpers.words.counted import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from helpers.texts.signature import Signature, Signed

CLAIMS = "claims.yaml"
SHAPES: dict[str, tuple[type[msgspec.Struct], str]] = {
    CLAIMS: (ClaimFile, "claims"),
    BLUEPRINT: (Blueprint, "every"),
    FORMS: (FormFile, "items"),
    KEYS: (KeyFile, "items"),
}
"""By the name of a file or its folder; all other files are the exercises of a lesson."""


class Sheet:
    """A file whose items are signed, as it is now."""

    def __init__(self, path: Path) -> None:
        """Read the file that a path names, or raise KitError."""
        self.path = path / CLAIMS if path.is_dir() else path
        self.name = shown(self.path)
        if self.path.suffix != ".yaml" or self.path.name in {*FILES, CONDITIONS, PLACES} - {CLAIMS}:
            raise KitError(words.NOTHING_SIGNED.format(file=self.name))
        self.shape, self.list = _shape(self.path)
        self.file = read_yaml(self.path, self.shape)

    @property
    def items(self) -> tuple[Signed, ...]:
        """Give the exercises or the claims."""
        found: tuple[Signed, ...] = getattr(self.file, self.list)
        return found

    def write(self, signatures: Mapping[int, Signature]) -> None:
        """Write signatures, by the number of the item; nothing else may change."""
        values = {number: str(signature) for number, signature in signatures.items()}
        text = with_field(read_text(self.path), self.list, FIELD, values)
        mark = BOM_UTF8 if self.path.read_bytes().startswith(BOM_UTF8) else b""
        draft = self.path.with_name(f".{self.path.name}.draft")
        try:
            # Beside the file, and in its place only when it reads as it should.
            draft.write_bytes(mark + text.encode())
            self._compare(draft, values)
            shutil.copymode(self.path, draft)
            draft.replace(self.path)
        finally:
            draft.unlink(missing_ok=True)

    def _compare(self, draft: Path, values: Mapping[int, str]) -> None:
        """See that a draft says what the file says, but for the signatures."""
        wanted = tuple(
            msgspec.structs.replace(item, reviewed=values.get(number, item.reviewed))
            for number, item in enumerate(getattr(self.file, self.list))
        )
        try:
            same = read_yaml(draft, self.shape) == msgspec.structs.replace(
                self.file, **{self.list: wanted}
            )
        except KitError:
            same = False
        if not same:
            number, value = next(iter(values.items()))
            says = words.NOT_EDITED.format(file=self.name, signature=value, id=wanted[number].id)
            raise KitError(says)


def _shape(path: Path) -> tuple[type[msgspec.Struct], str]:
    """Give the shape of a file by its name or its folder, and the list that is signed in it."""
    if path.name in SHAPES:
        return SHAPES[path.name]
    return SHAPES.get(path.absolute().parent.name, (ExercisesFile, "exercises"))


def review(path: Path, ids: Sequence[str], day: date) -> str:
    """Sign the items that ids name, or all that wait for it; give the sentence that says so."""
    sheet = Sheet(path)
    for name in ids:
        if name not in {item.id for item in sheet.items}:
            raise KitError(words.NO_ITEM.format(file=sheet.name, id=name))
    signatures = {
        number: sign(item, day)
        for number, item in enumerate(sheet.items)
        if (item.id in ids if ids else not stands(item))
    }
    every = counted(len(sheet.items), "item", "items")
    if not signatures:
        return words.ALL_SIGNED.format(file=sheet.name, all=every)
    sheet.write(signatures)
    listed = ", ".join(sheet.items[number].id for number in signatures)
    return words.SIGNED.format(
        number=len(signatures), all=every, file=sheet.name, day=day, ids=listed
    )


def run(path: Path, ids: Sequence[str]) -> int:
    """Run the command; whatever goes wrong is one sentence."""
    try:
        print(review(path, ids, datetime.now(UTC).astimezone().date()))
    except KitError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename} cannot be read or written: {error.strerror}.", file=sys.stderr)
    else:
        return 0
    return 2
