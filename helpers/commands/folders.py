"""Where Jupyter writes: in its usual folders, or for this time in others if those are closed."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_core.paths import jupyter_config_dir, jupyter_data_dir, jupyter_runtime_dir

from helpers.commands.writable import is_writable
from helpers.errors import KitError
from helpers.words import command_text

if TYPE_CHECKING:
    from collections.abc import Iterator


def _ipython_dir() -> str:
    return os.environ.get("IPYTHONDIR") or str(Path("~/.ipython").expanduser())


USUAL = {
    "JUPYTER_CONFIG_DIR": jupyter_config_dir,
    "JUPYTER_DATA_DIR": jupyter_data_dir,
    "JUPYTER_RUNTIME_DIR": jupyter_runtime_dir,
    "IPYTHONDIR": _ipython_dir,
}


@contextmanager
def writable_folders() -> Iterator[None]:
    """Let Jupyter and its kernels write while this lasts; what is kept elsewhere is gone then."""
    closed = {name: usual() for name, usual in USUAL.items() if not _is_usable(Path(usual()))}
    if not closed:
        yield
        return
    try:
        other = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    except OSError:
        folder = next(iter(closed.values()))
        raise KitError(command_text.NOTHING_WRITABLE.format(folder=folder)) from None
    with other as folder:
        os.environ.update({name: str(Path(folder, name.lower())) for name in closed})
        yield


def _is_usable(folder: Path) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return is_writable(folder)
