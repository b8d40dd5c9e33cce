/*-------------------------------------------------------------------------
 *
 * pipeline_trigger.c
 *	  The trigger that keeps facts true.
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

#include "access/tableam.h"
#include "catalog/pg_trigger.h"
#include "commands/trigger.h"
#include "executor/tuptable.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/snapmgr.h"

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

/* May a trigger of somebody else have changed rows before this one is called? */
static bool
has_other_triggers(Relation rel, Oid function)
{
	int			i;

	for (i = 0; i < rel->trigdesc->numtriggers; i++)
	{
		const Trigger *trigger = &rel->trigdesc->triggers[i];

		if (!trigger->tgisinternal && trigger->tgfoid != function && (trigger->tgtype & TRIGGER_TYPE_TIMING_MASK) == TRIGGER_TYPE_AFTER)
			return true;
	}
	return false;
}

/* The query whether an article is there, by its key. */
static SPIPlanPtr
prepare_look(CxPipeline *p)
{
	StringInfoData sql;
	SPIPlanPtr	plan;
	int			i;

	initStringInfo(&sql);
	appendStringInfo(&sql, "SELECT FROM %s a", cx_quoted_table(p->relid));
	for (i = 0; i < p->nkeys; i++)
		appendStringInfo(&sql, "%s a.%s %s $%d", i == 0 ? " WHERE" : " AND",
						 quote_identifier(get_attname(p->relid, p->key[i], false)),
						 cx_quoted_operator(p->key_equal[i]), i + 1);
	plan = SPI_prepare(sql.data, p->nkeys, p->key_type);
	if (plan == NULL)
		elog(ERROR, "SPI_prepare failed for \"%s\": %s", sql.data, SPI_result_code_string(SPI_result));
	return plan;
}

static bool
is_there(SPIPlanPtr plan, CxArticleRow *article)
{
	if (SPI_execute_plan(plan, article->key, NULL, false, 1) != SPI_OK_SELECT)
		elog(ERROR, "an article could not be looked up");
	return SPI_processed > 0;
}

static void
after_statement(CxPipeline *p, TriggerData *trigger, Oid function)
{
	TupleTableSlot *slot = MakeSingleTupleTableSlot(RelationGetDescr(trigger->tg_relation), &TTSOpsMinimalTuple);
	bool		look = has_other_triggers(trigger->tg_relation, function);
	SPIPlanPtr	plan = NULL;
	CxWriter   *writer;
	CxArticleRow article;

	if (look)
	{
		SPI_connect();
		plan = prepare_look(p);
	}
	writer = cx_writer_start(p);
	while (tuplestore_gettupleslot(trigger->tg_newtable, true, false, slot))
	{
		CHECK_FOR_INTERRUPTS();
		get_article(p, slot, &article);
		if (article.wanted && (!look || is_there(plan, &article)))
			cx_writer_article(writer, &article, look ? CX_WRITE_MISSING : CX_WRITE_NEW);
	}
	cx_writer_end(writer);
	if (look)
		SPI_finish();
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
	p = cx_pipeline_find(trigger->tg_relation, fcinfo->flinfo->fn_oid, RowExclusiveLock);
	if (p == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
				 errmsg("table \"%s\" is not attached", RelationGetRelationName(trigger->tg_relation)),
				 errdetail("There is no trigger congress_update that says what to read."),
				 errhint("Use congress_attach(), or drop this trigger.")));
	if (p->complete)
	{
		if (TRIGGER_FIRED_FOR_ROW(trigger->tg_event))
			after_row(p, trigger);
		else
			after_statement(p, trigger, fcinfo->flinfo->fn_oid);
	}
	return PointerGetDatum(NULL);
}
