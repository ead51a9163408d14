"""What every page shares: the templates, the interface's language, and headers that let nothing foreign in or out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from extractor.catalog import area_name, indicator
from extractor.marking import direction, marked, safe_url
from extractor.rules import Patterns, patterns
from extractor.wording import localise

FOLDER = Path(__file__).parent
LANGUAGES = ("vi", "en")
COOKIE = "doichieu_language"
HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
}
TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".txt": "text/plain",
    ".svg": "image/svg+xml",
}


@cache
def environment() -> Environment:
    """Templates with everything escaped; a name that is missing is an error."""
    made = Environment(
        # Not `templates`: from Python 3.12 on Datasette takes a plugin's folder of that name for its own pages.
        loader=FileSystemLoader(FOLDER / "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"line": line, "web": safe_url}
    return made


def line(text: str | None) -> Markup:
    """A title or a name from an article: its direction by its own letters, numbers in it from left to right."""
    shown = text or ""
    return Markup('<span dir="{}">{}</span>').format(direction(shown), marked(shown, 0, len(shown), ()))


def words(language: str) -> Mapping[str, Any]:
    """The interface's texts."""
    return _words(patterns())[language]


@cache
def _words(source: Patterns) -> Mapping[str, Mapping[str, Any]]:
    return source.document("review.toml")


def language_of(asked: str | None, cookie: str | None, accepted: str) -> str:
    """The interface's language: as asked for, else as chosen before, else the browser's, else Vietnamese."""
    for choice in (asked, cookie):
        if choice in LANGUAGES:
            return str(choice)
    first = accepted.partition(",")[0].strip().lower()
    return "en" if first.startswith("en") else "vi"


def number(value: int, language: str) -> str:
    """A count as people of the language write it."""
    return localise(str(value), language)


def percent(value: float | None, language: str) -> str:
    """A share of one as a percentage: 0.875 is 87,5 % in Vietnamese."""
    return "–" if value is None else decimal(100 * value, language, 1) + " %"


def decimal(value: float | None, language: str, places: int = 2) -> str:
    """A number with so many decimals as people of the language write it."""
    if value is None:
        return "–"
    shown = f"{value:.{places}f}"
    return shown.replace(".", ",") if language == "vi" else shown


def name_of(indicator_id: str | None, language: str) -> str:
    """An indicator's name; empty where there is none."""
    return indicator(indicator_id).name(language) if indicator_id else ""


def area_of(area: str | None, language: str) -> str:
    """An area's name."""
    return area_name(area, language)


@cache
def asset(name: str) -> tuple[bytes, str, str] | None:
    """Bytes, media type and hash of a file that the pages load; None where there is none."""
    path = FOLDER / "static" / name
    if "/" in name or path.suffix not in TYPES or not path.is_file():
        return None
    body = path.read_bytes()
    return body, TYPES[path.suffix], hashlib.sha256(body).hexdigest()[:12]
