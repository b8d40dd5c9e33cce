/*-------------------------------------------------------------------------
 *
 * collate_weights.c
 *	  Tables of the weights of letters and signs.
 *
 * The alphabet is listed once, in its order; the rest is made of it by the
 * preprocessor.
 *
 *-------------------------------------------------------------------------
 */
#include "collate_weights.h"
#include "viet.h"

/* The order of the alphabet, and for each letter the one that it is without marks. */
#define ALPHABET(L) \
	L(VL_A, 0, 0) L(VL_AW, 1, 0) L(VL_AA, 2, 0) L(VL_B, 3, 3) L(VL_C, 4, 4) L(VL_D, 5, 5) L(VL_DD, 6, 5) \
	L(VL_E, 7, 7) L(VL_EE, 8, 7) L(VL_F, 9, 9) L(VL_G, 10, 10) L(VL_H, 11, 11) L(VL_I, 12, 12) L(VL_J, 13, 13) \
	L(VL_K, 14, 14) L(VL_L, 15, 15) L(VL_M, 16, 16) L(VL_N, 17, 17) L(VL_O, 18, 18) L(VL_OO, 19, 18) \
	L(VL_OW, 20, 18) L(VL_P, 21, 21) L(VL_Q, 22, 22) L(VL_R, 23, 23) L(VL_S, 24, 24) L(VL_T, 25, 25) \
	L(VL_U, 26, 26) L(VL_UW, 27, 26) L(VL_V, 28, 28) L(VL_W, 29, 29) L(VL_X, 30, 30) L(VL_Y, 31, 31) L(VL_Z, 32, 32)

const uint8_t cx_letter_weights[VL_COUNT] = {
#define L(letter, rank, bare) [letter] = W_LETTER + rank,
	ALPHABET(L)
#undef L
};

const uint8_t cx_bare_weights[VL_COUNT - 1] = {
#define L(letter, rank, bare) [rank] = W_LETTER + bare,
	ALPHABET(L)
#undef L
};

const uint8_t cx_weight_letters[VL_COUNT - 1] = {
#define L(letter, rank, bare) [rank] = letter,
	ALPHABET(L)
#undef L
};

#define P(c, n)		[c] = W_PUNCTUATION + n
#define A(c, l)		[c] = W_LETTER + (l),[(c) - 32] = W_LETTER + (l)

/* punctuation is in the order of CLDR */
const uint8_t cx_ascii_weights[128] = {
	P('_', 0), P('-', 1), P(',', 2), P(';', 3), P(':', 4), P('!', 5), P('?', 6), P('.', 7),
	P('\'', 8), P('"', 9), P('(', 10), P(')', 11), P('[', 12), P(']', 13), P('{', 14), P('}', 15),
	P('@', 16), P('*', 17), P('/', 18), P('\\', 19), P('&', 20), P('#', 21), P('%', 22), P('`', 23),
	P('^', 24), P('+', 25), P('<', 26), P('=', 27), P('>', 28), P('|', 29), P('~', 30), P('$', 31),
	['0'] = W_DIGIT,['1'] = W_DIGIT + 1,['2'] = W_DIGIT + 2,['3'] = W_DIGIT + 3,['4'] = W_DIGIT + 4,
	['5'] = W_DIGIT + 5,['6'] = W_DIGIT + 6,['7'] = W_DIGIT + 7,['8'] = W_DIGIT + 8,['9'] = W_DIGIT + 9,
	A('a', 0), A('b', 3), A('c', 4), A('d', 5), A('e', 7), A('f', 9), A('g', 10), A('h', 11), A('i', 12),
	A('j', 13), A('k', 14), A('l', 15), A('m', 16), A('n', 17), A('o', 18), A('p', 21), A('q', 22), A('r', 23),
	A('s', 24), A('t', 25), A('u', 26), A('v', 28), A('w', 29), A('x', 30), A('y', 31), A('z', 32),
};

#undef P
#undef A
