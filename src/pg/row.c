/*-------------------------------------------------------------------------
 *
 * row.c
 *	  Rows of a set-returning function, put together column by column.
 *
 * The result is materialized into a tuplestore, which spills to disk beyond
 * work_mem.  The values of a row are made in a context that is reset after each
 * row, so that many rows cost no more memory than one.
 *
 *-------------------------------------------------------------------------
 */
#include "cx_pg.h"

#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/datetime.h"
#include "utils/memutils.h"
#include "utils/numeric.h"

void
cx_rows_start(CxRows *rows, FunctionCallInfo fcinfo, const CxSpanMap *spans)
{
	/*
	 * the expected row type is our own: no function here returns bare
	 * "record"
	 */
	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	rows->rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	rows->spans = spans;
	rows->context = AllocSetContextCreate(CurrentMemoryContext, "congress_ext row",
										  ALLOCSET_DEFAULT_SIZES);
	rows->caller = MemoryContextSwitchTo(rows->context);
	rows->column = 0;
}

void
cx_rows_end(CxRows *rows)
{
	MemoryContextSwitchTo(rows->caller);
	MemoryContextDelete(rows->context);
}

void
cx_put_row(CxRows *rows)
{
	if (rows->column != rows->rsinfo->setDesc->natts)
		elog(ERROR, "row of %d columns where %d are declared",
			 rows->column, rows->rsinfo->setDesc->natts);
	tuplestore_putvalues(rows->rsinfo->setResult, rows->rsinfo->setDesc,
						 rows->values, rows->nulls);
	rows->column = 0;
	MemoryContextReset(rows->context);
	CHECK_FOR_INTERRUPTS();
}

void
cx_put_datum(CxRows *rows, Datum value)
{
	rows->values[rows->column] = value;
	rows->nulls[rows->column] = false;
	rows->column++;
}

void
cx_put_null(CxRows *rows)
{
	rows->values[rows->column] = (Datum) 0;
	rows->nulls[rows->column] = true;
	rows->column++;
}

void
cx_put_word(CxRows *rows, const char *word)
{
	if (word == NULL)
		cx_put_null(rows);
	else
		cx_put_datum(rows, CStringGetTextDatum(word));
}

void
cx_put_str(CxRows *rows, CxStr str)
{
	if (str.at == NULL)
		cx_put_null(rows);
	else
		cx_put_datum(rows, PointerGetDatum(cstring_to_text_with_len(str.at, (int) str.n)));
}

/* An array is never null: where the text gives nothing, it is empty. */
void
cx_put_strs(CxRows *rows, const CxStr *at, int n)
{
	Datum	   *elements = palloc_extended(n * sizeof(Datum), MCXT_ALLOC_HUGE);
	int			i;

	for (i = 0; i < n; i++)
		elements[i] = PointerGetDatum(cstring_to_text_with_len(at[i].at, (int) at[i].n));
	cx_put_datum(rows, PointerGetDatum(construct_array(elements, n, TEXTOID, -1, false, TYPALIGN_INT)));
}

void
cx_put_int(CxRows *rows, int32 value)
{
	if (value == CX_NULL)
		cx_put_null(rows);
	else
		cx_put_datum(rows, Int32GetDatum(value));
}

void
cx_put_decimal(CxRows *rows, CxDecimal value)
{
	cx_put_datum(rows, NumericGetDatum(int64_div_fast_to_numeric(value.digits, value.scale)));
}

Datum
cx_pg_date(CxYmd ymd)
{
	return DateADTGetDatum(date2j(ymd.year, ymd.month, ymd.day) - POSTGRES_EPOCH_JDATE);
}

void
cx_put_date(CxRows *rows, CxYmd ymd)
{
	if (!cx_ymd_valid(ymd))
		cx_put_null(rows);
	else
		cx_put_datum(rows, cx_pg_date(ymd));
}

void
cx_put_span(CxRows *rows, uint32 start, uint32 end)
{
	int32		before = cx_span_chars(rows->spans, start);

	cx_put_int(rows, before + 1);
	cx_put_int(rows, cx_span_chars(rows->spans, end) - before);
}
