// A piece of the page leaves everything to the kit.
export default {
  async render(piece) {
    const kit = meet();
    await kit.arrived;
    return kit.render(piece);
  },
};
