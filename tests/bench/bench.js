// The stop watch of run.py, in the page itself, so that no time of the test tool is counted.

const bench = (window.bench = {});
const LOOK_EVERY = 10;
const isLive = (el) => !el.closest(".still");

// Resolve with the time at which `ready` holds; look again whenever `where` changes.
bench.changed = (ready, where) =>
  new Promise((done) => {
    const watch = new MutationObserver(() => {
      if (!ready()) return;
      watch.disconnect();
      done(performance.now());
    });
    watch.observe(where, { childList: true, subtree: true, characterData: true });
  });

// The same for a whole page: look now and then, for looking costs time, too.
bench.once = (ready) =>
  new Promise((done) => {
    const tick = setInterval(() => {
      if (!ready()) return;
      clearInterval(tick);
      done(performance.now());
    }, LOOK_EVERY);
  });

bench.runAll = async (pieces) => {
  const panel = window.jupyterapp.shell.currentWidget;
  const kernel = panel.context.sessionContext.session.kernel;
  const cells = [...panel.content.model.cells].filter((cell) => cell.type === "code");
  const ran = () => cells.every((cell) => cell.executionCount !== null && cell.executionState !== "running");
  const shown = () => [...document.querySelectorAll(".atr > div > section")].filter(isLive).length >= pieces;
  const start = performance.now();
  const finished = window.jupyterapp.commands.execute("notebook:run-all-cells");
  const last = await bench.once(() => ran() && shown());
  await finished;
  const idle = await bench.once(() => kernel.status === "idle");
  return { shown: last - start, idle: idle - start };
};

bench.commit = async (form, answer) => {
  const piece = form.closest(".atr");
  for (const [name, values] of Object.entries(answer)) bench.fill(form, name, values);
  const start = performance.now();
  const done = bench.changed(() => piece.querySelector(".feedback"), piece);
  form.querySelector("[type=submit]").click();
  return (await done) - start;
};

bench.fill = (form, name, values) => {
  for (const value of values) {
    const control = form.querySelector(`[name="${name}"][value="${value}"]`);
    const list = form.querySelector(`select[name="${name}"]`);
    if (name === "order") form.querySelector(".ordering").append(control.closest("li"));
    else if (name === "annotation") form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    else if (list) list.value = value;
    else control.click();
  }
};

bench.slide = async (slider, to) => {
  const part = slider.closest(".atr").querySelector("[data-part]");
  const start = performance.now();
  const done = bench.changed(() => true, part);
  slider.value = to;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  return (await done) - start;
};

bench.press = async (button) => {
  const told = button.closest(".bare").querySelector(".widget-html-content");
  const before = told.textContent;
  const start = performance.now();
  const done = bench.changed(() => told.textContent !== before, told);
  button.click();
  return (await done) - start;
};
