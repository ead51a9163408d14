"""How right the rules are where fact-checkers looked: precision with intervals, recall, agreement of reviewers."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from extractor.review.rulenames import rule_names
from extractor.store import Store
from extractor.store.reader import rows
from extractor.store.verdicts import Standing, completed, kind_of, missed, standings

# 95 % of the normal distribution.
_Z = 1.959964
DIMENSIONS = ("rule", "indicator", "language", "publisher")


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole` with its 95 % interval by Wilson, each None where the whole is 0."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """The share itself, 0 to 1."""
        return self.part / self.whole if self.whole else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the true share lies, 95 times in 100."""
        if not self.whole:
            return None
        n, p = self.whole, self.part / self.whole
        middle = (p + _Z * _Z / (2 * n)) / (1 + _Z * _Z / n)
        half = _Z * math.sqrt(p * (1 - p) / n + _Z * _Z / (4 * n * n)) / (1 + _Z * _Z / n)
        # None or all of many: rounding must not put the share outside.
        return max(0.0, min(p, middle - half)), min(1.0, max(p, middle + half))


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two reviewers agree on the claims that both decided: Cohen's kappa, None where chance explains all."""

    one: str
    other: str
    claims: int
    same: int
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Accuracy:
    """All of it: `by` holds for each dimension the shares by name, the worst first."""

    precision: Share
    recall: Share
    disputed: int
    by: Mapping[str, Sequence[tuple[str, Share]]]
    agreement: Sequence[Agreement]


def measure(store: Store) -> Accuracy:
    """Accuracy over the live claims that were decided on; recall over articles that were read to the end."""
    known = standings(store.db)
    counted = [(row, one) for row, one in _decided(store, known) if one.state != "disputed"]
    right = {row["id"] for row, one in counted if one.state != "misread"}
    by = {name: _shares(counted, name) for name in DIMENSIONS}
    return Accuracy(
        precision=Share(len(right), len(counted)),
        recall=_recall(store, known),
        disputed=sum(one.state == "disputed" for one in known.values()),
        by=by,
        agreement=list(agreement(known.values())),
    )


Counted = Sequence[tuple[Mapping[str, Any], Standing]]
_CLAIMS = """
SELECT claim.id, claim.rule || '; ' || claim.figure_rule AS rule, claim.indicator, claim.language, source.publisher,
    version.article_id FROM claim JOIN version ON version.id = claim.version_id
JOIN article ON article.id = version.article_id LEFT JOIN source ON source.id = article.source_id
WHERE claim.id = ? AND claim.retired_run IS NULL
"""


def _decided(store: Store, known: Mapping[int, Standing]) -> Iterator[tuple[Mapping[str, Any], Standing]]:
    for claim, one in known.items():
        for row in rows(store.db, _CLAIMS, [claim]):
            yield row, one


def _shares(counted: Counted, dimension: str) -> list[tuple[str, Share]]:
    right: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for row, one in counted:
        written = str(row[dimension] or "")
        for name in filter(None, rule_names(written) if dimension == "rule" else [written]):
            whole[name] += 1
            right[name] += one.state != "misread"
    shares = [(name, Share(right[name], whole[name])) for name in whole]
    return sorted(shares, key=lambda pair: ((pair[1].interval or (1, 1))[1], -pair[1].whole, pair[0]))


def _recall(store: Store, known: Mapping[int, Standing]) -> Share:
    """Figures read right, of those that the articles read to the end hold: misread and left-out ones are missing."""
    found = there = 0
    for article_id in completed(store.db):
        article = store.article(article_id)
        for claim in store.claims(article_id=article_id):
            one = known.get(claim.id or 0)
            if one is None or one.state == "disputed" or one.reason in ("not_figure", "duplicate"):
                continue
            there += 1
            found += one.state != "misread"
        there += len(missed(store.db, article))
    return Share(found, there)


def agreement(known: Any) -> Iterator[Agreement]:
    """Every two reviewers who decided the same claims."""
    said: dict[str, dict[int, str]] = defaultdict(dict)
    for number, one in enumerate(known):
        for decision in one.decisions:
            said[decision.reviewer][number] = kind_of(decision.verdict)
    for one, other in combinations(sorted(said), 2):
        both = said[one].keys() & said[other].keys()
        if both:
            pairs = [(said[one][claim], said[other][claim]) for claim in both]
            yield Agreement(one, other, len(pairs), sum(a == b for a, b in pairs), kappa(pairs))


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two reviewers' verdicts: 1 agree always, 0 as often as by chance (Cohen 1960)."""
    n = len(pairs)
    seen = sum(a == b for a, b in pairs) / n
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[name] * second[name] for name in first) / (n * n)
    return None if chance == 1 else (seen - chance) / (1 - chance)
