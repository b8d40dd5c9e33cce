/*-------------------------------------------------------------------------
 *
 * fuzz_text.c
 *	  Fuzz target of the text layer.
 *
 * The input is taken as text, valid or not.  Invariants: decoding, counting
 * and validation agree; words are in bounds, make progress, and have the hash
 * and code of their bytes; a code spells and reads back; the forms, case and
 * fold equal their slow twins; all writers are idempotent; invalid text is
 * refused by all of them.  The collation of any two parts is the order of their keys, both
 * ways round, and prefixes of keys do not contradict it; a text is equal to what is
 * stored of it.
 *
 *-------------------------------------------------------------------------
 */
#include <stdio.h>

#include "../../src/text/cx_text.h"
#include "../unit/slow_text.h"

#define CHECK(cond) \
	do { if (!(cond)) { fprintf(stderr, "line %d: %s\n", __LINE__, #cond); abort(); } } while (0)

typedef CxStatus (*Writer) (CxArena *, const char *, size_t, CxStr *);

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool
equals(CxStr a, const char *s, size_t n)
{
	return a.n == n && memcmp(a.at, s, n) == 0;
}

static void
check_words(const char *s, size_t n)
{
	const char *p = s;
	const char *end = s + n;
	size_t		chars = 0;
	bool		valid = true;

	while (p < end)
	{
		const char *start = p;
		uint32_t	c = cx_utf8_next(&p, end);

		CHECK(p > start && p <= end && p - start <= 4);
		valid = valid && !(c == 0xFFFD && p - start == 1);
		chars++;
	}
	CHECK(chars == cx_utf8_chars(s, n));
	CHECK(valid == cx_utf8_valid(s, n, NULL));

	for (p = s; p < end;)
	{
		CxWord		word;

		if (!cx_word_read(p, end, &word))
		{
			CHECK(word.bytes == 0);
			cx_utf8_next(&p, end);
			continue;
		}
		CHECK(word.bytes > 0 && word.bytes <= (size_t) (end - p));
		CHECK(word.letters > 0 && word.letters <= word.bytes && word.uppers <= word.letters);
		CHECK(!word.first_upper || word.uppers > 0);
		CHECK(word.code == cx_syllable_code(p, word.bytes));
		if (word.code != 0)
		{
			for (int style = 0; style < 2; style++)
			{
				char		spelling[CX_SYLLABLE_MAX_BYTES];
				unsigned	length = cx_syllable_spell(word.code, (CxToneStyle) style, spelling);

				CHECK(length > 0 && cx_syllable_code(spelling, length) == word.code);
			}
		}
		p += word.bytes;
	}
}

static void
check_writer(CxArena *arena, Writer writer, const char *s, size_t n, SlowStr slow)
{
	CxStr		once;
	CxStr		twice;

	CHECK(writer(arena, s, n, &once) == CX_OK);
	CHECK(cx_utf8_valid(once.at, once.n, NULL));
	CHECK(writer(arena, once.at, once.n, &twice) == CX_OK);
	CHECK(equals(twice, once.at, once.n));
	if (slow.at != NULL)
		CHECK(equals(once, slow.at, slow.n));
	free(slow.at);
}

typedef struct Key
{
	size_t		n;
	uint8_t    *at;
} Key;

static void
add_to_key(void *ctx, const uint8_t *bytes, size_t n)
{
	Key		   *key = ctx;

	CHECK(n <= CX_KEY_CHUNK);
	key->at = realloc(key->at, key->n + n + 1);
	memcpy(key->at + key->n, bytes, n);
	key->n += n;
}

static int
compare_keys(const char *a, size_t an, const char *b, size_t bn)
{
	Key			keys[2] = {{0, NULL}, {0, NULL}};
	int			order;

	cx_collate_key(a, an, CX_KEY_ORDER, add_to_key, &keys[0]);
	cx_collate_key(b, bn, CX_KEY_ORDER, add_to_key, &keys[1]);
	order = memcmp(keys[0].at, keys[1].at, keys[0].n < keys[1].n ? keys[0].n : keys[1].n);
	if (order == 0)
		order = (keys[0].n > keys[1].n) - (keys[0].n < keys[1].n);
	free(keys[0].at);
	free(keys[1].at);
	return (order > 0) - (order < 0);
}

/* Bytes that are no UTF-8 are compared as well; they must do no harm. */
static void
check_collation(const char *a, size_t an, const char *b, size_t bn)
{
	int			order = cx_collate_compare(a, an, b, bn);
	uint64_t	x = cx_collate_prefix(a, an);
	uint64_t	y = cx_collate_prefix(b, bn);

	CHECK(order == -cx_collate_compare(b, bn, a, an));
	CHECK(order == compare_keys(a, an, b, bn));
	CHECK(x == y || order == (x < y ? -1 : 1));
	CHECK(cx_collate_compare(a, an, a, an) == 0);
	if (order == 0)
		CHECK(cx_collate_match(a, an, b, bn));
	cx_collate_match(a, an, b, bn);
}

/* Suggestions are syllables, each once, the nearest first. */
static void
check_respelling(const char *s, size_t size)
{
	static const uint16_t common[CX_SYLLABLE_MAX_CODE + 1];
	CxRespelling best[8];
	unsigned	n = cx_respell(s, size, common, best, 8);

	CHECK(n <= 8);
	for (unsigned i = 0; i < n; i++)
	{
		char		spelling[CX_SYLLABLE_MAX_BYTES];
		unsigned	bytes = cx_syllable_spell(best[i].code, CX_TONES_OLD, spelling);

		CHECK(cx_syllable_code(spelling, bytes) == best[i].code);
		CHECK(i == 0 || best[i].cost >= best[i - 1].cost);
		for (unsigned j = 0; j < i; j++)
			CHECK(best[j].code != best[i].code);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const Writer writers[] = {cx_nfc, cx_nfd, cx_lower, cx_upper, cx_fold, cx_unaccent, cx_initcap, cx_nfc_viet, cx_clean};
	const char *s = (const char *) data;
	CxArena		arena;
	char	   *plain;
	uint32_t	plain_n;
	CxStr		nfc,
				nfd,
				out;

	check_words(s, size);
	cx_syllable_code(s, size);
	check_respelling(s, size);
	check_collation(s, size / 2, s + size / 2, size - size / 2);
	check_collation(s, size, s, size / 2);

	cx_arena_init(&arena, &cx_env_malloc);
	if (!cx_utf8_valid(s, size, NULL))
	{
		CHECK(!cx_is_nfc(s, size));
		for (size_t i = 0; i < sizeof(writers) / sizeof(writers[0]); i++)
			CHECK(writers[i] (&arena, s, size, &out) == CX_EENCODING);
		cx_arena_free(&arena);
		return 0;
	}

	CHECK(cx_nfc(&arena, s, size, &nfc) == CX_OK);
	CHECK(cx_nfd(&arena, s, size, &nfd) == CX_OK);
	CHECK(cx_is_nfc(s, size) == equals(nfc, s, size));
	CHECK(cx_is_nfc(nfc.at, nfc.n));
	CHECK(cx_nfd(&arena, nfc.at, nfc.n, &out) == CX_OK && equals(out, nfd.at, nfd.n));
	CHECK(cx_nfc(&arena, nfd.at, nfd.n, &out) == CX_OK && equals(out, nfc.at, nfc.n));
	CHECK(cx_word_hash(nfc.at, nfc.n) == cx_word_hash(nfd.at, nfd.n));

	check_writer(&arena, cx_nfc, s, size, slow_form(s, size, true));
	check_writer(&arena, cx_nfd, s, size, slow_form(s, size, false));
	check_writer(&arena, cx_lower, s, size, slow_case(s, size, false));
	check_writer(&arena, cx_upper, s, size, slow_case(s, size, true));
	check_writer(&arena, cx_fold, s, size, slow_fold(s, size));
	plain = malloc(size + 1);
	if (cx_fold_plain(s, size, plain, &plain_n))
		CHECK(cx_fold(&arena, s, size, &out) == CX_OK && equals(out, plain, plain_n));
	free(plain);
	check_writer(&arena, cx_unaccent, s, size, (SlowStr) {NULL, 0});
	/* not idempotent: a mark may have a letter for its upper case */
	CHECK(cx_initcap(&arena, s, size, &out) == CX_OK && cx_utf8_valid(out.at, out.n, NULL));
	check_writer(&arena, cx_nfc_viet, s, size, (SlowStr) {NULL, 0});
	CHECK(cx_nfc_viet(&arena, s, size, &out) == CX_OK);
	CHECK(cx_collate_compare(nfc.at, nfc.n, out.at, out.n) == 0);
	if (cx_collate_ready(s, size))
		CHECK(cx_collate_compare(nfc.at, nfc.n, s, size) == 0);
	for (int kind = CX_CANON_TEXT; kind <= CX_CANON_REGEX; kind++)
		CHECK(cx_canon(&arena, s, size, (CxCanonKind) kind, CX_TONES_NEW, &out, NULL, NULL) == CX_OK);
	check_writer(&arena, cx_clean, s, size, (SlowStr) {NULL, 0});
	cx_arena_free(&arena);
	return 0;
}
