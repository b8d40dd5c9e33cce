/*-------------------------------------------------------------------------
 *
 * fuzz_lexis.c
 *	  Fuzz target of the lexis layer: any bytes are either refused as no UTF-8
 *	  or read, and what is read stands in order within the text.
 *
 *-------------------------------------------------------------------------
 */
#include <stdlib.h>
#include <string.h>

#include "../../src/lexis/cx_lexis.h"

#define CHECK(expr) do { if (!(expr)) abort(); } while (0)

#define CHECK_RANGES(v) \
	do { \
		uint32_t	last = 0; \
		for (uint32_t i_ = 0; i_ < (v).n; i_++) \
		{ \
			CHECK((v).at[i_].tok >= last && (v).at[i_].tok < (v).at[i_].end); \
			CHECK((v).at[i_].end <= lex->toks.n); \
			last = (v).at[i_].end; \
		} \
	} while (0)

static void
check_tokens(const CxLexis *lex)
{
	uint32_t	at = 0;
	uint32_t	mark = 0;
	uint32_t	opener = 0;

	for (uint32_t i = 0; i < lex->toks.n; i++)
	{
		const CxToken *t = &lex->toks.at[i];

		if (t->kind == CX_TOK_PUNCT || (t->flags & CX_TF_NEWLINE))
			CHECK(mark < lex->marks.n && lex->marks.at[mark++] == i);
		if (opener < lex->openers.n && lex->openers.at[opener] == i)
			opener++;
		else
			CHECK(t->kind != CX_TOK_NUMBER);

		CHECK(t->start >= at && t->start < t->end && t->end <= lex->length);
		CHECK(((t->flags & CX_TF_SPACE) != 0) == (i == 0 || t->start > at));
		CHECK(!(t->flags & CX_TF_BLANK) || (t->flags & CX_TF_NEWLINE));
		CHECK(!(t->flags & CX_TF_NEWLINE) || (t->flags & CX_TF_SPACE));
		CHECK((t->kind == CX_TOK_NUMBER) == (t->sym == CX_SYM_NUMBER));
		CHECK(t->kind != CX_TOK_SYLLABLE || (t->sym > 0 && t->sym <= CX_SYLLABLE_MAX_CODE));
		at = t->end;
	}
	CHECK(mark == lex->marks.n && opener == lex->openers.n);
}

static void
check_sentences(const CxLexis *lex)
{
	uint32_t	at = 0;

	for (uint32_t i = 0; i < lex->sentences.n; i++)
	{
		CHECK(lex->sentences.at[i].tok == at);
		CHECK(i == 0 || lex->sentences.at[i].paragraph >= lex->sentences.at[i - 1].paragraph);
		at = lex->sentences.at[i].end;
	}
	CHECK(at == lex->toks.n);
}

static void
check_values(const CxLexis *lex)
{
	CxYmd		ref = {2020, 2, 29};

	for (uint32_t i = 0; i < lex->numbers.n; i++)
	{
		const CxNumber *n = &lex->numbers.at[i];

		CHECK(n->tok <= n->num_tok && n->num_tok < n->num_end && n->num_end <= n->end);
		CHECK(n->value.digits >= 0 && n->value_max.digits >= 0 && n->whole.digits >= 0);
		CHECK(n->value.scale <= 18 && !(n->is_range && n->is_fraction));
	}
	for (uint32_t i = 0; i < lex->dates.n; i++)
	{
		CxYmd		from,
					to;

		CHECK(lex->dates.at[i].minute >= -1 && lex->dates.at[i].minute < 24 * 60);
		if (cx_date_resolve(&lex->dates.at[i], ref, &from, &to))
			CHECK(cx_ymd_valid(from) && cx_ymd_valid(to) && cx_ymd_to_days(from) <= cx_ymd_to_days(to));
	}
	for (uint32_t i = 0; i < lex->ordinals.n; i++)
		CHECK(lex->ordinals.at[i].value > 0);
}

static void
check_durings(const CxLexis *lex)
{
	CxYmd		ref = {2020, 2, 29};
	CxDurings	durings;

	CHECK(cx_durings(lex, ref, &durings) == CX_OK);
	CHECK_RANGES(durings.list);
	for (uint32_t i = 0; i < durings.list.n; i++)
	{
		const CxDuring *d = &durings.list.at[i];

		if (d->found)
			CHECK(cx_ymd_valid(d->from) && cx_ymd_valid(d->to) && cx_ymd_to_days(d->from) <= cx_ymd_to_days(d->to));
	}
}

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CxArena		arena;
	CxLexis		lexis;
	CxLexis    *lex = &lexis;
	CxStatus	status;

	cx_arena_init(&arena, &cx_env_malloc);
	status = cx_lexis_init(lex, &arena, (const char *) data, size);
	CHECK(status == CX_OK || status == CX_EENCODING);
	if (status == CX_OK)
	{
		CHECK(cx_tokens(lex) == CX_OK);
		CHECK(cx_dates(lex) == CX_OK);
		CHECK(cx_numbers(lex) == CX_OK);
		CHECK(cx_sentences(lex) == CX_OK);
		check_tokens(lex);
		check_sentences(lex);
		check_values(lex);
		check_durings(lex);
		CHECK_RANGES(lex->dates);
		CHECK_RANGES(lex->numbers);
		CHECK_RANGES(lex->terms);
		CHECK_RANGES(lex->ordinals);
		CHECK_RANGES(lex->quotes);
	}
	cx_arena_free(&arena);
	return 0;
}
