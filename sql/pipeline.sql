--
-- The pipeline: fact tables that follow a table of articles.
--
SET client_min_messages = warning;
\set SHOW_CONTEXT never
SET datestyle = 'ISO, YMD';

CREATE SCHEMA press;
CREATE TABLE press.article (id integer PRIMARY KEY, published date, wanted boolean DEFAULT true, body text, views integer DEFAULT 0);

-- what is said of an article in a line; the articles differ in the number of delegates
CREATE FUNCTION press.body(n integer) RETURNS text LANGUAGE sql AS $$
SELECT 'Khai mạc Đại hội Đảng bộ huyện Kim Ngọc lần thứ IX
Sáng 17/8, Đảng bộ huyện Kim Ngọc khai mạc Đại hội đại biểu lần thứ IX, nhiệm kỳ 2020 - 2025. Dự Đại hội có đồng chí Trần Văn Kiên, Bí thư Huyện ủy và '
|| n || ' đại biểu chính thức.
Đại hội đề ra 15 chỉ tiêu, phấn đấu đến năm 2025 có trên 90% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ. Đại hội đã bầu 33 đồng chí vào Ban Chấp hành Đảng bộ huyện khóa IX.
' $$;

-- rows of all relations, counted; is every fact what its function says, and is there no other?
CREATE FUNCTION press.facts(facts_schema text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	result text := '';
	t name;
	n bigint;
BEGIN
	FOR t IN SELECT c.relname FROM pg_class c
		WHERE c.relnamespace = quote_ident(facts_schema)::regnamespace AND c.relkind = 'r' ORDER BY c.relname COLLATE "C"
	LOOP
		EXECUTE format('SELECT count(*) FROM %I.%I', facts_schema, t) INTO n;
		result := concat_ws(' ', nullif(result, ''), t || '=' || n);
	END LOOP;
	RETURN result;
END
$$;

-- attach
SELECT congress_attach('press.article', key => 'id', body => 'body', published => 'published', facts_schema => 'press_facts');
SELECT * FROM congress_attached('press.article');
SELECT * FROM congress_tables('press.article');
\d press_facts.event
\d press_facts.reading
\d press_facts.error
SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = 'press.article'::regclass AND NOT tgisinternal ORDER BY tgname;
SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = 'press_facts'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
	AND col_description(c.oid, a.attnum) IS NULL ORDER BY 1, 2;

-- insert, update of what is read and of what is not, another key, delete
INSERT INTO press.article VALUES (1, '2020-08-20', true, press.body(248));
SELECT press.facts('press_facts');
SELECT article_id, fact_no, kind, organisation, ordinal, date_start, reviewed FROM press_facts.event;
SELECT article_id, fact_no, measure, value FROM press_facts.count;
SELECT article_id, facts, grammar_version = congress_grammar_version() AS ours FROM press_facts.reading;
SELECT ctid AS before FROM press_facts.reading \gset
UPDATE press.article SET views = views + 1, wanted = NULL, body = body, published = published;
SELECT ctid = :'before' AS untouched FROM press_facts.reading;
UPDATE press.article SET body = press.body(249);
SELECT article_id, fact_no, measure, value FROM press_facts.count;
UPDATE press.article SET published = NULL;
SELECT article_id, date_start FROM press_facts.event;
UPDATE press.article SET id = 2, published = '2021-01-01', body = press.body(250);
SELECT article_id, fact_no, measure, value FROM press_facts.count;
SELECT article_id, date_start FROM press_facts.event;
UPDATE press.article SET body = NULL;
SELECT press.facts('press_facts');
UPDATE press.article SET body = 'Trời hôm nay nhiều mây.';
SELECT press.facts('press_facts');
INSERT INTO press.article VALUES (2, NULL, true, press.body(251)), (3, NULL, true, press.body(252))
	ON CONFLICT (id) DO UPDATE SET body = excluded.body;
SELECT article_id, value FROM press_facts.count ORDER BY article_id;
DELETE FROM press.article WHERE id = 2;
SELECT press.facts('press_facts');
TRUNCATE press.article;
TRUNCATE press.article CASCADE;
SELECT press.facts('press_facts');
BEGIN;
INSERT INTO press.article VALUES (1, NULL, true, press.body(248));
SAVEPOINT s;
UPDATE press.article SET body = press.body(249);
ROLLBACK TO s;
SELECT article_id, value FROM press_facts.count;
ROLLBACK;
SELECT press.facts('press_facts');

-- other names, and dropped and added columns, are nobody's concern
ALTER TABLE press.article RENAME TO "bài báo";
ALTER TABLE press."bài báo" RENAME body TO "nội dung";
ALTER SCHEMA press_facts RENAME TO "facts; DROP TABLE x";
ALTER TABLE "facts; DROP TABLE x".event RENAME TO "sự kiện";
ALTER TABLE "facts; DROP TABLE x"."sự kiện" RENAME article_id TO "bài";
ALTER TABLE "facts; DROP TABLE x"."sự kiện" DROP COLUMN days;
ALTER TABLE "facts; DROP TABLE x"."sự kiện" ADD COLUMN note text;
DROP TABLE "facts; DROP TABLE x".ranking;
INSERT INTO press."bài báo" (id, "nội dung") VALUES (1, press.body(248));
UPDATE press."bài báo" SET "nội dung" = press.body(249);
SELECT "bài", kind, organisation, stage, note FROM "facts; DROP TABLE x"."sự kiện";
SELECT * FROM congress_attached('press."bài báo"');
SELECT relation, facts FROM congress_tables('press."bài báo"') WHERE relation = 'event';
-- a trigger, a check, a default of the user's: rows then go in by INSERT
ALTER TABLE "facts; DROP TABLE x"."sự kiện" ALTER note SET DEFAULT 'new';
ALTER TABLE "facts; DROP TABLE x".count ADD CHECK (value < 1000);
CREATE FUNCTION press.shout() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN new.name := upper(new.name); RETURN new; END $$;
CREATE TRIGGER shout BEFORE INSERT ON "facts; DROP TABLE x".person FOR EACH ROW EXECUTE FUNCTION press.shout();
UPDATE press."bài báo" SET "nội dung" = press.body(250);
SELECT "bài", note FROM "facts; DROP TABLE x"."sự kiện";
SELECT article_id, name FROM "facts; DROP TABLE x".person;
\set VERBOSITY terse
UPDATE press."bài báo" SET "nội dung" = press.body(1250);
\set VERBOSITY default
SELECT article_id, value FROM "facts; DROP TABLE x".count;
-- columns of other types
ALTER TABLE "facts; DROP TABLE x".count DROP CONSTRAINT count_value_check, ALTER value TYPE double precision, ALTER measure TYPE varchar(30),
	ALTER fact_no TYPE bigint, ALTER span_start TYPE text, ALTER article_id TYPE bigint, ALTER sentence TYPE text;
CREATE INDEX ON "facts; DROP TABLE x".count (sentence);
ALTER TABLE "facts; DROP TABLE x".reading ALTER facts TYPE text;
UPDATE press."bài báo" SET "nội dung" = press.body(251);
UPDATE "facts; DROP TABLE x".count SET value = 1.5, reviewed = true;
UPDATE press."bài báo" SET "nội dung" = press.body(252);
SELECT article_id, fact_no, measure, value, span_start, sentence, reviewed FROM "facts; DROP TABLE x".count;
SELECT article_id, facts FROM "facts; DROP TABLE x".reading;
SELECT congress_detach('press."bài báo"', drop_tables => true);
SELECT press.facts('facts; DROP TABLE x');
DROP TABLE press."bài báo";
DROP SCHEMA "facts; DROP TABLE x";

-- options: relations, confidence, filter, statement trigger, detach and attach again
CREATE TABLE press.article (id integer PRIMARY KEY, published timestamptz, wanted boolean, body varchar);
SELECT congress_attach('press.article', key => 'id', body => 'body', facts_schema => 'f',
	published => 'published', relations => '{event,count}', min_confidence => 0.9, filter => 'wanted', mode => 'statement');
SELECT * FROM congress_attached('press.article');
SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = 'press.article'::regclass AND NOT tgisinternal ORDER BY tgname;
INSERT INTO press.article SELECT i, '2020-08-19 17:00+00', i % 3 > 0, press.body(100 + i) FROM generate_series(1, 6) i;
SELECT article_id, measure, value FROM f.count ORDER BY article_id;
SELECT min(confidence) >= 0.9 AS sure FROM f.event;
SELECT press.facts('f');
UPDATE press.article SET wanted = NOT wanted WHERE id > 3;
SELECT article_id, value FROM f.count ORDER BY article_id;
SELECT congress_detach('press.article');
INSERT INTO press.article VALUES (7, NULL, true, press.body(1));
DELETE FROM press.article WHERE id = 1;
SELECT article_id, value FROM f.count ORDER BY article_id;
SELECT congress_attach('press.article', key => 'id', body => 'body', facts_schema => 'f2', relations => '{}');
SELECT relation, facts FROM congress_tables('press.article');
INSERT INTO press.article VALUES (8, NULL, true, press.body(1));
SELECT article_id, facts FROM f2.reading;
SELECT congress_detach('press.article', true);
DROP TABLE press.article CASCADE;
DROP SCHEMA f, f2 CASCADE;

-- a composite key of odd types with names that need quoting, a domain, vntext
CREATE DOMAIN press.content AS vntext CHECK (length(value::text) < 100000);
CREATE TABLE press."Tin ""mới""" ("nguồn; --" varchar(20) COLLATE "C", "Số" uuid, "Ngày" date, "Nội dung" press.content,
	PRIMARY KEY ("Số", "nguồn; --"));
SELECT congress_attach('press."Tin ""mới"""', key => ARRAY['nguồn; --', 'Số'], body => 'Nội dung', published => 'Ngày', facts_schema => 'Dữ "kiện"');
INSERT INTO press."Tin ""mới""" VALUES ('vov', '00000000-0000-0000-0000-000000000001', '2020-08-20', press.body(5));
UPDATE press."Tin ""mới""" SET "Nội dung" = upper("Nội dung"::text);
SELECT "article_nguồn; --", "article_Số", fact_no, measure, value, unit FROM "Dữ ""kiện""".count;
\d "Dữ ""kiện""".count
SELECT congress_detach('press."Tin ""mới"""', true);
DROP TABLE press."Tin ""mới""";
DROP SCHEMA "Dữ ""kiện""";

-- partitions: rows come by the parent, by a partition, and move
CREATE TABLE press.article (id integer, day date, body text, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE press.article_old (body text, filler integer, day date NOT NULL, id integer NOT NULL);
ALTER TABLE press.article_old DROP COLUMN filler;
ALTER TABLE press.article ATTACH PARTITION press.article_old FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
SELECT congress_attach('press.article', key => ARRAY['id', 'day'], body => 'body', published => 'day', facts_schema => 'f');
CREATE TABLE press.article_new PARTITION OF press.article FOR VALUES FROM ('2020-01-01') TO (MAXVALUE);
INSERT INTO press.article VALUES (1, '2019-08-20', press.body(1)), (2, '2020-08-20', press.body(2));
INSERT INTO press.article_old (id, day, body) VALUES (3, '2018-08-20', press.body(3));
SELECT c.article_id, c.article_day, c.value, e.date_start FROM f.count c JOIN f.event e USING (article_id, article_day) ORDER BY 1;
UPDATE press.article SET body = press.body(30) WHERE id = 3;
UPDATE press.article SET day = '2021-08-20' WHERE id = 1;
DELETE FROM press.article_new WHERE id = 2;
SELECT c.article_id, c.article_day, c.value, e.date_start FROM f.count c JOIN f.event e USING (article_id, article_day) ORDER BY 1;
SELECT press.facts('f');
SELECT congress_detach('press.article', true);
DROP TABLE press.article;
DROP SCHEMA f;

-- what is refused, and that nothing is left of it
CREATE TABLE press.article (id integer PRIMARY KEY, code text UNIQUE, published date, body text, body2 json);
CREATE VIEW press.view AS SELECT * FROM press.article;
CREATE TABLE press.parent (id integer PRIMARY KEY, body text);
CREATE TABLE press.child () INHERITS (press.parent);
CREATE TEMP TABLE temporary (id integer PRIMARY KEY, body text);
CREATE TABLE press.part (id integer PRIMARY KEY, body text) PARTITION BY RANGE (id);
CREATE TABLE press.part1 PARTITION OF press.part DEFAULT;
CREATE FOREIGN DATA WRAPPER regress_fdw;
CREATE SERVER regress_server FOREIGN DATA WRAPPER regress_fdw;
CREATE FOREIGN TABLE press.foreign_article (id integer, body text) SERVER regress_server;
SELECT congress_attach('press.nothing', key => 'id', body => 'body', facts_schema => 'f');
SELECT congress_attach(NULL, key => 'id', body => 'body', facts_schema => 'f');
SELECT congress_attach(12345, key => 'id', body => 'body', facts_schema => 'f');
SELECT congress_attach('press.view', key => 'id', body => 'body', facts_schema => 'f');
SELECT congress_attach('press.foreign_article', key => 'id', body => 'body', facts_schema => 'f');
SELECT congress_attach('press.parent', key => 'id', body => 'body', facts_schema => 'f');
SELECT congress_attach('temporary', key => 'id', body => 'body', facts_schema => 'f');
SELECT congress_attach('press.part1', key => 'id', body => 'body', facts_schema => 'f');
SELECT congress_attach('press.part', key => 'id', body => 'body', facts_schema => 'f', mode => 'statement');
SELECT congress_attach('press.article', key => 'no', body => 'body', facts_schema => 'f');
SELECT congress_attach('press.article', key => 'id', body => 'ctid', facts_schema => 'f');
SELECT congress_attach('press.article', key => 'id', body => 'body2', facts_schema => 'f');
SELECT congress_attach('press.article', key => 'id', body => 'body', published => 'code', facts_schema => 'f');
SELECT congress_attach('press.article', key => 'id', body => 'body', filter => 'id', facts_schema => 'f');
SELECT congress_attach('press.article', key => 'code', body => 'body', facts_schema => 'f');
SELECT congress_attach('press.article', key => '{}'::text[], body => 'body', facts_schema => 'f');
SELECT congress_attach('press.article', key => ARRAY['id', 'id'], body => 'body', facts_schema => 'f');
SELECT congress_attach('press.part', key => 'body', body => 'body', facts_schema => 'f');
SELECT congress_attach('press.article', key => 'id', body => 'body', facts_schema => 'f', relations => '{event,events}');
SELECT congress_attach('press.article', key => 'id', body => 'body', facts_schema => 'f', min_confidence => 1.5);
SELECT congress_attach('press.article', key => 'id', body => 'body', facts_schema => 'f', mode => 'deferred');
ALTER TABLE press.article ENABLE ROW LEVEL SECURITY;
SELECT congress_attach('press.article', key => 'id', body => 'body', facts_schema => 'f');
ALTER TABLE press.article DISABLE ROW LEVEL SECURITY;
CREATE TABLE press.event ();
SELECT congress_attach('press.article', key => 'id', body => 'body', facts_schema => 'press');
DROP TABLE press.event;
SELECT congress_detach('press.article');
SELECT congress_detach(NULL);
SELECT to_regnamespace('f') IS NULL AS no_schema,
	NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'press.article'::regclass) AS no_trigger;
SELECT congress_attach('press.article', key => 'id', body => 'body', facts_schema => 'f');
SELECT congress_attach('press.article', key => 'id', body => 'body', facts_schema => 'f2');
-- the trigger function is of no use elsewhere
CREATE TRIGGER t BEFORE INSERT ON press.part FOR EACH ROW EXECUTE FUNCTION congress_trigger();
INSERT INTO press.part VALUES (1, '');
DROP TRIGGER t ON press.part;
CREATE TRIGGER t AFTER INSERT ON press.part FOR EACH ROW EXECUTE FUNCTION congress_trigger();
INSERT INTO press.part VALUES (1, '');

-- rights: the owner's, who writes articles needs none to the facts; no search_path is needed
CREATE ROLE regress_congress_owner;
CREATE ROLE regress_congress_writer;
GRANT USAGE ON SCHEMA press TO regress_congress_owner, regress_congress_writer;
SELECT congress_detach('press.article', true);
DROP SCHEMA f;
ALTER TABLE press.article OWNER TO regress_congress_owner;
GRANT INSERT, UPDATE, DELETE, SELECT ON press.article TO regress_congress_writer;
SET ROLE regress_congress_writer;
SELECT congress_attach('press.article', key => 'id', body => 'body', facts_schema => 'f');
RESET ROLE;
SELECT congress_attach('press.article', key => 'id', body => 'body', facts_schema => 'f');
SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'f';
SET ROLE regress_congress_writer;
SET search_path = pg_catalog;
INSERT INTO press.article (id, body) VALUES (1, press.body(1)), (2, press.body(2));
UPDATE press.article SET body = press.body(3) WHERE id = 1;
DELETE FROM press.article WHERE id = 2;
SELECT * FROM f.count;
SELECT public.congress_detach('press.article');
CALL public.congress_backfill('press.article');
RESET ROLE;
RESET search_path;
SELECT press.facts('f');
-- a table of somebody else's that claims to be of the pipeline gets nothing
GRANT REFERENCES ON press.article TO regress_congress_writer;
GRANT CREATE ON SCHEMA press TO regress_congress_writer;
DROP TABLE f.count;
SET ROLE regress_congress_writer;
CREATE TABLE press.steal (article_id integer, fact_no integer, measure text, value numeric,
	CONSTRAINT congress_count FOREIGN KEY (article_id) REFERENCES press.article (id));
RESET ROLE;
UPDATE press.article SET body = press.body(4);
SELECT count(*) FROM press.steal;
SELECT congress_detach('press.article', true);
DROP SCHEMA press, f CASCADE;
DROP FOREIGN DATA WRAPPER regress_fdw CASCADE;
DROP ROLE regress_congress_owner, regress_congress_writer;
