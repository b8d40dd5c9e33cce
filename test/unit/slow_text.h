/*-------------------------------------------------------------------------
 *
 * slow_text.h
 *	  Slow twins of the text layer, for tests and fuzzing: the same results
 *	  by way of ICU's own normalizer and UTF-16.  The text must be valid.
 *
 *-------------------------------------------------------------------------
 */
#ifndef SLOW_TEXT_H
#define SLOW_TEXT_H

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

/* a malloc()ed, terminated result */
typedef struct SlowStr
{
	char	   *at;
	size_t		n;
} SlowStr;

static inline SlowStr
slow_form(const char *s, size_t n, bool compose)
{
	UErrorCode	status = U_ZERO_ERROR;
	const		UNormalizer2 *form = compose ? unorm2_getNFCInstance(&status) : unorm2_getNFDInstance(&status);
	int32_t		cap = (int32_t) n * 4 + 8;
	UChar	   *u = malloc(sizeof(UChar) * (size_t) cap);
	UChar	   *v = malloc(sizeof(UChar) * (size_t) cap);
	SlowStr		result = {malloc((size_t) cap * 3 + 1), 0};
	int32_t		length;

	u_strFromUTF8(u, cap, &length, s, (int32_t) n, &status);
	length = unorm2_normalize(form, u, length, v, cap, &status);
	u_strToUTF8(result.at, cap * 3, &length, v, length, &status);
	if (U_FAILURE(status))
		abort();
	result.n = (size_t) length;
	free(u);
	free(v);
	return result;
}

static inline SlowStr
slow_case(const char *s, size_t n, bool upper)
{
	SlowStr		result = {malloc(n * 2 + 8), 0};
	int32_t		at = 0;

	for (int32_t i = 0; i < (int32_t) n;)
	{
		UChar32		c;

		U8_NEXT_UNSAFE(s, i, c);
		c = upper ? u_toupper(c) : u_tolower(c);
		U8_APPEND_UNSAFE(result.at, at, c);
	}
	result.n = (size_t) at;
	return result;
}

static inline SlowStr
slow_fold(const char *s, size_t n)
{
	SlowStr		nfd = slow_form(s, n, false);
	char	   *t = malloc(nfd.n * 2 + 8);
	int32_t		at = 0;
	bool		latin = false;
	SlowStr		result;

	for (int32_t i = 0; i < (int32_t) nfd.n;)
	{
		UErrorCode	status = U_ZERO_ERROR;
		UChar32		c;

		U8_NEXT_UNSAFE(nfd.at, i, c);
		if (U_GET_GC_MASK(c) & U_GC_M_MASK)
		{
			if (latin)
				continue;
		}
		else
			latin = u_isalpha(c) && uscript_getScript(c, &status) == USCRIPT_LATIN;
		c = u_tolower(c);
		if (c == 0x111 || c == 0xF0 || c == 0x256)
			c = 'd';
		U8_APPEND_UNSAFE(t, at, c);
	}
	result = slow_form(t, (size_t) at, true);
	free(t);
	free(nfd.at);
	return result;
}

#endif							/* SLOW_TEXT_H */
