--
-- text.sql
--	  Functions of any text, next to what the server and its extensions have for
--	  the same.
--
-- Wants the schema "pglz" with the table article, and the variable "runs".  The
-- articles are stored once more with lz4; texts are read with every call, which
-- costs what ascii() costs.  ICU is what the server calls for a collation of that provider;
-- unaccent, translate and icu_transform are what one would fold with.  What is
-- slow, or has nothing to be held against, is tried on a tenth of the articles.
--

SET client_min_messages = warning;
SET jit = off;
SET max_parallel_workers_per_gather = 0;
SET search_path = pglz, public;

CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;
CREATE EXTENSION IF NOT EXISTS icu_ext SCHEMA public;

CREATE TABLE text_form (body text COMPRESSION lz4);
INSERT INTO text_form SELECT vn_nfc(body) FROM article;
CREATE TABLE text_decomposed (nfd text COMPRESSION lz4);
INSERT INTO text_decomposed SELECT vn_nfd(body) FROM text_form;
CREATE TABLE text_sample (body text COMPRESSION lz4, nfd text COMPRESSION lz4, vni bytea COMPRESSION lz4, tcvn3 bytea COMPRESSION lz4,
	viscii bytea COMPRESSION lz4, cp1258 bytea COMPRESSION lz4, viqr bytea COMPRESSION lz4, twice text COMPRESSION lz4);
INSERT INTO text_sample
SELECT body, vn_nfd(body), vn_encode(body, 'vni', '?'), vn_encode(body, 'tcvn3', '?'),
	vn_encode(body, 'viscii', '?'), vn_encode(body, 'cp1258', '?'), vn_encode(body, 'viqr', '?'),
	convert_from(convert_to(body, 'UTF8'), 'LATIN1')
FROM text_form LIMIT (SELECT (count(*) + 9) / 10 FROM text_form);
-- words and numbers, many to a row, as a call of them is short
CREATE TABLE text_word AS SELECT token FROM (SELECT body FROM text_sample LIMIT 200) a, vn_tokens(body) WHERE kind IN ('syllable', 'word');
CREATE TABLE text_number AS SELECT n, vn_spell_number(n) AS said, (1 + n % 3999)::integer AS small, vn_to_roman((1 + n % 3999)::integer) AS roman,
	format('ngày %s/%s/%s', 1 + n % 28, 1 + n % 12, 2000 + n % 30) AS day
FROM (SELECT round((i ^ 3 * 7919 % 1000000007) * 10 ^ (i % 4)) AS n FROM generate_series(1::numeric, 50000) i) n;
VACUUM ANALYZE text_form, text_decomposed, text_sample, text_word, text_number;

CREATE TABLE text_contender (id serial, what text, other text, expression text, source text DEFAULT 'text_form', ms float8);
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
	('vn_encode: viqr', NULL, $$sum(octet_length(vn_encode(body, 'viqr', '?')))$$);
UPDATE text_contender SET source = 'text_sample' WHERE what ~ 'code:' OR other ~ 'translate|icu_transform';
UPDATE text_contender SET source = 'text_decomposed' WHERE what = 'vn_nfc of form D';
INSERT INTO text_contender (what, expression, source) VALUES
	('vn_unaccent', 'sum(octet_length(vn_unaccent(body)))', 'text_sample'),
	('vn_normalize', 'sum(octet_length(vn_normalize(body)))', 'text_sample'),
	('vn_normalize to old tones', $$sum(octet_length(vn_normalize(body, 'old')))$$, 'text_sample'),
	('vn_normalize_map', $$sum((SELECT count(*) FROM vn_normalize_map(nfd)))$$, 'text_sample'),
	('vn_slug', 'sum(octet_length(vn_slug(body)))', 'text_sample'),
	('vn_recode: utf-8', $$sum(octet_length(vn_recode(twice, 'utf-8')))$$, 'text_sample'),
	('vn_convert: tcvn3 to vni', $$sum(octet_length(vn_convert(tcvn3, 'tcvn3', 'vni', '?')))$$, 'text_sample'),
	('vn_detect_charset', 'sum((SELECT count(*) FROM vn_detect_charset(tcvn3)))', 'text_sample'),
	('vn_spellcheck', 'sum((SELECT count(*) FROM vn_spellcheck(body)))', 'text_sample'),
	('vn_abbreviations', 'sum((SELECT count(*) FROM vn_abbreviations(body)))', 'text_sample'),
	('vn_dates', $$sum((SELECT count(*) FROM vn_dates(body, '2020-08-20')))$$, 'text_sample'),
	('vn_numbers', 'sum((SELECT count(*) FROM vn_numbers(body)))', 'text_sample'),
	('vn_sentences', 'sum((SELECT count(*) FROM vn_sentences(body)))', 'text_sample'),
	('vn_is_syllable', 'count(*) FILTER (WHERE vn_is_syllable(token))', 'text_word'),
	('vn_syllable', 'count((SELECT rhyme FROM vn_syllable(token)))', 'text_word'),
	('vn_spell_number', 'sum(octet_length(vn_spell_number(n)))', 'text_number'),
	('vn_number', 'sum(vn_number(said))', 'text_number'),
	('vn_roman', 'sum(vn_roman(roman))', 'text_number'),
	('vn_to_roman', 'sum(octet_length(vn_to_roman(small)))', 'text_number'),
	('vn_date', $$count((SELECT during FROM vn_date(day, '2020-08-20')))$$, 'text_number');

SELECT format('UPDATE text_contender SET ms = least(ms, milliseconds(%L)) WHERE id = %s', format('SELECT %s FROM %I', expression, source), id)
FROM generate_series(1, :runs) run, text_contender ORDER BY source, run, id \gexec

CREATE VIEW text_rate AS
SELECT c.*, (SELECT sum(octet_length(body)) FROM text_form) / CASE source WHEN 'text_sample' THEN (SELECT count(*)::float8 FROM text_form) / (SELECT count(*) FROM text_sample) ELSE 1 END
	/ ms / 1e3 AS speed
FROM text_contender c WHERE source NOT IN ('text_word', 'text_number');

\pset footer off
\echo
\echo text functions over the articles in lz4, best of :runs runs
SELECT c.what, round(c.speed::numeric, 1) AS "MB/s", o.other AS against, round(o.speed::numeric, 1) AS "its MB/s",
	round((c.speed / o.speed)::numeric, 1) AS "times as fast"
FROM text_rate c LEFT JOIN text_rate o ON o.what = c.what AND o.other IS NOT NULL
WHERE c.other IS NULL
ORDER BY c.id, o.id;
\echo functions of words and numbers
SELECT c.what, round((1e3 * c.ms / CASE source WHEN 'text_word' THEN (SELECT count(*) FROM text_word) ELSE (SELECT count(*) FROM text_number) END)::numeric, 2) AS "µs a call"
FROM text_contender c WHERE source IN ('text_word', 'text_number') ORDER BY id;
