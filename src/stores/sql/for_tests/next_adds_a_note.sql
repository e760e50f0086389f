-- Stands for a migration of a later version.
ALTER TABLE world ADD COLUMN note TEXT;
CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;
PRAGMA user_version = 5;
