/*-------------------------------------------------------------------------
 *
 * pipeline_backfill.c
 *	  The procedures that read the articles which are there already.
 *
 * congress_backfill() reads those that have no row in the tables "reading" and
 * "error", congress_refresh() those whose row is of another version of the
 * grammar.  So what is to be done is known from the tables themselves at any
 * time, and nothing has to be remembered for going on after a stop.
 *
 * A batch is a transaction.  It locks the next articles in the order of their
 * key, without waiting (SKIP LOCKED), looks again whether each has been read,
 * and writes the facts.  Sessions that run at a time thus share the work, and
 * none of them waits while it holds a lock.  When no more is to be had that way,
 * what other sessions had locked is gone through, one article a transaction:
 * wait for it, and read it if the other session did not.
 *
 * If a batch fails by something that is about an article, it is done again one
 * article after the other, each in a subtransaction, and the error of one goes
 * to the table "error".
 *
 * How far a run is stands in the table congress_run, written as its owner, so
 * whoever runs a backfill needs no right to it.
 *
 *-------------------------------------------------------------------------
 */
#include "pipeline.h"

#include "access/genam.h"
#include "access/table.h"
#include "access/xact.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "nodes/parsenodes.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"
#include "utils/syscache.h"
#include "utils/timestamp.h"
#include "utils/typcache.h"

#define MAX_BATCH	100000		/* articles; all of a batch are in memory */

typedef enum Kind
{
	BACKFILL,					/* articles that have not been read */
	REFRESH						/* those read by another version of the
								 * grammar */
} Kind;

static const char *const kind_names[] = {"backfill", "refresh"};

/* A run of a procedure, and how far it is. */
typedef struct Run
{
	Oid			relid;
	Kind		kind;
	Oid			schema;			/* of the extension */
	int64		id;				/* in congress_run */
	TimestampTz started;
	int64		articles,
				facts,
				failed;
	int64		waiting;		/* articles, when it began */
	int64		before;			/* articles of other runs, when it began */
	int64		left;			/* articles that wait now, about */
	bool		waited;			/* has gone back for what was locked */
	bool		has_after;
	char	   *after[CX_MAX_KEYS]; /* key of the last article, as text */
	MemoryContext context;		/* that outlives transactions */
} Run;

/* ---- queries --------------------------------------------------------------------------- */

static const char *
article_column(const CxPipeline *p, AttrNumber attno)
{
	return psprintf("a.%s", quote_identifier(get_attname(p->root, attno, false)));
}

static const char *
key_operator(const CxPipeline *p, int i, int strategy)
{
	TypeCacheEntry *type = lookup_type_cache(p->key_type[i], TYPECACHE_BTREE_OPFAMILY);
	Oid			operator = get_opfamily_member(type->btree_opf, type->btree_opintype, type->btree_opintype, strategy);

	if (!OidIsValid(operator))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_FUNCTION),
				 errmsg("type %s of the key has no order", format_type_be(p->key_type[i]))));
	return cx_quoted_operator(operator);
}

/* Column i of the key as parameter, an array of texts. */
static const char *
key_parameter(const CxPipeline *p, int i)
{
	return psprintf("($1)[%d]::%s", i + 1,
					format_type_extended(p->key_type[i], -1, FORMAT_TYPE_TYPEMOD_GIVEN | FORMAT_TYPE_FORCE_QUALIFY));
}

/* The row of an article in a table, if there is one. */
static void
append_join(StringInfo sql, const CxPipeline *p, const CxTable *table, const char *alias)
{
	int			i;

	appendStringInfo(sql, " LEFT JOIN %s %s ON ", cx_quoted_table(table->relid), alias);
	for (i = 0; i < p->nkeys; i++)
		appendStringInfo(sql, "%s%s.%s %s %s", i == 0 ? "" : " AND ", alias,
						 quote_identifier(get_attname(table->relid, table->key[i], false)),
						 cx_quoted_operator(p->key_equal[i]), article_column(p, p->key[i]));
}

/* " FROM ... WHERE ...": articles that wait to be read. */
static void
append_waiting(StringInfo sql, const CxPipeline *p, Kind kind)
{
	/* a table that has come to inherit from this one is not attached */
	appendStringInfo(sql, " FROM %s %s a", get_rel_relkind(p->root) == RELKIND_RELATION ? "ONLY" : "",
					 cx_quoted_table(p->root));
	append_join(sql, p, &p->tables[CX_TABLE_READING], "r");
	append_join(sql, p, &p->tables[CX_TABLE_ERROR], "e");
	if (kind == BACKFILL)
		appendStringInfoString(sql, " WHERE r.grammar_version IS NULL AND e.grammar_version IS NULL");
	else
		appendStringInfo(sql, " WHERE (r.grammar_version OPERATOR(pg_catalog.<>) %1$s"
						 " OR e.grammar_version OPERATOR(pg_catalog.<>) %1$s)", quote_literal_cstr(cx_grammar_version));
	if (p->filter > 0)
		appendStringInfo(sql, " AND %s", article_column(p, p->filter));
}

/* Key, body and date of the next articles, locked. */
static char *
batch_query(const CxPipeline *p, Kind kind, bool from_start, bool skip_locked)
{
	StringInfoData sql;
	int			i;

	initStringInfo(&sql);
	appendStringInfoString(&sql, "SELECT ");
	for (i = 0; i < p->nkeys; i++)
		appendStringInfo(&sql, "%s, ", article_column(p, p->key[i]));
	appendStringInfo(&sql, "%s, %s", article_column(p, p->body),
					 p->published > 0 ? article_column(p, p->published) : "NULL");
	append_waiting(&sql, p, kind);
	if (!from_start)
	{
		/*
		 * k1 >= x1 AND (k1 > x1 OR k1 = x1 AND (k2 > x2)), which an index on
		 * (k1, k2) serves
		 */
		if (p->nkeys > 1)
			appendStringInfo(&sql, " AND %s %s %s", article_column(p, p->key[0]),
							 key_operator(p, 0, BTGreaterEqualStrategyNumber), key_parameter(p, 0));
		appendStringInfoString(&sql, " AND ");
		for (i = 0; i < p->nkeys; i++)
		{
			appendStringInfo(&sql, "(%s %s %s", article_column(p, p->key[i]),
							 key_operator(p, i, BTGreaterStrategyNumber), key_parameter(p, i));
			if (i + 1 < p->nkeys)
				appendStringInfo(&sql, " OR %s %s %s AND ", article_column(p, p->key[i]),
								 key_operator(p, i, BTEqualStrategyNumber), key_parameter(p, i));
		}
		for (i = 0; i < p->nkeys; i++)
			appendStringInfoChar(&sql, ')');
	}
	appendStringInfoString(&sql, " ORDER BY ");
	for (i = 0; i < p->nkeys; i++)
		appendStringInfo(&sql, "%s%s", i == 0 ? "" : ", ", article_column(p, p->key[i]));
	appendStringInfo(&sql, " LIMIT $2 FOR NO KEY UPDATE OF a%s", skip_locked ? " SKIP LOCKED" : "");
	return sql.data;
}

/* The pipeline of a table whose owner calls. */
static CxPipeline *
own_pipeline(const Run *run, Relation *rel)
{
	Oid			relid = run->relid;
	CxPipeline *p;
	bool		owner;

	*rel = table_open(relid, AccessShareLock);
#if PG_VERSION_NUM >= 160000
	owner = object_ownercheck(RelationRelationId, relid, GetUserId());
#else
	owner = pg_class_ownercheck(relid, GetUserId());
#endif
	if (!owner)
		aclcheck_error(ACLCHECK_NOT_OWNER, get_relkind_objtype((*rel)->rd_rel->relkind), RelationGetRelationName(*rel));
	p = cx_pipeline_find(*rel, cx_trigger_function(run->schema), RowExclusiveLock);
	if (p == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("table \"%s\" is not attached", RelationGetRelationName(*rel)),
				 errhint("Use congress_attach().")));
	if (p->root != relid)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("table \"%s\" is a partition of an attached table", RelationGetRelationName(*rel)),
				 errhint("Name the table that was attached, \"%s\".", get_rel_name(p->root))));
	if (!p->complete)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("the fact tables of \"%s\" are gone", RelationGetRelationName(*rel))));
	if ((*rel)->rd_rel->relrowsecurity)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("row-level security is enabled on table \"%s\"", RelationGetRelationName(*rel)),
				 errdetail("The fact tables would show what its policies hide.")));
	return p;
}

/*
 * An error that is about one article, not about the server or the session, so
 * that the next article may do better.
 */
static bool
is_of_article(int sqlerrcode)
{
	switch (ERRCODE_TO_CATEGORY(sqlerrcode))
	{
		case MAKE_SQLSTATE('2', '2', '0', '0', '0'):	/* data exception */
		case MAKE_SQLSTATE('2', '3', '0', '0', '0'):	/* integrity constraint
														 * violation */
		case MAKE_SQLSTATE('5', '4', '0', '0', '0'):	/* program limit
														 * exceeded */
		case MAKE_SQLSTATE('P', '0', '0', '0', '0'):	/* PL/pgSQL: of a user's
														 * trigger */
			return true;
		default:
			return sqlerrcode == ERRCODE_DATA_CORRUPTED;
	}
}

/* ---- subtransactions ----------------------------------------------------------------------- */

static void
keep_subtransaction(MemoryContext caller, ResourceOwner owner)
{
	ReleaseCurrentSubTransaction();
	MemoryContextSwitchTo(caller);
	CurrentResourceOwner = owner;
}

/* Take back a subtransaction that failed; gives the error. */
static ErrorData *
undo_subtransaction(MemoryContext caller, ResourceOwner owner)
{
	ErrorData  *error;

	MemoryContextSwitchTo(caller);
	error = CopyErrorData();
	FlushErrorState();
	RollbackAndReleaseCurrentSubTransaction();
	MemoryContextSwitchTo(caller);
	CurrentResourceOwner = owner;
	return error;
}

/* Read an article in a subtransaction, whatever there is of it; an error goes to the error table. */
static void
read_carefully(CxPipeline *p, const CxArticleRow *article, Run *run)
{
	MemoryContext caller = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;
	CxWriter   *writer;
	int64		articles;
	int64		facts;
	bool		failed;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(caller);
	PG_TRY();
	{
		writer = cx_writer_start(p);
		failed = !cx_writer_article(writer, article, CX_WRITE_STALE);
		articles = cx_writer_articles(writer);
		facts = cx_writer_facts(writer);
		cx_writer_end(writer);
		keep_subtransaction(caller, owner);
		run->articles += articles;
		run->facts += facts;
		run->failed += failed;
	}
	PG_CATCH();
	{
		ErrorData  *error = undo_subtransaction(caller, owner);

		if (!is_of_article(error->sqlerrcode))
			ReThrowError(error);
		writer = cx_writer_start(p);
		cx_writer_failed(writer, article, error->sqlerrcode, error->message);
		cx_writer_end(writer);
		FreeErrorData(error);
		run->articles++;
		run->failed++;
	}
	PG_END_TRY();
}

/* Read articles with one writer, in a subtransaction; false if it failed by one of them. */
static bool
read_together(CxPipeline *p, const CxArticleRow *articles, uint64 n, Run *run)
{
	MemoryContext caller = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;
	volatile bool done = false;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(caller);
	PG_TRY();
	{
		CxWriter   *writer = cx_writer_start(p);
		CxWriteMode mode = run->kind == BACKFILL ? CX_WRITE_MISSING : CX_WRITE_STALE;
		int64		failed = 0;
		int64		facts;
		int64		done_articles;
		uint64		i;

		for (i = 0; i < n; i++)
		{
			CHECK_FOR_INTERRUPTS();
			failed += !cx_writer_article(writer, &articles[i], mode);
		}
		done_articles = cx_writer_articles(writer);
		facts = cx_writer_facts(writer);
		cx_writer_end(writer);
		keep_subtransaction(caller, owner);
		run->articles += done_articles;
		run->facts += facts;
		run->failed += failed;
		done = true;
	}
	PG_CATCH();
	{
		ErrorData  *error = undo_subtransaction(caller, owner);

		if (!is_of_article(error->sqlerrcode))
			ReThrowError(error);
		FreeErrorData(error);
	}
	PG_END_TRY();
	return done;
}

/* ---- a batch ------------------------------------------------------------------------------ */

/*
 * The plan is to go along the index of the key and to look each article up in
 * the tables; it must not hang on statistics, which change under a backfill.
 */
static void
pin_plan(void)
{
	static const char *const off[] = {"enable_seqscan", "enable_bitmapscan", "enable_sort", "enable_incremental_sort",
	"enable_hashjoin", "enable_mergejoin", "enable_material", "enable_memoize", "jit"};
	int			i;

	for (i = 0; i < (int) lengthof(off); i++)
		(void) set_config_option(off[i], "off", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	(void) set_config_option("max_parallel_workers_per_gather", "0", PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
}

static uint64
lock_at_once(const CxPipeline *p, const Run *run, int size, bool wait)
{
	Oid			types[] = {TEXTARRAYOID, INT4OID};
	Datum		args[2];
	char		nulls[] = {run->has_after ? ' ' : 'n', ' '};
	Datum		after[CX_MAX_KEYS];
	int			level;
	int			i;

	args[0] = (Datum) 0;
	if (run->has_after)
	{
		for (i = 0; i < p->nkeys; i++)
			after[i] = CStringGetTextDatum(run->after[i]);
		args[0] = PointerGetDatum(construct_array(after, p->nkeys, TEXTOID, -1, false, TYPALIGN_INT));
	}
	args[1] = Int32GetDatum(size);
	level = NewGUCNestLevel();
	pin_plan();
	if (SPI_execute_with_args(batch_query(p, run->kind, !run->has_after, !wait), 2, types, args, nulls, false, 0) != SPI_OK_SELECT)
		elog(ERROR, "the articles could not be read");
	AtEOXact_GUC(true, level);
	return SPI_processed;
}

/*
 * Lock the next articles; their number and rows.  If one of them goes to another
 * partition just then, which is an error to the server, look again.
 */
static uint64
lock_articles(const CxPipeline *p, const Run *run, int size, bool wait, SPITupleTable **rows)
{
	MemoryContext caller = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;
	volatile uint64 n = 0;
	volatile bool done = false;

	while (!done)
	{
		CHECK_FOR_INTERRUPTS();
		BeginInternalSubTransaction(NULL);
		MemoryContextSwitchTo(caller);
		PG_TRY();
		{
			n = lock_at_once(p, run, size, wait);
			*rows = SPI_tuptable;
			keep_subtransaction(caller, owner);
			done = true;
		}
		PG_CATCH();
		{
			ErrorData  *error = undo_subtransaction(caller, owner);

			if (error->sqlerrcode != ERRCODE_T_R_SERIALIZATION_FAILURE || IsolationUsesXactSnapshot())
				ReThrowError(error);
			FreeErrorData(error);
		}
		PG_END_TRY();
	}
	return n;
}

static void
remember_key(Run *run, const CxPipeline *p, HeapTuple row, TupleDesc desc)
{
	int			i;

	for (i = 0; i < p->nkeys; i++)
	{
		if (run->after[i] != NULL)
			pfree(run->after[i]);
		run->after[i] = MemoryContextStrdup(run->context, SPI_getvalue(row, desc, i + 1));
	}
	run->has_after = true;
}

/* Read the next articles, "size" at most; how many there were. */
static uint64
read_batch(Run *run, int size, bool wait)
{
	MemoryContext caller = CurrentMemoryContext;
	MemoryContext context = AllocSetContextCreate(caller, "congress_ext batch", ALLOCSET_DEFAULT_SIZES);
	Relation	rel;
	CxPipeline *p;
	CxArticleRow *articles;
	SPITupleTable *rows;
	uint64		n,
				i;
	int			j;

	MemoryContextSwitchTo(context);
	p = own_pipeline(run, &rel);
	n = lock_articles(p, run, size, wait, &rows);
	MemoryContextSwitchTo(context);
	articles = palloc0(sizeof(CxArticleRow) * Max(n, 1));
	for (i = 0; i < n; i++)
	{
		CxArticleRow *a = &articles[i];
		bool		ignored;

		for (j = 0; j < p->nkeys; j++)
			a->key[j] = SPI_getbinval(rows->vals[i], rows->tupdesc, j + 1, &ignored);
		a->body = SPI_getbinval(rows->vals[i], rows->tupdesc, p->nkeys + 1, &a->body_isnull);
		a->published = SPI_getbinval(rows->vals[i], rows->tupdesc, p->nkeys + 2, &a->published_isnull);
		a->wanted = true;
	}
	if (n > 0 && !read_together(p, articles, n, run))
	{
		for (i = 0; i < n; i++)
			read_carefully(p, &articles[i], run);
	}
	if (n > 0)
		remember_key(run, p, rows->vals[n - 1], rows->tupdesc);
	SPI_freetuptable(rows);
	table_close(rel, NoLock);
	MemoryContextSwitchTo(caller);
	MemoryContextDelete(context);
	return n;
}

/* ---- progress ------------------------------------------------------------------------------- */

/* Run a statement on congress_run as its owner; the bigint that it returns, 0 if none. */
static int64
on_runs(const Run *run, const char *sql, int nargs, Oid *types, Datum *values)
{
	char	   *schema = get_namespace_name(run->schema);
	Oid			table = get_relname_relid("congress_run", run->schema);
	HeapTuple	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(table));
	Oid			owner,
				user;
	int			context;
	int64		result = 0;
	bool		isnull;

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "table congress_run is missing");
	owner = ((Form_pg_class) GETSTRUCT(tuple))->relowner;
	ReleaseSysCache(tuple);
	GetUserIdAndSecContext(&user, &context);
	SetUserIdAndSecContext(owner, context | SECURITY_LOCAL_USERID_CHANGE | SECURITY_RESTRICTED_OPERATION);
	if (SPI_execute_with_args(psprintf(sql, quote_qualified_identifier(schema, "congress_run")),
							  nargs, types, values, NULL, false, 0) < 0)
		elog(ERROR, "the progress could not be written");
	SetUserIdAndSecContext(user, context);
	if (SPI_processed > 0 && SPI_tuptable != NULL)
		result = DatumGetInt64(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull));
	SPI_freetuptable(SPI_tuptable);
	return result;
}

static int64
articles_of_other_runs(const Run *run)
{
	Oid			types[] = {OIDOID, INT8OID};
	Datum		values[] = {ObjectIdGetDatum(run->relid), Int64GetDatum(run->id)};

	return on_runs(run, "SELECT COALESCE(pg_catalog.sum(r.articles), 0)::pg_catalog.int8 FROM %s r"
				   " WHERE r.article OPERATOR(pg_catalog.=) $1 AND r.id OPERATOR(pg_catalog.<>) $2", 2, types, values);
}

static void
note_start(Run *run)
{
	Oid			types[] = {OIDOID, TEXTOID, INT4OID, INT8OID};
	Datum		values[4];
	Relation	rel;
	CxPipeline *p = own_pipeline(run, &rel);
	StringInfoData sql;
	bool		isnull;

	initStringInfo(&sql);
	appendStringInfoString(&sql, "SELECT pg_catalog.count(*)");
	append_waiting(&sql, p, run->kind);
	if (SPI_execute(sql.data, true, 1) != SPI_OK_SELECT || SPI_processed != 1)
		elog(ERROR, "the articles could not be counted");
	run->waiting = DatumGetInt64(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull));
	table_close(rel, NoLock);

	/*
	 * runs that are over are of no interest any more, unless others of them
	 * are not
	 */
	values[0] = ObjectIdGetDatum(run->relid);
	on_runs(run, "DELETE FROM %1$s r WHERE r.article OPERATOR(pg_catalog.=) $1 AND NOT EXISTS ("
			"SELECT FROM %1$s o, pg_catalog.pg_locks l WHERE o.article OPERATOR(pg_catalog.=) $1 AND o.finished_at IS NULL"
			" AND l.locktype OPERATOR(pg_catalog.=) 'virtualxid' AND l.pid OPERATOR(pg_catalog.=) o.pid"
			" AND o.pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid())", 1, types, values);
	run->before = articles_of_other_runs(run);
	values[1] = CStringGetTextDatum(kind_names[run->kind]);
	values[2] = Int32GetDatum(MyProcPid);
	values[3] = Int64GetDatum(run->waiting);
	run->id = on_runs(run, "INSERT INTO %s (article, kind, pid, waiting) VALUES ($1, $2, $3, $4) RETURNING id", 4, types, values);
	run->started = GetCurrentTimestamp();
}

static void
note_progress(Run *run, bool finished)
{
	Oid			types[] = {INT8OID, INT8OID, INT8OID, INT8OID, INT8OID, BOOLOID};
	Datum		values[6];

	run->left = finished ? 0 :
		Max(run->waiting - run->articles - (articles_of_other_runs(run) - run->before), 0);
	values[0] = Int64GetDatum(run->id);
	values[1] = Int64GetDatum(run->articles);
	values[2] = Int64GetDatum(run->facts);
	values[3] = Int64GetDatum(run->failed);
	values[4] = Int64GetDatum(run->left);
	values[5] = BoolGetDatum(finished);
	on_runs(run, "UPDATE %s r SET articles = $2, facts = $3, failed = $4, waiting = $5, updated_at = pg_catalog.clock_timestamp(),"
			" finished_at = CASE WHEN $6 THEN pg_catalog.clock_timestamp() END"
			" WHERE r.id OPERATOR(pg_catalog.=) $1", 6, types, values);
}

static void
report(const Run *run, bool finished)
{
	double		seconds = (double) (GetCurrentTimestamp() - run->started) / USECS_PER_SEC;
	double		rate = run->articles / Max(seconds, 0.001);
	char	   *done = psprintf(INT64_FORMAT " articles, " INT64_FORMAT " facts, " INT64_FORMAT " failed, %.0f articles/s",
								run->articles, run->facts, run->failed, rate);

	if (finished)
		ereport(NOTICE, (errmsg("%s of \"%s\" is complete: %s", kind_names[run->kind], get_rel_name(run->relid), done)));
	else
		ereport(NOTICE, (errmsg("%s of \"%s\": %s, about " INT64_FORMAT " left, %.0f s", kind_names[run->kind],
								get_rel_name(run->relid), done, run->left, run->left / Max(rate, 0.001))));
}

/* ---- the procedures -------------------------------------------------------------------------- */

static void
run_batches(FunctionCallInfo fcinfo, Kind kind)
{
	Run			run = {0};
	int			size;
	bool		wait = false;
	bool		done = false;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("article and batch must not be null")));
	size = PG_GETARG_INT32(1);
	if (size < 1 || size > MAX_BATCH)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid value for \"batch\": %d", size),
				 errhint("It is a number from 1 to %d.", MAX_BATCH)));
	if (fcinfo->context == NULL || !IsA(fcinfo->context, CallContext) || ((CallContext *) fcinfo->context)->atomic)
		ereport(ERROR,
				(errcode(ERRCODE_ACTIVE_SQL_TRANSACTION),
				 errmsg("congress_%s() cannot run inside a transaction block", kind_names[kind]),
				 errdetail("Each batch is a transaction of its own.")));
	if (IsolationUsesXactSnapshot())
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("congress_%s() needs the isolation level READ COMMITTED", kind_names[kind])));

	SPI_connect_ext(SPI_OPT_NONATOMIC);
	run.relid = PG_GETARG_OID(0);
	run.kind = kind;
	run.schema = get_func_namespace(fcinfo->flinfo->fn_oid);
	run.context = CurrentMemoryContext;
	PushActiveSnapshot(GetTransactionSnapshot());
	note_start(&run);
	PopActiveSnapshot();
	SPI_commit();

	while (!done)
	{
		MemoryContext context = AllocSetContextCreate(run.context, "congress_ext run", ALLOCSET_SMALL_SIZES);
		uint64		n;

		MemoryContextSwitchTo(context);
		PushActiveSnapshot(GetTransactionSnapshot());
		n = read_batch(&run, wait ? 1 : size, wait);
		if (n == 0)
		{
			/*
			 * without waiting, then with; an article waited for may be
			 * followed by free ones
			 */
			done = wait;
			if (!wait && !run.waited)
			{
				run.waited = true;
				run.has_after = false;
			}
		}
		wait = n == 0;
		note_progress(&run, done);
		PopActiveSnapshot();
		if (n > 0 || done)
			report(&run, done);
		SPI_commit();
		MemoryContextSwitchTo(run.context);
		MemoryContextDelete(context);
	}
	SPI_finish();
}

CX_SQL_FUNCTION(congress_backfill);
Datum
congress_backfill(PG_FUNCTION_ARGS)
{
	run_batches(fcinfo, BACKFILL);
	return (Datum) 0;
}

CX_SQL_FUNCTION(congress_refresh);
Datum
congress_refresh(PG_FUNCTION_ARGS)
{
	run_batches(fcinfo, REFRESH);
	return (Datum) 0;
}
