/*-------------------------------------------------------------------------
 *
 * extract.c
 *	  Reads files as articles, without a server: for the profiler.
 *
 *		extract RUNS FILE ...
 *
 * Every file is analysed RUNS times; prints bytes, memory and the mean time of
 * the best run over all files.
 *
 *-------------------------------------------------------------------------
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../../src/facts/cx_facts.h"

typedef struct Article
{
	char	   *at;
	size_t		n;
} Article;

static Article
read_file(const char *path)
{
	FILE	   *file = fopen(path, "rb");
	Article		article;
	long		size;

	if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0 ||
		(article.at = malloc((size_t) size + 1)) == NULL)
	{
		perror(path);
		exit(1);
	}
	rewind(file);
	article.n = fread(article.at, 1, (size_t) size, file);
	fclose(file);
	return article;
}

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double) t.tv_sec + (double) t.tv_nsec / 1e9;
}

int
main(int argc, char **argv)
{
	CxEnv		env = cx_env_malloc;
	int			runs = argc > 2 ? atoi(argv[1]) : 0;
	size_t		n = argc > 2 ? (size_t) argc - 2 : 0;
	Article    *articles = calloc(n + 1, sizeof(Article));
	size_t		bytes = 0;
	size_t		memory = 0;
	double		best = 0;

	env.utf8 = true;			/* as in the server */
	if (runs < 1 || articles == NULL)
	{
		fprintf(stderr, "usage: extract RUNS FILE ...\n");
		return 2;
	}
	for (size_t i = 0; i < n; i++)
	{
		articles[i] = read_file(argv[i + 2]);
		bytes += articles[i].n;
	}
	for (int run = 0; run < runs; run++)
	{
		double		started = seconds();
		double		took;

		memory = 0;
		for (size_t i = 0; i < n; i++)
		{
			CxArena		arena;
			CxFacts		facts;
			CxStatus	status;

			cx_arena_init(&arena, &env);
			status = cx_extract(&arena, articles[i].at, articles[i].n, (CxYmd) {0, 0, 0}, &facts);
			memory += arena.total;
			cx_arena_free(&arena);
			if (status != CX_OK)
			{
				fprintf(stderr, "%s: status %d\n", argv[i + 2], (int) status);
				return 1;
			}
		}
		took = seconds() - started;
		if (run == 0 || took < best)
			best = took;
	}
	printf("%zu articles of %zu bytes each: %.1f us, %.1f ns a byte; memory %.1f times the text\n",
		   n, bytes / n, best * 1e6 / (double) n, best * 1e9 / (double) bytes, (double) memory / (double) bytes);
	for (size_t i = 0; i < n; i++)
		free(articles[i].at);
	free(articles);
	return 0;
}
