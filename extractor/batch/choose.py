"""Which pages are worth parsing: by host, then by a glance at the language of their bytes."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from extractor.errors import RuleError
from extractor.language import detect
from extractor.rules import data_folder

SAMPLE = 200_000
WINDOW = 3_000
# So many letters at least, or a window says nothing.
ENOUGH = 300
# A tag ends at the next < too, so that the search stays linear in whatever comes.
_MARKUP = re.compile(rb"<(?:script|style|SCRIPT|STYLE)\b[^<>]*>[^<]*|<[^<>]*>|&[#a-zA-Z0-9]{1,10};")


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
    text = " ".join(_MARKUP.sub(b" ", body[:SAMPLE]).decode("utf-8", "ignore").split())
    places = (len(text) * quarter // 4 for quarter in range(4))
    windows = [text[place : place + WINDOW] for place in places]
    told = [window for window in windows if sum(map(str.isalpha, window)) >= ENOUGH]
    return bool(told) and all(detect(window) is None for window in told)
