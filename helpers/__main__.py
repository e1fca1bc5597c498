"""The command line of the kit: `python3 -m helpers lab`, `test`, `check` and others.

Exit codes: 0 fine, 1 content wrong or tests failed, 2 wrong use or something is missing.
This file must parse on any Python 3, so that an old one can be told what to do.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # what PYTHONPATH could replace is imported when that is seen to
    import argparse

    from helpers.commands import handout

OLDEST = (3, 11)
PORTS = range(1, 65536)
HERE = os.path.dirname(os.path.abspath(__file__))


def too_old(version: "tuple[int, ...]") -> str:
    """Say what to do about a Python that is too old, or nothing if it is not."""
    if version[:2] >= OLDEST:
        return ""
    return (
        "This kit needs Python 3.11 or newer, and this is Python %d.%d: "
        "install a newer one from python.org and run the command again with it." % version[:2]
    )


def port(text: str) -> int:
    """Read a port number, in the digits of any script."""
    from argparse import ArgumentTypeError

    if text.isdecimal() and len(text) <= len(str(PORTS.stop)) and int(text) in PORTS:
        return int(text)
    raise ArgumentTypeError("a port is a number from %d to %d" % (PORTS.start, PORTS.stop - 1))


def parser() -> "argparse.ArgumentParser":
    """Describe the commands."""
    import argparse

    line = argparse.ArgumentParser(prog="python3 -m helpers", description="According to Reports.")
    commands = line.add_subparsers(dest="command", metavar="COMMAND")
    commands.required = True
    lab = commands.add_parser("lab", help="open the lessons in JupyterLab")
    lab.add_argument("--no-browser", action="store_true", help="only print the address")
    lab.add_argument("--port", type=port, help="the port to use (default: the next free one)")
    test = commands.add_parser("test", help="run all tests (options for pytest after --)")
    test.set_defaults(extra=[])
    check = commands.add_parser("check", help="check lessons and texts")
    check.add_argument("paths", nargs="*", metavar="PATH", help="files or folders (default: all)")
    check.add_argument("--schemas", action="store_true", help="write the JSON Schemas anew")
    review = commands.add_parser("review", help="sign what you have read in a lesson or a text")
    review.add_argument("path", metavar="PATH", help="the exercises of a lesson, or claims.yaml")
    review.add_argument("ids", nargs="*", metavar="ID", help="items (default: all that wait)")
    bundle = commands.add_parser("bundle", help="make the folder that students get")
    new = "a new folder, or a new file that ends in .zip (default: a folder in work/bundle)"
    bundle.add_argument("out", nargs="?", metavar="OUT", help=new)
    keys = "whether the keys of the tests go in (default: no)"
    bundle.add_argument("--keys", choices=("no", "yes"), default="no", help=keys)
    handout = commands.add_parser("handout", help="put a lesson on paper")
    handout.add_argument("lesson", metavar="LESSON", help="such as 02-who-says-so")
    handout.add_argument("--key", action="store_true", help="the instructor's sheet, with answers")
    sizes = ("a4", "letter")
    handout.add_argument("--paper", choices=sizes, default="a4", help="its size (default: a4)")
    handout.add_argument("--form", default="", help="of a test: which form (default: its first)")
    out = "the file to write (default: one in work/handouts)"
    handout.add_argument("--out", metavar="FILE", help=out)
    return line


def arguments(words: "list[str]") -> "argparse.Namespace":
    """Read the command line; for `test`, all that follows `--` is left to pytest."""
    if words[:1] != ["test"] or "--" not in words:
        return parser().parse_args(words)
    cut = words.index("--")
    options = parser().parse_args(words[:cut])
    options.extra = words[cut + 1 :]
    return options


def run(options: "argparse.Namespace") -> int:
    """Run one command; what it needs is imported now, when Python is known to do."""
    from helpers.commands import bundle, check, handout, lab, review, test

    if options.command == "lab":
        return lab.start(options.port, browser=not options.no_browser)
    if options.command == "test":
        return test.start(options.extra)
    if options.command == "review":
        return review.start(options.path, options.ids, run=review_here)
    if options.command == "bundle":
        return bundle.start(options.out, keys=options.keys == "yes")
    if options.command == "handout":
        named = options.lesson, options.key, options.paper, options.form, options.out
        return handout.start(handout.Asked(*named), run=handout_here)
    return check.start(options.paths, schemas=options.schemas, run=check_here)


def check_here(paths: "list[str]", schemas: bool) -> int:  # noqa: FBT001 - as `check.start` calls it
    """Check in this very Python; what it needs is installed by now."""
    from pathlib import Path

    from helpers.checks.run import run

    return run([Path(path) for path in paths], schemas=schemas)


def review_here(path: str, ids: "list[str]") -> int:
    """Sign in this very Python; what it needs is installed by now."""
    from pathlib import Path

    from helpers.checks.sign import run

    return run(Path(path), ids)


def handout_here(asked: "handout.Asked") -> int:
    """Make a handout in this very Python; what it needs is installed by now."""
    from helpers.classroom.handout import Wanted
    from helpers.classroom.handout_file import write_handout

    return write_handout(asked.lesson, Wanted(asked.key, asked.paper, asked.form), asked.out)


def main(words: "list[str]") -> int:
    """Run the command line and turn what goes wrong into one sentence."""
    sentence = too_old(sys.version_info[:3])
    if sentence:
        print(sentence, file=sys.stderr)
        return 2
    from io import TextIOWrapper

    from helpers.errors import KitError

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal may know no curly quotes
            stream.reconfigure(errors="backslashreplace")
    try:
        return run(arguments(words))
    except KitError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped. Run the same command again to go on.", file=sys.stderr)
        return 130


def begin(words: "list[str]") -> int:
    """Run the command line; in a Python begun anew where settings would change what runs."""
    if not too_old(sys.version_info[:3]):
        from helpers.commands.hand_over import hand_over, without_meddling

        if without_meddling():
            return hand_over(sys.executable, HERE, *words)
    return main(words)


if __name__ == "__main__":
    if not __package__:  # the folder is run as a script, from anywhere: `python3 helpers lab`
        others = [path for path in sys.path if os.path.abspath(path) != HERE]
        sys.path[:] = [os.path.dirname(HERE), *others]
    sys.exit(begin(sys.argv[1:]))
