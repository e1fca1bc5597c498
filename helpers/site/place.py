"""Where the site is written to: whole or not at all, and over nothing but an older site."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.site.offline import WORKER
from helpers.words import site_text as words

if TYPE_CHECKING:
    from collections.abc import Mapping

OURS = {"index.html", WORKER}
"""What tells a site of this kit from another folder."""


def folder(out: Path) -> Path:
    """Give the folder to write to; raise KitError if something else lies in it."""
    place = Path(os.path.realpath(out))
    if not place.is_dir():
        if os.path.lexists(place):
            raise KitError(words.NOT_OURS.format(out=place))
        return place
    names = {path.name for path in place.iterdir()}
    if names and not names >= OURS:
        raise KitError(words.NOT_OURS.format(out=place))
    return place


def write(place: Path, files: Mapping[str, bytes]) -> None:
    """Write all files beside the place, and then put them there in place of an older site."""
    draft = place.with_name(f".{place.name}-{secrets.token_hex(4)}")
    before = place.with_name(f"{draft.name}-before")
    try:
        for name, content in files.items():
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if place.exists():
            place.rename(before)
        draft.rename(place)
    except OSError as error:
        if before.exists() and not place.exists():
            before.rename(place)
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise KitError(words.FULL.format(folder=place.parent)) from None
        raise KitError(words.NO_PLACE.format(out=place, reason=error.strerror)) from None
    finally:
        for left in (draft, before):
            shutil.rmtree(left, ignore_errors=True)
