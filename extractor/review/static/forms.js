// The small forms of the card: where a figure was misread, a note, the fields mended in place, a figure added.
"use strict";
(() => {
  const D = (window.Doichieu ??= {});
  const { data, h } = D;
  const { t, words } = data;
  const LISTS = { kind: "kind", comparator: "comparator", status: "status", statement: "statement" };
  const REASON_OF = {
    value: "value", value_max: "value", kind: "value", comparator: "value", denominator: "value", unit: "unit",
    indicator: "indicator", area: "area", body: "area", period_start: "period", period_end: "period", status: "status",
  };
  let opened = null;

  const fillList = (id, entries) =>
    document.getElementById(id).replaceChildren(...Object.entries(entries).map(([value, label]) => h("option", { value }, label)));
  fillList("indicator-list", data.indicators);
  fillList("area-list", data.areas);

  D.isOpen = () => opened !== null;
  D.closeForm = () => {
    opened?.remove();
    opened = null;
  };

  function open(form, focus) {
    D.closeForm();
    opened = form;
    document.getElementById("card").prepend(form);
    form.scrollIntoView({ block: "nearest" });
    (form.querySelector(focus) ?? form.querySelector("input, select, button"))?.focus();
  }

  const cancel = () => h("button", { type: "button", class: "plain", click: () => D.closeForm() }, t.cancel);

  // Digits choose a reason, Enter or x none.
  D.askReason = (done) => {
    const finish = (reason) => {
      D.closeForm();
      done(reason ? `misread.${reason}` : "misread");
    };
    const choices = data.reasons.map((reason, at) =>
      h("button", { type: "button", "data-reason": reason, click: () => finish(reason) }, h("kbd", {}, String(at + 1)), ` ${words.reason[reason]}`),
    );
    const form = h("form", { class: "form reasons", "aria-label": t.misread }, h("p", {}, t.why_misread), h("p", { class: "choices" }, choices), h("p", {}, h("button", {}, t.misread), cancel()));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      finish("");
    });
    form.addEventListener("keydown", (event) => {
      const reason = data.reasons[Number(event.key) - 1];
      if (reason || event.key === "x") {
        event.preventDefault();
        event.stopPropagation();
        finish(reason ?? "");
      }
    });
    open(form, "button:not([type])");
  };

  D.askNote = (label, done) => {
    const input = h("input", { name: "note", maxlength: 2000, "aria-label": label, dir: "auto" });
    const form = h("form", { class: "form" }, h("label", {}, label, input), h("p", {}, h("button", {}, t.save), cancel()));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      D.closeForm();
      done(input.value.trim());
    });
    open(form, "input");
  };

  function control(name, value) {
    const common = { name, "aria-label": words.field[name] };
    if (LISTS[name]) {
      const options = Object.entries(words[LISTS[name]]).map(([key, label]) => h("option", { value: key, selected: key === value }, label));
      return h("select", common, options);
    }
    const list = { indicator: "indicator-list", area: "area-list" }[name];
    const place = { value: "1234.5", period_start: "2025-01-01", period_end: "2025-09-30" }[name];
    return h("input", { ...common, value: value ?? "", list, placeholder: place, maxlength: 200, autocomplete: "off", dir: "auto", spellcheck: "false" });
  }

  function fieldForm(title, fields, above, below, done) {
    const label = (name) => h("label", {}, h("span", {}, words.field[name]), control(name, fields[name]));
    const form = h("form", { class: "form fields-form", "aria-label": title }, h("h3", {}, title), above, h("div", { class: "grid" }, data.editable.map(label)), below, h("p", {}, h("button", { class: "main" }, t.save), cancel()));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = Object.fromEntries(data.editable.map((name) => [name, form.elements[name].value.trim() || null]));
      if (!valid(form, given)) return;
      D.closeForm();
      done(given, form);
    });
    open(form, "input[name=value]");
  }

  // What the server would refuse, said beside the field.
  function valid(form, given) {
    const wrong = {
      indicator: given.indicator !== null && !(given.indicator in data.indicators),
      area: given.area !== null && !(given.area.split("/")[0] in data.areas),
      period_start: !/^(\d{4}(-\d\d(-\d\d)?)?)?$/.test(given.period_start ?? ""),
      period_end: !/^(\d{4}(-\d\d(-\d\d)?)?)?$/.test(given.period_end ?? ""),
      value: !["date", "period", "time", "document"].includes(given.kind) && !/^(-?\d{1,30}(\.\d{1,20})?)?$/.test(given.value ?? ""),
    };
    for (const name of data.editable) form.elements[name].setCustomValidity(wrong[name] ? t.bad_field : "");
    return form.reportValidity();
  }

  // What is told for a whole text is told once: area and period that no sentence of its own gave to a figure.
  const WHOLE = {
    area: { fields: ["area", "body"], basis: (claim) => claim.basis[0] },
    period: { fields: ["period_start", "period_end"], basis: (claim) => claim.period[2] },
  };
  const FROM_WHOLE = ["context", "publisher", "heading", "published"];

  function alike(claim, { fields, basis }) {
    if (!FROM_WHOLE.includes(basis(claim))) return [];
    const same = (one) => basis(one) === basis(claim) && fields.every((name) => (one.fields[name] ?? null) === (claim.fields[name] ?? null));
    return data.claims.filter((one) => one !== claim && one.state === "open" && same(one));
  }

  const offer = (claim, name) => {
    const count = alike(claim, WHOLE[name]).length;
    return count ? h("label", { class: "check" }, h("input", { type: "checkbox", name: `alike-${name}` }), ` ${D.fill(t[`alike_${name}`], { count })}`) : "";
  };

  // The other figures that a box was ticked for, each with its corrections.
  function alsoMeant(form, claim, changed) {
    const found = new Map();
    for (const [name, whole] of Object.entries(WHOLE)) {
      const mended = Object.entries(changed).filter(([field]) => whole.fields.includes(field));
      if (!mended.length || !form.elements[`alike-${name}`]?.checked) continue;
      for (const one of alike(claim, whole)) found.set(one, { ...found.get(one), ...Object.fromEntries(mended) });
    }
    return [...found];
  }

  const verdictOn = (changed) => {
    const reason = Object.keys(changed).map((name) => REASON_OF[name]).find(Boolean);
    return reason ? `misread.${reason}` : "misread";
  };

  D.askFields = (claim, done) => {
    const disputed = claim.state === "disputed";
    const final = disputed ? h("label", { class: "check" }, h("input", { type: "checkbox", name: "final" }), ` ${t.settle}`) : "";
    const decided = claim.decisions.findLast((one) => one.reviewer === data.reviewer)?.corrected ?? {};
    const offers = [offer(claim, "area"), offer(claim, "period")];
    fieldForm(t.edit_title, { ...claim.fields, ...decided }, final, offers, (given, form) => {
      const changed = Object.fromEntries(Object.entries(given).filter(([name, value]) => value !== (claim.fields[name] ?? null)));
      const others = alsoMeant(form, claim, changed).map(([one, fields]) => [one, verdictOn(fields), fields]);
      const isFinal = form.elements.final?.checked ?? false;
      done(Object.keys(changed).length ? verdictOn(changed) : "right", changed, isFinal, others);
    });
  };

  D.askMissed = (surface, like, done) => {
    const digits = /^\d+(\.\d+)?$/.test(surface) ? surface : null;
    const percent = surface.endsWith("%");
    const fields = { kind: percent ? "percent" : "count", value: digits, unit: percent ? "%" : null, comparator: "=", status: "actual", statement: "level", area: like?.fields.area ?? null };
    const shown = h("p", {}, h("strong", { dir: "auto" }, surface));
    fieldForm(t.add_title, fields, shown, [], (given) => done(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))));
  };
})();
