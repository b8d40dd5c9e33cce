--
-- pipeline_views.sql
--	  Views over the fact tables for charts and reports: plain columns of
--	  built-in types, no key of the article, comments from the dictionary.
--
-- The text of each view stands in congress_view_definitions() with the names of
-- the fact tables in braces: {event} is the table "event" with the key of the
-- article as one column "article", which can be compared and counted; {day} is
-- the day of each article.  A view is made if all the tables that it names are
-- there.
--

CREATE FUNCTION congress_view_definitions()
RETURNS TABLE (name text, description text, definition text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10 ROWS 6
BEGIN ATOMIC
	SELECT v.name, v.description, v.definition FROM (VALUES
	('calendar', 'congresses, and other events that an article reports', $$
		SELECT e.organisation, e.kind, max(e.level) AS level, max(e.province) AS province,
			{ext}.congress_province_2025(max(e.province)) AS province_2025, e.ordinal,
			max(e.term_start) || '-' || max(e.term_end) AS term,
			min(COALESCE(e.date_start, e.date_end)) AS date_start, max(COALESCE(e.date_end, e.date_start)) AS date_end,
			count(DISTINCT e.article) AS articles
		FROM {event} e
		WHERE e.organisation IS NOT NULL AND (e.reported OR e.kind = 'congress')
		GROUP BY e.organisation, e.kind, e.ordinal, CASE WHEN e.ordinal IS NULL THEN e.term_start END$$),
	('who_is_who', 'persons with their posts, where, and when they were first and last seen with them', $$
		SELECT p.name AS person, u.post, o.organisation, min(d.day) AS first_seen, max(d.day) AS last_seen,
			count(DISTINCT p.article) AS articles
		FROM {person} p
		LEFT JOIN LATERAL unnest(p.positions) u (post) ON true
		LEFT JOIN (SELECT e.article, min(e.organisation) AS organisation FROM {event} e WHERE e.reported
			GROUP BY e.article HAVING count(DISTINCT e.organisation) = 1) o ON o.article = p.article
		LEFT JOIN {day} d ON d.article = p.article
		GROUP BY p.name, u.post, o.organisation$$),
	('election_change', 'who and how many were elected, next to the term before', $$
		SELECT t.organ, t.organisation, t.ordinal, t.term_start || '-' || t.term_end AS term, t.person, t.members,
			lag(t.members) OVER before AS previous_members,
			t.members - lag(t.members) OVER before AS members_change,
			lag(t.person) OVER before AS previous_person,
			t.person = lag(t.person) OVER before AS same_person
		FROM (SELECT e.organ, e.organisation, max(e.ordinal) AS ordinal, e.term_start, e.term_end, max(e.members) AS members,
				CASE WHEN count(DISTINCT e.person) = 1 THEN min(e.person) END AS person
			FROM {election} e
			WHERE e.outcome IN ('elected', 'reelected', 'appointed') AND e.organisation IS NOT NULL AND e.term_start IS NOT NULL
			GROUP BY e.organ, e.organisation, e.term_start, e.term_end) t
		WINDOW before AS (PARTITION BY t.organ, t.organisation ORDER BY t.term_start, t.term_end)$$),
	('target_result', 'targets and results of the same thing, year by year', $$
		SELECT o.organisation, i.subject, i.achievement, i.unit, COALESCE(i.period_end, i.period_start) AS year,
			trim_scale(round(avg(i.value) FILTER (WHERE i.nature = 'target'), 4)) AS target,
			trim_scale(round(avg(i.value) FILTER (WHERE i.nature = 'result'), 4)) AS result,
			trim_scale(round(avg(i.value) FILTER (WHERE i.nature = 'result') - avg(i.value) FILTER (WHERE i.nature = 'target'), 4)) AS difference,
			count(DISTINCT i.article) AS articles
		FROM {indicator} i
		LEFT JOIN (SELECT e.article, min(e.organisation) AS organisation FROM {event} e WHERE e.reported
			GROUP BY e.article HAVING count(DISTINCT e.organisation) = 1) o ON o.article = i.article
		GROUP BY o.organisation, i.subject, i.achievement, i.unit, COALESCE(i.period_end, i.period_start)$$),
	('province_summary', 'events, targets and results by the provinces since 1 July 2025', $$
		WITH e AS (
			SELECT e.article, e.province AS former, {ext}.congress_province_2025(e.province) AS province, e.kind,
				e.organisation, e.ordinal, e.term_start, COALESCE(e.date_start, e.date_end) AS first, COALESCE(e.date_end, e.date_start) AS last
			FROM {event} e WHERE e.province IS NOT NULL),
		i AS (
			SELECT p.province, count(*) FILTER (WHERE i.nature = 'target') AS targets, count(*) FILTER (WHERE i.nature = 'result') AS results
			FROM {indicator} i JOIN (SELECT DISTINCT e.article, e.province FROM e) p ON p.article = i.article
			GROUP BY p.province)
		SELECT e.province, string_agg(DISTINCT e.former, ', ') AS former_provinces, count(DISTINCT e.article) AS articles,
			count(DISTINCT (e.organisation, e.ordinal, e.term_start)) FILTER (WHERE e.kind = 'congress') AS congresses,
			min(e.first) AS first_date, max(e.last) AS last_date,
			COALESCE(i.targets, 0) AS targets, COALESCE(i.results, 0) AS results
		FROM e LEFT JOIN i ON i.province = e.province
		GROUP BY e.province, i.targets, i.results$$),
	('monthly_count', 'what was published in each month', $$
		SELECT date_trunc('month', d.day)::date AS month, count(*) AS articles,
			COALESCE(sum(e.n), 0)::bigint AS events, COALESCE(sum(p.n), 0)::bigint AS people,
			COALESCE(sum(l.n), 0)::bigint AS elections, COALESCE(sum(i.n), 0)::bigint AS indicators
		FROM {day} d
		LEFT JOIN (SELECT f.article, count(*) AS n FROM {event} f WHERE f.reported GROUP BY f.article) e ON e.article = d.article
		LEFT JOIN (SELECT f.article, count(*) AS n FROM {person} f GROUP BY f.article) p ON p.article = d.article
		LEFT JOIN (SELECT f.article, count(*) AS n FROM {election} f GROUP BY f.article) l ON l.article = d.article
		LEFT JOIN (SELECT f.article, count(*) AS n FROM {indicator} f GROUP BY f.article) i ON i.article = d.article
		GROUP BY date_trunc('month', d.day)$$))
	AS v (name, description, definition);
END;
COMMENT ON FUNCTION congress_view_definitions() IS
	'the views of congress_create_views(), with the fact tables that they read in braces';

CREATE FUNCTION congress_create_views(article regclass, views_schema text DEFAULT NULL) RETURNS SETOF text
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE COST 1000 ROWS 6
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	ext text := (SELECT e.extnamespace::regnamespace FROM pg_extension e WHERE e.extname = 'congress_ext');
	tab pg_class := (SELECT c FROM pg_class c WHERE c.oid = article);
	owner name := pg_get_userbyid(tab.relowner);
	how record;
	item record;
	col record;
	parts jsonb := '{}';			-- what stands for a name in braces
	reading record;
	day text := '';
	part text;
	query text;
	target text;
BEGIN
	EXECUTE format('SELECT * FROM %s.congress_attached($1)', ext) INTO how USING article;
	IF how.body IS NULL THEN
		RAISE EXCEPTION 'table % is not attached', article USING ERRCODE = '55000', HINT = 'Use congress_attach().';
	END IF;
	IF NOT pg_has_role(tab.relowner, 'USAGE') THEN
		RAISE EXCEPTION 'must be owner of table %', article USING ERRCODE = '42501';
	END IF;
	FOR item IN EXECUTE format('SELECT t.relation, t.facts, t.article_key,
			(SELECT string_agg(format(''t.%%I'', k.name), '', '' ORDER BY k.i) FROM unnest(t.key) WITH ORDINALITY k (name, i)) AS key
		FROM %s.congress_tables($1) t', ext) USING article
	LOOP
		parts := parts || jsonb_build_object(item.relation, format('(SELECT t.*, %s(%s) AS article FROM %s t)',
			CASE WHEN cardinality(item.article_key) > 1 THEN 'ROW' END, item.key, item.facts));
		IF item.relation = 'reading' THEN
			reading := item;
			views_schema := COALESCE(views_schema, (SELECT c.relnamespace::regnamespace::name FROM pg_class c WHERE c.oid = item.facts));
		END IF;
	END LOOP;

	-- the day of an article: of its table, else as it says itself
	SELECT CASE WHEN a.atttypid = 'timestamptz'::regtype THEN format('(a.%I AT TIME ZONE interval ''7 hours'')::date, ', a.attname)
			ELSE format('a.%I::date, ', a.attname) END
		INTO day FROM pg_attribute a WHERE a.attrelid = article AND a.attname = how.published;
	parts := parts || jsonb_build_object('ext', ext, 'day', format(
		'(SELECT r.article, COALESCE(%s%s) AS day FROM %s r JOIN (SELECT t.*, %s(%s) AS article FROM %s t) a ON a.article = r.article %s WHERE r.facts > 0)',
		day, CASE WHEN parts ? 'article' THEN 'f.published::date' ELSE 'NULL::date' END, parts ->> 'reading',
		CASE WHEN cardinality(how.key) > 1 THEN 'ROW' END,
		(SELECT string_agg(format('t.%I', k.name), ', ' ORDER BY k.i) FROM unnest(reading.article_key) WITH ORDINALITY k (name, i)),
		format('%I.%I', tab.relnamespace::regnamespace::name, tab.relname),
		CASE WHEN parts ? 'article' THEN format('LEFT JOIN %s f ON f.article = r.article', parts ->> 'article') END));

	FOR item IN EXECUTE format('SELECT v.name, v.description, v.definition FROM %s.congress_view_definitions() v', ext) LOOP
		query := item.definition;
		FOR part IN SELECT DISTINCT m.m[1] FROM regexp_matches(item.definition, '\{(\w+)\}', 'g') m (m) LOOP
			query := replace(query, '{' || part || '}', parts ->> part);
		END LOOP;
		CONTINUE WHEN query IS NULL;
		target := format('%I.%I', views_schema, item.name);
		EXECUTE format('CREATE VIEW %s AS %s', target, query);
		EXECUTE format('COMMENT ON VIEW %s IS %L', target, item.description);
		FOR col IN EXECUTE format('SELECT d.column_name AS name, d.english FROM %s.congress_dictionary d WHERE d.relation = $1', ext) USING item.name LOOP
			EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', target, col.name, col.english);
		END LOOP;
		IF owner <> current_user THEN
			EXECUTE format('ALTER VIEW %s OWNER TO %I', target, owner);
		END IF;
		RETURN NEXT target;
	END LOOP;
END
$$;
COMMENT ON FUNCTION congress_create_views(regclass, text) IS
	'make views for charts and reports over the fact tables of an attached table; their names';

CREATE FUNCTION congress_drop_views(article regclass) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE COST 1000
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	ext text := (SELECT e.extnamespace::regnamespace FROM pg_extension e WHERE e.extname = 'congress_ext');
	item record;
BEGIN
	FOR item IN EXECUTE format('SELECT DISTINCT v.oid::regclass AS name
		FROM %1$s.congress_tables($1) t
		JOIN pg_depend d ON d.refclassid = ''pg_class''::regclass AND d.refobjid = t.facts AND d.classid = ''pg_rewrite''::regclass
		JOIN pg_rewrite r ON r.oid = d.objid
		JOIN pg_class v ON v.oid = r.ev_class AND v.relkind = ''v''
		JOIN pg_class f ON f.oid = t.facts AND f.relowner = v.relowner
		JOIN %1$s.congress_view_definitions() n ON n.name = v.relname', ext) USING article
	LOOP
		EXECUTE format('DROP VIEW %s', item.name);
	END LOOP;
END
$$;
COMMENT ON FUNCTION congress_drop_views(regclass) IS 'drop the views of congress_create_views()';
