/*-------------------------------------------------------------------------
 *
 * word.c
 *	  Reading a run of letters: its extent, its letters, its syllable code and
 *	  its hash, in one pass.
 *
 * This is the inner loop of the tokenizer.  A character of the Vietnamese
 * repertoire costs a table look-up; ICU is asked about all others.
 *
 * For the syllable, letters are collected in a small ring without their tone;
 * a combining mark reshapes the last one or is the tone.  A second tone, a mark
 * that does not fit its letter, a foreign letter or an eighth letter means that
 * there is no syllable.
 *
 * The hash of a word is over its decomposed, lower-case form, which makes
 * it the same for NFC, NFD and anything between.  Letters go into it one after
 * the other and the marks of a letter are added to it, so that their order is
 * of no account:
 *
 *		letter:  h = (h ^ letter) * prime
 *		mark:    h = h + mark * odd constant
 *
 * A precomposed letter adds its marks from a table.
 *
 *-------------------------------------------------------------------------
 */
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "viet.h"

#define HASH_SEED		UINT32_C(0x811C9DC5)
#define HASH_LETTER(h, c)	(((h) ^ (uint32_t) (c)) * UINT32_C(0x01000193))
#define HASH_MARK(c)	((uint32_t) (c) * UINT32_C(0x9E3779B1))

/* a letter without its marks, and what the marks in it and its tone add to the hash */
static const uint16_t letter_hash[VL_COUNT] = {
	0, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
	'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
	0x111,
	'a', 'a', 'e', 'o', 'o', 'u',
};

static const uint32_t shape_hash[VL_COUNT] = {
	[VL_AW] = HASH_MARK(0x0306),
	[VL_AA] = HASH_MARK(0x0302),[VL_EE] = HASH_MARK(0x0302),[VL_OO] = HASH_MARK(0x0302),
	[VL_OW] = HASH_MARK(0x031B),[VL_UW] = HASH_MARK(0x031B),
};

static const uint32_t tone_hash[6] = {
	0, HASH_MARK(0x0300), HASH_MARK(0x0309), HASH_MARK(0x0303), HASH_MARK(0x0301), HASH_MARK(0x0323),
};

static inline uint32_t
hash_viet(uint32_t h, unsigned letter, unsigned tone)
{
	h = HASH_LETTER(h, letter_hash[letter]);
	return h + shape_hash[letter] + tone_hash[tone];
}

/* Any character: decompose, lower, add. */
static uint32_t
hash_char(uint32_t h, uint32_t c)
{
	unsigned	entry = cx_viet_char(c);
	UErrorCode	status = U_ZERO_ERROR;
	UChar		parts[32];
	int32_t		n = -1;

	if (entry != 0)
		return hash_viet(h, VC_LETTER(entry), VC_TONE(entry));

	if (c >= 0xC0)
		n = unorm2_getDecomposition(unorm2_getNFCInstance(&status), (UChar32) c, parts, 32, &status);
	if (n <= 0 || U_FAILURE(status))
	{
		n = 0;
		U16_APPEND_UNSAFE(parts, n, c);
	}
	for (int32_t i = 0; i < n;)
	{
		uint32_t	part;

		U16_NEXT_UNSAFE(parts, i, part);
		if (part >= 0x300 && u_getCombiningClass((UChar32) part) != 0)
			h += HASH_MARK(part);
		else
			h = HASH_LETTER(h, u_tolower((UChar32) part));
	}
	return h;
}

/* The multiplications carry upwards only; fold the high bits down. */
static uint32_t
hash_finish(uint32_t h)
{
	h ^= h >> 16;
	h *= UINT32_C(0x7FEB352D);
	h ^= h >> 15;
	return h;
}

/* Room for the letters of a syllable and the end mark; a power of two. */
#define RING	8

_Static_assert(RING > VIET_SYLLABLE_LETTERS, "no room for an end mark");

uint32_t
cx_word_hash(const char *s, size_t n)
{
	const char *end = s + n;
	uint32_t	h = HASH_SEED;

	while (s < end)
		h = hash_char(h, cx_utf8_next(&s, end));
	return hash_finish(h);
}

bool
cx_word_read(const char *start, const char *end, CxWord *word)
{
	const char *p = start;
	uint8_t		letters[RING];	/* of the repertoire; a syllable's never wrap
								 * around */
	uint32_t	n = 0;			/* how many of these */
	uint32_t	foreign = 0;	/* letters outside the repertoire */
	uint32_t	uppers = 0;
	unsigned	all = 0;		/* bits of all their entries */
	unsigned	twice = 0;		/* those that come more than once */
	bool		readable = true;	/* may still be a syllable */
	bool		composed = true;	/* no mark or foreign letter met */

	word->first_upper = false;
	for (;;)
	{
		const char *next = p;
		uint32_t	c = 0;
		unsigned	mark;

		while (p < end)
		{
			unsigned	entry;

			c = cx_viet_next(&next, end);
			entry = cx_viet_char(c);
			if (entry == 0)
				break;
			if (p == start)
				word->first_upper = (entry & VC_UPPER) != 0;
			letters[n++ % RING] = VC_LETTER(entry);
			uppers += (entry & VC_UPPER) != 0;
			twice |= all & entry;
			all |= entry;
			p = next;
		}
		if (p == end || c < 0x80)
			break;

		/* no letter of the repertoire: a mark on one, or something foreign */
		mark = cx_viet_mark(c);
		if (mark != 0)
		{
			uint8_t    *last = &letters[(n - 1) % RING];

			if (p == start)
				break;
			composed = false;
			if (n == 0 || !VIET_IS_VOWEL(*last))
				readable = false;
			else if (mark > CX_TONE_NANG)
			{
				*last = cx_viet_shape[*last][mark];
				if (*last == VL_NONE)
					readable = false;
			}
			else
			{
				twice |= all & VC_TONED;
				all |= mark << 6 | VC_TONED;
			}
		}
		else if (u_isalpha((UChar32) c))
		{
			if (u_isupper((UChar32) c) || u_istitle((UChar32) c))
			{
				if (p == start)
					word->first_upper = true;
				uppers++;
			}
			foreign++;
			readable = composed = false;
		}
		else if (p > start && (U_GET_GC_MASK((UChar32) c) & U_GC_M_MASK) != 0)
			readable = composed = false;
		else
			break;
		p = next;
	}

	word->bytes = (uint32_t) (p - start);
	word->letters = n + foreign;
	word->uppers = uppers;
	word->plain = composed && !(all & VC_LOOKALIKE);
	word->code = 0;
	if (readable && !(twice & VC_TONED) && n <= VIET_SYLLABLE_LETTERS)
	{
		letters[n] = VL_NONE;
		word->code = cx_viet_syllable(letters, VC_TONE(all));
	}
	return p > start;
}
