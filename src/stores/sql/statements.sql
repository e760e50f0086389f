-- name: insert_statement
INSERT INTO statement
  (id, delivery_id, release_group, kind, document, source_sha256, message_id, created, body)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)

-- name: next_statement_id
SELECT coalesce(max(id), 0) + 1 FROM statement

-- name: select_group_of_key
SELECT release_group FROM release_key WHERE key = ?1

-- name: insert_release_key
INSERT INTO release_key (key, release_group) VALUES (?1, ?2) ON CONFLICT DO NOTHING

-- name: move_keys_to_group
UPDATE release_key SET release_group = ?2 WHERE release_group = ?1

-- name: move_statements_to_group
UPDATE statement SET release_group = ?2 WHERE release_group = ?1

-- name: insert_statement_release
INSERT INTO statement_release (statement_id, position, reference, kind) VALUES (?1, ?2, ?3, ?4)

-- name: insert_statement_asset
INSERT INTO statement_asset (statement_id, release_position, position, isrc, resource_reference,
                             is_clip, asset_duration_ms)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)

-- name: insert_deal
INSERT INTO deal (statement_id, position, body) VALUES (?1, ?2, ?3)

-- name: select_statements
SELECT id, delivery_id, kind, document, source_sha256, message_id, created, body
FROM statement ORDER BY id

-- name: select_statements_of
SELECT id, delivery_id, kind, document, source_sha256, message_id, created, body
FROM statement
WHERE release_group IN (SELECT s.release_group
                        FROM statement_asset a JOIN statement s ON s.id = a.statement_id
                        WHERE a.isrc IN (SELECT value FROM json_each(?1)))
ORDER BY id

-- name: select_statements_of_group
SELECT id, delivery_id, kind, document, source_sha256, message_id, created, body
FROM statement WHERE release_group = ?1 ORDER BY id

-- name: select_statement_releases
SELECT reference, kind FROM statement_release WHERE statement_id = ?1 ORDER BY position

-- name: select_statement_assets
SELECT release_position, isrc, resource_reference, is_clip, asset_duration_ms
FROM statement_asset WHERE statement_id = ?1 ORDER BY release_position, position

-- name: select_deals
SELECT body FROM deal WHERE statement_id = ?1 ORDER BY position
