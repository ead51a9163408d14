// Sends decisions in the order they were made. Nothing on the page waits for it; what the server did not answer is
// kept in the browser and sent again. A decision has a number of its own, so that sending it twice makes it once.
"use strict";
(() => {
  const D = (window.Doichieu ??= {});
  const data = JSON.parse(document.getElementById("data").textContent);
  const PREFIX = `doichieu:${data.urls.decide}:${data.reviewer ?? ""}:`;
  const RETRY_MS = 2000;
  const status = document.getElementById("status");
  const answers = new Map();
  let waiting = [];
  let sending = false;
  let timer = null;

  D.data = data;
  D.uid = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
  D.fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  D.say = (text, kind = "") => {
    status.textContent = text;
    status.className = kind;
  };
  D.waiting = () => waiting.length;
  D.isWaiting = (test) => waiting.some(test);

  D.save = (payload, onDone, onRefused) => {
    const post = { uid: D.uid(), ...payload };
    answers.set(post.uid, { onDone, onRefused });
    keep(post);
    waiting.push(post);
    send();
    return post.uid;
  };

  function keep(post) {
    try {
      localStorage.setItem(PREFIX + post.uid, JSON.stringify({ order: Date.now(), post }));
    } catch {
      // A full or forbidden storage loses only what is unsent when the page is closed.
    }
  }

  function forget(post) {
    try {
      localStorage.removeItem(PREFIX + post.uid);
    } catch {
      // As above.
    }
  }

  function kept() {
    try {
      const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
      const found = names.map((name) => JSON.parse(localStorage.getItem(name)));
      return found.sort((a, b) => a.order - b.order).map((one) => one.post);
    } catch {
      return [];
    }
  }

  async function send() {
    if (sending || !waiting.length) return;
    sending = true;
    const post = waiting[0];
    try {
      const response = await fetch(data.urls.decide, {
        method: "POST",
        credentials: "same-origin",
        headers: { "content-type": "application/json", "x-csrftoken": data.csrf },
        body: JSON.stringify(post),
      });
      await take(post, response);
    } catch {
      later();
    } finally {
      sending = false;
    }
    if (waiting.length && timer === null) send();
  }

  async function take(post, response) {
    if (response.status >= 500) return later();
    const answer = await response.json().catch(() => ({ ok: false, error: response.statusText }));
    if (response.status === 403) return later(D.data.t.login);
    waiting.shift();
    forget(post);
    const { onDone, onRefused } = answers.get(post.uid) ?? {};
    answers.delete(post.uid);
    if (answer.ok) {
      if (!waiting.length) D.say(data.t.saved, "saved");
      onDone?.(answer);
      return;
    }
    const stale = response.status === 409;
    D.say(stale ? data.t.stale : D.fill(data.t.refused, { reason: [answer.error, answer.repair].filter(Boolean).join(": ") }), "bad");
    if (stale) offerReload();
    onRefused?.(answer, stale);
  }

  function offerReload() {
    const button = document.createElement("button");
    button.textContent = data.t.reload;
    button.addEventListener("click", () => location.reload());
    status.append(" ", button);
  }

  function later(reason = "") {
    D.say([D.fill(data.t.waiting, { count: waiting.length }), reason].filter(Boolean).join(" · "), "bad");
    clearTimeout(timer);
    timer = setTimeout(again, RETRY_MS);
  }

  function again() {
    clearTimeout(timer);
    timer = null;
    send();
  }

  window.addEventListener("online", again);
  waiting = data.deciding ? kept() : [];
  send();
})();
