// A lesson as a page of a plain website: its text is there at once, its pieces as soon as Python is.

import { make } from "../page/elements.js";
import { foldExtra } from "../page/extras.js";
import { Masthead } from "../page/masthead.js";
import { progressOf, stepsOf } from "../page/steps.js";
import { WORDS } from "../page/words.js";
import assets from "./assets.js";
import { Engine } from "./engine.js";
import { keepAnswers, keepSite } from "./keep.js";
import piece from "./piece.js";

const HANDS = ["wheel", "pointerdown", "keydown", "touchmove"];

class Player {
  // `what` says what the engine runs, and where all lessons are listed.
  constructor(what) {
    this.top = new Masthead({ home: what.home, toStep: (number) => this.toStep(number) });
    const still = document.querySelector("nav");
    this.top.title(still.querySelector("strong").textContent);
    still.replaceWith(this.top.node);
    const cells = [...document.querySelectorAll(".jp-Cell")].map((node) => ({ node, ready: Promise.resolve() }));
    this.parts = stepsOf(cells, ({ node }) => node.querySelector("h2")?.textContent);
    this.extras = new Map(this.parts.filter(({ extra }) => extra).map((step) => [step, foldExtra(step)]));
    this.leave = new Map(); // what ends the piece in a cell
    this.engine = new Engine(what, {
      shown: (cell, model) => this.show(cell, model),
      ready: () => this.ready(),
      stopped: () => this.stopped(),
    });
    const main = document.querySelector("main");
    new MutationObserver(() => this.lookSoon()).observe(main, { childList: true, subtree: true });
    addEventListener("hashchange", () => this.aim());
    for (const kind of HANDS) addEventListener(kind, () => (this.goal = ""), { capture: true, passive: true });
  }

  begin() {
    this.top.say(WORDS.preparing);
    assets.initialize();
    this.aim();
    this.look();
    this.engine.begin();
  }

  // What stood there for want of an engine goes when the piece is drawn, and not before.
  async show(name, model) {
    const place = document.createElement("div");
    const forget = piece.initialize({ model });
    const leave = await piece.render({ model, el: place });
    this.leave.get(name)?.();
    document.getElementById(name).replaceChildren(place);
    this.leave.set(name, () => {
      leave();
      forget();
    });
  }

  ready() {
    this.live = true;
    this.top.say("");
    this.look();
    document.documentElement.dataset.live = ""; // for whoever waits for it, as a test does
    keepSite();
    keepAnswers();
  }

  stopped() {
    const again = () => {
      this.top.say(this.live ? WORDS.again : WORDS.preparing);
      this.engine.begin();
    };
    const [words, label] = this.live ? [WORDS.dead, WORDS.startAgain] : [WORDS.failed, WORDS.tryAgain];
    this.top.say(words, " ", make("button", { type: "button", textContent: label, onclick: again }));
  }

  lookSoon() {
    this.looking ??= requestAnimationFrame(() => {
      this.looking = undefined;
      this.look();
    });
  }

  look() {
    this.reachGoal();
    this.top.show(progressOf(this.parts, this.live), document.querySelector(".atr .onward a"));
    this.top.minutes(document.querySelector("[data-minutes]")?.dataset.minutes);
  }

  toStep(number) {
    const place = `#step-${number}`;
    if (location.hash === place) this.aim();
    else location.hash = place;
  }

  aim() {
    this.goal = location.hash;
    this.reachGoal();
  }

  // The page grows while its pieces arrive, above the goal too; whoever has begun to read is left in
  // peace. A goal is a step, by its number, or a card, by its name; what it is folded in opens.
  reachGoal() {
    const goal = this.goal && document.getElementById(decodeURIComponent(this.goal.slice(1)));
    if (!goal) return;
    const step = this.parts.find(({ cell, cells }) => [cell, ...cells].some(({ node }) => node.contains(goal)));
    this.extras.get(step)?.();
    goal.scrollIntoView();
    if (document.activeElement === goal) return;
    goal.tabIndex = -1; // who goes on by keyboard goes on from there
    goal.focus({ preventScroll: true });
  }
}

// Addresses on the page are read from where the page lies.
function read({ python, archives, ...rest }) {
  const absolute = (address) => new URL(address, location).href;
  return { ...rest, python: absolute(python), archives: archives.map(absolute) };
}

const { engine } = document.querySelector("script[data-engine]").dataset;
new Player(read(JSON.parse(engine))).begin();
