/*-------------------------------------------------------------------------
 *
 * collate.c
 *	  Vietnamese collation: order and equality of texts.
 *
 * Two texts are compared as their streams of weights are (collate_weights.h): the
 * stream that differs first or ends first decides.  Key and hash are the stream
 * itself (collate_key.c), so the three agree.
 *
 * Mostly the streams need not be read.  Equal bytes give equal weights, so
 * the bytes are compared first, and the two characters that are behind them in
 * nearly all cases decide.
 *
 * Texts are to be in form C, or what cx_collate_ready() accepts.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "collate_plain.h"

/* ---- marks ------------------------------------------------------------------------ */

/*
 * Two words have ended that are the same but perhaps for the marks on them: the
 * same tone, or END_MANY.  The order is that of the bytes that follow END in the
 * key: a mark that comes earlier is greater.
 */
static int
compare_marks(WeightStream *a, WeightStream *b)
{
	MarkReader	ra,
				rb;

	if (!a->many)
	{
		bool		a_syllable;
		bool		b_syllable;

		if (a->place == b->place)
			return 0;
		a_syllable = cx_stream_at_syllable(a);
		b_syllable = cx_stream_at_syllable(b);
		if (a_syllable || b_syllable)
			return (int) b_syllable - (int) a_syllable;
		return a->place < b->place ? 1 : -1;
	}
	cx_marks_start(&ra, a);
	cx_marks_start(&rb, b);
	for (;;)
	{
		uint32_t	a_place,
					b_place,
					a_id,
					b_id;
		bool		a_more = cx_marks_next(&ra, &a_place, &a_id);
		bool		b_more = cx_marks_next(&rb, &b_place, &b_id);

		if (!a_more || !b_more)
			return (int) a_more - (int) b_more;
		if (a_place != b_place)
			return a_place < b_place ? 1 : -1;
		if (a_id != b_id)
			return a_id < b_id ? -1 : 1;
	}
}

/* ---- plain words ----------------------------------------------------------------- */

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
last_common_word(const char *s, size_t n)
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
			if ((p < a + an && cx_may_be_mark(*p)) || (q < b + bn && cx_may_be_mark(*q)))
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
		x = cx_letter_weights[VC_LETTER(x)];
		y = cx_letter_weights[VC_LETTER(y)];
		if (x == y || ((x == 0 || y == 0) && !letter_before(a, i)))
			return 0;
		return x < y ? -1 : 1;
	}
}

/* cx_collate_compare() of texts of which the first n bytes are the same but for case */
static int
compare_words(const char *a, size_t an, const char *b, size_t bn, size_t n)
{
	size_t		from = last_common_word(a, n);
	const char *p = a + from + (from > 0);
	const char *q = b + from + (from > 0);
	bool		ended;
	int			result;
	WeightStream sa,
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
	cx_stream_start(&sa, p, a + an);
	cx_stream_start(&sb, q, b + bn);
	if (ended)
		sa.state = sb.state = AFTER_WORD;
	for (;;)
	{
		uint32_t	x = cx_stream_next(&sa);
		uint32_t	y = cx_stream_next(&sb);

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
	WeightStream v,
				q;

	cx_stream_start(&v, value, value + value_n);
	cx_stream_start(&q, query, query + query_n);
	for (;;)
	{
		uint32_t	x = cx_stream_next(&v);
		uint32_t	y = cx_stream_next(&q);
		uint32_t	w = WEIGHT_OF(x);

		if (y == WEIGHT(W_NOTHING))
			return x == y;
		if (w >= W_LETTER && w < W_OTHER)
		{
			/* đ is typed as d */
			if (x != y && y != WEIGHT(cx_bare_weights[w - W_LETTER]))
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
			if (y == WEIGHT(W_END) || (x == y && !v.many && (v.place == q.place || cx_stream_at_syllable(&v))))
				continue;
			/* every mark that was typed must be there */
			cx_marks_start(&rv, &v);
			cx_marks_start(&rq, &q);
			while (cx_marks_next(&rq, &q_place, &q_id))
			{
				do
				{
					if (!cx_marks_next(&rv, &v_place, &v_id))
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
			viet = cx_ascii_weights[first] >= W_LETTER ? first & 31 : VL_NONE;
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
