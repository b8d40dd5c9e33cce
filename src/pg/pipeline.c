/*-------------------------------------------------------------------------
 *
 * pipeline.c
 *	  Which fact tables belong to a table of articles, and how.
 *
 * A pipeline has no catalogue of its own.  All there is to know stands in the
 * definitions of ordinary objects, so it follows every ALTER ... RENAME, is
 * dumped and restored with the schemas that it lives in, and nobody can change
 * it but who owns the tables:
 *
 *	- a fact table has a foreign key on the article table, whose name
 *	  (congress_event, congress_person ...) says what the table is for and whose
 *	  columns are the key of the article;
 *	- the trigger for updates compares old and new values of the columns that
 *	  are read, in its WHEN clause: a boolean one is the filter, one of a date
 *	  or timestamp the time of publication, the other the body;
 *	- the argument of that trigger is the least confidence.
 *
 * A table counts only if its owner is that of the article table: whoever may
 * refer to the table must not get at what is read from it.
 *
 * What is found is kept for the session, by table (a partition has other
 * attribute numbers than its parent), until the server says that one of the
 * tables has changed.
 *
 *-------------------------------------------------------------------------
 */
#include "pipeline.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/relation.h"
#include "access/table.h"
#include "catalog/pg_constraint.h"
#include "catalog/pg_operator.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "nodes/bitmapset.h"
#include "nodes/readfuncs.h"
#include "optimizer/optimizer.h"
#include "parser/parse_func.h"
#include "rewrite/prs2lock.h"
#include "storage/lmgr.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/syscache.h"
#include "utils/typcache.h"

#include "grammar_version.h"

const char	cx_grammar_version[] = CX_GRAMMAR_VERSION;

const char *const cx_table_names[CX_TABLES] = {
#define X(id, table, function) table,
	CX_RELATIONS(X)
#undef X
	"reading",
	"error"
};

static const char *const function_names[CX_RELATION_COUNT_ALL] = {
#define X(id, table, function) function,
	CX_RELATIONS(X)
#undef X
};

/* Columns that we write, after those of the relation, if any. */
typedef struct Column
{
	const char *name;
	Oid			type;
} Column;

static const Column fact_columns[] = {
	{"fact_no", INT4OID}, {"grammar_version", TEXTOID}, {"reviewed", BOOLOID}
};
static const Column reading_columns[] = {
	{"grammar_version", TEXTOID}, {"facts", INT4OID}, {"read_at", TIMESTAMPTZOID}
};
static const Column error_columns[] = {
	{"grammar_version", TEXTOID}, {"sqlstate", TEXTOID}, {"message", TEXTOID}, {"failed_at", TIMESTAMPTZOID}
};

#define CONSTRAINT_PREFIX	"congress_"

/* ---- what is kept ---------------------------------------------------------------- */

typedef struct Entry
{
	Oid			relid;			/* hash key */
	CxPipeline *pipeline;
} Entry;

static HTAB *entries;

static void
invalidate(Datum arg, Oid relid)
{
	HASH_SEQ_STATUS scan;
	Entry	   *entry;
	int			i;

	if (entries == NULL)
		return;
	hash_seq_init(&scan, entries);
	while ((entry = hash_seq_search(&scan)) != NULL)
	{
		CxPipeline *p = entry->pipeline;

		if (p == NULL)
			continue;
		if (!OidIsValid(relid) || relid == p->relid || relid == p->root)
			p->valid = false;
		for (i = 0; p->valid && i < CX_TABLES; i++)
			p->valid = relid != p->tables[i].relid;
	}
}

static void
drop_plan(SPIPlanPtr plan)
{
	if (plan != NULL)
		SPI_freeplan(plan);
}

static void
drop_pipeline(CxPipeline *p)
{
	int			i;

	for (i = 0; i < CX_TABLES; i++)
	{
		drop_plan(p->tables[i].insert);
		drop_plan(p->tables[i].remove);
		drop_plan(p->tables[i].remaining);
		drop_plan(p->tables[i].renumber);
	}
	MemoryContextDelete(p->context);
}

/* The last user of a pipeline that is out of date takes it away. */
static void
release(void *arg)
{
	CxPipeline *p = arg;

	if (--p->users == 0 && p->replaced)
		drop_pipeline(p);
}

static CxPipeline *
hold(CxPipeline *p)
{
	MemoryContextCallback *callback = palloc(sizeof(MemoryContextCallback));

	p->users++;
	callback->func = release;
	callback->arg = p;
	MemoryContextRegisterResetCallback(CurrentMemoryContext, callback);
	return p;
}

/* ---- names ------------------------------------------------------------------------- */

char *
cx_quoted_table(Oid relid)
{
	char	   *name = get_rel_name(relid);
	char	   *schema = get_namespace_name(get_rel_namespace(relid));

	if (name == NULL || schema == NULL)
		elog(ERROR, "cache lookup failed for relation %u", relid);
	return quote_qualified_identifier(schema, name);
}

char *
cx_quoted_operator(Oid operator)
{
	char	   *name = get_opname(operator);
	HeapTuple	tuple = SearchSysCache1(OPEROID, ObjectIdGetDatum(operator));
	Oid			schema;

	if (name == NULL || !HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for operator %u", operator);
	schema = ((Form_pg_operator) GETSTRUCT(tuple))->oprnamespace;
	ReleaseSysCache(tuple);
	return psprintf("OPERATOR(%s.%s)", quote_identifier(get_namespace_name(schema)), name);
}

/* ---- the fact tables ------------------------------------------------------------------ */

static int
smallints(Datum array, int16 *values, int max)
{
	ArrayType  *a = DatumGetArrayTypeP(array);
	int			n = ArrayGetNItems(ARR_NDIM(a), ARR_DIMS(a));

	if (n > max)
		elog(ERROR, "key of %d columns", n);
	memcpy(values, ARR_DATA_PTR(a), n * sizeof(int16));
	return n;
}

static void
find_columns(CxTable *table, const Column *columns, int n)
{
	int			i;

	for (i = 0; i < n; i++)
	{
		AttrNumber	attno = get_attnum(table->relid, columns[i].name);

		table->type[table->ncolumns] = columns[i].type;
		table->column[table->ncolumns++] = attno > 0 ? attno : 0;
	}
}

/* Do the columns have the types of what we write? */
static bool
same_types(Relation rel, const CxPipeline *p, const CxTable *table)
{
	TupleDesc	desc = RelationGetDescr(rel);
	int			i;

	for (i = 0; i < p->nkeys; i++)
	{
		if (TupleDescAttr(desc, table->key[i] - 1)->atttypid != get_atttype(p->root, p->key[i]))
			return false;
	}
	for (i = 0; i < table->ncolumns; i++)
	{
		if (table->column[i] > 0 &&
			(TupleDescAttr(desc, table->column[i] - 1)->atttypid != table->type[i] ||
			 TupleDescAttr(desc, table->column[i] - 1)->atttypmod >= 0))
			return false;
	}
	return true;
}

typedef enum ColumnUse
{
	NOT_WRITTEN,
	MAYBE_NULL,					/* of a relation */
	NEVER_NULL
} ColumnUse;

static ColumnUse
column_use(const CxTable *table, AttrNumber attno)
{
	int			of_relation = table->keeps_reviewed ? table->ncolumns - (int) lengthof(fact_columns) : 0;
	int			i;

	for (i = 0; i < CX_MAX_KEYS; i++)
	{
		if (table->key[i] == attno)
			return NEVER_NULL;
	}
	for (i = 0; i < table->ncolumns; i++)
	{
		if (table->column[i] == attno)
			return i < of_relation ? MAYBE_NULL : NEVER_NULL;
	}
	return NOT_WRITTEN;
}

/*
 * May rows be put into the heap and the indexes without the executor?  Nothing
 * may hang on the table that would have to be run or checked then; what we
 * leave out on purpose is the check of the foreign key on an article that is
 * locked.
 */
static bool
is_plain(Relation rel, const CxTable *table)
{
	TupleDesc	desc = RelationGetDescr(rel);
	List	   *indexes;
	ListCell   *cell;
	bool		plain = true;
	int			i;

	if (rel->rd_rel->relkind != RELKIND_RELATION || rel->rd_rel->relispartition ||
		rel->rd_rules != NULL || rel->rd_rel->relrowsecurity)
		return false;
	if (desc->constr != NULL && (desc->constr->num_check > 0 || desc->constr->has_generated_stored))
		return false;
	for (i = 0; rel->trigdesc != NULL && i < rel->trigdesc->numtriggers; i++)
	{
		const Trigger *trigger = &rel->trigdesc->triggers[i];

		/*
		 * foreign keys, of this table and on it, but for a second one of this
		 * table
		 */
		if (!trigger->tgisinternal || !OidIsValid(trigger->tgconstraint))
			return false;
		if (RI_FKey_trigger_type(trigger->tgfoid) == RI_TRIGGER_FK)
		{
			char	   *name = get_constraint_name(trigger->tgconstraint);

			if (name == NULL || strncmp(name, CONSTRAINT_PREFIX, strlen(CONSTRAINT_PREFIX)) != 0)
				return false;
		}
	}
	for (i = 0; i < desc->natts; i++)
	{
		Form_pg_attribute attr = TupleDescAttr(desc, i);

		if (attr->attisdropped)
			continue;
		switch (column_use(table, attr->attnum))
		{
			case NOT_WRITTEN:
				if (attr->atthasdef || attr->attidentity != '\0' || attr->attnotnull)
					return false;
				break;
			case MAYBE_NULL:
				if (attr->attnotnull)
					return false;
				break;
			case NEVER_NULL:
				break;
		}
	}
	indexes = RelationGetIndexList(rel);
	foreach(cell, indexes)
	{
		Relation	index = index_open(lfirst_oid(cell), AccessShareLock);

		plain = plain && index->rd_index->indimmediate && !index->rd_index->indisexclusion &&
			RelationGetIndexExpressions(index) == NIL && RelationGetIndexPredicate(index) == NIL;
		index_close(index, AccessShareLock);
	}
	list_free(indexes);
	return plain;
}

/* Which of the columns that we write are in an index, and as long as the text has it? */
static void
find_indexed(Relation rel, CxTable *table)
{
	List	   *indexes = RelationGetIndexList(rel);
	ListCell   *cell;
	int			i,
				j;

	foreach(cell, indexes)
	{
		Relation	index = index_open(lfirst_oid(cell), AccessShareLock);

		for (i = 0; i < table->ncolumns; i++)
		{
			for (j = 0; j < index->rd_index->indnatts; j++)
			{
				if (table->column[i] > 0 && index->rd_index->indkey.values[j] == table->column[i] &&
					get_typlen(table->type[i]) == -1)
					table->indexed[i] = true;
			}
		}
		index_close(index, AccessShareLock);
	}
	list_free(indexes);
}

static TupleDesc
result_columns(Oid function)
{
	HeapTuple	tuple = SearchSysCache1(PROCOID, ObjectIdGetDatum(function));
	TupleDesc	desc;

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for function %u", function);
	desc = build_function_result_tupdesc_t(tuple);
	ReleaseSysCache(tuple);
	return desc;
}

static void
find_table(CxPipeline *p, CxRelation which, Oid relid, Oid schema, const int16 *key)
{
	static const Oid argument_types[] = {TEXTOID, DATEOID};
	CxTable    *table = &p->tables[which];
	Relation	rel = table_open(relid, AccessShareLock);
	int			i;

	table->relid = relid;
	table->owner = rel->rd_rel->relowner;
	table->natts = RelationGetDescr(rel)->natts;
	for (i = 0; i < p->nkeys; i++)
		table->key[i] = key[i];
	if (which < CX_RELATION_COUNT_ALL)
	{
		char	   *schema_name = get_namespace_name(schema);
		List	   *name = list_make2(makeString(schema_name), makeString(pstrdup(function_names[which])));
		TupleDesc	desc = result_columns(LookupFuncName(name, 2, argument_types, false));

		for (i = 0; i < desc->natts; i++)
		{
			Column		column = {NameStr(TupleDescAttr(desc, i)->attname), TupleDescAttr(desc, i)->atttypid};

			find_columns(table, &column, 1);
		}
		table->span_start = table->column[desc->natts - CX_COLUMN_SPAN_START];
		table->span_length = table->column[desc->natts - CX_COLUMN_SPAN_LENGTH];
		table->number = get_attnum(relid, fact_columns[0].name);
		table->keeps_reviewed = get_attnum(relid, fact_columns[2].name) > 0;
		find_columns(table, fact_columns, lengthof(fact_columns));
	}
	else if (which == CX_TABLE_READING)
		find_columns(table, reading_columns, lengthof(reading_columns));
	else
		find_columns(table, error_columns, lengthof(error_columns));
	table->plain = is_plain(rel, table) && same_types(rel, p, table);
	find_indexed(rel, table);
	table_close(rel, AccessShareLock);
}

/* Note the table of a constraint, if it is one of ours; "key" is in the order of the reading table. */
static void
find_constraint(CxPipeline *p, HeapTuple row, TupleDesc desc, Oid schema)
{
	bool		isnull;
	char	   *name = NameStr(*DatumGetName(SPI_getbinval(row, desc, 1, &isnull)));
	Oid			relid = DatumGetObjectId(SPI_getbinval(row, desc, 2, &isnull));
	int16		own[CX_MAX_KEYS],
				theirs[CX_MAX_KEYS],
				key[CX_MAX_KEYS];
	int			n = smallints(SPI_getbinval(row, desc, 3, &isnull), own, CX_MAX_KEYS);
	int			which,
				i,
				j;

	smallints(SPI_getbinval(row, desc, 4, &isnull), theirs, CX_MAX_KEYS);
	for (which = 0; which < CX_TABLES; which++)
	{
		if (strcmp(name + strlen(CONSTRAINT_PREFIX), cx_table_names[which]) == 0)
			break;
	}
	if (which == CX_TABLES || OidIsValid(p->tables[which].relid))
		return;
	if (p->nkeys == 0)
	{
		p->nkeys = n;
		for (i = 0; i < n; i++)
			p->key[i] = theirs[i];
	}
	if (n != p->nkeys)
		return;
	for (i = 0; i < n; i++)
	{
		for (j = 0; j < n && theirs[j] != p->key[i]; j++)
			;
		if (j == n)
			return;
		key[i] = own[j];
	}
	find_table(p, (CxRelation) which, relid, schema, key);
}

static void
find_tables(CxPipeline *p, Oid schema)
{
	/* the reading table first: it says in which order the key is */
	static const char query[] =
	"SELECT c.conname, c.conrelid, c.conkey, c.confkey"
	" FROM pg_catalog.pg_constraint c, pg_catalog.pg_class f, pg_catalog.pg_class a"
	" WHERE c.confrelid OPERATOR(pg_catalog.=) $1 AND c.contype OPERATOR(pg_catalog.=) 'f'"
	" AND c.conparentid OPERATOR(pg_catalog.=) 0"
	" AND pg_catalog.starts_with(c.conname::pg_catalog.text, '" CONSTRAINT_PREFIX "')"
	" AND f.oid OPERATOR(pg_catalog.=) c.conrelid AND a.oid OPERATOR(pg_catalog.=) c.confrelid"
	" AND f.relowner OPERATOR(pg_catalog.=) a.relowner"
	" ORDER BY c.conname OPERATOR(pg_catalog.=) '" CONSTRAINT_PREFIX "reading' DESC, c.oid";
	Oid			types[] = {OIDOID};
	Datum		values[] = {ObjectIdGetDatum(p->root)};
	uint64		i;

	SPI_connect();
	if (SPI_execute_with_args(query, 1, types, values, NULL, true, 0) != SPI_OK_SELECT)
		elog(ERROR, "the constraints on a table could not be read");
	for (i = 0; i < SPI_processed; i++)
		find_constraint(p, SPI_tuptable->vals[i], SPI_tuptable->tupdesc, schema);
	SPI_finish();
	p->complete = OidIsValid(p->tables[CX_TABLE_READING].relid) && OidIsValid(p->tables[CX_TABLE_ERROR].relid);
}

/* ---- the article table ------------------------------------------------------------------ */

/* The trigger that says what is read; NULL if there is none. */
static const Trigger *
find_trigger(Relation rel, Oid function)
{
	int			i;

	for (i = 0; rel->trigdesc != NULL && i < rel->trigdesc->numtriggers; i++)
	{
		const Trigger *trigger = &rel->trigdesc->triggers[i];

		if (trigger->tgfoid == function && TRIGGER_FOR_UPDATE(trigger->tgtype) && trigger->tgqual != NULL)
			return trigger;
	}
	return NULL;
}

/* The table whose trigger was cloned to this one. */
static Oid
root_of_trigger(Oid trigger, Oid relid)
{
	static const char query[] =
	"WITH RECURSIVE up AS ("
	" SELECT t.tgrelid, t.tgparentid FROM pg_catalog.pg_trigger t WHERE t.oid OPERATOR(pg_catalog.=) $1"
	" UNION ALL SELECT t.tgrelid, t.tgparentid FROM up, pg_catalog.pg_trigger t"
	" WHERE t.oid OPERATOR(pg_catalog.=) up.tgparentid)"
	" SELECT tgrelid FROM up WHERE tgparentid OPERATOR(pg_catalog.=) 0";
	Oid			types[] = {OIDOID};
	Datum		values[] = {ObjectIdGetDatum(trigger)};
	Oid			root = relid;
	bool		isnull;

	SPI_connect();
	if (SPI_execute_with_args(query, 1, types, values, NULL, true, 1) == SPI_OK_SELECT && SPI_processed == 1)
		root = DatumGetObjectId(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull));
	SPI_finish();
	return root;
}

/* The columns in the WHEN clause of the trigger. */
static void
find_read_columns(CxPipeline *p, Relation rel, const Trigger *trigger)
{
	Bitmapset  *attributes = NULL;
	int			i = -1;

	pull_varattnos(stringToNode(trigger->tgqual), PRS2_OLD_VARNO, &attributes);
	while ((i = bms_next_member(attributes, i)) >= 0)
	{
		AttrNumber	attno = i + FirstLowInvalidHeapAttributeNumber;
		Oid			type = attno > 0 ? getBaseType(TupleDescAttr(RelationGetDescr(rel), attno - 1)->atttypid) : InvalidOid;

		switch (type)
		{
			case InvalidOid:
				break;
			case BOOLOID:
				p->filter = attno;
				break;
			case DATEOID:
			case TIMESTAMPOID:
			case TIMESTAMPTZOID:
				p->published = attno;
				p->published_type = type;
				break;
			default:
				p->body = attno;
		}
	}
	bms_free(attributes);
	if (p->body == 0)
		elog(ERROR, "trigger \"%s\" names no column to read", trigger->tgname);
}

/* The key was found by the numbers of the root. */
static void
find_key(CxPipeline *p, Relation rel)
{
	int			i;

	for (i = 0; i < p->nkeys; i++)
	{
		Form_pg_attribute attr;

		if (p->relid != p->root)
			p->key[i] = get_attnum(p->relid, get_attname(p->root, p->key[i], false));
		attr = TupleDescAttr(RelationGetDescr(rel), p->key[i] - 1);
		p->key_type[i] = attr->atttypid;
		p->key_equal[i] = lookup_type_cache(attr->atttypid, TYPECACHE_EQ_OPR)->eq_opr;
	}
}

static CxPipeline *
make_pipeline(Relation rel, Oid function, const Trigger *trigger)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "congress_ext pipeline",
												  ALLOCSET_SMALL_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);
	CxPipeline *p = palloc0(sizeof(CxPipeline));

	p->context = context;
	p->valid = true;
	p->relid = RelationGetRelid(rel);
	p->root = root_of_trigger(trigger->tgoid, p->relid);
	if (trigger->tgnargs > 0)
		p->min_confidence = DatumGetFloat4(DirectFunctionCall1(float4in, CStringGetDatum(trigger->tgargs[0])));
	find_read_columns(p, rel, trigger);
	find_tables(p, get_func_namespace(function));
	find_key(p, rel);
	if (!p->complete)
		ereport(WARNING,
				(errmsg("the fact tables of \"%s\" are gone, so its articles are not read", RelationGetRelationName(rel)),
				 errdetail("There is no table \"reading\" or \"error\" that refers to it and has the same owner."),
				 errhint("congress_detach() takes the triggers away.")));
	MemoryContextSwitchTo(caller);
	MemoryContextSetParent(context, TopMemoryContext);
	return p;
}

/* The pipeline of a table, as it is known or found now; NULL if there is none. */
static CxPipeline *
known_pipeline(Relation rel, Oid function)
{
	Oid			relid = RelationGetRelid(rel);
	Entry	   *entry;
	bool		found;
	CxPipeline *p;
	const Trigger *trigger;

	if (entries == NULL)
	{
		HASHCTL		ctl = {0};

		ctl.keysize = sizeof(Oid);
		ctl.entrysize = sizeof(Entry);
		entries = hash_create("congress_ext pipelines", 16, &ctl, HASH_ELEM | HASH_BLOBS);
		CacheRegisterRelcacheCallback(invalidate, (Datum) 0);
	}
	entry = hash_search(entries, &relid, HASH_FIND, NULL);
	if (entry != NULL && entry->pipeline != NULL && entry->pipeline->valid)
		return entry->pipeline;

	trigger = find_trigger(rel, function);
	if (trigger == NULL)
		return NULL;
	p = make_pipeline(rel, function, trigger);
	entry = hash_search(entries, &relid, HASH_ENTER, &found);
	if (found && entry->pipeline != NULL)
	{
		entry->pipeline->replaced = true;
		if (entry->pipeline->users == 0)
			drop_pipeline(entry->pipeline);
	}
	entry->pipeline = p;
	return p;
}

CxPipeline *
cx_pipeline_find(Relation rel, Oid function, LOCKMODE lockmode)
{
	CxPipeline *p;
	int			i;

	for (;;)
	{
		p = known_pipeline(rel, function);
		if (p == NULL)
			return NULL;
		for (i = 0; lockmode != NoLock && i < CX_TABLES; i++)
		{
			if (OidIsValid(p->tables[i].relid))
				LockRelationOid(p->tables[i].relid, lockmode);
		}
		/* whoever had a lock before may have changed what we know */
		if (p->valid)
			return hold(p);
	}
}

Oid
cx_trigger_function(Oid schema)
{
	return LookupFuncName(list_make2(makeString(get_namespace_name(schema)), makeString(pstrdup("congress_trigger"))),
						  0, NULL, false);
}

static Datum
column_name(const CxPipeline *p, AttrNumber attno, bool *isnull)
{
	*isnull = attno == 0;
	return attno == 0 ? (Datum) 0 : CStringGetTextDatum(get_attname(p->relid, attno, false));
}

CX_SQL_FUNCTION(congress_attached);
Datum
congress_attached(PG_FUNCTION_ARGS)
{
	Relation	rel = relation_open(PG_GETARG_OID(0), AccessShareLock);
	CxPipeline *p = cx_pipeline_find(rel, cx_trigger_function(get_func_namespace(fcinfo->flinfo->fn_oid)),
									 NoLock);
	TupleDesc	desc;
	Datum		values[5] = {0};
	bool		nulls[5] = {true, true, true, true, true};
	Datum		key[CX_MAX_KEYS];
	int			i;

	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	if (p != NULL)
	{
		for (i = 0; i < p->nkeys; i++)
			key[i] = column_name(p, p->key[i], &nulls[0]);
		values[0] = PointerGetDatum(construct_array(key, p->nkeys, TEXTOID, -1, false, TYPALIGN_INT));
		values[1] = column_name(p, p->body, &nulls[1]);
		values[2] = column_name(p, p->published, &nulls[2]);
		values[3] = column_name(p, p->filter, &nulls[3]);
		values[4] = Float4GetDatum(p->min_confidence);
		nulls[0] = nulls[4] = false;
	}
	relation_close(rel, AccessShareLock);
	return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls));
}

CX_SQL_FUNCTION(congress_grammar_version);
Datum
congress_grammar_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(cx_grammar_version));
}
