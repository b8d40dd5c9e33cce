/*-------------------------------------------------------------------------
 *
 * test_rules.c
 *	  Each rule and each list of words has a text that it reads, and one that it
 *	  must not read though it looks alike.
 *
 * They stand in rules.tsv.  A rule of the grammar, a rule of a reader or a class
 * of the lexicon that has none of either kind fails here, so a new one cannot
 * come without.  Run it in the top folder of the repository.
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

#include "../../src/facts/cx_facts.h"

#define TABLE		"test/unit/rules.tsv"
#define SOURCES		"src/facts/" "*.c"

/* What a text of one line stands behind, as it has to be about an event. */
#define BEFORE \
	"Đại hội Đảng bộ tỉnh Hà Giang lần thứ XVII\n" \
	"Đại hội Đảng bộ tỉnh Hà Giang lần thứ XVII, nhiệm kỳ 2020 - 2025 đã diễn ra.\n"

/* A rule, or a class as <class>, and which cases the table has of it. */
typedef struct Name
{
	char		name[64];
	bool		read,
				unread;
} Name;

static Name names[512];
static size_t nnames;

static Name *
name_of(const char *name)
{
	for (size_t i = 0; i < nnames; i++)
		if (strcmp(names[i].name, name) == 0)
			return &names[i];
	assert_true(nnames < sizeof(names) / sizeof(names[0]));
	assert_in_range(snprintf(names[nnames].name, sizeof(names[0].name), "%s", name), 1, sizeof(names[0].name) - 1);
	return &names[nnames++];
}

/* Does an entry of the class stand in the text? */
static bool
has_class(const char *text, const char *name)
{
	CxArena		arena;
	CxLexis		lex;
	CxTagged	tagged;
	int			klass = cx_lexicon_class(name + 1, strlen(name) - 2);
	bool		found = false;

	if (klass < 0)
		fail_msg("%s: no such class: %s", TABLE, name);
	cx_arena_init(&arena, &cx_env_malloc);
	assert_int_equal(cx_lexis_init(&lex, &arena, text, strlen(text)), CX_OK);
	assert_int_equal(cx_tokens(&lex), CX_OK);
	assert_int_equal(cx_lexicon_tag(&lex, &tagged), CX_OK);
	for (uint32_t i = 0; i < tagged.edges.n; i++)
		found |= tagged.edges.at[i].label == klass;
	cx_arena_free(&arena);
	return found;
}

/*
 * Does a rule read something in the text?  Not if all its matches are discarded;
 * but to be of another body is what the rule of other parties matches for.
 */
static bool
has_rule(const char *text, const char *name)
{
	bool		whole = strchr(text, '\n') != NULL;
	size_t		n = strlen(text) + sizeof(BEFORE);
	char	   *body = malloc(n);
	bool		found = false;
	CxFacts		facts;
	CxTrace		trace;
	CxArena		arena;

	assert_non_null(body);
	snprintf(body, n, "%s%s", whole ? "" : BEFORE, text);
	cx_arena_init(&arena, &cx_env_malloc);
	assert_int_equal(cx_explain(&arena, body, strlen(body), (CxYmd) {2021, 6, 1}, &facts, &trace), CX_OK);
	for (uint32_t i = 0; i < trace.readings.n; i++)
	{
		const CxReading *t = &trace.readings.at[i];

		if (strcmp(t->src.rule, name) == 0 && (whole || t->src.start >= sizeof(BEFORE) - 1))
			found |= t->outcome != CX_OUTCOME_DISCARDED || t->why == CX_WHY_OTHER_BODY;
	}
	cx_arena_free(&arena);
	free(body);
	return found;
}

/* "\n" in the table is the end of a line. */
static void
unescape(char *text)
{
	char	   *to = text;

	for (; *text != '\0'; text++)
		if (text[0] == '\\' && text[1] == 'n')
		{
			*to++ = '\n';
			text++;
		}
		else
			*to++ = *text;
	*to = '\0';
}

static void
test_table(void **state)
{
	FILE	   *table = fopen(TABLE, "r");
	unsigned	wrong = 0;
	char		line[2048];

	(void) state;
	assert_non_null(table);
	while (fgets(line, sizeof(line), table) != NULL)
	{
		char	   *name = strtok(line, "\t\n");
		char	   *sign = strtok(NULL, "\t\n");
		char	   *text = strtok(NULL, "\t\n");
		bool		found;

		if (name == NULL || name[0] == '#')
			continue;
		if (sign == NULL || text == NULL || (strcmp(sign, "+") != 0 && strcmp(sign, "-") != 0))
			fail_msg("%s: a line is a name, + or -, and a text, with tabs between: %s", TABLE, name);
		unescape(text);
		found = name[0] == '<' ? has_class(text, name) : has_rule(text, name);
		if (found != (*sign == '+'))
		{
			print_error("%s %s: %s\n", name, found ? "reads" : "does not read", text);
			wrong++;
		}
		if (*sign == '+')
			name_of(name)->read = true;
		else
			name_of(name)->unread = true;
	}
	fclose(table);
	assert_int_equal(wrong, 0);
}

/*
 * The rules that the readers name, be they their own or the grammar's: all that is
 * written as "relation.rule" in their sources.
 */
static void
add_named(void)
{
	const char *letters = "abcdefghijklmnopqrstuvwxyz_";
	glob_t		files;

	assert_int_equal(glob(SOURCES, 0, NULL, &files), 0);
	for (size_t i = 0; i < files.gl_pathc; i++)
	{
		FILE	   *in = fopen(files.gl_pathv[i], "r");
		char		line[1024];

		assert_non_null(in);
		while (fgets(line, sizeof(line), in) != NULL)
			for (char *p = strchr(line, '"'); p != NULL && line[0] != '#'; p = strchr(p + 1, '"'))
			{
				size_t		dot = 1 + strspn(p + 1, letters);
				size_t		end = dot + 1 + strspn(p + dot + 1, letters);

				if (dot > 1 && p[dot] == '.' && end > dot + 1 && p[end] == '"')
				{
					p[end] = '\0';
					name_of(p + 1);
					p += end;
				}
			}
		fclose(in);
	}
	globfree(&files);
}

static void
test_all_there(void **state)
{
	unsigned	missing = 0;
	char		klass[64];

	(void) state;
	for (uint16_t i = 0; i < cx_rules.nrules; i++)
		name_of(cx_rules.strings + cx_rules.rules[i].name);
	for (unsigned i = 0; i < cx_lexicon_classes(); i++)
	{
		snprintf(klass, sizeof(klass), "<%s>", cx_lexicon_class_name(i));
		name_of(klass);
	}
	add_named();
	for (size_t i = 0; i < nnames; i++)
		if (!names[i].read || !names[i].unread)
		{
			print_error("%s: " TABLE " has no text that it must%s read\n", names[i].name, names[i].read ? " not" : "");
			missing++;
		}
	assert_int_equal(missing, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_all_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
