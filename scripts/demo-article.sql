-- Load one article (psql variables: name, file) and show its facts: one table a
-- relation, without the columns that say where a fact was read.

\set body `cat :'file'`
\set gold `cat "$(dirname :'file')"/$(basename :'file' .txt).json 2>/dev/null || echo '{}'`

INSERT INTO press.article (name, published, body)
VALUES (:'name', (:'gold'::jsonb ->> 'ref')::date, :'body');

SELECT EXISTS (SELECT FROM congress_article(body, published)) AS has_article,
	NOT EXISTS (SELECT FROM congress_facts(body, published)) AS has_none,
	EXISTS (SELECT FROM congress_events(body, published)) AS has_events,
	EXISTS (SELECT FROM congress_people(body, published)) AS has_people,
	EXISTS (SELECT FROM congress_elections(body, published)) AS has_elections,
	EXISTS (SELECT FROM congress_counts(body, published)) AS has_counts,
	EXISTS (SELECT FROM congress_indicators(body, published)) AS has_indicators,
	EXISTS (SELECT FROM congress_rankings(body, published)) AS has_rankings,
	EXISTS (SELECT FROM congress_programme(body, published)) AS has_programme,
	EXISTS (SELECT FROM congress_statements(body, published)) AS has_statements
FROM press.article WHERE name = :'name' \gset

\pset format wrapped
\pset columns 132
\pset footer off

\echo
\echo ======== :name ========
\if :has_article
\pset title 'The page: congress_article(body, published)'
SELECT f.title, to_char(f.published, 'YYYY-MM-DD HH24:MI') AS published, array_to_string(f.authors, ', ') AS authors, f.agency
FROM press.article a, congress_article(a.body, a.published) f WHERE a.name = :'name';
\endif
\if :has_none
\echo It holds no facts.
\endif
\if :has_events
\pset title 'Events: congress_events(body, published)'
SELECT f.kind, f.organisation, f.ordinal, concat_ws('-', f.term_start, f.term_end) AS term, f.date_start, f.date_end, f.stage, f.reported
FROM press.article a, congress_events(a.body, a.published) f WHERE a.name = :'name';
\endif
\if :has_people
\pset title 'People: congress_people(body, published)'
SELECT f.name, array_to_string(f.positions, '; ') AS positions, array_to_string(f.roles, ', ') AS roles
FROM press.article a, congress_people(a.body, a.published) f WHERE a.name = :'name';
\endif
\if :has_elections
\pset title 'Elections: congress_elections(body, published)'
SELECT f.outcome, f.organ, f.organisation, f.ordinal, f.members, f.alternates, f.person
FROM press.article a, congress_elections(a.body, a.published) f WHERE a.name = :'name';
\endif
\if :has_counts
\pset title 'Who took part: congress_counts(body, published)'
SELECT f.measure, concat_ws(' ', f.comparator, concat_ws(' - ', f.value, f.value_max), f.unit) AS amount
FROM press.article a, congress_counts(a.body, a.published) f WHERE a.name = :'name';
\endif
\if :has_indicators
\pset title 'Targets and results: congress_indicators(body, published)'
SELECT f.nature, f.subject, f.achievement,
	concat_ws(' ', f.comparator, concat_ws(' - ', f.value, f.value_max), f.unit) AS amount, f.frequency,
	concat_ws('-', f.period_start, f.period_end) AS period
FROM press.article a, congress_indicators(a.body, a.published) f WHERE a.name = :'name';
\endif
\if :has_rankings
\pset title 'Rankings: congress_rankings(body, published)'
SELECT f.nature, f.index_name, f.rank, f.rank_max, f.scope, f.year_start, f.year_end
FROM press.article a, congress_rankings(a.body, a.published) f WHERE a.name = :'name';
\endif
\if :has_programme
\pset title 'Programme: congress_programme(body, published)'
SELECT f.count, f.item, f.field
FROM press.article a, congress_programme(a.body, a.published) f WHERE a.name = :'name';
\endif
\if :has_statements
\pset title 'Statements: congress_statements(body, published)'
SELECT f.kind, f.content
FROM press.article a, congress_statements(a.body, a.published) f WHERE a.name = :'name';
\endif
