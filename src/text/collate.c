/*-------------------------------------------------------------------------
 *
 * collate.c
 *	  Vietnamese collation: order, equality and keys of texts.
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
 * Texts are to be in form C, or what cx_collate_ready() accepts.
 *
 *-------------------------------------------------------------------------
 */
#include <limits.h>
#include <string.h>

#include "collate_chars.h"
#include "viet.h"

enum
{
	W_NOTHING,					/* the text is over */
	W_SPACE,
	W_END,						/* + tone */
	W_END_MANY = W_END + 6,
	W_PUNCTUATION,				/* + place in ASCII_PUNCTUATION */
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

/* The order of the alphabet, and for each letter the one that it is without marks. */
#define ALPHABET(L) \
	L(VL_A, 0, 0) L(VL_AW, 1, 0) L(VL_AA, 2, 0) L(VL_B, 3, 3) L(VL_C, 4, 4) L(VL_D, 5, 5) L(VL_DD, 6, 5) \
	L(VL_E, 7, 7) L(VL_EE, 8, 7) L(VL_F, 9, 9) L(VL_G, 10, 10) L(VL_H, 11, 11) L(VL_I, 12, 12) L(VL_J, 13, 13) \
	L(VL_K, 14, 14) L(VL_L, 15, 15) L(VL_M, 16, 16) L(VL_N, 17, 17) L(VL_O, 18, 18) L(VL_OO, 19, 18) \
	L(VL_OW, 20, 18) L(VL_P, 21, 21) L(VL_Q, 22, 22) L(VL_R, 23, 23) L(VL_S, 24, 24) L(VL_T, 25, 25) \
	L(VL_U, 26, 26) L(VL_UW, 27, 26) L(VL_V, 28, 28) L(VL_W, 29, 29) L(VL_X, 30, 30) L(VL_Y, 31, 31) L(VL_Z, 32, 32)

static const uint8_t letter_weights[VL_COUNT] = {
#define L(letter, rank, bare) [letter] = W_LETTER + rank,
	ALPHABET(L)
#undef L
};

static const uint8_t bare_weights[VL_COUNT - 1] = {
#define L(letter, rank, bare) [rank] = W_LETTER + bare,
	ALPHABET(L)
#undef L
};

static const uint8_t weight_letters[VL_COUNT - 1] = {
#define L(letter, rank, bare) [rank] = letter,
	ALPHABET(L)
#undef L
};

/* the letter that follows in the alphabet */
static const uint8_t next_letters[VL_COUNT] = {
	[VL_A] = VL_AW,[VL_AW] = VL_AA,[VL_AA] = VL_B,[VL_B] = VL_C,[VL_C] = VL_D,[VL_D] = VL_DD,[VL_DD] = VL_E,
	[VL_E] = VL_EE,[VL_EE] = VL_F,[VL_F] = VL_G,[VL_G] = VL_H,[VL_H] = VL_I,[VL_I] = VL_J,[VL_J] = VL_K,
	[VL_K] = VL_L,[VL_L] = VL_M,[VL_M] = VL_N,[VL_N] = VL_O,[VL_O] = VL_OO,[VL_OO] = VL_OW,[VL_OW] = VL_P,
	[VL_P] = VL_Q,[VL_Q] = VL_R,[VL_R] = VL_S,[VL_S] = VL_T,[VL_T] = VL_U,[VL_U] = VL_UW,[VL_UW] = VL_V,
	[VL_V] = VL_W,[VL_W] = VL_X,[VL_X] = VL_Y,[VL_Y] = VL_Z,
};

#define P(c, n)		[c] = W_PUNCTUATION + n
#define A(c, l)		[c] = W_LETTER + (l),[(c) - 32] = W_LETTER + (l)

/* 0: white space or a control character; punctuation is in the order of CLDR */
static const uint8_t ascii_weights[128] = {
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

/* ---- characters ------------------------------------------------------------ */

/* A letter without case and marks, and the marks that it bears: tones by CxTone, others by code point. */
typedef struct Letter
{
	uint8_t		viet;			/* the letter of the repertoire, or VL_NONE */
	uint32_t	c;				/* if none */
	unsigned	n;
	uint32_t	marks[MARKED_MAX];
} Letter;

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
letter_parts(uint32_t c, Letter *letter)
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

/* Room for the letters of a syllable and the end mark; a power of two. */
#define RING	8

_Static_assert(RING > VIET_SYLLABLE_LETTERS, "no room for an end mark");

typedef struct Stream
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
} Stream;

static void
stream_start(Stream *s, const char *at, const char *end)
{
	s->at = at;
	s->end = end;
	s->state = AT_START;
}

static inline void
add_mark(Stream *s, uint32_t id)
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
walk_marks(Stream *s, uint8_t viet)
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

/* Is it a first byte of marks or of what cannot be seen?  No letter of the repertoire begins with one. */
static const bool mark_leads[256] = {
	[0xC2] = true,[0xCC] = true,[0xCD] = true,[0xE2] = true,[0xEF] = true,
};

static inline bool
may_be_mark(char first)
{
	return mark_leads[(unsigned char) first];
}

/* The letter at the head of the stream; false, without moving, if none is there. */
static inline bool
walk_letter(Stream *s, uint32_t *weight)
{
	const char *p = s->at;
	uint8_t		viet;
	uint32_t	other = 0;

	if (p == s->end)
		return false;
	if ((unsigned char) *p < 0x80)
	{
		if (ascii_weights[(unsigned char) *p] < W_LETTER)
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
			Letter		letter;

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
	if (p < s->end && may_be_mark(*p))
		viet = walk_marks(s, viet);
	s->letters[s->n++ % RING] = viet;
	*weight = WEIGHT(letter_weights[viet]);
	if (viet == VL_NONE)
	{
		*weight = WEIGHT(W_OTHER) | other;
		s->foreign = true;
	}
	return true;
}

/* What follows where no word goes on. */
static uint32_t
walk_between(Stream *s)
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
	if (c < 0x80 && ascii_weights[c] != 0)
		return WEIGHT(ascii_weights[c]);
	return WEIGHT(W_SYMBOL) | c;
}

static inline uint32_t
stream_next(Stream *s)
{
	uint32_t	weight;

	if (s->state != IN_WORD)
		return walk_between(s);
	if (walk_letter(s, &weight))
		return weight;
	s->state = AFTER_WORD;
	return WEIGHT(s->many ? (uint32_t) W_END_MANY : W_END + (uint32_t) s->tone);
}

/* stream_next() of the text without its marks */
static inline uint32_t
stream_next_bare(Stream *s)
{
	uint32_t	weight = stream_next(s);
	uint32_t	w = WEIGHT_OF(weight);

	if (w >= W_LETTER && w < W_OTHER)
		return WEIGHT(bare_weights[w - W_LETTER]);
	if (w > W_END && w <= W_END_MANY)
		return WEIGHT(W_END);
	return weight;
}

/* Is the word that has just ended, with one tone, a syllable?  Then the place of the tone says nothing. */
static bool
is_syllable(Stream *s)
{
	if (s->foreign || s->n > VIET_SYLLABLE_LETTERS || !VIET_IS_VOWEL(s->letters[s->place]))
		return false;
	s->letters[s->n] = VL_NONE;
	return cx_viet_syllable(s->letters, s->tone) != 0;
}

/* ---- marks of a word that has ended ----------------------------------------------- */

typedef struct MarkReader
{
	const char *at;
	const char *end;
	uint32_t	place;			/* of the letter, counted from 1 */
	Letter		letter;
	unsigned	next;			/* of its own marks */
} MarkReader;

static void
marks_start(MarkReader *r, const Stream *s)
{
	r->at = s->word;
	r->end = s->at;
	r->place = 0;
	r->letter.n = r->next = 0;
}

/* The next mark and the place of its letter, counted from 0; false if there is no more. */
static bool
marks_next(MarkReader *r, uint32_t *place, uint32_t *id)
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

/*
 * Two words have ended that are the same but perhaps for the marks on them: the
 * same tone, or END_MANY.  The order is that of the bytes that follow END in the
 * key: a mark that comes earlier is greater.
 */
static int
compare_marks(Stream *a, Stream *b)
{
	MarkReader	ra,
				rb;

	if (!a->many)
	{
		bool		a_syllable;
		bool		b_syllable;

		if (a->place == b->place)
			return 0;
		a_syllable = is_syllable(a);
		b_syllable = is_syllable(b);
		if (a_syllable || b_syllable)
			return (int) b_syllable - (int) a_syllable;
		return a->place < b->place ? 1 : -1;
	}
	marks_start(&ra, a);
	marks_start(&rb, b);
	for (;;)
	{
		uint32_t	a_place,
					b_place,
					a_id,
					b_id;
		bool		a_more = marks_next(&ra, &a_place, &a_id);
		bool		b_more = marks_next(&rb, &b_place, &b_id);

		if (!a_more || !b_more)
			return (int) a_more - (int) b_more;
		if (a_place != b_place)
			return a_place < b_place ? 1 : -1;
		if (a_id != b_id)
			return a_id < b_id ? -1 : 1;
	}
}

/* ---- short cuts ------------------------------------------------------------------ */

/*
 * Nearly all words are letters of the repertoire, one character each, with a space
 * or the end of the text behind.  Those are read here without a Stream.
 */
#define UNUSUAL		UINT_MAX

/* plain_char() of what is not ASCII */
static inline unsigned
plain_marked_char(const char **at, const char *end)
{
	const char *p = *at;
	unsigned	entry = cx_viet_char(cx_viet_next(&p, end));

	if (entry == 0 || (p < end && may_be_mark(*p)))
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
	return p < end && may_be_mark(*p) ? UNUSUAL : entry;
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
	return letter_weights[VC_LETTER(entry)];
}

/* A word that is plain, with its end: in how many weights; 0, without moving, if it is not. */
static inline unsigned
plain_word(const char **at, const char *end, uint8_t weights[RING])
{
	const char *p = *at;
	PlainTone	tone = {0, 0, 0};
	unsigned	n;
	unsigned	weight = 0;

	for (n = 0; n < RING && (weight = plain_letter(&p, end, n, &tone)) != 0 && weight != UNUSUAL; n++)
		weights[n] = (uint8_t) weight;
	if (n == 0 || n == RING || weight == UNUSUAL || tone.tones > 1)
		return 0;
	if (tone.tones != 0)
	{
		uint8_t		letters[RING];

		for (unsigned i = 0; i < n; i++)
			letters[i] = weight_letters[weights[i] - W_LETTER];
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
stream_plain_word(Stream *s, uint8_t weights[RING])
{
	const char *p = s->at;
	unsigned	n;

	if (s->state == AFTER_WORD && p < s->end && *p == ' ')
		p++;
	else if (s->state != AT_START)
		return 0;
	n = plain_word(&p, s->end, weights);
	if (n != 0)
	{
		s->at = p;
		s->state = AFTER_WORD;
	}
	return n;
}

/* Are a space and a word with a plain letter at its head at p, which is not the end? */
static inline bool
plain_word_follows(const char *p, const char *end)
{
	PlainTone	tone = {0, 0, 0};
	unsigned	weight;

	if (*p++ != ' ')
		return false;
	weight = plain_letter(&p, end, 0, &tone);
	return weight != 0 && weight != UNUSUAL;
}

/*
 * Compare as long as the words are plain and their letters the same.  True if
 * that was enough; else *a and *b are before the words that are to be looked at
 * closer, or behind words that are the same if "ended".
 */
static inline bool
compare_plain(const char **a, const char *a_end, const char **b, const char *b_end, bool *ended, int *order)
{
	*ended = false;
	for (;;)
	{
		const char *p = *a;
		const char *q = *b;
		PlainTone	p_tone = {0, 0, 0};
		PlainTone	q_tone = {0, 0, 0};
		unsigned	n = 0;
		unsigned	x,
					y;

		for (;;)
		{
			x = plain_letter(&p, a_end, n, &p_tone);
			y = plain_letter(&q, b_end, n, &q_tone);
			if (x != y || x == 0 || x == UNUSUAL)
				break;
			n++;
		}

		/* what stands where no word begins is not for here to say */
		if (x == UNUSUAL || y == UNUSUAL || (n == 0 && (x == 0 || y == 0)))
			return false;
		*order = x < y ? -1 : 1;
		if (x != y)
			return true;
		if (p_tone.tones > 1 || q_tone.tones > 1)
			return false;
		*order = p_tone.tone < q_tone.tone ? -1 : 1;
		if (p_tone.tone != q_tone.tone)
			return true;
		if (p_tone.place != q_tone.place)
			return false;
		*a = p;
		*b = q;
		*ended = true;
		if (p < a_end && *p == ' ' && q < b_end && *q == ' ')
		{
			*a = p + 1;
			*b = q + 1;
			*ended = false;
			continue;
		}

		/* one may be over where in the other a word follows */
		*order = (p < a_end) - (q < b_end);
		if (*order == 0)
			return p == a_end;
		return *order > 0 ? plain_word_follows(p, a_end) : plain_word_follows(q, b_end);
	}
}

/* ---- comparison ------------------------------------------------------------------- */

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define FIRST_BYTE(x)	((size_t) __builtin_ctzll(x) / 8)
#elif defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define FIRST_BYTE(x)	((size_t) __builtin_clzll(x) / 8)
#endif

/* Which bits of the eight bytes differ. */
static inline uint64_t
different_bits(const char *a, const char *b)
{
	uint64_t	x,
				y;

	memcpy(&x, a, 8);
	memcpy(&y, b, 8);
	return x ^ y;
}

/* The first byte at which the two differ, or n. */
static inline size_t
common_bytes(const char *a, const char *b, size_t n)
{
	size_t		i = 0;

#ifdef FIRST_BYTE
	uint64_t	different;

	if (n >= 8)
	{
		for (; n - i > 8; i += 8)
			if ((different = different_bits(a + i, b + i)) != 0)
				return i + FIRST_BYTE(different);
		/* the last eight, some of which may have been looked at */
		different = different_bits(a + n - 8, b + n - 8);
		return different != 0 ? n - 8 + FIRST_BYTE(different) : n;
	}
#endif
	while (i < n && a[i] == b[i])
		i++;
	return i;
}

/* Does a letter of the repertoire end at s + n, in one character? */
static inline bool
letter_before(const char *s, size_t n)
{
	size_t		letter;
	const char *p;

	if (n == 0)
		return false;
	letter = n - 1;
	while (letter > 0 && n - letter < 4 && ((unsigned char) s[letter] & 0xC0) == 0x80)
		letter--;
	p = s + letter;
	return cx_viet_char(cx_viet_next(&p, s + n)) != 0 && p == s + n;
}

/*
 * Where to begin reading two texts of which the first n bytes are the same but for
 * case: the last space among these that stands behind a letter, or 0.
 */
static inline size_t
common_words(const char *s, size_t n)
{
	while (n >= 2)
	{
		n--;
		if (s[n] == ' ' && letter_before(s, n))
			return n;
	}
	return 0;
}

/*
 * The order of two texts that are the same up to byte *n, or to the end of one.
 * Nearly always the next characters are different letters, or one is and a word
 * ends in the other text; then these decide, and 0 means that it is not so easy.
 * Letters that differ in case alone are the same: *n is moved behind them.
 */
static inline int
compare_letters(const char *a, size_t an, const char *b, size_t bn, size_t *n)
{
	size_t		shorter = an < bn ? an : bn;
	size_t		i = *n;

	for (;;)
	{
		const char *p;
		const char *q;
		unsigned	x,
					y;

		if (i < shorter && ((a[i] | b[i]) & 0x80) == 0)
		{
			x = cx_viet_chars[(unsigned char) a[i]];
			y = cx_viet_chars[(unsigned char) b[i]];
			p = a + i + 1;
			q = b + i + 1;
			if ((p < a + an && may_be_mark(*p)) || (q < b + bn && may_be_mark(*q)))
				return 0;
		}
		else
		{
			while (i > 0 && ((i < an && ((unsigned char) a[i] & 0xC0) == 0x80) || (i < bn && ((unsigned char) b[i] & 0xC0) == 0x80)))
				i--;
			p = a + i;
			q = b + i;
			x = plain_char(&p, a + an);
			y = plain_char(&q, b + bn);
		}
		if (x == UNUSUAL || y == UNUSUAL)
			return 0;
		if ((x ^ y) == VC_UPPER)
		{
			for (i = (size_t) (p - a); i < shorter && a[i] == b[i]; i++)
				;
			*n = i;
			if (i == an && i == bn)
				return 0;
			continue;
		}
		x = letter_weights[VC_LETTER(x)];
		y = letter_weights[VC_LETTER(y)];
		if (x == y || ((x == 0 || y == 0) && !letter_before(a, i)))
			return 0;
		return x < y ? -1 : 1;
	}
}

/* cx_collate_compare() of texts of which the first n bytes are the same but for case */
static int
compare_words(const char *a, size_t an, const char *b, size_t bn, size_t n)
{
	size_t		from = common_words(a, n);
	const char *p = a + from + (from > 0);
	const char *q = b + from + (from > 0);
	bool		ended;
	int			result;
	Stream		sa,
				sb;

	if (compare_plain(&p, a + an, &q, b + bn, &ended, &result))
		return result;

	/* the space before a word is read again */
	if (!ended && p > a)
	{
		p--;
		q--;
		ended = true;
	}
	stream_start(&sa, p, a + an);
	stream_start(&sb, q, b + bn);
	if (ended)
		sa.state = sb.state = AFTER_WORD;
	for (;;)
	{
		uint32_t	x = stream_next(&sa);
		uint32_t	y = stream_next(&sb);

		if (x != y)
			return x < y ? -1 : 1;
		if (x > WEIGHT(W_END) && x <= WEIGHT(W_END_MANY))
		{
			int			order = compare_marks(&sa, &sb);

			if (order != 0)
				return order;
		}
		else if (x == WEIGHT(W_NOTHING))
			return 0;
	}
}

int
cx_collate_compare(const char *a, size_t an, const char *b, size_t bn)
{
	size_t		n = common_bytes(a, b, an < bn ? an : bn);
	int			order;

	if (n == an && n == bn)
		return 0;
	order = compare_letters(a, an, b, bn, &n);
	if (order != 0 || (n == an && n == bn))
		return order;
	return compare_words(a, an, b, bn, n);
}

bool
cx_collate_match(const char *value, size_t value_n, const char *query, size_t query_n)
{
	Stream		v,
				q;

	stream_start(&v, value, value + value_n);
	stream_start(&q, query, query + query_n);
	for (;;)
	{
		uint32_t	x = stream_next(&v);
		uint32_t	y = stream_next(&q);
		uint32_t	w = WEIGHT_OF(x);

		if (y == WEIGHT(W_NOTHING))
			return x == y;
		if (w >= W_LETTER && w < W_OTHER)
		{
			/* đ is typed as d */
			if (x != y && y != WEIGHT(bare_weights[w - W_LETTER]))
				return false;
		}
		else if (w >= W_END && w <= W_END_MANY)
		{
			MarkReader	rv,
						rq;
			uint32_t	v_place,
						q_place,
						v_id,
						q_id;

			if (WEIGHT_OF(y) < W_END || WEIGHT_OF(y) > W_END_MANY)
				return false;
			if (y == WEIGHT(W_END) || (x == y && !v.many && (v.place == q.place || is_syllable(&v))))
				continue;
			/* every mark that was typed must be there */
			marks_start(&rv, &v);
			marks_start(&rq, &q);
			while (marks_next(&rq, &q_place, &q_id))
			{
				do
				{
					if (!marks_next(&rv, &v_place, &v_id))
						return false;
				} while (v_place != q_place || v_id != q_id);
			}
		}
		else if (x != y)
			return false;
	}
}

bool
cx_collate_ready(const char *s, size_t n)
{
	const char *p = s;
	const char *end = s + n;
	uint8_t		viet = VL_NONE; /* the letter before p */
	bool		toned = false;

	while (p < end)
	{
		unsigned char first = (unsigned char) *p;

		if (first < 0x80)
		{
			viet = ascii_weights[first] >= W_LETTER ? first & 31 : VL_NONE;
			toned = false;
			p++;
		}
		else if (first == 0xCC || first == 0xCD)
		{
			unsigned	mark = cx_viet_mark(cx_viet_next(&p, end));

			if (viet == VL_NONE || mark == 0)
				return false;
			if (mark <= CX_TONE_NANG)
			{
				if (toned)
					return false;
				toned = true;
			}
			else if ((viet = cx_viet_shape[viet][mark]) == VL_NONE)
				return false;
		}
		else if (first <= 0xCB || (first == 0xE1 && end - p >= 3 && (unsigned char) p[1] >= 0xB8 && (unsigned char) p[1] <= 0xBB) ||
				 (first == 0xE2 && end - p >= 3 && (unsigned char) p[1] <= 0x83))
		{
			/* all of these are in form C, and so is any sequence of them */
			unsigned	entry = cx_viet_char(cx_viet_next(&p, end));

			viet = entry & VC_LOOKALIKE ? VL_NONE : VC_LETTER(entry);
			toned = VC_TONE(entry) != 0;
		}
		else
			return false;
	}
	return true;
}

/* ---- keys --------------------------------------------------------------------------- */

/* The longest that is written at a time. */
#define KEY_PIECE		16

typedef struct KeyWriter
{
	CxKeySink	sink;
	void	   *ctx;
	size_t		n;
	uint8_t		chunk[CX_KEY_CHUNK + KEY_PIECE];
} KeyWriter;

/* A piece has been written. */
static inline void
key_wrote(KeyWriter *w, size_t n)
{
	w->n += n;
	if (w->n >= CX_KEY_CHUNK)
	{
		w->sink(w->ctx, w->chunk, CX_KEY_CHUNK);
		w->n -= CX_KEY_CHUNK;
		memcpy(w->chunk, w->chunk + CX_KEY_CHUNK, w->n);
	}
}

/* Write a number of the given width, the highest byte first. */
static void
key_put(KeyWriter *w, uint64_t value, unsigned bytes)
{
	for (unsigned i = 0; i < bytes; i++)
		w->chunk[w->n + i] = (uint8_t) (value >> 8 * (bytes - 1 - i));
	key_wrote(w, bytes);
}

static void
key_put_place(KeyWriter *w, uint32_t place, uint32_t id)
{
	key_put(w, W_PLACE, 1);
	key_put(w, UINT32_MAX - place, 4);
	key_put(w, id, 3);
}

void
cx_collate_key(const char *s, size_t n, bool bare, CxKeySink sink, void *ctx)
{
	KeyWriter	w;
	Stream		stream;
	uint32_t	weight;

	w.sink = sink;
	w.ctx = ctx;
	w.n = 0;
	stream_start(&stream, s, s + n);
	for (;;)
	{
		unsigned	plain = bare ? 0 : stream_plain_word(&stream, w.chunk + w.n);

		if (plain != 0)
		{
			key_wrote(&w, plain);
			continue;
		}
		weight = bare ? stream_next_bare(&stream) : stream_next(&stream);
		if (weight == WEIGHT(W_NOTHING))
			break;
		if (WEIGHT_OF(weight) == W_SYMBOL || WEIGHT_OF(weight) == W_OTHER)
			key_put(&w, weight, 4);
		else
			key_put(&w, WEIGHT_OF(weight), 1);
		if (weight == WEIGHT(W_END_MANY))
		{
			MarkReader	r;
			uint32_t	place,
						id;

			marks_start(&r, &stream);
			while (marks_next(&r, &place, &id))
				key_put_place(&w, place, id);
		}
		else if (weight > WEIGHT(W_END) && weight < WEIGHT(W_END_MANY) && !is_syllable(&stream))
			key_put_place(&w, stream.place, stream.tone);
	}
	w.sink(ctx, w.chunk, w.n);
}

/*
 * In a prefix weights are written in codes of some bits, which are in their order
 * and the shorter the more often a weight comes: at the beginning of a word,
 * after a consonant, and after a vowel (counted in names and prose).  So some 17
 * letters go into 64 bits, which tells nearly all names apart.  Weights that share a
 * code end the prefix, for what comes behind them may not decide.
 */
enum
{
	CODE_SIGN = W_PUNCTUATION,	/* any punctuation or symbol */
	CODE_DIGIT,
	CODE_LETTER = CODE_DIGIT + 10,
	CODE_OTHER = CODE_LETTER + VL_COUNT - 1,
	CODE_JOIN,
	CODE_PLACE,
	CODE_COUNT
};

typedef struct PrefixCode
{
	uint16_t	code;
	uint16_t	bits;
} PrefixCode;

static const PrefixCode prefix_codes[3][CODE_COUNT] = {
	{
		{0x0, 2}, {0x400, 12}, {0x401, 12}, {0x402, 12}, {0x403, 12}, {0x404, 12}, {0x405, 12},
		{0x406, 12}, {0x407, 12}, {0x81, 9}, {0x208, 11}, {0x209, 11}, {0x20A, 11}, {0x20B, 11},
		{0x20C, 11}, {0x20D, 11}, {0x41C, 12}, {0x41D, 12}, {0x41E, 12}, {0x41F, 12}, {0x42, 8},
		{0x86, 9}, {0x87, 9}, {0x11, 6}, {0x9, 5}, {0xA, 5}, {0x16, 6}, {0x5C, 8}, {0xBA, 9}, {0xBB, 9},
		{0x2F, 7}, {0xC, 5}, {0x34, 7}, {0x35, 7}, {0x1B, 6}, {0xE, 5}, {0xF, 5}, {0x4, 3}, {0x28, 6},
		{0x52, 7}, {0x53, 7}, {0x15, 5}, {0x16, 5}, {0x2E, 6}, {0x2F, 6}, {0x6, 3}, {0x38, 6}, {0x39, 6},
		{0x1D, 5}, {0x3C, 6}, {0x3D, 6}, {0x3E, 6}, {0x7E, 7}, {0xFE, 8}, {0x1FE, 9}, {0x1FF, 9},
	},
	{
		{0x0, 5}, {0x1, 5}, {0x1, 4}, {0x2, 4}, {0x6, 5}, {0x7, 5}, {0x4, 4}, {0xA, 5}, {0x58, 8},
		{0x59, 8}, {0x5A, 8}, {0x5B, 8}, {0xB8, 9}, {0xB9, 9}, {0xBA, 9}, {0xBB, 9}, {0xBC, 9},
		{0xBD, 9}, {0xBE, 9}, {0xBF, 9}, {0x6, 4}, {0x1C, 6}, {0x1D, 6}, {0xF0, 9}, {0xF1, 9}, {0xF2, 9},
		{0xF3, 9}, {0x3D, 7}, {0x3E, 7}, {0x3F, 7}, {0x4, 3}, {0x5, 3}, {0xC, 4}, {0x1A0, 9}, {0x1A1, 9},
		{0xD1, 8}, {0xD2, 8}, {0xD3, 8}, {0x35, 6}, {0x6C, 7}, {0xDA, 8}, {0x1B6, 9}, {0x1B7, 9},
		{0x6E, 7}, {0xDE, 8}, {0xDF, 8}, {0xE, 4}, {0x1E, 5}, {0xF8, 8}, {0x1F2, 9}, {0x1F3, 9},
		{0x7D, 7}, {0xFC, 8}, {0xFD, 8}, {0xFE, 8}, {0xFF, 8},
	},
	{
		{0x0, 6}, {0x1, 6}, {0x1, 5}, {0x2, 5}, {0x6, 6}, {0x7, 6}, {0x4, 5}, {0xA, 6}, {0x58, 9},
		{0x59, 9}, {0x5A, 9}, {0x5B, 9}, {0xB8, 10}, {0xB9, 10}, {0xBA, 10}, {0xBB, 10}, {0xBC, 10},
		{0xBD, 10}, {0xBE, 10}, {0xBF, 10}, {0x6, 5}, {0x1C, 7}, {0x3A, 8}, {0x3B, 8}, {0x1E, 7},
		{0x3E, 8}, {0x7E, 9}, {0x7F, 9}, {0x2, 3}, {0x60, 8}, {0x61, 8}, {0x31, 7}, {0x19, 6}, {0x34, 7},
		{0x35, 7}, {0x1B, 6}, {0x7, 4}, {0x2, 2}, {0x30, 6}, {0x31, 6}, {0x19, 5}, {0x68, 7}, {0xD2, 8},
		{0x1A6, 9}, {0x1A7, 9}, {0x35, 6}, {0x36, 6}, {0xDC, 8}, {0xDD, 8}, {0xDE, 8}, {0xDF, 8},
		{0xE, 4}, {0x3C, 6}, {0x3D, 6}, {0x3E, 6}, {0x3F, 6},
	},
};

/* the vowels, by their rank in the alphabet */
static const uint64_t vowel_codes = UINT64_C(0x8C1C1187);

typedef struct Prefix
{
	uint64_t	bits;
	unsigned	left;			/* how many there is room for */
	unsigned	after;			/* which codes come next */
} Prefix;

/* False if there is no room for more. */
static inline bool
prefix_put(Prefix *prefix, unsigned code)
{
	const PrefixCode *c = &prefix_codes[prefix->after][code];

	if (c->bits >= prefix->left)
	{
		prefix->bits |= (uint64_t) c->code >> (c->bits - prefix->left);
		return false;
	}
	prefix->left -= c->bits;
	prefix->bits |= (uint64_t) c->code << prefix->left;
	prefix->after = code < CODE_LETTER ? 0 : vowel_codes >> (code - CODE_LETTER) & 1 ? 2 : 1;
	return true;
}

static inline unsigned
prefix_code(unsigned weight)
{
	return weight < W_PUNCTUATION ? weight : weight < W_DIGIT ? CODE_SIGN : weight - W_DIGIT + CODE_DIGIT;
}

uint64_t
cx_collate_prefix(const char *s, size_t n)
{
	Stream		stream;
	Prefix		prefix = {0, 64, 0};

	stream_start(&stream, s, s + n);
	for (;;)
	{
		uint8_t		weights[RING];
		unsigned	plain = stream_plain_word(&stream, weights);
		uint32_t	weight;
		unsigned	code;

		for (unsigned i = 0; i < plain; i++)
			if (!prefix_put(&prefix, prefix_code(weights[i])))
				return prefix.bits;
		if (plain != 0)
			continue;
		weight = stream_next(&stream);
		code = prefix_code(WEIGHT_OF(weight));
		if (!prefix_put(&prefix, code) || weight == WEIGHT(W_NOTHING) || code == CODE_SIGN || code == CODE_OTHER)
			return prefix.bits;
		if (weight > WEIGHT(W_END) && weight <= WEIGHT(W_END_MANY) && (weight == WEIGHT(W_END_MANY) || !is_syllable(&stream)))
		{
			prefix_put(&prefix, CODE_PLACE);
			return prefix.bits;
		}
	}
}

/* ---- ranges ------------------------------------------------------------------------- */

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
	char	   *bounds = cx_arena_alloc(arena, 2 * (n + 4));

	low->at = high->at = NULL;
	low->n = high->n = 0;
	if (bounds == NULL)
		return CX_ENOMEM;
	while (end > s)
	{
		const char *last = char_before(s, end);
		const char *word = end;
		uint32_t	c = read_char(last, end);
		unsigned	letter = VC_LETTER(cx_viet_char(c));
		uint32_t	next = 0;
		char	   *at;

		if (letter != VL_NONE)
		{
			while (word > s && cx_viet_char(read_char(char_before(s, word), word)) != 0)
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
			next = c < '9' ? c + 1 : 0;
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
