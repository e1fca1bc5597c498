// What the page says by itself, before the lesson is there to say anything.
export const WORDS = {
  preparing: "Getting the lesson ready …",
  again: "The engine behind this page is starting again … Your answers are kept.",
  failed: "The lesson could not start. Press “Try again”. Your answers are kept.",
  dead: "The engine behind this page has stopped. Press “Start it again”. Your answers are kept.",
  noKernel:
    "This lesson needs Python, and the server could not start it. Press “Try again”. If that does not help, ask " +
    "the person who set up the server, or start the kit on your own computer: its README tells you how.",
  serverGone:
    "The server does not answer. If you started the kit yourself, start it again. You can go on, but do not reload " +
    "the page. To have your answers as a file, open “Your work” at the top of the lesson and press “Download my work”.",
  startAgain: "Start it again",
  tryAgain: "Try again",
  open: "Open this Extra",
  close: "Close this Extra",
  run: "Run this code",
  restore: "Put the original code back",
  code: "the code",
  show: "Show ",
  hide: "Hide ",
  masthead: "This page and the others",
  steps: "Steps",
  allLessons: "All lessons",
  done: "done",
  minutes: (minutes) => `${minutes} minutes`,
  progress: (done, all) => [`${done} of ${all} steps`, " done"],
  onward: (lesson) => `Go on with ${lesson}`,
  goOn(title) {
    const numbered = title.match(/^(\d+) · /);
    return numbered ? `Continue at step ${numbered[1]}` : `Continue with “${title}”`;
  },
};
