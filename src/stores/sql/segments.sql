-- The questions DuckDB answers. Days travel as DATE in the files and as day numbers to the program.

-- name: no_autoinstall
SET autoinstall_known_extensions = false

-- name: no_autoload
SET autoload_known_extensions = false

-- name: use_threads
SET threads = $1

-- name: use_temporary_folder
SET temp_directory = $1

-- name: create_chart
CREATE OR REPLACE TABLE chart (
  chart VARCHAR NOT NULL, territory VARCHAR NOT NULL, day DATE NOT NULL, rank INTEGER NOT NULL,
  depth INTEGER NOT NULL, artist VARCHAR NOT NULL, title VARCHAR NOT NULL, isrc VARCHAR,
  streams BIGINT, stale BOOLEAN NOT NULL, days INTEGER NOT NULL)

-- name: create_usage
CREATE OR REPLACE TABLE usage (
  service VARCHAR NOT NULL, service_name VARCHAR NOT NULL, isrc VARCHAR NOT NULL,
  territory VARCHAR NOT NULL, period_start DATE NOT NULL, period_end DATE NOT NULL,
  use_type VARCHAR NOT NULL, user_generated BOOLEAN NOT NULL, net_units BIGINT NOT NULL)

-- name: create_revenue
CREATE OR REPLACE TABLE revenue (
  service VARCHAR NOT NULL, service_name VARCHAR NOT NULL, isrc VARCHAR NOT NULL,
  territory VARCHAR NOT NULL, usage_month DATE NOT NULL, use_type VARCHAR NOT NULL,
  user_generated BOOLEAN NOT NULL, units BIGINT NOT NULL, currency VARCHAR NOT NULL,
  gross BIGINT, ours BIGINT)

-- name: copy_chart
-- As delivered: files of charts are in order of day and territory already.
COPY chart TO $1 (FORMAT parquet, COMPRESSION zstd)

-- name: copy_usage
-- Ordered by recording, so that a question about one recording reads few row groups.
COPY (SELECT * FROM usage
      ORDER BY isrc, territory, service, period_start, period_end, use_type, user_generated,
               net_units, service_name)
TO $1 (FORMAT parquet, COMPRESSION zstd)

-- name: copy_revenue
COPY (SELECT * FROM revenue
      ORDER BY isrc, territory, service, usage_month, use_type, user_generated, currency, units,
               gross, ours, service_name)
TO $1 (FORMAT parquet, COMPRESSION zstd)

-- name: sum_revenue
-- $1 paths, $2 file names and $3 deliveries of the registered segments; $4 an ISRC, or empty for
-- all. Amounts are billionths of a unit; a sum that leaves 64 bits is an error, never a wrong sum.
WITH registered AS (SELECT unnest($2) AS name, unnest($3) AS delivery)
SELECT r.delivery, u.service, coalesce(min(nullif(u.service_name, '')), ''), u.isrc, u.territory,
       date_diff('day', DATE '1970-01-01', u.usage_month), u.use_type, u.user_generated::BIGINT,
       u.currency,
       sum(u.units)::BIGINT,
       CASE WHEN count(u.gross) = count(*) THEN sum(u.gross)::BIGINT END,
       CASE WHEN count(u.ours) = count(*) THEN sum(u.ours)::BIGINT END
FROM read_parquet($1, filename = true) u JOIN registered r ON r.name = parse_filename(u.filename)
WHERE $4 = '' OR u.isrc = $4
GROUP BY r.delivery, u.service, u.isrc, u.territory, u.usage_month, u.use_type, u.user_generated,
         u.currency

-- name: sum_usage
-- $1 paths, $2 file names and $3 deliveries of the registered segments, one file possibly standing
-- for several deliveries.
WITH registered AS (SELECT unnest($2) AS name, unnest($3) AS delivery)
SELECT min(r.delivery), u.service, coalesce(min(nullif(u.service_name, '')), ''), u.isrc,
       u.territory, date_diff('day', DATE '1970-01-01', u.period_start),
       date_diff('day', DATE '1970-01-01', u.period_end),
       coalesce(sum(u.net_units) FILTER (NOT u.user_generated), 0)::BIGINT,
       coalesce(sum(u.net_units) FILTER (u.user_generated), 0)::BIGINT
FROM read_parquet($1, filename = true) u JOIN registered r ON r.name = parse_filename(u.filename)
GROUP BY u.service, u.isrc, u.territory, u.period_start, u.period_end

-- name: sum_usage_of
WITH registered AS (SELECT unnest($2) AS name, unnest($3) AS delivery)
SELECT min(r.delivery), u.service, coalesce(min(nullif(u.service_name, '')), ''), u.isrc,
       u.territory, date_diff('day', DATE '1970-01-01', u.period_start),
       date_diff('day', DATE '1970-01-01', u.period_end),
       coalesce(sum(u.net_units) FILTER (NOT u.user_generated), 0)::BIGINT,
       coalesce(sum(u.net_units) FILTER (u.user_generated), 0)::BIGINT
FROM read_parquet($1, filename = true) u JOIN registered r ON r.name = parse_filename(u.filename)
WHERE u.isrc = $4
GROUP BY u.service, u.isrc, u.territory, u.period_start, u.period_end

-- name: summarise_charts
-- $4 is the as-of day's number. Files of before charts of weeks have no column days. A day of a
-- chart that several deliveries state is read from the last of them, and from earlier ones whose
-- ranks all lie outside it: a chart split into parts. A day that repeats the recorded one before it
-- counts for nothing but its ranks. The last 28 days end with the last fresh one: charts come days
-- late. The threshold is a day's streams of the lowest row, the lower median of those days.
WITH registered AS (SELECT unnest($2) AS name, unnest($3) AS delivery),
read AS (
  SELECT * FROM read_parquet($1, filename = true, union_by_name = true)
  UNION ALL BY NAME SELECT NULL::INTEGER AS days WHERE false),
stated AS (
  SELECT c.chart, c.territory, c.artist, c.title, c.isrc, c.rank, c.depth, c.streams, c.stale,
         coalesce(c.days, 1) AS span, r.delivery,
         date_diff('day', DATE '1970-01-01', c.day) AS number
  FROM read c JOIN registered r ON r.name = parse_filename(c.filename)
  WHERE date_diff('day', DATE '1970-01-01', c.day) + coalesce(c.days, 1) - 1 <= $4),
parts AS (
  SELECT chart, territory, number, delivery, min(rank) AS low, max(rank) AS high,
         max(greatest(depth, rank)) AS depth, count(*) AS rows, count(streams) AS figures,
         bit_xor(hash(rank, artist, title, streams)) AS print
  FROM stated GROUP BY chart, territory, number, delivery),
kept AS (
  SELECT p.* FROM parts p WHERE NOT EXISTS (
    SELECT 1 FROM parts l
    WHERE l.chart = p.chart AND l.territory = p.territory AND l.number = p.number
          AND l.delivery > p.delivery AND l.low <= p.high AND l.high >= p.low)),
whole AS (
  SELECT chart, territory, number, max(depth) AS depth, bit_xor(print) AS print,
         sum(rows) >= CASE WHEN sum(figures) > 0 THEN 10 ELSE 20 END AS enough
  FROM kept GROUP BY chart, territory, number),
days AS (
  SELECT chart, territory, number, depth,
         enough AND coalesce(print = lag(print) OVER before
                             AND number - lag(number) OVER before <= 14, false) AS copied
  FROM whole WINDOW before AS (PARTITION BY chart, territory ORDER BY number)),
held AS (
  SELECT s.* EXCLUDE (depth, delivery, stale), d.depth, NOT s.stale AND NOT d.copied AS fresh
  FROM stated s
  JOIN kept k ON k.chart = s.chart AND k.territory = s.territory AND k.number = s.number
                 AND k.delivery = s.delivery
  JOIN days d ON d.chart = s.chart AND d.territory = s.territory AND d.number = s.number),
ends AS (
  SELECT chart, territory,
         CASE WHEN max(number + span - 1) >= $4 - 7 THEN max(number + span - 1) ELSE $4 END AS last
  FROM held WHERE fresh GROUP BY chart, territory),
shown AS (
  SELECT h.*, coalesce(h.fresh AND h.number > e.last - 28, false) AS recent
  FROM held h LEFT JOIN ends e ON e.chart = h.chart AND e.territory = h.territory),
bottom AS (
  SELECT chart, territory, number,
         max({'rank': rank, 'few': coalesce(-(streams // span), -9223372036854775807)}) AS low
  FROM shown WHERE recent GROUP BY chart, territory, number),
threshold AS (
  SELECT chart, territory, quantile_disc(-low.few, 0.5) AS streams FROM bottom
  WHERE low.few > -9223372036854775807 GROUP BY chart, territory),
lines AS (
  SELECT chart, territory, artist, title, isrc, number, span, fresh, recent, rank, depth, streams
  FROM shown WHERE artist <> '' OR title <> ''
  UNION ALL
  SELECT chart, territory, '', '', NULL, number, span, fresh, recent, rank, depth, streams
  FROM shown),
summary AS (
  SELECT chart, territory, artist, title, min(isrc) AS isrc, min(number) AS first_day,
         max(number) AS last_day, max(span) * count(DISTINCT number) FILTER (fresh) AS days,
         min(rank) AS best_rank, max({'number': number, 'depth': depth}).depth AS depth,
         (sum(streams) FILTER (recent))::BIGINT AS streams_28d,
         max(span) * count(DISTINCT number) FILTER (recent) AS days_28d
  FROM lines GROUP BY chart, territory, artist, title)
SELECT s.chart, s.territory, s.artist, s.title, s.isrc, s.first_day, s.last_day, s.days::BIGINT,
       s.best_rank::BIGINT, s.depth::BIGINT, s.streams_28d, s.days_28d::BIGINT,
       CASE WHEN s.artist = '' AND s.title = '' THEN t.streams::BIGINT END
FROM summary s LEFT JOIN threshold t ON t.chart = s.chart AND t.territory = s.territory
