/*-------------------------------------------------------------------------
 *
 * test_lexicon.c
 *	  The compiled lexicon against the lists it was made from.
 *
 * The slow twin reads the .tsv files itself and, at every token of a text,
 * compares every form of every list; the trie must give the same edges in the
 * same order.  Texts are all forms one by one and random rows of forms, in
 * NFC, NFD and upper case.  Run it in the top folder of the repository.
 *
 *-------------------------------------------------------------------------
 */
#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../src/lexicon/table.h"

#define LISTS		"src/lexicon/*.tsv"
#define LEXGEN		"build/tools/lexgen"
#define MAX_FORMS	20000
#define MAX_SYMS	32

/* ---- the slow twin --------------------------------------------------------- */

typedef struct SlowForm
{
	char	   *form;			/* owns its line, of which the others are parts */
	const char *value;
	const char *flag;
	int			klass;
	unsigned	n;
	uint16_t	syms[MAX_SYMS];
} SlowForm;

static SlowForm *slow_forms;
static unsigned n_slow;

static void
split(CxArena *arena, CxLexis *lex, const char *text, size_t n)
{
	assert_int_equal(cx_lexis_init(lex, arena, text, n), CX_OK);
	assert_int_equal(cx_tokens(lex), CX_OK);
}

static void
read_list(const char *path)
{
	const char *base = strrchr(path, '/') + 1;
	int			klass = cx_lexicon_class(base, strlen(base) - 4);
	FILE	   *in = fopen(path, "r");
	char		line[1024];
	bool		has_header = false;

	assert_non_null(in);
	assert_true(klass >= 0);
	while (fgets(line, sizeof(line), in) != NULL)
	{
		SlowForm   *form = &slow_forms[n_slow];
		char	   *value;
		char	   *flag;

		if (line[0] == '#')
			continue;
		if (!has_header)
		{
			has_header = true;
			continue;
		}
		assert_true(n_slow < MAX_FORMS);
		n_slow++;
		line[strcspn(line, "\n")] = 0;
		form->form = strdup(line);
		assert_non_null(form->form);
		value = strchr(form->form, '\t');
		assert_non_null(value);
		*value++ = 0;
		flag = strchr(value, '\t');
		if (flag != NULL)
			*flag++ = 0;
		form->value = value;
		form->flag = flag != NULL ? flag : "";
		form->klass = klass;
	}
	fclose(in);
}

static int
read_lists(void **state)
{
	glob_t		files;
	CxArena		arena;

	(void) state;
	slow_forms = calloc(MAX_FORMS, sizeof(SlowForm));
	assert_int_equal(glob(LISTS, 0, NULL, &files), 0);
	for (size_t i = 0; i < files.gl_pathc; i++)
		read_list(files.gl_pathv[i]);
	assert_int_equal(files.gl_pathc, cx_lexicon_classes());
	globfree(&files);

	cx_arena_init(&arena, &cx_env_malloc);
	for (unsigned i = 0; i < n_slow; i++)
	{
		SlowForm   *form = &slow_forms[i];
		CxLexis		lex;

		split(&arena, &lex, form->form, strlen(form->form));
		assert_in_range(lex.toks.n, 1, MAX_SYMS);
		form->n = lex.toks.n;
		for (unsigned t = 0; t < form->n; t++)
		{
			const CxToken *tok = &lex.toks.at[t];

			form->syms[t] = tok->sym != 0 ? tok->sym :
				cx_lexicon_word(form->form + tok->start, tok->end - tok->start);
			assert_int_not_equal(form->syms[t], 0);
		}
	}
	cx_arena_free(&arena);
	return 0;
}

static int
free_lists(void **state)
{
	(void) state;
	for (unsigned i = 0; i < n_slow; i++)
		free(slow_forms[i].form);
	free(slow_forms);
	return 0;
}

/* Letter case of the tokens, straight from their letters. */
static bool
slow_case_fits(const CxLexis *lex, uint32_t tok, const SlowForm *form)
{
	for (unsigned i = 0; i < form->n; i++)
	{
		const CxToken *t = &lex->toks.at[tok + i];
		CxWord		word;

		if (t->kind == CX_TOK_NUMBER || !cx_word_read(lex->text + t->start, lex->text + t->end, &word))
			continue;
		if (strcmp(form->flag, "caps") == 0 && !word.first_upper)
			return false;
		if (strcmp(form->flag, "upper") == 0 && word.uppers < word.letters)
			return false;
		if (strcmp(form->flag, "lower") == 0 && i == 0 && word.first_upper)
			return false;
	}
	return true;
}

static bool
slow_matches(const CxLexis *lex, uint32_t tok, const SlowForm *form)
{
	for (unsigned i = 0; i < form->n; i++)
	{
		if (tok + i >= lex->toks.n || lex->toks.at[tok + i].sym != form->syms[i])
			return false;
		if (i > 0 && (lex->toks.at[tok + i].flags & CX_TF_BLANK))
			return false;
	}
	return slow_case_fits(lex, tok, form);
}

static int
compare_matches(const void *a, const void *b)
{
	const SlowForm *x = *(SlowForm *const *) a;
	const SlowForm *y = *(SlowForm *const *) b;

	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return x->klass - y->klass;
}

/* Tag the text and compare every chain of edges with the linear scan. */
static void
check_text(CxArena *arena, CxTagged *tagged, CxLexis *lex, CxStr text)
{
	split(arena, lex, text.at, text.n);
	assert_int_equal(cx_lexicon_tag(lex, tagged), CX_OK);
	for (uint32_t tok = 0; tok < lex->toks.n; tok++)
	{
		SlowForm   *found[256];
		unsigned	n = 0;
		uint32_t	edge = tagged->head[tok];

		for (unsigned i = 0; i < n_slow; i++)
			if (slow_forms[i].syms[0] == lex->toks.at[tok].sym && slow_matches(lex, tok, &slow_forms[i]))
			{
				assert_true(n < 256);
				found[n++] = &slow_forms[i];
			}
		qsort(found, n, sizeof(*found), compare_matches);
		for (unsigned i = 0; i < n; i++)
		{
			const CxEdge *e;

			if (edge == CX_NO_EDGE)
				fail_msg("not found at token %u of \"%.*s\": %s", tok, (int) text.n, text.at, found[i]->form);
			e = &tagged->edges.at[edge];
			assert_int_equal(e->end, tok + found[i]->n);
			assert_int_equal(e->label, found[i]->klass);
			assert_string_equal(cx_lexicon_value(e->value), found[i]->value);
			edge = e->next;
		}
		if (edge != CX_NO_EDGE)
			fail_msg("found too much at token %u of \"%.*s\"", tok, (int) text.n, text.at);
	}
}

/* ---- trie against scan -------------------------------------------------------- */

static bool
has_edge(const CxTagged *tagged, uint32_t end, const SlowForm *form)
{
	for (uint32_t i = tagged->head[0]; i != CX_NO_EDGE; i = tagged->edges.at[i].next)
	{
		const CxEdge *e = &tagged->edges.at[i];

		if (e->end == end && e->label == form->klass && strcmp(cx_lexicon_value(e->value), form->value) == 0)
			return true;
	}
	return false;
}

/* 0: as written, 1: NFD, 2: upper case */
static CxStr
render(CxArena *arena, const char *s, unsigned how)
{
	CxStr		str = {s, (uint32_t) strlen(s)};

	if (how == 1)
		assert_int_equal(cx_nfd(arena, s, strlen(s), &str), CX_OK);
	else if (how == 2)
		assert_int_equal(cx_upper(arena, s, strlen(s), &str), CX_OK);
	return str;
}

static void
test_every_form(void **state)
{
	CxArena		arena;

	(void) state;
	assert_int_equal(n_slow, CX_LEX_FORMS);
	for (unsigned i = 0; i < n_slow; i++)
	{
		cx_arena_init(&arena, &cx_env_malloc);
		for (unsigned how = 0; how < 3; how++)
		{
			const SlowForm *form = &slow_forms[i];
			CxStr		text = render(&arena, form->form, how);
			CxTagged	tagged;
			CxLexis		lex;

			check_text(&arena, &tagged, &lex, text);
			if (how == 2 && strcmp(form->flag, "lower") == 0)
				assert_false(has_edge(&tagged, lex.toks.n, form));
			else if (!has_edge(&tagged, lex.toks.n, form))
				fail_msg("form \"%.*s\" is not found in itself", (int) text.n, text.at);
		}
		cx_arena_free(&arena);
	}
}

static uint32_t seed = 20200817;

static uint32_t
pick(uint32_t n)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % n;
}

static void
test_random_texts(void **state)
{
	static const char *const between[] = {" ", " ", " ", "\n", "\n\n", ", ", " - ", "", " 12 ", " xyzzy "};
	CxArena		arena;

	(void) state;
	for (unsigned round = 0; round < 400; round++)
	{
		char		text[16384];
		size_t		n = 0;
		CxTagged	tagged;
		CxLexis		lex;

		cx_arena_init(&arena, &cx_env_malloc);
		for (unsigned k = pick(30); k > 0; k--)
		{
			const char *gap = between[pick(sizeof(between) / sizeof(between[0]))];
			CxStr		form = render(&arena, slow_forms[pick(n_slow)].form, pick(3));
			uint32_t	skip = 0;

			/* now and then the tail of a form only */
			if (pick(4) == 0)
				for (uint32_t i = 0; i < form.n; i++)
					if (form.at[i] == ' ' && pick(2) == 0)
						skip = i;
			memcpy(text + n, form.at + skip, form.n - skip);
			n += form.n - skip;
			memcpy(text + n, gap, strlen(gap));
			n += strlen(gap);
		}
		check_text(&arena, &tagged, &lex, (CxStr) {text, (uint32_t) n});
		cx_arena_free(&arena);
	}
}

/* ---- what a list can ask for ------------------------------------------------------ */

/* Does the text have an edge of this class from its first token to its last? */
static bool
is_whole(const char *text, int klass, const char *value)
{
	CxArena		arena;
	CxLexis		lex;
	CxTagged	tagged;
	const CxEdge *edge;
	bool		result;

	cx_arena_init(&arena, &cx_env_malloc);
	split(&arena, &lex, text, strlen(text));
	assert_int_equal(cx_lexicon_tag(&lex, &tagged), CX_OK);
	edge = cx_edge_find(&tagged, 0, (uint16_t) klass);
	result = edge != NULL && edge->end == lex.toks.n && strcmp(cx_lexicon_value(edge->value), value) == 0;
	cx_arena_free(&arena);
	return result;
}

static void
test_letter_case(void **state)
{
	(void) state;
	assert_true(is_whole("Hà Nội", CX_CLASS_PLACE, "Hà Nội"));
	assert_true(is_whole("HÀ NỘI", CX_CLASS_PLACE, "Hà Nội"));
	assert_false(is_whole("Hà nội", CX_CLASS_PLACE, "Hà Nội"));
	assert_true(is_whole("Bà Rịa – Vũng Tàu", CX_CLASS_PLACE, "Bà Rịa - Vũng Tàu"));
	assert_true(is_whole("ĐU", CX_CLASS_COMMITTEE, "party"));
	assert_false(is_whole("Đu", CX_CLASS_COMMITTEE, "party"));
	assert_true(is_whole("tạ", CX_CLASS_MEASURE_UNIT, "mass"));
	assert_false(is_whole("Tạ", CX_CLASS_MEASURE_UNIT, "mass"));
	assert_true(is_whole("Tạ", CX_CLASS_SURNAME, "2"));
	assert_false(is_whole("tạ", CX_CLASS_SURNAME, "2"));
}

static void
test_forms_of_words(void **state)
{
	(void) state;
	/* tone placement, look-alikes, abbreviations, slips */
	assert_true(is_whole("Tỉnh uỷ", CX_CLASS_COMMITTEE, "province"));
	assert_true(is_whole("THANH HOÁ", CX_CLASS_PLACE, "Thanh Hóa"));
	assert_true(is_whole("Ð/c", CX_CLASS_HONORIFIC, "comrade"));
	assert_true(is_whole("HÐND", CX_CLASS_BODY, "council"));
	assert_true(is_whole("hđnd", CX_CLASS_BODY, "council"));
	assert_true(is_whole("T.Ư Đảng", CX_CLASS_COMMITTEE, "central"));
	assert_true(is_whole("TP.HCM", CX_CLASS_PLACE, "Hồ Chí Minh"));
	assert_true(is_whole("Phó Bí thường trực", CX_CLASS_HEAD, "Phó Bí thư Thường trực"));
	assert_true(is_whole("PAR  INDEX", CX_CLASS_INDEX, "PAR Index"));
	assert_true(is_whole("triệu đồng/người/năm", CX_CLASS_MEASURE_UNIT, "money"));
	assert_true(is_whole("Sở Văn hóa, Thể thao và Du lịch", CX_CLASS_BODY, "department"));
}

static void
test_lines(void **state)
{
	(void) state;
	assert_true(is_whole("Ban Tổ\nchức", CX_CLASS_BODY, "party_board"));
	assert_true(is_whole("Ban Tổ\r\nchức", CX_CLASS_BODY, "party_board"));
	assert_false(is_whole("Ban Tổ\n\nchức", CX_CLASS_BODY, "party_board"));
}

/* ---- edges ------------------------------------------------------------------------- */

static void
test_edges(void **state)
{
	static const uint32_t ends[] = {2, 4, 1, 4, 3, 2};
	const char *text = "một hai ba bốn";
	CxArena		arena;
	CxLexis		lex;
	CxTagged	tagged;
	uint32_t	last_end = UINT32_MAX;
	unsigned	n = 0;

	(void) state;
	cx_arena_init(&arena, &cx_env_malloc);
	split(&arena, &lex, text, strlen(text));
	assert_int_equal(cx_lexicon_tag(&lex, &tagged), CX_OK);
	tagged.head[0] = CX_NO_EDGE;
	for (unsigned i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		assert_int_equal(cx_edge_add(&tagged, 0, ends[i], (uint16_t) (CX_LABEL_MENTION + i % 2), 7, i), CX_OK);
	for (uint32_t i = tagged.head[0]; i != CX_NO_EDGE; i = tagged.edges.at[i].next)
	{
		const CxEdge *e = &tagged.edges.at[i];

		assert_true(e->end <= last_end);
		assert_int_equal(e->end, ends[e->data]);
		last_end = e->end;
		n++;
	}
	assert_int_equal(n, sizeof(ends) / sizeof(ends[0]));
	/* of equal length, the one added first is found first */
	assert_int_equal(cx_edge_find(&tagged, 0, CX_LABEL_MENTION + 1)->data, 1);
	assert_int_equal(cx_edge_find(&tagged, 0, CX_LABEL_MENTION)->data, 4);
	assert_null(cx_edge_find(&tagged, 0, CX_LABEL_MENTION + 9));
	assert_null(cx_edge_find(&tagged, 1, CX_LABEL_MENTION));
	cx_arena_free(&arena);
}

/* ---- tables --------------------------------------------------------------------------- */

static void
test_tables(void **state)
{
	(void) state;
	for (unsigned i = 0; i < cx_lexicon_classes(); i++)
		assert_int_equal(cx_lexicon_class(cx_lexicon_class_name(i), strlen(cx_lexicon_class_name(i))), i);
	assert_int_equal(cx_lexicon_class("place", 5), CX_CLASS_PLACE);
	assert_int_equal(cx_lexicon_class("plac", 4), -1);
	assert_int_equal(cx_lexicon_class("places", 6), -1);
	assert_int_equal(cx_lexicon_class("", 0), -1);

	assert_string_equal(cx_lexicon_value(0), "");
	assert_int_equal(cx_lexicon_value_id("", 0), 0);
	for (unsigned i = 0; i < CX_LEX_VALUES; i++)
		assert_int_equal(cx_lexicon_value_id(cx_lexicon_value((uint16_t) i), strlen(cx_lexicon_value((uint16_t) i))), i);
	assert_int_equal(cx_lexicon_value_id("no such value", 13), -1);

	assert_int_equal(cx_lexicon_word("đảng", strlen("đảng")), cx_syllable_code("đảng", strlen("đảng")));
	assert_in_range(cx_lexicon_word("HĐND", strlen("HĐND")), CX_SYM_WORDS, CX_SYM_WORDS + CX_LEX_WORDS - 1);
	assert_int_equal(cx_lexicon_word("hđnd", strlen("hđnd")), cx_lexicon_word("HÐND", strlen("HÐND")));
	assert_int_equal(cx_lexicon_word("xyzzy", 5), 0);
	assert_int_equal(cx_lexicon_word("", 0), 0);
	for (unsigned i = 0; i < CX_LEX_WORDS; i++)
	{
		const char *word = cx_lex_pool + cx_lex_word_at[i];

		assert_int_equal(cx_lexicon_word(word, strlen(word)), CX_SYM_WORDS + i);
	}
}

/* ---- an environment that fails ----------------------------------------------------------- */

static unsigned allocs_left;

static void *
failing_alloc(void *ctx, size_t size)
{
	(void) ctx;
	return allocs_left-- == 0 ? NULL : malloc(size);
}

static void
failing_release(void *ctx, void *ptr)
{
	(void) ctx;
	free(ptr);
}

static bool
always_interrupted(void *ctx)
{
	(void) ctx;
	return true;
}

static void
test_failures(void **state)
{
	const CxEnv failing = {.alloc = failing_alloc,.release = failing_release};
	const CxEnv stopping = {.alloc = failing_alloc,.release = failing_release,.interrupted = always_interrupted};
	char		text[12000] = "";
	CxStatus	status = CX_ENOMEM;
	CxArena		arena;
	CxLexis		lex;
	CxTagged	tagged;

	(void) state;
	for (size_t n = 0; n + 64 < sizeof(text); n = strlen(text))
		strcat(text, "Phó Bí thư Thường trực Tỉnh ủy Hà Nội, ");
	for (unsigned allowed = 0; status == CX_ENOMEM; allowed++)
	{
		assert_true(allowed < 100);
		cx_arena_init(&arena, &failing);
		allocs_left = allowed;
		status = cx_lexis_init(&lex, &arena, text, strlen(text));
		if (status == CX_OK)
			status = cx_tokens(&lex);
		if (status == CX_OK)
			status = cx_lexicon_tag(&lex, &tagged);
		cx_arena_free(&arena);
	}
	assert_int_equal(status, CX_OK);

	cx_arena_init(&arena, &cx_env_malloc);
	split(&arena, &lex, text, strlen(text));
	arena.env = &stopping;
	allocs_left = 1000;
	assert_int_equal(cx_lexicon_tag(&lex, &tagged), CX_ECANCELED);
	arena.env = &cx_env_malloc;
	cx_arena_free(&arena);
}

/* ---- the compiler's errors ------------------------------------------------------------------ */

static void
test_lexgen_errors(void **state)
{
	static const struct
	{
		const char *list;
		const char *message;
	}			cases[] = {
		{"form\tvalue\tflags\nmột\t\nMỘT\t\n", "list.tsv:3: duplicate form"},
		{"form\tvalue\tflags\n\t1\n", "list.tsv:2: empty form"},
		{"# only spaces\nform\tvalue\tflags\n  \t1\n", "list.tsv:3: empty form"},
		{"form\tvalue\tflags\nmột\t\tbold\n", "list.tsv:2: unknown flag \"bold\""},
		{"form\tvalue\tflags\nmột\n", "list.tsv:2: fewer than two columns"},
		{"form\tvalue\tflags\nmột\t\tcaps\t\n", "list.tsv:2: more than three columns"},
		{"form\tvalue\tflags\nmột\t\tcaps\n", "list.tsv:2: form is not written as its flag says"},
		{"form\tvalue\tflags\nsố 1\t\n", "list.tsv:2: a number in a form"},
		{"form\tvalue\tflags\n(một\t\n", "list.tsv:2: form begins with punctuation"},
		{"form\tvalue\tflags\nm\xFFt\t\n", "list.tsv:2: not UTF-8"},
		{"form\tvalue\tflags\nmột\t", "list.tsv:2: line is too long"},
		{"một\t\n", "list.tsv:1: header"},
		{"", "list.tsv:1: header"},
	};
	char		dir[] = "/tmp/lexgenXXXXXX";
	char		list[64];
	char		command[256];

	(void) state;
	if (access(LEXGEN, X_OK) != 0)
		skip();
	assert_non_null(mkdtemp(dir));
	snprintf(list, sizeof(list), "%s/list.tsv", dir);
	snprintf(command, sizeof(command), LEXGEN " %s %s 2>&1", dir, list);
	for (unsigned i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		char		output[512] = "";
		FILE	   *file = fopen(list, "w");
		int			status;

		assert_non_null(file);
		fputs(cases[i].list, file);
		fclose(file);
		file = popen(command, "r");
		assert_non_null(file);
		(void) !fread(output, 1, sizeof(output) - 1, file);
		status = pclose(file);
		if (strstr(output, cases[i].message) == NULL)
			fail_msg("expected \"%s\", got \"%s\"", cases[i].message, output);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 1);
	}
	unlink(list);
	rmdir(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_form),
		cmocka_unit_test(test_random_texts),
		cmocka_unit_test(test_letter_case),
		cmocka_unit_test(test_forms_of_words),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_edges),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_failures),
		cmocka_unit_test(test_lexgen_errors),
	};

	return cmocka_run_group_tests(tests, read_lists, free_lists);
}
