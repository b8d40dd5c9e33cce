/*-------------------------------------------------------------------------
 *
 * text_out.h
 *	  A text that a test puts together, piece by piece.
 *
 *-------------------------------------------------------------------------
 */
#ifndef TEXT_OUT_H
#define TEXT_OUT_H

#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

typedef struct Out
{
	char		at[8192];
	size_t		n;
} Out;

static void
put(Out *out, const char *format,...)
{
	va_list		args;
	int			n;

	va_start(args, format);
	n = vsnprintf(out->at + out->n, sizeof(out->at) - out->n, format, args);
	va_end(args);
	assert_true(n >= 0 && (size_t) n < sizeof(out->at) - out->n);
	out->n += (size_t) n;
}

#endif							/* TEXT_OUT_H */
