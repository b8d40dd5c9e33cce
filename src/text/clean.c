/*-------------------------------------------------------------------------
 *
 * clean.c
 *	  A string as facts are reported: one line, form C, no punctuation around.
 *
 * First pass: white space and control characters become single spaces,
 * zero-width characters go, look-alikes of đ become đ; then form C.  Second
 * pass: brackets and quotes find their partners.  At last the ends are
 * stripped by two rules, for as long as one of them applies:
 *
 *		- space or punctuation at an end goes, unless it is a bracket or quote
 *		  whose partner is inside:	Nhà máy “Sông Đà”,   →  Nhà máy “Sông Đà”
 *		- a pair around the whole goes:	“Sông Đà”  →  Sông Đà
 *
 * Partners are found in one pass with a chain of open ones for every kind, so
 * that kinds may cross; the stripping only moves inwards.  All is linear.
 *
 * Most strings are clean as they stand, and are told by a look: letters of the
 * repertoire, ASCII and general punctuation, single spaces, a letter or digit
 * at either end.
 *
 *-------------------------------------------------------------------------
 */
#include <unicode/uchar.h>

#include "buffer.h"
#include "viet.h"

#define NO_PARTNER	UINT32_MAX

/* opening and closing character of each kind; equal for straight quotes */
static const uint16_t kinds[][2] = {
	{'(', ')'},
	{'[', ']'},
	{'{', '}'},
	{'"', '"'},
	{'\'', '\''},
	{0x2018, 0x2019},			/* ‘ ’ */
	{0x201C, 0x201D},			/* “ ” */
	{0x00AB, 0x00BB},			/* « » */
	{0x2039, 0x203A},			/* ‹ › */
};

#define KINDS	(sizeof(kinds) / sizeof(kinds[0]))

typedef struct Bracket
{
	uint32_t	at;
	uint32_t	partner;		/* index, or NO_PARTNER; while open: the next
								 * outer open one */
	bool		is_open;		/* still open */
} Bracket;

typedef CX_VEC(Bracket) Brackets;

static bool
is_zero_width(uint32_t c)
{
	return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
		(c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

static bool
is_space(uint32_t c)
{
	return u_isUWhiteSpace((UChar32) c) || u_charType((UChar32) c) == U_CONTROL_CHAR;
}

/* May it go at an end?  Percent signs belong to their number; a bar is punctuation to a newspaper. */
static bool
is_strippable(uint32_t c)
{
	if (c == '%' || c == 0x2030)
		return false;
	return c == ' ' || c == '|' || u_ispunct((UChar32) c);
}

/* What a character does to a string that is clean so far. */
typedef enum CleanKind
{
	CLEAN_WORD,					/* letter or digit: may stand anywhere */
	CLEAN_MARK,					/* may not stand at an end */
	CLEAN_SPACE,				/* nor by another one */
	CLEAN_NO
} CleanKind;

#define NO4			CLEAN_NO, CLEAN_NO, CLEAN_NO, CLEAN_NO
#define MARK4		CLEAN_MARK, CLEAN_MARK, CLEAN_MARK, CLEAN_MARK
#define MARK15		MARK4, MARK4, MARK4, CLEAN_MARK, CLEAN_MARK, CLEAN_MARK
#define WORD10		0, 0, 0, 0, 0, 0, 0, 0, 0, 0
#define WORD26		WORD10, WORD10, 0, 0, 0, 0, 0, 0

static const uint8_t ascii_kind[128] = {
	NO4, NO4, NO4, NO4, NO4, NO4, NO4, NO4, CLEAN_SPACE, MARK15,
	WORD10, MARK4, CLEAN_MARK, CLEAN_MARK, CLEAN_MARK,
	WORD26, MARK4, CLEAN_MARK, CLEAN_MARK, WORD26, MARK4, CLEAN_NO
};

/* Is the string clean beyond doubt?  Such a one is in form C, and nothing is stripped from it. */
static bool
is_clean(const char *s, size_t n)
{
	const char *p = s;
	const char *end = s + n;
	unsigned	last = CLEAN_NO;

	while (p < end)
	{
		const char *at = p;
		unsigned	kind;

		if ((unsigned char) *p < 0x80)
			kind = ascii_kind[(unsigned char) *p++];
		else
		{
			uint32_t	c = cx_viet_next(&p, end);
			unsigned	entry = cx_viet_char(c);

			if (entry != 0)
				kind = entry & VC_LOOKALIKE ? CLEAN_NO : CLEAN_WORD;
			else
				kind = c >= 0x2010 && c <= 0x2027 ? CLEAN_MARK : CLEAN_NO;
		}
		if (kind != CLEAN_WORD && (kind == CLEAN_NO || at == s || (kind == CLEAN_SPACE && last == CLEAN_SPACE)))
			return false;
		last = kind;
	}
	return last == CLEAN_WORD;
}

static CxStatus
clean_chars(CxArena *arena, const char *s, size_t n, CxBuffer *buffer)
{
	const char *p = s;
	const char *end = s + n;
	const char *poll = s;

	CX_TRY(cx_buffer_reserve(buffer, n + 4));
	while (p < end)
	{
		uint32_t	c = cx_viet_next(&p, end);
		unsigned	entry = cx_viet_char(c);

		if ((size_t) (p - poll) >= CX_POLL_BYTES)
		{
			CX_TRY(cx_poll(arena));
			poll = p;
		}
		if (entry & VC_LOOKALIKE)
			c = cx_viet_compose[VL_DD][(entry & VC_UPPER) != 0][0];
		else if (entry == 0)
		{
			if (is_zero_width(c))
				continue;
			if (is_space(c))
			{
				if (buffer->n == 0 || buffer->at[buffer->n - 1] == ' ')
					continue;
				c = ' ';
			}
		}
		CX_TRY(cx_buffer_char(buffer, c));
	}
	return CX_OK;
}

static CxStatus
find_partners(CxArena *arena, const char *s, size_t n, Brackets * brackets)
{
	uint32_t	innermost[KINDS];	/* last open one of each kind */
	const char *p = s;
	const char *end = s + n;

	for (unsigned k = 0; k < KINDS; k++)
		innermost[k] = NO_PARTNER;
	while (p < end)
	{
		const char *start = p;
		uint32_t	c = cx_utf8_next(&p, end);
		unsigned	k;
		Bracket    *bracket;

		if (c > 0x203A || (c >= 0x80 && c != 0xAB && c != 0xBB && c < 0x2018) || (c < 0x80 && ascii_kind[c] != CLEAN_MARK))
			continue;
		for (k = 0; k < KINDS && c != kinds[k][0] && c != kinds[k][1]; k++)
			;
		if (k == KINDS)
			continue;
		bracket = cx_vec_push(arena, brackets);
		if (bracket == NULL)
			return CX_ENOMEM;
		bracket->at = (uint32_t) (start - s);
		bracket->partner = NO_PARTNER;
		bracket->is_open = false;
		if (innermost[k] != NO_PARTNER && c == kinds[k][1])
		{
			Bracket    *opener = &brackets->at[innermost[k]];

			bracket->partner = innermost[k];
			innermost[k] = opener->partner;
			opener->partner = brackets->n - 1;
			opener->is_open = false;
		}
		else if (c == kinds[k][0])
		{
			bracket->partner = innermost[k];
			bracket->is_open = true;
			innermost[k] = brackets->n - 1;
		}
	}
	return CX_OK;
}

/* Where the partner of bracket i stands, or UINT32_MAX. */
static uint32_t
partner_at(const Brackets * brackets, uint32_t i)
{
	const Bracket *bracket = &brackets->at[i];

	if (bracket->is_open || bracket->partner == NO_PARTNER)
		return UINT32_MAX;
	return brackets->at[bracket->partner].at;
}

static uint32_t
last_char(const char *s, uint32_t end)
{
	do
		end--;
	while (((unsigned char) s[end] & 0xC0) == 0x80);
	return end;
}

CxStatus
cx_clean(CxArena *arena, const char *s, size_t n, CxStr *out)
{
	CxBuffer	buffer = {.arena = arena};
	CxStr		nfc;
	Brackets	brackets = {0};
	uint32_t	low = 0;		/* what is left: bytes [low, high) ... */
	uint32_t	high;
	uint32_t	first = 0;		/* ... and brackets [first, last) */
	uint32_t	last;

	if (n <= CX_MAX_INPUT && is_clean(s, n))
	{
		out->at = s;
		out->n = (uint32_t) n;
		return CX_OK;
	}
	CX_TRY(cx_check_input(s, n, arena->env->utf8));
	CX_TRY(clean_chars(arena, s, n, &buffer));
	CX_TRY(cx_nfc(arena, buffer.at, buffer.n, &nfc));
	CX_TRY(find_partners(arena, nfc.at, nfc.n, &brackets));
	high = nfc.n;
	last = brackets.n;

	while (low < high)
	{
		const char *p = nfc.at + low;
		uint32_t	c = cx_utf8_next(&p, nfc.at + high);
		uint32_t	tail = last_char(nfc.at, high);
		const char *q = nfc.at + tail;
		uint32_t	tail_char = cx_utf8_next(&q, nfc.at + high);
		bool		is_bracket = first < last && brackets.at[first].at == low;
		bool		tail_is_bracket = first < last && brackets.at[last - 1].at == tail;
		uint32_t	partner = is_bracket ? partner_at(&brackets, first) : UINT32_MAX;
		uint32_t	tail_partner = tail_is_bracket ? partner_at(&brackets, last - 1) : UINT32_MAX;

		if (is_strippable(c) && (partner >= high || partner < low))
		{
			low = (uint32_t) (p - nfc.at);
			first += is_bracket;
		}
		else if (is_strippable(tail_char) && (tail_partner >= high || tail_partner < low))
		{
			high = tail;
			last -= tail_is_bracket;
		}
		else if (partner == tail && is_bracket)
		{
			low = (uint32_t) (p - nfc.at);
			high = tail;
			first++;
			last--;
		}
		else
			break;
	}
	out->at = nfc.at + low;
	out->n = high - low;
	return CX_OK;
}
