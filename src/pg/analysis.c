/*-------------------------------------------------------------------------
 *
 * analysis.c
 *	  The analysis of an article, shared by the functions of a statement.
 *
 * A query commonly asks several functions about one body:
 *
 *		FROM article a, congress_events(a.body) e, congress_people(a.body) p
 *
 * They are different calls with different fn_extra, so what they share is kept
 * in one place of the backend: the last analysis.  It lives in a memory context
 * below that of the running portal (or below the transaction's, where there is
 * no portal, as in a parallel worker) and goes away with it; a reset callback
 * then forgets the pointer.  A new body or another reference date takes the
 * place of the old one, so a statement holds one analysis at a time.
 *
 * Whether a body is the same is told by its bytes: comparing is far cheaper
 * than a hash and cannot err, and the copy to compare with is needed anyway,
 * for facts may point into it.  A body that is stored compressed or out of line
 * is first compared in that form, which spares the detoasting: for a value out
 * of line the form is a pointer of 18 bytes to a value that does not change.
 * Such a pointer is trusted within one transaction only, as a value removed
 * before might lend its number to another one later.
 *
 *-------------------------------------------------------------------------
 */
#include "cx_pg.h"

#include "storage/proc.h"
#include "utils/memutils.h"
#include "utils/portal.h"

struct CxAnalysis
{
	MemoryContext context;
	MemoryContextCallback forget;
	CxEnv		env;
	CxArena		arena;
	char	   *body;
	uint32		length;
	struct varlena *stored;		/* the argument as passed, if toasted; else
								 * NULL */
	LocalTransactionId lxid;	/* of the transaction that saw it */
	bool		ref_isnull;
	DateADT		ref;
	CxFacts		facts;
	bool		traced;
	CxTrace		trace;			/* if traced */
	CxSpanMap	spans;
};

static CxAnalysis *last;

static void
forget(void *arg)
{
	if (last == arg)
		last = NULL;
}

/* Is this datum one whose bytes stand for a body not yet fetched? */
static inline bool
is_toasted(struct varlena *datum)
{
	return VARATT_IS_EXTERNAL_ONDISK(datum) || VARATT_IS_COMPRESSED(datum);
}

static LocalTransactionId
current_lxid(void)
{
#if PG_VERSION_NUM >= 170000
	return MyProc->vxid.lxid;
#else
	return MyProc->lxid;
#endif
}

static bool
same_stored(const CxAnalysis *analysis, struct varlena *datum)
{
	return analysis->stored != NULL &&
		analysis->lxid == current_lxid() &&
		VARSIZE_ANY(analysis->stored) == VARSIZE_ANY(datum) &&
		memcmp(analysis->stored, datum, VARSIZE_ANY(datum)) == 0;
}

static bool
same_body(const CxAnalysis *analysis, struct varlena *plain)
{
	return analysis->length == VARSIZE_ANY_EXHDR(plain) &&
		memcmp(analysis->body, VARDATA_ANY(plain), analysis->length) == 0;
}

/* Analyse a body in a memory context of its own; NULL if *status is not CX_OK. */
static CxAnalysis *
analyse(struct varlena *datum, struct varlena *plain, bool ref_isnull, DateADT ref, bool traced, CxStatus *status)
{
	MemoryContext parent = PortalContext != NULL ? PortalContext : TopTransactionContext;
	MemoryContext context = AllocSetContextCreate(parent, "congress_ext analysis",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);
	CxAnalysis *analysis = palloc0(sizeof(CxAnalysis));

	analysis->context = context;
	analysis->length = VARSIZE_ANY_EXHDR(plain);
	analysis->body = palloc_extended(analysis->length + 1, MCXT_ALLOC_HUGE);
	memcpy(analysis->body, VARDATA_ANY(plain), analysis->length);
	if (is_toasted(datum))
	{
		analysis->stored = palloc(VARSIZE_ANY(datum));
		memcpy(analysis->stored, datum, VARSIZE_ANY(datum));
		analysis->lxid = current_lxid();
	}
	analysis->ref_isnull = ref_isnull;
	analysis->ref = ref;

	analysis->env = cx_pg_env(context);
	cx_arena_init(&analysis->arena, &analysis->env);
	analysis->traced = traced;
	*status = cx_explain(&analysis->arena, analysis->body, analysis->length,
						 cx_pg_ymd(ref_isnull, ref), &analysis->facts, traced ? &analysis->trace : NULL);
	if (*status != CX_OK)
	{
		/* the parent may live on for long, if the error is caught in PL/pgSQL */
		MemoryContextSwitchTo(caller);
		MemoryContextDelete(context);
		return NULL;
	}
	cx_span_map(&analysis->spans, analysis->body, analysis->length);

	analysis->forget.func = forget;
	analysis->forget.arg = analysis;
	MemoryContextRegisterResetCallback(context, &analysis->forget);
	MemoryContextSwitchTo(caller);
	return analysis;
}

const CxAnalysis *
cx_pg_try_analysis(Datum body, bool ref_isnull, DateADT ref, bool traced, CxStatus *status)
{
	struct varlena *datum = (struct varlena *) DatumGetPointer(body);
	struct varlena *plain;
	bool		same_ref = last != NULL && last->ref_isnull == ref_isnull &&
	(ref_isnull || last->ref == ref) && (last->traced || !traced);

	*status = CX_OK;
	cx_pg_check_encoding();
	if (same_ref && is_toasted(datum) && same_stored(last, datum))
		return last;

	plain = pg_detoast_datum_packed(datum);
	if (!(same_ref && same_body(last, plain)))
	{
		if (last != NULL)
			MemoryContextDelete(last->context); /* its callback clears "last" */
		last = analyse(datum, plain, ref_isnull, ref, traced, status);
	}
	if (plain != datum)
		pfree(plain);
	return last;
}

const CxAnalysis *
cx_pg_analysis(Datum body, bool ref_isnull, DateADT ref, bool traced)
{
	CxStatus	status;
	const CxAnalysis *analysis = cx_pg_try_analysis(body, ref_isnull, ref, traced, &status);

	cx_pg_check(status);
	return analysis;
}

const CxFacts *
cx_analysis_facts(const CxAnalysis *analysis)
{
	return &analysis->facts;
}

const CxTrace *
cx_analysis_trace(const CxAnalysis *analysis)
{
	return &analysis->trace;
}

const CxSpanMap *
cx_analysis_spans(const CxAnalysis *analysis)
{
	return &analysis->spans;
}
