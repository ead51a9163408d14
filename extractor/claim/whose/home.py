"""Whom an article is about before its first figure: a province, a unit below it, the nation, or nobody told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractor.claim.scene import HEADINGS, Scene, Unit, address_words, of_picture
from extractor.claim.when.datelines import by_agency, dateline
from extractor.claim.whose.acting import told_by_ministry
from extractor.claim.whose.addressed import addressed_province
from extractor.claim.whose.below import addressed_town, one_of, provinces_of
from extractor.claim.whose.bodyhome import body_home, of_body, outdoes
from extractor.claim.whose.called import national_company
from extractor.claim.whose.evidence import NAMED_AT_LEAST, Evidence, count_regions, of_state
from extractor.claim.whose.focus import Focus
from extractor.claim.whose.held import venue
from extractor.claim.whose.latin import of_province
from extractor.claim.whose.levels import FOREIGN, NATION, REGION, SMALL
from extractor.claim.whose.mark import Mark
from extractor.claim.whose.marks import ITEM, MARKING, marks
from extractor.claim.whose.owner import Area, of_mark
from extractor.claim.whose.paragraphs import CITY
from extractor.claim.whose.places import BEFORE_REFORM, LONGEST_NAME, REFORM, publisher_province
from extractor.claim.whose.provinces import counts_localities, every_province
from extractor.claim.whose.seats import seated_in
from extractor.claim.whose.sections import of_several, section_heads, starred
from extractor.claim.whose.smallhome import placing, small_home
from extractor.records import Article, FigureKind, Term

LOOK = 60
# Words of the reform, which an article before it does not have.
FORMER = ("former_name", "before_reform", "since_reform")
# The kinds of words that can tell whom a text is about.
TELLING = MARKING | {"concept"}
DATELINE = 2
DATED = 3  # sentences at most down to it
# An address is written like the title, which a page may come without.
TITLED = 3
LINKED = 6
CITED = 60
# So near before a document stands who signed it: `Politburo Resolution No. 57`, `the Politburo's Resolution`.
SIGNED = 4
# What only a province has.
REGIONAL = "grdp"
# Where the central powers meet: named beside them it tells no province.
CAPITAL = frozenset({"ha-noi"})
# Where the national press sits: where nothing else is named, its dateline tells nothing.
SEATS = frozenset({"ha-noi", "ho-chi-minh"})
# What a headline without a place tells of the nation.
TRADE = ("exports", "imports", "export_part")
# The nation by its name.
NATION_NAME = "nation_name"
ABROAD = ("PKR", "INR")
HOST = re.compile(r"(?<!\S)[A-Za-z0-9-]+(?:\.[a-z]{2,})+(?!\S)")
BANNER = 30
# Words of the central powers.
CENTRAL = ("central", "ministry")
# Behind it stands what is named among others.
EXAMPLE = "example"
# So many words has the name of who wrote a text.
NAMES = 4


def focus(view: Scene) -> Focus:
    """Where an article stands before its first figure, by the places, scope words and bodies of its first sentences."""
    units = view.units[:LOOK]
    found = {unit.index: marks(unit, view) for unit in units}
    view = replace(view, article=_dated(view.article, found, any(one.of("scope", *FORMER) for one in units)))
    seen = _evidence(view, units, found)
    if not seen.counted and seen.publisher is None and any(map(_abroad, units)):
        return Focus(Area(FOREIGN, None, FOREIGN, "context", "context"), None, "context")
    now, heads = _home(seen), section_heads(units, found, view.text)
    if now.home.level == "province" and seen.publisher is None and of_several(heads, view.article.published):
        now.home = Area(NATION, None, "nation", "context", "context")
    now.publisher = seen.publisher
    now.provinces = seen.unnamed or any(every_province(unit) for unit in units)
    now.seen, now.day = found, view.article.published
    now.heads = (heads if now.home.level in ("nation", None) else {}) | starred(units, found, view.text)
    told = {unit.index: [] if of_picture(unit, view) else found[unit.index] for unit in units}
    small = small_home(view, told, now.province, alone=not (seen.own or seen.counted))
    # The Prime Minister who recognised a district does not make a text about it one about the nation.
    central = now.home.level == "nation" and not (seen.whole_nation or seen.linked or seen.roundup)
    if small is not None and (central or now.home.level not in ("nation", REGION)):
        near = placing(small, view, found, now.province is None)
        now.home = of_mark(small, "context", "context", now.lying_in(small, near, "context")[0])
        now.units[small.level] = now.home
    else:
        small = None
    if (body := body_home(units, view, found)) and outdoes(body, small, found):
        now.home = of_body(body, now.home, found)
    return now


def _abroad(unit: Unit) -> bool:
    """Whether a sentence names a place abroad or money of one."""
    return bool(unit.of("scope", "foreign_place")) or any(figure.unit in ABROAD for figure in unit.figures)


def _dated(article: Article, found: Mapping[int, Sequence[Mark]], former: bool) -> Article:
    """The article; one of the year of the reform that speaks of a district, which it ended, as of before it; so one
    without a day, where no word calls anything former."""
    districts = (m for marked in found.values() for m in marked if m.level == "district" and m.key and ":" in m.rule)
    worded = any("scope" in mark.rule and provinces_of(mark.level, mark.key or "", REFORM[:4]) for mark in districts)
    early = article.published == REFORM[:4] or (article.published is None and not former)
    return replace(article, published=BEFORE_REFORM) if worded and early else article


def _evidence(view: Scene, units: Sequence[Unit], found: Mapping[int, Sequence[Mark]]) -> Evidence:
    """What the first sentences say of whom the text is about; the venue of a video link says that it is the nation."""
    seen, written, day = Evidence(publisher_province(view.article)), list[str](), view.article.published
    seen.central = seen.publisher is None and of_state(view.article)
    units = _told_in(units, view)
    for unit in units:
        first = unit is units[0]
        if not first and TELLING.isdisjoint(unit.kinds):
            continue
        weight = 3 if unit.kind in HEADINGS or first else 1
        here = _without_examples(found[unit.index], unit)
        if first:
            seen.opening = _of_nation(here) or (not here and told_by_ministry(unit))
            seen.title = frozenset(mark.key for mark in here if mark.level == "province" and mark.key)
        central = _central(unit, view.text)
        seen.national += weight * len(central)
        traded = first and bool(unit.of("concept", *TRADE))
        seen.topic = seen.topic or traded or bool(unit.of("scope", "national_topic"))
        counted = unit.figures if "locality" in unit.ids else ()
        seen.localities = seen.localities or any(counts_localities(one, unit) for one in counted)
        seen.state = seen.state or bool(unit.of("scope", "national_body")) or national_company(unit, view.text)
        seen.former = seen.former or bool(unit.of("place") and unit.of("scope", "former_name"))
        seen.local = seen.local or _local(unit, here, seen.publisher, day)
        if venue(unit, view.text):
            seen.linked = seen.linked or bool(unit.of("place"))
            continue
        seen.own += len(unit.of("scope", "province_body")) + len(unit.of("body", "police"))
        if here:
            count_regions(seen, here, weight, unit, view.text)
            _count_marks(seen, here, weight, day, CAPITAL if central else frozenset())
        names = dateline(unit, view.text) if "place" in unit.kinds and not seen.national else ()
        written += [term.id for term in names if term.kind == "place"]
    seen.agency = any(by_agency(unit, view.text) for unit in units[:DATED])
    for key in written:
        if key not in SEATS or seen.own or (seen.counted and not seen.agency):
            seen.count(key, DATELINE, True)
    seen.join_merged(day)
    seen.national += LINKED if seen.linked else 0
    _count_address(seen, view.article, found)
    untold = not (seen.counted or seen.publisher or seen.addressed)
    if untold and (seat := seated_in(view.units[:LOOK], view.text, day)):
        seen.count(seat, NAMED_AT_LEAST, True)
    return seen


def _count_address(seen: Evidence, article: Article, found: Mapping[int, Sequence[Mark]]) -> None:
    """What the address of the page says beside the text: a province that it names, or a town that the text does too."""
    day, seen.addressed = article.published, _addressed(article)
    seen.headed = seen.addressed is not None and _addressed(article, LONGEST_NAME) == seen.addressed
    if seen.addressed in seen.counted and seen.addressed not in CAPITAL:
        seen.count(seen.addressed, TITLED, True)
    elif seen.addressed and seen.addressed not in seen.counted and _has_units(seen.addressed, found, day):
        seen.count(seen.addressed, NAMED_AT_LEAST, True)
    elif not seen.addressed and (town := addressed_town(address_words(article.url), day)):
        districts = (m.key for marked in found.values() for m in marked if m.level == "district" and m.key)
        if any(of_province(key, town[0]) == town[1] for key in districts):
            seen.count(town[0], TITLED, True)


def _count_marks(seen: Evidence, here: Sequence[Mark], weight: int, day: str | None, passing: frozenset[str]) -> None:
    """Counts what the marks of a sentence tell, but for provinces that it names in passing."""
    # The word that only ends a province's name (`Huế صوبے میں`) speaks of none that need not be named.
    behind = [mark.end + 1 for mark in here if mark.level == "province" and mark.key]
    for mark in here:
        seen.national += weight * (mark.level == "nation")
        seen.state = seen.state or mark.rule.endswith(f":{NATION_NAME}")
        seen.own += mark.level in ("province", CITY) and not mark.key and mark.start not in behind
        seen.compared = seen.compared or mark.aside
        for key in _tells(mark, day, seen) - passing:
            seen.count(key, weight, not (mark.bracket or mark.aside))


def _without_examples(here: Sequence[Mark], unit: Unit) -> Sequence[Mark]:
    """The marks but for the one province, and what lies in it, of which a sentence only gives an example: `some areas
    such as Tan Hoa (Huế)`; several provinces are those that a round is about."""
    words = unit.of("link", EXAMPLE)
    behind = [mark for mark in here if words and mark.start >= words[0].end and mark.level in ("province", *SMALL)]
    several = len({mark.key for mark in behind if mark.level == "province"}) > 1
    return here if several else [mark for mark in here if mark not in behind]


def _told_in(units: Sequence[Unit], view: Scene) -> list[Unit]:
    """The sentences without lines that name the site or the author, and without those of pictures, which may show
    another place."""
    told = [unit for unit in units if not (_banner(unit, view.text) or _byline(unit, view))]
    return [unit for unit in told if not of_picture(unit, view)] or told


def _byline(unit: Unit, view: Scene) -> bool:
    """Whether the last line is nothing but a name with capitals: the author's, who may be called like a place."""
    if unit is not view.units[-1] or unit.index == 0 or unit.figures:
        return False
    words = view.text[unit.start : unit.end].split()
    return len(words) <= NAMES and all(word[0].isupper() and word.isalpha() for word in words)


def _banner(unit: Unit, text: str) -> bool:
    """Whether a line only names the site that printed the text, which is no place."""
    end = min(unit.end, unit.start + BANNER)
    dotted = not unit.figures and text.find(".", unit.start, end) >= 0
    return dotted and HOST.search(text, unit.start, end) is not None


def _has_units(province: str, found: Mapping[int, Sequence[Mark]], day: str | None) -> bool:
    """Whether the text speaks of a unit of the province."""
    small = (m for marked in found.values() for m in marked if m.level in SMALL and m.key and ITEM not in m.rule)
    return any(one_of(province, provinces_of(m.level, of_province(m.key or "", province), day)) for m in small)


def _addressed(article: Article, first: int | None = None) -> str | None:
    """The province that the address of the page or of its original names: the words of the title in Latin letters, or
    the first of them."""
    urls = (article.url, article.original_url)
    told = (addressed_province(address_words(url)[:first], article.published) for url in urls)
    return next((key for key in told if key), None)


def _of_nation(opening: Sequence[Mark]) -> bool:
    """Whether the first sentence names the nation and no place in it."""
    spoken = [mark for mark in opening if not mark.aside and mark.bracket is None]
    return bool(spoken) and all(mark.level == "nation" for mark in spoken)


def _tells(mark: Mark, day: str | None, seen: Evidence) -> frozenset[str]:
    """The province that a mark names or, where no publisher tells one, that alone has a unit of the name.

    Where the text named the province that is part of it today, that one.
    """
    if mark.level == "province" or not mark.key or seen.publisher or mark.rule.startswith(f"{ITEM}:"):
        return frozenset({mark.key}) if mark.key and mark.level == "province" else frozenset()
    told = provinces_of(mark.level, mark.key, day)
    before = frozenset(key for key in seen.counted if one_of(key, told))
    return before or told if len(told) == 1 else frozenset()


def _local(unit: Unit, here: Sequence[Mark], publisher: str | None, day: str | None) -> bool:
    """Whether a sentence speaks of a province or a part of one that it need not name, so of the publisher's."""
    if unit.of("concept", REGIONAL) or unit.of("body", "department"):
        return True
    for mark in here:
        told = provinces_of(mark.level, mark.key, day) if mark.key and mark.level in SMALL else None
        if mark.level in SMALL and (not told or one_of(publisher, told)):
            return True
    words = unit.of("scope", "province", "province_name", "city")
    if not words:
        return False
    counted = {one.end + 1 for one in unit.figures} | {word.end + 1 for word in unit.of("link", "plural")}
    return any(word.start not in counted for word in words)


def _central(unit: Unit, text: str) -> list[Term]:
    """Words of the central powers and of ministries, but for those that only signed a document that is cited, and of
    which somebody only is a member: `پارٹی کی مرکزی کمیٹی کے رکن`."""
    words = [] if unit.ids.isdisjoint(CENTRAL) else [*unit.of("scope", "central"), *unit.of("body", "ministry")]
    if not words:
        return []
    papers = [(one.start, one.end) for one in unit.others if one.kind is FigureKind.DOCUMENT]
    papers += [(term.start, term.end) for term in unit.of("reference")]
    cited, starts = [end for _, end in papers], {start for start, _ in papers}
    return [
        word
        for word in words
        if not any(0 <= word.start - end < CITED and "," not in text[end : word.start] for end in cited)
        and starts.isdisjoint(range(word.end, word.end + SIGNED))
        and not any(0 <= office.start - word.end <= 1 for office in unit.of("link", "member"))
    ]


def _home(seen: Evidence) -> Focus:
    named, publisher = seen.named, seen.publisher
    if seen.regional:
        return Focus(Area(None, None, REGION, "context", "context"), publisher, "publisher")
    first = seen.opening and publisher is None
    # A title that names a province, over a text that speaks of one, is worth as much as one that stands there.
    titled = TITLED if seen.addressed and seen.local and not seen.counted else 0
    # So is a title that opens with one which the text names again, however often its opening names the nation.
    # And a publisher's own province that its title names.
    own_title = (seen.headed or named == publisher) and seen.clear and seen.addressed == named and named not in SEATS
    own_title = own_title and seen.times[named or ""] > NAMED_AT_LEAST
    if first or (seen.national > seen.own + seen.lead + titled + (publisher is not None) and not own_title):
        where = "context" if named else "publisher"
        return Focus(Area(NATION, None, "nation", "context", "context"), named if seen.clear else publisher, where)
    if seen.clear:
        return Focus(Area(named, named, "province", "context", "context"), named, "context")
    if publisher and seen.published and seen.addressed in (publisher, None):
        level = "context" if seen.own else "publisher"
        return Focus(Area(publisher, publisher, "province", "publisher", level), publisher, "publisher")
    # Where nothing names a place or speaks for the nation, a title that opens with a province says whom it is about.
    local = seen.own or seen.local or (seen.headed and not (seen.wide or seen.topic or seen.unnamed))
    if seen.addressed and local and (not seen.counted or seen.addressed in seen.counted):
        return Focus(Area(seen.addressed, seen.addressed, "province", "context", "context"), seen.addressed, "context")
    if seen.roundup or seen.unnamed or ((seen.wide or seen.topic) and not seen.own):
        return Focus(Area(NATION, None, "nation", "context", "context"), publisher, "publisher")
    return Focus(Area(), publisher, "publisher")
