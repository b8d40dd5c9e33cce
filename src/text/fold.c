/*-------------------------------------------------------------------------
 *
 * fold.c
 *	  Folding for loose comparison: lower case, no diacritics, đ and its
 *	  look-alikes as d.
 *
 * The text is brought to form C; then every Latin letter becomes the base of
 * its decomposition and the marks that are left after it are dropped.  Letters
 * of other scripts keep their marks (й is no и), and are lower-cased only; since
 * a lower-case letter may melt with a mark that its capital does not, form C is
 * made once more if there were any.
 *
 *-------------------------------------------------------------------------
 */
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include "buffer.h"
#include "plain.h"
#include "viet.h"

/* What is not plain is folded in stretches of so many bytes or more, as each takes a form C of its own. */
#define OTHER_BYTES		256

static bool
is_latin(uint32_t c)
{
	UErrorCode	status = U_ZERO_ERROR;

	return u_isalpha((UChar32) c) && uscript_getScript((UChar32) c, &status) == USCRIPT_LATIN;
}

/* The base of a Latin letter: the first character of its decomposition. */
static uint32_t
latin_base(uint32_t c)
{
	UErrorCode	status = U_ZERO_ERROR;
	UChar		parts[16];
	int32_t		n = unorm2_getDecomposition(unorm2_getNFCInstance(&status), (UChar32) c, parts, 16, &status);
	int32_t		i = 0;

	if (n > 0 && U_SUCCESS(status))
		U16_NEXT_UNSAFE(parts, i, c);
	return c;
}

/* The letter of an entry without its marks. */
static inline char
base_char(unsigned entry, bool lower)
{
	char		c = cx_viet_base[VC_LETTER(entry)];

	return lower || !(entry & VC_UPPER) ? c : (char) (c - 'a' + 'A');
}

/* Any stretch that begins with a starter and ends before one that melts with nothing. */
static CxStatus
fold_any(const char *s, size_t n, bool lower, CxBuffer *buffer)
{
	CxArena    *arena = buffer->arena;
	CxStr		nfc;
	const char *p;
	const char *end;
	const char *poll;
	bool		after_latin = false;	/* marks belong to a Latin letter */
	bool		foreign = false;	/* anything outside the repertoire */
	size_t		start = buffer->n;

	CX_TRY(cx_nfc(arena, s, n, &nfc));
	p = poll = nfc.at;
	end = p + nfc.n;
	CX_TRY(cx_buffer_reserve(buffer, (size_t) nfc.n + 4));
	while (p < end)
	{
		uint32_t	c = cx_viet_next(&p, end);
		unsigned	entry = cx_viet_char(c);

		if ((size_t) (p - poll) >= CX_POLL_BYTES)
		{
			CX_TRY(cx_poll(arena));
			poll = p;
		}
		if (entry != 0)
		{
			after_latin = true;
			c = (unsigned char) base_char(entry, lower);
		}
		else if (c < 0x80)
			after_latin = false;
		else if (U_GET_GC_MASK((UChar32) c) & U_GC_M_MASK)
		{
			if (after_latin)
				continue;
			foreign = true;
		}
		else
		{
			foreign = true;
			after_latin = is_latin(c);
			c = after_latin ? latin_base(c) : c;
			if (lower)
				c = (uint32_t) u_tolower((UChar32) c);
		}
		CX_TRY(cx_buffer_char(buffer, c));
	}
	if (foreign)
	{
		CxStr		again;

		CX_TRY(cx_nfc(arena, buffer->at + start, buffer->n - start, &again));
		if (again.at != buffer->at + start)
		{
			buffer->n = start;
			CX_TRY(cx_buffer_bytes(buffer, again.at, again.n));
		}
	}
	return CX_OK;
}

/*
 * Plain stretches are folded at once.  Where one ends, the last starter in it
 * may belong to what comes, so it is taken back with its marks; the other stretch goes
 * on to a character of ASCII, before which it can be cut.
 */
static CxStatus
fold(CxArena *arena, const char *s, size_t n, bool lower, CxStr *out)
{
	const char *p = s;
	const char *end = n == 0 ? s : s + n;
	const char *poll = s;
	const char *plain = s;		/* beginning of the plain stretch */
	bool		after_letter = false;
	CxBuffer	buffer = {.arena = arena};

	if (n > CX_MAX_INPUT)
		return CX_ETOOBIG;
	CX_TRY(cx_buffer_reserve(&buffer, n + 4));
	while (p < end)
	{
		size_t		chunk = (size_t) (end - p) < CX_POLL_BYTES ? (size_t) (end - p) : CX_POLL_BYTES;
		size_t		written;
		size_t		read;
		const char *from = p;

		if ((size_t) (p - poll) >= CX_POLL_BYTES / 2)
		{
			CX_TRY(cx_poll(arena));
			poll = p;
		}
		CX_TRY(cx_buffer_reserve(&buffer, chunk));
		read = cx_plain_fold(p, chunk, lower, &after_letter, buffer.at + buffer.n, &written);
		buffer.n += written;
		p += read;
		if (read > 0)
			continue;

		while (from > plain)
		{
			const char *head = from - 1;

			while (head > plain && ((unsigned char) *head & 0xC0) == 0x80)
				head--;
			if ((unsigned char) *head == 0xCC)
			{
				from = head;
				continue;
			}
			/* a sign was kept as it is, anything else as one byte */
			buffer.n -= (unsigned char) *head == 0xC2 || (unsigned char) *head == 0xE2 ? (size_t) (from - head) : 1;
			from = head;
			break;
		}
		do
			p++;
		while (p < end && ((size_t) (p - from) < OTHER_BYTES || (unsigned char) *p >= 0x80));
		CX_TRY(fold_any(from, (size_t) (p - from), lower, &buffer));
		plain = p;
		after_letter = false;
	}
	out->at = buffer.at;
	out->n = (uint32_t) buffer.n;
	return CX_OK;
}

CxStatus
cx_fold(CxArena *arena, const char *s, size_t n, CxStr *out)
{
	return fold(arena, s, n, true, out);
}

CxStatus
cx_unaccent(CxArena *arena, const char *s, size_t n, CxStr *out)
{
	return fold(arena, s, n, false, out);
}

static bool
fold_plain(const char *s, size_t n, bool lower, char *out, uint32_t *written)
{
	bool		after_letter = false;
	size_t		bytes;

	if (n > CX_PLAIN_BYTES || cx_plain_fold(s, n, lower, &after_letter, out, &bytes) != n)
		return false;
	*written = (uint32_t) bytes;
	return true;
}

bool
cx_fold_plain(const char *s, size_t n, char *out, uint32_t *written)
{
	return fold_plain(s, n, true, out, written);
}

bool
cx_unaccent_plain(const char *s, size_t n, char *out, uint32_t *written)
{
	return fold_plain(s, n, false, out, written);
}

/* Next character of a string in form C, folded; combining marks are passed over; 0 at the end. */
static uint32_t
next_folded(const char **p, const char *end)
{
	while (*p < end)
	{
		uint32_t	c = cx_viet_next(p, end);
		unsigned	entry = cx_viet_char(c);

		if (entry != 0)
			return (unsigned char) cx_viet_base[VC_LETTER(entry)];
		if (c < 0x80)
			return c;
		if (cx_viet_mark(c) == 0)
			return (uint32_t) u_tolower((UChar32) c);
	}
	return 0;
}

bool
cx_fold_equal(const char *a, size_t an, const char *b, size_t bn)
{
	/*
	 * a string without a value is a null pointer, to which nothing may be
	 * added
	 */
	const char *a_end = an == 0 ? a : a + an;
	const char *b_end = bn == 0 ? b : b + bn;
	uint32_t	c;

	if (an == bn && (an == 0 || memcmp(a, b, an) == 0))
		return true;
	do
	{
		c = next_folded(&a, a_end);
		if (c != next_folded(&b, b_end))
			return false;
	} while (c != 0);
	return true;
}
