/*-------------------------------------------------------------------------
 *
 * normalize.c
 *	  A text as it was meant: form C, single spaces, no entities of HTML, tones
 *	  where a style has them, and whatever else is asked for.
 *
 * Two passes.  The first goes character by character: entities, spaces, what
 * cannot be seen, quotes and dashes.  The second goes word by word: form C, the
 * look-alikes of đ in Vietnamese syllables, and the place of the tone mark.  Each
 * notes what it changed as edits, spans of bytes before and after:
 *
 *		Ho&agrave;  baỏ		first pass	8..16 → 2 bytes, 10..12 → one space
 *		Hoà baỏ				second		baỏ → bảo
 *
 * and the two lists are put together: what touches in the text between becomes one
 * edit of the whole.  Between edits nothing is changed, so any place in one text
 * can be found in the other.
 *
 *-------------------------------------------------------------------------
 */
#include <stdlib.h>

#include "buffer.h"
#include "viet.h"

/* Longest entity that is looked for: &thetasym; and &#x10FFFF; */
#define ENTITY_BYTES	12

/* Names of entities that pages in Vietnamese have, sorted; HTML 4.01, section 24. */
static const struct
{
	char		name[8];
	uint16_t	c;
}			entities[] = {
	{"AElig", 0xC6}, {"Aacute", 0xC1}, {"Acirc", 0xC2}, {"Agrave", 0xC0}, {"Aring", 0xC5},
	{"Atilde", 0xC3}, {"Auml", 0xC4}, {"Ccedil", 0xC7}, {"Dagger", 0x2021}, {"ETH", 0xD0},
	{"Eacute", 0xC9}, {"Ecirc", 0xCA}, {"Egrave", 0xC8}, {"Euml", 0xCB}, {"Iacute", 0xCD},
	{"Icirc", 0xCE}, {"Igrave", 0xCC}, {"Iuml", 0xCF}, {"Ntilde", 0xD1}, {"OElig", 0x152},
	{"Oacute", 0xD3}, {"Ocirc", 0xD4}, {"Ograve", 0xD2}, {"Oslash", 0xD8}, {"Otilde", 0xD5},
	{"Ouml", 0xD6}, {"Prime", 0x2033}, {"Scaron", 0x160}, {"THORN", 0xDE}, {"Uacute", 0xDA},
	{"Ucirc", 0xDB}, {"Ugrave", 0xD9}, {"Uuml", 0xDC}, {"Yacute", 0xDD}, {"Yuml", 0x178},
	{"aacute", 0xE1}, {"acirc", 0xE2}, {"acute", 0xB4}, {"aelig", 0xE6}, {"agrave", 0xE0},
	{"amp", 0x26}, {"apos", 0x27}, {"aring", 0xE5}, {"asymp", 0x2248}, {"atilde", 0xE3},
	{"auml", 0xE4}, {"bdquo", 0x201E}, {"brvbar", 0xA6}, {"bull", 0x2022}, {"ccedil", 0xE7},
	{"cedil", 0xB8}, {"cent", 0xA2}, {"circ", 0x2C6}, {"copy", 0xA9}, {"curren", 0xA4},
	{"dagger", 0x2020}, {"deg", 0xB0}, {"divide", 0xF7}, {"eacute", 0xE9}, {"ecirc", 0xEA},
	{"egrave", 0xE8}, {"emsp", 0x2003}, {"ensp", 0x2002}, {"eth", 0xF0}, {"euml", 0xEB},
	{"euro", 0x20AC}, {"frac12", 0xBD}, {"frac14", 0xBC}, {"frac34", 0xBE}, {"ge", 0x2265},
	{"gt", 0x3E}, {"hellip", 0x2026}, {"iacute", 0xED}, {"icirc", 0xEE}, {"iexcl", 0xA1},
	{"igrave", 0xEC}, {"iquest", 0xBF}, {"iuml", 0xEF}, {"laquo", 0xAB}, {"larr", 0x2190},
	{"ldquo", 0x201C}, {"le", 0x2264}, {"lsaquo", 0x2039}, {"lsquo", 0x2018}, {"lt", 0x3C},
	{"macr", 0xAF}, {"mdash", 0x2014}, {"micro", 0xB5}, {"middot", 0xB7}, {"minus", 0x2212},
	{"nbsp", 0xA0}, {"ndash", 0x2013}, {"ne", 0x2260}, {"not", 0xAC}, {"ntilde", 0xF1},
	{"oacute", 0xF3}, {"ocirc", 0xF4}, {"oelig", 0x153}, {"ograve", 0xF2}, {"ordf", 0xAA},
	{"ordm", 0xBA}, {"oslash", 0xF8}, {"otilde", 0xF5}, {"ouml", 0xF6}, {"para", 0xB6},
	{"permil", 0x2030}, {"plusmn", 0xB1}, {"pound", 0xA3}, {"prime", 0x2032}, {"quot", 0x22},
	{"raquo", 0xBB}, {"rarr", 0x2192}, {"rdquo", 0x201D}, {"reg", 0xAE}, {"rsaquo", 0x203A},
	{"rsquo", 0x2019}, {"sbquo", 0x201A}, {"scaron", 0x161}, {"sect", 0xA7}, {"shy", 0xAD},
	{"sup1", 0xB9}, {"sup2", 0xB2}, {"sup3", 0xB3}, {"szlig", 0xDF}, {"thinsp", 0x2009},
	{"thorn", 0xFE}, {"tilde", 0x2DC}, {"times", 0xD7}, {"trade", 0x2122}, {"uacute", 0xFA},
	{"ucirc", 0xFB}, {"ugrave", 0xF9}, {"uml", 0xA8}, {"uuml", 0xFC}, {"yacute", 0xFD}, {"yen", 0xA5},
	{"yuml", 0xFF}, {"zwj", 0x200D}, {"zwnj", 0x200C},
};

typedef CX_VEC(CxEdit)
Edits;

/* A text in the making. */
typedef struct Pass
{
	CxBuffer	out;
	Edits		edits;
	const char *s;				/* what it is made of */
	const char *end;
} Pass;

/* Write something for the bytes [from, to) of the source; no edit if it is the same. */
static CxStatus
put(Pass *pass, const char *from, const char *to, const char *with, size_t n)
{
	uint32_t	at = (uint32_t) pass->out.n;

	CX_TRY(cx_buffer_bytes(&pass->out, with, n));
	if ((size_t) (to - from) != n || memcmp(from, with, n) != 0)
	{
		CxEdit	   *e = cx_vec_push(pass->out.arena, &pass->edits);

		if (e == NULL)
			return CX_ENOMEM;
		*e = (CxEdit) {(uint32_t) (from - pass->s), (uint32_t) (to - pass->s), at, at + (uint32_t) n};
	}
	return CX_OK;
}

static CxStatus
put_char(Pass *pass, const char *from, const char *to, uint32_t c)
{
	char		bytes[4];

	return put(pass, from, to, bytes, cx_utf8_put(c, bytes));
}

/* ---- characters --------------------------------------------------------------- */

static int
compare_names(const void *name, const void *entry)
{
	return strcmp(name, entry);
}

/* The character that an entity at p stands for, and its length; 0: there is none. */
static size_t
read_entity(const char *p, const char *end, uint32_t *c)
{
	char		name[ENTITY_BYTES] = "";
	size_t		n = 1;

	while (p + n < end && n < ENTITY_BYTES && p[n] != ';')
	{
		name[n - 1] = p[n];
		n++;
	}
	if (p + n >= end || p[n] != ';' || n < 3)
		return 0;
	if (name[0] == '#')
	{
		bool		hex = name[1] == 'x' || name[1] == 'X';
		char	   *digits_end;
		unsigned long value;

		/* no sign and no space, which strtoul() would take */
		if (!((name[1 + hex] >= '0' && name[1 + hex] <= '9') || (hex && (name[2] | 0x20) >= 'a' && (name[2] | 0x20) <= 'f')))
			return 0;
		value = strtoul(name + 1 + hex, &digits_end, hex ? 16 : 10);
		if (*digits_end != '\0' || value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
			return 0;
		*c = (uint32_t) value;
	}
	else
	{
		const void *found = bsearch(name, entities, sizeof(entities) / sizeof(entities[0]), sizeof(entities[0]), compare_names);

		if (found == NULL)
			return 0;
		*c = entities[((const char *) found - (const char *) entities) / sizeof(entities[0])].c;
	}
	return n + 1;
}

static bool
is_unseen(uint32_t c)
{
	return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

static bool
is_space(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0x00A0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

static bool
is_line_end(uint32_t c)
{
	return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

/* The dash or hyphen that a character is: '-' or U+2013, or 0. */
static uint32_t
dash_of(uint32_t c)
{
	if (c == '-' || c == 0x2010 || c == 0x2011 || c == 0xFE63 || c == 0xFF0D)
		return '-';
	return (c >= 0x2012 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 ? 0x2013 : 0;
}

/* The straight form of a quote, or 0. */
static uint32_t
quote_of(uint32_t c)
{
	if (c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0x00AB || c == 0x00BB || c == 0x2033 || c == 0xFF02)
		return '"';
	return c == '\'' || (c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A || c == 0x2032 || c == 0xFF07 ? '\'' : 0;
}

/* Does a quote behind this character open? */
static bool
opens_behind(uint32_t c)
{
	return c == 0 || is_space(c) || is_line_end(c) || c == '(' || c == '[' || c == '{' || dash_of(c) != 0 || c == 0x201C || c == 0x2018;
}

static uint32_t
styled_quote(uint32_t c, uint32_t before, CxQuoteStyle style)
{
	uint32_t	straight = quote_of(c);

	if (straight == 0 || style == CX_QUOTES_KEEP || (style == CX_QUOTES_CURLY && c != straight && c >= 0x2018 && c <= 0x201D && c != 0x201A && c != 0x201B))
		return c;
	if (style == CX_QUOTES_STRAIGHT)
		return straight;
	if (c == 0x00AB || c == 0x2039)
		return straight == '"' ? 0x201C : 0x2018;
	if (c == 0x00BB || c == 0x203A || !opens_behind(before))
		return straight == '"' ? 0x201D : 0x2019;
	return straight == '"' ? 0x201C : 0x2018;
}

/* A hyphen stays one within a word or number; a dash stands between spaces. */
static uint32_t
styled_dash(uint32_t c, uint32_t before, uint32_t after, CxDashStyle style)
{
	uint32_t	dash = dash_of(c);

	if (dash == 0 || style == CX_DASHES_KEEP)
		return c;
	if (style == CX_DASHES_HYPHEN)
		return '-';
	return is_space(before) && is_space(after) ? 0x2013 : dash;
}

static CxStatus
read_chars(Pass *pass, const CxNormalize *how)
{
	uint32_t	before = 0;		/* character written last */
	const char *poll = pass->s;

	for (const char *p = pass->s; p < pass->end;)
	{
		const char *start = p;
		const char *peek;
		uint32_t	c = cx_viet_next(&p, pass->end);
		uint32_t	after;
		size_t		n;

		if (p >= poll + CX_POLL_BYTES)
		{
			CX_TRY(cx_poll(pass->out.arena));
			poll = p;
		}
		if (c == '&' && how->entities && (n = read_entity(start, pass->end, &c)) > 0)
			p = start + n;
		if (how->spaces && is_unseen(c))
		{
			CX_TRY(put(pass, start, p, "", 0));
			continue;
		}
		if (how->spaces && is_space(c))
		{
			/* all that follow are of the same edit */
			for (peek = p; peek < pass->end; p = peek)
			{
				uint32_t	next = cx_viet_next(&peek, pass->end);

				if (next == '&' && how->entities && (n = read_entity(p, pass->end, &next)) > 0)
					peek = p + n;
				if (!is_space(next) && !is_unseen(next))
					break;
			}
			CX_TRY(put(pass, start, p, " ", 1));
			before = ' ';
			continue;
		}
		peek = p;
		after = p < pass->end ? cx_viet_next(&peek, pass->end) : 0;
		c = styled_dash(styled_quote(c, before, how->quotes), before, after, how->dashes);
		CX_TRY(put_char(pass, start, p, c));
		before = c;
	}
	return CX_OK;
}

/* ---- words ------------------------------------------------------------------------ */

/* A syllable in another spelling, in the letter case that the word has. */
static size_t
respell(const char *word, const char *end, uint16_t code, CxToneStyle style, char *out)
{
	char		spelling[CX_SYLLABLE_MAX_BYTES];
	const char *s = spelling;
	const char *s_end = spelling + cx_syllable_spell(code, style, spelling);
	size_t		n = 0;

	while (s < s_end)
	{
		unsigned	entry = cx_viet_char(cx_utf8_next(&s, s_end));
		bool		upper = false;

		/*
		 * the letters are the same, one by one, whatever marks are behind
		 * each
		 */
		while (word < end)
		{
			unsigned	old = cx_viet_char(cx_viet_next(&word, end));

			if (old != 0)
			{
				upper = (old & VC_UPPER) != 0;
				break;
			}
		}
		n += cx_utf8_put(cx_viet_compose[VC_LETTER(entry)][upper][VC_TONE(entry)], out + n);
	}
	return n;
}

/* A syllable as it is to be; "nfc" is the word in form C. */
static size_t
style_word(const CxStr *nfc, const CxWord *word, CxTones tones, char *out)
{
	const char *s = nfc->at;
	const char *end = nfc->at + nfc->n;
	size_t		n = respell(s, end, word->code, tones == CX_TONES_TO_NEW ? CX_TONES_NEW : CX_TONES_OLD, out);
	char		other[CX_SYLLABLE_MAX_BYTES * 2];

	/* only what no style has is to be repaired */
	if (tones == CX_TONES_REPAIR)
	{
		size_t		m = respell(s, end, word->code, CX_TONES_NEW, other);

		if (m == nfc->n && memcmp(other, s, m) == 0)
		{
			memcpy(out, other, m);
			n = m;
		}
	}
	return n;
}

/* Form C of a word without its look-alikes, its tone left where it is. */
static size_t
plain_word(const CxStr *nfc, char *out)
{
	const char *p = nfc->at;
	size_t		n = 0;

	while (p < nfc->at + nfc->n)
	{
		uint32_t	c = cx_viet_next(&p, nfc->at + nfc->n);
		unsigned	entry = cx_viet_char(c);

		n += cx_utf8_put(entry & VC_LOOKALIKE ? cx_viet_compose[VL_DD][(entry & VC_UPPER) != 0][0] : c, out + n);
	}
	return n;
}

static CxStatus
read_words(Pass *pass, CxTones tones)
{
	const char *poll = pass->s;

	for (const char *p = pass->s; p < pass->end;)
	{
		const char *start = p;
		char		styled[CX_SYLLABLE_MAX_BYTES * 2];
		CxWord		word;
		CxStr		nfc;

		if (p >= poll + CX_POLL_BYTES)
		{
			CX_TRY(cx_poll(pass->out.arena));
			poll = p;
		}
		if (cx_word_read(p, pass->end, &word))
		{
			p += word.bytes;
			if (word.code != 0 && word.plain && tones == CX_TONES_KEEP)
				CX_TRY(put(pass, start, p, start, word.bytes));
			else
			{
				CX_TRY(cx_nfc(pass->out.arena, start, word.bytes, &nfc));
				/* a syllable has seven letters at most, so it has room */
				if (word.code != 0 && tones != CX_TONES_KEEP)
					CX_TRY(put(pass, start, p, styled, style_word(&nfc, &word, tones, styled)));
				else if (word.code != 0)
					CX_TRY(put(pass, start, p, styled, plain_word(&nfc, styled)));
				else
					CX_TRY(put(pass, start, p, nfc.at, nfc.n));
			}
			continue;
		}
		/* what stands between words, in one piece */
		do
			(void) cx_viet_next(&p, pass->end);
		while (p < pass->end && (size_t) (p - start) < CX_POLL_BYTES && !cx_word_read(p, pass->end, &word));
		CX_TRY(cx_nfc(pass->out.arena, start, (size_t) (p - start), &nfc));
		CX_TRY(put(pass, start, p, nfc.at, nfc.n));
	}
	return CX_OK;
}

/* ---- both --------------------------------------------------------------------------- */

/* Put the edits of two passes together, the second of which worked on what the first made. */
static CxStatus
compose(CxArena *arena, const Edits *first, const Edits *second, CxEdit **out, uint32_t *n)
{
	Edits		all = {0};
	uint32_t	i = 0,
				j = 0;
	int64_t		before = 0;		/* from the text between to the first */
	int64_t		behind = 0;		/* from the text between to the last */

	while (i < first->n || j < second->n)
	{
		CxEdit	   *e = cx_vec_push(arena, &all);
		uint32_t	start,
					end;

		if (e == NULL)
			return CX_ENOMEM;

		/*
		 * the first of both lists, in the text between, with all that overlap
		 * it
		 */
		if (j == second->n || (i < first->n && first->at[i].to_start <= second->at[j].from_start))
			start = end = first->at[i].to_start;
		else
			start = end = second->at[j].from_start;
		e->from_start = (uint32_t) (start + before);
		e->to_start = (uint32_t) (start + behind);
		for (bool more = true; more;)
		{
			more = false;
			if (i < first->n && (first->at[i].to_start < end || first->at[i].to_start == start))
			{
				const CxEdit *f = &first->at[i++];

				end = f->to_end > end ? f->to_end : end;
				before += (int64_t) (f->from_end - f->from_start) - (int64_t) (f->to_end - f->to_start);
				more = true;
			}
			if (j < second->n && (second->at[j].from_start < end || second->at[j].from_start == start))
			{
				const CxEdit *s = &second->at[j++];

				end = s->from_end > end ? s->from_end : end;
				behind += (int64_t) (s->to_end - s->to_start) - (int64_t) (s->from_end - s->from_start);
				more = true;
			}
		}
		e->from_end = (uint32_t) (end + before);
		e->to_end = (uint32_t) (end + behind);
	}
	*out = all.at;
	*n = all.n;
	return CX_OK;
}

CxStatus
cx_normalize(CxArena *arena, const char *s, size_t n, const CxNormalize *how, CxStr *out, CxEdit **edits, uint32_t *nedits)
{
	Pass		chars = {.out = {.arena = arena},.s = s,.end = s + n};
	Pass		words = {.out = {.arena = arena}};

	CX_TRY(cx_check_input(s, n, arena->env->utf8));
	CX_TRY(cx_buffer_reserve(&chars.out, n + 1));
	CX_TRY(read_chars(&chars, how));
	words.s = chars.out.at;
	words.end = words.s + chars.out.n;
	CX_TRY(cx_buffer_reserve(&words.out, chars.out.n + 1));
	CX_TRY(read_words(&words, how->tones));
	*out = (CxStr) {words.out.at, (uint32_t) words.out.n};
	return edits == NULL ? CX_OK : compose(arena, &chars.edits, &words.edits, edits, nedits);
}
