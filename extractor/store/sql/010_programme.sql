-- An official value may be of one programme only.
ALTER TABLE reference_value ADD COLUMN programme TEXT;
DROP INDEX reference_value_key;
CREATE UNIQUE INDEX reference_value_key ON reference_value
    (indicator, area, coalesce(territory, 0), coalesce(programme, ''), period_start, period_end, source);
