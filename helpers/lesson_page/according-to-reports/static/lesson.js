// A lesson as a page: it runs by itself, and again whenever its kernel was replaced.

import { make } from "./elements.js";
import { Engine } from "./engine.js";
import { foldExtra } from "./extras.js";
import { headingIn, isFallback, isOpen, neverSave } from "./notebook-file.js";
import { PageView } from "./page-view.js";
import { keepPlace } from "./place.js";
import { runCell } from "./run-cell.js";
import { progressOf, stepsOf } from "./steps.js";
import { WORDS } from "./words.js";

export class LessonPage extends PageView {
  constructor(app, panel, context, { Signal, Widget }) {
    super(app, panel, context, { Widget }, { toggleCode: () => this.showCode(!this.codeShown) });
    this.keepPlace = keepPlace(panel.content);
    neverSave(context);
    this.shield();
    this.engine = new Engine(app, panel, context.sessionContext, Signal, {
      say: (words, label, action) => this.say(words, label, action),
      run: () => this.run(),
    });
    this.start();
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
    const shown = panel.content.widgets.filter((cell) => !isFallback(cell));
    this.parts = stepsOf(shown, headingIn);
    this.extras = new Map(this.parts.filter((step) => step.extra).map((step) => [step, foldExtra(step)]));
    new MutationObserver(() => this.lookSoon()).observe(panel.content.node, { childList: true, subtree: true });
    this.look();
  }

  title() {
    for (const cell of this.panel.content.widgets) {
      const found = cell.model.sharedModel.getSource().match(/^# +(.+)$/m);
      if (found) return found[1];
    }
    return "";
  }

  async run() {
    const cells = this.panel.content.widgets.filter((cell) => cell.model.type === "code");
    try {
      // All at once: the kernel takes them in this order, and the page waits for none.
      await Promise.all(cells.map((cell) => this.execute(cell)));
      this.say("");
    } catch {
      this.say(WORDS.failed, WORDS.tryAgain, () => this.run());
    }
    if (!this.arrived) this.arrive();
    this.arrived = true;
    this.look();
  }

  // Say how the lesson stands, with a button for what can be done about it.
  say(words, label, onclick) {
    const buttons = label ? [" ", make("button", { type: "button", textContent: label, onclick })] : [];
    this.top.say(words, ...buttons);
  }

  execute(cell) {
    return runCell(cell, this.context.sessionContext.session.kernel);
  }

  // A cell that invites to change code shows it, with a button to run it.
  open(cell) {
    cell.addClass("atr-page-open");
    const { sharedModel } = cell.model;
    const original = sharedModel.getSource();
    const restore = () => {
      sharedModel.setSource(original);
      this.execute(cell);
    };
    const [run, back] = [
      [WORDS.run, () => this.execute(cell)],
      [WORDS.restore, restore],
    ].map(([textContent, onclick]) =>
      make("button", { type: "button", className: "atr-page-run", textContent, onclick }),
    );
    cell.node.querySelector(".jp-Cell-inputWrapper").after(run, " ", back);
  }

  lookSoon() {
    this.looking ??= requestAnimationFrame(() => {
      this.looking = undefined;
      this.look();
    });
  }

  look() {
    this.keepPlace();
    this.reachGoal();
    const { node } = this.panel.content;
    this.top.show(progressOf(this.parts, this.arrived), node.querySelector(".atr .onward a"));
    this.top.minutes(node.querySelector("[data-minutes]")?.dataset.minutes);
  }

  get scroller() {
    return this.panel.content.outerNode;
  }

  // JupyterLab renders a text when it comes near; the page has changed then, and looks again.
  headingOf(number) {
    const { content } = this.panel;
    const step = this.parts[number - 1];
    if (!step) return undefined;
    this.extras.get(step)?.();
    const heading = step.cell.node.querySelector("h2");
    if (!heading) content.scrollToItem(content.widgets.indexOf(step.cell), "start");
    return heading;
  }

  // A card may lie in an Extra.
  cardOf(name) {
    const card = this.panel.content.node.querySelector(`#${CSS.escape(name)}`);
    const step = this.parts.find(({ cells }) => cells.some((cell) => cell.node.contains(card)));
    this.extras.get(step)?.();
    return card;
  }

  // No double-click, no key and no menu changes a cell while the lesson is shown as a page.
  shield() {
    const { node } = this.panel;
    const stop = (event) => {
      if (!this.codeShown && !event.target.closest(".atr-page-open")) event.stopPropagation();
    };
    for (const kind of ["dblclick", "contextmenu"]) node.addEventListener(kind, stop, true);
    node.addEventListener("keydown", stop);
  }
}
