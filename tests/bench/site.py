"""Measure the site that runs in the browser alone: `python tests/bench/site.py`.

The site is built once and served as a plain static host does it (site_host.py), and lesson 02 is
visited in Chromium, as the page of the site (“player”) and in the same run as a notebook in the
site's JupyterLite (“lite”), in turns: without delay, and over a line of 10 Mbit/s with a round trip
of 50 ms (site_line.py). Each profile makes three visits, each in a browser that was just started:
the first; a second at once, while nothing need be asked for again; and a third “next day”, when the
browser asks whether what it has is still good. Printed are medians over the rounds.

Text, first card, all pieces. Seconds from following the link until the first heading is painted,
until the first card can be answered, until every piece of the lesson is there.

Sent. Megabytes and answers of the host until all pieces are there, as the host counts them; “in
all” with what the site then fetches to be there without a network. That something is still good is
an answer, too, of headers alone.

Commit to feedback. From the press on “Keep my answer” until the feedback is in the page, for every
exercise of the lesson in each round: median and 95th percentile, in milliseconds.

Firefox. The first visits without delay, up to the first card.

Load. 1,000 first visits to the one process of the host, and the sum for 100,000 of them.

The last line tells how busy the machine was: with more to do than it has cores, seconds are too
many, and only ratios mean something. Exit code 1 if the player misses a budget.
`--rounds 1 --visits 100` for a quick look.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from contextlib import closing
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2])]

from firefox import launch  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from site_host import Host  # noqa: E402
from site_line import slow_line  # noqa: E402
from site_load import load  # noqa: E402
from site_page import BELOW, ROOT, build  # noqa: E402
from site_table import LINES, MEGABYTE, PLAIN, Found, Row, size  # noqa: E402
from site_visits import (  # noqa: E402
    PLACES,
    SLOW,
    chromium,
    commits,
    script,
    visit,
    wait_until_stale,
)

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

MANY = 100_000
A_MONTH = 0.1
"""Terabytes a month that GitHub Pages asks a site to stay under."""


def progress(what: str) -> None:
    """Tell what is being measured, beside the table."""
    print(what, file=sys.stderr)


def measure(playwright: Playwright, host: Host, rounds: int) -> Found:
    """Visit the lesson in all ways, in turns."""
    found = Found()
    with slow_line(host.port) as slow:
        ports = dict(zip(LINES, (host.port, slow), strict=True))
        for number in range(rounds):
            progress(f"round {number + 1} of {rounds}")
            with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                one_round(playwright, host, ports, Path(folder), found)
    return found


def one_round(
    playwright: Playwright, host: Host, ports: dict[str, int], profiles: Path, found: Found
) -> None:
    """Make every visit once, and answer every exercise once in each place."""
    ways = [(place, line) for line in reversed(LINES) for place in PLACES]
    for place, line in ways:
        for time in ("first", "second"):
            with chromium(playwright, profiles / f"{place} {line}") as page:
                found.add(place, line, time, visit(page, host, ports[line], place))
    wait_until_stale()
    for place, line in ways:
        with chromium(playwright, profiles / f"{place} {line}") as page:
            found.add(place, line, "next-day", visit(page, host, ports[line], place))
            if line == PLAIN:
                found.commits[place] += commits(page)


def measure_firefox(playwright: Playwright, host: Host, rounds: int) -> Row:
    """Make first visits in Firefox, in turns."""
    progress("Firefox")
    found = Found()
    for _ in range(rounds):
        for place in PLACES:
            with (
                TemporaryDirectory(ignore_cleanup_errors=True) as home,
                closing(launch(playwright, Path(home))) as browser,
            ):
                page = browser.new_page()
                page.set_default_timeout(SLOW * 1000)
                page.add_init_script(script())
                found.add(place, PLAIN, "first", visit(page, host, host.port, place))
    return found.row(PLAIN, "first", "first card", name="Firefox, plain, first visit: first card")


def measure_load(host: Host, found: Found, visits: int, at_once: int) -> None:
    """Visit the host many times as new students do, and print what it comes to."""
    first, again = (found.visits["player", PLAIN, time][0] for time in ("first", "next-day"))
    paths = [one.path for one in first.all() if one.status == 200]
    progress("load")
    done = load(host, paths, visits, at_once)
    cuts = quantiles(done.seconds, n=20)
    each = done.size / visits / MEGABYTE
    print(
        f"\n{visits:,} first visits, {at_once} at a time, {len(paths)} files each, "
        f"one process of a host in Python:\n"
        f"  a visit: {each:.2f} MB, median {cuts[9]:.2f} s, p95 {cuts[-1]:.2f} s\n"
        f"  all: {done.size / MEGABYTE / 1000:.1f} GB in {done.wall:.1f} s; processor "
        f"{done.processor:.1f} s, {1000 * done.processor / visits:.0f} ms a visit"
    )
    terabytes = MANY * each / MEGABYTE
    print(
        f"{MANY:,} first visits, on paper: {terabytes:.2f} TB, "
        f"{MANY * done.processor / visits / 3600:.1f} hours of one such processor; "
        f"GitHub Pages asks for at most {A_MONTH} TB a month, {MANY * A_MONTH / terabytes:,.0f} "
        f"such visits\n"
        f"  a second visit at another day: {size(again.all()):.3f} MB in {len(again.all())} "
        f"answers; {MANY:,} of them {MANY * size(again.all()) / MEGABYTE:.3f} TB"
    )


def main() -> int:
    """Measure, print, and tell by the exit code whether all budgets are met."""
    line = ArgumentParser(description=__doc__.partition("\n")[0])
    line.add_argument("--rounds", type=int, default=3)
    line.add_argument("--visits", type=int, default=1000)
    line.add_argument("--at-once", type=int, default=10)
    said = line.parse_args()
    before = os.getloadavg()[0]
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        web = Path(folder) / "web"
        progress("building the site")
        build(ROOT, web / BELOW, notebooks=True)
        with Host(web, Path(folder) / "log") as host:
            with sync_playwright() as playwright:
                found = measure(playwright, host, said.rounds)
                rows = [*found.rows(), measure_firefox(playwright, host, said.rounds)]
            print(f"{'':56}{'player':>10}{'lite':>10}{'ratio':>9}{'budget':>8}")
            for row in rows:
                print(row)
            measure_load(host, found, said.visits, said.at_once)
    print(f"load {before:.1f} before, {os.getloadavg()[0]:.1f} after, on {os.cpu_count()} cores")
    return 0 if all(row.met for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main())
