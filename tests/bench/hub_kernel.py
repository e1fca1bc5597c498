"""A kernel behind a hub, spoken to as JupyterLab and its widgets do: messages over a websocket."""

from __future__ import annotations

import asyncio
import json
import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_msg_to_ws_v1,
)

if TYPE_CHECKING:
    from aiohttp import ClientWebSocketResponse

PROTOCOL = "v1.kernel.websocket.jupyter.org"
Content = dict[str, Any]


class Kernel:
    """One kernel. `pieces` are the widgets that it opened, by id, with their state as it is now."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        """Listen to an open websocket."""
        self.socket, self.session = socket, secrets.token_hex(16)
        self.pieces: dict[str, Content] = {}
        self.faults: list[str] = []
        self._idle: dict[str, asyncio.Future[None]] = {}
        self._awaited: dict[tuple[str, str], asyncio.Future[Content]] = {}
        self._listening = asyncio.ensure_future(self._listen())

    async def greet(self) -> None:
        """Ask it what it is, as JupyterLab does first; the answer comes once it has started."""
        await self._done("kernel_info_request", {})

    async def run(self, code: str) -> None:
        """Run a cell and wait until it is done."""
        how = {"silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": True}
        await self._done("execute_request", {"code": code, "stop_on_error": True, **how})

    async def tell(self, piece: str, **message: object) -> None:
        """Send a piece a message, as its script in the browser does."""
        data = {"method": "custom", "content": message}
        await self._send("comm_msg", {"comm_id": piece, "data": data})

    def answer_of(self, piece: str, key: str) -> asyncio.Future[Content]:
        """Promise the next message of a piece that has this key."""
        promise = asyncio.get_running_loop().create_future()
        return self._awaited.setdefault((piece, key), promise)

    async def _done(self, kind: str, content: Content) -> None:
        identity, done = secrets.token_hex(16), asyncio.get_running_loop().create_future()
        self._idle[identity] = done
        await self._send(kind, content, identity)
        await done

    async def _send(self, kind: str, content: Content, identity: str = "") -> None:
        header = {
            "msg_id": identity or secrets.token_hex(16),
            "msg_type": kind,
            "session": self.session,
            "username": "",
            "version": "5.3",
            "date": datetime.now(UTC).isoformat(),
        }
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
        await self.socket.send_bytes(serialize_msg_to_ws_v1(message, "shell", _packed))

    async def _listen(self) -> None:
        async for frame in self.socket:
            _, (header, parent, _, content, *_) = deserialize_msg_from_ws_v1(frame.data)
            self._hear(json.loads(header)["msg_type"], json.loads(parent), content)

    def _hear(self, kind: str, parent: Content, written: bytes) -> None:
        # Only what is needed is decoded: sixty students are driven by one process.
        match kind:
            case "status":
                done = self._idle.get(parent.get("msg_id", ""))
                if done and not done.done() and json.loads(written)["execution_state"] == "idle":
                    done.set_result(None)
            case "comm_open":
                content = json.loads(written)
                self.pieces[content["comm_id"]] = content["data"]["state"]
            case "comm_msg":
                content = json.loads(written)
                self._heard(content["comm_id"], content["data"])
            case "error" | "stream":
                self.faults.append(written.decode())

    def _heard(self, piece: str, data: Content) -> None:
        if data["method"] == "update":
            self.pieces[piece] |= data["state"]
        for key in data.get("content", {}):
            if promise := self._awaited.pop((piece, key), None):
                promise.set_result(data["content"])


def _packed(value: object) -> bytes:
    return json.dumps(value).encode()
