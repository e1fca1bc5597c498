// A piece of the page leaves everything to the kit, but for what it shows.
export default {
  // What a widget holds can be saved into the notebook's file, and an answer must not stand there.
  initialize({ model }) {
    const shown = { markup: "", views: new Set() };
    const key = model.get("key");
    const take = () => {
      const markup = model.get("markup");
      if (!markup) return;
      shown.markup = markup;
      model.set("markup", "");
      for (const redraw of shown.views) redraw();
    };
    meet().shown.set(key, shown);
    model.on("change:markup", take);
    take();
    return () => meet().shown.delete(key);
  },
  async render(piece) {
    const kit = meet();
    await kit.arrived;
    return kit.render(piece);
  },
};
