// The scripts are here: every piece, also one that has waited, is rendered by the newest of them.
export default {
  initialize() {
    const kit = meet();
    kit.render = render;
    kit.arrive();
  },
};
