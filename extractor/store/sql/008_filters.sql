-- Claims that count, by what analysts filter and count them by.
CREATE INDEX claim_filter ON claim (language, confidence, status) WHERE current = 1;
