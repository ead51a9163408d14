// What of the article's text is selected, and a mark on what was just added.
"use strict";
(() => {
  const D = (window.Doichieu ??= {});
  const text = document.getElementById("text");
  const added = [];

  // Offsets are code points from the start of the text; the ends go to the edges of what a reader sees as one sign.
  D.selected = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const block = (range.startContainer.nodeType === 1 ? range.startContainer : range.startContainer.parentElement).closest("[data-start]");
    if (!block || !text.contains(block)) return null;
    const whole = block.textContent;
    const upTo = (node, offset) => {
      const part = document.createRange();
      part.selectNodeContents(block);
      part.setEnd(node, offset);
      return part.toString().length;
    };
    const inside = block.contains(range.endContainer);
    let [from, to] = edges(whole, upTo(range.startContainer, range.startOffset), inside ? upTo(range.endContainer, range.endOffset) : whole.length);
    while (from < to && /\s/.test(whole[from])) from += 1;
    while (to > from && /\s/.test(whole[to - 1])) to -= 1;
    if (from === to) return null;
    const start = Number(block.dataset.start) + [...whole.slice(0, from)].length;
    const surface = whole.slice(from, to);
    return { start, end: start + [...surface].length, surface, block, range: range.cloneRange() };
  };

  function edges(whole, from, to) {
    if (!Intl.Segmenter) return [from, to];
    for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(whole)) {
      const end = index + segment.length;
      if (index < from && from < end) from = index;
      if (index < to && to < end) to = end;
    }
    return [from, to];
  }

  // Marks a fresh addition without touching the text's elements; a reload draws it as a mark.
  D.highlight = (range) => {
    getSelection().removeAllRanges();
    added.push(range);
    const draw = () => globalThis.CSS?.highlights?.set("added", new Highlight(...added));
    draw();
    return { clear: () => { added.splice(added.indexOf(range), 1); draw(); } };
  };
})();
