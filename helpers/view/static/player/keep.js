// What the browser is asked to keep. Nobody waits for it, and where it is refused all else goes on.

const ROOT = new URL("../../", import.meta.url);

// The site, so that it opens without a network. A file on a disk and some private windows cannot.
export function keepSite() {
  const script = new URL("service-worker.js", ROOT);
  navigator.serviceWorker?.register(script, { scope: ROOT.pathname }).catch(() => {});
}

// The answers, also when the browser runs short of space. It may ask, so only once there are any.
export function keepAnswers() {
  addEventListener("submit", () => navigator.storage?.persist?.().catch(() => {}), { once: true });
}
