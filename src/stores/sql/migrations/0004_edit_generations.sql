-- The generation an edit made: what rests on an older one can tell what came since. Of edits before
-- this migration it is not known.
ALTER TABLE edit ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;

PRAGMA user_version = 4;
