"""The address at which this computer talks to itself: of the old kind, or of the new one alone."""

from __future__ import annotations

from socket import AF_INET, AF_INET6, AddressFamily, socket

from helpers.errors import KitError
from helpers.words import command_text

OLD, NEW = "127.0.0.1", "::1"


def address() -> str:
    """Give the loopback address that there is, or raise KitError."""
    for found in (OLD, NEW):
        try:
            with socket(family(found)) as trial:
                trial.bind((found, 0))
        except OSError:
            continue
        return found
    raise KitError(command_text.NO_LOOPBACK)


def family(address: str) -> AddressFamily:
    """Tell the kind of an address."""
    return AF_INET6 if address == NEW else AF_INET
