"""What stands in the tables of a class, column by column."""

from __future__ import annotations

_WHO = (("student", "The student’s number in students.csv."),)
_WHAT = (
    *_WHO,
    ("lesson", "The lesson, by the name of its file."),
    ("exercise", "The question, by its name in the lesson’s file."),
)
COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    "students": (
        ("student", "A number, for this report only."),
        ("code", "The code name chosen last; empty if none was chosen."),
        (
            "workbook",
            (
                "The workbook’s own number. Two rows with one code name are two workbooks, of one "
                "student or of two."
            ),
        ),
        ("answered", "How many questions were answered at least once."),
    ),
    "answers": (
        *_WHAT,
        ("kind", "What is done in it, such as choice, sort or annotate."),
        (
            "attempt",
            (
                "1 for the first answer to the question, 2 for the second and so on; a reset does "
                "not start again at 1."
            ),
        ),
        ("score", "A share from 0 to 1; empty where nothing is scored."),
        (
            "sure",
            (
                "The chance of being right that the word stands for, from 0 to 1; empty where "
                "nobody asked."
            ),
        ),
        ("word", "The word that she said it with."),
        ("at", "When, by the clock of her computer, in UTC."),
    ),
    "values": (
        *_WHAT,
        ("attempt", "As in answers.csv."),
        ("field", "The part of the question, such as an item to sort."),
        ("value", "What was chosen or put there."),
    ),
    "slips": (
        *_WHAT,
        ("item", "The option or the item that showed it at the first attempt."),
        (
            "slip",
            (
                "The slip, by its name in slips.yaml. Those of the tests are here too; the report "
                "leaves them out."
            ),
        ),
    ),
    "texts": (*_WHAT, ("text", "What was written at the first try.")),
    "tests": (
        *_WHO,
        ("lesson", "The lesson that put the test."),
        ("form", "The form of the test."),
        ("place", "The point that the question tests; it is the same in every form."),
        ("right", "1 if the first answer was right, else 0."),
        ("called_sound", "1 if the passage was called sound, else 0."),
        ("complete", "1 if every question of the test was answered, else 0."),
    ),
    "columns": (
        ("file", "A table."),
        ("column", "A column of it."),
        ("meaning", "What stands in that column."),
    ),
}
"""The tables by the names of their files, each with its columns in order."""
