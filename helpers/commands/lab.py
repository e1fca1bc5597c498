"""`lab`: open the lessons in JupyterLab, from nothing on a fresh machine, at once afterwards."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from socket import SO_REUSEADDR, SOL_SOCKET, socket

from helpers.commands import loopback
from helpers.commands.environment import KERNEL, Environment, ready_python
from helpers.commands.hand_over import hand_over
from helpers.errors import KitError
from helpers.paths import ROOT
from helpers.words import command_text

SETTINGS = Path(__file__).with_name("jupyter")


def start(port: int | None, *, browser: bool) -> int:
    """Start JupyterLab on lesson 00; without a port, on the next free one."""
    must_be_free(port)
    python = ready_python([KERNEL])
    must_be_free(port)  # installing takes a while
    os.environ.update(surroundings(python))
    os.chdir(ROOT)
    print(command_text.OPENING, file=sys.stderr)
    words = ["--port", str(port)] if port is not None else []
    words += [] if browser else ["--no-browser"]
    return hand_over(python, "-m", "helpers.commands.serve", *words)


def must_be_free(port: int | None) -> None:
    """Refuse a port that is taken, or no network to take one of; no port is always free."""
    address = loopback.address()
    if port is None:
        return
    with socket(loopback.family(address)) as trial:
        if os.name == "posix":
            # A port that was closed a moment ago counts as free, as it does for the server itself.
            trial.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        try:
            trial.bind((address, port))
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            sentence = command_text.PORT_TAKEN if taken else command_text.PORT_FORBIDDEN
            raise KitError(sentence.format(port=port)) from None


def surroundings(python: str) -> dict[str, str]:
    """Give the variables that keep other Jupyter installations of this user out of the lesson."""
    paths = [str(SETTINGS), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    own = {
        "JUPYTER_CONFIG_PATH": os.pathsep.join(filter(None, paths)),
        "JUPYTER_PREFER_ENV_PATH": "1",  # the kernel “python3” is this environment's
    }
    environment = Environment(ROOT)
    if python == str(environment.python) and "JUPYTER_CONFIG_DIR" not in os.environ:
        own["JUPYTER_CONFIG_DIR"] = str(environment.folder / "jupyter")
    return own
