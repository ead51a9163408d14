"""Quotes with their figures marked, in the right order in right-to-left text, and links that scroll to the sentence."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, pairwise
from urllib.parse import quote, urlsplit

from markupsafe import Markup, escape

LETTER = "A-Za-zÀ-ÖØ-öø-ʯ\u0300-\u036fḀ-ỿ"
WORD = f"[{LETTER}]+(?:['’][{LETTER}]+)*"
TOKEN = f"(?<![{LETTER}0-9])[+−-]?[$€£]?[{LETTER}0-9](?:[{LETTER}0-9]|[.,:/'’&@_–−+-](?=[{LETTER}0-9]))*[%‰°²³]*"
# Addresses are Latin in a text of any script.
WEB = r"https?://[^\s<>،۔]+"
ADDRESS = re.compile(WEB)
RUN = re.compile(f"{WEB}|{WORD}(?: {WORD})+(?![{LETTER}0-9./%–-])|{TOKEN}")
# The scripts that are written from right to left; without one of their letters a text need not be counted.
TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
OVERRIDES = dict.fromkeys((0x202D, 0x202E), "\ufffd")
FRAGMENT_WORDS = 4
LONGEST_QUOTE = 900
LONGEST_RUN = 24


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of the text to be marked, the anchor that links point at, a class for figures with findings, and
    further attributes of the element such as `data-claim`."""

    start: int
    end: int
    anchor: str
    doubted: bool = False
    attributes: tuple[tuple[str, str], ...] = ()


def direction(text: str) -> str:
    """`rtl` where a third of the letters or more, but for addresses, are written from right to left, else `ltr`."""
    if not TURNED.search(text):
        return "ltr"
    kinds = Counter(map(unicodedata.bidirectional, ADDRESS.sub("", text)))
    turned = kinds["R"] + kinds["AL"]
    return "rtl" if turned and 2 * turned >= kinds["L"] else "ltr"


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> Markup:
    """text[start:end] as HTML: each mark one element; in right-to-left text each Latin or number run is isolated."""
    inside = clean(marks, start, end)
    runs = list(split(isolated(text, start, end), inside)) if direction(text[start:end]) == "rtl" else []
    parts, last = [], start
    for host, group in groupby(inside, lambda mark: host_of(mark, runs)):
        if host:
            parts += [plain(text, last, host[0], runs), within(text, host, list(group))]
            last = host[1]
            continue
        for mark in group:
            parts += [plain(text, last, mark.start, runs), element(mark, plain(text, mark.start, mark.end, runs))]
            last = mark.end
    # Every part is escaped where it is made; joining plain strings is ten times as fast as joining Markup.
    return Markup("".join([*parts, plain(text, last, end, runs)]))  # noqa: S704


def host_of(mark: Mark, runs: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The longer run that a mark lies in, if there is one; the runs are sorted and apart."""
    at = bisect_right(runs, (mark.start, 1 << 62)) - 1
    return runs[at] if at >= 0 and mark.end <= runs[at][1] and runs[at] != place(mark) else None


def place(mark: Mark) -> tuple[int, int]:
    """Where the mark stands."""
    return mark.start, mark.end


def clean(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    """The marks inside the range, sorted, none overlapping an earlier one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=place):
        if start <= mark.start < mark.end <= end and (not kept or mark.start >= kept[-1].end):
            kept.append(mark)
    return kept


def isolated(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The Latin and number runs of right-to-left text: a number with its sign, a code, a name of several words."""
    for found in RUN.finditer(text, start, end):
        yield found.span()


def split(runs: Iterator[tuple[int, int]], marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Runs cut where a mark begins or ends within them, unless the mark lies inside: a mark then goes into the run."""
    for start, end in runs:
        cuts = [mark for mark in marks if mark.start < start < mark.end < end or start < mark.start < end < mark.end]
        edges = sorted({start, end, *(p for mark in cuts for p in place(mark) if start < p < end)})
        yield from pairwise(edges)


def plain(text: str, start: int, end: int, runs: Sequence[tuple[int, int]]) -> str:
    """text[start:end] escaped, with the runs inside it isolated."""
    parts, last = [], start
    # The runs are sorted: an article of one long block has thousands of them.
    for a, b in islice(runs, bisect_left(runs, (start, 0)), None):
        if a >= end:
            break
        if b <= end and a >= last:
            parts += [escaped(text[last:a]), bdi(text[a:b], escaped(text[a:b]))]
            last = b
    return "".join([*parts, escaped(text[last:end])])


def escaped(text: str) -> str:
    """The text as HTML, a plain string; signs that turn letters and digits round whatever they are show as �."""
    return str(escape(text.translate(OVERRIDES)))


def within(text: str, run: tuple[int, int], marks: Sequence[Mark]) -> str:
    """A run that is more than its marked figures (`38/64` holds two), isolated as a whole."""
    parts, last = [], run[0]
    for mark in marks:
        parts += [escaped(text[last : mark.start]), element(mark, escaped(text[mark.start : mark.end]))]
        last = mark.end
    return bdi(text[run[0] : run[1]], "".join([*parts, escaped(text[last : run[1]])]))


def bdi(text: str, inner: str) -> str:
    """A run from left to right, its HTML inside; a short code or number does not break over two lines."""
    kind = "" if " " in text or len(text) > LONGEST_RUN else ' class="run"'
    return f'<bdi dir="ltr"{kind}>{inner}</bdi>'


def element(mark: Mark, inner: str) -> str:
    """The mark element around its HTML; it has no direction of its own."""
    kind = ' class="doubted"' if mark.doubted else ""
    name = f' id="{escaped(mark.anchor)}"' if mark.anchor else ""
    more = "".join(f' {escaped(key)}="{escaped(value)}"' for key, value in mark.attributes)
    return f"<mark{name}{kind}{more}>{inner}</mark>"


def sentence_around(text: str, start: int, end: int, sentence: tuple[int, int]) -> tuple[int, int]:
    """The sentence of a figure without white space at its ends; its line where none is known or it is too long."""
    first, last = sentence[0], min(sentence[1], len(text))
    if not first <= start < end <= last or last - first > LONGEST_QUOTE:
        first = max(text.rfind("\n", 0, start) + 1, start - LONGEST_QUOTE // 2)
        stop = text.find("\n", end)
        last = min(stop if stop >= 0 else len(text), end + LONGEST_QUOTE // 2)
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def safe_url(url: str | None) -> str | None:
    """The URL if a click on it can only open a web page, else None."""
    if not url or any(ord(letter) <= 32 or ord(letter) == 127 for letter in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host else None


def fragment_link(url: str | None, text: str, start: int, end: int) -> str | None:
    """The URL with a text fragment that scrolls to text[start:end]: one paragraph, whole words."""
    safe = safe_url(url)
    line = text[start:end].strip().partition("\n")[0].strip()
    words = line.split()
    if safe is None or not words:
        return safe
    if len(words) <= 2 * FRAGMENT_WORDS:
        target = encoded(line)
    else:
        target = f"{encoded(' '.join(words[:FRAGMENT_WORDS]))},{encoded(' '.join(words[-FRAGMENT_WORDS:]))}"
    return f"{safe}{':~:' if '#' in safe else '#:~:'}text={target}"


def encoded(words: str) -> str:
    """Words as a part of a text directive, in which - and , have a meaning of their own."""
    return quote(words, safe="").replace("-", "%2D")
