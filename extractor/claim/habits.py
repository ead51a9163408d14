"""How words belong to figures in one language, as its clauses.toml says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache, partial
from typing import Any

from extractor.claim.signs import any_word
from extractor.errors import RuleError
from extractor.rules import Patterns, patterns, while_in_use

STEP = "rank_step"


# Which cost of a language each sign has.
SIGN_COSTS = {",،、–": "comma", ";؛。۔": "stop", "()[]": "bracket"}
SIDES = ("before", "after")
KINDS = {int: "whole number", float: "number", str: "word", bool: "true or false", list: "list of words"}


def _at(
    make: Callable[[Any], Any], kinds: tuple[type, ...], place: str, needed: bool = False, among: Sequence[str] = ()
) -> Any:
    """A field of Habits: section and name of its value in clauses.toml, its types there, what is made of it, and what
    it must be one of."""
    return field(metadata={"make": make, "kinds": kinds, "place": place, "needed": needed, "among": among})


_number = partial(_at, float, (int, float), needed=True)
_count = partial(_at, int, (int,), needed=True)
_side = partial(_at, str, (str,), needed=True, among=SIDES)
_flag = partial(_at, bool, (bool,))
_words = partial(_at, frozenset, (list,))
_listed = partial(_at, tuple, (list,))
# A pattern that finds any of the words, None where there are none.
_either = partial(_at, any_word, (list,))


@dataclass(frozen=True, slots=True)
class Habits:
    """How words belong to figures in one language; the comments of clauses.toml say what each value does."""

    before: float = _number("attach.before")
    after: float = _number("attach.after")
    bracket: int = _count("attach.bracket")
    stop: int = _count("attach.stop")
    comma: int = _count("attach.comma")
    joiner: int = _count("attach.joiner")
    joiners: frozenset[str] = _words("attach.joiners", needed=True)
    restating: frozenset[str] = _words("attach.restating")
    joining: re.Pattern[str] | None = _either("attach.joiners", needed=True)
    noun_words: int = _count("attach.noun_words")
    strange: int = _count("attach.strange")
    subject_words: int = _count("attach.subject_words")
    whole_side: str = _side("whole.side")
    opens: frozenset[str] = _words("status.opens")
    status_side: str = _side("status.side")
    tenses: bool = _flag("status.tenses", needed=True)
    past: frozenset[str] = _words("status.past")
    was: frozenset[str] = _words("status.was")
    conceding: re.Pattern[str] | None = _either("status.conceding")
    turning: re.Pattern[str] | None = _either("status.turning")
    set_out: frozenset[str] = _words("status.set_out")
    task_nouns: frozenset[str] = _words("status.task_nouns")
    topics: re.Pattern[str] | None = _either("status.topics")
    then: re.Pattern[str] | None = _either("status.then")
    having: frozenset[str] = _words("status.having")
    met: frozenset[str] = _words("status.met")
    meeting: frozenset[str] = _words("status.meeting")
    finite: frozenset[str] = _words("status.verbs")
    present: frozenset[str] = _words("status.present")
    perfect: frozenset[str] = _words("status.perfect")
    ongoing: frozenset[str] = _words("status.ongoing")
    participles: frozenset[str] = _words("status.participles")
    that: frozenset[str] = _words("status.that")
    which: frozenset[str] = _words("status.which")
    accord: tuple[str, ...] = _listed("status.accord")
    among: tuple[str, ...] = _listed("status.among")
    number_of: tuple[str, ...] = _listed("words.number_of")
    there: frozenset[str] = _words("words.there")
    levels: frozenset[str] = _words("words.levels")
    time_side: str = _side("time.side")
    placing: frozenset[str] = _words("time.placing")
    during: frozenset[str] = _words("time.during")
    lasting: frozenset[str] = _words("time.lasting")
    summing: re.Pattern[str] | None = _either("time.summing")
    tasks: re.Pattern[str] | None = _either("time.tasks")
    reviewing: re.Pattern[str] | None = _either("time.reviewing")
    averaged: re.Pattern[str] | None = _either("time.averaged")
    funds: re.Pattern[str] | None = _either("time.funds")
    fund_words: frozenset[str] = _words("time.fund_words")
    yearly: re.Pattern[str] | None = _either("time.yearly")
    intended: frozenset[str] = _words("time.intended")
    source_side: str = _side("source.side")
    giving: frozenset[str] = _words("source.giving")
    own: frozenset[str] = _words("source.own")
    results: frozenset[str] = _words("source.results")
    papers: frozenset[str] = _words("source.papers")
    only: frozenset[str] = _words("units.only")
    ways: re.Pattern[str] | None = _either("units.ways")
    unit_name: str = _side("units.name")
    no_name: frozenset[str] = _words("units.no_name")
    organisations: frozenset[str] = _words("units.organisations")
    numbered_in: frozenset[str] = _words("units.numbered_in")
    by_number: frozenset[str] = _words("units.by_number")
    unit_kinds: re.Pattern[str] | None = _either("units.kinds")
    surnames: frozenset[str] = _words("units.surnames")
    own_organs: frozenset[str] = _words("units.own_organs")
    naming: frozenset[str] = _words("units.naming")
    further: frozenset[str] = _words("units.further")
    legal: frozenset[str] = _words("units.legal")
    provincial: frozenset[str] = _words("units.provincial")
    towns: frozenset[str] = _words("units.towns")
    syllables: frozenset[str] = _words("units.syllables")
    held: frozenset[str] = _words("units.held")
    short_paragraphs: bool = _flag("units.short_paragraphs")
    pointers: tuple[str, ...] = _listed("units.pointers", needed=True)
    coupled: tuple[str, ...] = _listed("units.coupled")
    each: frozenset[str] = _words("units.each")
    ranges: tuple[str, ...] = _listed("units.ranges", needed=True)
    owners: frozenset[str] = _words("units.owners", needed=True)
    inside: frozenset[str] = _words("units.inside")
    branches: frozenset[str] = _words("units.branches")
    leading: frozenset[str] = _words("units.leading")
    agents: frozenset[str] = _words("units.agents")
    doing: re.Pattern[str] | None = _either("units.doing")
    abroad: tuple[str, ...] = _listed("units.abroad")
    entering: frozenset[str] = _words("units.entering")
    receiving: frozenset[str] = _words("units.receiving")
    giver: tuple[str, ...] = _listed("units.giver")
    investors: frozenset[str] = _words("units.investors")
    copula: frozenset[str] = _words("units.copula")
    function: frozenset[str] = _words("words.function", needed=True)
    plan_words: frozenset[str] = _words("words.plan", needed=True)
    articles: frozenset[str] = _words("words.articles")
    equals: frozenset[str] = _words("words.equals")
    holding: frozenset[str] = _words("words.holding")
    setting: frozenset[str] = _words("words.setting")
    plan_nouns: frozenset[str] = _words("words.plan_nouns")
    plan_heads: frozenset[str] = _words("words.plan_heads")
    year: frozenset[str] = _words("words.year", needed=True)
    month: frozenset[str] = _words("words.month")
    base: frozenset[str] = _words("words.base", needed=True)
    left: frozenset[str] = _words("words.left")
    risen: frozenset[str] = _words("words.risen")
    within: frozenset[str] = _words("words.within", needed=True)
    relative: frozenset[str] = _words("words.relative")
    members: re.Pattern[str] | None = _either("words.members", needed=True)
    by: frozenset[str] = _words("words.by")
    moved_to: frozenset[str] = _words("words.moved_to")
    it: frozenset[str] = _words("words.it")
    when: re.Pattern[str] | None = _either("words.when", needed=True)
    sharing: re.Pattern[str] | None = _either("words.sharing", needed=True)
    along: re.Pattern[str] | None = _either("words.along")
    about: re.Pattern[str] | None = _either("words.about")
    purpose: re.Pattern[str] | None = _either("words.purpose")
    plural: frozenset[str] = _words("words.plural")
    share_of: frozenset[str] = _words("shares.of")
    share_of_name: frozenset[str] = _words("shares.of_name")
    share_between: frozenset[str] = _words("shares.between")
    share_counts: frozenset[str] = _words("shares.counts")
    describing: frozenset[str] = _words("shares.describing")
    share_total: frozenset[str] = _words("shares.total")
    parts: frozenset[str] = _words("parts.of")
    neutral: frozenset[str] = _words("parts.neutral")
    wholes: frozenset[str] = _words("parts.wholes")
    # What the signs cost; behind which words a verb has ended its clause; whether letters.csv gives other letters.
    signs: Mapping[str, int] = field(default_factory=dict)
    opening: frozenset[str] = frozenset()
    # The nouns by which a rank moves.
    steps: frozenset[str] = frozenset()
    letters: bool = False


GIVEN = [one for one in fields(Habits) if one.metadata]


@while_in_use
def habits(language: str) -> Habits:
    """The habits of a language from its clauses.toml; RuleError names the value that is missing, wrong or unknown."""
    return _habits(patterns(), language)


@cache
def _habits(source: Patterns, language: str) -> Habits:
    file = f"{language}/clauses.toml"
    document = source.document(file)
    given = {f"{section}.{name}": value for section in document for name, value in _section(document, section, file)}
    if strange := sorted(given.keys() - {one.metadata["place"] for one in GIVEN}):
        raise RuleError(f"{file} has an unknown value {strange[0]}", "name it as vi/clauses.toml or en/clauses.toml do")
    made = {one.name: one.metadata["make"](_checked(given, file, **one.metadata)) for one in GIVEN}
    return Habits(
        **made,
        signs={sign: made[cost] for signs, cost in SIGN_COSTS.items() for sign in signs},
        opening=made["joiners"].union(*(made[name] for name in ("finite", "that", "which", "opens"))),
        steps=_steps(source, language),
        letters=(source.root / language / "letters.csv").exists(),
    )


def _section(document: Mapping[str, Any], name: str, file: str) -> Iterable[tuple[str, Any]]:
    if not isinstance(document[name], dict):
        raise RuleError(f"{file} has {name!r} in no section", "set it below its [section], as in vi/clauses.toml")
    return dict(document[name]).items()


def _checked(
    given: Mapping[str, Any],
    file: str,
    *,
    place: str,
    kinds: tuple[type, ...],
    needed: bool,
    among: Sequence[str],
    **_: Any,
) -> Any:
    """The value at a place, or an empty one where it may be left out."""
    value = given.get(place, None if needed else kinds[0]())
    advice = f"write it as in {'en' if file.startswith('vi/') else 'vi'}/clauses.toml"
    if type(value) not in kinds or (isinstance(value, list) and not all(isinstance(word, str) for word in value)):
        raise RuleError(f"{file} has no {place} that is a {KINDS[kinds[0]]}", advice)
    if among and value not in among:
        raise RuleError(f"{file} has {value!r} as {place}", f"write {' or '.join(among)}")
    return value


def _steps(source: Patterns, language: str) -> frozenset[str]:
    """The nouns by which a rank moves: `tăng 5 bậc`, `up 5 places`."""
    name = f"{language}/nouns.csv"
    rows = source.table(name) if (source.root / name).exists() else ()
    return frozenset(row["form"] for row in rows if row["unit"] == STEP)
