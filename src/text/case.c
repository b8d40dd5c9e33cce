/*-------------------------------------------------------------------------
 *
 * case.c
 *	  Lower and upper case, character by character.
 *
 * These are Unicode's simple mappings: one character becomes one, without
 * regard to locale or neighbours (ß has no upper case, İ becomes i).  ASCII and
 * the Vietnamese repertoire go through tables, all else through ICU.  Text
 * that has the wanted case already is returned as it is.
 *
 *-------------------------------------------------------------------------
 */
#include <unicode/uchar.h>

#include "buffer.h"
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
 * Most strings have nothing but letters of the repertoire and ASCII, which have
 * as many bytes in either case.  False if there is anything else; nothing is
 * written beyond n bytes.
 */
static bool
case_simple(const char *s, size_t n, bool upper, char *out)
{
	const char *p = s;
	const char *end = s + n;

	while (p < end)
	{
		uint32_t	c = cx_viet_next(&p, end);
		unsigned	entry = cx_viet_char(c);

		if (entry & VC_LOOKALIKE || (entry == 0 && c >= 0x80))
			return false;
		if (entry != 0)
			c = cx_viet_compose[VC_LETTER(entry)][upper][VC_TONE(entry)];
		if (c < 0x80)
			*out++ = (char) c;
		else
			out += cx_utf8_put(c, out);
	}
	return true;
}

static CxStatus
to_case(CxArena *arena, const char *s, size_t n, bool upper, CxStr *out)
{
	const char *p = s;
	const char *end = s + n;
	const char *poll = s;
	CxBuffer	buffer = {.arena = arena};

	CX_TRY(cx_check_input(s, n, arena->env->utf8));
	if (n <= CX_POLL_BYTES)
	{
		char	   *simple = cx_arena_grow(arena, NULL, 0, n + 1);

		if (simple == NULL)
			return CX_ENOMEM;
		out->at = simple;
		out->n = (uint32_t) n;
		if (case_simple(s, n, upper, simple))
			return CX_OK;
	}
	while (p < end)
	{
		const char *start = p;
		uint32_t	c = cx_viet_next(&p, end);
		uint32_t	mapped = char_to_case(c, upper);

		if (buffer.at == NULL)
		{
			if (mapped == c)
				continue;
			CX_TRY(cx_buffer_reserve(&buffer, n + 4));
			CX_TRY(cx_buffer_bytes(&buffer, s, (size_t) (start - s)));
		}
		CX_TRY(cx_buffer_char(&buffer, mapped));
		if ((size_t) (p - poll) >= CX_POLL_BYTES)
		{
			CX_TRY(cx_poll(arena));
			poll = p;
		}
	}
	out->at = buffer.at != NULL ? buffer.at : s;
	out->n = (uint32_t) (buffer.at != NULL ? buffer.n : n);
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
