"""How far a figure's clause goes on behind it: whether a time there still speaks of it."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.claim import signs
from extractor.claim.done.verbs import closed, done_by
from extractor.claim.habits import habits
from extractor.claim.scene import WISHES, Scene, Unit
from extractor.claim.when.bases import COMPARING
from extractor.claim.when.brackets import enclosed
from extractor.claim.when.cited import of_plan
from extractor.claim.when.clock import Period, ahead, of_year
from extractor.records import Figure, FigureKind, Term

# So many words may say what a figure counts.
COUNTED = 2
# So far behind its comma stands the figure of the next item of a row.
ITEM = 24
# Words of units that have a name behind them.
UNITS = ("commune_name", "district", "city_name")
# By such words a span begins, so far before its first day.
STARTS, DAY_WORD = ("since", "from"), 6


def same_clause(figure: Figure, one: Period, unit: Unit, view: Scene) -> bool:
    """Whether a period behind the figure still speaks of it: no clause, wish or forecast begins between."""
    if enclosed(one, unit, view.text) and "(" in view.text[figure.end : one.position]:
        return False
    parts = [word for word in unit.of("link", "of_which") if word.start > figure.end + 1]
    parts = [word for word in parts if not signs.set_off(word.start, word.end, one.position, view.text)]
    between = [*unit.of("statement", *COMPARING), *parts]
    if any(figure.end <= word.start < one.position for word in between):
        return False
    using = habits(unit.language)
    if closed(view.text, figure.end, one.position, using) or done_by(figure, one.position, unit, view.text):
        return False
    if using.turning is not None and using.turning.search(view.text, figure.end, one.position):
        return False
    wishes = [word.start for word in unit.of("status", *WISHES) if figure.end <= word.start <= one.position]
    if wishes and not _subject(figure, wishes[0], unit, view.text):
        return False
    if any(_opens(word.start, figure, view.text) for word in unit.of("status", "estimate") if word.end <= one.position):
        return False
    if any(signs.LIST.search(view.text, figure.end, word.start) for word in _begun(one, unit, view.text)):
        return False
    if (
        _next_unit(figure, one, unit, view.text)
        or _in_relative(figure, one, unit, view.text)
        or _opens_next(figure, one, unit, view.text)
    ):
        return False
    coming = not using.tenses and ahead(one.start, view.article.published)
    due = one.kind == "deadline" and not _in_row(figure, one, unit, view.text)
    return not (signs.LIST if coming or due else signs.SEMICOLON).search(view.text, figure.end, one.position)


def _in_row(figure: Figure, one: Period, unit: Unit, text: str) -> bool:
    """Whether a wish in a language with tenses goes on with figures up to its day: `will have 9 parks, 8 halls and 7
    mills by 2030`."""
    if not habits(unit.language).tenses or not any(word.end <= figure.start for word in unit.of("status", *WISHES)):
        return False
    row = [other for other in unit.figures if figure.end <= other.start < one.position]
    starts, last = [other.start for other in row], row[-1].end if row else figure.end
    # The comma right before the day's preposition closes the row: `9 parks, including 7 large ones, by 2030`.
    closing = text.rfind(",", last, one.position)
    commas = (found.start() for found in signs.LIST.finditer(text, figure.end, one.position))
    commas = (at for at in commas if at != closing)
    return bool(row) and all(at < last and any(0 < start - at <= ITEM for start in starts) for at in commas)


def _begun(one: Period, unit: Unit, text: str) -> list[Term]:
    """The verbs of which a time says when a thing began or ended: `dài 26 km, khởi công năm 2023`."""
    words = unit.of("time", "begun", "origin")
    return [word for word in words if word.end < one.position and not signs.LIST.search(text, word.end, one.position)]


def _opens_next(figure: Figure, one: Period, unit: Unit, text: str) -> bool:
    """Whether a time opens the next clause, which tells again what a figure before did: `có 12 tổ, năm 2022 thêm 3 tổ`.

    A share of what was told goes on with it: `giải ngân 900 tỷ đồng, đến ngày 30/9 đạt 60% kế hoạch`.
    """
    using = habits(unit.language)
    comma = text.rfind(", ", figure.end, one.position)
    led = text[comma + 1 : one.position].lower().split() if comma >= 0 else []
    if using.tenses or using.time_side != "before" or comma < 0 or not (using.function | using.base).issuperset(led):
        return False
    behind = next((other for other in unit.figures if other.start > one.position), None)
    told = [_what(other) for other in unit.figures if other.end <= comma]
    return behind is not None and _what(behind) in told


def _what(figure: Figure) -> tuple[FigureKind, str]:
    return figure.kind, (figure.unit or "").split(" ")[0]


def _opens(estimate: int, figure: Figure, text: str) -> bool:
    """Whether an estimate opens a clause behind the figure: `giảm còn 3%, ước cuối năm 2020 còn 2%`."""
    return estimate > figure.end and text[figure.end : estimate].rstrip().endswith((",", "،"))


def _subject(figure: Figure, wish: int, unit: Unit, text: str) -> bool:
    """Whether a wish is the figure's own verb, with nothing but what is counted between: `9 communes will have`."""
    nouns = text[figure.end : wish].split() if habits(unit.language).time_side == "before" else []
    return figure.kind is FigureKind.COUNT and 0 < len(nouns) <= COUNTED and all(word.isalpha() for word in nouns)


def _next_unit(figure: Figure, one: Period, unit: Unit, text: str) -> bool:
    """Whether a unit is the subject of a clause between: `10 xã đạt chuẩn, xã Tân Hòa được công nhận năm 2019`."""
    if habits(unit.language).unit_name == "before":
        return False
    words = [word for word in unit.of("scope", *UNITS) if figure.end <= word.start < one.position]
    return any(text.endswith(", ", 0, word.start) and text[word.end + 1 : word.end + 2].isupper() for word in words)


def _in_relative(figure: Figure, one: Period, unit: Unit, text: str) -> bool:
    """Whether a time stands in a clause about what is counted, with a figure of its own: `9 mills, which sold 8 in`."""
    inner = next((other for other in unit.figures if figure.end <= other.start < one.position), None)
    relative = habits(unit.language).relative
    return inner is not None and not relative.isdisjoint(text[figure.end : inner.start].replace(",", " ").split())


def conceded(position: int, end: int, unit: Unit, text: str) -> bool:
    """Whether a time stands in what is conceded first, before a place: `mặc dù hạn hán năm 2016, nhưng thu đạt …`."""
    using = habits(unit.language)
    if using.conceding is None or using.turning is None:
        return False
    concedes = using.conceding.search(text, unit.start, position) is not None
    return concedes and using.turning.search(text, position, end) is not None


def ends_item(one: Period, start: int, unit: Unit, text: str) -> bool:
    """Whether a time closes a clause of a list that has no figure, so that the next ones have another: `…; được công
    nhận xã nông thôn mới năm 2022; hộ nghèo còn 2%`."""
    shut = signs.SEMICOLON.search(text, one.position, start)
    signed = (";", "؛", ", ") if habits(unit.language).time_side == "before" else (";", "؛")
    opened = max(text.rfind(sign, unit.start, one.position) for sign in signed)
    if shut is None or opened < 0 or shut.start() - one.position > ITEM:
        return False
    return not any(opened < other.start < shut.start() for other in unit.figures)


def plan_behind(figure: Figure, unit: Unit, text: str) -> Period | None:
    """The year of the plan of which a share is wished for: `phấn đấu giải ngân 95% kế hoạch năm 2025`."""
    if figure.kind is not FigureKind.PERCENT:
        return None
    year = next((one for one in unit.others if one.start >= figure.end), None)
    if year is None or any(figure.end <= one.start < year.start for one in unit.figures):
        return None
    named = isinstance(year.value, str) and of_plan(year, unit, text)
    return of_year(Period(None, f"{year.value}-12-31", "flow", "sentence", year.start)) if named else None


def ends_span(figure: Figure, unit: Unit) -> bool:
    """Whether a day only ends how long something took that no figure tells of: `mở cửa từ ngày 3-5 đến ngày 9-5`."""
    begun = [one for one in unit.others if one.end < figure.start and one.kind is FigureKind.DATE]
    words = unit.of("time", *STARTS) if begun and not unit.figures else ()
    return any(0 < one.start - word.end <= DAY_WORD for word in words for one in begun)


def each_behind(unit: Unit, found: Sequence[Period], text: str) -> bool:
    """Whether each figure has its own time behind it: `20 xã trước ngày 30/9 và 37 xã đến hết ngày 31/12`."""
    starts = [one.start for one in unit.figures[1:]] + [unit.end]
    rows = zip(unit.figures, found, starts, strict=True)
    return all(
        one.end < told.position < following and not signs.LIST.search(text, one.end, told.position)
        for one, told, following in rows
    )
