/*-------------------------------------------------------------------------
 *
 * vntext_index.c
 *	  Indexes on vntext: sorting, and conditions that the planner can make of
 *	  LIKE, regular expressions and ~=.
 *
 * An abbreviated key is the first ten letters or so of a text, which tells most
 * names apart.
 *
 * A pattern with a fixed prefix becomes a range of the order, ~= becomes equality
 * without marks where an index on vntext_bare_ops is.  Both let through more than
 * the operator, which is checked behind them.
 *
 *-------------------------------------------------------------------------
 */
#include "vntext.h"

#include "access/stratnum.h"
#include "catalog/pg_am.h"
#include "catalog/pg_type.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/pathnodes.h"
#include "nodes/supportnodes.h"
#include "optimizer/optimizer.h"
#include "optimizer/paths.h"
#include "parser/parse_coerce.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/sortsupport.h"

/* ---- sorting --------------------------------------------------------------------- */

static int
compare_vntexts(Datum a, Datum b, SortSupport ssup)
{
	return cx_vntext_compare(a, b);
}

static int
compare_texts(Datum a, Datum b, SortSupport ssup)
{
	return DatumGetInt32(DirectFunctionCall2(vn_text_cmp, a, b));
}

static Datum
prefix_datum(CxStr s)
{
	return (Datum) (cx_collate_prefix(s.at, s.n) >> (64 - 8 * SIZEOF_DATUM));
}

static Datum
abbreviate_vntext(Datum original, SortSupport ssup)
{
	struct varlena *value = cx_unpacked(original);
	Datum		key = prefix_datum(cx_varlena_str(value));

	if ((Pointer) value != DatumGetPointer(original))
		pfree(value);
	return key;
}

static Datum
abbreviate_text(Datum original, SortSupport ssup)
{
	struct varlena *value = cx_unpacked(original);
	CxStr		s = cx_varlena_str(value);
	CxScratch	scratch;
	CxStr		comparable = cx_comparable(s, &scratch);
	Datum		key = prefix_datum(comparable);

	if (comparable.at != s.at)
		cx_arena_free(&scratch.arena);
	if ((Pointer) value != DatumGetPointer(original))
		pfree(value);
	return key;
}

/* Making a key costs little more than comparing once, so it never pays to stop. */
static bool
never_abort(int memtupcount, SortSupport ssup)
{
	return false;
}

static void
sort_support(SortSupport ssup, int (*comparator) (Datum, Datum, SortSupport), Datum (*converter) (Datum, SortSupport))
{
	ssup->comparator = comparator;
	if (ssup->abbreviate)
	{
		ssup->abbrev_full_comparator = comparator;
		ssup->comparator = ssup_datum_unsigned_cmp;
		ssup->abbrev_converter = converter;
		ssup->abbrev_abort = never_abort;
	}
}

CX_SQL_FUNCTION(vntext_sortsupport);
Datum
vntext_sortsupport(PG_FUNCTION_ARGS)
{
	sort_support((SortSupport) PG_GETARG_POINTER(0), compare_vntexts, abbreviate_vntext);
	PG_RETURN_VOID();
}

CX_SQL_FUNCTION(vn_text_sortsupport);
Datum
vn_text_sortsupport(PG_FUNCTION_ARGS)
{
	sort_support((SortSupport) PG_GETARG_POINTER(0), compare_texts, abbreviate_text);
	PG_RETURN_VOID();
}

/* ---- planner support ----------------------------------------------------------------- */

/*
 * The request, if it is for an index condition on the left argument, with the
 * right argument; else NULL.
 */
static SupportRequestIndexCondition *
index_request(FunctionCallInfo fcinfo, Expr **column, Node **other)
{
	SupportRequestIndexCondition *request = (SupportRequestIndexCondition *) PG_GETARG_POINTER(0);
	List	   *args;

	if (!IsA(request, SupportRequestIndexCondition) || request->indexarg != 0)
		return NULL;
	if (is_opclause(request->node))
		args = ((OpExpr *) request->node)->args;
	else if (is_funcclause(request->node))
		args = ((FuncExpr *) request->node)->args;
	else
		return NULL;
	if (list_length(args) != 2)
		return NULL;
	*column = linitial(args);
	*other = lsecond(args);
	return request;
}

static Expr *
comparison(SupportRequestIndexCondition *request, Expr *column, StrategyNumber strategy, CxStr s)
{
	Oid			type = exprType((Node *) column);
	Oid			operator = get_opfamily_member(request->opfamily, type, type, strategy);
	text	   *value;

	if (!OidIsValid(operator))
		return NULL;
	value = cstring_to_text_with_len(s.at, (int) s.n);
	return make_opclause(operator, BOOLOID, false, column,
						 (Expr *) makeConst(type, -1, InvalidOid, -1, PointerGetDatum(value), false, false),
						 InvalidOid, InvalidOid);
}

/* Conditions on the column for a canonical prefix, or for a whole text. */
static List *
prefix_conditions(SupportRequestIndexCondition *request, Expr *column, CxScratch *scratch, CxStr prefix, bool whole)
{
	CxStr		low;
	CxStr		high;
	Expr	   *from;
	Expr	   *to;

	request->lossy = true;
	if (whole)
	{
		Expr	   *equal = comparison(request, column, BTEqualStrategyNumber, prefix);

		return equal != NULL ? list_make1(equal) : NIL;
	}
	cx_pg_check(cx_collate_range(&scratch->arena, prefix.at, prefix.n, &low, &high));
	from = low.at != NULL ? comparison(request, column, BTGreaterEqualStrategyNumber, low) : NULL;
	to = high.at != NULL ? comparison(request, column, BTLessStrategyNumber, high) : NULL;
	if (from != NULL && to != NULL)
		return list_make2(from, to);
	return from != NULL ? list_make1(from) : NIL;
}

/*
 * The literal beginning of a canonical pattern, written to "out", which is as
 * long; "whole" if there is nothing else in it.
 */
static CxStr
like_prefix(CxStr pattern, char *out, bool *whole)
{
	CxStr		prefix = {out, 0};
	uint32_t	i;

	for (i = 0; i < pattern.n && pattern.at[i] != '%' && pattern.at[i] != '_'; i++)
	{
		if (pattern.at[i] == '\\' && i + 1 < pattern.n)
			i++;
		out[prefix.n++] = pattern.at[i];
	}
	*whole = i == pattern.n;
	return prefix;
}

/* Nothing if there are alternatives; "a*" says nothing of a. */
static CxStr
regex_prefix(CxStr pattern, char *out, bool *whole)
{
	CxStr		prefix = {out, 0};
	uint32_t	i;

	*whole = false;
	if (pattern.n == 0 || pattern.at[0] != '^' || memchr(pattern.at, '|', pattern.n) != NULL)
		return prefix;
	for (i = 1; i < pattern.n && strchr(".\\[](){}*+?^$", pattern.at[i]) == NULL; i++)
		out[prefix.n++] = pattern.at[i];
	if (i < pattern.n && strchr("*?{", pattern.at[i]) != NULL)
	{
		while (prefix.n > 0 && ((unsigned char) out[prefix.n - 1] & 0xC0) == 0x80)
			prefix.n--;
		if (prefix.n > 0)
			prefix.n--;
	}
	return prefix;
}

static Datum
pattern_support(FunctionCallInfo fcinfo, CxCanonKind kind, CxStr (*find_prefix) (CxStr, char *, bool *))
{
	Expr	   *column;
	Node	   *other;
	SupportRequestIndexCondition *request = index_request(fcinfo, &column, &other);
	CxScratch	scratch;
	CxStr		pattern;
	CxStr		prefix;
	bool		whole;
	List	   *conditions;

	if (request == NULL || !IsA(other, Const) || ((Const *) other)->constisnull ||
		(request->index->relam != BTREE_AM_OID && request->index->relam != BRIN_AM_OID))
		PG_RETURN_POINTER(NULL);
	pattern = cx_varlena_str(PG_DETOAST_DATUM_PACKED(((Const *) other)->constvalue));
	cx_scratch_init(&scratch);
	cx_pg_check(cx_canon(&scratch.arena, pattern.at, pattern.n, kind, CX_TONES_NEW, &pattern, NULL, NULL));
	prefix = find_prefix(pattern, palloc(pattern.n + 1), &whole);
	conditions = prefix_conditions(request, column, &scratch, prefix, whole);
	cx_arena_free(&scratch.arena);
	PG_RETURN_POINTER(conditions);
}

CX_SQL_FUNCTION(vntext_like_support);
Datum
vntext_like_support(PG_FUNCTION_ARGS)
{
	return pattern_support(fcinfo, CX_CANON_LIKE, like_prefix);
}

CX_SQL_FUNCTION(vntext_regex_support);
Datum
vntext_regex_support(PG_FUNCTION_ARGS)
{
	return pattern_support(fcinfo, CX_CANON_REGEX, regex_prefix);
}

/* Is the operator the equality of vntext_bare_ops?  The library has it under the same name. */
static bool
is_bare_equality(Oid operator)
{
	char	   *name = OidIsValid(operator) ? get_func_name(get_opcode(operator)) : NULL;

	return name != NULL && strcmp(name, "vntext_bare_eq") == 0;
}

CX_SQL_FUNCTION(vntext_match_support);
Datum
vntext_match_support(PG_FUNCTION_ARGS)
{
	Expr	   *column;
	Node	   *other;
	SupportRequestIndexCondition *request = index_request(fcinfo, &column, &other);
	Oid			type;
	Oid			operator;
	Oid			cast;

	if (request == NULL || request->index->relam != HASH_AM_OID ||
		!is_pseudo_constant_for_index(request->root, other, request->index))
		PG_RETURN_POINTER(NULL);
	type = exprType((Node *) column);
	operator = get_opfamily_member(request->opfamily, type, type, HTEqualStrategyNumber);
	if (!is_bare_equality(operator))
		PG_RETURN_POINTER(NULL);
	if (exprType(other) != type)
	{
		if (find_coercion_pathway(type, exprType(other), COERCION_ASSIGNMENT, &cast) != COERCION_PATH_FUNC)
			PG_RETURN_POINTER(NULL);
		other = (Node *) makeFuncExpr(cast, type, list_make1(other), InvalidOid, InvalidOid, COERCE_IMPLICIT_CAST);
		other = eval_const_expressions(request->root, other);
	}
	request->lossy = true;
	PG_RETURN_POINTER(list_make1(make_opclause(operator, BOOLOID, false, column, (Expr *) other, InvalidOid, InvalidOid)));
}
