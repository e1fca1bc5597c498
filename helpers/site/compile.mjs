// Compiles archives with Pyodide’s own Python: node compile.mjs PYODIDE KIT ASKED GIVEN, four folders.

import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, kit, asked, given] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
// The same hashes in each run, and nothing written into the kit’s folder.
const env = { HOME: "/home", PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" };
const python = await loadPyodide({ indexURL: join(pyodide, "/"), env });
for (const [place, folder] of Object.entries({ "/kit": kit, "/asked": asked, "/given": given })) {
  python.mountNodeFS(place, folder);
}
python.runPython(`
import sys
from pathlib import Path
sys.path.insert(0, "/kit")
from helpers.site.compiling import compile_all
compile_all(Path("/asked"), Path("/given"))
`);
