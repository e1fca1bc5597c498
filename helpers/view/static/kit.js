// The kit is here: every piece, also one that has waited, is rendered by the newest one.
export default {
  initialize() {
    const kit = meet();
    kit.render = render;
    kit.arrive();
  },
};
