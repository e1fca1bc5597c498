// A lesson as a page: it runs by itself, and again whenever its kernel was replaced.

import { make } from "./elements.js";
import { stepAtFirst } from "./history.js";
import { isFallback, isOpen, neverSave } from "./notebook-file.js";
import { PageView } from "./page-view.js";
import { progressOf } from "./steps.js";
import { WORDS } from "./words.js";

const STARTING = ["restarting", "autorestarting"];

export class LessonPage extends PageView {
  constructor(app, panel, context, { CodeCell, Widget }) {
    super(app, panel, context, { Widget });
    this.CodeCell = CodeCell;
    this.stale = true; // the kernel knows nothing of the lesson yet
    neverSave(context);
    this.shield();
    this.top.say(WORDS.preparing);
    this.start();
  }

  get session() {
    return this.context.sessionContext;
  }

  async start() {
    const { context, panel } = this;
    // A lesson that JupyterLab has opened in the background waits until somebody looks at it.
    await Promise.all([context.ready, panel.revealed]);
    this.top.title(this.title());
    for (const cell of panel.content.widgets) {
      if (isFallback(cell)) cell.addClass("atr-page-fallback");
      if (isOpen(cell)) cell.ready.then(() => this.open(cell));
    }
    new MutationObserver(() => this.lookSoon()).observe(panel.content.node, { childList: true, subtree: true });
    this.look();
    await this.session.ready;
    this.listen();
    if (this.session.session?.kernel) this.heard(this.session.session.kernel.status);
    else this.top.say(WORDS.noKernel);
  }

  listen() {
    const { session, panel } = this;
    // The page says itself that a kernel starts again; a window to be closed would ask for a click.
    session.statusChanged.disconnect(panel._onSessionStatusChanged, panel);
    session.statusChanged.connect((_, status) => this.heard(status));
    session.kernelChanged.connect((_, { oldValue, newValue }) => {
      if (oldValue && newValue) this.outdate();
    });
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
    if (STARTING.includes(status)) this.outdate();
    if (status === "dead") this.offer(WORDS.dead, WORDS.startAgain, () => this.session.restartKernel());
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
      this.offer(WORDS.failed, WORDS.tryAgain, () => this.run());
    }
    this.look();
    if (!this.arrived) this.showStep(stepAtFirst);
    this.arrived = true;
  }

  offer(words, label, onclick) {
    this.top.say(words, " ", make("button", { type: "button", textContent: label, onclick }));
  }

  execute(cell) {
    return this.CodeCell.execute(cell, this.session);
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
    this.steps = progressOf(this.panel.content);
    this.top.show(this.steps);
    this.top.minutes(this.panel.content.node.querySelector("[data-minutes]")?.dataset.minutes);
  }

  get scroller() {
    return this.panel.content.outerNode;
  }

  // JupyterLab renders a text when it comes near.
  async headingOf(number) {
    const { content } = this.panel;
    const step = this.steps[number - 1];
    if (step) await content.scrollToItem(content.widgets.indexOf(step.cell), "start");
    return step?.cell.node.querySelector("h2");
  }

  // Neither a double-click nor a key changes a cell while the lesson is shown as a page.
  shield() {
    const { node } = this.panel;
    const stop = (event) => {
      if (!this.codeShown && !event.target.closest(".atr-page-open")) event.stopPropagation();
    };
    node.addEventListener("dblclick", stop, true);
    node.addEventListener("keydown", stop);
  }
}
