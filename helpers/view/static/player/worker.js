// The engine of a page: Python, in a thread of its own, so that the page never stands still for it.

import { KeptFolder } from "./kept-folder.js";

const KIT = "/kit";
const WORK = "/work";
const STORE = "according-to-reports";

let page; // Python's half of the page

addEventListener("message", async ({ data }) => {
  // What fails later fails alone, as in a kernel: the rest of the page goes on.
  if (!data.begin) return page.hear(data.model, data.content, data.buffers);
  try {
    await begin(data.begin);
  } catch (error) {
    console.error(error); // for whoever looks into it; the page says what to do
    postMessage({ failed: true });
  }
});

// `python` is the folder of the interpreter, `archives` are what it imports, `cells` the code to run.
async function begin({ python, archives, cells }) {
  const fetched = archives.map(fetchBytes);
  const { loadPyodide } = await import(`${python}pyodide.mjs`);
  const pyodide = await loadPyodide({
    indexURL: python,
    lockFileContents: JSON.stringify(NOTHING_TO_LOAD),
    env: { HOME: "/home", KIT_WORK: WORK, KIT_PLACE: "browser", KIT_PAGES: ".html" },
  });
  const kept = KeptFolder.open(pyodide.FS, WORK, STORE);
  for (const archive of await Promise.all(fetched)) pyodide.unpackArchive(archive, "zip", { extractDir: KIT });
  await kept;
  page = openPage(pyodide);
  page.run(cells);
  postMessage({ ready: true });
}

async function fetchBytes(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.arrayBuffer();
}

// Everything that is imported lies in the archives.
const NOTHING_TO_LOAD = {
  info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" },
  packages: {},
};

// Messages are JSON on the way: to convert them one by one would take longer.
function openPage(pyodide) {
  pyodide.runPython(`import sys; sys.path.insert(0, "${KIT}")`);
  const { open_page: open } = pyodide.pyimport("helpers.player.page");
  const begun = open((said) => postMessage(JSON.parse(said)));
  return {
    run: (cells) => begun.run(JSON.stringify(cells)),
    hear: (model, content, buffers) => begun.hear(model, JSON.stringify(content), pyodide.toPy(buffers)),
  };
}
