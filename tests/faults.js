// What is cut off, sticks out or lies on something else in our output, one line for each.
() => {
  const faults = [];
  const shown = (el) => el.checkVisibility({ visibilityProperty: true }) && !el.closest("thead, svg");
  const named = (el) => `${el.tagName.toLowerCase()}.${el.className} “${el.textContent.trim().slice(0, 40)}”`;
  const room = (document.querySelector(".jp-WindowedPanel-outer") ?? document.body).getBoundingClientRect();

  for (const piece of document.querySelectorAll(".atr")) {
    const output = piece.closest(".jp-OutputArea-output");
    for (const el of [output, piece, ...piece.querySelectorAll("*")]) {
      if (!el || !shown(el) || el.closest(".wide") || getComputedStyle(el).display === "inline") continue;
      const { left, right } = el.getBoundingClientRect();
      if (left < room.left - 1 || right > room.right + 1) faults.push(`sticks out: ${named(el)}`);
      if (el.scrollWidth > el.clientWidth + 1) faults.push(`is cut off: ${named(el)}`);
    }
    const boxes = [...linesOf(piece), ...controlsOf(piece)];
    boxes.forEach((one, n) => {
      for (const other of boxes.slice(n + 1)) {
        if (one.el !== other.el && !one.el.contains(other.el) && meet(one.box, other.box)) {
          faults.push(`overlap: ${named(one.el)} and ${named(other.el)}`);
        }
      }
    });
  }
  return [...new Set(faults)];

  function linesOf(piece) {
    const found = [];
    const texts = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const el = texts.currentNode.parentElement;
      if (!texts.currentNode.data.trim() || !shown(el) || el.tagName === "OPTION") continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      for (const box of range.getClientRects()) found.push({ el, box });
    }
    return found;
  }

  function controlsOf(piece) {
    return (
      [...piece.querySelectorAll("button, input, select, progress")]
        // Two handles share a rail: their fields lie over each other, the handles never do.
        .filter((el) => el.type !== "hidden" && shown(el) && !el.closest(".rail"))
        .map((el) => ({ el, box: el.getBoundingClientRect() }))
    );
  }

  // A few pixels are the slack of raised figures and of tall letters.
  function meet(a, b) {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return wide > 2 && high > 4;
  }
};
