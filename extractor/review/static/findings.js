// Confirms and dismisses findings without loading the page again.
"use strict";
(() => {
  const D = (window.Doichieu ??= {});
  const { t, words } = D.data;

  function element(tag, attributes, ...children) {
    const made = Object.assign(document.createElement(tag), attributes);
    made.append(...children);
    return made;
  }

  for (const section of document.querySelectorAll("[data-finding]")) {
    const reason = section.querySelector("input");
    const said = section.querySelector(".said");

    // Shows the state at once, and the one before where the server refuses.
    function save(payload, state) {
      const before = section.dataset.state;
      section.dataset.state = state;
      const back = () => { section.dataset.state = before; };
      return D.save({ target: "finding", finding: section.dataset.finding, ...payload }, null, () => {
        back();
        shown.remove();
      });
    }

    let shown = element("p", {});

    function decide(verdict) {
      const note = reason.value.trim();
      const line = [words[verdict], D.data.reviewer].join(" · ") + (note ? `: ${note}` : "");
      const undo = element("button", { className: "undo" }, t.undo);
      shown.remove();
      shown = element("p", { className: "made" }, line, " ", undo);
      undo.dataset.undo = save({ verdict, note }, verdict);
      undo.addEventListener("click", () => takeBack(undo));
      said.append(shown);
      reason.value = "";
    }

    function takeBack(undo) {
      save({ verdict: "undo", undoes: undo.dataset.undo }, "open");
      undo.parentElement.remove();
    }

    for (const button of section.querySelectorAll("button[data-verdict]")) button.addEventListener("click", () => decide(button.dataset.verdict));
    for (const button of section.querySelectorAll("button[data-undo]")) button.addEventListener("click", () => takeBack(button));
  }
})();
