/*-------------------------------------------------------------------------
 *
 * vntext_match.c
 *	  Patterns and parts of vntext: LIKE, regular expressions, ~=, strpos,
 *	  replace, split_part.
 *
 * A pattern is matched with the canonical text, in either tone style (see
 * src/text/canon.c).  The matching itself is the server's.  Positions and pieces
 * are those of the value as it is kept.
 *
 *-------------------------------------------------------------------------
 */
#include "vntext.h"

#include "catalog/pg_collation.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/fmgrprotos.h"
#include "utils/memutils.h"

/* The last pattern of a call site, and what was made of it in each style. */
typedef struct Pattern
{
	MemoryContext context;		/* of what follows */
	CxStr		pattern;
	text	   *canonical[2];	/* by CxToneStyle */
	bool		styled;			/* the two differ */
} Pattern;

static text *
canonical(CxArena *arena, CxStr s, CxCanonKind kind, CxToneStyle style, bool *styled)
{
	CxStr		out;

	cx_pg_check(cx_canon(arena, s.at, s.n, kind, style, &out, NULL, styled));
	return cstring_to_text_with_len(out.at, (int) out.n);
}

static Pattern *
find_pattern(FunctionCallInfo fcinfo, CxCanonKind kind)
{
	CxStr		s = CX_GETARG_STR(1);
	Pattern    *pattern = fcinfo->flinfo->fn_extra;
	MemoryContext caller;
	CxScratch	scratch;
	char	   *copy;
	int			style;

	if (pattern == NULL)
	{
		pattern = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(Pattern));
		pattern->context = AllocSetContextCreate(fcinfo->flinfo->fn_mcxt, "vntext pattern", ALLOCSET_SMALL_SIZES);
		fcinfo->flinfo->fn_extra = pattern;
	}
	else if (pattern->pattern.at != NULL && pattern->pattern.n == s.n && memcmp(pattern->pattern.at, s.at, s.n) == 0)
		return pattern;

	/* it is none until all of it is there */
	pattern->pattern.at = NULL;
	MemoryContextReset(pattern->context);
	caller = MemoryContextSwitchTo(pattern->context);
	cx_scratch_init(&scratch);
	for (style = CX_TONES_OLD; style <= CX_TONES_NEW; style++)
		pattern->canonical[style] = canonical(&scratch.arena, s, kind, style, &pattern->styled);
	cx_arena_free(&scratch.arena);
	copy = palloc(s.n + 1);
	memcpy(copy, s.at, s.n);
	MemoryContextSwitchTo(caller);
	pattern->pattern.n = s.n;
	pattern->pattern.at = copy;
	return pattern;
}

/*
 * Match the two arguments with a function of the server.  LIKE looks at bytes,
 * for which any collation will do; regular expressions need one that knows
 * letters, which is that of the database.
 */
static bool
matches(FunctionCallInfo fcinfo, PGFunction function, CxCanonKind kind, Oid collation)
{
	CxStr		value = CX_GETARG_STR(0);
	Pattern    *pattern = find_pattern(fcinfo, kind);
	CxScratch	scratch;
	text	   *v = NULL;
	bool		styled = true;
	bool		result = false;
	int			style;

	cx_scratch_init(&scratch);
	for (style = CX_TONES_OLD; style <= CX_TONES_NEW && !result; style++)
	{
		/* most values are the same in both styles */
		if (styled)
			v = canonical(&scratch.arena, value, CX_CANON_TEXT, style, &styled);
		else if (!pattern->styled)
			break;
		result = DatumGetBool(DirectFunctionCall2Coll(function, collation, PointerGetDatum(v),
													  PointerGetDatum(pattern->canonical[style])));
	}
	cx_arena_free(&scratch.arena);
	return result;
}

CX_SQL_FUNCTION(vntext_like);
Datum
vntext_like(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(matches(fcinfo, textlike, CX_CANON_LIKE, C_COLLATION_OID));
}

CX_SQL_FUNCTION(vntext_nlike);
Datum
vntext_nlike(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!matches(fcinfo, textlike, CX_CANON_LIKE, C_COLLATION_OID));
}

CX_SQL_FUNCTION(vntext_regex);
Datum
vntext_regex(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(matches(fcinfo, texticregexeq, CX_CANON_REGEX, DEFAULT_COLLATION_OID));
}

CX_SQL_FUNCTION(vntext_nregex);
Datum
vntext_nregex(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(!matches(fcinfo, texticregexeq, CX_CANON_REGEX, DEFAULT_COLLATION_OID));
}

/* ---- ~= ------------------------------------------------------------------------- */

CX_SQL_FUNCTION(vntext_match);
Datum
vntext_match(PG_FUNCTION_ARGS)
{
	CxStr		value = CX_GETARG_STR(0);
	CxScratch	scratch;
	CxStr		query = cx_comparable(CX_GETARG_STR(1), &scratch);

	PG_RETURN_BOOL(cx_collate_match(value.at, value.n, query.at, query.n));
}

/* Used for little: an index on vntext_bare_ops looks at hashes, and ~= is checked behind it. */
CX_SQL_FUNCTION(vntext_bare_eq);
Datum
vntext_bare_eq(PG_FUNCTION_ARGS)
{
	StringInfoData keys[2];
	int			i;
	bool		result;

	for (i = 0; i < 2; i++)
	{
		CxStr		s = CX_GETARG_STR(i);

		initStringInfo(&keys[i]);
		cx_collate_key(s.at, s.n, CX_KEY_BARE, cx_key_append, &keys[i]);
	}
	result = keys[0].len == keys[1].len && memcmp(keys[0].data, keys[1].data, keys[0].len) == 0;
	pfree(keys[0].data);
	pfree(keys[1].data);
	PG_RETURN_BOOL(result);
}

/* ---- parts --------------------------------------------------------------------------- */

/* A search for a part in a value. */
typedef struct Search
{
	CxScratch	scratch;
	CxStr		value;
	CxStr		where;			/* the canonical value ... */
	uint32_t   *origin;			/* ... and the value's bytes under its bytes */
	CxStr		what;			/* the canonical part */
	uint32_t	at;				/* in where: the search goes on from here */
	uint32_t	start;			/* of the last find, in the value */
	uint32_t	end;
} Search;

static void
search_start(Search *search, CxStr value, CxStr what)
{
	search->value = value;
	search->at = 0;
	cx_scratch_init(&search->scratch);
	cx_pg_check(cx_canon(&search->scratch.arena, value.at, value.n, CX_CANON_PART, CX_TONES_NEW,
						 &search->where, &search->origin, NULL));
	cx_pg_check(cx_canon(&search->scratch.arena, what.at, what.n, CX_CANON_PART, CX_TONES_NEW,
						 &search->what, NULL, NULL));
}

/* The next place that does not overlap the last; false if there is none. */
static bool
search_next(Search *search)
{
	const CxStr *where = &search->where;
	const CxStr *what = &search->what;
	uint32_t	i;

	if (what->n == 0 || what->n > where->n)
		return false;
	for (i = search->at; i <= where->n - what->n; i++)
	{
		uint32_t	end = i + what->n;

		if (where->at[i] != what->at[0] || memcmp(where->at + i, what->at, what->n) != 0)
			continue;
		search->start = search->origin[i];
		search->end = search->origin[end];
		search->at = end;
		return true;
	}
	return false;
}

CX_SQL_FUNCTION(vntext_strpos);
Datum
vntext_strpos(PG_FUNCTION_ARGS)
{
	CxStr		value = CX_GETARG_STR(0);
	CxStr		what = CX_GETARG_STR(1);
	Search		search;
	int32		result = 0;

	if (what.n == 0)
		PG_RETURN_INT32(1);
	search_start(&search, value, what);
	if (search_next(&search))
		result = pg_mbstrlen_with_len(value.at, (int) search.start) + 1;
	cx_arena_free(&search.scratch.arena);
	PG_RETURN_INT32(result);
}

CX_SQL_FUNCTION(vntext_replace);
Datum
vntext_replace(PG_FUNCTION_ARGS)
{
	CxStr		value = CX_GETARG_STR(0);
	CxStr		with = CX_GETARG_STR(2);
	Search		search;
	StringInfoData result;
	uint32_t	at = 0;

	initStringInfo(&result);
	search_start(&search, value, CX_GETARG_STR(1));
	while (search_next(&search))
	{
		CHECK_FOR_INTERRUPTS();
		appendBinaryStringInfo(&result, value.at + at, (int) (search.start - at));
		appendBinaryStringInfo(&result, with.at, (int) with.n);
		at = search.end;
	}
	appendBinaryStringInfo(&result, value.at + at, (int) (value.n - at));
	cx_arena_free(&search.scratch.arena);
	value.at = result.data;
	value.n = (uint32_t) result.len;
	PG_RETURN_TEXT_P(cx_make_vntext(value));
}

CX_SQL_FUNCTION(vntext_split_part);
Datum
vntext_split_part(PG_FUNCTION_ARGS)
{
	CxStr		value = CX_GETARG_STR(0);
	int32		wanted = PG_GETARG_INT32(2);
	Search		search;
	uint32_t	at = 0;
	int32		fields = 1;
	int32		field;

	if (wanted == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("field position must not be zero")));
	search_start(&search, value, CX_GETARG_STR(1));
	while (search_next(&search))
		fields++;
	if (wanted < 0)
		wanted += fields + 1;
	search.at = 0;
	for (field = 1; field < wanted && search_next(&search); field++)
		at = search.end;
	if (wanted < 1 || wanted > fields)
		at = search.end = value.n;
	else if (!search_next(&search))
		search.start = value.n;
	if (wanted < 1 || wanted > fields)
		search.start = value.n;
	cx_arena_free(&search.scratch.arena);
	PG_RETURN_TEXT_P(cstring_to_text_with_len(value.at + at, (int) (search.start - at)));
}
