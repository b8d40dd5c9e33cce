/*-------------------------------------------------------------------------
 *
 * vntext.c
 *	  The type vntext: in and out, length, comparison, hash.
 *
 * The value is kept as it was typed but for its Unicode form and the look-alikes
 * of đ; comparison and hash are the library's (src/text/collate.c).  Each
 * operator is there for vntext and text in either place, so that whatever type a
 * client gives its parameters the type's meaning holds; the functions for texts
 * bring them to form C first where it matters.  For the operator families to be
 * complete there are operators for two texts as well, under other names.
 *
 *-------------------------------------------------------------------------
 */
#include "vntext.h"

#include "access/htup_details.h"
#include "common/hashfn.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "utils/array.h"
#include "utils/builtins.h"

/* ---- making values ------------------------------------------------------------ */

text	   *
cx_make_vntext(CxStr s)
{
	CxScratch	scratch;
	CxStr		out;
	text	   *result;

	cx_scratch_init(&scratch);
	cx_pg_check(cx_nfc_viet(&scratch.arena, s.at, s.n, &out));
	result = cstring_to_text_with_len(out.at, out.n);
	cx_arena_free(&scratch.arena);
	return result;
}

/*
 * Hold a value against the limit of its column, as varchar does: an explicit
 * cast cuts it, otherwise only spaces may be too many.
 */
static text *
limit_length(text *value, int32 typmod, bool is_explicit)
{
	int32		limit = typmod - VARHDRSZ;
	const char *s = VARDATA_ANY(value);
	int			n = VARSIZE_ANY_EXHDR(value);
	int			kept;

	if (limit < 0 || n <= limit)
		return value;
	kept = pg_mbcharcliplen(s, n, limit);
	if (kept == n)
		return value;
	if (!is_explicit)
	{
		int			i;

		for (i = kept; i < n; i++)
			if (s[i] != ' ')
				ereport(ERROR,
						(errcode(ERRCODE_STRING_DATA_RIGHT_TRUNCATION),
						 errmsg("value too long for type vntext(%d)", limit)));
	}
	return cstring_to_text_with_len(s, kept);
}

CX_SQL_FUNCTION(vntext_in);
Datum
vntext_in(PG_FUNCTION_ARGS)
{
	char	   *literal = PG_GETARG_CSTRING(0);
	CxStr		s = {literal, (uint32_t) strlen(literal)};

	PG_RETURN_TEXT_P(limit_length(cx_make_vntext(s), PG_GETARG_INT32(2), false));
}

CX_SQL_FUNCTION(vntext_out);
Datum
vntext_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(TextDatumGetCString(PG_GETARG_DATUM(0)));
}

CX_SQL_FUNCTION(vntext_recv);
Datum
vntext_recv(PG_FUNCTION_ARGS)
{
	StringInfo	message = (StringInfo) PG_GETARG_POINTER(0);
	int			n;
	char	   *bytes = pq_getmsgtext(message, message->len - message->cursor, &n);
	CxStr		s = {bytes, (uint32_t) n};

	PG_RETURN_TEXT_P(limit_length(cx_make_vntext(s), PG_GETARG_INT32(2), false));
}

CX_SQL_FUNCTION(vntext_send);
Datum
vntext_send(PG_FUNCTION_ARGS)
{
	CxStr		s = CX_GETARG_STR(0);
	StringInfoData message;

	pq_begintypsend(&message);
	pq_sendtext(&message, s.at, (int) s.n);
	PG_RETURN_BYTEA_P(pq_endtypsend(&message));
}

CX_SQL_FUNCTION(vntext_typmod_in);
Datum
vntext_typmod_in(PG_FUNCTION_ARGS)
{
	int			n;
	int32	   *typmods = ArrayGetIntegerTypmods(PG_GETARG_ARRAYTYPE_P(0), &n);

	if (n != 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid type modifier"),
				 errdetail("The type vntext takes one: its length in characters.")));
	if (typmods[0] < 1 || typmods[0] > MaxAttrSize)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("length for type vntext must be between 1 and %d", MaxAttrSize)));
	PG_RETURN_INT32(typmods[0] + VARHDRSZ);
}

CX_SQL_FUNCTION(vntext_typmod_out);
Datum
vntext_typmod_out(PG_FUNCTION_ARGS)
{
	int32		typmod = PG_GETARG_INT32(0);

	PG_RETURN_CSTRING(typmod > VARHDRSZ ? psprintf("(%d)", typmod - VARHDRSZ) : pstrdup(""));
}

CX_SQL_FUNCTION(vntext_from_text);
Datum
vntext_from_text(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cx_make_vntext(CX_GETARG_STR(0)));
}

/* The spaces at the end of a character(n) are no part of it. */
CX_SQL_FUNCTION(vntext_from_bpchar);
Datum
vntext_from_bpchar(PG_FUNCTION_ARGS)
{
	CxStr		s = CX_GETARG_STR(0);

	while (s.n > 0 && s.at[s.n - 1] == ' ')
		s.n--;
	PG_RETURN_TEXT_P(cx_make_vntext(s));
}

CX_SQL_FUNCTION(vntext_limit);
Datum
vntext_limit(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(limit_length(PG_GETARG_TEXT_PP(0), PG_GETARG_INT32(1), PG_GETARG_BOOL(2)));
}

/* Concatenation and substrings: a mark may come to stand behind a letter. */
CX_SQL_FUNCTION(vntext_concat);
Datum
vntext_concat(PG_FUNCTION_ARGS)
{
	CxStr		a = CX_GETARG_STR(0);
	CxStr		b = CX_GETARG_STR(1);
	char	   *both = palloc((Size) a.n + b.n + 1);
	CxStr		s = {both, a.n + b.n};

	memcpy(both, a.at, a.n);
	memcpy(both + a.n, b.at, b.n);
	PG_RETURN_TEXT_P(cx_make_vntext(s));
}

/* ---- comparison ------------------------------------------------------------------ */

CxStr
cx_comparable(CxStr s, CxScratch *scratch)
{
	CxStr		out;

	if (cx_collate_ready(s.at, s.n))
		return s;
	cx_scratch_init(scratch);
	cx_pg_check(cx_nfc(&scratch->arena, s.at, s.n, &out));
	return out;
}

/* Compare the first two arguments, which are vntext. */
static inline int
compare_vntexts(FunctionCallInfo fcinfo)
{
	struct varlena *a = cx_unpacked(PG_GETARG_DATUM(0));
	struct varlena *b = cx_unpacked(PG_GETARG_DATUM(1));
	CxStr		sa = cx_varlena_str(a);
	CxStr		sb = cx_varlena_str(b);
	int			order = cx_collate_compare(sa.at, sa.n, sb.at, sb.n);

	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return order;
}

/*
 * Compare the first two arguments; "texts" has a bit for each that is a text.
 * No copy is left behind, detoasted or in form C, for where an index is descended
 * these would add up.
 */
static int
compare_texts(FunctionCallInfo fcinfo, unsigned texts)
{
	struct varlena *a = cx_unpacked(PG_GETARG_DATUM(0));
	struct varlena *b = cx_unpacked(PG_GETARG_DATUM(1));
	CxStr		sa = cx_varlena_str(a);
	CxStr		sb = cx_varlena_str(b);
	CxStr		ca = sa;
	CxStr		cb = sb;
	CxScratch	scratch[2];
	int			order;

	if (texts & 1)
		ca = cx_comparable(sa, &scratch[0]);
	if (texts & 2)
		cb = cx_comparable(sb, &scratch[1]);
	order = cx_collate_compare(ca.at, ca.n, cb.at, cb.n);
	if (ca.at != sa.at)
		cx_arena_free(&scratch[0].arena);
	if (cb.at != sb.at)
		cx_arena_free(&scratch[1].arena);
	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	return order;
}

#define COMPARISON(function, texts, type, expression) \
	CX_SQL_FUNCTION(function); \
	Datum \
	function(PG_FUNCTION_ARGS) \
	{ \
		int			order = (texts) == 0 ? compare_vntexts(fcinfo) : compare_texts(fcinfo, texts); \
		type(expression); \
	}

/* left and right: vntext and vntext, vntext and text, text and vntext, text and text */
#define COMPARISONS(prefix, texts) \
	COMPARISON(prefix ## _eq, texts, PG_RETURN_BOOL, order == 0) \
	COMPARISON(prefix ## _ne, texts, PG_RETURN_BOOL, order != 0) \
	COMPARISON(prefix ## _lt, texts, PG_RETURN_BOOL, order < 0) \
	COMPARISON(prefix ## _le, texts, PG_RETURN_BOOL, order <= 0) \
	COMPARISON(prefix ## _gt, texts, PG_RETURN_BOOL, order > 0) \
	COMPARISON(prefix ## _ge, texts, PG_RETURN_BOOL, order >= 0) \
	COMPARISON(prefix ## _cmp, texts, PG_RETURN_INT32, order)

COMPARISONS(vntext, 0)
COMPARISONS(vntext_text, 2)
COMPARISONS(text_vntext, 1)
COMPARISONS(vn_text, 3)

CX_SQL_FUNCTION(vntext_smaller);
Datum
vntext_smaller(PG_FUNCTION_ARGS)
{
	if (cx_vntext_compare(PG_GETARG_DATUM(0), PG_GETARG_DATUM(1)) <= 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	PG_RETURN_DATUM(PG_GETARG_DATUM(1));
}

CX_SQL_FUNCTION(vntext_larger);
Datum
vntext_larger(PG_FUNCTION_ARGS)
{
	if (cx_vntext_compare(PG_GETARG_DATUM(0), PG_GETARG_DATUM(1)) >= 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	PG_RETURN_DATUM(PG_GETARG_DATUM(1));
}

int
cx_vntext_compare(Datum a, Datum b)
{
	struct varlena *va = cx_unpacked(a);
	struct varlena *vb = cx_unpacked(b);
	CxStr		sa = cx_varlena_str(va);
	CxStr		sb = cx_varlena_str(vb);
	int			order = cx_collate_compare(sa.at, sa.n, sb.at, sb.n);

	if ((Pointer) va != DatumGetPointer(a))
		pfree(va);
	if ((Pointer) vb != DatumGetPointer(b))
		pfree(vb);
	return order;
}

void
cx_key_append(void *ctx, const uint8_t *bytes, size_t n)
{
	appendBinaryStringInfo((StringInfo) ctx, (const char *) bytes, (int) n);
}

/* ---- hash ---------------------------------------------------------------------------- */

typedef struct KeyHash
{
	uint64		seed;
	uint64		value;
	bool		any;
} KeyHash;

static void
hash_chunk(void *ctx, const uint8_t *bytes, size_t n)
{
	KeyHash    *hash = ctx;
	uint64		chunk = hash_bytes_extended(bytes, (int) n, hash->seed);

	hash->value = hash->any ? hash_combine64(hash->value, chunk) : chunk;
	hash->any = true;
}

static uint64
hash_key(CxStr s, CxKeyKind kind, uint64 seed)
{
	KeyHash		hash = {seed, 0, false};

	cx_collate_key(s.at, s.n, kind, hash_chunk, &hash);
	return hash.value;
}

/* Hash the first argument; its low half with seed 0 is the hash without a seed. */
static uint64
hash_arg(FunctionCallInfo fcinfo, bool is_text, CxKeyKind kind, uint64 seed)
{
	struct varlena *value = cx_unpacked(PG_GETARG_DATUM(0));
	CxStr		s = cx_varlena_str(value);
	CxStr		comparable = s;
	CxScratch	scratch;
	uint64		hash;

	if (is_text)
		comparable = cx_comparable(s, &scratch);
	hash = hash_key(comparable, kind, seed);
	if (comparable.at != s.at)
		cx_arena_free(&scratch.arena);
	PG_FREE_IF_COPY(value, 0);
	return hash;
}

#define HASH(function, is_text, kind) \
	CX_SQL_FUNCTION(function); \
	Datum \
	function(PG_FUNCTION_ARGS) \
	{ \
		PG_RETURN_INT32((int32) hash_arg(fcinfo, is_text, kind, 0)); \
	} \
	CX_SQL_FUNCTION(function ## _extended); \
	Datum \
	function ## _extended(PG_FUNCTION_ARGS) \
	{ \
		PG_RETURN_UINT64(hash_arg(fcinfo, is_text, kind, (uint64) PG_GETARG_INT64(1))); \
	}

HASH(vntext_hash, false, CX_KEY_HASH)
HASH(vn_text_hash, true, CX_KEY_HASH)
HASH(vntext_hash_bare, false, CX_KEY_BARE)
