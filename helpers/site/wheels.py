"""Wheels: what they are called, and what of them runs anywhere."""

from __future__ import annotations

from typing import NamedTuple

from helpers.site.archives import ANYWHERE, packed, unpacked, with_record

_FOR_LINUX = "manylinux"


class WheelName(NamedTuple):
    """The parts of a wheel's file name."""

    name: str
    version: str
    tag: str

    def __str__(self) -> str:
        return f"{self.name}-{self.version}-{self.tag}.whl"


def read_name(file: str) -> WheelName:
    """Read the file name of a wheel.

    >>> read_name("msgspec-0.22.0-cp314-cp314-any.whl").tag
    'cp314-cp314-any'
    """
    name, version, *tags = file.removesuffix(".whl").split("-")
    return WheelName(name, version, "-".join(tags))


def anywhere(file: str, wheel: bytes) -> tuple[str, bytes]:
    """Give the half of a wheel that is written in Python, if the other half is for Linux.

    A package such as PyYAML does without its fast half where that is missing.
    """
    name = read_name(file)
    if _FOR_LINUX not in name.tag:
        return file, wheel
    files = {part: content for part, content in unpacked(wheel).items() if part[-3:] != ".so"}
    about = next(part for part in files if part.endswith(".dist-info/WHEEL"))
    lines = files[about].decode().splitlines()
    kept = [line for line in lines if not line.startswith(("Tag:", "Root-Is-Purelib:"))]
    told = "\n".join([*filter(None, kept), "Root-Is-Purelib: true", f"Tag: {ANYWHERE}", ""])
    pure = with_record({**files, about: told.encode()})
    return str(name._replace(tag=ANYWHERE)), packed(pure, compressed=False)
