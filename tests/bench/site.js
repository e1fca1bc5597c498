// The stop watch of site_visits.py, in the page itself from its first moment on. Times are those of
// the clock on the wall, in milliseconds: whoever followed the link began before there was a page.
// PIECES is how many pieces the lesson has.

/* global PIECES */

(() => {
  const LOOK_EVERY = 10;
  const QUIET = 200;
  const seen = {};
  const all = (selector) => [...document.querySelectorAll(selector)];
  const live = (selector) => all(selector).filter((el) => !el.closest(".still"));
  const painted = () => performance.getEntriesByName("first-contentful-paint").length > 0;
  const signs = Object.entries({
    text: () => painted() && all(".jp-Cell h1").some((el) => el.checkVisibility()),
    card: () => live(".atr .card").length > 0,
    pieces: () => live(".atr > div > section").length >= PIECES,
  });

  const tick = setInterval(() => {
    for (const [name, there] of signs) {
      if (!(name in seen) && there()) seen[name] = performance.timeOrigin + performance.now();
    }
    if (!signs.every(([name]) => name in seen)) return;
    clearInterval(tick);
    document.documentElement.dataset.seen = JSON.stringify(seen);
  }, LOOK_EVERY);

  // Resolve when nothing has changed for a while: all that an answer changes elsewhere is drawn.
  window.quiet = () =>
    new Promise((done) => {
      const over = () => {
        watch.disconnect();
        done();
      };
      let wait = setTimeout(over, QUIET);
      const watch = new MutationObserver(() => {
        clearTimeout(wait);
        wait = setTimeout(over, QUIET);
      });
      watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
})();
