// A misreading becomes a counter-example: n opens it and shows what mended rules would change, before anything is saved.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const items = [...document.querySelectorAll("#misread > li")];
  let at = -1;

  async function ask(form, save) {
    const shown = form.querySelector(".foreseen");
    const saves = form.querySelector(".saves");
    saves.disabled = true;
    shown.textContent = data.t.loading;
    const given = Object.fromEntries(new FormData(form));
    const post = { ...given, rule: data.rule, surface: form.dataset.surface, language: form.dataset.language, save };
    try {
      const response = await fetch(data.url, {
        method: "POST",
        credentials: "same-origin",
        headers: { "content-type": "application/json", "x-csrftoken": data.csrf },
        body: JSON.stringify(post),
      });
      if (!response.ok) {
        const refusal = await response.json();
        shown.textContent = [refusal.error, refusal.repair].filter(Boolean).join(": ");
        return;
      }
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const answer = page.querySelector("[data-faults]");
      shown.replaceChildren(answer);
      saves.disabled = save || answer.dataset.faults !== "0";
    } catch {
      shown.textContent = data.t.offline;
    }
  }

  function open(item) {
    const form = item.querySelector("form");
    form.hidden = false;
    item.querySelector(".opens").setAttribute("aria-expanded", "true");
    form.elements.words.select();
    ask(form, false);
  }

  function go(by) {
    at = Math.min(items.length - 1, Math.max(0, at + by));
    items[at]?.focus();
  }

  items.forEach((item, number) => {
    const form = item.querySelector("form");
    if (!form) return;
    item.addEventListener("focusin", () => { at = number; });
    item.querySelector(".opens").addEventListener("click", () => open(item));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask(form, false);
    });
    form.addEventListener("input", () => { form.querySelector(".saves").disabled = true; });
    form.querySelector(".saves").addEventListener("click", () => ask(form, true));
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const act = { j: () => go(1), k: () => go(-1), n: () => items.length && data.deciding && open(items[Math.max(0, at)]) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
