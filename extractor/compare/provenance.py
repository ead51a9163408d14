"""The way of a figure: who printed it first, who translated or repeated it, and where it changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from extractor.compare.comparable import ACHIEVED, as_of
from extractor.records import Article, Claim, Step

Key = tuple[object, ...]
Trace = tuple[Step, ...]


def traces(claims: Iterable[Claim], articles: Mapping[str, Article]) -> list[Trace]:
    """The way of every figure that two articles or more state, the longest first; steps in the order of a tree."""
    grouped: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.indicator and claim.area and claim.article_id in articles:
            grouped[identity(claim)].append(claim)
    several = [members for members in grouped.values() if len({claim.article_id for claim in members}) > 1]
    family = Family(articles)
    found = [trace for members in several for trace in family.follow(one_each(members))]
    return sorted(found, key=lambda trace: -len(trace))


def identity(claim: Claim) -> Key:
    """What the claim is about, whatever its value and its programme, which a short text may leave out."""
    return claim.indicator, claim.area, claim.body, claim.status in ACHIEVED, claim.statement


def one_each(members: Iterable[Claim]) -> list[Claim]:
    """The first claim of each article and value."""
    found: dict[Key, Claim] = {}
    for claim in members:
        found.setdefault((claim.article_id, claim.figure.value), claim)
    return list(found.values())


class Family:
    """Articles with what translates what."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self.articles = articles
        self.by_url = {article.url: key for key, article in articles.items() if article.url}

    def original(self, claim: Claim) -> str | None:
        """The id of the article that the claim's article translates, where it is here."""
        url = self.articles[claim.article_id or ""].original_url
        return self.by_url.get(url) if url else None

    def printed(self, claim: Claim) -> tuple[str, str]:
        """When the claim's article appeared, unknown dates last; its id makes the order stable."""
        return self.articles[claim.article_id or ""].published or "9999", claim.article_id or ""

    def follow(self, members: Sequence[Claim]) -> list[Trace]:
        """Traces of one indicator and area: each begins with the earliest original that states a value."""
        copies = [claim for claim in members if self.original(claim)]
        found: list[list[Step]] = []
        for claim in sorted((claim for claim in members if not self.original(claim)), key=self.printed):
            home = next((trace for trace in found if self.related(trace[0].claim, claim)), None)
            if home is None:
                found.append([Step(claim, "first"), *self.translations(claim, copies, 1)])
            else:
                how = "repeat" if home[0].claim.figure.value == claim.figure.value else "differs"
                home += [Step(claim, how, 1), *self.translations(claim, copies, 2)]
        return [tuple(trace) for trace in found if len({step.claim.article_id for step in trace}) > 1]

    def related(self, first: Claim, claim: Claim) -> bool:
        """Whether a later article states the same figure, or another one for the same named day."""
        same_value = first.figure.value == claim.figure.value
        same_day = first.period_end is not None and as_of(first, self.articles) == as_of(claim, self.articles)
        return first.article_id != claim.article_id and (same_value or same_day)

    def translations(self, claim: Claim, copies: Sequence[Claim], depth: int) -> list[Step]:
        """The translations of the claim's article that state it, one step each, faithful or not."""
        mine = [copy for copy in copies if self.original(copy) == claim.article_id]
        mine.sort(key=lambda copy: copy.figure.value == claim.figure.value)
        chosen = {copy.article_id: copy for copy in mine}
        return [
            Step(copy, "translation" if copy.figure.value == claim.figure.value else "differs", depth)
            for copy in sorted(chosen.values(), key=self.printed)
        ]
