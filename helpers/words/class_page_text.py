"""Words of the page on which an instructor gets the report of her class."""

TITLE = "The work of your class"
CHOOSE = "Choose the files of your class"
CHOOSE_HOW = (
    "Choose, or drop here, the ZIP file that Moodle or Canvas makes when you download all "
    "submissions, or the files of your students themselves. Together they may have up to 8 MB."
)
PLACE = "Or name the folder or the ZIP file where it lies on this computer:"
MAKE = "Make the report"
STAYS = (
    "The kit passes nothing on, and it runs no program of a student. If this page runs on Binder "
    "or on a school’s server, the file that you choose goes to that server."
)
STAYS_ALONE = (
    "Nothing leaves this computer, and no program of a student is run. When you close this page, "
    "all of it is gone."
)
NOT_SAVED = "The report is on this page alone. To keep or print it, save it:"
SAVE_REPORT = "Save the report"
SAVE_TABLES = "Save the tables"
READY = "The report is ready."
ANOTHER = "Another class"
REPORT = "Class report"
SAVED = "The report and its tables are kept here; open the file in a browser to print it:"
NOTHING_CHOSEN = "Choose a file, or write where the folder or the ZIP file lies."
NOT_KEPT = "The file could not be kept ({reason}): free some space, and choose it again."
