-- The label's desk: what tables, video services and statements say beyond messages, and what
-- people change by hand.

-- One row per thing a delivery states that is only ever read whole; a body is JSON.
CREATE TABLE stated (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  kind INTEGER NOT NULL,
  isrc TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX stated_kind ON stated (kind, isrc);

-- Append-only: no statement of this program changes or deletes a row, and each row holds the hash
-- of the one before.
CREATE TABLE edit (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  author TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  state INTEGER NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER edit_stays BEFORE UPDATE ON edit
BEGIN
  SELECT raise(ABORT, 'an edit is never changed');
END;
CREATE TRIGGER edit_is_kept BEFORE DELETE ON edit
BEGIN
  SELECT raise(ABORT, 'an edit is never deleted');
END;

PRAGMA user_version = 2;
