"""The records that stages hand to each other. All are frozen; offsets are code points into NFC text."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class FigureKind(StrEnum):
    """What a figure is."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    MEASURE = "measure"
    RATE = "rate"
    RANK = "rank"
    SCORE = "score"
    DURATION = "duration"
    DATE = "date"
    PERIOD = "period"
    TIME = "time"
    DOCUMENT = "document"


QUANTITIES = frozenset(FigureKind) - {FigureKind.DATE, FigureKind.PERIOD, FigureKind.TIME, FigureKind.DOCUMENT}


class Comparator(StrEnum):
    """How the true value stands to the written one; `<~` is "nearly"."""

    EQUAL = "="
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    ABOUT = "~"
    NEARLY = "<~"


class Status(StrEnum):
    """Achieved (actual, estimate), wished for (forecast, target), or neither (other: a threshold, rule or demand)."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"
    FORECAST = "forecast"
    TARGET = "target"
    OTHER = "other"


class Statement(StrEnum):
    """What the number says of its quantity."""

    LEVEL = "level"
    CHANGE = "change"
    EXCESS_OVER_PLAN = "excess_over_plan"
    SHARE_OF_PLAN = "share_of_plan"
    SHARE_OF_LAST_YEAR = "share_of_last_year"


class Severity(StrEnum):
    """How much a finding matters to a fact-checker."""

    INFO = "info"
    DOUBTFUL = "doubtful"
    SEVERE = "severe"


@dataclass(frozen=True, slots=True)
class Page:
    """One response as it came: `body` is the raw bytes, `media_type` what the bytes are, `sha256` of the body."""

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched_at: str
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of an article's text, `text[start:end]`.

    kind: title, lead, heading, paragraph, cell, caption, or `cut` (source line, comment counter: never read).
    heads: spans of the header cells of a table cell, row head first.
    page and box (x0, top, x1, bottom in points) in a PDF.
    """

    kind: str
    start: int
    end: int
    language: str | None = None
    heads: tuple[tuple[int, int], ...] = ()
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says.

    published: ISO 8601, as partial as known; publisher: the host or the name given; notes: what could not be read.
    """

    id: str
    url: str | None
    title: str
    published: str | None
    language: str | None
    publisher: str | None
    original_url: str | None
    text: str
    blocks: tuple[Block, ...]
    text_sha256: str
    parser: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in its place: `text[start:end] == surface`.

    value is fully scaled, None when vague; a date's value is ISO 8601 as partial as written, a period's value and
    value_max are its first and last day, a document's value its number as written (see corpus/README.md).
    precision is the worth of the last written digit, fully scaled (1 for 43%, 100000 for 7,5 triệu).
    rule names the rules that read it.
    """

    start: int
    end: int
    surface: str
    kind: FigureKind
    value: Decimal | str | None = None
    value_max: Decimal | str | None = None
    unit: str | None = None
    comparator: Comparator = Comparator.EQUAL
    precision: Decimal | None = None
    denominator: Decimal | None = None
    per: str | None = None
    rank_of: Decimal | None = None
    rule: str = ""


# Not frozen, but never changed: a text holds hundreds, and a frozen one takes seven times as long to make.
@dataclass(slots=True, unsafe_hash=True)
class Term:
    """A phrase of the rules found in a text: `kind` is its word list (place, scope, concept ...), `id` its entry."""

    start: int
    end: int
    kind: str
    id: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was seen in one text: figures sorted and apart, terms sorted (longest first), sentence spans.

    dated: the figures with the year that the text tells of in times without one, where no day of publication is known.
    """

    text: str
    language: str
    figures: tuple[Figure, ...] = ()
    terms: tuple[Term, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    dated: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure with what it measures, whose it is, for when, and how sure that is.

    area: VN, a province's slug, `province/unit` below it, foreign, or None; province: the slug that groups it.
    area_basis and level_basis: item, sentence, context, publisher, or None. mentions: every (start, end) that says it.
    period_start and period_end: ISO 8601, as partial as known; period_kind: stock, flow, deadline.
    group and role link parts with their total, a ratio with its percent, an actual with its target
    (roles: total, part, numerator, denominator, share, actual, target, here, nation).
    """

    figure: Figure
    indicator: str | None = None
    subject: str = ""
    area: str | None = None
    province: str | None = None
    area_level: str | None = None
    territory: int | None = None
    area_basis: str | None = None
    level_basis: str | None = None
    body: str | None = None
    period_start: str | None = None
    period_end: str | None = None
    period_kind: str | None = None
    period_basis: str | None = None
    status: Status = Status.ACTUAL
    statement: Statement = Statement.LEVEL
    change_base: str | None = None
    plan_base: str | None = None
    programme: str | None = None
    group: int | None = None
    role: str | None = None
    speaker: str | None = None
    rule: str = ""
    confidence: str = "medium"
    reasons: tuple[str, ...] = ()
    mentions: tuple[tuple[int, int], ...] = ()
    language: str | None = None
    sentence: tuple[int, int] = (0, 0)
    id: int | None = None
    article_id: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """An official value to hold claims against; without a programme or territory it is meant for all of them."""

    indicator: str
    area: str
    territory: int | None
    period_start: str
    period_end: str
    value: Decimal
    unit: str
    source: str
    programme: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not add up; `detail` fills the message's text in patterns/texts.toml.

    id: its number in the database.
    """

    kind: str
    severity: Severity
    claims: tuple[Claim, ...]
    stated: str
    expected: str
    tolerance: str = ""
    detail: dict[str, str] = field(default_factory=dict)
    id: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Comparable claims of one indicator, latest first by area, and what was left out: (claim, reason id)."""

    indicator: str
    programme: str | None
    claims: tuple[Claim, ...]
    left_out: tuple[tuple[Claim, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a fact-checker said of a claim, of a span that was missed, of a finding, or of a whole article version.

    target: claim, span, finding, version; judged: the fields as seen; corrected: the fields as they should be.
    at: ISO 8601; uid is the same in every database; undoes: the uid of a decision that this one takes back.
    """

    target: str
    verdict: str
    reviewer: str
    claim_id: int | None = None
    article_id: str | None = None
    span: tuple[int, int] | None = None
    finding_key: str | None = None
    judged: dict[str, str | None] = field(default_factory=dict)
    corrected: dict[str, str | None] = field(default_factory=dict)
    note: str = ""
    at: str = ""
    uid: str = ""
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One article's part in the way of a figure: `how` is first, translation, repeat or differs."""

    claim: Claim
    how: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a claim since an earlier run: new, changed, reread or withdrawn; `before` is what it was."""

    kind: str
    claim: Claim
    before: Claim | None = None
