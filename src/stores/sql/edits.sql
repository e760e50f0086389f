-- name: insert_edit
INSERT INTO edit (id, organisation_id, author, made_at, kind, subject, body, state, previous_hash,
                  hash)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)

-- name: select_edits
SELECT id, organisation_id, author, made_at, kind, subject, body, state, previous_hash, hash
FROM edit ORDER BY id

-- name: select_last_edit
SELECT id, organisation_id, author, made_at, kind, subject, body, state, previous_hash, hash
FROM edit ORDER BY id DESC LIMIT 1
