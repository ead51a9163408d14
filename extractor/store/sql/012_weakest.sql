-- Claims that count and whose area only the publisher's host tells: few, and the first to be read again.
CREATE INDEX claim_weakest ON claim (area, indicator)
    WHERE current = 1 AND (area_basis = 'publisher' OR level_basis = 'publisher');
