/*-------------------------------------------------------------------------
 *
 * plain.c
 *	  Folding and case mapping of plain stretches, on any machine; and the
 *	  choice between this and what the machine at hand has better.
 *
 * A character is told by its first byte; its last one leads through a table of 64
 * entries to what becomes of it.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "plain.h"

const char	cx_plain_base[CX_PLAIN_LEADS][64] = {
	"AAAAAA\0CEEEEIIIIDNOOOOO\0\0UUUUY\0\0aaaaaa\0ceeeeiiiidnooooo\0\0uuuuy\0y",
	"\0\0Aa\0\0\0\0\0\0\0\0\0\0\0\0Dd\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0Ii",
	"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0Uu",
	"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0Oo\0\0\0\0\0\0\0\0\0\0\0\0\0Uu",
	"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe",
	"EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy",
};

const char	cx_plain_cases[CX_PLAIN_LEADS][64] = {
	"SSSSSSSSSSSSSSSSSSSSSSS=SSSSSSS=sssssssssssssssssssssss=sssssss",
	"UuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUu",
	"\0\0\0\0\0\0\0\0\0\0UuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUu",
	"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0Uu\0\0\0\0\0\0\0\0\0\0\0\0\0Uu",
	"UuUuUuUuUuUuUuUuUuUuUu\0\0\0\0\0\0\0\0\0\0UuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUu",
	"UuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUuUu",
};

const char	cx_plain_mark[64] = {
	[0x00] = 1,[0x01] = 1,[0x02] = 1,[0x03] = 1,[0x06] = 1,[0x09] = 1,[0x1B] = 1,[0x23] = 1,
};

typedef enum PlainKind
{
	PLAIN_NOT, PLAIN_LETTER, PLAIN_SIGN, PLAIN_MARK
} PlainKind;

/*
 * The character of more than one byte at p: its length, the table and the entry
 * for a letter.  PLAIN_NOT if it is none that may be plain.
 */
static inline PlainKind
read_char(const unsigned char *p, const unsigned char *end, unsigned *length, unsigned *lead, unsigned *entry)
{
	if (end - p < 2 || (p[1] & 0xC0) != 0x80)
		return PLAIN_NOT;
	*length = 2;
	*entry = p[1] & 0x3F;
	switch (p[0])
	{
		case 0xC2:
			return PLAIN_SIGN;
		case 0xC3:
		case 0xC4:
		case 0xC5:
		case 0xC6:
			*lead = CX_PLAIN_C3 + (p[0] - 0xC3u);
			return PLAIN_LETTER;
		case 0xCC:
			return cx_plain_mark[*entry] ? PLAIN_MARK : PLAIN_NOT;
		case 0xE1:
		case 0xE2:
			if (end - p < 3 || (p[2] & 0xC0) != 0x80)
				return PLAIN_NOT;
			*length = 3;
			*entry = p[2] & 0x3F;
			if (p[0] == 0xE2)
				return p[1] == 0x80 && *entry >= 2 ? PLAIN_SIGN : PLAIN_NOT;
			*lead = CX_PLAIN_BA + (p[1] - 0xBAu);
			return *lead < CX_PLAIN_LEADS && *lead >= CX_PLAIN_BA ? PLAIN_LETTER : PLAIN_NOT;
		default:
			return PLAIN_NOT;
	}
}

static inline unsigned char
to_lower(unsigned char c)
{
	return (unsigned char) (c + ((unsigned char) (c - 'A') < 26) * 0x20);
}

size_t
cx_plain_fold_portable(const char *s, size_t n, bool lower, bool *after_letter, char *out, size_t *written)
{
	const unsigned char *p = (const unsigned char *) s;
	const unsigned char *end = p + n;
	unsigned char *o = (unsigned char *) out;
	bool		letter = *after_letter;

	while (p < end)
	{
		unsigned	length;
		unsigned	lead = 0;
		unsigned	entry;
		unsigned char c = p[0];
		PlainKind	kind;

		if (c < 0x80)
		{
			letter = (unsigned char) ((c | 0x20) - 'a') < 26;
			*o++ = lower ? to_lower(c) : c;
			p++;
			continue;
		}
		kind = read_char(p, end, &length, &lead, &entry);
		if (kind == PLAIN_LETTER)
		{
			c = (unsigned char) cx_plain_base[lead][entry];
			if (c == 0)
				break;
			letter = true;
			*o++ = lower ? (unsigned char) (c | 0x20) : c;
		}
		else if (kind == PLAIN_SIGN)
		{
			letter = false;
			memmove(o, p, length);
			o += length;
		}
		else if (kind == PLAIN_NOT || !letter)
			break;
		p += length;
	}
	*after_letter = letter;
	*written = (size_t) (o - (unsigned char *) out);
	return (size_t) (p - (const unsigned char *) s);
}

size_t
cx_plain_case_portable(const char *s, size_t n, bool upper, char *out)
{
	const unsigned char *p = (const unsigned char *) s;
	const unsigned char *end = p + n;
	unsigned char *o = (unsigned char *) out;
	const char	one = upper ? 'u' : 'U';
	const char	far = upper ? 's' : 'S';
	const int	sign = upper ? -1 : 1;
	const unsigned char first = upper ? 'a' : 'A';

	while (p < end)
	{
		unsigned	length;
		unsigned	lead = 0;
		unsigned	entry;
		int			change = 0;
		PlainKind	kind;

		if (p[0] < 0x80)
		{
			*o++ = (unsigned char) (p[0] + ((unsigned char) (p[0] - first) < 26) * 0x20 * sign);
			p++;
			continue;
		}
		kind = read_char(p, end, &length, &lead, &entry);
		if (kind == PLAIN_LETTER)
		{
			char		letter_case = cx_plain_cases[lead][entry];

			if (letter_case == 0)
				break;
			change = letter_case == one ? sign : letter_case == far ? 0x20 * sign : 0;
		}
		/* µ has its upper case elsewhere */
		else if (kind == PLAIN_NOT || (upper && p[0] == 0xC2 && p[1] == 0xB5))
			break;
		memmove(o, p, length);
		o[length - 1] = (unsigned char) (o[length - 1] + change);
		o += length;
		p += length;
	}
	return (size_t) (p - (const unsigned char *) s);
}

/* ---- the better one ------------------------------------------------------------- */

/* Below this the portable functions are as fast. */
#define MIN_WIDE	32

size_t
cx_plain_fold(const char *s, size_t n, bool lower, bool *after_letter, char *out, size_t *written)
{
#ifdef CX_HAVE_AVX512
	if (n >= MIN_WIDE && cx_has_avx512())
		return cx_plain_fold_avx512(s, n, lower, after_letter, out, written);
#endif
	return cx_plain_fold_portable(s, n, lower, after_letter, out, written);
}

size_t
cx_plain_case(const char *s, size_t n, bool upper, char *out)
{
#ifdef CX_HAVE_AVX512
	if (n >= MIN_WIDE && cx_has_avx512())
		return cx_plain_case_avx512(s, n, upper, out);
#endif
	return cx_plain_case_portable(s, n, upper, out);
}
