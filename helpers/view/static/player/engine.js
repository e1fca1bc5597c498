// The engine behind a page, as the page sees it: it shows pieces, and can be begun anew.

import { Model } from "./model.js";

export class Engine {
  // `what` is what the engine runs. `shown(cell, model)` is called for each piece, also where there
  // was one before; `ready()` when all are there; `stopped()` when it ends by itself.
  constructor(what, { shown, ready, stopped }) {
    Object.assign(this, { what, shown, ready, stopped });
  }

  begin() {
    this.models = new Map();
    this.worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    this.worker.addEventListener("message", ({ data }) => this.heard(data));
    this.worker.addEventListener("error", () => this.end());
    this.worker.postMessage({ begin: this.what });
  }

  heard({ model, cell, shown, set, says, ready, failed }) {
    if (shown) this.show(model, cell, shown);
    else if (set) this.models.get(model).take(set);
    else if (says) this.models.get(model).emit("msg:custom", says);
    else if (ready) this.ready();
    else if (failed) this.end();
  }

  show(number, cell, values) {
    const send = (content, buffers) => this.worker.postMessage({ model: number, content, buffers }, buffers);
    const model = new Model(values, send);
    this.models.set(number, model);
    this.shown(cell, model);
  }

  end() {
    this.worker.terminate();
    this.stopped();
  }
}
