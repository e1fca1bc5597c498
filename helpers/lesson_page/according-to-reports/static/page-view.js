// What a lesson and a text have in common as pages: the masthead, no workbench, links that lead on.
// Each of them says what scrolls (`scroller`), and where a step begins (`headingOf`).

import { addStep, followLink, onReturn } from "./history.js";
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
    const follow = (event) => followLink(event, context.path);
    for (const kind of ["click", "auxclick"]) panel.node.addEventListener(kind, follow, true);
    onReturn(
      (number) => this.showStep(number),
      (top) => (this.scroller.scrollTop = top),
    );
    this.showCode(false);
  }

  // What the page says must not lie over what the student reads or wants to press.
  makeRoom() {
    this.top.node.style.minHeight = `calc(var(--atr-page-head) + ${this.top.status.offsetHeight}px)`;
    this.panel.contentHeader.fit();
  }

  toStep(number) {
    addStep(number, this.scroller.scrollTop);
    this.showStep(number);
  }

  async showStep(number) {
    const heading = await this.headingOf(number);
    if (!heading) return;
    heading.scrollIntoView();
    // Who goes on by keyboard goes on from there.
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
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
function homeOf(path) {
  return `/files/${path.replace(/lessons\/.*$/, "")}lessons/00-start-here.ipynb`;
}
