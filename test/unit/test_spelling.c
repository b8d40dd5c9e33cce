/*-------------------------------------------------------------------------
 *
 * test_spelling.c
 *	  What a misspelled word was meant for.
 *
 * Slips are made in every syllable, of each kind that respell.c knows; if what comes
 * out is no syllable, the one it was made from must be among the candidates.
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

#include "../../src/text/viet.h"

#define MAX_CANDIDATES	4000
#define MAX_SLIP		32

static const uint16_t common[CX_SYLLABLE_MAX_CODE + 1];
static unsigned slips;

static void
check_slip(uint16_t meant, const uint32_t *chars, unsigned n, const char *kind)
{
	static CxRespelling best[MAX_CANDIDATES];
	char		word[4 * MAX_SLIP];
	unsigned	bytes = 0;
	unsigned	found;

	for (unsigned i = 0; i < n; i++)
		bytes += cx_utf8_put(chars[i], word + bytes);
	if (n < 2 || cx_syllable_code(word, bytes) != 0)
		return;
	slips++;
	found = cx_respell(word, bytes, common, best, MAX_CANDIDATES);
	assert_true(found < MAX_CANDIDATES);
	for (unsigned i = 1; i < found; i++)
		assert_true(best[i].cost >= best[i - 1].cost);
	for (unsigned i = 0; i < found; i++)
		if (best[i].code == meant)
			return;
	fail_msg("%s: \"%.*s\"", kind, (int) bytes, word);
}

/* The keys that make the syllable in Telex, the one for the tone last; none of "oong", where they say another thing. */
static unsigned
telex(const uint32_t *chars, unsigned n, uint32_t *keys)
{
	static const char tone_keys[] = "\0frxsj";
	unsigned	m = 0;
	unsigned	tone = 0;

	for (unsigned i = 0; i < n; i++)
	{
		unsigned	entry = cx_viet_char(chars[i]);
		unsigned	letter = VC_LETTER(entry);
		uint32_t	base = (unsigned char) cx_viet_base[letter];

		if (VC_TONE(entry) != 0)
			tone = VC_TONE(entry);
		if (m > 0 && keys[m - 1] == base)
			return 0;
		keys[m++] = base;
		if (letter == VL_AW || letter == VL_OW || letter == VL_UW)
			keys[m++] = 'w';
		else if (letter >= VL_DD)
			keys[m++] = base;
	}
	if (tone != 0)
		keys[m++] = (uint32_t) tone_keys[tone];
	return m;
}

static void
make_slips(uint16_t code)
{
	char		spelling[CX_SYLLABLE_MAX_BYTES];
	unsigned	bytes = cx_syllable_spell(code, CX_TONES_OLD, spelling);
	const char *at = spelling;
	uint32_t	chars[CX_SYLLABLE_MAX_BYTES];
	uint32_t	slip[MAX_SLIP];
	unsigned	n = 0;

	while (at < spelling + bytes)
		chars[n++] = cx_utf8_next(&at, spelling + bytes);
	for (unsigned i = 0; i < n; i++)
	{
		unsigned	tone = VC_TONE(cx_viet_char(chars[i]));

		/* twice, the mark of the tone once */
		memcpy(slip, chars, (i + 1) * sizeof(*slip));
		slip[i + 1] = cx_viet_compose[VC_LETTER(cx_viet_char(chars[i]))][0][0];
		memcpy(slip + i + 2, chars + i + 1, (n - i - 1) * sizeof(*slip));
		check_slip(code, slip, n + 1, "twice");
		/* left out, unless the tone goes with it */
		memcpy(slip, chars, i * sizeof(*slip));
		memcpy(slip + i, chars + i + 1, (n - i - 1) * sizeof(*slip));
		if (tone == 0)
			check_slip(code, slip, n - 1, "left out");
		if (i + 1 < n)
		{
			memcpy(slip, chars, n * sizeof(*slip));
			slip[i] = chars[i + 1];
			slip[i + 1] = chars[i];
			check_slip(code, slip, n, "other order");
		}
		for (unsigned letter = VL_A; letter < VL_COUNT; letter++)
		{
			memcpy(slip, chars, n * sizeof(*slip));
			slip[i] = cx_viet_compose[letter][0][tone];
			if (slip[i] != 0)
				check_slip(code, slip, n, "another letter");
		}
	}
	memcpy(slip, chars, n * sizeof(*slip));
	for (unsigned i = 0; i < n; i++)
		slip[i] = (unsigned char) cx_viet_base[VC_LETTER(cx_viet_char(chars[i]))];
	check_slip(code, slip, n, "no marks");
	check_slip(code, slip, telex(chars, n, slip), "Telex");
}

static void
finds_what_was_meant(void **state)
{
	(void) state;
	for (unsigned code = 1; code <= CX_SYLLABLE_MAX_CODE; code += 13)
	{
		unsigned	onset;
		unsigned	rhyme;
		CxTone		tone;

		if (cx_syllable_parts((uint16_t) code, &onset, &rhyme, &tone))
			make_slips((uint16_t) code);
	}
	assert_true(slips > 20000);
}

/* Words that nothing is near to, and what is no word. */
static void
finds_nothing(void **state)
{
	static const char *const words[] = {
		"", "x", "strength", "Москва", "aaaaaaaaaaaaaaaaaaaa", "bcdbcd", "\u0301", "q\u0302a", "a1", "\xFF\xFE", "12",
	};
	CxRespelling best[3];

	(void) state;
	for (unsigned i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (cx_respell(words[i], strlen(words[i]), common, best, 3) != 0)
			fail_msg("\"%s\"", words[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_what_was_meant),
		cmocka_unit_test(finds_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
