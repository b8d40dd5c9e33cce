--
-- The pipeline: backfill, refresh, reviewed rows, articles that cannot be read.
--
SET client_min_messages = warning;
\set SHOW_CONTEXT never
SET datestyle = 'ISO, YMD';

CREATE SCHEMA press;
CREATE FUNCTION press.body(n integer) RETURNS text LANGUAGE sql AS $$
SELECT 'Khai mạc Đại hội Đảng bộ huyện Kim Ngọc lần thứ IX
Sáng 17/8, Đảng bộ huyện Kim Ngọc khai mạc Đại hội đại biểu lần thứ IX, nhiệm kỳ 2020 - 2025. Dự Đại hội có đồng chí Trần Văn Kiên, Bí thư Huyện ủy và '
|| n || ' đại biểu chính thức. Đại hội đã bầu 33 đồng chí vào Ban Chấp hành Đảng bộ huyện khóa IX.
' $$;
CREATE TABLE press.article (source text, id bigint, published timestamp, body text, wanted boolean, PRIMARY KEY (source, id));
INSERT INTO press.article SELECT 'báo ' || i % 3, i, '2020-08-18 23:59', press.body(i), i % 5 <> 0 FROM generate_series(1, 50) i;
CALL congress_backfill('press.article');
SELECT congress_attach('press.article', key => ARRAY['source', 'id'], body => 'body', published => 'published',
	filter => 'wanted', facts_schema => 'f');

-- bad calls
CALL congress_backfill(NULL);
CALL congress_backfill('press.article', NULL);
CALL congress_backfill('press.article', 0);
CALL congress_backfill('press.article', batch => 100001);
CALL congress_backfill('pg_class');
BEGIN;
CALL congress_backfill('press.article');
ROLLBACK;
DO $$ BEGIN CALL congress_backfill('press.article'); EXCEPTION WHEN OTHERS THEN RAISE; END $$;
SET default_transaction_isolation = 'repeatable read';
CALL congress_backfill('press.article');
RESET default_transaction_isolation;
ALTER TABLE press.article ENABLE ROW LEVEL SECURITY;
CALL congress_backfill('press.article');
ALTER TABLE press.article DISABLE ROW LEVEL SECURITY;

-- in batches that end anywhere in the key; a second run finds nothing to do
CALL congress_backfill('press.article', batch => 7);
SELECT article, kind, state, articles, facts, failed, waiting FROM congress_progress WHERE article = 'press.article'::regclass;
SELECT count(*), sum(value), min(value), max(value) FROM f.count;
SELECT count(*), sum(facts) = (SELECT count(*) FROM press.article a, congress_facts(a.body) WHERE a.wanted) + count(*) AS all_facts FROM f.reading;
SELECT DISTINCT date_start FROM f.event;
CALL congress_backfill('press.article', batch => 7);
SELECT articles, facts FROM congress_progress WHERE article = 'press.article'::regclass;

-- an article whose reading row is gone is read again, whatever there is of it
DELETE FROM f.reading WHERE article_id <= 3;
DELETE FROM f.count WHERE article_id = 2;
CALL congress_backfill('press.article');
SELECT article_id, fact_no, value FROM f.count WHERE article_id <= 3 ORDER BY 1, 2;
SELECT count(*) FROM f.reading WHERE article_id <= 3;

-- versions
SELECT * FROM congress_stale('press.article');
UPDATE f.reading SET grammar_version = '0.0' WHERE article_id BETWEEN 10 AND 13;
UPDATE f.count SET value = -1 WHERE article_id BETWEEN 9 AND 14;
SELECT key, grammar_version FROM congress_stale('press.article');
SET search_path = pg_catalog;
CALL public.congress_refresh('press.article', batch => 2);
SELECT key, grammar_version FROM public.congress_stale('press.article');
RESET search_path;
SELECT article_id, value FROM f.count WHERE article_id BETWEEN 9 AND 14 ORDER BY 1;
SELECT kind, state, articles FROM congress_progress WHERE article = 'press.article'::regclass;

-- rows that a person has corrected stay, in whatever way an article is read again
SELECT * FROM congress_differences('press.article');
UPDATE f.count SET value = 500, reviewed = true WHERE article_id = 1;
UPDATE f.person SET positions = '{Chủ tịch}', reviewed = true WHERE article_id = 1;
INSERT INTO f.count (article_source, article_id, fact_no, measure, value, grammar_version, reviewed) VALUES ('báo 1', 1, 7, 'guests', 12, 'by hand', true);
UPDATE press.article SET body = 'Tin mới. ' || body WHERE id = 1;
SELECT fact_no, measure, value, reviewed FROM f.count WHERE article_id = 1 ORDER BY 1;
SELECT fact_no, name, positions, reviewed FROM f.person WHERE article_id = 1 ORDER BY 1;
SELECT * FROM congress_differences('press.article');
UPDATE f.reading SET grammar_version = '0.0' WHERE article_id = 1;
CALL congress_refresh('press.article');
SELECT fact_no, measure, value, reviewed FROM f.count WHERE article_id = 1 ORDER BY 1;
UPDATE press.article SET source = 'khác', id = 1001 WHERE id = 1;
SELECT article_source, fact_no, measure, value, reviewed FROM f.count WHERE article_id = 1001 ORDER BY 2;
UPDATE press.article SET body = 'Trời mưa.' WHERE id = 1001;
SELECT fact_no, measure, value, reviewed FROM f.count WHERE article_id = 1001 ORDER BY 1;
SELECT * FROM congress_differences('press.article');
ALTER TABLE f.count DROP COLUMN span_length;	-- without spans nothing stands for anything
UPDATE press.article SET body = press.body(8) WHERE id = 1001;
SELECT fact_no, measure, value, reviewed FROM f.count WHERE article_id = 1001 ORDER BY 1;
ALTER TABLE f.count ADD COLUMN span_length integer;
UPDATE press.article SET wanted = false WHERE id = 1001;
SELECT fact_no, measure, value, reviewed FROM f.count WHERE article_id = 1001 ORDER BY 1;
DELETE FROM press.article WHERE id = 1001;
SELECT count(*) FROM f.count WHERE article_id = 1001;
-- by place: the nearest of the same span, else what overlaps most
SELECT congress_stands_for('{1,2}', '{10,10}', '{5,5}', '{10,10}', '{5,5}');
SELECT congress_stands_for('{2,1}', '{10,10}', '{5,5}', '{10,10}', '{5,5}');
SELECT congress_stands_for('{1,2,3}', '{10,100,0}', '{5,20,0}', '{90,11,110}', '{15,5,9}');
SELECT congress_stands_for('{}', '{}', '{}', '{1}', '{1}');
SELECT congress_stands_for('{1}', '{1}', '{1}', '{}', '{}');
SELECT congress_stands_for('{1}', '{}', '{1}', '{}', '{}');
SELECT congress_stands_for('{1}', '{NULL}', '{1}', '{}', '{}');

-- what cannot be read is told, and does not stop the rest
CREATE CAST (bytea AS text) WITHOUT FUNCTION;
CREATE FUNCTION press.broken() RETURNS text LANGUAGE sql AS $$ SELECT convert_to(press.body(3), 'UTF8')::bytea::text || '\xc3'::bytea::text $$;
INSERT INTO press.article VALUES ('x', 60, NULL, press.broken(), true), ('x', 61, NULL, press.body(61), true);
ALTER TABLE press.article DISABLE TRIGGER congress_insert;
INSERT INTO press.article VALUES ('y', 70, NULL, press.broken(), true), ('y', 71, NULL, press.body(71), true), ('y', 72, NULL, NULL, true),
	('y', 73, NULL, repeat('x', 256 * 1024 * 1024 + 1), true), ('y', 74, NULL, press.body(74), true), ('y', 75, NULL, press.body(75), true);
ALTER TABLE press.article ENABLE TRIGGER congress_insert;
ALTER TABLE f.count ADD CHECK (value <> 74);
CALL congress_backfill('press.article');
SELECT article_source, article_id, sqlstate, message FROM f.error ORDER BY article_id;
SELECT article_id, value FROM f.count WHERE article_id >= 60 ORDER BY article_id;
SELECT article_id, facts FROM f.reading WHERE article_id >= 60 ORDER BY article_id;
SELECT articles, failed, waiting FROM congress_progress WHERE article = 'press.article'::regclass;
CALL congress_backfill('press.article');
SELECT articles, failed, waiting FROM congress_progress WHERE article = 'press.article'::regclass;
-- a name too long for an index
SELECT octet_length(organisation) > 2000 AS long FROM congress_events('Ngày 18/8/2020, Đảng bộ xã K' || repeat('k', 3000) || ' tổ chức Đại hội đại biểu lần thứ IX.');
INSERT INTO press.article VALUES ('x', 90, NULL, 'Ngày 18/8/2020, Đảng bộ xã K' || repeat('k', 3000) || ' tổ chức Đại hội đại biểu lần thứ IX, có 100 đại biểu dự.', true);
SELECT article_id, sqlstate, message FROM f.error WHERE article_id = 90;
SELECT (SELECT count(*) FROM f.count WHERE article_id = 90), (SELECT count(*) FROM f.event WHERE article_id = 90), (SELECT count(*) FROM f.reading WHERE article_id = 90);
UPDATE press.article SET body = press.body(90) WHERE id = 90;
SELECT (SELECT count(*) FROM f.count WHERE article_id = 90), (SELECT count(*) FROM f.event WHERE article_id = 90), (SELECT count(*) FROM f.error WHERE article_id = 90);
-- errors go when the article is mended; those of another version are tried again
UPDATE press.article SET body = press.body(60) WHERE id = 60;
ALTER TABLE f.count DROP CONSTRAINT count_value_check;
UPDATE f.error SET grammar_version = '0.0';
CALL congress_refresh('press.article');
SELECT article_source, article_id, sqlstate FROM f.error ORDER BY article_id;
DROP CAST (bytea AS text);

-- a table that is gone, or all of them
DROP TABLE f.person;
TRUNCATE f.reading, f.event, f.count, f.election;
CALL congress_backfill('press.article');
DROP TABLE f.reading;
CALL congress_backfill('press.article');
SET client_min_messages = error;
DELETE FROM press.article WHERE id = 73;
INSERT INTO press.article VALUES ('z', 80, NULL, press.body(80), true);
SET client_min_messages = warning;
SELECT count(*) FROM f.count WHERE article_id = 80;
SELECT congress_detach('press.article', true);

-- with the extension gone, its triggers are too; the tables are found again
SELECT congress_attach('press.article', key => ARRAY['source', 'id'], body => 'body', facts_schema => 'f');
DROP EXTENSION congress_ext;
DROP EXTENSION congress_ext CASCADE;
INSERT INTO press.article VALUES ('z', 81, NULL, press.body(81), true);
CREATE EXTENSION congress_ext;
SELECT congress_attach('press.article', key => ARRAY['source', 'id'], body => 'body', facts_schema => 'f2');
SELECT congress_detach('press.article', true);
DROP SCHEMA press, f CASCADE;
