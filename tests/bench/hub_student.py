"""A student on a hub, without a browser: she logs in, opens a lesson and commits answers."""

from __future__ import annotations

import asyncio
import json
import sys
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import aiohttp
from yarl import URL

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2])]

from answers import right_answer, steps  # noqa: E402
from hub_kernel import PROTOCOL, Kernel  # noqa: E402

from helpers.kinds.exercises import open_exercises  # noqa: E402
from helpers.workbook import make_event  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable

    from helpers.workbook import Answer

PATIENCE = 30.0
"""Seconds after which nobody waits for feedback any more."""
POLLS = 10.0
"""Seconds after which a page that is looked at asks again what runs."""
PAUSES = (1, 2, 4, 8, 16, 32)
"""Seconds between two trials to reach a kernel."""
SIX = 6
"""How many connections a browser opens to one host."""
LONG = aiohttp.ClientTimeout(total=1200)


class Student:
    """One student with her cookies; `sent` are the ids of the answers she committed."""

    def __init__(self, hub: str, name: str, lesson: str) -> None:
        """Sit down."""
        self.hub, self.name, self.lesson = hub, name, lesson
        self.home = f"{hub}/user/{name}"
        self.browser = aiohttp.ClientSession(
            timeout=LONG,
            cookie_jar=aiohttp.CookieJar(unsafe=True),  # of an address without a name
            # Shorter than the proxy keeps a connection, which would be gone when it is used again.
            connector=aiohttp.TCPConnector(limit_per_host=SIX, keepalive_timeout=2),
            auto_decompress=False,  # a page's files are taken, and nobody reads them
        )
        self.sent: list[str] = []
        self.waits: list[float] = []
        self.tried_again = 0
        self.numbers = count(1)
        self.pieces: dict[str, str] = {}

    async def open(self, password: str, files: Iterable[str] = ()) -> None:
        """Follow the link to the lesson, until its last card is there; the page takes `files`."""
        await self._log_in(password)
        await asyncio.gather(*(self._take(f"{self.home}/{path}") for path in files))
        cells = (await self._ask(f"contents/lessons/{self.lesson}.ipynb"))["content"]["cells"]
        self.kernel = await self._start_kernel()
        for cell in cells:
            if cell["cell_type"] == "code":
                await self.kernel.run(cell["source"])
        assert not self.kernel.faults, self.kernel.faults
        states = self.kernel.pieces
        self.pieces = {
            state["about"]["exercise"]: piece
            for piece, state in states.items()
            if state.get("about", {}).get("exercise")
        }
        bars = (piece for piece, state in states.items() if "data-bar" in state.get("markup", ""))
        await self._greet_bar(next(bars))
        self.polling = asyncio.ensure_future(self._poll())

    async def commit(self, exercise: str, answer: Answer, confidence: int | None) -> None:
        """Commit an answer, and wait for its feedback."""
        piece = self.pieces[exercise]
        event = self._event(exercise, answer, confidence)
        begin = perf_counter()
        told = self.kernel.answer_of(piece, "ack")
        await self.kernel.tell(piece, do="event", event=event, kept=True, draft="")
        self.sent.append(event["id"])
        try:
            said = await asyncio.wait_for(told, PATIENCE)
        except TimeoutError:
            self.waits.append(PATIENCE)
            return
        self.waits.append(perf_counter() - begin)
        assert not said.get("refused"), (exercise, said)
        assert "feedback" in self.kernel.pieces[piece]["markup"], exercise

    async def leave(self) -> None:
        """Close the tab."""
        self.polling.cancel()
        await self.browser.close()

    async def _log_in(self, password: str) -> None:
        """Follow the link, log in, and wait until the hub has started her server."""
        link = f"{self.hub}/hub/user-redirect/doc/tree/lessons/{self.lesson}.ipynb"
        async with self.browser.get(link) as form:
            fields = {"username": self.name, "password": password, "_xsrf": self._xsrf(form.url)}
        async with self.browser.post(form.url, data=fields) as page:
            if page.url.path.startswith("/hub/spawn-pending/"):
                await self._spawned(page.url)
        async with self.browser.get(link) as page:
            assert str(page.url).startswith(f"{self.home}/doc/"), page.url

    async def _spawned(self, page: URL) -> None:
        """Listen to the events that the waiting page listens to, until the last."""
        progress = f"{self.hub}/hub/api/users/{self.name}/server/progress"
        headers = {"X-XSRFToken": self._xsrf(page)}
        async with self.browser.get(progress, headers=headers) as events:
            async for line in events.content:
                told = json.loads(line[5:]) if line.startswith(b"data:") else {}
                assert not told.get("failed"), told
                if told.get("ready"):
                    return

    def _xsrf(self, page: URL) -> str:
        """Give the token that the forms of a page send back."""
        return self.browser.cookie_jar.filter_cookies(page)["_xsrf"].value

    async def _start_kernel(self) -> Kernel:
        path = f"lessons/{self.lesson}.ipynb"
        wanted = {"path": path, "type": "notebook", "name": "", "kernel": {"name": "python3"}}
        session = await self._ask("sessions", wanted)
        kernel = Kernel(await self._connect(session["kernel"]["id"]))
        await kernel.greet()
        return kernel

    async def _connect(self, kernel: str) -> aiohttp.ClientWebSocketResponse:
        """Open the websocket; where that fails, try again after a while, as JupyterLab does."""
        address = f"{self.home}/api/kernels/{kernel}/channels?session_id={self.name}"
        for seconds in PAUSES:
            try:
                return await self.browser.ws_connect(
                    address, protocols=[PROTOCOL], max_msg_size=0, origin=self.hub
                )
            except aiohttp.ClientError:
                self.tried_again += 1
                await asyncio.sleep(seconds)
        raise TimeoutError(f"{self.name} cannot reach her kernel")

    async def _take(self, url: str) -> None:
        async with self.browser.get(url, headers={"Accept-Encoding": "gzip"}) as answer:
            answer.raise_for_status()
            await answer.read()

    async def _poll(self) -> None:
        while True:
            await asyncio.sleep(POLLS)
            await self._ask("kernels")
            await self._ask("sessions")

    async def _ask(self, what: str, send: object = None) -> Any:
        """Ask her server's own interface, as the page does."""
        url = URL(f"{self.home}/api/{what}")
        headers = {"X-XSRFToken": self._xsrf(url), "Accept-Encoding": "identity"}
        method = "GET" if send is None else "POST"
        async with self.browser.request(method, url, json=send, headers=headers) as answer:
            answer.raise_for_status()
            return await answer.json()

    async def _greet_bar(self, bar: str) -> None:
        told = self.kernel.answer_of(bar, "own")
        await self.kernel.tell(bar, do="hello")
        self.workbook = (await told)["own"]["workbook"]
        await self.kernel.tell(bar, do="stored", held=[], blocked=False, me=self.workbook)

    def _event(self, exercise: str, answer: Answer, confidence: int | None) -> dict[str, Any]:
        made = make_event("answer")
        said = {"id": made.id, "at": made.at, "what": "answer", "workbook": self.workbook}
        about = {"lesson": self.lesson, "exercise": exercise, "number": next(self.numbers)}
        given = {"answer": answer, "confidence": confidence, "attempt": 0}
        return said | about | given


def script(lesson: str) -> list[tuple[str, Answer, int | None]]:
    """Write down right answers to every exercise of a lesson, in the order of the page."""
    exercises = open_exercises(lesson)
    found = []
    for identity in exercises.ids:
        exercise = exercises.exercise(identity)
        sure = max(exercise.confidence_steps(), default=None)
        found += [(identity, answer, sure) for answer in steps(exercise, right_answer(exercise))]
    return found
