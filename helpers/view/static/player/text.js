// A text of the site: its line at the top lists the parts, as that of a lesson lists the steps.

import { Masthead } from "../page/masthead.js";
import { keepSite } from "./keep.js";

const top = document.querySelector("nav.atr-page-masthead");
const headings = [...document.querySelectorAll("main h2[id]")];
if (top) {
  const home = top.querySelector("a").href;
  const line = new Masthead({ home, toStep: (number) => (location.hash = headings[number - 1].id) });
  line.title(top.querySelector("strong").textContent);
  line.show(headings.map(({ textContent: title }, index) => ({ title, number: index + 1 })));
  top.replaceWith(line.node);
}
keepSite();
