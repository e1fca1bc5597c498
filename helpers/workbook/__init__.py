"""The student's answers, kept: events, what they come to, and the folder that they lie in."""

from helpers.workbook.book import Merge, Workbook, new_workbook
from helpers.workbook.drafts import Draft, form_name, read_draft
from helpers.workbook.events import (
    CODE_NAME,
    MAX_LINE,
    Answer,
    Event,
    WorkbookId,
    is_like_a_real_name,
    is_moment,
    make_event,
    read_code_name,
    read_event,
)
from helpers.workbook.file import WorkbookContents, read_lines
from helpers.workbook.folder import FIRST_EDITION
from helpers.workbook.history import LessonHistory, answered_exercises, code_name, first_attempts
from helpers.workbook.students import Student

__all__ = [
    "CODE_NAME",
    "FIRST_EDITION",
    "MAX_LINE",
    "Answer",
    "Draft",
    "Event",
    "LessonHistory",
    "Merge",
    "Student",
    "Workbook",
    "WorkbookContents",
    "WorkbookId",
    "answered_exercises",
    "code_name",
    "first_attempts",
    "form_name",
    "is_like_a_real_name",
    "is_moment",
    "make_event",
    "new_workbook",
    "read_code_name",
    "read_draft",
    "read_event",
    "read_lines",
]
