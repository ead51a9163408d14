"""Fills a database with generated articles and times it against plain executemany into the same schema.

    python benchmarks/store.py --articles 3000
    python benchmarks/store.py --articles 200000 --folder /tmp/bench --no-baseline

All sides write an article's rows in one transaction, with the same keys, indexes, full-text index and words by which
copies are found; only ours compares and looks for copies. Of the two plain sides one makes the same rows of the same
records, those of the summary tables too; the other gets its rows ready, folded and hashed, before the clock starts, and
leaves the summary tables out. The sides take turns in batches, so that a slow disk or a busy machine meets all; the
first batch is not counted.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any

from extractor.records import Article, Block, Claim, Figure, FigureKind, Status
from extractor.store import Store, codec, export, near, open_database, search, summaries, works, writer

CLAIMS = 15
BATCH = 100
TASKS = ["assigned", "completed", "completed_share", "on_schedule", "behind", "overdue"]
INDICATORS = [f"tasks.{name}" for name in TASKS] + [f"topic{number % 12}.indicator{number}" for number in range(54)]
AREAS = [f"tinh-{number}" for number in range(34)]
PROGRAMMES = [None, None, "57-NQ/TW", "NQ 57", "DA 06"]
WORDS = (  # noqa: SIM905
    "tỉnh nhiệm vụ hoàn thành kế hoạch ủy ban nhân dân chuyển đổi số đạt được giao trong năm tháng đầu phát triển "
    "kinh tế xã hội doanh nghiệp hồ sơ trực tuyến dịch vụ công cán bộ phường đặc khu hội nghị báo cáo kết quả"
).split()
QUERIES = {
    "v_claims of an indicator and an area": "SELECT * FROM v_claims WHERE indicator = 'topic1.indicator13' "
    "AND area = 'tinh-1' ORDER BY period_end DESC LIMIT 100",
    "v_claims of a programme": "SELECT * FROM v_claims WHERE programme = '57-NQ/TW' LIMIT 100",
    "v_claims of one article": "SELECT * FROM v_claims WHERE article_id = (SELECT id FROM article LIMIT 1 OFFSET 99)",
    "v_claims of a publisher": "SELECT * FROM v_claims WHERE publisher = 'bao7.test' LIMIT 100",
    "v_latest of an indicator": "SELECT * FROM v_latest WHERE indicator = 'topic1.indicator13'",
    "v_latest of an area": "SELECT * FROM v_latest WHERE area = 'tinh-1'",
    "v_conflicts of an indicator": "SELECT * FROM v_conflicts WHERE indicator = 'topic1.indicator13' LIMIT 100",
    "v_coverage": "SELECT * FROM v_coverage WHERE indicator = ''",
    "v_tasks of an area": "SELECT * FROM v_tasks WHERE area = 'tinh-1' ORDER BY as_of DESC LIMIT 100",
    "v_tasks of a programme and area": "SELECT * FROM v_tasks WHERE programme = '57-NQ/TW' AND area = 'tinh-1'",
    "v_articles, newest": "SELECT * FROM v_articles ORDER BY published DESC LIMIT 50",
    "v_claims of a language and confidence": "SELECT * FROM v_claims WHERE language = 'ur' AND confidence = 'low' "
    "LIMIT 100",
    "count of low confidence by status": "SELECT status, count(*) FROM claim WHERE current = 1 AND language = 'vi' "
    "AND confidence = 'low' GROUP BY status",
    "v_articles that repeat another": "SELECT * FROM v_articles WHERE near_id IS NOT NULL LIMIT 100",
    "v_unreviewed": "SELECT * FROM v_unreviewed LIMIT 100",
    "count of claims by status": "SELECT status, count(*) FROM claim WHERE current = 1 GROUP BY status",
}


def generate(number: int) -> tuple[Article, list[Claim]]:
    """Article `number`, the same every time: about 4 kB of text and 15 claims, most of one province and month."""
    dice = random.Random(number)
    home, month = dice.choice(AREAS), f"2025-{dice.randint(1, 12):02}"
    lines, claims, at = [f"Bài số {number}"], [], len(f"Bài số {number}") + 1
    for _ in range(CLAIMS):
        line, start, value = sentence(dice)
        span = (at + start, at + start + len(str(value)))
        area = dice.choices([home, "VN", dice.choice(AREAS)], [0.7, 0.2, 0.1])[0]
        period = month if dice.random() < 0.8 else f"2025-{dice.randint(1, 12):02}"
        made = claim(dice, Figure(*span, str(value), FigureKind.COUNT, Decimal(value), unit="nhiệm vụ", rule="n"))
        claims.append(replace(made, area=area, province=area, period_end=period, sentence=(at, at + len(line))))
        lines.append(line)
        at += len(line) + 1
    return article(number, "\n".join(lines)), claims


def sentence(dice: random.Random) -> tuple[str, int, int]:
    """Words around a number: the line, where the number begins, and the number."""
    words, value = dice.choices(WORDS, k=52), dice.randint(1, 9999)
    before = " ".join(words[:20])
    return f"{before} {value} {' '.join(words[20:])}.", len(before) + 1, value


def claim(dice: random.Random, figure: Figure) -> Claim:
    """One claim: two of five name no indicator, as most figures do not."""
    indicator = dice.choice(INDICATORS) if dice.random() < 0.6 else None
    return Claim(
        figure, indicator, "nhiệm vụ", None, None, "province", 34, "context", "sentence", period_kind="stock",
        status=dice.choices(list(Status), [6, 1, 1, 2, 1])[0], programme=dice.choice(PROGRAMMES),
        rule="vi/indicators:x", language="vi", confidence=dice.choices(["high", "medium", "low"], [6, 3, 1])[0],
    )  # fmt: skip


def article(number: int, text: str) -> Article:
    """The article around the text, one block a line."""
    url = f"https://bao{number % 40}.test/bai-{number}"
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block("paragraph" if at else "title", at, at + len(line), "vi"))
        at += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    identity = hashlib.sha256(url.encode()).hexdigest()[:16]
    day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return Article(identity, url, text.partition("\n")[0], day, "vi", f"bao{number % 40}.test", None, text,
        tuple(blocks), digest, "bench/1")  # fmt: skip


Work = Sequence[tuple[Article, list[Claim]]]


def save_all(store: Store, work: Work) -> None:
    """Our way."""
    for made, claims in work:
        store.save(made, claims)


def plain_all(store: Store, work: Work) -> None:
    """Plain executemany of all the rows that ours writes, made on the way; nothing is asked, compared or kept apart."""
    for pair in work:
        one = ready(*pair)
        store.db.conn.execute("BEGIN IMMEDIATE")
        version, claims = _plain(store.db.conn, one)
        summaries.add(store.db, summaries.fresh(version, one.article.published, claims))
        store.db.conn.execute("COMMIT")


@dataclass(frozen=True, slots=True)
class Ready:
    """An article's rows, so that only SQLite is left to do anything."""

    article: Article
    version: codec.Row
    words: tuple[str, str]
    keys: list[int]
    claims: list[codec.Row]
    spans: list[tuple[tuple[int, int], ...]]
    blocks: list[codec.Row]
    cited: list[tuple[int, str, int]]


def ready(made: Article, claims: Sequence[Claim]) -> Ready:
    """The rows of an article and its claims."""
    words = (search.fold(made.title), search.fold(made.text))
    rows = [codec.claim_row(found, None) for found in claims]
    spans = [codec.mentions(found) for found in claims]
    return Ready(
        made,
        codec.version_row(made),
        words,
        near.keys(words[1]),
        rows,
        spans,
        codec.block_rows(made.blocks),
        writer.cited(0, rows),
    )


def ready_all(store: Store, rows: Sequence[Ready]) -> None:
    """Plain executemany of rows that are ready before the clock starts, and no summary tables."""
    conn = store.db.conn
    for one in rows:
        conn.execute("BEGIN IMMEDIATE")
        _plain(conn, one)
        conn.execute("COMMIT")


def _plain(conn: sqlite3.Connection, one: Ready) -> tuple[int, list[tuple[int, codec.Row]]]:
    """The id of the version, and its claims by theirs."""
    made = one.article
    conn.executemany("INSERT OR IGNORE INTO source (publisher) VALUES (?)", [(made.publisher,)])
    for table, column in (("area", "area"), ("indicator", "indicator")):
        at = codec.CLAIM_COLUMNS.index(column)
        conn.executemany(
            f"INSERT OR IGNORE INTO {table} (id) VALUES (?)", {(row[at],) for row in one.claims if row[at]}
        )
    work_id = conn.execute("INSERT INTO work (article_id) VALUES (NULL)").lastrowid
    source = conn.execute("SELECT id FROM source WHERE publisher = ?", [made.publisher]).fetchone()[0]
    conn.executemany(works.INSERT_ARTICLE, [(made.id, work_id, made.url, source, None, None)])
    row = (None, *one.version, made.id, made.text_sha256, "first", None, None, None, made.text)
    version = conn.execute(writer.INSERT_VERSION, row).lastrowid or 0
    conn.executemany(writer.INSERT_BLOCK, [(version, *block) for block in one.blocks])
    conn.executemany("INSERT INTO version_fts (rowid, title, text) VALUES (?, ?, ?)", [(version, *one.words)])
    conn.executemany(near.ADD, [(key, version) for key in one.keys])
    first = 1 + conn.execute("SELECT coalesce(max(id), 0) FROM claim").fetchone()[0]
    claims = list(enumerate(one.claims, first))
    conn.executemany(writer.INSERT_CLAIM, [(n, version, 1, None, *row) for n, row in claims])
    conn.executemany(writer.INSERT_MENTION, [(n, *span) for n, spans in enumerate(one.spans, first) for span in spans])
    conn.executemany(writer.INSERT_CITED, [(version, *row[1:]) for row in one.cited])
    return version, claims


def batches(count: int) -> Iterator[Work]:
    """The generated articles, so many at a time."""
    for start in range(0, count, BATCH):
        yield [generate(number) for number in range(start, min(start + BATCH, count))]


def timed(act: Callable[[Store, Any], None], store: Store, work: Any) -> float:
    """Seconds of processor that it took: other programs on the machine do not count."""
    start = time.process_time()
    act(store, work)
    return time.process_time() - start


SIDES: Mapping[str, Callable[[Store, Any], None]] = {"ours": save_all, "plain": plain_all, "ready": ready_all}


def fill(folder: Path, count: int, *, baseline: bool) -> tuple[list[float], list[float], list[float]]:
    """Fills a database for each side; seconds that ours, plain and plain of ready rows took for a batch."""
    sides = [name for name in SIDES if baseline or name == "ours"]
    times: dict[str, list[float]] = {name: [] for name in SIDES}
    with ExitStack() as stack:
        stores = {name: stack.enter_context(open_database(folder / f"{name}.db")) for name in sides}
        run = stores["ours"].begin_run("", "bench", "bench")
        for number, work in enumerate(batches(count)):
            rows = [ready(*pair) for pair in work] if baseline else []
            for name in sides[number % len(sides) :] + sides[: number % len(sides)]:
                times[name].append(timed(SIDES[name], stores[name], rows if name == "ready" else work))
            if number % 50 == 0:
                print(f"  {number * BATCH:>8} articles, {memory():.0f} MB of memory", flush=True)
        stores["ours"].end_run(run, {})
    # The first batch fills the caches and is not counted.
    return times["ours"][1:], times["plain"][1:], times["ready"][1:]


def rate(times: Sequence[float]) -> str:
    """Articles and claims a second."""
    a_second = BATCH * len(times) / sum(times)
    return f"{a_second:.0f} articles/s, {a_second * CLAIMS:.0f} claims/s"


def memory() -> float:
    """The most memory this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def ask(path: Path) -> None:
    """Times the queries that analysts write first."""
    with open_database(path, create=False) as store:
        for name, query in QUERIES.items():
            times = []
            for _ in range(3):
                start = time.process_time()
                rows = len(store.db.execute(query).fetchall())
                times.append(time.process_time() - start)
            print(f"  {min(times) * 1000:8.1f} ms  {name} ({rows} rows)")
        for words in ("hoan thanh", "chuyen doi so", "9999"):
            start = time.process_time()
            hits = len(search.articles(store.db, words))
            print(f"  {(time.process_time() - start) * 1000:8.1f} ms  search {words!r} ({hits} hits)")


def read(path: Path, folder: Path) -> None:
    """Times reading every claim as a record, and an export, and what memory they take."""
    with open_database(path, create=False) as store:
        start = time.perf_counter()
        count = sum(1 for _ in store.claims())
        print(f"claims as records: {count / (time.perf_counter() - start):.0f}/s, {memory():.0f} MB of memory")
        start = time.perf_counter()
        count = sum(export.export(store, folder / "export", export.Options(["csv"])).values())
        print(f"export as CSV: {count / (time.perf_counter() - start):.0f} rows/s, {memory():.0f} MB of memory")


def main() -> None:
    """Prints rates, sizes and query times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--baseline", action=argparse.BooleanOptionalAction, default=True)
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="doichieu-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    ours, plain, ready_made = fill(folder, given.articles, baseline=given.baseline)
    size = (folder / "ours.db").stat().st_size / 1e6
    print(f"store: {rate(ours)}, {size:.0f} MB")
    if given.baseline:
        for name, times in (
            ("plain executemany", plain),
            ("plain executemany of ready rows, no summaries", ready_made),
        ):
            print(f"{name}: {rate(times)}")
            print(f"  ratio: {sum(times) / sum(ours):.2f} of all, {median(times) / median(ours):.2f} of median batches")
    ask(folder / "ours.db")
    read(folder / "ours.db", folder)


if __name__ == "__main__":
    main()
