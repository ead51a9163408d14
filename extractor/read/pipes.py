"""The reader as spaCy components: figures in `doc.spans["figures"]`, terms in `doc.spans["terms"]`, sentences as spans.

The reading itself has a vocabulary of its own, of the rules' words only. Here its results are laid over the tokens of a
pipeline, for displaCy and for pipelines of others; these keep every word they see: read many texts in `memory_zone()`.
"""

from __future__ import annotations

import re
import warnings
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import get_lang_class, registry
from spacy.vocab import Vocab

from extractor.normal import nfc
from extractor.read.pipeline import read
from extractor.rules import patterns

# Like the reader's own words, with white space other than one blank as a token, so that the text stays whole.
TOKEN = re.compile(r"([^\W\d_]++|\d++(?>(?:[.,]\d++)*)|[^\w\s]|_|\s++)( ?)")

if not Span.has_extension("figure"):
    Span.set_extension("figure", default=None)


class Tokenizer:
    """Cuts numbers from letters and signs: `VND1.5`, `56/76` and `کروڑ94لاکھ` are several words."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The tokens of a text in Unicode normal form C."""
        found = TOKEN.findall(nfc(text))
        return Doc(self.vocab, words=[word for word, _ in found], spaces=[bool(space) for _, space in found])

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to save: the rules are in the code."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> Tokenizer:
        """Nothing to restore."""
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Nothing to save."""

    def from_disk(self, _path: Any, **_: Any) -> Tokenizer:
        """Nothing to restore."""
        return self


@registry.tokenizers("doichieu.Tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Any:
    """The tokenizer for a spaCy config."""
    return lambda nlp: Tokenizer(nlp.vocab)


class Figures:
    """A component that reads the document's text and lays figures, terms and sentences over its tokens."""

    def __init__(self, language: str, published: str | None) -> None:
        self.language = patterns().require(language)
        self.published = published

    def __call__(self, doc: Doc) -> Doc:
        """Fills doc.spans; a figure's record is at `span._.figure`."""
        reading = read(doc.text, self.language, self.published)
        figures = []
        for figure in reading.figures:
            span = _span(doc, figure.start, figure.end, figure.kind.value)
            span._.figure = figure
            figures.append(span)
        doc.spans["figures"] = SpanGroup(doc, name="figures", spans=figures)
        doc.spans["terms"] = [_span(doc, term.start, term.end, term.kind) for term in reading.terms]
        doc.spans["sentences"] = [_span(doc, start, end, "sentence") for start, end in reading.sentences]
        return doc


def _span(doc: Doc, start: int, end: int, label: str) -> Span:
    span = doc.char_span(start, end, label=label, alignment_mode="expand")
    return span if span is not None else doc[0:0]


@Language.factory("doichieu_figures", default_config={"language": "vi", "published": None})
def make_figures(nlp: Language, name: str, language: str, published: str | None) -> Figures:
    """The component for a spaCy pipeline; warns where another tokenizer glues words and numbers."""
    if not isinstance(nlp.tokenizer, Tokenizer):
        warnings.warn(f"{name} stands behind another tokenizer: spans may be wider than figures", stacklevel=2)
    return Figures(language, published)


def blank(language: str, published: str | None = None) -> Language:
    """A spaCy pipeline that reads figures; LanguageError when the language has no rules."""
    patterns().require(language)
    nlp: Language = get_lang_class("xx")()
    nlp.meta["lang"] = language
    nlp.tokenizer = Tokenizer(nlp.vocab)
    nlp.add_pipe("doichieu_figures", config={"language": language, "published": published})
    return nlp
