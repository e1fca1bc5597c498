"""Words of the commands that a student or an instructor starts; the standard library is enough."""

SETTING_UP = "Setting up, only this once"
FETCHING = "Fetching packages, only this once"
INSTALLING = "Installing {number} packages, only this once"
FULL = "The disk is full: free about 700 MB and run the command again."
OFFLINE = (
    "The packages could not be fetched: check the internet connection and run the command again; "
    "it goes on where it stopped."
)
UNTRUSTED = (
    "Python does not trust this network's certificate: try another network, or ask who runs this "
    "one for its certificate file and set PIP_CERT to that file."
)
NPM_UNTRUSTED = (
    "npm does not trust this network's certificate: try another network, or ask who runs this one "
    "for its certificate file and set NODE_EXTRA_CA_CERTS to that file."
)
OTHER_HASH = (
    "A package is not the one that the kit knows: its fingerprint is another one. Try another "
    "network, or ask who keeps the packages here why it differs."
)
NO_VENV = (
    "This Python cannot make an environment, because its venv module is missing: on Debian or "
    "Ubuntu run “sudo apt install python3-venv”, elsewhere install Python from python.org; "
    "then run the command again."
)
NOT_YOURS = (
    "{folder} cannot be written to: copy the kit's folder to a place of your own and run the "
    "command there."
)
CLOSED = "{path} is closed to you: change its permissions or its owner, and run the command again."
NO_TEMPORARY = (
    "There is no folder for temporary files that can be written to: free some space, or set "
    "TMPDIR to a folder of your own, and run the command again."
)
IN_THE_WAY = (
    "{path} is no folder, and the kit's environment belongs there: move or delete it, and run the "
    "command again."
)
NOT_OURS = (
    "{folder} is an environment of Python {version} that the kit has not made: move or delete it, "
    "or run the command with that Python."
)
BROKEN_INSIDE = (
    "Something is missing in {folder}, and this command runs from it: run “deactivate”, then the "
    "command again with another Python, and it is made anew."
)
ASTRAY = (
    "{name} was not installed into {folder}: a setting in pip's configuration file sends packages "
    "elsewhere. Take it out, or set PIP_CONFIG_FILE to {nothing}, and run the command again."
)
TOO_NEW = (
    "Some packages do not yet exist for Python {this}: install Python {newest} from python.org "
    "and run the command with it."
)
LAST_WORDS = "The packages could not be installed; the installer's last words were: {words}"
NO_REASON = "no reason was given"

NO_LIST = (
    "{name} is missing from the kit's folder: download the complete kit again, and run the command "
    "there."
)
NO_FILE = "An empty PATH names nothing: give the file whose items you have read."
NO_SUBMISSIONS = (
    "Something was left empty: give the folder or the ZIP file that holds your students’ work, and "
    "a value for each option that you name."
)
NO_PATH = "An empty PATH names nothing: leave it out to check everything."
NOTHING_WRITABLE = (
    "JupyterLab needs a folder to write to, and neither {folder} nor the folder for temporary "
    "files can be written to: free some space, or set TMPDIR to a folder of your own."
)
NO_LOOPBACK = (
    "This computer does not let programs on it talk to each other: its loopback network is off. "
    "Switch it on, and run the command again."
)

OPENING = "Opening the lessons …"
OPEN_AT = "The lessons are open at {address} (to stop, press Ctrl-C here)."
STOPPING = "Stopping. Your answers are kept."
PORT_TAKEN = "Port {port} is already in use: choose another one, or leave out --port."
PORT_FORBIDDEN = "Port {port} may not be used here: choose another one, or leave out --port."

READY_WITHOUT_KEYS = "The students’ folder is ready: {out}. It holds no keys of the tests."
READY_WITH_KEYS = "The students’ folder is ready: {out}. It holds the keys of the tests."
NO_OUT = "An empty OUT names nothing: name a new folder, or a new file that ends in .zip."
NOT_FREE = (
    "Something is there already: {out}. Name a new or an empty folder, or a new file that ends in "
    ".zip."
)
IN_ITSELF = "{out} lies in {folder}, which students get: name a place outside it."
NO_PLACE_FOR_IT = "The students’ folder cannot be made at {out} ({reason}): name another place."
NO_SPACE_FOR_IT = (
    "The disk is full, and no students’ folder was made: free about 5 MB or name a place on "
    "another disk, and run the command again."
)
UNREADABLE = (
    "{path} cannot be read ({reason}): see that it opens, or download the complete kit again, and "
    "run the command again."
)
NO_PLAIN_FILE = (
    "{path} is a link or something else that is no file, and it might lead out of the kit: put "
    "the file itself there or delete it, and run the command again."
)
NO_KEYS = "There are no keys in {folder}: put them there, or leave out --keys."

NO_SIGNATURE = (
    "“{written}” is not a signature. A signature is a day and a fingerprint of what was read, such "
    "as “2024-10-31 0a1b2c3d”."
)
SIGNED_TO_COME = "It is signed on {day}, a day in the future."
CHANGED = "It was changed after somebody read it on {day}."
SIGN_AGAIN = "Read it again, then run “python3 -m helpers review {file} {id}”."
UNSIGNED = (
    "Nobody has signed {which}; read what each one says, "
    "then run “python3 -m helpers review {file}”."
)
SIGNED = "Signed {number} of {all} in {file} as read on {day}: {ids}."
ALL_SIGNED = "Nothing to sign in {file}: {all} are signed as they stand."
NOTHING_SIGNED = (
    "{file} holds nothing that is signed; name the exercises of a lesson, or claims.yaml."
)
NO_ITEM = "{file} has no “{id}”; look at its id."
NOT_EDITED = (
    "{file} is written in a way that cannot be signed by this command; "
    "write “reviewed: {signature}” under the id “{id}” yourself."
)
FEW = 3


def unsigned(ids: "list[str]", number: int, file: str) -> str:
    """Say that nobody has signed these, the first of them by id."""
    named = ", ".join(ids[:FEW])
    more = f" and {len(ids) - FEW} more" if len(ids) > FEW else ""
    which = f"{len(ids)} of {number} items ({named}{more})"
    return UNSIGNED.format(which=which, file=file)
