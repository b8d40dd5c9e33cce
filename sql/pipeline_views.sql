--
-- The pipeline: views for charts and reports, and the dictionary.
--
SET client_min_messages = warning;
\set SHOW_CONTEXT never
SET datestyle = 'ISO, YMD';

-- the map of the merger: 63 provinces before, 34 since
SELECT congress_province_2025('Hà Giang'), congress_province_2025('Tuyên Quang'), congress_province_2025('Thừa Thiên Huế'),
	congress_province_2025('Bình Dương'), congress_province_2025('Hà Nội'), congress_province_2025('?'), congress_province_2025(NULL);

CREATE SCHEMA press;
CREATE TABLE press.article (id integer PRIMARY KEY, published timestamptz, body text);
SELECT congress_create_views('press.article');
SELECT congress_attach('press.article', key => 'id', body => 'body', published => 'published', facts_schema => 'f');
INSERT INTO press.article VALUES
(1, '2015-08-20 07:00+07', 'Đại hội Đảng bộ huyện Kim Ngọc lần thứ VIII
Ngày 18/8/2015, Đảng bộ huyện Kim Ngọc (tỉnh Hà Giang) tổ chức Đại hội đại biểu lần thứ VIII, nhiệm kỳ 2015 - 2020. Đồng chí Lê Văn Kiên, Chủ tịch UBND huyện dự Đại hội.
Đại hội phấn đấu đến năm 2020, thu ngân sách đạt 500 tỷ đồng. Đại hội đã bầu 35 đồng chí vào Ban Chấp hành Đảng bộ huyện khóa VIII; đồng chí Trần Văn Hùng được bầu giữ chức Bí thư Huyện ủy.'),
(2, '2020-08-31 23:30+07', 'Đại hội Đảng bộ huyện Kim Ngọc lần thứ IX
Ngày 18/8/2020, Đảng bộ huyện Kim Ngọc (tỉnh Hà Giang) tổ chức Đại hội đại biểu lần thứ IX, nhiệm kỳ 2020 - 2025. Đồng chí Lê Văn Kiên, Chủ tịch UBND huyện dự Đại hội.
Năm 2020, thu ngân sách đạt 560 tỷ đồng. Đại hội đã bầu 33 đồng chí vào Ban Chấp hành Đảng bộ huyện khóa IX; đồng chí Lê Văn Kiên được bầu giữ chức Bí thư Huyện ủy.'),
(3, NULL, 'Trời hôm nay nhiều mây.');
SELECT congress_create_views('press.article');
SELECT * FROM f.calendar ORDER BY date_start;
SELECT * FROM f.who_is_who ORDER BY person COLLATE "C", post COLLATE "C";
SELECT * FROM f.election_change ORDER BY organ COLLATE "C", term;
SELECT * FROM f.target_result ORDER BY subject COLLATE "C", year;
SELECT * FROM f.province_summary ORDER BY province COLLATE "C";
SELECT * FROM f.monthly_count ORDER BY month;

-- plain columns of built-in types, each with a comment; the dictionary has them all, and no others
SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod) AS type, col_description(c.oid, a.attnum) AS comment
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = 'f'::regnamespace AND c.relkind = 'v' AND a.attnum > 0
ORDER BY c.relname COLLATE "C", a.attnum;
SELECT d.relation, d.column_name FROM congress_dictionary d
WHERE d.relation <> '*' AND NOT EXISTS (SELECT FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
	WHERE c.relnamespace = 'f'::regnamespace AND c.relname = d.relation AND a.attname = d.column_name);
SELECT relation, column_name FROM congress_dictionary WHERE english IS NULL OR vietnamese IS NULL
UNION ALL SELECT relation, column_name FROM congress_dictionary GROUP BY 1, 2 HAVING count(*) > 1;
SELECT * FROM congress_dictionary WHERE relation = 'monthly_count' ORDER BY column_name;

-- once only, in another schema if so wished; they go with the tables, but what others made of them does not
SELECT congress_create_views('press.article');
CREATE SCHEMA "Báo cáo";
SELECT congress_create_views('press.article', views_schema => 'Báo cáo');
SELECT count(*) FROM "Báo cáo".calendar;
CREATE VIEW press.mine AS SELECT * FROM f.calendar;
SELECT congress_detach('press.article', drop_tables => true);
DROP VIEW press.mine;
SELECT congress_drop_views('press.article');
SELECT count(*) FROM pg_class WHERE relkind = 'v' AND relnamespace IN ('f'::regnamespace, '"Báo cáo"'::regnamespace);
CREATE VIEW press.mine AS SELECT * FROM f.event;
SELECT congress_detach('press.article', drop_tables => true);
DROP VIEW press.mine;
SELECT congress_detach('press.article', drop_tables => true);
DROP SCHEMA f;

-- of what there is: without some relations, without a date, with a key of several columns
ALTER TABLE press.article DROP CONSTRAINT article_pkey, ADD COLUMN source text NOT NULL DEFAULT 'a', ADD PRIMARY KEY (id, source);
SELECT congress_attach('press.article', key => ARRAY['id', 'source'], body => 'body', facts_schema => 'f', relations => '{event,person}');
CALL congress_backfill('press.article');
SELECT congress_create_views('press.article');
SELECT * FROM f.calendar ORDER BY date_start;
SELECT * FROM f.who_is_who ORDER BY person COLLATE "C", post COLLATE "C";
SELECT congress_detach('press.article', drop_tables => true);
DROP SCHEMA f, "Báo cáo";
DROP SCHEMA press CASCADE;
