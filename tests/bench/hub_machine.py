"""A hub on loopback with the kit's own configuration, and what its processes cost."""

from __future__ import annotations

import compileall
import os
import secrets
import shutil
import signal
import subprocess
import sys
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

import psutil
from lab import PATIENCE, free_port, wait_until

from helpers.commands import bundle
from helpers.errors import KitError
from helpers.paths import work_folder
from helpers.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIG = Path(__file__).with_name("hub_config.py")
PROXY = "configurable-http-proxy@5.3.0"
KINDS = {
    "jupyterhub-singleuser": "server",
    "ipykernel_launcher": "kernel",
    "configurable-http-proxy": "proxy",
    "jupyterhub_idle_culler": "culler",
}


def proxy_program() -> Path:
    """Give the path of the hub's proxy; npm fetches it once."""
    folder = work_folder() / "bench"
    program = folder / "node_modules" / ".bin" / "configurable-http-proxy"
    if not program.exists():
        npm = shutil.which("npm")
        if not npm:
            raise KitError("This bench needs Node.js with npm: install them, and start it again.")
        folder.mkdir(parents=True, exist_ok=True)
        words = [npm, "install", "--silent", "--no-save", "--prefix", str(folder), PROXY]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return program


@dataclass
class Cost:
    """What the processes of one kind hold and have used: memory in MB (PSS), CPU in seconds."""

    memory: list[float] = field(default_factory=list)
    cpu: float = 0.0


class HubMachine:
    """A hub with its proxy; `homes` are the students' folders."""

    def __init__(self, folder: Path) -> None:
        """Make the students' folder as an instructor makes it."""
        self.folder, self.homes = folder, folder / "homes"
        self.url = f"http://127.0.0.1:{free_port()}"
        self.password = secrets.token_hex(16)
        self.kit = folder / "kit"
        bundle.start(str(self.kit), keys=False)
        compileall.compile_dir(self.kit / "helpers", quiet=1)

    def __enter__(self) -> Self:
        """Start the hub, and wait until it answers."""
        ports = " ".join([self.url.rpartition(":")[2], str(free_port()), str(free_port())])
        own = {
            "KIT": str(self.kit),
            "BENCH_PORTS": ports,
            "BENCH_HOMES": str(self.homes),
            "BENCH_PROXY": str(proxy_program()),
            "BENCH_PASSWORD": self.password,
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        }
        with (self.folder / "hub.log").open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "jupyterhub", "-f", str(CONFIG)],
                cwd=self.folder,
                env=os.environ | own,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        wait_until(self._answers, "the hub answers")
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the hub, which stops every server, as the culler does."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=10 * PATIENCE)

    def costs(self) -> dict[str, Cost]:
        """Measure every process of the hub, by kind."""
        found: dict[str, Cost] = {}
        for process in self._processes():
            with suppress(psutil.Error):  # one that is just ending
                line = " ".join(process.cmdline())
                kind = next((name for word, name in KINDS.items() if word in line), "hub")
                cost = found.setdefault(kind, Cost())
                cost.memory.append(process.memory_full_info().pss / 2**20)
                times = process.cpu_times()
                cost.cpu += times.user + times.system
        return found

    def kept(self, name: str) -> set[str]:
        """Give the ids of the answers that lie in a student's home."""
        work = self.homes / name / "according-to-reports-work"
        return {event.id for event in Workbook(work).events if event.what == "answer"}

    def _processes(self) -> Iterator[psutil.Process]:
        own = psutil.Process(self.process.pid)
        yield own
        yield from own.children(recursive=True)

    def _answers(self) -> bool:
        if self.process.poll() is not None:
            log = (self.folder / "hub.log").read_text(encoding="utf-8", errors="replace")
            raise RuntimeError(f"The hub ended: {log[-2000:]}")
        with suppress(OSError), urllib.request.urlopen(f"{self.url}/hub/health") as answer:  # noqa: S310
            return bool(answer.status == 200)
        return False
