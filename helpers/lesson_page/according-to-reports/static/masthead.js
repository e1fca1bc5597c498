// The line at the top: where one is, how far one has come, and the way to all the rest.

import { make } from "./elements.js";
import { WORDS } from "./words.js";

export class Masthead {
  // A text has no code, and so no `toggleCode`.
  constructor({ home, toStep, toggleCode }) {
    this.toStep = toStep;
    this.status = make("p", { className: "atr-page-status", hidden: true });
    this.status.setAttribute("role", "status");
    this.name = make("strong");
    this.length = make("span", { className: "atr-page-minutes" });
    this.goOn = make("button", { type: "button", className: "atr-page-go-on", hidden: true });
    this.done = make("summary");
    this.list = make("ol");
    this.steps = make(
      "details",
      { className: "atr-page-steps" },
      this.done,
      make("div", {}, this.list, allLessons(home)),
    );
    this.code = codeButton(toggleCode);
    this.code.hidden = !toggleCode;
    const title = make("p", { className: "atr-page-title" }, this.name, " ", this.length);
    const line = make("div", { className: "atr-page-line" }, title, this.goOn, this.steps, this.code);
    this.node = make("nav", { className: "atr-page-masthead", ariaLabel: WORDS.masthead }, line, this.status);
    this.show([]);
    this.codeShown(false);
    closeOutside(this.steps);
  }

  title(name) {
    this.name.textContent = name;
  }

  // How long the lesson takes, once it has said so.
  minutes(number) {
    this.length.textContent = number ? WORDS.minutes(number) : "";
  }

  // Say where the lesson stands, with buttons for what can be done about it; nothing clears the line.
  say(words, ...buttons) {
    this.status.replaceChildren(words, ...buttons);
    this.status.hidden = !words;
  }

  // `onward` is a link to another lesson, for when nothing is left to do in this one.
  show(progress, onward) {
    this.onward = onward;
    // The page looks at every change of a card; a list that is open must not be drawn anew for it.
    const said = JSON.stringify([
      progress.map(({ title, cards, begun, done }) => [title, cards, begun, done]),
      onward?.textContent,
    ]);
    if (said === this.said) return;
    this.said = said;
    const asked = progress.filter((step) => step.cards && !step.extra);
    const done = asked.filter((step) => step.done).length;
    this.done.replaceChildren(...(asked.length ? counted(done, asked.length) : [WORDS.steps]));
    this.node.style.setProperty("--atr-page-done", asked.length ? done / asked.length : 0);
    this.list.replaceChildren(...progress.map((step) => this.item(step)));
    const begun = asked.some((step) => step.begun);
    const next = asked.find((step) => !step.done);
    if (begun && next) this.offer(WORDS.goOn(next.title), () => this.toStep(next.number));
    else if (begun && onward) this.offer(WORDS.onward(onward.textContent), () => this.onward.click());
    else this.goOn.hidden = true;
  }

  offer(words, action) {
    Object.assign(this.goOn, { hidden: false, textContent: words, onclick: action });
  }

  item(step) {
    const link = make("a", { href: `#step-${step.number}`, textContent: step.title });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.steps.open = false;
      this.toStep(step.number);
    });
    const item = make("li", {}, link);
    if (step.done) item.append(make("span", { className: "atr-page-done", textContent: `✓ ${WORDS.done}` }));
    return item;
  }

  codeShown(shown) {
    this.code.firstChild.textContent = shown ? WORDS.hide : WORDS.show;
    this.code.setAttribute("aria-pressed", String(shown));
  }
}

// On a phone only the part is seen that tells most; who listens hears the whole.
function counted(done, all) {
  const [short, rest] = WORDS.progress(done, all);
  return [short, make("span", { className: "atr-page-wide", textContent: rest })];
}

function codeButton(toggle) {
  const verb = make("span", { className: "atr-page-wide" });
  return make("button", { type: "button", className: "atr-page-code", onclick: toggle }, verb, WORDS.code);
}

function allLessons(home) {
  return make("p", {}, make("a", { href: home, textContent: WORDS.allLessons }));
}

// A list over the text goes away as a menu does.
function closeOutside(details) {
  const close = ({ target, key }) => {
    if (key === "Escape" || (!key && !details.contains(target))) details.open = false;
  };
  document.addEventListener("click", close);
  details.addEventListener("keydown", close);
}
