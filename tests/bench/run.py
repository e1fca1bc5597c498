"""Measure what DESIGN promises of lesson 02, as ratios: `python tests/bench/run.py`.

Each ratio has its own baseline, measured in the same run, so that a slow machine is no excuse and
a fast one no help.

Link to first card. From following the link on a warm server until the first card is in the page,
against a notebook that the lesson page opens as well, with one bare ipywidgets button: medians, in
turns, each with a kernel of its own.

Commit to feedback. From the press on “Keep my answer” until the feedback is in the page, against
a bare ipywidgets button whose kernel writes its count into a label. Both on one page, with one
kernel, in turns: medians over all cards of the lesson.

Slider to drawing. From a move of the toy's slider until the new drawing is in the page, against
the same bare button. A tenth of a second is what the lesson promises.

Run all. From “Run All Cells” in a fresh kernel that is idle until the last card of the lesson is
in the page, against the same notebook in which every cell says `import ipywidgets` and no more,
until its last cell is done. JupyterLab runs one cell after the other, so most of the time goes to
their number; for comparison, the same against a notebook of one such cell.

Memory. What the kernel of the lesson holds once every exercise is answered, less what a kernel
holds that only imported ipywidgets, both alive at once. PSS: pages that both share count half.

Notebooks. All of them under nbval, in seconds; DESIGN gives a minute on two cores.

Marking. See marking.py, which is run last.

Exit code 1 if a budget is missed. `--rounds 5` for steadier medians of the second ratio.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve()
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parents[2])]

import marking  # noqa: E402
from answers import right_answer  # noqa: E402
from lab import PATIENCE, TOKEN, Lab, Notebook, wait_until  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from helpers.commands.programs import CHROMIUM  # noqa: E402
from helpers.kinds.exercises import open_exercises  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

LESSON = "02-who-says-so"
PLAIN = "plain"
"""The same notebook, as one that no page opens by itself."""
ROOT = HERE.parents[2]
BARE = "import ipywidgets"
BUTTON = """# A bare widget, for comparison
from ipywidgets import Button, HTML, VBox
button, told = Button(description="bare"), HTML("0")
def press(_):
    told.value = str(int(told.value) + 1)
button.on_click(press)
VBox([button, told]).add_class("bare")"""
TOY = 'lesson.show("toy", "40")'
MOVES = 20
NOTEBOOKS = 60

SCRIPT = (HERE.parent / "bench.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    mine: float
    bare: float
    unit: str
    budget: float | None
    ratio: bool = True

    @property
    def found(self) -> float:
        return self.mine / self.bare if self.ratio else self.mine - self.bare

    @property
    def met(self) -> bool:
        return self.budget is None or self.found <= self.budget

    def __str__(self) -> str:
        sign = "×" if self.ratio else "MB more"
        budget = "" if self.budget is None else f"{self.budget:6.1f}"
        verdict = "" if self.budget is None else "met" if self.met else "MISSED"
        return (
            f"{self.what:<48}{self.mine:9.1f} {self.unit:<3}{self.bare:9.1f} {self.unit:<3}"
            f"{self.found:7.2f} {sign:<8}{budget}  {verdict}"
        )


def notebook(*sources: str) -> str:
    """Write a notebook of these cells."""
    cells = [
        {
            "id": f"cell-{number}",
            "cell_type": "code",
            "source": source,
            "metadata": {},
            "outputs": [],
            "execution_count": None,
        }
        for number, source in enumerate(sources)
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


def copy_project(to: Path) -> Path:
    """Copy the project, with the notebook to compare with and a bare button in the lesson."""
    for name in ("helpers", "lessons", "seeds"):
        shutil.copytree(ROOT / name, to / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    lesson = json.loads((to / "lessons" / f"{LESSON}.ipynb").read_text(encoding="utf-8"))
    button = json.loads(notebook(BUTTON)) | {"metadata": lesson["metadata"].copy()}
    # What is timed while it runs must not run by itself.
    del lesson["metadata"]["according-to-reports"]
    imports, with_button = deepcopy(lesson), deepcopy(lesson)
    for cell in imports["cells"]:
        cell["source"] = BARE if cell["cell_type"] == "code" else cell["source"]
    with_button["cells"] += json.loads(notebook(BUTTON, TOY))["cells"]
    others = {"imports": imports, "with-button": with_button, PLAIN: lesson, "button": button}
    for stem, page in (others | {"bare": json.loads(notebook(BARE))}).items():
        (to / "lessons" / f"{stem}.ipynb").write_text(json.dumps(page), encoding="utf-8")
    return to


@contextmanager
def lab_and_page() -> Iterator[tuple[Lab, Page]]:
    """Start a JupyterLab on a copy of the project, and a browser."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, sync_playwright() as p:
        place = Path(folder)
        server = Lab(copy_project(place / "project"), place / "work", place / "lab").start()
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = p.chromium.launch(
            executable_path=CHROMIUM.find(), args=["--no-sandbox"] if root else []
        )
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.set_default_timeout(PATIENCE * 1000)
        page.add_init_script(SCRIPT)
        try:
            yield server, page
        finally:
            browser.close()
            server.stop()


def run_all(lab: Lab, page: Page, stem: str, pieces: int) -> dict[str, float]:
    """Open a notebook with a fresh kernel, run all, and time it, in milliseconds."""
    Notebook(page, lab.fresh()).visit(stem)
    wait_until(lab.idle, "the server calls the kernel idle, too")
    return dict(page.evaluate("pieces => bench.runAll(pieces)", pieces))


def measure_run_all(lab: Lab, page: Page, rounds: int) -> list[Row]:
    """Compare the lesson with notebooks that only import ipywidgets, in turns."""
    cells = json.loads((ROOT / "lessons" / f"{LESSON}.ipynb").read_text(encoding="utf-8"))["cells"]
    pieces = sum(cell["cell_type"] == "code" for cell in cells)
    times: dict[str, list[float]] = {"bare": [], "imports": [], PLAIN: []}
    for _ in range(rounds + 1):  # the first fills the caches of disk and browser
        for stem, found in times.items():
            found.append(run_all(lab, page, stem, pieces if stem == PLAIN else 0)["shown"])
    one, all_cells, mine = (median(found[1:]) for found in times.values())
    return [
        Row("run all to the last card, cell for cell", mine, all_cells, "ms", None),
        Row("  for comparison: against one single cell", mine, one, "ms", None),
    ]


def follow(lab: Lab, page: Page, stem: str, first: str) -> float:
    """Follow the link to a notebook with a fresh kernel until this is shown, in milliseconds."""
    lab.fresh()
    begin = perf_counter()
    page.goto(f"{lab.url}/doc/tree/lessons/{stem}.ipynb?token={TOKEN}")
    page.locator(first).first.wait_for()
    return 1000 * (perf_counter() - begin)


def measure_link(lab: Lab, page: Page, rounds: int) -> Row:
    """Follow the link to the lesson and to the bare button, in turns."""
    bare, mine = [], []
    for _ in range(rounds + 1):  # the first fills the caches
        mine.append(follow(lab, page, LESSON, ".atr .card"))
        bare.append(follow(lab, page, "button", ".bare button"))
    return Row("link to first card", median(mine[1:]), median(bare[1:]), "ms", 1.3)


def measure_commits(lab: Lab, page: Page) -> Row:
    """Answer every exercise of the lesson, and press a bare button between."""
    Notebook(page, lab.fresh()).visit("with-button")
    page.evaluate("pieces => bench.runAll(pieces)", 0)
    page.locator(".bare button").wait_for()
    exercises = open_exercises(LESSON)
    bare, mine = [], []
    for identity in exercises.ids:
        exercise = exercises.exercise(identity)
        sure = [str(step) for step in exercise.confidence_steps()[-1:]]
        answer = right_answer(exercise) | ({"_sure": sure} if sure else {})
        form = page.locator(f'form[data-draft="{LESSON}/{identity}/0"]')
        mine.append(form.evaluate("(form, answer) => bench.commit(form, answer)", answer))
        wait_until(lab.idle, "the kernel has told all other cards")
        bare.append(page.locator(".bare button").evaluate("button => bench.press(button)"))
        wait_until(lab.idle, "the kernel is idle")
    assert len(lab.answers(exercises.ids[-1])) == 1
    return Row(f"commit to feedback ({len(mine)} cards)", median(mine), median(bare), "ms", 1.3)


def measure_slider(lab: Lab, page: Page) -> Row:
    """Move the slider and press the bare button, in turns."""
    slider, button = page.locator('.atr input[name="size"]'), page.locator(".bare button")
    bare, mine = [], []
    for number in range(MOVES):
        mine.append(slider.evaluate("(slider, to) => bench.slide(slider, to)", str(50 + number)))
        wait_until(lab.idle, "the kernel is idle")
        bare.append(button.evaluate("button => bench.press(button)"))
        wait_until(lab.idle, "the kernel is idle")
    return Row("slider to drawing", median(mine), median(bare), "ms", None)


def held(pid: int) -> tuple[float, float]:
    """Give PSS and RSS of a process, in MB."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    except OSError:
        import psutil  # noqa: PLC0415  (Jupyter brings it)

        more = psutil.Process(pid).memory_full_info()
        return getattr(more, "pss", more.uss) / 2**20, more.rss / 2**20
    sizes = {
        name: int(rest.split()[0]) / 1024 for name, _, rest in (li.partition(":") for li in lines)
    }
    return sizes["Pss"], sizes["Rss"]


def measure_memory(lab: Lab, page: Page) -> Row:
    """Compare the kernel that has just answered everything with one that only imported."""
    [lesson] = lab.kernels()
    page.goto(f"{lab.url}/doc/tree/lessons/bare.ipynb?token={TOKEN}&reset")
    Notebook(page, lab).wait_idle()
    page.evaluate("pieces => bench.runAll(pieces)", 0)
    [bare] = [pid for pid in lab.kernels() if pid != lesson]
    (mine, mine_rss), (other, other_rss) = held(lesson), held(bare)
    print(f"(RSS: {mine_rss:.1f} MB and {other_rss:.1f} MB, {mine_rss - other_rss:.1f} MB more)")
    return Row("memory of the kernel, all answered", mine, other, "MB", 10.0, ratio=False)


def measure_notebooks() -> bool:
    """Run all notebooks as the tests do, print how long it took, and tell whether that is met."""
    start = perf_counter()
    words = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "2", "--dist", "loadscope"]
    subprocess.run([sys.executable, *words, "lessons"], cwd=ROOT, check=True, capture_output=True)
    seconds = perf_counter() - start
    print(f"all notebooks under nbval {seconds:.1f} s, budget {NOTEBOOKS} s")
    return seconds <= NOTEBOOKS


def main() -> int:
    """Measure, print the table, and tell by the exit code whether all budgets are met."""
    line = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    line.add_argument("--rounds", type=int, default=3)
    rounds = line.parse_args().rounds
    with lab_and_page() as (lab, page):
        link = measure_link(lab, page, rounds)
        runs = measure_run_all(lab, page, rounds)
        commits, slider = measure_commits(lab, page), measure_slider(lab, page)
        rows = [link, commits, slider, *runs, measure_memory(lab, page)]
    print(f"{'':<48}{'ours':>12}{'bare':>13}{'found':>8} {'':<8}{'budget':>6}")
    for row in rows:
        print(row)
    met = [measure_notebooks(), marking.main() == 0, *(row.met for row in rows)]
    return 0 if all(met) else 1


if __name__ == "__main__":
    raise SystemExit(main())
