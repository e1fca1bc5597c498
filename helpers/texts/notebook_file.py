"""A notebook’s file, read without running any of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.texts import limits
from helpers.texts.files import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from nbformat import NotebookNode

FORMAT = (4, 5)


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook without running any of it, and without mending what is to be found."""
    from nbformat import reader, validator  # noqa: PLC0415 - a second; no text needs it

    try:
        notebook: NotebookNode = reader.reads(read_text(path))  # type: ignore[no-untyped-call]
        _see_size(path, notebook)
        found = reader.get_version(notebook)  # type: ignore[no-untyped-call]
        if found != FORMAT:
            says = "Its format is {}.{}; save it as {}.{}.".format(*found, *FORMAT)
            raise KitError(f"{path.name}, nbformat: {says}")
        for fault in validator.iter_validate(notebook):  # type: ignore[no-untyped-call]
            raise fault  # the first one says enough
    except (ValueError, validator.ValidationError, AttributeError, TypeError, RecursionError) as e:
        reason = str(e).partition("\n")[0]
        message = f"{path.name} is no notebook ({reason}); save it in JupyterLab again."
        raise KitError(message) from None
    return notebook


def _see_size(path: Path, notebook: NotebookNode) -> None:
    """See that it is no larger than a lesson can be, before each rule looks at all of it."""
    fault = limits.too_much(notebook)
    cells = notebook.get("cells")
    sources = [cell.get("source") for cell in cells if isinstance(cell, dict)] if cells else []
    if any(isinstance(source, str) and len(source) > limits.LETTERS for source in sources):
        fault = limits.TOO_LONG
    if fault:
        raise KitError(f"{path.name}: {fault}.")
