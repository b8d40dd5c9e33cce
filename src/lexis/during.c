/*-------------------------------------------------------------------------
 *
 * during.c
 *	  A whole text as one span of days.
 *
 * The readers of dates and terms find them in prose; here the text must be one of
 * them and nothing else.  To their forms come those that prose may not be trusted
 * with, because the same words say other things there:
 *
 *		"đầu" | "giữa" | "cuối", month or year		a third of it
 *		"năm học" YEAR-YEAR							from September to May
 *		"thế kỷ" ("thứ")? numeral					1901 to 2000 for the twentieth
 *
 * The school year is that of the ministry's yearly plan, which begins in September and ends before
 * 31 May.
 *
 *-------------------------------------------------------------------------
 */
#include "scan.h"

const char *const cx_during_names[CX_DURING_KINDS] = {
	"day", "month", "quarter", "half", "year", "period", "lunar", "part", "term", "school year", "century"
};

/* The third of a span of days that "đầu", "giữa" or "cuối" is of it; months are cut at the 10th and 20th. */
static void
take_third(uint16_t which, CxYmd *from, CxYmd *to)
{
	if (from->month == to->month)
	{
		if (which != W_DAU)
			from->day = which == W_GIUA ? 11 : 21;
		if (which != W_CUOI)
			to->day = which == W_DAU ? 10 : 20;
	}
	else
	{
		from->month = which == W_DAU ? 1 : which == W_GIUA ? 5 : 9;
		to->month = which == W_DAU ? 4 : which == W_GIUA ? 8 : 12;
		to->day = which == W_DAU ? 30 : 31;
	}
}

static void
set_years(int first, int last, CxDuring *out)
{
	out->from = (CxYmd) {(int16_t) first, 1, 1};
	out->to = (CxYmd) {(int16_t) last, 12, 31};
}

static bool
read_century(const CxLexis *lex, CxDuring *out)
{
	uint32_t	at = 2;
	int			century;

	if (cx_sym(lex, 0) != W_THEES || (cx_sym(lex, 1) != W_KYR && cx_sym(lex, 1) != W_KIR))
		return false;
	if (cx_sym(lex, at) == W_THU)
		at++;
	if (at + 1 != lex->toks.n)
		return false;
	century = cx_kind(lex, at) == CX_TOK_ROMAN ?
		cx_roman_value(lex->text + lex->toks.at[at].start, lex->toks.at[at].end - lex->toks.at[at].start) : cx_token_int(lex, at);
	if (century < 1 || century > 99)
		return false;
	set_years(century * 100 - 99, century * 100, out);
	out->kind = CX_DURING_CENTURY;
	return true;
}

CxStatus
cx_during_read(CxArena *arena, const char *s, size_t n, CxYmd ref, CxDuring *out)
{
	CxLexis		lex;
	uint16_t	which;
	uint32_t	first = 0;
	const CxDate *d;

	out->found = false;
	CX_TRY(cx_lexis_init(&lex, arena, s, n));
	CX_TRY(cx_tokens(&lex));
	if (read_century(&lex, out))
	{
		out->found = true;
		return CX_OK;
	}
	CX_TRY(cx_dates(&lex));
	if (lex.terms.n == 1 && lex.terms.at[0].tok == 0 && lex.terms.at[0].end == lex.toks.n)
	{
		set_years(lex.terms.at[0].first, lex.terms.at[0].last, out);
		out->kind = CX_DURING_TERM;
		out->found = true;
		return CX_OK;
	}
	if (lex.dates.n != 1 || lex.dates.at[0].end != lex.toks.n)
		return CX_OK;
	d = &lex.dates.at[0];
	which = cx_sym(&lex, 0);
	if (which == W_DAU || which == W_GIUA || which == W_CUOI)
		first = 1;
	else if (which == W_NAM && cx_sym(&lex, 1) == W_HOC)
		first = 2;
	if (d->tok != first || !cx_date_resolve(d, ref, &out->from, &out->to))
		return CX_OK;
	out->kind = (CxDuringKind) d->grain;
	if (first == 1)
	{
		if ((d->grain != CX_GRAIN_MONTH && d->grain != CX_GRAIN_YEAR) || (out->from.month != out->to.month && d->grain == CX_GRAIN_MONTH))
			return CX_OK;
		take_third(which, &out->from, &out->to);
		out->kind = CX_DURING_PART;
	}
	else if (first == 2)
	{
		if (d->grain != CX_GRAIN_PERIOD || out->to.year != out->from.year + 1)
			return CX_OK;
		out->from.month = 9;
		out->to.month = 5;
		out->kind = CX_DURING_SCHOOL_YEAR;
	}
	out->found = true;
	return CX_OK;
}
