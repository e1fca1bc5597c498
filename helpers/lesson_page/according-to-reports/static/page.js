// The first script of the lesson page, which JupyterLab loads by the name in package.json. Whichever
// extension loads first makes the place where all are met.

(() => {
  const HERE = document.currentScript.src;
  let shared; // what JupyterLab and its extensions have loaded

  async function borrow(name) {
    const [version] = Object.values(shared[name]);
    const factory = await version.get();
    return factory();
  }

  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB["according-to-reports"] = {
    init(scope) {
      shared = scope;
    },
    async get() {
      const { plugin } = await import(new URL("plugin.js", HERE));
      const [{ Signal }, { Widget }] = await Promise.all(["@lumino/signaling", "@lumino/widgets"].map(borrow));
      return () => ({ __esModule: true, default: plugin({ Signal, Widget }) });
    },
  };
})();
