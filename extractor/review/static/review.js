// The desk: which figure is chosen, what a key does, where a selection stands in the text.
"use strict";
(() => {
  const D = (window.Doichieu ??= {});
  const { data, h } = D;
  const { t } = data;
  const byId = new Map(data.claims.map((claim) => [claim.id, claim]));
  const text = document.getElementById("text");
  const context = document.getElementById("context");
  const added = [];
  let chosen = null;

  // My decisions on this page, oldest first: what undo takes back.
  const mine = data.claims
    .flatMap((claim) => claim.decisions.filter((one) => one.reviewer === data.reviewer).map((one) => ({ uid: one.uid, at: one.at, claim })))
    .sort((a, b) => (a.at < b.at ? -1 : 1));

  function paint(claim) {
    for (const mark of D.marks.get(claim.id) ?? []) mark.dataset.state = claim.state;
  }

  D.choose = (claim) => {
    D.closeForm();
    for (const mark of D.marks.get(chosen?.id) ?? []) mark.classList.remove("chosen");
    chosen = claim;
    context.replaceChildren();
    if (!claim) return D.drawDone();
    for (const mark of D.marks.get(claim.id) ?? []) mark.classList.add("chosen");
    D.draw(claim);
    const first = document.getElementById(`c${claim.id}`) ?? D.marks.get(claim.id)?.[0];
    first?.scrollIntoView({ block: "center" });
    history.replaceState(null, "", `#c${claim.id}`);
    return undefined;
  };

  function step(by) {
    if (!data.claims.length) return;
    const at = chosen ? data.claims.indexOf(chosen) + by : by > 0 ? 0 : data.claims.length - 1;
    D.choose(data.claims[(at + data.claims.length) % data.claims.length]);
  }

  // The next one that nobody decided; where there is none, the next one that I did not.
  function onward(afterwards = chosen) {
    const at = afterwards ? data.claims.indexOf(afterwards) : -1;
    const round = [...data.claims.slice(at + 1), ...data.claims.slice(0, at + 1)];
    const open = (state) => round.find((claim) => claim.state === state && claim !== afterwards);
    return open("open") ?? open("other") ?? (afterwards?.state === "open" ? afterwards : null);
  }

  const post = (payload, ...answers) => D.save({ article: data.article, text: data.text, ...payload }, ...answers);

  function settle(claim, answer) {
    if (!answer.state || D.isWaiting((one) => one.claim === claim.id)) return;
    claim.decisions = answer.decisions;
    const isMine = claim.decisions.some((one) => one.reviewer === data.reviewer || one.verdict.startsWith("final:"));
    claim.state = answer.state === "open" || answer.state === "disputed" || isMine ? answer.state : "other";
    paint(claim);
    if (chosen === claim && !D.isOpen()) D.draw(claim);
  }

  D.decide = (verdict, { corrected = {}, note = "", final = false } = {}) => {
    const claim = chosen;
    if (!claim || !data.deciding) return D.say(t.login, "bad");
    const before = claim.state;
    claim.state = verdict.split(".")[0];
    paint(claim);
    const entry = { claim };
    mine.push(entry);
    const payload = { target: "claim", claim: claim.id, seen: claim.seen, verdict: final ? `final:${verdict}` : verdict, corrected, note };
    entry.uid = post(payload, (answer) => settle(claim, answer), () => {
      claim.state = before;
      mine.splice(mine.indexOf(entry), 1);
      paint(claim);
      D.choose(claim);
    });
    return D.choose(onward());
  };

  function undo() {
    const entry = mine.pop();
    if (!entry) return D.say(t.nothing_to_undo);
    if (entry.highlight) entry.highlight.clear?.();
    if (entry.claim) {
      entry.claim.state = "open";
      entry.claim.decisions = entry.claim.decisions.filter((one) => one.uid !== entry.uid);
      paint(entry.claim);
      D.choose(entry.claim);
    }
    D.say(t.undone);
    post({ target: entry.target ?? "claim", claim: entry.claim?.id, verdict: "undo", undoes: entry.uid }, (answer) => entry.claim && settle(entry.claim, answer));
    return undefined;
  }

  function note() {
    const claim = chosen;
    if (!claim) return;
    D.askNote(t.write_note, (said) => {
      if (!said) return;
      const written = { reviewer: data.reviewer, verdict: "note", corrected: {}, note: said };
      claim.notes.push(written);
      post({ target: "claim", claim: claim.id, seen: claim.seen, verdict: "note", note: said }, null, () => {
        claim.notes.splice(claim.notes.indexOf(written), 1);
      });
      D.draw(claim);
    });
  }

  D.complete = () => {
    const uid = post({ target: "version", verdict: "complete" }, () => {
      data.complete = true;
      mine.push({ uid, target: "version" });
      if (!chosen) D.drawDone();
    });
  };

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

  function add() {
    const found = D.selected();
    if (!found) return D.say(t.keys_m);
    const near = data.claims.filter((claim) => (document.getElementById(`c${claim.id}`)?.compareDocumentPosition(found.block) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
    D.askMissed(found.surface, near ?? chosen, (corrected) => {
      const { start, end, surface } = found;
      const highlight = show(found.range);
      const uid = post({ target: "span", verdict: "missed", start, end, surface, corrected }, () => {
        mine.push({ uid, target: "span", highlight });
      }, () => highlight.clear());
    });
    return undefined;
  }

  // Marks a fresh addition without touching the text's elements; a reload draws it as a mark.
  function show(range) {
    getSelection().removeAllRanges();
    added.push(range);
    const draw = () => globalThis.CSS?.highlights?.set("added", new Highlight(...added));
    draw();
    return { clear: () => { added.splice(added.indexOf(range), 1); draw(); } };
  }

  async function around() {
    if (!chosen) return;
    const claim = chosen;
    context.textContent = t.loading;
    try {
      const response = await fetch(data.urls.context + claim.id, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (chosen === claim) context.replaceChildren(...page.body.childNodes);
    } catch {
      context.textContent = "";
    }
  }

  function help() {
    const dialog = document.getElementById("help");
    const list = D.keys.map((one) => h("div", {}, h("dt", {}, h("kbd", {}, one.label ?? one.key)), h("dd", {}, t[one.text])));
    dialog.replaceChildren(h("h2", {}, t.help), h("dl", {}, list), h("form", { method: "dialog" }, h("button", { autofocus: true }, t.close)));
    dialog.setAttribute("aria-label", t.help);
    dialog.showModal();
  }

  const actions = {
    previous: () => step(-1),
    next: () => step(1),
    right: () => D.decide("right"),
    misread: () => chosen && D.askReason((verdict) => D.decide(verdict)),
    edit: () => chosen && D.askFields(chosen, (verdict, corrected, final) => D.decide(verdict, { corrected, final })),
    source: () => chosen && D.askNote(t.which_source, (said) => D.decide("source", { note: said })),
    note,
    skip: () => D.choose(onward()),
    undo,
    add,
    context: around,
    help,
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") D.closeForm();
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.getElementById("help").open) return;
    if (event.target.closest("input, select, textarea, form")) return;
    if (event.key === " " && event.target.closest("button, a, summary")) return;
    const one = D.keys.find((known) => known.key === event.key.toLowerCase() || known.key === event.key);
    if (!one) return;
    event.preventDefault();
    run(one);
  });

  function run(one) {
    if (one.decides && !data.deciding) D.say(t.login, "bad");
    else actions[one.name]();
  }

  const button = (one) => h("button", { id: `do-${one.name}`, class: one.decides ? "decides" : "", title: t[one.text], click: () => run(one), mousedown: (event) => event.preventDefault() }, h("span", { class: "icon", "aria-hidden": true }, one.icon), h("span", { class: "label" }, t[one.name] ?? one.name), h("kbd", { "aria-hidden": true }, one.label ?? one.key));
  document.getElementById("bar").append(...D.keys.filter((one) => !one.hidden).map(button));

  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-claim]");
    if (mark && getSelection().isCollapsed) D.choose(byId.get(Number(mark.dataset.claim)));
  });
  document.getElementById("side").append(h("p", {}, h("button", { class: "plain", id: "do-context", click: around }, t.context, h("kbd", { "aria-hidden": true }, "c"))));

  D.state = () => ({ chosen: chosen?.id ?? null, waiting: D.waiting(), open: data.claims.filter((claim) => claim.state === "open").length });
  const asked = byId.get(Number(location.hash.replace("#c", "")));
  D.choose(asked ?? onward(null));
})();
