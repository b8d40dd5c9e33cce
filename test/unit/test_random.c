/*-------------------------------------------------------------------------
 *
 * test_random.c
 *	  Unicode forms, case and folding of random strings, against ICU.
 *
 * The strings are short ones of any characters, of Vietnamese letters and marks in
 * any order, and of both; and long ones that are plain (src/text/plain.h) but
 * for a few places.  CX_STRINGS in the environment says how many:
 *
 *		CX_STRINGS=10000000 build/unit/test_random
 *
 * The two ways to go through plain stretches are compared on any bytes.
 *
 *-------------------------------------------------------------------------
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/text/plain.h"
#include "slow_text.h"

#define STRINGS		60000		/* unless the environment says otherwise */
#define MAX_BYTES	1024

static uint64_t random_state = UINT64_C(0x9E3779B97F4A7C15);

static uint32_t
pick(uint32_t n)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return (uint32_t) (random_state >> 32) % n;
}

/* ---- characters ------------------------------------------------------------------ */

/* Any that may stand in a text; most are in the first planes. */
static uint32_t
any_char(void)
{
	uint32_t	c;

	do
	{
		static const uint32_t below[] = {0x250, 0x3000, 0x10000, 0x20000, 0x110000};

		c = 1 + pick(below[pick(5)] - 1);
	} while (c >= 0xD800 && c <= 0xDFFF);
	return c;
}

static uint32_t
viet_char(void)
{
	static const uint32_t chars[] = {
		'a', 'e', 'i', 'o', 'u', 'y', 'd', 'A', 'E', 'O', 'D', 'n', 'g', 'h', ' ', '.', '1', 0xE2, 0xEA, 0xF4, 0x103, 0x102,
		0x1A1, 0x1B0, 0x1A0, 0x1AF, 0x111, 0x110, 0xD0, 0xF0, 0x189, 0x256, 0xE0, 0xED, 0x128, 0x129, 0x168, 0x169, 0xFC, 0xF1,
	};
	static const uint32_t marks[] = {0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323, 0x308, 0x327, 0x32E};

	switch (pick(5))
	{
		case 0:
			return marks[pick(sizeof(marks) / sizeof(marks[0]))];
		case 1:
		case 2:
			return 0x1EA0 + pick(0x5A);
		default:
			return chars[pick(sizeof(chars) / sizeof(chars[0]))];
	}
}

static uint32_t
plain_char(void)
{
	static const uint32_t signs[] = {0x2013, 0x201C, 0x201D, 0x2026, 0x2018, 0xA0, 0xAB, 0xBB, 0xB5, 0xB0};

	switch (pick(8))
	{
		case 0:
			return signs[pick(sizeof(signs) / sizeof(signs[0]))];
		case 1:
			return 0xC0 + pick(0x40);
		case 2:
			return 0x1EA0 + pick(0x5A);
		case 3:
			return viet_char();
		default:
			return 0x20 + pick(0x5F);
	}
}

static size_t
make_string(char *s, uint32_t kind)
{
	uint32_t	chars = kind % 16 == 0 ? 40 + pick(200) : 1 + pick(12);
	size_t		n = 0;

	while (chars-- > 0)
	{
		uint32_t	c;

		if (kind % 16 == 0)
			c = pick(80) == 0 ? any_char() : plain_char();
		else if (kind % 4 == 1)
			c = any_char();
		else if (kind % 4 == 2)
			c = viet_char();
		else
			c = pick(3) == 0 ? any_char() : viet_char();
		n += cx_utf8_put(c, s + n);
	}
	return n;
}

/* ---- against ICU --------------------------------------------------------------------- */

typedef CxStatus (*Writer) (CxArena *, const char *, size_t, CxStr *);

static void
check(CxArena *arena, const char *what, Writer writer, const char *s, size_t n, SlowStr wanted)
{
	CxStr		out;

	assert_int_equal(writer(arena, s, n, &out), CX_OK);
	if (out.n != wanted.n || memcmp(out.at, wanted.at, wanted.n) != 0)
		fail_msg("%s of \"%.*s\": \"%.*s\" and not \"%.*s\"", what, (int) n, s, (int) out.n, out.at,
				 (int) wanted.n, wanted.at);
	free(wanted.at);
}

static void
check_all(CxArena *arena, const char *s, size_t n)
{
	SlowStr		nfc = slow_form(s, n, true);

	assert_int_equal(cx_is_nfc(s, n), nfc.n == n && memcmp(nfc.at, s, n) == 0);
	check(arena, "form C", cx_nfc, s, n, nfc);
	check(arena, "form D", cx_nfd, s, n, slow_form(s, n, false));
	check(arena, "lower case", cx_lower, s, n, slow_case(s, n, false));
	check(arena, "upper case", cx_upper, s, n, slow_case(s, n, true));
	check(arena, "fold", cx_fold, s, n, slow_fold(s, n));
}

static void
agrees_with_icu(void **state)
{
	/* what random strings have once in millions */
	static const char *const rare[] = {"", "O\u031B\u0F73\u0300", "a\u0323\u0F81", "\u0302", "\u00C4\u0304x\u0302\u0345"};
	const char *wanted = getenv("CX_STRINGS");
	uint32_t	strings = wanted != NULL ? (uint32_t) strtoul(wanted, NULL, 10) : STRINGS;
	CxArena		arena;

	(void) state;
	cx_arena_init(&arena, &cx_env_malloc);
	for (size_t i = 0; i < sizeof(rare) / sizeof(rare[0]); i++)
		check_all(&arena, rare[i], strlen(rare[i]));
	for (uint32_t i = 0; i < strings; i++)
	{
		char		s[MAX_BYTES];
		size_t		n = make_string(s, i);

		check_all(&arena, s, n);
		cx_arena_free(&arena);
	}
}

/* ---- the two ways through plain stretches ----------------------------------------------- */

typedef struct Stretch
{
	size_t		read;
	size_t		written;
	bool		after_letter;
	char	   *out;			/* of the length of the text, so that nothing
								 * may be written behind it */
} Stretch;

static void
assert_same(const Stretch *a, const Stretch *b, const char *s, size_t n)
{
	if (a->read != b->read || a->written != b->written || a->after_letter != b->after_letter ||
		memcmp(a->out, b->out, a->written) != 0)
		fail_msg("\"%.*s\": %zu bytes as %zu, and %zu as %zu", (int) n, s, a->read, a->written, b->read, b->written);
	assert_true(a->read <= n && a->written <= a->read);
	assert_true(cx_utf8_valid(s, a->read, NULL));
}

static void
both_ways_agree(void **state)
{
#ifdef CX_HAVE_AVX512
	(void) state;
	if (!cx_has_avx512())
		skip();
	for (uint32_t i = 0; i < 200000; i++)
	{
		char		made[MAX_BYTES];
		size_t		n = make_string(made, i % 2 == 0 ? 0 : i);
		char	   *s;
		Stretch		a;
		Stretch		b;
		bool		flag = pick(2) == 0;
		bool		after = pick(2) == 0;

		/* bytes that are wrong, and a character that is cut */
		if (pick(3) == 0)
			made[pick((uint32_t) n)] = (char) (0x80 + pick(0x80));
		if (pick(2) == 0)
			n = 1 + pick((uint32_t) n);
		s = malloc(n);
		memcpy(s, made, n);
		a.out = malloc(n);
		b.out = malloc(n);
		a.after_letter = b.after_letter = after;
		a.read = cx_plain_fold_portable(s, n, flag, &a.after_letter, a.out, &a.written);
		b.read = cx_plain_fold_avx512(s, n, flag, &b.after_letter, b.out, &b.written);
		assert_same(&a, &b, s, n);
		a.after_letter = b.after_letter = false;
		a.read = a.written = cx_plain_case_portable(s, n, flag, a.out);
		b.read = b.written = cx_plain_case_avx512(s, n, flag, b.out);
		assert_same(&a, &b, s, n);
		free(a.out);
		free(b.out);
		free(s);
	}
#else
	(void) state;
	skip();
#endif
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_icu),
		cmocka_unit_test(both_ways_agree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
