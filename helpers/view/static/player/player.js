// A lesson as a page of a plain website: its text is there at once, its pieces as soon as Python is.

import { make } from "../page/elements.js";
import { foldExtra } from "../page/extras.js";
import { Masthead } from "../page/masthead.js";
import { progressOf, stepsOf } from "../page/steps.js";
import { WORDS } from "../page/words.js";
import assets from "./assets.js";
import { Engine } from "./engine.js";
import piece from "./piece.js";

const CELL = ".jp-Cell";

class Player {
  // `what` says what the engine runs, and where all lessons are listed.
  constructor(what) {
    const top = document.querySelector("nav");
    this.top = new Masthead({ home: what.home, toStep: (number) => this.toStep(number) });
    this.top.title(document.querySelector("h1").textContent);
    top.replaceWith(this.top.node);
    this.cells = [...document.querySelectorAll(CELL)].map((node) => ({ node, ready: Promise.resolve() }));
    this.parts = stepsOf(this.cells, ({ node }) => node.querySelector("h2")?.textContent);
    this.extras = new Map(this.parts.filter(({ extra }) => extra).map((step) => [step, foldExtra(step)]));
    this.shown = new Map(); // what ends the piece in a cell
    this.engine = new Engine(what, {
      shown: (cell, model) => this.show(cell, model),
      ready: () => this.ready(),
      stopped: () => this.stopped(),
    });
    addEventListener("hashchange", () => this.toPlace());
    new MutationObserver(() => this.lookSoon()).observe(document.querySelector("main"), { childList: true, subtree: true });
  }

  begin() {
    this.top.say(WORDS.preparing);
    assets.initialize();
    this.toPlace();
    this.look();
    this.engine.begin();
  }

  // What stood there for want of an engine goes when the piece is drawn, and not before.
  async show(name, model) {
    const cell = document.getElementById(name);
    this.shown.get(name)?.();
    const place = document.createElement("div");
    const forget = piece.initialize({ model });
    const leave = await piece.render({ model, el: place });
    cell.replaceChildren(place);
    this.shown.set(name, () => {
      leave();
      forget();
    });
  }

  ready() {
    this.top.say("");
    document.documentElement.dataset.live = "";
    this.toPlace();
  }

  stopped() {
    const again = () => {
      this.top.say(WORDS.again);
      this.engine.begin();
    };
    this.top.say(WORDS.dead, " ", make("button", { type: "button", textContent: WORDS.startAgain, onclick: again }));
  }

  lookSoon() {
    this.looking ??= requestAnimationFrame(() => {
      this.looking = undefined;
      this.look();
    });
  }

  look() {
    this.top.show(progressOf(this.parts), document.querySelector(".atr .onward a"));
    this.top.minutes(document.querySelector("[data-minutes]")?.dataset.minutes);
  }

  toStep(number) {
    const place = `#step-${number}`;
    if (location.hash === place) this.toPlace();
    else location.hash = place;
  }

  // A step by its number, or a card by its name; one in an Extra is opened first.
  toPlace() {
    const number = Number(location.hash.match(/^#step-(\d+)$/)?.[1]);
    const card = location.hash.startsWith("#card-") && document.getElementById(location.hash.slice(1));
    const step = this.parts.find((one) => one.number === number || (card && one.cells.some(({ node }) => node.contains(card))));
    if (!step) return;
    this.extras.get(step)?.();
    const goal = card || step.cell.node.querySelector("h2");
    goal.scrollIntoView();
    // Who goes on by keyboard goes on from there.
    goal.tabIndex = -1;
    goal.focus({ preventScroll: true });
  }
}

// Addresses on the page are read from the page, and those in the engine from where it lies.
const { engine } = document.querySelector("script[data-engine]").dataset;
const what = JSON.parse(engine);
const absolute = (address) => new URL(address, location).href;
what.python = absolute(what.python);
what.archives = what.archives.map(absolute);
new Player(what).begin();
