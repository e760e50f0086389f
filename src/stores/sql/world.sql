-- name: use_wal
PRAGMA journal_mode = WAL

-- name: use_full_sync
PRAGMA synchronous = FULL

-- name: use_foreign_keys
PRAGMA foreign_keys = ON

-- name: read_application_id
PRAGMA application_id

-- name: read_schema_version
PRAGMA user_version

-- name: count_tables
SELECT count(*) FROM sqlite_schema

-- name: mark_as_world
-- The number spells "Umik" in ASCII: file(1) and every later version know a world by it.
PRAGMA application_id = 1433233771

-- name: begin_write
BEGIN IMMEDIATE

-- name: begin_read
BEGIN DEFERRED

-- name: commit
COMMIT

-- name: roll_back
ROLLBACK

-- name: insert_organisation
INSERT INTO organisation (name) VALUES (?1)

-- name: insert_world
INSERT INTO world (id, generation, as_of, demo, organisation_id) VALUES (1, 0, NULL, 0, ?1)

-- name: select_generation
SELECT generation FROM world

-- name: read_data_version
-- Another number once another connection has changed anything.
PRAGMA data_version

-- name: select_world
SELECT w.generation, w.as_of, w.demo, o.id, o.name
FROM world w JOIN organisation o ON o.id = w.organisation_id

-- name: update_as_of
-- Another day gives other answers, so it makes another generation.
UPDATE world SET generation = generation + (as_of IS NOT ?1 OR demo IS NOT ?2), as_of = ?1,
                 demo = ?2

-- name: raise_generation
UPDATE world SET generation = generation + 1 RETURNING generation

-- name: check_integrity
PRAGMA integrity_check(20)

-- name: check_foreign_keys
PRAGMA foreign_key_check
