/*-------------------------------------------------------------------------
 *
 * day.c
 *	  Dates to the day: 17-18/8, 3,4 và 5/8/2020, ngày 28-2, sáng nay (16/10),
 *	  Thứ Ba, 18/08/2020, 14:04 [GMT+7].
 *
 *		stamp     := time sep? days | weekday sep? time? days sep? time? | days (sep? time)?
 *		relative  := ("hôm nay" | part "nay" | ...) (sep | "(") (weekday sep?)? days ")"?
 *		days      := cue* item (link cue* item)*
 *		item      := D | D sep M | D sep M sep Y | D "tháng" M ("năm"? Y)?
 *		cue       := "ngày" | "mùng" | part of the day
 *		link      := dash | "đến" | "tới" | "và" | "&" | ","
 *
 * A number token may hold several of these digits (17.10, 3,4), so items are read
 * from atoms: single numbers, separators and words, a token being taken
 * apart where it has separators.
 *
 * Separators mean several things.  A dash followed by another separator and a number
 * is a range of days (17-18/8); else a number up to 12 after it is a month, if
 * something says that days are spoken of; four digits make a date at once.  A
 * slash without a year may be a fraction (24/27 chỉ tiêu), a dot a decimal.
 * What was read is therefore judged as a whole at the end: how many items, by which
 * separator the month came, what stands before and after.
 *
 * Month and year of the last item hold for those before it.
 *
 *-------------------------------------------------------------------------
 */
#include "scan.h"

/* Days named one after the other; a longer list is no list of days. */
#define MAX_ITEMS	8

/* Dates this many years apart around a dash are an anniversary (3/2/1930 - 3/2/2020), not a range. */
#define ANNIVERSARY_YEARS	5

/* ---- atoms --------------------------------------------------------------------- */

typedef struct Place
{
	uint32_t	tok;
	uint32_t	byte;			/* in the text, inside a number token; 0: its
								 * start */
} Place;

typedef struct Atom
{
	char		kind;			/* 'n' number, 'w' word, 0 end or something
								 * else, or the separator */
	uint8_t		digits;
	bool		spaced;			/* white space before it */
	uint16_t	sym;
	int32_t		value;
} Atom;

/* The atom at a place, and the place after it.  A line end is an end. */
static Atom
next_atom(const CxLexis *lex, Place *at, uint32_t first_tok)
{
	Atom		a = {0, 0, false, 0, 0};
	const CxToken *t;

	if (at->tok >= lex->toks.n)
		return a;
	t = &lex->toks.at[at->tok];
	if (at->byte == 0)
	{
		if (at->tok != first_tok && (t->flags & CX_TF_NEWLINE))
			return a;
		a.spaced = (t->flags & CX_TF_SPACE) != 0;
	}
	a.sym = t->sym;
	if (t->kind == CX_TOK_NUMBER)
	{
		uint32_t	i = at->byte != 0 ? at->byte : t->start;

		if (lex->text[i] == '.' || lex->text[i] == ',')
		{
			a.kind = lex->text[i];
			at->byte = i + 1;
			return a;
		}
		a.kind = 'n';
		while (i < t->end && lex->text[i] >= '0' && lex->text[i] <= '9')
		{
			if (a.digits == 6)
			{
				a.kind = 0;		/* too long for any part of a date */
				return a;
			}
			a.value = a.value * 10 + (lex->text[i] - '0');
			a.digits++;
			i++;
		}
		at->byte = i;
		if (i == t->end)
		{
			at->tok++;
			at->byte = 0;
		}
		return a;
	}
	at->tok++;
	if (t->kind == CX_TOK_SYLLABLE)
		a.kind = 'w';
	else if (t->kind == CX_TOK_PUNCT || t->sym == CX_SYM_CHAR('&'))
		a.kind = (char) (t->sym & 0x7F);
	return a;
}

/* ---- items ----------------------------------------------------------------------- */

/* How the month was joined to the day. */
enum
{
	BY_NONE = 0, BY_WORD = 'w'	/* or the separator */
};

typedef struct Item
{
	CxYmd		d;
	char		by;
	bool		lunar;			/* its month has a name of the lunar calendar */
	Place		end;
} Item;

static bool
is_separator(char c)
{
	return c == '/' || c == '-' || c == '.';
}

/*
 * A year after a separator: four digits; five with one too many (27/3/20201);
 * two after the same separator as before (01/06/13).
 */
static int
year_of(const Atom *a, bool same_separator)
{
	if (a->kind != 'n')
		return 0;
	if (a->digits == 4 && a->value >= 1800 && a->value < 2200)
		return (int) a->value;
	if (a->digits == 5)
	{
		/* leave out one digit, the last first */
		for (int32_t unit = 1; unit <= 10000; unit *= 10)
		{
			int32_t		value = a->value / (unit * 10) * unit + a->value % unit;

			if (value >= 1990 && value < 2040)
				return (int) value;
		}
	}
	if (a->digits == 2 && same_separator && !a->spaced)
		return (int) (a->value < 50 ? 2000 + a->value : 1900 + a->value);
	return 0;
}

static bool
is_month(const Atom *a)
{
	return a->kind == 'n' && a->digits <= 2 && a->value >= 1 && a->value <= 12;
}

/* The month in words after "tháng", and its year. */
static void
read_worded_month(const CxLexis *lex, Place at, uint32_t first_tok, Item *item)
{
	Place		p = at;
	Atom		a = next_atom(lex, &p, first_tok);
	bool		named_year = false;

	if (is_month(&a))
		item->d.month = (int8_t) a.value;
	else if (a.kind == 'w' && a.sym == W_GIENG)
		item->d.month = 1;
	else if (a.kind == 'w' && a.sym == W_CHAP)
		item->d.month = 12;
	else if (a.kind == 'w' && a.sym == W_TU_UNIT)
		item->d.month = 4;
	else
	{
		int32_t		value = 0;
		uint32_t	end = a.kind == 'w' ? cx_read_small(lex, at.tok, &value) : 0;

		if (end == 0 || value < 1 || value > 12)
			return;
		item->d.month = (int8_t) value;
		p.tok = end;
	}
	item->lunar = a.kind == 'w' && (a.sym == W_GIENG || a.sym == W_CHAP);
	item->by = BY_WORD;
	item->end = at = p;
	a = next_atom(lex, &p, first_tok);
	if (a.kind == ',')
	{
		at = p;
		a = next_atom(lex, &p, first_tok);
		if (a.kind != 'w' || a.sym != W_NAM)
			return;
		named_year = true;
	}
	else
		named_year = (a.kind == 'w' && a.sym == W_NAM) || is_separator(a.kind);
	if (named_year)
		a = next_atom(lex, &p, first_tok);
	if (a.digits == 4 && year_of(&a, false) != 0)
	{
		item->d.year = (int16_t) a.value;
		item->end = p;
	}
}

static bool
read_item(const CxLexis *lex, Place at, uint32_t first_tok, Item *item)
{
	Atom		a = next_atom(lex, &at, first_tok);
	Atom		sep,
				month,
				sep2,
				year;

	memset(item, 0, sizeof(*item));
	if (a.kind != 'n' || a.digits > 2 || a.value < 1 || a.value > 31)
		return false;
	item->d.day = (int8_t) a.value;
	item->end = at;

	sep = next_atom(lex, &at, first_tok);
	if (sep.kind == 'w' && sep.sym == W_THANG)
	{
		read_worded_month(lex, at, first_tok, item);
		return true;
	}
	if (!is_separator(sep.kind))
		return true;
	month = next_atom(lex, &at, first_tok);
	if (month.kind != 'n' || (sep.kind == '.' && (sep.spaced || month.spaced)))
		return true;
	if (!is_month(&month))
		return sep.kind == '-'; /* 24/27 is a fraction, 17-18 are days */
	{
		Place		after_month = at;

		sep2 = next_atom(lex, &at, first_tok);
		year = next_atom(lex, &at, first_tok);
		if (is_separator(sep2.kind) && year.kind == 'n' && !(sep2.kind == '.' && (sep2.spaced || year.spaced)))
		{
			int			y = year_of(&year, sep2.kind == sep.kind);

			if (y != 0)
			{
				item->d.month = (int8_t) month.value;
				item->d.year = (int16_t) y;
				item->by = sep.kind;
				item->end = at;
				return true;
			}
		}
		if (sep.kind == '-' &&
			((is_separator(sep2.kind) && year.kind == 'n') || (sep2.kind == 'w' && sep2.sym == W_THANG)))
			return true;		/* 10-11/7, 10 - 11 tháng 7 */
		item->d.month = (int8_t) month.value;
		item->by = sep.kind;
		item->end = after_month;
	}
	return true;
}

/* ---- lists --------------------------------------------------------------------------- */

/* What says that days are spoken of. */
enum
{
	CUE_DAY = 1,				/* ngày, mùng */
	CUE_PART = 2,				/* sáng, chiều ... */
	CUE_FROM = 4				/* từ ... đến */
};

bool
cx_is_part_of_day(uint16_t sym)
{
	return sym == W_SANG || sym == W_TRUA || sym == W_CHIEU || sym == W_TOOI || sym == W_DEM;
}

/* Skip the cues at tok; their kinds are added to *cues. */
static uint32_t
skip_cues(const CxLexis *lex, uint32_t tok, uint32_t first_tok, unsigned *cues)
{
	for (unsigned i = 0; i < 3; i++)
	{
		uint16_t	sym = cx_sym(lex, tok);

		if (tok != first_tok && cx_starts_line(lex, tok))
			break;
		if (sym == W_NGAY || sym == W_MUNG || sym == W_MONG)
			*cues |= CUE_DAY;
		else if (cx_is_part_of_day(sym))
			*cues |= CUE_PART;
		else
			break;
		tok++;
	}
	return tok;
}

typedef struct Days
{
	Item		first,
				last;
	unsigned	items;
	unsigned	cues;
	bool		listed;			/* some link was a comma or "và" */
	bool		worded;			/* some link was "đến" */
} Days;

/* The link at a place: its kind and the place after it. */
static char
read_link(const CxLexis *lex, Place *at, uint32_t first_tok)
{
	Atom		a = next_atom(lex, at, first_tok);

	switch (a.kind)
	{
		case '-':
		case ',':
		case '&':
			return a.kind;
		case 'w':
			if (a.sym == W_VA)
				return '&';
			if (a.sym == W_DEN || a.sym == W_TOI)
			{
				Place		p = *at;

				a = next_atom(lex, &p, first_tok);
				if (a.kind == 'w' && a.sym == W_HET)
					*at = p;
				return '>';
			}
	}
	return 0;
}

/* What follows a lone number makes it a count: "ngày 17, 20 đại biểu". */
static bool
counts_things(const CxLexis *lex, uint32_t tok)
{
	return !cx_ends_phrase(lex, tok) && cx_sym(lex, tok) != W_THANG && !cx_is_char(lex, tok, '/') &&
		!cx_is_char(lex, tok, '-');
}

/* "31-8 và 1-9": the last day of a month and the first of the next; other complete dates in a list are dates of their own. */
static bool
goes_over(const CxYmd *a, const CxYmd *b)
{
	return a->day >= 28 && b->day == 1 && b->month == a->month % 12 + 1;
}

static bool
read_days(const CxLexis *lex, uint32_t tok, uint32_t first_tok, Days *days)
{
	Place		at = {skip_cues(lex, tok, first_tok, &days->cues), 0};

	if (!read_item(lex, at, first_tok, &days->first))
		return false;
	days->last = days->first;
	days->items = 1;
	while (days->items < MAX_ITEMS)
	{
		Item		next;
		unsigned	cues = 0;
		Place		p = days->last.end;
		char		link = read_link(lex, &p, first_tok);
		bool		list = link == ',' || link == '&';

		if (link == 0)
			break;
		if (p.byte == 0)
			p.tok = skip_cues(lex, p.tok, first_tok, &cues);
		if (!read_item(lex, p, first_tok, &next))
			break;

		/* after a month nothing lacks one */
		if (days->last.d.month != 0 && (next.d.month == 0 || (list && !goes_over(&days->last.d, &next.d))))
			break;
		if (list && next.d.month == 0 && next.end.byte == 0 && counts_things(lex, next.end.tok))
			break;
		if (list && days->cues == 0 && cues != 0)
			break;				/* "quận 5, ngày 17/8" */
		if (days->last.d.year != 0 && next.d.year != 0 && link == '-' &&
			(next.d.year - days->last.d.year >= ANNIVERSARY_YEARS || next.d.year < days->last.d.year))
			break;
		days->listed = days->listed || list;
		days->worded = days->worded || link == '>';
		days->cues |= cues;
		days->last = next;
		days->items++;
	}

	/* a number token is read to its end or not at all */
	return days->last.end.byte == 0;
}

/* Words before "8/10" that make it a result. */
static bool
is_counted(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t words[] = {
		W_DAT, W_HANG_RANK, W_DUOC, W_CO, W_LA_IS, W_VOI, W_SO, W_TREN, W_HON, W_GAN, W_KHOANG, W_THU, W_VUOT,
		W_THANH_BECOME, W_XEP, W_BANG
	};

	return CX_ONE_OF(cx_sym(lex, tok - 1), words);
}

/* Days before which "D, D và D/M" without a cue can stand. */
static bool
starts_list(const CxLexis *lex, uint32_t tok)
{
	return cx_starts_line(lex, tok) || cx_kind(lex, tok - 1) == CX_TOK_PUNCT || cx_sym(lex, tok - 1) == W_NGAY;
}

/* Judge what was read: dates or other numbers? */
static bool
is_date(const CxLexis *lex, uint32_t tok, const Days *days, bool announced)
{
	const Item *last = &days->last;
	bool		ends = cx_ends_phrase(lex, last->end.tok);
	bool		falling = last->d.day > last->d.month;	/* no fraction, no range
														 * of numbers */
	unsigned	cues = days->cues;

	if (days->worded && cx_sym(lex, tok - 1) == W_TU)
		cues |= CUE_FROM;
	/* "trong 2 ngày (22 và 23/7)" */
	if ((cx_is_char(lex, tok - 1, '(') || cx_is_char(lex, tok - 1, ',')) && cx_sym(lex, tok - 2) == W_NGAY && falling)
		cues |= CUE_DAY;
	if (cx_is_char(lex, last->end.tok, '%'))
		return false;
	if (last->d.year != 0)
		return cues != 0 || announced || !days->listed || starts_list(lex, tok);
	if (announced && last->d.month != 0)
		return true;
	switch (last->by)
	{
		case BY_WORD:
			return cues != 0 || ends;
		case '/':
			if (cues != 0)
				return true;
			if (days->listed)
				return false;
			if (is_counted(lex, tok))
				return falling && ends && days->items == 1 && cx_sym(lex, tok - 1) != W_DAT;
			return falling || ends;
		case '.':
			return cues != 0;
		case '-':
			if (cues & (CUE_DAY | CUE_PART))
				return true;
			if (cues & CUE_FROM)
				return ends;
			return ends && falling && days->items == 1 && !is_counted(lex, tok) &&
				last->end.tok == tok + 3 && cx_glued(lex, tok + 1) && cx_glued(lex, tok + 2);
		default:				/* days alone */
			return (cues & (CUE_DAY | CUE_PART)) && ends;
	}
}

/* Months and years of the last item go to the left; an end before the start is in the year before. */
static void
set_days(const Days *days, CxDate *out)
{
	CxYmd		from = days->first.d;
	CxYmd		to = days->last.d;

	if (from.month == 0 && to.month != 0)
	{
		from.month = to.month;
		if (from.day > to.day && !days->listed)
		{
			from.month--;
			if (from.month == 0)
			{
				from.month = 12;
				if (to.year != 0 && from.year == 0)
					from.year = (int16_t) (to.year - 1);
			}
		}
	}
	if (from.year == 0 && to.year != 0)
		from.year = (int16_t) (to.year - (from.month > to.month));
	else if (to.year == 0 && from.year != 0)
		to.year = (int16_t) (from.year + (from.month > to.month));
	out->from = from;
	out->to = to;
}

/* ---- weekdays, relative words, times ------------------------------------------------- */

static uint32_t
read_weekday(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t days[] = {W_HAI, W_BA, W_TU_UNIT, W_NAM, W_SAU, W_BAY};

	if ((cx_sym(lex, tok) == W_CHU || cx_sym(lex, tok) == W_CHUAS) && cx_sym(lex, tok + 1) == W_NHAT_SUN)
		return tok + 2;
	if (cx_sym(lex, tok) != W_THU || cx_starts_line(lex, tok + 1))
		return 0;
	if (CX_ONE_OF(cx_sym(lex, tok + 1), days) ||
		(cx_token_digits(lex, tok + 1) == 1 && cx_token_int(lex, tok + 1) >= 2 && cx_token_int(lex, tok + 1) <= 7))
		return tok + 2;
	return 0;
}

static uint32_t
read_relative(const CxLexis *lex, uint32_t tok, CxDateRelative *relative)
{
	static const uint16_t leads[] = {W_HOM, W_NGAY};
	uint16_t	sym = cx_sym(lex, tok);
	uint16_t	next = cx_sym(lex, tok + 1);

	if (cx_starts_line(lex, tok + 1))
		return 0;
	/* "ngày hôm nay", "tối hôm qua", "sáng ngày mai" */
	if ((next == W_HOM && (sym == W_NGAY || cx_is_part_of_day(sym))) ||
		(next == W_NGAY && cx_is_part_of_day(sym) && cx_sym(lex, tok + 2) == W_MAI))
	{
		if (cx_starts_line(lex, tok + 2))
			return 0;
		tok++;
		sym = next;
		next = cx_sym(lex, tok + 1);
	}
	if (sym == W_CUNG && next == W_NGAY)
		*relative = CX_REL_SAME_DAY;
	else if (sym == W_TRONG && next == W_NGAY &&
			 (cx_sym(lex, tok - 1) == W_CUNG_ALSO || cx_is_char(lex, tok + 2, ',')))
		*relative = CX_REL_SAME_DAY;
	else if ((sym == W_HOM || cx_is_part_of_day(sym)) && next == W_NAY)
		*relative = CX_REL_TODAY;
	else if ((sym == W_HOM || cx_is_part_of_day(sym)) && next == W_QUA)
		*relative = CX_REL_YESTERDAY;
	else if ((CX_ONE_OF(sym, leads) || cx_is_part_of_day(sym)) && next == W_MAI &&
			 !(cx_flags(lex, tok + 1) & CX_TF_UPPER))
		*relative = CX_REL_TOMORROW;
	else
		return 0;
	return tok + 2;
}

static bool
is_stamp_separator(const CxLexis *lex, uint32_t tok)
{
	return (cx_is_char(lex, tok, ',') || cx_is_char(lex, tok, '|') || cx_is_char(lex, tok, '-') ||
			cx_is_char(lex, tok, ':')) && !cx_starts_line(lex, tok);
}

/* "[GMT+7]", "(GMT +7)" or without brackets */
static uint32_t
skip_zone(const CxLexis *lex, uint32_t tok)
{
	uint32_t	at = tok;

	if (cx_is_char(lex, at, '[') || cx_is_char(lex, at, '('))
		at++;
	if (!cx_is_bytes(lex, at, "GMT") && !cx_is_bytes(lex, at, "UTC"))
		return tok;
	at++;
	if (cx_is_char(lex, at, '+') || cx_is_char(lex, at, '-'))
		at++;
	if (cx_kind(lex, at) == CX_TOK_NUMBER && !cx_starts_line(lex, at))
		at++;
	if (cx_is_char(lex, at, ']') || cx_is_char(lex, at, ')'))
		at++;
	return at;
}

/* A time after a date with a year, on the same line: ", 14:04 [GMT+7]", " | 15:17", "lúc 8h30" */
static uint32_t
read_time_after(const CxLexis *lex, uint32_t tok, CxDate *d)
{
	uint32_t	at = tok;
	uint32_t	end;

	if (is_stamp_separator(lex, at))
		at++;
	if (cx_sym(lex, at) == W_VAO)
		at++;
	if (cx_sym(lex, at) == W_LUC)
		at++;
	if (cx_starts_line(lex, at))
		return tok;
	end = cx_read_time(lex, at, &d->minute, &d->second);
	return end != 0 ? skip_zone(lex, end) : tok;
}

/* ---- the lunar calendar ------------------------------------------------------------ */

uint32_t
cx_read_named_year(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t stems[] = {
		W_GIAPS, W_AATS, W_BINHS, W_DDINH, W_MAAUJ, W_KYR, W_KIR, W_CANH, W_TAAN, W_NHAAM, W_QUY
	};
	static const uint16_t branches[] = {
		W_TYS, W_TIS, W_SUWUR, W_DAANF, W_MAOX, W_MEOJ, W_THINF, W_TYJ, W_TIJ, W_NGOJ, W_MUIF, W_THAAN, W_DAAUJ,
		W_TUAATS, W_HOWIJ
	};

	return cx_sym(lex, tok) == W_NAM && CX_ONE_OF(cx_sym(lex, tok + 1), stems) &&
		CX_ONE_OF(cx_sym(lex, tok + 2), branches) && !cx_starts_line(lex, tok + 2) ? tok + 3 : 0;
}

/* Token behind "âm lịch", "(âm lịch)", "Tết" or "năm Ất Tỵ" at tok, which make the day before it one of the lunar calendar; or 0. */
static uint32_t
read_lunar(const CxLexis *lex, uint32_t tok)
{
	bool		bracket = cx_is_char(lex, tok, '(');

	if (cx_starts_line(lex, tok))
		return 0;
	if (cx_sym(lex, tok) == W_TET)
		return tok + 1;
	if (cx_sym(lex, tok) == W_NAM)
		return cx_read_named_year(lex, tok);
	if (cx_sym(lex, tok + bracket) != W_AM_MINUS || cx_sym(lex, tok + bracket + 1) != W_LICHJ)
		return 0;
	tok += 2 + bracket;
	return bracket && cx_is_char(lex, tok, ')') ? tok + 1 : tok;
}

/* The last days of the year are told from the feast, with no word for day: "30 Tết". */
#define FIRST_BEFORE_FEAST	23

/* "rằm tháng Bảy", the 15th; "30 Tết" */
static uint32_t
read_feast(const CxLexis *lex, uint32_t tok)
{
	Item		item = {.by = BY_NONE};
	Place		month = {tok + 2, 0};
	uint32_t	end;

	if (cx_starts_line(lex, tok + 1))
		return 0;
	if (cx_sym(lex, tok + 1) == W_TET)
		return cx_token_int(lex, tok) >= FIRST_BEFORE_FEAST && cx_token_int(lex, tok) <= 30 ? tok + 2 : 0;
	if (cx_sym(lex, tok) != W_RAWMF || cx_sym(lex, tok + 1) != W_THANG)
		return 0;
	read_worded_month(lex, month, tok, &item);
	if (item.by == BY_NONE)
		return 0;
	end = read_lunar(lex, item.end.tok);
	return end != 0 ? end : item.end.tok;
}

/* Can no date or time begin with the number at tok, for what stands behind it?  Most numbers count something. */
static bool
counts_at_once(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t goes_on[] = {W_THANG, W_VA, W_DEN, W_TOI, W_GIO};

	if (cx_is_char(lex, tok + 1, '%'))
		return true;
	return cx_kind(lex, tok + 1) == CX_TOK_SYLLABLE && cx_token_digits(lex, tok) > 0 && !CX_ONE_OF(cx_sym(lex, tok + 1), goes_on);
}

/* 2020-10-15, of ISO 8601 */
static uint32_t
read_iso(const CxLexis *lex, uint32_t tok, CxDate *out)
{
	CxYmd		d;

	if (cx_token_digits(lex, tok) != 4 || cx_token_year(lex, tok) == 0)
		return 0;
	for (uint32_t at = tok + 1; at < tok + 5; at++)
	{
		if (!cx_glued(lex, at) || ((at - tok) % 2 == 1 ? !cx_is_char(lex, at, '-') : cx_token_digits(lex, at) != 2))
			return 0;
	}
	d = (CxYmd) {(int16_t) cx_token_year(lex, tok), (int8_t) cx_token_int(lex, tok + 2), (int8_t) cx_token_int(lex, tok + 4)};
	if (!cx_ymd_valid(d))
		return 0;
	out->from = out->to = d;
	return tok + 5;
}

bool
cx_read_days_alone(const CxLexis *lex, uint32_t tok, CxDate *out)
{
	Days		days = {0};

	memset(out, 0, sizeof(*out));
	out->tok = tok;
	out->minute = -1;
	out->grain = CX_GRAIN_DAY;
	if (!read_days(lex, tok, tok, &days) || days.last.end.tok != lex->toks.n ||
		(days.last.d.year == 0 && days.last.by != '/' && days.last.by != BY_WORD))
		return false;
	set_days(&days, out);
	out->end = lex->toks.n;
	return true;
}

uint32_t
cx_read_day(const CxLexis *lex, uint32_t tok, CxDate *out)
{
	Days		days;
	CxDateRelative relative = CX_REL_NONE;
	uint32_t	at = tok;
	uint32_t	end;
	uint32_t	relative_end = 0;
	bool		bracket = false;
	bool		weekday = false;
	bool		clock = false;
	bool		found;

	memset(out, 0, sizeof(*out));
	out->tok = tok;
	out->minute = -1;
	out->grain = CX_GRAIN_LUNAR;
	if ((end = read_feast(lex, tok)) != 0)
		return out->end = end;
	if (cx_kind(lex, tok) == CX_TOK_NUMBER && counts_at_once(lex, tok))
		return 0;
	memset(&days, 0, sizeof(days));
	out->grain = CX_GRAIN_DAY;
	if ((end = read_iso(lex, tok, out)) != 0)
		return out->end = end;

	if ((end = read_relative(lex, tok, &relative)) != 0)
	{
		relative_end = at = end;
		if (cx_is_char(lex, at, '('))
			bracket = true;
		if (bracket || cx_is_char(lex, at, ','))
			at++;
	}
	if ((end = read_weekday(lex, at)) != 0 && !cx_starts_line(lex, end))
	{
		/* "thứ 3" and "thứ hai" are ordinals until a date follows */
		weekday = true;
		at = end;
		if (is_stamp_separator(lex, at))
			at++;
	}
	if ((at == tok || !cx_starts_line(lex, at)) &&
		(end = cx_read_time(lex, at, &out->minute, &out->second)) != 0)
	{
		clock = true;
		at = skip_zone(lex, end);
		if (is_stamp_separator(lex, at))
			at++;
	}
	found = (at == tok || !cx_starts_line(lex, at)) && read_days(lex, at, tok, &days);
	if (found && weekday && days.cues == 0 && days.last.d.year == 0 && !(days.last.by == '/' && days.items == 1))
		found = false;
	found = found && ((days.last.by != BY_NONE && read_lunar(lex, days.last.end.tok) != 0) ||
					  is_date(lex, at, &days, relative_end != 0 || (weekday && days.last.by == '/') || clock));
	if (!found)
	{
		out->minute = -1;
		out->second = 0;
		if (relative_end == 0)
			return 0;
		out->relative = (uint8_t) relative;
		return out->end = relative_end;
	}

	end = read_lunar(lex, days.last.end.tok);
	if (end == 0 && days.last.lunar)
		end = days.last.end.tok;
	if (end != 0)
	{
		out->grain = CX_GRAIN_LUNAR;
		out->minute = -1;
		return out->end = end;
	}
	set_days(&days, out);
	out->relative = (uint8_t) relative;
	end = days.last.end.tok;
	if (bracket && cx_is_char(lex, end, ')'))
		end++;
	if (!clock)
		end = read_time_after(lex, end, out);
	else
		end = skip_zone(lex, end);
	if (days.worded && tok > 0 && cx_sym(lex, tok - 1) == W_TU && !cx_starts_line(lex, tok))
		out->tok--;
	return out->end = end;
}
