"""Stands between Playwright and a Firefox as everybody has it, and mends what they do not share.

Playwright starts this in place of Firefox and talks WebDriver BiDi with it. All passes as it is,
but for three things that Firefox, or Playwright's part for it, has still to learn:

- Playwright always sets media features, and takes no for an answer from nobody: it gets a yes;
- a download without an id is overlooked: its address becomes its id;
- a tap is sent to nobody: the middle button of the mouse becomes a finger instead.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from asyncio.subprocess import PIPE
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application
from tornado.websocket import WebSocketClientConnection, WebSocketHandler, websocket_connect

LARGEST = 2**28
"""Bytes of one message: what a page gives back can be long."""
ADDRESS = re.compile(r"ws://[\w.:]+")
MIDDLE = 1


class Bridge(WebSocketHandler):
    """The connection to Playwright, with the one to Firefox behind it."""

    firefox: WebSocketClientConnection
    mouse: dict[str, Any]

    async def open(self) -> None:
        """Connect to Firefox; until that is done, no message comes in."""
        self.firefox = await websocket_connect(
            f"{self.settings['firefox']}/session",
            on_message_callback=self.on_answer,
            max_message_size=LARGEST,
        )

    async def on_message(self, message: str | bytes) -> None:
        """Pass on what Playwright says."""
        said = json.loads(message)
        if said["method"] == "emulation.setMediaFeaturesOverride":
            await self.write_message({"type": "success", "id": said["id"], "result": {}})
            return
        if said["method"] == "input.performActions":
            self.make_fingers(said["params"]["actions"])
        await self.firefox.write_message(json.dumps(said))

    def on_answer(self, message: str | bytes | None) -> None:
        """Pass on what Firefox says; nothing more is the end."""
        if message is None:
            self.close()
            return
        if '"browsingContext.download' in str(message):
            said = json.loads(message)
            said["params"].setdefault("download", said["params"]["url"])
            message = json.dumps(said)
        self.write_message(message)

    def make_fingers(self, sources: list[dict[str, Any]]) -> None:
        """Let a finger go down where the mouse is, and up again, for the middle button."""
        for source in sources:
            for action in list(source["actions"]):
                if action["type"] == "pointerMove":
                    self.mouse = action
                elif action.get("button") == MIDDLE:
                    source |= {"id": "finger", "parameters": {"pointerType": "touch"}}
                    source["actions"] = [self.mouse, action | {"button": 0}]


async def main(*options: str) -> int:
    """Start Firefox, and give our own address for the one that it prints."""
    [door] = bind_sockets(0, "127.0.0.1")
    ours = f"ws://127.0.0.1:{door.getsockname()[1]}"
    bridge = Application([("/session", Bridge)], websocket_max_message_size=LARGEST)
    HTTPServer(bridge).add_socket(door)
    firefox = await asyncio.create_subprocess_exec(os.environ["KIT_FIREFOX"], *options, stderr=PIPE)
    assert firefox.stderr
    async for line in firefox.stderr:
        words = line.decode(errors="replace")
        if "WebDriver BiDi" in words and (address := ADDRESS.search(words)):
            bridge.settings["firefox"] = address[0]
            words = words.replace(address[0], ours)
        sys.stderr.write(words)
        sys.stderr.flush()
    return await firefox.wait()


if __name__ == "__main__":
    sys.exit(asyncio.run(main(*sys.argv[1:])))
