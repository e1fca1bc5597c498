// Have the browser keep the site, so that it opens without a network. Nobody waits for it, and where it
// cannot be done (a file on a disk, some private windows) the site is as it was.

const ROOT = new URL("../../", import.meta.url);

export function keepSite() {
  navigator.serviceWorker?.register(new URL("service-worker.js", ROOT), { scope: ROOT.pathname }).catch(() => {});
}
