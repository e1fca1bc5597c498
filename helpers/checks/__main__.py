"""`python3 -m helpers check [PATH…]`, where the kit's packages are installed.

Exit codes: 0 nothing to mend, 1 there are findings, 2 a path that is not there or not the kit's.
"""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.checks.kit import Work, counted, joined, named, whole
from helpers.checks.schema import write_schemas
from helpers.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from helpers.checks.finding import Finding


def parser() -> argparse.ArgumentParser:
    """Describe the command."""
    line = argparse.ArgumentParser(prog="python3 -m helpers check", description="Check the kit.")
    line.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="default: everything")
    line.add_argument("--schemas", action="store_true", help="write the JSON Schemas anew")
    return line


def findings(paths: Sequence[Path]) -> tuple[Work, list[Finding]]:
    """Check what the paths name, or everything."""
    work = joined(map(named, paths)) if paths else whole()
    return work, list(dict.fromkeys(work.findings()))


def report(work: Work, found: Iterable[Finding]) -> int:
    """Print each finding on a line and their number, or what was checked."""
    lines = list(map(str, found))
    print(*lines, counted(len(lines), "finding") + "." if lines else work.summary(), sep="\n")
    return 1 if lines else 0


def main(words: Sequence[str]) -> int:
    """Run the command; whatever goes wrong is one sentence."""
    options = parser().parse_args(words)
    try:
        if options.schemas:
            write_schemas()
        return report(*findings(options.paths))
    except KitError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename} cannot be read or written: {error.strerror}.", file=sys.stderr)
    return 2


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))
