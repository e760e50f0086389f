-- name: insert_delivery
INSERT INTO delivery
  (organisation_id, generation, path, format, sha256, received_at, sender, status, report)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)

-- name: select_delivery_with
SELECT id, organisation_id, path, format, sha256, received_at, sender, status, report
FROM delivery WHERE sha256 = ?1

-- name: select_deliveries
SELECT id, organisation_id, path, format, sha256, received_at, sender, status, report
FROM delivery ORDER BY id

-- name: insert_segment
INSERT INTO segment (name, delivery_id, kind, row_count, byte_count, first_key, last_key)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING

-- name: select_segments
SELECT name, delivery_id, kind, byte_count, row_count, first_key, last_key
FROM segment ORDER BY delivery_id, name

-- name: delete_segment
DELETE FROM segment WHERE name = ?1 AND delivery_id = ?2

-- name: count_segment
SELECT count(*) FROM segment WHERE name = ?1

-- name: insert_licence
INSERT INTO licence (delivery_id, isrc, body) VALUES (?1, ?2, ?3)

-- name: select_licences
SELECT delivery_id, body FROM licence ORDER BY id

-- name: select_licences_of
SELECT delivery_id, body FROM licence
WHERE isrc IN (SELECT value FROM json_each(?1)) ORDER BY id

-- name: insert_sighting
INSERT INTO sighting (delivery_id, isrc, territory, observed_from, observed_on, seen, document,
                      detail, method, service)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)

-- name: select_sightings
SELECT delivery_id, isrc, territory, observed_from, observed_on, seen, document, detail, method,
       service
FROM sighting ORDER BY id

-- name: select_sightings_of
SELECT delivery_id, isrc, territory, observed_from, observed_on, seen, document, detail, method,
       service
FROM sighting WHERE isrc IN (SELECT value FROM json_each(?1)) ORDER BY id

-- name: insert_declared_party
INSERT INTO declared_party (delivery_id, body) VALUES (?1, ?2)

-- name: select_declared_parties
SELECT body FROM declared_party ORDER BY id

-- name: insert_given_name
INSERT INTO given_name (delivery_id, isrc, of_artist, body) VALUES (?1, ?2, ?3, ?4)

-- name: select_given_names
SELECT isrc, of_artist, body FROM given_name ORDER BY id

-- name: select_given_names_of
SELECT isrc, of_artist, body FROM given_name
WHERE isrc IN (SELECT value FROM json_each(?1)) ORDER BY id

-- name: insert_contents
INSERT INTO contents (delivery_id, language) VALUES (?1, ?2)

-- name: insert_contents_item
INSERT INTO contents_item (delivery_id, kind, isrc, body) VALUES (?1, ?2, ?3, ?4)

-- name: select_contents
SELECT c.delivery_id, d.path, c.language
FROM contents c JOIN delivery d ON d.id = c.delivery_id ORDER BY c.delivery_id

-- name: select_contents_of
SELECT c.delivery_id, d.path, c.language
FROM contents c JOIN delivery d ON d.id = c.delivery_id
WHERE c.delivery_id IN (SELECT delivery_id FROM contents_item
                        WHERE isrc IN (SELECT value FROM json_each(?1)))
ORDER BY c.delivery_id

-- name: select_contents_items
SELECT kind, body FROM contents_item WHERE delivery_id = ?1 ORDER BY id

-- name: insert_stated
INSERT INTO stated (delivery_id, kind, isrc, body) VALUES (?1, ?2, ?3, ?4)

-- name: select_stated
SELECT delivery_id, body FROM stated WHERE kind = ?1 ORDER BY id

-- name: select_stated_of
SELECT delivery_id, body FROM stated
WHERE kind = ?1 AND isrc IN (SELECT value FROM json_each(?2)) ORDER BY id

-- name: select_recordings
SELECT isrc FROM statement_asset UNION SELECT isrc FROM licence UNION SELECT isrc FROM sighting
UNION SELECT isrc FROM given_name UNION SELECT isrc FROM contents_item WHERE isrc IS NOT NULL
UNION SELECT isrc FROM stated WHERE isrc IS NOT NULL

-- name: count_other_changes
-- What came after a generation and was neither delivery nor edit, and deliveries of more than
-- rights and parties.
SELECT (SELECT generation FROM world) - ?1 - count(*)
  - (SELECT count(DISTINCT generation) FROM edit WHERE generation > ?1)
  + coalesce(sum(EXISTS (SELECT 1 FROM segment s WHERE s.delivery_id = d.id)
                 OR EXISTS (SELECT 1 FROM given_name n WHERE n.delivery_id = d.id)
                 OR EXISTS (SELECT 1 FROM stated t WHERE t.delivery_id = d.id)), 0)
FROM delivery d WHERE d.generation > ?1

-- name: select_changed_recordings
-- A release group is asked about as a whole: a message can end what another opened.
WITH fresh AS (SELECT id FROM delivery WHERE generation > ?1)
SELECT a.isrc FROM statement n JOIN statement s ON s.release_group = n.release_group
JOIN statement_asset a ON a.statement_id = s.id WHERE n.delivery_id IN fresh
UNION SELECT isrc FROM licence WHERE delivery_id IN fresh
UNION SELECT isrc FROM sighting WHERE delivery_id IN fresh
UNION SELECT isrc FROM contents_item WHERE delivery_id IN fresh AND isrc IS NOT NULL
ORDER BY 1 LIMIT ?2
