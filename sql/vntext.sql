--
-- The type vntext: values, comparison, order, operators, functions.
--
\pset null ∅

-- what is stored is what was typed, but for the form and the look-alikes of đ in syllables
SELECT v, octet_length(v), char_length(v) FROM unnest(ARRAY[
	'  Hoà   Bình '::vntext, E'Hoa\u0300 Bi\u0300nh', E'\u00D0\u00E0 Nẵng', E'\u00D0X-\u00F0t', '']) v;
SELECT E'\u00D0\u00E0'::vntext::text = 'Đà' AS syllable, E'\u00D0X'::vntext::text = 'ĐX' AS none;

-- length
CREATE TABLE short (v vntext(5));
INSERT INTO short VALUES ('Hoà'), ('Hoà     '), (E'Hoa\u0300ng'::text);
INSERT INTO short VALUES ('Hoàng Hà');
SELECT '[' || v || ']', octet_length(v) FROM short ORDER BY octet_length(v);
SELECT 'Hoàng Hà'::vntext(5), format_type('vntext'::regtype, 9);
CREATE TABLE wrong (v vntext(0));
CREATE TABLE wrong (v vntext(1, 2));
DROP TABLE short;

-- casts
SELECT 'Hoà'::vntext::text, 'Hoà'::text::vntext, 'Hoà'::varchar::vntext, 'Hoà  '::bpchar::vntext || '|',
	'Hoà'::name::vntext, 'Hoà'::vntext::name, 'Hoà'::vntext::varchar(2), 12::vntext, true::vntext, '10.0.0.1'::inet::vntext;
SELECT castsource::regtype, casttarget::regtype, castcontext, castmethod FROM pg_cast
WHERE 'vntext'::regtype IN (castsource, casttarget) ORDER BY 1, 2;

-- equality; false is as it should be in the last seven, but the hash leaves out where marks stand
SELECT a, b, a::vntext = b::vntext AS equal, vntext_hash(a::vntext) = vntext_hash(b::vntext) AS hash,
	vntext_hash_extended(a::vntext, 42) = vntext_hash_extended(b::vntext, 42) AS extended
FROM (VALUES
	('Hoà Bình', 'HÒA BÌNH'), ('thủy', 'thuỷ'), ('khỏe', 'khoẻ'), (E'hoa\u0300', 'hòa'), (E'\u00D0\u00E0', 'đà'),
	(E'Trần\u00A0 Văn\tA', ' trần văn a '), ('', ' '),
	('hoa', 'hòa'), ('da', 'đa'), ('lý', 'lí'), ('an', 'ân'), ('a b', 'ab'), ('a.b', 'a b'), ('café', 'cáfe')
) AS pairs (a, b);

-- order
SELECT string_agg(v, ' < ' ORDER BY v)
FROM unnest('{bàng,ba,bà con,ba ba,bả,ba hoa,bà,BẠ,bá,bã,băn,bân,b,a,z,đa,da,e,ê,"",1,-,"a b",a-b,a1,ab,ж,中,ł}'::vntext[]) v;
SELECT min(v), max(v) FROM unnest('{bà,Ánh,Ạ,z}'::vntext[]) v;
SELECT 'ba' < 'bà'::vntext, 'ba' <= 'BA'::vntext, 'bả' > 'bà'::vntext, 'bả' >= 'bạ'::vntext, 'ba' <> 'BA'::vntext;
SELECT array_agg(v ORDER BY vn_sort_key(v)) = array_agg(v ORDER BY v) AS keys
FROM unnest('{bàng,ba,bà con,ba ba,bả,ba hoa,bà,café,résumé,1a,a1}'::vntext[]) v;
SELECT count(DISTINCT v) FROM unnest('{Hoà,hòa,HOÀ,hoa}'::vntext[]) v;

-- single syllables are ordered as CLDR has it for Vietnamese; a row is one that is not
WITH syllable AS (
	SELECT normalize(onset || vowel || tone || coda) AS s
	FROM unnest('{"",b,c,ch,d,đ,g,gh,h,k,kh,l,m,n,ng,nh,p,ph,r,s,t,th,tr,v,x,z,f,j,w}'::text[]) onset,
		unnest('{a,ă,â,e,ê,i,o,ô,ơ,u,ư,y}'::text[]) vowel, unnest('{"",c,ch,m,n,ng,nh,p,t}'::text[]) coda,
		unnest(ARRAY['', E'\u0300', E'\u0309', E'\u0303', E'\u0301', E'\u0323']) tone
)
SELECT s, following FROM (SELECT s, lead(s) OVER (ORDER BY s::vntext) AS following FROM syllable) o
WHERE s > following COLLATE "vi-x-icu" OR s::vntext = following;

-- the order rests in indexes and must never change: the keys of all characters of the first plane, and of some words
SELECT md5(string_agg(vn_sort_key(chr(c)), '' ORDER BY c)) AS characters
FROM generate_series(1, 65535) c WHERE c NOT BETWEEN 55296 AND 57343;
SELECT w, vn_sort_key(w) FROM unnest('{Nguyễn Văn An,thuỷ,a1-b,"a, b",café,résumé,Łódź,1a 2,中文}'::text[]) w ORDER BY w::vntext;

-- a text column in Vietnamese order
SELECT v FROM unnest('{đa,da,Đà,dạ,e,Đá}'::text[]) v ORDER BY v USING <#;
SELECT 'Hoà' =# 'HÒA', 'a' <># 'á', 'ă' ># 'a', 'ă' >=# 'a', 'a' <=# 'ă';

-- every function is strict
SELECT NULL::vntext = 'a' AS eq, NULL::vntext ~= 'a' AS match, NULL::vntext LIKE 'a' AS like, vn_fold(NULL) AS fold;

-- whatever the other side is, the type's meaning holds
CREATE TABLE person (id integer, name vntext, plain text, narrow varchar(40));
INSERT INTO person SELECT g, 'Người ' || g, 'NGƯỜI  ' || g, 'người ' || g FROM generate_series(1, 2000) g;
INSERT INTO person VALUES (0, 'Nguyễn Hoà', 'NGUYỄN HÒA', E'nguyễn ho\u00E0');
CREATE INDEX person_name ON person (name);
VACUUM ANALYZE person;
SELECT count(*) FROM person WHERE name = plain AND plain = name AND name = narrow AND narrow = name;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS off) SELECT id FROM person WHERE name = 'nguyễn hòa';
EXPLAIN (COSTS off) SELECT id FROM person WHERE name = 'nguyễn hòa'::text;
EXPLAIN (COSTS off) SELECT id FROM person WHERE 'nguyễn hòa'::varchar = name;
PREPARE by_varchar(varchar) AS SELECT id FROM person WHERE name = $1;
SET plan_cache_mode = force_generic_plan;
EXPLAIN (COSTS off) EXECUTE by_varchar('NGUYỄN HÒA');
EXECUTE by_varchar('NGUYỄN HÒA');
RESET plan_cache_mode;
EXPLAIN (COSTS off) SELECT id FROM person WHERE name > 'người 99'::text AND name < 'người 999' ORDER BY name;
SELECT id FROM person WHERE name > 'người 99'::text AND name < 'người 999' ORDER BY name;
EXPLAIN (COSTS off) SELECT id FROM person WHERE name IN ('nguyễn hòa', 'người 3');
EXPLAIN (COSTS off) SELECT a.id FROM (VALUES ('nguyễn hòa'), ('NGƯỜI 7')) v (t) JOIN person a ON a.name = v.t;
SELECT a.id FROM (VALUES ('nguyễn hòa'), ('NGƯỜI 7')) v (t) JOIN person a ON a.name = v.t ORDER BY 1;
EXPLAIN (COSTS off) SELECT min(name), max(name) FROM person;

-- joins of a vntext with a text column
SET enable_nestloop = off;
SET enable_mergejoin = off;
EXPLAIN (COSTS off) SELECT count(*) FROM person a JOIN person b ON a.name = b.plain;
SELECT count(*) FROM person a JOIN person b ON a.name = b.plain;
RESET enable_mergejoin;
SET enable_hashjoin = off;
EXPLAIN (COSTS off) SELECT count(*) FROM person a JOIN person b ON b.narrow = a.name;
SELECT count(*) FROM person a JOIN person b ON b.narrow = a.name;
RESET enable_hashjoin;
RESET enable_nestloop;
RESET enable_seqscan;
RESET enable_bitmapscan;

-- matching: the canonical text is what is looked at
SELECT v, p, v::vntext LIKE p::vntext AS like, v::vntext ILIKE p AS ilike, v::text LIKE p::vntext AS text_like, v::vntext NOT LIKE p AS not_like
FROM (VALUES
	('Hoà Bình', 'HÒA%'), ('Hoàng', 'hoà%'), ('Hoàng', 'hòa%'), ('thủy', 'thủ%'), ('thuỷ', 'thủ%'), ('Hoà  Bình', '% bình'), ('Hoà', 'h_'),
	('Hoà', 'hoa%'), ('50%', '50\%'), ('500', '50\%'), ('Hoà', 'HÒA '), (E'Ho\u0061\u0300', '__à')
) AS pairs (v, p);
SELECT v, p, v::vntext ~ p::vntext AS match, v::vntext ~* p AS imatch, v::text ~ p::vntext AS text_match, v::vntext !~ p AS not_match
FROM (VALUES
	('Hoà Bình', '^hòa b'), ('Hoà Bình', 'BÌNH$'), ('Hoà', '^[HK]òa$'), ('Số 12', 'số \d+'), ('Số x', '\D$'), ('Hoà Bình', '\mhòa\M'), ('Hoà', 'hoa')
) AS pairs (v, p);
-- patterns that change from row to row
SELECT v, count(*) FILTER (WHERE v::vntext LIKE p), count(*) FILTER (WHERE v::vntext ~ p)
FROM unnest('{Hoà,Hoàng,thủy,an}'::text[]) v, unnest('{hò%,ho%,thuỷ,AN,.n}'::text[]) p GROUP BY v ORDER BY v::vntext;
SELECT 'a'::vntext ~ '(';
SELECT 'a%'::vntext LIKE 'a!%' ESCAPE '!';

-- prefixes use the index
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS off) SELECT id FROM person WHERE name LIKE 'Nguyễn H%';
SELECT id FROM person WHERE name LIKE 'NGUYỄN hò%';
EXPLAIN (COSTS off) SELECT id FROM person WHERE name LIKE 'nguyễn hòa';
SELECT id FROM person WHERE name LIKE 'nguyễn hòa';
EXPLAIN (COSTS off) SELECT id FROM person WHERE name ~ '^Người 199[0-3]?$';
SELECT id FROM person WHERE name ~ '^Người 199[0-3]?$' ORDER BY id;
EXPLAIN (COSTS off) SELECT id FROM person WHERE name ~ '^Người 1990?$'::text;
EXPLAIN (COSTS off) SELECT count(*) FROM person WHERE name LIKE '%hòa';
EXPLAIN (COSTS off) SELECT count(*) FROM person WHERE name ~ '^a|b';
RESET enable_bitmapscan;

-- without marks
SELECT v, q, v::vntext ~= q AS match FROM (VALUES
	('Nguyễn Xuân Ký', 'nguyen xuan ky'), ('Nguyễn Xuân Ký', 'Nguyễn Xuân Ky'), ('Nguyễn Xuân Ký', 'Nguyễn Xuân Kỳ'), ('Nguyễn Xuân Ky', 'Nguyễn Xuân Ký'),
	('Đặng Thuý', 'dang thúy'), ('Đặng Thuý', 'Đang Thuy'), ('Dang', 'đang')
) AS pairs (v, q);
CREATE INDEX person_bare ON person USING hash (name vntext_bare_ops);
EXPLAIN (COSTS off) SELECT id FROM person WHERE name ~= 'nguyen hoa';
SELECT id FROM person WHERE name ~= 'nguyen hoa';
SELECT id FROM person WHERE name ~= 'nguyen hoá';
PREPARE by_bare(varchar) AS SELECT id FROM person WHERE name ~= $1;
SET plan_cache_mode = force_generic_plan;
EXPLAIN (COSTS off) EXECUTE by_bare('nguyen hòa');
EXECUTE by_bare('nguyen hòa');
RESET plan_cache_mode;
DROP INDEX person_bare, person_name;
CREATE INDEX person_brin ON person USING brin (name);
EXPLAIN (COSTS off) SELECT id FROM person WHERE name LIKE 'Nguyễn H%';
SELECT id FROM person WHERE name LIKE 'Nguyễn H%';
EXPLAIN (COSTS off) SELECT id FROM person WHERE name = 'NGUYỄN HÒA'::varchar;
SELECT id FROM person WHERE name = 'NGUYỄN HÒA'::varchar;
DROP INDEX person_brin;
CREATE INDEX person_hash ON person USING hash (name);
EXPLAIN (COSTS off) SELECT id FROM person WHERE name = 'NGUYỄN HÒA'::varchar;
SELECT id FROM person WHERE name = 'NGUYỄN HÒA'::varchar;
EXPLAIN (COSTS off) SELECT id FROM person WHERE name ~= 'NGUYỄN HÒA';
RESET enable_seqscan;

-- functions
SELECT 'Hoà'::vntext || ' Bình' AS a, 'Hoà'::text || 'Bình'::vntext AS b, pg_typeof('Hoà'::vntext || 'x'::text) AS c, ('a'::vntext || E'\u0301') = 'á' AS d;
SELECT strpos('Thủ đô  Hoà Bình'::vntext, 'hòa bình'), strpos('Hoà'::vntext, 'x'), strpos('Hoà'::vntext, ''), strpos('a  b'::vntext, ' b');
SELECT replace('Tỉnh HOÀ BÌNH, hòa  bình!'::vntext, 'Hòa Bình', 'Ninh Bình'), replace('abc'::vntext, '', 'x'), replace('abab'::vntext, 'B', '');
SELECT n, split_part('a và B VÀ c'::vntext, ' và ', n) FROM generate_series(-4, 4) n WHERE n <> 0;
SELECT split_part('abc'::vntext, '', 1), split_part('abc'::vntext, 'x', 1), split_part('abc'::vntext, 'x', 2), split_part('x'::vntext, 'x', 1);
SELECT split_part('a'::vntext, 'x', 0);
SELECT left('Hoà Bình'::vntext, 3) = 'HÒA', right('Hoà Bình'::vntext, 4) = 'BÌNH', substr('Hoà Bình'::vntext, 5) = 'BÌNH',
	substr('Hoà Bình'::vntext, 1, 3) = 'HÒA', substring('Hoà Bình'::vntext, 1, 3) = 'HÒA';
SELECT lower('HOÀ ĐÁ'::vntext), upper('hoà đá'::vntext), initcap('hoà ĐÁ'::vntext), translate('Đá đỏ'::vntext, 'đ', 'd');
SELECT translate('aAbBcC'::vntext, 'abc', 'bx') AS once, translate('abc'::vntext, '', 'x'), translate('abc'::vntext, 'B', 'yz');
-- a part that a client binds as varchar is found as the type finds it
SELECT strpos('Hoà Bình'::vntext, 'BÌNH'::varchar), replace('Hoà'::vntext, 'HÒA'::varchar, 'x'::varchar), split_part('aXb'::vntext, 'x'::varchar, 2),
	translate('Đá'::vntext, 'đ'::varchar, 'd'::varchar);
SELECT strpos('Hoà Bình', 'BÌNH'::vntext), replace('Hoà', 'HÒA'::vntext, 'x'), split_part('aXb', 'x'::vntext, 2), translate('Đá', 'đ'::vntext, 'd');
SELECT pg_typeof(left('a'::vntext, 1)), pg_typeof(replace('a'::vntext, 'b', 'c')), pg_typeof(lower('a'::vntext)), pg_typeof(min('a'::vntext));

-- of any text
SELECT vn_fold(t), vn_unaccent(t), vn_lower(t), vn_upper(t), vn_initcap(t)
FROM (VALUES ('Nguyễn Thị ĐỨC'), (E'Hoa\u0300 BI\u0300NH'), ('LÊ lợi 12b, phố-cổ'), ('Müller Łódź'), ('МОСКВА й'), ('')) v (t);
SELECT vn_sort_key('bà'), vn_sort_key('BÀ'), vn_sort_key(E'ba\u0300'), vn_sort_key('');

-- arrays, grouping, sets
SELECT '{Hoà,"Hà Nội"}'::vntext[], 'HÒA' = ANY ('{Hoà,"Hà Nội"}'::vntext[]), array_position('{a,B}'::vntext[], 'b');
SELECT count(*), min(length(v)) FROM unnest('{Hoà,hòa,HOÀ ,hoa}'::vntext[]) v GROUP BY v ORDER BY v;
SELECT v FROM unnest('{Hoà,hoa}'::vntext[]) v EXCEPT SELECT 'HÒA' ORDER BY 1;

-- keys
CREATE TABLE province (name vntext PRIMARY KEY, folded text GENERATED ALWAYS AS (vn_fold(name)) STORED);
INSERT INTO province VALUES ('Hoà Bình');
INSERT INTO province VALUES ('HÒA  BÌNH');
INSERT INTO province VALUES ('HÒA  BÌNH') ON CONFLICT (name) DO UPDATE SET name = excluded.name;
MERGE INTO province p USING (VALUES ('hòa bình'::text), ('Hà Nam')) s (n) ON p.name = s.n
	WHEN MATCHED THEN UPDATE SET name = s.n WHEN NOT MATCHED THEN INSERT VALUES (s.n);
SELECT * FROM province ORDER BY name;
CREATE TABLE district (province vntext REFERENCES province ON UPDATE CASCADE, name vntext);
INSERT INTO district VALUES ('HOÀ BÌNH', 'Kim Bôi');
INSERT INTO district VALUES ('Hoa Bình', 'Kim Bôi');
DELETE FROM province WHERE name = 'hòa bình'::text;
UPDATE province SET name = 'Hoà Bình mới' WHERE name ~= 'hoa binh';
SELECT * FROM district;
CREATE TABLE place (name vntext, id integer) PARTITION BY RANGE (name);
CREATE TABLE place_1 PARTITION OF place FOR VALUES FROM (MINVALUE) TO ('đ');
CREATE TABLE place_2 PARTITION OF place FOR VALUES FROM ('Đ') TO (MAXVALUE);
INSERT INTO place VALUES ('Dương', 1), ('ĐÀ NẴNG', 2), ('Ă', 3), ('z', 4);
SELECT tableoid::regclass, name FROM place ORDER BY name;
EXPLAIN (COSTS off) SELECT * FROM place WHERE name = 'đà nẵng';
EXPLAIN (COSTS off) SELECT * FROM place WHERE name = 'đà nẵng'::text;
CREATE TABLE part (name vntext) PARTITION BY HASH (name);
CREATE TABLE part_0 PARTITION OF part FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE part_1 PARTITION OF part FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO part SELECT 'Số ' || g FROM generate_series(1, 100) g;
SELECT count(*) > 20 AS spread FROM part_0;
SELECT name FROM part WHERE name = 'SỐ  7';

-- the catalogue agrees
SELECT amname, opcname, amvalidate(o.oid) FROM pg_opclass o JOIN pg_am a ON a.oid = opcmethod WHERE opcname LIKE 'vn%' ORDER BY 1, 2;
SELECT typcategory, typispreferred, typcollation, typstorage FROM pg_type WHERE typname = 'vntext';
SELECT string_agg(name, $$ < $$ ORDER BY name) FROM province;
DROP TABLE person, district, province, place, part;
