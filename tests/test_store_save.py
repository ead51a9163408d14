"""What is saved comes back; saving again changes nothing; nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from store_samples import CLAIMS, TEXT, article, claim, page

from extractor.errors import InputError
from extractor.records import Block, Claim, Comparator, Figure, FigureKind, Finding, Severity, Status
from extractor.store import Store, open_database


@pytest.fixture
def store(tmp_path: Path) -> Store:
    with open_database(tmp_path / "news.db") as opened:
        opened.begin_run("0" * 64, "0.1", "add")
        yield opened


def dump(store: Store) -> list[str]:
    return [line for line in store.db.conn.iterdump() if not line.startswith('INSERT INTO "run"')]


def test_article_comes_back_as_it_was(store: Store) -> None:
    blocks = (Block("cell", 0, 7, "vi", ((0, 4),), 2, (1.5, 2.0, 3.0, 4.0)), *article().blocks[1:])
    saved = article(blocks=blocks, original_url="https://goc.test/1", notes=("2 images",))
    assert store.save(saved, CLAIMS) == "new"
    assert list(store.articles()) == [saved]
    assert store.article(saved.id) == store.article("https://bao.test/a1") == store.article(saved.id[:6]) == saved


def test_claim_comes_back_as_it_was(store: Store) -> None:
    figure = Figure(
        23, 25, "47", FigureKind.PERCENT, Decimal("47.0"), Decimal("48.50"), "%", Comparator.NEARLY, Decimal("0.1"),
        Decimal(1132), "người", Decimal(34), "vi/numbers:plain",
    )  # fmt: skip
    full = Claim(
        figure, "tasks.assigned_share", "nhiệm vụ", "quang-ninh/so-y-te", "quang-ninh", "commune", 63, "item",
        "publisher", "Sở Y tế", "2025-01", "2025-09-30", "flow", "text", Status.ESTIMATE, programme="57-NQ/TW",
        group=3, role="share", speaker="Giám đốc", rule="r", confidence="low", reasons=("a", "b"),
        mentions=((3, 5), (23, 25)), language="vi", sentence=(8, 60),
    )  # fmt: skip
    saved = article()
    store.save(saved, [full])
    back = next(store.claims())
    assert replace(back, id=None, article_id=None) == full
    assert (back.article_id, str(back.figure.value), str(back.figure.value_max)) == (saved.id, "47.0", "48.50")


@pytest.mark.parametrize(("kind", "value"), [("date", "2025-09"), ("document", "57-NQ/TW"), ("time", "13:30")])
def test_value_that_is_no_number_stays_text(store: Store, kind: str, value: str) -> None:
    store.save(article(), [Claim(Figure(0, 4, "Tiến", FigureKind(kind), value))])
    assert next(store.claims()).figure.value == value


def test_saving_twice_changes_nothing(store: Store) -> None:
    store.save(article(), CLAIMS, page())
    before = dump(store)
    store.begin_run("0" * 64, "0.1", "add")
    assert store.save(article(), CLAIMS, page()) == "unchanged"
    assert dump(store) == before


def test_edit_makes_a_version_and_hides_the_older_claims(store: Store) -> None:
    store.save(article(), CLAIMS, page())
    edited = TEXT.replace("47", "48")
    assert store.save(article(edited), [claim(edited, "48")], page(b"<p>2", "2025-10-17T00:00:00Z")) == "changed"
    assert [c.figure.surface for c in store.claims()] == ["48"]
    assert store.counts()["versions"] == 2
    assert store.db.execute("SELECT cause FROM version ORDER BY id").fetchall() == [("first",), ("edit",)]
    assert store.db.execute("SELECT count(*) FROM claim WHERE retired_run IS NOT NULL").fetchone() == (0,)


def test_new_parse_of_the_same_bytes_is_no_edit(store: Store) -> None:
    store.save(article(), [], page())
    store.save(article("Đầu\n" + TEXT, parser="plain/2"), [], page())
    assert store.db.execute("SELECT cause FROM version ORDER BY id").fetchall() == [("first",), ("parse",)]


def test_older_capture_does_not_replace_a_newer_one(store: Store) -> None:
    store.save(article(), CLAIMS, page())
    older = TEXT.replace("47", "40")
    store.save(article(older), [claim(older, "40")], page(b"old", "2025-10-01T00:00:00Z"))
    assert [c.figure.surface for c in store.claims()] == ["47", "15"]
    assert store.save(article(), CLAIMS, page()) == "unchanged"


def test_going_back_to_an_earlier_text_shows_it_again(store: Store) -> None:
    edited = TEXT.replace("47", "48")
    store.save(article(), CLAIMS)
    store.save(article(edited), [claim(edited, "48")])
    assert store.save(article(), CLAIMS) == "changed"
    assert [c.figure.surface for c in store.claims()] == ["47", "15"]


def test_claim_that_rules_no_longer_find_is_retired(store: Store) -> None:
    store.save(article(), CLAIMS)
    kept = next(store.claims()).id
    run = store.begin_run("1" * 64, "0.2", "reextract")
    assert store.save(article(), CLAIMS[:1]) == "changed"
    assert [c.id for c in store.claims()] == [kept]
    assert store.db.execute("SELECT surface, retired_run, current FROM claim WHERE retired_run").fetchall() == [
        ("15", run, 0)
    ]


COPIES = [("https://b.test/mot-bai-dai-hon", "2025-10-15"), ("https://a.test/bai", "2025-10-16"), (None, None)]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_one_text_under_several_urls_is_one_work_in_any_order(store: Store, order: tuple[int, ...]) -> None:
    for index in order:
        url, published = COPIES[index]
        store.save(article(url=url, published=published), CLAIMS)
    assert (store.counts()["works"], store.counts()["articles"], len(list(store.claims()))) == (1, 3, 2)
    assert [a.url for a in store.articles()] == ["https://b.test/mot-bai-dai-hon"]
    assert len(list(store.articles(copies=True))) == 3


def test_works_join_when_an_edit_makes_their_texts_equal(store: Store) -> None:
    store.save(article(TEXT.replace("47", "40"), url="https://b.test/1"), CLAIMS)
    store.save(article(), CLAIMS)
    assert store.counts()["works"] == 2
    store.save(article(url="https://b.test/1"), CLAIMS)
    assert (store.counts()["works"], len(list(store.claims()))) == (1, 2)


def test_copy_still_shows_its_own_claims(store: Store) -> None:
    store.save(article(), CLAIMS)
    copy = article(url="https://copy.test/a-longer-address")
    store.save(copy, CLAIMS)
    assert len(list(store.claims(article_id=copy.id))) == 2


def test_claims_are_filtered(store: Store) -> None:
    store.save(article(), [*CLAIMS, claim(TEXT, "8", "tasksforce.x", province="ha-noi", area="ha-noi")])
    assert [c.figure.surface for c in store.claims("tasks.completed")] == ["15"]
    assert [c.figure.surface for c in store.claims("tasks")] == ["47", "15"]
    assert [c.figure.surface for c in store.claims(province="ha-noi")] == ["8"]


def test_unknown_article_and_ambiguous_start_are_said(store: Store) -> None:
    store.save(article(id="abcd1"), [])
    store.save(article(TEXT + "!", id="abcd2"), [])
    with pytest.raises(InputError, match="several articles begin with abcd"):
        store.article("abcd")
    for name in ("x", "abcd\U0010ffff", "abcd\udcff"):
        with pytest.raises(InputError, match="no article '"):
            store.article(name)


def test_quote_is_the_sentence(store: Store) -> None:
    sentence = "Còn 8 nhiệm vụ chậm."
    start = TEXT.index(sentence)
    store.save(article(), [claim(TEXT, "8", sentence=(start, start + len(sentence)))])
    assert store.quote(next(store.claims()).id or 0) == sentence


def test_findings_are_kept_changed_and_retired(store: Store) -> None:
    store.save(article(), CLAIMS)
    found = Finding("parts", Severity.SEVERE, tuple(store.claims()), "47", "46", detail={"sum": "46"})
    run = store.run
    assert store.save_findings(run, [found])["new"] == 1
    assert list(store.findings()) == [found]
    assert store.save_findings(run, [found])["unchanged"] == 1
    assert store.save_findings(run, [replace(found, expected="45")])["changed"] == 1
    assert store.save_findings(run, [])["retired"] == 1
    assert list(store.findings()) == []


def test_failure_keeps_its_reason_until_the_page_comes(store: Store) -> None:
    store.save_failure("https://bao.test/a1", "503")
    store.save_failure("https://bao.test/a1", "404")
    assert store.db.execute("SELECT url, reason FROM v_failures").fetchall() == [("https://bao.test/a1", "404")]
    store.save(article(), [], page(at="2099-01-01T00:00:00Z"))
    assert store.counts()["failures"] == 0


def test_tables_view_shows_tasks_of_a_province(store: Store) -> None:
    store.save(article(), CLAIMS)
    row = store.db.execute("SELECT area_name, assigned, completed, behind FROM v_tasks").fetchall()
    assert row == [("Quảng Ninh", 47.0, 15.0, None)]


def test_failed_save_stores_nothing(store: Store) -> None:
    with pytest.raises(Exception, match="CHECK constraint"):
        store.save(article(), [*CLAIMS, claim(TEXT, "8", confidence="perhaps")])
    assert store.counts()["articles"] == 0
    assert store.save(article(), CLAIMS) == "new"


def test_withdrawn_article_is_marked_until_it_comes_back(store: Store) -> None:
    store.save(article(), CLAIMS, page())
    assert (store.withdraw("https://bao.test/a1"), store.withdraw("https://bao.test/a1")) == (True, False)
    assert store.db.execute("SELECT withdrawn_at IS NULL FROM v_articles").fetchone() == (0,)
    assert store.save(article(), CLAIMS, page(at="2026-01-01T00:00:00Z")) == "changed"
    assert store.db.execute("SELECT withdrawn_at FROM v_articles").fetchone() == (None,)


def test_translation_stands_beside_its_original(store: Store) -> None:
    store.save(article(), CLAIMS)
    store.save(article("Urdu", "https://c.test/ur", language="ur", original_url="https://bao.test/a1"), [])
    query = "SELECT language, original_id, original_language FROM v_translations"
    assert store.db.execute(query).fetchall() == [("ur", article().id, "vi")]
