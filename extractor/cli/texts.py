"""The command that reads texts without a database: extract."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.output import clean, emit, format_options, lines, standard_input
from extractor.errors import DoichieuError, InputError
from extractor.signs import encodable

if TYPE_CHECKING:
    from extractor.files import Known

URL = re.compile(r"(https?):/+")
COLUMNS = ("surface", "kind", "value", "comparator", "unit", "indicator", "area", "status", "programme")


@click.command()
@click.argument("path", type=click.Path(path_type=Path, allow_dash=True), default=Path("-"))
@click.option(
    "--lang", "language", help="Language of the text: vi, ur, en or fr (numbers only); guessed where left out."
)
@click.option("--published", help="Publication date: 2025-10-15, 2025-10 or 2025.")
@click.option("--url", help="Where the text was published.")
@click.option("--jsonl", is_flag=True, help='Each input line is {"id", "text", "lang"?, "published"?, "url"?}.')
@format_options
def extract(path: Path, jsonl: bool, form: str, **facts: str | None) -> None:
    """Print the figures of the text in PATH (or - for standard input) and what each one claims.
    --nl prints one object a text with its id, language and figures."""
    from extractor.files import Known

    known = Known(url=facts["url"], published=facts["published"], language=facts["language"])
    _require_no_url(path)
    texts = _read_lines(path, known) if jsonl else iter([_one(path, known)])
    if form == "nl":
        emit(texts, form)
        return
    rows = ({"id": text["id"]} | figure if jsonl else figure for text in texts for figure in text["figures"])
    emit(rows if form in {"json", "csv"} else map(_short, rows), form, "no figures found")


def _require_no_url(path: Path) -> None:
    # A path keeps one slash of the two after the scheme.
    found = URL.match(str(path))
    if found and not path.exists():
        url = f"{found[1]}://{str(path)[found.end() :]}"
        raise InputError(f"{url} is a URL", f"fetch it with: doichieu crawl news.db {url}")


def _short(figure: dict[str, Any]) -> dict[str, Any]:
    return {name: figure.get(name, "") for name in COLUMNS}


def _one(path: Path, known: Known) -> dict[str, Any]:
    from extractor.pipeline import file_article, plain_article

    if path == Path("-"):
        return _figures(plain_article(standard_input(), known), "-")
    if not path.is_file():
        raise InputError(f"{path} does not exist or is no file", "give a file that is there, or - for standard input")
    return _figures(file_article(path, known), path.stem)


def _figures(article: Any, name: str) -> dict[str, Any]:
    from extractor.pipeline import extract as read

    return {"id": name, "lang": article.language, "figures": read(article)}


def _read_lines(path: Path, known: Known) -> Iterator[dict[str, Any]]:
    """One object a line; a line that cannot be used keeps its number and its reason, and stops nothing."""
    try:
        with click.open_file(str(path), encoding="utf-8", errors="replace") as stream:
            yield from _each(stream, known)
    except OSError as error:
        raise InputError(f"{path} cannot be read", f"give a file that is there ({error.strerror})") from error


def _each(stream: Iterable[str], known: Known) -> Iterator[dict[str, Any]]:
    from extractor.files import Known
    from extractor.pipeline import plain_article

    for number, line in lines(stream):
        name: Any = number
        try:
            row = _object(line)
            name = row.get("id", number)
            _require_text(row)
            name = encodable(name) if isinstance(name, str) else name
            facts = {"url": row.get("url"), "published": row.get("published"), "language": row.get("lang")}
            merged = {key: value or getattr(known, key) for key, value in facts.items()}
            yield _figures(plain_article(encodable(row["text"]), Known(**merged)), name)
        except DoichieuError as error:
            click.echo(f"failed: line {number}: {clean(error)}", err=True)
            yield {"id": name, "error": str(error), "figures": []}


def _object(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError("no JSON object", 'write {"id": ..., "text": ...}') from error
    if not isinstance(row, dict):
        raise InputError("no JSON object", 'write {"id": ..., "text": ...}')
    return row


def _require_text(row: dict[str, Any]) -> None:
    if not isinstance(row.get("text"), str):
        raise InputError("no text", 'write {"id": ..., "text": ...}')
    if any(not isinstance(row.get(key), str | None) for key in ("lang", "published", "url")):
        raise InputError("lang, published and url are strings", "put them in quotes")
