"""Views for people. They hold no data, so each file gets today's definitions when it is opened for writing."""

from __future__ import annotations

from sqlite_utils import Database

_QUOTE = """
SELECT claim.id AS claim_id,
    CASE WHEN claim.sentence_stop > claim.sentence_start
        THEN substr(version.text, claim.sentence_start + 1, claim.sentence_stop - claim.sentence_start)
        ELSE substr(version.text, max(claim.start - 80, 0) + 1, claim.stop - max(claim.start - 80, 0) + 80)
    END AS quote
FROM claim JOIN version ON version.id = claim.version_id
"""
_CLAIMS = """
SELECT claim.id AS claim_id, claim.indicator, indicator.name_vi AS indicator_vi, indicator.name_en AS indicator_en,
    claim.area, coalesce(area.name_vi, claim.area) AS area_name, claim.area_level, claim.province,
    province.name_vi AS province_name, claim.territory, claim.body,
    claim.surface, claim.value, claim.value_num, claim.value_max, claim.unit, claim.comparator, claim.denominator,
    claim.kind, claim.status, claim.statement, claim.programme, claim.period_start, claim.period_end,
    claim.period_kind, claim.subject, claim.speaker, claim.confidence, claim.area_basis, claim.level_basis,
    claim.period_basis, claim.rule,
    CASE WHEN claim.sentence_stop > claim.sentence_start
        THEN substr(version.text, claim.sentence_start + 1, claim.sentence_stop - claim.sentence_start)
        ELSE substr(version.text, max(claim.start - 80, 0) + 1, claim.stop - max(claim.start - 80, 0) + 80)
    END AS quote,
    version.article_id, version.title, version.published, claim.language, source.publisher, article.url AS link
FROM claim
JOIN version ON version.id = claim.version_id
JOIN article ON article.id = version.article_id
LEFT JOIN source ON source.id = article.source_id
LEFT JOIN indicator ON indicator.id = claim.indicator
LEFT JOIN area ON area.id = claim.area
LEFT JOIN area AS province ON province.id = claim.province
WHERE claim.current = 1
"""
_TASKS = """
SELECT coalesce(area.name_vi, tasks.area) AS area_name, tasks.area, tasks.area_level, tasks.body, tasks.programme,
    tasks.status, tasks.as_of, tasks.assigned, tasks.completed, tasks.completed_share, tasks.in_progress,
    tasks.on_schedule, tasks.behind, tasks.overdue, tasks.not_started,
    version.published, version.language, source.publisher, version.article_id, article.url AS link
FROM tasks
JOIN version ON version.id = tasks.version_id
JOIN article ON article.id = version.article_id
LEFT JOIN source ON source.id = article.source_id
LEFT JOIN area ON area.id = tasks.area
"""
_ARTICLES = """
SELECT version.article_id, version.title, version.published, version.language, source.publisher, article.url AS link,
    (SELECT count(*) FROM claim WHERE claim.version_id = version.id AND claim.retired_run IS NULL) AS claims,
    (SELECT count(*) FROM article AS copy WHERE copy.work_id = article.work_id) AS copies,
    (SELECT count(*) FROM version AS any_version WHERE any_version.article_id = article.id) AS versions,
    near.article_id AS near_id, work.differs, version.original_url, version.notes, article.withdrawn_at
FROM article
JOIN work ON work.id = article.work_id AND work.article_id = article.id
LEFT JOIN work AS near ON near.id = work.near_to
JOIN version ON version.id = article.version_id
LEFT JOIN source ON source.id = article.source_id
"""
_FINDINGS = """
SELECT finding.id AS finding_id, finding.kind, finding.severity, finding.stated, finding.expected, finding.tolerance,
    finding_claim.number, claim.id AS claim_id, claim.surface, claim.indicator, claim.area, version.article_id,
    version.title, article.url AS link
FROM finding
JOIN finding_claim ON finding_claim.finding_id = finding.id
JOIN claim ON claim.id = finding_claim.claim_id
JOIN version ON version.id = claim.version_id
JOIN article ON article.id = version.article_id
WHERE finding.retired_run IS NULL
"""
_FAILURES = """
SELECT url, reason, status, media_type, last_fetched_at FROM fetch WHERE reason IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM fetch AS later WHERE later.url = fetch.url AND later.reason IS NULL
    AND later.last_fetched_at >= fetch.last_fetched_at)
"""

_LATEST = """
SELECT latest.indicator, indicator.name_vi AS indicator_vi, indicator.name_en AS indicator_en,
    coalesce(area.name_vi, nullif(latest.area, '')) AS area_name, nullif(latest.area, '') AS area,
    area.level AS area_level, latest.territory,
    nullif(latest.body, '') AS body, nullif(latest.programme, '') AS programme, nullif(latest.status, '') AS status,
    latest.statement, nullif(latest.as_of, '') AS as_of, claim.value, claim.value_num,
    claim.unit, claim.comparator, claim.surface, version.title, source.publisher, article.url AS link,
    latest.claim_id, version.article_id
FROM latest
JOIN claim ON claim.id = latest.claim_id
JOIN version ON version.id = claim.version_id
JOIN article ON article.id = version.article_id
LEFT JOIN source ON source.id = article.source_id
LEFT JOIN indicator ON indicator.id = latest.indicator
LEFT JOIN area ON area.id = latest.area
"""
# Two values are at odds when they differ by more than the coarser one was rounded.
_CONFLICTS = """
SELECT told.indicator, indicator.name_vi AS indicator_vi,
    coalesce(area.name_vi, nullif(told.area, '')) AS area_name, nullif(told.area, '') AS area,
    told.territory, nullif(told.body, '') AS body, nullif(told.programme, '') AS programme,
    nullif(told.status, '') AS status, told.statement, told.kind, nullif(told.as_of, '') AS as_of, told.lowest,
    told.highest, told.claims
FROM told
LEFT JOIN indicator ON indicator.id = told.indicator
LEFT JOIN area ON area.id = told.area
WHERE told.highest > told.lowest AND told.highest - told.lowest >= coalesce(told.widest, 0)
"""
_COVERAGE = """
SELECT area.id AS area, area.name_vi AS area_name, territory.territory, coalesce(coverage.indicator, '') AS indicator,
    coalesce(coverage.articles, 0) AS articles, coalesce(coverage.claims, 0) AS claims
FROM area
LEFT JOIN coverage ON coverage.province = area.id
LEFT JOIN area_territory AS territory ON territory.area_id = area.id AND territory.territory = 34
WHERE area.level = 'province'
"""
_UNREVIEWED = """
SELECT claim.id AS claim_id, claim.indicator, claim.area, claim.surface, claim.confidence, version.article_id,
    version.title
FROM claim JOIN version ON version.id = claim.version_id
WHERE claim.current = 1 AND claim.indicator IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM decision_place WHERE decision_place.claim_id = claim.id
    AND decision_place.state IN ('made', 'carried'))
"""

_SPEAKERS = """
SELECT speaker, count(*) AS claims, count(DISTINCT version_id) AS articles, count(DISTINCT province) AS provinces
FROM claim WHERE speaker IS NOT NULL AND current = 1 GROUP BY speaker
"""
_TRANSLATIONS = """
SELECT version.article_id, version.language, version.title, article.url AS link, original.article_id AS original_id,
    original.language AS original_language, original.title AS original_title, version.original_url
FROM article
JOIN version ON version.id = article.version_id AND version.original_url IS NOT NULL
LEFT JOIN article AS source_article ON source_article.url = version.original_url
LEFT JOIN version AS original ON original.id = source_article.version_id
"""
_DECISIONS = """
SELECT decision.id AS decision_id, decision.at, decision.reviewer, decision.target, decision.verdict, place.state,
    place.reason, place.claim_id, decision.surface, decision.judged, decision.corrected, decision.note,
    decision.article_id, article.url AS link
FROM decision
JOIN decision_place AS place ON place.decision_id = decision.id
LEFT JOIN article ON article.id = decision.article_id
WHERE decision.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM decision AS later WHERE later.undoes = decision.uid)
"""

VIEWS = {
    "v_quote": _QUOTE,
    "v_claims": _CLAIMS,
    "v_tasks": _TASKS,
    "v_articles": _ARTICLES,
    "v_latest": _LATEST,
    "v_conflicts": _CONFLICTS,
    "v_coverage": _COVERAGE,
    "v_unreviewed": _UNREVIEWED,
    "v_findings": _FINDINGS,
    "v_failures": _FAILURES,
    "v_speakers": _SPEAKERS,
    "v_translations": _TRANSLATIONS,
    "v_decisions": _DECISIONS,
}


def outdated(db: Database) -> bool:
    """Whether a view of the file is missing, too many, or defined otherwise."""
    stored = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view' AND name LIKE 'v!_%' ESCAPE '!'"))
    return stored != {name: _create(name) for name in VIEWS}


def refresh(db: Database) -> None:
    """Gives the file today's views; the caller holds the transaction."""
    for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view' AND name LIKE 'v!_%' ESCAPE '!'"):
        db.execute(f'DROP VIEW "{name}"')
    for name in VIEWS:
        db.execute(_create(name))


def _create(name: str) -> str:
    return f"CREATE VIEW {name} AS{VIEWS[name].rstrip()}"
