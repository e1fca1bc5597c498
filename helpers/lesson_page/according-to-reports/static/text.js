// A text beside the lessons, such as “What happens to your work”, as a page.

import { PageView } from "./page-view.js";

// A comment that no reader of Markdown shows.
export const isText = (source) => source.startsWith("<!-- according-to-reports -->");

export class TextPage extends PageView {
  constructor(app, panel, context, parts) {
    super(app, panel, context, parts);
    panel.content.ready.then(() => this.begin());
  }

  begin() {
    const headings = this.panel.content.node.querySelectorAll("h1, h2");
    const [title, ...steps] = [...headings].map(nameOf);
    this.top.title(title);
    this.headings = [...headings].slice(1);
    this.top.show(steps.map((name, index) => ({ title: name, number: index + 1 })));
    this.scroller.tabIndex = 0; // or nobody could scroll it by keyboard
    this.arrive();
  }

  get scroller() {
    return this.panel.content.node.querySelector(".jp-RenderedHTMLCommon");
  }

  headingOf(number) {
    return this.headings[number - 1];
  }
}

// Without the sign that JupyterLab adds, a link to the heading itself.
function nameOf(heading) {
  const copy = heading.cloneNode(true);
  for (const anchor of copy.querySelectorAll(".jp-InternalAnchorLink")) anchor.remove();
  return copy.textContent.trim();
}
