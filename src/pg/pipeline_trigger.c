/*-------------------------------------------------------------------------
 *
 * pipeline_trigger.c
 *	  The trigger that keeps facts true, and the batches of the backfill.
 *
 * congress_trigger() is called
 *
 *	- after the INSERT of a row, or of a statement's rows by their transition
 *	  table, and writes the facts of new articles;
 *	- after an UPDATE of a row whose body, date or filter has changed, and
 *	  writes its facts anew;
 *	- after the DELETE of a row of a partition.  If it is a move to another
 *	  partition, the INSERT there writes facts under the new key before the
 *	  foreign keys hand on those of the old one, so those have to go first.
 *
 * Articles that are deleted, and keys that change, are left to the foreign keys.
 *
 * Where another trigger has changed or deleted the row meanwhile there is
 * nothing to do: the change has called its own triggers.
 *
 *-------------------------------------------------------------------------
 */
#include "pipeline.h"

#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/tuptable.h"
#include "miscadmin.h"
#include "parser/parse_func.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"
#include "utils/typcache.h"

/* ---- triggers --------------------------------------------------------------------- */

static bool
column_is_true(TupleTableSlot *slot, AttrNumber attno)
{
	bool		isnull;
	Datum		value = slot_getattr(slot, attno, &isnull);

	return !isnull && DatumGetBool(value);
}

static void
get_key(const CxPipeline *p, TupleTableSlot *slot, Datum *key)
{
	bool		isnull;
	int			i;

	for (i = 0; i < p->nkeys; i++)
	{
		key[i] = slot_getattr(slot, p->key[i], &isnull);
		if (isnull)
			ereport(ERROR,
					(errcode(ERRCODE_NOT_NULL_VIOLATION),
					 errmsg("the key of an article must not be null")));
	}
}

static void
get_article(const CxPipeline *p, TupleTableSlot *slot, CxArticleRow *article)
{
	get_key(p, slot, article->key);
	article->body = slot_getattr(slot, p->body, &article->body_isnull);
	article->published_isnull = true;
	if (p->published > 0)
		article->published = slot_getattr(slot, p->published, &article->published_isnull);
	article->wanted = p->filter == 0 || column_is_true(slot, p->filter);
}

static bool
is_current(Relation rel, TupleTableSlot *slot)
{
	TupleTableSlot *now = table_slot_create(rel, NULL);
	bool		current = table_tuple_fetch_row_version(rel, &slot->tts_tid, SnapshotSelf, now);

	ExecDropSingleTupleTableSlot(now);
	return current;
}

static void
after_row(CxPipeline *p, TriggerData *trigger)
{
	bool		update = TRIGGER_FIRED_BY_UPDATE(trigger->tg_event);
	TupleTableSlot *slot = update ? trigger->tg_newslot : trigger->tg_trigslot;
	CxArticleRow article;
	CxWriter   *writer;

	if (TRIGGER_FIRED_BY_DELETE(trigger->tg_event))
	{
		get_key(p, slot, article.key);
		writer = cx_writer_start(p);
		cx_writer_depart(writer, article.key);
		cx_writer_end(writer);
		return;
	}
	get_article(p, slot, &article);
	if ((!update && !article.wanted) || !is_current(trigger->tg_relation, slot))
		return;
	writer = cx_writer_start(p);
	cx_writer_article(writer, &article, update ? CX_WRITE_AGAIN : CX_WRITE_NEW);
	cx_writer_end(writer);
}

static void
after_statement(CxPipeline *p, TriggerData *trigger)
{
	TupleTableSlot *slot = MakeSingleTupleTableSlot(RelationGetDescr(trigger->tg_relation), &TTSOpsMinimalTuple);
	CxWriter   *writer = cx_writer_start(p);
	CxArticleRow article;

	while (tuplestore_gettupleslot(trigger->tg_newtable, true, false, slot))
	{
		CHECK_FOR_INTERRUPTS();
		get_article(p, slot, &article);
		if (article.wanted)
			cx_writer_article(writer, &article, CX_WRITE_MISSING);
	}
	cx_writer_end(writer);
	ExecDropSingleTupleTableSlot(slot);
}

CX_SQL_FUNCTION(congress_trigger);
Datum
congress_trigger(PG_FUNCTION_ARGS)
{
	TriggerData *trigger = (TriggerData *) fcinfo->context;
	CxPipeline *p;

	if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_AFTER(trigger->tg_event) ||
		TRIGGER_FIRED_BY_TRUNCATE(trigger->tg_event) ||
		(TRIGGER_FIRED_FOR_STATEMENT(trigger->tg_event) &&
		 (!TRIGGER_FIRED_BY_INSERT(trigger->tg_event) || trigger->tg_newtable == NULL)))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("congress_trigger() was not called by a trigger of congress_attach()")));
	p = cx_pipeline_find(trigger->tg_relation, fcinfo->flinfo->fn_oid);
	if (p != NULL && p->complete)
	{
		if (TRIGGER_FIRED_FOR_ROW(trigger->tg_event))
			after_row(p, trigger);
		else
			after_statement(p, trigger);
	}
	return PointerGetDatum(NULL);
}

/* ---- batches ------------------------------------------------------------------------- */

typedef enum Kind
{
	BACKFILL,					/* articles that have not been read */
	REFRESH						/* those read by another version of the grammar */
} Kind;

static const char *const kind_names[] = {"backfill", "refresh"};

static Kind
get_kind(text *name)
{
	char	   *s = text_to_cstring(name);

	if (strcmp(s, kind_names[BACKFILL]) == 0)
		return BACKFILL;
	if (strcmp(s, kind_names[REFRESH]) == 0)
		return REFRESH;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unrecognized kind of batch: \"%s\"", s)));
	return BACKFILL;
}

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

/* Column i of the key in the parameter $1, an array of texts. */
static const char *
key_parameter(const CxPipeline *p, int i)
{
	return psprintf("($1)[%d]::%s", i + 1, format_type_be_qualified(p->key_type[i]));
}

static void
append_same_key(StringInfo sql, const CxPipeline *p, const CxTable *table)
{
	int			i;

	for (i = 0; i < p->nkeys; i++)
		appendStringInfo(sql, " AND t.%s %s %s", quote_identifier(get_attname(table->relid, table->key[i], false)),
						 cx_quoted_operator(p->key_equal[i]), article_column(p, p->key[i]));
}

/* " FROM ... WHERE ...": articles that wait to be read. */
static void
append_waiting(StringInfo sql, const CxPipeline *p, Kind kind)
{
	const CxTable *reading = &p->tables[CX_TABLE_READING];
	const CxTable *error = &p->tables[CX_TABLE_ERROR];

	appendStringInfo(sql, " FROM %s a WHERE ", cx_quoted_table(p->root));
	if (kind == BACKFILL)
	{
		appendStringInfo(sql, "NOT EXISTS (SELECT FROM %s t WHERE true", cx_quoted_table(reading->relid));
		append_same_key(sql, p, reading);
		appendStringInfo(sql, ") AND NOT EXISTS (SELECT FROM %s t WHERE true", cx_quoted_table(error->relid));
		append_same_key(sql, p, error);
		appendStringInfoString(sql, ")");
	}
	else
	{
		const char *version = quote_literal_cstr(cx_grammar_version);

		appendStringInfo(sql, "(EXISTS (SELECT FROM %s t WHERE t.grammar_version OPERATOR(pg_catalog.<>) %s",
						 cx_quoted_table(reading->relid), version);
		append_same_key(sql, p, reading);
		appendStringInfo(sql, ") OR EXISTS (SELECT FROM %s t WHERE t.grammar_version OPERATOR(pg_catalog.<>) %s",
						 cx_quoted_table(error->relid), version);
		append_same_key(sql, p, error);
		appendStringInfoString(sql, "))");
	}
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
		/* k1 >= x1 AND (k1 > x1 OR k1 = x1 AND (k2 > x2)), which an index on (k1, k2) serves */
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
own_pipeline(FunctionCallInfo fcinfo, Relation *rel)
{
	Oid			relid = PG_GETARG_OID(0);
	char	   *schema = get_namespace_name(get_func_namespace(fcinfo->flinfo->fn_oid));
	Oid			trigger = LookupFuncName(list_make2(makeString(schema), makeString("congress_trigger")), 0, NULL, false);
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
	p = cx_pipeline_find(*rel, trigger);
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
		case MAKE_SQLSTATE('5', '4', '0', '0', '0'):	/* program limit exceeded */
		case MAKE_SQLSTATE('P', '0', '0', '0', '0'):	/* PL/pgSQL: of a user's
														 * trigger */
			return true;
		default:
			return sqlerrcode == ERRCODE_DATA_CORRUPTED;
	}
}

/* Read an article in a subtransaction; an error goes to the error table. */
static bool
read_carefully(CxPipeline *p, const CxArticleRow *article, CxWriteMode mode, int64 *facts)
{
	MemoryContext caller = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;
	volatile bool read = false;
	CxWriter   *writer;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(caller);
	PG_TRY();
	{
		writer = cx_writer_start(p);
		read = cx_writer_article(writer, article, mode);
		*facts += cx_writer_facts(writer);
		cx_writer_end(writer);
		ReleaseCurrentSubTransaction();
		MemoryContextSwitchTo(caller);
		CurrentResourceOwner = owner;
	}
	PG_CATCH();
	{
		ErrorData  *error;

		MemoryContextSwitchTo(caller);
		error = CopyErrorData();
		FlushErrorState();
		RollbackAndReleaseCurrentSubTransaction();
		MemoryContextSwitchTo(caller);
		CurrentResourceOwner = owner;
		if (!is_of_article(error->sqlerrcode))
			ReThrowError(error);
		writer = cx_writer_start(p);
		cx_writer_failed(writer, article, error->sqlerrcode, error->message);
		cx_writer_end(writer);
		FreeErrorData(error);
	}
	PG_END_TRY();
	return read;
}

/*
 * congress_batch(article, kind, after, size, wait, careful)
 *
 * Read the articles that wait, from the key "after" on, at most "size".  Those
 * that other sessions have locked are left out, unless "wait".  "careful" is for
 * the case that a batch has failed: one article after the other, each in a
 * subtransaction.  Returns how many articles were looked at, facts written and
 * articles failed, and the last key, as an array of texts.
 */
CX_SQL_FUNCTION(congress_batch);
Datum
congress_batch(PG_FUNCTION_ARGS)
{
	Relation	rel;
	CxPipeline *p = own_pipeline(fcinfo, &rel);
	Kind		kind = get_kind(PG_GETARG_TEXT_PP(1));
	bool		from_start = PG_ARGISNULL(2);
	int32		size = PG_GETARG_INT32(3);
	bool		careful = PG_GETARG_BOOL(5);
	CxWriteMode mode = kind == BACKFILL ? CX_WRITE_MISSING : CX_WRITE_STALE;
	Oid			types[] = {TEXTARRAYOID, INT4OID};
	Datum		args[2];
	char		nulls[] = {from_start ? 'n' : ' ', ' '};
	SPITupleTable *rows;
	uint64		n,
				i;
	int64		facts = 0;
	int32		failed = 0;
	CxWriter   *writer = NULL;
	Datum		last[CX_MAX_KEYS];
	TupleDesc	desc;
	Datum		values[4];
	bool		isnull[4] = {false, false, false, true};
	MemoryContext caller = CurrentMemoryContext;
	int			j;

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	args[0] = from_start ? (Datum) 0 : PG_GETARG_DATUM(2);
	args[1] = Int32GetDatum(size);
	SPI_connect();
	if (SPI_execute_with_args(batch_query(p, kind, from_start, !PG_GETARG_BOOL(4)), 2, types, args, nulls, false, 0) != SPI_OK_SELECT)
		elog(ERROR, "the articles could not be read");
	rows = SPI_tuptable;
	n = SPI_processed;
	if (!careful)
		writer = cx_writer_start(p);
	for (i = 0; i < n; i++)
	{
		CxArticleRow article;
		bool		ignored;

		CHECK_FOR_INTERRUPTS();
		for (j = 0; j < p->nkeys; j++)
			article.key[j] = SPI_getbinval(rows->vals[i], rows->tupdesc, j + 1, &ignored);
		article.body = SPI_getbinval(rows->vals[i], rows->tupdesc, p->nkeys + 1, &article.body_isnull);
		article.published = SPI_getbinval(rows->vals[i], rows->tupdesc, p->nkeys + 2, &article.published_isnull);
		article.wanted = true;
		if (careful)
			failed += !read_carefully(p, &article, mode, &facts);
		else
			failed += !cx_writer_article(writer, &article, mode);
	}
	if (writer != NULL)
	{
		facts = cx_writer_facts(writer);
		cx_writer_end(writer);
	}
	if (n > 0)
	{
		MemoryContext spi = MemoryContextSwitchTo(caller);

		for (j = 0; j < p->nkeys; j++)
			last[j] = CStringGetTextDatum(SPI_getvalue(rows->vals[n - 1], rows->tupdesc, j + 1));
		values[3] = PointerGetDatum(construct_array(last, p->nkeys, TEXTOID, -1, false, TYPALIGN_INT));
		isnull[3] = false;
		MemoryContextSwitchTo(spi);
	}
	SPI_finish();
	table_close(rel, NoLock);
	values[0] = Int32GetDatum((int32) n);
	values[1] = Int64GetDatum(facts);
	values[2] = Int32GetDatum(failed);
	return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, isnull));
}

/* congress_waiting(article, kind): how many articles wait to be read */
CX_SQL_FUNCTION(congress_waiting);
Datum
congress_waiting(PG_FUNCTION_ARGS)
{
	Relation	rel;
	CxPipeline *p = own_pipeline(fcinfo, &rel);
	StringInfoData sql;
	int64		n;
	bool		isnull;

	initStringInfo(&sql);
	appendStringInfoString(&sql, "SELECT pg_catalog.count(*)");
	append_waiting(&sql, p, get_kind(PG_GETARG_TEXT_PP(1)));
	SPI_connect();
	if (SPI_execute(sql.data, true, 1) != SPI_OK_SELECT || SPI_processed != 1)
		elog(ERROR, "the articles could not be counted");
	n = DatumGetInt64(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull));
	SPI_finish();
	table_close(rel, NoLock);
	PG_RETURN_INT64(n);
}
