// The notebook's file: it says that it is a lesson, and nothing of a run is ever written into it.

const NAME = "according-to-reports";

export const lessonOf = (content) => content.metadata?.[NAME]?.lesson;

// What was drawn on an earlier day would show as errors: its kernel is gone.
export function withoutOutputs(content) {
  const cells = content.cells.map((cell) =>
    cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell,
  );
  const { widgets, ...metadata } = content.metadata;
  return { ...content, metadata, cells };
}

// A lesson's file stays as it is: nothing of a run, and nothing of a student, is written into it.
export function neverSave(context) {
  Object.defineProperty(context.model, "dirty", { get: () => false, set: () => {} });
  // Else JupyterLab would ask whether the page may be left.
  const { stateChanged } = context.model;
  const emit = stateChanged.emit.bind(stateChanged);
  stateChanged.emit = (change) => change.name !== "dirty" && emit(change);
  context.save = async () => {};
  const write = context.model.toJSON.bind(context.model);
  context.model.toJSON = () => withoutOutputs(write());
}

// The second-rank heading of a text, before JupyterLab has rendered it.
export const headingIn = ({ model: { type, sharedModel } }) =>
  type === "markdown" && sharedModel.getSource().match(/^## +(.+)$/m)?.[1];

// What a notebook says where the page is missing: what to press.
export const isFallback = (cell) => isTagged(cell, "without-page");

// A cell that invites to change its code.
export const isOpen = (cell) => isTagged(cell, "look-behind");

function isTagged(cell, tag) {
  return cell.model.getMetadata("tags")?.includes(tag) ?? false;
}
