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
 *		bytes	0        512       1024      1536
 *				|---------|---------|----x----|
 *		chars	0        401       790   ^ 790 + characters in between
 *
 *-------------------------------------------------------------------------
 */
#include "cx_pg.h"

#define SPAN_STEP	512			/* under 1 % of the text's size, and a look-up
								 * of some 50 ns */

/* Characters that begin in a piece of valid UTF-8: bytes that continue none. */
static inline uint32
count_chars(const char *s, uint32 n)
{
	uint32		chars = 0;
	uint32		i;

	for (i = 0; i < n; i++)
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
		map->chars[i + 1] = map->chars[i] + count_chars(body + (Size) i * SPAN_STEP, SPAN_STEP);
}

int32
cx_span_chars(const CxSpanMap *map, uint32 offset)
{
	uint32		step = Min(offset, map->length) / SPAN_STEP;

	return (int32) (map->chars[step] +
					count_chars(map->body + (Size) step * SPAN_STEP,
								Min(offset, map->length) - step * SPAN_STEP));
}
