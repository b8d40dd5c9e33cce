/*-------------------------------------------------------------------------
 *
 * canon.c
 *	  Texts that say the same, written the same: what is stored, and what
 *	  patterns are matched with.
 *
 * The collation tells whether two texts are equal without writing either down.
 * LIKE, regular expressions and searching for a part want a text to look at,
 * in which equal texts are the same bytes and a part of a text is still one.
 *
 * A pattern may end within a syllable, and the place of the tone depends on how
 * the syllable goes on: "thủ" begins "thủy" in the old style, "hoà" begins "hoàng"
 * in both.  So there are two canonical texts, one in each style, and a pattern
 * matches if it does in either.
 *
 *-------------------------------------------------------------------------
 */
#include <unicode/uchar.h>

#include "buffer.h"
#include "collate_chars.h"
#include "viet.h"

static uint32_t
lower_char(uint32_t c)
{
	unsigned	entry = cx_viet_char(c);

	if (entry != 0)
		return cx_viet_compose[VC_LETTER(entry)][0][VC_TONE(entry)];
	return c < 0x80 ? c : (uint32_t) u_tolower((UChar32) c);
}

CxStatus
cx_nfc_viet(CxArena *arena, const char *s, size_t n, CxStr *out)
{
	CxBuffer	buffer = {.arena = arena};
	const char *p;
	const char *end;

	CX_TRY(cx_nfc(arena, s, n, out));
	p = out->at;
	end = p + out->n;
	while (p < end)
	{
		const char *start = p;
		uint32_t	c = cx_viet_next(&p, end);
		CxWord		word;

		/* a look-alike stands only at the head of a syllable */
		if (!(cx_viet_char(c) & VC_LOOKALIKE) || !cx_word_read(start, end, &word) || word.code == 0)
		{
			/* to the end of the word */
			if (cx_viet_char(c) != 0 && cx_word_read(start, end, &word))
				p = start + word.bytes;
			continue;
		}
		if (buffer.at == NULL)
		{
			/* the letters take the same two bytes */
			CX_TRY(cx_buffer_reserve(&buffer, out->n));
			CX_TRY(cx_buffer_bytes(&buffer, out->at, out->n));
		}
		cx_utf8_put(cx_viet_compose[VL_DD][(cx_viet_char(c) & VC_UPPER) != 0][0], buffer.at + (start - out->at));
		p = start + word.bytes;
	}
	if (buffer.at != NULL)
		out->at = buffer.at;
	return CX_OK;
}

typedef struct Canon
{
	CxBuffer	out;
	CX_VEC(uint32_t) origin;
	bool		wants_origin;
} Canon;

static CxStatus
put(Canon *canon, uint32_t c, size_t origin)
{
	size_t		at = canon->out.n;

	CX_TRY(cx_buffer_char(&canon->out, c));
	for (; canon->wants_origin && at < canon->out.n; at++)
	{
		uint32_t   *slot = cx_vec_push(canon->out.arena, &canon->origin);

		if (slot == NULL)
			return CX_ENOMEM;
		*slot = (uint32_t) origin;
	}
	return CX_OK;
}

static CharKind
kind_of(uint32_t c)
{
	return cx_viet_char(c) != 0 ? CHAR_LETTER : cx_char_kind(c);
}

/* The length of the word at p, with what cannot be seen in it and behind it; 0 if there is none. */
static size_t
word_length(const char *p, const char *end)
{
	const char *start = p;

	while (p < end)
	{
		const char *next = p;
		CharKind	kind = kind_of(cx_viet_next(&next, end));

		if (kind != CHAR_LETTER && (p == start || (kind != CHAR_MARK && kind != CHAR_UNSEEN)))
			break;
		p = next;
	}
	return (size_t) (p - start);
}

/* Is the syllable at p written otherwise in the other style? */
static bool
has_styles(uint16_t code, const char *p, size_t n)
{
	char		spellings[2][CX_SYLLABLE_MAX_BYTES];
	const char *last = p + n - 1;

	/* only oa, oe, uy are */
	while (((unsigned char) *last & 0xC0) == 0x80)
		last--;
	switch (VC_LETTER(cx_viet_char(cx_viet_next(&last, p + n))))
	{
		case VL_A:
		case VL_E:
		case VL_Y:
			n = cx_syllable_spell(code, CX_TONES_OLD, spellings[0]);
			return cx_syllable_spell(code, CX_TONES_NEW, spellings[1]) != n || memcmp(spellings[0], spellings[1], n) != 0;
		default:
			return false;
	}
}

/* Is there a mark whose place is a matter of style? */
static bool
is_toned(uint16_t code)
{
	unsigned	onset,
				rhyme;
	CxTone		tone;

	return cx_syllable_parts(code, &onset, &rhyme, &tone) && tone != CX_TONE_NGANG;
}

/* The length of the bracket expression at p, as regular expressions have them. */
static size_t
bracket_length(const char *p, const char *end)
{
	const char *start = p++;

	if (p < end && *p == '^')
		p++;
	if (p < end && *p == ']')
		p++;
	while (p < end && *p != ']')
	{
		if (*p == '\\' && end - p > 1)
			p += 2;
		else if (*p == '[' && end - p > 1 && (p[1] == ':' || p[1] == '.' || p[1] == '='))
		{
			char		closer = p[1];

			for (p += 2; p < end && !(p[0] == closer && end - p > 1 && p[1] == ']'); p++)
				;
			p += end - p >= 2 ? 2 : end - p;
		}
		else
			p++;
	}
	return (size_t) (p - start) + (p < end);
}

CxStatus
cx_canon(CxArena *arena, const char *s, size_t n, CxCanonKind kind, CxToneStyle style,
		 CxStr *out, uint32_t **origin, bool *styled)
{
	Canon		canon = {.out.arena = arena,.wants_origin = origin != NULL};
	CxStr		nfc;
	const char *p;
	const char *end;
	const char *poll;
	size_t		space = SIZE_MAX;	/* where white space began that is not
									 * written yet */

	if (styled != NULL)
		*styled = false;
	CX_TRY(cx_nfc(arena, s, n, &nfc));
	p = poll = nfc.at;
	end = p + nfc.n;
	CX_TRY(cx_buffer_reserve(&canon.out, (size_t) nfc.n + 4));
	while (p < end)
	{
		const char *next = p;
		uint32_t	c = cx_viet_next(&next, end);
		CharKind	char_kind = kind_of(c);
		size_t		length;
		CxWord		word;

		if ((size_t) (p - poll) >= CX_POLL_BYTES)
		{
			CX_TRY(cx_poll(arena));
			poll = p;
		}
		if (char_kind == CHAR_SPACE)
		{
			if (space == SIZE_MAX && (canon.out.n > 0 || kind >= CX_CANON_PART))
				space = (size_t) (p - nfc.at);
			p = next;
			continue;
		}
		if (char_kind == CHAR_UNSEEN)
		{
			p = next;
			continue;
		}
		if (space != SIZE_MAX)
		{
			CX_TRY(put(&canon, ' ', space));
			space = SIZE_MAX;
		}

		if (c == '\\' && (kind == CX_CANON_LIKE || kind == CX_CANON_REGEX) && next < end)
		{
			CX_TRY(put(&canon, c, 0));
			c = cx_utf8_next(&next, end);
			CX_TRY(put(&canon, kind == CX_CANON_LIKE ? lower_char(c) : c, 0));
			p = next;
		}
		else if (c == '[' && kind == CX_CANON_REGEX)
		{
			const char *stop = p + bracket_length(p, end);

			while (p < stop)
			{
				bool		escape = *p == '\\';

				CX_TRY(put(&canon, lower_char(cx_viet_next(&p, end)), 0));
				if (escape && p < stop)
					CX_TRY(put(&canon, cx_utf8_next(&p, end), 0));
			}
		}
		else if ((length = word_length(p, end)) == 0)
		{
			CX_TRY(put(&canon, lower_char(c), (size_t) (p - nfc.at)));
			p = next;
		}
		else if (length <= CX_SYLLABLE_MAX_BYTES && cx_word_read(p, p + length, &word) && word.bytes == length && is_toned(word.code))
		{
			char		spelling[CX_SYLLABLE_MAX_BYTES];
			const char *from = spelling;
			const char *to = spelling + cx_syllable_spell(word.code, style, spelling);
			const char *stop = p + length;

			if (styled != NULL && !*styled)
				*styled = has_styles(word.code, spelling, (size_t) (to - from));

			/* in form C, letter stands under letter */
			while (from < to)
			{
				CX_TRY(put(&canon, cx_viet_next(&from, to), (size_t) (p - nfc.at)));
				if (p < stop)
					cx_viet_next(&p, stop);
			}
			p = stop;
		}
		else
		{
			const char *stop = p + length;

			while (p < stop)
			{
				size_t		at = (size_t) (p - nfc.at);

				c = cx_viet_next(&p, stop);
				if (kind_of(c) != CHAR_UNSEEN)
					CX_TRY(put(&canon, lower_char(c), at));
			}
		}
	}
	if (space != SIZE_MAX && kind >= CX_CANON_PART)
	{
		CX_TRY(put(&canon, ' ', space));
		space = SIZE_MAX;
	}
	out->at = canon.out.at;
	out->n = (uint32_t) canon.out.n;
	if (origin != NULL)
	{
		uint32_t   *slot = cx_vec_push(arena, &canon.origin);

		if (slot == NULL)
			return CX_ENOMEM;
		*slot = space != SIZE_MAX ? (uint32_t) space : nfc.n;
		*origin = canon.origin.at;
	}
	return CX_OK;
}
