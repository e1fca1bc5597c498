// Lets JupyterLite meet its own service worker. Where it meets another, such as the one that keeps the
// site for the time without a network, or none of its own edition, it ends all workers of this host.

const OWN = new URL("service-worker.js?enableCache=false", import.meta.url).href;
const PATIENCE = 5_000; // JupyterLite says by itself when it has no worker
const { serviceWorker } = navigator;

async function takeOver() {
  await serviceWorker.register(OWN);
  while (serviceWorker.controller?.scriptURL !== OWN) {
    await new Promise((changed) => serviceWorker.addEventListener("controllerchange", changed, { once: true }));
  }
}

try {
  localStorage.setItem(`${OWN}-version`, EDITION);
  const { controller } = serviceWorker ?? {};
  const patience = new Promise((over) => setTimeout(over, PATIENCE));
  if (controller && controller.scriptURL !== OWN) await Promise.race([takeOver(), patience]);
} catch (error) {
  console.warn(error); // a private window may have neither
}
