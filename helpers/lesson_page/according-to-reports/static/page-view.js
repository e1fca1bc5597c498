// What a lesson and a text have in common as pages: the masthead, no workbench, links that lead on.
// Each of them says what scrolls (`scroller`), and where a step begins (`headingOf`).

import { addPlace, cardIn, followLink, onLeave, onReturn, placeAtFirst, stepIn, topAtFirst } from "./history.js";
import { Masthead } from "./masthead.js";
import { showWorkbench } from "./workbench.js";

export class PageView {
  constructor(app, panel, context, { Widget }, more = {}) {
    Object.assign(this, { app, panel, context });
    this.codeShown = false;
    const toStep = (number) => this.toStep(number);
    this.top = new Masthead({ home: homeOf(context.path), toStep, ...more });
    panel.contentHeader.addWidget(new Widget({ node: this.top.node }));
    new ResizeObserver(() => this.makeRoom()).observe(this.top.status);
    panel.addClass("atr-page");
    for (const kind of ["wheel", "pointerdown", "keydown", "click"]) {
      panel.node.addEventListener(kind, () => (this.goal = undefined), { capture: true, passive: true });
    }
    // While the page opens, JupyterLab focuses a whole cell; whatever else has the focus, somebody chose.
    panel.node.addEventListener("focusin", ({ target }) => {
      if (target !== this.shown && !target.matches(".jp-Cell, .jp-Notebook")) this.goal = undefined;
    });
    const openTab = (path) => app.commands.execute("docmanager:open", { path });
    const follow = (event) => followLink(event, context.path, openTab, (place) => this.toPlace(place));
    for (const kind of ["click", "auxclick"]) panel.node.addEventListener(kind, follow, true);
    onLeave(() => this.scroller.scrollTop);
    onReturn((goal) => this.aimAt(goal));
    this.showCode(false);
  }

  // What the page says must not lie over what the student reads or wants to press.
  makeRoom() {
    this.top.node.style.minHeight = `calc(var(--atr-page-head) + ${this.top.status.offsetHeight}px)`;
    this.panel.contentHeader.fit();
  }

  toStep(number) {
    this.toPlace(`#step-${number}`);
  }

  toPlace(place) {
    addPlace(place, this.scroller.scrollTop);
    this.aimAt(place);
  }

  // Go where the address leads, or where one was before; else the page stays at its top.
  arrive() {
    this.aimAt(topAtFirst ?? placeAtFirst);
  }

  // A goal is a place, or how far the page was scrolled.
  aimAt(goal) {
    this.goal = goal;
    this.reachGoal();
  }

  // The page grows while its cards arrive, above the goal too; whoever has begun to read is left in peace.
  reachGoal() {
    if (typeof this.goal === "number") this.scroller.scrollTop = this.goal;
    else if (this.goal) this.showPlace(this.goal);
  }

  // A place is a step, by its number, or a card, by its name.
  showPlace(place) {
    const there = cardIn(place) ? this.cardOf(cardIn(place)) : this.headingOf(stepIn(place));
    if (!there) return;
    this.shown = there;
    there.scrollIntoView();
    // Who goes on by keyboard goes on from there.
    there.tabIndex = -1;
    there.focus({ preventScroll: true });
  }

  // A text has none.
  cardOf() {
    return undefined;
  }

  showCode(shown) {
    this.codeShown = shown;
    this.panel.toggleClass("atr-page-plain", !shown);
    this.panel.toolbar.setHidden(!shown);
    showWorkbench(this.app, shown);
    this.top.codeShown(shown);
  }
}

// The kit may lie in a folder of the server's: “kit/lessons/instructor/guide.md” is two up from home.
// The list of lessons is in its fourth step.
function homeOf(path) {
  return `/files/${path.replace(/lessons\/.*$/, "")}lessons/00-start-here.ipynb#step-4`;
}
