/*-------------------------------------------------------------------------
 *
 * case.c
 *	  Lower and upper case, character by character.
 *
 * These are Unicode's simple mappings: one character becomes one, without
 * regard to locale or neighbours (ß has no upper case, İ becomes i).  Plain
 * stretches (plain.h), as most texts are from end to end, are mapped at once; else the
 * Vietnamese repertoire goes through tables, and all else through ICU.
 *
 *-------------------------------------------------------------------------
 */
#include <unicode/uchar.h>

#include "buffer.h"
#include "plain.h"
#include "viet.h"

static uint32_t
char_to_case(uint32_t c, bool upper)
{
	unsigned	entry = cx_viet_char(c);

	if (entry != 0 && !(entry & VC_LOOKALIKE))
		return cx_viet_compose[VC_LETTER(entry)][upper][VC_TONE(entry)];
	if (c < 0x80)
		return c;
	return (uint32_t) (upper ? u_toupper((UChar32) c) : u_tolower((UChar32) c));
}

/*
 * Plain stretches are mapped at once.  Others are gone through character by
 * character until there is one of ASCII.
 */
static CxStatus
to_case(CxArena *arena, const char *s, size_t n, bool upper, CxStr *out)
{
	const char *p = s;
	const char *end = n == 0 ? s : s + n;
	const char *poll = s;
	CxBuffer	buffer = {.arena = arena};

	CX_TRY(cx_check_input(s, n, arena->env->utf8));
	CX_TRY(cx_buffer_reserve(&buffer, n + 4));
	while (p < end)
	{
		size_t		chunk = (size_t) (end - p) < CX_POLL_BYTES ? (size_t) (end - p) : CX_POLL_BYTES;
		size_t		read;

		if ((size_t) (p - poll) >= CX_POLL_BYTES / 2)
		{
			CX_TRY(cx_poll(arena));
			poll = p;
		}
		CX_TRY(cx_buffer_reserve(&buffer, chunk));
		read = cx_plain_case(p, chunk, upper, buffer.at + buffer.n);
		buffer.n += read;
		p += read;
		chunk -= read;
		if (read > 0)
			continue;
		do
		{
			const char *start = p;

			CX_TRY(cx_buffer_char(&buffer, char_to_case(cx_viet_next(&p, end), upper)));
			chunk -= (size_t) (p - start) < chunk ? (size_t) (p - start) : chunk;
		} while (chunk > 0 && p < end && (unsigned char) *p >= 0x80);
	}
	out->at = buffer.at;
	out->n = (uint32_t) buffer.n;
	return CX_OK;
}

CxStatus
cx_lower(CxArena *arena, const char *s, size_t n, CxStr *out)
{
	return to_case(arena, s, n, false, out);
}

CxStatus
cx_upper(CxArena *arena, const char *s, size_t n, CxStr *out)
{
	return to_case(arena, s, n, true, out);
}

bool
cx_lower_plain(const char *s, size_t n, char *out, uint32_t *written)
{
	*written = (uint32_t) n;
	return n <= CX_PLAIN_BYTES && cx_plain_case(s, n, false, out) == n;
}

bool
cx_upper_plain(const char *s, size_t n, char *out, uint32_t *written)
{
	*written = (uint32_t) n;
	return n <= CX_PLAIN_BYTES && cx_plain_case(s, n, true, out) == n;
}

CxStatus
cx_initcap(CxArena *arena, const char *s, size_t n, CxStr *out)
{
	const char *p = s;
	const char *end = s + n;
	const char *poll = s;
	bool		in_word = false;
	CxBuffer	buffer = {.arena = arena};

	CX_TRY(cx_check_input(s, n, arena->env->utf8));
	CX_TRY(cx_buffer_reserve(&buffer, n + 4));
	while (p < end)
	{
		uint32_t	c = cx_viet_next(&p, end);

		CX_TRY(cx_buffer_char(&buffer, char_to_case(c, !in_word)));
		in_word = cx_viet_char(c) != 0 || (c >= '0' && c <= '9') ||
			(c >= 0x80 && (u_isalnum((UChar32) c) || (in_word && (U_GET_GC_MASK((UChar32) c) & U_GC_M_MASK) != 0)));
		if ((size_t) (p - poll) >= CX_POLL_BYTES)
		{
			CX_TRY(cx_poll(arena));
			poll = p;
		}
	}
	out->at = buffer.at;
	out->n = (uint32_t) buffer.n;
	return CX_OK;
}
