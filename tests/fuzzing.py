"""What strangers' bytes reach, as functions of bytes that may only raise the errors a user is told of.

The test suite runs each for a moment (test_hostile_fuzz.py). For longer, by chance or guided by coverage:

    python tests/fuzzing.py html --seconds 1200
    python tests/fuzz.py html --seconds 1200         (needs the package atheris)
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from extractor.batch.items import items
from extractor.batch.options import Shard, Source
from extractor.batch.rows import row
from extractor.claim import claims
from extractor.crawl.discover import links
from extractor.crawl.read import captures
from extractor.errors import DoichieuError, RuleError
from extractor.parse import parse, plain
from extractor.read import read_article
from extractor.read.grammar import SCHEMA
from extractor.records import Article, Page
from extractor.review import decide
from extractor.review.article import seen
from extractor.rules import data_folder, read_rules
from extractor.store import Store, open_database
from extractor.urls import canonical

SITE = data_folder("corpus") / "site"
TEXT = (
    "Đến ngày 30/9/2025, tỉnh Quảng Ninh đã hoàn thành 38/64 nhiệm vụ theo Nghị quyết số 57-NQ/TW, đạt 59,4%; "
    "thu ngân sách 1.234,5 tỷ đồng, tăng 12,3% so với cùng kỳ; xếp thứ 3/34 tỉnh, thành phố.\n"
    "صوبے نے 1.5 ٹریلین VND کی سرمایہ کاری حاصل کی، 57-NQ/TW کے تحت ۳۲ فیصد کام مکمل ہوا۔\n"
    "The province completed 38 of 64 tasks (59.4%), up 12.3% year on year, worth VND1.5 trillion in 2025."
)


def reading(data: bytes) -> None:
    """Figures and claims of any text: offsets hold, whatever it is."""
    text = data.decode("utf-8", "replace")
    if text.strip():
        check(plain(text, language=("vi", "ur", "en")[len(data) % 3], published="2025-10-02"))


def check(article: Article) -> None:
    """Reads an article and holds what was read against its text."""
    assert unicodedata.is_normalized("NFC", article.text)
    assert all(0 <= block.start <= block.end <= len(article.text) for block in article.blocks)
    found = read_article(article)
    for figure in found.figures:
        assert article.text[figure.start : figure.end] == figure.surface
    for claim in claims(article, found):
        assert all(0 <= start < end <= len(article.text) for start, end in claim.mentions)


def html(data: bytes) -> None:
    """A page of a site with a rule, and of one without."""
    host = "baovungmo.test" if len(data) % 2 else "unknown.test"
    check(parse(made(data, f"http://{host}/a-post1.html", "text/html")))


def pdf(data: bytes) -> None:
    """A document that says it is PDF."""
    check(parse(made(data, "http://a.test/a.pdf", "application/pdf")))


def made(data: bytes, url: str, kind: str) -> Page:
    """A page of these bytes."""
    return Page(url, url, 200, (("Content-Type", kind),), data, "2026-01-05T08:00:00Z", kind, "")


def archive(data: bytes) -> None:
    """An archive from somewhere; of a damaged one what is whole is read."""
    with tempfile.NamedTemporaryFile(suffix=".warc") as file:
        file.write(data)
        file.flush()
        for page in captures(Path(file.name), lambda _: None):
            assert isinstance(page.body, bytes)


def rules(data: bytes) -> None:
    """A file of rules that someone wrote."""
    with tempfile.NamedTemporaryFile(suffix=".toml") as file:
        file.write(data)
        file.flush()
        for rule in read_rules(Path(file.name), "vi/numbers.toml", SCHEMA):
            assert rule.yes


def lines(data: bytes) -> None:
    """JSON Lines: each line a row, a failure, or left out."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(data)
        file.flush()
        shard = Shard("a", "jsonl", (Source("a", len(data)),))
        for item in items(shard, {"a": Path(file.name)}, lambda _: True):
            assert item is not None
            json.dumps(row(item, (), True)).encode("utf-8")


def lists(data: bytes) -> None:
    """Feeds, sitemaps and listing pages, by their own telling."""
    kind = ("application/rss+xml", "application/sitemap+xml", "text/html")[len(data) % 3]
    links(made(data, "http://baovungmo.test/", kind), discover=True)


def urls(data: bytes) -> None:
    """An address: its one spelling has no other."""
    one = canonical(data.decode("utf-8", "replace"))
    assert canonical(one) == one


def database(data: bytes) -> None:
    """A file that says it is a database."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        path.write_bytes(data)
        with open_database(path, create=False) as store:
            _look(store)


def _look(store: Store) -> None:
    for article in store.articles():
        assert article.text is not None
    assert list(store.claims()) is not None


def forms(data: bytes) -> None:
    """What somebody who may decide posts to the review pages, and a sound post with one strange field."""
    survives(_post, _with_a_field(data))
    _post(data)


def _post(data: bytes) -> None:
    """The next post meets the same database."""
    store = _reviewed()
    store.db.conn.execute("BEGIN IMMEDIATE")
    try:
        standing = decide.decide(store, decide.read(data), "lan")
        json.dumps(standing).encode("utf-8")
        assert list(store.decisions())
    finally:
        store.db.conn.execute("ROLLBACK")


def _with_a_field(data: bytes) -> bytes:
    """One of the sound posts; the first two bytes choose it and the field that the others are the value of."""
    which, field = (*data, 0, 0)[:2]
    post = json.loads(_posts()[which % len(_posts())])
    into = post["corrected"] if field % 2 and "corrected" in post else post
    name, value = sorted(into)[field // 2 % len(into)], data[2:].decode("utf-8", "replace")
    with suppress(ValueError, RecursionError):
        value = json.loads(value)
    return json.dumps(post | {name: value} if into is post else post | {"corrected": into | {name: value}}).encode()


@cache
def _reviewed() -> Store:
    store = open_database(":memory:")
    article = plain(TEXT, language="vi")
    store.begin_run("", "1", "add")
    store.save(article, claims(article, read_article(article)))
    return store


@cache
def _posts() -> list[bytes]:
    claim, article = next(iter(_reviewed().claims())), next(iter(_reviewed().articles()))
    shown: dict[str, Any] = {"article": article.id, "text": article.text_sha256, "note": "đọc lại"}
    on_claim = {"target": "claim", "claim": claim.id, "seen": seen(claim)}
    span = {"target": "span", "verdict": "missed", "start": 4, "end": 8, "surface": article.text[4:8]}
    wrong = {"value": "39", "kind": "count", "area": "quang-ninh", "period_end": "2025-09-30"}
    made = [
        {**on_claim, "verdict": "right"},
        {**on_claim, "verdict": "misread.value", "corrected": wrong},
        {**span, "corrected": {"kind": "count", "value": "7"}},
        {"target": "version", "verdict": "complete"},
        {"target": "finding", "verdict": "confirmed", "finding": "0" * 16},
        {"target": "claim", "verdict": "undo", "undoes": "0" * 32},
    ]
    return [json.dumps({"uid": f"{number:032x}", **shown, **one}).encode() for number, one in enumerate(made)]


def _site(pattern: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted(SITE.rglob(pattern))]


def _stored() -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        with open_database(path) as store:
            article = plain(TEXT, language="vi")
            store.begin_run("", "1", "add")
            store.save(article, claims(article, read_article(article)))
            store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return [path.read_bytes()]


def _archived() -> list[bytes]:
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>5 \r\n0\r\n\r\n"
    fields = "WARC-Type: response\r\nWARC-Target-URI: http://a.test/1\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
    return [f"WARC/1.1\r\n{fields}Content-Length: {len(head)}\r\n\r\n{head}\r\n\r\n".encode() * 2]


def _rows() -> list[bytes]:
    page = {"url": "https://a.vn/1", "html": _site("*post3*.html")[0].decode(), "date": "2025-10-02"}
    return ["\n".join(json.dumps(one) for one in ({"id": "a", "text": TEXT, "lang": "vi"}, page)).encode()]


Target = Callable[[bytes], None]
TARGETS: dict[str, tuple[Target, Callable[[], list[bytes]]]] = {
    "reading": (reading, lambda: [TEXT.encode()]),
    "html": (html, lambda: _site("*.htm*")),
    "pdf": (pdf, lambda: _site("*.pdf")),
    "archive": (archive, _archived),
    "rules": (rules, lambda: [(data_folder("patterns") / "vi/numbers.toml").read_bytes()]),
    "lines": (lines, _rows),
    "lists": (lists, lambda: [*_site("*.rss"), *_site("*.xml"), *_site("index.html")]),
    "urls": (urls, lambda: [b"https://user@Bao.VN:443/a/../b%2f?x=1&utm_source=2#c", "http://bá.vn/ñ?q=đ".encode()]),
    "database": (database, _stored),
    "forms": (forms, _posts),
}
PIECES = [
    b"\0", b"<", b">", b"&#x", b"<table><tr><td>", b"</p>", b"%", b"1.234,5", b"-", b"/", b"\xff\xfe", b"\xe2\x80\x8f",
    "²½①٣".encode(), "tỷ đồng".encode(), b"9" * 40, b"\r\n\r\n", b"Content-Length: -1\r\n", b"1e999999", b"[[", b"{",
    b"obj<</Length 99999999>>stream", b"\n" * 9, "\u0301".encode() * 9, b"31/02/2025", b"%PDF-", b"2025-13",
]  # fmt: skip


def mutate(data: bytes, dice: random.Random) -> bytes:
    """A few cuts, repeats, swaps and strange pieces in bytes that were sound."""
    made = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        at, length = dice.randint(0, len(made)), dice.choice((1, 1, 2, 8, 50, 400))
        act = dice.randint(0, 4)
        if act == 0:
            del made[at : at + length]
        elif act == 1:
            made[at:at] = dice.choice(PIECES) * dice.choice((1, 1, 1, 30))
        elif act == 2:
            made[at : at + 1] = bytes([dice.randint(0, 255)])
        elif act == 3:
            made[at:at] = made[at : at + length] * dice.choice((1, 3, 50))
        else:
            other = dice.randint(0, len(made))
            made[at:at] = made[other : other + length]
    return bytes(made[:2_000_000])


def survives(target: Target, data: bytes) -> None:
    """Runs a target; errors that a user is told of are no fault, anything else is."""
    try:
        target(data)
    except DoichieuError as error:
        told = str(error)
        if not told or ("\n" in told and not isinstance(error, RuleError)):
            raise AssertionError("an error of other than one line") from error


def by_chance(name: str, seconds: float, seed: int) -> int:
    """Mutates seeds for a while without guidance; how many runs. A fault is written to fault-NAME and raised."""
    target, seeds = TARGETS[name]
    sound, dice, end, count = seeds(), random.Random(seed), time.monotonic() + seconds, 0
    while time.monotonic() < end:
        data = mutate(dice.choice(sound), dice)
        start = time.process_time()
        try:
            survives(target, data)
            assert time.process_time() - start < 20, "too slow"
        except BaseException:
            Path(f"fault-{name}").write_bytes(data)
            raise
        count += 1
    return count


def main() -> None:
    """One target for so many seconds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print(f"{given.target}: {by_chance(given.target, given.seconds, given.seed):,} runs, no fault")


if __name__ == "__main__":
    main()
