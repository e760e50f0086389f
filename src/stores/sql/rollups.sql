-- What a rollup of one segment of usage is made of. $1 is the segment's path.

-- name: rollup_keys
-- How many rows each recording has, in order.
SELECT isrc, count(*) FROM read_parquet($1) GROUP BY isrc ORDER BY isrc

-- name: rollup_facts
-- $2 the first recording, $3 the first behind. Kinds of use are added up, but for the one question
-- that tells user-generated use apart. Delivery 0: the segment does not say.
WITH rows_of AS NOT MATERIALIZED (
  SELECT * FROM read_parquet($1)
  UNION ALL BY NAME SELECT NULL::BIGINT AS delivery WHERE false)
SELECT isrc, coalesce(delivery, 0), service, coalesce(min(nullif(service_name, '')), ''), territory,
       date_diff('day', DATE '1970-01-01', period_start),
       date_diff('day', DATE '1970-01-01', period_end), user_generated::BIGINT,
       sum(net_units)::BIGINT
FROM rows_of WHERE isrc >= $2 AND isrc < $3
GROUP BY isrc, coalesce(delivery, 0), service, territory, period_start, period_end, user_generated
ORDER BY isrc, coalesce(delivery, 0), service, territory, period_start, period_end, user_generated
