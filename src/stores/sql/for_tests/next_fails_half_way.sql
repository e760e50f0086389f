-- Stands for a migration that fails after it has changed something.
ALTER TABLE world ADD COLUMN note TEXT;
INSERT INTO no_such_table VALUES (1);
PRAGMA user_version = 5;
