-- The newest articles first, without sorting all of them.
CREATE INDEX version_published ON version (published);
