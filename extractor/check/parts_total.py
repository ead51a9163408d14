"""Parts against the whole they are said to make up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.catalog import indicator, partitions
from extractor.check.intervals import Interval, allowed, value_of
from extractor.check.scope import Key, belongs_to, causes, finding, is_level, same_time, same_year, transposed, whose
from extractor.records import Article, Claim, FigureKind, Finding, Severity
from extractor.wording import plain

NAME = "parts_total"
NEAR = 300
NEARLY_WHOLE = Decimal("0.9")
OVERLAPPING = Decimal("1.1")


def check(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """One outcome for each declared whole that has at least two parts."""
    for total, parts in wholes(claims):
        outcome = judge(total, parts)
        if outcome and not (outcome[2].get("form") == "partial" and rest_is_named(total, parts, claims)):
            kind, severity, detail = outcome
            numbers = (detail["stated"], detail["sum"], detail.pop("tolerance"))
            yield finding(kind, severity, [total, *parts], numbers, **causes(article, detail))


def wholes(claims: Sequence[Claim]) -> Iterator[tuple[Claim, list[Claim]]]:
    """Each total with its parts: linked in the text, else by the indicator table for one area and programme."""
    grouped: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        if is_level(claim) and claim.figure.kind is not FigureKind.PERCENT:
            grouped[("group", claim.group) if claim.group is not None else ("whose", *whose(claim))].append(claim)
    for members in grouped.values():
        totals = [claim for claim in members if claim.role == "total"] or known_totals(members)
        if len({total.figure.value for total in totals}) == 1:
            parts = parts_of(totals[0], [*members, *loose(totals[0], claims)])
            if len(parts) > 1:
                yield totals[0], parts


def loose(total: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Parts by the table that the text does not link to anything, of the same area, programme and status."""
    if total.group is None or total.indicator is None:
        return []
    return [c for c in claims if c.group is None and is_level(c) and whose(c) == whose(total) and near(total, c)]


def near(total: Claim, part: Claim) -> bool:
    """Whether the part stands within a few sentences after its total."""
    return 0 <= part.figure.start - total.figure.start <= 2 * NEAR


def rest_is_named(total: Claim, parts: Sequence[Claim], claims: Sequence[Claim]) -> bool:
    """Whether another count nearby is just what the parts lack, so that the list is only half understood."""
    lack = (value_of(total.figure) or Decimal(0)) - sum(
        (value_of(part.figure) or Decimal(0) for part in parts), Decimal(0)
    )
    last = max(part.sentence[1] for part in parts)
    others = [c for c in claims if c not in parts and total.figure.start < c.figure.start < last + NEAR]
    return any(value_of(claim.figure) == lack for claim in others)


def known_totals(members: Sequence[Claim]) -> list[Claim]:
    """The claims whose indicator is the whole of another one's in the same group."""
    parents = {indicator(claim.indicator).part_of for claim in members if claim.indicator}
    return [claim for claim in members if claim.indicator and claim.indicator in parents]


def parts_of(total: Claim, members: Sequence[Claim]) -> list[Claim]:
    """The parts of the total, each once, without those that overlap others and without repetitions."""
    found: dict[object, Claim] = {}
    for claim in members:
        linked = claim.role == "part" or (claim.role != "total" and belongs_to(claim.indicator, total.indicator or ""))
        if claim is not total and linked and comparable(total, claim):
            found.setdefault(claim.indicator or (claim.figure.start, claim.subject), claim)
    return exclusive(total, list(found.values()))


def exclusive(total: Claim, parts: Sequence[Claim]) -> list[Claim]:
    """The most parts that one way of dividing the whole knows, with those that no table speaks of."""
    ways = [partition.parts for partition in partitions() if partition.whole == total.indicator]
    known = frozenset[str]().union(*ways)
    options = [[part for part in parts if part.indicator in way or part.indicator not in known] for way in ways]
    return max(options, key=len, default=list(parts))


def comparable(total: Claim, part: Claim) -> bool:
    """Whether a part can be added towards the total: same kind, currency and time."""
    same_kind = part.figure.kind is total.figure.kind
    same_money = part.figure.kind is not FigureKind.MONEY or part.figure.unit == total.figure.unit
    linked = part.group is not None and part.group == total.group
    return same_kind and same_money and (same_year if linked else same_time)(total, part)


def judge(total: Claim, parts: Sequence[Claim]) -> tuple[str, Severity, dict[str, str]] | None:
    """(check, severity, numbers), or None where the list may well be partial and stays below the total."""
    whole, pieces = allowed(total.figure), [allowed(part.figure) for part in parts]
    if whole is None or None in pieces:
        return None
    reach = sum((piece for piece in pieces if piece), Interval(Decimal(0), Decimal(0)))
    stated, added = (
        value_of(total.figure) or Decimal(0),
        sum((value_of(p.figure) or Decimal(0) for p in parts), Decimal(0)),
    )
    terms = " + ".join(plain(value_of(part.figure) or Decimal(0)) for part in parts)
    detail = {"stated": plain(stated), "sum": f"{terms} = {plain(added)}", "added": plain(added)}
    detail |= {"difference": plain(abs(stated - added)), "tolerance": str(whole)}
    if reach.meets(whole):
        return NAME, Severity.INFO, detail | {"outcome": "holds"}
    known = all(belongs_to(part.indicator, total.indicator or "") for part in parts)
    form = excess(stated, added)
    if reach.low > whole.high:
        return (NAME, Severity.SEVERE, detail | {"form": form}) if known or plainly(form, total, parts) else None
    if form == "transposed":
        return NAME, Severity.SEVERE, detail | {"form": form}
    if exhaustive(total, parts):
        return NAME, Severity.SEVERE, detail | {"form": "less"}
    listed = len(parts) > 2 if known else kinds_apart(total, parts) and stated - added > 1  # … and one special zone
    if listed and added >= stated * NEARLY_WHOLE:
        return NAME, Severity.DOUBTFUL, detail | {"form": "partial"}
    return None


def plainly(form: str, total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether parts that no table knows exclude each other: men and Party members overlap, far beyond the whole."""
    added = sum((value_of(part.figure) or Decimal(0) for part in parts), Decimal(0))
    near = added <= (value_of(total.figure) or Decimal(0)) * OVERLAPPING
    return near or form == "transposed" or (form == "scale" and total.figure.kind is FigureKind.MONEY)


def kinds_apart(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether total and parts each count something else, as 102 units that are 88 communes and 14 wards."""
    counted = [claim.figure.unit for claim in (total, *parts)]
    return None not in counted and len(set(counted)) == len(counted)


def excess(stated: Decimal, added: Decimal) -> str:
    """What may explain parts above the whole: swapped digits, a lost scale word, or nothing known."""
    if transposed(stated, added):
        return "transposed"
    return "scale" if stated * 100 < added <= stated * 1000 else "more"


def exhaustive(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the parts are all that the whole can be divided into."""
    names = {part.indicator for part in parts}
    return any(way.complete and way.whole == total.indicator and way.parts == names for way in partitions())
