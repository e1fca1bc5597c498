"""A small disk for the work folder: it can be filled up, made read-only, and freed again.

Where the tests may mount, it is a disk of its own in memory, 64 kB large. Where they may not (in
most containers), the kernels are forbidden to write to any file: the system then refuses each
write just as really, with another number.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIZE = 64 * 1024


class Disk:
    """A disk of its own at this place; `kernels` gives the processes that write to it."""

    def __init__(self, place: Path, kernels: Callable[[], list[int]]) -> None:
        self.place, self.kernels = place, kernels
        self.mounted = _run("mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place))

    def fill(self) -> None:
        """Leave no byte free."""
        if not self.mounted:
            self._allow(0)
            return
        with (self.place / "filler").open("wb", buffering=0) as file:
            try:
                while file.write(bytes(512)):
                    pass
            except OSError:
                return

    def protect(self) -> None:
        """Let nobody write."""
        if not self.mounted:
            self._allow(0)
        else:
            assert _run("mount", "-o", "remount,ro", str(self.place))

    def free(self) -> None:
        """Let everybody write again."""
        if not self.mounted:
            self._allow(resource.RLIM_INFINITY)
        else:
            assert _run("mount", "-o", f"remount,rw,size={SIZE}", str(self.place))
            (self.place / "filler").unlink(missing_ok=True)

    def close(self) -> None:
        """Take the disk away."""
        self.free()
        if self.mounted:
            assert _run("umount", "-l", str(self.place))

    def _allow(self, size: int) -> None:
        for kernel in self.kernels():
            _, hard = resource.prlimit(kernel, resource.RLIMIT_FSIZE)
            resource.prlimit(kernel, resource.RLIMIT_FSIZE, (size, hard))


def _run(command: str, *words: str) -> bool:
    """Run a command of the system; tell whether it is there and went well."""
    program = shutil.which(command)
    if not program or (hasattr(os, "geteuid") and os.geteuid() != 0):
        return False
    return subprocess.run([program, *words], capture_output=True, check=False).returncode == 0
