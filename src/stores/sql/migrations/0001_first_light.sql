-- Everything a world holds besides its Parquet segments. JSON columns hold lists as documents state
-- them; whatever a question selects by has a column of its own.
CREATE TABLE world (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  generation INTEGER NOT NULL,
  as_of INTEGER,
  demo INTEGER NOT NULL DEFAULT 0,
  organisation_id INTEGER NOT NULL REFERENCES organisation (id)
) STRICT;

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
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

-- Releases that share an identifier belong to one group, whoever sent them.
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
  message_id TEXT NOT NULL,
  created INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX statement_group ON statement (release_group);

CREATE TABLE statement_asset (
  statement_id INTEGER NOT NULL REFERENCES statement (id),
  release_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  release_reference TEXT NOT NULL,
  release_kind INTEGER NOT NULL,
  isrc TEXT,
  resource_reference TEXT,
  is_clip INTEGER,
  asset_duration_ms INTEGER,
  PRIMARY KEY (statement_id, release_position, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_asset_isrc ON statement_asset (isrc);

CREATE TABLE deal (
  statement_id INTEGER NOT NULL REFERENCES statement (id),
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  excluding INTEGER,
  territories TEXT,
  uses INTEGER NOT NULL,
  models INTEGER NOT NULL,
  is_pre_order INTEGER NOT NULL,
  is_takedown INTEGER NOT NULL,
  is_out_of_band INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (statement_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE licence (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  document TEXT NOT NULL,
  line INTEGER NOT NULL,
  isrc TEXT NOT NULL,
  party TEXT NOT NULL,
  grantor TEXT,
  excluding INTEGER NOT NULL,
  territories TEXT NOT NULL,
  start_day INTEGER,
  end_day INTEGER,
  uses INTEGER NOT NULL,
  exclusive INTEGER NOT NULL
) STRICT;
CREATE INDEX licence_isrc ON licence (isrc);

CREATE TABLE sighting (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  document TEXT NOT NULL,
  service TEXT NOT NULL,
  isrc TEXT NOT NULL,
  territory TEXT NOT NULL,
  observed_on INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  detail TEXT NOT NULL,
  method TEXT NOT NULL
) STRICT;
CREATE INDEX sighting_isrc ON sighting (isrc);

CREATE TABLE declared_party (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  role INTEGER NOT NULL,
  party TEXT NOT NULL
) STRICT;

CREATE TABLE given_name (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  isrc TEXT NOT NULL,
  of_artist INTEGER NOT NULL,
  form TEXT NOT NULL
) STRICT;
CREATE INDEX given_name_isrc ON given_name (isrc);

CREATE TABLE contents (
  delivery_id INTEGER PRIMARY KEY REFERENCES delivery (id),
  body TEXT NOT NULL
) STRICT;
CREATE TABLE contents_isrc (
  isrc TEXT NOT NULL,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  PRIMARY KEY (isrc, delivery_id)
) STRICT, WITHOUT ROWID;

-- Immutable Parquet files under segments/, named by the hash of their bytes.
CREATE TABLE segment (
  name TEXT PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  kind TEXT NOT NULL,
  rows INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
