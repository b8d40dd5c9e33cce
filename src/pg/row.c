/*-------------------------------------------------------------------------
 *
 * row.c
 *	  Rows of a set-returning function, put together column by column.
 *
 * The result is materialized into a tuplestore, which spills to disk beyond
 * work_mem.  The values of a row are made in a context that is reset after each
 * row, so that many rows cost no more memory than one.  Short strings, which most
 * are, get a place in the CxRows itself, as values with a header of one byte.
 *
 * The spans of a relation mostly come in the order of the text, so a position is
 * counted from the last one if that is near.
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

/* Counting so far is no dearer than a look-up. */
#define NEAR_BYTES	128

void
cx_rows_start(CxRows *rows, FunctionCallInfo fcinfo, const CxSpanMap *spans)
{
	/*
	 * the expected row type is our own: no function here returns bare
	 * "record"
	 */
	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	cx_rows_start_sink(rows, spans, NULL, NULL);
	rows->rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
}

void
cx_rows_start_sink(CxRows *rows, const CxSpanMap *spans, void (*sink) (CxRows *rows), void *sink_arg)
{
	rows->rsinfo = NULL;
	rows->sink = sink;
	rows->sink_arg = sink_arg;
	rows->spans = spans;
	rows->context = AllocSetContextCreate(CurrentMemoryContext, "congress_ext row",
										  ALLOCSET_DEFAULT_SIZES);
	rows->caller = MemoryContextSwitchTo(rows->context);
	rows->column = 0;
	rows->used = 0;
	rows->near = NULL;
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
	if (rows->sink != NULL)
		rows->sink(rows);
	else
	{
		if (rows->column != rows->rsinfo->setDesc->natts)
			elog(ERROR, "row of %d columns where %d are declared",
				 rows->column, rows->rsinfo->setDesc->natts);
		tuplestore_putvalues(rows->rsinfo->setResult, rows->rsinfo->setDesc,
							 rows->values, rows->nulls);
	}
	rows->column = 0;
	rows->used = 0;
	if (!rows->context->isReset)
		MemoryContextReset(rows->context);
	CHECK_FOR_INTERRUPTS();
}

/* A string as a text value. */
static Datum
make_text(CxRows *rows, const char *s, Size n)
{
	char	   *value = rows->room + rows->used;

	if (n + VARHDRSZ_SHORT > VARATT_SHORT_MAX || n + VARHDRSZ_SHORT > sizeof(rows->room) - rows->used)
		return PointerGetDatum(cstring_to_text_with_len(s, (int) n));
	SET_VARSIZE_SHORT(value, n + VARHDRSZ_SHORT);
	memcpy(value + VARHDRSZ_SHORT, s, n);
	rows->used += n + VARHDRSZ_SHORT;
	return PointerGetDatum(value);
}

void
cx_put_word(CxRows *rows, const char *word)
{
	if (word == NULL)
		cx_put_null(rows);
	else
		cx_put_datum(rows, make_text(rows, word, strlen(word)));
}

void
cx_put_str(CxRows *rows, CxStr str)
{
	if (str.at == NULL)
		cx_put_null(rows);
	else
		cx_put_datum(rows, make_text(rows, str.at, str.n));
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

/* Characters before an offset. */
static inline int32
chars_before(CxRows *rows, uint32 offset)
{
	const CxSpanMap *map = rows->spans;
	uint32		further = offset - rows->near_offset;

	if (rows->near != map || offset < rows->near_offset || further > NEAR_BYTES)
		rows->near_chars = cx_span_chars(map, offset);
	else if (further <= 8 && rows->near_offset + 8 <= map->length)
		rows->near_chars += (int32) cx_span_count8(map->body + rows->near_offset, further);
	else
		rows->near_chars += (int32) cx_span_count(map->body + rows->near_offset, further);
	rows->near = map;
	rows->near_offset = offset;
	return rows->near_chars;
}

void
cx_put_span(CxRows *rows, uint32 start, uint32 end)
{
	int32		before = chars_before(rows, start);
	int32		after = chars_before(rows, end);

	cx_put_datum(rows, Int32GetDatum(before + 1));
	cx_put_datum(rows, Int32GetDatum(after - before));
}
