--
-- compare.sql
--	  The relations of all articles, next to what one would use otherwise.
--
-- Wants the variables "schema", which has the table article, "runs", and "singles",
-- true if each function is to be measured alone too.  The contenders take turns,
-- so that a machine that is slow for a while is slow for all of them; of each the
-- best run counts.
--

SET client_min_messages = warning;
SET jit = off;
SET max_parallel_workers_per_gather = 0;

CREATE EXTENSION IF NOT EXISTS plperl;
SET search_path = :schema, public;

\ir patterns.sql

SELECT format('CREATE FUNCTION ten_patterns(body text) RETURNS integer LANGUAGE plperl AS $perl$
		my ($body) = @_;
		my ($n, @found) = (0);
		%s
		return $n;
	$perl$', string_agg(format('@found = $body =~ m{%s}g; $n += @found;', re), E'\n\t\t')) AS plperl,
	'SELECT ' || string_agg(format('sum((SELECT count(*) FROM regexp_matches(body, %L, ''g'')))', re), ', ')
		|| ' FROM article' AS ten_regexes
FROM pattern \gset
:plperl;

CREATE TABLE contender (id serial, name text, query text, ms float8);
INSERT INTO contender (name, query) VALUES
	('nine relations', 'SELECT ' || (
		SELECT string_agg(format('sum((SELECT count(*) FROM congress_%s(body)))', r), ', ')
		FROM unnest('{article,events,people,elections,counts,indicators,rankings,programme,statements}'::text[]) r)
		|| ' FROM article'),
	('ten regexp_matches', :'ten_regexes'),
	('the same in PL/Perl', 'SELECT sum(ten_patterns(body)) FROM article'),
	('to_tsvector', $$SELECT sum(length(to_tsvector('simple', body))) FROM article$$),
	('ascii: reading alone', 'SELECT sum(ascii(body)) FROM article');
INSERT INTO contender (name, query)
	SELECT 'congress_' || r, format('SELECT sum((SELECT count(*) FROM congress_%s(body))) FROM article', r)
	FROM unnest('{article,events,people,elections,counts,indicators,rankings,programme,statements,facts}'::text[]) r
	WHERE :singles;

CREATE FUNCTION milliseconds(query text) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
	started timestamptz := clock_timestamp();
BEGIN
	EXECUTE query;
	RETURN 1000 * extract(epoch FROM clock_timestamp() - started);
END
$$;

-- each statement gets a transaction of its own, so nothing is left of the one before;
-- the relations alone only show that they cost much the same, for which one run will do
SELECT format('UPDATE contender SET ms = least(ms, milliseconds(query)) WHERE id = %s', id)
FROM generate_series(1, :runs) run, contender WHERE id <= 5 OR run = 1 ORDER BY run, id \gexec

\pset footer off
SELECT count(*) AS articles, sum(octet_length(body)) AS bytes,
	round(avg(octet_length(body))) AS bytes_each, pg_size_pretty(pg_table_size('article')) AS stored
FROM article \gset
SELECT round(sum((SELECT count(*) FROM congress_facts(body)))::numeric / count(*), 1) AS facts
FROM (SELECT body FROM article LIMIT 1000) a \gset

\echo
\echo :schema: one process over :articles articles of :bytes_each bytes with :facts facts each (:stored stored), best of :runs runs (functions alone: one run)
SELECT name,
	round((:bytes / ms / 1e3)::numeric, 1) AS "MB/s",
	round(:articles / ms * 1e3) AS "articles/s",
	round((ms * 1e3 / :articles)::numeric, 1) AS "us/article",
	round((ms / nine.time)::numeric, 2) AS "x nine relations"
FROM contender, (SELECT ms AS time FROM contender WHERE id = 1) nine
ORDER BY id;

SELECT name AS "nine relations to ...", round((nine.time / ms)::numeric, 3) AS ratio,
	CASE WHEN name = 'to_tsvector' THEN CASE WHEN nine.time <= ms / 2 THEN 'at most 0.5: yes' ELSE 'at most 0.5: NO' END
	END AS bound
FROM contender, (SELECT ms AS time FROM contender WHERE id = 1) nine
WHERE id BETWEEN 2 AND 5
ORDER BY id;
