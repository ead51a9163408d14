-- Claims that count, by status: counted from the index alone.
CREATE INDEX claim_status ON claim (status, current) WHERE current = 1;
