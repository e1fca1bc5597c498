// Run a cell, and leave what it shows until its new output is here: a student may be writing in it.

const OUTPUTS = ["display_data", "execute_result", "stream", "error"];

export async function runCell({ model }, kernel) {
  model.trusted = true;
  model.executionState = "running";
  model.outputs.clear(true); // with the next output
  const future = kernel.requestExecute({ code: model.sharedModel.getSource() });
  future.onIOPub = ({ header, content }) => {
    const { transient, ...output } = content;
    if (OUTPUTS.includes(header.msg_type)) model.outputs.add({ ...output, output_type: header.msg_type });
  };
  const { content } = await future.done;
  model.executionCount = content.execution_count;
  model.executionState = "idle";
}
