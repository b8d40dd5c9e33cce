/*-------------------------------------------------------------------------
 *
 * form.c
 *	  Unicode normalization forms C and D.
 *
 * Both forms are made by one machine that is fed characters and holds back
 * the last starter (a character of combining class 0) with the marks after it:
 *
 *		feed:   decompose the character; a mark joins the marks held back, a
 *				starter settles what is held back and takes its place
 *		settle: sort the marks by class, stably; for form C, let each mark that
 *				is not blocked melt into the starter; write
 *
 * For form C two neighbouring starters may melt as well (Hangul, some Indic
 * vowel signs), so the old one is written only when the new one will not.
 * Marks are sorted by counting when they are many; ICU's own normalizer takes
 * quadratic time there, which is one reason to have this one, and that it
 * works on UTF-8 the other.  Data come from ICU, except for the Vietnamese
 * repertoire, which has tables.
 *
 * Text in form C is recognized without writing anything.  All characters
 * below U+0300, the Vietnamese ones and most punctuation are starters that
 * stand for themselves and melt with nothing before them: "plain".  Stretches
 * of these are skipped at a few instructions a character.  This goes by first
 * bytes, so the text must be valid, whatever the environment says of it.
 *
 *-------------------------------------------------------------------------
 */
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "buffer.h"
#include "viet.h"

#define NO_STARTER		UINT32_MAX

/* A mark that is held back: class and character in one word, so that comparing words compares classes. */
#define MARK(klass, c)	((uint32_t) (klass) << 24 | (c))
#define MARK_CLASS(m)	((m) >> 24)
#define MARK_CHAR(m)	((m) & 0xFFFFFF)

/* Up to this many marks are sorted by insertion. */
#define FEW_MARKS		16

typedef struct Former
{
	const UNormalizer2 *nfc;
	bool		compose;
	CxBuffer	out;
	uint32_t	starter;		/* held back, or NO_STARTER */
	CX_VEC(uint32_t) marks; /* held back after it */
	CX_VEC(uint32_t) scratch;	/* for sorting many */
} Former;

static unsigned
combining_class(uint32_t c)
{
	if (c < 0x300)
		return 0;
	switch (cx_viet_mark(c))
	{
		case 0:
			return u_getCombiningClass((UChar32) c);
		case VM_HORN:
			return 216;
		case CX_TONE_NANG:
			return 220;
		default:
			return 230;
	}
}

/* The character that two melt into, or a negative number. */
static int32_t
compose_pair(const UNormalizer2 *nfc, uint32_t a, uint32_t b)
{
	unsigned	entry = cx_viet_char(a);
	unsigned	mark = cx_viet_mark(b);

	if (entry != 0 && mark != 0 && !(entry & VC_LOOKALIKE))
	{
		unsigned	letter = VC_LETTER(entry);
		unsigned	tone = VC_TONE(entry);
		unsigned	upper = (entry & VC_UPPER) != 0;
		uint32_t	c = 0;

		/*
		 * ệ is ẹ + circumflex, while ế is ê + acute and ợ is ơ +
		 * dot
		 */
		if (mark > CX_TONE_NANG)
		{
			if (tone == 0 || (tone == CX_TONE_NANG && mark != VM_HORN))
				c = cx_viet_compose[cx_viet_shape[letter][mark]][upper][tone];
		}
		else if (tone == 0 &&
				 (mark != CX_TONE_NANG || cx_viet_shaper[letter] == 0 || cx_viet_shaper[letter] == VM_HORN))
			c = cx_viet_compose[letter][upper][mark];
		if (c != 0)
			return (int32_t) c;
	}
	return unorm2_composePair(nfc, (UChar32) a, (UChar32) b);
}

/* Full canonical decomposition of c in "parts" (at least 8 wide); number of parts. */
static unsigned
decompose(const UNormalizer2 *nfc, uint32_t c, uint32_t *parts)
{
	unsigned	entry = cx_viet_char(c);
	unsigned	n = 0;

	if (entry != 0 && VC_LETTER(entry) != VL_DD)
	{
		unsigned	letter = VC_LETTER(entry);
		unsigned	shaper = cx_viet_shaper[letter];
		unsigned	tone = VC_TONE(entry);
		unsigned	base = (unsigned char) cx_viet_base[letter];

		parts[n++] = entry & VC_UPPER ? base - 0x20 : base;
		if (tone == CX_TONE_NANG && shaper != 0 && shaper != VM_HORN)
		{
			parts[n++] = cx_viet_mark_char[tone];
			tone = 0;
		}
		if (shaper != 0)
			parts[n++] = cx_viet_mark_char[shaper];
		if (tone != 0)
			parts[n++] = cx_viet_mark_char[tone];
	}
	else if (c >= 0xC0)
	{
		/*
		 * the longest is four characters; Unicode promises to add no longer
		 * one
		 */
		UChar		units[16];
		UErrorCode	status = U_ZERO_ERROR;
		int32_t		length = unorm2_getDecomposition(nfc, (UChar32) c, units, 16, &status);

		if (U_SUCCESS(status))
		{
			for (int32_t i = 0; i < length && n < 8; n++)
				U16_NEXT_UNSAFE(units, i, parts[n]);
		}
	}
	if (n == 0)
		parts[n++] = c;
	return n;
}

static CxStatus
sort_marks(Former *f)
{
	uint32_t   *marks = f->marks.at;
	uint32_t	n = f->marks.n;
	uint32_t	first[256] = {0};
	uint32_t	sum = 0;

	if (n <= FEW_MARKS)
	{
		for (uint32_t i = 1; i < n; i++)
		{
			uint32_t	mark = marks[i];
			uint32_t	j = i;

			for (; j > 0 && MARK_CLASS(marks[j - 1]) > MARK_CLASS(mark); j--)
				marks[j] = marks[j - 1];
			marks[j] = mark;
		}
		return CX_OK;
	}

	f->scratch.n = 0;
	for (uint32_t i = 0; i < n; i++)
	{
		uint32_t   *copy = cx_vec_push(f->out.arena, &f->scratch);

		if (copy == NULL)
			return CX_ENOMEM;
		*copy = marks[i];
		first[MARK_CLASS(marks[i])]++;
	}
	for (unsigned k = 0; k < 256; k++)
	{
		uint32_t	count = first[k];

		first[k] = sum;
		sum += count;
	}
	for (uint32_t i = 0; i < n; i++)
		marks[first[MARK_CLASS(f->scratch.at[i])]++] = f->scratch.at[i];
	return CX_OK;
}

/* Bring what is held back into its final form. */
static CxStatus
settle(Former *f)
{
	uint32_t	kept = 0;

	if (f->marks.n == 0)
		return CX_OK;
	CX_TRY(sort_marks(f));
	if (!f->compose || f->starter == NO_STARTER)
		return CX_OK;
	for (uint32_t i = 0; i < f->marks.n; i++)
	{
		uint32_t	mark = f->marks.at[i];
		int32_t		composite = -1;

		/* a kept mark of the same class blocks */
		if (kept == 0 || MARK_CLASS(f->marks.at[kept - 1]) != MARK_CLASS(mark))
			composite = compose_pair(f->nfc, f->starter, MARK_CHAR(mark));
		if (composite >= 0)
			f->starter = (uint32_t) composite;
		else
			f->marks.at[kept++] = mark;
	}
	f->marks.n = kept;
	return CX_OK;
}

/* Settle and write what is held back. */
static CxStatus
flush(Former *f)
{
	CX_TRY(settle(f));
	if (f->starter != NO_STARTER)
		CX_TRY(cx_buffer_char(&f->out, f->starter));
	for (uint32_t i = 0; i < f->marks.n; i++)
		CX_TRY(cx_buffer_char(&f->out, MARK_CHAR(f->marks.at[i])));
	f->starter = NO_STARTER;
	f->marks.n = 0;
	return CX_OK;
}

static CxStatus
feed(Former *f, uint32_t c)
{
	uint32_t	parts[8];
	unsigned	n = decompose(f->nfc, c, parts);

	for (unsigned i = 0; i < n; i++)
	{
		unsigned	klass = combining_class(parts[i]);

		if (klass != 0)
		{
			uint32_t   *mark = cx_vec_push(f->out.arena, &f->marks);

			if (mark == NULL)
				return CX_ENOMEM;
			*mark = MARK(klass, parts[i]);
			continue;
		}
		if (f->compose && f->starter != NO_STARTER && parts[i] >= 0x300)
		{
			int32_t		composite;

			CX_TRY(settle(f));
			composite = f->marks.n == 0 ?
				unorm2_composePair(f->nfc, (UChar32) f->starter, (UChar32) parts[i]) : -1;
			if (composite >= 0)
			{
				f->starter = (uint32_t) composite;
				continue;
			}
		}
		CX_TRY(flush(f));
		f->starter = parts[i];
	}
	return CX_OK;
}

/*
 * Length of the plain character at p, or 0.  The text is valid.  E2 80 80 and
 * E2 80 81 are the two spaces that stand for others.
 */
static inline unsigned
plain_length(const unsigned char *p)
{
	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xCC)
		return 2;
	if (p[0] == 0xE1 && (p[1] == 0xBA || p[1] == 0xBB))
		return 3;
	if (p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x82)
		return 3;
	return 0;
}

/* Of the class of a starter, but made of marks; there will never be more of these. */
static bool
begins_with_mark(uint32_t c)
{
	return c == 0x0F73 || c == 0x0F75 || c == 0x0F81;
}

/*
 * A letter of the repertoire with one or two of its marks and nothing more, as
 * nearly all of decomposed Vietnamese is: the character that they melt into.
 * False, without moving *p, if anything else stands there.
 */
static bool
melt_simple(const UNormalizer2 *nfc, const char **p, const char *end, uint32_t *made)
{
	const char *q = *p;
	uint32_t	letter = cx_viet_next(&q, end);
	uint32_t	marks[2];
	unsigned	n = 0;
	int32_t		c = (int32_t) letter;

	if (cx_viet_char(letter) == 0)
		return false;
	while (q < end)
	{
		const char *next = q;
		uint32_t	mark = cx_viet_next(&next, end);

		if (combining_class(mark) == 0 && !begins_with_mark(mark))
			break;
		if (n == 2 || cx_viet_mark(mark) == 0)
			return false;
		marks[n++] = mark;
		q = next;
	}
	if (n == 2 && combining_class(marks[0]) > combining_class(marks[1]))
	{
		uint32_t	swap = marks[0];

		marks[0] = marks[1];
		marks[1] = swap;
	}
	for (unsigned i = 0; i < n && c >= 0; i++)
		c = compose_pair(nfc, (uint32_t) c, marks[i]);
	if (n == 0 || c < 0)
		return false;
	*made = (uint32_t) c;
	*p = q;
	return true;
}

/*
 * Form C of a stretch of plain characters, some of which simple marks follow: up to
 * one that something else follows, which it may melt with, or to "pause" or a
 * little further.  The first character must be plain.
 */
static CxStatus
melt_run(const UNormalizer2 *nfc, CxBuffer *out, const char **p, const char *end, const char *pause)
{
	const char *q = *p;
	char	   *at;

	/* no character gets longer, and one may end behind the pause */
	CX_TRY(cx_buffer_reserve(out, (size_t) (pause - q) + 16));
	at = out->at + out->n;
	while (q < pause)
	{
		unsigned	length = plain_length((const unsigned char *) q);
		const char *next = q + length;
		uint32_t	made;

		if (length == 0)
			break;
		if (next == end || plain_length((const unsigned char *) next) != 0)
		{
			*at = *q;
			if (length > 1)
			{
				at[1] = q[1];
				if (length > 2)
					at[2] = q[2];
			}
			at += length;
			q = next;
		}
		else if (melt_simple(nfc, &q, end, &made))
			at += cx_utf8_put(made, at);
		else
			break;
	}
	out->n = (size_t) (at - out->at);
	*p = q;
	return CX_OK;
}

/*
 * Form D of stretches of plain characters, as long as no mark follows one that is
 * taken apart; nothing is held back, as in form D marks do not care what starter
 * they come after.  The first character must be plain.  Goes on to "pause", or a little further.
 */
static CxStatus
split_run(const UNormalizer2 *nfc, CxBuffer *out, const char **p, const char *end, const char *pause)
{
	while (*p < pause)
	{
		const char *start = *p;
		const char *q = start;
		uint32_t	parts[8];
		uint32_t	c;
		unsigned	entry;
		unsigned	n;

		while (q < pause && (unsigned char) *q < 0x80)
			q++;
		CX_TRY(cx_buffer_bytes(out, start, (size_t) (q - start)));
		*p = q;
		if (q == pause)
			break;
		c = cx_viet_next(&q, end);
		entry = cx_viet_char(c);
		CX_TRY(cx_buffer_reserve(out, 16));
		if (VC_LETTER(entry) == VL_DD || (c >= 0x80 && c < 0xC0) || (c > 0x2001 && c < 0x2040))
		{
			memcpy(out->at + out->n, *p, (size_t) (q - *p));
			out->n += (size_t) (q - *p);
		}
		else if (entry != 0 && (q == end || plain_length((const unsigned char *) q) != 0))
		{
			n = decompose(nfc, c, parts);
			for (unsigned i = 0; i < n; i++)
				out->n += cx_utf8_put(parts[i], out->at + out->n);
		}
		else
			break;
		*p = q;
	}
	return CX_OK;
}

static CxStatus
make_form(CxArena *arena, const char *s, size_t n, bool compose, CxStr *out)
{
	const char *p = s;
	const char *end = s + n;
	const char *poll = s;
	UErrorCode	status = U_ZERO_ERROR;
	Former		f = {.compose = compose,.out.arena = arena,.starter = NO_STARTER};

	f.nfc = unorm2_getNFCInstance(&status);
	if (U_FAILURE(status))
		return CX_ENOMEM;
	CX_TRY(cx_buffer_reserve(&f.out, compose ? n : n + n / 2));
	while (p < end)
	{
		/* before a plain character nothing needs to be held back */
		if (plain_length((const unsigned char *) p) != 0)
		{
			const char *pause = (size_t) (end - p) < CX_POLL_BYTES ? end : p + CX_POLL_BYTES;

			CX_TRY(flush(&f));
			CX_TRY((compose ? melt_run : split_run) (f.nfc, &f.out, &p, end, pause));
		}
		if (p < end)
			CX_TRY(feed(&f, cx_utf8_next(&p, end)));
		if ((size_t) (p - poll) >= CX_POLL_BYTES)
		{
			CX_TRY(cx_poll(arena));
			poll = p;
		}
	}
	CX_TRY(flush(&f));
	out->at = f.out.at;
	out->n = (uint32_t) f.out.n;
	return CX_OK;
}

/*
 * Is "starter" followed by the marks at *p in form C?  Moves *p past the
 * marks.  The marks must come in order; then those inside the starter and
 * those after it, merged by class, must melt back into the starter and leave
 * just the latter.
 */
static bool
marks_are_nfc(const UNormalizer2 *nfc, uint32_t starter, const char **p, const char *end)
{
	uint32_t	parts[8];
	unsigned	n = 1;
	unsigned	next = 1;
	unsigned	kept_class = 0; /* of the last mark that stays */
	uint32_t	made = NO_STARTER;

	if (starter != NO_STARTER)
	{
		n = decompose(nfc, starter, parts);
		/* Of two starters in one (Hangul, Indic) the last bears the marks. */
		for (unsigned i = 0; i < n; i++)
		{
			if (combining_class(parts[i]) == 0)
			{
				next = i + 1;
				made = i == 0 ? parts[0] : NO_STARTER;
			}
		}
		if (made == NO_STARTER)
		{
			made = starter;
			next = n;
		}
	}

	while (*p < end)
	{
		const char *q = *p;
		uint32_t	c = cx_viet_next(&q, end);
		unsigned	klass = combining_class(c);

		if (klass == 0)
			break;
		if (u_getIntPropertyValue((UChar32) c, UCHAR_NFC_QUICK_CHECK) == UNORM_NO || klass < kept_class)
			return false;
		for (; next < n && combining_class(parts[next]) <= klass; next++)
		{
			int32_t		composite = kept_class == combining_class(parts[next]) ? -1 :
			compose_pair(nfc, made, parts[next]);

			if (composite < 0)
				return false;
			made = (uint32_t) composite;
		}
		if (made != NO_STARTER && klass != kept_class && compose_pair(nfc, made, c) >= 0)
			return false;
		kept_class = klass;
		*p = q;
	}
	for (; next < n; next++)
	{
		int32_t		composite = kept_class == combining_class(parts[next]) ? -1 :
		compose_pair(nfc, made, parts[next]);

		if (composite < 0)
			return false;
		made = (uint32_t) composite;
	}
	return made == starter;
}

/*
 * Length of a run of characters that plain_length() takes, or of a part of it that
 * is a multiple of the width of a vector: of most texts nearly all.  In each place
 * the byte must be of ASCII, go on with a character, or begin one: C2 .. CB, E1
 * before BA or BB, E2 before 80 and what is above 81.  The text is valid, and there
 * must be two bytes more than are looked at.
 */
#define VECTOR_BYTES	16

typedef uint8_t Bytes __attribute__((vector_size(VECTOR_BYTES)));

static inline Bytes
load(const char *p)
{
	Bytes		v;

	memcpy(&v, p, sizeof(v));
	return v;
}

static size_t
plain_run(const char *s, const char *end)
{
	const char *p = s;

	for (; end - p >= VECTOR_BYTES + 2; p += VECTOR_BYTES)
	{
		Bytes		here = load(p);
		Bytes		next = load(p + 1);
		Bytes		third = load(p + 2);
		Bytes		bad = (Bytes) (here > 0xCB);
		uint64_t	any[2];

		bad &= ~((Bytes) (here == 0xE1) & ((Bytes) (next == 0xBA) | (Bytes) (next == 0xBB)));
		bad &= ~((Bytes) (here == 0xE2) & (Bytes) (next == 0x80) & (Bytes) (third > 0x81));
		memcpy(any, &bad, sizeof(any));
		if ((any[0] | any[1]) != 0)
			break;
	}
	return (size_t) (p - s);
}

/* cx_is_nfc() for valid text */
static bool
is_nfc(const char *s, size_t n)
{
	const char *p = s;
	const char *end = s + n;
	uint32_t	starter = NO_STARTER;	/* the character before p, if it is
										 * one */
	const UNormalizer2 *nfc = NULL;

	while (p < end)
	{
		const char *start = p;
		const char *q;
		unsigned	length;
		uint32_t	c;

		p += plain_run(p, end);
		while (p > start && p < end && ((unsigned char) *p & 0xC0) == 0x80)
			p++;				/* to the end of its last character */
		while (p < end && (length = plain_length((const unsigned char *) p)) != 0)
			p += length;
		if (p == end)
			break;
		if (p > start)
		{
			for (q = p - 1; ((unsigned char) *q & 0xC0) == 0x80; q--)
				;
			starter = cx_utf8_next(&q, end);
		}
		if (nfc == NULL)
		{
			UErrorCode	status = U_ZERO_ERROR;

			nfc = unorm2_getNFCInstance(&status);
			if (U_FAILURE(status))
				return false;
		}

		q = p;
		c = cx_viet_next(&q, end);
		if (combining_class(c) != 0)
		{
			if (!marks_are_nfc(nfc, starter, &p, end))
				return false;
			starter = NO_STARTER;
			continue;
		}
		switch (u_getIntPropertyValue((UChar32) c, UCHAR_NFC_QUICK_CHECK))
		{
			case UNORM_NO:
				return false;
			case UNORM_MAYBE:
				if (starter != NO_STARTER &&
					unorm2_composePair(nfc, (UChar32) starter, (UChar32) c) >= 0)
					return false;
				break;
			default:
				break;
		}
		starter = c;
		p = q;
	}
	return true;
}

bool
cx_is_nfc(const char *s, size_t n)
{
	return cx_utf8_valid(s, n, NULL) && is_nfc(s, n);
}

CxStatus
cx_nfc(CxArena *arena, const char *s, size_t n, CxStr *out)
{
	CX_TRY(cx_check_input(s, n, arena->env->utf8));
	out->at = s;
	out->n = (uint32_t) n;
	return is_nfc(s, n) ? CX_OK : make_form(arena, s, n, true, out);
}

CxStatus
cx_nfd(CxArena *arena, const char *s, size_t n, CxStr *out)
{
	CX_TRY(cx_check_input(s, n, arena->env->utf8));
	out->at = s;
	out->n = (uint32_t) n;
	for (size_t i = 0; i < n; i++)
	{
		if ((unsigned char) s[i] >= 0x80)
			return make_form(arena, s, n, false, out);
	}
	return CX_OK;
}
