-- Everything a world holds besides its Parquet segments. A body is JSON: what a document states and
-- no question selects by; whatever a question selects or orders by has a column of its own.
CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE world (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  generation INTEGER NOT NULL,
  as_of INTEGER,
  demo INTEGER NOT NULL,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id)
) STRICT;

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id),
  generation INTEGER NOT NULL,
  path TEXT NOT NULL,
  format TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  received_at INTEGER NOT NULL,
  sender TEXT NOT NULL,
  status TEXT NOT NULL,
  report TEXT NOT NULL
) STRICT;

-- Releases that share an identifier belong to one group, whoever sent them; the group's number is
-- the smallest statement in it.
CREATE TABLE release_key (
  key TEXT PRIMARY KEY,
  release_group INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX release_key_group ON release_key (release_group);

CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  release_group INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  document TEXT NOT NULL,
  source_sha256 TEXT NOT NULL,
  message_id TEXT NOT NULL,
  created INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX statement_group ON statement (release_group);
CREATE INDEX statement_delivery ON statement (delivery_id);

CREATE TABLE statement_release (
  statement_id INTEGER NOT NULL REFERENCES statement (id),
  position INTEGER NOT NULL,
  reference TEXT NOT NULL,
  kind INTEGER NOT NULL,
  PRIMARY KEY (statement_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement_asset (
  statement_id INTEGER NOT NULL,
  release_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  isrc TEXT NOT NULL,
  resource_reference TEXT NOT NULL,
  is_clip INTEGER NOT NULL,
  asset_duration_ms INTEGER,
  PRIMARY KEY (statement_id, release_position, position),
  FOREIGN KEY (statement_id, release_position) REFERENCES statement_release (statement_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_asset_isrc ON statement_asset (isrc, statement_id);

CREATE TABLE deal (
  statement_id INTEGER NOT NULL REFERENCES statement (id),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (statement_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE licence (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  isrc TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX licence_isrc ON licence (isrc);

CREATE TABLE sighting (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  isrc TEXT NOT NULL,
  territory TEXT NOT NULL,
  observed_from INTEGER NOT NULL,
  observed_on INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  document TEXT NOT NULL,
  detail TEXT NOT NULL,
  method TEXT NOT NULL,
  service TEXT NOT NULL
) STRICT;
CREATE INDEX sighting_isrc ON sighting (isrc);

CREATE TABLE declared_party (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  body TEXT NOT NULL
) STRICT;

CREATE TABLE given_name (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  isrc TEXT NOT NULL,
  of_artist INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX given_name_isrc ON given_name (isrc);

-- What a delivery says about the catalogue, one row per party, recording, image and release.
CREATE TABLE contents (
  delivery_id INTEGER PRIMARY KEY REFERENCES delivery (id),
  language TEXT NOT NULL
) STRICT;

CREATE TABLE contents_item (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES contents (delivery_id),
  kind INTEGER NOT NULL,
  isrc TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX contents_item_delivery ON contents_item (delivery_id);
CREATE INDEX contents_item_isrc ON contents_item (isrc) WHERE isrc IS NOT NULL;

-- Immutable Parquet files under segments/, named by the hash of their bytes. Two deliveries that
-- state the same rows share a file.
CREATE TABLE segment (
  name TEXT NOT NULL,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  kind TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  byte_count INTEGER NOT NULL,
  PRIMARY KEY (name, delivery_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX segment_delivery ON segment (delivery_id);

PRAGMA user_version = 1;
