"""The student's answers, kept: events, what they come to, and the folder that they lie in."""

from helpers.workbook.events import (
    CODE_NAME,
    MAX_LINE,
    Answer,
    Event,
    make_event,
    read_code_name,
    read_event,
)
from helpers.workbook.file import WorkbookContents, read_lines
from helpers.workbook.folder import Merge, Workbook
from helpers.workbook.history import current, first_attempts, last_reset

__all__ = [
    "CODE_NAME",
    "MAX_LINE",
    "Answer",
    "Event",
    "Merge",
    "Workbook",
    "WorkbookContents",
    "current",
    "first_attempts",
    "last_reset",
    "make_event",
    "read_code_name",
    "read_event",
    "read_lines",
]
