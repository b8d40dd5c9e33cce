/*-------------------------------------------------------------------------
 *
 * buffer.h
 *	  A growing string in an arena.  Internal to the text layer.
 *
 * The writers of this layer map a text character by character and mostly
 * change nothing.  So a buffer starts empty, and is filled with what was
 * passed over only when the first difference turns up.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_BUFFER_H
#define CX_BUFFER_H

#include <string.h>

#include "cx_text.h"

typedef struct CxBuffer
{
	CxArena    *arena;
	char	   *at;				/* NULL until the first reservation */
	size_t		n;
	size_t		cap;
} CxBuffer;

/* Make room for "extra" more bytes. */
static inline CxStatus
cx_buffer_reserve(CxBuffer *buffer, size_t extra)
{
	if (buffer->cap - buffer->n < extra)
	{
		size_t		wanted = buffer->n + extra + buffer->n / 2 + 16;
		char	   *grown = cx_arena_grow(buffer->arena, buffer->at, buffer->cap, wanted);

		if (grown == NULL)
			return CX_ENOMEM;
		buffer->at = grown;
		buffer->cap = wanted;
	}
	return CX_OK;
}

static inline CxStatus
cx_buffer_bytes(CxBuffer *buffer, const char *s, size_t n)
{
	CX_TRY(cx_buffer_reserve(buffer, n));
	memcpy(buffer->at + buffer->n, s, n);
	buffer->n += n;
	return CX_OK;
}

static inline CxStatus
cx_buffer_char(CxBuffer *buffer, uint32_t c)
{
	CX_TRY(cx_buffer_reserve(buffer, 4));
	buffer->n += cx_utf8_put(c, buffer->at + buffer->n);
	return CX_OK;
}

/* What every writer asks of its argument first; "known" says that it is known to be UTF-8. */
static inline CxStatus
cx_check_input(const char *s, size_t n, bool known)
{
	if (n > CX_MAX_INPUT)
		return CX_ETOOBIG;
	return known || cx_utf8_valid(s, n, NULL) ? CX_OK : CX_EENCODING;
}

/* A writer polls for interrupts when it has passed another this many bytes. */
#define CX_POLL_BYTES	((size_t) 64 * 1024)

#endif							/* CX_BUFFER_H */
