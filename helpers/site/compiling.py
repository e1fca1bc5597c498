"""Compiling an archive: its Python files become what Python itself would make of them.

This runs in Pyodide's own Python, for what one Python has compiled no other can read; so it needs
the standard library alone.
"""

from __future__ import annotations

import py_compile
import tempfile
from pathlib import Path
from py_compile import PycInvalidationMode

from helpers.site.archives import STDLIB, is_wheel, packed, unpacked, with_record


def compile_all(asked: Path, given: Path) -> None:
    """Compile each archive in one folder into a file of the same name in the other."""
    for archive in sorted(asked.iterdir()):
        bare = archive.name == STDLIB
        (given / archive.name).write_bytes(compiled(archive.read_bytes(), bare=bare))


def compiled(archive: bytes, *, bare: bool = False) -> bytes:
    """Compile an archive: `a/b.py` becomes `a/b.pyc`, and all else stays as it is.

    What is `bare` goes without docstrings and assertions, as Python’s option -OO has it. That is
    for Python’s own library, which everybody has to load.
    """
    optimize = 2 if bare else 0
    files = dict(_compiled(name, content, optimize) for name, content in unpacked(archive).items())
    return packed(with_record(files) if is_wheel(files) else files)


def _compiled(name: str, content: bytes, optimize: int) -> tuple[str, bytes]:
    if not name.endswith(".py"):
        return name, content
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder, "source.py"), Path(folder, "source.pyc")
        source.write_bytes(content)
        # “Unchecked”: there is no source beside it, of which a time or a hash could be asked.
        mode = PycInvalidationMode.UNCHECKED_HASH
        try:
            py_compile.compile(
                str(source),
                str(made),
                name,
                doraise=True,
                optimize=optimize,
                invalidation_mode=mode,
            )
        except py_compile.PyCompileError:  # a template, or for another Python: it stays a text
            return name, content
        return f"{name}c", made.read_bytes()
