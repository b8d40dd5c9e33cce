/*-------------------------------------------------------------------------
 *
 * during.c
 *	  Spans of days: all in a text, and a whole text as one.
 *
 * The readers of dates and terms find what facts are dated by.  To their forms
 * come those that a fact may not be trusted to, but a reader understands:
 *
 *		span    := part? ("của"? shift)? base
 *		part    := "đầu" | "giữa" | "cuối"				a third of it
 *				 | "nửa đầu" | "nửa cuối"
 *		base    := date | term | relative (relative.c)
 *				 | "năm học" YEAR-YEAR					from September to May
 *				 | "thế kỷ" ("thứ")? numeral			1901 to 2000 for the twentieth
 *				 | ("thập niên" | "những năm") 1990		ten years
 *
 * A date without its year may have it behind it: "quý II năm nay", "ngày 20/4 vừa qua".
 *
 * The school year is that of the ministry's yearly plan, which begins in September and ends before
 * 31 May.
 *
 * One walk over the tokens; the dates and terms that were read before stand in
 * text order and are met on the way.  A base begins at most two tokens behind
 * its span, so they are looked for from where the walk is.
 *
 *-------------------------------------------------------------------------
 */
#include "scan.h"

const char *const cx_during_names[CX_DURING_KINDS] = {
	"day", "month", "quarter", "half", "year", "period", "lunar", "part", "term", "school year", "century",
	"decade", "week"
};

/* Where the walk is. */
typedef struct Walk
{
	const CxLexis *lex;
	CxYmd		ref;
	bool		alone;
	uint32_t	date;			/* the first that begins at the token or
								 * behind */
	uint32_t	term;
} Walk;

/* The date that begins at a token a little ahead of the walk, or NULL. */
static const CxDate *
date_at(const Walk *walk, uint32_t tok)
{
	for (uint32_t i = walk->date; i < walk->lex->dates.n && walk->lex->dates.at[i].tok <= tok; i++)
	{
		if (walk->lex->dates.at[i].tok == tok)
			return &walk->lex->dates.at[i];
	}
	return NULL;
}

static void
set_years(int first, int last, CxDuring *out)
{
	out->from = (CxYmd) {(int16_t) first, 1, 1};
	out->to = (CxYmd) {(int16_t) last, 12, 31};
	out->found = true;
}

/* ---- dates and terms ------------------------------------------------------------------- */

/* "năm nay", "năm ngoái" behind a date give it its year; "vừa qua", "tới" the last or next one. */
static uint32_t
read_year_behind(const Walk *walk, const CxDate *d, CxDate *whole)
{
	const CxLexis *lex = walk->lex;
	uint32_t	at = d->end;
	uint32_t	end;
	int			shift;

	*whole = *d;
	if (d->from.year != 0 || d->to.year != 0 || d->from.month == 0 || d->grain == CX_GRAIN_LUNAR || !cx_ymd_valid(walk->ref))
		return 0;
	if (cx_sym(lex, at) == W_CUA)
		at++;
	if (cx_sym(lex, at) == W_NAM || cx_sym(lex, at - 1) == W_NAM)
	{
		/* a half ends with its "năm" */
		if (cx_sym(lex, at) == W_NAM)
			at++;
		end = cx_read_shift(lex, at, &shift);
		if (end == 0)
			return 0;
		whole->to.year = (int16_t) (walk->ref.year + shift);
		whole->from.year = (int16_t) (whole->to.year - (d->from.month > d->to.month));
		return end;
	}
	end = cx_read_shift(lex, d->end, &shift);
	if (end == 0 || shift == 0 || cx_sym(lex, d->end) == W_SAU_AFTER || cx_sym(lex, d->end) == W_TRUOC ||
		(!walk->alone && !cx_ends_phrase(lex, end)))
		return 0;
	for (int year = walk->ref.year + 1; year >= walk->ref.year - 1; year--)
	{
		CxYmd		from,
					to;
		CxDate		probe = *d;

		probe.to.year = (int16_t) year;
		probe.from.year = (int16_t) (year - (d->from.month > d->to.month));
		if (!cx_date_resolve(&probe, walk->ref, &from, &to))
			continue;
		if (shift > 0 && cx_ymd_to_days(to) >= cx_ymd_to_days(walk->ref))
			*whole = probe;
		else if (shift < 0 && cx_ymd_to_days(from) <= cx_ymd_to_days(walk->ref))
		{
			*whole = probe;
			return end;
		}
	}
	return whole->to.year != 0 ? end : 0;
}

static uint32_t
read_date(const Walk *walk, const CxDate *d, CxDuring *out)
{
	CxDate		whole;
	uint32_t	end = read_year_behind(walk, d, &whole);

	out->kind = (CxDuringKind) d->grain;
	out->found = cx_date_resolve(&whole, walk->ref, &out->from, &out->to);
	return end != 0 ? end : d->end;
}

/* ---- centuries, decades, school years --------------------------------------------------- */

/* "thế kỷ XX": its number in *century */
static uint32_t
read_century(const CxLexis *lex, uint32_t tok, int *century)
{
	uint32_t	at = tok + 2;

	if (cx_sym(lex, tok) != W_THEES || (cx_sym(lex, tok + 1) != W_KYR && cx_sym(lex, tok + 1) != W_KIR))
		return 0;
	if (cx_sym(lex, at) == W_THU)
		at++;
	if (at >= lex->toks.n || cx_starts_line(lex, at))
		return 0;
	*century = cx_kind(lex, at) == CX_TOK_ROMAN ?
		cx_roman_value(lex->text + lex->toks.at[at].start, lex->toks.at[at].end - lex->toks.at[at].start) : cx_token_int(lex, at);
	return *century >= 1 && *century <= 99 ? at + 1 : 0;
}

/* "thập niên 1990", "thập kỷ 90 (của) thế kỷ XX", "những năm 1990" */
static uint32_t
read_decade(const CxLexis *lex, uint32_t tok, CxDuring *out)
{
	uint32_t	at = tok + 2;
	uint32_t	end;
	uint16_t	next = cx_sym(lex, tok + 1);
	int			year = cx_token_int(lex, at);
	int			century;

	if (cx_sym(lex, tok) == W_THAAPJ ? next != W_NIEEN && next != W_KYR && next != W_KIR :
		cx_sym(lex, tok) != W_NHUNG || next != W_NAM)
		return 0;
	if (year < 10 || year % 10 != 0 || cx_starts_line(lex, at) || (year >= 100 && cx_token_year(lex, at) == 0) ||
		cx_is_char(lex, at + 1, '-'))
		return 0;
	at++;
	if (year < 100)
	{
		end = read_century(lex, at + (cx_sym(lex, at) == W_CUA), &century);
		if (end != 0)
			at = end;
		else if (!cx_ends_phrase(lex, at))
			return 0;			/* "những năm 20 tuổi" */
		year += end != 0 ? (century - 1) * 100 : 1900;
	}
	set_years(year, year + 9, out);
	out->kind = CX_DURING_DECADE;
	return at;
}

static uint32_t
read_school_year(const Walk *walk, uint32_t tok, CxDuring *out)
{
	const CxDate *d;

	if (cx_sym(walk->lex, tok) != W_NAM || cx_sym(walk->lex, tok + 1) != W_HOC)
		return 0;
	d = date_at(walk, tok + 2);
	if (d == NULL || d->grain != CX_GRAIN_PERIOD || d->to.year != d->from.year + 1)
		return 0;
	out->from = (CxYmd) {d->from.year, 9, 1};
	out->to = (CxYmd) {d->to.year, 5, 31};
	out->kind = CX_DURING_SCHOOL_YEAR;
	out->found = true;
	return d->end;
}

/* ---- bases ------------------------------------------------------------------------------ */

static uint32_t
read_base(const Walk *walk, uint32_t tok, CxDuring *out)
{
	const CxLexis *lex = walk->lex;
	const CxDate *d = date_at(walk, tok);
	uint32_t	term = walk->term;
	uint32_t	end;
	int			century;

	while (term < lex->terms.n && lex->terms.at[term].tok < tok)
		term++;
	if (term < lex->terms.n && lex->terms.at[term].tok == tok)
	{
		set_years(lex->terms.at[term].first, lex->terms.at[term].last, out);
		out->kind = CX_DURING_TERM;
		return lex->terms.at[term].end;
	}
	if (d != NULL)
		return read_date(walk, d, out);
	if ((end = read_century(lex, tok, &century)) != 0)
	{
		set_years(century * 100 - 99, century * 100, out);
		out->kind = CX_DURING_CENTURY;
		return end;
	}
	if ((end = read_decade(lex, tok, out)) != 0)
		return end;
	if ((end = read_school_year(walk, tok, out)) != 0)
		return end;
	return cx_read_relative(lex, tok, walk->ref, walk->alone, out);
}

/* ---- parts -------------------------------------------------------------------------------- */

/* The last day of the month. */
static void
end_month(CxYmd *d)
{
	d->day = 28;
	for (CxYmd next = *d; next.day++, cx_ymd_valid(next);)
		*d = next;
}

/*
 * The third of a span that "đầu", "giữa" or "cuối" is of it, or the half; false if it
 * has none by custom.  Months are cut at the 10th and 20th, or the 15th; years by months.
 */
static bool
take_part(uint16_t which, bool half, CxDuring *d)
{
	int			first = which == W_DAU ? 0 : which == W_GIUA ? 1 : 2;

	if (half && first == 1)
		return false;
	switch (d->kind)
	{
		case CX_DURING_MONTH:
			if (d->from.month != d->to.month)
				return false;
			if (first > 0)
				d->from.day = (int8_t) (half ? 16 : first * 10 + 1);
			if (first < 2)
				d->to.day = (int8_t) (half ? 15 : first * 10 + 10);
			break;
		case CX_DURING_YEAR:
			d->from.month = (int8_t) (half ? first * 3 + 1 : first * 4 + 1);
			d->to.month = (int8_t) (half ? first * 3 + 6 : first * 4 + 4);
			end_month(&d->to);
			break;
		case CX_DURING_QUARTER:
			if (half || d->from.month + 2 != d->to.month)
				return false;
			d->from.month = d->to.month = (int8_t) (d->from.month + first);
			end_month(&d->to);
			break;
		case CX_DURING_CENTURY:
			if (half)
			{
				d->from.year = (int16_t) (d->from.year + first * 25);
				d->to.year = (int16_t) (d->from.year + 49);
			}
			else
			{
				d->from.year = (int16_t) (d->from.year + first * 33);
				if (first < 2)
					d->to.year = (int16_t) (d->from.year + 32);
			}
			break;
		case CX_DURING_WEEK:
			/* "cuối tuần" are its days off */
			if (half || first != 2)
				return false;
			d->from = cx_ymd_from_days(cx_ymd_to_days(d->to) - 1);
			break;
		default:
			return false;
	}
	d->kind = half && d->kind == CX_DURING_YEAR ? CX_DURING_HALF : CX_DURING_PART;
	return true;
}

/* "năm", "tháng" or "tuần" with nothing behind it, after "cuối": the present one */
static uint32_t
read_bare_unit(const Walk *walk, uint32_t tok, CxDuring *out)
{
	const CxLexis *lex = walk->lex;
	static const uint16_t compounds[] = {W_HOC, W_MOI};
	CxDuringKind unit;

	if (cx_starts_line(lex, tok))
		return 0;
	switch (cx_sym(lex, tok))
	{
		case W_NAM:
			unit = CX_DURING_YEAR;
			break;
		case W_THANG:
			unit = CX_DURING_MONTH;
			break;
		case W_TUAANF:
			unit = CX_DURING_WEEK;
			break;
		default:
			return 0;
	}
	if (cx_kind(lex, tok + 1) == CX_TOK_NUMBER || CX_ONE_OF(cx_sym(lex, tok + 1), compounds) ||
		(!walk->alone && !cx_ends_phrase(lex, tok + 1)))
		return 0;
	cx_set_unit(walk->ref, unit, 0, 0, out);
	return tok + 1;
}

static uint32_t
read_part(const Walk *walk, uint32_t tok, CxDuring *out)
{
	static const uint16_t verbs[] = {W_BAWTS, W_LAN};
	const CxLexis *lex = walk->lex;
	bool		half = cx_sym(lex, tok) == W_NUA;
	uint32_t	at = tok + half;
	uint16_t	which = cx_sym(lex, at);
	uint32_t	end;

	if ((which != W_DAU && which != W_GIUA && which != W_CUOI) || cx_starts_line(lex, at + 1) ||
		CX_ONE_OF(cx_sym(lex, tok - 1), verbs))
		return 0;
	end = read_base(walk, at + 1, out);
	if (end == 0)
		end = read_bare_unit(walk, at + 1, out);
	if (end == 0)
		return 0;
	if (out->found)
		return take_part(which, half, out) ? end : 0;
	out->kind = CX_DURING_PART;
	return end;
}

/* ---- all of them ---------------------------------------------------------------------------- */

static uint32_t
read_during(const Walk *walk, uint32_t tok, CxDuring *out)
{
	uint32_t	end;

	memset(out, 0, sizeof(*out));
	end = read_part(walk, tok, out);
	if (end == 0)
		end = read_base(walk, tok, out);
	out->tok = tok;
	out->end = end;
	return end;
}

CxStatus
cx_durings(const CxLexis *lex, CxYmd ref, CxDurings *out)
{
	Walk		walk = {.lex = lex,.ref = ref};
	uint32_t	tok = 0;

	memset(out, 0, sizeof(*out));
	while (tok < lex->toks.n)
	{
		CxDuring	during;
		uint32_t	end;

		if (tok % CX_POLL_TOKENS == 0)
			CX_TRY(cx_poll(lex->arena));
		while (walk.date < lex->dates.n && lex->dates.at[walk.date].tok < tok)
			walk.date++;
		while (walk.term < lex->terms.n && lex->terms.at[walk.term].tok < tok)
			walk.term++;
		end = read_during(&walk, tok, &during);
		if (end != 0)
		{
			CxDuring   *d = cx_vec_push(lex->arena, &out->list);

			if (d == NULL)
				return CX_ENOMEM;
			*d = during;
		}
		tok = end != 0 ? end : tok + 1;
	}
	return CX_OK;
}

/* Words that a span of days may have before it when it stands alone: "vào", "trong các", "buổi" */
static uint32_t
skip_words(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t words[] = {W_VAO, W_LUC, W_HOI, W_TRONG, W_CAC, W_BUOI, W_KHOANG, W_DUNG};
	uint32_t	end = tok + 3;

	while (tok < end && CX_ONE_OF(cx_sym(lex, tok), words))
		tok++;
	return tok;
}

/* "trong hai ngày" 17 và 18/8: the token "ngày", or 0 */
static uint32_t
skip_count(const CxLexis *lex, uint32_t tok)
{
	int32_t		count = 0;
	uint32_t	at = cx_token_int(lex, tok) > 0 ? tok + 1 : cx_read_small(lex, tok, &count);

	return at != 0 && cx_sym(lex, at) == W_NGAY && cx_kind(lex, at + 1) == CX_TOK_NUMBER ? at : 0;
}

/* An hour, that needs no date behind it to be one: "8 giờ", "7:30", "10h45", "ba giờ rưỡi"; the token behind it, or 0 */
static uint32_t
skip_hour(const CxLexis *lex, uint32_t tok)
{
	int32_t		hour = cx_token_int(lex, tok);
	uint32_t	at = hour >= 0 ? tok + 1 : cx_read_small(lex, tok, &hour);

	if (at == 0 || hour > 24)
		return 0;
	if (cx_is_char(lex, at, ':') ? !cx_glued(lex, at) || cx_token_digits(lex, at + 1) != 2 :
		cx_sym(lex, at) != W_GIO && !cx_is_bytes(lex, at, "h") && !cx_is_bytes(lex, at, "g"))
		return 0;
	at++;
	if (cx_sym(lex, at) == W_RUOI)
		return at + 1;
	if (cx_token_digits(lex, at) > 0 && cx_token_digits(lex, at) <= 2 && cx_token_int(lex, at) < 60)
		at += cx_sym(lex, at + 1) == W_PHUT ? 2 : 1;
	return at;
}

/* Places where the span may begin after such words. */
#define MAX_LEADS	5

static unsigned
find_leads(const CxLexis *lex, uint32_t leads[MAX_LEADS])
{
	unsigned	n = 0;
	uint32_t	at;

	leads[n++] = 0;
	leads[n] = skip_words(lex, 0);
	if (leads[n] > 0)
		n++;
	at = leads[n - 1];
	if (skip_count(lex, at) != 0)
		leads[n++] = skip_count(lex, at);
	if (skip_hour(lex, at) != 0)
	{
		leads[n++] = at = skip_hour(lex, at);
		/* 3 giờ "chiều" ngày mai */
		if (cx_is_part_of_day(cx_sym(lex, at)))
			leads[n++] = at + 1;
	}
	return n;
}

CxStatus
cx_during_read(CxArena *arena, const char *s, size_t n, CxYmd ref, CxDuring *out)
{
	CxLexis		lex;
	CxDate		days;
	Walk		walk = {.lex = &lex,.ref = ref,.alone = true};
	uint32_t	leads[MAX_LEADS];
	unsigned	n_leads;

	memset(out, 0, sizeof(*out));
	CX_TRY(cx_lexis_init(&lex, arena, s, n));
	CX_TRY(cx_tokens(&lex));
	CX_TRY(cx_dates(&lex));
	n_leads = find_leads(&lex, leads);
	for (unsigned i = 0; i < n_leads; i++)
	{
		if (leads[i] < lex.toks.n && read_during(&walk, leads[i], out) == lex.toks.n)
			return CX_OK;
	}
	for (unsigned i = 0; i < n_leads; i++)
	{
		if (!cx_read_days_alone(&lex, leads[i], &days) || read_date(&walk, &days, out) != lex.toks.n)
			continue;
		out->tok = 0;
		out->end = lex.toks.n;
		return CX_OK;
	}
	memset(out, 0, sizeof(*out));
	return CX_OK;
}
