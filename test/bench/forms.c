/*-------------------------------------------------------------------------
 *
 * forms.c
 *	  Unicode forms, case and folding without a server, next to ICU called from C.
 *
 *		forms RUNS FILE ...
 *
 * Each file is mapped as a whole RUNS times by both; prints the megabytes a second
 * of the best run over all files.  ICU works on UTF-16 but for case, so what it is given and
 * gives is converted, as whoever calls it with UTF-8 has to.
 *
 *-------------------------------------------------------------------------
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <unicode/ucasemap.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "../../src/text/cx_text.h"

typedef struct Text
{
	const char *at;
	size_t		n;
} Text;

typedef enum Job
{
	NFC, NFC_OF_NFD, NFD, LOWER, UPPER, FOLD, JOBS
} Job;

static const char *const job_names[JOBS] = {
	"form C of form C", "form C of form D", "form D", "lower case", "upper case", "folding"
};

static UChar * wide;
static UChar * wide_out;
static char *narrow;
static int32_t room;
static UCaseMap *cases;
static UTransliterator *folding;

static void
fail(const char *what)
{
	fprintf(stderr, "forms: %s\n", what);
	exit(EXIT_FAILURE);
}

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double) t.tv_sec + (double) t.tv_nsec / 1e9;
}

static Text
read_file(const char *path)
{
	FILE	   *f = fopen(path, "rb");
	char	   *s = NULL;
	long		n;

	if (f == NULL || fseek(f, 0, SEEK_END) != 0 || (n = ftell(f)) < 0 || (s = malloc((size_t) n + 1)) == NULL)
		fail(path);
	rewind(f);
	n = (long) fread(s, 1, (size_t) n, f);
	fclose(f);
	return (Text)
	{
		s, (size_t) n
	};
}

static void
run_ours(CxArena *arena, Job job, Text text)
{
	static CxStatus (*const maps[JOBS]) (CxArena *, const char *, size_t, CxStr *) = {
		cx_nfc, cx_nfc, cx_nfd, cx_lower, cx_upper, cx_fold
	};
	CxStr		out;

	if (maps[job] (arena, text.at, text.n, &out) != CX_OK)
		fail("not UTF-8");
	cx_arena_free(arena);
}

static void
run_icu(Job job, Text text)
{
	UErrorCode	status = U_ZERO_ERROR;
	int32_t		n;
	int32_t		limit;

	if (job == LOWER)
		(void) ucasemap_utf8ToLower(cases, narrow, room, text.at, (int32_t) text.n, &status);
	else if (job == UPPER)
		(void) ucasemap_utf8ToUpper(cases, narrow, room, text.at, (int32_t) text.n, &status);
	else
	{
		const UNormalizer2 *form = job == NFD ? unorm2_getNFDInstance(&status) : unorm2_getNFCInstance(&status);

		u_strFromUTF8(wide, room, &n, text.at, (int32_t) text.n, &status);
		if (job == FOLD)
		{
			limit = n;
			utrans_transUChars(folding, wide, &n, room, 0, &limit, &status);
			u_strToUTF8(narrow, room, NULL, wide, n, &status);
		}
		else
		{
			n = unorm2_normalize(form, wide, n, wide_out, room, &status);
			u_strToUTF8(narrow, room, NULL, wide_out, n, &status);
		}
	}
	if (U_FAILURE(status))
		fail(u_errorName(status));
}

int
main(int argc, char **argv)
{
	static const char rules[] = "::NFD; ::[:Mn:] Remove; ::Lower; đ > d;";
	UChar		id[8];
	UChar		wide_rules[sizeof(rules)];
	CxEnv		env = cx_env_malloc;
	UErrorCode	status = U_ZERO_ERROR;
	int			runs = argc > 2 ? atoi(argv[1]) : 0;
	int			n = argc - 2;
	Text	   *texts;
	Text	   *decomposed;
	CxArena		arena;
	size_t		bytes = 0;

	env.utf8 = true;			/* as the server knows its texts to be */
	if (runs < 1)
		fail("usage: forms RUNS FILE ...");
	texts = calloc((size_t) n, sizeof(*texts));
	decomposed = calloc((size_t) n, sizeof(*decomposed));
	if (texts == NULL || decomposed == NULL)
		fail("out of memory");
	cx_arena_init(&arena, &cx_env_malloc);
	for (int i = 0; i < n; i++)
	{
		CxStr		nfd;

		texts[i] = read_file(argv[i + 2]);
		if (cx_nfd(&arena, texts[i].at, texts[i].n, &nfd) != CX_OK)
			fail("not UTF-8");
		decomposed[i] = (Text)
		{
			nfd.at, nfd.n
		};
		bytes += texts[i].n;
		if ((int32_t) nfd.n * 4 > room)
			room = (int32_t) nfd.n * 4;
	}
	wide = malloc((size_t) room * sizeof(UChar));
	wide_out = malloc((size_t) room * sizeof(UChar));
	narrow = malloc((size_t) room);
	cases = ucasemap_open("", 0, &status);
	u_strFromUTF8(id, 8, NULL, "fold", -1, &status);
	u_strFromUTF8(wide_rules, (int32_t) sizeof(rules), NULL, rules, -1, &status);
	folding = utrans_openU(id, -1, UTRANS_FORWARD, wide_rules, -1, NULL, &status);
	if (wide == NULL || wide_out == NULL || narrow == NULL || U_FAILURE(status))
		fail("ICU cannot be set up");

	printf("%-20s %10s %10s %14s\n", "of articles", "MB/s", "ICU", "times as fast");
	for (Job job = 0; job < JOBS; job++)
	{
		const Text *input = job == NFC_OF_NFD ? decomposed : texts;
		double		best[2] = {1e9, 1e9};

		for (int run = 0; run < 2 * runs; run++)
		{
			CxArena		scratch;
			double		started = seconds();
			double		took;

			cx_arena_init(&scratch, &env);
			for (int i = 0; i < n; i++)
			{
				if (run % 2 == 0)
					run_ours(&scratch, job, input[i]);
				else
					run_icu(job, input[i]);
			}
			took = seconds() - started;
			if (took < best[run % 2])
				best[run % 2] = took;
		}
		printf("%-20s %10.0f %10.0f %14.1f\n", job_names[job], (double) bytes / best[0] / 1e6, (double) bytes / best[1] / 1e6,
			   best[1] / best[0]);
	}
	cx_arena_free(&arena);
	return EXIT_SUCCESS;
}
