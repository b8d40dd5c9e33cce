/*-------------------------------------------------------------------------
 *
 * lexis.c
 *	  The lexis layer seen from SQL: tokens, sentences, numbers and dates of
 *	  any text; and words that are misspelled or abbreviated.
 *
 * These functions show how a text was read before any fact is looked for.  Each
 * runs the steps of the layer that it needs in a memory context of the call, and puts what
 * they found into rows.  The line ends between tokens, which the library keeps
 * as a flag of the token after them, are listed as tokens here.
 *
 *-------------------------------------------------------------------------
 */
#include "cx_pg.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/memutils.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

static const char *const token_kind_names[] = {
	"syllable", "word", "number", "roman", "punctuation", "symbol", "newline"
};

/* A text with what was read in it. */
typedef struct Reading
{
	MemoryContext context;
	CxEnv		env;
	CxArena		arena;
	CxLexis		lex;
	CxSpanMap	spans;
} Reading;

/* How far a text is read: each step is in want of those before it. */
typedef enum Depth
{
	READ_TOKENS, READ_DATES, READ_NUMBERS, READ_ZONES
} Depth;

/*
 * Read the first argument; NULL, with an empty result, if it is null.  The
 * result is then started, and read_end() must follow.
 */
static Reading *
read_start(CxRows *rows, FunctionCallInfo fcinfo, Depth depth)
{
	MemoryContext context;
	MemoryContext caller;
	Reading    *reading;
	struct varlena *body;

	cx_pg_check_encoding();
	if (PG_ARGISNULL(0))
	{
		InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
		return NULL;
	}
	context = AllocSetContextCreate(CurrentMemoryContext, "congress_ext reading",
									ALLOCSET_DEFAULT_SIZES);
	caller = MemoryContextSwitchTo(context);
	reading = palloc0(sizeof(Reading));
	reading->context = context;
	reading->env = cx_pg_env(context);
	cx_arena_init(&reading->arena, &reading->env);
	body = PG_GETARG_VARLENA_PP(0);
	cx_pg_check(cx_lexis_init(&reading->lex, &reading->arena, VARDATA_ANY(body), VARSIZE_ANY_EXHDR(body)));
	cx_pg_check(cx_tokens(&reading->lex));
	if (depth >= READ_DATES)
		cx_pg_check(cx_dates(&reading->lex));
	if (depth >= READ_NUMBERS)
		cx_pg_check(cx_numbers(&reading->lex));
	if (depth >= READ_ZONES)
	{
		cx_pg_check(cx_sentences(&reading->lex));
		cx_pg_check(cx_zones(&reading->lex));
	}
	cx_span_map(&reading->spans, reading->lex.text, reading->lex.length);
	MemoryContextSwitchTo(caller);
	cx_rows_start(rows, fcinfo, &reading->spans);
	return reading;
}

static Datum
read_end(CxRows *rows, Reading *reading)
{
	cx_rows_end(rows);
	MemoryContextDelete(reading->context);
	return (Datum) 0;
}

/* The text from one byte to another as it stands. */
static void
put_bytes(CxRows *rows, const CxLexis *lex, uint32 start, uint32 end)
{
	CxStr		s = {lex->text + start, end - start};

	cx_put_str(rows, s);
}

/* Content and span of a range of tokens that is not empty. */
static void
put_content(CxRows *rows, const CxLexis *lex, uint32 tok, uint32 end)
{
	put_bytes(rows, lex, lex->toks.at[tok].start, lex->toks.at[end - 1].end);
}

static void
put_token_span(CxRows *rows, const CxLexis *lex, uint32 tok, uint32 end)
{
	cx_put_span(rows, lex->toks.at[tok].start, lex->toks.at[end - 1].end);
}

/* ---- tokens --------------------------------------------------------------- */

/* There are many tokens, so the words for their kinds are made once. */
typedef struct TokenKinds
{
	Datum		names[lengthof(token_kind_names)];
} TokenKinds;

static void
make_kinds(TokenKinds *kinds)
{
	int			i;

	for (i = 0; i < (int) lengthof(token_kind_names); i++)
		kinds->names[i] = CStringGetTextDatum(token_kind_names[i]);
}

static void
put_token(CxRows *rows, const CxLexis *lex, const TokenKinds *kinds, CxTokenKind kind, uint32 start, uint32 end)
{
	put_bytes(rows, lex, start, end);
	cx_put_datum(rows, kinds->names[kind]);
	cx_put_span(rows, start, end);
	cx_put_row(rows);
}

/* The line ends between two tokens as one: from the first to the last of them. */
static void
put_line_ends(CxRows *rows, const CxLexis *lex, const TokenKinds *kinds, uint32 start, uint32 end)
{
	while (start < end && lex->text[start] != '\n' && lex->text[start] != '\r')
		start++;
	while (end > start && lex->text[end - 1] != '\n' && lex->text[end - 1] != '\r')
		end--;
	if (start < end)
		put_token(rows, lex, kinds, CX_TOK_NEWLINE, start, end);
}

CX_SQL_FUNCTION(vn_tokens);
Datum
vn_tokens(PG_FUNCTION_ARGS)
{
	CxRows		rows;
	Reading    *reading = read_start(&rows, fcinfo, READ_TOKENS);
	const CxLexis *lex;
	TokenKinds	kinds;
	uint32		at = 0;
	uint32		i;

	if (reading == NULL)
		return (Datum) 0;
	lex = &reading->lex;
	MemoryContextSwitchTo(reading->context);
	make_kinds(&kinds);
	MemoryContextSwitchTo(rows.context);
	for (i = 0; i < lex->toks.n; i++)
	{
		const CxToken *tok = &lex->toks.at[i];

		if (tok->flags & CX_TF_NEWLINE)
			put_line_ends(&rows, lex, &kinds, at, tok->start);
		put_token(&rows, lex, &kinds, tok->kind, tok->start, tok->end);
		at = tok->end;
	}
	put_line_ends(&rows, lex, &kinds, at, lex->length);
	return read_end(&rows, reading);
}

/* ---- sentences -------------------------------------------------------------- */

CX_SQL_FUNCTION(vn_sentences);
Datum
vn_sentences(PG_FUNCTION_ARGS)
{
	CxRows		rows;
	Reading    *reading = read_start(&rows, fcinfo, READ_ZONES);
	uint32		i;

	if (reading == NULL)
		return (Datum) 0;
	for (i = 0; i < reading->lex.sentences.n; i++)
	{
		const CxSentence *s = &reading->lex.sentences.at[i];

		cx_put_int(&rows, (int32) i + 1);
		cx_put_word(&rows, cx_zone_names[s->zone]);
		put_content(&rows, &reading->lex, s->tok, s->end);
		put_token_span(&rows, &reading->lex, s->tok, s->end);
		cx_put_row(&rows);
	}
	return read_end(&rows, reading);
}

/* ---- numbers ------------------------------------------------------------------- */

CX_SQL_FUNCTION(vn_numbers);
Datum
vn_numbers(PG_FUNCTION_ARGS)
{
	CxRows		rows;
	Reading    *reading = read_start(&rows, fcinfo, READ_NUMBERS);
	uint32		i;

	if (reading == NULL)
		return (Datum) 0;
	for (i = 0; i < reading->lex.numbers.n; i++)
	{
		const CxNumber *n = &reading->lex.numbers.at[i];

		put_content(&rows, &reading->lex, n->tok, n->end);
		cx_put_word(&rows, cx_comparator_names[n->cmp]);
		cx_put_decimal(&rows, n->value);
		if (n->is_range)
			cx_put_decimal(&rows, n->value_max);
		else
			cx_put_null(&rows);
		cx_put_word(&rows, n->is_percent ? "%" : NULL);
		put_token_span(&rows, &reading->lex, n->tok, n->end);
		cx_put_row(&rows);
	}
	return read_end(&rows, reading);
}

/* ---- dates ------------------------------------------------------------------------ */

/* A range of days, both ends in it. */
static Datum
make_daterange(CxYmd from, CxYmd to)
{
	TypeCacheEntry *range = lookup_type_cache(DATERANGEOID, TYPECACHE_RANGE_INFO);
	RangeBound	lower = {.val = cx_pg_date(from),.inclusive = true,.lower = true};
	RangeBound	upper = {.val = cx_pg_date(to),.inclusive = true};

#if PG_VERSION_NUM >= 160000
	return RangeTypePGetDatum(make_range(range, &lower, &upper, false, NULL));
#else
	return RangeTypePGetDatum(make_range(range, &lower, &upper, false));
#endif
}

CX_SQL_FUNCTION(vn_date);
Datum
vn_date(PG_FUNCTION_ARGS)
{
	CxYmd		ref = cx_pg_ymd(PG_ARGISNULL(1), PG_ARGISNULL(1) ? 0 : PG_GETARG_DATEADT(1));
	CxEnv		env = cx_pg_env(CurrentMemoryContext);
	CxArena		arena;
	CxDuring	during;
	struct varlena *arg;
	TupleDesc	desc;
	Datum		values[2];
	bool		nulls[2] = {false, false};

	cx_pg_check_encoding();
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	arg = PG_GETARG_VARLENA_PP(0);
	cx_arena_init(&arena, &env);
	cx_pg_check(cx_during_read(&arena, VARDATA_ANY(arg), VARSIZE_ANY_EXHDR(arg), ref, &during));
	cx_arena_free(&arena);
	if (!during.found && !(during.end != 0 && during.kind == CX_DURING_LUNAR))
		PG_RETURN_NULL();
	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	if (during.found)
		values[0] = make_daterange(during.from, during.to);
	else
	{
		values[0] = (Datum) 0;
		nulls[0] = true;
	}
	values[1] = CStringGetTextDatum(cx_during_names[during.kind]);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls)));
}

CX_SQL_FUNCTION(vn_dates);
Datum
vn_dates(PG_FUNCTION_ARGS)
{
	CxRows		rows;
	CxYmd		ref = cx_pg_ymd(PG_ARGISNULL(1), PG_ARGISNULL(1) ? 0 : PG_GETARG_DATEADT(1));
	Reading    *reading = read_start(&rows, fcinfo, READ_DATES);
	CxDurings	durings;
	uint32		i;

	if (reading == NULL)
		return (Datum) 0;
	cx_pg_check(cx_durings(&reading->lex, ref, &durings));
	for (i = 0; i < durings.list.n; i++)
	{
		const CxDuring *d = &durings.list.at[i];

		put_content(&rows, &reading->lex, d->tok, d->end);
		if (d->found)
		{
			cx_put_date(&rows, d->from);
			cx_put_date(&rows, d->to);
		}
		else
		{
			cx_put_null(&rows);
			cx_put_null(&rows);
		}
		cx_put_word(&rows, cx_during_names[d->kind]);
		put_token_span(&rows, &reading->lex, d->tok, d->end);
		cx_put_row(&rows);
	}
	return read_end(&rows, reading);
}

/* ---- words --------------------------------------------------------------------------- */

CX_SQL_FUNCTION(vn_spellcheck);
Datum
vn_spellcheck(PG_FUNCTION_ARGS)
{
	CxRows		rows;
	Reading    *reading = read_start(&rows, fcinfo, READ_TOKENS);
	CxTagged	tagged;
	CxMisspellings found;
	uint32		i;

	if (reading == NULL)
		return (Datum) 0;
	cx_pg_check(cx_lexicon_tag(&reading->lex, &tagged));
	cx_pg_check(cx_misspellings(&tagged, &found));
	for (i = 0; i < found.list.n; i++)
	{
		const CxMisspelling *m = &found.list.at[i];

		put_content(&rows, &reading->lex, m->tok, m->tok + 1);
		cx_put_strs(&rows, m->suggestions, (int) m->n);
		put_token_span(&rows, &reading->lex, m->tok, m->tok + 1);
		cx_put_row(&rows);
	}
	return read_end(&rows, reading);
}

CX_SQL_FUNCTION(vn_abbreviations);
Datum
vn_abbreviations(PG_FUNCTION_ARGS)
{
	CxRows		rows;
	Reading    *reading = read_start(&rows, fcinfo, READ_TOKENS);
	CxTagged	tagged;
	CxAbbreviations found;
	uint32		i;

	if (reading == NULL)
		return (Datum) 0;
	cx_pg_check(cx_lexicon_tag(&reading->lex, &tagged));
	cx_pg_check(cx_abbreviations(&tagged, &found));
	for (i = 0; i < found.list.n; i++)
	{
		const CxAbbreviation *a = &found.list.at[i];

		put_content(&rows, &reading->lex, a->tok, a->end);
		cx_put_strs(&rows, a->readings, (int) a->n);
		put_token_span(&rows, &reading->lex, a->tok, a->end);
		cx_put_row(&rows);
	}
	return read_end(&rows, reading);
}
