// The engine behind a lesson, its kernel: awaited, run again when it was replaced, missed when it is gone.
// JupyterLab would put a window over the page in each of these cases, and wait for a click.

import { hasWindow } from "./addresses.js";
import { settings } from "./settings.js";
import { WORDS } from "./words.js";

const STARTING = ["restarting", "autorestarting"];
const PATIENCE = 3_000; // between two looks for a server that is gone

export class Engine {
  // `say(words, label, action)` shows a line with a button or none, `run()` runs the lesson.
  constructor(app, panel, session, Signal, { say, run }) {
    Object.assign(this, { app, panel, session, say, run });
    this.stale = true; // the kernel knows nothing of the lesson yet
    this.revived = false; // whether it was started by itself since the lesson last ran
    this.say(WORDS.preparing);
    this.askNothing(Signal);
    this.begin();
  }

  askNothing(Signal) {
    const { app, session } = this;
    const initialize = session.initialize.bind(session);
    // It tells whether the student should choose a kernel; she would not know which.
    session.initialize = async () => {
      if (await initialize()) this.missing();
      return false;
    };
    // A hub's own window leads to the page on which the server can be started again, and where other
    // files are open, theirs is needed too.
    if (hasWindow() && !settings().hubPrefix) Signal.disconnectSender(app.serviceManager);
    app.serviceManager.connectionFailure.connect(() => this.lost());
  }

  async begin() {
    const { panel, session } = this;
    await Promise.all([session.ready, panel.revealed]);
    session.statusChanged.disconnect(panel._onSessionStatusChanged, panel);
    session.statusChanged.connect((_, status) => this.heard(status));
    session.kernelChanged.connect((_, { oldValue, newValue }) => {
      if (oldValue) this.outdate();
      if (oldValue && !newValue) this.revive();
    });
    if (session.session?.kernel) this.heard(session.session.kernel.status);
  }

  heard(status) {
    if (STARTING.includes(status)) this.outdate();
    if (status === "dead") this.revive();
    if (status === "idle" && this.stale) this.runLesson();
  }

  async runLesson() {
    this.stale = false;
    await this.run();
    this.revived = false;
  }

  outdate() {
    this.stale = true;
    this.say(WORDS.again);
  }

  // Start the kernel once by itself. One that dies while the lesson runs would be started for ever.
  async revive() {
    if (this.reviving) return;
    if (this.revived) return this.offer();
    this.revived = true;
    await this.startAnew();
  }

  async startAnew() {
    this.reviving = true;
    this.outdate();
    if (!(await this.starts())) this.offer();
    this.reviving = false;
  }

  offer() {
    this.say(WORDS.dead, WORDS.startAgain, () => this.startAnew());
  }

  async starts() {
    const { app, session } = this;
    // A server that was itself started again knows nothing of the kernel: then there is none.
    await app.serviceManager.sessions.refreshRunning();
    if (!session.session?.kernel) return !(await session.startKernel());
    await session.restartKernel();
    return session.session.kernel.status !== "dead";
  }

  missing() {
    this.say(WORDS.noKernel, WORDS.tryAgain, () => this.lookAgain());
  }

  async lookAgain() {
    this.say(WORDS.preparing);
    await this.app.serviceManager.kernelspecs.refreshSpecs();
    if (await this.session.startKernel()) this.missing();
  }

  async lost() {
    if (this.away) return;
    this.away = true;
    this.say(WORDS.serverGone);
    while (!(await this.serverAnswers())) await new Promise((again) => setTimeout(again, PATIENCE));
    this.away = false;
    this.say(this.stale ? WORDS.again : "");
  }

  async serverAnswers() {
    try {
      await this.app.serviceManager.contents.get("", { content: false });
      return true;
    } catch {
      return false;
    }
  }
}
