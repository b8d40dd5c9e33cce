--
-- text.sql
--	  Functions of any text, next to what the server has for the same.
--
-- Wants the schema "lz4" with the table article, and the variable "runs".  Texts
-- are read with every call, which costs what ascii() costs.
--

SET client_min_messages = warning;
SET jit = off;
SET max_parallel_workers_per_gather = 0;
SET search_path = lz4, public;

CREATE TABLE text_form (body text COMPRESSION lz4, nfd text COMPRESSION lz4, vni bytea COMPRESSION lz4, tcvn3 bytea COMPRESSION lz4);
INSERT INTO text_form
SELECT vn_nfc(body), vn_nfd(body), vn_encode(body, 'vni', '?'), vn_encode(body, 'tcvn3', '?') FROM article;
VACUUM ANALYZE text_form;

CREATE TABLE text_contender (id serial, what text, ours boolean, expression text, ms float8);
INSERT INTO text_contender (what, ours, expression) VALUES
	('reading', NULL, 'sum(ascii(body))'),
	('form C of form C', true, 'sum(octet_length(vn_nfc(body)))'),
	('form C of form C', false, 'sum(octet_length(normalize(body, NFC)))'),
	('form C of form D', true, 'sum(octet_length(vn_nfc(nfd)))'),
	('form C of form D', false, 'sum(octet_length(normalize(nfd, NFC)))'),
	('form D', true, 'sum(octet_length(vn_nfd(body)))'),
	('form D', false, 'sum(octet_length(normalize(body, NFD)))'),
	('is it form C?', true, 'count(*) FILTER (WHERE vn_is_nfc(body))'),
	('is it form C?', false, 'count(*) FILTER (WHERE body IS NFC NORMALIZED)'),
	('tokens', true, 'sum((SELECT count(*) FROM vn_tokens(body)))'),
	('tokens', false, $$sum((SELECT count(*) FROM ts_parse('default', body)))$$),
	('from VNI', true, $$sum(octet_length(vn_decode(vni, 'vni')))$$),
	('from TCVN3', true, $$sum(octet_length(vn_decode(tcvn3, 'tcvn3')))$$),
	('to VISCII', true, $$sum(octet_length(vn_encode(body, 'viscii', '?')))$$),
	('vn_normalize', true, 'sum(octet_length(vn_normalize(body)))'),
	('vn_slug', true, 'sum(octet_length(vn_slug(body)))');

SELECT format('UPDATE text_contender SET ms = least(ms, milliseconds(%L)) WHERE id = %s', format('SELECT %s FROM text_form', expression), id)
FROM generate_series(1, :runs) run, text_contender ORDER BY run, id \gexec

\pset footer off
\echo
\echo text functions over the articles in lz4, best of :runs runs
SELECT c.what, round((b.bytes / c.ms / 1e3)::numeric, 1) AS "MB/s", round((b.bytes / o.ms / 1e3)::numeric, 1) AS "the server's",
	round((o.ms / c.ms)::numeric, 1) AS "times as fast"
FROM text_contender c LEFT JOIN text_contender o ON o.what = c.what AND NOT o.ours,
	(SELECT sum(octet_length(body)) AS bytes FROM text_form) b
WHERE c.ours IS NOT false
ORDER BY c.id;
