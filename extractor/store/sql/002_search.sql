-- Words of each version's title and text, folded (see search.py). The words are not stored a second time.
CREATE VIRTUAL TABLE version_fts USING fts5 (title, text, content = '', tokenize = 'unicode61 remove_diacritics 2');
