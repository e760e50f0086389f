-- A file of charts as programs before charts of weeks wrote it: without the column days.
COPY (SELECT 'daily' AS chart, 'KR' AS territory, DATE '2026-11-10' AS day, 1::INTEGER AS rank,
             50::INTEGER AS depth, 'Umi' AS artist, 'Wave' AS title, NULL::VARCHAR AS isrc,
             700::BIGINT AS streams, false AS stale)
TO $1 (FORMAT parquet, COMPRESSION zstd)
