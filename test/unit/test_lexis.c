/*-------------------------------------------------------------------------
 *
 * test_lexis.c
 *	  Tests of the lexis layer: the cases of tokens.tsv, numbers.tsv,
 *	  dates.tsv, durings.tsv, terms.tsv and sentences.tsv, each as it stands and in its
 *	  decomposed form, the calendar, and texts made to take long.
 *
 * A line of a .tsv is the text, a tab and what is to be read in it, written
 * as the render_ functions below write it; "\n" stands for a line end.
 * Run from the top of the repository.
 *
 *-------------------------------------------------------------------------
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "../../src/lexis/cx_lexis.h"
#include "text_out.h"

#define MAX_LINE	8192

/* Between two things of a list. */
static void
put_gap(Out *out, const char *gap)
{
	if (out->n > 0)
		put(out, "%s", gap);
}

/* Bytes of the text in NFC, line ends as \n. */
static void
put_text(Out *out, const CxLexis *lex, uint32_t start, uint32_t end)
{
	CxStr		s;

	assert_int_equal(cx_nfc(lex->arena, lex->text + start, end - start, &s), CX_OK);
	for (uint32_t i = 0; i < s.n; i++)
		put(out, s.at[i] == '\n' ? "\\n" : "%c", s.at[i]);
}

static void
put_span(Out *out, const CxLexis *lex, uint32_t tok, uint32_t end)
{
	put_text(out, lex, lex->toks.at[tok].start, lex->toks.at[end - 1].end);
}

/* ---- what was read, as text ------------------------------------------------------ */

/* S:Đại S:hội R:XIII N:12 */
static void
render_tokens(const CxLexis *lex, Out *out)
{
	for (uint32_t i = 0; i < lex->toks.n; i++)
	{
		const CxToken *t = &lex->toks.at[i];

		put_gap(out, " ");
		put(out, "%c:", "SWNRPY"[t->kind]);
		put_text(out, lex, t->start, t->end);
	}
}

static void
put_decimal(Out *out, CxDecimal d)
{
	char		digits[32];
	int			n = snprintf(digits, sizeof(digits), "%0*lld", d.scale + 1, (long long) d.digits);

	put(out, "%.*s", n - d.scale, digits);
	if (d.scale > 0)
		put(out, ".%s", digits + n - d.scale);
}

/* >=80% =24/27 ~10..12 */
static void
render_numbers(const CxLexis *lex, Out *out)
{
	for (uint32_t i = 0; i < lex->numbers.n; i++)
	{
		const CxNumber *n = &lex->numbers.at[i];

		put_gap(out, " ");
		put(out, "%s", cx_comparator_names[n->cmp]);
		put_decimal(out, n->value);
		if (n->is_range)
		{
			put(out, "..");
			put_decimal(out, n->value_max);
		}
		if (n->is_fraction)
		{
			put(out, "/");
			put_decimal(out, n->whole);
		}
		if (n->is_percent)
			put(out, "%%");
	}
}

static void
put_ymd(Out *out, CxYmd d)
{
	put(out, "%04d-%02d-%02d", d.year, d.month, d.day);
}

static bool
same_ymd(CxYmd a, CxYmd b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* D2020-08-17..2020-08-18 Q2020-04-00..2020-06-00 D2020-08-18T14:04:00 D0000-00-00@today; ref=>first..last */
static void
render_dates_ref(const CxLexis *lex, Out *out, CxYmd ref)
{
	static const char *const relative[] = {"", "@today", "@yesterday", "@tomorrow", "@same"};

	for (uint32_t i = 0; i < lex->dates.n; i++)
	{
		const CxDate *d = &lex->dates.at[i];
		CxYmd		from = d->from;
		CxYmd		to = d->to;

		put_gap(out, " ");
		if (ref.year != 0 && !cx_date_resolve(d, ref, &from, &to))
		{
			put(out, "?");
			continue;
		}
		put(out, "%c", "DMQHYPL"[d->grain]);
		put_ymd(out, from);
		if (!same_ymd(from, to))
		{
			put(out, "..");
			put_ymd(out, to);
		}
		if (d->minute >= 0)
			put(out, "T%02d:%02d:%02d", d->minute / 60, d->minute % 60, d->second);
		put(out, "%s", relative[d->relative]);
	}
}

static CxYmd test_ref;

static void
render_dates(const CxLexis *lex, Out *out)
{
	render_dates_ref(lex, out, test_ref);
}

/* part 2020-07-21..2020-07-31; "?" where it has no days */
static void
render_durings(const CxLexis *lex, Out *out)
{
	CxDurings	durings;

	assert_int_equal(cx_durings(lex, test_ref, &durings), CX_OK);
	for (uint32_t i = 0; i < durings.list.n; i++)
	{
		const CxDuring *d = &durings.list.at[i];

		assert_true(d->tok < d->end && d->end <= lex->toks.n);
		assert_true(i == 0 || d->tok >= d[-1].end);
		put_gap(out, " ");
		put(out, "%s:", cx_during_names[d->kind]);
		if (!d->found)
		{
			put(out, "?");
			continue;
		}
		put_ymd(out, d->from);
		if (!same_ymd(d->from, d->to))
		{
			put(out, "..");
			put_ymd(out, d->to);
		}
	}
}

/* 2020-2025 lan:9 khoa:17 thu:3 */
static void
render_terms(const CxLexis *lex, Out *out)
{
	static const char *const kinds[] = {"lan", "khoa", "thu"};

	for (uint32_t i = 0; i < lex->terms.n; i++)
	{
		put_gap(out, " ");
		put(out, "%d-%d", lex->terms.at[i].first, lex->terms.at[i].last);
	}
	for (uint32_t i = 0; i < lex->ordinals.n; i++)
	{
		put_gap(out, " ");
		put(out, "%s:%d", kinds[lex->ordinals.at[i].kind], lex->ordinals.at[i].value);
	}
}

/* one ¦ two, and the quotations as ¦“...” behind them */
static void
render_sentences(const CxLexis *lex, Out *out)
{
	for (uint32_t i = 0; i < lex->sentences.n; i++)
	{
		put_gap(out, " ¦ ");
		put_span(out, lex, lex->sentences.at[i].tok, lex->sentences.at[i].end);
	}
	for (uint32_t i = 0; i < lex->quotes.n; i++)
	{
		put(out, " ¦“");
		put_span(out, lex, lex->quotes.at[i].tok, lex->quotes.at[i].end);
		put(out, "”");
	}
}

/* ---- reading and what always holds ---------------------------------------------- */

#define CHECK_RANGES(v) \
	do { \
		uint32_t	last = 0; \
		for (uint32_t i_ = 0; i_ < (v).n; i_++) \
		{ \
			assert_true((v).at[i_].tok >= last && (v).at[i_].tok < (v).at[i_].end); \
			assert_true((v).at[i_].end <= lex->toks.n); \
			last = (v).at[i_].end; \
		} \
	} while (0)

static void
check_invariants(const CxLexis *lex)
{
	uint32_t	at = 0;

	for (uint32_t i = 0; i < lex->toks.n; i++)
	{
		assert_true(lex->toks.at[i].start >= at && lex->toks.at[i].start < lex->toks.at[i].end);
		at = lex->toks.at[i].end;
	}
	assert_true(at <= lex->length);
	CHECK_RANGES(lex->numbers);
	CHECK_RANGES(lex->dates);
	CHECK_RANGES(lex->terms);
	CHECK_RANGES(lex->ordinals);
	CHECK_RANGES(lex->quotes);
	CHECK_RANGES(lex->sentences);
	at = 0;
	for (uint32_t i = 0; i < lex->sentences.n; i++)
	{
		assert_int_equal(lex->sentences.at[i].tok, at);
		at = lex->sentences.at[i].end;
	}
	assert_int_equal(at, lex->toks.n);
}

static void
read_all(CxLexis *lex, CxArena *arena, const char *text, size_t n)
{
	assert_int_equal(cx_lexis_init(lex, arena, text, n), CX_OK);
	assert_int_equal(cx_tokens(lex), CX_OK);
	assert_int_equal(cx_dates(lex), CX_OK);
	assert_int_equal(cx_numbers(lex), CX_OK);
	assert_int_equal(cx_sentences(lex), CX_OK);
	check_invariants(lex);
}

/* ---- the cases ---------------------------------------------------------------------- */

typedef void (*Render) (const CxLexis *lex, Out *out);

/* "2020-08-18" in front of the expected reading, with "=>" behind it, is the reference day. */
static const char *
take_ref(const char *expected)
{
	int			y,
				m,
				d;

	memset(&test_ref, 0, sizeof(test_ref));
	if (strlen(expected) >= 12 && strncmp(expected + 10, "=>", 2) == 0 &&
		sscanf(expected, "%d-%d-%d", &y, &m, &d) == 3)
	{
		test_ref.year = (int16_t) y;
		test_ref.month = (int8_t) m;
		test_ref.day = (int8_t) d;
		return expected + 12;
	}
	return expected;
}

static bool
check_case(const char *path, unsigned line, const char *text, size_t n, const char *expected, Render render,
		   const char *form)
{
	CxArena		arena;
	CxLexis		lex;
	Out			out = {{0}, 0};
	bool		ok;

	/* the text stands at the end of a block of its own, so that reading past it is seen */
	char	   *copy = malloc(n > 0 ? n : 1);

	assert_non_null(copy);
	memcpy(copy, text, n);
	cx_arena_init(&arena, &cx_env_malloc);
	read_all(&lex, &arena, copy, n);
	render(&lex, &out);
	ok = strcmp(out.at, expected) == 0;
	if (!ok)
		print_error("%s:%u (%s)\n  text     %.*s\n  expected %s\n  read     %s\n", path, line, form, (int) n, text,
					expected, out.at);
	cx_arena_free(&arena);
	free(copy);
	return ok;
}

static void
run_file(const char *path, Render render)
{
	char		line[MAX_LINE];
	unsigned	line_no = 0;
	unsigned	failed = 0;
	FILE	   *f = fopen(path, "r");

	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL)
	{
		char	   *expected = strchr(line, '\t');
		char	   *to = line;
		CxArena		arena;
		CxStr		nfd;
		size_t		n;

		line_no++;
		if (line[0] == '#' || line[0] == '\n')
			continue;
		assert_non_null(expected);
		*expected++ = '\0';
		expected[strcspn(expected, "\n")] = '\0';
		for (const char *from = line; *from != '\0'; from++)
		{
			if (from[0] == '\\' && from[1] == 'n')
			{
				*to++ = '\n';
				from++;
			}
			else
				*to++ = *from;
		}
		n = (size_t) (to - line);
		expected = (char *) take_ref(expected);
		failed += !check_case(path, line_no, line, n, expected, render, "as it stands");
		cx_arena_init(&arena, &cx_env_malloc);
		assert_int_equal(cx_nfd(&arena, line, n, &nfd), CX_OK);
		failed += !check_case(path, line_no, nfd.at, nfd.n, expected, render, "decomposed");
		cx_arena_free(&arena);
	}
	fclose(f);
	assert_int_equal(failed, 0);
}

static void
test_tokens(void **state)
{
	(void) state;
	run_file("test/unit/tokens.tsv", render_tokens);
}

static void
test_numbers(void **state)
{
	(void) state;
	run_file("test/unit/numbers.tsv", render_numbers);
}

static void
test_dates(void **state)
{
	(void) state;
	run_file("test/unit/dates.tsv", render_dates);
}

static void
test_durings(void **state)
{
	(void) state;
	run_file("test/unit/durings.tsv", render_durings);
}

static void
test_terms(void **state)
{
	(void) state;
	run_file("test/unit/terms.tsv", render_terms);
}

static void
test_sentences(void **state)
{
	(void) state;
	run_file("test/unit/sentences.tsv", render_sentences);
}

static void
test_token_flags(void **state)
{
	static const char text[] = "Đại\xC2\xA0hội\r\nHĐND\r\n\r\n\xE2\x80\x8BXI xong"
	" \xC3\x90" "a a\xCC\x81 1,5% 4A\xE2\x80\xA6";
	static const uint8_t flags[] = {
		CX_TF_SPACE | CX_TF_NEWLINE | CX_TF_BLANK | CX_TF_UPPER | CX_TF_PLAIN,
		CX_TF_SPACE | CX_TF_PLAIN,
		CX_TF_SPACE | CX_TF_NEWLINE | CX_TF_UPPER | CX_TF_CAPS | CX_TF_PLAIN,
		CX_TF_SPACE | CX_TF_NEWLINE | CX_TF_BLANK | CX_TF_UPPER | CX_TF_CAPS | CX_TF_PLAIN,
		CX_TF_SPACE | CX_TF_PLAIN,
		CX_TF_SPACE | CX_TF_UPPER,
		CX_TF_SPACE,
		CX_TF_SPACE | CX_TF_PLAIN,
		CX_TF_PLAIN,
		CX_TF_SPACE,
		0,
	};
	CxArena		arena;
	CxLexis		lex;

	(void) state;
	cx_arena_init(&arena, &cx_env_malloc);
	read_all(&lex, &arena, text, sizeof(text) - 1);
	assert_int_equal(lex.toks.n, sizeof(flags));
	for (uint32_t i = 0; i < lex.toks.n; i++)
		assert_int_equal(lex.toks.at[i].flags, flags[i]);
	assert_int_equal(lex.toks.at[3].sym, cx_syllable_code("xi", 2));
	cx_arena_free(&arena);
}

/*
 * Common spellings are told by their bytes, all others letter by letter; either
 * way a token is what cx_word_read() says.  Each syllable stands in both styles
 * and three cases, before what ends a word and what goes on with it.
 */
static void
test_spellings(void **state)
{
	static const char *const behind[] = {
		" ", ",", "\n", "-", "\"", "[", "_", "x", "\xC3\xA1", "\xCC\x81", "\xCD\xA1", "\xC2\xA0", "\xC2\xAA",
		"\xE2\x80\x9D", "\xE1\xBB\x87", "\xE0\xB8\x81", "\xF0\x9F\x8E\x89",
	};
	size_t		size = (size_t) CX_SYLLABLE_MAX_CODE * 6 * 32;
	char	   *text = malloc(size);

	(void) state;
	for (size_t i = 0; i < sizeof(behind) / sizeof(behind[0]); i++)
	{
		CxArena		arena;
		CxLexis		lex;
		size_t		n = 0;
		uint32_t	tok = 0;
		uint32_t	words = 0;

		cx_arena_init(&arena, &cx_env_malloc);
		for (uint16_t code = 1; code <= CX_SYLLABLE_MAX_CODE; code++)
			for (int style = 0; style < 2; style++)
				for (int letter_case = 0; letter_case < 3; letter_case++)
				{
					char		spelling[CX_SYLLABLE_MAX_BYTES];
					unsigned	length = cx_syllable_spell(code, (CxToneStyle) style, spelling);
					const char *rest = spelling;
					CxStr		upper;

					if (length == 0)
						continue;
					(void) cx_utf8_next(&rest, spelling + length);
					assert_int_equal(cx_upper(&arena, spelling, letter_case == 0 ? 0 : letter_case == 1 ?
											  (size_t) (rest - spelling) : length, &upper), CX_OK);
					memcpy(text + n, upper.at, upper.n);
					memcpy(text + n + upper.n, spelling + upper.n, length - upper.n);
					n += length;
					memcpy(text + n, behind[i], strlen(behind[i]));
					n += strlen(behind[i]);
					text[n++] = ' ';
				}
		assert_int_equal(cx_lexis_init(&lex, &arena, text, n), CX_OK);
		assert_int_equal(cx_tokens(&lex), CX_OK);
		for (const char *p = text; p < text + n;)
		{
			const CxToken *t = &lex.toks.at[tok];
			CxWord		word;

			assert_true(cx_word_read(p, text + n, &word));
			assert_int_equal(t->start, p - text);
			assert_int_equal(t->end - t->start, word.bytes);
			assert_int_equal(t->sym, word.code);
			assert_int_equal((t->flags & CX_TF_UPPER) != 0, word.first_upper);
			assert_int_equal((t->flags & CX_TF_CAPS) != 0, word.letters > 1 && word.uppers == word.letters);
			assert_int_equal((t->flags & CX_TF_PLAIN) != 0, word.plain);
			words++;
			for (p = memchr(p, ' ', (size_t) (text + n - p)); p < text + n && *p == ' '; p++)
				;
			while (tok < lex.toks.n && lex.toks.at[tok].start < (uint32_t) (p - text))
				tok++;
		}
		assert_in_range(words, 40000, UINT32_MAX);
		cx_arena_free(&arena);
	}
	free(text);
}

/* Numbers and dates say where they stand. */
static void
test_spans(void **state)
{
	static const char text[] = "Kết nạp từ trên 80% trở lên và 1.200 tỷ đồng, từ ngày 17 đến 19/8.";
	CxArena		arena;
	CxLexis		lex;
	Out			out = {{0}, 0};

	(void) state;
	cx_arena_init(&arena, &cx_env_malloc);
	read_all(&lex, &arena, text, sizeof(text) - 1);
	for (uint32_t i = 0; i < lex.numbers.n; i++)
	{
		put_span(&out, &lex, lex.numbers.at[i].tok, lex.numbers.at[i].end);
		put(&out, "|");
		put_span(&out, &lex, lex.numbers.at[i].num_tok, lex.numbers.at[i].num_end);
		put(&out, "|");
	}
	for (uint32_t i = 0; i < lex.dates.n; i++)
		put_span(&out, &lex, lex.dates.at[i].tok, lex.dates.at[i].end);
	assert_string_equal(out.at, "từ trên 80% trở lên|80|1.200|1.200|từ ngày 17 đến 19/8");
	cx_arena_free(&arena);
}

/* ---- values and calendar --------------------------------------------------------------- */

/* Spells a number below 400 the plain way. */
static void
spell_roman(int value, char *out)
{
	static const char *const ones[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
	static const char *const tens[] = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
	static const char *const hundreds[] = {"", "C", "CC", "CCC"};

	sprintf(out, "%s%s%s", hundreds[value / 100], tens[value / 10 % 10], ones[value % 10]);
}

static void
test_roman(void **state)
{
	static const char *const wrong[] = {"", "IIII", "VV", "IC", "IXI", "LXL", "VIV", "XCX", "XM", "A", "CCCC", "IL"};
	char		s[32];

	(void) state;
	for (int v = 1; v < 400; v++)
	{
		spell_roman(v, s);
		assert_int_equal(cx_roman_value(s, strlen(s)), v);
	}
	assert_int_equal(cx_roman_value("XlX", 3), 19);
	assert_int_equal(cx_roman_value("Vlll", 4), 8);
	assert_int_equal(cx_roman_value("lV", 2), 4);
	assert_int_equal(cx_roman_value("xiv", 3), 14);
	for (unsigned i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		assert_int_equal(cx_roman_value(wrong[i], strlen(wrong[i])), 0);
}

/* Day after day against a calendar that only counts. */
static void
test_calendar(void **state)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	CxYmd		d = {1600, 1, 1};
	int32_t		days = cx_ymd_to_days(d);

	(void) state;
	assert_int_equal(cx_ymd_to_days((CxYmd) {1970, 1, 1}), 0);
	for (; d.year < 2401; days++)
	{
		bool		leap = d.year % 4 == 0 && (d.year % 100 != 0 || d.year % 400 == 0);
		int			length = lengths[d.month - 1] + (d.month == 2 && leap);

		assert_true(cx_ymd_valid(d));
		assert_int_equal(cx_ymd_to_days(d), days);
		assert_true(same_ymd(cx_ymd_from_days(days), d));
		if (++d.day > length)
		{
			assert_false(cx_ymd_valid(d));
			d.day = 1;
			if (++d.month > 12)
			{
				d.month = 1;
				d.year++;
			}
		}
	}
	assert_false(cx_ymd_valid((CxYmd) {2020, 13, 1}));
	assert_false(cx_ymd_valid((CxYmd) {2020, 0, 1}));
	assert_false(cx_ymd_valid((CxYmd) {0, 1, 1}));
}

/* ---- limits ---------------------------------------------------------------------------- */

static void
test_refusals(void **state)
{
	CxArena		arena;
	CxLexis		lex;

	(void) state;
	cx_arena_init(&arena, &cx_env_malloc);
	assert_int_equal(cx_lexis_init(&lex, &arena, "a\xFF", 2), CX_EENCODING);
	assert_int_equal(cx_lexis_init(&lex, &arena, "a", CX_MAX_INPUT + 1), CX_ETOOBIG);
	read_all(&lex, &arena, "", 0);
	assert_int_equal(lex.toks.n, 0);
	cx_arena_free(&arena);
}

static bool
stop_at_once(void *ctx)
{
	(void) ctx;
	return true;
}

static void
test_cancel(void **state)
{
	CxEnv		env = cx_env_malloc;
	CxArena		arena;
	CxLexis		lex;

	(void) state;
	env.interrupted = stop_at_once;
	cx_arena_init(&arena, &env);
	assert_int_equal(cx_lexis_init(&lex, &arena, "a b", 3), CX_OK);
	assert_int_equal(cx_tokens(&lex), CX_ECANCELED);
	cx_arena_free(&arena);
}

/* Memory that ends: every step gives up with CX_ENOMEM, whichever request fails. */
typedef struct Limited
{
	unsigned	left;
} Limited;

static void *
limited_alloc(void *ctx, size_t size)
{
	Limited    *l = ctx;

	return l->left-- > 0 ? malloc(size) : (l->left = 0, NULL);
}

static void
limited_release(void *ctx, void *ptr)
{
	(void) ctx;
	free(ptr);
}

static void
test_no_memory(void **state)
{
	enum
	{
		REPEATS = 4000
	};
	static const char part[] = "lần thứ 9 nhiệm kỳ 2020-2025 “A” ngày 5/8. Có 12 xã.\n";
	size_t		n = (sizeof(part) - 1) * REPEATS;
	char	   *text = malloc(n);
	bool		done = false;

	(void) state;
	assert_non_null(text);
	for (size_t i = 0; i < n; i++)
		text[i] = part[i % (sizeof(part) - 1)];
	for (unsigned limit = 0; !done; limit++)
	{
		Limited		l = {limit};
		CxEnv		env = {limited_alloc, limited_release, NULL, NULL, &l, false};
		CxArena		arena;
		CxLexis		lex;
		CxStatus	status;

		cx_arena_init(&arena, &env);
		status = cx_lexis_init(&lex, &arena, text, n);
		if (status == CX_OK)
			status = cx_tokens(&lex);
		if (status == CX_OK)
			status = cx_dates(&lex);
		if (status == CX_OK)
			status = cx_numbers(&lex);
		if (status == CX_OK)
			status = cx_sentences(&lex);
		assert_true(status == CX_OK || status == CX_ENOMEM);
		done = status == CX_OK;
		if (done)
			check_invariants(&lex);
		cx_arena_free(&arena);
	}
	free(text);
}

/*
 * Texts of one repeated part: eight times the text may take some eight times
 * the time, not sixty-four.
 */
static double
time_repeated(const char *part, size_t n)
{
	size_t		width = strlen(part);
	char	   *text = malloc(n);
	struct timespec before,
				after;
	CxArena		arena;
	CxLexis		lex;

	assert_non_null(text);
	n -= n % width;
	for (size_t i = 0; i < n; i++)
		text[i] = part[i % width];
	cx_arena_init(&arena, &cx_env_malloc);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
	read_all(&lex, &arena, text, n);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
	cx_arena_free(&arena);
	free(text);
	return (double) (after.tv_sec - before.tv_sec) + (double) (after.tv_nsec - before.tv_nsec) / 1e9;
}

static void
test_linear(void **state)
{
	static const char *const parts[] = {
		"a", "a ", "1.", "1,", "1", "1 ", "(", ")", "“", "”", "\"", "'", " '", ".", "...", "/", "-", "1-", "1/",
		"1 - ", "1, ", "1 và ", "1 đến ", "ngày ", "ngày 1, ", "năm ", "năm 2020, ", "nhiệm kỳ ", "nhiệm kỳ 2020-2025, ",
		"lần thứ ", "mười ", "hai trăm nghìn tỷ ", "trở lên ", "hơn ", "từ ", "từ 1 ", "1 xã ", "1 xã đến ", "1h", "14:",
		"1-NQ/", "\n", "a\n", "(\n", "1.\n", "A. ", "“a.” ", "(a. ", "l", "I", "\xCC\x81", "a1", "A1", "00000000",
		"tháng 1 - ", "quý I ", "giai đoạn ", "thứ ", "sáng ", "Thứ hai, ", "1:00 ", "1:00:00 ", "[GMT+7] ", "%", "5 %",
		"\xC2\xA0", "…", "12.345.678.901.234.567.890.",
	};

	(void) state;
	for (unsigned i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
	{
		double		little = time_repeated(parts[i], 50000);
		double		much = time_repeated(parts[i], 400000);

		/* what is over in no time may be noise; a quadratic reading of 400 kB takes minutes */
		if (much > 0.25 && much > little * 24)
			fail_msg("\"%s\" repeated: %.3f s and %.3f s", parts[i], little, much);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tokens),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_durings),
		cmocka_unit_test(test_terms),
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_token_flags),
		cmocka_unit_test(test_spellings),
		cmocka_unit_test(test_spans),
		cmocka_unit_test(test_roman),
		cmocka_unit_test(test_calendar),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_cancel),
		cmocka_unit_test(test_no_memory),
		cmocka_unit_test(test_linear),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
