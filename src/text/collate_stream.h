/*-------------------------------------------------------------------------
 *
 * collate_stream.h
 *	  A text as a stream of weights.  Internal to the text layer.
 *
 * This reads any text, and slowly; collate_plain.h has short cuts.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_COLLATE_STREAM_H
#define CX_COLLATE_STREAM_H

#include "collate_chars.h"
#include "collate_weights.h"

/* Room for the letters of a syllable and the end mark; a power of two. */
#define RING	8

_Static_assert(RING > VIET_SYLLABLE_LETTERS, "no room for an end mark");

typedef struct WeightStream
{
	const char *at;
	const char *end;
	enum
	{
		AT_START,				/* or where a SPACE or JOIN was told */
		IN_WORD, AFTER_WORD, AFTER_SIGN
	}			state;

	/* the word */
	const char *word;
	uint32_t	n;				/* letters */
	uint32_t	place;			/* of the letter that bears the tone */
	uint8_t		tone;
	bool		many;			/* other marks than one tone */
	bool		foreign;		/* letters outside the repertoire */
	uint8_t		letters[RING];
} WeightStream;

static inline void
cx_stream_start(WeightStream *s, const char *at, const char *end)
{
	s->at = at;
	s->end = end;
	s->state = AT_START;
}

/* The next weight; W_NOTHING again and again at the end. */
extern uint32_t cx_stream_next(WeightStream *s);

/* Is the word that has just ended, with one tone, a syllable?  Then the place of the tone says nothing. */
extern bool cx_stream_at_syllable(WeightStream *s);

/* ---- marks of a word that has ended ----------------------------------------------- */

/* A letter without case and marks, and the marks that it bears: tones by CxTone, others by code point. */
typedef struct MarkedLetter
{
	uint8_t		viet;			/* the letter of the repertoire, or VL_NONE */
	uint32_t	c;				/* if none */
	unsigned	n;
	uint32_t	marks[MARKED_MAX];
} MarkedLetter;

typedef struct MarkReader
{
	const char *at;
	const char *end;
	uint32_t	place;			/* of the letter, counted from 1 */
	MarkedLetter letter;
	unsigned	next;			/* of its own marks */
} MarkReader;

extern void cx_marks_start(MarkReader *r, const WeightStream *s);

/* The next mark and the place of its letter, counted from 0; false if there is no more. */
extern bool cx_marks_next(MarkReader *r, uint32_t *place, uint32_t *id);

#endif							/* CX_COLLATE_STREAM_H */
