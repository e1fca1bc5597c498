"""A real JupyterLab for the browser tests, and a notebook in it, as a student meets both.

    def test_something(notebook: Notebook) -> None:      # fixtures: see conftest.py
        notebook.open("02-who-says-so")
        card = notebook.card("reports-tell")             # by the id of the exercise
        card.pick("option", "secondhand")
        card.sure()
        card.commit()
        expect(card.feedback).to_be_visible()

Nothing here waits for seconds: every wait names what it waits for.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Self

import psutil
from page_card import Card
from playwright.sync_api import expect

from helpers.commands.lab import SETTINGS
from helpers.commands.serve import NO_BUILD
from helpers.kinds.exercises import LessonExercises
from helpers.workbook import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import CDPSession, Locator, Page

    from helpers.kinds.base import Exercise
    from helpers.workbook import Event

PATIENCE = 60.0
"""How many seconds any one condition may take; a busy machine is not a broken kit."""
TOKEN = "browser-test"  # noqa: S105  (a server on 127.0.0.1, for the length of a test)

KERNEL_IDLE = """() => window.jupyterapp?.shell.currentWidget?.context?.sessionContext
    ?.session?.kernel?.status === 'idle'"""
RUN_ALL = "() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }"
ALL_SHOWN = """() => {
    const notebook = window.jupyterapp?.shell.currentWidget?.content?.model;
    if (!notebook?.cells?.length) return false;
    const cells = [...notebook.cells].filter((cell) => cell.type === 'code');
    const outputs = ({ outputs }) => [...Array(outputs.length).keys()].map((n) => outputs.get(n));
    // Only what may be a fault is copied out of the model: this is asked again and again.
    const failed = cells.flatMap(outputs)
        .filter(({ type }) => ['error', 'stream'].includes(type))
        .map((output) => output.toJSON())
        .find((output) => output.output_type === 'error' || output.name === 'stderr');
    if (failed) throw new Error('A cell failed: ' + (failed.evalue ?? failed.text));
    // Code to look behind may show a piece, or whatever else somebody has it show.
    const isPiece = (output) => 'application/vnd.jupyter.widget-view+json' in output.data;
    const pieces = cells.filter((cell) =>
        !cell.getMetadata('tags')?.includes('look-behind') || outputs(cell).some(isPiece));
    // The bar says this once the page and the kernel have found out whose the page is.
    const bar = document.querySelector("[data-bar]");
    const settled = !bar || /in this browser|keeps no copy/.test(bar.textContent);
    const ran = (cell) => cell.executionCount !== null && cell.executionState !== 'running';
    return settled && cells.every(ran)
        && document.querySelectorAll('.atr > div > section').length === pieces.length;
}"""
CLEAR = "window.jupyterapp.commands.execute('notebook:clear-all-cell-outputs')"
FLUSH = """() => window.jupyterapp.shell.currentWidget.context.sessionContext
    .session.kernel.requestExecute({ code: "" }).done.then(() => null)"""
FORGET = """() => {
    localStorage.clear();
    sessionStorage.clear();
    globalThis[Symbol.for("according-to-reports/")]?.clear();
    globalThis[Symbol.for("according-to-reports/kit")]?.own.clear();
}"""
CELLS = """() => [...window.jupyterapp.shell.currentWidget.content.model.cells]
    .map((cell) => [cell.id, cell.type])"""


def free_port() -> int:
    """Find a port that nobody uses."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port


@dataclass
class Lab:
    """One JupyterLab. `root` is the project it serves, `work` where the students' work lies.

    The same `host` and `port` again mean the same browser storage; `own` holds Jupyter's own files.
    """

    root: Path
    work: Path
    own: Path
    port: int = field(default_factory=free_port)
    host: str = "127.0.0.1"
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    def start(self) -> Self:
        """Start the server and wait until it answers."""
        self.own.mkdir(parents=True, exist_ok=True)
        options = {
            "ServerApp.ip": "127.0.0.1",
            "ServerApp.port": self.port,
            "ServerApp.port_retries": 0,
            "ServerApp.root_dir": self.root,
            "ServerApp.open_browser": False,
            "ServerApp.tornado_settings": NO_BUILD,
            "IdentityProvider.token": TOKEN,
            "LabApp.expose_app_in_browser": True,
            "LabApp.extension_manager": "readonly",
            "LabApp.extra_labextensions_path": self.root / "helpers" / "lesson_page",
            "ServerApp.log_level": "ERROR",
            "KernelRestarter.time_to_dead": 0.5,  # how often it looks whether a kernel still lives
            "ServerApp.allow_root": hasattr(os, "geteuid") and os.geteuid() == 0,
        }
        words = [f"--{name}={value}" for name, value in options.items()]
        with (self.own / "lab.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "jupyterlab", *words],
                env=self._surroundings(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        wait_until(self._answers, "JupyterLab answers")
        return self

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End the server and its kernels, as Ctrl-C does."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End the server without a word to anybody, as a power cut does; its kernels first."""
        for kernel in self.kernels():
            with suppress(ProcessLookupError):
                os.kill(kernel, signal.SIGKILL)
        self._end(signal.SIGKILL)

    def kernels(self) -> list[int]:
        """Give the process ids of this server's kernels."""
        if not self.process:
            return []
        found = []
        for child in psutil.Process(self.process.pid).children(recursive=True):
            with suppress(psutil.Error):  # one that is just ending
                if "ipykernel_launcher" in child.cmdline():
                    found.append(child.pid)
        return found

    def fresh(self) -> Self:
        """Shut every kernel down and empty the work folder, so that a test begins with nothing."""
        for session in self.ask("sessions"):
            self.ask(f"sessions/{session['id']}", "DELETE")
        return self.empty()

    def idle(self) -> bool:
        """Tell whether every kernel has done what it was told."""
        return all(kernel["execution_state"] == "idle" for kernel in self.ask("kernels"))

    def empty(self) -> Self:
        """Empty the work folder."""
        self.work.mkdir(parents=True, exist_ok=True)
        for path in self.work.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        return self

    def ask(self, what: str, method: str = "GET") -> Any:
        """Ask the server's own interface, such as `sessions`."""
        request = urllib.request.Request(  # noqa: S310  (our own server)
            f"{self.url}/api/{what}", method=method, headers={"Authorization": f"token {TOKEN}"}
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            said = answer.read()
        return json.loads(said) if said else None

    def events(self) -> list[dict[str, Any]]:
        """Read what lies in the work folder, oldest first, headers and damaged lines left out."""
        found = {}
        for path in sorted(self.work.glob("*.jsonl")):
            for line in path.read_bytes().split(b"\n"):
                with suppress(ValueError):
                    event = json.loads(line)
                    if "id" in event:
                        found[event["id"]] = event
        return sorted(found.values(), key=lambda one: (one.get("number", 0), one["at"], one["id"]))

    def answers(self, exercise: str) -> list[dict[str, Any]]:
        """Give the answers to one exercise that are on disk."""
        return [e for e in self.events() if e["what"] == "answer" and e["exercise"] == exercise]

    def _answers(self) -> bool:
        if self.process and self.process.poll() is not None:
            log = (self.own / "lab.log").read_text(encoding="utf-8", errors="replace")
            raise RuntimeError(f"JupyterLab ended: {log[-2000:]}")
        with suppress(OSError):
            return "version" in self.ask("")
        return False

    def _end(self, how: signal.Signals) -> None:
        if self.process:
            with suppress(ProcessLookupError):
                self.process.send_signal(how)
            self.process.wait(timeout=PATIENCE)
            self.process = None

    def _surroundings(self) -> dict[str, str]:
        own = {
            "KIT_WORK": str(self.work),
            "JUPYTER_CONFIG_PATH": str(SETTINGS),  # no news, no questions about updates
            "JUPYTER_CONFIG_DIR": str(self.own / "config"),
            "JUPYTER_DATA_DIR": str(self.own / "data"),
            "JUPYTER_RUNTIME_DIR": str(self.own / "runtime"),
            "JUPYTERLAB_WORKSPACES_DIR": str(self.own / "workspaces"),
            "JUPYTERLAB_SETTINGS_DIR": str(self.own / "settings"),
            "IPYTHONDIR": str(self.own / "ipython"),
            "JUPYTER_PREFER_ENV_PATH": "1",
        }
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("JUPYTER")}
        return inherited | own


def wait_until(condition: Any, what: str) -> None:
    """Wait for a condition outside the browser; inside it, use `expect`."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {PATIENCE:.0f} s until: {what}")
        time.sleep(0.05)


@cache
def read_exercises(root: Path, stem: str) -> LessonExercises:
    """Read the exercises of a lesson, once."""
    return LessonExercises(root / "lessons" / "exercises" / f"{stem}.yaml", root / "seeds")


@cache
def read_sources(root: Path, stem: str) -> list[str]:
    """Read what stands in the cells of a notebook, once: JupyterLab saves it now and then."""
    notebook = json.loads((root / "lessons" / f"{stem}.ipynb").read_text("utf-8"))
    return ["".join(cell["source"]) for cell in notebook["cells"]]


class Notebook:
    """A notebook in the browser, in the single-document view that students get.

    `state` is what looks.py has brought its cards into.
    """

    def __init__(self, page: Page, lab: Lab) -> None:
        self.page, self.lab = page, lab
        self.stem = self.state = ""

    def open(self, stem: str) -> Self:
        """Open a lesson and wait until it has opened itself."""
        read_sources(self.lab.root, stem)
        return self.visit(stem).wait_shown()

    def unfold(self) -> Self:
        """Open what a lesson calls Extra."""
        closed = self.page.locator(".atr-page-unfold[aria-expanded=false]")
        # One after the other: what is open is no longer found.
        for _ in range(closed.count()):
            closed.first.click()
        return self

    def visit(self, stem: str) -> Self:
        """Open any notebook and wait until its kernel is idle."""
        self.stem, self.state = stem, ""
        self.page.goto(f"{self.lab.url}/doc/tree/lessons/{stem}.ipynb?token={TOKEN}&reset")
        return self.wait_idle()

    @cached_property
    def tools(self) -> CDPSession:
        """The browser's own tools, for what Playwright cannot do to a page that is open."""
        return self.page.context.new_cdp_session(self.page)

    def wait_idle(self) -> Self:
        """Wait until the kernel is idle; a command that comes earlier opens a dialog instead."""
        self.page.wait_for_function(KERNEL_IDLE, timeout=PATIENCE * 1000)
        return self

    def wait_shown(self) -> Self:
        """Wait until every piece is on the page."""
        self.page.wait_for_function(ALL_SHOWN, timeout=PATIENCE * 1000, polling=50)
        return self

    def run_all(self) -> Self:
        """Run all cells and wait until every piece is on the page."""
        self.state = ""
        self.page.evaluate(RUN_ALL)
        return self.wait_shown()

    def wait_again(self) -> Self:
        """Wait until the page has noticed another kernel and run the lesson in it."""
        status = self.page.locator(".atr-page-status")
        expect(status).to_be_visible()
        expect(status).to_be_hidden()
        return self.wait_shown()

    def run_again(self) -> Self:
        """Run all cells anew, as after a restart: the outputs go first."""
        self.page.evaluate(CLEAR)
        return self.run_all()

    def begin_again(self, *events: Event) -> Self:
        """Empty the browser's memory, and the work folder but for these; run all cells anew."""
        # What the kernel and the page still had to tell each other would be kept again.
        self.page.evaluate(CLEAR)
        self.page.evaluate(FLUSH)
        self.lab.empty()
        if events:
            assert Workbook(self.lab.work).add(*events)
        self.page.evaluate(FORGET)
        return self.run_all()

    def cells(self) -> list[list[str]]:
        """Give id and type of every cell, from the notebook's model."""
        found: list[list[str]] = self.page.evaluate(CELLS)
        return found

    def exercise(self, identity: str) -> Exercise:
        """Give an exercise of this lesson, with its key."""
        return self.exercises().exercise(identity)

    def exercises(self) -> LessonExercises:
        """Give the exercises of this lesson."""
        return read_exercises(self.lab.root, self.stem)

    def card(self, identity: str) -> Card:
        """Give the card of an exercise."""
        return Card(self.piece(f'lesson.ask("{identity}")'), self.exercise(identity))

    def recalled(self, number: int) -> Card:
        """Give the card of a question that was drawn and is not answered yet."""
        return self._asking(f"lesson.recall({number})")

    def question(self) -> Card:
        """Give the question that a test asks now."""
        return self._asking("lesson.test()")

    def _asking(self, call: str) -> Card:
        piece = self.piece(call)
        draft = piece.locator("form").get_attribute("data-draft") or ""
        return Card(piece, self.exercise(draft.split("/")[1]))

    def cards(self) -> list[Card]:
        """Give every card of the lesson, unanswered, in the order of the page; a test has none."""
        pools = self.exercises().file.pools
        take = pools["recall"].take if "recall" in pools else 0
        waiting = {name for pool in pools.values() for name in pool.of}
        left = [name for name in self.exercises().own if name not in waiting]
        return [*(self.recalled(number + 1) for number in range(take)), *map(self.card, left)]

    def bar(self) -> Locator:
        """Give the save bar."""
        return self.piece("lesson.save_bar()")

    def has(self, call: str) -> bool:
        """Tell whether a cell makes this call."""
        return any(call in source for source in read_sources(self.lab.root, self.stem))

    def place(self, call: str) -> int:
        """Give the number of the cell with this call, counted from 0."""
        sources = read_sources(self.lab.root, self.stem)
        return next(n for n, source in enumerate(sources) if call in source)

    def piece(self, call: str) -> Locator:
        """Give what the cell with this call shows."""
        cell = self.page.locator("css:light=.jp-Notebook .jp-Cell").nth(self.place(call))
        return cell.locator("css:light=.atr")
