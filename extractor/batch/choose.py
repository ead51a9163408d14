"""Which pages are worth parsing: by host, then by a glance at the language of their bytes."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from itertools import islice
from urllib.parse import urlsplit

from extractor.errors import RuleError
from extractor.language import detect
from extractor.rules import data_folder

SAMPLE = 400_000
# Menus, teasers and scripts say little of an article's language: only pieces this long are looked at.
LONG = 80
# So many letters of them at least, or a glance says nothing.
ENOUGH = 300
# A tag ends at the next < too, so that the search stays linear in whatever comes.
_MARKUP = re.compile(rb"<(?:script|style|SCRIPT|STYLE)\b[^<>]*>[^<]*|</?(?:a|b|i|em|strong|span)\b[^<>]*>|(<)[^<>]*>")


def known_hosts() -> frozenset[str]:
    """The hosts of the sources list; RuleError where it cannot be read."""
    path = data_folder("corpus") / "sources.csv"
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return frozenset(row["host"].lower() for row in csv.DictReader(lines) if row.get("host"))
    except OSError as error:
        raise RuleError("sources.csv cannot be read", f"restore the table, or use --all ({error.strerror})") from error


def host_filter(hosts: Iterable[str] | None) -> Callable[[str | None], bool]:
    """Whether a URL is on one of the hosts or below one; every URL where hosts is None, and what has no URL."""
    if hosts is None:
        return lambda _: True
    wanted = frozenset(hosts)
    seen: dict[str, bool] = {}

    def chosen(url: str | None) -> bool:
        host = _host(url or "")
        if not host:
            return url is None
        if host not in seen:
            if len(seen) > 100_000:
                seen.clear()
            seen[host] = any(end in wanted for end in _ends(host))
        return seen[host]

    return chosen


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _ends(host: str) -> list[str]:
    """The host and every domain above it: a.b.vn, b.vn, vn."""
    parts = host.split(".")
    return [".".join(parts[number:]) for number in range(len(parts))]


def is_foreign(body: bytes) -> bool:
    """Whether an HTML page in UTF-8 plainly is in none of the languages that have rules; in doubt it is not."""
    cut = _MARKUP.sub(lambda tag: b"\0" if tag.group(1) else b" ", body[:SAMPLE])
    pieces = (" ".join(piece.decode("utf-8", "ignore").split()) for piece in cut.split(b"\0") if len(piece) > LONG)
    text = "\n".join(islice((piece for piece in pieces if len(piece) > LONG), 100))
    places = range(0, min(len(text), 12_000), 4_000)
    return sum(map(str.isalpha, text[:12_000])) >= ENOUGH and all(
        detect(text[at : at + 4_000]) is None for at in places
    )
