-- name: insert_edit
INSERT INTO edit (id, organisation_id, author, made_at, kind, subject, body, state, previous_hash,
                  hash, generation)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, generation FROM world

-- name: select_edits
SELECT id, organisation_id, author, made_at, kind, subject, body, state, previous_hash, hash
FROM edit ORDER BY id

-- name: select_last_edit
SELECT id, organisation_id, author, made_at, kind, subject, body, state, previous_hash, hash
FROM edit ORDER BY id DESC LIMIT 1

-- name: select_edit_kinds_since
SELECT DISTINCT kind FROM edit WHERE generation > ?1 ORDER BY kind
