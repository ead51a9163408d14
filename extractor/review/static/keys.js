// One table of keys for the page and its help. Mouse and touch do the same by the bar's buttons.
"use strict";
(() => {
  const D = (window.Doichieu ??= {});
  D.keys = [
    { key: "a", name: "right", icon: "✓", text: "keys_a", decides: true },
    { key: "x", name: "misread", icon: "✗", text: "keys_x", decides: true },
    { key: "e", name: "edit", icon: "✎", text: "keys_e", decides: true },
    { key: "s", name: "source", icon: "!", text: "keys_s", decides: true },
    { key: "k", name: "previous", icon: "←", text: "keys_k" },
    { key: "j", name: "next", icon: "→", text: "keys_j" },
    { key: "n", name: "note", icon: "¶", text: "keys_n", decides: true },
    { key: " ", name: "skip", icon: "⇥", text: "keys_space", label: "␣" },
    { key: "Backspace", name: "undo", icon: "↶", text: "keys_backspace", label: "⌫", decides: true },
    { key: "m", name: "add", icon: "+", text: "keys_m", decides: true },
    { key: "c", name: "context", icon: "≡", text: "keys_c", hidden: true },
    { key: "?", name: "help", icon: "?", text: "keys_help" },
  ];
})();
