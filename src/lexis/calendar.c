/*-------------------------------------------------------------------------
 *
 * calendar.c
 *	  Days, months and years: counting them, and completing a date as written
 *	  against a reference day.
 *
 * Days are counted by the usual trick of a year that begins in March: the leap
 * day is then the last of its year, and the days before a month are
 * (153 m + 2) / 5.
 *
 * A date without a year is given the nearest one that does not put it more than six
 * months after the reference, which is the latest year for which
 * date <= reference + 6 months.  A day without a month goes to the nearest
 * month likewise.
 *
 *-------------------------------------------------------------------------
 */
#include "scan.h"

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
days_in_month(int year, int month)
{
	static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool
cx_ymd_valid(CxYmd d)
{
	return d.year > 0 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
		d.day <= days_in_month(d.year, d.month);
}

int32_t
cx_ymd_to_days(CxYmd d)
{
	int32_t		y = d.month <= 2 ? d.year - 1 : d.year;
	int32_t		m = d.month <= 2 ? d.month + 9 : d.month - 3;
	int32_t		era = (y >= 0 ? y : y - 399) / 400;
	int32_t		yoe = y - era * 400;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + (153 * m + 2) / 5 + d.day - 1 - 719468;
}

CxYmd
cx_ymd_from_days(int32_t days)
{
	int64_t		z = (int64_t) days + 719468;
	int64_t		era = (z >= 0 ? z : z - 146096) / 146097;
	int32_t		doe = (int32_t) (z - era * 146097);
	int32_t		yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int32_t		doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int32_t		m = (5 * doy + 2) / 153;
	CxYmd		d;

	d.day = (int8_t) (doy - (153 * m + 2) / 5 + 1);
	d.month = (int8_t) (m < 10 ? m + 3 : m - 9);
	d.year = (int16_t) (yoe + era * 400 + (m >= 10));
	return d;
}

/* Month "month" (0-based, may be out of 0 .. 11) of a year; the day is set, not checked. */
static CxYmd
month_of(int year, int month, int day)
{
	CxYmd		d;

	d.year = (int16_t) (year + (month >= 0 ? month / 12 : (month - 11) / 12));
	d.month = (int8_t) ((month % 12 + 12) % 12 + 1);
	d.day = (int8_t) day;
	return d;
}

/* Give *d the month and the year it lacks; coarser parts than a day are kept 0. */
static bool
complete(CxYmd *d, CxYmd ref, CxDateGrain grain)
{
	CxYmd		latest;
	CxYmd		probe;

	if (d->year != 0)
		return grain == CX_GRAIN_DAY ? cx_ymd_valid(*d) : true;
	if (!cx_ymd_valid(ref))
		return false;

	/*
	 * "năm nay" is no date here; a bare half or quarter takes the year like
	 * a month
	 */
	if (d->month == 0 && d->day == 0)
		return false;
	if (d->month == 0)
	{
		int32_t		best_gap = INT32_MAX;
		CxYmd		best = {0, 0, 0};

		for (int shift = -1; shift <= 1; shift++)
		{
			int32_t		gap;

			probe = month_of(ref.year, ref.month - 1 + shift, d->day);
			if (!cx_ymd_valid(probe))
				continue;
			gap = cx_ymd_to_days(probe) - cx_ymd_to_days(ref);
			gap = gap < 0 ? -gap : gap;
			if (gap < best_gap)
			{
				best_gap = gap;
				best = probe;
			}
		}
		*d = best;
		return cx_ymd_valid(*d);
	}
	latest = month_of(ref.year, ref.month - 1 + 6, ref.day);
	for (int year = latest.year; year >= latest.year - 8; year--)
	{
		probe = *d;
		probe.year = (int16_t) year;
		if (year == latest.year &&
			(probe.month > latest.month || (probe.month == latest.month && probe.day > latest.day)))
			continue;
		if (grain != CX_GRAIN_DAY || cx_ymd_valid(probe))
		{
			*d = probe;
			return true;
		}
	}
	return false;
}

bool
cx_date_resolve(const CxDate *date, CxYmd ref, CxYmd *from, CxYmd *to)
{
	static const int8_t relative_days[] = {
		[CX_REL_TODAY] = 0,[CX_REL_YESTERDAY] = -1,[CX_REL_TOMORROW] = 1,[CX_REL_SAME_DAY] = 0
	};
	CxDateGrain grain = (CxDateGrain) date->grain;

	*from = date->from;
	*to = date->to;
	if (from->year == 0 && from->month == 0 && from->day == 0)
	{
		if (date->relative == CX_REL_NONE || !cx_ymd_valid(ref))
			return false;
		*from = *to = cx_ymd_from_days(cx_ymd_to_days(ref) + relative_days[date->relative]);
		return true;
	}

	/*
	 * the last day decides for the first: "29/12 - 2/1" ends in the year it
	 * is read in
	 */
	if (!complete(to, ref, grain) || from->day > to->day + 31)
		return false;
	if (from->year == 0)
	{
		if (from->month == 0)
		{
			*from = month_of(to->year, to->month - 1 - (from->day > to->day), from->day);
		}
		else
			from->year = (int16_t) (to->year - (from->month > to->month ||
												(from->month == to->month && from->day > to->day)));
	}
	if (grain != CX_GRAIN_DAY)
	{
		from->day = 1;
		if (from->month == 0)
			from->month = 1;
		if (to->month == 0)
			to->month = 12;
		to->day = (int8_t) days_in_month(to->year, to->month);
	}
	return cx_ymd_valid(*from) && cx_ymd_valid(*to) && cx_ymd_to_days(*from) <= cx_ymd_to_days(*to);
}
