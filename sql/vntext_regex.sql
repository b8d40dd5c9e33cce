--
-- Regular expressions that find, replace and split in a vntext.
--
\pset null ∅

-- what is found is what ~ finds: case, Unicode form, tone placement and the amount of white space say nothing
SELECT v, p, regexp_match(v::vntext, p), regexp_like(v::vntext, p), regexp_count(v::vntext, p), regexp_instr(v::vntext, p), regexp_substr(v::vntext, p)
FROM (VALUES
	('Tỉnh  Hoà Bình', 'hòa (bình)'), ('Tỉnh  HOÀ	BÌNH ', '^tỉnh hòa bình$'), ('Hoà, hòa, HÒA, Hoa', 'hoà'), (E'Hoa\u0300', 'òa'),
	('thủy thuỷ', 'thủ'), ('Số 12, số 13', 'SỐ (\d)(\d)(x)?'), (E'\u00D0\u00E0 Nẵng', '^đà'), ('café', 'CAFÉ'), ('abc', 'x'), ('', ''), ('  ', '^$')
) AS pairs (v, p);
SELECT regexp_matches('Hoà, hòa, HÒA, Hoa'::vntext, 'hoà', 'g') AS find;
SELECT regexp_matches('Số 12, số 13'::vntext, 'SỐ (\d)(\d)(x)?', 'g') AS groups;
-- of the tone styles the first in which there is anything to find
SELECT regexp_replace('thuỷ, thủy'::vntext, 'thủ', '[\&]', 'g'), regexp_replace('thuỷ, thủy'::vntext, 'thuỷ', '[\&]', 'g');

-- the rest of the value stays as it is
SELECT '[' || regexp_replace(v::vntext, p, r, f) || ']' AS replaced FROM (VALUES
	('Số 12, SỐ 13', 'số', 'no', ''), ('Số 12, SỐ 13', 'số', 'no', 'g'), ('  Hoà   ', 'hòa$', '<\&>', ''), ('  Hoà   ', '$', '!', ''), ('Hoà   Bình', ' ', '_', ''),
	('abc', '(B)(C)', '\2\1\3\x\\\', ''), ('abc', '', '-', 'g'), ('Hoa', 'a$', E'a\u0300', '')
) AS cases (v, p, r, f);
SELECT regexp_replace('abcabc'::vntext, 'B', 'x', 3), regexp_replace('abcabc'::vntext, 'B', 'x', 1, 2), regexp_replace('abcabc'::vntext, 'B', 'x', 1, 0),
	regexp_replace('abcabc'::vntext, 'B', 'x', 1, 0, 'c');
SELECT regexp_split_to_array('Hà Nội VÀ Huế và  Vinh'::vntext, ' và '), regexp_split_to_array(' a   b '::vntext, '\s'), regexp_split_to_array('abc'::vntext, '');
SELECT regexp_split_to_table('Hà Nội VÀ Huế'::vntext, ' và ') AS piece;
SELECT regexp_count('Hoà hòa HOÀ'::vntext, 'hòa', 2), regexp_count('aaa'::vntext, 'A', 4), regexp_instr('Tỉnh  Hoà Bình'::vntext, 'hòa (bình)', 1, 1, 1, '', 1),
	regexp_substr('Tỉnh  Hoà Bình'::vntext, '\w+', 2, 2), regexp_substr('a b'::vntext, '(B)', 1, 1, '', 1), substring('Hoà Bình'::vntext, 'B(.)'), substring('Hoà'::vntext, 'HÒA');

-- with the flag c all is as with text; q takes the pattern as it stands
SELECT regexp_match('Hoà Bình'::vntext, '(b.)nh', 'c'), regexp_match('Hoà'::vntext, 'Hòa', 'c'), regexp_match('Hoà'::vntext, 'Hoà', 'c'), regexp_match('a.b*'::vntext, '.B*', 'q');

-- what comes out is of the type, but for arrays, which are of text as such a constant is
SELECT regexp_substr('HOÀ BÌNH'::vntext, '^\w+') = 'hòa' AS substr, substring('HOÀ'::vntext, '.*') = 'hòa' AS substring, pg_typeof(regexp_replace('a'::vntext, 'b', 'c')) AS replace,
	regexp_match('HOÀ'::vntext, 'hòa') = ARRAY['HOÀ'] AS match, 'hòa' = ANY (regexp_split_to_array('HOÀ BÌNH'::vntext, ' ')::vntext[]) AS split;
-- a pattern of the type makes a value of unknown type one
SELECT regexp_count('Hoà', 'HÒA'::vntext), regexp_replace('Hoà', 'HÒA'::vntext, 'x'), regexp_split_to_array('aXb', 'x'::vntext), regexp_like('Hoà', 'HÒA'::vntext, ''),
	regexp_instr('Hoà', 'HÒA'::vntext, 1, 1, 0), regexp_substr('Hoà', 'HÒA'::vntext, 1), regexp_match('Hoà', 'HÒA'::vntext), substring('Hoà', 'HÒA'::vntext);
SELECT piece FROM regexp_split_to_table('b A á'::vntext, ' ') piece ORDER BY piece;

-- bound as varchar, and null
PREPARE find(varchar, varchar) AS SELECT regexp_match('HOÀ'::vntext, $1, $2), regexp_split_to_array('aXb'::vntext, $1), regexp_replace('aXb'::vntext, $1, $2);
EXECUTE find('hòa', '');
EXECUTE find('x', 'i');
EXECUTE find(NULL, '');

-- errors
SELECT regexp_match('a'::vntext, '(');
SELECT regexp_match('a'::vntext, 'a', 'ễ');
SELECT regexp_match('a'::vntext, 'a', 'g');
SELECT regexp_split_to_table('a'::vntext, 'a', 'g');
SELECT regexp_count('a'::vntext, 'a', 1, 'g');
SELECT regexp_instr('a'::vntext, 'a', 0);
SELECT regexp_substr('a'::vntext, 'a', 1, 0);
SELECT regexp_instr('a'::vntext, 'a', 1, 1, 2);
SELECT regexp_substr('a'::vntext, 'a', 1, 1, '', -1);
SELECT regexp_replace('a'::vntext, 'a', 'b', 1, -1);

-- where nothing of this makes a difference, everything is as with text
WITH value (v) AS (
	SELECT a || b || c || d FROM unnest('{"",a,B}'::text[]) a, unnest('{"",b,à}'::text[]) b, unnest('{"",ab,x}'::text[]) c, unnest('{"",1,A}'::text[]) d
), pattern (p) AS (
	SELECT * FROM unnest('{a,A,(a)(b)?,b*,^a,a$,[ab]+,\\w,"",(a|(b)),x|,a.,.,\\d,à,^,$,\\m,(?=a),(.)\\1,.*}'::text[])
)
SELECT count(*) AS cases, count(*) FILTER (WHERE ARRAY(SELECT x::text FROM regexp_matches(v::vntext, p, f || 'g') x) <> ARRAY(SELECT x::text FROM regexp_matches(v, p, f || 'g') x)) AS matches,
	count(*) FILTER (WHERE regexp_replace(v::vntext, p, r, f || 'g')::text <> regexp_replace(v, p, r, f || 'g')) AS replace,
	count(*) FILTER (WHERE regexp_replace(v::vntext, p, r, 2, n, f)::text <> regexp_replace(v, p, r, 2, n, f)) AS replace_nth,
	count(*) FILTER (WHERE regexp_split_to_array(v::vntext, p, f)::text[] <> regexp_split_to_array(v, p, f)) AS split,
	count(*) FILTER (WHERE regexp_count(v::vntext, p, 1 + n, f) <> regexp_count(v, p, 1 + n, f)) AS count,
	count(*) FILTER (WHERE regexp_instr(v::vntext, p, 1 + n, 2, n % 2, f, n) <> regexp_instr(v, p, 1 + n, 2, n % 2, f, n)) AS instr,
	count(*) FILTER (WHERE regexp_substr(v::vntext, p, 1 + n, 1, f, n)::text IS DISTINCT FROM regexp_substr(v, p, 1 + n, 1, f, n)) AS substr,
	count(*) FILTER (WHERE f = 'i' AND regexp_like(v::vntext, p) <> (v::vntext ~ p)) AS operator
FROM value, pattern, unnest('{c,i}'::text[]) f, generate_series(0, 3) n, (VALUES ('<\&\1\\\2\x>')) replacement (r);

-- what is found, put in its place again, gives the value; all of these functions find the same
WITH part (s) AS (
	SELECT * FROM unnest(ARRAY['', 'Hoà', 'thuỷ', '  ', E'\u00A0', E'e\u0301', E'\u200B', E'\u0323', 'Đ', 'İ', '中', '😀', E'\u00D0']) s
), value (v) AS (
	SELECT (a.s || b.s || c.s)::vntext FROM part a, part b, part c
)
SELECT count(*) AS cases, count(*) FILTER (WHERE regexp_replace(v, p, '\&', 'g')::text <> v::text) AS replace,
	count(*) FILTER (WHERE regexp_like(v, p) <> (v ~ p)) AS operator,
	count(*) FILTER (WHERE regexp_count(v, p) <> (SELECT count(*) FROM regexp_matches(v, p, 'g'))) AS count,
	count(*) FILTER (WHERE regexp_like(v, p) AND
		substr(v::text, regexp_instr(v, p), regexp_instr(v, p, 1, 1, 1) - regexp_instr(v, p)) <> regexp_substr(v, p)::text) AS instr
FROM value, unnest('{hòa,thủ,\\w+,"",\\s,.$,^.,[^a],\\M,đ}'::text[]) p;
