-- A compacted file holds the rows of a range of recordings (charts: of territories), by which
-- questions pass over the others. Of other files nothing is known: they may hold any.
ALTER TABLE segment ADD COLUMN first_key TEXT NOT NULL DEFAULT '';
ALTER TABLE segment ADD COLUMN last_key TEXT NOT NULL DEFAULT '~';

PRAGMA user_version = 3;
