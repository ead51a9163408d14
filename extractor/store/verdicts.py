"""What fact-checkers' decisions amount to: a claim stands as right, misread, wrong in the source, or disputed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlite_utils import Database

from extractor.catalog import NATION, areas
from extractor.errors import InputError
from extractor.records import Article, Claim, Comparator, Decision, Figure, FigureKind, Statement, Status
from extractor.store import anchors, codec, decisions, reader
from extractor.store.anchors import Anchor

# A verdict is a kind, with the reason of a misreading behind a dot (`misread.area`), `final:` before it when it
# settles a dispute. Notes and undone decisions decide nothing.
KINDS = ("right", "misread", "source")
REASONS = ("not_figure", "value", "unit", "indicator", "area", "period", "status", "duplicate")
FINDING_KINDS = ("confirmed", "dismissed")
FINAL = "final:"
FIGURE_FIELDS = ("kind", "value", "value_max", "unit", "comparator", "denominator")
CLAIM_FIELDS = (
    "indicator", "area", "body", "period_start", "period_end", "status", "statement", "programme"
)  # fmt: skip
_AS_WRITTEN = ("indicator", "body", "programme", "period_start", "period_end")
EDITABLE = FIGURE_FIELDS + CLAIM_FIELDS
REVIEWED, DISPUTED, ADDED = "reviewed", "disputed", "added_by_reviewer"
_REFORM = "2025-07-01"
_ACTIVE = """
SELECT decision.*, place.claim_id AS at_claim FROM decision
JOIN decision_place AS place ON place.decision_id = decision.id
WHERE decision.target = ? AND place.state IN ('made', 'carried') AND decision.verdict NOT IN ('undo', 'note')
AND decision.uid NOT IN (SELECT undoes FROM decision WHERE undoes IS NOT NULL) {more} ORDER BY decision.id
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the reviewers of one claim or finding say together; `decisions` are those that count, oldest first."""

    state: str
    reason: str = ""
    corrected: Mapping[str, str | None] = field(default_factory=dict)
    final: bool = False
    decisions: tuple[Decision, ...] = ()

    @property
    def leaves(self) -> bool:
        """True for a figure that was misread and that nobody put right: it is not compared."""
        return self.state == "misread" and not self.corrected


def kind_of(verdict: str) -> str:
    """`misread` of `final:misread.area`."""
    return verdict.removeprefix(FINAL).partition(".")[0]


def reason_of(verdict: str) -> str:
    """`area` of `misread.area`; empty where no reason is given."""
    return verdict.removeprefix(FINAL).partition(".")[2]


def standing(made: Sequence[Decision]) -> Standing:
    """One verdict from the decisions on one thing, oldest first: the last final one, else what all agree on."""
    last = {decision.reviewer: decision for decision in made}
    finals = [decision for decision in made if decision.verdict.startswith(FINAL)]
    counted = tuple(finals[-1:] or last.values())
    said = {(kind_of(one.verdict), tuple(sorted(one.corrected.items()))) for one in counted}
    kept = tuple(sorted({one.uid: one for one in (*last.values(), *finals[-1:])}.values(), key=lambda one: one.at))
    if len(said) > 1:
        return Standing("disputed", decisions=kept)
    one = counted[-1]
    return Standing(kind_of(one.verdict), reason_of(one.verdict), one.corrected, bool(finals), kept)


def standings(db: Database, article_id: str | None = None) -> dict[int, Standing]:
    """Each decided claim's standing by its id, of one article or of all."""
    more, values = ("AND decision.article_id = ?", [article_id]) if article_id else ("", [])
    grouped: dict[int, list[Decision]] = {}
    for row in reader.rows(db, _ACTIVE.format(more=more), ["claim", *values]):
        if row["at_claim"] is not None:
            grouped.setdefault(row["at_claim"], []).append(decisions.row_decision(row))
    return {claim: standing(made) for claim, made in grouped.items()}


def notes(db: Database, article_id: str) -> dict[int, list[Decision]]:
    """What reviewers wrote beside the claims of an article, by claim."""
    query = (
        "SELECT decision.*, place.claim_id AS at_claim FROM decision "
        "JOIN decision_place AS place ON place.decision_id = decision.id WHERE decision.article_id = ? "
        "AND decision.verdict = 'note' AND place.state IN ('made', 'carried') "
        "AND decision.uid NOT IN (SELECT undoes FROM decision WHERE undoes IS NOT NULL) ORDER BY decision.id"
    )
    found: dict[int, list[Decision]] = {}
    for row in reader.rows(db, query, [article_id]):
        found.setdefault(row["at_claim"], []).append(decisions.row_decision(row))
    return found


def finding_standings(db: Database) -> dict[str, Standing]:
    """Each decided finding's standing by its key: confirmed, dismissed or disputed."""
    grouped: dict[str, list[Decision]] = {}
    for row in reader.rows(db, _ACTIVE.format(more=""), ["finding"]):
        grouped.setdefault(row["finding_key"], []).append(decisions.row_decision(row))
    return {key: standing(made) for key, made in grouped.items()}


@dataclass(frozen=True, slots=True)
class Missed:
    """A figure that the rules left out and a reviewer added, where it stands in the article's newest text."""

    decision: Decision
    span: tuple[int, int]


def missed(db: Database, article: Article) -> list[Missed]:
    """Figures that reviewers added to the article, those that today's rules read by themselves left out."""
    found: dict[tuple[int, int], Missed] = {}
    for row in reader.rows(db, _ACTIVE.format(more="AND decision.article_id = ?"), ["span", article.id]):
        sought = Anchor(row["surface"], row["before"], row["after"], row["occurrence"])
        span, _ = anchors.find(article.text, sought, same_text=_same_text(db, row, article))
        if span is not None:
            found[span] = Missed(decisions.row_decision(row), span)
    return [found[span] for span in sorted(found)]


def _same_text(db: Database, row: Mapping[str, Any], article: Article) -> bool:
    query = "SELECT text_sha256 FROM version WHERE id = ?"
    return bool(db.execute(query, [row["version_id"]]).fetchone()[0] == article.text_sha256)


def completed(db: Database) -> dict[str, tuple[str, ...]]:
    """Articles that somebody read to the end, nothing left out: id to reviewers."""
    grouped: dict[str, list[str]] = {}
    for decision in completions(db):
        grouped.setdefault(decision.article_id or "", []).append(decision.reviewer)
    return {article: tuple(dict.fromkeys(names)) for article, names in grouped.items()}


def completions(db: Database) -> Iterator[Decision]:
    """The decisions that call an article read to the end, oldest first."""
    for row in reader.rows(db, _ACTIVE.format(more="AND verdict = 'complete'"), ["version"]):
        yield decisions.row_decision(row)


def reviewed(db: Database, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims as fact-checkers left them: right and corrected ones marked, misread ones gone, disputed ones as read.

    `reasons` of a claim says `reviewed` or `disputed`; a reviewed one is as sure as can be (confidence high).
    """
    known = standings(db)
    for claim in claims:
        verdict = known.get(claim.id or 0)
        if verdict is None:
            yield claim
        elif verdict.state == "disputed":
            yield replace(claim, reasons=(*claim.reasons, DISPUTED))
        elif not verdict.leaves:
            yield correct(claim, verdict.corrected)


def added(db: Database, articles: Iterable[Article]) -> Iterator[Claim]:
    """The figures that reviewers added as claims without an id."""
    reviewed_ids = {row[0] for row in db.execute("SELECT DISTINCT article_id FROM decision WHERE target = 'span'")}
    for article in articles:
        if article.id in reviewed_ids:
            yield from (made_claim(article, one) for one in missed(db, article))


def made_claim(article: Article, one: Missed) -> Claim:
    """An added figure as a claim."""
    start, end = one.span
    surface = article.text[start:end]
    figure = Figure(start, end, surface, FigureKind(one.decision.corrected.get("kind") or "count"))
    claim = Claim(figure, article_id=article.id, language=article.language, mentions=(one.span,))
    return replace(correct(claim, one.decision.corrected), reasons=(REVIEWED, ADDED))


def correct(claim: Claim, corrected: Mapping[str, str | None]) -> Claim:
    """The claim with the fields as a reviewer gave them; InputError where one of them cannot be."""
    figure = _figure(claim.figure, corrected)
    plain: dict[str, Any] = {name: corrected[name] for name in _AS_WRITTEN if name in corrected}
    made = replace(claim, figure=figure, confidence="high", reasons=(REVIEWED,), **plain)
    if corrected.get("status"):
        made = replace(made, status=Status(corrected["status"] or ""))
    if corrected.get("statement"):
        made = replace(made, statement=Statement(corrected["statement"] or ""))
    return _with_area(made, corrected["area"]) if "area" in corrected else made


def _figure(figure: Figure, corrected: Mapping[str, str | None]) -> Figure:
    kind = FigureKind(corrected.get("kind") or figure.kind.value)
    changed: dict[str, Any] = {"kind": kind}
    for name in ("value", "value_max", "denominator"):
        if name in corrected:
            changed[name] = corrected[name] if kind in codec.TEXT_KINDS else number(corrected[name])
    if "unit" in corrected:
        changed["unit"] = corrected["unit"]
    if corrected.get("comparator"):
        changed["comparator"] = Comparator(corrected["comparator"] or "")
    return replace(figure, **changed)


def number(text: str | None) -> Decimal | None:
    """A plain decimal number; InputError for anything else, such as an exponent of a thousand digits."""
    if text is None:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise InputError(f"{text!r} is no number", "write digits with a point, such as 1234.5") from error
    if not value.is_finite() or abs(value.adjusted()) > 40:
        raise InputError(f"{text!r} is no number that a text can state", "write digits with a point, such as 1234.5")
    return value


def _with_area(claim: Claim, area: str | None) -> Claim:
    """The claim with another area and what follows from it: level, province, territory."""
    province, _, unit = (area or "").partition("/")
    if area is None or area in (NATION, "foreign"):
        level = {None: None, NATION: "nation"}.get(area, "foreign")
        return replace(claim, area=area, province=None, area_level=level, territory=None)
    kept = claim.area_level if claim.area_level in ("district", "commune", "village") else "commune"
    territory = _territory(province, claim.period_end)
    return replace(claim, area=area, province=province, area_level=kept if unit else "province", territory=territory)


def _territory(province: str, day: str | None) -> int | None:
    """63 or 34: which set of provinces the name belongs to on that day."""
    known = areas().get(province)
    if known is None or known.territory == 63 or known.unchanged:
        return None if known is None else known.territory
    if day is None or day == _REFORM[:4]:
        return None
    return 63 if day < _REFORM[: len(day)] else 34
