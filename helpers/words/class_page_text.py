"""Words of the page on which an instructor gets the report of her class."""

TITLE = "The work of your class"
CHOOSE = "Choose the ZIP file of your class"
CHOOSE_HOW = (
    "Moodle and Canvas make such a file when you download all submissions. You can also pack a "
    "folder with your students’ files into a ZIP file yourself. It may have up to 8 MB."
)
PLACE = "Or name the folder or the ZIP file where it lies on this computer:"
MAKE = "Make the report"
STAYS = (
    "The kit passes nothing on, and it runs no program of a student. If this page runs on Binder "
    "or on a school’s server, the file that you choose goes to that server."
)
READY = "The report is ready."
ANOTHER = "Another class"
REPORT = "Class report"
SAVED = "The report and its tables are kept here; open the file in a browser to print it:"
NOTHING_CHOSEN = "Choose a file, or write where the folder or the ZIP file lies."
NOT_KEPT = "The file could not be kept ({reason}): free some space, and choose it again."
