// The card of the chosen figure. Everything from an article goes in as text or as a copy of its marked element.
"use strict";
(() => {
  const D = (window.Doichieu ??= {});
  const { data } = D;
  const { t, words } = data;

  // An element with attributes and children; strings become text.
  D.h = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") made.addEventListener(name, value);
      else if (value !== null && value !== false && value !== undefined) made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  };
  const h = D.h;
  const named = (kind, value) => (value === null || value === undefined ? "" : words[kind]?.[value] ?? String(value));

  D.marks = new Map();
  for (const mark of document.querySelectorAll("mark[data-claim]")) {
    const id = Number(mark.dataset.claim);
    if (!D.marks.has(id)) D.marks.set(id, []);
    D.marks.get(id).push(mark);
  }

  // The figure as the article draws it: runs in right-to-left text stay isolated.
  const drawn = (claim) => copied(document.getElementById(`c${claim.id}`) ?? D.marks.get(claim.id)?.[0], claim.surface);

  function copied(mark, surface) {
    const block = mark?.closest("[data-start]");
    const shown = h("span", { class: "surface", dir: block?.dir ?? "auto", lang: block?.lang });
    if (!mark) shown.append(surface);
    else shown.append(...[...mark.childNodes].map((node) => node.cloneNode(true)));
    if (block?.dir === "rtl" && mark.closest("bdi")) shown.dir = "ltr";
    return shown;
  }

  function row(label, ...value) {
    const parts = value.flat().filter((part) => part !== "" && part !== null && part !== undefined);
    return parts.length ? h("div", {}, h("dt", {}, label), h("dd", { dir: "auto" }, parts)) : null;
  }

  function period(claim) {
    const [kind, days] = claim.period;
    return days ? [named("period_kind", kind), days].filter(Boolean).join(" ") : "";
  }

  function rows(claim) {
    const f = claim.fields;
    const small = (text) => (text ? h("small", {}, ` ${text}`) : "");
    const because = claim.reasons.map((reason) => named("because", reason)).join(", ");
    return h(
      "dl",
      { class: "fields" },
      row(words.field.indicator, claim.names.indicator, small(f.indicator)),
      row(words.field.area, claim.names.area, small(named("basis", claim.basis[0]))),
      row(words.field.body, f.body),
      row(words.field.period, period(claim), period(claim) ? small(named("basis", claim.period[2])) : ""),
      row(words.field.status, named("status", f.status)),
      row(words.field.statement, f.statement === "level" ? "" : named("statement", f.statement)),
      row(words.field.kind, named("kind", f.kind), small(f.unit)),
      row(words.field.comparator, f.comparator === "=" ? "" : named("comparator", f.comparator)),
      row(words.field.denominator, f.denominator),
      row(words.field.programme, f.programme),
      row(words.field.speaker, claim.speaker),
      row(words.field.confidence, h("span", { class: `confidence ${claim.confidence}` }, named("confidence", claim.confidence)), small(because)),
    );
  }

  function group(claim) {
    const others = claim.group === null ? [] : data.claims.filter((one) => one.group === claim.group && one.id !== claim.id);
    if (!others.length) return null;
    const entry = (one) =>
      h("li", {}, h("button", { class: "plain", click: () => D.choose(one) }, drawn(one)), ` ${named("role", one.role)} `, h("small", { dir: "auto" }, one.names.indicator));
    return h("section", {}, h("h3", {}, `${t.group}: ${named("role", claim.role)}`), h("ul", { class: "group" }, others.map(entry)));
  }

  function decisions(claim) {
    const hidden = claim.state === "other" ? h("p", { class: "note" }, t.hidden) : "";
    const made = [...claim.decisions, ...claim.notes];
    if (!made.length) return hidden || null;
    const said = (one) => {
      const [kind, reason] = one.verdict.replace("final:", "").split(".");
      const corrected = Object.entries(one.corrected).map(([name, value]) => `${words.field[name]}: ${value ?? "–"}`);
      const parts = [named("state", kind), reason ? named("reason", reason) : "", ...corrected, one.note];
      return h("li", { dir: "auto" }, h("strong", {}, one.reviewer), ` ${parts.filter(Boolean).join(" · ")}`);
    };
    return h("section", {}, h("h3", {}, t.decisions), hidden, h("ul", { class: "made" }, made.map(said)));
  }

  function settling(claim) {
    if (claim.state !== "disputed") return null;
    const button = (verdict, label) => h("button", { click: () => D.decide(verdict, { final: true }) }, `${t.settle}: ${label}`);
    const buttons = data.deciding ? [button("right", t.right), button("misread", t.misread), button("source", t.source)] : [];
    return h("section", { class: "disputed" }, h("p", {}, t.disputed), h("p", {}, buttons));
  }

  function links(claim) {
    const rule = (name) => h("a", { href: `${data.urls.rule}?name=${encodeURIComponent(name)}` }, name);
    return h(
      "p",
      { class: "links" },
      claim.link ? h("a", { href: claim.link, target: "_blank", rel: "noreferrer noopener" }, t.sentence_link) : "",
      h("a", { href: `${data.urls.claim}${claim.id}` }, t.permalink),
      h("span", {}, `${t.rules}: `, claim.rules.map((name, at) => [at ? ", " : "", rule(name)]).flat()),
    );
  }

  D.draw = (claim) => {
    const at = data.claims.indexOf(claim);
    const left = data.claims.filter((one) => one.state === "open").length;
    const card = document.getElementById("card");
    card.replaceChildren(
      h("p", { class: "position" }, D.fill(t.position, { at: at + 1, all: data.claims.length, left })),
      h("h2", {}, drawn(claim), h("span", { class: "value" }, `${t.read_as} `, h("bdi", {}, claim.shown)), h("span", { class: `state ${claim.state}` }, named("state", claim.state))),
      ...claim.findings.map((one) => h("p", { class: `found ${one.severity}`, dir: "auto" }, one.message)),
      ...[settling(claim), rows(claim), group(claim), decisions(claim), links(claim)].filter(Boolean),
    );
    now([D.fill(t.position, { at: at + 1, all: data.claims.length, left }), claim.surface, claim.names.indicator, named("state", claim.state)]);
  };

  // A figure that a reviewer added.
  D.drawMissed = (one, mark) => {
    const fields = Object.entries(one.corrected).filter(([, value]) => value).map(([name, value]) => row(words.field[name], named(name, value)));
    const remove = one.reviewer === data.reviewer ? h("p", {}, h("button", { id: "remove", click: () => D.undo(one.uid) }, t.remove)) : "";
    const head = h("h2", {}, copied(mark, mark.textContent), h("span", { class: "state right" }, t.missed));
    document.getElementById("card").replaceChildren(head, h("dl", { class: "fields" }, row(t.by, one.reviewer), fields), remove);
    now([mark.textContent, t.missed, one.reviewer]);
  };

  // What a screen reader says of the card.
  function now(parts) {
    document.getElementById("now").textContent = parts.filter(Boolean).join(", ");
  }

  D.drawDone = () => {
    const card = document.getElementById("card");
    const complete = data.completions.length
      ? h("p", { class: "note" }, t.completed)
      : h("button", { id: "complete", click: () => D.complete(), disabled: !data.deciding }, t.complete);
    const go = h("a", { class: "button", id: "next-article", href: data.next }, t.next_article);
    card.replaceChildren(h("h2", {}, t.all_done), h("p", {}, complete), h("p", {}, go));
    now([t.all_done]);
  };
})();
