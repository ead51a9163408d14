"""A percentage against the part and the whole it speaks of, within what its digits allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from extractor.check.intervals import Interval, allowed, implied_total, percent_of, precision_of, value_of, written
from extractor.check.ratios import Ratio, ratios
from extractor.check.scope import causes, finding, transposed
from extractor.records import Article, Claim, Finding, Severity
from extractor.wording import plain

NAME = "percent_ratio"
SHOWN = Decimal("0.01")


def check(article: Article, claims: Sequence[Claim]) -> Iterator[Finding]:
    """One outcome for each percentage whose part is known."""
    found = list(ratios(claims))
    explained = {(ratio.share.indicator, id(ratio.part)) for ratio in found if ratio.fits}
    for ratio in found:
        if not ratio.fits and (ratio.share.indicator, id(ratio.part)) in explained:
            continue  # Another share of the same kind is this part's; this one is of another time or place.
        outcome = judge(ratio) if ratio.whole else bound(ratio)
        if outcome:
            severity, detail = outcome
            numbers = (f"{detail['stated']} %", detail["ratio"], detail["tolerance"])
            yield finding(NAME, severity, ratio.claims, numbers, **causes(article, detail))


def judge(ratio: Ratio) -> tuple[Severity, dict[str, str]] | None:
    """Severity and numbers of a percentage with its part and its whole."""
    share, part, whole = allowed(ratio.share.figure), allowed(ratio.part.figure), ratio.whole
    value = value_of(ratio.share.figure)
    if share is None or part is None or whole is None or value is None:
        return None
    computed = percent_of(part, whole)
    if computed is None or computed.low > 100:
        # More than the whole: these two do not belong together, and parts_total speaks of it where they do.
        return None
    detail = numbers(ratio, value, share)
    if share.meets(computed):
        return Severity.INFO, detail | {"outcome": "holds"}
    if not computed.exact:
        return Severity.DOUBTFUL, detail | {"form": "message"}
    return explain(ratio.share, value, computed.low, detail)


def numbers(ratio: Ratio, value: Decimal, share: Interval) -> dict[str, str]:
    """The numbers of the message, as they are written."""
    part, total = value_of(ratio.part.figure) or Decimal(0), ratio.total_value or Decimal(1)
    result = plain((part / total * 100).quantize(SHOWN, ROUND_HALF_UP))
    return {
        "stated": plain(value),
        "part": plain(part),
        "total": plain(total),
        "computed": result,
        "ratio": f"{plain(part)} / {plain(total)} = {result} %",
        "tolerance": str(share),
        "indicator_part": ratio.part.indicator or "",
    }


def explain(share: Claim, value: Decimal, computed: Decimal, detail: dict[str, str]) -> tuple[Severity, dict[str, str]]:
    """How far off a percentage is, and whether cutting off or swapped digits explain it."""
    precision = precision_of(share.figure)
    steps = computed / precision
    if steps.to_integral_value(ROUND_FLOOR) * precision == value:
        return Severity.INFO, detail | {"form": "cut"}
    if transposed(value, steps.to_integral_value(ROUND_HALF_UP) * precision):
        return Severity.SEVERE, detail | {"form": "transposed"}
    return (Severity.SEVERE if abs(value - computed) >= 1 else Severity.DOUBTFUL), detail


def bound(ratio: Ratio) -> tuple[Severity, dict[str, str]] | None:
    """What the whole must be where the text gives only the part and its share; no complaint."""
    share, value, part = written(ratio.share.figure), value_of(ratio.share.figure), value_of(ratio.part.figure)
    exact = allowed(ratio.part.figure)
    if share is None or value is None or part is None or exact is None or not exact.exact:
        return None
    ends = implied_total(part, share)
    if ends is None:
        return None
    low, high = (plain(end) for end in ends)
    detail = {"stated": plain(value), "part": plain(part), "low": low, "high": high, "outcome": "open"}
    return Severity.INFO, detail | {"ratio": f"{low} ≤ N ≤ {high}", "tolerance": str(share), "form": "bound"}
