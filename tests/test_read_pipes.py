"""The reader as a spaCy pipeline: spans over tokens, for displaCy and other pipelines."""

from __future__ import annotations

from decimal import Decimal

import pytest
import spacy

from extractor.errors import LanguageError
from extractor.read import blank, figures


def test_spans_hold_the_figures() -> None:
    doc = blank("vi", "2025-10-15")("Tỉnh thu 12.345,6 tỷ đồng, tăng 8,05%.")
    assert [(span.text, span.label_) for span in doc.spans["figures"]] == [
        ("12.345,6 tỷ đồng", "money"),
        ("8,05%", "percent"),
    ]
    assert doc.spans["figures"][1]._.figure.value == Decimal("8.05")


def test_numbers_are_cut_from_letters() -> None:
    words = [token.text for token in blank("ur")("کل 52 کروڑ94لاکھ اور VND1.5")]
    assert words == ["کل", "52", "کروڑ", "94", "لاکھ", "اور", "VND", "1.5"]


def test_the_text_stays_whole() -> None:
    text = "Tăng  8%\n\n giảm\t5%  "
    assert blank("vi")(text).text == text


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("en", "Exports rose 12.5% in 2025.", "12.5%"),
        ("vi", "Xuất khẩu năm 2025 tăng 12,5%.", "12,5%"),
        ("ur", "برآمدات میں ۱۲٫۵ فیصد اضافہ ہوا۔", "۱۲٫۵ فیصد"),
        ("fr", "Les exportations ont crû de 12,5 %.", "12,5 %"),
    ],
)
def test_displacy_shows_the_figures(language: str, text: str, surface: str) -> None:
    doc = blank(language)(text)
    shown = next(span for span in doc.spans["figures"] if span.label_ == "percent")
    assert (shown.text, shown._.figure.value) == (surface, Decimal("12.5"))
    html = spacy.displacy.render(doc, style="span", options={"spans_key": "figures"})
    assert "percent" in html
    assert all(token.text in html for token in shown)


def test_a_foreign_tokenizer_is_told() -> None:
    nlp = spacy.blank("en")
    with pytest.warns(UserWarning, match="another tokenizer"):
        nlp.add_pipe("doichieu_figures", config={"language": "en"})


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(LanguageError, match="xx"):
        blank("xx")


def test_figures_is_the_short_way() -> None:
    assert [figure.surface for figure in figures("Tỉnh có 57 xã, tăng 5%.")] == ["57", "5%"]
