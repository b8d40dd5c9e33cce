--
-- text.sql
--	  Functions of any text, next to what the server and its extensions have for
--	  the same.
--
-- Wants the schema "lz4" with the table article, and the variable "runs".  Texts
-- are read with every call, which costs what ascii() costs.  ICU is what the
-- server calls for a collation of that provider; unaccent, translate and
-- icu_transform are what one would fold with.
--

SET client_min_messages = warning;
SET jit = off;
SET max_parallel_workers_per_gather = 0;
SET search_path = lz4, public;

CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;
CREATE EXTENSION IF NOT EXISTS icu_ext SCHEMA public;

CREATE TABLE text_form (body text COMPRESSION lz4, nfd text COMPRESSION lz4, vni bytea COMPRESSION lz4, tcvn3 bytea COMPRESSION lz4,
	viscii bytea COMPRESSION lz4, cp1258 bytea COMPRESSION lz4, viqr bytea COMPRESSION lz4);
INSERT INTO text_form
SELECT vn_nfc(body), vn_nfd(body), vn_encode(body, 'vni', '?'), vn_encode(body, 'tcvn3', '?'),
	vn_encode(body, 'viscii', '?'), vn_encode(body, 'cp1258', '?'), vn_encode(body, 'viqr', '?') FROM article;
VACUUM ANALYZE text_form;

CREATE TABLE text_contender (id serial, what text, other text, expression text, ms float8);
INSERT INTO text_contender (what, other, expression) VALUES
	('reading', NULL, 'sum(ascii(body))'),
	('vn_fold', NULL, 'sum(octet_length(vn_fold(body)))'),
	('vn_fold', 'unaccent()', 'sum(octet_length(unaccent(body)))'),
	('vn_fold', 'lower(unaccent())', 'sum(octet_length(lower(unaccent(body))))'),
	('vn_fold', 'translate(), 134 pairs', format('sum(octet_length(translate(body, %L, %L)))',
		'àÀảẢãÃáÁạẠăĂằẰẳẲẵẴắẮặẶâÂầẦẩẨẫẪấẤậẬèÈẻẺẽẼéÉẹẸêÊềỀểỂễỄếẾệỆìÌỉỈĩĨíÍịỊòÒỏỎõÕóÓọỌôÔồỒổỔỗỖốỐộỘơƠờỜởỞỡỠớỚợỢùÙủỦũŨúÚụỤưƯừỪửỬữỮứỨựỰỳỲỷỶỹỸýÝỵỴđĐ',
		'aAaAaAaAaAaAaAaAaAaAaAaAaAaAaAaAaAeEeEeEeEeEeEeEeEeEeEeEiIiIiIiIiIoOoOoOoOoOoOoOoOoOoOoOoOoOoOoOoOuUuUuUuUuUuUuUuUuUuUuUyYyYyYyYyYdD')),
	('vn_fold', 'icu_transform(Latin-ASCII)', $$sum(octet_length(icu_transform(body, 'Latin-ASCII')))$$),
	('vn_lower', NULL, 'sum(octet_length(vn_lower(body)))'),
	('vn_lower', 'lower() of ICU', 'sum(octet_length(lower(body COLLATE "und-x-icu")))'),
	('vn_upper', NULL, 'sum(octet_length(vn_upper(body)))'),
	('vn_upper', 'upper() of ICU', 'sum(octet_length(upper(body COLLATE "und-x-icu")))'),
	('vn_nfc of form C', NULL, 'sum(octet_length(vn_nfc(body)))'),
	('vn_nfc of form C', 'normalize(NFC)', 'sum(octet_length(normalize(body, NFC)))'),
	('vn_nfc of form D', NULL, 'sum(octet_length(vn_nfc(nfd)))'),
	('vn_nfc of form D', 'normalize(NFC)', 'sum(octet_length(normalize(nfd, NFC)))'),
	('vn_nfd', NULL, 'sum(octet_length(vn_nfd(body)))'),
	('vn_nfd', 'normalize(NFD)', 'sum(octet_length(normalize(body, NFD)))'),
	('vn_is_nfc', NULL, 'count(*) FILTER (WHERE vn_is_nfc(body))'),
	('vn_is_nfc', 'IS NFC NORMALIZED', 'count(*) FILTER (WHERE body IS NFC NORMALIZED)'),
	('vn_tokens', NULL, 'sum((SELECT count(*) FROM vn_tokens(body)))'),
	('vn_tokens', 'ts_parse()', $$sum((SELECT count(*) FROM ts_parse('default', body)))$$),
	('vn_decode: vni', NULL, $$sum(octet_length(vn_decode(vni, 'vni')))$$),
	('vn_decode: tcvn3', NULL, $$sum(octet_length(vn_decode(tcvn3, 'tcvn3')))$$),
	('vn_decode: viscii', NULL, $$sum(octet_length(vn_decode(viscii, 'viscii')))$$),
	('vn_decode: windows-1258', NULL, $$sum(octet_length(vn_decode(cp1258, 'windows-1258')))$$),
	('vn_decode: windows-1258', 'convert_from()', $$sum(octet_length(convert_from(cp1258, 'WIN1258')))$$),
	('vn_decode: viqr', NULL, $$sum(octet_length(vn_decode(viqr, 'viqr')))$$),
	('vn_encode: vni', NULL, $$sum(octet_length(vn_encode(body, 'vni', '?')))$$),
	('vn_encode: tcvn3', NULL, $$sum(octet_length(vn_encode(body, 'tcvn3', '?')))$$),
	('vn_encode: viscii', NULL, $$sum(octet_length(vn_encode(body, 'viscii', '?')))$$),
	('vn_encode: windows-1258', NULL, $$sum(octet_length(vn_encode(body, 'windows-1258', '?')))$$),
	('vn_encode: viqr', NULL, $$sum(octet_length(vn_encode(body, 'viqr', '?')))$$),
	('vn_detect_charset', NULL, 'sum((SELECT count(*) FROM vn_detect_charset(tcvn3)))'),
	('vn_unaccent', NULL, 'sum(octet_length(vn_unaccent(body)))'),
	('vn_normalize', NULL, 'sum(octet_length(vn_normalize(body)))'),
	('vn_normalize to old tones', NULL, $$sum(octet_length(vn_normalize(body, 'old')))$$),
	('vn_slug', NULL, 'sum(octet_length(vn_slug(body)))'),
	('vn_spellcheck', NULL, 'sum((SELECT count(*) FROM vn_spellcheck(body)))'),
	('vn_abbreviations', NULL, 'sum((SELECT count(*) FROM vn_abbreviations(body)))');

SELECT format('UPDATE text_contender SET ms = least(ms, milliseconds(%L)) WHERE id = %s', format('SELECT %s FROM text_form', expression), id)
FROM generate_series(1, :runs) run, text_contender ORDER BY run, id \gexec

\pset footer off
\echo
\echo text functions over the articles in lz4, best of :runs runs
SELECT c.what, round((b.bytes / c.ms / 1e3)::numeric, 1) AS "MB/s", o.other AS against, round((b.bytes / o.ms / 1e3)::numeric, 1) AS "its MB/s",
	round((o.ms / c.ms)::numeric, 1) AS "times as fast"
FROM text_contender c LEFT JOIN text_contender o ON o.what = c.what AND o.other IS NOT NULL,
	(SELECT sum(octet_length(body)) AS bytes FROM text_form) b
WHERE c.other IS NULL
ORDER BY c.id, o.id;
