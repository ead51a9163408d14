"""Decisions survive what does not touch them, come back to the queue when it does, and never land elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import CLAIMS, TEXT, article, claim

from extractor.errors import InputError
from extractor.records import Claim, Decision, Finding, Severity
from extractor.store import Store, anchors, open_database


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_database(tmp_path / "news.db") as opened:
        opened.begin_run("", "", "add")
        opened.save(article(), CLAIMS)
        yield opened


def decide(store: Store, surface: str = "47") -> Decision:
    chosen = next(c for c in store.claims() if c.figure.surface == surface)
    return store.decide(Decision("claim", "right", "lan", claim_id=chosen.id))


def places(store: Store) -> list[tuple[str, str | None]]:
    """State of each decision and the figure it stands on."""
    ids = {c.id: c.figure.surface for c in store.claims()}
    return [(place.state, ids.get(place.claim_id)) for _, place in store.decisions()]


def test_decision_is_made_and_never_changed(store: Store) -> None:
    done = decide(store)
    assert (done.judged["value"], done.judged["area"], len(done.uid)) == ("47", "quang-ninh", 32)
    assert places(store) == [("made", "47")]
    for statement in ("UPDATE decision SET verdict = 'wrong'", "DELETE FROM decision"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            store.db.execute(statement)


def test_sign_at_the_top_of_the_article_carries_it(store: Store) -> None:
    decide(store)
    text = "!" + TEXT
    store.save(article(text), [claim(text, "47", group=1, role="total"), claim(text, "15", "tasks.completed")])
    assert places(store) == [("carried", "47")]


def test_lead_that_appears_carries_it(store: Store) -> None:
    decide(store)
    text = TEXT.replace("\n", "\nMột đoạn mở đầu mà bản phân tích trước đã bỏ sót.\n", 1)
    store.save(article(text), [claim(text, "47")])
    assert places(store) == [("carried", "47")]


def test_value_that_changes_puts_it_back_in_the_queue(store: Store) -> None:
    decide(store)
    figure = replace(CLAIMS[0].figure, value=Decimal(470))
    store.save(article(), [replace(CLAIMS[0], figure=figure), CLAIMS[1]])
    ((_, place),) = store.decisions()
    assert (place.state, place.reason) == ("stale", "value: 47 → 470")


def test_span_that_widens_puts_it_back_in_the_queue(store: Store) -> None:
    decide(store)
    figure = replace(CLAIMS[0].figure, end=CLAIMS[0].figure.end + 9, surface="47 nhiệm vụ")
    store.save(article(), [replace(CLAIMS[0], figure=figure)])
    assert [state for state, _ in places(store)] == ["stale"]


def test_field_that_was_not_judged_does_not_matter(store: Store) -> None:
    decide(store)
    store.save(article(), [replace(CLAIMS[0], rule="another", confidence="high"), CLAIMS[1]])
    assert places(store) == [("carried", "47")]


def test_figure_that_is_gone_is_lost_and_found_again(store: Store) -> None:
    decide(store)
    store.save(article(), CLAIMS[1:])
    assert places(store) == [("lost", None)]
    store.save(article(), CLAIMS)
    assert places(store) == [("carried", "47")]


def test_twin_paragraphs_are_ambiguous_on_a_new_text(store: Store) -> None:
    decide(store)
    line = TEXT.split("\n")[1]
    text = f"Khác\n{line}\nGiữa hai đoạn giống nhau có một câu dài hơn ba mươi hai ký tự.\n{line}\nHết"
    store.save(article(text), [claim(text, "47")])
    ((_, place),) = store.decisions()
    assert (place.state, place.reason) == ("lost", "ambiguous")


def test_decision_on_a_text_that_is_no_longer_new_is_refused(store: Store) -> None:
    old = next(store.claims()).id
    text = TEXT + " Hết."
    store.save(article(text), [claim(text, "47")])
    with pytest.raises(InputError, match="newer text"):
        store.decide(Decision("claim", "right", "lan", claim_id=old))


def test_decision_on_other_fields_than_stored_is_refused(store: Store) -> None:
    with pytest.raises(InputError, match="has another value now"):
        store.decide(Decision("claim", "right", "lan", claim_id=next(store.claims()).id, judged={"value": "46"}))


def test_missed_figure_is_kept_until_it_is_read(store: Store) -> None:
    start = TEXT.index("8 nhiệm")
    store.decide(Decision("span", "missed", "lan", article_id=article().id, span=(start, start + 1)))
    assert places(store) == [("made", None)]
    store.save(article(), [*CLAIMS, claim(TEXT, "8", "tasks.behind")])
    assert places(store) == [("stale", "8")]


def test_decision_on_a_finding_follows_its_numbers(store: Store) -> None:
    found = Finding("parts", Severity.SEVERE, tuple(store.claims()), "47", "46")
    store.save_findings(store.run, [found])
    key = store.db.execute("SELECT key FROM finding").fetchone()[0]
    store.decide(Decision("finding", "confirmed", "lan", finding_key=key))
    assert places(store) == [("made", None)]
    store.save_findings(store.run, [replace(found, expected="45")])
    assert places(store) == [("stale", None)]
    store.save_findings(store.run, [])
    assert places(store) == [("lost", None)]


def test_reviewed_article_goes_stale_when_a_claim_appears(store: Store) -> None:
    store.decide(Decision("version", "complete", "lan", article_id=article().id))
    store.save(article(), [*CLAIMS, claim(TEXT, "8", "tasks.behind")])
    assert places(store) == [("stale", None)]


def test_anchor_tells_equals_apart_in_its_own_text() -> None:
    text = "a 5 b\n" * 40
    start = 6 * 20 + 2
    made = anchors.anchor(text, start, start + 1)
    assert anchors.find(text, made, same_text=True) == ((start, start + 1), "")
    assert anchors.find(text + "x", made) == (None, "ambiguous")


LINES = st.builds(
    lambda place, number: f"{place} được giao {number} việc trong năm.",
    st.sampled_from(["Phường Bãi Cháy", "Xã Bãi Cháy", "Phường Hồng Gai"]),
    st.sampled_from(["12", "21", "112"]),
)


def lines_claims(lines: list[str]) -> tuple[str, list[Claim]]:
    """A text of these lines, and a claim on each line's number; all claims say the same apart from it."""
    claims, text = [], "Tin"
    for line in lines:
        number = next(word for word in line.split() if word.isdigit())
        made = claim(line, number)
        start = len(text) + 1 + made.figure.start
        claims.append(replace(made, figure=replace(made.figure, start=start, end=start + len(number))))
        text += "\n" + line
    return text, claims


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=5), st.lists(LINES, max_size=5), st.integers(0, 4))
def test_decision_never_lands_on_another_line(before: list[str], after: list[str], pick: int) -> None:
    line = before[pick % len(before)]
    with open_database(":memory:") as opened:
        opened.save(article(lines_claims(before)[0]), lines_claims(before)[1])
        chosen = list(opened.claims())[pick % len(before)]
        opened.decide(Decision("claim", "right", "lan", claim_id=chosen.id))
        text, claims = lines_claims(after)
        opened.save(article(text), claims)
        ((_, place),) = opened.decisions()
        standing = opened.claim(place.claim_id) if place.state == "carried" and place.claim_id else None
    if before == after:
        assert place.state == "made"
    elif line not in after:
        assert place.state == "lost"
    elif standing is not None:
        begin = text.rindex("\n", 0, standing.figure.start) + 1
        assert text[begin:].partition("\n")[0] == line
    else:
        assert after.count(line) > 1
