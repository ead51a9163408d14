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


def test_no_byte_of_a_bundle_can_change_unnoticed() -> None:
    data = made()
    for place in range(len(data)):
        for bits in (0x01, 0xFF):
            altered = bytearray(data)
            altered[place] ^= bits
            assert noticed(bytes(altered)), f"byte {place}"
    assert all(noticed(data[:length]) for length in range(0, len(data), 7))
    assert noticed(b"MZ" + data)
    assert noticed(data + b"\n")


def noticed(data: bytes) -> bool:
    try:
        return bool(verify(data))
    except InputError:
        return True


def test_words_of_the_finding_cannot_be_altered() -> None:
    inside = files(made())
    inside["evidence.json"] = inside["evidence.json"].replace(b"14 less", b"15 less")
    assert verify(packed(inside)) == ["evidence.json is not the one that was bundled"]


@pytest.mark.parametrize("name", ["../a1.txt", "/etc/passwd", "a\\b", "..", "extra.txt"])
def test_files_that_do_not_belong_are_named(name: str) -> None:
    found = verify(packed(files(made()) | {name: b"x"}))
    assert f"{name} does not belong to the bundle" in found
    assert (name == "extra.txt") == (len(found) == 1)


def test_a_file_that_stands_twice_is_noticed() -> None:
    out = io.BytesIO(made())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("a1.txt", TEXT)
    assert verify(out.getvalue()) != []


def bomb() -> bytes:
    """An archive of few bytes that would unpack to more than a bundle may hold."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("evidence.json", bytes(65_000_000))
    return out.getvalue()


@pytest.mark.parametrize(
    "nested", [b"[" * 100_000, b'{"format": 1, "files": []}', b'{"sha256": 1}', b"\xff", b"9" * 9999]
)
def test_a_table_that_makes_no_sense_is_refused(nested: bytes) -> None:
    with pytest.raises(InputError):
        verify(packed({"evidence.json": nested}))


def test_what_would_be_too_large_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(InputError, match="too large"):
        verify(bomb())


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


def test_a_claim_review_leaves_out_what_is_not_known() -> None:
    bare = article(TEXT, published=None, publisher=None, url="javascript:alert(1)")
    review = claim_review(claim("tasks.assigned", "47", 27), bare, {"name": "Sai"}, "an", "2025-11-01T08:00:00Z")
    assert review["itemReviewed"].keys() == {"@type", "appearance", "text"}
    assert review["itemReviewed"]["appearance"] == {"@type": "CreativeWork", "headline": "Bài viết"}
    assert "null" not in json_ld([review])


def test_hostile_words_cannot_end_a_script_element() -> None:
    hostile = article("</script><script>alert(1)</script> 47", title="</script>", url="javascript:alert(1)")
    stated = claim(None, "47", 35, subject="</script>", sentence=(0, 37))
    text = json_ld([claim_review(stated, hostile, {"name": "<b>", "rating": "3"}, "<i>", "2025-11-01")])
    assert "<" not in text
    assert "url" not in json.loads(text)[0]["itemReviewed"]["appearance"]


@pytest.mark.parametrize(
    ("recomputed", "wrong"),
    [("15 + 18 = 33", False), ("15 + 18 = 34", True), ("47 / 85 = 55.29 %", False), ("47 / 85 = 57.3 %", True),
     ("1 / 0 = 5", False), ("1115–1141", False), ("7", False), ("", False)],
)  # fmt: skip
def test_sums_are_checked(recomputed: str, wrong: bool) -> None:
    assert bool(list(sum_faults(recomputed))) == wrong
