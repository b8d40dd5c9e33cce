/*-------------------------------------------------------------------------
 *
 * normalize.c
 *	  Unicode forms, syllables, slugs and numbers of any text, for SQL.
 *
 * Each function hands its argument to the library and the result back.
 *
 *-------------------------------------------------------------------------
 */
#include "cx_pg.h"

#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/numeric.h"

/* ---- Unicode forms -------------------------------------------------------------- */

CX_SQL_FUNCTION(vn_nfc);
Datum
vn_nfc(PG_FUNCTION_ARGS)
{
	return cx_pg_map_text(fcinfo, cx_nfc);
}

CX_SQL_FUNCTION(vn_nfd);
Datum
vn_nfd(PG_FUNCTION_ARGS)
{
	return cx_pg_map_text(fcinfo, cx_nfd);
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
	return cx_pg_map_text(fcinfo, cx_slug);
}

/* ---- normalization -------------------------------------------------------------- */

/* The place of a word in a list; an error if it is none of these. */
static int
choice(text *arg, const char *what, const char *const *choices, int n)
{
	char	   *word = text_to_cstring(arg);
	StringInfoData hint;
	int			i;

	for (i = 0; i < n; i++)
		if (strcmp(word, choices[i]) == 0)
			return i;
	initStringInfo(&hint);
	for (i = 0; i < n; i++)
		appendStringInfo(&hint, "%s\"%s\"", i == 0 ? "" : i == n - 1 ? " and " : ", ", choices[i]);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unknown %s: \"%s\"", what, word),
			 errhint("Known are %s.", hint.data)));
}

/* The options of vn_normalize() and vn_normalize_map(), which are their arguments from the second on. */
static CxNormalize
normalize_options(FunctionCallInfo fcinfo)
{
	static const char *const tones[] = {"keep", "repair", "old", "new"};
	static const char *const quotes[] = {"keep", "straight", "curly"};
	static const char *const dashes[] = {"keep", "hyphen", "en"};
	CxNormalize how;

	how.tones = (CxTones) choice(PG_GETARG_TEXT_PP(1), "place of tones", tones, lengthof(tones));
	how.quotes = (CxQuoteStyle) choice(PG_GETARG_TEXT_PP(2), "style of quotes", quotes, lengthof(quotes));
	how.dashes = (CxDashStyle) choice(PG_GETARG_TEXT_PP(3), "style of dashes", dashes, lengthof(dashes));
	how.spaces = PG_GETARG_BOOL(4);
	how.entities = PG_GETARG_BOOL(5);
	return how;
}

CX_SQL_FUNCTION(vn_normalize);
Datum
vn_normalize(PG_FUNCTION_ARGS)
{
	CxNormalize how = normalize_options(fcinfo);
	CxStr		s = CX_GETARG_STR(0);
	CxScratch	scratch;
	CxStr		normal;
	text	   *result;

	cx_pg_check_encoding();
	cx_scratch_init(&scratch);
	cx_pg_check(cx_normalize(&scratch.arena, s.at, s.n, &how, &normal, NULL, NULL));
	result = cstring_to_text_with_len(normal.at, (int) normal.n);
	cx_arena_free(&scratch.arena);
	PG_RETURN_TEXT_P(result);
}

CX_SQL_FUNCTION(vn_normalize_map);
Datum
vn_normalize_map(PG_FUNCTION_ARGS)
{
	CxNormalize how = normalize_options(fcinfo);
	CxStr		s = CX_GETARG_STR(0);
	CxScratch	scratch;
	CxStr		str;
	CxEdit	   *edits;
	uint32		n;
	uint32		i;
	CxSpanMap	from;
	CxSpanMap	to;
	CxRows		rows;

	cx_pg_check_encoding();
	cx_scratch_init(&scratch);
	cx_pg_check(cx_normalize(&scratch.arena, s.at, s.n, &how, &str, &edits, &n));
	cx_span_map(&from, s.at, s.n);
	cx_span_map(&to, str.at, str.n);
	cx_rows_start(&rows, fcinfo, &from);
	for (i = 0; i < n; i++)
	{
		const CxEdit *e = &edits[i];
		CxStr		original = {s.at + e->from_start, e->from_end - e->from_start};
		CxStr		normal = {str.at + e->to_start, e->to_end - e->to_start};

		rows.spans = &from;
		cx_put_span(&rows, e->from_start, e->from_end);
		rows.spans = &to;
		cx_put_span(&rows, e->to_start, e->to_end);
		cx_put_str(&rows, original);
		cx_put_str(&rows, normal);
		cx_put_row(&rows);
	}
	cx_rows_end(&rows);
	cx_arena_free(&scratch.arena);
	return (Datum) 0;
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
	CxStr		s = CX_GETARG_STR(0);
	CxScratch	scratch;
	CxStr		decimal;
	Datum		number;

	cx_pg_check_encoding();
	cx_scratch_init(&scratch);
	cx_pg_check(cx_cardinal_read(&scratch.arena, s.at, s.n, &decimal));
	if (decimal.at == NULL)
	{
		cx_arena_free(&scratch.arena);
		PG_RETURN_NULL();
	}
	number = DirectFunctionCall3(numeric_in, CStringGetDatum(pnstrdup(decimal.at, decimal.n)),
								 ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
	cx_arena_free(&scratch.arena);
	PG_RETURN_DATUM(number);
}

CX_SQL_FUNCTION(vn_spell_number);
Datum
vn_spell_number(PG_FUNCTION_ARGS)
{
	CxSpellStyle style = (CxSpellStyle) choice(PG_GETARG_TEXT_PP(1), "style of spelling", cx_spell_style_names, CX_SPELL_STYLES);
	char	   *decimal = DatumGetCString(DirectFunctionCall1(numeric_out, PG_GETARG_DATUM(0)));
	CxScratch	scratch;
	CxStr		words;
	text	   *result;

	cx_pg_check_encoding();
	cx_scratch_init(&scratch);
	cx_pg_check(cx_cardinal_spell(&scratch.arena, decimal, strlen(decimal), style, &words));
	if (words.at == NULL)
	{
		cx_arena_free(&scratch.arena);
		PG_RETURN_NULL();		/* NaN, infinity */
	}
	result = cstring_to_text_with_len(words.at, (int) words.n);
	cx_arena_free(&scratch.arena);
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
