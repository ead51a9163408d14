"""axe-core finds nothing serious on any review page, wide and narrow, light and dark, whatever is open on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe import look_as, look_as_before, needs_axe, serious
from review_desk import press, until
from review_server import Server, serving

from extractor.records import Decision
from extractor.store import Store, open_database
from extractor.store.findings import key

pytestmark = needs_axe
pytest.importorskip("datasette", reason="the extra `review` is not installed")
LOOKS = [(width, scheme) for width in (1300, 390) for scheme in ("light", "dark")]
PAGES = ["", "?state=done", "/findings?state=all", "/accuracy", "/rule?name=indicators:assigned", "/article/ffff"]


@pytest.fixture(scope="module")
def path(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site's database with a decision of every kind."""
    made = tmp_path_factory.mktemp("axe") / "news.db"
    shutil.copy(demo / "news.db", made)
    with open_database(made) as store:
        for language in ("vi", "ur"):
            decide(store, language)
        first, second = (key(store.db, finding) for finding in list(store.findings())[:2])
        store.decide(Decision("finding", "confirmed", "lan", finding_key=first))
        store.decide(Decision("finding", "dismissed", "lan", finding_key=second, note="<b>"))
    return made


def decide(store: Store, language: str) -> None:
    """Right, misread, wrong in the source, disputed, hidden, with a note, and a figure that was missed."""
    article = next(one for one in store.articles() if one.language == language)
    right, misread, source, disputed, hidden, *_ = store.claims(article_id=article.id)
    store.decide(Decision("claim", "right", "lan", claim_id=right.id))
    store.decide(Decision("claim", "misread.area", "lan", claim_id=misread.id, corrected={"area": "ha-noi"}))
    store.decide(Decision("claim", "source", "lan", claim_id=source.id, note="<i>"))
    store.decide(Decision("claim", "note", "lan", claim_id=source.id, note="<i>"))
    store.decide(Decision("claim", "right", "lan", claim_id=disputed.id))
    store.decide(Decision("claim", "misread", "minh", claim_id=disputed.id))
    store.decide(Decision("claim", "right", "minh", claim_id=hidden.id))
    span = (0, len(article.text.split()[0]))
    store.decide(Decision("span", "missed", "lan", article_id=article.id, span=span, corrected={"kind": "count"}))


@pytest.fixture(scope="module")
def server(path: Path) -> Iterator[Server]:
    with serving(path) as running:
        yield running


@pytest.fixture
def seen(browser: Any, server: Server) -> Iterator[Any]:
    browser.get(server.links["lan"])
    yield browser
    look_as_before(browser)


@pytest.mark.parametrize("page", PAGES)
def test_page_has_no_serious_fault(seen: Any, server: Server, page: str) -> None:
    for width, scheme in LOOKS:
        look_as(seen, width, scheme)
        seen.get(f"{server.base}/-/review/news{page}")
        assert (width, scheme, serious(seen)) == (width, scheme, [])


@pytest.mark.parametrize("language", ["vi", "ur"])
def test_article_has_no_serious_fault_whatever_is_open(seen: Any, server: Server, path: Path, language: str) -> None:
    with open_database(path) as store:
        article = next(one for one in store.articles() if one.language == language)
        claims = list(store.claims(article_id=article.id))
    for width, scheme in LOOKS:
        look_as(seen, width, scheme)
        for claim, key_ in [(0, ""), (1, "e"), (2, "n"), (3, ""), (4, "x"), (5, "c"), (5, "?")]:
            seen.get(f"{server.base}/-/review/news/article/{article.id}#c{claims[claim].id}")
            seen.refresh()
            press(seen, *key_)
            if key_ == "c":
                until(lambda: seen.find_elements("css selector", "#context h3"))
            assert (width, scheme, key_, serious(seen)) == (width, scheme, key_, [])
