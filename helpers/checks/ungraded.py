"""What the kinds without a key ask for: poll, panel, trial and write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.checks.finding import Flaw
from helpers.checks.rules import anchored, filled, unique

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.dossier import Dossier
    from helpers.kinds.base import Exercise
    from helpers.kinds.panel import Panel
    from helpers.kinds.poll import Poll
    from helpers.kinds.sheet import Sheet
    from helpers.kinds.trial import Trial
    from helpers.kinds.write import Write

MEMBERS = 3
"""A distribution of fewer answers says nothing (R14)."""
VERSIONS = 2
TAKEN = frozenset({"text", "confidence"})
"""Names that the form has fields for already."""


def poll(exercise: Poll) -> Iterator[Flaw]:
    """See that each view says what it rests on."""
    yield from filled(exercise.id, after=exercise.after)
    yield from unique((option.id for option in exercise.options), exercise.id)
    for option in exercise.options:
        yield from filled(f"{exercise.id}, {option.id}", text=option.text, says=option.says)


def again(exercise: Exercise, sheet: Sheet) -> Iterator[Flaw]:
    """See that an exercise that repeats an earlier one is of its kind and has its options."""
    before = sheet.file.exercises[: sheet.ids.index(exercise.id)]
    first = next((one for one in before if one.id == exercise.again), None)
    if type(first) is not type(exercise):
        says = f"No earlier {exercise.__struct_config__.tag} is called “{exercise.again}”; "
        yield Flaw(exercise.id, says + "name one under again.")
    elif getattr(first, "options", ()) != getattr(exercise, "options", ()):
        says = f"Its options are not those of “{exercise.again}”; give both the same."
        yield Flaw(exercise.id, says)


def panel(exercise: Panel, dossier: Dossier) -> Iterator[Flaw]:
    """See that at least three members decide, each for a course that is there, and say why."""
    courses = {option.id for option in exercise.options}
    yield from filled(exercise.id, after=exercise.after)
    yield from unique((option.id for option in exercise.options), exercise.id)
    if len(exercise.panel) < MEMBERS:
        yield Flaw(exercise.id, f"A panel has {MEMBERS} members or more; add some.")
    for member in exercise.panel:
        item = f"{exercise.id}, {member.who}"
        yield from filled(item, who=member.who, why=member.why)
        yield from anchored(dossier, member.words, item)
        if member.takes not in courses:
            yield Flaw(item, f"There is no option “{member.takes}”; name one of this exercise.")


def trial(exercise: Trial) -> Iterator[Flaw]:
    """See that there is something to compare, and each version tells what it was."""
    yield from filled(exercise.id, after=exercise.after)
    yield from unique((version.id for version in exercise.versions), exercise.id)
    if len(exercise.versions) < VERSIONS:
        yield Flaw(exercise.id, "An experiment needs two versions; add one.")
    for version in exercise.versions:
        yield from filled(f"{exercise.id}, {version.id}", text=version.text, tells=version.tells)


def write(exercise: Write) -> Iterator[Flaw]:
    """See that a text is looked at, rated and answered, and the models hold what is looked for."""
    rows = [row.id for row in exercise.rubric]
    yield from unique([probe.id for probe in exercise.probes] + rows, exercise.id)
    for name in (name for name in rows if name in TAKEN or name.startswith("_")):
        yield Flaw(exercise.id, f"“{name}” cannot name a row of the rubric; choose another id.")
    if not (exercise.probes and exercise.rubric and exercise.models):
        yield Flaw(exercise.id, "It needs probes, a rubric and models; add what is missing.")
    for model in exercise.models:
        yield from filled(exercise.id, text=model.text, why=model.why)
        for probe in (probe for probe in exercise.probes if not probe.holds(model.text)):
            says = f"The probe “{probe.id}” does not find its own model answer good; mend one."
            yield Flaw(exercise.id, says)
