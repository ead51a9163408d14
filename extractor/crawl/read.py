"""Reads pages back from web archives: .warc, .warc.gz and .wacz, ours and those of other tools."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from extractor.crawl.discover import links
from extractor.crawl.media import READABLE, media_type
from extractor.crawl.unpack import unpack
from extractor.errors import FetchError, ParseError
from extractor.records import Page
from extractor.urls import absolute

LARGEST = 60_000_000
_LINE = 65_536
_MOST_FIELDS = 500
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
Say = Callable[[str], None]
Wanted = Callable[[str], bool]
Stream = io.BufferedIOBase


@dataclass(frozen=True, slots=True)
class Record:
    """One WARC record: header fields with lower-case names, and its block."""

    fields: dict[str, str]
    block: bytes

    def get(self, name: str) -> str:
        """A field's value, empty where there is none."""
        return self.fields.get(name, "")


@dataclass(frozen=True, slots=True)
class Asked:
    """Who hears of what is left out, and which URLs are wanted."""

    say: Say
    wanted: Wanted


class CutError(ParseError):
    """The archive ends in the middle of a record."""


def read_archive(path: Path, say: Say | None = None) -> Iterator[Page]:
    """Each readable page answered with 200; `say` hears of records left out. ParseError where it is no archive."""
    return (page for page in captures(path, say) if is_article(page))


def captures(path: Path, say: Say | None = None, wanted: Wanted | None = None) -> Iterator[Page]:
    """Every response in the archive whose URL is `wanted`, looked into no further; errors as in read_archive."""
    asked = Asked(say or (lambda _: None), wanted or (lambda _: True))
    try:
        if path.name.endswith(".wacz"):
            yield from _wacz(path, asked)
        else:
            with path.open("rb") as file:
                yield from _pages(_unpacked(file), path.name, asked)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:  # the last two: encrypted, or packed oddly
        raise ParseError(f"{path} is no WACZ file ({error})", "fetch or copy it again") from error
    except OSError as error:
        raise ParseError(f"{path} cannot be read", f"check the file ({error})") from error


def read_page(path: Path, offset: int) -> Page:
    """The page of the response record at this offset; ParseError where there is none."""
    try:
        with path.open("rb") as file:
            file.seek(offset)
            record = next(_records(_unpacked(file), path.name), None)
    except OSError as error:
        raise ParseError(f"{path} cannot be read", f"check the archive ({error})") from error
    page = None if record is None else _page(record)
    if page is None:
        raise ParseError(f"{path} has no page at {offset}", "the archive was changed; fetch the page again")
    return page


def _wacz(path: Path, asked: Asked) -> Iterator[Page]:
    """The WARC files inside a WACZ package."""
    with zipfile.ZipFile(path) as package:
        names = [n for n in package.namelist() if n.startswith("archive/") and n.endswith((".warc", ".warc.gz"))]
        if not names:
            raise ParseError(f"{path} holds no WARC file", "give a WACZ file with a folder archive/")
        failed = []
        for name in names:
            try:
                with package.open(name) as file:
                    yield from _pages(_unpacked(file), f"{path.name}:{name}", asked)
            except ParseError as error:
                failed.append(error)
        if len(failed) == len(names):
            raise failed[0]
        for fault in failed:
            asked.say(str(fault))


def _unpacked(file: IO[bytes]) -> Stream:
    """The file without gzip, whether by record or as a whole."""
    buffered = cast(io.BufferedReader, file)
    return gzip.GzipFile(fileobj=buffered) if buffered.peek(2)[:2] == b"\x1f\x8b" else buffered


def _pages(stream: Stream, name: str, asked: Asked) -> Iterator[Page]:
    number = 0
    try:
        for number, record in enumerate(_records(stream, name), start=1):
            try:
                page = _page(record, asked.wanted)
            except (ParseError, FetchError) as error:
                asked.say(f"{name}, record {number}: {error}")
            else:
                if page is not None:
                    yield page
    except CutError as error:
        if number == 0:
            raise
        asked.say(str(error))
    if number == 0:
        raise ParseError(f"{name} is empty", "give a file that holds WARC records")


def is_article(page: Page) -> bool:
    """Whether the page was found, is of a kind that can be read, and is no listing."""
    return page.status == 200 and page.media_type in READABLE and links(page).kind == "article"


def _records(stream: Stream, name: str) -> Iterator[Record]:
    """Records one by one; those that are too large come with an empty block."""
    try:
        while first := _next_line(stream):
            if first.startswith(b"filedesc://"):
                raise CutError(f"{name} is an old ARC file", "make it a WARC file with: warcio recompress")
            if not first.startswith(b"WARC/"):
                raise CutError(f"{name} is no WARC file, or damaged", "fetch or copy it again")
            fields = _fields(stream, name)
            length = fields.get("content-length", "")
            if not length.isdecimal() or len(length) > 12:
                raise CutError(f"{name} has a record without a length", "the tool that wrote it must be mended")
            yield Record(fields, _block(stream, int(length), name))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise CutError(f"{name} is cut off or damaged ({error})", "what stands before that place was read") from error


def _next_line(stream: Stream) -> bytes:
    """The next line that is not blank."""
    while line := stream.readline(_LINE):
        if line.strip():
            return line
    return b""


def _fields(stream: Stream, name: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for _ in range(_MOST_FIELDS):
        line = stream.readline(_LINE)
        if not line.strip():
            return fields
        key, _, value = line.decode("utf-8", "replace").partition(":")
        fields.setdefault(key.strip().lower(), value.strip())
    raise CutError(
        f"{name} has a record with over {_MOST_FIELDS} header lines", "the tool that wrote it must be mended"
    )


def _block(stream: Stream, length: int, name: str) -> bytes:
    if length <= LARGEST:
        block = stream.read(length)
        if len(block) < length:
            raise CutError(f"{name} is cut off", "what stands before that place was read")
        return block
    while length > 0:
        skipped = len(stream.read(min(length, 1 << 20)))
        if not skipped:
            raise CutError(f"{name} is cut off", "what stands before that place was read")
        length -= skipped
    return b""


def _page(record: Record, wanted: Wanted = lambda _: True) -> Page | None:
    """The page in a response or resource record, None in any other; ParseError where its digest or form is wrong."""
    kind, url = record.get("warc-type"), absolute("", record.get("warc-target-uri").strip("<>"))
    if kind not in ("response", "resource") or url is None or not wanted(url):
        return None
    if not record.block and record.get("content-length") != "0":
        raise ParseError(f"larger than {LARGEST:,} bytes", "it is left out")
    if record.get("warc-segment-number"):
        raise ParseError("it is one part of a page in several records", "it is left out; fetch the page again")
    _check(record.get("warc-block-digest"), record.block)
    if kind == "resource":
        headers: tuple[tuple[str, str], ...] = (("Content-Type", record.get("content-type")),)
        return _made(url, 200, headers, unpack(record.block, "", LARGEST), record.get("warc-date"))
    if not record.block.startswith(b"HTTP/"):
        return None
    head, *rest = _BLANK_LINE.split(record.block, maxsplit=1)
    wire = rest[0] if rest else b""
    status, headers = _http_head(head)
    named = {key.lower(): value for key, value in headers}
    if "chunked" in named.get("transfer-encoding", "").lower():
        wire = _unchunked(wire)
    body = unpack(wire, named.get("content-encoding", ""), LARGEST) if wire else wire
    return _made(url, status, headers, body, record.get("warc-date"))


def _made(url: str, status: int, headers: tuple[tuple[str, str], ...], body: bytes, when: str) -> Page:
    declared = next((value for key, value in headers if key.lower() == "content-type"), "")
    kind = media_type(body, declared, url)
    return Page(url, url, status, headers, body, _second(when), kind, hashlib.sha256(body).hexdigest())


def _second(when: str) -> str:
    """A WARC date without parts of a second; as written where it is none."""
    return re.sub(r"(T\d\d:\d\d:\d\d)\.\d{1,9}Z$", r"\1Z", when)


def _http_head(head: bytes) -> tuple[int, tuple[tuple[str, str], ...]]:
    first, *lines = head.decode("latin-1").splitlines()
    words = first.split(" ", 2)
    if len(words) < 2 or not words[1].isdecimal():
        raise ParseError("its HTTP status line is broken", "the record is left out")
    pairs = (line.partition(":") for line in lines if ":" in line)
    return int(words[1]), tuple((key.strip(), value.strip()) for key, _, value in pairs)


def _unchunked(wire: bytes) -> bytes:
    """The body out of its chunks; as it stands where the writing tool has joined them already."""
    out, place = bytearray(), 0
    while (end := wire.find(b"\r\n", place, place + 100)) >= 0:
        try:
            size = int(wire[place:end].split(b";")[0], 16)
        except ValueError:
            break
        if size <= 0:
            return bytes(out)
        out += wire[end + 2 : end + 2 + size]
        place = end + 2 + size + 2
    return bytes(out) or wire


def _check(written: str, data: bytes) -> None:
    """ParseError where the data is not what the digest was made of; unknown kinds of digest are not checked."""
    name, _, value = written.partition(":")
    if name.lower() not in ("sha1", "sha256", "md5", "sha512"):
        return
    made = hashlib.new(name.lower(), data, usedforsecurity=False)
    if value.upper() not in (base64.b32encode(made.digest()).decode(), made.hexdigest().upper()):
        raise ParseError("its bytes do not fit its digest", "the archive is damaged there; fetch the page again")
