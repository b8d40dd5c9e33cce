/*-------------------------------------------------------------------------
 *
 * env.c
 *	  What the library gets from the server, and its errors as the server's.
 *
 * The library must never be left by a longjmp: it would leave nothing broken
 * (its memory goes with the memory context), but the contract keeps it usable
 * where there is no PostgreSQL.  So memory is asked for without an error on
 * failure, and interrupts are not served while it runs but only looked at: the
 * library is told to stop when the query or the session is to end, returns
 * CX_ECANCELED, and then the interrupt is served here.  Interrupts of other
 * kinds, which would come back, wait until the call is over.
 *
 *-------------------------------------------------------------------------
 */
#include "cx_pg.h"

#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/datetime.h"
#include "utils/memutils.h"

PG_MODULE_MAGIC;

extern PGDLLEXPORT void _PG_init(void);

/*
 * CREATE EXTENSION loads the library to check its functions, and so comes by
 * here.  In the postmaster (shared_preload_libraries) there is no database yet
 * whose encoding could be looked at.
 */
void
_PG_init(void)
{
	if (!process_shared_preload_libraries_in_progress)
		cx_pg_check_encoding();
}

void
cx_pg_check_encoding(void)
{
	if (GetDatabaseEncoding() != PG_UTF8)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("congress_ext needs a database with encoding \"UTF8\""),
				 errdetail("The encoding of this database is \"%s\".", GetDatabaseEncodingName()),
				 errhint("Create the database with ENCODING 'UTF8' TEMPLATE template0.")));
}

static void *
env_alloc(void *ctx, size_t size)
{
	return MemoryContextAllocExtended((MemoryContext) ctx, size,
									  MCXT_ALLOC_NO_OOM | MCXT_ALLOC_HUGE);
}

static void
env_release(void *ctx, void *ptr)
{
	pfree(ptr);
}

/*
 * There is no repalloc() before PostgreSQL 16 that returns when there is no
 * memory.  The error that is dropped here is raised again by cx_pg_check().
 */
static void *
env_resize(void *ctx, void *ptr, size_t size)
{
	void	   *volatile result = NULL;
	MemoryContext caller = CurrentMemoryContext;

	PG_TRY();
	{
		result = repalloc_huge(ptr, size);
	}
	PG_CATCH();
	{
		MemoryContextSwitchTo(caller);
		FlushErrorState();
	}
	PG_END_TRY();
	return result;
}

/* True only if CHECK_FOR_INTERRUPTS() would not return. */
static bool
env_interrupted(void *ctx)
{
	return unlikely(InterruptPending) &&
		(ProcDiePending || (QueryCancelPending && QueryCancelHoldoffCount == 0)) &&
		INTERRUPTS_CAN_BE_PROCESSED();
}

CxEnv
cx_pg_env(MemoryContext context)
{
	/* the server checks every text that comes in */
	CxEnv		env = {env_alloc, env_release, env_resize, env_interrupted, context, true};

	return env;
}

void
cx_pg_check(CxStatus status)
{
	switch (status)
	{
		case CX_OK:
			return;
		case CX_ECANCELED:
			CHECK_FOR_INTERRUPTS();
			/* not reached, unless the request was withdrawn meanwhile */
			ereport(ERROR,
					(errcode(ERRCODE_QUERY_CANCELED),
					 errmsg("analysis of a text was canceled")));
			break;
		case CX_ENOMEM:
			ereport(ERROR,
					(errcode(ERRCODE_OUT_OF_MEMORY),
					 errmsg("out of memory"),
					 errdetail("Failed while analysing a text.")));
			break;
		case CX_EENCODING:
			ereport(ERROR,
					(errcode(ERRCODE_CHARACTER_NOT_IN_REPERTOIRE),
					 errmsg("text is not valid UTF-8")));
			break;
		case CX_ETOOBIG:
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("text is too long to be analysed"),
					 errdetail("The limit is %zu bytes.", CX_MAX_INPUT)));
			break;
		case CX_ESYNTAX:
			break;
	}
	elog(ERROR, "unexpected status %d", (int) status);
}

Datum
cx_pg_map_text(FunctionCallInfo fcinfo, CxStatus (*map) (CxArena *, const char *, size_t, CxStr *))
{
	text	   *arg = PG_GETARG_TEXT_PP(0);
	text	   *result = arg;
	CxStr		s = cx_varlena_str(arg);
	CxScratch	scratch;
	CxStr		out;

	cx_pg_check_encoding();
	cx_scratch_init(&scratch);
	cx_pg_check(map(&scratch.arena, s.at, s.n, &out));
	if (out.at != s.at || out.n != s.n)
		result = cstring_to_text_with_len(out.at, (int) out.n);
	cx_arena_free(&scratch.arena);
	PG_RETURN_TEXT_P(result);
}

CxYmd
cx_pg_ymd(bool isnull, DateADT date)
{
	CxYmd		ymd = {0, 0, 0};
	int			year,
				month,
				day;

	if (isnull || DATE_NOT_FINITE(date))
		return ymd;
	j2date(date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	if (year < 1 || year > 9999)
		return ymd;
	ymd.year = (int16_t) year;
	ymd.month = (int8_t) month;
	ymd.day = (int8_t) day;
	return ymd;
}
