"""Decides, claim by claim, what is comparable; the reasons are ids of texts.toml."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extractor.catalog import NATION, areas, indicator, indicators
from extractor.days import first_day, month_before
from extractor.records import Article, Claim, Comparator, Comparison, FigureKind, Statement, Status

ACHIEVED = {Status.ACTUAL, Status.ESTIMATE}
WISHED = {Status.FORECAST, Status.TARGET}
BESIDE_THE_PLAN = {Statement.EXCESS_OVER_PLAN, Statement.SHARE_OF_LAST_YEAR}
HALF_A_YEAR = 6
LEFT = list[tuple[Claim, str]]


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """What to compare: an indicator or a prefix of one (`tasks`), a programme, an area, nothing later than `as_of`."""

    indicator: str | None = None
    programme: str | None = None
    area: str | None = None
    as_of: str | None = None


@dataclass(slots=True)
class Sieve:
    """Claims still comparable, and those put aside with their reasons; `kept` shrinks as rules pass over it."""

    kept: list[Claim]
    left: LEFT = field(default_factory=list)

    def drop(self, reason: Callable[[Claim], str | None]) -> None:
        """Puts aside every claim for which the rule gives a reason."""
        judged = [(claim, reason(claim)) for claim in self.kept]
        self.left += [(claim, why) for claim, why in judged if why]
        self.kept = [claim for claim, why in judged if not why]


def compare(
    claims: Iterable[Claim], articles: Mapping[str, Article], options: CompareOptions | str | None = None
) -> list[Comparison]:
    """One comparison for each indicator and programme, in the order of the indicator table.

    claims: the latest of each province, then the nation's; left_out: (claim, reason id of texts.toml).
    """
    wanted = options if isinstance(options, CompareOptions) else CompareOptions(indicator=options)
    grouped: dict[tuple[str, str | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.indicator and asked(claim, wanted):
            grouped[(claim.indicator, claim.programme)].append(claim)
    order = {name: place for place, name in enumerate(indicators())}
    keys = sorted(grouped, key=lambda key: (order.get(key[0], len(order)), key[0], key[1] or ""))
    return [side_by_side(key, grouped[key], articles, wanted) for key in keys]


def asked(claim: Claim, options: CompareOptions) -> bool:
    """Whether the claim is among those asked for."""
    name = claim.indicator or ""
    prefix = (options.indicator or "").rstrip("*").rstrip(".")
    # A whole name asks for that indicator alone: tasks.completed is no prefix of tasks.completed_share.
    whole = options.indicator in indicators()
    return (
        (not prefix or name == prefix or (not whole and name.startswith((prefix + ".", prefix + "_"))))
        and (options.programme is None or claim.programme == options.programme)
        and (options.area is None or options.area in (claim.area, claim.province) or claim.area_level == "nation")
    )


def side_by_side(
    key: tuple[str, str | None], claims: Sequence[Claim], articles: Mapping[str, Article], options: CompareOptions
) -> Comparison:
    """The comparison of one indicator and programme."""
    sieve = Sieve(list(claims))
    if options.as_of:
        limit = options.as_of
        sieve.drop(lambda claim: "as_of" if as_of(claim, articles) > last_day(limit) else None)
    sieve.drop(translated(articles))
    sieve.drop(vague)
    sieve.drop(level_reason)
    sieve.drop(unit_rule(key[0]))
    sieve.drop(kind_rule(sieve.kept))
    sieve.drop(status_rule(sieve.kept))
    sieve.drop(statement_rule(key[0], sieve.kept))
    sieve.drop(plan_rule(sieve.kept))
    sieve.drop(territory_rule(sieve.kept))
    sieve.drop(period_rule(sieve.kept))
    latest(sieve, articles)
    sieve.drop(age_rule(sieve.kept))
    return Comparison(key[0], key[1], tuple(sieve.kept), tuple(sieve.left))


def translated(articles: Mapping[str, Article]) -> Callable[[Claim], str | None]:
    """A translation says nothing of its own where its original is here."""
    known = {article.url for article in articles.values() if article.url}
    copies = {key for key, article in articles.items() if article.original_url in known}
    return lambda claim: "translated" if claim.article_id in copies else None


def vague(claim: Claim) -> str | None:
    """Numbers without a value cannot be set side by side."""
    return "vague" if claim.figure.value is None else None


def level_reason(claim: Claim) -> str | None:
    """Only a province's or the nation's own figure is compared, none of a body or of a smaller unit."""
    if claim.area_level in ("province", "nation"):
        return "body" if claim.body else None
    return {"commune": "commune", "village": "commune", "foreign": "foreign"}.get(claim.area_level or "", "no_area")


def accept(_: Claim) -> None:
    """Finds no fault with any claim."""


def unit_rule(name: str) -> Callable[[Claim], str | None]:
    """The unit must be the indicator's: percent, a currency, or a count."""
    unit = indicator(name).unit
    if not unit:
        return accept
    if unit.startswith("%"):
        return lambda claim: None if claim.figure.kind is FigureKind.PERCENT else "unit"
    currency = unit.partition("/")[0]
    if len(currency) == 3 and currency.isupper():
        return lambda claim: None if (claim.figure.unit or "").startswith(currency) else "unit"
    return lambda claim: "unit" if claim.figure.kind in (FigureKind.PERCENT, FigureKind.MONEY) else None


def kind_rule(claims: Sequence[Claim]) -> Callable[[Claim], str | None]:
    """Places in a ranking do not mix with scores or counts, nor places among 63 with those among 34."""
    kinds = Counter(claim.figure.kind is FigureKind.RANK for claim in claims)
    ranks = kinds[True] > kinds[False]
    sizes = Counter(claim.figure.rank_of for claim in claims if claim.figure.rank_of is not None)
    wanted = max(sizes, key=lambda size: (sizes[size], -size), default=None)

    def reason(claim: Claim) -> str | None:
        if (claim.figure.kind is FigureKind.RANK) != ranks:
            return "unit"
        return "territory" if ranks and claim.figure.rank_of not in (None, wanted) else None

    return reason


def status_rule(claims: Sequence[Claim]) -> Callable[[Claim], str | None]:
    """Results stand with results; targets with targets only where nobody gives a result."""
    wanted = ACHIEVED if any(claim.status in ACHIEVED for claim in claims) else WISHED
    return lambda claim: None if claim.status in wanted else "status"


def statement_rule(name: str, claims: Sequence[Claim]) -> Callable[[Claim], str | None]:
    """Levels stand with levels; an indicator that is itself a change takes changes too."""
    if indicator(name).is_change:
        return lambda claim: "statement" if claim.statement in BESIDE_THE_PLAN else None
    forms = Counter(claim.statement for claim in claims)
    wanted = Statement.LEVEL if Statement.LEVEL in forms else forms.most_common(1)[0][0] if forms else Statement.LEVEL
    return lambda claim: None if claim.statement is wanted else "statement"


def plan_rule(claims: Sequence[Claim]) -> Callable[[Claim], str | None]:
    """Shares of an estimate do not mix with shares of a plan: the base that most claims name stays."""
    bases = Counter(claim.plan_base for claim in claims if claim.plan_base)
    wanted = max(bases, key=lambda base: (bases[base], base), default=None)
    return lambda claim: "plan" if claim.plan_base not in (None, wanted) else None


def age_rule(claims: Sequence[Claim]) -> Callable[[Claim], str | None]:
    """A stock as of a day more than half a year before the newest one is no longer beside it."""
    days = {claim.area: last_day(claim.period_end or "") for claim in claims if claim.period_kind == "stock"}
    newest = max(filter(None, days.values()), default="")
    limit = half_a_year_before(newest) if len(newest) == len("2025-07-01") else ""
    return lambda claim: "too_old" if days.get(claim.area) and days[claim.area] < limit else None


def half_a_year_before(day: str) -> str:
    """The same day of the month six months earlier, for comparing; it need not exist in the calendar."""
    return month_before(day, HALF_A_YEAR) + day[7:]


def territory_rule(claims: Sequence[Claim]) -> Callable[[Claim], str | None]:
    """The 63 units and the 34 do not mix; units that the reform left alone belong to both."""
    known = Counter(claim.territory for claim in claims if claim.territory and not stable(claim))
    wanted = max(known, key=lambda territory: (known[territory], -territory)) if known else None
    return lambda claim: "territory" if wanted and not stable(claim) and claim.territory not in (None, wanted) else None


def stable(claim: Claim) -> bool:
    """Whether the claim's area is the same before and after 1 July 2025."""
    known = areas().get(claim.area or "")
    return claim.area == NATION or (known is not None and known.unchanged)


def period_rule(claims: Sequence[Claim]) -> Callable[[Claim], str | None]:
    """Flows need equal periods: the one that most areas report, the later one where two tie."""
    flows = {(claim.area, claim.period_start, claim.period_end) for claim in claims if claim.period_kind == "flow"}
    periods = Counter((start, end) for _, start, end in flows)
    wanted = max(periods, key=lambda period: (periods[period], period[1] or ""), default=None)
    if wanted is None:
        return accept
    return lambda claim: (
        "period" if claim.period_kind == "flow" and (claim.period_start, claim.period_end) != wanted else None
    )


def latest(sieve: Sieve, articles: Mapping[str, Article]) -> None:
    """Keeps the latest claim of each area, provinces before the nation, and says why the others are not shown."""
    by_area: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in sieve.kept:
        by_area[claim.area].append(claim)
    sieve.kept = []
    for area in sorted(by_area, key=lambda area: (area == NATION, area or "")):
        first, *others = sorted(by_area[area], key=lambda claim: preference(claim, articles), reverse=True)
        sieve.kept.append(first)
        sieve.left += [(claim, behind(first, claim, articles)) for claim in others]


def preference(claim: Claim, articles: Mapping[str, Article]) -> tuple[str, bool, bool, str, int]:
    """Later first, then exact before rounded, then the original before its translation, then a stable order."""
    article = articles.get(claim.article_id or "")
    exact = claim.figure.comparator is Comparator.EQUAL
    original = article is not None and article.original_url is None
    return as_of(claim, articles), exact, original, claim.article_id or "", -claim.figure.start


def behind(first: Claim, other: Claim, articles: Mapping[str, Article]) -> str:
    """Why a claim of the same area is not the one shown."""
    if first.figure.value == other.figure.value:
        return "repeated"
    return "older" if as_of(other, articles) < as_of(first, articles) else "disputed"


def as_of(claim: Claim, articles: Mapping[str, Article]) -> str:
    """The day up to which the claim holds, else the day its article appeared; ISO 8601, empty when unknown.

    A result reaches no further than its article: `2025` said in September is older than 30 September. Where neither
    names a day, the first one that may be meant counts: a vague date hides no claim that has its day.
    """
    article = articles.get(claim.article_id or "")
    days = [day for day in (claim.period_end, article.published if article else None) if day]
    known = days if claim.status in ACHIEVED else days[:1]
    return first_day(min(known, key=last_day)) if known else ""


def last_day(date: str) -> str:
    """A partial date as the last day it may mean, for sorting; 31 in every month."""
    return date + "-12-31"[len(date) - 4 :] if 4 <= len(date) < 10 else date[:10]
