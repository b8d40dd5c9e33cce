/*-------------------------------------------------------------------------
 *
 * test_forms.c
 *	  Unicode forms C and D: every line of the Unicode consortium's
 *	  NormalizationTest.txt (package unicode-data).
 *
 * A line has five columns: a source, its forms C and D, and its forms KC and KD,
 * which are looked at as further sources.
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

#include "../../src/text/cx_text.h"

#define TEST_FILE	"/usr/share/unicode/NormalizationTest.txt.bz2"
#define COLUMNS		5

typedef struct Column
{
	char		at[256];
	size_t		n;
} Column;

/* "0044 0307;" as UTF-8; what stands behind it. */
static const char *
read_column(const char *s, Column *out)
{
	out->n = 0;
	while (*s != ';')
	{
		char	   *end;
		unsigned long c = strtoul(s, &end, 16);

		assert_true(end > s && out->n < sizeof(out->at) - 4);
		out->n += cx_utf8_put((uint32_t) c, out->at + out->n);
		s = end;
	}
	return s + 1;
}

static void
check(CxArena *arena, bool composed, const Column *source, const Column *form, unsigned line)
{
	CxStr		got;

	assert_int_equal((composed ? cx_nfc : cx_nfd) (arena, source->at, source->n, &got), CX_OK);
	if (got.n != form->n || memcmp(got.at, form->at, got.n) != 0)
		fail_msg(TEST_FILE ":%u: form %c", line, composed ? 'C' : 'D');
	if (composed)
		assert_int_equal(cx_is_nfc(source->at, source->n), source->n == form->n && memcmp(source->at, form->at, form->n) == 0);
}

static void
passes_the_test_of_unicode(void **state)
{
	FILE	   *f = popen("bzcat " TEST_FILE, "r");
	char		text[4096];
	unsigned	line = 0;
	unsigned	tested = 0;
	CxArena		arena;

	(void) state;
	assert_non_null(f);
	cx_arena_init(&arena, &cx_env_malloc);
	while (fgets(text, sizeof(text), f) != NULL)
	{
		Column		column[COLUMNS];
		const char *at = text;

		line++;
		if (*text == '#' || *text == '@' || *text == '\n')
			continue;
		for (unsigned i = 0; i < COLUMNS; i++)
			at = read_column(at, &column[i]);
		for (unsigned i = 0; i < COLUMNS; i++)
		{
			/*
			 * forms KC and KD have a form C and D of their own, which is the
			 * fourth and fifth
			 */
			check(&arena, true, &column[i], &column[i < 3 ? 1 : 3], line);
			check(&arena, false, &column[i], &column[i < 3 ? 2 : 4], line);
		}
		tested++;
		cx_arena_free(&arena);
	}
	(void) pclose(f);
	if (tested < 18000)
		fail_msg("%s gives %u lines: packages unicode-data, bzip2", TEST_FILE, tested);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(passes_the_test_of_unicode),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
