"""JupyterLab as `lab` runs it: quiet, on lesson 00, and ended by one Ctrl-C."""

from __future__ import annotations

import signal

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C during the imports: no traceback

import argparse
import os
import secrets
import sys
from urllib.parse import quote

from jupyter_server.serverapp import ServerApp

from helpers.commands import loopback
from helpers.commands.folders import writable_folders
from helpers.errors import KitError
from helpers.paths import LESSON_PAGE, ROOT
from helpers.words import command_text

FIRST = "/doc/tree/lessons/00-start-here.ipynb"  # the single-document view
# Each page would ask for a build of JupyterLab, which starts Node where there is one, for nothing.
NO_BUILD = {"page_config_data": {"buildAvailable": False, "buildCheck": False}}
STOPS = ("SIGINT", "SIGTERM", "SIGHUP")


class Server(ServerApp):
    """Jupyter's server, saying only where it is and that it stops."""

    def init_signal(self) -> None:
        """End on the first Ctrl-C, without a question."""
        for name in STOPS:
            if number := getattr(signal, name, None):
                signal.signal(number, self._end)

    def start_app(self) -> None:
        """Start, and say where."""
        super().start_app()
        address = lesson_at(self.connection_url, self.identity_provider.token)
        print(command_text.OPEN_AT.format(address=address), flush=True)

    def _end(self, *_: object) -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a second Ctrl-C does not wait
        print(f"\n{command_text.STOPPING}", flush=True)
        self.stop(from_signal=True)


def lesson_at(server: str, token: str) -> str:
    """Give the address of lesson 00, as it can be clicked on and copied."""
    return f"{server.rstrip('/')}{FIRST}?token={quote(token, safe='')}"


def options(port: int | None, *, browser: bool) -> list[str]:
    """Give Jupyter's options; as options they win over configuration files."""
    values = {
        "ServerApp.root_dir": ROOT,
        "ServerApp.default_url": FIRST,
        "ServerApp.jpserver_extensions": "jupyterlab=True",
        "ServerApp.open_browser": browser,
        "ServerApp.use_redirect_file": False,  # browsers in a sandbox may not read that file
        "ServerApp.allow_root": True,
        "ServerApp.tornado_settings": NO_BUILD,
        "ServerApp.log_level": "ERROR",
        "LabApp.log_level": "ERROR",
        "LabApp.extension_manager": "readonly",
        "LabApp.extra_labextensions_path": LESSON_PAGE,
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "KernelManager.transport_encryption": "auto",
        # A token comes back from the browser without the blanks around it.
        "IdentityProvider.token": os.environ.get("JUPYTER_TOKEN", "").strip()
        or secrets.token_hex(24),
    }
    if loopback.address() == loopback.NEW:  # kernels know the old one alone, or files
        values |= {"ServerApp.ip": loopback.NEW, "KernelManager.transport": "ipc"}
    if port is not None:
        values |= {"ServerApp.port": port, "ServerApp.port_retries": 0}
    return [f"--{name}={value}" for name, value in values.items()]


def main() -> None:
    """Read the options and serve until stopped."""
    line = argparse.ArgumentParser()
    line.add_argument("--port", type=int)
    line.add_argument("--no-browser", action="store_true")
    given = line.parse_args()
    try:
        with writable_folders():
            Server.launch_instance(options(given.port, browser=not given.no_browser))
    except KitError as error:
        print(error, file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
