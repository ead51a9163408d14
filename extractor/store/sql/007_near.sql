-- Works that repeat an older one with small differences; a version's keys say where to look (see near.py).
-- A key has no foreign key: rows go by text and version, and an index on the version would double the table.
ALTER TABLE work ADD COLUMN near_to INTEGER REFERENCES work (id);
ALTER TABLE work ADD COLUMN differs REAL CHECK (differs >= 0 AND differs <= 1);
CREATE INDEX work_near_to ON work (near_to) WHERE near_to IS NOT NULL;
CREATE TABLE near_key (
    hash INTEGER NOT NULL,
    version_id INTEGER NOT NULL,
    PRIMARY KEY (hash, version_id)
) STRICT, WITHOUT ROWID;
