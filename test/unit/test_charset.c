/*-------------------------------------------------------------------------
 *
 * test_charset.c
 *	  Legacy charsets: against the C library's iconv, code by code, and every
 *	  syllable there and back.
 *
 *-------------------------------------------------------------------------
 */
#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/text/cx_text.h"

static const CxStr none = {NULL, 0};

/* The character of a byte by iconv, in form C; its length, 0: there is none. */
static size_t
by_iconv(CxArena *arena, iconv_t cd, char byte, char buffer[16], CxStr *out)
{
	char	   *in = &byte;
	size_t		in_left = 1;
	char	   *at = buffer;
	size_t		left = 16;

	(void) iconv(cd, NULL, NULL, NULL, NULL);
	/* a mark is kept back until it is clear what it belongs to */
	if (iconv(cd, &in, &in_left, &at, &left) == (size_t) -1 || iconv(cd, NULL, NULL, &at, &left) == (size_t) -1)
		return 0;
	assert_int_equal(cx_nfc(arena, buffer, (size_t) (at - buffer), out), CX_OK);
	return out->n;
}

static void
agrees_with_iconv(void **state)
{
	static const struct
	{
		CxCharset	charset;
		const char *name;
	}			charsets[] = {
		{CX_CHARSET_VISCII, "VISCII"},
		{CX_CHARSET_TCVN5712_1, "TCVN5712-1"},
		{CX_CHARSET_WINDOWS_1258, "CP1258"},
	};
	CxArena		arena;

	(void) state;
	cx_arena_init(&arena, &cx_env_malloc);
	for (size_t i = 0; i < sizeof(charsets) / sizeof(charsets[0]); i++)
	{
		iconv_t		cd = iconv_open("UTF-8", charsets[i].name);

		assert_true(cd != (iconv_t) - 1);
		for (int b = 0; b < 256; b++)
		{
			char		byte = (char) b;
			char		buffer[16];
			CxStr		theirs = none;
			CxStr		ours = none;
			size_t		bad;
			bool		known = by_iconv(&arena, cd, byte, buffer, &theirs) > 0;
			CxStatus	status = cx_charset_decode(&arena, charsets[i].charset, &byte, 1, none, &ours, &bad);

			/*
			 * iconv takes 80 .. 9F that are free for controls; nobody has
			 * written those
			 */
			if (status == CX_EENCODING && known)
				assert_true((unsigned char) theirs.at[0] == 0xC2 && (unsigned char) theirs.at[1] < 0xA0);
			else
			{
				assert_int_equal(status == CX_OK, known);
				if (known && (ours.n != theirs.n || memcmp(ours.at, theirs.at, ours.n) != 0))
					fail_msg("%s %02X: %.*s, iconv has %.*s", charsets[i].name, b, (int) ours.n, ours.at, (int) theirs.n, theirs.at);
			}
		}
		iconv_close(cd);
	}
	cx_arena_free(&arena);
}

static void
there_and_back(CxArena *arena, CxCharset charset, CxStr s)
{
	CxStr		bytes;
	CxStr		again;
	size_t		bad;

	assert_int_equal(cx_charset_encode(arena, charset, s.at, s.n, none, &bytes, &bad), CX_OK);
	assert_int_equal(cx_charset_decode(arena, charset, bytes.at, bytes.n, none, &again, &bad), CX_OK);
	if (again.n != s.n || memcmp(again.at, s.at, s.n) != 0)
		fail_msg("%s: %.*s comes back as %.*s", cx_charset_names[charset], (int) s.n, s.at, (int) again.n, again.at);
}

static void
keeps_syllables(void **state)
{
	unsigned	syllables = 0;
	CxArena		arena;

	(void) state;
	cx_arena_init(&arena, &cx_env_malloc);
	for (uint32_t code = 1; code <= CX_SYLLABLE_MAX_CODE; code++)
		for (CxToneStyle style = CX_TONES_OLD; style <= CX_TONES_NEW; style++)
		{
			char		spelling[CX_SYLLABLE_MAX_BYTES];
			CxStr		small = {spelling, cx_syllable_spell((uint16_t) code, style, spelling)};
			CxStr		caps;

			if (small.n == 0)
				continue;
			syllables++;
			assert_int_equal(cx_upper(&arena, small.at, small.n, &caps), CX_OK);
			for (unsigned charset = 0; charset < CX_CHARSETS_N; charset++)
			{
				if (charset == CX_CHARSET_WINDOWS_1252)
					continue;
				there_and_back(&arena, (CxCharset) charset, small);
				if (charset != CX_CHARSET_TCVN3)
					there_and_back(&arena, (CxCharset) charset, caps);
			}
			if (syllables % 64 == 0)
				cx_arena_free(&arena);
		}
	assert_true(syllables > 10000);
	cx_arena_free(&arena);
}

/* Whatever bytes are given, decoding with a replacement gives UTF-8, and detection ends. */
static void
takes_any_bytes(void **state)
{
	static const CxStr mark = {"?", 1};
	uint32_t	seed = 7;
	CxArena		arena;

	(void) state;
	cx_arena_init(&arena, &cx_env_malloc);
	for (int round = 0; round < 2000; round++)
	{
		char		bytes[64];
		size_t		n = (size_t) round % sizeof(bytes);
		CxCharsetScores scores;

		for (size_t i = 0; i < n; i++)
		{
			seed = seed * 1664525u + 1013904223u;
			bytes[i] = (char) (seed >> 24);
		}
		for (unsigned charset = 0; charset < CX_CHARSETS_N; charset++)
		{
			CxStr		out;
			size_t		bad;

			assert_int_equal(cx_charset_decode(&arena, (CxCharset) charset, bytes, n, mark, &out, &bad), CX_OK);
			assert_true(cx_utf8_valid(out.at, out.n, NULL));
		}
		assert_int_equal(cx_charset_detect(&arena, bytes, n, &scores), CX_OK);
		cx_arena_free(&arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_iconv),
		cmocka_unit_test(keeps_syllables),
		cmocka_unit_test(takes_any_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
