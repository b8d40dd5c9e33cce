/*-------------------------------------------------------------------------
 *
 * test_cardinal.c
 *	  Numbers in words: written as Unicode CLDR says, and read back.
 *
 * ICU's spell-out of "vi" is the oracle of the standard style, for every integer
 * up to a million and for samples beyond.  What is no number is in
 * sql/normalize.sql.
 *
 *-------------------------------------------------------------------------
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "../../src/lexis/cx_lexis.h"

#define EVERY		1000000
#define SAMPLES		100000

static UNumberFormat * spellout;

static void
check(CxArena *arena, int64_t value)
{
	UErrorCode	status = U_ZERO_ERROR;
	UChar		u[512];
	char		expected[1536];
	char		digits[24];
	int			n = snprintf(digits, sizeof(digits), "%lld", (long long) value);
	int32_t		un = unum_formatInt64(spellout, value, u, 512, NULL, &status);
	int32_t		bytes;

	u_strToUTF8(expected, sizeof(expected), &bytes, u, un, &status);
	assert_true(U_SUCCESS(status));
	for (int style = CX_SPELL_STANDARD; style < CX_SPELL_STYLES; style++)
	{
		CxStr		words;
		CxStr		again;

		assert_int_equal(cx_cardinal_spell(arena, digits, (size_t) n, (CxSpellStyle) style, &words), CX_OK);
		if (style == CX_SPELL_STANDARD && (words.n != (uint32_t) bytes || memcmp(words.at, expected, words.n) != 0))
			fail_msg("%s: \"%.*s\", CLDR has \"%.*s\"", digits, (int) words.n, words.at, (int) bytes, expected);
		/* reading all of them back would take most of the time */
		if (value > EVERY / 100 && value % 7 != 0)
			continue;
		assert_int_equal(cx_cardinal_read(arena, words.at, words.n, &again), CX_OK);
		if (again.n != (uint32_t) n || memcmp(again.at, digits, again.n) != 0)
			fail_msg("%s: \"%.*s\" is read as \"%.*s\"", digits, (int) words.n, words.at, (int) again.n, again.n > 0 ? again.at : "");
	}
}

static void
spells_as_cldr(void **state)
{
	UErrorCode	status = U_ZERO_ERROR;
	uint64_t	seed = 1;
	CxArena		arena;

	(void) state;
	spellout = unum_open(UNUM_SPELLOUT, NULL, 0, "vi", NULL, &status);
	assert_true(U_SUCCESS(status));
	cx_arena_init(&arena, &cx_env_malloc);
	for (int64_t i = 0; i <= EVERY + SAMPLES; i++)
	{
		int64_t		value = i;

		if (i > EVERY)
		{
			/*
			 * below 10^18, where CLDR goes over to digits; many with noughts
			 * in them
			 */
			seed = seed * 6364136223846793005u + 1442695040888963407u;
			value = (int64_t) ((seed >> 1) % (i % 2 == 0 ? UINT64_C(1000000000000000000) : UINT64_C(100000000000)));
			if (i % 5 == 0)
				value = value / 1000000 * 1000000 + value % 100;
			if (i % 11 == 0)
				value = value / 1000000000 * 1000000000 + value % 10;
		}
		check(&arena, value);
		if (i % 256 == 0)
			cx_arena_free(&arena);
	}
	cx_arena_free(&arena);
	unum_close(spellout);
}

static void
spells_any_decimal(void **state)
{
	static const struct
	{
		const char *decimal;
		const char *words;		/* NULL: none */
	}			cases[] = {
		{"-0.50", "âm không phẩy năm không"},
		{"0007", "bảy"},
		{"1000000000000000000", "một tỷ tỷ"},
		{"2000000003000000000", "hai tỷ lẻ ba tỷ"},
		{"NaN", NULL},
		{"Infinity", NULL},
		{"-", NULL},
		{"", NULL},
		{"1e5", NULL},
	};
	CxArena		arena;

	(void) state;
	cx_arena_init(&arena, &cx_env_malloc);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		CxStr		words;

		assert_int_equal(cx_cardinal_spell(&arena, cases[i].decimal, strlen(cases[i].decimal), CX_SPELL_STANDARD, &words), CX_OK);
		if (cases[i].words == NULL)
			assert_null(words.at);
		else if (words.n != strlen(cases[i].words) || memcmp(words.at, cases[i].words, words.n) != 0)
			fail_msg("%s: \"%.*s\"", cases[i].decimal, (int) words.n, words.at);
	}
	cx_arena_free(&arena);
}

static void
writes_roman(void **state)
{
	(void) state;
	for (int value = -1; value <= 4001; value++)
	{
		char		roman[CX_ROMAN_MAX_BYTES];
		unsigned	n = cx_roman_write(value, roman);

		if (value < 1 || value > 3999)
			assert_int_equal(n, 0);
		else
			assert_int_equal(cx_roman_read(roman, n), value);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spells_as_cldr),
		cmocka_unit_test(spells_any_decimal),
		cmocka_unit_test(writes_roman),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
