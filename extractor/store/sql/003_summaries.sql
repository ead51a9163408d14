-- Kept by the writer in the transaction that changes a claim: looking through millions of claims takes seconds.
-- They repeat what claims say, so they have no foreign keys of their own, whose indexes would cost more than they do.
CREATE TABLE told (
    indicator TEXT NOT NULL,
    area TEXT NOT NULL,
    territory INTEGER NOT NULL CHECK (territory = 0 OR territory = 34 OR territory = 63),
    body TEXT NOT NULL,
    programme TEXT NOT NULL,
    status TEXT NOT NULL,
    statement TEXT NOT NULL,
    kind TEXT NOT NULL,
    as_of TEXT NOT NULL,
    claims INTEGER NOT NULL CHECK (claims > 0),
    lowest REAL,
    highest REAL,
    widest REAL,
    claim_id INTEGER NOT NULL,
    PRIMARY KEY (indicator, area, territory, body, programme, status, statement, kind, as_of)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_differs ON told (indicator, area) WHERE highest > lowest;

CREATE TABLE latest (
    indicator TEXT NOT NULL,
    area TEXT NOT NULL,
    territory INTEGER NOT NULL CHECK (territory = 0 OR territory = 34 OR territory = 63),
    body TEXT NOT NULL,
    programme TEXT NOT NULL,
    status TEXT NOT NULL,
    statement TEXT NOT NULL,
    kind TEXT NOT NULL,
    as_of TEXT NOT NULL,
    claim_id INTEGER NOT NULL,
    PRIMARY KEY (indicator, area, territory, body, programme, status, statement, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE coverage (
    province TEXT NOT NULL,
    indicator TEXT NOT NULL,
    articles INTEGER NOT NULL,
    claims INTEGER NOT NULL CHECK (claims > 0),
    PRIMARY KEY (province, indicator)
) STRICT, WITHOUT ROWID;

-- Claims that were stored before there were summaries.
INSERT INTO told
SELECT indicator, area, coalesce(territory, 0), coalesce(body, ''), coalesce(programme, ''), status, statement, kind,
    coalesce(period_end, published, '') AS as_of, count(*),
    min(CASE WHEN comparator = '=' AND value_max IS NULL THEN value_num END),
    max(CASE WHEN comparator = '=' AND value_max IS NULL THEN value_num END),
    max(CAST("precision" AS REAL)), max(claim.id)
FROM claim JOIN version ON version.id = claim.version_id
WHERE claim.current = 1 AND indicator IS NOT NULL AND area IS NOT NULL
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;

INSERT OR REPLACE INTO latest
SELECT indicator, area, territory, body, programme, status, statement, kind, as_of, claim_id FROM told
ORDER BY as_of;

INSERT INTO coverage
SELECT province, '', count(DISTINCT version_id), count(*) FROM claim
WHERE current = 1 AND province IS NOT NULL GROUP BY province
UNION ALL
SELECT province, indicator, count(DISTINCT version_id), count(*) FROM claim
WHERE current = 1 AND province IS NOT NULL AND indicator IS NOT NULL GROUP BY province, indicator;
