/*-------------------------------------------------------------------------
 *
 * test_zones.c
 *	  Unit tests of the zoning and of what an article says of itself.
 *
 * The pages stand in test/unit/pages.txt, which says how to read it.  Each is
 * also analysed with its line ends made CRLF, with empty lines between its
 * lines, and cut off at every byte, which must neither crash nor leave a
 * sentence without a zone.
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
#include <time.h>

#include <cmocka.h>

#include "../../src/facts/internal.h"

#define MAX_PAGE	16384
#define MAX_LINES	64
#define MAX_FIELD	512

static const char zone_letters[] = "hHlbcykf";

typedef struct Page
{
	char		name[128];
	char		body[MAX_PAGE];
	size_t		n;
	char		zones[MAX_LINES];	/* of each line */
	unsigned	lines;
	char		title[MAX_FIELD],
				published[MAX_FIELD],
				authors[MAX_FIELD],
				agency[MAX_FIELD];
} Page;

/* ---- pages ------------------------------------------------------------------- */

static void
read_field(Page *page, const char *line)
{
	struct
	{
		const char *name;
		char	   *at;
	}			fields[] = {
		{"title ", page->title}, {"published ", page->published}, {"authors ", page->authors}, {"agency ", page->agency}
	};

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (strncmp(line, fields[i].name, strlen(fields[i].name)) == 0)
		{
			snprintf(fields[i].at, MAX_FIELD, "%s", line + strlen(fields[i].name));
			return;
		}
	fail_msg("unknown field: %s", line);
}

/* The next page of the file; false at its end. */
static bool
read_page(FILE *f, Page *page)
{
	static char line[MAX_PAGE];

	memset(page, 0, sizeof(*page));
	while (fgets(line, sizeof(line), f) != NULL)
	{
		line[strcspn(line, "\n")] = '\0';
		if (strncmp(line, "== ", 3) == 0)
			snprintf(page->name, sizeof(page->name), "%.100s", line + 3);
		else if (strncmp(line, "= ", 2) == 0)
			read_field(page, line + 2);
		else if (line[0] == '\0' && page->lines > 0)
			return true;
		else if (line[0] != '#' && line[0] != '\0')
		{
			size_t		n = strlen(line + 2);

			assert_int_equal(line[1], '|');
			assert_true(page->lines < MAX_LINES && page->n + n + 1 < MAX_PAGE);
			page->zones[page->lines++] = line[0];
			memcpy(page->body + page->n, line + 2, n);
			page->n += n;
			page->body[page->n++] = '\n';
		}
	}
	return page->lines > 0;
}

static void
each_page(void (*check) (Page *page))
{
	FILE	   *f = fopen("test/unit/pages.txt", "r");
	static Page page;
	unsigned	n = 0;

	assert_non_null(f);
	for (; read_page(f, &page); n++)
		check(&page);
	fclose(f);
	assert_true(n > 10);
}

/* ---- analysis ------------------------------------------------------------------- */

typedef struct Analysis
{
	CxArena		arena;
	CxLexis		lex;
	CxTagged	tagged;
	CxFacts		facts;
} Analysis;

static void
analyse(Analysis *a, const char *text, size_t n)
{
	CxYmd		none = {0, 0, 0};

	memset(a, 0, sizeof(*a));
	cx_arena_init(&a->arena, &cx_env_malloc);
	assert_int_equal(cx_lexis_init(&a->lex, &a->arena, text, n), CX_OK);
	assert_int_equal(cx_tokens(&a->lex), CX_OK);
	assert_int_equal(cx_dates(&a->lex), CX_OK);
	assert_int_equal(cx_numbers(&a->lex), CX_OK);
	assert_int_equal(cx_sentences(&a->lex), CX_OK);
	assert_int_equal(cx_zones(&a->lex), CX_OK);
	assert_int_equal(cx_lexicon_tag(&a->lex, &a->tagged), CX_OK);
	assert_int_equal(cx_article_read(&a->tagged, none, &a->facts), CX_OK);
}

static void
same_field(const Page *page, const char *field, const char *want, const char *got, size_t n)
{
	if (strlen(want) != n || (n > 0 && memcmp(want, got, n) != 0))
		fail_msg("%s: %s is \"%.*s\", not \"%s\"", page->name, field, (int) n, got, want);
}

static void
same_article(const Page *page, const Analysis *a)
{
	const CxArticle *article = &a->facts.article;
	char		buf[MAX_FIELD] = "";
	size_t		n = 0;

	same_field(page, "title", page->title, article->title.at, article->title.n);
	same_field(page, "agency", page->agency, article->agency.at, article->agency.n);
	for (uint32_t i = 0; i < article->authors.n; i++)
		n += (size_t) snprintf(buf + n, sizeof(buf) - n, "%s%.*s", i > 0 ? ";" : "",
							   (int) article->authors.at[i].n, article->authors.at[i].at);
	same_field(page, "authors", page->authors, buf, n);
	n = 0;
	if (article->published.year != 0)
		n = (size_t) snprintf(buf, sizeof(buf), "%04d-%02d-%02d %02d:%02d:%02d", article->published.year,
							  article->published.month, article->published.day, article->published_second / 3600,
							  article->published_second / 60 % 60, article->published_second % 60);
	same_field(page, "published", page->published, buf, n);
}

/* The evidence lies in the text and in the sentence that is said. */
static void
good_source(const Analysis *a)
{
	const CxSource *src = &a->facts.article.src;
	const CxSentence *s;

	if (!a->facts.has_article)
		return;
	assert_non_null(src->rule);
	assert_true(src->start < src->end && src->end <= a->lex.length);
	assert_true(src->sentence >= 1 && src->sentence <= a->lex.sentences.n);
	s = &a->lex.sentences.at[src->sentence - 1];
	assert_true(a->lex.toks.at[s->tok].start <= src->start && src->start < a->lex.toks.at[s->end - 1].end);
}

/* ---- tests ------------------------------------------------------------------------ */

static void
check_zones(Page *page)
{
	Analysis	a;
	unsigned	line = 0;
	size_t		at = 0;

	analyse(&a, page->body, page->n);
	for (uint32_t i = 0; i < a.lex.sentences.n; i++)
	{
		const CxSentence *s = &a.lex.sentences.at[i];

		for (; at < a.lex.toks.at[s->tok].start; at++)
			line += page->body[at] == '\n';
		if (page->zones[line] != '.' && page->zones[line] != zone_letters[s->zone])
			fail_msg("%s: line %u is %s, not %c", page->name, line + 1, cx_zone_names[s->zone], page->zones[line]);
	}
	same_article(page, &a);
	good_source(&a);
	cx_arena_free(&a.arena);
}

/* Other line ends and empty lines between change nothing that the article says. */
static void
check_line_ends(Page *page)
{
	static const char *const ends[] = {"\r\n", "\n\n", "\n \n\n"};
	static char text[2 * MAX_PAGE];

	for (size_t e = 0; e < sizeof(ends) / sizeof(ends[0]); e++)
	{
		Analysis	a;
		size_t		n = 0;

		for (size_t i = 0; i < page->n; i++)
		{
			const char *piece = page->body[i] == '\n' ? ends[e] : NULL;
			size_t		length = piece != NULL ? strlen(piece) : 1;

			memcpy(text + n, piece != NULL ? piece : page->body + i, length);
			n += length;
		}

		/*
		 * a caption that goes on in the next line is one only without an
		 * empty line between
		 */
		if (e > 0 && strstr(page->name, "over two lines") != NULL)
			continue;
		analyse(&a, text, n);
		same_article(page, &a);
		cx_arena_free(&a.arena);
	}
}

static void
check_prefixes(Page *page)
{
	for (size_t n = 0; n < page->n; n++)
	{
		Analysis	a;
		char	   *text;

		if (!cx_utf8_valid(page->body, n, NULL))
			continue;
		text = malloc(n + 1);
		memcpy(text, page->body, n);
		analyse(&a, text, n);
		for (uint32_t i = 0; i < a.lex.sentences.n; i++)
			assert_true(a.lex.sentences.at[i].zone <= CX_ZONE_FOOTER);
		assert_true(a.lex.page.title_tok <= a.lex.page.title_end && a.lex.page.title_end <= a.lex.toks.n);
		assert_true(a.lex.page.byline_tok <= a.lex.page.byline_end && a.lex.page.byline_end <= a.lex.toks.n);
		assert_true(a.lex.page.dateline_tok <= a.lex.page.dateline_end && a.lex.page.dateline_end <= a.lex.toks.n);
		assert_true(a.lex.page.stamp_date < (int32_t) a.lex.dates.n && a.lex.page.clock_date < (int32_t) a.lex.dates.n);
		good_source(&a);
		cx_arena_free(&a.arena);
		free(text);
	}
}

static void
test_pages(void **state)
{
	(void) state;
	each_page(check_zones);
}

static void
test_line_ends(void **state)
{
	(void) state;
	each_page(check_line_ends);
}

static void
test_prefixes(void **state)
{
	(void) state;
	each_page(check_prefixes);
}

/* Time of the zoning grows with the text, whatever the lines are. */
static void
test_linear(void **state)
{
	static const char *const lines[] = {
		"a\n", "1\n", "Minh Hà\n", "Tin liên quan\n", "Ảnh: \n", "(", "Theo ", "- ", "18/8/2020\n", "Xem thêm ", ".\n",
		"Đại hội đã bầu ban chấp hành khóa mới.\n", "Trang chủ / ", "Hà, "
	};

	(void) state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
	{
		size_t		width = strlen(lines[i]);
		size_t		n = (size_t) 400000 / width * width;
		char	   *text = malloc(n);
		clock_t		start = clock();
		Analysis	a;

		for (size_t at = 0; at < n; at += width)
			memcpy(text + at, lines[i], width);
		analyse(&a, text, n);
		cx_arena_free(&a.arena);
		free(text);

		/*
		 * a hundred times what it takes, far below what a quadratic step
		 * would
		 */
		if ((double) (clock() - start) / CLOCKS_PER_SEC > 10)
			fail_msg("too slow on \"%s\"", lines[i]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_line_ends),
		cmocka_unit_test(test_prefixes),
		cmocka_unit_test(test_linear),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
