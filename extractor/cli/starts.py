"""What `crawl` is given: URLs, files and standard input with one URL a line, web archives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractor.errors import FetchError, InputError

_LARGEST = 100_000_000
_REPAIR = "write one URL a line in UTF-8"


@dataclass(slots=True)
class Starts:
    """The arguments sorted; `faults` are lines of files that are no URL, with the reason."""

    urls: list[str] = field(default_factory=list)
    archives: list[Path] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)


def starts(arguments: Sequence[str]) -> Starts:
    """The arguments sorted; InputError or FetchError where one of them can be nothing of the kind."""
    from extractor.files import is_archive
    from extractor.urls import canonical

    found = Starts()
    for argument in arguments:
        path = Path(argument)
        if argument == "-":
            from extractor.cli.output import standard_input

            _add_lines(found, "standard input", standard_input())
        elif "://" in argument or not (argument and _exists(path)):
            found.urls.append(canonical(argument))
        elif path.is_dir():
            raise InputError(f"{path} is a folder", "give a URL, a file of URLs or a web archive")
        elif is_archive(path):
            found.archives.append(path)
        else:
            _add_lines(found, str(path), _text(path))
    return found


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long for a file name, or with a sign that none can have
        return False


def _text(path: Path) -> str:
    from extractor.crawl.media import LISTS, decode, media_type

    try:
        body = path.read_bytes() if path.stat().st_size <= _LARGEST else None
    except OSError as error:
        raise InputError(f"{path} cannot be read", (error.strerror or "check the path").lower()) from error
    text = None if body is None else decode(body)
    if text is None or media_type(body or b"") in LISTS:
        raise InputError(f"{path} is no list of URLs", f"{_REPAIR}; of a feed or sitemap give the URL")
    return text


def _add_lines(found: Starts, name: str, text: str) -> None:
    """Sorts the lines of a list; InputError where it holds no URL at all."""
    from extractor.urls import canonical

    urls, faults = [], []
    for line, url in _lines(text):
        try:
            urls.append(canonical(url))
        except FetchError as error:
            faults.append((f"{name}, line {line}", str(error)))
    if not urls:
        what = f"{faults[0][0]}: {faults[0][1]}" if faults else f"{name} holds no URL: {_REPAIR}"
        raise InputError(*what.rsplit(": ", 1))
    found.urls += urls
    found.faults += faults


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that hold something, with their numbers; # starts a comment, but for one inside a URL."""
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        words = line.split()
        if words and not words[0].startswith("#"):
            yield number, words[0] if words[1:] and words[1].startswith("#") else line.strip()
