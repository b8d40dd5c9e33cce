/*-------------------------------------------------------------------------
 *
 * abbreviation.c
 *	  Abbreviations of a text and what they may stand for.
 *
 * They are entries of the list "abbreviation"; its values are the readings,
 * divided by " | ".  A few have the letters of a syllable: between words in capitals TƯ may
 * be that (ĐẦU TƯ), and is no abbreviation there.
 *
 *-------------------------------------------------------------------------
 */
#include <string.h>

#include "table.h"

#define DIVIDER		" | "

static void
split_readings(const char *value, CxAbbreviation *out)
{
	for (;;)
	{
		const char *end = strstr(value, DIVIDER);
		size_t		n = end != NULL ? (size_t) (end - value) : strlen(value);

		if (out->n < CX_READINGS)
			out->readings[out->n++] = (CxStr) {value, (uint32_t) n};
		if (end == NULL)
			return;
		value = end + strlen(DIVIDER);
	}
}

/* Is the token a syllable in capitals? */
static bool
is_caps_syllable(const CxToken *tok)
{
	return tok->kind == CX_TOK_SYLLABLE && tok->flags & CX_TF_CAPS;
}

/* May the token be a word of a line in capitals? */
static bool
is_among_capitals(const CxLexis *lex, uint32_t tok)
{
	const CxToken *t = &lex->toks.at[tok];

	return is_caps_syllable(t) &&
		((tok > 0 && !(t->flags & CX_TF_NEWLINE) && is_caps_syllable(t - 1)) ||
		 (tok + 1 < lex->toks.n && !(t[1].flags & CX_TF_NEWLINE) && is_caps_syllable(t + 1)));
}

CxStatus
cx_abbreviations(const CxTagged *tagged, CxAbbreviations *out)
{
	const CxLexis *lex = tagged->lex;

	memset(out, 0, sizeof(*out));
	for (uint32_t tok = 0; tok < lex->toks.n; tok++)
	{
		const CxEdge *edge = cx_edge_find(tagged, tok, CX_CLASS_ABBREVIATION);
		CxAbbreviation *a;

		if (edge == NULL || (edge->end == tok + 1 && is_among_capitals(lex, tok)))
			continue;
		a = cx_vec_push(lex->arena, &out->list);
		if (a == NULL)
			return CX_ENOMEM;
		*a = (CxAbbreviation) {.tok = tok,.end = edge->end};
		split_readings(cx_lexicon_value(edge->value), a);
		tok = edge->end - 1;
	}
	return CX_OK;
}
