/*-------------------------------------------------------------------------
 *
 * collate_plain.h
 *	  Short cuts for the words that nearly all words are.  Internal to the text layer.
 *
 * These are letters of the repertoire, one character each, with a space or the end
 * of the text behind.  They are read here without a stream.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_COLLATE_PLAIN_H
#define CX_COLLATE_PLAIN_H

#include <limits.h>

#include "collate_stream.h"

#define UNUSUAL		UINT_MAX

/* plain_char() of what is not ASCII */
static inline unsigned
plain_marked_char(const char **at, const char *end)
{
	const char *p = *at;
	unsigned	entry = cx_viet_char(cx_viet_next(&p, end));

	if (entry == 0 || (p < end && cx_may_be_mark(*p)))
		return UNUSUAL;
	*at = p;
	return entry;
}

/*
 * The entry of the letter at *p; 0, without moving, if a word ends there, UNUSUAL if
 * there is anything that needs a closer look.
 */
static inline unsigned
plain_char(const char **at, const char *end)
{
	const char *p = *at;
	unsigned	entry;

	if (p == end)
		return 0;
	if ((unsigned char) *p >= 0x80)
		return plain_marked_char(at, end);
	entry = cx_viet_chars[(unsigned char) *p++];
	if (entry == 0)
		return 0;
	*at = p;
	return p < end && cx_may_be_mark(*p) ? UNUSUAL : entry;
}

typedef struct PlainTone
{
	unsigned	tones;			/* how many letters bear one */
	unsigned	tone;
	unsigned	place;
} PlainTone;

/* The weight of the letter at *p, which is the n-th of its word; 0 and UNUSUAL as above. */
static inline unsigned
plain_letter(const char **at, const char *end, unsigned n, PlainTone *tone)
{
	unsigned	entry = plain_char(at, end);

	if (entry == 0 || entry == UNUSUAL)
		return entry;
	tone->tones += (entry & VC_TONED) != 0;
	tone->tone |= VC_TONE(entry);
	tone->place = entry & VC_TONED ? n : tone->place;
	return cx_letter_weights[VC_LETTER(entry)];
}

/*
 * A word that is plain, with its end: in how many weights; 0, without moving, if it
 * is not.  If the place of a tone is asked about, it is not plain where that counts.
 */
static inline unsigned
plain_word(const char **at, const char *end, bool placed, uint8_t weights[RING])
{
	const char *p = *at;
	PlainTone	tone = {0, 0, 0};
	unsigned	n;
	unsigned	weight = 0;

	for (n = 0; n < RING && (weight = plain_letter(&p, end, n, &tone)) != 0 && weight != UNUSUAL; n++)
		weights[n] = (uint8_t) weight;
	if (n == 0 || n == RING || weight == UNUSUAL || tone.tones > 1)
		return 0;
	if (placed && tone.tones != 0)
	{
		uint8_t		letters[RING];

		for (unsigned i = 0; i < n; i++)
			letters[i] = cx_weight_letters[weights[i] - W_LETTER];
		letters[n] = VL_NONE;
		if (!VIET_IS_VOWEL(letters[tone.place]) || cx_viet_syllable(letters, tone.tone) == 0)
			return 0;
	}
	weights[n++] = (uint8_t) (W_END + tone.tone);
	*at = p;
	return n;
}

/* plain_word() where a stream is, if it is before a word. */
static inline unsigned
stream_plain_word(WeightStream *s, bool placed, uint8_t weights[RING])
{
	const char *p = s->at;
	unsigned	n;

	if (s->state == AFTER_WORD && p < s->end && *p == ' ')
		p++;
	else if (s->state != AT_START)
		return 0;
	n = plain_word(&p, s->end, placed, weights);
	if (n != 0)
	{
		s->at = p;
		s->state = AFTER_WORD;
	}
	return n;
}

#endif							/* CX_COLLATE_PLAIN_H */
