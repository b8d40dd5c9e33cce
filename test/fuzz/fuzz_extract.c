/*-------------------------------------------------------------------------
 *
 * fuzz_extract.c
 *	  Fuzz target of the whole library: any bytes are either refused as no
 *	  UTF-8 or read, and the facts that are read hold what facts_text.h asks.
 *
 * The first byte of the input says which date of reference is passed; the rest
 * is the text.  Read a second time, with as little memory as the first took, it
 * has the same facts.  Bytes that are no UTF-8 are read all the same if the
 * environment says that they are, or refused; what comes out is not looked at.
 *
 *-------------------------------------------------------------------------
 */
#include <stdint.h>

#include "../unit/facts_text.h"

#define CHECK(expr) do { if (!(expr)) abort(); } while (0)

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const CxYmd refs[] = {{0, 0, 0}, {2020, 2, 29}, {1, 1, 1}, {9999, 12, 31}};
	const char *body = (const char *) data + 1;
	CxFacts		facts,
				again;
	CxTrace		trace;
	CxArena		arena,
				second;
	CxStatus	status;
	CxYmd		ref;

	if (size == 0)
		return 0;
	size--;
	ref = refs[data[0] & 3];
	cx_arena_init(&arena, &cx_env_malloc);
	status = cx_extract(&arena, body, size, ref, &facts);
	CHECK(status == (cx_utf8_valid(body, size, NULL) ? CX_OK : CX_EENCODING));
	if (status == CX_EENCODING)
	{
		CxEnv		trusting = cx_env_malloc;

		trusting.utf8 = true;
		cx_arena_init(&second, &trusting);
		status = cx_extract(&second, body, size, ref, &again);
		CHECK(status == CX_OK || status == CX_EENCODING);
		cx_arena_free(&second);
		status = CX_EENCODING;
	}
	if (status == CX_OK)
	{
		const char *wrong = facts_wrong(body, size, &facts);
		char	   *first_text,
				   *second_text;

		if (wrong != NULL)
		{
			fprintf(stderr, "%s\n", wrong);
			abort();
		}
		cx_arena_init(&second, &cx_env_malloc);
		CHECK(cx_extract(&second, body, size, ref, &again) == CX_OK);
		CHECK(second.total <= arena.total);
		first_text = facts_text(&arena, body, &facts);
		second_text = facts_text(&second, body, &again);
		CHECK(strcmp(first_text, second_text) == 0);
		free(second_text);

		/* explained, they are the same */
		CHECK(cx_explain(&second, body, size, ref, &again, &trace) == CX_OK);
		wrong = readings_wrong(body, size, &again, &trace);
		if (wrong != NULL)
		{
			fprintf(stderr, "%s\n", wrong);
			abort();
		}
		second_text = facts_text(&second, body, &again);
		CHECK(strcmp(first_text, second_text) == 0);
		free(first_text);
		free(second_text);
		cx_arena_free(&second);
	}
	cx_arena_free(&arena);
	return 0;
}
