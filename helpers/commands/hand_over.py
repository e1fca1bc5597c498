"""Going on in another Python, or in this one begun anew.

It is read before the settings of Python are seen to, and imports nothing that they could replace.
"""

from __future__ import annotations

import os
import sys

MEDDLING = (
    *("PYTHONPATH", "PYTHONHOME", "PYTHONPLATLIBDIR", "PYTHONSAFEPATH"),
    *("PYTHONWARNINGS", "PYTHONDEVMODE", "PYTHONOPTIMIZE", "PYTHONSTARTUP", "PYTHONINSPECT"),
)
"""Settings of Python that change what runs, here and in all that is started from here."""


def without_meddling() -> bool:
    """Take those settings out of the surroundings; tell whether there were any."""
    found = [name for name in MEDDLING if name in os.environ]
    for name in found:
        del os.environ[name]
    return bool(found)


def hand_over(python: str, *words: str) -> int:
    """Go on in that Python; where it can be, in this very process, so that Ctrl-C reaches it."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(python, [python, *words])
    import subprocess  # noqa: PLC0415 - see above

    with subprocess.Popen([python, *words]) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:  # the child was told too, and is ending
                continue
