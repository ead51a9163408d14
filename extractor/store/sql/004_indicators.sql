-- What patterns/indicators.csv says of an indicator.
ALTER TABLE indicator ADD COLUMN topic TEXT;
ALTER TABLE indicator ADD COLUMN definition_vi TEXT;
ALTER TABLE indicator ADD COLUMN definition_en TEXT;
ALTER TABLE indicator ADD COLUMN higher_is_better TEXT CHECK (higher_is_better IN ('yes', 'no'));
ALTER TABLE indicator ADD COLUMN part_of TEXT;
ALTER TABLE indicator ADD COLUMN share_of TEXT;
