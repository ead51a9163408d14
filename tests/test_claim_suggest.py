"""Figures without a rule become rules to start from."""

from __future__ import annotations

import tomllib
from dataclasses import replace

from extractor.claim import claims
from extractor.claim.suggest import quoted, suggest
from extractor.parse import plain
from extractor.read import read_article
from extractor.records import Article, Claim

TEXTS = ("Quảng Ninh có 12 trạm sạc điện.", "Hải Phòng có 30 trạm sạc điện.", "Gia Lai trồng 5 cây đa.")


def stored() -> tuple[list[Claim], dict[str, Article]]:
    articles = {article.id: article for article in (plain(text, language="vi") for text in TEXTS)}
    found = [replace(c, article_id=a.id) for a in articles.values() for c in claims(a, read_article(a))]
    return found, articles


def test_what_most_articles_count_comes_first() -> None:
    first, second = suggest(*stored())
    assert (first.subject, first.articles, first.provinces) == ("trạm sạc điện", 2, 2)
    assert (second.articles, second.provinces) == (1, 1)


def test_a_vietnamese_subject_is_not_cut_within_its_second_word() -> None:
    article = plain("Thanh Hóa trao 45 suất học bổng khuyến học cho học sinh giỏi.", language="vi")
    found = [replace(c, article_id=article.id) for c in claims(article, read_article(article))]
    assert suggest(found, {article.id: article})[0].subject == "suất học bổng khuyến học cho"


def test_a_suggestion_is_toml_with_real_examples() -> None:
    concept, rule = tomllib.loads(suggest(*stored())[0].rule)["rule"]
    assert concept["phrases"] == ["trạm sạc điện"]
    assert rule["yes"][0] == {"lang": "vi", "value": "12", "text": TEXTS[0]}


def test_a_sentence_with_quotes_stays_one_toml_string() -> None:
    text = 'It\'s "said" \\ so'
    assert tomllib.loads(f"a = {quoted(text)}") == {"a": text}


def test_changes_and_words_that_the_lists_know_suggest_nothing() -> None:
    texts = ("Số trạm sạc tăng 12% so với cùng kỳ.", "Hải Phòng có 30 doanh nghiệp nhà nước.")
    articles = {article.id: article for article in (plain(text, language="vi") for text in texts)}
    found = [replace(c, article_id=a.id) for a in articles.values() for c in claims(a, read_article(a))]
    assert suggest(found, articles) == []
