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

#define MAPPING(function, map) \
	CX_SQL_FUNCTION(function); \
	Datum \
	function(PG_FUNCTION_ARGS) \
	{ \
		return cx_pg_map_text(fcinfo, map); \
	}

CX_SQL_FUNCTION(vn_fold);
Datum
vn_fold(PG_FUNCTION_ARGS)
{
	CxStr		s = CX_GETARG_STR(0);
	text	   *result = palloc((Size) s.n + VARHDRSZ);
	uint32_t	n;

	if (!cx_fold_plain(s.at, s.n, VARDATA(result), &n))
	{
		pfree(result);
		return cx_pg_map_text(fcinfo, cx_fold);
	}
	SET_VARSIZE(result, n + VARHDRSZ);
	PG_RETURN_TEXT_P(result);
}

MAPPING(vn_unaccent, cx_unaccent)
MAPPING(vn_lower, cx_lower)
MAPPING(vn_upper, cx_upper)
MAPPING(vn_initcap, cx_initcap)

CX_SQL_FUNCTION(vn_sort_key);
Datum
vn_sort_key(PG_FUNCTION_ARGS)
{
	CxScratch	scratch;
	CxStr		s = cx_comparable(CX_GETARG_STR(0), &scratch);
	StringInfoData key;

	initStringInfo(&key);
	appendStringInfoSpaces(&key, VARHDRSZ);
	cx_collate_key(s.at, s.n, false, cx_key_append, &key);
	SET_VARSIZE(key.data, key.len);
	PG_RETURN_BYTEA_P(key.data);
}
