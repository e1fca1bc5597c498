// A press ends where it began: were the button drawn anew between down and up, the click would be lost.

const RELEASES = ["pointerup", "pointercancel", "dragend"];

// Give the action in a form that waits while a press on the page is under way.
function afterPress(page, action) {
  let pressed = false;
  let due = false;
  const end = () => {
    pressed = false;
    if (due) action();
    due = false;
  };
  page.addEventListener("pointerdown", ({ button }) => {
    if (button !== 0) return;
    pressed = true;
    const listening = new AbortController();
    const released = () => {
      listening.abort();
      setTimeout(end); // the click comes first
    };
    for (const kind of RELEASES) addEventListener(kind, released, { capture: true, signal: listening.signal });
    // Of the window alone: what has the focus loses it as soon as the press begins.
    addEventListener("blur", released, { signal: listening.signal });
  });
  return () => {
    due = pressed;
    if (!pressed) action();
  };
}
