--
-- facts.sql
--	  The facts of an article as rows: one function a relation.
--
-- The analysis of a body is done once for all the functions that a statement
-- calls on it.  None is strict, because ref may be null; a null body gives no
-- row.  COST is that of an article of common length, some 5 kB, in units of
-- cpu_operator_cost.  Every row ends with where and how the fact was read:
-- substr(body, span_start, span_length) is the evidence.
--

CREATE FUNCTION congress_article(body text, ref date DEFAULT NULL)
RETURNS TABLE (
	title text, published timestamp, authors text[], agency text,
	span_start integer, span_length integer, sentence integer, rule text, confidence real)
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000 ROWS 1
AS 'MODULE_PATHNAME', 'congress_article';
COMMENT ON FUNCTION congress_article(text, date) IS
	'what an article says of itself: headline, publication time, authors, agency (one row at most)';

CREATE FUNCTION congress_events(body text, ref date DEFAULT NULL)
RETURNS TABLE (
	kind text, organisation text, level text, province text, ordinal integer,
	term_start integer, term_end integer, date_start date, date_end date, days integer,
	stage text, reported boolean,
	span_start integer, span_length integer, sentence integer, rule text, confidence real)
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000 ROWS 4
AS 'MODULE_PATHNAME', 'congress_events';
COMMENT ON FUNCTION congress_events(text, date) IS
	'congresses, conferences and sessions that an article reports or mentions';

CREATE FUNCTION congress_people(body text, ref date DEFAULT NULL)
RETURNS TABLE (
	name text, positions text[], roles text[],
	span_start integer, span_length integer, sentence integer, rule text, confidence real)
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000 ROWS 12
AS 'MODULE_PATHNAME', 'congress_people';
COMMENT ON FUNCTION congress_people(text, date) IS
	'people of the events, with their positions and what they do there';

CREATE FUNCTION congress_elections(body text, ref date DEFAULT NULL)
RETURNS TABLE (
	organ text, organisation text, ordinal integer, term_start integer, term_end integer,
	members integer, alternates integer, vacancies integer, person text, outcome text,
	votes_percent numeric,
	span_start integer, span_length integer, sentence integer, rule text, confidence real)
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000 ROWS 5
AS 'MODULE_PATHNAME', 'congress_elections';
COMMENT ON FUNCTION congress_elections(text, date) IS
	'bodies, delegations and posts that were or will be elected or filled';

CREATE FUNCTION congress_counts(body text, ref date DEFAULT NULL)
RETURNS TABLE (
	measure text, comparator text, value numeric, value_max numeric, unit text,
	span_start integer, span_length integer, sentence integer, rule text, confidence real)
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000 ROWS 4
AS 'MODULE_PATHNAME', 'congress_counts';
COMMENT ON FUNCTION congress_counts(text, date) IS
	'how many delegates, guests, members, organisations took part in or stand behind an event';

CREATE FUNCTION congress_indicators(body text, ref date DEFAULT NULL)
RETURNS TABLE (
	nature text, comparator text, value numeric, value_max numeric, unit text,
	subject text, achievement text, frequency text, period_start integer, period_end integer,
	span_start integer, span_length integer, sentence integer, rule text, confidence real)
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000 ROWS 8
AS 'MODULE_PATHNAME', 'congress_indicators';
COMMENT ON FUNCTION congress_indicators(text, date) IS
	'measured targets and results: a number with a unit, and what it is said of';

CREATE FUNCTION congress_rankings(body text, ref date DEFAULT NULL)
RETURNS TABLE (
	index_name text, rank integer, rank_max integer, nature text, scope text,
	year_start integer, year_end integer,
	span_start integer, span_length integer, sentence integer, rule text, confidence real)
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000 ROWS 1
AS 'MODULE_PATHNAME', 'congress_rankings';
COMMENT ON FUNCTION congress_rankings(text, date) IS
	'places in indexes such as PAPI and PCI, reached or aimed at';

CREATE FUNCTION congress_programme(body text, ref date DEFAULT NULL)
RETURNS TABLE (
	item text, count integer, field text,
	span_start integer, span_length integer, sentence integer, rule text, confidence real)
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000 ROWS 3
AS 'MODULE_PATHNAME', 'congress_programme';
COMMENT ON FUNCTION congress_programme(text, date) IS
	'counts of the items of a resolution, programme or report';

CREATE FUNCTION congress_statements(body text, ref date DEFAULT NULL)
RETURNS TABLE (
	kind text, content text,
	span_start integer, span_length integer, sentence integer, rule text, confidence real)
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000 ROWS 1
AS 'MODULE_PATHNAME', 'congress_statements';
COMMENT ON FUNCTION congress_statements(text, date) IS
	'motto, theme and general objective';

CREATE FUNCTION congress_facts(body text, ref date DEFAULT NULL)
RETURNS TABLE (
	kind text, subject text, predicate text, object text, comparator text,
	value numeric, value_max numeric, unit text, ordinal integer, term_start integer,
	term_end integer, date_start date, date_end date,
	span_start integer, span_length integer, sentence integer, rule text, confidence real)
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 4000 ROWS 36
AS 'MODULE_PATHNAME', 'congress_facts';
COMMENT ON FUNCTION congress_facts(text, date) IS
	'the facts of all relations but congress_article() as one, in the order of the text';

CREATE FUNCTION congress_explain(body text, ref date DEFAULT NULL)
RETURNS TABLE (
	content text, outcome text, reason text, instead text, kind text, fact integer,
	span_start integer, span_length integer, sentence integer, rule text, confidence real)
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 6000 ROWS 250
AS 'MODULE_PATHNAME', 'congress_explain';
COMMENT ON FUNCTION congress_explain(text, date) IS
	'every match of a rule in an article, and what became of it: a row of congress_facts(), or why not';
