/*-------------------------------------------------------------------------
 *
 * pipeline_review.c
 *	  Which row that is read now a reviewed row stands for.
 *
 * A row that a person has corrected stays when its article is read again, and
 * the row that was read in its place must not come beside it.  What they have in
 * common is where they were read: each reviewed row takes the row with the same
 * span, the nearest in number if there are several; those that are left over
 * then take the row that overlaps them most.  No row is taken twice.
 *
 *-------------------------------------------------------------------------
 */
#include "pipeline.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

/* Characters that both have. */
static int64
overlap(const CxReviewed *r, const CxReadSpan *s)
{
	return Min((int64) r->start + r->length, (int64) s->start + s->length) - Max(r->start, s->start);
}

static int64
distance(const CxReviewed *r, int64 number)
{
	return r->number < number ? number - r->number : r->number - number;
}

static bool
same_span(const CxReviewed *r, const CxReadSpan *s)
{
	return r->start == s->start && r->length == s->length && r->length > 0;
}

/* The best row that is free; -1 if none will do. */
static int
choose(const CxReviewed *r, const CxReadSpan *spans, int nspans, bool exact)
{
	int			best = -1;
	int64		best_worth = 0;
	int			i;

	for (i = 0; i < nspans; i++)
	{
		const CxReadSpan *s = &spans[i];
		int64		worth;

		if (s->taken || (exact ? !same_span(r, s) : overlap(r, s) <= 0))
			continue;
		worth = exact ? -distance(r, i + 1) : overlap(r, s);
		if (best < 0 || worth > best_worth)
		{
			best = i;
			best_worth = worth;
		}
	}
	return best;
}

void
cx_pair_reviewed(CxReviewed *reviewed, int nreviewed, CxReadSpan *spans, int nspans)
{
	int			pass,
				i;

	for (pass = 0; pass < 2; pass++)
	{
		for (i = 0; i < nreviewed; i++)
		{
			CxReviewed *r = &reviewed[i];

			if (r->stands_for >= 0)
				continue;
			r->stands_for = choose(r, spans, nspans, pass == 0);
			if (r->stands_for >= 0)
				spans[r->stands_for].taken = true;
		}
	}
}

/*
 * congress_stands_for(numbers, starts, lengths, span_starts, span_lengths)
 *
 * The same for SQL: for each reviewed row the place of the row that it stands
 * for, from 1, or null.
 */
CX_SQL_FUNCTION(congress_stands_for);
Datum
congress_stands_for(PG_FUNCTION_ARGS)
{
	Datum	   *arrays[5];
	int			n[5];
	CxReviewed *reviewed;
	CxReadSpan *spans;
	Datum	   *result;
	bool	   *nulls;
	int			lower = 1;
	int			i;

	for (i = 0; i < 5; i++)
		deconstruct_array(PG_GETARG_ARRAYTYPE_P(i), INT4OID, sizeof(int32), true, TYPALIGN_INT,
						  &arrays[i], NULL, &n[i]);
	if (n[1] != n[0] || n[2] != n[0] || n[4] != n[3])
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("arrays differ in length")));
	reviewed = palloc(sizeof(CxReviewed) * n[0]);
	spans = palloc(sizeof(CxReadSpan) * n[3]);
	for (i = 0; i < n[0]; i++)
	{
		reviewed[i].number = DatumGetInt32(arrays[0][i]);
		reviewed[i].start = DatumGetInt32(arrays[1][i]);
		reviewed[i].length = DatumGetInt32(arrays[2][i]);
		reviewed[i].stands_for = -1;
	}
	for (i = 0; i < n[3]; i++)
	{
		spans[i].start = DatumGetInt32(arrays[3][i]);
		spans[i].length = DatumGetInt32(arrays[4][i]);
		spans[i].taken = false;
	}
	cx_pair_reviewed(reviewed, n[0], spans, n[3]);
	result = palloc(sizeof(Datum) * n[0]);
	nulls = palloc(sizeof(bool) * n[0]);
	for (i = 0; i < n[0]; i++)
	{
		result[i] = Int32GetDatum(reviewed[i].stands_for + 1);
		nulls[i] = reviewed[i].stands_for < 0;
	}
	PG_RETURN_ARRAYTYPE_P(construct_md_array(result, nulls, n[0] > 0 ? 1 : 0, &n[0], &lower,
											 INT4OID, sizeof(int32), true, TYPALIGN_INT));
}
