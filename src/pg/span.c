/*-------------------------------------------------------------------------
 *
 * span.c
 *	  From byte offsets to character positions.
 *
 * The library counts bytes; substr() counts characters.  Facts come in no
 * particular order, and a text of 100 MB may give 100,000 of them, so counting
 * from the start for each would be quadratic.  One pass over the text notes how
 * many characters stand before every SPAN_STEP-th byte; a look-up then counts
 * at most SPAN_STEP bytes more:
 *
 *		bytes	0        256       512       768
 *				|---------|---------|----x----|
 *		chars	0        201       395   ^ 395 + characters in between
 *
 *-------------------------------------------------------------------------
 */
#include "cx_pg.h"

#define SPAN_STEP	256			/* under 2 % of the text's size, and a look-up
								 * of some 20 ns */

uint32
cx_span_count(const char *s, uint32 n)
{
	uint32		chars = 0;
	uint32		i;

	for (i = 0; i + 8 <= n; i += 8)
		chars += cx_span_count8(s + i, 8);
	for (; i < n; i++)
		chars += (signed char) s[i] >= -0x40;
	return chars;
}

/* The map is made in the current memory context; the text must outlive it. */
void
cx_span_map(CxSpanMap *map, const char *body, uint32 length)
{
	uint32		steps = length / SPAN_STEP;
	uint32		i;

	map->body = body;
	map->length = length;
	map->chars = palloc_extended((steps + 1) * sizeof(uint32), MCXT_ALLOC_HUGE);
	map->chars[0] = 0;
	for (i = 0; i < steps; i++)
		map->chars[i + 1] = map->chars[i] + cx_span_count(body + (Size) i * SPAN_STEP, SPAN_STEP);
}

int32
cx_span_chars(const CxSpanMap *map, uint32 offset)
{
	uint32		step = Min(offset, map->length) / SPAN_STEP;

	return (int32) (map->chars[step] +
					cx_span_count(map->body + (Size) step * SPAN_STEP,
								  Min(offset, map->length) - step * SPAN_STEP));
}
