// What the page says by itself, before the lesson is there to say anything.
export const WORDS = {
  preparing: "Getting the lesson ready …",
  again: "The engine behind this page is starting again. Your answers are kept …",
  failed: "The lesson could not start. Press “Try again”. Your answers are kept.",
  dead: "The engine behind this page has stopped. Press “Start it again”. Your answers are kept.",
  noKernel:
    "This lesson needs Python, and this server offers none. Ask the person who set it up, or start the kit " +
    "on your own computer as its README says.",
  serverGone:
    "The server does not answer. If you started the kit yourself, start it again. You can go on reading; what " +
    "you answer is kept in this browser, and “Download my work” gives it to you as a file.",
  startAgain: "Start it again",
  tryAgain: "Try again",
  run: "Run this code",
  code: "the code",
  show: "Show ",
  hide: "Hide ",
  masthead: "This page and the others",
  steps: "Steps",
  allLessons: "All lessons",
  done: "done",
  minutes: (minutes) => `${minutes} minutes`,
  progress: (done, all) => [`${done} of ${all}`, " steps done"],
  // As the heading itself is numbered, if it is.
  goOn: (title) => `Continue at ${title.replace(/^(\d+) · .*$/, "step $1")}`,
};
