/*-------------------------------------------------------------------------
 *
 * vntext_regex.c
 *	  Regular expressions that find, count, replace and split in a vntext.
 *
 * What the operator ~ says is found, and is found in the same canonical text
 * (see src/text/canon.c); positions and pieces are those of the value as it is
 * kept.  Of the two tone styles the first in which there is anything to find is
 * looked at.  With the flag "c" value and pattern are taken as they are.
 *
 * The arguments, and what becomes of flags, empty finds and backslashes, are those of
 * the server's functions of the same names (src/backend/utils/adt/regexp.c).
 *
 *-------------------------------------------------------------------------
 */
#include "vntext.h"

#include "catalog/pg_collation.h"
#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "regex/regex.h"
#include "utils/array.h"
#include "utils/builtins.h"

/* A part of the value, in bytes. */
typedef struct Piece
{
	uint32		start;			/* NOWHERE: there is none */
	uint32		end;
} Piece;

#define NOWHERE		PG_UINT32_MAX

/* A text in characters, and where each of them, and the end, is in the value. */
typedef struct WideText
{
	pg_wchar   *chars;
	uint32	   *places;
	int			n;
} WideText;

/* What there is to find, and what was found. */
typedef struct Finds
{
	CxStr		value;
	CxStr		pattern;
	int			flags;			/* of the server's regular expressions */
	bool		global;			/* all, not the first */
	bool		split;			/* no empty ones at the ends or behind another */
	int32		from;			/* characters before the first that counts */
	int			groups;			/* in parentheses */
	Size		n;
	Size		room;
	Piece	   *pieces;			/* of each find itself and its groups */
} Finds;

static void
read_flags(Finds *finds, CxStr flags)
{
	const char *p = flags.at;
	const char *end = p + flags.n;

	finds->flags = REG_ADVANCED | REG_ICASE;
	for (; p < end; p++)
		switch (*p)
		{
			case 'g':
				finds->global = true;
				break;
			case 'b':
				finds->flags &= ~(REG_ADVANCED | REG_EXTENDED | REG_QUOTE);
				break;
			case 'c':
				finds->flags &= ~REG_ICASE;
				break;
			case 'e':
				finds->flags |= REG_EXTENDED;
				finds->flags &= ~(REG_ADVANCED | REG_QUOTE);
				break;
			case 'i':
				finds->flags |= REG_ICASE;
				break;
			case 'm':
			case 'n':
				finds->flags |= REG_NEWLINE;
				break;
			case 'p':
				finds->flags |= REG_NLSTOP;
				finds->flags &= ~REG_NLANCH;
				break;
			case 'q':
				finds->flags |= REG_QUOTE;
				finds->flags &= ~(REG_ADVANCED | REG_EXTENDED);
				break;
			case 's':
				finds->flags &= ~REG_NEWLINE;
				break;
			case 't':
				finds->flags &= ~REG_EXPANDED;
				break;
			case 'w':
				finds->flags &= ~REG_NLSTOP;
				finds->flags |= REG_NLANCH;
				break;
			case 'x':
				finds->flags |= REG_EXPANDED;
				break;
			default:
				ereport(ERROR,
						(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						 errmsg("invalid regular expression option: \"%.*s\"", (int) Min(pg_mblen(p), end - p), p)));
		}
}

/* Value, pattern and flags, which are the arguments 0, 1 and "flags". */
static void
finds_init(Finds *finds, FunctionCallInfo fcinfo, int flags)
{
	memset(finds, 0, sizeof(*finds));
	finds->value = CX_GETARG_STR(0);
	finds->pattern = CX_GETARG_STR(1);
	read_flags(finds, CX_GETARG_STR(flags));
}

static void
refuse_global(const Finds *finds, const char *function, const char *hint)
{
	if (finds->global)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s does not support the \"global\" option", function),
				 hint != NULL ? errhint("%s", hint) : 0));
}

/* An argument that is a number from "least" to "most". */
static int32
number_arg(FunctionCallInfo fcinfo, int i, const char *name, int32 least, int32 most)
{
	int32		value = PG_GETARG_INT32(i);

	if (value < least || value > most)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid value for parameter \"%s\": %d", name, value)));
	return value;
}

static WideText
widen(CxStr s, const uint32 *origin)
{
	WideText	wide;
	const char *p = s.at;
	const char *end = p + s.n;
	Size		room = (Size) s.n + 1;

	wide.chars = MemoryContextAllocHuge(CurrentMemoryContext, room * sizeof(pg_wchar));
	wide.places = MemoryContextAllocHuge(CurrentMemoryContext, room * sizeof(uint32));
	wide.n = pg_mb2wchar_with_len(s.at, wide.chars, (int) s.n);
	for (int i = 0; i <= wide.n; i++)
	{
		wide.places[i] = origin != NULL ? origin[p - s.at] : (uint32) (p - s.at);
		if (p < end)
			p += pg_mblen(p);
	}
	return wide;
}

/* The first character that is not before the place where the search is to begin. */
static int
first_char(const Finds *finds, const WideText *wide)
{
	const char *p = finds->value.at;
	const char *end = p + finds->value.n;
	int32		left = finds->from;
	int			i = 0;

	for (; left > 0 && p < end; left--)
		p += pg_mblen(p);
	while (i < wide->n && wide->places[i] < p - finds->value.at)
		i++;
	return left > 0 ? wide->n + 1 : i;
}

static void
add_find(Finds *finds, const WideText *wide, const regmatch_t *found)
{
	Size		pieces = finds->groups + 1;
	Piece	   *piece;

	if (finds->n == finds->room)
	{
		finds->room = finds->room == 0 ? 8 : finds->room * 2;
		finds->pieces = finds->pieces == NULL ? palloc(finds->room * pieces * sizeof(Piece)) :
			repalloc_huge(finds->pieces, finds->room * pieces * sizeof(Piece));
	}
	piece = finds->pieces + finds->n++ * pieces;
	for (Size i = 0; i < pieces; i++)
	{
		piece[i].start = found[i].rm_so < 0 ? NOWHERE : wide->places[found[i].rm_so];
		piece[i].end = found[i].rm_eo < 0 ? NOWHERE : wide->places[found[i].rm_eo];
	}
}

static void
find_in(Finds *finds, const WideText *wide, CxStr pattern)
{
	text	   *expression = cstring_to_text_with_len(pattern.at, (int) pattern.n);
	regex_t    *regex = RE_compile_and_cache(expression, finds->flags, DEFAULT_COLLATION_OID);
	regmatch_t *found;
	int			last_end = 0;
	int			at;

	finds->groups = (int) regex->re_nsub;
	found = palloc((regex->re_nsub + 1) * sizeof(regmatch_t));
	for (at = first_char(finds, wide); at <= wide->n;)
	{
		int			status;

		CHECK_FOR_INTERRUPTS();
		status = pg_regexec(regex, wide->chars, wide->n, at, NULL, regex->re_nsub + 1, found, 0);
		if (status == REG_NOMATCH)
			break;
		if (status != REG_OKAY)
		{
			char		message[100];

			CHECK_FOR_INTERRUPTS(); /* it may have been canceled */
			pg_regerror(status, regex, message, sizeof(message));
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_REGULAR_EXPRESSION),
					 errmsg("regular expression failed: %s", message)));
		}
		if (!finds->split || (found[0].rm_so < wide->n && found[0].rm_eo > last_end))
			add_find(finds, wide, found);
		if (!finds->global)
			break;
		at = last_end = found[0].rm_eo;
		if (found[0].rm_so == found[0].rm_eo)
			at++;
	}
	pfree(found);
	pfree(expression);
}

static void
find(Finds *finds)
{
	bool		styled = true;

	if (!(finds->flags & REG_ICASE))
	{
		WideText	wide = widen(finds->value, NULL);

		find_in(finds, &wide, finds->pattern);
		return;
	}
	for (int style = CX_TONES_OLD; style <= CX_TONES_NEW && finds->n == 0 && styled; style++)
	{
		CxScratch	scratch;
		CxStr		value;
		CxStr		pattern;
		uint32	   *origin;
		bool		pattern_styled;
		WideText	wide;

		cx_scratch_init(&scratch);
		cx_pg_check(cx_canon(&scratch.arena, finds->value.at, finds->value.n, CX_CANON_TEXT, style, &value, &origin, &styled));
		cx_pg_check(cx_canon(&scratch.arena, finds->pattern.at, finds->pattern.n,
							 finds->flags & REG_QUOTE ? CX_CANON_PART : CX_CANON_REGEX, style, &pattern, NULL, &pattern_styled));
		styled = styled || pattern_styled;
		wide = widen(value, origin);
		find_in(finds, &wide, pattern);
		pfree(wide.chars);
		pfree(wide.places);
		cx_arena_free(&scratch.arena);
	}
}

/* ---- results ----------------------------------------------------------------------- */

static Datum
piece_datum(const Finds *finds, uint32 start, uint32 end)
{
	return PointerGetDatum(cstring_to_text_with_len(finds->value.at + start, (int) (end - start)));
}

/*
 * Arrays are of text: an array is equal to none of another type, and ARRAY['a']
 * is one of text.
 */
static Datum
make_array(Datum *elements, bool *nulls, int n)
{
	int			lower = 1;

	return PointerGetDatum(construct_md_array(elements, nulls, 1, &n, &lower, TEXTOID, -1, false, TYPALIGN_INT));
}

/* The groups of a find, or the find itself if there are none. */
static Datum
find_array(const Finds *finds, Size i)
{
	const Piece *piece = finds->pieces + i * (finds->groups + 1);
	int			first = finds->groups > 0;
	int			n = finds->groups + 1 - first;
	Datum	   *elements = palloc0(n * sizeof(Datum));
	bool	   *nulls = palloc0(n * sizeof(bool));

	for (int k = 0; k < n; k++)
	{
		nulls[k] = piece[first + k].start == NOWHERE;
		if (!nulls[k])
			elements[k] = piece_datum(finds, piece[first + k].start, piece[first + k].end);
	}
	return make_array(elements, nulls, n);
}

CX_SQL_FUNCTION(vntext_regexp_match);
Datum
vntext_regexp_match(PG_FUNCTION_ARGS)
{
	Finds		finds;

	finds_init(&finds, fcinfo, 2);
	refuse_global(&finds, "regexp_match()", "Use the regexp_matches function instead.");
	find(&finds);
	if (finds.n == 0)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(find_array(&finds, 0));
}

CX_SQL_FUNCTION(vntext_regexp_matches);
Datum
vntext_regexp_matches(PG_FUNCTION_ARGS)
{
	Finds		finds;
	CxRows		rows;

	finds_init(&finds, fcinfo, 2);
	find(&finds);
	cx_rows_start(&rows, fcinfo, NULL);
	for (Size i = 0; i < finds.n; i++)
	{
		cx_put_datum(&rows, find_array(&finds, i));
		cx_put_row(&rows);
	}
	cx_rows_end(&rows);
	return (Datum) 0;
}

CX_SQL_FUNCTION(vntext_regexp_like);
Datum
vntext_regexp_like(PG_FUNCTION_ARGS)
{
	Finds		finds;

	finds_init(&finds, fcinfo, 2);
	refuse_global(&finds, "regexp_like()", NULL);
	find(&finds);
	PG_RETURN_BOOL(finds.n > 0);
}

CX_SQL_FUNCTION(vntext_regexp_count);
Datum
vntext_regexp_count(PG_FUNCTION_ARGS)
{
	Finds		finds;

	finds_init(&finds, fcinfo, 3);
	finds.from = number_arg(fcinfo, 2, "start", 1, PG_INT32_MAX) - 1;
	refuse_global(&finds, "regexp_count()", NULL);
	finds.global = true;
	find(&finds);
	PG_RETURN_INT32((int32) finds.n);
}

/* The n-th find, or a group of it; NULL if there is none. */
static const Piece *
nth_find(Finds *finds, FunctionCallInfo fcinfo, const char *function, int n_arg, int group_arg)
{
	int32		n = number_arg(fcinfo, n_arg, "n", 1, PG_INT32_MAX);
	int32		group = number_arg(fcinfo, group_arg, "subexpr", 0, PG_INT32_MAX);
	const Piece *piece;

	finds->from = number_arg(fcinfo, 2, "start", 1, PG_INT32_MAX) - 1;
	refuse_global(finds, function, NULL);
	finds->global = true;
	find(finds);
	/* as in the array of a find, without groups it stands for the first */
	if (finds->groups == 0 && group == 1)
		group = 0;
	if ((Size) n > finds->n || group > finds->groups)
		return NULL;
	piece = finds->pieces + (Size) (n - 1) * (finds->groups + 1) + group;
	return piece->start == NOWHERE ? NULL : piece;
}

CX_SQL_FUNCTION(vntext_regexp_instr);
Datum
vntext_regexp_instr(PG_FUNCTION_ARGS)
{
	Finds		finds;
	const Piece *piece;
	int32		end = number_arg(fcinfo, 4, "endoption", 0, 1);

	finds_init(&finds, fcinfo, 5);
	piece = nth_find(&finds, fcinfo, "regexp_instr()", 3, 6);
	if (piece == NULL)
		PG_RETURN_INT32(0);
	PG_RETURN_INT32(1 + pg_mbstrlen_with_len(finds.value.at, (int) (end ? piece->end : piece->start)));
}

CX_SQL_FUNCTION(vntext_regexp_substr);
Datum
vntext_regexp_substr(PG_FUNCTION_ARGS)
{
	Finds		finds;
	const Piece *piece;

	finds_init(&finds, fcinfo, 4);
	piece = nth_find(&finds, fcinfo, "regexp_substr()", 3, 5);
	if (piece == NULL)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(piece_datum(&finds, piece->start, piece->end));
}

/* The first group, or if there are none the find. */
CX_SQL_FUNCTION(vntext_substring);
Datum
vntext_substring(PG_FUNCTION_ARGS)
{
	Finds		finds;
	const Piece *piece;

	memset(&finds, 0, sizeof(finds));
	finds.value = CX_GETARG_STR(0);
	finds.pattern = CX_GETARG_STR(1);
	finds.flags = REG_ADVANCED | REG_ICASE;
	find(&finds);
	if (finds.n == 0)
		PG_RETURN_NULL();
	piece = finds.pieces + (finds.groups > 0);
	if (piece->start == NOWHERE)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(piece_datum(&finds, piece->start, piece->end));
}

/* What is put for a find: \1 to \9 are its groups, \& is itself. */
static void
append_replacement(StringInfo result, const Finds *finds, const Piece *find, CxStr with)
{
	const char *p = with.at;
	const char *end = p + with.n;

	while (p < end)
	{
		const char *backslash = memchr(p, '\\', end - p);
		char		next = '\0';
		int			group = -1;

		if (backslash == NULL)
			backslash = end;
		else if (end - backslash > 1)
			next = backslash[1];
		if (next >= '1' && next <= '9')
			group = next - '0';
		else if (next == '&')
			group = 0;

		if (group >= 0)
		{
			appendBinaryStringInfo(result, p, (int) (backslash - p));
			if (group <= finds->groups && find[group].start != NOWHERE)
				appendBinaryStringInfo(result, finds->value.at + find[group].start, (int) (find[group].end - find[group].start));
			p = backslash + 2;
		}
		else
		{
			/* a backslash stands for itself, and two for one */
			const char *stop = backslash < end ? backslash + 1 : end;

			appendBinaryStringInfo(result, p, (int) (stop - p));
			p = next == '\\' ? stop + 1 : stop;
		}
	}
}

/* Replace the n-th find, or all if n is 0. */
static Datum
replace_finds(Finds *finds, CxStr with, int32 n)
{
	StringInfoData result;
	uint32		at = 0;
	CxStr		s;

	finds->global = n != 1;
	find(finds);
	initStringInfo(&result);
	for (Size i = n > 0 ? (Size) n - 1 : 0; i < finds->n && (n == 0 || i < (Size) n); i++)
	{
		const Piece *piece = finds->pieces + i * (finds->groups + 1);

		CHECK_FOR_INTERRUPTS();
		appendBinaryStringInfo(&result, finds->value.at + at, (int) (piece->start - at));
		append_replacement(&result, finds, piece, with);
		at = piece->end;
	}
	appendBinaryStringInfo(&result, finds->value.at + at, (int) (finds->value.n - at));
	s.at = result.data;
	s.n = (uint32) result.len;
	return PointerGetDatum(cx_make_vntext(s));
}

CX_SQL_FUNCTION(vntext_regexp_replace);
Datum
vntext_regexp_replace(PG_FUNCTION_ARGS)
{
	Finds		finds;

	finds_init(&finds, fcinfo, 3);
	PG_RETURN_DATUM(replace_finds(&finds, CX_GETARG_STR(2), finds.global ? 0 : 1));
}

CX_SQL_FUNCTION(vntext_regexp_replace_nth);
Datum
vntext_regexp_replace_nth(PG_FUNCTION_ARGS)
{
	Finds		finds;
	int32		n = number_arg(fcinfo, 4, "n", 0, PG_INT32_MAX);

	finds_init(&finds, fcinfo, 5);
	finds.from = number_arg(fcinfo, 3, "start", 1, PG_INT32_MAX) - 1;
	PG_RETURN_DATUM(replace_finds(&finds, CX_GETARG_STR(2), n));
}

CX_SQL_FUNCTION(vntext_regexp_split);
Datum
vntext_regexp_split(PG_FUNCTION_ARGS)
{
	Finds		finds;
	Datum	   *elements;
	uint32		at = 0;

	finds_init(&finds, fcinfo, 2);
	refuse_global(&finds, "regexp_split_to_array()", NULL);
	finds.global = finds.split = true;
	find(&finds);
	elements = palloc_extended((finds.n + 1) * sizeof(Datum), MCXT_ALLOC_HUGE);
	for (Size i = 0; i < finds.n; i++)
	{
		const Piece *piece = finds.pieces + i * (finds.groups + 1);

		elements[i] = piece_datum(&finds, at, piece->start);
		at = piece->end;
	}
	elements[finds.n] = piece_datum(&finds, at, finds.value.n);
	PG_RETURN_DATUM(make_array(elements, NULL, (int) finds.n + 1));
}
