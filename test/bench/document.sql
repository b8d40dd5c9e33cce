--
-- document.sql
--	  One huge document, "kind" and "mb": ns per byte, peak memory as a multiple
--	  of the document, rows.
--

SET jit = off;
SELECT id, ascii(body), octet_length(body) AS bytes
FROM (SELECT ctid AS id, body FROM document WHERE kind = :'kind' AND mb = :mb) d \gset
-- what the process needs for its first call of all is not the document's
SELECT count(*) FROM congress_facts(repeat('Đại hội Đảng bộ tỉnh Thái Bình lần thứ XX. ', 100)) \gset

CREATE FUNCTION pg_temp.status(field text) RETURNS bigint LANGUAGE sql AS $$
	SELECT 1024 * substring(pg_read_file('/proc/self/status') FROM field || ':\s*(\d+)')::bigint
$$;
SELECT pg_temp.status('VmRSS') AS before, clock_timestamp() AS started \gset
SELECT count(*) AS rows FROM document d, congress_facts(d.body) WHERE d.ctid = :'id' \gset
SELECT round(1e9 * extract(epoch FROM clock_timestamp() - :'started') / :bytes, 1),
	round((pg_temp.status('VmHWM') - :before)::numeric / :bytes, 1), :rows;
