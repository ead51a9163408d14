"""What is exported can be read back: by spreadsheets, by data tools, by another database of the team."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from store_samples import CLAIMS, TEXT, article, claim, page

from extractor.cells import unguard
from extractor.errors import InputError, StoreError
from extractor.records import Decision
from extractor.store import Store, exchange, export, open_database, references


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_database(tmp_path / "news.db") as opened:
        opened.begin_run("", "", "add")
        flow = {"period_start": "2025-01-01", "period_end": "2025-09-30", "period_kind": "flow"}
        claims = [replace(CLAIMS[0], subject="=cmd|' /C calc'!A0"), replace(CLAIMS[1], **flow)]
        opened.save(article(title='Tiến độ, "nhanh"\nhai dòng'), claims, page())
        yield opened


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_format_holds_the_same_rows(store: Store, tmp_path: Path) -> None:
    counts = export.export(store, tmp_path / "out", export.Options(texts=True))
    assert (counts["claims.csv"], counts["claims.jsonl"], counts["texts.csv"]) == (2, 2, 1)
    lines = [json.loads(line) for line in (tmp_path / "out/claims.jsonl").read_text().splitlines()]
    rows = read_csv(tmp_path / "out/claims.csv")
    shown = [{k: "" if v is None else str(v) for k, v in line.items()} for line in lines]
    assert [{k: unguard(v) for k, v in row.items()} for row in rows] == shown
    assert read_csv(tmp_path / "out/texts.csv")[0]["text"] == TEXT


def test_formula_is_guarded(store: Store, tmp_path: Path) -> None:
    export.export(store, tmp_path / "out")
    assert read_csv(tmp_path / "out/claims.csv")[0]["subject"] == "'=cmd|' /C calc'!A0"


def test_mark_for_spreadsheets_is_written_when_asked(store: Store, tmp_path: Path) -> None:
    export.export(store, tmp_path / "out", export.Options(bom=True))
    assert (tmp_path / "out/claims.csv").read_bytes().startswith(b"\xef\xbb\xbfclaim_id")


def test_cube_has_one_row_an_observation(store: Store, tmp_path: Path) -> None:
    export.export(store, tmp_path / "out")
    rows = read_csv(tmp_path / "out/cube.csv")
    assert [(r["INDICATOR"], r["REF_AREA"], r["TIME_PERIOD"], r["OBS_VALUE"], r["OBS_STATUS"]) for r in rows] == [
        ("tasks.assigned", "quang-ninh", "2025-10-15", "47.0", "actual"),
        ("tasks.completed", "quang-ninh", "2025-01-01/2025-09-30", "15.0", "actual"),
    ]


def test_parquet_reads_back_with_its_types(store: Store, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    export.export(store, tmp_path / "out", export.Options(formats=["parquet"]))
    table = parquet.read_table(tmp_path / "out/claims.parquet")
    assert (table["value"].to_pylist(), table["value_num"].to_pylist()) == (["47", "15"], [47.0, 15.0])
    assert str(table.schema.field("claim_id").type) == "int64"


def test_cube_gives_a_series_one_unit_whatever_the_language(store: Store, tmp_path: Path) -> None:
    text = TEXT + " Khác."
    worded = claim(text, "15", "tasks.completed")
    worded = replace(worded, figure=replace(worded.figure, unit="nhiệm vụ"))
    store.save(article(text, "https://b.test/2"), [worded])
    export.export(store, tmp_path / "out")
    units = [r["UNIT_MEASURE"] for r in read_csv(tmp_path / "out/cube.csv") if r["INDICATOR"] == "tasks.completed"]
    assert units == ["tasks", "tasks"]


def test_dictionary_and_rights_lie_beside(store: Store, tmp_path: Path) -> None:
    export.export(store, tmp_path / "out")
    assert "`quote`: The sentence that makes the claim" in (tmp_path / "out/dictionary.md").read_text()
    assert "belong to their publishers" in (tmp_path / "out/RIGHTS.md").read_text()


def test_unknown_format_and_folder_that_is_a_file(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no format 'xlsx'"):
        export.export(store, tmp_path, export.Options(formats=["xlsx"]))
    with pytest.raises(StoreError, match="cannot be written"):
        export.export(store, tmp_path / "news.db")


def decide(store: Store) -> Decision:
    return store.decide(Decision("claim", "right", "lan", claim_id=next(store.claims()).id))


def test_decisions_go_out_and_come_in_elsewhere(store: Store, tmp_path: Path) -> None:
    decide(store)
    export.export(store, tmp_path / "out")
    with open_database(tmp_path / "other.db") as other:
        other.begin_run("", "", "add")
        other.save(article("Trước.\n" + TEXT), [claim("Trước.\n" + TEXT, "47")])
        file = tmp_path / "out/decisions.jsonl"
        assert exchange.import_decisions(other, file) == {"carried": 1}
        assert exchange.import_decisions(other, file) == {"known": 1}
        ((decision, place),) = other.decisions()
        assert (decision.reviewer, other.claim(place.claim_id or 0).figure.surface) == ("lan", "47")


NO_DECISION = '{"uid":"u","target":"x","verdict":"","reviewer":"","at":""}'
HALF_A_SIGN = (
    '{"uid":"\\ud800","target":"claim","verdict":"right","reviewer":"x","at":"y","judged":"{}","corrected":"{}"}'
)


@pytest.mark.parametrize("line", ["nonsense", "[]", '{"uid": 1}', NO_DECISION, HALF_A_SIGN, "[" * 99999])
def test_file_that_holds_no_decisions_is_refused(store: Store, tmp_path: Path, line: str) -> None:
    (tmp_path / "d.jsonl").write_text(line)
    with pytest.raises(InputError, match=r"d.jsonl line 1 is no decision"):
        exchange.import_decisions(store, tmp_path / "d.jsonl")


def test_merge_takes_over_what_is_missing_once(store: Store, tmp_path: Path) -> None:
    with open_database(tmp_path / "other.db") as other:
        other.begin_run("", "", "add")
        other.save(article(url="https://b.test/2", text=TEXT + " Khác."), CLAIMS)
        other.save(article(title='Tiến độ, "nhanh"\nhai dòng'), CLAIMS)
        decide(other)
    run = store.begin_run("", "", "merge")
    merged = exchange.merge(store, tmp_path / "other.db", run)
    assert (merged["articles new"], merged["texts known"], merged["decisions carried"]) == (1, 1, 1)
    assert store.counts()["articles"] == 2
    assert exchange.merge(store, tmp_path / "other.db", run) == {
        "texts known": 2,
        "decisions known": 1,
        "references": 0,
    }


def test_merge_keeps_the_newer_text(store: Store, tmp_path: Path) -> None:
    old, new = TEXT + " Cũ.", TEXT + " Mới."
    with open_database(tmp_path / "other.db") as other:
        other.save(article(old), [claim(old, "15")], page(b"1", "2025-10-01T00:00:00Z"))
        other.save(article(new), [claim(new, "8")], page(b"2", "2025-12-01T00:00:00Z"))
    exchange.merge(store, tmp_path / "other.db", store.begin_run("", "", "merge"))
    assert store.article(article().id).text == new
    assert [c.figure.surface for c in store.claims()] == ["8"]


def test_merge_with_itself_is_refused(store: Store) -> None:
    with pytest.raises(InputError, match="is this very database"):
        exchange.merge(store, store.path, 1)


HEAD = "indicator,area,period,value,unit,source\n"


def test_references_are_added_once(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text(HEAD + "economy.grdp_growth,quang-ninh,2025-01-01/2025-09-30,11.67,%,Statistics office\n")
    with store.writing() as db:
        assert references.add(db, path, store.run)["new"] == 1
        assert references.add(db, path, store.run)["unchanged"] == 1
    (found,) = references.values(store.db, "economy.grdp_growth")
    assert (found.value, found.period_end, found.area) == (Decimal("11.67"), "2025-09-30", "quang-ninh")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("tasks.nope,VN,2025,1,%,s", "line 2: no indicator 'tasks.nope'.*near: tasks"),
        ("tasks.completed,quang-ninh,2025-13,1,%,s", "line 2: '2025-13' is no period"),
        ("tasks.completed,quang-ninh,2025-02-31,1,%,s", "line 2: '2025-02-31' is no period"),
        ("tasks.completed,quang-ninh,2025-12/2025-01,1,%,s", "line 2: '2025-12/2025-01' is no period"),
        ("tasks.completed,quang-ninh,2025,1_000,%,s", "line 2: '1_000' is no number"),
        ("tasks.completed,quang-ninh,2025,４,%,s", "line 2: '４' is no number"),
        ("tasks.completed,nowhere,2025,1,%,s", "line 2: no area 'nowhere'"),
        ("tasks.completed,VN,2025,1e999,%,s", "line 2: '1e999' is no number"),
        ("tasks.completed,VN,2025,NaN,%,s", "line 2: 'NaN' is no number"),
        ("tasks.completed,VN,2025,1,%", "line 2 has no source"),
    ],
)
def test_reference_that_cannot_be_used_names_its_line(store: Store, tmp_path: Path, line: str, words: str) -> None:
    path = tmp_path / "r.csv"
    path.write_text(HEAD + line + "\n")
    with pytest.raises(InputError, match=words), store.writing() as db:
        references.add(db, path, None)


def test_population_and_area_ship_with_it(store: Store) -> None:
    people = list(references.values(store.db, "area.population"))
    assert len(people) == 34
    assert {r.area: r.value for r in people}["ha-noi"] == Decimal(8807523)
