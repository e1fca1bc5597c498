"""A plain static host, as GitHub Pages is one: `python tests/bench/site_host.py FOLDER LOG`.

It gives what lies in a folder: text and WebAssembly packed by gzip, once and before the first
visit; an ETag and ten minutes to every file; no header that isolates a page. Unlike GitHub Pages it
speaks HTTP/1.1 and without encryption. Every answer is a line in its log: when it was sent, status,
bytes, path; the bytes are those of content and headers.

`Host` is that server as a process of its own, so that its processor time can be told apart.
"""

from __future__ import annotations

import asyncio
import gzip
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from time import time
from typing import IO, NamedTuple, Self

import psutil
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".ipynb": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
}
"""What is packed. Everything else goes as it is: an archive, a picture, a font."""
AS_IT_IS = "application/octet-stream"
KEPT = 600
FRESH = 60
"""Seconds for which a browser need not ask again. What comes out of the caches of GitHub Pages says
how much of its ten minutes is over already; here it is all but this, so that a bench can wait until
it is the next day."""


class Content(NamedTuple):
    """A file of the site, ready to be sent."""

    kind: str
    whole: bytes
    packed: bytes
    etag: str


class File(RequestHandler):
    """Answers for one file."""

    def get(self, path: str) -> None:
        """Send it, unless the browser has it already: then tornado leaves the content out."""
        try:
            self.found: Content = self.settings["files"][path]
        except KeyError:
            raise HTTPError(404) from None
        self.set_header("Content-Type", self.found.kind)
        self.set_header("Cache-Control", f"max-age={KEPT}")
        self.set_header("Age", str(KEPT - FRESH))
        self.set_header("Vary", "Accept-Encoding")
        content = self.found.whole
        if self.found.packed and "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            content = self.found.packed
        self.write(content)

    def compute_etag(self) -> str:
        """Give what was computed before the first visit."""
        return self.found.etag

    def length(self) -> int:
        """Give the bytes of the answer."""
        headers = self._headers
        content = int(headers.get("Content-Length", "0"))
        return content + sum(len(f"{name}: {said}\r\n") for name, said in headers.get_all())


def read(folder: Path) -> dict[str, Content]:
    """Read and pack all files, by their paths; a folder gives its index."""
    files = {}
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        whole, name = path.read_bytes(), path.relative_to(folder).as_posix()
        packed = gzip.compress(whole, 6, mtime=0) if path.suffix in TYPES else b""
        kind = TYPES.get(path.suffix, AS_IT_IS)
        files[name] = Content(kind, whole, packed, f'"{sha256(whole).hexdigest()[:16]}"')
        if path.name == "index.html":
            files[name.removesuffix("index.html")] = files[name]
    return files


async def serve(folder: Path, log: IO[str]) -> None:
    """Serve a folder until the process is ended; the first line printed is the port."""
    [door] = bind_sockets(0, "127.0.0.1")

    def write_down(file: File) -> None:
        log.write(f"{time()} {file.get_status()} {file.length()} {file.request.path}\n")

    application = Application([("/(.*)", File)], files=read(folder), log_function=write_down)
    HTTPServer(application).add_socket(door)
    print(door.getsockname()[1], flush=True)
    await asyncio.Event().wait()


class Sent(NamedTuple):
    """One answer of the host; `at` is the time of the clock on the wall, in seconds."""

    at: float
    status: int
    size: int
    path: str


class Host:
    """The server in a process of its own; `port` is where it answers."""

    def __init__(self, folder: Path, log: Path) -> None:
        log.touch()
        self._log = log.open(encoding="utf-8")
        command = [sys.executable, __file__, str(folder), str(log)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout
        self.port = int(self._process.stdout.readline())

    def sent(self) -> list[Sent]:
        """Give what was sent since this was asked the last time."""
        lines = (line.split(maxsplit=3) for line in self._log.read().splitlines())
        return [Sent(float(at), int(status), int(size), path) for at, status, size, path in lines]

    def seconds(self) -> float:
        """Give the processor time that it has used."""
        used = psutil.Process(self._process.pid).cpu_times()
        return float(used.user + used.system)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()
        self._log.close()


if __name__ == "__main__":
    with Path(sys.argv[2]).open("a", encoding="utf-8", buffering=1) as written:
        asyncio.run(serve(Path(sys.argv[1]), written))
