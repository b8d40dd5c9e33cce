--
-- pipeline.sql
--	  Fact tables that follow a table of articles: attach, detach, backfill,
--	  refresh, and what is to be known of them.
--
-- What is attached stands in the definitions of ordinary objects (see
-- pipeline.c), and in no catalogue.  Functions in PL/pgSQL pin search_path to
-- pg_catalog; other functions of this extension they name by the schema that it
-- is in at that moment, for it may be moved.
--

-- ---- what the fact tables are made of -------------------------------------------

-- The columns of a fact table are those of the function.  The indexes are for
-- the usual questions: what of this organisation, who is this, when, where.
CREATE FUNCTION congress_relations()
RETURNS TABLE (relation text, function regprocedure, indexes text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10 ROWS 9
BEGIN ATOMIC
	SELECT r.relation, r.function, r.indexes
	FROM (VALUES
		('event', 'congress_events(text, date)'::regprocedure,
			ARRAY['organisation', 'date_start', 'province, term_start']),
		('person', 'congress_people(text, date)', ARRAY['name']),
		('election', 'congress_elections(text, date)', ARRAY['person', 'organisation']),
		('count', 'congress_counts(text, date)', '{}'),
		('indicator', 'congress_indicators(text, date)', '{}'),
		('ranking', 'congress_rankings(text, date)', ARRAY['index_name']),
		('programme', 'congress_programme(text, date)', '{}'),
		('statement', 'congress_statements(text, date)', '{}'),
		('article', 'congress_article(text, date)', ARRAY['published']))
		AS r (relation, function, indexes);
END;
COMMENT ON FUNCTION congress_relations() IS
	'the relations that can have a fact table, the function that each is read by, and its indexes';

CREATE FUNCTION congress_grammar_version() RETURNS text
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1
AS 'MODULE_PATHNAME', 'congress_grammar_version';
COMMENT ON FUNCTION congress_grammar_version() IS
	'the version of the extension and a hash of all that decides what is read';

CREATE FUNCTION congress_trigger() RETURNS trigger
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 1000
AS 'MODULE_PATHNAME', 'congress_trigger';
COMMENT ON FUNCTION congress_trigger() IS
	'keeps the fact tables of an attached table true; congress_attach() makes its triggers';

-- ---- what is attached --------------------------------------------------------------

CREATE FUNCTION congress_attached(article regclass,
	OUT key text[], OUT body text, OUT published text, OUT filter text, OUT min_confidence real)
LANGUAGE C STABLE STRICT PARALLEL RESTRICTED COST 100
AS 'MODULE_PATHNAME', 'congress_attached';
COMMENT ON FUNCTION congress_attached(regclass) IS
	'the columns that are read of an attached table, and the least confidence; nulls if it is not attached';

CREATE FUNCTION congress_tables(article regclass)
RETURNS TABLE (relation text, facts regclass, key text[], article_key text[])
LANGUAGE sql STABLE STRICT PARALLEL SAFE COST 1000 ROWS 11
BEGIN ATOMIC
	SELECT pg_catalog.substr(c.conname::text, 10), c.conrelid::regclass,
		ARRAY(SELECT a.attname::text FROM pg_catalog.unnest(c.conkey) WITH ORDINALITY k (attnum, i)
			JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum ORDER BY k.i),
		ARRAY(SELECT a.attname::text FROM pg_catalog.unnest(c.confkey) WITH ORDINALITY k (attnum, i)
			JOIN pg_catalog.pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.attnum ORDER BY k.i)
	FROM pg_catalog.pg_constraint c
	JOIN pg_catalog.pg_class f ON f.oid = c.conrelid
	JOIN pg_catalog.pg_class a ON a.oid = c.confrelid AND a.relowner = f.relowner
	WHERE c.confrelid = congress_tables.article AND c.contype = 'f' AND c.conparentid = 0
		AND (c.conname IN ('congress_reading', 'congress_error')
			OR c.conname IN (SELECT 'congress_' || r.relation FROM congress_relations() r))
	ORDER BY c.oid;
END;
COMMENT ON FUNCTION congress_tables(regclass) IS
	'the fact tables of an attached table, with their key columns and those of the article that they refer to';

-- ---- attach and detach -----------------------------------------------------------------

CREATE FUNCTION congress_attach(article regclass, key text[], body text, facts_schema text,
	published text DEFAULT NULL, relations text[] DEFAULT NULL, min_confidence real DEFAULT 0,
	filter text DEFAULT NULL, mode text DEFAULT 'row')
RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE COST 1000
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	ext text := (SELECT e.extnamespace::regnamespace FROM pg_extension e WHERE e.extname = 'congress_ext');
	trigger_function oid := (SELECT p.oid FROM pg_proc p JOIN pg_extension e ON e.extnamespace = p.pronamespace
		WHERE e.extname = 'congress_ext' AND p.proname = 'congress_trigger');
	tab pg_class;
	place text;						-- of the article table, quoted
	owner name;
	attached boolean;
	col record;
	rel record;
	known text[];
	fact_key text[];				-- columns of the key in a fact table
	key_columns text := '';			-- their definitions
	foreign_key text;
	columns text;
	changed text;
	persistence text := '';
	target text;
	definition text;
	n integer := 0;
BEGIN
	-- arguments
	IF article IS NULL OR key IS NULL OR body IS NULL OR facts_schema IS NULL OR min_confidence IS NULL OR mode IS NULL THEN
		RAISE EXCEPTION 'article, key, body, facts_schema, min_confidence and mode must not be null' USING ERRCODE = '22004';
	END IF;
	IF min_confidence NOT BETWEEN 0 AND 1 THEN
		RAISE EXCEPTION 'invalid value for "min_confidence": %', min_confidence
			USING ERRCODE = '22023', HINT = 'It is a number from 0 to 1.';
	END IF;
	IF mode NOT IN ('row', 'statement') THEN
		RAISE EXCEPTION 'invalid value for "mode": "%"', mode
			USING ERRCODE = '22023', HINT = 'It is "row" or "statement".';
	END IF;
	EXECUTE format('SELECT array_agg(r.relation) FROM %s.congress_relations() r', ext) INTO known;
	FOR col IN SELECT u.r FROM unnest(relations) u(r) WHERE u.r IS NULL OR NOT u.r = ANY (known) LOOP
		RAISE EXCEPTION 'there is no relation "%"', col.r
			USING ERRCODE = '22023', HINT = 'There are ' || array_to_string(known, ', ') || '.';
	END LOOP;

	-- the table
	SELECT * INTO tab FROM pg_class c WHERE c.oid = article;
	IF NOT FOUND THEN
		RAISE EXCEPTION 'there is no table with OID %', article::oid USING ERRCODE = '42P01';
	END IF;
	place := format('%I.%I', tab.relnamespace::regnamespace::name, tab.relname);
	owner := pg_get_userbyid(tab.relowner);
	IF tab.relkind NOT IN ('r', 'p') THEN
		RAISE EXCEPTION '% is no ordinary or partitioned table', article
			USING ERRCODE = '42809', DETAIL = 'Views and foreign tables tell nobody when their rows change.';
	END IF;
	IF NOT pg_has_role(tab.relowner, 'USAGE') THEN
		RAISE EXCEPTION 'must be owner of table %', article USING ERRCODE = '42501';
	END IF;
	IF tab.relpersistence = 't' THEN
		RAISE EXCEPTION '% is a temporary table', article USING ERRCODE = '42809';
	ELSIF tab.relpersistence = 'u' THEN
		persistence := 'UNLOGGED ';
	END IF;
	IF tab.relispartition THEN
		RAISE EXCEPTION '% is a partition', article
			USING ERRCODE = '42809', HINT = 'Attach the partitioned table that it belongs to.';
	END IF;
	IF tab.relkind = 'r' AND EXISTS (SELECT FROM pg_inherits i WHERE article IN (i.inhparent, i.inhrelid)) THEN
		RAISE EXCEPTION '% inherits, or is inherited from', article
			USING ERRCODE = '0A000', DETAIL = 'Foreign keys and triggers do not see rows of the other tables.';
	END IF;
	IF tab.relrowsecurity THEN
		RAISE EXCEPTION 'row-level security is enabled on table %', article
			USING ERRCODE = '0A000', DETAIL = 'The fact tables would show what its policies hide.';
	END IF;
	IF tab.relkind = 'p' AND mode = 'statement' THEN
		RAISE EXCEPTION 'a partitioned table cannot have mode "statement"'
			USING ERRCODE = '0A000', DETAIL = 'Its statement triggers do not see rows that are put into a partition directly.',
				HINT = 'Use mode "row".';
	END IF;
	EXECUTE format('SELECT EXISTS (SELECT FROM %s.congress_tables($1))', ext) INTO attached USING article;
	IF attached OR EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = article AND t.tgfoid = trigger_function) THEN
		RAISE EXCEPTION 'table % is attached already', article
			USING ERRCODE = '42710', HINT = 'Use congress_detach() before.';
	END IF;

	-- its columns
	FOR col IN
		SELECT u.what, u.name, a.attnum, a.atttypid::regtype AS type, a.attnotnull, u.types
		FROM (
			SELECT 'key' AS what, k.name, k.i, NULL::text[] AS types FROM unnest(key) WITH ORDINALITY k (name, i)
			UNION ALL VALUES ('body', body, 100, '{text,varchar,vntext}'::text[]),
				('published', published, 101, '{date,timestamp,timestamptz}'), ('filter', filter, 102, '{bool}')) u
		LEFT JOIN pg_attribute a ON a.attrelid = article AND a.attname = u.name AND a.attnum > 0 AND NOT a.attisdropped
		WHERE u.what = 'key' OR u.name IS NOT NULL
		ORDER BY u.i
	LOOP
		IF col.attnum IS NULL THEN
			RAISE EXCEPTION 'column "%" of table % does not exist', col.name, article
				USING ERRCODE = '42703', DETAIL = format('It was named as "%s".', col.what);
		END IF;
		IF col.what = 'key' AND NOT col.attnotnull THEN
			RAISE EXCEPTION 'column "%" of the key may be null', col.name
				USING ERRCODE = '42830', HINT = 'Use the primary key.';
		END IF;
		IF col.types IS NOT NULL AND NOT EXISTS (
			WITH RECURSIVE base AS (
				SELECT t.oid, t.typname, t.typbasetype, t.typnamespace FROM pg_type t WHERE t.oid = col.type
				UNION ALL
				SELECT t.oid, t.typname, t.typbasetype, t.typnamespace FROM pg_type t, base b WHERE t.oid = b.typbasetype)
			SELECT FROM base b
			WHERE b.typname = ANY (col.types) AND b.typnamespace::regnamespace::text IN ('pg_catalog', ext))
		THEN
			RAISE EXCEPTION 'column "%" cannot be the %: it has type %', col.name, col.what, col.type
				USING ERRCODE = '42804', HINT = 'Its type may be ' || array_to_string(col.types, ', ') || '.';
		END IF;
	END LOOP;
	IF cardinality(key) = 0 OR NOT EXISTS (
		SELECT FROM pg_index i
		WHERE i.indrelid = article AND i.indisunique AND i.indimmediate AND i.indisvalid
			AND i.indpred IS NULL AND i.indexprs IS NULL AND i.indnkeyatts = cardinality(key)
			AND (SELECT array_agg(a.attname::text ORDER BY a.attname) FROM pg_attribute a
				WHERE a.attrelid = article AND a.attnum = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1]))
				= (SELECT array_agg(u.k ORDER BY u.k::name) FROM unnest(key) u(k)))
	THEN
		RAISE EXCEPTION 'there is no unique constraint on the key (%) of table %', array_to_string(key, ', '), article
			USING ERRCODE = '42830', HINT = 'Use the primary key.';
	END IF;

	-- the key in the fact tables
	SELECT array_agg(CASE WHEN octet_length(k.name) <= 55 THEN 'article_' || k.name ELSE 'article_key' || k.i END ORDER BY k.i)
		INTO fact_key FROM unnest(key) WITH ORDINALITY k (name, i);
	SELECT string_agg(format('%I %s%s NOT NULL, ', fact_key[k.i], format_type(a.atttypid, a.atttypmod),
			CASE WHEN a.attcollation <> t.typcollation
				THEN format(' COLLATE %I.%I', c.collnamespace::regnamespace::name, c.collname) END), '' ORDER BY k.i)
		INTO key_columns
		FROM unnest(key) WITH ORDINALITY k (name, i)
		JOIN pg_attribute a ON a.attrelid = article AND a.attname = k.name
		JOIN pg_type t ON t.oid = a.atttypid
		LEFT JOIN pg_collation c ON c.oid = a.attcollation;
	foreign_key := format('FOREIGN KEY (%s) REFERENCES %s (%s) ON UPDATE CASCADE ON DELETE CASCADE',
		(SELECT string_agg(quote_ident(u.k), ', ' ORDER BY u.i) FROM unnest(fact_key) WITH ORDINALITY u (k, i)), place,
		(SELECT string_agg(quote_ident(u.k), ', ' ORDER BY u.i) FROM unnest(key) WITH ORDINALITY u (k, i)));

	-- the schema and the tables
	IF to_regnamespace(quote_ident(facts_schema)) IS NULL THEN
		EXECUTE format('CREATE SCHEMA %I', facts_schema);
		IF owner <> current_user THEN
			EXECUTE format('ALTER SCHEMA %I OWNER TO %I', facts_schema, owner);
		END IF;
	END IF;
	FOR rel IN EXECUTE format(
		'SELECT r.relation AS name, r.indexes, p.proargnames AS names, p.proallargtypes AS types, p.proargmodes AS modes,
			obj_description(p.oid, ''pg_proc'') AS comment, r.i
		FROM %s.congress_relations() WITH ORDINALITY r (relation, function, indexes, i) JOIN pg_proc p ON p.oid = r.function
		WHERE $1 IS NULL OR r.relation = ANY ($1)
		UNION ALL SELECT t.name, ''{}'', NULL, NULL, NULL, t.comment, 100
		FROM (VALUES (''reading'', ''articles that have been read''),
			(''error'', ''articles that could not be read, and why'')) t (name, comment)
		ORDER BY i', ext) USING relations
	LOOP
		target := format('%I.%I', facts_schema, rel.name);
		IF to_regclass(target) IS NOT NULL THEN
			RAISE EXCEPTION 'relation % already exists', target
				USING ERRCODE = '42P07', HINT = 'Choose another schema for the facts, or drop the table.';
		END IF;
		CASE rel.name
			WHEN 'reading' THEN
				columns := key_columns || 'grammar_version text NOT NULL, facts integer NOT NULL, read_at timestamptz NOT NULL';
				definition := '';
			WHEN 'error' THEN
				columns := key_columns || 'grammar_version text NOT NULL, sqlstate text NOT NULL, message text NOT NULL, failed_at timestamptz NOT NULL';
				definition := '';
			ELSE
				SELECT key_columns || 'fact_no integer NOT NULL, '
						|| string_agg(format('%I %s', rel.names[u.i], format_type(rel.types[u.i], NULL)), ', ' ORDER BY u.i)
						|| ', grammar_version text NOT NULL, reviewed boolean NOT NULL DEFAULT false'
					INTO columns FROM generate_subscripts(rel.types, 1) u(i) WHERE rel.modes[u.i] = 't';
				definition := ', fact_no';
		END CASE;
		EXECUTE format('CREATE %sTABLE %s (%s, PRIMARY KEY (%s%s), CONSTRAINT %I %s)', persistence, target, columns,
			(SELECT string_agg(quote_ident(u.k), ', ' ORDER BY u.i) FROM unnest(fact_key) WITH ORDINALITY u (k, i)),
			definition, 'congress_' || rel.name, foreign_key);
		FOREACH definition IN ARRAY rel.indexes LOOP
			EXECUTE format('CREATE INDEX ON %s (%s)', target, definition);
		END LOOP;
		EXECUTE format('COMMENT ON TABLE %s IS %L', target, rel.comment);
		FOR col IN EXECUTE format('SELECT a.attname AS name, d.english
			FROM %s.congress_dictionary d JOIN pg_attribute a ON a.attrelid = $1 AND a.attname = d.column_name
			WHERE d.relation IN ($2, ''*'')', ext) USING target::regclass, rel.name
		LOOP
			EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', target, col.name, col.english);
		END LOOP;
		FOR n IN 1 .. cardinality(key) LOOP
			EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', target, fact_key[n], format('%s of the article', key[n]));
		END LOOP;
		IF owner <> current_user THEN
			EXECUTE format('ALTER TABLE %s OWNER TO %I', target, owner);
		END IF;
	END LOOP;

	-- the triggers
	SELECT string_agg(CASE WHEN u.name = body
			THEN format('(OLD.%1$I)::text COLLATE "C" IS DISTINCT FROM (NEW.%1$I)::text COLLATE "C"', u.name)
			ELSE format('OLD.%1$I IS DISTINCT FROM NEW.%1$I', u.name) END, ' OR ')
		INTO changed FROM unnest(ARRAY[body, published, filter]) u(name) WHERE u.name IS NOT NULL;
	IF mode = 'row' THEN
		EXECUTE format('CREATE TRIGGER congress_insert AFTER INSERT ON %s FOR EACH ROW %s EXECUTE FUNCTION %s.congress_trigger()',
			place, CASE WHEN filter IS NOT NULL THEN format('WHEN (NEW.%I)', filter) END, ext);
	ELSE
		EXECUTE format('CREATE TRIGGER congress_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS congress_new FOR EACH STATEMENT EXECUTE FUNCTION %s.congress_trigger()',
			place, ext);
	END IF;
	EXECUTE format('CREATE TRIGGER congress_update AFTER UPDATE ON %s FOR EACH ROW WHEN (%s) EXECUTE FUNCTION %s.congress_trigger(%L)',
		place, changed, ext, min_confidence);
	IF tab.relkind = 'p' THEN
		EXECUTE format('CREATE TRIGGER congress_delete AFTER DELETE ON %s FOR EACH ROW EXECUTE FUNCTION %s.congress_trigger()',
			place, ext);
	END IF;
END
$$;
COMMENT ON FUNCTION congress_attach(regclass, text[], text, text, text, text[], real, text, text) IS
	'make fact tables for a table of articles, and triggers that keep them true';

CREATE FUNCTION congress_attach(article regclass, key text, body text, facts_schema text,
	published text DEFAULT NULL, relations text[] DEFAULT NULL, min_confidence real DEFAULT 0,
	filter text DEFAULT NULL, mode text DEFAULT 'row')
RETURNS void
LANGUAGE sql VOLATILE PARALLEL UNSAFE COST 1000
BEGIN ATOMIC
	SELECT congress_attach($1, ARRAY[$2], $3, $4, $5, $6, $7, $8, $9);
END;
COMMENT ON FUNCTION congress_attach(regclass, text, text, text, text, text[], real, text, text) IS
	'the same for a key of one column';

CREATE FUNCTION congress_detach(article regclass, drop_tables boolean DEFAULT false)
RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE COST 1000
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	ext text := (SELECT e.extnamespace::regnamespace FROM pg_extension e WHERE e.extname = 'congress_ext');
	trigger_function oid := (SELECT p.oid FROM pg_proc p JOIN pg_extension e ON e.extnamespace = p.pronamespace
		WHERE e.extname = 'congress_ext' AND p.proname = 'congress_trigger');
	place text;
	item record;
	attached boolean := false;
BEGIN
	IF article IS NULL OR drop_tables IS NULL THEN
		RAISE EXCEPTION 'article and drop_tables must not be null' USING ERRCODE = '22004';
	END IF;
	SELECT format('%I.%I', c.relnamespace::regnamespace::name, c.relname) INTO place
		FROM pg_class c WHERE c.oid = article AND pg_has_role(c.relowner, 'USAGE');
	IF place IS NULL THEN
		RAISE EXCEPTION 'must be owner of table %', article USING ERRCODE = '42501';
	END IF;
	FOR item IN SELECT t.tgname AS name FROM pg_trigger t
		WHERE t.tgrelid = article AND t.tgparentid = 0 AND t.tgfoid = trigger_function
	LOOP
		EXECUTE format('DROP TRIGGER %I ON %s', item.name, place);
		attached := true;
	END LOOP;
	-- the tables are there without triggers if the extension was dropped meanwhile
	IF drop_tables THEN
		EXECUTE format('SELECT %s.congress_drop_views($1)', ext) USING article;
	END IF;
	FOR item IN EXECUTE format('SELECT t.relation, t.facts FROM %s.congress_tables($1) t', ext) USING article LOOP
		IF drop_tables THEN
			EXECUTE format('DROP TABLE %s', item.facts);
		ELSE
			-- by another name it is no table of the pipeline, so one can attach again
			EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', item.facts, 'congress_' || item.relation, 'detached_' || item.relation);
		END IF;
		attached := true;
	END LOOP;
	IF NOT attached THEN
		RAISE EXCEPTION 'table % is not attached', article USING ERRCODE = '55000';
	END IF;
END
$$;
COMMENT ON FUNCTION congress_detach(regclass, boolean) IS
	'take the triggers of congress_attach() away, and the fact tables with their views if so wished';

-- ---- backfill and refresh ----------------------------------------------------------------

CREATE PROCEDURE congress_backfill(article regclass, batch integer DEFAULT 1000)
LANGUAGE C
AS 'MODULE_PATHNAME', 'congress_backfill';
COMMENT ON PROCEDURE congress_backfill(regclass, integer) IS
	'read the articles of an attached table that have not been read, a transaction a batch';

CREATE PROCEDURE congress_refresh(article regclass, batch integer DEFAULT 1000)
LANGUAGE C
AS 'MODULE_PATHNAME', 'congress_refresh';
COMMENT ON PROCEDURE congress_refresh(regclass, integer) IS
	'read again the articles that were read by another version of the grammar';

-- Of interest while it runs only, so it need not outlive a crash and is not
-- replicated.  The procedures write to it as its owner.  A session that is at a
-- run is always in a transaction, so it holds the lock on its number.
CREATE UNLOGGED TABLE congress_run (
	id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	article regclass NOT NULL,
	kind text NOT NULL,
	pid integer NOT NULL,
	started_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
	updated_at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
	finished_at timestamptz,
	articles bigint NOT NULL DEFAULT 0,
	facts bigint NOT NULL DEFAULT 0,
	failed bigint NOT NULL DEFAULT 0,
	waiting bigint NOT NULL);
COMMENT ON SEQUENCE congress_run_id_seq IS 'numbers of runs';
COMMENT ON TABLE congress_run IS 'runs of congress_backfill() and congress_refresh(); look at congress_progress';

CREATE VIEW congress_progress AS
SELECT r.article, r.kind, r.pid,
	CASE WHEN r.finished_at IS NOT NULL THEN 'complete'
		WHEN r.pid <> pg_catalog.pg_backend_pid() AND EXISTS (
			SELECT FROM pg_catalog.pg_locks l WHERE l.locktype = 'virtualxid' AND l.pid = r.pid) THEN 'running'
		ELSE 'stopped' END AS state,
	r.started_at, r.updated_at, r.finished_at, r.articles, r.facts, r.failed, r.waiting,
	pg_catalog.round((r.articles / GREATEST(EXTRACT(epoch FROM r.updated_at - r.started_at), 0.001))::numeric, 1) AS articles_per_second
FROM congress_run r
WHERE pg_catalog.has_table_privilege(r.article, 'SELECT');
COMMENT ON VIEW congress_progress IS 'how far each run of congress_backfill() and congress_refresh() is, for tables that one may read';
GRANT SELECT ON congress_progress TO PUBLIC;

-- ---- versions and reviewed rows ------------------------------------------------------------

CREATE FUNCTION congress_stale(article regclass)
RETURNS TABLE (key text[], grammar_version text, read_at timestamptz)
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED COST 1000 ROWS 1000
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	ext text := (SELECT e.extnamespace::regnamespace FROM pg_extension e WHERE e.extname = 'congress_ext');
	query text;
BEGIN
	EXECUTE format('SELECT string_agg(format(
			''SELECT ARRAY[%%s], t.grammar_version, t.%%I FROM %%s t WHERE t.grammar_version <> $1'',
			(SELECT string_agg(format(''t.%%I::text'', k.name), '', '' ORDER BY k.i) FROM unnest(f.key) WITH ORDINALITY k (name, i)),
			CASE f.relation WHEN ''reading'' THEN ''read_at'' ELSE ''failed_at'' END, f.facts), '' UNION ALL '')
		FROM %s.congress_tables($1) f WHERE f.relation IN (''reading'', ''error'')', ext) INTO query USING article;
	IF query IS NULL THEN
		RAISE EXCEPTION 'table % is not attached', article USING ERRCODE = '55000', HINT = 'Use congress_attach().';
	END IF;
	RETURN QUERY EXECUTE format('SELECT * FROM (%s) s ORDER BY 1', replace(query, '$1', format('%s.congress_grammar_version()', ext)));
END
$$;
COMMENT ON FUNCTION congress_stale(regclass) IS
	'articles that were read, or could not be read, by another version of the grammar than this one';

CREATE FUNCTION congress_stands_for(numbers integer[], starts integer[], lengths integer[],
	span_starts integer[], span_lengths integer[]) RETURNS integer[]
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10
AS 'MODULE_PATHNAME', 'congress_stands_for';
COMMENT ON FUNCTION congress_stands_for(integer[], integer[], integer[], integer[], integer[]) IS
	'for each reviewed row, by number and span, the place of the row read now that it stands for; null if none';

CREATE FUNCTION congress_differences(article regclass)
RETURNS TABLE (relation text, key text[], fact_no integer, column_name text, reviewed text, read text)
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED COST 1000 ROWS 100
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
	ext text := (SELECT e.extnamespace::regnamespace FROM pg_extension e WHERE e.extname = 'congress_ext');
	place text := (SELECT format('%I.%I', c.relnamespace::regnamespace::name, c.relname) FROM pg_class c WHERE c.oid = article);
	how record;
	rel record;
	day text;
BEGIN
	EXECUTE format('SELECT * FROM %s.congress_attached($1)', ext) INTO how USING article;
	IF how.body IS NULL THEN
		RAISE EXCEPTION 'table % is not attached', article USING ERRCODE = '55000', HINT = 'Use congress_attach().';
	END IF;
	-- as pipeline_write.c takes it
	SELECT CASE WHEN a.atttypid = 'timestamptz'::regtype THEN format('(a.%I AT TIME ZONE interval ''7 hours'')::date', a.attname)
			ELSE format('a.%I::date', a.attname) END
		INTO day FROM pg_attribute a WHERE a.attrelid = article AND a.attname = how.published;
	FOR rel IN EXECUTE format('SELECT t.relation, t.facts, t.key, t.article_key, r.function::oid::regproc AS function, p.proargnames AS names, p.proargmodes AS modes
		FROM %1$s.congress_tables($1) t JOIN %1$s.congress_relations() r USING (relation) JOIN pg_proc p ON p.oid = r.function', ext) USING article
	LOOP
		RETURN QUERY EXECUTE format($query$
			SELECT %L::text, g.key, g.numbers[i.i], c.name, (g.rows[i.i]) ->> c.name, (n.rows[s.place[i.i]]) ->> c.name
			FROM (
				SELECT ARRAY[%s] AS key, array_agg(t.fact_no ORDER BY t.fact_no) AS numbers,
					array_agg(COALESCE(t.span_start, 0) ORDER BY t.fact_no) AS starts,
					array_agg(COALESCE(t.span_length, 0) ORDER BY t.fact_no) AS lengths,
					array_agg(to_jsonb(t) ORDER BY t.fact_no) AS rows, %s
				FROM %s t WHERE t.reviewed GROUP BY %s) g
			JOIN %s a ON %s
			CROSS JOIN LATERAL (
				SELECT COALESCE(array_agg(f.span_start ORDER BY f.ordinality), '{}') AS starts,
					COALESCE(array_agg(f.span_length ORDER BY f.ordinality), '{}') AS lengths,
					array_agg(to_jsonb(f) ORDER BY f.ordinality) AS rows
				FROM %s(a.%I::text, %s) WITH ORDINALITY f WHERE f.confidence >= %L::real) n
			CROSS JOIN LATERAL (SELECT %s.congress_stands_for(g.numbers, g.starts, g.lengths, n.starts, n.lengths) AS place) s
			CROSS JOIN LATERAL generate_subscripts(g.numbers, 1) i (i)
			LEFT JOIN unnest(%L::text[]) c (name)
				ON s.place[i.i] IS NOT NULL AND (g.rows[i.i] -> c.name) IS DISTINCT FROM (n.rows[s.place[i.i]] -> c.name) AND g.rows[i.i] ? c.name
			WHERE s.place[i.i] IS NULL OR c.name IS NOT NULL
			ORDER BY 2, 3, 4 $query$,
			rel.relation,
			(SELECT string_agg(format('t.%I::text', k.name), ', ' ORDER BY k.i) FROM unnest(rel.key) WITH ORDINALITY k (name, i)),
			(SELECT string_agg(format('t.%I AS key%s', k.name, k.i), ', ' ORDER BY k.i) FROM unnest(rel.key) WITH ORDINALITY k (name, i)),
			rel.facts,
			(SELECT string_agg(format('t.%I', k.name), ', ' ORDER BY k.i) FROM unnest(rel.key) WITH ORDINALITY k (name, i)),
			place,
			(SELECT string_agg(format('a.%I = g.key%s', k.name, k.i), ' AND ' ORDER BY k.i) FROM unnest(rel.article_key) WITH ORDINALITY k (name, i)),
			rel.function, how.body, COALESCE(day, 'NULL'), how.min_confidence, ext,
			(SELECT array_agg(rel.names[u.i] ORDER BY u.i) FROM generate_subscripts(rel.names, 1) u(i)
				WHERE rel.modes[u.i] = 't' AND rel.names[u.i] NOT IN ('span_start', 'span_length', 'sentence', 'rule', 'confidence')));
	END LOOP;
END
$$;
COMMENT ON FUNCTION congress_differences(regclass) IS
	'where reviewed rows differ from what is read now: a row a column, or one without a column if nothing is read there any more';
