--
-- What the articles of test/articles say, a fact a line: article, relation, the
-- rule that read it, and the columns that are not null.  What a careful reader
-- finds there is in the .json file next to each article.
--
\set lines `cd "$PG_ABS_SRCDIR/test/articles" && for f in *.txt; do echo "${f%.txt} $(base64 -w0 "$f") $(base64 -w0 "${f%.txt}.json")"; done`
CREATE TEMP TABLE article AS
SELECT split_part(line, ' ', 1) AS name,
	convert_from(decode(split_part(line, ' ', 2), 'base64'), 'UTF8') AS body,
	(convert_from(decode(split_part(line, ' ', 3), 'base64'), 'UTF8')::jsonb ->> 'ref')::date AS ref
FROM regexp_split_to_table(:'lines', E'\n') AS line;

SELECT count(*) >= 12 AS enough FROM article;

CREATE FUNCTION pg_temp.facts(body text, ref date)
RETURNS TABLE (relation text, fact jsonb) LANGUAGE sql AS $$
	SELECT 'article', to_jsonb(x) FROM congress_article(body, ref) x
	UNION ALL SELECT 'event', to_jsonb(x) FROM congress_events(body, ref) x
	UNION ALL SELECT 'person', to_jsonb(x) FROM congress_people(body, ref) x
	UNION ALL SELECT 'election', to_jsonb(x) FROM congress_elections(body, ref) x
	UNION ALL SELECT 'count', to_jsonb(x) FROM congress_counts(body, ref) x
	UNION ALL SELECT 'indicator', to_jsonb(x) FROM congress_indicators(body, ref) x
	UNION ALL SELECT 'ranking', to_jsonb(x) FROM congress_rankings(body, ref) x
	UNION ALL SELECT 'programme', to_jsonb(x) FROM congress_programme(body, ref) x
	UNION ALL SELECT 'statement', to_jsonb(x) FROM congress_statements(body, ref) x
$$;

\pset format unaligned
\pset tuples_only on
SELECT a.name, f.relation, f.fact ->> 'rule',
	jsonb_strip_nulls(f.fact) - '{span_start,span_length,sentence,rule,confidence}'::text[]
FROM article a, pg_temp.facts(a.body, a.ref) WITH ORDINALITY AS f(relation, fact, n)
ORDER BY a.name COLLATE "C", f.n;

-- every fact has a name for its rule, a confidence, and evidence within a sentence's reach
SELECT a.name, f.fact
FROM article a, pg_temp.facts(a.body, a.ref) f
WHERE f.fact ->> 'rule' IS NULL
	OR (f.fact ->> 'confidence')::real NOT BETWEEN 0 AND 1
	OR (f.fact ->> 'sentence')::int < 1
	OR (f.fact ->> 'span_start')::int < 1
	OR (f.fact ->> 'span_length')::int NOT BETWEEN 1 AND 1500
	OR (f.fact ->> 'span_start')::int + (f.fact ->> 'span_length')::int > char_length(a.body) + 1;
