"""A slow line to a host: so many bits a second for all connections together, so long a way.

It stands between the browser and the host and knows nothing of either, so that what a worker or a
service worker asks for is as slow as the rest.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import StreamReader, StreamWriter
    from collections.abc import Callable, Iterator

BITS = 10_000_000
"""A second, towards the browser; what it asks for is short and is only late."""
ROUND_TRIP = 0.05
PIECE = 8_192
AHEAD = 0.1
"""Seconds of content that wait at the line, as in any router: it is never idle for want of them."""


class Line:
    """A line to one port of this machine."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._free = 0.0
        """The time at which the line will have sent what it was given."""

    async def connect(self, browser: StreamReader, to_browser: StreamWriter) -> None:
        """Carry a connection; to open it takes a way there and back."""
        await asyncio.sleep(ROUND_TRIP)
        host, to_host = await asyncio.open_connection("127.0.0.1", self._port)
        # The browser may close the window, the host may be gone by then, and the line may be cut.
        with suppress(ConnectionError, asyncio.CancelledError):
            await asyncio.gather(self._ask(browser, to_host), self._answer(host, to_browser))

    async def _ask(self, browser: StreamReader, to_host: StreamWriter) -> None:
        later = asyncio.get_running_loop().call_later
        while asked := await browser.read(PIECE):
            later(ROUND_TRIP / 2, to_host.write, asked)
        later(ROUND_TRIP, to_host.close)

    async def _answer(self, host: StreamReader, to_browser: StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        while said := await host.read(PIECE):
            self._free = max(self._free, loop.time()) + 8 * len(said) / BITS
            loop.call_at(self._free + ROUND_TRIP / 2, to_browser.write, said)
            await asyncio.sleep(self._free - loop.time() - AHEAD)
        loop.call_later(ROUND_TRIP, to_browser.close)


@contextmanager
def slow_line(port: int) -> Iterator[int]:
    """Lay a slow line to a port, in a thread of its own; give the port at which it begins."""
    laid: Future[tuple[int, Callable[[], object]]] = Future()

    async def lay() -> None:
        server = await asyncio.start_server(Line(port).connect, "127.0.0.1", 0)
        over, loop = asyncio.Event(), asyncio.get_running_loop()
        end = partial(loop.call_soon_threadsafe, over.set)
        laid.set_result((server.sockets[0].getsockname()[1], end))
        await over.wait()
        server.close()

    thread = Thread(target=asyncio.run, args=(lay(),))
    thread.start()
    begins, end = laid.result()
    try:
        yield begins
    finally:
        end()
        thread.join()
