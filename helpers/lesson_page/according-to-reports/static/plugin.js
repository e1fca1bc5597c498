// JupyterLab opens a lesson of the kit, or a text beside it, as a page. Any other file is left as it is.

import { make } from "./elements.js";
import { keepHistory } from "./history.js";
import { LessonPage } from "./lesson.js";
import { lessonOf, withoutOutputs } from "./notebook-file.js";
import { isText, TextPage } from "./text.js";

export function plugin(parts) {
  return {
    id: "according-to-reports:lesson-page",
    description: "Opens the lessons of According to Reports as pages.",
    autoStart: true,
    activate(app) {
      for (const sheet of ["page.css", "notebooks.css"]) {
        const href = new URL(sheet, import.meta.url).href;
        document.head.append(make("link", { rel: "stylesheet", href }));
      }
      const leaveHistory = keepHistory();
      app.docRegistry.addWidgetExtension("Notebook", {
        createNew: (panel, context) => openLesson(app, panel, context, parts, leaveHistory),
      });
      app.docRegistry.addWidgetExtension("Markdown Preview", {
        createNew: (panel, context) => openText(app, panel, context, parts, leaveHistory),
      });
    },
  };
}

// The file is cleaned on its way in: what was drawn on an earlier day must not be seen for a moment.
function openLesson(app, panel, context, parts, leaveHistory) {
  const { model } = context;
  const load = model.fromJSON.bind(model);
  // The file is read a second time where it changes on the disk; the page is there already then.
  let open = () => {
    new LessonPage(app, panel, context, parts);
    open = () => {};
  };
  model.fromJSON = (content) => {
    if (!lessonOf(content)) {
      leaveHistory();
      return load(content);
    }
    load(withoutOutputs(content));
    open();
  };
}

async function openText(app, panel, context, parts, leaveHistory) {
  await context.ready;
  if (isText(context.model.toString())) new TextPage(app, panel, context, parts);
  else leaveHistory();
}
