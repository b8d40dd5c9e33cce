/*-------------------------------------------------------------------------
 *
 * charset.c
 *	  Legacy charsets for SQL: bytes, and texts that hold such bytes as if
 *	  they were Latin letters.
 *
 *-------------------------------------------------------------------------
 */
#include "cx_pg.h"

#include "utils/builtins.h"

/* Scores below this tell nothing. */
#define LEAST_SCORE		0.5

static const struct
{
	const char *alias;
	CxCharset	charset;
}			aliases[] = {
	{"abc", CX_CHARSET_TCVN3},
	{"tcvn", CX_CHARSET_TCVN5712_1},
	{"tcvn5712", CX_CHARSET_TCVN5712_1},
	{"vn1", CX_CHARSET_TCVN5712_1},
	{"vn2", CX_CHARSET_TCVN5712_2},
	{"cp1258", CX_CHARSET_WINDOWS_1258},
	{"win1258", CX_CHARSET_WINDOWS_1258},
	{"cp1252", CX_CHARSET_WINDOWS_1252},
	{"utf8", CX_CHARSET_UTF8},
};

static CxCharset
charset_of(text *arg)
{
	char	   *name = text_to_cstring(arg);
	int			i;

	for (i = 0; i < CX_CHARSETS_N; i++)
		if (pg_strcasecmp(name, cx_charset_names[i]) == 0)
			return (CxCharset) i;
	for (i = 0; i < (int) lengthof(aliases); i++)
		if (pg_strcasecmp(name, aliases[i].alias) == 0)
			return aliases[i].charset;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unknown charset: \"%s\"", name),
			 errhint("Charsets are tcvn3, vni, viscii, vps, windows-1258, tcvn5712-1, tcvn5712-2, viqr, utf-8 and windows-1252.")));
}

/* What stands for the unmappable: the argument, or no value. */
static CxStr
replacement_of(FunctionCallInfo fcinfo, int arg)
{
	CxStr		none = {NULL, 0};

	return PG_ARGISNULL(arg) ? none : CX_GETARG_STR(arg);
}

pg_attribute_noreturn()
static void
fail_unmappable(CxCharset charset, size_t bad, bool decoding)
{
	ereport(ERROR,
			(errcode(ERRCODE_UNTRANSLATABLE_CHARACTER),
			 decoding ? errmsg("byte at offset %zu has no character in charset \"%s\"", bad, cx_charset_names[charset])
			 : errmsg("character at byte offset %zu is not in charset \"%s\"", bad, cx_charset_names[charset]),
			 errhint("A replacement can be given as the last argument.")));
}

static CxStr
decode(CxArena *arena, CxCharset charset, CxStr data, CxStr replacement)
{
	CxStr		out;
	size_t		bad = 0;
	CxStatus	status = cx_charset_decode(arena, charset, data.at, data.n, replacement, &out, &bad);

	if (status == CX_EENCODING)
		fail_unmappable(charset, bad, true);
	cx_pg_check(status);
	return out;
}

static CxStr
encode(CxArena *arena, CxCharset charset, CxStr string, CxStr replacement)
{
	CxStr		out;
	size_t		bad = 0;
	CxStatus	status = cx_charset_encode(arena, charset, string.at, string.n, replacement, &out, &bad);

	if (status == CX_EENCODING)
		fail_unmappable(charset, bad, false);
	cx_pg_check(status);
	return out;
}

/* The result of a conversion; texts hold no byte of zero. */
static Datum
result_of(CxArena *arena, CxStr str, bool is_text)
{
	struct varlena *result = (struct varlena *) cstring_to_text_with_len(str.at, (int) str.n);

	if (is_text && memchr(str.at, '\0', str.n) != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNTRANSLATABLE_CHARACTER),
				 errmsg("the null character cannot be in a text")));
	cx_arena_free(arena);
	PG_RETURN_POINTER(result);
}

/* bytes of one charset → bytes of another */
CX_SQL_FUNCTION(vn_convert);
Datum
vn_convert(PG_FUNCTION_ARGS)
{
	CxScratch	scratch;
	CxCharset	from,
				to;
	CxStr		str;
	CxStr		replacement;

	cx_pg_check_encoding();
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	from = charset_of(PG_GETARG_TEXT_PP(1));
	to = charset_of(PG_GETARG_TEXT_PP(2));
	replacement = replacement_of(fcinfo, 3);
	cx_scratch_init(&scratch);
	str = decode(&scratch.arena, from, CX_GETARG_STR(0), replacement);
	str = encode(&scratch.arena, to, str, replacement);
	return result_of(&scratch.arena, str, false);
}

/* The first argument by the charset of the second. */
static Datum
convert(FunctionCallInfo fcinfo, CxStr (*way) (CxArena *, CxCharset, CxStr, CxStr), bool to_text)
{
	CxScratch	scratch;
	CxCharset	charset;

	cx_pg_check_encoding();
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	charset = charset_of(PG_GETARG_TEXT_PP(1));
	cx_scratch_init(&scratch);
	return result_of(&scratch.arena, way(&scratch.arena, charset, CX_GETARG_STR(0), replacement_of(fcinfo, 2)), to_text);
}

/* bytes of a charset → text */
CX_SQL_FUNCTION(vn_decode);
Datum
vn_decode(PG_FUNCTION_ARGS)
{
	return convert(fcinfo, decode, true);
}

/* text → bytes of a charset */
CX_SQL_FUNCTION(vn_encode);
Datum
vn_encode(PG_FUNCTION_ARGS)
{
	return convert(fcinfo, encode, false);
}

/* text that holds the bytes of a charset as Latin letters → text */
CX_SQL_FUNCTION(vn_recode);
Datum
vn_recode(PG_FUNCTION_ARGS)
{
	CxScratch	scratch;
	CxCharset	charset;
	CxStr		arg;
	CxStr		bytes;
	size_t		bad = 0;

	cx_pg_check_encoding();
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	charset = charset_of(PG_GETARG_TEXT_PP(1));
	arg = CX_GETARG_STR(0);
	cx_scratch_init(&scratch);
	cx_pg_check(cx_charset_bytes(&scratch.arena, arg.at, arg.n, &bytes, &bad));
	if (bytes.at == NULL)
		fail_unmappable(CX_CHARSET_WINDOWS_1252, bad, false);
	if (charset == CX_CHARSET_UTF8)
		cx_charset_mend_utf8((char *) bytes.at, bytes.n);
	return result_of(&scratch.arena, decode(&scratch.arena, charset, bytes, replacement_of(fcinfo, 2)), true);
}

/* ---- detection -------------------------------------------------------------------- */

static void
put_score(CxRows *rows, const char *charset, float score)
{
	cx_put_word(rows, charset);
	cx_put_datum(rows, Float4GetDatum(score));
	cx_put_row(rows);
}

static void
put_scores(CxRows *rows, const CxCharsetScores *scores)
{
	float		score[CX_CHARSETS_N];
	int			i;

	memcpy(score, scores->score, sizeof(score));
	score[CX_CHARSET_WINDOWS_1252] = 0; /* not of Vietnamese */
	if (scores->mixed > 0)
		put_score(rows, "mixed", scores->mixed);
	for (;;)
	{
		int			best = 0;

		for (i = 1; i < CX_CHARSETS_N; i++)
			if (score[i] > score[best])
				best = i;
		if (score[best] < LEAST_SCORE)
			break;
		put_score(rows, cx_charset_names[best], score[best]);
		score[best] = 0;
	}
}

static Datum
detect(FunctionCallInfo fcinfo, bool is_text)
{
	CxScratch	scratch;
	CxRows		rows;
	CxStr		arg = CX_GETARG_STR(0);
	CxStr		bytes = arg;
	size_t		bad;
	CxCharsetScores scores;

	cx_pg_check_encoding();
	/* not in the memory of a row, which is reset with each */
	cx_scratch_init(&scratch);
	cx_rows_start(&rows, fcinfo, NULL);
	if (is_text)
		cx_pg_check(cx_charset_bytes(&scratch.arena, arg.at, arg.n, &bytes, &bad));
	if (bytes.at == NULL)
	{
		/*
		 * it has characters that no byte was taken for: it can only be right
		 * as it is
		 */
		cx_pg_check(cx_charset_detect(&scratch.arena, arg.at, arg.n, &scores));
		if (scores.score[CX_CHARSET_UTF8] >= LEAST_SCORE)
			put_score(&rows, "unicode", scores.score[CX_CHARSET_UTF8]);
	}
	else
	{
		cx_pg_check(cx_charset_detect(&scratch.arena, bytes.at, bytes.n, &scores));
		put_scores(&rows, &scores);
	}
	cx_arena_free(&scratch.arena);
	cx_rows_end(&rows);
	return (Datum) 0;
}

CX_SQL_FUNCTION(vn_detect_charset_bytea);
Datum
vn_detect_charset_bytea(PG_FUNCTION_ARGS)
{
	return detect(fcinfo, false);
}

CX_SQL_FUNCTION(vn_detect_charset_text);
Datum
vn_detect_charset_text(PG_FUNCTION_ARGS)
{
	return detect(fcinfo, true);
}
