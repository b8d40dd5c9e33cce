/*-------------------------------------------------------------------------
 *
 * test_text.c
 *	  Unit tests of the text layer.
 *
 * The syllable codec is tested exhaustively: every code that spells, in both
 * tone styles, both Unicode forms and three letter cases, with the tone on
 * every vowel.  Forms, case and folding are compared with slow twins over
 * ICU, on the Vietnamese repertoire and on random strings that mix it with
 * what is hard in other scripts.  Texts are copied to blocks of exactly their
 * length, so that a sanitizer sees any read outside.
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
#include "slow_text.h"

/* ---- helpers --------------------------------------------------------------- */

/* An environment that counts blocks, fails after a number of them, and may be interrupted. */
typedef struct Meter
{
	long		left;			/* allocations until failure; negative: never fails */
	long		held;
	bool		stop;
} Meter;

static void *
meter_alloc(void *ctx, size_t size)
{
	Meter	   *meter = ctx;

	if (meter->left == 0)
		return NULL;
	meter->left--;
	meter->held++;
	return malloc(size);
}

static void
meter_release(void *ctx, void *ptr)
{
	Meter	   *meter = ctx;

	meter->held--;
	free(ptr);
}

static bool
meter_interrupted(void *ctx)
{
	Meter	   *meter = ctx;

	return meter->stop;
}

static char *
tight(const char *s, size_t n)
{
	char	   *copy = malloc(n != 0 ? n : 1);

	memcpy(copy, s, n);
	return copy;
}

static uint16_t
code_of(const char *s, size_t n)
{
	char	   *copy = tight(s, n);
	uint16_t	code = cx_syllable_code(copy, n);

	free(copy);
	return code;
}

static uint16_t
code(const char *s)
{
	return code_of(s, strlen(s));
}

static uint32_t random_state = 20201013;

static uint32_t
random_below(uint32_t n)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 17;
	random_state ^= random_state << 5;
	return random_state % n;
}

typedef CxStatus (*Writer) (CxArena *, const char *, size_t, CxStr *);

static void
assert_writes(Writer writer, const char *s, size_t n, const char *wanted, size_t wanted_n)
{
	CxArena		arena;
	CxStr		out;
	char	   *copy = tight(s, n);

	cx_arena_init(&arena, &cx_env_malloc);
	assert_int_equal(writer(&arena, copy, n, &out), CX_OK);
	if (out.n != wanted_n || memcmp(out.at, wanted, wanted_n) != 0)
		fail_msg("\"%.*s\" gives \"%.*s\" and not \"%.*s\"", (int) n, s, (int) out.n, out.at, (int) wanted_n, wanted);
	cx_arena_free(&arena);
	free(copy);
}

static void
assert_slow(Writer writer, const char *s, size_t n, SlowStr wanted)
{
	assert_writes(writer, s, n, wanted.at, wanted.n);
	free(wanted.at);
}

static void
assert_like_slow(const char *s, size_t n)
{
	SlowStr		nfc = slow_form(s, n, true);
	char	   *copy = tight(s, n);

	assert_int_equal(cx_is_nfc(copy, n), nfc.n == n && memcmp(nfc.at, s, n) == 0);
	free(copy);
	assert_slow(cx_nfc, s, n, nfc);
	assert_slow(cx_nfd, s, n, slow_form(s, n, false));
	assert_slow(cx_lower, s, n, slow_case(s, n, false));
	assert_slow(cx_upper, s, n, slow_case(s, n, true));
	assert_slow(cx_fold, s, n, slow_fold(s, n));
}

/* ---- memory ------------------------------------------------------------------ */

static void
test_arena(void **state)
{
	Meter		meter = {.left = -1};
	CxEnv		env = {meter_alloc, meter_release, NULL, meter_interrupted, &meter, false};
	CxArena		arena;
	CX_VEC(uint64_t) vec = {0};
	char	   *a;
	char	   *b;

	(void) state;
	cx_arena_init(&arena, &env);
	assert_int_equal(meter.held, 0);

	a = cx_arena_alloc(&arena, 5);
	b = cx_arena_alloc(&arena, 0);
	assert_non_null(b);
	for (int i = 0; i < 5; i++)
		assert_int_equal(a[i], 0);
	for (size_t size = 1; size < 5000; size = size * 3 / 2 + 1)
	{
		a = cx_arena_alloc(&arena, size);
		assert_non_null(a);
		assert_int_equal((uintptr_t) a % 8, 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(a[i], 0);
		memset(a, 0xFF, size);
	}

	/* the last piece grows in place, others move with their contents */
	a = cx_arena_alloc(&arena, 10);
	strcpy(a, "congress");
	b = cx_arena_grow(&arena, a, 10, 12);
	assert_ptr_equal(a, b);
	cx_arena_alloc(&arena, 8);
	b = cx_arena_grow(&arena, a, 12, 1000);
	assert_ptr_not_equal(a, b);
	assert_string_equal(b, "congress");
	b = cx_arena_grow(&arena, b, 1000, 100000);
	assert_string_equal(b, "congress");

	for (uint64_t i = 0; i < 100000; i++)
		*cx_vec_push(&arena, &vec) = i;
	for (uint64_t i = 0; i < 100000; i++)
		assert_int_equal(vec.at[i], i);

	/* outgrown blocks are given back at once */
	assert_in_range(arena.total, 100000 * 8, 3 * 131072 * 8);
	assert_in_range(meter.held, 1, 20);

	assert_null(cx_arena_alloc(&arena, SIZE_MAX));
	assert_null(cx_arena_alloc(&arena, SIZE_MAX - 7));
	cx_arena_free(&arena);
	assert_int_equal(meter.held, 0);
	assert_int_equal(arena.total, 0);
	assert_non_null(cx_arena_alloc(&arena, 1));
	assert_int_equal(cx_poll(&arena), CX_OK);
	meter.stop = true;
	assert_int_equal(cx_poll(&arena), CX_ECANCELED);
	cx_arena_free(&arena);
	assert_int_equal(meter.held, 0);
}

/* Every writer survives a failure of every allocation, and hears of a cancel. */
static void
test_failures(void **state)
{
	static const Writer writers[] = {cx_nfc, cx_nfd, cx_lower, cx_upper, cx_fold, cx_clean};
	static const char piece[] = "  (Ða\xCC\xA3i ho\xCC\xA3\xCC\x82i \xE2\x80\x9C" "X\xE2\x80\x9D)\n";
	size_t		n = 3000 * (sizeof(piece) - 1);
	char	   *s = malloc(n + 200);

	(void) state;
	for (size_t i = 0; i < n; i += sizeof(piece) - 1)
		memcpy(s + i, piece, sizeof(piece) - 1);
	for (size_t i = 0; i < 100; i++)
		memcpy(s + n + 2 * i, i % 2 ? "\xCC\xA3" : "\xCC\x81", 2);
	n += 200;
	for (unsigned w = 0; w < sizeof(writers) / sizeof(writers[0]); w++)
	{
		CxStatus	status = CX_ENOMEM;
		Meter		meter = {0};
		CxEnv		env = {meter_alloc, meter_release, NULL, meter_interrupted, &meter, false};
		CxArena		arena;
		CxStr		out;

		cx_arena_init(&arena, &env);
		for (long k = 0; status == CX_ENOMEM; k++)
		{
			assert_in_range(k, 0, 1000);
			meter.left = k;
			status = writers[w] (&arena, s, n, &out);
			assert_true(status == CX_OK || status == CX_ENOMEM);
			cx_arena_free(&arena);
			assert_int_equal(meter.held, 0);
		}
		meter.left = -1;
		meter.stop = true;
		assert_int_equal(writers[w] (&arena, s, n, &out), CX_ECANCELED);
		assert_int_equal(writers[w] (&arena, "a\xC3", 2, &out), CX_EENCODING);
		assert_int_equal(writers[w] (&arena, s, CX_MAX_INPUT + 1, &out), CX_ETOOBIG);
		cx_arena_free(&arena);
		assert_int_equal(meter.held, 0);
	}
	free(s);
}

/* ---- UTF-8 --------------------------------------------------------------------- */

static void
check_sequence(const unsigned char *bytes, int32_t n)
{
	char	   *s = tight((const char *) bytes, (size_t) n);
	const char *p = s;
	size_t		chars = 0;
	size_t		bad = 99;
	bool		valid = true;
	size_t		first_bad = 0;

	for (int32_t i = 0; i < n;)
	{
		int32_t		start = i;
		UChar32		c;
		uint32_t	got;

		U8_NEXT(bytes, i, n, c);
		if (c < 0)
		{
			i = start + 1;
			if (valid)
				first_bad = (size_t) start;
			valid = false;
			c = 0xFFFD;
		}
		got = cx_utf8_next(&p, s + n);
		assert_int_equal(got, c);
		assert_int_equal(p - s, i);
		chars++;
	}
	assert_int_equal(cx_utf8_chars(s, (size_t) n), chars);
	assert_int_equal(cx_utf8_valid(s, (size_t) n, &bad), valid);
	if (!valid)
		assert_int_equal(bad, first_bad);
	assert_int_equal(cx_utf8_valid(s, (size_t) n, NULL), valid);
	free(s);
}

static void
test_utf8(void **state)
{
	static const unsigned char tails[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
	unsigned char bytes[12] = "12345678";

	(void) state;
	for (uint32_t c = 0; c < 0x110000; c++)
	{
		char		out[4];
		const char *p = out;
		unsigned	n;

		if (c >= 0xD800 && c < 0xE000)
			continue;
		n = cx_utf8_put(c, out);
		assert_int_equal(cx_utf8_next(&p, out + n), c);
		assert_int_equal(p - out, n);
	}
	for (unsigned a = 0; a < 256; a++)
	{
		bytes[8] = (unsigned char) a;
		check_sequence(bytes + 8, 1);
		for (unsigned b = 0; b < 256; b++)
		{
			bytes[9] = (unsigned char) b;
			check_sequence(bytes + 8, 2);
			for (unsigned c = 0; a >= 0xE0 && c < sizeof(tails); c++)
			{
				bytes[10] = tails[c];
				check_sequence(bytes + 8, 3);
				for (unsigned d = 0; d < sizeof(tails); d++)
				{
					bytes[11] = tails[d];
					check_sequence(bytes + 8, 4);
					check_sequence(bytes, 12);
				}
			}
		}
	}
}

/* ---- syllables -------------------------------------------------------------------- */

static const char *const tone_marks[] = {"", "\xCC\x80", "\xCC\x89", "\xCC\x83", "\xCC\x81", "\xCC\xA3"};

static void
check_spelling(uint16_t wanted, const char *s, size_t n)
{
	SlowStr		forms[3];
	char		title[64];
	size_t		first = 1;
	SlowStr		upper;

	forms[0] = slow_form(s, n, true);
	forms[1] = slow_form(s, n, false);
	upper = slow_case(forms[0].at, forms[0].n, true);
	forms[2] = slow_form(upper.at, upper.n, false);
	for (int i = 0; i < 3; i++)
		assert_int_equal(code_of(forms[i].at, forms[i].n), wanted);
	assert_int_equal(code_of(upper.at, upper.n), wanted);
	while (first < upper.n && ((unsigned char) upper.at[first] & 0xC0) == 0x80)
		first++;
	memcpy(title, upper.at, first);
	memcpy(title + first, forms[0].at + first, forms[0].n - first);
	assert_int_equal(code_of(title, forms[0].n), wanted);
	for (int i = 0; i < 3; i++)
		free(forms[i].at);
	free(upper.at);
}

static void
test_syllables(void **state)
{
	unsigned	legal = 0;

	(void) state;
	for (unsigned k = 0; k <= UINT16_MAX; k++)
	{
		char		spelling[2][CX_SYLLABLE_MAX_BYTES];
		char		bare[CX_SYLLABLE_MAX_BYTES];
		unsigned	n[2];
		size_t		bare_n;
		unsigned	onset,
					rhyme;
		CxTone		tone;
		unsigned	vowels = 0;

		n[0] = cx_syllable_spell((uint16_t) k, CX_TONES_OLD, spelling[0]);
		n[1] = cx_syllable_spell((uint16_t) k, CX_TONES_NEW, spelling[1]);
		assert_int_equal(cx_syllable_parts((uint16_t) k, &onset, &rhyme, &tone), n[0] != 0);
		if (n[0] == 0)
		{
			assert_int_equal(n[1], 0);
			continue;
		}
		legal++;
		assert_in_range(k, 1, CX_SYLLABLE_MAX_CODE);
		assert_in_range(onset, 0, cx_syllable_onsets() - 1);
		assert_in_range(rhyme, 0, cx_syllable_rhymes() - 1);
		for (int style = 0; style < 2; style++)
			check_spelling((uint16_t) k, spelling[style], n[style]);

		/* the tone on each vowel in turn, as a mark of its own */
		strcpy(bare, cx_syllable_onset_name(onset));
		if (strcmp(bare, "gi") == 0 && cx_syllable_rhyme_name(rhyme)[0] == 'i')
			bare[1] = 0;
		strcat(bare, cx_syllable_rhyme_name(rhyme));
		bare_n = strlen(bare);
		if (tone == CX_TONE_NGANG)
		{
			assert_int_equal(bare_n, n[0]);
			assert_memory_equal(bare, spelling[0], bare_n);
		}
		for (const char *p = bare; p < bare + bare_n;)
		{
			uint32_t	c = cx_utf8_next(&p, bare + bare_n);
			char		moved[64];
			size_t		at = (size_t) (p - bare);

			if (c == 0x111 || (c < 0x80 && strchr("aeiouy", (int) c) == NULL))
				continue;
			vowels++;
			memcpy(moved, bare, at);
			strcpy(moved + at, tone_marks[tone]);
			strcat(moved, bare + at);
			assert_int_equal(code_of(moved, strlen(moved)), k);
			/* a second tone is one too many */
			if (tone != CX_TONE_NGANG)
			{
				strcat(moved, "\xCC\x81");
				assert_int_equal(code_of(moved, strlen(moved)), 0);
			}
		}
		assert_true(vowels > 0);
	}
	/* a change of this number should be a decision */
	assert_int_equal(legal, 18088);
}

static void
test_syllable_examples(void **state)
{
	static const char *const same[][2] = {
		{"hòa", "hoà"}, {"thủy", "thuỷ"}, {"khỏe", "khoẻ"}, {"Ðảng", "đảng"}, {"ðại", "ĐẠI"}, {"Ɖoàn", "đoàn"},
		{"baỏ", "bảo"}, {"nghịêm", "nghiệm"}, {"gìa", "già"}, {"qúy", "quý"}, {"giêng", "GIÊNG"},
		{"tuýêt", "tuyết"}, {"qủa", "quả"},
	};
	static const char *const different[][2] = {
		{"mi", "my"}, {"quy", "qui"}, {"hui", "huy"}, {"gia", "ga"}, {"ông", "oong"}, {"giên", "gin"},
		{"ta", "tà"}, {"da", "đa"}, {"ma", "mơ"}, {"tay", "tai"}, {"yên", "quyên"},
	};
	static const char *const legal[] = {
		"a", "ạ", "y", "ý", "ô", "ơi", "yêu", "yểng", "ỉa", "in", "oan", "uyển", "ương", "uất", "gì", "gìn", "giết",
		"giữa", "giê", "gieo", "giễu", "giọt", "quốc", "quýt", "quỳnh", "quyết", "quen", "quẩy", "quở", "qua",
		"ghế", "nghĩa", "nghiêng", "người", "ngoẹo", "khuỷu", "khuya", "khuếch", "huênh", "xoong", "soóc",
		"buýt", "huých", "rượu", "hươu", "lưu", "pin", "pác", "kỷ", "kiệm", "kạn", "kông", "tuần", "thuở",
		"ngoằn", "loắt", "choắt", "toáy", "ngoao", "Việt", "Nam",
	};
	static const char *const illegal[] = {
		"", "b", "ng", "q", "qu", "q\xC3\xA1", "cac", "cách\xCC\x80", "bàt", "ka", "kơ", "ce", "ci", "ge", "ghu",
		"nge", "ngho", "gii", "giin", "giia", "quu", "quoa", "iên", "yê", "coa", "cuy", "f\xC3\xA1", "w", "đj",
		"HĐND", "xyz", "aa", "eê", "áá", "ńa", "n\xCC\x81" "a", "a\xCC\x81\xCC\x80", "nghiêngh", "tranh1", "ba ", " ba",
		"e\xCC\x9B", "i\xCC\x82", "\xCC\x81" "a", "a\xFF", "\xC4", "a\xE1\xBA", "bе", "Huawei",
	};

	(void) state;
	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
	{
		assert_int_not_equal(code(same[i][0]), 0);
		assert_int_equal(code(same[i][0]), code(same[i][1]));
	}
	for (size_t i = 0; i < sizeof(different) / sizeof(different[0]); i++)
	{
		assert_int_not_equal(code(different[i][0]), code(different[i][1]));
		assert_int_not_equal(code(different[i][1]), 0);
	}
	for (size_t i = 0; i < sizeof(legal) / sizeof(legal[0]); i++)
	{
		if (code(legal[i]) == 0)
			fail_msg("%s is a syllable", legal[i]);
	}
	for (size_t i = 0; i < sizeof(illegal) / sizeof(illegal[0]); i++)
	{
		if (code(illegal[i]) != 0)
			fail_msg("\"%s\" is no syllable", illegal[i]);
	}
}

/* Form D without the tone marks. */
static SlowStr
without_tones(const char *s, size_t n)
{
	SlowStr		result = slow_form(s, n, false);
	size_t		kept = 0;

	for (size_t i = 0; i < result.n; i++)
	{
		bool		is_tone = false;

		for (int tone = 1; tone < 6; tone++)
			is_tone = is_tone || (i + 1 < result.n && memcmp(result.at + i, tone_marks[tone], 2) == 0);
		if (is_tone)
			i++;
		else
			result.at[kept++] = result.at[i];
	}
	result.n = kept;
	return result;
}

/* Whatever has a code has the letters of that code's spelling, and its tone. */
static void
test_syllable_random(void **state)
{
	static const char *const letters[] = {
		"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô", "ơ",
		"p", "q", "r", "s", "t", "u", "ư", "v", "x", "y", "gi", "qu", "ng", "nh", "iê", "uô", "ươ", "oa",
	};
	unsigned	hits = 0;

	(void) state;
	for (unsigned round = 0; round < 400000; round++)
	{
		char		s[64] = "";
		char		spelling[CX_SYLLABLE_MAX_BYTES];
		unsigned	parts = 1 + random_below(4);
		unsigned	toned = random_below(parts);
		unsigned	tone = random_below(6);
		unsigned	onset,
					rhyme;
		CxTone		code_tone;
		uint16_t	k;
		SlowStr		given,
					spelled;

		for (unsigned i = 0; i < parts; i++)
		{
			strcat(s, letters[random_below(sizeof(letters) / sizeof(letters[0]))]);
			if (i == toned)
				strcat(s, tone_marks[tone]);
		}
		k = code(s);
		if (k == 0)
			continue;
		hits++;
		assert_true(cx_syllable_parts(k, &onset, &rhyme, &code_tone));
		assert_int_equal(code_tone, tone);
		given = without_tones(s, strlen(s));
		spelled = without_tones(spelling, cx_syllable_spell(k, CX_TONES_OLD, spelling));
		assert_int_equal(given.n, spelled.n);
		assert_memory_equal(given.at, spelled.at, given.n);
		free(given.at);
		free(spelled.at);
	}
	assert_in_range(hits, 1000, 400000);
}

/* ---- words ---------------------------------------------------------------------------- */

static void
check_word(const char *s, size_t n, size_t bytes, unsigned letters, unsigned uppers, bool first_upper)
{
	char	   *copy = tight(s, n);
	CxWord		word;

	assert_int_equal(cx_word_read(copy, copy + n, &word), bytes != 0);
	assert_int_equal(word.bytes, bytes);
	assert_int_equal(word.letters, letters);
	assert_int_equal(word.uppers, uppers);
	assert_int_equal(word.first_upper, first_upper);
	assert_int_equal(word.code, cx_syllable_code(copy, bytes));
	free(copy);
}

static uint32_t
hash(const char *s)
{
	return cx_word_hash(s, strlen(s));
}

static void
test_words(void **state)
{
	size_t		n = 4 * 1024 * 1024;
	char	   *run = malloc(n);

	(void) state;
	check_word("Đảng bộ", 11, strlen("Đảng"), 4, 1, true);
	check_word("HĐND,", 6, 5, 4, 4, true);
	check_word("iPhone 5", 8, 6, 6, 1, false);
	check_word("ho\xCC\xA3\xCC\x82i ", 8, 7, 3, 0, false);
	check_word("Москва!", 13, 12, 6, 1, true);
	check_word("A1", 2, 1, 1, 1, true);
	check_word("1A", 2, 0, 0, 0, false);
	check_word("", 0, 0, 0, 0, false);
	check_word("\xCC\x81" "a", 3, 0, 0, 0, false);
	check_word("a\xC4", 2, 1, 1, 0, false);
	check_word("a\xE1\xBA", 3, 1, 1, 0, false);
	check_word("\xFF", 1, 0, 0, 0, false);
	check_word("đ\xE2\x80\x93", 5, 2, 1, 0, false);
	check_word("中文", 6, 6, 2, 0, false);

	assert_int_equal(hash("HĐND"), hash("hđnd"));
	assert_int_equal(hash("HÐND"), hash("hðnd"));
	assert_int_equal(hash("HÐND"), hash("HĐND"));
	assert_int_equal(hash("Zürich"), hash("zu\xCC\x88rich"));
	assert_int_equal(hash("ZẾT"), hash("ze\xCC\x82\xCC\x81t"));
	assert_int_equal(hash("\xE2\x84\xAB"), hash("å"));
	assert_int_equal(hash("Й"), hash("и\xCC\x86"));
	assert_int_equal(hash("한국"), hash("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\xE1\x84\x80\xE1\x85\xAE\xE1\x86\xA8"));
	assert_int_not_equal(hash("ubnd"), hash("ubdn"));
	assert_int_not_equal(hash("zô"), hash("zơ"));

	memset(run, 'a', n);
	check_word(run, n, n, (unsigned) n, 0, false);
	for (size_t i = 2; i < n; i += 2)
		memcpy(run + i, "\xCC\xA3", 2);
	check_word(run, n, n, 2, 0, false);
	free(run);
}

/* ---- forms, case, fold -------------------------------------------------------------------- */

static size_t
put(char *s, uint32_t c)
{
	return cx_utf8_put(c, s);
}

static bool
is_repertoire(uint32_t c)
{
	return (c >= 'A' && c < 0x250) || (c >= 0x1E00 && c < 0x1F00) || c == 0x256;
}

static void
test_repertoire(void **state)
{
	static const uint32_t marks[] = {0, 0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323, 0x308};

	(void) state;
	for (uint32_t c = 1; c < 0x20000; c++)
	{
		char		s[16];
		size_t		n;

		if (c >= 0xD800 && c < 0xE000)
			continue;
		n = put(s, c);
		assert_like_slow(s, n);
		if (!is_repertoire(c))
			continue;
		for (size_t i = 1; i < sizeof(marks) / sizeof(marks[0]); i++)
		{
			for (size_t j = 0; j < sizeof(marks) / sizeof(marks[0]); j++)
			{
				size_t		m = n + put(s + n, marks[i]);

				if (j > 0)
					m += put(s + m, marks[j]);
				assert_like_slow(s, m);
			}
		}
	}
}

static void
test_random_forms(void **state)
{
	static const uint32_t chars[] = {
		'a', 'e', 'o', 'u', 'i', 'y', 'd', 'D', 'N', ' ', '.', 0xE2, 0xEA, 0x1A1, 0x1B0, 0x111, 0xD0, 0x1EA1, 0x1EAD,
		0x1EC7, 0x1EE3, 0x1EBF, 0xE1, 0xE9, 0xFC, 0xF1, 0x130, 0x131, 0xDF, 0x1E9E,
		0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323, 0x301, 0x323, 0x308, 0x327, 0x328, 0x344, 0x345,
		0x340, 0x341, 0x343, 0x35C, 0x5B0, 0x5B4, 0x3099, 0x20D0, 0x94D, 0x93C,
		0x1100, 0x1161, 0x11A8, 0xAC00, 0xAC01, 0x09C7, 0x09BE, 0x09CB, 0x0B47, 0x0B3E, 0x0CC6, 0x0CC2, 0x0CD5, 0x0CCA, 0x0DD9,
		0x0DCF, 0x0DCA, 0x0DDC, 0x0928, 0x0929, 0x0958, 0x0F71, 0x0F72, 0x0F73, 0x0F81, 0xFB1D, 0xFB2A, 0x2ADC, 0x0344,
		0x3B1, 0x1F00, 0x1F88, 0x3A9, 0x2126, 0x212A, 0x212B, 0x438, 0x439, 0x2000, 0x2001, 0x2013, 0x201C, 0x37E, 0x387,
		0x1D15E, 0x1D157, 0x1D165, 0x1D16E, 0x11099, 0x110BA, 0x1109A, 0xF900, 0x4E2D, 0x1F600, 0xFF21, 0x304B, 0x304C, 0xFEFF,
	};

	(void) state;
	for (unsigned round = 0; round < 60000; round++)
	{
		char		s[256];
		size_t		n = 0;
		unsigned	length = 1 + random_below(round % 64 == 0 ? 50 : 8);

		for (unsigned i = 0; i < length; i++)
		{
			/* whole strings of marks now and then */
			unsigned	pick = round % 16 == 0 && i > 0 ? 30 + random_below(25) :
				random_below(sizeof(chars) / sizeof(chars[0]));

			n += put(s + n, chars[pick]);
		}
		assert_like_slow(s, n);
	}
}

/* Half a million marks in the worst order take linear time. */
static void
test_mark_run(void **state)
{
	size_t		n = 1000001;
	char	   *s = malloc(n);
	CxArena		arena;
	CxStr		out;

	(void) state;
	s[0] = 'a';
	for (size_t i = 1; i < n; i += 2)
		memcpy(s + i, i / 2 % 2 ? "\xCC\xA3" : "\xCC\x81", 2);
	assert_false(cx_is_nfc(s, n));
	cx_arena_init(&arena, &cx_env_malloc);
	assert_int_equal(cx_nfd(&arena, s, n, &out), CX_OK);
	assert_int_equal(out.n, n);
	assert_memory_equal(out.at + 1, "\xCC\xA3\xCC\xA3", 4);
	assert_memory_equal(out.at + n - 4, "\xCC\x81\xCC\x81", 4);
	assert_int_equal(cx_nfc(&arena, s, n, &out), CX_OK);
	assert_int_equal(out.n, n);	/* ạ is three bytes for a + dot */
	assert_true(cx_is_nfc(out.at, out.n));
	cx_arena_free(&arena);
	free(s);
}

/* ---- clean --------------------------------------------------------------------------------- */

static void
test_clean(void **state)
{
	static const char *const cases[][2] = {
		{"", ""},
		{" \n ", ""},
		{"...", ""},
		{"  Đồng chí \n\t Nguyễn Văn An, ", "Đồng chí Nguyễn Văn An"},
		{"a\xC2\xA0" "b\xE3\x80\x80" "c", "a b c"},
		{"a\xE2\x80\x8B" "b\xEF\xBB\xBF", "ab"},
		{"Ða\xCC\xA3i h\xC3\xB4\xCC\xA3i", "Đại hội"},
		{"Công ty “Sao Mai”", "Công ty “Sao Mai”"},
		{"Công ty “Sao Mai”.", "Công ty “Sao Mai”"},
		{"Công ty Sao Mai”", "Công ty Sao Mai"},
		{"“Sao Mai”", "Sao Mai"},
		{"“Sao Mai” và “Sao Hôm”", "“Sao Mai” và “Sao Hôm”"},
		{"((a))", "a"},
		{"(a) b", "(a) b"},
		{"(a b", "a b"},
		{"a b)", "a b"},
		{"xã A (huyện B)", "xã A (huyện B)"},
		{"xã A (huyện B", "xã A (huyện B"},
		{"“xã A (huyện B)”;", "xã A (huyện B)"},
		{"\"Sao\" xa", "\"Sao\" xa"},
		{"xa \"Sao\"", "xa \"Sao\""},
		{"\"Sao\"", "Sao"},
		{"- 25% |", "25%"},
		{")(", ""},
		{"(“)”", "(“)”"},
		{"()", ""},
		{"\xCC\x81", "\xCC\x81"},
	};

	(void) state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		assert_writes(cx_clean, cases[i][0], strlen(cases[i][0]), cases[i][1], strlen(cases[i][1]));
		assert_writes(cx_clean, cases[i][1], strlen(cases[i][1]), cases[i][1], strlen(cases[i][1]));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_arena),
		cmocka_unit_test(test_failures),
		cmocka_unit_test(test_utf8),
		cmocka_unit_test(test_syllables),
		cmocka_unit_test(test_syllable_examples),
		cmocka_unit_test(test_syllable_random),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_repertoire),
		cmocka_unit_test(test_random_forms),
		cmocka_unit_test(test_mark_run),
		cmocka_unit_test(test_clean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
