/*-------------------------------------------------------------------------
 *
 * pipeline_write.c
 *	  Writing the facts of articles to their tables.
 *
 * There are two ways into a table.  A table as it was made, with its foreign
 * key and plain indexes and nothing else, gets its rows straight into heap and
 * indexes, many at a time: that is several times as fast as INSERT.  The
 * foreign key need not be checked, as the article is locked by this
 * transaction: it was just written, or is held FOR NO KEY UPDATE.  A table to
 * which the user has added a trigger, a constraint or the like gets them by
 * INSERT.
 *
 * Statements run as the owner of the table that they write, as those of foreign
 * keys do.  So who writes articles needs no right to the facts, and code that
 * hangs on a fact table gets no more rights than its owner has.
 *
 * Rows that a person has reviewed stay.  Of the new rows those are left out
 * that such a row stands for (pipeline_review.c).
 *
 *-------------------------------------------------------------------------
 */
#include "pipeline.h"

#include "access/genam.h"
#include "access/heapam.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/index.h"
#include "executor/executor.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"
#include "utils/timestamp.h"

#define BUFFERED_ROWS	500		/* of a table, before they are written */
#define BUFFERED_BYTES	(256 * 1024)

/* An entry of a btree has to fit on a page three times, with all its columns. */
#define INDEXED_BYTES	2000

/* A table that rows are put into directly. */
typedef struct OpenTable
{
	Relation	rel;			/* NULL: not open yet */
	int			nindexes;
	Relation   *index;
	IndexInfo **info;
	int			nslots;			/* made */
	TupleTableSlot **slots;
	int			n;				/* filled */
	Size		bytes;
} OpenTable;

struct CxWriter
{
	CxPipeline *pipeline;
	MemoryContext context;		/* of all that follows */
	MemoryContext row_context;	/* for one article */
	OpenTable	open[CX_TABLES];
	Datum		version;
	int64		facts;
	int64		articles;
	bool		too_long;		/* a fact of the article cannot be indexed */
	bool		connected;		/* to SPI */

	/* the article at work */
	const CxArticleRow *article;
	int			which;
	int32		number;			/* of its last row */
	int			ordinal;		/* of its last row read */
	int			nreviewed;
	CxReviewed *reviewed;
};

CxWriter *
cx_writer_start(CxPipeline *pipeline)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "congress_ext writer",
												  ALLOCSET_DEFAULT_SIZES);
	CxWriter   *writer = MemoryContextAllocZero(context, sizeof(CxWriter));

	writer->pipeline = pipeline;
	writer->context = context;
	writer->row_context = AllocSetContextCreate(context, "congress_ext article", ALLOCSET_DEFAULT_SIZES);
	writer->version = PointerGetDatum(MemoryContextAlloc(context, VARHDRSZ + strlen(cx_grammar_version)));
	SET_VARSIZE(DatumGetPointer(writer->version), VARHDRSZ + strlen(cx_grammar_version));
	memcpy(VARDATA(DatumGetPointer(writer->version)), cx_grammar_version, strlen(cx_grammar_version));
	return writer;
}

int64
cx_writer_facts(const CxWriter *writer)
{
	return writer->facts;
}

int64
cx_writer_articles(const CxWriter *writer)
{
	return writer->articles;
}

/* ---- rows into heap and indexes ------------------------------------------------------- */

static void
open_table(CxWriter *writer, OpenTable *open, const CxTable *table)
{
	MemoryContext caller = MemoryContextSwitchTo(writer->context);
	List	   *indexes;
	ListCell   *cell;

	open->rel = table_open(table->relid, RowExclusiveLock);
	indexes = RelationGetIndexList(open->rel);
	open->index = palloc(sizeof(Relation) * list_length(indexes));
	open->info = palloc(sizeof(IndexInfo *) * list_length(indexes));
	foreach(cell, indexes)
	{
		Relation	index = index_open(lfirst_oid(cell), RowExclusiveLock);

		if (index->rd_index->indisready)
		{
			open->index[open->nindexes] = index;
			open->info[open->nindexes++] = BuildIndexInfo(index);
		}
		else
			index_close(index, RowExclusiveLock);
	}
	list_free(indexes);
	MemoryContextSwitchTo(caller);
}

static void
flush_table(CxWriter *writer, OpenTable *open)
{
	MemoryContext caller;
	Datum		values[INDEX_MAX_KEYS];
	bool		isnull[INDEX_MAX_KEYS];
	int			i,
				j;

	if (open->n == 0)
		return;
	caller = MemoryContextSwitchTo(writer->row_context);
	table_multi_insert(open->rel, open->slots, open->n, GetCurrentCommandId(true), 0, NULL);
	for (j = 0; j < open->nindexes; j++)
	{
		Relation	index = open->index[j];

		for (i = 0; i < open->n; i++)
		{
			FormIndexDatum(open->info[j], open->slots[i], NULL, values, isnull);
			index_insert(index, values, isnull, &open->slots[i]->tts_tid, open->rel,
						 index->rd_index->indisunique ? UNIQUE_CHECK_YES : UNIQUE_CHECK_NO,
						 false, open->info[j]);
		}
	}
	for (i = 0; i < open->n; i++)
		ExecClearTuple(open->slots[i]);
	open->n = 0;
	open->bytes = 0;
	MemoryContextSwitchTo(caller);
}

static TupleTableSlot *
next_slot(CxWriter *writer, OpenTable *open)
{
	if (open->n == open->nslots)
	{
		MemoryContext caller = MemoryContextSwitchTo(writer->context);
		int			more = open->nslots == 0 ? 8 : open->nslots;

		open->slots = open->nslots == 0 ? palloc(sizeof(TupleTableSlot *) * more) :
			repalloc(open->slots, sizeof(TupleTableSlot *) * (open->nslots + more));
		while (more-- > 0)
			open->slots[open->nslots++] = MakeSingleTupleTableSlot(RelationGetDescr(open->rel),
																   table_slot_callbacks(open->rel));
		MemoryContextSwitchTo(caller);
	}
	return open->slots[open->n];
}

static void
put_direct(CxWriter *writer, OpenTable *open, const CxTable *table, const Datum *values, const bool *nulls)
{
	TupleTableSlot *slot;
	HeapTuple	tuple;
	bool		free_tuple;
	int			i;

	if (open->rel == NULL)
		open_table(writer, open, table);
	slot = next_slot(writer, open);
	memset(slot->tts_isnull, true, table->natts * sizeof(bool));
	for (i = 0; i < writer->pipeline->nkeys; i++)
	{
		slot->tts_values[table->key[i] - 1] = writer->article->key[i];
		slot->tts_isnull[table->key[i] - 1] = false;
	}
	for (i = 0; i < table->ncolumns; i++)
	{
		if (table->column[i] > 0)
		{
			slot->tts_values[table->column[i] - 1] = values[i];
			slot->tts_isnull[table->column[i] - 1] = nulls[i];
		}
	}
	ExecStoreVirtualTuple(slot);
	ExecMaterializeSlot(slot);
	tuple = ExecFetchSlotHeapTuple(slot, false, &free_tuple);
	open->bytes += tuple->t_len;
	if (free_tuple)
		heap_freetuple(tuple);
	if (++open->n == BUFFERED_ROWS || open->bytes >= BUFFERED_BYTES)
		flush_table(writer, open);
}

static void
close_table(OpenTable *open)
{
	int			i;

	if (open->rel == NULL)
		return;
	for (i = 0; i < open->nslots; i++)
		ExecDropSingleTupleTableSlot(open->slots[i]);
	/* locks are held to the end of the transaction, as by INSERT */
	for (i = 0; i < open->nindexes; i++)
		index_close(open->index[i], NoLock);
	table_close(open->rel, NoLock);
}

/* ---- statements ------------------------------------------------------------------------- */

static void
connect(CxWriter *writer)
{
	MemoryContext caller = CurrentMemoryContext;

	if (!writer->connected)
		SPI_connect();
	writer->connected = true;
	MemoryContextSwitchTo(caller);
}

/* The condition that a row is of the article whose key are the parameters from $1 on. */
static void
append_key_condition(StringInfo sql, const CxPipeline *p, const CxTable *table)
{
	int			i;

	for (i = 0; i < p->nkeys; i++)
		appendStringInfo(sql, "%s t.%s %s $%d", i == 0 ? " WHERE" : " AND",
						 quote_identifier(get_attname(table->relid, table->key[i], false)),
						 cx_quoted_operator(p->key_equal[i]), i + 1);
}

/* Prepare a plan as the owner of the table. */
static SPIPlanPtr
prepare(const CxTable *table, const char *sql, int nargs, Oid *types)
{
	MemoryContext caller = CurrentMemoryContext;
	SPIPlanPtr	plan;
	Oid			user;
	int			context;

	GetUserIdAndSecContext(&user, &context);
	SetUserIdAndSecContext(table->owner, context | SECURITY_LOCAL_USERID_CHANGE | SECURITY_NOFORCE_RLS);
	plan = SPI_prepare(sql, nargs, types);
	SetUserIdAndSecContext(user, context);
	MemoryContextSwitchTo(caller);
	if (plan == NULL)
		elog(ERROR, "SPI_prepare failed for \"%s\": %s", sql, SPI_result_code_string(SPI_result));
	SPI_keepplan(plan);
	return plan;
}

/* Run a plan as the owner of the table. */
static int
run_as_owner(const CxTable *table, SPIPlanPtr plan, Datum *values, const char *nulls)
{
	MemoryContext caller = CurrentMemoryContext;
	Oid			user;
	int			context;
	int			result;

	GetUserIdAndSecContext(&user, &context);
	SetUserIdAndSecContext(table->owner, context | SECURITY_LOCAL_USERID_CHANGE | SECURITY_NOFORCE_RLS);

	/*
	 * whatever the isolation level: the article is locked, its facts are what
	 * they are now
	 */
	result = SPI_execute_snapshot(plan, values, nulls, GetLatestSnapshot(), InvalidSnapshot, false, true, 0);
	SetUserIdAndSecContext(user, context);
	MemoryContextSwitchTo(caller);
	if (result < 0)
		elog(ERROR, "SPI_execute_plan failed: %s", SPI_result_code_string(result));
	return result;
}

static void
put_by_insert(CxWriter *writer, CxTable *table, const Datum *values, const bool *nulls)
{
	CxPipeline *p = writer->pipeline;
	Datum		args[CX_MAX_KEYS + CX_TABLE_COLUMNS];
	char		isnull[CX_MAX_KEYS + CX_TABLE_COLUMNS];
	AttrNumber	attno[CX_MAX_KEYS + CX_TABLE_COLUMNS];
	Oid			types[CX_MAX_KEYS + CX_TABLE_COLUMNS];
	int			n = 0;
	int			i;

	for (i = 0; i < p->nkeys; i++)
	{
		attno[n] = table->key[i];
		types[n] = p->key_type[i];
		args[n] = writer->article->key[i];
		isnull[n++] = ' ';
	}
	for (i = 0; i < table->ncolumns; i++)
	{
		if (table->column[i] == 0)
			continue;
		attno[n] = table->column[i];
		types[n] = table->type[i];
		args[n] = values[i];
		isnull[n++] = nulls[i] ? 'n' : ' ';
	}
	connect(writer);
	if (table->insert == NULL)
	{
		StringInfoData columns,
					params;

		initStringInfo(&columns);
		initStringInfo(&params);
		for (i = 0; i < n; i++)
		{
			appendStringInfo(&columns, "%s%s", i == 0 ? "" : ", ",
							 quote_identifier(get_attname(table->relid, attno[i], false)));
			appendStringInfo(&params, "%s$%d", i == 0 ? "" : ", ", i + 1);
		}
		table->insert = prepare(table, psprintf("INSERT INTO %s (%s) VALUES (%s)", cx_quoted_table(table->relid),
												columns.data, params.data), n, types);
	}
	run_as_owner(table, table->insert, args, isnull);
}

static void
put(CxWriter *writer, int which, const Datum *values, const bool *nulls)
{
	CxTable    *table = &writer->pipeline->tables[which];

	if (table->plain)
		put_direct(writer, &writer->open[which], table, values, nulls);
	else
		put_by_insert(writer, table, values, nulls);
}

/* ---- what was there before --------------------------------------------------------------- */

/* Is there a row of the article in a table, for all to see?  With "version": of this version of the grammar. */
static bool
has_row(CxWriter *writer, int which, bool this_version)
{
	CxPipeline *p = writer->pipeline;
	CxTable    *table = &p->tables[which];
	bool		found;

	connect(writer);
	if (table->remaining == NULL)
	{
		StringInfoData sql;

		initStringInfo(&sql);
		appendStringInfo(&sql, "SELECT t.grammar_version FROM %s t", cx_quoted_table(table->relid));
		append_key_condition(&sql, p, table);
		table->remaining = prepare(table, sql.data, p->nkeys, p->key_type);
	}
	run_as_owner(table, table->remaining, (Datum *) writer->article->key, NULL);
	found = SPI_processed > 0;
	if (found && this_version)
	{
		char	   *version = SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);

		found = version != NULL && strcmp(version, cx_grammar_version) == 0;
	}
	SPI_freetuptable(SPI_tuptable);
	return found;
}

/* Remove the rows of the article that are not reviewed. */
static void
remove_rows(CxWriter *writer, int which)
{
	CxPipeline *p = writer->pipeline;
	CxTable    *table = &p->tables[which];

	if (!OidIsValid(table->relid))
		return;
	connect(writer);
	if (table->remove == NULL)
	{
		StringInfoData sql;

		initStringInfo(&sql);
		appendStringInfo(&sql, "DELETE FROM %s t", cx_quoted_table(table->relid));
		append_key_condition(&sql, p, table);
		if (table->keeps_reviewed)
			appendStringInfoString(&sql, " AND t.reviewed IS NOT TRUE");
		table->remove = prepare(table, sql.data, p->nkeys, p->key_type);
	}
	run_as_owner(table, table->remove, (Datum *) writer->article->key, NULL);
}

/* Find those that are, and the highest number among them. */
static void
find_reviewed(CxWriter *writer)
{
	CxPipeline *p = writer->pipeline;
	CxTable    *table = &p->tables[writer->which];
	uint64		i;
	bool		isnull[3];

	writer->nreviewed = 0;
	writer->number = 0;
	if (!table->keeps_reviewed || table->number == 0)
		return;
	connect(writer);
	if (table->remaining == NULL)
	{
		StringInfoData sql;

		initStringInfo(&sql);
		appendStringInfo(&sql, "SELECT t.fact_no::pg_catalog.int4, %s FROM %s t",
						 table->span_start > 0 && table->span_length > 0 ? "t.span_start::pg_catalog.int4, t.span_length::pg_catalog.int4" :
						 "NULL::pg_catalog.int4, NULL::pg_catalog.int4", cx_quoted_table(table->relid));
		append_key_condition(&sql, p, table);
		appendStringInfoString(&sql, " ORDER BY t.fact_no");
		table->remaining = prepare(table, sql.data, p->nkeys, p->key_type);
	}
	run_as_owner(table, table->remaining, (Datum *) writer->article->key, NULL);
	if (SPI_processed > 0)
	{
		writer->reviewed = MemoryContextAlloc(writer->row_context, sizeof(CxReviewed) * SPI_processed);
		for (i = 0; i < SPI_processed; i++)
		{
			CxReviewed *r = &writer->reviewed[i];
			HeapTuple	row = SPI_tuptable->vals[i];

			r->number = DatumGetInt32(SPI_getbinval(row, SPI_tuptable->tupdesc, 1, &isnull[0]));
			r->start = DatumGetInt32(SPI_getbinval(row, SPI_tuptable->tupdesc, 2, &isnull[1]));
			r->length = DatumGetInt32(SPI_getbinval(row, SPI_tuptable->tupdesc, 3, &isnull[2]));
			if (isnull[1] || isnull[2])
				r->start = r->length = 0;
			r->stands_for = -1;
			writer->number = Max(writer->number, r->number);
		}
		writer->nreviewed = (int) SPI_processed;
	}
	SPI_freetuptable(SPI_tuptable);
}

/* ---- one article ------------------------------------------------------------------------------ */

/* Spans of the rows of a relation, for pairing. */
typedef struct Spans
{
	float4		min_confidence;
	int			n,
				size;
	CxReadSpan *at;
	MemoryContext context;
} Spans;

static bool
is_sure_enough(const CxRows *rows, float4 min_confidence)
{
	return DatumGetFloat4(rows->values[rows->column - CX_COLUMN_CONFIDENCE]) >= min_confidence;
}

static void
collect_span(CxRows *rows)
{
	Spans	   *spans = rows->sink_arg;
	CxReadSpan *s;

	if (!is_sure_enough(rows, spans->min_confidence))
		return;
	if (spans->n == spans->size)
	{
		spans->size = spans->size == 0 ? 16 : 2 * spans->size;
		spans->at = spans->at == NULL ? MemoryContextAlloc(spans->context, sizeof(CxReadSpan) * spans->size) :
			repalloc_huge(spans->at, sizeof(CxReadSpan) * spans->size);
	}
	s = &spans->at[spans->n++];
	s->start = DatumGetInt32(rows->values[rows->column - CX_COLUMN_SPAN_START]);
	s->length = DatumGetInt32(rows->values[rows->column - CX_COLUMN_SPAN_LENGTH]);
	s->taken = false;
}

static bool
is_reviewed(const CxWriter *writer, int ordinal)
{
	int			i;

	for (i = 0; i < writer->nreviewed; i++)
	{
		if (writer->reviewed[i].stands_for == ordinal)
			return true;
	}
	return false;
}

static bool
is_too_long(const CxTable *table, const Datum *values, const bool *nulls)
{
	int			i;

	for (i = 0; i < table->ncolumns; i++)
	{
		if (table->indexed[i] && !nulls[i] && VARSIZE_ANY_EXHDR(DatumGetPointer(values[i])) > INDEXED_BYTES)
			return true;
	}
	return false;
}

/* A row of the relation at work: add the columns that are the table's own. */
static void
put_fact(CxRows *rows)
{
	CxWriter   *writer = rows->sink_arg;
	int			n = rows->column;

	if (!is_sure_enough(rows, writer->pipeline->min_confidence) || is_reviewed(writer, writer->ordinal++))
		return;
	rows->values[n] = Int32GetDatum(++writer->number);
	rows->values[n + 1] = writer->version;
	rows->values[n + 2] = BoolGetDatum(false);
	rows->nulls[n] = rows->nulls[n + 1] = rows->nulls[n + 2] = false;
	if (is_too_long(&writer->pipeline->tables[writer->which], rows->values, rows->nulls))
	{
		writer->too_long = true;
		return;
	}
	put(writer, writer->which, rows->values, rows->nulls);
	writer->facts++;
}

static void
put_relations(CxWriter *writer, const CxAnalysis *analysis, bool again)
{
	CxPipeline *p = writer->pipeline;
	const CxFacts *facts = cx_analysis_facts(analysis);
	const CxSpanMap *map = cx_analysis_spans(analysis);
	CxRows		rows;
	int			i;

	for (i = 0; i < CX_RELATION_COUNT_ALL; i++)
	{
		if (!OidIsValid(p->tables[i].relid))
			continue;
		writer->which = i;
		writer->number = 0;
		writer->ordinal = 0;
		writer->nreviewed = 0;
		if (again)
			find_reviewed(writer);
		if (writer->nreviewed > 0)
		{
			Spans		spans = {p->min_confidence, 0, 0, NULL, writer->row_context};

			cx_rows_start_sink(&rows, map, collect_span, &spans);
			cx_put_relation(&rows, facts, (CxRelation) i);
			cx_rows_end(&rows);
			cx_pair_reviewed(writer->reviewed, writer->nreviewed, spans.at, spans.n);
		}
		cx_rows_start_sink(&rows, map, put_fact, writer);
		cx_put_relation(&rows, facts, (CxRelation) i);
		cx_rows_end(&rows);
	}
}

static void
put_reading(CxWriter *writer, int64 facts)
{
	Datum		values[3];
	bool		nulls[3] = {false, false, false};

	values[0] = writer->version;
	values[1] = Int32GetDatum((int32) facts);
	values[2] = TimestampTzGetDatum(GetCurrentTransactionStartTimestamp());
	put(writer, CX_TABLE_READING, values, nulls);
}

static void
put_error(CxWriter *writer, int sqlerrcode, const char *message)
{
	Datum		values[4];
	bool		nulls[4] = {false, false, false, false};

	values[0] = writer->version;
	values[1] = CStringGetTextDatum(unpack_sql_state(sqlerrcode));
	values[2] = CStringGetTextDatum(message);
	values[3] = TimestampTzGetDatum(GetCurrentTransactionStartTimestamp());
	put(writer, CX_TABLE_ERROR, values, nulls);
}

/* The day of publication; a moment is taken as a clock in Viet Nam shows it. */
static bool
published_date(const CxPipeline *p, const CxArticleRow *article, DateADT *date)
{
	const int64 offset = 7 * SECS_PER_HOUR * USECS_PER_SEC;
	int64		stamp;

	if (p->published == 0 || article->published_isnull)
		return false;
	if (p->published_type == DATEOID)
	{
		*date = DatumGetDateADT(article->published);
		return true;
	}
	stamp = DatumGetTimestamp(article->published);
	if (TIMESTAMP_NOT_FINITE(stamp))
		return false;
	if (p->published_type == TIMESTAMPTZOID)
		stamp += offset;
	*date = (DateADT) (stamp / USECS_PER_DAY - (stamp % USECS_PER_DAY < 0 ? 1 : 0));
	return true;
}

/* Analyse the body; NULL, with an error written, if it cannot be read. */
static const CxAnalysis *
analyse(CxWriter *writer, const CxArticleRow *article)
{
	struct varlena *body = pg_detoast_datum_packed((struct varlena *) DatumGetPointer(article->body));
	DateADT		date = 0;
	bool		has_date = published_date(writer->pipeline, article, &date);
	const CxAnalysis *analysis = NULL;
	CxStatus	status = CX_OK;

	/*
	 * a text may have come in by a way that does not check its bytes; it must
	 * not stop the others
	 */
	if (!pg_verify_mbstr(PG_UTF8, VARDATA_ANY(body), VARSIZE_ANY_EXHDR(body), true))
		status = CX_EENCODING;
	else
		analysis = cx_pg_try_analysis(PointerGetDatum(body), !has_date, date, false, &status);
	switch (status)
	{
		case CX_OK:
			break;
		case CX_EENCODING:
			put_error(writer, ERRCODE_CHARACTER_NOT_IN_REPERTOIRE, "text is not valid UTF-8");
			break;
		case CX_ETOOBIG:
			put_error(writer, ERRCODE_PROGRAM_LIMIT_EXCEEDED, "text is too long to be analysed");
			break;
		default:
			cx_pg_check(status);
	}
	return analysis;
}

void
cx_writer_failed(CxWriter *writer, const CxArticleRow *article, int sqlerrcode, const char *message)
{
	int			i;

	writer->article = article;
	for (i = 0; i < CX_TABLES; i++)
		flush_table(writer, &writer->open[i]);
	for (i = 0; i < CX_TABLES; i++)
		remove_rows(writer, i);
	put_error(writer, sqlerrcode, message);
}

bool
cx_writer_article(CxWriter *writer, const CxArticleRow *article, CxWriteMode mode)
{
	MemoryContext caller = MemoryContextSwitchTo(writer->row_context);
	int64		before = writer->facts;
	bool		again = mode == CX_WRITE_AGAIN || mode == CX_WRITE_STALE;
	bool		stale = mode == CX_WRITE_STALE;
	bool		read = true;
	int			i;

	writer->article = article;
	if (mode == CX_WRITE_MISSING || mode == CX_WRITE_STALE)
	{
		/* another session may have been quicker */
		if (has_row(writer, CX_TABLE_READING, stale) || has_row(writer, CX_TABLE_ERROR, stale))
			goto done;
	}
	if (again)
	{
		for (i = 0; i < CX_TABLES; i++)
			remove_rows(writer, i);
	}
	writer->articles++;
	if (article->wanted)
	{
		if (article->body_isnull)
			put_reading(writer, 0);
		else
		{
			const CxAnalysis *analysis = analyse(writer, article);

			read = analysis != NULL;
			if (read)
			{
				writer->too_long = false;
				put_relations(writer, analysis, again);
				read = !writer->too_long;
				if (read)
					put_reading(writer, writer->facts - before);
				else
				{
					cx_writer_failed(writer, article, ERRCODE_PROGRAM_LIMIT_EXCEEDED,
									 psprintf("a fact is longer than the %d bytes that its index takes", INDEXED_BYTES));
					writer->facts = before;
				}
			}
		}
	}
done:
	MemoryContextSwitchTo(caller);
	MemoryContextReset(writer->row_context);
	return read;
}

void
cx_writer_depart(CxWriter *writer, const Datum *key)
{
	CxPipeline *p = writer->pipeline;
	CxArticleRow *article = MemoryContextAllocZero(writer->context, sizeof(CxArticleRow));
	int			i;

	memcpy(article->key, key, sizeof(Datum) * p->nkeys);
	writer->article = article;
	for (i = 0; i < CX_TABLES; i++)
	{
		CxTable    *table = &p->tables[i];

		remove_rows(writer, i);
		if (!OidIsValid(table->relid) || !table->keeps_reviewed)
			continue;
		connect(writer);
		if (table->renumber == NULL)
		{
			StringInfoData sql;

			initStringInfo(&sql);
			appendStringInfo(&sql, "UPDATE %s t SET fact_no = - pg_catalog.abs(t.fact_no)", cx_quoted_table(table->relid));
			append_key_condition(&sql, p, table);
			table->renumber = prepare(table, sql.data, p->nkeys, p->key_type);
		}
		run_as_owner(table, table->renumber, article->key, NULL);
	}
}

void
cx_writer_end(CxWriter *writer)
{
	MemoryContext caller = CurrentMemoryContext;
	int			i;

	for (i = 0; i < CX_TABLES; i++)
		flush_table(writer, &writer->open[i]);
	for (i = 0; i < CX_TABLES; i++)
		close_table(&writer->open[i]);
	if (writer->connected)
		SPI_finish();
	MemoryContextSwitchTo(caller);
	MemoryContextDelete(writer->context);
}
