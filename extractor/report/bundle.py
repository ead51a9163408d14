"""A finding with all that is needed to check it elsewhere, and the check itself: no database, no network.

A bundle is a ZIP archive: evidence.json (the finding, its claims, quotes with offsets and hashes, the recomputation),
one text file for each article, and the archived responses where they are known.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from extractor.catalog import area_name, indicator
from extractor.errors import InputError
from extractor.records import Article, Claim, Finding
from extractor.report.quotes import fragment_link, safe_url, sentence_around
from extractor.wording import check_name, message

FORMAT = "doichieu-evidence-1"
NUMBER = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,30})?")
LARGEST = 64_000_000
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
    stored = {"evidence.json": json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True).encode(), **files}
    return packed(stored)


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files as a ZIP archive without times of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, FIRST_TIME), files[name], zipfile.ZIP_DEFLATED)
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
    """What is wrong with a bundle, one line each; empty when every hash, quote and figure is where it is said to be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = opened(archive)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise InputError("this is no evidence bundle", f"give a file made by `doichieu evidence` ({error})") from error
    try:
        table = json.loads(files.get("evidence.json", b""))
        return [*faults(table, files)]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError("the bundle holds no readable evidence.json", "ask for the file again") from error


def opened(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """The files of the archive, refused when they would be too large."""
    if sum(item.file_size for item in archive.infolist()) > LARGEST:
        raise InputError("the bundle is too large", f"a bundle has at most {LARGEST // 10**6} MB")
    return {item.filename: archive.read(item) for item in archive.infolist()}


def faults(table: Mapping[str, Any], files: Mapping[str, bytes]) -> Iterator[str]:
    """Every difference between what evidence.json says and what the files hold."""
    if table["format"] != FORMAT:
        yield f"format is {table['format']!r}, not {FORMAT!r}"
    for name, digest in table["files"].items():
        if hashlib.sha256(files.get(name, b"")).hexdigest() != digest:
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
    return {
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


def json_ld(reviews: Sequence[Mapping[str, Any]]) -> str:
    """Reviews as JSON-LD that can stand inside a script element: no markup in it can end the element."""
    text = json.dumps(list(reviews), ensure_ascii=False, indent=1)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def summary(data: bytes) -> tuple[str, str]:
    """A verified bundle in two lines: the finding, and what was checked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        table = json.loads(opened(archive)["evidence.json"])
    counts = f"{len(table['claims'])} figures in {len(table['files'])} files stand where they are said to"
    return f"{table['kind']}: {table['message']['en']}", counts
