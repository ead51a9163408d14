"""Records as rows and back. A value is exact text; beside it stands a REAL for arithmetic."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from operator import attrgetter, itemgetter
from typing import Any

from extractor.errors import StoreError
from extractor.records import Article, Block, Claim, Comparator, Figure, FigureKind, Statement, Status

Row = tuple[Any, ...]
# Where a claim is made, its own place first.
Spans = Sequence[Sequence[int]]
Made = tuple[Row, Spans]

TEXT_KINDS = frozenset({FigureKind.DATE, FigureKind.PERIOD, FigureKind.TIME, FigureKind.DOCUMENT})
_FIGURE = ("start", "stop", "surface", "kind", "value", "value_num", "value_max", "value_max_num", "unit",
    "comparator", "precision", "denominator", "per", "rank_of", "figure_rule")  # fmt: skip
_PLAIN = ("indicator", "subject", "area", "province", "area_level", "territory", "area_basis", "level_basis", "body",
    "period_start", "period_end", "period_kind", "period_basis", "status", "statement", "change_base", "plan_base",
    "programme", "role", "speaker", "rule", "confidence", "language")  # fmt: skip
_plain = attrgetter(*_PLAIN)
_STATUS, _STATEMENT = _PLAIN.index("status"), _PLAIN.index("statement")
CLAIM_COLUMNS = (*_FIGURE, *_PLAIN, "reasons", "sentence_start", "sentence_stop", "group_id")
# Indicator, area, its level and its province of a claim's row.
named = itemgetter(*map(CLAIM_COLUMNS.index, ("indicator", "area", "area_level", "province")))
_NUMBERS = itemgetter(*map(CLAIM_COLUMNS.index, ("kind", "value", "value_max", "precision", "denominator", "rank_of")))
_REASONS = CLAIM_COLUMNS.index("reasons")
_cites = itemgetter(*map(CLAIM_COLUMNS.index, ("kind", "value", "programme")))
BLOCK_COLUMNS = ("number", "kind", "start", "stop", "language", "heads", "page", "box")
VERSION_COLUMNS = ("title", "published", "language", "original_url", "parser", "notes")
# What reading a row can end in whose bytes are not those that were written.
_DAMAGE = (ValueError, ArithmeticError, LookupError, TypeError)
# Beyond this a decimal is written with an exponent, so that no value fills a page with zeros.
_LONGEST_NUMBER = 60


def number_text(value: Decimal | str | None) -> str | None:
    """A value as stored: plain decimal digits that keep trailing zeros, or the text as it is."""
    if not isinstance(value, Decimal):
        return value
    return str(value) if not value.is_finite() or abs(value.adjusted()) > _LONGEST_NUMBER else format(value, "f")


def number_real(value: Decimal | str | None) -> float | None:
    """The value for arithmetic; None for dates, names and what no REAL can hold."""
    if not isinstance(value, Decimal):
        return None
    real = float(value)
    return real if math.isfinite(real) else None


def claim_row(claim: Claim, group_id: int | None) -> Row:
    """The claim's values in the order of CLAIM_COLUMNS."""
    figure = claim.figure
    plain = list(_plain(claim))
    plain[_STATUS], plain[_STATEMENT] = claim.status.value, claim.statement.value
    return (
        figure.start,
        figure.end,
        figure.surface,
        figure.kind.value,
        number_text(figure.value),
        number_real(figure.value),
        number_text(figure.value_max),
        number_real(figure.value_max),
        figure.unit,
        figure.comparator.value,
        number_text(figure.precision),
        number_text(figure.denominator),
        figure.per,
        number_text(figure.rank_of),
        figure.rule,
        *plain,
        dumps(claim.reasons) if claim.reasons else "[]",
        *claim.sentence,
        group_id,
    )


def document(row: Row) -> str | None:
    """The document that a claim's row names, in full or as its programme."""
    kind, value, programme = _cites(row)
    named_in_full: str | None = value if kind == FigureKind.DOCUMENT else None
    found: str | None = programme if named_in_full is None else named_in_full
    return found


def mentions(claim: Claim) -> tuple[tuple[int, int], ...]:
    """Every span that says the claim, its own first, each once."""
    return tuple(dict.fromkeys([(claim.figure.start, claim.figure.end), *claim.mentions]))


def row_claim(row: Mapping[str, Any]) -> Claim:
    """A claim from a row that holds CLAIM_COLUMNS, id, article_id, group_number and spans (JSON)."""
    try:
        return _claim(row)
    except _DAMAGE as error:
        raise damaged(f"claim {row.get('id')}", error) from error


def damaged(name: str, error: Exception) -> StoreError:
    """What is said of a row whose content is not what was stored."""
    return StoreError(f"{name} is damaged in the database ({error!r})", "restore a backup")


def _claim(row: Mapping[str, Any]) -> Claim:
    fields = {name: row[name] for name in _PLAIN}
    fields["status"], fields["statement"] = Status(row["status"]), Statement(row["statement"])
    spans = tuple((start, stop) for start, stop in json.loads(row["spans"]))
    return Claim(
        figure=row_figure(row),
        **fields,
        group=row["group_number"],
        reasons=tuple(json.loads(row["reasons"])),
        mentions=spans,
        sentence=(row["sentence_start"], row["sentence_stop"]),
        id=row["id"],
        article_id=row["article_id"],
    )


def made_claim(made: Made) -> Claim:
    """A claim from its row, the group's number in place of the group's id, and its places."""
    row, spans = made
    told = {"id": None, "article_id": None, "group_number": row[-1], "spans": dumps(spans)}
    return row_claim(dict(zip(CLAIM_COLUMNS, row, strict=True)) | told)


def are_sound(rows: Iterable[Row]) -> bool:
    """Whether numbers are numbers and reasons are texts in rows that somebody else wrote; SQLite checks the rest."""
    numbers: set[str | None] = set()
    reasons: set[str] = set()
    for row in rows:
        kind, value, top, *others = _NUMBERS(row)
        numbers.update(others if kind in TEXT_KINDS else (value, top, *others))
        reasons.add(row[_REASONS])
    try:
        finite = all(Decimal(number).is_finite() for number in numbers if number is not None)
        return finite and all(isinstance(reason, str) for told in reasons for reason in json.loads(told))
    except (InvalidOperation, ValueError, TypeError, RecursionError):
        return False


def row_figure(row: Mapping[str, Any]) -> Figure:
    """The figure of a claim's row."""
    kind = FigureKind(row["kind"])
    as_text = kind in TEXT_KINDS
    return Figure(
        start=row["start"],
        end=row["stop"],
        surface=row["surface"],
        kind=kind,
        value=row["value"] if as_text else decimal(row["value"]),
        value_max=row["value_max"] if as_text else decimal(row["value_max"]),
        unit=row["unit"],
        comparator=Comparator(row["comparator"]),
        precision=decimal(row["precision"]),
        denominator=decimal(row["denominator"]),
        per=row["per"],
        rank_of=decimal(row["rank_of"]),
        rule=row["figure_rule"],
    )


def decimal(text: str | None) -> Decimal | None:
    """A stored number as it was."""
    return None if text is None else Decimal(text)


def block_rows(blocks: Iterable[Block]) -> list[Row]:
    """The blocks' values in the order of BLOCK_COLUMNS, numbered from 0."""
    return [
        (number, block.kind, block.start, block.end, block.language, dumps(block.heads) if block.heads else None,
         block.page, dumps(block.box) if block.box else None)
        for number, block in enumerate(blocks)
    ]  # fmt: skip


def row_block(row: Mapping[str, Any]) -> Block:
    """A block from its row."""
    heads = json.loads(row["heads"]) if row["heads"] else ()
    box = json.loads(row["box"]) if row["box"] else None
    return Block(
        kind=row["kind"],
        start=row["start"],
        end=row["stop"],
        language=row["language"],
        heads=tuple((start, stop) for start, stop in heads),
        page=row["page"],
        box=(box[0], box[1], box[2], box[3]) if box else None,
    )


def version_row(article: Article) -> Row:
    """What a version says of itself, in the order of VERSION_COLUMNS."""
    return (article.title, article.published, article.language, article.original_url, article.parser,
        dumps(article.notes))  # fmt: skip


def row_article(row: Mapping[str, Any], blocks: Iterable[Mapping[str, Any]]) -> Article:
    """An article from its newest version's row joined with the article's, and from the rows of its blocks."""
    try:
        return _article(row, blocks)
    except _DAMAGE as error:
        raise damaged(f"article {row.get('article_id')}", error) from error


def _article(row: Mapping[str, Any], blocks: Iterable[Mapping[str, Any]]) -> Article:
    return Article(
        id=row["article_id"],
        url=row["url"],
        title=row["title"],
        published=row["published"],
        language=row["language"],
        publisher=row["publisher"],
        original_url=row["original_url"],
        text=row["text"],
        blocks=tuple(map(row_block, blocks)),
        text_sha256=row["text_sha256"],
        parser=row["parser"],
        notes=tuple(json.loads(row["notes"])),
    )


def dumps(value: object) -> str:
    """Compact JSON with letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
