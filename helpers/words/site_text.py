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
FULL = "The disk is full: free about 500 MB and run the command again; {folder} holds the rest."
CLOSED = (
    "{folder} cannot be written to ({reason}): change its permissions or its owner, and run the "
    "command again."
)
