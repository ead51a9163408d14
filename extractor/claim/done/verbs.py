"""What is said of a figure where the verb ends the clause, as in Urdu: the word of status before or behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.claim import signs
from extractor.claim.habits import Habits, habits
from extractor.claim.scene import Unit, once
from extractor.records import Figure, FigureKind, Term

REACH = 200
# What a figure may be measured against, which then says nothing of the figure: `chậm so với yêu cầu`.
MEASURED = ("target", "demand", "allotted")
# Bare words for more and less, and how many words of what is counted may stand before them.
MORE = ("up_behind", "down_behind")
COUNTED = 1
CLOSE = 12
SET_REACH = 30
# What was set aside is planned where it is money.
ALLOTTED = "allotted"
SUMS = (FigureKind.MONEY, FigureKind.PERCENT)
PARTED = re.compile(r"[,;:()،؛۔\d]")
OPENED = 160
TOKEN = re.compile(r"[^\W\d_]+|[,،](?!\d)|[:;؛۔\n()]")
WORD = re.compile(r" ([^\W\d_]+)")
STOPS = frozenset(";؛۔\n")
DIGITS = re.compile(r"\d")
COMMAS = frozenset(",،")
ENDS = "۔،؛.,;:|)"
SHARE_ENDS = ",();؛.۔:"
# What can be counted, in a clause whose verb stands before it; and so many words may say what it is.
COUNTED_KINDS = (FigureKind.COUNT, FigureKind.MEASURE)
COUNTED_WORDS = 3
# What a rate is told by.
PER = re.compile(r"^/\w+")
WORD_ALONE = re.compile(r"[^\W\d_]+")
# So many words from `tại các xã` to the verb behind it.
THOSE = 5


def verb_word(figure: Figure, words: Sequence[Term], strong: frozenset[str], unit: Unit, text: str) -> Term | None:
    """The word of status that the figure's verb carries, else one before it in the clause or over the whole list."""
    using = habits(unit.language)
    if outer := _outer(figure, unit, using, text):
        return verb_word(outer, words, strong, unit, text)
    end = _verb_end(text, figure.end, min(unit.end, figure.end + REACH), using)
    end = done_by(figure, end, unit, text) or end
    words = [word for word in words if word.id != ALLOTTED or figure.kind in SUMS]
    behind = [word for word in words if figure.end <= word.start < end and not _of_next(word, figure, text)]
    if behind:
        strongest = next((word for word in behind if word.id in strong), None)
        return None if strongest is None or _is_set(figure, using, text) else strongest
    before = [word for word in words if word.end <= figure.start and word.id in strong]
    compared = max((one.start for one in unit.of("statement", "compared") if one.end <= figure.start), default=-1)
    # A goal whose verb stands between is none that a value is compared with: `ہدف ہے کہ 2020 کے مقابلے میں 9% بڑھے`.
    before = [w for w in before if w.id not in MEASURED or w.start > compared or closed(text, w.end, compared, using)]
    before = [word for word in before if not _of_those(word, figure, unit, using, text)]
    return next((word for word in reversed(before) if _holds(word, figure, using, text)), None)


def done_by(figure: Figure, end: int, unit: Unit, text: str) -> int | None:
    """Where, before `end`, the clause ends in which somebody did something, by a joiner behind its verb: `صوبے نے 9 پل
    بنائے اور 12 بنانے کا ہدف رکھا`."""
    using = habits(unit.language)
    if not using.perfect or not any(one.end <= figure.start for one in unit.of("link", "agent")):
        return None
    for (token, found), (behind, _) in pairwise(_tokens(text, figure.end, end, using)):
        if token in using.perfect and behind in using.joiners:
            return found.end()
    return None


def _of_next(word: Term, figure: Figure, text: str) -> bool:
    """Whether a norm behind a comma is that of the next number: `کم از کم دس، زیادہ سے زیادہ بیس`."""
    return word.id == "norm" and signs.LIST.search(text, figure.end, word.start) is not None


def _of_those(word: Term, figure: Figure, unit: Unit, using: Habits, text: str) -> bool:
    """Whether a word only says what the whole is that the figure is a part of: `مختص 900 میں سے 700 تقسیم ہوئے`."""
    ends = [text.rfind(among, word.end, figure.start) for among in using.among]
    return any(word.end <= one.start and one.end <= end for one in unit.figures for end in ends)


def _outer(figure: Figure, unit: Unit, using: Habits, text: str) -> Figure | None:
    """The figure before the bracket that a figure stands in, where no verb in it says anything: `25% ہے (9 ہیکٹر)`."""
    opened = text.rfind("(", unit.start, figure.start)
    shut = text.find(")", figure.end, unit.end) if opened >= 0 else -1
    if shut < 0 or ")" in text[opened : figure.start] or closed(text, opened, shut, using):
        return None
    before = [one for one in unit.figures if one.end <= opened]
    return before[-1] if before and opened - before[-1].end < CLOSE else None


def _is_set(figure: Figure, using: Habits, text: str) -> bool:
    """Whether the figure is only the set that something is one of: `34 صوبوں میں سے چوتھا ہوگا`."""
    behind = text[figure.end : figure.end + SET_REACH]
    ends = [behind.find(word) for word in using.among]
    return any(end >= 0 and not PARTED.search(behind, 0, end) for end in ends)


def _verb_end(text: str, start: int, limit: int, using: Habits) -> int:
    """Where the clause of a figure ends: behind its verb, over the commas of a list, never behind a stop."""
    last, closed = "", 0
    for number, (token, found) in enumerate(_tokens(text, start, limit, using)):
        if number == 1 and token in COMMAS and last in using.placing and DIGITS.search(text, found.end(), limit):
            continue  # `پرائمری میں 99% تک، سیکنڈری میں 97% تک پہنچنے کا ہدف`
        if closed and token not in using.finite:
            return closed
        if token in STOPS or (token in COMMAS and last in using.function):
            return found.start()
        closed = found.end() if token in using.finite else 0
        last = token
    return closed or limit


def _holds(word: Term, figure: Figure, using: Habits, text: str) -> bool:
    """Whether a word before still governs: no verb between, or one that opens a clause or a list (`ہدف ہے کہ`, `:`)."""
    start = figure.start
    tokens = [token for token, _ in _tokens(text, word.end, start, using)]
    if figure.kind is not FigureKind.RANK and not _told_behind(figure, using, text):
        tokens = _main_clause(tokens[1:] if _among(tokens, using) else tokens, using)
    if not STOPS.isdisjoint(tokens) and ":" not in tokens:
        return _goes_on(word, figure, using, text)
    if ":" in tokens or not using.that.isdisjoint(tokens[:CLOSE]) or text.endswith(using.accord, 0, word.end):
        return start - word.end <= OPENED
    return using.finite.isdisjoint(tokens) and COMMAS.isdisjoint(tokens)


def _among(tokens: Sequence[str], using: Habits) -> bool:
    """Whether a clause tells what is among the goals before its comma: `اہداف مقرر کیے، جن میں شرح نمو 9% شامل ہے`."""
    comma, which, postposition = tokens[:3] if len(tokens) > 2 else ("", "", "")
    return comma in COMMAS and which in using.which and postposition in using.placing


def _goes_on(word: Term, figure: Figure, using: Habits, text: str) -> bool:
    """Whether a row goes on without a verb behind the clause that ends with the word: `… مقرر کیے؛ شرح 9%؛ چاول 8%`."""
    stop = min((at for sign in STOPS if (at := text.find(sign, word.end, figure.start)) >= 0), default=-1)
    end = _verb_end(text, figure.end, figure.end + REACH, using)
    between = {token for token, _ in _tokens(text, word.end, stop, using)}
    return stop >= 0 and between <= using.finite and not closed(text, stop, end, using)


def _told_behind(figure: Figure, using: Habits, text: str) -> bool:
    """Whether the verb of the figure's own clause tells what is over: `ہدف 9 ہے، جس میں سے 5 مکمل ہو گئے`."""
    return told_past(text, figure.end, _verb_end(text, figure.end, figure.end + REACH, using), using)


def _main_clause(tokens: list[str], using: Habits) -> list[str]:
    """The words up to the verb whose clause a `which` goes on with; all of them where none does."""
    for index in range(len(tokens) - 3, -1, -1):
        verb, comma, which = tokens[index : index + 3]
        if verb in using.finite and comma in COMMAS and which in using.which:
            main = tokens[:index]
            while main and main[-1] in using.finite:
                main.pop()
            return main + [one for one in tokens[index + 3 :] if one not in COMMAS]
    return tokens


def closed(text: str, start: int, end: int, using: Habits) -> bool:
    """Whether a verb ends a clause between the two places; never where verbs do not end clauses."""
    return _says(using.finite, text, start, end, using)


def sentence_verb(words: Sequence[Term], unit: Unit, text: str) -> Term | None:
    """The one word of status of a sentence, a wish behind all its figures: `99% of fees and bills are to be paid`."""
    using, last = habits(unit.language), unit.figures[-1].end
    if len(words) != 1 or words[0].id not in ("future", "forecast") or words[0].start < last or not using.tenses:
        return None
    start, before = words[0].start, text[last : words[0].start].split()[-1:]
    another = signs.LIST.search(text, last, start) or not using.joiners.isdisjoint(before)
    return None if another or told_past(text, unit.start, start, using) else words[0]


def told_past(text: str, start: int, end: int, using: Habits) -> bool:
    """Whether a verb between the two places tells what is over."""
    return _says(using.past, text, start, end, using)


def stands(figure: Figure, unit: Unit, text: str) -> bool:
    """Whether the verb of a figure's clause tells what holds today: `60 کمیون ہیں`, but not `60 کمیون بنائے ہیں`; no
    verb goes on with the first one of the sentence, what is behind one that is over with that, but for `؛`."""
    using = habits(unit.language)
    start = max(unit.start, text.rfind("؛", unit.start, figure.start))
    if not using.present or told_past(text, start, figure.start, using):
        return False
    if using.status_side == "before":
        return _stands_there(figure, unit, text, using)
    words = text[figure.end : _verb_end(text, figure.end, min(unit.end, figure.end + REACH), using)].split()
    last = words[-1].rstrip(ENDS) if len(words) > 1 else ""
    if using.finite.isdisjoint((last, *words)) and figure is not unit.figures[0]:
        return stands(unit.figures[0], unit, text)
    over = last not in using.present or words[-2] in using.perfect
    return not over and (words[-2] not in using.past or not using.ongoing.isdisjoint(words[-3:-2]))


def _stands_there(figure: Figure, unit: Unit, text: str, using: Habits) -> bool:
    """Whether nothing but small words stands from a verb in the present to the number that it tells: `It has about 9`;
    what only small words or a comma part from the one before goes on with that: `It has 9 old mills, 8 new ones`."""
    if figure.kind not in COUNTED_KINDS:
        return False
    before = [one for one in unit.figures if one.end <= figure.start]
    start = before[-1].end if before else unit.start
    words = [word.lower() for word in WORD_ALONE.findall(text, start, figure.start)]
    verb = next((n for n in range(len(words) - 1, -1, -1) if words[n] in using.present), None)
    if verb is not None:
        return using.function.issuperset(words[verb + 1 :])
    near = bool(before) and using.function.issuperset(words[COUNTED_WORDS:])
    last = text[start : figure.start].split()[-1:] if before and before[-1].kind is figure.kind else []
    listed = any(word.endswith(",") or word in using.joiners for word in last)
    return (near or listed) and _stands_there(before[-1], unit, text, using)


def _says(verbs: frozenset[str], text: str, start: int, end: int, using: Habits) -> bool:
    """Whether one of the verbs stands in a stretch and is no participle there."""
    if not verbs or verbs.isdisjoint(TOKEN.findall(text, start, end)):
        return False
    return any(token in verbs for token, _ in _tokens(text, start, end, using))


def _tokens(text: str, start: int, end: int, using: Habits) -> Iterator[tuple[str, re.Match[str]]]:
    """The words and signs of a stretch and where they stand, but for participles, which stand before their noun:
    `لگائے گئے درخت`."""
    participles = using.participles
    for found in TOKEN.finditer(text, start, end):
        token = found.group()
        if token not in participles or _ends_clause(found, text, using):
            yield token, found


def _ends_clause(verb: re.Match[str], text: str, using: Habits) -> bool:
    """Whether no noun follows right behind a verb, nor what is counted: a sign, a verb or what opens a clause does."""
    follows = WORD.match(text, verb.end())
    counted = text[verb.end() : verb.end() + 2].strip().isdecimal()  # `بھیجے گئے 8 نمائندے`
    return not counted and (follows is None or follows[1] in using.opening)


def said_behind(figure: Figure, words: Sequence[Term], end: int, unit: Unit, text: str) -> list[Term]:
    """The words behind a figure up to a place: where verbs stand there a bare comparative only right behind it.

    `5% زیادہ`, `12 کمیون کم`; not `5 گھرانے جن کی آمدنی کم`.
    """
    behind = [word for word in words if figure.end <= word.start < end]
    if habits(unit.language).status_side == "before":
        return behind
    shut = text.find(")", figure.end, unit.end) + 1 if text[figure.end : figure.end + 2] == " (" else 0
    beyond = [word for word in words if shut and 0 < word.start - shut <= 1]
    return [word for word in behind if word.id not in MORE or _beside(figure, word, unit, text)] + beyond


def _beside(figure: Figure, word: Term, unit: Unit, text: str) -> bool:
    """Whether no more than what is counted stands before a word; behind it `کی کمی` would be that it is lacking."""
    # `2%/سال کی کمی`: by what it is told says nothing of what is counted.
    counted = PER.sub("", text[figure.end : word.start]).split()
    first = text[word.start : word.end].split(maxsplit=1)[0]
    most = 0 if first in habits(unit.language).share_of else COUNTED
    return len(counted) <= most and not PARTED.search(text, figure.end, word.start)


def verbless(unit: Unit, text: str) -> bool:
    """Whether a sentence has no verb, where verbs end clauses: a piece that was cut off the sentence before."""
    using = habits(unit.language)
    return bool(using.finite) and not closed(text, unit.start, unit.end, using)


def of_share(word: Term, unit: Unit, text: str) -> bool:
    """Whether a verb is that of a share before it, and says nothing of the next: `aims for 90% of wards to have`."""
    using = habits(unit.language)
    share = next((one for one in reversed(unit.figures) if one.end <= word.start), None)
    if not using.tenses or share is None or share.kind is not FigureKind.PERCENT:
        return False
    gap = text[share.end : word.start]
    beside = gap.split()[:1] + gap.split()[-1:]
    return not any(sign in gap for sign in SHARE_ENDS) and using.joiners.isdisjoint(beside)


def of_those(word: Term, unit: Unit, text: str) -> bool:
    """Whether a verb only says which ones are meant, behind a preposition: `tại các xã đã đạt chuẩn`."""
    using = habits(unit.language)
    before = text[unit.start : word.start].split()[-THOSE:]
    return any(
        first.lower() in using.inside and second.lower() in using.plural for first, second in pairwise(before[:-1])
    )


@once
def past(unit: Unit, text: str) -> bool:
    """Whether a verb tells what is over: by its form, or by a subject that only such verbs have: `صوبے نے`."""
    return bool(unit.of("link", "agent")) or told_past(text, unit.start, unit.end, habits(unit.language))


def present(unit: Unit, text: str) -> bool:
    """Whether verbs stand behind and have tenses, and none tells what is over."""
    using = habits(unit.language)
    return using.tenses and using.status_side == "after" and not past(unit, text)


def by_tense(unit: Unit) -> bool:
    """Whether a verb before the figure tells by its tense what is over."""
    using = habits(unit.language)
    return using.tenses and using.status_side == "before"
