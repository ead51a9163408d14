-- An article's task counts for one area, body and programme, kept as the other summaries are.
CREATE TABLE tasks (
    version_id INTEGER NOT NULL,
    area TEXT,
    area_level TEXT,
    body TEXT,
    programme TEXT,
    status TEXT NOT NULL,
    as_of TEXT,
    assigned REAL,
    completed REAL,
    completed_share REAL,
    in_progress REAL,
    on_schedule REAL,
    behind REAL,
    overdue REAL,
    not_started REAL
) STRICT;
CREATE INDEX tasks_version ON tasks (version_id);
CREATE INDEX tasks_area ON tasks (area, as_of);
CREATE INDEX tasks_programme ON tasks (programme, area);
CREATE INDEX tasks_as_of ON tasks (as_of);
