/*-------------------------------------------------------------------------
 *
 * collate_weights.h
 *	  The weights that Vietnamese texts are ordered by.  Internal to the text layer.
 *
 * A text is read as a stream of weights, and everything is told from the
 * streams alone: texts are equal if their streams are, the stream that differs
 * first or ends first decides the order, the key and the hash are the stream
 * itself.  So the three agree by construction.
 *
 * A word is a run of letters.  It gives the weights of its letters, then an
 * END, which stands below all letters and holds the tone:
 *
 *		ba         b a END0
 *		ba hoa     b a END0 h o a END0
 *		bà         b a END1
 *		bà con     b a END1 c o n END0
 *		bàng       b a n g END1
 *
 * which is how dictionaries order: by letters, then by tone, one syllable after
 * the other.  The place of the tone mark is no part of it, nor is case, nor
 * whether a letter is one character or one with combining marks.
 *
 * Where the word is no Vietnamese syllable the place counts ("café", "cáfe"), and
 * words may bear any number of marks ("résumé").  Then a PLACE for each mark
 * follows the END; END_MANY is that of words with other marks than one tone.
 *
 * White space between two words needs no weight: without it they would be one.
 * So what is marked behind a word is its absence, by JOIN, which stands above
 * everything, and elsewhere its presence, by SPACE, which stands below
 * everything.  Hence "a b" < "a-b" < "a1" < "ab".  At the ends of a text white
 * space counts nothing, and characters that cannot be seen count nowhere.
 *
 * A weight is one byte; three bytes of code point follow where the
 * character has no weight of its own, and seven bytes follow PLACE:
 *
 *		SPACE  END0 .. END5 END_MANY  _ - , ; : ! ? ...  SYMBOL  0 .. 9
 *		a ă â b c d đ e ê ... z  OTHER  JOIN  PLACE
 *
 * Two streams never run into each other: what follows a weight is told by that
 * weight.  Indexes rest on this order.  It depends on tables in this folder alone,
 * on no locale and no version of Unicode, and must stay as it is for ever.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_COLLATE_WEIGHTS_H
#define CX_COLLATE_WEIGHTS_H

#include "viet.h"

enum
{
	W_NOTHING,					/* the text is over */
	W_SPACE,
	W_END,						/* + tone */
	W_END_MANY = W_END + 6,
	W_PUNCTUATION,				/* + place in the order of CLDR */
	W_SYMBOL = W_PUNCTUATION + 32,
	W_DIGIT,
	W_LETTER = W_DIGIT + 10,	/* + rank in the alphabet */
	W_OTHER = W_LETTER + VL_COUNT - 1,
	W_JOIN,
	W_PLACE
};

/* A weight with what follows it, as one number. */
#define WEIGHT(w)		((uint32_t) (w) << 24)
#define WEIGHT_OF(x)	((x) >> 24)

/* The weight of a letter, and of the same letter without marks, by its rank; the letter of a rank. */
extern const uint8_t cx_letter_weights[VL_COUNT];
extern const uint8_t cx_bare_weights[VL_COUNT - 1];
extern const uint8_t cx_weight_letters[VL_COUNT - 1];

/* 0: white space or a control character */
extern const uint8_t cx_ascii_weights[128];

#endif							/* CX_COLLATE_WEIGHTS_H */
