/*-------------------------------------------------------------------------
 *
 * collate_range.c
 *	  The range of the order that a prefix takes up.
 *
 * Indexes are asked with it for what LIKE and regular expressions want.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "viet.h"

/* the letter that follows in the alphabet */
static const uint8_t next_letters[VL_COUNT] = {
	[VL_A] = VL_AW,[VL_AW] = VL_AA,[VL_AA] = VL_B,[VL_B] = VL_C,[VL_C] = VL_D,[VL_D] = VL_DD,[VL_DD] = VL_E,
	[VL_E] = VL_EE,[VL_EE] = VL_F,[VL_F] = VL_G,[VL_G] = VL_H,[VL_H] = VL_I,[VL_I] = VL_J,[VL_J] = VL_K,
	[VL_K] = VL_L,[VL_L] = VL_M,[VL_M] = VL_N,[VL_N] = VL_O,[VL_O] = VL_OO,[VL_OO] = VL_OW,[VL_OW] = VL_P,
	[VL_P] = VL_Q,[VL_Q] = VL_R,[VL_R] = VL_S,[VL_S] = VL_T,[VL_T] = VL_U,[VL_U] = VL_UW,[VL_UW] = VL_V,
	[VL_V] = VL_W,[VL_W] = VL_X,[VL_X] = VL_Y,[VL_Y] = VL_Z,
};

/* The start of the character that ends before p. */
static const char *
char_before(const char *s, const char *p)
{
	const char *q = p - 1;

	while (q > s && p - q < 4 && ((unsigned char) *q & 0xC0) == 0x80)
		q--;
	return q;
}

static uint32_t
read_char(const char *p, const char *end)
{
	return cx_viet_next(&p, end);
}

/* The word that ends a prefix may go on, so its tone is not known; all else in the prefix is. */
static char *
put_toneless(char *out, const char *p, const char *end)
{
	while (p < end)
		out += cx_utf8_put(cx_viet_compose[VC_LETTER(cx_viet_char(cx_viet_next(&p, end)))][0][0], out);
	return out;
}

/*
 * The prefix is cut at its end to a letter or digit, for the lower bound, and to
 * one that is not the last of its kind, for the upper.
 */
CxStatus
cx_collate_range(CxArena *arena, const char *s, size_t n, CxStr *low, CxStr *high)
{
	const char *end = s + n;
	const char *word = end;		/* where the word begins that is cut at "end" */
	char	   *bounds = cx_arena_alloc(arena, 2 * (n + 4));

	low->at = high->at = NULL;
	low->n = high->n = 0;
	if (bounds == NULL)
		return CX_ENOMEM;
	while (end > s)
	{
		const char *last = char_before(s, end);
		uint32_t	c = read_char(last, end);
		unsigned	letter = VC_LETTER(cx_viet_char(c));
		uint32_t	next = 0;
		char	   *at;

		if (letter != VL_NONE)
		{
			if (word >= end)
				for (word = last; word > s && cx_viet_char(read_char(char_before(s, word), word)) != 0;)
					word = char_before(s, word);
			if (word > s && (unsigned char) word[-1] >= 0x80)
			{
				end = word;
				continue;
			}
			/* a mark that comes next may yet shape the letter */
			for (next = next_letters[letter]; cx_viet_base[next] == cx_viet_base[letter];)
				next = next_letters[next];
			next = cx_viet_compose[next][0][0];
		}
		else if (c >= '0' && c <= '9')
		{
			next = c < '9' ? c + 1 : 0;
			word = end;
		}
		else
		{
			/* the letters that it belongs to are not looked at further */
			end = last;
			while (c >= 0x80 && end > s && (unsigned char) *char_before(s, end) > ' ')
				end = char_before(s, end);
			continue;
		}

		if (low->at == NULL)
		{
			memcpy(bounds, s, (size_t) (word - s));
			low->at = bounds;
			low->n = (uint32_t) (put_toneless(bounds + (word - s), word, end) - bounds);
			bounds += low->n;
		}
		if (next != 0)
		{
			/* a digit is no word */
			if (word > last)
				word = last;
			memcpy(bounds, s, (size_t) (word - s));
			at = put_toneless(bounds + (word - s), word, last);
			at += cx_utf8_put(next, at);
			high->at = bounds;
			high->n = (uint32_t) (at - bounds);
			return CX_OK;
		}
		end = last;
	}
	return CX_OK;
}
