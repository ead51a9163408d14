// Confirms and dismisses findings without loading the page again.
"use strict";
(() => {
  const D = (window.Doichieu ??= {});
  for (const section of document.querySelectorAll("[data-finding]")) {
    const reason = section.querySelector("input");
    const save = (payload, state) => {
      const before = section.dataset.state;
      section.dataset.state = state;
      D.save({ target: "finding", finding: section.dataset.finding, ...payload }, null, () => {
        section.dataset.state = before;
      });
    };
    for (const button of section.querySelectorAll("button[data-verdict]")) {
      button.addEventListener("click", () => save({ verdict: button.dataset.verdict, note: reason.value.trim() }, button.dataset.verdict));
    }
    for (const button of section.querySelectorAll("button[data-undo]")) {
      button.addEventListener("click", () => {
        save({ verdict: "undo", undoes: button.dataset.undo }, "open");
        button.parentElement.remove();
      });
    }
  }
})();
