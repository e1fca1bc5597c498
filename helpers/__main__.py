"""The command line of the kit: `python3 -m helpers lab`, `test`, `check`, `report` and others.

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
    """Describe the commands; what each needs is imported when it runs, on a Python that can."""
    import argparse

    line = argparse.ArgumentParser(prog="python3 -m helpers", description="According to Reports.")
    commands = line.add_subparsers(dest="command", metavar="COMMAND")
    commands.required = True
    lab = commands.add_parser("lab", help="open the lessons in JupyterLab")
    lab.set_defaults(run=run_lab)
    lab.add_argument("--no-browser", action="store_true", help="only print the address")
    lab.add_argument("--port", type=port, help="the port to use (default: the next free one)")
    test = commands.add_parser("test", help="run all tests (options for pytest after --)")
    test.set_defaults(run=run_test, extra=[])
    check = commands.add_parser("check", help="check lessons and texts")
    check.set_defaults(run=run_check)
    check.add_argument("paths", nargs="*", metavar="PATH", help="files or folders (default: all)")
    check.add_argument("--schemas", action="store_true", help="write the JSON Schemas anew")
    review = commands.add_parser("review", help="sign what you have read in a lesson or a text")
    review.set_defaults(run=run_review)
    review.add_argument("path", metavar="PATH", help="the exercises of a lesson, or claims.yaml")
    review.add_argument("ids", nargs="*", metavar="ID", help="items (default: all that wait)")
    bundle = commands.add_parser("bundle", help="make the folder that students get")
    bundle.set_defaults(run=run_bundle)
    new = "a new folder, or a new file that ends in .zip (default: a folder in work/bundle)"
    bundle.add_argument("out", nargs="?", metavar="OUT", help=new)
    keys = "whether the keys of the tests go in (default: no)"
    bundle.add_argument("--keys", choices=("no", "yes"), default="no", help=keys)
    report = commands.add_parser("report", help="make the report of a class")
    report.set_defaults(run=run_report)
    report.add_argument("place", metavar="FOLDER-OR-ZIP", help="what your students handed in")
    report.add_argument("--out", metavar="DIR", help="where to write it (default: work/report)")
    report.add_argument("--roster", metavar="CSV", help="your gradebook, with a column “code”")
    report.add_argument("--lms", choices=("moodle", "canvas"), help="where the gradebook is from")
    report.add_argument("--keys", metavar="DIR", help="where the keys of the tests are kept")
    record_store = "whether to write xAPI statements as well, for a record store (default: no)"
    report.add_argument("--xapi", choices=("no", "yes"), help=record_store)
    handout = commands.add_parser("handout", help="put a lesson on paper")
    handout.set_defaults(run=run_handout)
    handout.add_argument("lesson", metavar="LESSON", help="such as 02-who-says-so")
    handout.add_argument("--key", action="store_true", help="the instructor's sheet, with answers")
    sizes = ("a4", "letter")
    handout.add_argument("--paper", choices=sizes, default="a4", help="its size (default: a4)")
    handout.add_argument("--form", default="", help="of a test: which form (default: its first)")
    out = "the file to write (default: one in work/handouts)"
    handout.add_argument("--out", metavar="FILE", help=out)
    site = commands.add_parser("site", help="make a site that runs in the browser alone")
    site.set_defaults(run=run_site)
    site.add_argument("--out", metavar="DIR", help="where to write it (default: work/site)")
    base = "the address that it will have, for search engines"
    site.add_argument("--base", metavar="URL", default="", help=base)
    kept = "whether keys, answers on paper and the guide go in (default: yes)"
    site.add_argument("--keys", choices=("no", "yes"), default="yes", help=kept)
    return line


def arguments(words: "list[str]") -> "argparse.Namespace":
    """Read the command line; for `test`, all that follows `--` is left to pytest."""
    if words[:1] != ["test"] or "--" not in words:
        return parser().parse_args(words)
    cut = words.index("--")
    options = parser().parse_args(words[:cut])
    options.extra = words[cut + 1 :]
    return options


def run_lab(options: "argparse.Namespace") -> int:
    """Open the lessons."""
    from helpers.commands import lab

    return lab.start(options.port, browser=not options.no_browser)


def run_test(options: "argparse.Namespace") -> int:
    """Run the tests."""
    from helpers.commands import test

    return test.start(options.extra)


def run_check(options: "argparse.Namespace") -> int:
    """Check lessons and texts."""
    from helpers.commands import check

    def here(paths: "list[str]", schemas: bool) -> int:  # noqa: FBT001 - as `check.start` calls it
        from pathlib import Path

        from helpers.checks.run import run

        return run([Path(path) for path in paths], schemas=schemas)

    return check.start(options.paths, schemas=options.schemas, run=here)


def run_review(options: "argparse.Namespace") -> int:
    """Sign what was read."""
    from helpers.commands import review

    def here(path: str, ids: "list[str]") -> int:
        from pathlib import Path

        from helpers.checks.sign import run

        return run(Path(path), ids)

    return review.start(options.path, options.ids, run=here)


def run_bundle(options: "argparse.Namespace") -> int:
    """Make the folder that students get."""
    from helpers.commands import bundle

    return bundle.start(options.out, keys=options.keys == "yes")


def run_report(options: "argparse.Namespace") -> int:
    """Make the report of a class."""
    from helpers.commands import report

    def here(place: str, named: "dict[str, str]") -> int:
        from pathlib import Path

        from helpers.classroom.run import Wanted, run

        lms, xapi = named.pop("lms", ""), named.pop("xapi", "") == "yes"
        paths = {name: Path(value) for name, value in named.items()}
        return run(Wanted(Path(place), lms=lms, xapi=xapi, **paths))

    asked = {name: getattr(options, name) for name in ("out", "roster", "lms", "keys", "xapi")}
    return report.start(options.place, asked, run=here)


def run_handout(options: "argparse.Namespace") -> int:
    """Put a lesson on paper."""
    from helpers.commands import handout

    def here(asked: "handout.Asked") -> int:
        from helpers.classroom.handout import Wanted
        from helpers.classroom.handout_file import write_handout

        return write_handout(asked.lesson, Wanted(asked.key, asked.paper, asked.form), asked.out)

    named = options.lesson, options.key, options.paper, options.form, options.out
    return handout.start(handout.Asked(*named), run=here)


def run_site(options: "argparse.Namespace") -> int:
    """Make the site."""
    from helpers.commands import site

    def here(asked: "site.Asked") -> int:
        from pathlib import Path

        from helpers.site.build import Wanted, run

        return run(Wanted(Path(asked.out) if asked.out else None, asked.base, asked.keys))

    return site.start(site.Asked(options.out, options.base, options.keys == "yes"), run=here)


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
        options = arguments(words)
        return int(options.run(options))
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
