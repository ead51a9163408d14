"""A finding with all that is needed to check it elsewhere, and the check itself: no database, no network.

A bundle is a ZIP archive: evidence.json (the finding, its claims, quotes with offsets and hashes, the recomputation),
one text file for each article, and the archived responses where they are known. Nothing is compressed or dated, so that
the same files give the same bytes everywhere and every byte can be checked.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from extractor.catalog import area_name, indicator
from extractor.errors import InputError
from extractor.marking import fragment_link, safe_url, sentence_around
from extractor.records import Article, Claim, Finding
from extractor.wording import check_name, message

FORMAT = "doichieu-evidence-1"
NUMBER = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,30})?")
PLAIN_NAME = re.compile(r"[\w-][\w.-]*")
TABLE = "evidence.json"
LARGEST = 64_000_000
UNIX = 3
# What zipfile and json raise on bytes that somebody made up.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    struct.error,
)
UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
FIRST_TIME = (1980, 1, 1, 0, 0, 0)


def bundle(
    finding: Finding,
    articles: Mapping[str, Article],
    responses: Mapping[str, bytes] | None = None,
    decisions: Sequence[Mapping[str, Any]] = (),
) -> bytes:
    """The bundle of one finding as ZIP bytes, the same each time; responses are gzipped WARC records by article id."""
    known = responses or {}
    names = list(dict.fromkeys(claim.article_id for claim in finding.claims if claim.article_id in articles))
    sources = [articles[name] for name in names if name]
    files = {f"{article.id}.txt": article.text.encode() for article in sources}
    files |= {f"{article.id}.warc.gz": known[article.id] for article in sources if article.id in known}
    table = evidence(finding, articles)
    table["decisions"] = list(decisions)
    table["files"] = {name: hashlib.sha256(body).hexdigest() for name, body in files.items()}
    return packed({TABLE: written(table | {"sha256": digest(table)}), **files})


def written(table: Mapping[str, Any]) -> bytes:
    """The table as it stands in the bundle."""
    return json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True).encode()


def digest(table: Mapping[str, Any]) -> str:
    """The hash of all that the table says but this hash."""
    return hashlib.sha256(written({name: value for name, value in table.items() if name != "sha256"})).hexdigest()


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files as a ZIP archive, the same bytes on every machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, FIRST_TIME)
            entry.create_system = UNIX
            archive.writestr(entry, files[name])
    return out.getvalue()


def evidence(finding: Finding, articles: Mapping[str, Article]) -> dict[str, Any]:
    """The finding and its claims as a JSON-ready table."""
    return {
        "format": FORMAT,
        "kind": finding.kind,
        "severity": finding.severity.value,
        "check": {code: check_name(finding.kind, code) for code in ("vi", "en")},
        "message": {code: message(finding, code) for code in ("vi", "en")},
        "stated": finding.stated,
        "recomputed": finding.expected,
        "tolerance": finding.tolerance,
        "claims": [
            claim_facts(claim, article) for claim in finding.claims if (article := articles.get(claim.article_id or ""))
        ],
    }


def claim_facts(claim: Claim, article: Article) -> dict[str, Any]:
    """One claim: where it stands, what it says, by which rule."""
    figure = claim.figure
    start, end = sentence_around(article.text, figure.start, figure.end, claim.sentence)
    return {
        "article": article.id,
        "url": safe_url(article.url),
        "link": fragment_link(article.url, article.text, start, end),
        "title": article.title,
        "published": article.published,
        "publisher": article.publisher,
        "text_sha256": hashlib.sha256(article.text.encode()).hexdigest(),
        "quote": {"start": start, "end": end, "text": article.text[start:end]},
        "figure": {"start": figure.start, "end": figure.end, "text": figure.surface, "value": str(figure.value)},
        "indicator": claim.indicator,
        "area": area_name(claim.area, "vi"),
        "status": claim.status.value,
        "rule": claim.rule or figure.rule,
    }


def verify(data: bytes) -> list[str]:
    """What is wrong with a bundle, one line each; empty when every byte, hash, quote and figure is as it should be."""
    files, table = read(data)
    try:
        return [*packing_faults(data, files), *faults(table, files)]
    except UNREADABLE as error:
        raise InputError(f"{TABLE} of the bundle lacks something", "ask for the file again") from error


def read(data: bytes) -> tuple[dict[str, bytes], dict[str, Any]]:
    """The files of a bundle and its table; InputError where it is none."""
    if len(data) > LARGEST:
        raise InputError("the bundle is too large", f"a bundle has at most {LARGEST // 10**6} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = opened(archive)
    except DAMAGED as error:
        raise InputError("this is no evidence bundle", f"give a file made by `doichieu evidence` ({error})") from error
    try:
        table = json.loads(files.get(TABLE, b""))
    except UNREADABLE as error:
        raise InputError(f"the bundle holds no readable {TABLE}", "ask for the file again") from error
    if not isinstance(table, dict):
        raise InputError(f"the bundle holds no readable {TABLE}", "ask for the file again")
    return files, table


def opened(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """The files of the archive, refused when they would be too large."""
    if sum(item.file_size for item in archive.infolist()) > LARGEST:
        raise InputError("the bundle is too large", f"a bundle has at most {LARGEST // 10**6} MB")
    return {item.filename: archive.read(item) for item in archive.infolist()}


def packing_faults(data: bytes, files: Mapping[str, bytes]) -> Iterator[str]:
    """Whether the archive holds just these files, under plain names, with nothing before, between or behind them."""
    for name in files:
        if not PLAIN_NAME.fullmatch(name):
            yield f"{name!r} is no name of a file in a bundle"
    if packed(files) != data:
        yield "the archive is not packed as a bundle is: something was added to it, repeated or changed"


def faults(table: Mapping[str, Any], files: Mapping[str, bytes]) -> Iterator[str]:
    """Every difference between what evidence.json says and what the files hold."""
    if table["format"] != FORMAT:
        yield f"format is {table['format']!r}, not {FORMAT!r}"
    if table["sha256"] != digest(table):
        yield f"{TABLE} is not the one that was bundled"
    for name in sorted(files.keys() - table["files"].keys() - {TABLE}):
        yield f"{name} does not belong to the bundle"
    for name, known in table["files"].items():
        if hashlib.sha256(files.get(name, b"")).hexdigest() != known:
            yield f"{name} is not the file that was bundled"
    yield from sum_faults(table["recomputed"])
    for number, claim in enumerate(table["claims"], start=1):
        yield from claim_faults(f"claim {number}", claim, files)


def sum_faults(recomputed: str) -> Iterator[str]:
    """Whether `a + b = c` or `a / b = c %` is so, to the digits of c; other recomputations hold no sum."""
    terms, _, result = recomputed.partition(" = ")
    parts, shown = terms.split(" + " if " + " in terms else " / "), result.removesuffix(" %")
    if len(parts) < 2 or not all(NUMBER.fullmatch(part) for part in (*parts, shown)):
        return
    numbers, stated = [Decimal(part) for part in parts], Decimal(shown)
    if " + " in terms:
        computed = sum(numbers, Decimal(0))
    elif len(numbers) == 2 and numbers[1]:
        computed = numbers[0] / numbers[1] * (100 if result.endswith("%") else 1)
    else:
        return
    if abs(computed - stated) * 2 > Decimal(1).scaleb(int(stated.as_tuple().exponent)):
        yield f"the recomputation {recomputed!r} is wrong"


def claim_faults(name: str, claim: Mapping[str, Any], files: Mapping[str, bytes]) -> Iterator[str]:
    """Whether the claim's quote and figure stand in its text, and the text is the one that was hashed."""
    body = files.get(f"{claim['article']}.txt")
    if body is None:
        yield f"{name}: the text of {claim['article']} is missing"
        return
    if hashlib.sha256(body).hexdigest() != claim["text_sha256"]:
        yield f"{name}: the text is not the one that was read"
    text = body.decode("utf-8", "replace")
    for part in ("quote", "figure"):
        span = claim[part]
        if text[span["start"] : span["end"]] != span["text"]:
            yield f"{name}: the {part} does not stand where it is said to"


def claim_review(claim: Claim, article: Article, verdict: Mapping[str, str], reviewer: str, at: str) -> dict[str, Any]:
    """A reviewed claim as schema.org ClaimReview; verdict holds `name` and maybe `rating` (1 false, 5 true)."""
    start, end = sentence_around(article.text, claim.figure.start, claim.figure.end, claim.sentence)
    rating = {"ratingValue": verdict["rating"], "worstRating": "1", "bestRating": "5"} if "rating" in verdict else {}
    name = indicator(claim.indicator).name("vi") if claim.indicator else claim.subject
    return known_only(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "datePublished": at,
            "author": {"@type": "Person", "name": reviewer},
            "claimReviewed": f"{name}, {area_name(claim.area, 'vi')}: {claim.figure.surface}",
            "itemReviewed": {
                "@type": "Claim",
                "datePublished": article.published,
                "appearance": {"@type": "CreativeWork", "url": safe_url(article.url), "headline": article.title},
                "author": {"@type": "Organization", "name": article.publisher},
                "text": article.text[start:end],
            },
            "reviewRating": {"@type": "Rating", "alternateName": verdict["name"], **rating},
        }
    )


def known_only(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table without what is not known; a thing of which only its type is left goes too."""
    kept = {name: known_only(value) if isinstance(value, Mapping) else value for name, value in table.items()}
    return {
        name: value
        for name, value in kept.items()
        if value is not None and not (isinstance(value, dict) and value.keys() <= {"@type"})
    }


def json_ld(reviews: Sequence[Mapping[str, Any]]) -> str:
    """Reviews as JSON-LD that can stand inside a script element: no markup in it can end the element."""
    text = json.dumps(list(reviews), ensure_ascii=False, indent=1)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def summary(data: bytes) -> tuple[str, str]:
    """A verified bundle in two lines: the finding, and what was checked."""
    _, table = read(data)
    try:
        counts = f"{len(table['claims'])} figures in {len(table['files'])} files stand where they are said to"
        return f"{table['kind']}: {table['message']['en']}", counts
    except UNREADABLE as error:
        raise InputError(f"{TABLE} of the bundle lacks something", "ask for the file again") from error
