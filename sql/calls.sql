--
-- How the functions are called: nulls, odd arguments, in which places of a
-- query, and the analysis that they share.
--
SET datestyle = 'ISO, YMD';

CREATE TEMP TABLE article (id int PRIMARY KEY, published date, body text);
INSERT INTO article VALUES
(1, '2020-08-20', 'Khai mạc Đại hội Đảng bộ huyện Kim Ngọc lần thứ IX
Sáng 17/8, Đảng bộ huyện Kim Ngọc khai mạc Đại hội đại biểu lần thứ IX, nhiệm kỳ 2020 - 2025. Dự Đại hội có đồng chí Trần Văn Kiên, Bí thư Huyện ủy và 248 đại biểu chính thức.
Đại hội đề ra 15 chỉ tiêu, phấn đấu đến năm 2025 có trên 90% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ. Đại hội đã bầu 33 đồng chí vào Ban Chấp hành Đảng bộ huyện khóa IX.
'),
(2, NULL, 'Trời hôm nay nhiều mây, có mưa rào vài nơi.'),
(3, NULL, NULL);

-- a null body gives no row, a null reference date no error
SELECT count(*) FROM article a, congress_article(a.body, a.published) WHERE a.id = 3;
SELECT count(*) FROM article a, congress_events(a.body, a.published) WHERE a.id = 3;
SELECT count(*) FROM congress_facts(NULL);
SELECT count(*) FROM congress_facts(NULL, NULL);
SELECT count(*) FROM vn_tokens(NULL);
SELECT count(*) FROM vn_sentences(NULL);
SELECT count(*) FROM vn_numbers(NULL);
SELECT count(*) FROM vn_dates(NULL, '2020-01-01');
SELECT count(*) > 0 AS found FROM article a, congress_facts(a.body, NULL) WHERE a.id = 1;

-- texts with nothing to say
SELECT count(*) FROM congress_facts('');
SELECT count(*) FROM congress_article('');
SELECT count(*) FROM congress_facts(E' \n\t\n ');
SELECT count(*) FROM congress_facts('🎉');
SELECT count(*) FROM vn_tokens('');
SELECT count(*) FROM vn_sentences('');
SELECT count(*) FROM vn_numbers('');
SELECT count(*) FROM vn_dates('');
SELECT count(*) FROM article a, congress_facts(a.body) WHERE a.id = 2;

-- the reference date completes a day; none, or one out of the ordinary, does not
SELECT r.ref, e.date_start
FROM article a, (VALUES ('2020-08-20'::date), ('2019-08-20'), ('infinity'), ('-infinity'),
						('0044-03-15 BC'), ('20200-08-20'), (NULL)) r(ref),
	congress_events(a.body, r.ref) e
WHERE a.id = 1 AND e.reported
ORDER BY r.ref;

-- too long a text is refused, whatever it says
SELECT count(*) FROM congress_facts(repeat('x', 256 * 1024 * 1024 + 1));
SELECT count(*) FROM vn_tokens(repeat('x', 256 * 1024 * 1024 + 1));

-- in the select list
SELECT (congress_counts(body)).value FROM article WHERE id = 1;
SELECT a.id, (SELECT count(*) FROM congress_counts(a.body)) FROM article a ORDER BY id;
SELECT ROW(c.*)::text LIKE '(delegates,=,248,,%' AS row FROM article a, congress_counts(a.body) c WHERE a.id = 1;

-- as one relation: as many facts as all relations have, in the order of the text
SELECT a.id,
	(SELECT count(*) FROM congress_facts(a.body, a.published)) =
	(SELECT count(*) FROM congress_events(a.body, a.published)) +
	(SELECT count(*) FROM congress_people(a.body, a.published)) +
	(SELECT count(*) FROM congress_elections(a.body, a.published)) +
	(SELECT count(*) FROM congress_counts(a.body, a.published)) +
	(SELECT count(*) FROM congress_indicators(a.body, a.published)) +
	(SELECT count(*) FROM congress_rankings(a.body, a.published)) +
	(SELECT count(*) FROM congress_programme(a.body, a.published)) +
	(SELECT count(*) FROM congress_statements(a.body, a.published)) AS all_there,
	(SELECT array_agg(span_start) = array_agg(span_start ORDER BY span_start)
	 FROM congress_facts(a.body, a.published)) AS in_order
FROM article a WHERE a.id < 3 ORDER BY a.id;

-- the shared analysis never answers for another body or reference date
SELECT r.ref, x.date_start, y.date_start
FROM article a, (VALUES ('2020-08-20'::date), ('2018-08-20'), (NULL)) r(ref),
	congress_events(a.body, r.ref) x, congress_events(replace(a.body, '17/8', '18/8'), r.ref) y
WHERE a.id = 1 AND x.reported AND y.reported
ORDER BY r.ref;

-- ... also where bodies are stored compressed or out of line
CREATE TEMP TABLE stored (how text, body text);
ALTER TABLE stored ALTER body SET STORAGE EXTERNAL;
INSERT INTO stored SELECT 'outside', body || repeat('Hội trường đông đủ. ', 500) FROM article WHERE id = 1;
ALTER TABLE stored ALTER body SET STORAGE MAIN;
INSERT INTO stored SELECT 'compressed', body || repeat('Hội trường đông đủ. ', 500) FROM article WHERE id = 1;
INSERT INTO stored SELECT 'plain', body FROM article WHERE id = 1;
BEGIN;
SELECT how, value FROM stored, congress_counts(body) WHERE measure = 'delegates' ORDER BY how;
UPDATE stored SET body = replace(body, '248', '249');
SELECT how, value FROM stored, congress_counts(body) WHERE measure = 'delegates' ORDER BY how;
SAVEPOINT a;
UPDATE stored SET body = replace(body, '249', '250');
SELECT how, value FROM stored, congress_counts(body) WHERE measure = 'delegates' ORDER BY how;
ROLLBACK TO a;
UPDATE stored SET body = replace(body, '249', '251');
SELECT how, value FROM stored, congress_counts(body) WHERE measure = 'delegates' ORDER BY how;
COMMIT;

-- two cursors at a time
BEGIN;
DECLARE c1 CURSOR FOR SELECT value FROM stored, congress_counts(body) WHERE measure = 'delegates' ORDER BY how;
DECLARE c2 CURSOR FOR SELECT kind FROM article a, congress_events(a.body) WHERE a.id = 1;
FETCH 1 FROM c1;
FETCH 1 FROM c2;
FETCH 1 FROM c1;
CLOSE c1;
FETCH 1 FROM c2;
COMMIT;

-- in a function that catches an error, and goes on
CREATE FUNCTION pg_temp.delegates(body text) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
	n numeric;
BEGIN
	BEGIN
		PERFORM congress_facts(repeat('x', 256 * 1024 * 1024 + 1));
	EXCEPTION WHEN program_limit_exceeded THEN
		RAISE NOTICE 'caught: %', SQLERRM;
	END;
	SELECT value INTO n FROM congress_counts(body) WHERE measure = 'delegates';
	RETURN n;
END
$$;
SELECT pg_temp.delegates(body) FROM article WHERE id = 1;

-- in a parallel worker
SELECT body FROM article WHERE id = 1 \gset
SET force_parallel_mode = on;
SELECT value FROM congress_counts(:'body') WHERE measure = 'delegates';
RESET force_parallel_mode;

-- in an index and a generated column: immutable
CREATE FUNCTION pg_temp.n(body text) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT count(*) FROM congress_facts(body)';
CREATE INDEX ON article (pg_temp.n(body));
SELECT count(*) > 0 AS found FROM article WHERE pg_temp.n(body) > 0;
