/*-------------------------------------------------------------------------
 *
 * charset.c
 *	  Charsets that Vietnamese was written in before Unicode.
 *
 * A byte stands for a character, or for the marks of the letter before it.  So
 * decoding is a look-up a byte and form C of the whole; encoding takes a
 * character in form C, and, where it has no byte, its letter and then the marks
 * that the letter's byte lacks:
 *
 *		ấ	VISCII A4 · TCVN CA · Windows-1258 â E2, sắc EC · VNI a 61, circumflex with sắc E1
 *
 * VIQR (RFC 1456) writes the marks as ASCII: "Vie^.t Nam", "dda^`u".  A mark that
 * is meant as itself behind a letter that could bear it has a backslash before it;
 * "\m" and "\l" end the reading of marks, and "\v" takes it up again.
 *
 *-------------------------------------------------------------------------
 */
#include "buffer.h"
#include "text_charsets.h"
#include "viet.h"

const char *const cx_charset_names[CX_CHARSETS_N] = {
#define X(id, name) name,
	CX_CHARSETS(X)
#undef X
};

/* How many words further may tell the case of a word in TCVN3. */
#define CASE_WORDS		8

/* ---- decoding ------------------------------------------------------------------- */

static CxStatus
put_replacement(CxBuffer *out, CxStr replacement, size_t at, size_t *bad)
{
	if (replacement.at == NULL)
	{
		*bad = at;
		return CX_EENCODING;
	}
	return cx_buffer_bytes(out, replacement.at, replacement.n);
}

static inline char *
put_char(char *at, uint32_t c)
{
	if (c < 0x80)
	{
		*at = (char) c;
		return at + 1;
	}
	return at + cx_utf8_put(c, at);
}

/* What the letters of a word in TCVN3 say of its case. */
typedef enum WordCase
{
	CASE_NONE,					/* no word here */
	CASE_SMALL, CASE_CAPS,
	CASE_EITHER					/* a capital and letters that may be either */
} WordCase;

static bool
is_ascii_letter(unsigned char c)
{
	return (unsigned char) ((c | 0x20) - 'a') < 26;
}

/* The word at *p, which is moved behind it. */
static inline WordCase
word_case(const char **p, const char *end)
{
	const char *at = *p;
	unsigned	caps = 0;
	unsigned	all = 0;

	while (at < end)
	{
		unsigned	letter = tcvn3_letters[(unsigned char) *at];

		if (letter == 0)
			break;
		all |= letter;
		caps += letter >> 2;
		at++;
	}
	*p = at;
	return all & 2 ? CASE_SMALL : caps >= 2 ? CASE_CAPS : caps == 1 ? CASE_EITHER : CASE_NONE;
}

/* Case of the next word on the line that tells it. */
static WordCase
case_after(const char *p, const char *end)
{
	for (unsigned words = 0; words < CASE_WORDS && p < end; words++)
	{
		WordCase	found;

		while (p < end && *p != '\n' && tcvn3_letters[(unsigned char) *p] == 0)
			p++;
		if (p == end || *p == '\n')
			break;
		found = word_case(&p, end);
		if (found == CASE_SMALL || found == CASE_CAPS)
			return found;
	}
	return CASE_NONE;
}

static CxStatus
decode_tcvn3(CxArena *arena, const char *s, size_t n, CxStr replacement, CxBuffer *out, size_t *bad)
{
	const char *end = s + n;
	const char *poll = s;
	WordCase	before = CASE_NONE; /* of the last word on the line that told */

	for (const char *p = s; p < end;)
	{
		const char *word_end = p;
		WordCase	found = word_case(&word_end, end);
		bool		upper = found == CASE_CAPS;

		if (p >= poll + CX_POLL_BYTES)
		{
			CX_TRY(cx_poll(arena));
			poll = p;
		}
		if (found == CASE_EITHER)
		{
			WordCase	after = case_after(word_end, end);

			upper = before != CASE_SMALL && after != CASE_SMALL && (before == CASE_CAPS || after == CASE_CAPS);
		}
		else if (found != CASE_NONE)
			before = found;
		if (word_end == p)
		{
			if (*p == '\n')
				before = CASE_NONE;
			word_end = p + 1;
		}
		CX_TRY(cx_buffer_reserve(out, (size_t) (word_end - p) * 3 + 4));
		for (; p < word_end; p++)
		{
			unsigned char byte = (unsigned char) *p;
			unsigned	entry = upper ? cx_viet_char(charset_chars[CX_CHARSET_TCVN3][byte][0]) : 0;

			if (charset_utf8[CX_CHARSET_TCVN3][byte].n == 0)
				CX_TRY(put_replacement(out, replacement, (size_t) (p - s), bad));
			else if (entry != 0)
				out->n = (size_t) (put_char(out->at + out->n, cx_viet_compose[VC_LETTER(entry)][1][VC_TONE(entry)]) - out->at);
			else
			{
				/* there is room for three bytes and one more */
				memcpy(out->at + out->n, &charset_utf8[CX_CHARSET_TCVN3][byte], 4);
				out->n += charset_utf8[CX_CHARSET_TCVN3][byte].n;
			}
		}
	}
	return CX_OK;
}

/* The letter that a mark makes of a character of the repertoire, or 0. */
static uint32_t
add_mark(uint32_t c, unsigned mark)
{
	unsigned	entry = cx_viet_char(c);
	unsigned	letter = VC_LETTER(entry);
	bool		upper = (entry & VC_UPPER) != 0;

	if (entry == 0 || !VIET_IS_VOWEL(letter) || VC_TONE(entry) != 0)
		return 0;
	if (mark <= CX_TONE_NANG)
		return cx_viet_compose[letter][upper][mark];
	letter = cx_viet_shape[letter][mark];
	return letter == VL_NONE ? 0 : cx_viet_compose[letter][upper][0];
}

/* The bytes of a block that is decoded without asking for room or whether to stop. */
#define BLOCK_BYTES		4096

/* A character takes three bytes of UTF-8 at most, and a byte stands for two at most. */
#define DECODED_ROOM(bytes)	((size_t) (bytes) * 6 + 8)

static CxStatus
decode_table(CxArena *arena, CxCharset charset, const char *s, size_t n, CxStr replacement, CxBuffer *out, size_t *bad)
{
	const uint16_t (*chars)[2] = charset_chars[charset];
	uint32_t	held = 0;		/* a letter that marks may follow */

	for (size_t i = 0; i < n;)
	{
		size_t		pause = n - i < BLOCK_BYTES ? n : i + BLOCK_BYTES;
		char	   *at;

		CX_TRY(cx_poll(arena));
		CX_TRY(cx_buffer_reserve(out, DECODED_ROOM(pause - i)));
		at = out->at + out->n;
		for (; i < pause; i++)
		{
			const uint16_t *c = chars[(unsigned char) s[i]];
			unsigned	mark;
			uint32_t	made;

			/* ASCII but for controls, which may be letters; no mark behind it */
			if ((signed char) s[i] >= 0x20 && i + 1 < n && (signed char) s[i + 1] > 0)
			{
				if (held != 0)
					at = put_char(at, held);
				held = 0;
				*at++ = s[i];
				continue;
			}
			mark = c[0] < 0x80 ? 0 : cx_viet_mark(c[0]);
			made = mark == 0 || held == 0 ? 0 : add_mark(held, mark);

			if (made != 0)
			{
				held = made;
				made = c[1] == 0 ? made : add_mark(held, cx_viet_mark(c[1]));
				if (made != 0)
				{
					held = made;
					continue;
				}
				at = put_char(at, held);
				held = c[1];
				continue;
			}
			if (held != 0)
				at = put_char(at, held);
			held = c[0];
			if (c[1] != 0)
			{
				at = put_char(at, held);
				held = c[1];
			}
			if (c[0] == 0)
			{
				if (s[i] == '\0')
				{
					*at++ = '\0';
					continue;
				}
				out->n = (size_t) (at - out->at);
				CX_TRY(put_replacement(out, replacement, i, bad));
				CX_TRY(cx_buffer_reserve(out, DECODED_ROOM(pause - i)));
				at = out->at + out->n;
			}
		}
		out->n = (size_t) (at - out->at);
	}
	return held == 0 ? CX_OK : cx_buffer_char(out, held);
}

/* ---- VIQR ------------------------------------------------------------------------ */

/* The marks of VIQR by their VM_ number or CxTone; 0: none. */
static const char viqr_marks[VM_COUNT] = {
	[CX_TONE_HUYEN] = '`',[CX_TONE_HOI] = '?',[CX_TONE_NGA] = '~',[CX_TONE_SAC] = '\'',[CX_TONE_NANG] = '.',
	[VM_CIRCUMFLEX] = '^',[VM_BREVE] = '(',[VM_HORN] = '+',
};

/* The other way round. */
static const uint8_t viqr_mark_of[0x80] = {
	['`'] = CX_TONE_HUYEN,['?'] = CX_TONE_HOI,['~'] = CX_TONE_NGA,['\''] = CX_TONE_SAC,['.'] = CX_TONE_NANG,
	['^'] = VM_CIRCUMFLEX,['('] = VM_BREVE,['+'] = VM_HORN,
};

static unsigned
viqr_mark(char c)
{
	return (unsigned char) c < 0x80 ? viqr_mark_of[(unsigned char) c] : 0;
}

static CxStatus
decode_viqr(CxArena *arena, const char *s, size_t n, CxStr replacement, CxBuffer *out, size_t *bad)
{
	bool		reading = true;

	for (size_t i = 0; i < n;)
	{
		size_t		pause = n - i < BLOCK_BYTES ? n : i + BLOCK_BYTES;
		char	   *at;

		CX_TRY(cx_poll(arena));
		CX_TRY(cx_buffer_reserve(out, DECODED_ROOM(pause - i)));
		at = out->at + out->n;
		for (; i < pause; i++)
		{
			uint32_t	c = (unsigned char) s[i];
			char		next = i + 1 < n ? s[i + 1] : '\0';

			if (viqr_mark(next) == 0 && c < 0x80 && c != '\\' && (c | 0x20) != 'd')
			{
				*at++ = (char) c;
				continue;
			}
			if (c >= 0x80)
			{
				out->n = (size_t) (at - out->at);
				CX_TRY(put_replacement(out, replacement, i, bad));
				CX_TRY(cx_buffer_reserve(out, DECODED_ROOM(pause - i)));
				at = out->at + out->n;
				continue;
			}
			if (c == '\\' && (next == 'v' || next == 'm' || next == 'l'))
			{
				reading = next == 'v';
				i++;
				continue;
			}
			if (c == '\\' && (next == '\\' || next == 'd' || next == 'D' || viqr_mark(next) != 0))
			{
				*at++ = next;
				i++;
				continue;
			}
			if (reading && (c == 'd' || c == 'D') && (next == 'd' || next == 'D'))
			{
				c = c == 'd' ? 0x0111 : 0x0110;
				i++;
			}
			else if (reading)
			{
				while (i + 1 < n && viqr_mark(s[i + 1]) != 0 && add_mark(c, viqr_mark(s[i + 1])) != 0)
					c = add_mark(c, viqr_mark(s[++i]));
			}
			at = put_char(at, c);
		}
		out->n = (size_t) (at - out->at);
	}
	return CX_OK;
}

/* Does the character before it make this one mean something else? */
static bool
viqr_escapes(uint32_t before, uint32_t c)
{
	unsigned	mark = viqr_mark((char) c);

	if (c == 'd' || c == 'D')
		return before == 'd' || before == 'D';
	return c == '\\' || (mark != 0 && add_mark(before, mark) != 0);
}

/* A character takes a letter and two marks at most. */
#define ENCODED_ROOM(bytes)	((size_t) (bytes) * 3 + 8)

static CxStatus
encode_viqr(CxArena *arena, const char *s, size_t n, CxStr replacement, CxBuffer *out, size_t *bad)
{
	const char *end = s + n;
	uint32_t	before = 0;

	for (const char *p = s; p < end;)
	{
		const char *pause = (size_t) (end - p) < BLOCK_BYTES ? end : p + BLOCK_BYTES;
		char	   *at;

		CX_TRY(cx_poll(arena));
		CX_TRY(cx_buffer_reserve(out, ENCODED_ROOM(pause - p)));
		at = out->at + out->n;
		while (p < pause)
		{
			const char *start = p;
			uint32_t	c = cx_viet_next(&p, end);
			unsigned	entry = cx_viet_char(c);
			unsigned	letter = VC_LETTER(entry);

			if (c < 0x80)
			{
				if (viqr_escapes(before, c))
					*at++ = '\\';
				*at++ = (char) c;
			}
			else if (entry != 0 && !(entry & VC_LOOKALIKE))
			{
				char		base = cx_viet_base[letter];

				if (entry & VC_UPPER)
					base = (char) (base - 'a' + 'A');
				*at++ = base;
				if (letter == VL_DD)
					*at++ = base;
				else if (cx_viet_shaper[letter] != 0)
					*at++ = viqr_marks[cx_viet_shaper[letter]];
				if (VC_TONE(entry) != 0)
					*at++ = viqr_marks[VC_TONE(entry)];
			}
			else
			{
				out->n = (size_t) (at - out->at);
				CX_TRY(put_replacement(out, replacement, (size_t) (start - s), bad));
				CX_TRY(cx_buffer_reserve(out, ENCODED_ROOM(pause - start)));
				at = out->at + out->n;
			}
			before = c;
		}
		out->n = (size_t) (at - out->at);
	}
	return CX_OK;
}

/* ---- encoding ------------------------------------------------------------------------ */

/* The bytes of a charset by character, made for one conversion. */
typedef struct Reverse
{
	uint8_t		viet[VIET_LATIN + VIET_EXTRA_N];	/* characters of one byte;
													 * 0: none */
	uint8_t		marks[2][VM_COUNT][6];	/* [upper][shape or 0][tone]: bytes of
										 * marks */
	const uint16_t (*chars)[2];
} Reverse;

static void
make_reverse(CxCharset charset, Reverse *r)
{
	memset(r, 0, sizeof(*r));
	r->chars = charset_chars[charset];
	for (unsigned b = 255; b > 0; b--)
	{
		uint32_t	c = r->chars[b][0];
		unsigned	mark = cx_viet_mark(c);
		unsigned	shape = mark > CX_TONE_NANG ? mark : 0;
		unsigned	tone = shape == 0 ? mark : cx_viet_mark(r->chars[b][1]);

		if (c == 0)
			continue;
		if (mark != 0)
		{
			/* VNI has two bytes for each, that of capitals is the lower */
			r->marks[1][shape][tone] = (uint8_t) b;
			if (r->marks[0][shape][tone] == 0)
				r->marks[0][shape][tone] = (uint8_t) b;
		}
		else if (c < VIET_LATIN)
			r->viet[c] = (uint8_t) b;
		else if (c - VIET_EXTRA < VIET_EXTRA_N)
			r->viet[VIET_LATIN + c - VIET_EXTRA] = (uint8_t) b;
	}
}

/* The byte of a character that is one; 0: there is none. */
static unsigned
byte_of(const Reverse *r, uint32_t c)
{
	if (c < VIET_LATIN)
		return r->viet[c];
	if (c - VIET_EXTRA < VIET_EXTRA_N)
		return r->viet[VIET_LATIN + c - VIET_EXTRA];
	for (unsigned b = 0x80; b < 0x100; b++)
		if (r->chars[b][0] == c && r->chars[b][1] == 0)
			return b;
	return 0;
}

/* Letter and marks of a character without a byte of its own; number of bytes, 0: it cannot be written. */
static unsigned
bytes_of(const Reverse *r, uint32_t c, unsigned char out[3])
{
	unsigned	entry = cx_viet_char(c);
	unsigned	letter = VC_LETTER(entry);
	unsigned	tone = VC_TONE(entry);
	unsigned	shape = cx_viet_shaper[letter];
	bool		upper = (entry & VC_UPPER) != 0;
	unsigned	base;

	if (entry == 0 || entry & VC_LOOKALIKE)
		return 0;
	/* the shaped letter and a tone */
	base = byte_of(r, cx_viet_compose[letter][upper][0]);
	if (base != 0 && tone != 0 && r->marks[upper][0][tone] != 0)
	{
		out[0] = (unsigned char) base;
		out[1] = r->marks[upper][0][tone];
		return 2;
	}
	/* the bare letter, and shape and tone in one */
	if (shape == 0 || r->marks[upper][shape][tone] == 0)
		return 0;
	out[0] = (unsigned char) (upper ? cx_viet_base[letter] - 'a' + 'A' : cx_viet_base[letter]);
	out[1] = r->marks[upper][shape][tone];
	return 2;
}

static CxStatus
encode_table(CxArena *arena, CxCharset charset, const char *s, size_t n, CxStr replacement, CxBuffer *out, size_t *bad)
{
	const char *end = s + n;
	Reverse		r;

	make_reverse(charset, &r);
	for (const char *p = s; p < end;)
	{
		const char *pause = (size_t) (end - p) < BLOCK_BYTES ? end : p + BLOCK_BYTES;
		char	   *at;

		CX_TRY(cx_poll(arena));
		CX_TRY(cx_buffer_reserve(out, ENCODED_ROOM(pause - p)));
		at = out->at + out->n;
		while (p < pause)
		{
			const char *start = p;
			uint32_t	c = cx_viet_next(&p, end);
			unsigned	byte = c == 0 ? 0 : byte_of(&r, c);
			unsigned char bytes[3] = {0};
			unsigned	count;

			if (byte != 0 || c == 0)
			{
				*at++ = (char) byte;
				continue;
			}
			count = bytes_of(&r, c, bytes);
			memcpy(at, bytes, sizeof(bytes));
			at += count;
			if (count == 0)
			{
				out->n = (size_t) (at - out->at);
				CX_TRY(put_replacement(out, replacement, (size_t) (start - s), bad));
				CX_TRY(cx_buffer_reserve(out, ENCODED_ROOM(pause - start)));
				at = out->at + out->n;
			}
		}
		out->n = (size_t) (at - out->at);
	}
	return CX_OK;
}

CxStatus
cx_charset_bytes(CxArena *arena, const char *s, size_t n, CxStr *out, size_t *bad)
{
	const char *end = s + n;
	const char *poll = s;
	CxBuffer	buffer = {.arena = arena};
	Reverse		r;

	*out = (CxStr) {NULL, 0};
	make_reverse(CX_CHARSET_WINDOWS_1252, &r);
	CX_TRY(cx_buffer_reserve(&buffer, n + 1));
	for (const char *p = s; p < end;)
	{
		const char *start = p;
		uint32_t	c = cx_viet_next(&p, end);
		/* 80 to 9F are other characters there, or controls */
		unsigned	byte = c < 0x80 || (c >= 0xA0 && c < 0x100) ? c : byte_of(&r, c);

		if (start >= poll + CX_POLL_BYTES)
		{
			CX_TRY(cx_poll(arena));
			poll = start;
		}
		if (byte == 0 && c >= 0x100)
		{
			*bad = (size_t) (start - s);
			return CX_OK;
		}
		buffer.at[buffer.n++] = (char) (byte != 0 ? byte : c);
	}
	*out = (CxStr) {buffer.at, (uint32_t) buffer.n};
	return CX_OK;
}

void
cx_charset_mend_utf8(char *s, size_t n)
{
	for (size_t i = 1; i < n; i++)
	{
		unsigned char before = (unsigned char) s[i - 1];

		if (s[i] == ' ' && (before == 0xC3 || before == 0xC6 ||
							(i > 1 && (unsigned char) s[i - 2] == 0xE1 && (before == 0xBA || before == 0xBB))))
			s[i] = (char) 0xA0;
	}
}

/* ---- both ways ------------------------------------------------------------------------ */

CxStatus
cx_charset_decode(CxArena *arena, CxCharset charset, const char *s, size_t n, CxStr replacement, CxStr *out, size_t *bad)
{
	CxBuffer	buffer = {.arena = arena};

	if (n > CX_MAX_INPUT)
		return CX_ETOOBIG;
	CX_TRY(cx_buffer_reserve(&buffer, n + n / 2 + 1));
	switch (charset)
	{
		case CX_CHARSET_UTF8:
			for (size_t at = 0; at < n;)
			{
				size_t		good = n - at;

				if (cx_utf8_valid(s + at, n - at, bad))
				{
					CX_TRY(cx_buffer_bytes(&buffer, s + at, good));
					break;
				}
				good = *bad;
				CX_TRY(cx_buffer_bytes(&buffer, s + at, good));
				CX_TRY(put_replacement(&buffer, replacement, at + good, bad));
				at += good + 1;
			}
			break;
		case CX_CHARSET_VIQR:
			CX_TRY(decode_viqr(arena, s, n, replacement, &buffer, bad));
			break;
		case CX_CHARSET_TCVN3:
			CX_TRY(decode_tcvn3(arena, s, n, replacement, &buffer, bad));
			break;
		default:
			CX_TRY(decode_table(arena, charset, s, n, replacement, &buffer, bad));
			break;
	}
	return cx_nfc(arena, buffer.at, buffer.n, out);
}

CxStatus
cx_charset_encode(CxArena *arena, CxCharset charset, const char *s, size_t n, CxStr replacement, CxStr *out, size_t *bad)
{
	CxBuffer	buffer = {.arena = arena};
	CxStr		nfc;

	CX_TRY(cx_nfc(arena, s, n, &nfc));
	if (charset == CX_CHARSET_UTF8)
	{
		*out = nfc;
		return CX_OK;
	}
	CX_TRY(cx_buffer_reserve(&buffer, (size_t) nfc.n + 1));
	if (charset == CX_CHARSET_VIQR)
		CX_TRY(encode_viqr(arena, nfc.at, nfc.n, replacement, &buffer, bad));
	else
		CX_TRY(encode_table(arena, charset, nfc.at, nfc.n, replacement, &buffer, bad));
	*out = (CxStr) {buffer.at, (uint32_t) buffer.n};
	return CX_OK;
}

/* ---- telling charsets apart ------------------------------------------------------------- */

/* What is looked at, and the least of it that tells anything. */
#define DETECT_BYTES	((size_t) 64 * 1024)
#define DETECT_WORDS	2

/* A line counts for "mixed" if it has so many words with marks. */
#define LINE_WORDS		3

/* Words with marks as a charset has them, and those of them that are syllables. */
typedef struct Evidence
{
	uint32_t	good,
				bad;
} Evidence;

/* Weigh decoded text: Vietnamese words are syllables, what is no letter inside a word tells against. */
static void
weigh(const char *s, size_t n, Evidence *e)
{
	const char *end = s + n;

	for (const char *p = s; p < end;)
	{
		CxWord		word;

		if (cx_word_read(p, end, &word))
		{
			bool		marked = word.bytes > word.letters;

			if (marked && word.code != 0)
				e->good++;
			else if (marked)
				e->bad++;
			p += word.bytes;
		}
		else
		{
			const char *start = p;
			uint32_t	c = cx_utf8_next(&p, end);

			/*
			 * a sign or control between letters, as legacy bytes look in the
			 * wrong charset
			 */
			if ((c >= 0x80 && c < 0xC0 && c != 0xA0 && start > s && (start[-1] & 0x80 || is_ascii_letter((unsigned char) start[-1]))) ||
				c == 0xFFFD || (c < 0x20 && c != '\n' && c != '\r' && c != '\t'))
				e->bad++;
		}
	}
}

static float
score_of(const Evidence *e)
{
	return e->good < DETECT_WORDS ? 0 : (float) e->good / (float) (e->good + e->bad);
}

/* Weigh bytes as a charset has them; nothing if they are not of it at all. */
static CxStatus
weigh_as(CxArena *arena, CxCharset charset, const char *s, size_t n, Evidence *e)
{
	static const CxStr unknown = {"\xEF\xBF\xBD", 3};
	size_t		bad;
	CxStr		text;

	memset(e, 0, sizeof(*e));
	CX_TRY(cx_charset_decode(arena, charset, s, n, unknown, &text, &bad));
	weigh(text.at, text.n, e);
	return CX_OK;
}

CxStatus
cx_charset_detect(CxArena *arena, const char *s, size_t n, CxCharsetScores *out)
{
	uint32_t	lines[CX_CHARSETS_N] = {0};
	uint32_t	told = 0;
	uint32_t	most = 0;

	memset(out, 0, sizeof(*out));
	if (n > DETECT_BYTES)
		n = DETECT_BYTES;
	for (unsigned charset = 0; charset < CX_CHARSETS_N; charset++)
	{
		Evidence	e;

		CX_TRY(weigh_as(arena, (CxCharset) charset, s, n, &e));
		out->score[charset] = score_of(&e);
	}
	/* a text of several: its lines are told apart, each by its best */
	for (const char *p = s, *end = s + n; p < end;)
	{
		const char *line_end = memchr(p, '\n', (size_t) (end - p));
		float		best = 0;
		unsigned	which = 0;

		CX_TRY(cx_poll(arena));
		line_end = line_end == NULL ? end : line_end;
		for (unsigned charset = 0; charset < CX_CHARSETS_N; charset++)
		{
			Evidence	e;

			CX_TRY(weigh_as(arena, (CxCharset) charset, p, (size_t) (line_end - p), &e));
			if (e.good >= LINE_WORDS && score_of(&e) > best)
			{
				best = score_of(&e);
				which = charset;
			}
		}
		if (best > 0.8f)
		{
			lines[which]++;
			told++;
		}
		p = line_end + 1;
	}
	for (unsigned charset = 0; charset < CX_CHARSETS_N; charset++)
		if (lines[charset] > most)
			most = lines[charset];
	/* the rest of the lines is of other charsets */
	if (told > most && (told - most) * 10 >= told)
		out->mixed = (float) (told - most) / (float) told;
	return CX_OK;
}
