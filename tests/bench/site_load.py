"""Many first visits at once to the site's host: what each fetches, and how long that takes.

Each visit has one connection and asks for the same files as a browser, one after the other. The
client does nothing with what it gets, but it runs on the same machine as the host.
"""

from __future__ import annotations

import asyncio
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from asyncio import StreamReader
    from collections.abc import Sequence

    from site_host import Host

PIECE = 2**18
LENGTH = b"content-length:"


class Load(NamedTuple):
    """What many visits came to: seconds of each, bytes of all with their headers."""

    seconds: list[float]
    size: int
    wall: float
    processor: float
    """Seconds of processor time that the host used."""


def load(host: Host, paths: Sequence[str], visits: int, at_once: int) -> Load:
    """Visit the host so many times, so many at a time."""
    before, begin = host.seconds(), perf_counter()
    found = asyncio.run(_all(host.port, paths, visits, at_once))
    wall = perf_counter() - begin
    seconds, sizes = zip(*found, strict=True)
    return Load([*seconds], sum(sizes), wall, host.seconds() - before)


async def _all(
    port: int, paths: Sequence[str], visits: int, at_once: int
) -> list[tuple[float, int]]:
    door = asyncio.Semaphore(at_once)

    async def come() -> tuple[float, int]:
        async with door:
            return await _visit(port, paths)

    return await asyncio.gather(*(come() for _ in range(visits)))


async def _visit(port: int, paths: Sequence[str]) -> tuple[float, int]:
    begin = perf_counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2 * PIECE)
    size = 0
    for path in paths:
        asked = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n"
        writer.write(asked.encode())
        size += await _take(reader)
    writer.close()
    return perf_counter() - begin, size


async def _take(reader: StreamReader) -> int:
    """Read one answer; give its bytes."""
    head = await reader.readuntil(b"\r\n\r\n")
    status, *lines = head.lower().split(b"\r\n")
    assert b" 200 " in status, status
    length = next(int(line[len(LENGTH) :]) for line in lines if line.startswith(LENGTH))
    left = length
    while left:
        left -= len(await reader.read(min(left, PIECE)))
    return len(head) + length
