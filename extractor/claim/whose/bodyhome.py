"""The company or institution that a whole article is about, whose figures its are where nothing else is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, pairwise

from extractor.claim.scene import Scene, Unit, is_headline
from extractor.claim.whose.acting import COMPANY, INSTITUTION_IDS, cited, with_name
from extractor.claim.whose.again import short_name
from extractor.claim.whose.bodies import of_kind
from extractor.claim.whose.called import same_name
from extractor.claim.whose.levels import HOUSEHOLD, NATION, REGION
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.marks import AGAIN, AGAIN_ANY, INSTITUTIONS
from extractor.claim.whose.owner import Area
from extractor.claim.whose.smallhome import LEADING, SPOKEN_OF
from extractor.records import Term
from extractor.rules import Patterns, patterns

# So many times more often is that named whom a text is about.
LARGER = 1.5
# So near behind a body stands the province that it lies in.
PLACED = 10
# Bodies that a bare word of their kind may mean later.
NAMED_BODIES = (*INSTITUTIONS, ":department", ":bureau", ":ministry")


def body_home(units: Sequence[Unit], view: Scene, seen: Mapping[int, Sequence[Mark]]) -> Mark | None:
    """The only thing that the article speaks of or, named in its opening, what it keeps speaking of, by the bare word
    of its kind too."""
    if not units:
        return None  # a page of which nothing but its source was left
    every = [mark for found in seen.values() for mark in found if mark.level not in (REGION, HOUSEHOLD, AGAIN_ANY)]
    speaking = [[mark for mark in found if mark.level.startswith("body:") and mark.key] for found in seen.values()]
    bodies = list(chain.from_iterable(speaking))
    first = next((mark for mark in bodies if mark.rule.endswith(INSTITUTIONS)), None)
    if told := _telling(units, view, bodies) or _addressed(view, bodies):
        return told
    if first is None:
        return None
    name = first.key or ""
    again = [mark for mark in bodies if _is_again(mark, name)]
    opens = first.start <= view.units[min(LEADING, len(view.units)) - 1].end
    # A sentence may list many others: `Among its members are …`.
    of_it = sum(any(_is_again(mark, name) for mark in found) for found in speaking)
    often = opens and len(again) >= SPOKEN_OF and 2 * of_it > sum(map(bool, speaking))
    # Nothing but a headline above may tell figures before it.
    before = [unit for unit in units if unit.figures and unit.end < first.start]
    headline = len(before) == 1 and before[0].index == 0 and view.units[1].block != before[0].block
    title = view.units[0]
    heads = first.start == title.start and is_headline(title, view.text) and all(_of_it(mark, first) for mark in every)
    return first if often or heads or (len(again) == len(every) and (headline or not before)) else None


def _of_it(mark: Mark, first: Mark) -> bool:
    """Whether a mark is a body or stands in its name, or is a bare word for one: `NHCSXH Hà Giang … Chi nhánh có`."""
    inside = first.start <= mark.start < first.end
    return inside or mark.level in (AGAIN, AGAIN_ANY) or _is_again(mark, first.key or "")


def named_body(marks: Sequence[Mark], unit: Unit) -> Mark | None:
    """The first institution or company that a sentence names, but for that from which another came (`tách ra từ`)."""
    origins = {word.end + 1 for word in unit.of("time", "from")}
    found = [mark for mark in marks if mark.rule.endswith(NAMED_BODIES)]
    return next((mark for mark in found if mark.start not in origins), None)


def _telling(units: Sequence[Unit], view: Scene, bodies: Sequence[Mark]) -> Mark | None:
    """The institution that the opening cites as its source, where it goes on to act and the text speaks of no other
    body: `According to Hue Bank, … The bank lent … Hue Bank has …`."""
    opening = (
        (term, unit) for unit in units[:LEADING] for term in _named(unit, view.text) if cited(term, unit, view.text)
    )
    first, home = next(opening, (None, None))
    if first is None or home is None or any(not mark.rule.endswith((*INSTITUTIONS, ":again")) for mark in bodies):
        return None
    name = view.text[first.start : first.end]
    names = {name, short_name(first.end, view.text)}
    if any((mark.key or "") not in names and not of_kind(name, mark.key or "") for mark in bodies):
        return None
    acts = any(mark.start > home.end for mark in bodies)
    spoken = [
        term for unit in units for term in unit.of("body") if _means(view.text[term.start : term.end], names, name)
    ]
    if not acts or len(spoken) < SPOKEN_OF:
        return None
    return Mark(first.start, first.end, f"body:{first.id}", name, first.rule)


def _addressed(view: Scene, bodies: Sequence[Mark]) -> Mark | None:
    """The one kind of institution that is named, where the address opens with such: `truong-thpt-tan-hoa-don-…`."""
    words, kinds = view.units[0].address, _kinds(patterns())
    if not any("-".join(words[:size]) in kinds for size in (1, 2, 3)):
        return None
    own = [mark for mark in bodies if mark.rule.endswith(INSTITUTIONS)]
    ends = [(mark.key or "").split()[-1] for mark in own]
    alike = all(one.endswith(min(ends, key=len)) for one in ends)
    return own[0] if own and alike else None


def _is_again(mark: Mark, name: str) -> bool:
    """Whether a mark means the body of a name: by it, its kind in short too, or by the bare word of its kind."""
    key = mark.key or ""
    return same_name(key, name) or (mark.level == AGAIN and of_kind(name, key))


def outdoes(body: Mark, small: Mark | None, found: Mapping[int, Sequence[Mark]]) -> bool:
    """Whether a text speaks of a body much more than of the unit that it lies in."""
    every = [mark for marks in found.values() for mark in marks if mark.key]
    around = sum(small is not None and (mark.level, mark.key) == (small.level, small.key) for mark in every)
    spoken = sum(mark.level.startswith("body:") and _is_again(mark, body.key or "") for mark in every)
    return not around or spoken > LARGER * around


def of_body(body: Mark, home: Area, found: Mapping[int, Sequence[Mark]]) -> Area:
    """The home with the body, by its longest name; where it is not known whose, as the name itself has it."""
    named = (mark for marks in found.values() for mark in marks if (mark.key or "").startswith(body.key or ""))
    body = max((body, *named), key=lambda mark: len(mark.key or "") if mark.home else 0)
    whose = body.home or _placed(body, found) if home.level is None else None
    if body.home == NATION and home.level == "province" and home.basis == "context":
        # A place that a text on a company of the nation names once is where it does something.
        times = sum(mark.key == home.province for marks in found.values() for mark in marks if mark.level == "province")
        whose = NATION if times <= 1 else None
    if whose:
        province = None if whose == NATION else whose
        home = Area(whose, province, "province" if province else "nation", "context", "context")
    return replace(home, body=body.key, rule=body.rule)


def _placed(body: Mark, found: Mapping[int, Sequence[Mark]]) -> str | None:
    """The province that stands right behind a body's name: `Bệnh viện Tân Hòa, tỉnh Huế`."""
    beside = (two for marks in found.values() for two in pairwise(marks) if _is_again(two[0], body.key or ""))
    near = (place.key for one, place in beside if place.level == "province" and place.start - one.end <= PLACED)
    return next((key for key in near if key), None)


@cache
def _kinds(source: Patterns) -> frozenset[str]:
    return frozenset(row["word"] for row in source.table("body_words.csv", ("word",)))


def _means(word: str, names: set[str | None], name: str) -> bool:
    return word in names or of_kind(name, word)


def _named(unit: Unit, text: str) -> list[Term]:
    """The institutions of a sentence, those of a kind with a name."""
    return [one for one in unit.of("body", *INSTITUTION_IDS) if one.id != COMPANY or with_name(one, unit, text)]
