/*-------------------------------------------------------------------------
 *
 * viet.h
 *	  The Vietnamese repertoire: letters, tones and marks of every character
 *	  that Vietnamese is written with.  Internal to the text layer.
 *
 * A character of the repertoire is letter + tone + case: "Ế" is letter ê,
 * tone sắc, upper case.  One table takes characters to that and one takes it
 * back; everything that is quick in this layer is built on the two.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_VIET_H
#define CX_VIET_H

#include "cx_text.h"

/* Letters: a .. z are 1 .. 26 (byte & 31), then the Vietnamese ones; 0 is none. */
enum
{
	VL_NONE,
	VL_A, VL_B, VL_C, VL_D, VL_E, VL_F, VL_G, VL_H, VL_I, VL_J, VL_K, VL_L, VL_M,
	VL_N, VL_O, VL_P, VL_Q, VL_R, VL_S, VL_T, VL_U, VL_V, VL_W, VL_X, VL_Y, VL_Z,
	VL_DD,						/* đ */
	VL_AW, VL_AA, VL_EE, VL_OO, VL_OW, VL_UW,	/* ă â ê ô ơ ư */
	VL_COUNT
};

/* Combining marks: tones by their CxTone (1 .. 5), then those that shape a letter. */
enum
{
	VM_CIRCUMFLEX = 6, VM_BREVE, VM_HORN, VM_COUNT
};

/* An entry of cx_viet_chars: letter, tone, case.  0: not in the repertoire. */
#define VC_LETTER(e)	((e) & 0x3F)
#define VC_TONE(e)		((e) >> 6 & 7)
#define VC_TONED		0x200	/* has a tone other than ngang */
#define VC_LOOKALIKE	0x400	/* a letter that only looks like đ */
#define VC_UPPER		0x8000	/* the highest bit */

#define VIET_LATIN		0x2C0	/* the table holds U+0000 .. U+02BF ... */
#define VIET_EXTRA		0x1EA0	/* ... and U+1EA0 .. U+1EFF */
#define VIET_EXTRA_N	0x60

extern const uint16_t cx_viet_chars[VIET_LATIN + VIET_EXTRA_N];

static inline unsigned
cx_viet_char(uint32_t c)
{
	if (c < VIET_LATIN)
		return cx_viet_chars[c];
	if (c - VIET_EXTRA < VIET_EXTRA_N)
		return cx_viet_chars[VIET_LATIN + (c - VIET_EXTRA)];
	return 0;
}

/*
 * cx_utf8_next() with short cuts for what Vietnamese is written with; the lead
 * bytes C3 .. CC take in all of it in two bytes.
 */
static inline uint32_t
cx_viet_next(const char **at, const char *end)
{
	const unsigned char *p = (const unsigned char *) *at;

	if (p[0] < 0x80)
	{
		*at += 1;
		return p[0];
	}
	if (p[0] == 0xE1 && end - *at >= 3 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80)
	{
		*at += 3;
		return 0x1000 | (uint32_t) (p[1] & 0x3F) << 6 | (p[2] & 0x3F);
	}
	if (p[0] >= 0xC3 && p[0] <= 0xCC && end - *at >= 2 && (p[1] & 0xC0) == 0x80)
	{
		*at += 2;
		return (uint32_t) (p[0] & 0x1F) << 6 | (p[1] & 0x3F);
	}
	else
	{
		/* a pointer whose address is not taken above can stay in a register */
		const char *other = *at;
		uint32_t	c = cx_utf8_next(&other, end);

		*at = other;
		return c;
	}
}

/* [letter][upper][tone]: the character, or 0 */
extern const uint16_t cx_viet_compose[VL_COUNT][2][6];

/* [letter][mark]: the letter shaped by a mark, or 0; tones are no business of it */
extern const uint8_t cx_viet_shape[VL_COUNT][VM_COUNT];

/* The unshaped ASCII letter (for đ: 'd') and the mark that shapes it, or 0. */
extern const char cx_viet_base[VL_COUNT];
extern const uint8_t cx_viet_shaper[VL_COUNT];

/* The combining character of a mark. */
extern const uint16_t cx_viet_mark_char[VM_COUNT];

/* The mark of a combining character, or 0. */
static inline unsigned
cx_viet_mark(uint32_t c)
{
	switch (c)
	{
		case 0x0300:
			return CX_TONE_HUYEN;
		case 0x0309:
			return CX_TONE_HOI;
		case 0x0303:
			return CX_TONE_NGA;
		case 0x0301:
			return CX_TONE_SAC;
		case 0x0323:
			return CX_TONE_NANG;
		case 0x0302:
			return VM_CIRCUMFLEX;
		case 0x0306:
			return VM_BREVE;
		case 0x031B:
			return VM_HORN;
		default:
			return 0;
	}
}

#define VIET_IS_VOWEL(letter) \
	((letter) >= VL_AW || (UINT32_C(1) << (letter) & \
	 (1u << VL_A | 1u << VL_E | 1u << VL_I | 1u << VL_O | 1u << VL_U | 1u << VL_Y)) != 0)

/* Longest sequence of letters that may be a syllable: nghiêng. */
#define VIET_SYLLABLE_LETTERS	7

/* Code of at most VIET_SYLLABLE_LETTERS letters, or 0; VL_NONE stands behind the last. */
extern uint16_t cx_viet_syllable(const uint8_t *letters, unsigned tone);

#endif							/* CX_VIET_H */
