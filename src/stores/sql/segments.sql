-- The questions DuckDB answers. Days travel as DATE in the files and as day numbers to the program.
-- A file holds the rows of one delivery, which the program knows, or, once compacted, of several,
-- which a column tells. In $3 a delivery of such a file is positive, else negative; a row belongs
-- to the deliveries that are listed with its file and, where it names one, to that one alone.

-- name: no_autoinstall
SET autoinstall_known_extensions = false

-- name: no_autoload
SET autoload_known_extensions = false

-- name: keep_join_sides
-- The right side of every join here is the small one. Left to itself, the optimiser takes the rows
-- of all files for it, since it cannot know how few of them a list of exceptions leaves out.
SET disabled_optimizers = 'build_side_probe_side'

-- name: use_memory
-- The rest spills into the temporary folder.
SET memory_limit = '700MiB'

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
-- $1 paths, $2 file names and $3 deliveries of the registered segments; $4 the ISRCs asked for,
-- none where it is all of them; $5 and $6 the first and last of them. Amounts are billionths of a
-- unit; a sum that leaves 64 bits is an error, never a wrong sum.
WITH registered AS (
  SELECT name, abs(code) AS delivery, greatest(code, 0) AS held
  FROM (SELECT unnest($2) AS name, unnest($3) AS code)),
rows_of AS NOT MATERIALIZED (
  SELECT * FROM read_parquet($1, filename = true, union_by_name = true)
  UNION ALL BY NAME SELECT NULL::BIGINT AS delivery WHERE false)
SELECT r.delivery, u.service, coalesce(min(nullif(u.service_name, '')), ''), u.isrc, u.territory,
       date_diff('day', DATE '1970-01-01', u.usage_month), u.use_type, u.user_generated::BIGINT,
       u.currency,
       sum(u.units)::BIGINT,
       CASE WHEN count(u.gross) = count(*) THEN sum(u.gross)::BIGINT END,
       CASE WHEN count(u.ours) = count(*) THEN sum(u.ours)::BIGINT END
FROM rows_of u JOIN registered r ON r.name = parse_filename(u.filename)
                                    AND r.held = coalesce(u.delivery, 0)
WHERE u.isrc >= $5 AND u.isrc <= $6
      AND (len($4) = 0 OR u.isrc IN (SELECT unnest($4)))
GROUP BY r.delivery, u.service, u.isrc, u.territory, u.usage_month, u.use_type, u.user_generated,
         u.currency

-- name: sum_usage
-- $1 paths, $2 file names and $3 deliveries of the registered segments, one file possibly standing
-- for several deliveries. Days are gathered by month, from the first to the last one there is: a
-- year of daily reports would else be thirty times as many totals as one of monthly ones.
WITH registered AS (
  SELECT name, abs(code) AS delivery, greatest(code, 0) AS held
  FROM (SELECT unnest($2) AS name, unnest($3) AS code)),
rows_of AS NOT MATERIALIZED (
  SELECT * FROM read_parquet($1, filename = true, union_by_name = true)
  UNION ALL BY NAME SELECT NULL::BIGINT AS delivery WHERE false)
SELECT min(r.delivery), u.service, coalesce(min(nullif(u.service_name, '')), ''), u.isrc,
       u.territory, date_diff('day', DATE '1970-01-01', min(u.period_start)),
       date_diff('day', DATE '1970-01-01', max(u.period_end)),
       coalesce(sum(u.net_units) FILTER (NOT u.user_generated), 0)::BIGINT,
       coalesce(sum(u.net_units) FILTER (u.user_generated), 0)::BIGINT
FROM rows_of u JOIN registered r ON r.name = parse_filename(u.filename)
                                    AND r.held = coalesce(u.delivery, 0)
GROUP BY u.service, u.isrc, u.territory,
         CASE WHEN u.period_start = u.period_end THEN date_trunc('month', u.period_start)
              ELSE u.period_start END,
         CASE WHEN u.period_start <> u.period_end THEN u.period_end END

-- name: select_reported
-- $1 paths, $2 file names and $3 deliveries of the registered segments. What replaced reports hold
-- alone may be among them.
SELECT DISTINCT isrc FROM read_parquet($1)
WHERE len($2) = len($3)

-- name: sum_usage_of
WITH registered AS (
  SELECT name, abs(code) AS delivery, greatest(code, 0) AS held
  FROM (SELECT unnest($2) AS name, unnest($3) AS code)),
rows_of AS NOT MATERIALIZED (
  SELECT * FROM read_parquet($1, filename = true, union_by_name = true)
  UNION ALL BY NAME SELECT NULL::BIGINT AS delivery WHERE false)
SELECT min(r.delivery), u.service, coalesce(min(nullif(u.service_name, '')), ''), u.isrc,
       u.territory, date_diff('day', DATE '1970-01-01', min(u.period_start)),
       date_diff('day', DATE '1970-01-01', max(u.period_end)),
       coalesce(sum(u.net_units) FILTER (NOT u.user_generated), 0)::BIGINT,
       coalesce(sum(u.net_units) FILTER (u.user_generated), 0)::BIGINT
FROM rows_of u JOIN registered r ON r.name = parse_filename(u.filename)
                                    AND r.held = coalesce(u.delivery, 0)
WHERE u.isrc >= $5 AND u.isrc <= $6 AND u.isrc IN (SELECT unnest($4))
GROUP BY u.service, u.isrc, u.territory,
         CASE WHEN u.period_start = u.period_end THEN date_trunc('month', u.period_start)
              ELSE u.period_start END,
         CASE WHEN u.period_start <> u.period_end THEN u.period_end END

-- name: summarise_charts
-- $4 is the as-of day's number. Files of before charts of weeks have no column days. A day of a
-- chart that several deliveries state is read from the last of them, and from earlier ones whose
-- ranks all lie outside it: a chart split into parts. A day that repeats the recorded one before it
-- counts for nothing but its ranks; inside one delivery its reader has told such days. The last 28
-- days end with the last fresh one: charts come days late. The threshold is a day's streams of the
-- lowest row, the lower median of those days. The rows are read once for each question put to them
-- and never held; what they are joined to is small or empty.
WITH registered AS (
  SELECT name, abs(code) AS delivery, greatest(code, 0) AS held
  FROM (SELECT unnest($2) AS name, unnest($3) AS code)),
read AS NOT MATERIALIZED (
  SELECT * FROM read_parquet($1, filename = true, union_by_name = true)
  UNION ALL BY NAME SELECT NULL::INTEGER AS days, NULL::BIGINT AS delivery WHERE false),
stated AS NOT MATERIALIZED (
  SELECT c.chart, c.territory, c.artist, c.title, c.isrc, c.rank, c.depth, c.streams, c.stale,
         coalesce(c.days, 1) AS span, r.delivery,
         date_diff('day', DATE '1970-01-01', c.day) AS number
  FROM read c JOIN registered r ON r.name = parse_filename(c.filename)
                                   AND r.held = coalesce(c.delivery, 0)
  WHERE date_diff('day', DATE '1970-01-01', c.day) + coalesce(c.days, 1) - 1 <= $4),
parts AS MATERIALIZED (
  SELECT chart, territory, number, delivery, min(rank) AS low, max(rank) AS high,
         max(greatest(depth, rank)) AS depth, max(span) AS span, count(*) AS rows,
         count(streams) AS figures, bool_or(NOT stale) AS fresh
  FROM stated GROUP BY chart, territory, number, delivery),
dropped AS MATERIALIZED (
  SELECT DISTINCT p.chart, p.territory, p.number, p.delivery
  FROM parts p JOIN parts l ON l.chart = p.chart AND l.territory = p.territory
                               AND l.number = p.number AND l.delivery > p.delivery
                               AND l.low <= p.high AND l.high >= p.low),
days AS MATERIALIZED (
  SELECT p.chart, p.territory, p.number, min(p.low) AS low, max(p.depth) AS depth,
         max(p.span) AS span, bool_or(p.fresh) AS fresh,
         sum(p.rows) >= CASE WHEN sum(p.figures) > 0 THEN 10 ELSE 20 END AS enough,
         min(p.delivery) AS first_part, max(p.delivery) AS last_part
  FROM parts p ANTI JOIN dropped d ON d.chart = p.chart AND d.territory = p.territory
                                      AND d.number = p.number AND d.delivery = p.delivery
  GROUP BY p.chart, p.territory, p.number),
held AS NOT MATERIALIZED (
  SELECT s.* FROM stated s
  ANTI JOIN dropped d ON d.chart = s.chart AND d.territory = s.territory AND d.number = s.number
                         AND d.delivery = s.delivery),
neighbours AS (
  SELECT *, lag(number) OVER before AS day_before,
         lag(first_part) OVER before AS first_before, lag(last_part) OVER before AS last_before
  FROM days WINDOW before AS (PARTITION BY chart, territory ORDER BY number)),
suspects AS MATERIALIZED (
  SELECT chart, territory, number, day_before FROM neighbours
  WHERE enough AND number - day_before <= 14
        AND (first_part <> first_before OR last_part <> last_before)),
compared AS (
  SELECT chart, territory, number FROM suspects
  UNION SELECT chart, territory, day_before FROM suspects),
prints AS MATERIALIZED (
  SELECT h.chart, h.territory, h.number,
         bit_xor(hash(h.rank, h.artist, h.title, h.streams)) AS print
  FROM held h SEMI JOIN compared c
       ON c.chart = h.chart AND c.territory = h.territory AND c.number = h.number
  GROUP BY h.chart, h.territory, h.number),
copied AS MATERIALIZED (
  SELECT s.chart, s.territory, s.number FROM suspects s
  JOIN prints p ON p.chart = s.chart AND p.territory = s.territory AND p.number = s.number
  JOIN prints b ON b.chart = s.chart AND b.territory = s.territory AND b.number = s.day_before
  WHERE p.print = b.print),
ends AS MATERIALIZED (
  SELECT d.chart, d.territory,
         CASE WHEN max(d.number + d.span - 1) >= $4 - 7 THEN max(d.number + d.span - 1)
              ELSE $4 END AS last
  FROM days d ANTI JOIN copied c
       ON c.chart = d.chart AND c.territory = d.territory AND c.number = d.number
  WHERE d.fresh GROUP BY d.chart, d.territory),
recent AS MATERIALIZED (
  SELECT h.*, e.last - h.number AS ago FROM held h
  JOIN ends e ON e.chart = h.chart AND e.territory = h.territory
  ANTI JOIN copied c ON c.chart = h.chart AND c.territory = h.territory AND c.number = h.number
  WHERE NOT h.stale AND h.number > e.last - 28),
bottom AS (
  SELECT chart, territory, number,
         max({'rank': rank, 'few': coalesce(-(streams // span), -9223372036854775807)}) AS low
  FROM recent GROUP BY chart, territory, number),
threshold AS (
  SELECT chart, territory, quantile_disc(-low.few, 0.5) AS streams FROM bottom
  WHERE low.few > -9223372036854775807 GROUP BY chart, territory),
recent_lines AS (
  SELECT chart, territory, artist, title, sum(streams) AS streams,
         max(span) * bit_count(bit_or(1::BIGINT << ago::INTEGER)) AS days
  FROM recent GROUP BY chart, territory, artist, title),
recent_charts AS (
  SELECT chart, territory, sum(streams) AS streams,
         max(span) * bit_count(bit_or(1::BIGINT << ago::INTEGER)) AS days
  FROM recent GROUP BY chart, territory),
lines AS (
  SELECT chart, territory, artist, title, min(isrc) AS isrc, min(number) AS first_day,
         max(number) AS last_day, min(rank) AS best_rank
  FROM held WHERE artist <> '' OR title <> '' GROUP BY chart, territory, artist, title),
charts AS (
  SELECT chart, territory, min(number) AS first_day, max(number) AS last_day,
         min(low) AS best_rank, max({'number': number, 'depth': depth}).depth AS depth
  FROM days GROUP BY chart, territory)
SELECT c.chart, c.territory, '', '', NULL, c.first_day, c.last_day, c.best_rank::BIGINT,
       c.depth::BIGINT, r.streams::BIGINT, coalesce(r.days, 0)::BIGINT, t.streams::BIGINT
FROM charts c
LEFT JOIN recent_charts r ON r.chart = c.chart AND r.territory = c.territory
LEFT JOIN threshold t ON t.chart = c.chart AND t.territory = c.territory
UNION ALL
SELECT l.chart, l.territory, l.artist, l.title, l.isrc, l.first_day, l.last_day,
       l.best_rank::BIGINT, d.depth::BIGINT, r.streams::BIGINT, coalesce(r.days, 0)::BIGINT, NULL
FROM lines l
JOIN days d ON d.chart = l.chart AND d.territory = l.territory AND d.number = l.last_day
LEFT JOIN recent_lines r ON r.chart = l.chart AND r.territory = l.territory
                            AND r.artist = l.artist AND r.title = l.title
