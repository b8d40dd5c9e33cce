/*-------------------------------------------------------------------------
 *
 * fold.c
 *	  Case, folding and sort keys of any text.
 *
 * Thin wrappers; nothing here depends on the server's locale.
 *
 *-------------------------------------------------------------------------
 */
#include "vntext.h"

#include "lib/stringinfo.h"
#include "utils/builtins.h"

/*
 * A plain text is mapped into the value that is returned: into itself, if it
 * was stored compressed or out of line and so is a copy of our own.  Any other goes
 * the way of cx_pg_map_text(), from the stored value again.
 */
static Datum
map_plain(FunctionCallInfo fcinfo, bool (*plain) (const char *, size_t, char *, uint32_t *),
		  CxStatus (*map) (CxArena *, const char *, size_t, CxStr *))
{
	struct varlena *arg = PG_GETARG_VARLENA_PP(0);
	CxStr		s = cx_varlena_str(arg);
	struct varlena *result = arg;
	uint32_t	n;

	cx_pg_check_encoding();
	if (s.n > CX_PLAIN_BYTES)
		return cx_pg_map_text(fcinfo, map);
	if ((Pointer) arg == DatumGetPointer(PG_GETARG_DATUM(0)) || !VARATT_IS_4B_U(arg))
		result = palloc((Size) s.n + VARHDRSZ);
	if (!plain(s.at, s.n, VARDATA(result), &n))
	{
		pfree(result);
		return cx_pg_map_text(fcinfo, map);
	}
	SET_VARSIZE(result, n + VARHDRSZ);
	PG_RETURN_TEXT_P(result);
}

#define MAPPING(function, plain, map) \
	CX_SQL_FUNCTION(function); \
	Datum \
	function(PG_FUNCTION_ARGS) \
	{ \
		return map_plain(fcinfo, plain, map); \
	}

MAPPING(vn_fold, cx_fold_plain, cx_fold)
MAPPING(vn_unaccent, cx_unaccent_plain, cx_unaccent)
MAPPING(vn_lower, cx_lower_plain, cx_lower)
MAPPING(vn_upper, cx_upper_plain, cx_upper)

CX_SQL_FUNCTION(vn_initcap);
Datum
vn_initcap(PG_FUNCTION_ARGS)
{
	return cx_pg_map_text(fcinfo, cx_initcap);
}

CX_SQL_FUNCTION(vn_sort_key);
Datum
vn_sort_key(PG_FUNCTION_ARGS)
{
	CxScratch	scratch;
	CxStr		s = cx_comparable(CX_GETARG_STR(0), &scratch);
	StringInfoData key;

	initStringInfo(&key);
	appendStringInfoSpaces(&key, VARHDRSZ);
	cx_collate_key(s.at, s.n, CX_KEY_ORDER, cx_key_append, &key);
	SET_VARSIZE(key.data, key.len);
	PG_RETURN_BYTEA_P(key.data);
}
