"""Evidence bundles: complete, the same each time, and any change is noticed."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from by_hand import article, claim, small_tables

from extractor import rules
from extractor.errors import InputError
from extractor.records import Finding, Severity
from extractor.report.bundle import bundle, claim_review, json_ld, packed, sum_faults, verify

TEXT = "Mở đầu. Tỉnh được giao 47 nhiệm vụ. Hết."
SOURCE = article(TEXT)


@pytest.fixture(autouse=True)
def _tables(tmp_path: Path) -> Iterator[None]:
    rules.use(small_tables(tmp_path))
    yield
    rules._active.clear()


def made() -> bytes:
    stated = claim("tasks.assigned", "47", TEXT.index("47"), sentence=(8, 35))
    numbers = {"area": "hue", "sum": "15 + 18 = 33", "stated": "47", "difference": "14", "form": "less"}
    finding = Finding("parts_total", Severity.SEVERE, (stated,), "47", "15 + 18 = 33", "47", numbers)
    return bundle(finding, {"a1": SOURCE}, {"a1": b"WARC/1.1"})


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_bundle_holds_text_quote_and_response_and_verifies() -> None:
    table = json.loads(files(made())["evidence.json"])
    assert sorted(files(made())) == ["a1.txt", "a1.warc.gz", "evidence.json"]
    assert table["claims"][0]["quote"]["text"] == "Tỉnh được giao 47 nhiệm vụ."
    assert table["message"]["en"] == "Hue: 15 + 18 = 33, which is 14 less than the stated total of 47."
    assert verify(made()) == []


def test_bundle_is_the_same_each_time() -> None:
    assert made() == made()


@pytest.mark.parametrize(
    ("name", "old", "new"), [("a1.txt", "47", "46"), ("evidence.json", '"text": "47"', '"text": "46"')]
)
def test_change_is_noticed(name: str, old: str, new: str) -> None:
    inside = files(made())
    inside[name] = inside[name].replace(old.encode(), new.encode())
    assert verify(packed(inside)) != []


@pytest.mark.parametrize("data", [b"", b"no archive", packed({"other.txt": b"x"}), packed({"evidence.json": b"[]"})])
def test_what_is_no_bundle_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        verify(data)


def test_missing_text_is_said() -> None:
    inside = files(made())
    del inside["a1.txt"]
    assert "claim 1: the text of a1 is missing" in verify(packed(inside))


def test_claim_review_names_claim_source_and_rating() -> None:
    stated = claim("tasks.assigned", "47", TEXT.index("47"), sentence=(8, 35))
    review = claim_review(stated, SOURCE, {"name": "sai", "rating": "1"}, "Lan", "2025-11-01")
    assert review["claimReviewed"] == "Nhiệm vụ được giao, Quảng Ninh: 47"
    assert review["itemReviewed"]["text"] == "Tỉnh được giao 47 nhiệm vụ."
    assert review["reviewRating"]["ratingValue"] == "1"


def test_hostile_words_cannot_end_a_script_element() -> None:
    hostile = article("</script><script>alert(1)</script> 47", title="</script>", url="javascript:alert(1)")
    stated = claim(None, "47", 35, subject="</script>", sentence=(0, 37))
    text = json_ld([claim_review(stated, hostile, {"name": "<b>", "rating": "3"}, "<i>", "2025-11-01")])
    assert "<" not in text
    assert json.loads(text)[0]["itemReviewed"]["appearance"]["url"] is None


@pytest.mark.parametrize(
    ("recomputed", "wrong"),
    [("15 + 18 = 33", False), ("15 + 18 = 34", True), ("47 / 85 = 55.29 %", False), ("47 / 85 = 57.3 %", True),
     ("1 / 0 = 5", False), ("1115–1141", False), ("7", False), ("", False)],
)  # fmt: skip
def test_sums_are_checked(recomputed: str, wrong: bool) -> None:
    assert bool(list(sum_faults(recomputed))) == wrong
