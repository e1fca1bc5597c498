// Keeps the site for the time without a network. A page always comes from the network while there is
// one, so that nobody reads an old lesson; what lies in a folder with a hash in its name never changes.

/* global EDITION, FILES */

const PREFIX = "according-to-reports/";
const HASHED = /\/(kit|python)-[0-9a-f]+\//;
const PATIENCE = 5_000; // a network that says nothing for so long is none
const KEPT_EDITIONS = 2; // a page that stayed open may still need the one before

addEventListener("install", (event) => event.waitUntil(keepAll()));
addEventListener("activate", (event) => event.waitUntil(dropOld()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && isOurs(new URL(request.url))) event.respondWith(answer(request));
});

async function keepAll() {
  const cache = await caches.open(PREFIX + EDITION);
  // What never changes is taken from what the browser has of it already.
  const wanted = FILES.map((file) => new Request(file, { cache: HASHED.test(`/${file}`) ? "default" : "no-cache" }));
  await cache.addAll(wanted);
  await skipWaiting();
}

async function dropOld() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(ours.slice(0, -KEPT_EDITIONS).map((name) => caches.delete(name)));
  await clients.claim();
}

// The notebooks have a worker of their own.
function isOurs({ origin, pathname }) {
  const { pathname: root } = new URL(registration.scope);
  return origin === location.origin && pathname.startsWith(root) && !pathname.startsWith(`${root}lite/`);
}

// The address of a folder is that of the page in it.
function fileOf({ url }) {
  const file = new URL(url);
  if (file.pathname.endsWith("/")) file.pathname += "index.html";
  return file;
}

async function answer(request) {
  const kept = () => caches.match(fileOf(request), { ignoreSearch: true });
  if (HASHED.test(request.url)) return (await kept()) ?? fetch(request);
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    const page = await kept();
    if (page) return page;
    throw error;
  }
}
