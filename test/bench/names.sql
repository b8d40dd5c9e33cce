--
-- names.sql
--	  Vietnamese names in a column of vntext, next to what one would use otherwise.
--
-- Wants the table name (name text) filled, and the variable "runs".  Every contender
-- has a table of its own with the same names; they take turns, and of each the
-- best run counts.  The figures are multiples of text COLLATE "C", which knows nothing
-- of Vietnamese.  Looking up is done twice: among all names, where a name that stands for
-- several spellings finds more rows than each of them as a text, and in a column
-- in which every name is once, like a key.
--

SET client_min_messages = warning;
SET jit = off;
SET max_parallel_workers_per_gather = 0;
SET max_parallel_maintenance_workers = 0;
SET work_mem = '1GB';
SET maintenance_work_mem = '1GB';

CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE COLLATION IF NOT EXISTS nondeterministic (provider = icu, locale = 'vi-u-ks-level2', deterministic = false);
-- the usual wrapper, without which unaccent() can be in no index
CREATE FUNCTION f_unaccent(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
	$$SELECT public.unaccent('public.unaccent', $1)$$;

CREATE TABLE contender (id integer, title text, type text, expression text);
INSERT INTO contender VALUES
	(1, 'text COLLATE "C"', 'text COLLATE "C"', 'name'),
	(2, 'vntext', 'vntext', 'name'),
	(3, 'text COLLATE "vi-x-icu"', 'text COLLATE "vi-x-icu"', 'name'),
	(4, 'ICU, nondeterministic', 'text COLLATE nondeterministic', 'name'),
	(5, 'citext', 'citext', 'name'),
	(6, 'lower(unaccent())', 'text COLLATE "C"', 'lower(f_unaccent(name))');
SELECT format('CREATE TABLE name_%s AS SELECT name::%s FROM name', id, type) FROM contender \gexec
SELECT format('VACUUM ANALYZE name_%s', id) FROM contender \gexec
CREATE TABLE once AS SELECT min(name COLLATE "C") AS name FROM name GROUP BY name::vntext ORDER BY random();
SELECT format('CREATE TABLE once_%s AS SELECT name::%s FROM once', id, type) FROM contender \gexec
SELECT format('CREATE INDEX once_index_%s ON once_%s ((%s))', id, id, expression) FROM contender \gexec
SELECT format('VACUUM ANALYZE once_%s', id) FROM contender \gexec
-- what is looked up: one name in twenty
SELECT format('CREATE TABLE probe_%s_%s AS SELECT name::%s FROM %s TABLESAMPLE bernoulli (5) REPEATABLE (1)', source, id, type, source)
FROM contender, unnest('{name,once}'::text[]) source \gexec
SELECT format('ANALYZE probe_%s_%s', source, id) FROM contender, unnest('{name,once}'::text[]) source \gexec

CREATE TABLE task (id integer, title text, query text, bound numeric);
INSERT INTO task VALUES
	(1, 'ORDER BY', 'SELECT name FROM name_%1$s ORDER BY %2$s OFFSET 10000000', 1.3),
	(2, 'CREATE INDEX', 'DROP INDEX IF EXISTS index_%1$s; CREATE INDEX index_%1$s ON name_%1$s (%3$s)', 1.3),
	(3, 'look-up', 'SELECT look_up($$%2$s$$, $$probe_name_%1$s$$, $$name_%1$s$$)', 1.3),
	(4, 'look-up, once each', 'SELECT look_up($$%2$s$$, $$probe_once_%1$s$$, $$once_%1$s$$)', 1.3),
	(5, 'GROUP BY', 'SELECT count(*) FROM name_%1$s GROUP BY %2$s OFFSET 10000000', 1.2),
	(6, 'count(DISTINCT)', 'SELECT count(DISTINCT %2$s) FROM name_%1$s', NULL);
CREATE TABLE result (task integer, contender integer, ms float8);

CREATE FUNCTION look_up(expression text, probes text, names text) RETURNS bigint LANGUAGE plpgsql
	SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off SET enable_bitmapscan = off SET enable_memoize = off AS $$
DECLARE
	found bigint;
BEGIN
	EXECUTE format('SELECT count(*) FROM (SELECT %1$s AS key FROM %2$s OFFSET 0) p CROSS JOIN LATERAL (SELECT 1 FROM %3$s WHERE %1$s = p.key LIMIT 1) found',
		expression, probes, names) INTO found;
	RETURN found;
END
$$;

CREATE FUNCTION milliseconds(query text) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
	started timestamptz := clock_timestamp();
BEGIN
	EXECUTE query;
	RETURN 1000 * extract(epoch FROM clock_timestamp() - started);
END
$$;

SELECT format('INSERT INTO result VALUES (%s, %s, milliseconds(%L))', t.id, c.id,
	format(t.query, c.id, c.expression, CASE WHEN c.id = 6 THEN '(' || c.expression || ')' ELSE c.expression END))
FROM task t, contender c, generate_series(1, :runs) run ORDER BY t.id, run, c.id \gexec

\pset footer off
\echo
\echo milliseconds, best of :runs runs, and times "C"
SELECT t.title AS task, c.title AS contender, round(min(ms)) AS ms,
	round((min(ms) / min(min(ms)) FILTER (WHERE c.id = 1) OVER (PARTITION BY t.id))::numeric, 2) AS "times C",
	CASE WHEN c.id = 2 THEN 'at most ' || bound END AS bound
FROM result r JOIN task t ON t.id = r.task JOIN contender c ON c.id = r.contender
GROUP BY t.id, t.title, c.id, c.title, bound ORDER BY t.id, c.id;
SELECT c.title AS index, pg_relation_size('index_' || c.id) AS bytes, pg_relation_size('once_index_' || c.id) AS "bytes, once each"
FROM contender c ORDER BY c.id;

CREATE TABLE fold (title text, ms float8);
SELECT format('INSERT INTO fold VALUES (%L, milliseconds(%L))', f, format('SELECT count(%s) FROM name_1', f))
FROM unnest('{name,vn_fold(name),lower(f_unaccent(name))}'::text[]) f, generate_series(1, :runs) \gexec
SELECT title, round(min(ms)) AS ms, round((1000000 * (min(ms) - (SELECT min(ms) FROM fold WHERE title = 'name')) / (SELECT count(*) FROM name))::numeric) AS "ns each"
FROM fold GROUP BY title ORDER BY 2;
