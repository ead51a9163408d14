"""The one way through the folder: sentences, clauses, then one claim a figure, then what ties claims together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.claim import signs
from extractor.claim.confidence import level, reasons
from extractor.claim.done.goals import Tone
from extractor.claim.done.plans import over_plan, part_of_plan
from extractor.claim.done.statement import Said, statement_of
from extractor.claim.done.status import GIVEN, status_of, told
from extractor.claim.done.wishes import counts_goals, status_words
from extractor.claim.groups import grouped
from extractor.claim.mentions import as_told_below, merged
from extractor.claim.programme import Agenda, named
from extractor.claim.scene import WISHES, Scene, Unit, scene
from extractor.claim.speaker import speaker
from extractor.claim.what.apart import without_parts
from extractor.claim.what.before import PLAN, Past
from extractor.claim.what.carry import Latest
from extractor.claim.what.clauses import Clause, clauses
from extractor.claim.what.indicator import Naming, Surroundings
from extractor.claim.what.rulebook import Rulebook, rulebook
from extractor.claim.what.words import subjects
from extractor.claim.when.asides import of_today
from extractor.claim.when.clock import Clock, Period, of_year, running_year, today, unfinished
from extractor.claim.when.editions import edition
from extractor.claim.when.opening import clock as set_clock
from extractor.claim.when.opening import hear
from extractor.claim.when.period import period
from extractor.claim.when.rows import rose
from extractor.claim.when.spans import moved
from extractor.claim.whose.area import areas
from extractor.claim.whose.behind import another_currency
from extractor.claim.whose.home import focus
from extractor.claim.whose.latin import in_latin
from extractor.claim.whose.levels import HOUSEHOLD, REGION
from extractor.claim.whose.owner import Area
from extractor.claim.whose.places import reform_side, territory
from extractor.claim.whose.ranked import in_region
from extractor.records import Article, Claim, Figure, FigureKind, Reading, Statement, Status

# So near behind a figure says a word that it is told for every year.
NEAR = 40
# What is told against a year's plan adds up since the plan began.
OF_PLAN = (Statement.SHARE_OF_PLAN, Statement.EXCESS_OVER_PLAN)
YEARLY = ("estimate_plan",)
Found = tuple[Naming, Area, Period, Said, Status, str | None, str]


@dataclass(slots=True)
class Explained:
    """A claim with the rules its figure met and what decided between them."""

    claim: Claim
    naming: Naming


def claims(article: Article, reading: Reading) -> list[Claim]:
    """Every quantity of the article as a claim, repeats merged, in the order of the text; linear in its length."""
    view = scene(article, reading)
    book = rulebook()
    found = grouped(without_parts([one.claim for one in _explained(view, book)], view), view, book)
    return merged(as_told_below(found, view), view)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a whole text is read as: whom it is about before a place is named, and the time that its opening sets."""

    area: Area
    period: Period


def outlook(article: Article, reading: Reading) -> Outlook:
    """The two decisions that all claims of a text start from."""
    view = scene(article, reading)
    clock = set_clock(view)
    published = Period(None, article.published, "stock", "published" if article.published else None)
    return Outlook(focus(view).home, clock.article or clock.as_of or published)


def explain(article: Article, reading: Reading) -> list[Explained]:
    """Each figure's claim before repeats are merged, with the candidates of its indicator and ties."""
    return list(_explained(scene(article, reading), rulebook()))


def _explained(view: Scene, book: Rulebook) -> Iterator[Explained]:
    now, clock, agenda = focus(view), set_clock(view), Agenda(book)
    agenda.first = next((name for unit in view.units for name in named(unit, book)), None)
    last, tone = Latest(), Tone()
    for unit in view.units:
        agenda.read(unit)
        found = clauses(unit, view.text, book)
        placed = areas(unit, found, view, now)
        last.enter(unit, view, book)
        if not found:
            hear(unit, view, clock)
            continue
        planned: Past | None = None
        before: tuple[Figure, Period] | None = None
        around, wishes, whose = Surroundings(view, unit), status_words(unit, view.text), speaker(unit, view.text)
        for clause, area, counted in zip(found, placed, subjects(found, unit, view.text), strict=True):
            words = statement_of(clause, unit, view.text)
            naming = last.name(clause, area, around.said(words.statement), book)
            words = _as_said(words, clause.figure, book.says.get(naming.rule))
            last.take(clause, area, naming)
            if in_region(clause.figure, unit, view.text) and book.is_national(naming.indicator):
                naming = replace(naming, indicator=None, rule="", reason="a rank within a region")
            word = told(clause.figure, wishes, unit, view, tone)
            part = planned is not None and part_of_plan(planned.figure, clause.figure, unit, view.text)
            alike = planned is not None and planned.figure.kind is clause.figure.kind
            part = part and (not alike or naming.indicator in (None, planned and planned.naming.indicator))
            planning = naming.rule in book.planned and GIVEN not in clause.near
            if word is None and (part or planning or naming.reason == PLAN):
                word = "target"
            planned = Past(clause.figure, naming) if word == "target" and not part else planned
            when = _told_for(clause.figure, unit, view, clock, (word, naming, words), book)
            if before is not None and another_currency(clause.figure, before[0], view.text):
                when = before[1]
            before = clause.figure, when
            status = status_of(word, clause, unit, view, when)
            if not over_plan(clause.figure, unit, view.text):
                tone.take(clause.figure, status)
            claim = _claim(clause, (naming, area, when, words, status, whose, counted), unit, view, agenda)
            yield Explained(claim, naming)


def _told_for(
    figure: Figure, unit: Unit, view: Scene, clock: Clock, told: tuple[str | None, Naming, Said], book: Rulebook
) -> Period:
    """The time of a figure by its sentence and, told its word of status, indicator and statement, by what it is."""
    word, naming, words = told
    when = period(figure, unit, view, clock, word)
    flows = _flows(words, naming, book) or rose(figure, unit, view.text)
    if word not in WISHES and (flows or not (naming.indicator or of_today(figure, unit, view.text))):
        when = moved(when, unit, clock, flows, view.text)
    yearly = words.plan_base in YEARLY or when.end == clock.sum
    sums = book.adds_up(naming.indicator) or (words.statement in OF_PLAN and yearly)
    when = clock.summed(when, sums, unit.goes_on)
    stands = word in (None, "estimate") and not counts_goals(figure, unit, view.text)
    if stands and unfinished(when, clock.published):
        when = today(clock.published)
    if when.basis in ("published", None):
        when = _edition(when, figure, naming, unit, view, clock, book)
    carried = when.kind == "flow" and when.basis in ("context", "heading")
    stood = ("standing", "fixed") if when.basis == "heading" else ("standing",)
    # What rose `annually` behind a sum is compared with the year before.
    every_year = (
        not when.full_years and words.statement is not Statement.CHANGE and _every_year(figure, unit, view.text)
    )
    if carried and (_over(naming, book) in stood or every_year):
        when = today(clock.published)
    if word == "target" and when.end is None and _over(naming, book) == "year" and (year := running_year(clock)):
        return year
    planned = when.kind != "deadline" and when.basis != "published" and _over(naming, book) == "plan"
    return of_year(when) if planned else when


def _every_year(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether a figure is told for every year: `Hằng năm, tỉnh trồng 9 ha`, `It plants 9 ha annually`."""
    for word in unit.of("time", "yearly"):
        near = word.start - figure.end < NEAR and not signs.LIST.search(text, figure.end, word.start)
        if word.end <= figure.start or near:
            return True
    return False


def _flows(words: Said, naming: Naming, book: Rulebook) -> bool:
    """Whether a figure is told for a span: a change or a sum over a year."""
    return words.statement is Statement.CHANGE or book.adds_up(naming.indicator)


def _edition(
    when: Period, figure: Figure, naming: Naming, unit: Unit, view: Scene, clock: Clock, book: Rulebook
) -> Period:
    """The edition of an index that a figure is told for; so is a rank or score that no rule names behind one: `Bộ công
    bố DTI năm 2023 … Về chính quyền số, tỉnh đứng thứ 12`."""
    if _over(naming, book) == "edition":
        return edition(_of_index(naming, book), unit, view, clock)
    ranked = naming.indicator is None and figure.kind in (FigureKind.RANK, FigureKind.SCORE)
    told = edition(book.indices, unit, view, clock) if ranked else Period()
    return told if told.end else when


def _of_index(naming: Naming, book: Rulebook) -> frozenset[str]:
    """The words for the index that a figure is of; those of its own that name none (`rank`) only where it has none."""
    own = book.named_by.get(naming.rule, naming.concepts)
    return (own & book.indices) or naming.concepts


def _over(naming: Naming, book: Rulebook) -> str:
    """Over what an indicator is told, as indicators.csv says: a year, an edition; `standing` over no span, `fixed` over
    none that only the text opened with."""
    return (book.table[naming.indicator].get("over") or "") if naming.indicator is not None else ""


def _as_said(words: Said, figure: Figure, says: Statement | None) -> Said:
    """A rule may say what its levels are: a disbursed share is a share of a plan; the sum in its bracket is none."""
    if says is None or words.statement is not Statement.LEVEL or figure.kind is not FigureKind.PERCENT:
        return words
    return replace(words, statement=says, plan_base=words.plan_base or "plan")


def _claim(clause: Clause, found: Found, unit: Unit, view: Scene, agenda: Agenda) -> Claim:
    figure, (naming, area, when, words, status, whose, counted) = clause.figure, found
    doubts = reasons(figure, naming, area, when)
    counts_tasks = naming.indicator is None and "task" in clause.ids
    side = reform_side(figure, unit, view.text) if area.province else None
    return Claim(
        figure=figure,
        indicator=naming.indicator,
        subject=counted,
        area=in_latin(area.area, area.level),
        province=area.province,
        area_level=None if area.level in (REGION, HOUSEHOLD) else area.level,
        territory=territory(area.province, side or when.end or view.article.published),
        area_basis=area.basis,
        level_basis=area.level_basis,
        body=None if agenda.book.bodiless(naming.indicator, area.rule) else area.body,
        period_start=when.start,
        period_end=when.end,
        period_kind=when.kind,
        period_basis=when.basis,
        status=status,
        statement=words.statement,
        change_base=words.change_base,
        plan_base=words.plan_base,
        programme=agenda.of(naming.indicator, counts_tasks),
        speaker=whose,
        rule="; ".join(filter(None, (naming.rule, area.rule, figure.rule))),
        confidence=level(doubts),
        reasons=doubts,
        mentions=((figure.start, figure.end),),
        language=unit.language,
        sentence=(unit.start, unit.end),
    )
