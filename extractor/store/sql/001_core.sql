-- The identity chain work -> article -> version -> mention -> claim, and what stands around it.
-- Choices are written with OR: for each row checked against IN (...) SQLite builds a table of the choices anew.
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    version TEXT NOT NULL,
    patterns_digest TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    counts TEXT NOT NULL DEFAULT '{}' CHECK (counts LIKE '{%}')
) STRICT;

CREATE TABLE area (
    id TEXT PRIMARY KEY,
    level TEXT CHECK (level = 'nation' OR level = 'province' OR level = 'district' OR level = 'commune'
        OR level = 'village' OR level = 'foreign'),
    province TEXT REFERENCES area (id),
    name_vi TEXT,
    name_en TEXT
) STRICT;
CREATE INDEX area_province ON area (province);

CREATE TABLE area_territory (
    area_id TEXT NOT NULL REFERENCES area (id),
    territory INTEGER NOT NULL CHECK (territory IN (63, 34)),
    official_name TEXT,
    valid_from TEXT,
    valid_to TEXT,
    gso_code TEXT,
    into_area TEXT REFERENCES area (id),
    population INTEGER,
    area_km2 REAL,
    PRIMARY KEY (area_id, territory)
) STRICT, WITHOUT ROWID;
CREATE INDEX area_territory_into ON area_territory (into_area);

CREATE TABLE indicator (
    id TEXT PRIMARY KEY,
    unit TEXT,
    name_vi TEXT,
    name_en TEXT,
    same_as TEXT REFERENCES indicator (id)
) STRICT;
CREATE INDEX indicator_same_as ON indicator (same_as);

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    publisher TEXT NOT NULL UNIQUE,
    name TEXT,
    owner_type TEXT,
    province TEXT REFERENCES area (id)
) STRICT;
CREATE INDEX source_province ON source (province);

CREATE TABLE fetch (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    sha256 TEXT NOT NULL DEFAULT '',
    final_url TEXT,
    status INTEGER,
    media_type TEXT,
    fetched_at TEXT NOT NULL,
    last_fetched_at TEXT NOT NULL,
    reason TEXT,
    run_id INTEGER REFERENCES run (id),
    UNIQUE (url, sha256)
) STRICT;
CREATE INDEX fetch_run ON fetch (run_id);
CREATE INDEX fetch_sha256 ON fetch (sha256);

CREATE TABLE work (
    id INTEGER PRIMARY KEY,
    article_id TEXT REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    merged_into INTEGER REFERENCES work (id),
    created_run INTEGER REFERENCES run (id)
) STRICT;
CREATE INDEX work_article ON work (article_id);
CREATE INDEX work_merged ON work (merged_into);
CREATE INDEX work_run ON work (created_run);

CREATE TABLE article (
    id TEXT PRIMARY KEY,
    work_id INTEGER NOT NULL REFERENCES work (id),
    url TEXT,
    source_id INTEGER REFERENCES source (id),
    version_id INTEGER REFERENCES version (id) DEFERRABLE INITIALLY DEFERRED,
    created_run INTEGER REFERENCES run (id)
) STRICT;
CREATE INDEX article_work ON article (work_id);
CREATE INDEX article_url ON article (url);
CREATE INDEX article_source ON article (source_id);
CREATE INDEX article_version ON article (version_id);
CREATE INDEX article_run ON article (created_run);

CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES article (id),
    text_sha256 TEXT NOT NULL,
    cause TEXT NOT NULL CHECK (cause = 'first' OR cause = 'edit' OR cause = 'parse' OR cause = 'edit or parse'),
    seen_at TEXT,
    fetch_id INTEGER REFERENCES fetch (id),
    created_run INTEGER REFERENCES run (id),
    title TEXT NOT NULL,
    published TEXT,
    language TEXT,
    original_url TEXT,
    parser TEXT NOT NULL,
    notes TEXT NOT NULL DEFAULT '[]' CHECK (notes LIKE '[%]'),
    text TEXT NOT NULL,
    UNIQUE (article_id, text_sha256)
) STRICT;
CREATE INDEX version_text ON version (text_sha256);
CREATE INDEX version_fetch ON version (fetch_id);
CREATE INDEX version_run ON version (created_run);
CREATE INDEX version_original ON version (original_url) WHERE original_url IS NOT NULL;

CREATE TABLE block (
    version_id INTEGER NOT NULL REFERENCES version (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind = 'title' OR kind = 'lead' OR kind = 'heading' OR kind = 'paragraph'
        OR kind = 'cell' OR kind = 'caption' OR kind = 'cut'),
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop >= start),
    language TEXT,
    heads TEXT CHECK (heads IS NULL OR heads LIKE '[%]'),
    page INTEGER,
    box TEXT CHECK (box IS NULL OR box LIKE '[%]'),
    PRIMARY KEY (version_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_group (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES version (id),
    number INTEGER NOT NULL,
    UNIQUE (version_id, number)
) STRICT;

CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES version (id),
    current INTEGER NOT NULL DEFAULT 1 CHECK (current IN (0, 1)),
    created_run INTEGER REFERENCES run (id),
    retired_run INTEGER REFERENCES run (id),
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop >= start),
    surface TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind = 'count' OR kind = 'percent' OR kind = 'money' OR kind = 'measure'
        OR kind = 'rate' OR kind = 'rank' OR kind = 'score' OR kind = 'duration' OR kind = 'date' OR kind = 'period'
        OR kind = 'time' OR kind = 'document'),
    value TEXT,
    value_num REAL,
    value_max TEXT,
    value_max_num REAL,
    unit TEXT,
    comparator TEXT NOT NULL CHECK (comparator = '=' OR comparator = '>' OR comparator = '>=' OR comparator = '<'
        OR comparator = '<=' OR comparator = '~' OR comparator = '<~'),
    "precision" TEXT,
    denominator TEXT,
    per TEXT,
    rank_of TEXT,
    figure_rule TEXT NOT NULL DEFAULT '',
    indicator TEXT REFERENCES indicator (id),
    subject TEXT NOT NULL DEFAULT '',
    area TEXT REFERENCES area (id),
    province TEXT REFERENCES area (id),
    area_level TEXT CHECK (area_level = 'nation' OR area_level = 'province' OR area_level = 'district'
        OR area_level = 'commune' OR area_level = 'village' OR area_level = 'foreign'),
    territory INTEGER CHECK (territory IN (63, 34)),
    area_basis TEXT CHECK (area_basis = 'item' OR area_basis = 'sentence' OR area_basis = 'context'
        OR area_basis = 'publisher'),
    level_basis TEXT CHECK (level_basis = 'item' OR level_basis = 'sentence' OR level_basis = 'context'
        OR level_basis = 'publisher'),
    body TEXT,
    period_start TEXT,
    period_end TEXT,
    period_kind TEXT CHECK (period_kind = 'stock' OR period_kind = 'flow' OR period_kind = 'deadline'),
    period_basis TEXT,
    status TEXT NOT NULL CHECK (status = 'actual' OR status = 'estimate' OR status = 'forecast' OR status = 'target'
        OR status = 'other'),
    statement TEXT NOT NULL CHECK (statement = 'level' OR statement = 'change' OR statement = 'excess_over_plan'
        OR statement = 'share_of_plan' OR statement = 'share_of_last_year'),
    change_base TEXT,
    plan_base TEXT,
    programme TEXT,
    group_id INTEGER REFERENCES claim_group (id),
    role TEXT CHECK (role = 'total' OR role = 'part' OR role = 'numerator' OR role = 'denominator' OR role = 'share'
        OR role = 'actual' OR role = 'target' OR role = 'here' OR role = 'nation'),
    speaker TEXT,
    rule TEXT NOT NULL DEFAULT '',
    confidence TEXT NOT NULL CHECK (confidence = 'high' OR confidence = 'medium' OR confidence = 'low'),
    reasons TEXT NOT NULL DEFAULT '[]' CHECK (reasons LIKE '[%]'),
    language TEXT,
    sentence_start INTEGER NOT NULL DEFAULT 0,
    sentence_stop INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX claim_version ON claim (version_id, start);
CREATE INDEX claim_indicator ON claim (indicator, area, period_end) WHERE indicator IS NOT NULL;
CREATE INDEX claim_area ON claim (area, indicator) WHERE area IS NOT NULL;
CREATE INDEX claim_province ON claim (province, indicator) WHERE province IS NOT NULL;
CREATE INDEX claim_group_id ON claim (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX claim_programme ON claim (programme, indicator) WHERE programme IS NOT NULL;
CREATE INDEX claim_created ON claim (created_run);
CREATE INDEX claim_retired ON claim (retired_run) WHERE retired_run IS NOT NULL;

CREATE TABLE mention (
    claim_id INTEGER NOT NULL REFERENCES claim (id),
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop >= start),
    PRIMARY KEY (claim_id, start, stop)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_cited (
    version_id INTEGER NOT NULL REFERENCES version (id),
    document TEXT NOT NULL,
    mentions INTEGER NOT NULL CHECK (mentions > 0),
    PRIMARY KEY (version_id, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_cited_document ON document_cited (document);

CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity = 'info' OR severity = 'doubtful' OR severity = 'severe'),
    stated TEXT NOT NULL,
    expected TEXT NOT NULL,
    tolerance TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT '{}' CHECK (detail LIKE '{%}'),
    created_run INTEGER REFERENCES run (id),
    retired_run INTEGER REFERENCES run (id)
) STRICT;
CREATE UNIQUE INDEX finding_key ON finding (key) WHERE retired_run IS NULL;
CREATE INDEX finding_kind ON finding (kind, severity);
CREATE INDEX finding_created ON finding (created_run);
CREATE INDEX finding_retired ON finding (retired_run) WHERE retired_run IS NOT NULL;

CREATE TABLE finding_claim (
    finding_id INTEGER NOT NULL REFERENCES finding (id),
    number INTEGER NOT NULL,
    claim_id INTEGER NOT NULL REFERENCES claim (id),
    PRIMARY KEY (finding_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_claim_claim ON finding_claim (claim_id);

CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    target TEXT NOT NULL CHECK (target = 'claim' OR target = 'span' OR target = 'finding' OR target = 'version'),
    article_id TEXT REFERENCES article (id),
    version_id INTEGER REFERENCES version (id),
    claim_id INTEGER REFERENCES claim (id),
    finding_key TEXT,
    surface TEXT,
    before TEXT,
    after TEXT,
    occurrence INTEGER,
    verdict TEXT NOT NULL,
    judged TEXT NOT NULL DEFAULT '{}' CHECK (judged LIKE '{%}'),
    corrected TEXT NOT NULL DEFAULT '{}' CHECK (corrected LIKE '{%}'),
    reviewer TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    undoes TEXT
) STRICT;
CREATE INDEX decision_article ON decision (article_id);
CREATE INDEX decision_version ON decision (version_id);
CREATE INDEX decision_claim ON decision (claim_id);
CREATE INDEX decision_undoes ON decision (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX decision_finding ON decision (finding_key) WHERE finding_key IS NOT NULL;
CREATE TRIGGER decision_stays BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decision_never_goes BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TABLE decision_place (
    decision_id INTEGER PRIMARY KEY REFERENCES decision (id),
    state TEXT NOT NULL CHECK (state = 'made' OR state = 'carried' OR state = 'stale' OR state = 'lost'),
    version_id INTEGER REFERENCES version (id),
    claim_id INTEGER REFERENCES claim (id),
    reason TEXT NOT NULL DEFAULT '',
    run_id INTEGER REFERENCES run (id)
) STRICT;
CREATE INDEX decision_place_claim ON decision_place (claim_id);
CREATE INDEX decision_place_version ON decision_place (version_id);
CREATE INDEX decision_place_run ON decision_place (run_id);
CREATE INDEX decision_place_state ON decision_place (state);

CREATE TABLE reference_value (
    id INTEGER PRIMARY KEY,
    indicator TEXT NOT NULL REFERENCES indicator (id),
    area TEXT NOT NULL REFERENCES area (id),
    territory INTEGER CHECK (territory IN (63, 34)),
    period_start TEXT NOT NULL,
    period_end TEXT NOT NULL,
    value TEXT NOT NULL,
    value_num REAL NOT NULL,
    unit TEXT NOT NULL,
    source TEXT NOT NULL,
    run_id INTEGER REFERENCES run (id)
) STRICT;
CREATE UNIQUE INDEX reference_value_key
    ON reference_value (indicator, area, coalesce(territory, 0), period_start, period_end, source);
CREATE INDEX reference_value_area ON reference_value (area);
CREATE INDEX reference_value_run ON reference_value (run_id);
