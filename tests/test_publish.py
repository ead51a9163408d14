"""From database to report: what reviewers decided counts, what changed is told, evidence can be checked elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from click.testing import Result as Done

import extractor
from extractor import pipeline, publish
from extractor.cli import cli
from extractor.compare import CompareOptions
from extractor.errors import InputError
from extractor.files import Known
from extractor.records import Claim, Decision
from extractor.rules import patterns
from extractor.store import Store, open_database

TEXT = (
    "Hà Tĩnh được giao 72 nhiệm vụ theo Nghị quyết số 57-NQ/TW. "
    "Đến ngày 30/9/2025, tỉnh hoàn thành 41 nhiệm vụ, 22 nhiệm vụ đang triển khai đúng tiến độ, "
    "6 nhiệm vụ chậm tiến độ, 5 nhiệm vụ chưa triển khai."
)
KNOWN = Known(url="https://bao.test/ha-tinh", published="2025-10-01", language="vi", publisher="bao.test")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_database(tmp_path / "news.db") as opened:
        pipeline.add_text(opened, TEXT, KNOWN, pipeline.begin(opened, "add"))
        yield opened


def the(store: Store, surface: str) -> Claim:
    return next(claim for claim in store.claims() if claim.figure.surface == surface)


def decide(store: Store, surface: str, verdict: str, **corrected: str) -> None:
    store.decide(Decision("claim", verdict, "lan", claim_id=the(store, surface).id, corrected=dict(corrected)))


def completed(store: Store) -> list[tuple[str, tuple[str, ...]]]:
    compared = publish.compare(store, CompareOptions("tasks.completed"))
    return [(str(claim.figure.value), claim.reasons) for one in compared for claim in one.claims]


def written(store: Store, name: str = "report.html", **options: object) -> str:
    path = store.path.parent / name
    publish.write_report(store, path, "en", **options)  # type: ignore[arg-type]
    return path.read_text(encoding="utf-8")


def test_report_recomputes_and_names_its_run(store: Store) -> None:
    text = written(store)
    assert "41 + 22 + 6 + 5 = 74, which is 2 more than the stated total of 72" in text
    assert "run 1" in text
    assert patterns().digest[:12] in text


def test_report_is_the_same_each_time(store: Store) -> None:
    assert written(store) == written(store)


def test_corrected_value_replaces_the_one_read(store: Store) -> None:
    decide(store, "41", "misread.value", value="39")
    assert completed(store) == [("39", ("reviewed",))]
    assert "which is 2 more" not in written(store)


def test_misread_figure_leaves(store: Store) -> None:
    decide(store, "41", "misread.not_figure")
    assert completed(store) == []


def test_right_figure_is_marked(store: Store) -> None:
    decide(store, "41", "right")
    assert completed(store)[0][1] == ("reviewed",)
    assert "figures read right, of those reviewed: 1/1" in written(store)


@pytest.mark.parametrize(("verdict", "shown"), [("confirmed", True), ("dismissed", False)])
def test_review_of_a_finding(store: Store, verdict: str, shown: bool) -> None:
    pipeline.check(store, pipeline.begin(store, "check"))
    (key,) = store.db.execute("SELECT key FROM finding WHERE kind = 'parts_total'").fetchone()
    store.decide(Decision("finding", verdict, "lan", finding_key=key))
    text = written(store)
    assert ("which is 2 more" in text, "confirmed</span>" in text) == (shown, shown)


def test_report_tells_what_changed_since_a_run(store: Store) -> None:
    pipeline.add_text(store, TEXT.replace("41", "44"), KNOWN, pipeline.begin(store, "add"))
    assert "Changed: Tasks completed, Ha Tinh: 41 to 44" in written(store, since=1)
    with pytest.raises(InputError):
        written(store, since=9)


def test_figure_said_of_another_province_is_new_and_withdrawn(store: Store) -> None:
    before = the(store, "41")
    after = replace(before, area="hue")
    kinds = [(change.kind, change.claim.area) for change in publish.told(before, after, ("area",))]
    assert kinds == [("new", "hue"), ("withdrawn", "ha-tinh")]
    assert [change.kind for change in publish.told(before, before, ("period_end",))] == ["reread"]


def test_split_report_has_a_page_for_each_province(store: Store) -> None:
    publish.write_report(store, store.path.parent / "pages", "vi", split=True)
    assert sorted(path.name for path in (store.path.parent / "pages").iterdir()) == ["ha-tinh.html", "index.html"]
    page = (store.path.parent / "pages" / "ha-tinh.html").read_text(encoding="utf-8")
    assert '<a href="index.html">Tổng quan</a>' in page
    assert '<b aria-current="page">Hà Tĩnh</b>' in page


def run(*arguments: object) -> Done:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def test_evidence_can_be_made_and_checked(store: Store) -> None:
    path = store.path.parent / "finding.zip"
    decide(store, "41", "right")
    listed = json.loads(run("check", store.path, "--json").stdout)
    number = next(row["finding"] for row in listed if row["kind"] == "parts_total")
    assert run("evidence", "make", store.path, number, "-o", path).exit_code == 0
    done = run("evidence", "verify", path)
    assert (done.exit_code, "Ha Tinh: 41 + 22 + 6 + 5 = 74" in done.stdout) == (0, True)


def test_evidence_of_no_finding_is_refused(store: Store) -> None:
    with pytest.raises(InputError, match="no finding 99"):
        publish.evidence_bundle(store, 99)


def test_evidence_of_an_article_that_changed_is_refused(store: Store) -> None:
    pipeline.check(store, pipeline.begin(store, "check"))
    pipeline.add_text(store, "Sửa lại. " + TEXT, KNOWN, pipeline.begin(store, "add"))
    with pytest.raises(InputError, match="changed since the check"):
        publish.evidence_bundle(store, next(store.findings()).id or 0)


def test_claim_reviews_rate_only_what_is_wrong_in_the_source(store: Store) -> None:
    decide(store, "41", "source")
    decide(store, "72", "right")
    reviews = json.loads(publish.claim_reviews(store))
    ratings = {one["claimReviewed"].rpartition(": ")[2]: one["reviewRating"] for one in reviews}
    assert ratings["41"]["ratingValue"] == "1"
    assert "ratingValue" not in ratings["72"]


def test_diff_counts_by_rule(store: Store) -> None:
    done = run("diff", store.path, 0, 1, "--json", "--by-rule")
    assert done.exit_code == 0
    assert sum(row["figures"] for row in json.loads(done.stdout)) == store.counts()["claims"]


@pytest.mark.parametrize("wrong", [("--area", "atlantis"), ("--as-of", "2025-13")])
def test_compare_refuses_what_it_does_not_know(store: Store, wrong: tuple[str, str]) -> None:
    assert run("compare", store.path, *wrong).exit_code == 2


def test_show_tells_the_way_of_a_figure(store: Store) -> None:
    again = replace(KNOWN, url="https://khac.test/1", published="2025-10-02", publisher="khac.test")
    pipeline.add_text(store, f"Tin thêm. {TEXT}", again, pipeline.begin(store, "add"))
    lines = run("show", store.path, the(store, "41").id).stdout.splitlines()
    assert any(line.startswith("printed first: 41") and "bao.test 2025-10-01" in line for line in lines)
    assert any(line.startswith("  stated again: 41") and "khac.test" in line for line in lines)


def test_text_cannot_drive_the_terminal(store: Store) -> None:
    known = replace(KNOWN, url="https://khac.test/2")
    pipeline.add_text(store, f"\x1b[2J{TEXT}", known, pipeline.begin(store, "add"))
    assert "\x1b[2J" not in run("show", store.path, known.url).stdout


def test_side_by_side_is_open_to_programs(store: Store) -> None:
    (comparison,) = extractor.side_by_side(store, "tasks.completed")
    assert [(claim.area, str(claim.figure.value)) for claim in comparison.claims] == [("ha-tinh", "41")]
