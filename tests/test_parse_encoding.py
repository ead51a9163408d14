"""Encodings that lie: the bytes decide."""

from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.parse import parse, plain
from extractor.parse.encoding import decode
from extractor.records import Page

TEXT = "Toàn tỉnh đã hoàn thành 47/85 nhiệm vụ được giao, đạt 55,3%; còn 9 nhiệm vụ quá hạn."
HEAD = '<html><head><meta charset="{}"></head><body><h1>X</h1>'
HTML = f'{HEAD}<article class="fck_detail"><p>{TEXT}</p></article></body></html>'


def read(body: bytes, content_type: str = "text/html") -> str:
    page = Page(
        "https://bao.test/a", "https://bao.test/a", 200, (("content-type", content_type),), body, "2026-01-01", "", ""
    )
    return parse(page).text


@pytest.mark.parametrize("declared", ["utf-8", "utf-16", "windows-1258", "iso-8859-1", "nonsense"])
def test_utf8_whatever_is_declared(declared: str) -> None:
    assert TEXT in read(HTML.format(declared).encode(), f"text/html; charset={declared}")


@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF16_LE])
def test_utf16_that_says_utf8(bom: bytes) -> None:
    assert TEXT in read(bom + HTML.format("utf-8").encode("utf-16-le"), "text/html; charset=utf-8")


def test_utf16_big_endian_without_a_mark() -> None:
    assert TEXT in read(HTML.format("utf-8").encode("utf-16-be"))


@pytest.mark.parametrize("damage", [b"\xc0\xaf\xe0\x80\xaf", b"\xed\xa0\xbd\xed\xb8\x80", b"\xff\xfe\xff"])
def test_utf8_with_overlong_or_half_signs_stays_utf8(damage: bytes) -> None:
    assert TEXT in read(HTML.format("utf-8").encode().replace(b"</p>", damage + b"</p>"))


@pytest.mark.parametrize("reference", ["&#0;", "&#1;", "&#x0B;", "&#xFFFE;", "&#xD800;", "&#x110000;", "&#99999999;"])
def test_a_reference_to_no_sign_costs_no_text(reference: str) -> None:
    page = f"<html><body><h1>X</h1><div><p>{TEXT}</p><p>Sáu xã còn 15 việc.{reference}</p></div></body></html>"
    assert [line in read(page.encode()) for line in (TEXT, "Sáu xã còn 15 việc.")] == [True, True]


def test_utf8_with_a_mark() -> None:
    assert TEXT in read(codecs.BOM_UTF8 + HTML.format("utf-16").encode())


@pytest.mark.parametrize("declared", ["windows-1258", "utf-8", ""])
def test_windows_1258_is_composed(declared: str) -> None:
    text = unicodedata.normalize("NFC", TEXT)
    split = "".join(_for_1258(sign) for sign in text)
    body = HTML.format(declared).replace(TEXT, split).encode("windows-1258")
    assert TEXT in read(body, f"text/html; charset={declared}" if declared else "text/html")


def _for_1258(sign: str) -> str:
    """The sign as the code page has it: a letter with its own mark, the tone behind it."""
    try:
        sign.encode("windows-1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", sign)
        tone = next(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        return unicodedata.normalize("NFC", parts.replace(tone, "")) + tone
    return sign


def test_decomposed_text_is_composed() -> None:
    assert TEXT in read(unicodedata.normalize("NFD", HTML.format("utf-8")).encode())


def test_entities_are_composed() -> None:
    body = HTML.format("utf-8").replace(
        TEXT, "Ti&#234;&#768;n t&#7927; 5 t&yacute; &#x111;&#7891;ng, 12 x&atilde; trong t&#7881;nh"
    )
    assert "Tiền tỷ 5 tý đồng, 12 xã trong tỉnh" in read(body.encode())


def test_a_damaged_byte_costs_one_sign() -> None:
    body = HTML.format("utf-8").encode().replace("quá".encode(), b"qu\xff")
    assert "còn 9 nhiệm vụ qu\ufffd hạn" in read(body)


def test_plain_text_is_composed_and_nothing_is_stripped() -> None:
    article = plain("  " + unicodedata.normalize("NFD", TEXT) + " \n\n\n 3 xã\u200b ")
    assert article.text == f"  {TEXT} \n\n\n 3 xã\u200b "
    assert [article.text[b.start : b.end] for b in article.blocks] == [TEXT, "3 xã\u200b"]


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_in_nfc(body: bytes) -> None:
    assert unicodedata.is_normalized("NFC", decode(body))


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_comes_back(text: str) -> None:
    assert decode(text.encode()) == unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
