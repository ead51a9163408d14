"""Two articles that give one indicator of one area and time two values that exclude each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from extractor.check.intervals import allowed, value_of
from extractor.check.scope import Key, finding, numeric, rival, same_territory, sameness, transposed, vague_change
from extractor.records import Article, Claim, Finding, Severity
from extractor.wording import plain

NAME = "articles_differ"
MOST_OF_ONE = 3
MOST = 60


def check(articles: Mapping[str, Article], claims: Sequence[Claim]) -> Iterator[Finding]:
    """One finding for each indicator, area and time on which articles that are no translations of each other differ."""
    alike: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        article = articles.get(claim.article_id or "")
        if article and claim.indicator and claim.area and numeric(claim) and not vague_change(claim):
            alike[(*sameness(claim), *when(claim, article))].append(claim)
    for members in alike.values():
        members.sort(key=lambda claim: printed(articles[claim.article_id or ""]))
        pairs = (pair for pair in combinations(few_of_each(members), 2) if differ(*pair, articles))
        pair = next(pairs, None)
        if pair:
            yield report(articles, *pair)


def printed(article: Article) -> tuple[str, str, str]:
    """Articles in the order in which they appeared, so that a finding is the same whichever was stored first."""
    return (article.published or "9", article.url or "", article.id)


def few_of_each(members: Sequence[Claim]) -> list[Claim]:
    """At most three claims of each value and sixty in all: what thousands of articles say is not paired throughout."""
    seen: Counter[Key] = Counter()
    kept = []
    for claim in members:
        value = (claim.figure.value, claim.figure.value_max, claim.figure.comparator)
        seen[value] += 1
        if seen[value] <= MOST_OF_ONE:
            kept.append(claim)
    return kept[:MOST]


def when(claim: Claim, article: Article) -> Key:
    """The time a claim speaks of: its period, else the day its article appeared."""
    if claim.period_end:
        return (claim.period_start, claim.period_end)
    return ("published", article.published if article.published and len(article.published) >= 10 else article.id)


def differ(one: Claim, other: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether two different articles give values that no number can satisfy."""
    if one.article_id == other.article_id or translation(article_of(one, articles), article_of(other, articles)):
        return False
    if not same_territory(one, other):
        return False
    a, b = allowed(one.figure), allowed(other.figure)
    first, second = value_of(one.figure), value_of(other.figure)
    if a is None or b is None or first is None or second is None:
        return False
    return not a.meets(b) and rival(first, second)


def article_of(claim: Claim, articles: Mapping[str, Article]) -> Article:
    """The article a claim stands in."""
    return articles[claim.article_id or ""]


def translation(one: Article, other: Article) -> bool:
    """Whether one article names the other as its original, or both name a third."""
    origins = {one.original_url or one.url, other.original_url or other.url}
    return None not in origins and len(origins) == 1


def report(articles: Mapping[str, Article], one: Claim, other: Claim) -> Finding:
    """The finding on two articles."""
    a, b = value_of(one.figure), value_of(other.figure)
    if a is None or b is None:
        raise AssertionError("a claim without a value cannot differ")
    sources = [article_of(claim, articles) for claim in (one, other)]
    same = sources[0].publisher is not None and sources[0].publisher == sources[1].publisher
    detail = {"form": "same_publisher" if same else "message", "other": plain(b)}
    detail |= {
        "text_one": sources[0].publisher or sources[0].title,
        "text_two": sources[1].publisher or sources[1].title,
    }
    if transposed(a, b):
        detail["causes"] = "transposed"
    return finding(NAME, Severity.DOUBTFUL, [one, other], (plain(a), plain(b), ""), **detail)
