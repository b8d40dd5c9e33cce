/*-------------------------------------------------------------------------
 *
 * normalize.c
 *	  Unicode forms, syllables, slugs and numbers of any text, for SQL.
 *
 * Each function hands its argument to the library and the result back.  A text
 * that comes back as it was is not copied.
 *
 *-------------------------------------------------------------------------
 */
#include "cx_pg.h"

#include "utils/builtins.h"
#include "utils/numeric.h"

/* An arena in the memory of the call, with what a function needs besides. */
typedef struct Call
{
	CxEnv		env;
	CxArena		arena;
	text	   *arg;
	const char *at;
	size_t		n;
} Call;

static void
call_start(Call *call, FunctionCallInfo fcinfo)
{
	cx_pg_check_encoding();
	call->env = cx_pg_env(CurrentMemoryContext);
	cx_arena_init(&call->arena, &call->env);
	call->arg = PG_GETARG_TEXT_PP(0);
	call->at = VARDATA_ANY(call->arg);
	call->n = VARSIZE_ANY_EXHDR(call->arg);
}

/* The result as a text, the argument itself if it is that; frees the arena. */
static text *
call_text(Call *call, CxStr str)
{
	text	   *result = call->arg;

	if (str.at != call->at || str.n != call->n)
		result = cstring_to_text_with_len(str.at, (int) str.n);
	cx_arena_free(&call->arena);
	return result;
}

/* ---- Unicode forms -------------------------------------------------------------- */

typedef CxStatus (*TextFunction) (CxArena *arena, const char *s, size_t n, CxStr *out);

static Datum
text_function(FunctionCallInfo fcinfo, TextFunction function)
{
	Call		call;
	CxStr		str;

	call_start(&call, fcinfo);
	cx_pg_check(function(&call.arena, call.at, call.n, &str));
	PG_RETURN_TEXT_P(call_text(&call, str));
}

CX_SQL_FUNCTION(vn_nfc);
Datum
vn_nfc(PG_FUNCTION_ARGS)
{
	return text_function(fcinfo, cx_nfc);
}

CX_SQL_FUNCTION(vn_nfd);
Datum
vn_nfd(PG_FUNCTION_ARGS)
{
	return text_function(fcinfo, cx_nfd);
}

CX_SQL_FUNCTION(vn_is_nfc);
Datum
vn_is_nfc(PG_FUNCTION_ARGS)
{
	text	   *arg = PG_GETARG_TEXT_PP(0);

	cx_pg_check_encoding();
	PG_RETURN_BOOL(cx_is_nfc(VARDATA_ANY(arg), VARSIZE_ANY_EXHDR(arg)));
}

CX_SQL_FUNCTION(vn_slug);
Datum
vn_slug(PG_FUNCTION_ARGS)
{
	return text_function(fcinfo, cx_slug);
}

/* ---- syllables ------------------------------------------------------------------- */

CX_SQL_FUNCTION(vn_is_syllable);
Datum
vn_is_syllable(PG_FUNCTION_ARGS)
{
	text	   *arg = PG_GETARG_TEXT_PP(0);

	cx_pg_check_encoding();
	PG_RETURN_BOOL(cx_syllable_code(VARDATA_ANY(arg), VARSIZE_ANY_EXHDR(arg)) != 0);
}

CX_SQL_FUNCTION(vn_syllable);
Datum
vn_syllable(PG_FUNCTION_ARGS)
{
	static const char *const tones[] = {"ngang", "huyền", "hỏi", "ngã", "sắc", "nặng"};
	text	   *arg = PG_GETARG_TEXT_PP(0);
	TupleDesc	desc;
	Datum		values[3];
	bool		nulls[3] = {false, false, false};
	unsigned	onset;
	unsigned	rhyme;
	CxTone		tone;

	cx_pg_check_encoding();
	if (!cx_syllable_parts(cx_syllable_code(VARDATA_ANY(arg), VARSIZE_ANY_EXHDR(arg)), &onset, &rhyme, &tone))
		PG_RETURN_NULL();
	if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	values[0] = CStringGetTextDatum(cx_syllable_onset_name(onset));
	values[1] = CStringGetTextDatum(cx_syllable_rhyme_name(rhyme));
	values[2] = CStringGetTextDatum(tones[tone]);
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(desc), values, nulls)));
}

/* ---- numbers ----------------------------------------------------------------------- */

CX_SQL_FUNCTION(vn_number);
Datum
vn_number(PG_FUNCTION_ARGS)
{
	Call		call;
	CxStr		decimal;
	Datum		number;

	call_start(&call, fcinfo);
	cx_pg_check(cx_cardinal_read(&call.arena, call.at, call.n, &decimal));
	if (decimal.at == NULL)
	{
		cx_arena_free(&call.arena);
		PG_RETURN_NULL();
	}
	number = DirectFunctionCall3(numeric_in, CStringGetDatum(pnstrdup(decimal.at, decimal.n)),
								 ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
	cx_arena_free(&call.arena);
	PG_RETURN_DATUM(number);
}

static CxSpellStyle
spell_style(text * arg)
{
	char	   *style = text_to_cstring(arg);
	int			i;

	for (i = 0; i < CX_SPELL_STYLES; i++)
		if (strcmp(style, cx_spell_style_names[i]) == 0)
			return (CxSpellStyle) i;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unknown style of spelling: \"%s\"", style),
			 errhint("Styles are \"standard\", \"north\" and \"south\".")));
}

CX_SQL_FUNCTION(vn_spell_number);
Datum
vn_spell_number(PG_FUNCTION_ARGS)
{
	CxSpellStyle style = spell_style(PG_GETARG_TEXT_PP(1));
	char	   *decimal = DatumGetCString(DirectFunctionCall1(numeric_out, PG_GETARG_DATUM(0)));
	CxEnv		env = cx_pg_env(CurrentMemoryContext);
	CxArena		arena;
	CxStr		words;
	text	   *result;

	cx_pg_check_encoding();
	cx_arena_init(&arena, &env);
	cx_pg_check(cx_cardinal_spell(&arena, decimal, strlen(decimal), style, &words));
	if (words.at == NULL)
	{
		cx_arena_free(&arena);
		PG_RETURN_NULL();		/* NaN, infinity */
	}
	result = cstring_to_text_with_len(words.at, (int) words.n);
	cx_arena_free(&arena);
	PG_RETURN_TEXT_P(result);
}

CX_SQL_FUNCTION(vn_roman);
Datum
vn_roman(PG_FUNCTION_ARGS)
{
	text	   *arg = PG_GETARG_TEXT_PP(0);
	int			value = cx_roman_read(VARDATA_ANY(arg), VARSIZE_ANY_EXHDR(arg));

	if (value == 0)
		PG_RETURN_NULL();
	PG_RETURN_INT32(value);
}

CX_SQL_FUNCTION(vn_to_roman);
Datum
vn_to_roman(PG_FUNCTION_ARGS)
{
	char		roman[CX_ROMAN_MAX_BYTES];
	unsigned	n = cx_roman_write(PG_GETARG_INT32(0), roman);

	if (n == 0)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text_with_len(roman, (int) n));
}
