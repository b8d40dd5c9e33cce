-- Attach the example articles to fact tables, read them, and show two of the
-- views that a chart would be drawn from.

\pset format wrapped
\pset columns 132
\pset footer off
\pset title

\echo
\echo ======== The pipeline: fact tables that follow press.article ========
\echo
\echo SELECT congress_attach('''press.article''', key => '''id''', body => '''body''', published => '''published''', facts_schema => '''press_facts''');
SELECT congress_attach('press.article', key => 'id', body => 'body', published => 'published', facts_schema => 'press_facts') \g /dev/null
\echo CALL congress_backfill('''press.article''');
CALL congress_backfill('press.article');
SELECT articles, facts, failed, articles_per_second FROM congress_progress;
\echo SELECT congress_create_views('''press.article''');
SELECT congress_create_views('press.article') \g /dev/null
\echo
\pset title 'press_facts.calendar: the congresses, with the province that it is since 1 July 2025'
SELECT organisation, province, province_2025, ordinal, term, date_start, articles
FROM press_facts.calendar
WHERE kind = 'congress' AND date_start IS NOT NULL
ORDER BY date_start DESC, organisation LIMIT 15;
\pset title 'press_facts.province_summary'
SELECT * FROM press_facts.province_summary ORDER BY articles DESC, province LIMIT 10;
