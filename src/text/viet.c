/*-------------------------------------------------------------------------
 *
 * viet.c
 *	  Tables of the Vietnamese repertoire.
 *
 * The twelve vowels are listed once, with the character of every tone in both
 * cases; the tables are that list turned either way by the preprocessor.  The
 * letters that look like đ are entries of the first table only: they are read
 * and never written.
 *
 *-------------------------------------------------------------------------
 */
#include "viet.h"

/* letter: ngang, huyền, hỏi, ngã, sắc, nặng in lower, then in upper case */
#define VOWELS(V) \
	V(VL_A,  'a',   0x00E0, 0x1EA3, 0x00E3, 0x00E1, 0x1EA1, 'A',   0x00C0, 0x1EA2, 0x00C3, 0x00C1, 0x1EA0) \
	V(VL_AW, 0x103, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF, 0x1EB7, 0x102, 0x1EB0, 0x1EB2, 0x1EB4, 0x1EAE, 0x1EB6) \
	V(VL_AA, 0x0E2, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD, 0x0C2, 0x1EA6, 0x1EA8, 0x1EAA, 0x1EA4, 0x1EAC) \
	V(VL_E,  'e',   0x00E8, 0x1EBB, 0x1EBD, 0x00E9, 0x1EB9, 'E',   0x00C8, 0x1EBA, 0x1EBC, 0x00C9, 0x1EB8) \
	V(VL_EE, 0x0EA, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7, 0x0CA, 0x1EC0, 0x1EC2, 0x1EC4, 0x1EBE, 0x1EC6) \
	V(VL_I,  'i',   0x00EC, 0x1EC9, 0x0129, 0x00ED, 0x1ECB, 'I',   0x00CC, 0x1EC8, 0x0128, 0x00CD, 0x1ECA) \
	V(VL_O,  'o',   0x00F2, 0x1ECF, 0x00F5, 0x00F3, 0x1ECD, 'O',   0x00D2, 0x1ECE, 0x00D5, 0x00D3, 0x1ECC) \
	V(VL_OO, 0x0F4, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1, 0x1ED9, 0x0D4, 0x1ED2, 0x1ED4, 0x1ED6, 0x1ED0, 0x1ED8) \
	V(VL_OW, 0x1A1, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3, 0x1A0, 0x1EDC, 0x1EDE, 0x1EE0, 0x1EDA, 0x1EE2) \
	V(VL_U,  'u',   0x00F9, 0x1EE7, 0x0169, 0x00FA, 0x1EE5, 'U',   0x00D9, 0x1EE6, 0x0168, 0x00DA, 0x1EE4) \
	V(VL_UW, 0x1B0, 0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1, 0x1AF, 0x1EEA, 0x1EEC, 0x1EEE, 0x1EE8, 0x1EF0) \
	V(VL_Y,  'y',   0x1EF3, 0x1EF7, 0x1EF9, 0x00FD, 0x1EF5, 'Y',   0x1EF2, 0x1EF6, 0x1EF8, 0x00DD, 0x1EF4)

/* all other letters: lower, upper */
#define CONSONANTS(C) \
	C(VL_B, 'b', 'B') C(VL_C, 'c', 'C') C(VL_D, 'd', 'D') C(VL_F, 'f', 'F') \
	C(VL_G, 'g', 'G') C(VL_H, 'h', 'H') C(VL_J, 'j', 'J') C(VL_K, 'k', 'K') \
	C(VL_L, 'l', 'L') C(VL_M, 'm', 'M') C(VL_N, 'n', 'N') C(VL_P, 'p', 'P') \
	C(VL_Q, 'q', 'Q') C(VL_R, 'r', 'R') C(VL_S, 's', 'S') C(VL_T, 't', 'T') \
	C(VL_V, 'v', 'V') C(VL_W, 'w', 'W') C(VL_X, 'x', 'X') C(VL_Z, 'z', 'Z') \
	C(VL_DD, 0x111, 0x110)

#define SLOT(c)				((c) < VIET_LATIN ? (c) : VIET_LATIN + ((c) - VIET_EXTRA))
#define CHAR(c, letter, tone, flags)	[SLOT(c)] = (letter) | (tone) << 6 | ((tone) != 0 ? VC_TONED : 0) | (flags)

#define VOWEL_CHARS(letter, l0, l1, l2, l3, l4, l5, u0, u1, u2, u3, u4, u5) \
	CHAR(l0, letter, 0, 0), CHAR(l1, letter, 1, 0), CHAR(l2, letter, 2, 0), \
	CHAR(l3, letter, 3, 0), CHAR(l4, letter, 4, 0), CHAR(l5, letter, 5, 0), \
	CHAR(u0, letter, 0, VC_UPPER), CHAR(u1, letter, 1, VC_UPPER), CHAR(u2, letter, 2, VC_UPPER), \
	CHAR(u3, letter, 3, VC_UPPER), CHAR(u4, letter, 4, VC_UPPER), CHAR(u5, letter, 5, VC_UPPER),
#define CONSONANT_CHARS(letter, lower, upper) \
	CHAR(lower, letter, 0, 0), CHAR(upper, letter, 0, VC_UPPER),

const uint16_t cx_viet_chars[VIET_LATIN + VIET_EXTRA_N] = {
	VOWELS(VOWEL_CHARS)
	CONSONANTS(CONSONANT_CHARS)
	CHAR(0x00D0, VL_DD, 0, VC_UPPER | VC_LOOKALIKE),	/* Ð, eth */
	CHAR(0x00F0, VL_DD, 0, VC_LOOKALIKE),	/* ð */
	CHAR(0x0189, VL_DD, 0, VC_UPPER | VC_LOOKALIKE),	/* Ɖ, African D */
	CHAR(0x0256, VL_DD, 0, VC_LOOKALIKE),	/* ɖ */
};

#define VOWEL_COMPOSE(letter, l0, l1, l2, l3, l4, l5, u0, u1, u2, u3, u4, u5) \
	[letter] = {{l0, l1, l2, l3, l4, l5}, {u0, u1, u2, u3, u4, u5}},
#define CONSONANT_COMPOSE(letter, lower, upper) \
	[letter] = {{lower}, {upper}},

const uint16_t cx_viet_compose[VL_COUNT][2][6] = {
	VOWELS(VOWEL_COMPOSE)
	CONSONANTS(CONSONANT_COMPOSE)
};

const uint8_t cx_viet_shape[VL_COUNT][VM_COUNT] = {
	[VL_A] = {[VM_CIRCUMFLEX] = VL_AA,[VM_BREVE] = VL_AW},
	[VL_E] = {[VM_CIRCUMFLEX] = VL_EE},
	[VL_O] = {[VM_CIRCUMFLEX] = VL_OO,[VM_HORN] = VL_OW},
	[VL_U] = {[VM_HORN] = VL_UW},
};

const char	cx_viet_base[VL_COUNT] = "\0abcdefghijklmnopqrstuvwxyzdaaeoou";

const uint8_t cx_viet_shaper[VL_COUNT] = {
	[VL_AW] = VM_BREVE,
	[VL_AA] = VM_CIRCUMFLEX,
	[VL_EE] = VM_CIRCUMFLEX,
	[VL_OO] = VM_CIRCUMFLEX,
	[VL_OW] = VM_HORN,
	[VL_UW] = VM_HORN,
};

const uint16_t cx_viet_mark_char[VM_COUNT] = {
	[CX_TONE_HUYEN] = 0x0300,
	[CX_TONE_HOI] = 0x0309,
	[CX_TONE_NGA] = 0x0303,
	[CX_TONE_SAC] = 0x0301,
	[CX_TONE_NANG] = 0x0323,
	[VM_CIRCUMFLEX] = 0x0302,
	[VM_BREVE] = 0x0306,
	[VM_HORN] = 0x031B,
};
