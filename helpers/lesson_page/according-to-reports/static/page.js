// The lesson page: JupyterLab opens a lesson of the kit by itself, in one column, without the
// workbench around it. Any other notebook is left as it is.

(() => {
  const NAME = "according-to-reports";
  const HERE = document.currentScript.src;
  const WORDS = {
    preparing: "Getting the lesson ready …",
    again: "The engine behind the page starts again. Your answers are kept …",
    failed: "The lesson could not start. Press “Try again”; your answers are kept.",
    noKernel: "This lesson needs Python, and the server offers none. Ask whoever runs it, or start the kit anew.",
    tryAgain: "Try again",
    run: "Run this code",
    showCode: "Show the code",
    hideCode: "Hide the code",
    steps: "Steps of this lesson",
    done: "done",
    progress: (done, all) => `${done} of ${all} steps done`,
    // As the heading itself is numbered, if it is.
    goOn: (title) => `Continue at ${title.replace(/^(\d+) · .*$/, "step $1")}`,
  };

  let shared; // what JupyterLab and its extensions have loaded

  async function borrow(name) {
    const [version] = Object.values(shared[name]);
    const factory = await version.get();
    return factory();
  }

  // --- the notebook's file ------------------------------------------------------------------------

  const lessonOf = (content) => content.metadata?.[NAME]?.lesson;

  // What was drawn on an earlier day would show as errors: its kernel is gone.
  function withoutOutputs(content) {
    const cells = content.cells.map((cell) =>
      cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell,
    );
    const { widgets, ...metadata } = content.metadata;
    return { ...content, metadata, cells };
  }

  // A lesson's file stays as it is: nothing of a run, and nothing of a student, is written into it.
  function neverSave(context) {
    Object.defineProperty(context.model, "dirty", { get: () => false, set: () => {} });
    context.save = async () => {};
    const write = context.model.toJSON.bind(context.model);
    context.model.toJSON = () => withoutOutputs(write());
  }

  // What a notebook says where the page is missing: what to press.
  const isFallback = (cell) => isTagged(cell, "without-page");
  const isOpen = (cell) => isTagged(cell, "look-behind");

  function isTagged(cell, tag) {
    return cell.model.getMetadata("tags")?.includes(tag) ?? false;
  }

  // --- the lesson's steps -------------------------------------------------------------------------

  // Each second-rank heading begins a step; a step is done when all its cards are answered.
  function stepsOf(notebook) {
    const steps = [];
    for (const cell of notebook.widgets) {
      if (isFallback(cell)) continue;
      const { type, sharedModel } = cell.model;
      const title = type === "markdown" && sharedModel.getSource().match(/^## +(.+)$/m);
      if (title) steps.push({ title: title[1], cell, cells: [] });
      else if (type === "code") steps.at(-1)?.cells.push(cell);
    }
    return steps;
  }

  function progressOf(steps) {
    return steps.map((step, index) => {
      const count = (selector) => step.cells.reduce((sum, cell) => sum + cell.node.querySelectorAll(selector).length, 0);
      const [open, answered] = [count(".atr form[data-draft]"), count(".atr .feedback")];
      const cards = open + answered;
      return { ...step, number: index + 1, cards, begun: answered > 0, done: cards > 0 && open === 0 };
    });
  }

  // --- the masthead -------------------------------------------------------------------------------

  function make(tag, fields = {}, ...children) {
    const element = Object.assign(document.createElement(tag), fields);
    element.append(...children);
    return element;
  }

  function masthead({ title, toStep, toggleCode }) {
    const status = make("p", { className: "atr-page-status" });
    status.setAttribute("role", "status");
    const list = make("ol");
    const summary = make("summary", { textContent: WORDS.steps });
    const steps = make("details", { className: "atr-page-steps" }, summary, list);
    const goOn = make("button", { type: "button", className: "atr-page-go-on", hidden: true });
    const code = make("button", { type: "button", textContent: WORDS.showCode, onclick: toggleCode });
    const line = make("div", { className: "atr-page-line" }, make("strong", { textContent: title }), goOn, steps, code);
    const node = make("header", { className: "atr-page-masthead" }, line, status);

    const link = (step) => {
      const found = make("a", { href: `#step-${step.number}`, textContent: step.title });
      found.addEventListener("click", (event) => {
        event.preventDefault();
        steps.open = false;
        toStep(step.number);
      });
      const item = make("li", {}, found);
      if (step.done) item.append(make("span", { className: "atr-page-done", textContent: ` ✓ ${WORDS.done}` }));
      return item;
    };

    return {
      node,
      say(words, ...buttons) {
        status.replaceChildren(words, ...buttons);
        status.hidden = !words;
      },
      show(progress) {
        const asked = progress.filter((step) => step.cards);
        const done = asked.filter((step) => step.done).length;
        summary.textContent = asked.length ? WORDS.progress(done, asked.length) : WORDS.steps;
        list.replaceChildren(...progress.map(link));
        const next = done || asked.some((step) => step.begun) ? asked.find((step) => !step.done) : undefined;
        goOn.hidden = !next;
        goOn.textContent = next ? WORDS.goOn(next.title) : "";
        goOn.onclick = () => toStep(next.number);
      },
      codeShown(shown) {
        code.textContent = shown ? WORDS.hideCode : WORDS.showCode;
        code.setAttribute("aria-pressed", String(shown));
      },
    };
  }

  // --- the page -----------------------------------------------------------------------------------

  const CHROME = ["jp-top-panel", "jp-menu-panel", "jp-title-panel-title", "jp-bottom-panel", "jp-header-panel"];

  // Rails, menus and the line at the bottom, where a lesson has the whole window.
  function* chromeOf(widget) {
    for (const part of widget.layout?.widgets ?? widget.widgets ?? []) {
      if (CHROME.includes(part.id) || part.hasClass("jp-SideBar")) yield part;
      else if (part.id === "jp-main-content-panel") yield* chromeOf(part);
    }
  }

  class LessonPage {
    constructor(app, panel, context, { CodeCell, Widget }) {
      Object.assign(this, { app, panel, context, CodeCell });
      this.codeShown = false;
      this.stale = true;
      this.top = masthead({
        title: document.title,
        toStep: (number) => this.goTo(number),
        toggleCode: () => this.toggleCode(),
      });
      panel.contentHeader.addWidget(new Widget({ node: this.top.node }));
      panel.addClass("atr-page");
      neverSave(context);
      this.shield();
      this.showCode(false);
      this.top.say(WORDS.preparing);
      this.start();
    }

    async start() {
      const { context, panel } = this;
      const { sessionContext } = context;
      // A lesson that JupyterLab has opened in the background waits until somebody looks at it.
      await Promise.all([context.ready, sessionContext.ready, panel.revealed]);
      // The page says itself that a kernel starts again; a window to be closed would ask for a click.
      sessionContext.statusChanged.disconnect(panel._onSessionStatusChanged, panel);
      sessionContext.statusChanged.connect((_, status) => this.heard(status));
      sessionContext.kernelChanged.connect((_, { oldValue, newValue }) => {
        if (oldValue && newValue) this.outdate();
      });
      this.top.node.querySelector("strong").textContent = this.title();
      for (const cell of panel.content.widgets) {
        if (isFallback(cell)) cell.addClass("atr-page-fallback");
        if (isOpen(cell)) cell.ready.then(() => this.open(cell));
      }
      new MutationObserver(() => this.lookSoon()).observe(panel.content.node, { childList: true, subtree: true });
      if (sessionContext.session?.kernel) this.heard(sessionContext.session.kernel.status);
      else this.top.say(WORDS.noKernel);
    }

    title() {
      for (const cell of this.panel.content.widgets) {
        const found = cell.model.sharedModel.getSource().match(/^# +(.+)$/m);
        if (found) return found[1];
      }
      return "";
    }

    // A kernel that is new knows nothing of the lesson, so it is run again.
    heard(status) {
      if (["restarting", "autorestarting"].includes(status)) this.outdate();
      if (status === "idle" && this.stale) {
        this.stale = false;
        this.run();
      }
    }

    outdate() {
      this.stale = true;
      this.top.say(WORDS.again);
    }

    async run() {
      const cells = this.panel.content.widgets.filter((cell) => cell.model.type === "code");
      try {
        // All at once: the kernel takes them in this order, and the page waits for none.
        await Promise.all(cells.map((cell) => this.execute(cell)));
        this.top.say("");
      } catch {
        const again = make("button", { type: "button", textContent: WORDS.tryAgain, onclick: () => this.run() });
        this.top.say(WORDS.failed, " ", again);
      }
      this.look();
    }

    execute(cell) {
      return this.CodeCell.execute(cell, this.context.sessionContext);
    }

    // A cell that invites to change code shows it, with a button to run it.
    open(cell) {
      cell.addClass("atr-page-open");
      const run = make("button", { type: "button", textContent: WORDS.run, onclick: () => this.execute(cell) });
      run.className = "atr-page-run";
      cell.node.querySelector(".jp-Cell-inputWrapper").after(run);
    }

    lookSoon() {
      this.looking ??= requestAnimationFrame(() => {
        this.looking = undefined;
        this.look();
      });
    }

    look() {
      this.steps = progressOf(stepsOf(this.panel.content));
      this.top.show(this.steps);
    }

    goTo(number) {
      const { content } = this.panel;
      const { cell } = this.steps[number - 1];
      content.scrollToItem(content.widgets.indexOf(cell), "start");
    }

    toggleCode() {
      this.showCode(!this.codeShown);
    }

    showCode(shown) {
      this.codeShown = shown;
      this.panel.toggleClass("atr-page-plain", !shown);
      this.panel.toolbar.setHidden(!shown);
      if (this.app.shell.mode === "single-document") {
        for (const part of chromeOf(this.app.shell)) part.setHidden(!shown);
      }
      this.top.codeShown(shown);
    }

    // Neither a double-click nor a key changes a cell while the lesson is shown as a page.
    shield() {
      const { node } = this.panel;
      const stop = (event) => {
        if (!this.codeShown && !event.target.closest(".atr-page-open")) event.stopPropagation();
      };
      node.addEventListener("dblclick", stop, true);
      node.addEventListener("keydown", stop);
      node.addEventListener("click", (event) => followLink(event, this.context.path), true);
    }
  }

  // A page of its own for each lesson, so that Back and Forward work.
  function followLink(event, from) {
    const path = pathOf(event.target.closest("a[href]"), from);
    if (!/\.(ipynb|md)$/.test(path)) return;
    event.preventDefault();
    event.stopPropagation();
    const [base] = location.href.split("/doc/tree/");
    // “reset”: or JupyterLab opens the lessons of before in the background, each with a kernel.
    location.assign(`${base}/doc/tree/${path}?reset`);
  }

  // JupyterLab makes links in texts into such to the file itself; those in cards are as written.
  function pathOf(anchor, from) {
    if (!anchor) return "";
    const found = new URL(anchor.getAttribute("href"), `${location.origin}/files/${from}`);
    return found.origin === location.origin ? (found.pathname.split("/files/")[1] ?? "") : "";
  }

  // JupyterLab adds steps of its own to the history while it opens one page; Back would stop at each.
  function keepHistory() {
    const add = history.pushState;
    history.pushState = history.replaceState;
    return () => (history.pushState = add);
  }

  function addStyle() {
    document.head.append(make("link", { rel: "stylesheet", href: new URL("page.css", HERE).href }));
  }

  const plugin = (parts) => ({
    id: `${NAME}:lesson-page`,
    description: "Opens the lessons of According to Reports as pages.",
    autoStart: true,
    activate(app) {
      addStyle();
      const leaveHistory = keepHistory();
      app.docRegistry.addWidgetExtension("Notebook", {
        createNew(panel, context) {
          const { model } = context;
          const load = model.fromJSON.bind(model);
          let page;
          model.fromJSON = (content) => {
            if (!lessonOf(content)) {
              leaveHistory();
              return load(content);
            }
            load(withoutOutputs(content));
            page ??= new LessonPage(app, panel, context, parts);
          };
        },
      });
    },
  });

  // Whichever extension loads first makes the place where all are met.
  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB[NAME] = {
    init(scope) {
      shared = scope;
    },
    async get() {
      const [{ CodeCell }, { Widget }] = await Promise.all(["@jupyterlab/cells", "@lumino/widgets"].map(borrow));
      return () => ({ __esModule: true, default: plugin({ CodeCell, Widget }) });
    },
  };
})();
