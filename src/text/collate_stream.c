/*-------------------------------------------------------------------------
 *
 * collate_stream.c
 *	  Reading a text as a stream of weights.
 *
 * The weights are described in collate_weights.h.  A word is read letter by letter;
 * what its marks say is known at its end.  Where the places of marks are asked
 * for then, the word is read again.
 *
 *-------------------------------------------------------------------------
 */
#include "collate_stream.h"

/* ---- characters ------------------------------------------------------------ */

/* A mark on the letter: may shape it, or else is one that it bears; then true. */
static inline bool
bears_mark(uint8_t *viet, uint32_t c, uint32_t *id)
{
	unsigned	mark = cx_viet_mark(c);

	if (mark > CX_TONE_NANG && cx_viet_shape[*viet][mark] != VL_NONE)
	{
		*viet = cx_viet_shape[*viet][mark];
		return false;
	}
	*id = mark != 0 && mark <= CX_TONE_NANG ? mark : c;
	return true;
}

/* Any letter. */
static void
letter_parts(uint32_t c, MarkedLetter *letter)
{
	unsigned	entry = cx_viet_char(c);
	const MarkedChar *marked;

	letter->n = 0;
	if (entry != 0)
	{
		letter->viet = VC_LETTER(entry);
		if (VC_TONE(entry) != 0)
			letter->marks[letter->n++] = VC_TONE(entry);
		return;
	}
	marked = cx_marked_char(c);
	letter->c = marked != NULL ? marked->base : cx_collate_lower(c);
	letter->viet = VC_LETTER(cx_viet_char(letter->c));
	for (unsigned i = 0; marked != NULL && i < MARKED_MAX && marked->marks[i] != 0; i++)
		if (bears_mark(&letter->viet, marked->marks[i], &letter->marks[letter->n]))
			letter->n++;
}

/* ---- the stream -------------------------------------------------------------- */

static inline void
add_mark(WeightStream *s, uint32_t id)
{
	if (id <= CX_TONE_NANG && s->tone == 0)
	{
		s->tone = (uint8_t) id;
		s->place = s->n;
	}
	else
		s->many = true;
}

/* The marks behind a letter, and what cannot be seen. */
static uint8_t
walk_marks(WeightStream *s, uint8_t viet)
{
	while (s->at < s->end && (unsigned char) *s->at >= 0xC2)
	{
		const char *next = s->at;
		uint32_t	c = cx_viet_next(&next, s->end);
		CharKind	kind = cx_viet_char(c) != 0 ? CHAR_LETTER : cx_char_kind(c);
		uint32_t	id;

		if (kind == CHAR_MARK)
		{
			if (bears_mark(&viet, c, &id))
				add_mark(s, id);
		}
		else if (kind != CHAR_UNSEEN)
			break;
		s->at = next;
	}
	return viet;
}

/* The letter at the head of the stream; false, without moving, if none is there. */
static inline bool
walk_letter(WeightStream *s, uint32_t *weight)
{
	const char *p = s->at;
	uint8_t		viet;
	uint32_t	other = 0;

	if (p == s->end)
		return false;
	if ((unsigned char) *p < 0x80)
	{
		if (cx_ascii_weights[(unsigned char) *p] < W_LETTER)
			return false;
		viet = *p++ & 31;
	}
	else
	{
		uint32_t	c = cx_viet_next(&p, s->end);
		unsigned	entry = cx_viet_char(c);

		if (entry != 0)
		{
			viet = VC_LETTER(entry);
			if (VC_TONE(entry) != 0)
				add_mark(s, VC_TONE(entry));
		}
		else
		{
			MarkedLetter letter;

			if (cx_char_kind(c) != CHAR_LETTER)
				return false;
			letter_parts(c, &letter);
			for (unsigned i = 0; i < letter.n; i++)
				add_mark(s, letter.marks[i]);
			viet = letter.viet;
			other = letter.c;
		}
	}
	s->at = p;
	if (p < s->end && cx_may_be_mark(*p))
		viet = walk_marks(s, viet);
	s->letters[s->n++ % RING] = viet;
	*weight = WEIGHT(cx_letter_weights[viet]);
	if (viet == VL_NONE)
	{
		*weight = WEIGHT(W_OTHER) | other;
		s->foreign = true;
	}
	return true;
}

/* What follows where no word goes on. */
static uint32_t
walk_between(WeightStream *s)
{
	bool		space = false;
	uint32_t	weight;
	uint32_t	c;

	while (s->at < s->end)
	{
		const char *next = s->at;

		if (*next == ' ')
		{
			space = true;
			s->at++;
			continue;
		}
		if ((unsigned char) *next > ' ' && (unsigned char) *next < 0x80)
			break;
		c = cx_viet_next(&next, s->end);
		if (cx_viet_char(c) != 0)
			break;
		if (cx_char_kind(c) == CHAR_SPACE)
			space = true;
		else if (cx_char_kind(c) != CHAR_UNSEEN)
			break;
		s->at = next;
	}
	if (s->at == s->end)
		return WEIGHT(W_NOTHING);
	if (s->state == AFTER_SIGN && space)
	{
		s->state = AT_START;
		return WEIGHT(W_SPACE);
	}

	s->word = s->at;
	s->n = 0;
	s->place = 0;
	s->tone = 0;
	s->many = s->foreign = false;
	if (walk_letter(s, &weight))
	{
		s->state = IN_WORD;
		return weight;
	}

	if (s->state == AFTER_WORD && !space)
	{
		s->state = AT_START;
		return WEIGHT(W_JOIN);
	}
	s->state = AFTER_SIGN;
	c = cx_viet_next(&s->at, s->end);
	if (c < 0x80 && cx_ascii_weights[c] != 0)
		return WEIGHT(cx_ascii_weights[c]);
	return WEIGHT(W_SYMBOL) | c;
}

uint32_t
cx_stream_next(WeightStream *s)
{
	uint32_t	weight;

	if (s->state != IN_WORD)
		return walk_between(s);
	if (walk_letter(s, &weight))
		return weight;
	s->state = AFTER_WORD;
	return WEIGHT(s->many ? (uint32_t) W_END_MANY : W_END + (uint32_t) s->tone);
}

bool
cx_stream_at_syllable(WeightStream *s)
{
	if (s->foreign || s->n > VIET_SYLLABLE_LETTERS || !VIET_IS_VOWEL(s->letters[s->place]))
		return false;
	s->letters[s->n] = VL_NONE;
	return cx_viet_syllable(s->letters, s->tone) != 0;
}

/* ---- marks of a word that has ended ----------------------------------------------- */

void
cx_marks_start(MarkReader *r, const WeightStream *s)
{
	r->at = s->word;
	r->end = s->at;
	r->place = 0;
	r->letter.n = r->next = 0;
}

bool
cx_marks_next(MarkReader *r, uint32_t *place, uint32_t *id)
{
	for (;;)
	{
		uint32_t	c;

		if (r->next < r->letter.n)
		{
			*id = r->letter.marks[r->next++];
			break;
		}
		if (r->at >= r->end)
			return false;
		c = cx_viet_next(&r->at, r->end);
		if (cx_viet_char(c) == 0)
		{
			CharKind	kind = cx_char_kind(c);

			if (kind == CHAR_UNSEEN)
				continue;
			if (kind == CHAR_MARK)
			{
				if (!bears_mark(&r->letter.viet, c, id))
					continue;
				break;
			}
		}
		letter_parts(c, &r->letter);
		r->next = 0;
		r->place++;
	}
	*place = r->place - 1;
	return true;
}
