-- An article that its publisher took down keeps its rows; who speaks can be looked up.
ALTER TABLE article ADD COLUMN withdrawn_at TEXT;
CREATE INDEX claim_speaker ON claim (speaker) WHERE speaker IS NOT NULL;
