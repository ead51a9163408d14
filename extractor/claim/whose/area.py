"""Whose figure it is: the item of a list, else the sentence, else what the text is speaking of, else the publisher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, pairwise

from extractor.claim.habits import habits
from extractor.claim.scene import Scene, Unit, of_picture
from extractor.claim.what.clauses import Clause
from extractor.claim.whose.behind import equals
from extractor.claim.whose.bodies import SAME
from extractor.claim.whose.focus import Focus
from extractor.claim.whose.headed import going_on, headed_by, listed
from extractor.claim.whose.levels import FOREIGN, NATION, REGION, SMALL
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.marks import AGAIN, AGAIN_ANY, HERE, bodies, marks
from extractor.claim.whose.owner import Area, of_mark
from extractor.claim.whose.owners import WHOLE, owner
from extractor.claim.whose.paragraphs import CITY
from extractor.claim.whose.passing import products
from extractor.claim.whose.provinces import MINISTRIES, counts_localities, names_those, one_among
from extractor.claim.whose.seeming import in_a_title
from extractor.claim.whose.together import items_alike, runs
from extractor.claim.whose.wholes import set_of_those
from extractor.records import Figure, FigureKind, Term

SAME_BODY = "body:same"
# In what a unit lies that only its word names: the commune spoken of, else the district.
WITHIN = {"village": ("commune", "district"), "commune": ("district",), "district": ()}
# So near behind a figure a word of order closes its list: 9 and 8 million VND, respectively.
CLOSING = 14
# So many words stand between ranks and the names of those that hold them.
HELD = 2
# So many letters of a body's word stay the same in its cases.
KIND = 4
COMMAS = ([","], ["،"])


def areas(unit: Unit, clauses: Sequence[Clause], view: Scene, now: Focus) -> list[Area]:
    """The area of each of the sentence's figures; moves the focus on."""
    now.enter(unit, view.units)
    every = now.seen.pop(unit.index) if unit.index in now.seen else marks(unit, view)
    known = every and [mark for mark in every if now.knows(mark, every)]
    known = [mark for mark in known if not in_a_title(mark, unit, now.home, view.text)]
    found = now.named.again(unit, known, view.text)
    if found and (more := items_alike(found, unit, view.text)):
        found = sorted([*found, *more], key=lambda mark: mark.start)
    found = products(found, unit) if found else found
    now.leave(unit, found)
    aligned = _aligned(unit, clauses, found, now, view.text) if len(clauses) > 1 else {}
    aligned |= _of_those(unit, clauses, found, now, view.text)
    if clauses and not known and (body := going_on(unit, now, view.text)):
        aligned = dict.fromkeys(range(len(clauses)), body)
    decided = [aligned.get(n) or _area(clause.figure, unit, found, view, now) for n, clause in enumerate(clauses)]
    if not of_picture(unit, view):
        now.move(unit, found, decided, view.text)
    return decided


def _of_those(unit: Unit, clauses: Sequence[Clause], found: Sequence[Mark], now: Focus, text: str) -> dict[int, Area]:
    """The larger places of which those are that some figures count as a whole, by the figures' numbers."""
    wholes = ((n, set_of_those(clause.figure, unit, found, text)) for n, clause in enumerate(clauses))
    return {n: _resolve(mark, "sentence", now, found) for n, mark in wholes if mark is not None}


def _aligned(unit: Unit, clauses: Sequence[Clause], found: Sequence[Mark], now: Focus, text: str) -> dict[int, Area]:
    """`A, B lần lượt đạt 9% và 8%`, `9% và 8%, lần lượt ở A và B`: as many places as figures, in order."""
    words = unit.of("link", "respectively")
    if not words:
        return _held_by(unit, clauses, found, now, text)
    # The same sum in another currency, in the bracket behind it, is the same place's.
    equal = {n for n, clause in enumerate(clauses) if equals(clause.figure, text)}
    plain = [n for n in range(len(clauses)) if n not in equal]
    for names in reversed(runs(found, unit, text)):
        numbers = _told(names, [clauses[n].figure for n in plain], words[0], unit, text)
        rounds, left = divmod(len(numbers), len(names))
        if left or (rounds > 1 and found[-1] is not names[-1]):
            numbers = numbers[: len(names)]
        if len(numbers) >= len(names):
            decided = [of_mark(mark, "item", "item", now.lying_in(mark, found, "item")[0]) for mark in names]
            told = {plain[n]: area for n, area in zip(numbers, cycle(decided), strict=False)}
            return told | {n: told[n - 1] for n in equal if n - 1 in told}
    return {}


def _held_by(unit: Unit, clauses: Sequence[Clause], found: Sequence[Mark], now: Focus, text: str) -> dict[int, Area]:
    """`Vị trí thứ 3 và thứ 4 là A và B`: as many ranks as places that hold them, in order."""
    ranks = [n for n, clause in enumerate(clauses) if clause.figure.kind is FigureKind.RANK]
    for names in runs(found, unit, text) if len(ranks) > 1 else ():
        before = [n for n in ranks if clauses[n].figure.end <= names[0].start][-len(names) :]
        figures = [clauses[n].figure for n in before]
        # `7ویں نمبر پر`: what is glued to the last rank is its own.
        end = figures[-1].end if len(figures) == len(names) else 0
        gap = text[end : names[0].start].partition(" ")[2].split() if end else []
        between = [text[one.end : other.start].split() for one, other in pairwise(figures)]
        using = habits(unit.language)
        joined = all(not using.joiners.isdisjoint(words) or words in COMMAS for words in between)
        if gap and joined and len(gap) <= HELD and not (using.equals | using.holding).isdisjoint(gap):
            owned = zip(before, names, strict=True)
            return {n: of_mark(mark, "item", "item", now.lying_in(mark, found, "item")[0]) for n, mark in owned}
    return {}


def _told(names: Sequence[Mark], figures: Sequence[Figure], word: Term, unit: Unit, text: str) -> list[int]:
    """The figures that names own in turn: those behind the word and the names, else those that the word stands behind.

    Where the names stand behind the figures, all that stand between the word and the names; and a list of as many
    before the word: `$9 and $8, in turn fourth and fifth, A and B`; and as many behind the names.
    """
    after = [number for number, figure in enumerate(figures) if figure.start > word.start]
    first = len(figures) - len(after)
    told = [number for number in range(first) if figures[number].start > names[-1].end or names[0].start > word.start]
    if not after and not told:
        return [number for number in range(first) if figures[number].end <= names[0].start][-len(names) :]
    if not after or (told and word.start - figures[told[-1]].end <= CLOSING):
        return told[-len(names) :] + after
    behind_all = names[0].start > word.start and len(told) == len(names) == len(after)
    if behind_all and _one_list(figures[: len(told)], unit, text):
        return told + after
    behind = [number for number in after if figures[number].start > names[-1].end]
    front = [number for number in after if figures[number].start < names[0].start]
    # `بالترتیب چوتھے اور پانچویں نمبر پر A اور B ہیں جن کا … 9 اور 8 ہے`
    both = len(front) == len(names) and _one_list([figures[number] for number in front], unit, text)
    return front + behind if both else behind or front


def _one_list(figures: Sequence[Figure], unit: Unit, text: str) -> bool:
    """Whether nothing but commas and joiners stands between figures of one kind."""
    gaps = [text[one.end : other.start].replace("،", " ").replace(",", " ") for one, other in pairwise(figures)]
    joiners = habits(unit.language).joiners
    return len({one.kind for one in figures}) == 1 and all(word in joiners for gap in gaps for word in gap.split())


def _area(figure: Figure, unit: Unit, found: Sequence[Mark], view: Scene, now: Focus) -> Area:
    if headed := _head_area(unit, view, now):
        return headed
    if counts_localities(figure, unit) and (
        now.provinces or names_those(figure, unit) or (_of_province(found, now) and one_among(figure, unit))
    ):
        return Area(NATION, None, "nation", "context", "context")
    whose = owner(figure, unit, found, view.text)
    if whose.how == "several" and whose.mark is not None:
        return _around(whose.mark, now, whose.near)
    if whose.mark is not None:
        return _resolve(whose.mark, whose.how, now, whose.near)
    if whose.how in ("context", "unknown"):
        told = whose.how == "context"
        untold = _of_company(figure, unit, now) or _context(now) if told else Area(None, None, "province", None, "item")
        return listed(figure, unit, view.text, now) or untold
    if whose.how == "split" and now.home.level == "province" and now.home.area not in {m.key for m in whose.near}:
        return now.home
    if whose.how in ("all", "split", "several") and now.home.level == REGION:
        return now.home
    # `Cả nước tăng 8%; có 20/34 địa phương tăng từ 9% trở lên`
    bound = whose.how == "several" and now.provinces and now.home.area == NATION
    if whose.how in ("all", "split") or bound:
        return Area(NATION, None, "nation", "context", "context")
    if whose.how in ("several", "set"):
        return Area(None, None, REGION, "sentence", "sentence" if whose.how == "several" else "item")
    return Area(None, None, "province", None, "item")


def _of_province(found: Sequence[Mark], now: Focus) -> bool:
    """Whether the text is about a province and the sentence names no unit below it."""
    return now.home.level == "province" and not any(mark.level in SMALL for mark in found)


def _resolve(mark: Mark, basis: str, now: Focus, near: Sequence[Mark]) -> Area:
    """The area of a mark; one that names no province takes the one named near it, or the one the text is about."""
    if now.home.level == FOREIGN and not (mark.level == "province" and mark.key):
        return now.home
    if mark.level in (SAME, SAME_BODY, AGAIN, AGAIN_ANY, HERE):
        return _spoken_of(mark, basis, now, near)
    if mark.level == "body:ministry":
        return Area(NATION, None, "nation", basis, basis, mark.key, mark.rule)
    if (mark.key or mark.level == REGION) and mark.level in WHOLE:
        basis = "context" if mark.rule.endswith(f":{MINISTRIES}") else basis
        return of_mark(mark, basis, basis, None)
    province, where = now.lying_in(mark, near, basis)
    if mark.level.startswith("body:"):
        seat = _seat(mark, now, near)
        return replace(seat, body=mark.key, rule=mark.rule) if seat else _body(mark, basis, now, province, where)
    if mark.level == CITY and (inside := now.city(province)):
        return inside.by("context", basis)
    if mark.level in ("province", CITY):
        return Area(province, province, "province", where if province else None, basis, rule=mark.rule)
    return _small(mark, basis, (province, where), now, near)


def _spoken_of(mark: Mark, basis: str, now: Focus, near: Sequence[Mark]) -> Area:
    """What a bare word or a pronoun means: the place or the body that was spoken of; a body's all over the nation where
    the sentence says so first: `Nationwide, the bank has 9 branches`."""
    meant = now.whole if now.whole is not None and now.whole.body else now.same
    before = {SAME: meant, HERE: now.here}.get(mark.level, now.acting)
    if before is None or (mark.level == SAME_BODY and not _alike(mark, before)):
        return _context(now)
    if before.body and (now.home.body or "").startswith(before.body):
        before = now.home  # a headline may have shortened its name
    if before.body and any(one.level == "nation" and one.end <= mark.start for one in near):
        return Area(NATION, None, "nation", "context", basis, before.body, mark.rule)
    return before.by("context", basis)


def _alike(mark: Mark, before: Area) -> bool:
    """Whether a bare word of a body may mean the one before: `the ministry` means no bank, `Sở đã` no ministry."""
    first, _, word = (mark.key or "").lower().partition(" ")
    kind = word if first in habits(mark.rule.partition("/")[0]).articles else first
    return kind[:KIND] in (before.body or "").lower()


def _around(mark: Mark, now: Focus, near: Sequence[Mark]) -> Area:
    """What several units below the province lie in: the text's own district for its communes, else the province."""
    if now.home.level == "district" and mark.level in ("commune", "village"):
        return now.home
    province, where = now.lying_in(mark, near, "sentence")
    return Area(province, province, "province" if province else None, where if province else None, "sentence")


def _small(mark: Mark, basis: str, within: tuple[str | None, str], now: Focus, near: Sequence[Mark]) -> Area:
    """The area of a unit below the province; a bare word means the one named before."""
    province, where = within
    named = [m for m in near if m.level == mark.level and m.key and m.start < mark.start]
    spoken = now.units.get(mark.level) or next((now.units[one] for one in WITHIN[mark.level] if one in now.units), None)
    if mark.key or not (named or spoken):
        return of_mark(mark, basis if mark.key else where, basis, province)
    if named or spoken is None:
        return of_mark(named[-1], basis, basis, province)
    return spoken.by("context", basis)


def _body(mark: Mark, basis: str, now: Focus, province: str | None, where: str) -> Area:
    """The area of a body without a place: the nation's, or that of the unit that the text is about, else a province."""
    if now.home.area == NATION and where != "sentence":
        return Area(NATION, None, "nation", "context", "context", mark.key, mark.rule)
    if now.home.level in SMALL and where != "sentence" and now.home.body is None and not _provincial(mark):
        return Area(now.home.area, now.home.province, now.home.level, where, basis, mark.key, mark.rule)
    if province is None and mark.home == NATION:
        return Area(NATION, None, "nation", basis, basis, mark.key, mark.rule)
    province, where = (province, where) if province or not mark.home else (mark.home, basis)
    return Area(
        province, province, "province" if province else None, where if province else None, basis, mark.key, mark.rule
    )


def _seat(mark: Mark, now: Focus, near: Sequence[Mark]) -> Area | None:
    """The unit below the province in which a body acts: one that the sentence names before it, else the one
    that this paragraph or the last named, for what each unit has of its own: `In Tan Hoa commune, VBSP lent …`."""
    if _provincial(mark):
        return None
    named = [one for one in near if one.level in SMALL and one.key and one.end <= mark.start]
    if named:
        return of_mark(named[-1], "sentence", "sentence", now.lying_in(named[-1], near, "sentence")[0])
    here = now.here if now.block - now.here_block <= 1 else None
    own = here is not None and here.level in SMALL and mark.rule.endswith((":department", ":bureau"))
    return here.by("context", "sentence") if here and own else None


def _provincial(mark: Mark) -> bool:
    """Whether a body is one that only provinces have: `Sở Y tế`."""
    words = habits(mark.rule.partition("/")[0]).provincial if "/" in mark.rule else frozenset()
    return not words.isdisjoint((mark.key or "").split())


def _of_company(figure: Figure, unit: Unit, now: Focus) -> Area | None:
    """The company that was told of last, for what only companies have: `Công ty … Lợi nhuận đạt 9 tỷ đồng.`"""
    if now.company is None or now.block - now.acting_block > 1:
        return None
    counted = {one.end + 1 for one in unit.figures}  # `of the 29 companies, 26 made a profit`
    if any(word.start in counted for word in unit.of("concept", "enterprise")):
        return None
    told = [*unit.of("link", "corporate"), *unit.of("concept", "sales_revenue")]
    if figure.kind is FigureKind.COUNT:
        told = [word for word in told if word.start == figure.end + 1]  # `9 triệu cổ phiếu`, not `9 firms`
    return now.company.by("context", "context") if told else None


def _context(now: Focus) -> Area:
    """What the paragraph speaks of; what the publisher alone named stays the publisher's."""
    spoken = now.whole or now.current
    if spoken is None:
        return now.home
    return spoken.by("publisher" if spoken.basis == "publisher" else "context", "context")


def _head_area(unit: Unit, view: Scene, now: Focus) -> Area | None:
    """The area that the head of a table's row or column names: a province, a unit below it, or a body."""
    for start, end in unit.head_spans:
        head = view.text[start:end].strip()
        terms = [term for term in unit.heads if start <= term.start < end]
        for mark in bodies(terms, unit, view.text):
            return _resolve(Mark(start, end, mark.level, head, mark.rule), "item", now, ())
        if named := headed_by((start, end), terms, unit, view.text, now):
            return named
    return None
