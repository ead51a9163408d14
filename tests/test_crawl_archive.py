"""The WARC archive: what is written, what other tools read in it, and how archives are read back."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from crawl_server import Reply, article, in_turn, raw, serving
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator
from warcio.warcwriter import WARCWriter

from extractor.crawl import MemoryFrontier, read_archive
from extractor.crawl.archive import whole_length
from extractor.crawl.read import LARGEST, read_page
from extractor.errors import ParseError
from extractor.files import Known
from extractor.pipeline import add_files, begin
from extractor.store import open_database

PAGE = article("Tin")
PACKED = gzip.compress(PAGE)


def archived(folder: Path, answer: Reply, times: int = 1) -> tuple[Path, MemoryFrontier]:
    """An archive after this answer was fetched, and the crawl's memory."""
    frontier = MemoryFrontier()
    with serving({"a.test/y": answer}) as server:
        for _ in range(times):
            server.crawl("http://a.test/y", frontier=frontier, archive=folder)
    (file,) = folder.iterdir()
    return file, frontier


def records(file: Path) -> list[tuple[str, Any, bytes]]:
    """Type, record and body of each record, as warcio reads them, digests checked."""
    with file.open("rb") as stream:
        return [(r.rec_type, r, r.raw_stream.read()) for r in ArchiveIterator(stream, check_digests="raise")]


def test_the_archive_holds_request_and_response_as_they_were(tmp_path: Path) -> None:
    headers = {"Content-Encoding": "gzip", "Content-Type": "text/html", "X-A": "1"}
    file, _ = archived(tmp_path, (200, headers, PACKED))
    kinds = records(file)
    assert [kind for kind, _, _ in kinds] == ["warcinfo", "response", "request", "response", "request"]
    _, response, body = kinds[3]
    assert body == PACKED
    assert response.http_headers.get_header("Content-Length") == str(len(PACKED))
    assert (response.http_headers.get_header("X-A"), response.http_headers.get_statuscode()) == ("1", "200")
    assert kinds[4][1].rec_headers.get_header("WARC-Concurrent-To") == response.rec_headers.get_header("WARC-Record-ID")


def test_a_chunked_answer_is_stored_joined_and_without_its_header(tmp_path: Path) -> None:
    chunks = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    file, _ = archived(tmp_path, raw(chunks))
    _, response, body = records(file)[3]
    assert (body, response.http_headers.get_header("Transfer-Encoding")) == (PAGE, None)


def test_not_modified_becomes_a_revisit(tmp_path: Path) -> None:
    file, _ = archived(tmp_path, in_turn((200, {"ETag": '"1"'}, PAGE), (304, {"ETag": '"1"'}, b"")), times=2)
    answers = [record.rec_headers for kind, record, _ in records(file) if kind in ("response", "revisit")]
    first, again = (one for one in answers if one.get_header("WARC-Target-URI").endswith("/y"))
    assert again.get_header("WARC-Type") == "revisit"
    assert again.get_header("WARC-Profile").endswith("server-not-modified")
    assert again.get_header("WARC-Refers-To-Date") == first.get_header("WARC-Date")


def test_the_offset_in_the_frontier_leads_to_the_page(tmp_path: Path) -> None:
    file, frontier = archived(tmp_path, (200, {"Content-Encoding": "gzip"}, PACKED))
    entry = frontier.get("http://a.test/y")
    assert entry is not None
    page = read_page(tmp_path / str(entry.file), entry.offset or 0)
    assert (page.body, page.url, page.sha256, page.media_type) == (PAGE, "http://a.test/y", entry.sha256, "text/html")
    with file.open("rb") as stream:
        stream.seek(entry.offset or 0)
        assert next(iter(ArchiveIterator(stream))).rec_type == "response"


@pytest.mark.parametrize("form", [".warc.gz", ".warc", ".wacz"])
def test_archives_are_read_back(tmp_path: Path, form: str) -> None:
    file, _ = archived(tmp_path / "archive", PAGE)
    given_file = tmp_path / f"x{form}"
    if form == ".wacz":
        with zipfile.ZipFile(given_file, "w") as package:
            package.write(file, "archive/data.warc.gz")
    else:
        given_file.write_bytes(file.read_bytes() if form == ".warc.gz" else gzip.decompress(file.read_bytes()))
    assert [(page.url, page.body) for page in read_archive(given_file)] == [("http://a.test/y", PAGE)]


# warcio leaves temporary files to the garbage collector.
OTHERS = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


def written(*payloads: bytes) -> bytes:
    """A WARC file that another tool wrote."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for number, payload in enumerate(payloads):
        record = writer.create_warc_record(f"http://b.test/{number}", "response", payload=io.BytesIO(payload))
        writer.write_record(record)
    return out.getvalue()


@OTHERS
def test_what_other_tools_write_is_read(tmp_path: Path) -> None:
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    joined = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n" + PACKED
    missing = b"HTTP/1.1 404 Not Found\r\n\r\n" + PAGE
    image = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\x89PNG"
    (tmp_path / "x.warc.gz").write_bytes(written(chunked, joined, missing, image))
    assert [page.body for page in read_archive(tmp_path / "x.warc.gz")] == [PAGE, PAGE]


@OTHERS
def test_a_cut_or_damaged_archive_gives_what_is_whole_and_says_the_rest(tmp_path: Path) -> None:
    data = gzip.decompress(written(b"HTTP/1.1 200 OK\r\n\r\n" + PAGE, b"HTTP/1.1 200 OK\r\n\r\n" + PAGE))
    said: list[str] = []
    (tmp_path / "x.warc").write_bytes(data[:-100])
    assert len(list(read_archive(tmp_path / "x.warc", said.append))) == 1
    (tmp_path / "x.warc").write_bytes(data.replace(b"12 nhi", b"13 nhi", 1))
    assert len(list(read_archive(tmp_path / "x.warc", said.append))) == 1
    assert ["cut off" in said[0], "digest" in said[1]] == [True, True]


@pytest.mark.parametrize(
    "data", [b"", b"no archive", b"\x1f\x8b\x08broken", b"WARC/1.0\r\nX: y\r\n\r\n", b"PK\x03\x04"]
)
@pytest.mark.parametrize("name", ["x.warc.gz", "x.wacz"])
def test_what_is_no_archive_is_said_in_one_line(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ParseError) as caught:
        list(read_archive(tmp_path / name))
    assert "\n" not in str(caught.value)
    assert caught.value.repair


@given(st.lists(st.binary(max_size=50), max_size=5), st.binary(min_size=1, max_size=9))
def test_whole_length_finds_the_last_whole_member(members: list[bytes], tail: bytes) -> None:
    packed = b"".join(gzip.compress(member) for member in members)
    cut = gzip.compress(tail)[: 10 + len(tail) // 2]
    assert whole_length(io.BytesIO(packed)) == len(packed)
    assert whole_length(io.BytesIO(packed + cut)) == len(packed)


def record(head: bytes, body: bytes = PAGE, fields: str = "") -> bytes:
    """An uncompressed WARC record with a response."""
    block = head + body
    first = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://b.test/1\r\n{fields}"
    return f"{first}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"


@pytest.mark.parametrize(
    "data",
    [
        record(HEAD.replace(b"\r\n", b"\n")),
        record(HEAD).replace(b"\r\n", b"\n", 5),
        record(HEAD)[:-4],
        record(HEAD.replace(b"\r\n\r\n", b"\r\nContent-Encoding: br\r\n\r\n")),
        record(HEAD, gzip.compress(PAGE)),
    ],
    ids=["head", "lines", "no end", "brotli undone", "gzip"],
)
def test_loose_forms_of_records_are_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.warc").write_bytes(data)
    assert [page.body for page in read_archive(tmp_path / "x.warc")] == [PAGE]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (record(HEAD, fields="WARC-Segment-Number: 1\r\n"), "one part of a page"),
        (record(HEAD, b"a" * (LARGEST + 1)), "larger than"),
        (record(HEAD, fields="WARC-Block-Digest: sha1:AAAA\r\n"), "do not fit its digest"),
    ],
    ids=["part", "large", "digest"],
)
def test_a_record_that_is_left_out_is_said(tmp_path: Path, data: bytes, said: str) -> None:
    told: list[str] = []
    (tmp_path / "x.warc").write_bytes(data + record(HEAD))
    assert len(list(read_archive(tmp_path / "x.warc", told.append))) == 1
    assert [said in line for line in told] == [True]


def test_a_damaged_file_in_a_package_costs_no_other(tmp_path: Path) -> None:
    told: list[str] = []
    with zipfile.ZipFile(tmp_path / "x.wacz", "w") as package:
        package.writestr("archive/a.warc.gz", b"damaged")
        package.writestr("archive/b.warc", record(HEAD))
    assert len(list(read_archive(tmp_path / "x.wacz", told.append))) == 1
    assert ["a.warc.gz is no WARC file" in line for line in told] == [True]


def test_what_an_archive_left_out_is_a_failure_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "half.warc").write_bytes(record(HEAD) + record(HEAD)[:-90])
    (tmp_path / "none.warc").write_bytes(record(HEAD.replace(b"200 OK", b"404 Not Found")))
    (tmp_path / "old.arc").write_bytes(b"filedesc://x.arc 0.0.0.0 20250101000000 text/plain 76\n<html>")
    names = ("half.warc", "none.warc", "old.arc")
    with open_database(tmp_path / "news.db") as store:
        outcomes = list(add_files(store, [tmp_path / name for name in names], Known(), begin(store, "add")))
    assert [one.result for one in outcomes] == ["new", "failed", "failed", "failed"]
    reasons = ("is cut off", "holds no answer that is an article", "is an old ARC web archive")
    assert [words in one.reason for words, one in zip(reasons, outcomes[1:], strict=True)] == [True] * 3
