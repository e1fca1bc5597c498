"""Words of what the site is made from: what is fetched and compiled before there is a page."""

FETCHING_PYODIDE = "Fetching Python for the browser, only this once"
FETCHING_WHEELS = "Fetching its packages, only this once"
COMPILING = "Compiling for the browser"
NO_NODE = (
    "The site needs Node.js with npm, and {program} was not found: install Node.js from "
    "nodejs.org or with your system's packages, and run the command again."
)
OTHER_HASH = (
    "What was fetched as {name} is not the package that the kit knows, for its fingerprint is "
    "another one. Try another network, or ask who keeps the packages here why it differs."
)
NOT_COMPILED = "Node.js could not compile the kit for the browser; its last words were: {words}"
BUILDING_LITE = "Building the page for notebooks"
NOT_BUILT = "JupyterLite could not build the page for notebooks; its last words were: {words}"
FULL = "The disk is full: free about 500 MB and run the command again; {folder} holds the rest."
NO_TABLE = "{readme} has no table of the lessons, from which the front page is made."
NO_OUT = "Name a folder after --out, or leave out --out."
NOT_OURS = (
    "{out} holds something else than a site of this kit: empty it, or name another folder with "
    "--out."
)
NO_PLACE = "The site cannot be written to {out} ({reason}): name another folder with --out."
NO_BASE = "{base} is no address of a site: write it as https://example.org/kit/."
READY = (
    "The site is in {out}: {files} files, {size} MB. Put the folder on a web server with an "
    "https address. To look at it on this computer, run python3 -m http.server --bind 127.0.0.1 "
    "--directory {out} and open http://127.0.0.1:8000/."
)
PAGES = "Making the pages"
NOTEBOOKS = "Making the notebooks for the browser"
WRITING = "Writing the files"
CLOSED = (
    "{folder} cannot be written to ({reason}): change its permissions or its owner, and run the "
    "command again."
)
