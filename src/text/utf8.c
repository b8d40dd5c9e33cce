/*-------------------------------------------------------------------------
 *
 * utf8.c
 *	  Strict UTF-8: decoding, encoding, validation, counting.
 *
 * The shape of a character is told by its first byte: its length and the
 * range that its second byte must be in.  The range is what excludes overlong
 * forms (E0, F0), surrogates (ED) and characters over U+10FFFF (F4); all
 * further bytes are 80..BF.  Nothing is read at or past the end.
 *
 *-------------------------------------------------------------------------
 */
#include "cx_text.h"

#define IS_CONT(b)	(((b) & 0xC0) == 0x80)

/* Length of the well-formed character at p, or 0. */
static inline unsigned
sequence_length(const unsigned char *p, const unsigned char *end)
{
	unsigned char lead = *p;

	if (lead < 0x80)
		return 1;
	if (lead < 0xC2 || lead > 0xF4)
		return 0;
	if (lead < 0xE0)
		return end - p >= 2 && IS_CONT(p[1]) ? 2 : 0;
	if (lead < 0xF0)
	{
		unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;
		unsigned char high = lead == 0xED ? 0x9F : 0xBF;

		return end - p >= 3 && p[1] >= low && p[1] <= high && IS_CONT(p[2]) ? 3 : 0;
	}
	else
	{
		unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
		unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;

		return end - p >= 4 && p[1] >= low && p[1] <= high &&
			IS_CONT(p[2]) && IS_CONT(p[3]) ? 4 : 0;
	}
}

uint32_t
cx_utf8_next(const char **p, const char *end)
{
	const unsigned char *s = (const unsigned char *) *p;
	unsigned	length = sequence_length(s, (const unsigned char *) end);

	*p += length != 0 ? length : 1;
	switch (length)
	{
		case 1:
			return s[0];
		case 2:
			return (uint32_t) (s[0] & 0x1F) << 6 | (s[1] & 0x3F);
		case 3:
			return (uint32_t) (s[0] & 0x0F) << 12 | (uint32_t) (s[1] & 0x3F) << 6 | (s[2] & 0x3F);
		case 4:
			return (uint32_t) (s[0] & 0x07) << 18 | (uint32_t) (s[1] & 0x3F) << 12 |
				(uint32_t) (s[2] & 0x3F) << 6 | (s[3] & 0x3F);
		default:
			return 0xFFFD;
	}
}

unsigned
cx_utf8_put(uint32_t c, char out[4])
{
	if (c < 0x80)
	{
		out[0] = (char) c;
		return 1;
	}
	if (c < 0x800)
	{
		out[0] = (char) (0xC0 | c >> 6);
		out[1] = (char) (0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000)
	{
		out[0] = (char) (0xE0 | c >> 12);
		out[1] = (char) (0x80 | (c >> 6 & 0x3F));
		out[2] = (char) (0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char) (0xF0 | (c >> 18 & 0x07));
	out[1] = (char) (0x80 | (c >> 12 & 0x3F));
	out[2] = (char) (0x80 | (c >> 6 & 0x3F));
	out[3] = (char) (0x80 | (c & 0x3F));
	return 4;
}

bool
cx_utf8_valid(const char *s, size_t n, size_t *bad_offset)
{
	const unsigned char *p = (const unsigned char *) s;
	const unsigned char *end = p + n;

	while (p < end)
	{
		unsigned	length;

		if (*p < 0x80)
		{
			p++;
			continue;
		}
		length = sequence_length(p, end);
		if (length == 0)
		{
			if (bad_offset != NULL)
				*bad_offset = (size_t) (p - (const unsigned char *) s);
			return false;
		}
		p += length;
	}
	return true;
}

/* Bytes that continue no character count as characters, as cx_utf8_next() reads them. */
size_t
cx_utf8_chars(const char *s, size_t n)
{
	const unsigned char *p = (const unsigned char *) s;
	const unsigned char *end = p + n;
	size_t		chars = 0;

	while (p < end)
	{
		unsigned	length = sequence_length(p, end);

		p += length != 0 ? length : 1;
		chars++;
	}
	return chars;
}
