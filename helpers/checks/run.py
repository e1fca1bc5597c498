"""`python3 -m helpers check [PATH…]`, where the kit's packages are installed.

Exit codes: 0 nothing to mend, 1 there are findings, 2 a path that is not there or not the kit's.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from helpers.checks.minutes import told
from helpers.checks.schema import write_schemas
from helpers.checks.scope import Scope, joined, named, whole
from helpers.errors import KitError
from helpers.words.counted import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from helpers.checks.finding import Finding


def findings(paths: Sequence[Path]) -> tuple[Scope, list[Finding]]:
    """Check what the paths name, or everything."""
    scope = joined(map(named, paths)) if paths else whole()
    return scope, list(dict.fromkeys(scope.findings()))


def report(scope: Scope, found: Iterable[Finding]) -> int:
    """Print each finding on a line and their number, or what was checked; and the minutes."""
    lines = list(map(str, found))
    sum_up = counted(len(lines), "finding", "findings") + "." if lines else scope.summary()
    print(*lines, *told(scope.notebooks), sum_up, sep="\n")
    return 1 if lines else 0


def run(paths: Sequence[Path], *, schemas: bool = False) -> int:
    """Run the command; whatever goes wrong is one sentence."""
    try:
        if schemas:
            write_schemas()
        return report(*findings(paths))
    except KitError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename} cannot be read or written: {error.strerror}.", file=sys.stderr)
    return 2
