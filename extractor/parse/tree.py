"""From a node of a page to pieces of text: paragraphs, headings, captions, list items, bare text, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from extractor.normal import nfc
from extractor.parse.draft import Piece
from extractor.parse.tables import cells_of

SKIP = frozenset(
    "script style noscript template iframe svg math button input select textarea nav object embed video audio canvas "  # noqa: SIM905
    "head link meta img map dialog del s strike -comment !doctype".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BREAKS = (
    frozenset(
        "p div section article ul ol li dl dt dd blockquote pre figure figcaption table thead tbody tfoot tr td th "  # noqa: SIM905
        "caption header footer main aside address center form fieldset details summary hr hgroup".split()
    )
    | HEADINGS
)
_LINE = "\n"
# Signs without a shape of their own that would split a number; in plain text they stay.
_UNSEEN = dict.fromkeys(
    map(ord, "\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)
_UNSEEN_RE = re.compile("[\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SENTENCE_END = tuple('.!?:;…۔؟”"»)')
_HEADING_LONGEST = 160


def collapse(text: str) -> str:
    """White space to single spaces, unseen signs out, NFC."""
    if _UNSEEN_RE.search(text):
        text = text.translate(_UNSEEN)
    return nfc(" ".join(text.split()))


class Walker:
    """Walks a body once, in reading order and without recursion; `kinds` says what special nodes are (by mem_id)."""

    def __init__(self, kinds: Mapping[int, str]) -> None:
        self.kinds = kinds
        self.pieces: list[Piece] = []
        self.images = 0
        self._run: list[str] = []
        self._bold = 0
        self._plain = 0
        self._link: str | None = None

    def walk(self, root: LexborNode) -> list[Piece]:
        """The pieces under a node."""
        kind = "paragraph"
        stack: list[tuple[LexborNode | None, str, bool, bool]] = [(root.first_child, kind, False, False)]
        while stack:
            node, kind, bold, closes = stack.pop()
            if node is None:
                if closes:
                    self._flush(kind)
                continue
            stack.append((node.next, kind, bold, closes))
            self._visit(node, kind, bold, stack)
        self._flush(kind)
        return self.pieces

    def _visit(
        self, node: LexborNode, kind: str, bold: bool, stack: list[tuple[LexborNode | None, str, bool, bool]]
    ) -> None:
        tag = node.tag
        if tag == "-text":
            self._text(node, bold)
        elif tag == "br":
            self._run.append(_LINE)
        elif tag in SKIP:
            self.images += tag == "img"
        elif (self.kinds and self.kinds.get(node.mem_id) == "drop") or (tag == "table" and self._table(node, kind)):
            return
        elif tag in BREAKS:
            self._flush(kind)
            stack.append((node.first_child, self._kind(node, tag or "", kind), bold, True))
        else:
            if tag == "a" and self._link is None:
                self._link = (node.attributes.get("href") or "")[:4096] or None
            inner = self.kinds.get(node.mem_id, kind) if self.kinds else kind
            if inner != kind:
                self._flush(kind)
            stack.append((node.first_child, inner, bold or tag in ("b", "strong"), inner != kind))

    def _text(self, node: LexborNode, bold: bool) -> None:
        text = node.text_content or ""
        self._run.append(" ".join(("", *text.split(), "")) if "\n" in text else text)
        if not text.isspace():
            self._bold, self._plain = self._bold + bold, self._plain + (not bold)

    def _kind(self, node: LexborNode, tag: str, kind: str) -> str:
        if self.kinds and node.mem_id in self.kinds:
            return self.kinds[node.mem_id]
        if kind != "paragraph":
            return kind
        return "heading" if tag in HEADINGS else "caption" if tag in ("figcaption", "caption") else kind

    def _table(self, node: LexborNode, kind: str) -> bool:
        """Reads a table of data as cells; a table that only lays out the page is walked like any block."""
        cells = cells_of(node, collapse)
        if cells is None:
            return False
        self._flush(kind)
        self.images += len(node.css("img"))
        self.pieces.extend(cells)
        return True

    def _flush(self, kind: str) -> None:
        if self._run:
            run, bold = "".join(self._run), bool(self._bold and not self._plain)
            for line in lines_of(run):
                heading = (
                    kind == "paragraph"
                    and bold
                    and len(line) <= _HEADING_LONGEST
                    and not line.endswith(_SENTENCE_END[:4])
                )
                self.pieces.append(Piece("heading" if heading else kind, line, link=self._link))
            self._run.clear()
        self._bold = self._plain = 0
        self._link = None


def lines_of(run: str) -> Iterator[str]:
    """The lines of a run of text with line breaks; a break inside a sentence joins."""
    if _LINE not in run:
        line = collapse(run)
        if line:
            yield line
        return
    held: list[str] = []
    for part in map(collapse, run.split(_LINE)):
        if held and part and not held[-1].endswith(_SENTENCE_END) and part[0].islower():
            held.append(part)
            continue
        if held:
            yield " ".join(held)
        held = [part] if part else []
    if held:
        yield " ".join(held)
