"""Words of the command that makes the report of a class."""

READY = "Students: {students}. Open this file in a browser: {report}"
SOME_LEFT_OUT = (
    "Files or parts of files left out: {left_out}. The last part of the report says why."
)
PROGRESS = "Reading and marking: {percent} %"
NO_KEYS = (
    "There are no keys of the tests in {folder}: name the folder that holds them, or leave out "
    "--keys."
)
ROSTER_AND_LMS = (
    "--roster and --lms go together: name your export of the gradebook, with a column of code "
    "names, and whether it is from moodle or from canvas."
)
NO_FOLDER = "{folder} cannot be written to ({reason}): name another folder with --out."
FILLED = "Students filled in: {filled}. Import this file into your gradebook: {path}"
UNMATCHED = (
    "No row of your export has these code names, so their work was not entered: {codes}. Check the "
    "spelling, and make the report again."
)
WITHOUT_WORK = "Rows of your export without any work: {rows}."
