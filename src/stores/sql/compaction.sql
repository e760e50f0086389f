-- Compaction: the rows of many files in few, each with its delivery. $1, $2 and $3 as everywhere.
-- What no delivery is listed for is left behind. Row groups are small, so that a question about one
-- recording reads little beside it; files are few, so that it reads few lists of them.

-- name: usage_keys
-- How many rows each recording has, in order.
WITH registered AS (
  SELECT name, abs(code) AS delivery, greatest(code, 0) AS held
  FROM (SELECT unnest($2) AS name, unnest($3) AS code)),
rows_of AS NOT MATERIALIZED (
  SELECT * FROM read_parquet($1, filename = true, union_by_name = true)
  UNION ALL BY NAME SELECT NULL::BIGINT AS delivery WHERE false)
SELECT u.isrc, count(*)
FROM rows_of u JOIN registered r ON r.name = parse_filename(u.filename)
                                    AND r.held = coalesce(u.delivery, 0)
GROUP BY u.isrc ORDER BY u.isrc

-- name: chart_keys
WITH registered AS (
  SELECT name, abs(code) AS delivery, greatest(code, 0) AS held
  FROM (SELECT unnest($2) AS name, unnest($3) AS code)),
rows_of AS NOT MATERIALIZED (
  SELECT * FROM read_parquet($1, filename = true, union_by_name = true)
  UNION ALL BY NAME SELECT NULL::BIGINT AS delivery WHERE false)
SELECT u.territory, count(*)
FROM rows_of u JOIN registered r ON r.name = parse_filename(u.filename)
                                    AND r.held = coalesce(u.delivery, 0)
GROUP BY u.territory ORDER BY u.territory

-- name: compact_usage
-- $4 the first key, $5 the first one behind, $6 the file. Ordered like the files of one delivery.
COPY (WITH registered AS (
  SELECT name, abs(code) AS delivery, greatest(code, 0) AS held
  FROM (SELECT unnest($2) AS name, unnest($3) AS code)),
rows_of AS NOT MATERIALIZED (
  SELECT * FROM read_parquet($1, filename = true, union_by_name = true)
  UNION ALL BY NAME SELECT NULL::BIGINT AS delivery WHERE false)
SELECT u.service, u.service_name, u.isrc, u.territory, u.period_start, u.period_end, u.use_type,
       u.user_generated, u.net_units, r.delivery
FROM rows_of u JOIN registered r ON r.name = parse_filename(u.filename)
                                    AND r.held = coalesce(u.delivery, 0)
WHERE u.isrc >= $4 AND u.isrc < $5
ORDER BY u.isrc, u.territory, u.service, u.period_start, u.period_end, u.use_type,
         u.user_generated, u.net_units, u.service_name, r.delivery)
TO $6 (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480)

-- name: compact_revenue
COPY (WITH registered AS (
  SELECT name, abs(code) AS delivery, greatest(code, 0) AS held
  FROM (SELECT unnest($2) AS name, unnest($3) AS code)),
rows_of AS NOT MATERIALIZED (
  SELECT * FROM read_parquet($1, filename = true, union_by_name = true)
  UNION ALL BY NAME SELECT NULL::BIGINT AS delivery WHERE false)
SELECT u.service, u.service_name, u.isrc, u.territory, u.usage_month, u.use_type, u.user_generated,
       u.units, u.currency, u.gross, u.ours, r.delivery
FROM rows_of u JOIN registered r ON r.name = parse_filename(u.filename)
                                    AND r.held = coalesce(u.delivery, 0)
WHERE u.isrc >= $4 AND u.isrc < $5
ORDER BY u.isrc, u.territory, u.service, u.usage_month, u.use_type, u.user_generated, u.currency,
         u.units, u.gross, u.ours, u.service_name, r.delivery)
TO $6 (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480)

-- name: compact_chart
COPY (WITH registered AS (
  SELECT name, abs(code) AS delivery, greatest(code, 0) AS held
  FROM (SELECT unnest($2) AS name, unnest($3) AS code)),
rows_of AS NOT MATERIALIZED (
  SELECT * FROM read_parquet($1, filename = true, union_by_name = true)
  UNION ALL BY NAME SELECT NULL::INTEGER AS days, NULL::BIGINT AS delivery WHERE false)
SELECT u.chart, u.territory, u.day, u.rank, u.depth, u.artist, u.title, u.isrc, u.streams, u.stale,
       coalesce(u.days, 1) AS days, r.delivery
FROM rows_of u JOIN registered r ON r.name = parse_filename(u.filename)
                                    AND r.held = coalesce(u.delivery, 0)
WHERE u.territory >= $4 AND u.territory < $5
ORDER BY u.territory, u.chart, u.day, r.delivery, u.rank, u.artist, u.title, u.isrc, u.streams,
         u.depth, u.stale, u.days)
TO $6 (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480)

-- name: deliveries_of_file
SELECT delivery, count(*) FROM read_parquet($1) GROUP BY delivery ORDER BY delivery
