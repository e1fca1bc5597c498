"""Every chart of the kit, drawn from fixed data; `python tests/chart_cases.py` approves them anew.

The approved drawings lie in `tests/pictures/`, one shape on a line, so that a change shows in
review. To add a chart, add its line to `CASES`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from range_cases import RANGES

from helpers.texts.dossier import open_dossier
from helpers.view.charts.registry import charts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.view.markup import Markup

PICTURES = ROOT / "tests" / "pictures"
KURSK = open_dossier("kursk")


CASES: dict[str, Callable[[], Markup]] = {
    **{one.id: (lambda one=one: one.draw(KURSK)) for one in charts_of(KURSK)},
    **RANGES,
}


def drawings(name: str) -> list[str]:
    """Give the drawings of a chart, the wide and the narrow one, a shape on each line."""
    found = re.findall(r"<svg.*?</svg>", CASES[name](), re.DOTALL)
    return [re.sub(r"(?<=>)(?=<(?!/text|/path|/rect|/circle|/polygon))", "\n", one) for one in found]


def approved(name: str) -> Path:
    """Give the file in which the drawings of a chart are approved."""
    return PICTURES / f"{name}.svg.txt"


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    for each in CASES:
        text = "\n\n".join(drawings(each)) + "\n"
        approved(each).write_text(text, encoding="utf-8")
