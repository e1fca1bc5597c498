"""The lessons as JupyterLite has them: its files, and the lists by which it finds them."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from helpers.paths import LESSONS

if TYPE_CHECKING:
    from pathlib import Path

FOLDER, WORK = "lessons", "work"
NOTEBOOK, TEXT = ".ipynb", ".md"
KERNEL = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}
LISTS = "all.json"
"""The name of each list of a folder."""
NO_TIME = "2000-01-01T00:00:00Z"
"""The same in each build: what tells a newer lesson is its content."""


def contents(lessons: Path = LESSONS) -> dict[str, bytes]:
    """Give the lessons and the texts beside them as files of the site, with their lists."""
    kept = {
        path.name: _as_kept(path)
        for path in sorted(lessons.iterdir())
        if path.suffix in {NOTEBOOK, TEXT}
    }
    about = [_about(name, content) for name, content in kept.items()]
    # A list of the student's work, or the browser would ask for it in vain at every start.
    folders = [_folder(FOLDER, about), _folder(WORK, [])]
    top = _folder("", [{**one, "content": None, "format": None} for one in folders])
    return {
        **{f"files/{FOLDER}/{name}": content for name, content in kept.items()},
        **{f"api/contents/{one['path']}/{LISTS}": _json(one) for one in folders},
        f"api/contents/{LISTS}": _json(top),
    }


def _as_kept(path: Path) -> bytes:
    """Read a file; a notebook names the kernel that is there."""
    content = path.read_bytes()
    if path.suffix != NOTEBOOK:
        return content
    notebook = json.loads(content)
    notebook["metadata"]["kernelspec"] = KERNEL
    return _json(notebook)


def _about(name: str, content: bytes) -> dict[str, Any]:
    kind = "notebook" if name.endswith(NOTEBOOK) else "file"
    return {**_model(f"{FOLDER}/{name}", kind), "size": len(content)}


def _folder(path: str, inside: list[dict[str, Any]]) -> dict[str, Any]:
    about = _model(path, "directory")
    return {**about, "content": inside, "format": "json", "writable": path == WORK}


def _model(path: str, kind: str) -> dict[str, Any]:
    return {
        "name": PurePosixPath(path).name,
        "path": path,
        "type": kind,
        # A lesson that was written to once would be taken for the newest for ever.
        "writable": False,
        "created": NO_TIME,
        "last_modified": NO_TIME,
        "content": None,
        "format": None,
        "mimetype": None,
        "size": None,
    }


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True).encode()
