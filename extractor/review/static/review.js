// The desk: which figure is chosen, what a key does, where a selection stands in the text.
"use strict";
(() => {
  const D = (window.Doichieu ??= {});
  const { data, h } = D;
  const { t } = data;
  const byId = new Map(data.claims.map((claim) => [claim.id, claim]));
  const text = document.getElementById("text");
  const context = document.getElementById("context");
  const side = document.getElementById("side");
  const SOON_MS = 400;
  let chosen = null;
  let soon = null;
  let held = null;

  // My decisions on this article, oldest first, each with what taking it back does to the page.
  const own = (found, entry) => found.filter((one) => one.reviewer === data.reviewer).map((one) => ({ uid: one.uid, at: one.at, ...entry(one) }));
  const mine = [
    ...data.claims.flatMap((claim) => [...own(claim.decisions, () => ({ claim, back: () => reopen(claim) })), ...own(claim.notes, (one) => ({ claim, back: () => unwrite(claim, one) }))]),
    ...own(data.missed, (one) => ({ target: "span", back: () => unmark(one.uid) })),
    ...own(data.completions, (one) => ({ target: "version", back: () => uncomplete(one) })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));

  function paint(claim) {
    for (const mark of D.marks.get(claim.id) ?? []) mark.dataset.state = claim.state;
  }

  D.choose = (claim) => {
    leave();
    chosen = claim;
    if (!claim) return D.drawDone();
    soon = setTimeout(around, SOON_MS);
    for (const mark of D.marks.get(claim.id) ?? []) mark.classList.add("chosen");
    D.draw(claim);
    const first = document.getElementById(`c${claim.id}`) ?? D.marks.get(claim.id)?.[0];
    first?.scrollIntoView({ block: "center" });
    history.replaceState(null, "", `#c${claim.id}`);
    return undefined;
  };

  function leave() {
    D.closeForm();
    clearTimeout(soon);
    context.replaceChildren();
    for (const mark of D.marks.get(chosen?.id) ?? []) mark.classList.remove("chosen");
    side.scrollTop = 0;
  }

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

  // `also` are other figures that the same correction holds for; they are taken back with it.
  D.decide = (verdict, { also = [], ...said } = {}) => {
    const claim = chosen;
    if (!claim || !data.deciding) return D.say(t.login, "bad");
    const batch = also.length ? D.uid() : null;
    for (const [other, on, corrected] of also) judge(other, on, { corrected, batch });
    judge(claim, verdict, { ...said, batch });
    return D.choose(onward());
  };

  function judge(claim, verdict, { corrected = {}, note = "", final = false, batch = null }) {
    const before = claim.state;
    claim.state = verdict.split(".")[0];
    paint(claim);
    const entry = { claim, batch, back: () => reopen(claim) };
    mine.push(entry);
    const payload = { target: "claim", claim: claim.id, seen: claim.seen, verdict: final ? `final:${verdict}` : verdict, corrected, note };
    entry.uid = post(payload, (answer) => settle(claim, answer), () => {
      claim.state = before;
      drop(entry);
      paint(claim);
      D.choose(claim);
    });
  }

  const drop = (entry) => mine.splice(mine.indexOf(entry), 1);

  // Takes back my last decision with those made by it, or the one with this number.
  D.undo = (uid = mine.at(-1)?.uid) => {
    const last = mine.find((one) => one.uid === uid);
    if (!last) return D.say(t.nothing_to_undo);
    for (const entry of mine.filter((one) => one === last || (last.batch && one.batch === last.batch))) takeBack(entry);
    D.say(t.undone);
    return undefined;
  };

  function takeBack(entry) {
    drop(entry);
    entry.back();
    post({ target: entry.target ?? "claim", claim: entry.claim?.id, verdict: "undo", undoes: entry.uid }, (answer) => entry.claim && settle(entry.claim, answer));
  }

  function reopen(claim) {
    claim.state = "open";
    claim.decisions = claim.decisions.filter((one) => one.reviewer !== data.reviewer);
    paint(claim);
    D.choose(claim);
  }

  function unwrite(claim, written) {
    claim.notes.splice(claim.notes.indexOf(written), 1);
    D.choose(claim);
  }

  function unmark(uid) {
    for (const mark of missedMarks().filter((one) => one.dataset.missed === uid)) mark.replaceWith(...mark.childNodes);
    D.choose(chosen);
  }

  function uncomplete(decision) {
    data.completions.splice(data.completions.indexOf(decision), 1);
    D.choose(null);
  }

  function note() {
    const claim = chosen;
    if (!claim) return;
    D.askNote(t.write_note, (said) => {
      if (!said) return;
      const written = { reviewer: data.reviewer, verdict: "note", corrected: {}, note: said };
      const entry = { claim, back: () => unwrite(claim, written) };
      claim.notes.push(written);
      mine.push(entry);
      entry.uid = post({ target: "claim", claim: claim.id, seen: claim.seen, verdict: "note", note: said }, null, () => {
        drop(entry);
        unwrite(claim, written);
      });
      D.draw(claim);
    });
  }

  D.complete = () => {
    const said = { reviewer: data.reviewer };
    const uid = post({ target: "version", verdict: "complete" }, () => {
      data.completions.push(said);
      mine.push({ uid, target: "version", back: () => uncomplete(said) });
      if (!chosen) D.drawDone();
    });
  };

  function add() {
    const found = D.selected() ?? held;
    if (!found) return D.say(t.keys_m);
    const near = data.claims.filter((claim) => (document.getElementById(`c${claim.id}`)?.compareDocumentPosition(found.block) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
    D.askMissed(found.surface, near ?? chosen, (corrected) => {
      const { start, end, surface } = found;
      const highlight = D.highlight(found.range);
      const uid = post({ target: "span", verdict: "missed", start, end, surface, corrected }, () => {
        mine.push({ uid, target: "span", back: highlight.clear });
      }, () => highlight.clear());
    });
    return undefined;
  }

  async function around() {
    clearTimeout(soon);
    if (!chosen) return;
    const claim = chosen;
    try {
      const response = await fetch(data.urls.context + claim.id, { credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (chosen === claim) context.replaceChildren(...page.body.childNodes);
    } catch {
      // Without a connection the card stands alone.
    }
  }

  async function showAround() {
    await around();
    context.scrollIntoView({ block: "start" });
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
    edit: () => chosen && D.askFields(chosen, (verdict, corrected, final, also) => D.decide(verdict, { corrected, final, also })),
    source: () => chosen && D.askNote(t.which_source, (said) => D.decide("source", { note: said })),
    note,
    skip: () => D.choose(onward()),
    undo: () => D.undo(),
    add,
    context: showAround,
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

  function clicked(one) {
    run(one);
    held = null;
  }

  const button = (one) => h("button", { id: `do-${one.name}`, class: one.decides ? "decides" : "", title: t[one.text], click: () => clicked(one), mousedown: (event) => event.preventDefault() }, h("span", { class: "icon", "aria-hidden": true }, one.icon), h("span", { class: "label" }, t[one.name] ?? one.name), h("kbd", { "aria-hidden": true }, one.label ?? one.key));
  const bar = document.getElementById("bar");
  bar.append(...D.keys.filter((one) => !one.hidden).map(button));
  // A tap on a button may end the selection before the click comes.
  bar.addEventListener("pointerdown", () => { held = D.selected(); });

  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-claim]");
    if (mark && getSelection().isCollapsed) D.choose(byId.get(Number(mark.dataset.claim)));
  });

  const missedMarks = () => [...text.querySelectorAll("mark[data-missed]")];
  for (const mark of missedMarks()) {
    const look = () => {
      leave();
      D.drawMissed(data.missed.find((one) => one.uid === mark.dataset.missed), mark);
    };
    mark.tabIndex = 0;
    mark.setAttribute("role", "button");
    mark.addEventListener("click", look);
    mark.addEventListener("keydown", (event) => event.key === "Enter" && look());
  }

  document.getElementById("do-context").addEventListener("click", showAround);
  const fold = document.getElementById("fold");
  fold.addEventListener("click", () => {
    const folded = document.documentElement.classList.toggle("folded");
    fold.setAttribute("aria-expanded", String(!folded));
  });

  D.state = () => ({ chosen: chosen?.id ?? null, waiting: D.waiting(), open: data.claims.filter((claim) => claim.state === "open").length });
  const asked = byId.get(Number(location.hash.replace("#c", "")));
  D.choose(asked ?? onward(null));
})();
