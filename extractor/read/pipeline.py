"""Text in, Reading out: the one way through the folder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from extractor.errors import LanguageError
from extractor.language import LATIN, detect
from extractor.normal import nfc
from extractor.read.calendar import Published
from extractor.read.documents import Lists
from extractor.read.documents import load as load_lists
from extractor.read.draft import Context, Draft, Refusal
from extractor.read.glue import Glue, glue
from extractor.read.grammar import Grammar, Line
from extractor.read.grammar import load as load_grammar
from extractor.read.lexicon import Lexicon
from extractor.read.scan import scan
from extractor.read.sentences import pieces, sentences
from extractor.read.terms import term_lexicon
from extractor.read.words import Words, cut
from extractor.read.years import TIMES, carried_out_later, told_year
from extractor.records import Article, Block, Figure, FigureKind, Reading, Term
from extractor.rules import Patterns, patterns
from extractor.wraps import unwrapped

# A text of so few words is read even when its language cannot be told (a table's cell, a bare number).
SHORT = 8
# A longer text is read in pieces of so many letters, so that a book needs no more memory than a chapter.
PIECE = 50_000
DEFAULT = "vi"
RUNNING_NUMBER = re.compile(r"([0-9]{1,3})(?>(?:\.[0-9]{1,2})*)[.)]?")


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading a language needs, built once from patterns/."""

    language: str
    terms: Lexicon
    grammar: Grammar
    documents: Lists
    abbreviations: frozenset[str]
    glue: Glue | None = None


_readers: dict[tuple[str, str], Reader] = {}


def reader(language: str, rules: Patterns | None = None) -> Reader:
    """The reader of a language; LanguageError when it has no rules, RuleError when they cannot be used."""
    rules = rules or patterns()
    key = (rules.digest, rules.require(language))
    if key not in _readers:
        _readers[key] = _load(rules, language)
    return _readers[key]


def _load(rules: Patterns, language: str) -> Reader:
    settings = rules.language(language)
    abbreviations = frozenset(settings.get("abbreviations", ()))
    terms, grammar = term_lexicon(rules, language), load_grammar(rules, language)
    glued = glue(settings, terms.vocabulary | grammar.lexicon.vocabulary)
    return Reader(language, terms, grammar, load_lists(rules), abbreviations, glued)


def read(text: str, language: str | None = None, published: str | None = None) -> Reading:
    """What a text states, offsets in its NFC form; `published` (ISO 8601, may be partial) completes its dates."""
    text = nfc(text)
    using = reader(language or _language(text))
    day = Published.of(published)
    parts = [_read(text[start:end], using, day, start) for start, end in pieces(text, PIECE)]
    return parts[0] if len(parts) == 1 else _joined(text, using.language, parts)


def figures_of(text: str, language: str | None, published: str | None) -> list[Figure]:
    """Only the figures that `read` finds: spares the words that claims are made of, and the sentences."""
    text = nfc(text)
    using = reader(language or _language(text))
    found: list[Figure] = []
    day = Published.of(published)
    for start, end in pieces(text, PIECE):
        piece = text[start:end]
        words = cut(piece, using.glue)
        found += [_figure(piece, words, draft, start) for draft in examine(words, using, day)[0]]
    return found


def read_article(article: Article) -> Reading:
    """The article block by block, each in its own language; offsets in article.text, cut blocks skipped.

    Without a day of publication, claims take months without a year as those of the one year that the text tells of.
    """
    default = article.language or _language(article.text)
    parts = _read_blocks(article, default)
    found = _joined(article.text, default, [part for _, part in parts])
    year = told_year(found.figures, found.terms) if article.published is None else None
    if not year:
        return found
    dated = _all_dated(parts, year)
    if carried_out_later(found.figures, dated, found.terms):
        dated = _all_dated(parts, year + 1)
    return replace(found, dated=dated)


def _all_dated(parts: Sequence[tuple[int, Reading]], year: int) -> tuple[Figure, ...]:
    return tuple(chain.from_iterable(_dated(part, Published(year), start) for start, part in parts))


def _read_blocks(article: Article, default: str) -> list[tuple[int, Reading]]:
    """Where each block begins, and its reading."""
    parts: list[tuple[int, Reading]] = []
    last = 0
    known, day = patterns().languages(), Published.of(article.published)
    for block in article.blocks:
        if block.kind == "cut" or block.start >= block.end:
            continue
        language = block.language if block.language in known else default
        text = article.text[block.start : block.end]
        part = _read(text, reader(language or default), day, block.start)
        row = _row_number(block, text)
        if row is not None and row in (1, last, last + 1):
            part, last = _uncounted(part), row
        parts.append((block.start, part))
    return parts


def _dated(part: Reading, day: Published, shift: int) -> tuple[Figure, ...]:
    """The figures of a block, read again where a date or an end of a period lacks its year: no other depends on it."""
    if all(None not in _ends(figure) for figure in part.figures if figure.kind in TIMES):
        return part.figures
    using = reader(part.language)
    words = cut(unwrapped(part.text), using.glue)
    return tuple(_figure(part.text, words, draft, shift) for draft in examine(words, using, day)[0])


def _ends(figure: Figure) -> tuple[object, ...]:
    return (figure.value,) if figure.kind is FigureKind.DATE else (figure.value, figure.value_max)


def _row_number(block: Block, text: str) -> int | None:
    """The number that a cell holds alone before the cell that names its row: it numbers the rows where it runs on."""
    before_name = bool(block.heads) and block.heads[0][0] >= block.end
    found = RUNNING_NUMBER.fullmatch(text.strip()) if before_name else None
    return int(found[1]) if found else None


def _uncounted(part: Reading) -> Reading:
    return replace(part, figures=tuple(figure for figure in part.figures if figure.kind is not FigureKind.COUNT))


def _joined(text: str, language: str, parts: Sequence[Reading]) -> Reading:
    return Reading(
        text,
        language,
        tuple(chain.from_iterable([part.figures for part in parts])),
        tuple(chain.from_iterable([part.terms for part in parts])),
        tuple(chain.from_iterable([part.sentences for part in parts])),
    )


def _language(text: str) -> str:
    """The text's language; LanguageError where it is none of ours and long enough to tell."""
    found = detect(text)
    if found is None and len(LATIN.findall(text[:1000])) > SHORT:
        known = ", ".join(patterns().languages())
        raise LanguageError("the text is in none of the languages that have rules", f"name one of {known}")
    return found or DEFAULT


def _read(text: str, using: Reader, published: Published, shift: int = 0) -> Reading:
    """Reads one text; `shift` is its offset in the text that the reading is of."""
    lines = unwrapped(text)
    words = cut(lines, using.glue)
    drafts, refusals = examine(words, using, published)
    figures = tuple(_figure(text, words, draft, shift) for draft in drafts)
    terms = _terms(words, using.terms, shift)
    if references := [_reference(words, refusal, shift) for refusal in refusals if refusal.reference]:
        known = {(term.start, term.end, term.kind) for term in terms}
        new = [one for one in references if (one.start, one.end, one.kind) not in known]
        terms = tuple(sorted((*terms, *new), key=lambda term: (term.start, -term.end)))
    spans = sentences(lines, using.abbreviations)
    if shift:
        spans = tuple((start + shift, end + shift) for start, end in spans)
    return Reading(text, using.language, figures, terms, spans)


def _reference(words: Words, refusal: Refusal, shift: int) -> Term:
    """A document named by type and number only: `Nghị quyết 57` is a term `NQ 57`."""
    first, name = refusal.reference or (refusal.start, "")
    start, end = words.folded.back(words.starts[first], words.end(refusal.start))
    return Term(start + shift, end + shift, "reference", name, refusal.reason)


def examine(words: Words, using: Reader, published: Published) -> tuple[list[Draft], list[Refusal]]:
    """The figures of the words in the making, and the numbers that were refused."""
    return scan(Context(Line(words, using.grammar), published), using.documents)


def _figure(text: str, words: Words, draft: Draft, shift: int) -> Figure:
    start, end = words.folded.back(words.starts[draft.start], words.end(draft.end - 1))
    return Figure(
        start + shift,
        end + shift,
        text[start:end],
        draft.kind,
        draft.value,
        draft.value_max,
        draft.unit,
        draft.comparator,
        draft.precision,
        draft.denominator,
        draft.per,
        draft.rank_of,
        " ".join(draft.rules),
    )


def _terms(words: Words, lexicon: Lexicon, shift: int) -> tuple[Term, ...]:
    starts, texts = words.starts, words.words
    terms = [
        Term(starts[first] + shift, starts[after - 1] + len(texts[after - 1]) + shift, entry.role, entry.id, entry.rule)
        for first, after, entry in lexicon.find(words)
    ]
    if words.folded.keys:
        for term in terms:
            start, end = words.folded.back(term.start - shift, term.end - shift)
            term.start, term.end = start + shift, end + shift
    return tuple(terms)
