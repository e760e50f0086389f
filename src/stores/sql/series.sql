-- The observations one series is made of.

-- name: chart_parts
-- $1 paths, $2 file names and $3 deliveries of the registered segments; $4 territories, $5 ISRCs,
-- $6 artist and title of rows without one, with 0x1F between; $7 the as-of day's number. One line
-- for what one delivery states of one day of one chart. The print tells a day that repeats another.
WITH registered AS (
  SELECT name, abs(code) AS delivery, greatest(code, 0) AS held
  FROM (SELECT unnest($2) AS name, unnest($3) AS code)),
places AS (SELECT unnest($4) AS code),
recordings AS (SELECT unnest($5) AS isrc),
spellings AS (SELECT unnest($6) AS name),
read AS NOT MATERIALIZED (
  SELECT * FROM read_parquet($1, filename = true, union_by_name = true)
  UNION ALL BY NAME SELECT NULL::INTEGER AS days, NULL::BIGINT AS delivery WHERE false),
stated AS NOT MATERIALIZED (
  SELECT c.chart, c.territory, c.artist, c.title, c.isrc, c.rank, c.depth, c.streams, c.stale,
         coalesce(c.days, 1) AS span, r.delivery,
         date_diff('day', DATE '1970-01-01', c.day) AS number
  FROM read c JOIN registered r ON r.name = parse_filename(c.filename)
                                   AND r.held = coalesce(c.delivery, 0)
  WHERE c.territory IN (SELECT code FROM places)
        AND date_diff('day', DATE '1970-01-01', c.day) + coalesce(c.days, 1) - 1 <= $7),
asked AS NOT MATERIALIZED (
  SELECT s.*, CASE WHEN s.isrc IS NULL
                   THEN (s.artist || chr(31) || s.title) IN (SELECT name FROM spellings)
                   ELSE s.isrc IN (SELECT isrc FROM recordings) END AS wanted
  FROM stated s)
SELECT delivery, chart, territory, number, max(span)::BIGINT, min(rank)::BIGINT,
       max(rank)::BIGINT, max(greatest(depth, rank))::BIGINT, count(*), count(streams),
       bool_or(NOT stale)::BIGINT,
       (bit_xor(hash(rank, artist, title, streams)) >> 1)::BIGINT,
       nullif(-max({'rank': rank, 'few': coalesce(-streams, -9223372036854775807)}).few,
              9223372036854775807),
       count(*) FILTER (wanted), count(streams) FILTER (wanted),
       coalesce(sum(streams) FILTER (wanted), 0)::BIGINT,
       coalesce(min(rank) FILTER (wanted), 0)::BIGINT
FROM asked GROUP BY delivery, chart, territory, number

-- name: chart_lines
-- $1 paths, $2 file names and $3 deliveries of the registered segments; $4 the chart, $5 and $6 the
-- numbers of the first and last day. Every delivery's rows: which of them stand, the program knows.
WITH registered AS (
  SELECT name, abs(code) AS delivery, greatest(code, 0) AS held
  FROM (SELECT unnest($2) AS name, unnest($3) AS code)),
read AS NOT MATERIALIZED (
  SELECT * FROM read_parquet($1, filename = true, union_by_name = true)
  UNION ALL BY NAME SELECT NULL::INTEGER AS days, NULL::BIGINT AS delivery WHERE false)
SELECT r.delivery, c.territory, date_diff('day', DATE '1970-01-01', c.day),
       coalesce(c.days, 1)::BIGINT, c.rank::BIGINT, c.artist, c.title, c.isrc, c.streams,
       c.stale::BIGINT
FROM read c JOIN registered r ON r.name = parse_filename(c.filename)
                                 AND r.held = coalesce(c.delivery, 0)
WHERE c.chart = $4 AND date_diff('day', DATE '1970-01-01', c.day) BETWEEN $5 AND $6

-- name: usage_periods
-- $1 paths, $2 file names and $3 deliveries of the registered segments; $4 territories, $5 ISRCs,
-- $6 the as-of day's number; $7 and $8 the first and last of the ISRCs, by which whole parts of
-- files are passed over. Days stay days: nothing is gathered by month here.
WITH registered AS (
  SELECT name, abs(code) AS delivery, greatest(code, 0) AS held
  FROM (SELECT unnest($2) AS name, unnest($3) AS code)),
rows_of AS NOT MATERIALIZED (
  SELECT * FROM read_parquet($1, filename = true, union_by_name = true)
  UNION ALL BY NAME SELECT NULL::BIGINT AS delivery WHERE false),
places AS (SELECT unnest($4) AS code),
recordings AS (SELECT unnest($5) AS isrc)
SELECT r.delivery, u.service, coalesce(min(nullif(u.service_name, '')), ''), u.territory,
       date_diff('day', DATE '1970-01-01', u.period_start),
       date_diff('day', DATE '1970-01-01', u.period_end), sum(u.net_units)::BIGINT,
       u.user_generated::BIGINT
FROM rows_of u JOIN registered r ON r.name = parse_filename(u.filename)
                                    AND r.held = coalesce(u.delivery, 0)
WHERE u.isrc >= $7 AND u.isrc <= $8
      AND u.isrc IN (SELECT isrc FROM recordings) AND u.territory IN (SELECT code FROM places)
      AND date_diff('day', DATE '1970-01-01', u.period_end) <= $6
GROUP BY r.delivery, u.service, u.territory, u.period_start, u.period_end, u.user_generated
