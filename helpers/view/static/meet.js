// Where the pieces of a page meet the kit, whichever of them is here first.
function meet() {
  const place = Symbol.for("according-to-reports/kit");
  if (!globalThis[place]) {
    let arrive;
    const arrived = new Promise((resolve) => (arrive = resolve));
    globalThis[place] = { arrive, arrived, render: null, shown: new Map(), own: new Map(), displaced: "" };
  }
  return globalThis[place];
}
