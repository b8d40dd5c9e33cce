/*-------------------------------------------------------------------------
 *
 * relative.c
 *	  Days told from the day of reading: thứ Hai tuần tới, tháng trước, 3 ngày
 *	  qua, cuối năm ngoái.
 *
 *		weekday  := ("ngày" | part of the day)? ("thứ" 2..7 | "chủ nhật") ("của"? week | shift)?
 *		week     := "tuần" shift
 *		unit     := ("tuần" | "tháng" | "quý" | "năm") shift
 *		span     := number ("ngày" | "tuần" | "tháng" | "quý" | "năm") shift
 *		day      := "hôm kia" | "ngày kia" | number "ngày" ("nữa" | "trước")
 *		shift    := "này" | "nay" | "trước" | "ngoái" | "qua" | "vừa qua" | "tới" | "sau" ...
 *
 * Weeks begin on Monday.  A weekday that nothing else is said of is the last one
 * that is not after the day of reading, as news tell what was; "tới" and "vừa
 * qua" look ahead and back from the day itself.  So many days, weeks, months or
 * years end on the eve of what is now, or begin behind it; months and years
 * are whole ones.
 *
 * The same words say other things in prose: "thứ hai" is second, "thế giới thứ
 * Hai" a war, "năm sau" the year after one that was told of, "tới" a verb.  There a weekday
 * must be written as a name or have its week with it, and what stands before and
 * after is looked at; in a text that is nothing else ("alone") it need not be.
 *
 *-------------------------------------------------------------------------
 */
#include "scan.h"

/* More of a unit than this is no span of news, and might leave the calendar. */
#define MAX_UNITS	200

static CxYmd
days_from(CxYmd day, int32_t shift)
{
	return cx_ymd_from_days(cx_ymd_to_days(day) + shift);
}

/* Monday is 0. */
static int
weekday_of(CxYmd day)
{
	return (int) (((cx_ymd_to_days(day) + 3) % 7 + 7) % 7);
}

/* Day "day" of the month so many months from that of "ref"; 0: its last one. */
static CxYmd
month_from(CxYmd ref, int shift, int day)
{
	int			month = ref.year * 12 + ref.month - 1 + shift + (day == 0);
	CxYmd		d = {(int16_t) (month / 12), (int8_t) (month % 12 + 1), (int8_t) (day == 0 ? 1 : day)};

	return day == 0 ? days_from(d, -1) : d;
}

/* ---- which one -------------------------------------------------------------------- */

/* Words after which "qua", "tới", "này" belong to something else: "năm qua đời", "từ năm này tới năm khác". */
static bool
goes_on(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t words[] = {W_DDOWIF, W_KHI, W_DDOS, W_DDAAY, W_KIA, W_NGAY, W_NAM, W_THANG, W_NAY, W_HET, W_LAIJ};

	return !cx_starts_line(lex, tok) &&
		(cx_kind(lex, tok) == CX_TOK_NUMBER || CX_ONE_OF(cx_sym(lex, tok), words));
}

uint32_t
cx_read_shift(const CxLexis *lex, uint32_t tok, int *shift)
{
	uint32_t	end = tok + 1;

	if (cx_starts_line(lex, tok))
		return 0;
	switch (cx_sym(lex, tok))
	{
		case W_NAY:
		case W_NAY_THIS:
			*shift = 0;
			break;
		case W_HIEENJ:
			if (cx_sym(lex, end) != W_TAI)
				return 0;
			*shift = 0;
			end++;
			break;
		case W_VUA:
			if (cx_sym(lex, end) != W_QUA && cx_sym(lex, end) != W_ROOIF)
				return 0;
			end++;
			*shift = -1;
			break;
		case W_TRUOC:
		case W_NGOAIS:
		case W_QUA:
			*shift = -1;
			break;
		case W_SAWPS:
			if (cx_sym(lex, end) != W_TOI)
				return 0;
			end++;
			*shift = 1;
			break;
		case W_TIEP:
			if (cx_sym(lex, end) == W_THEO)
				end++;
			*shift = 1;
			break;
		case W_KEES:
			if (cx_sym(lex, end) != W_TIEP)
				return 0;
			end++;
			*shift = 1;
			break;
		case W_TOI:
		case W_SAU_AFTER:
			*shift = 1;
			break;
		default:
			return 0;
	}
	return goes_on(lex, end) ? 0 : end;
}

/* Is the shift at tok a word that is more often something else? */
static bool
is_weak_shift(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t words[] = {W_NAY_THIS, W_TOI, W_QUA, W_SAU_AFTER, W_TRUOC, W_TIEP};

	return CX_ONE_OF(cx_sym(lex, tok), words);
}

/* Words before a unit that make it many, or any: "những năm qua", "hằng năm" */
static bool
is_many(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t words[] = {
		W_CAC, W_NHUNG, W_NHIEU, W_MAAYS, W_VAI, W_HANG, W_HANG_EVERY, W_MOI_EACH, W_TUNG, W_SO, W_MOT
	};

	return !cx_starts_line(lex, tok + 1) && (cx_kind(lex, tok) == CX_TOK_NUMBER || CX_ONE_OF(cx_sym(lex, tok), words));
}

/* ---- weekdays ------------------------------------------------------------------------ */

/* Monday is 0; "named": written as the name of a day. */
static uint32_t
read_weekday(const CxLexis *lex, uint32_t tok, int *weekday, bool *named)
{
	static const uint16_t days[] = {W_HAI, W_BA, W_TU_UNIT, W_NAM, W_SAU, W_BAY};
	int			value = cx_token_int(lex, tok + 1);

	*named = true;
	*weekday = 6;
	if (cx_is_bytes(lex, tok, "CN"))
		return tok + 1;
	if (cx_starts_line(lex, tok + 1))
		return 0;
	if ((cx_sym(lex, tok) == W_CHU || cx_sym(lex, tok) == W_CHUAS) && cx_sym(lex, tok + 1) == W_NHAT_SUN)
		return tok + 2;
	if (cx_sym(lex, tok) != W_THU)
		return 0;
	if (cx_token_digits(lex, tok + 1) == 1 && value >= 2 && value <= 7)
	{
		*named = false;
		*weekday = value - 2;
		return tok + 2;
	}
	for (unsigned i = 0; i < sizeof(days) / sizeof(days[0]); i++)
	{
		if (cx_sym(lex, tok + 1) == days[i])
		{
			*named = (cx_flags(lex, tok + 1) & CX_TF_UPPER) && !(cx_flags(lex, tok + 1) & CX_TF_CAPS);
			*weekday = (int) i;
			return tok + 2;
		}
	}
	return 0;
}

/* Can a weekday stand here that has no week with it?  Not in "lần thứ Hai", "thế giới thứ Hai". */
static bool
is_weekday_place(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t words[] = {W_VAO, W_TU, W_DEN, W_TOI, W_TRUOC, W_SAU_AFTER, W_VA, W_HOAC, W_HOM, W_NGAY};

	return cx_starts_line(lex, tok) || cx_kind(lex, tok - 1) == CX_TOK_PUNCT || CX_ONE_OF(cx_sym(lex, tok - 1), words);
}

static uint32_t
read_weekday_of_week(const CxLexis *lex, uint32_t tok, CxYmd ref, bool alone, CxDuring *out)
{
	static const uint16_t every[] = {W_HANG, W_HANG_EVERY, W_MOI_EACH};
	int			weekday;
	int			shift = 0;
	bool		named;
	bool		led = false;
	bool		of_week = false;
	uint32_t	at = tok;
	uint32_t	end;
	uint32_t	next;
	int32_t		day;

	if (cx_sym(lex, at) == W_BUOI)
		at++;
	if (cx_is_part_of_day(cx_sym(lex, at)) || cx_sym(lex, at) == W_NGAY)
	{
		led = true;
		at++;
	}
	if ((led && cx_starts_line(lex, at)) || (end = read_weekday(lex, at, &weekday, &named)) == 0)
		return 0;
	next = end + (cx_sym(lex, end) == W_CUA);
	if (cx_sym(lex, next) == W_TUAANF && !cx_starts_line(lex, next))
		of_week = (next = cx_read_shift(lex, next + 1, &shift)) != 0;
	else
		next = next == end ? cx_read_shift(lex, end, &shift) : 0;
	if (next != 0 && !of_week && !alone && is_weak_shift(lex, end) && !cx_ends_phrase(lex, next))
		next = 0;
	if (!alone && !of_week && !led && !(named && is_weekday_place(lex, tok)) && cx_sym(lex, end - 1) != W_NHAT_SUN &&
		(next == 0 || is_weak_shift(lex, end)))
		return 0;
	if (!alone && next == 0 && !led && (is_many(lex, tok - 1) || CX_ONE_OF(cx_sym(lex, end), every)))
		return 0;

	out->kind = CX_DURING_DAY;
	out->found = cx_ymd_valid(ref);
	if (out->found)
	{
		day = cx_ymd_to_days(ref) - weekday_of(ref) + weekday;
		if (of_week)
			day += 7 * shift;
		else if (next == 0)
			day -= weekday > weekday_of(ref) ? 7 : 0;
		else if (shift > 0)
			day += weekday <= weekday_of(ref) ? 7 : 0;
		else if (shift < 0)
			day -= weekday >= weekday_of(ref) ? 7 : 0;
		out->from = out->to = cx_ymd_from_days(day);
	}
	return next != 0 ? next : end;
}

/* ---- units ---------------------------------------------------------------------------- */

void
cx_set_unit(CxYmd ref, CxDuringKind unit, int first, int last, CxDuring *out)
{
	CxYmd		quarter = ref;

	out->kind = unit == CX_DURING_YEAR && first != last ? CX_DURING_PERIOD : unit;
	out->found = cx_ymd_valid(ref);
	if (!out->found)
		return;
	switch (unit)
	{
		case CX_DURING_DAY:
			out->from = days_from(ref, first);
			out->to = days_from(ref, last);
			break;
		case CX_DURING_WEEK:
			out->from = days_from(ref, 7 * first - weekday_of(ref));
			out->to = days_from(out->from, 7 * (last - first) + 6);
			break;
		case CX_DURING_MONTH:
			out->from = month_from(ref, first, 1);
			out->to = month_from(ref, last, 0);
			break;
		case CX_DURING_QUARTER:
			quarter.month = (int8_t) ((ref.month - 1) / 3 * 3 + 1);
			out->from = month_from(quarter, 3 * first, 1);
			out->to = month_from(quarter, 3 * last + 2, 0);
			break;
		default:
			out->from = (CxYmd) {(int16_t) (ref.year + first), 1, 1};
			out->to = (CxYmd) {(int16_t) (ref.year + last), 12, 31};
			break;
	}
	out->found = cx_ymd_valid(out->from) && cx_ymd_valid(out->to);	/* the calendar has an
																	 * end */
}

static bool
unit_of(uint16_t sym, CxDuringKind *unit)
{
	switch (sym)
	{
		case W_NGAY:
			*unit = CX_DURING_DAY;
			return true;
		case W_TUAANF:
			*unit = CX_DURING_WEEK;
			return true;
		case W_THANG:
			*unit = CX_DURING_MONTH;
			return true;
		case W_QUY:
			*unit = CX_DURING_QUARTER;
			return true;
		case W_NAM:
			*unit = CX_DURING_YEAR;
			return true;
		default:
			return false;
	}
}

/* "tuần này", "tháng trước", "năm ngoái", "hôm kia" */
static uint32_t
read_unit(const CxLexis *lex, uint32_t tok, CxYmd ref, bool alone, CxDuring *out)
{
	CxDuringKind unit;
	int			shift;
	uint32_t	end;

	if (cx_starts_line(lex, tok + 1))
		return 0;
	if (cx_sym(lex, tok) == W_NGAY && cx_sym(lex, tok + 1) == W_HOM && cx_sym(lex, tok + 2) == W_KIA && !cx_starts_line(lex, tok + 2))
		tok++;
	if ((cx_sym(lex, tok) == W_HOM || cx_sym(lex, tok) == W_NGAY) && cx_sym(lex, tok + 1) == W_KIA)
	{
		shift = cx_sym(lex, tok) == W_HOM ? -2 : 2;
		cx_set_unit(ref, CX_DURING_DAY, shift, shift, out);
		return tok + 2;
	}
	if (!unit_of(cx_sym(lex, tok), &unit) || unit == CX_DURING_DAY)
		return 0;
	if (unit == CX_DURING_YEAR && cx_sym(lex, tok + 1) == W_KIA)
	{
		cx_set_unit(ref, unit, -2, -2, out);
		return tok + 2;
	}
	end = cx_read_shift(lex, tok + 1, &shift);
	if (end == 0 || (cx_sym(lex, tok + 1) == W_NGOAIS && unit != CX_DURING_YEAR))
		return 0;
	if (!alone)
	{
		/* "năm này" is one that was told of */
		if (is_many(lex, tok - 1) || (unit == CX_DURING_YEAR && cx_sym(lex, tok + 1) == W_NAY_THIS) || (is_weak_shift(lex, tok + 1) && !cx_ends_phrase(lex, end)))
			return 0;
	}
	cx_set_unit(ref, unit, shift, shift, out);
	return end;
}

/* "3 ngày tới", "hai tuần qua", "5 năm vừa qua"; "3 ngày nữa", "3 ngày trước" are one day */
static uint32_t
read_span(const CxLexis *lex, uint32_t tok, CxYmd ref, bool alone, CxDuring *out)
{
	int32_t		count = cx_token_int(lex, tok);
	uint32_t	at = count > 0 ? tok + 1 : cx_read_small(lex, tok, &count);
	uint32_t	end;
	CxDuringKind unit;
	int			shift;

	if (at == 0 || count < 1 || count > MAX_UNITS || !unit_of(cx_sym(lex, at), &unit) || cx_starts_line(lex, at) ||
		cx_starts_line(lex, at + 1))
		return 0;
	end = at + 2;
	if (cx_sym(lex, at + 1) == W_NUWAX && unit == CX_DURING_DAY)
	{
		cx_set_unit(ref, unit, count, count, out);
		return end;
	}
	if (cx_sym(lex, at + 1) == W_TRUOC)
	{
		/* before what was told of, unless nothing was */
		if (!alone || unit != CX_DURING_DAY)
			return 0;
		cx_set_unit(ref, unit, -count, -count, out);
		return end;
	}
	if (cx_sym(lex, at + 1) == W_GAN && cx_sym(lex, end) == W_DDAAY)
	{
		shift = -1;
		end++;
	}
	else if (cx_sym(lex, at + 1) == W_SAU_AFTER || (end = cx_read_shift(lex, at + 1, &shift)) == 0 || shift == 0)
		return 0;
	if (!alone && is_weak_shift(lex, at + 1) && !cx_ends_phrase(lex, end))
		return 0;
	if (shift < 0)
		cx_set_unit(ref, unit, -count, -1, out);
	else
		cx_set_unit(ref, unit, 1, count, out);
	return end;
}

uint32_t
cx_read_relative(const CxLexis *lex, uint32_t tok, CxYmd ref, bool alone, CxDuring *out)
{
	uint32_t	end = read_weekday_of_week(lex, tok, ref, alone, out);

	if (end == 0)
		end = read_unit(lex, tok, ref, alone, out);
	if (end == 0)
		end = read_span(lex, tok, ref, alone, out);
	return end;
}
