/*-------------------------------------------------------------------------
 *
 * period.c
 *	  Dates coarser than a day: months, quarters, halves, years and periods.
 *
 *		tháng 8/2020, tháng Giêng, tháng 5 - 6 năm 2020, 7/2020
 *		quý II/2020, quý 3 năm 2020
 *		6 tháng đầu năm 2020, 9 tháng đầu năm
 *		năm 2020, các năm 2018, 2019 và 2020, đến 2025
 *		giai đoạn 2021 - 2025, năm 2015 đến năm 2020, 2017-2019
 *
 * A date's first and last month or year say how long it is; the days are 0.
 *
 *-------------------------------------------------------------------------
 */
#include "scan.h"

/* Years named one after the other after "năm". */
#define MAX_LISTED_YEARS	12

static uint32_t
set_date(CxDate *d, uint32_t tok, uint32_t end, CxDateGrain grain)
{
	d->tok = tok;
	d->end = end;
	d->grain = (uint8_t) grain;
	return end;
}

/* "/2020", "-2020", ".2020", "năm 2020", "của năm 2020" or nothing after a month or quarter */
static uint32_t
read_year_after(const CxLexis *lex, uint32_t tok, int16_t *year)
{
	uint32_t	at = tok;

	if (cx_sym(lex, at) == W_NAM || cx_is_char(lex, at, '/') || cx_is_char(lex, at, '-') ||
		(cx_is_char(lex, at, '.') && cx_glued(lex, at + 1)))
		at++;
	else if ((cx_is_char(lex, at, ',') || cx_sym(lex, at) == W_CUA) && cx_sym(lex, at + 1) == W_NAM)
		at += 2;
	if (cx_token_year(lex, at) == 0 || cx_starts_line(lex, at))
		return tok;
	*year = (int16_t) cx_token_year(lex, at);
	return at + 1;
}

/* A dash or "đến" (tới, "đến hết"), and a repeated noun: "tháng 5 đến tháng 8" */
static uint32_t
read_range_link(const CxLexis *lex, uint32_t tok, uint16_t noun)
{
	if (cx_sym(lex, tok) == W_DEN || cx_sym(lex, tok) == W_TOI)
		tok += cx_sym(lex, tok + 1) == W_HET ? 2 : 1;
	else if (cx_is_char(lex, tok, '-'))
		tok++;
	else
		return 0;
	if (cx_sym(lex, tok) == noun)
		tok++;
	return cx_starts_line(lex, tok) ? 0 : tok;
}

/* ---- months ---------------------------------------------------------------------- */

/* A month in digits or words; "tháng 5.2020" is one token after the noun. */
static uint32_t
read_month_number(const CxLexis *lex, uint32_t tok, int8_t *month, int16_t *year)
{
	const CxToken *t = &lex->toks.at[tok];
	int32_t		value = 0;
	uint32_t	end = tok + 1;

	if (tok >= lex->toks.n || cx_starts_line(lex, tok))
		return 0;
	if (t->kind == CX_TOK_NUMBER)
	{
		const char *s = lex->text + t->start;
		size_t		n = t->end - t->start;

		if (n <= 2)
			value = cx_token_int(lex, tok);
		else if ((n == 6 || n == 7) && s[n - 5] == '.')
		{
			value = s[0] - '0';
			if (n == 7)
				value = value * 10 + (s[1] - '0');
			*year = 0;
			for (size_t i = n - 4; i < n; i++)
				*year = (int16_t) (*year * 10 + (s[i] - '0'));
		}
	}
	else if (t->sym == W_GIENG)
		value = 1;
	else if (t->sym == W_CHAP)
		value = 12;
	else if (t->sym == W_TU_UNIT)
		value = 4;
	else if (t->sym != W_NAM || cx_token_year(lex, end) == 0)
	{
		/* not "tháng, năm 2020", and not "một tháng một lần" */
		if (t->sym == W_MOT)
			return 0;
		end = cx_read_small(lex, tok, &value);
	}
	if (value < 1 || value > 12)
		return 0;
	*month = (int8_t) value;
	return end;
}

/* "6 tháng đầu năm", "9 tháng đầu năm 2020": tok is "tháng" */
static uint32_t
read_half(const CxLexis *lex, uint32_t tok, uint32_t floor, CxDate *d)
{
	int32_t		months;
	uint32_t	end = tok + 2;
	bool		head = cx_sym(lex, tok + 1) == W_DAU;

	if ((!head && cx_sym(lex, tok + 1) != W_CUOI) || cx_sym(lex, end) != W_NAM || tok <= floor)
		return 0;
	months = cx_token_int(lex, tok - 1);
	if (months <= 0 && cx_read_small(lex, tok - 1, &months) != tok)
		return 0;
	if (months < 1 || months > 11)
		return 0;
	end = read_year_after(lex, end, &d->from.year);
	if (d->from.year == 0)
		end++;					/* over "năm" */
	d->to.year = d->from.year;
	d->from.month = (int8_t) (head ? 1 : 13 - months);
	d->to.month = (int8_t) (head ? months : 12);
	return set_date(d, tok - 1, end, CX_GRAIN_HALF);
}

static uint32_t
read_months(const CxLexis *lex, uint32_t tok, CxDate *d)
{
	uint32_t	end = read_month_number(lex, tok + 1, &d->from.month, &d->from.year);
	uint32_t	next;

	if (end == 0)
		return 0;
	if ((next = cx_read_named_year(lex, end)) != 0)
		return set_date(d, tok, next, CX_GRAIN_LUNAR);
	if (d->from.year == 0)
		end = read_year_after(lex, end, &d->from.year);
	d->to = d->from;
	next = read_range_link(lex, end, W_THANG);
	if (next != 0 || ((cx_is_char(lex, end, ',') || cx_sym(lex, end) == W_VA) && d->from.year == 0 &&
					  cx_kind(lex, next = end + 1) == CX_TOK_NUMBER))
	{
		CxYmd		to = {0, 0, 0};

		/* months after "và" need their year, or they are something else */
		next = read_month_number(lex, next, &to.month, &to.year);
		if (next != 0 && to.year == 0)
			next = read_year_after(lex, next, &to.year);
		if (next != 0 && (to.year != 0 || (cx_is_char(lex, end, '-') && cx_ends_phrase(lex, next)) ||
						  cx_sym(lex, end) == W_DEN || cx_sym(lex, end) == W_TOI))
		{
			d->to = to;
			if (to.year == 0)
				d->to.year = d->from.year;
			else if (d->from.year == 0)
				d->from.year = (int16_t) (to.year - (d->from.month > to.month));
			end = next;
		}
	}
	return set_date(d, tok, end, CX_GRAIN_MONTH);
}

/* ---- quarters ---------------------------------------------------------------------- */

static uint32_t
read_quarter(const CxLexis *lex, uint32_t tok, CxDate *d)
{
	const CxToken *t = &lex->toks.at[tok + 1];
	int32_t		quarter = 0;
	uint32_t	end = tok + 2;

	if (cx_starts_line(lex, tok + 1))
		return 0;
	if (t->kind == CX_TOK_NUMBER)
		quarter = cx_token_int(lex, tok + 1);
	else if (t->kind == CX_TOK_ROMAN)
		quarter = cx_roman_value(lex->text + t->start, t->end - t->start);
	else if (t->sym == W_TU_UNIT)
		quarter = 4;
	else if (cx_sym(lex, end) == W_NAM || cx_ends_phrase(lex, end))
		cx_read_small(lex, tok + 1, &quarter);
	if (quarter < 1 || quarter > 4)
		return 0;
	end = read_year_after(lex, end, &d->from.year);
	d->to.year = d->from.year;
	d->from.month = (int8_t) (quarter * 3 - 2);
	d->to.month = (int8_t) (quarter * 3);
	return set_date(d, tok, end, CX_GRAIN_QUARTER);
}

/* ---- years ---------------------------------------------------------------------- */

/* Year SEP year, in rising order; sets both. */
static uint32_t
read_year_range(const CxLexis *lex, uint32_t tok, CxDate *d)
{
	int			first = cx_token_year(lex, tok);
	uint32_t	at = first != 0 ? read_range_link(lex, tok + 1, W_NAM) : 0;
	int			last = at != 0 ? cx_token_year(lex, at) : 0;

	if (last <= first)
		return 0;
	d->from.year = (int16_t) first;
	d->to.year = (int16_t) last;
	return at + 1;
}

/* tok is a number after "năm": a year, a range, or years in a row */
static uint32_t
read_years(const CxLexis *lex, uint32_t start, uint32_t tok, CxDate *d)
{
	uint32_t	end = read_year_range(lex, tok, d);
	int			year = cx_token_year(lex, tok);

	if (end != 0)
		return set_date(d, start, end, CX_GRAIN_PERIOD);
	if (year == 0 || cx_starts_line(lex, tok))
		return 0;
	d->from.year = d->to.year = (int16_t) year;
	end = tok + 1;
	for (unsigned i = 0; i < MAX_LISTED_YEARS; i++)
	{
		if ((!cx_is_char(lex, end, ',') && cx_sym(lex, end) != W_VA) ||
			cx_token_year(lex, end + 1) != d->to.year + 1 || !cx_ends_phrase(lex, end + 2))
			break;
		d->to.year++;
		end += 2;
	}
	return set_date(d, start, end, d->to.year == year ? CX_GRAIN_YEAR : CX_GRAIN_PERIOD);
}

/* A number that nothing announces: "2017 - 2019", "7/2020", "(đến) 2025" */
static uint32_t
read_bare(const CxLexis *lex, uint32_t tok, CxDate *d)
{
	static const uint16_t horizons[] = {W_DEN, W_TOI, W_NHIN, W_TRUOC, W_TU, W_VAO, W_SAU_AFTER};
	uint32_t	end = read_year_range(lex, tok, d);
	int32_t		month = cx_token_int(lex, tok);

	if (end != 0 && d->from.year >= 1800)
		return set_date(d, tok, end, CX_GRAIN_PERIOD);
	d->from.year = d->to.year = 0;
	if (cx_token_year(lex, tok) >= 1800)
	{
		if (!CX_ONE_OF(cx_sym(lex, tok - 1), horizons) || !cx_ends_phrase(lex, tok + 1))
			return 0;
		d->from.year = d->to.year = (int16_t) cx_token_year(lex, tok);
		return set_date(d, tok, tok + 1, CX_GRAIN_YEAR);
	}
	if (month >= 1 && month <= 12 && cx_token_digits(lex, tok) <= 2 && cx_is_char(lex, tok + 1, '/') &&
		cx_token_year(lex, tok + 2) >= 1800 && !cx_is_char(lex, tok - 1, '/') && !cx_is_char(lex, tok + 3, '/'))
	{
		d->from.year = d->to.year = (int16_t) cx_token_year(lex, tok + 2);
		d->from.month = d->to.month = (int8_t) month;
		return set_date(d, tok, tok + 3, CX_GRAIN_MONTH);
	}
	return 0;
}

uint32_t
cx_read_period(const CxLexis *lex, uint32_t tok, uint32_t floor, CxDate *d)
{
	uint32_t	at = tok + 2;
	uint32_t	end;

	memset(d, 0, sizeof(*d));
	d->minute = -1;
	if (cx_kind(lex, tok) == CX_TOK_NUMBER)
		return read_bare(lex, tok, d);
	if (tok + 1 >= lex->toks.n)
		return 0;
	switch (cx_sym(lex, tok))
	{
		case W_THANG:
			if ((end = read_half(lex, tok, floor, d)) != 0)
				return end;
			return read_months(lex, tok, d);
		case W_QUY:
			return read_quarter(lex, tok, d);
		case W_NAM:
			return read_years(lex, tok, tok + 1, d);
		case W_GIAI:
			if (cx_sym(lex, tok + 1) != W_DOAN)
				return 0;
			break;
		case W_THOI:
			if (cx_sym(lex, tok + 1) != W_KY && cx_sym(lex, tok + 1) != W_KI)
				return 0;
			break;
		default:
			return 0;
	}

	/* "giai đoạn (từ năm) 2021 - 2025" */
	if (cx_is_char(lex, at, '('))
		at++;
	if (cx_sym(lex, at) == W_TU)
		at++;
	if (cx_sym(lex, at) == W_NAM)
		at++;
	end = read_year_range(lex, at, d);
	return end != 0 ? set_date(d, tok, end, CX_GRAIN_PERIOD) : 0;
}
