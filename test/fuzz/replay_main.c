/*-------------------------------------------------------------------------
 *
 * replay_main.c
 *	  A main() for a fuzz target without a fuzzer: feeds it the files named on
 *	  the command line, and all files in the directories named there.
 *
 * Prints the number of inputs; a broken invariant aborts.
 *
 *-------------------------------------------------------------------------
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Inputs over this are not what a corpus is for. */
#define MAX_FILE	((size_t) 16 * 1024 * 1024)

static unsigned inputs = 0;

static int
replay(const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0)
	{
		perror(path);
		return 1;
	}
	if (S_ISDIR(st.st_mode))
	{
		DIR		   *dir = opendir(path);
		struct dirent *entry;
		int			failed = 0;

		if (dir == NULL)
		{
			perror(path);
			return 1;
		}
		while ((entry = readdir(dir)) != NULL)
		{
			char		inner[4096];

			if (entry->d_name[0] == '.')
				continue;
			snprintf(inner, sizeof(inner), "%s/%s", path, entry->d_name);
			failed |= replay(inner);
		}
		closedir(dir);
		return failed;
	}
	else
	{
		size_t		size = (size_t) st.st_size;
		FILE	   *file = fopen(path, "rb");
		uint8_t    *data;

		if (file == NULL || size > MAX_FILE)
		{
			fprintf(stderr, "%s: cannot be read\n", path);
			if (file != NULL)
				fclose(file);
			return 1;
		}

		/*
		 * exactly as long as the input, so that a sanitizer sees a read past
		 * it
		 */
		data = malloc(size != 0 ? size : 1);
		if (data == NULL || fread(data, 1, size, file) != size)
		{
			fprintf(stderr, "%s: cannot be read\n", path);
			fclose(file);
			free(data);
			return 1;
		}
		fclose(file);
		LLVMFuzzerTestOneInput(data, size);
		free(data);
		inputs++;
		return 0;
	}
}

int
main(int argc, char **argv)
{
	int			failed = 0;

	for (int i = 1; i < argc; i++)
		failed |= replay(argv[i]);
	printf("%u inputs\n", inputs);
	return failed;
}
