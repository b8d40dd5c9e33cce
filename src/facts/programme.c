/*-------------------------------------------------------------------------
 *
 * programme.c
 *	  Counts of the items of a resolution, programme or report, and its theme,
 *	  motto and general objective.
 *
 *-------------------------------------------------------------------------
 */
#include "internal.h"

#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

/* "22 chỉ tiêu, chia ra kinh tế 6, xã hội 8, …": of the items that the sentence has counted before. */
static CxStatus
read_part(CxReader *r, const CxMatch *match)
{
	const CxCapture *field = cx_match_capture(r->m, match, CX_FIELD_FIELD);
	uint32_t	index;
	const CxNumber *n = cx_number_at(r, cx_match_capture(r->m, match, CX_FIELD_COUNT), &index);
	CxStr		item = {NULL, 0};
	CxProgramme *row;

	if (n == NULL || n->is_fraction || n->is_percent || n->is_range || n->cmp != CX_CMP_EQ || cx_int(&n->value) == CX_NULL)
		return cx_refuse(r, CX_WHY_NUMBER);
	if (r->number_used[index])
		return cx_refuse(r, CX_WHY_WEAKER);
	for (uint32_t i = 0; i < r->facts->programme.n && i < CX_MERGE_MAX && item.at == NULL; i++)
	{
		const CxProgramme *other = &r->facts->programme.at[i];

		if (other->src.sentence == match->sentence + 1 && other->src.start < r->lex->toks.at[match->tok].start && other->field.at == NULL &&
			other->count > cx_int(&n->value))
			item = other->item;
	}
	if (item.at == NULL)
		return cx_refuse(r, CX_WHY_CONTEXT);
	r->number_used[index] = 1;
	row = cx_vec_push(r->arena, &r->facts->programme);
	if (row == NULL)
		return CX_ENOMEM;
	memset(row, 0, sizeof(*row));
	row->count = cx_int(&n->value);
	row->src = cx_match_source(r, match);
	row->item = item;
	CX_TRY(cx_note_row(r, CX_FACT_PROGRAMME, r->facts->programme.n - 1));
	return cx_span_text(r, field->tok, field->end, &row->field);
}

static CxStatus
read_item(CxReader *r, const CxMatch *match)
{
	const CxCapture *item = cx_match_capture(r->m, match, CX_FIELD_ITEM);
	const CxCapture *field = cx_match_capture(r->m, match, CX_FIELD_FIELD);
	uint32_t	index;
	const CxNumber *n = cx_number_at(r, cx_match_capture(r->m, match, CX_FIELD_COUNT), &index);
	uint16_t	after;
	const CxEdge *negation;
	CxProgramme *row;
	CxStr		text;

	if (item == NULL)
		return read_part(r, match);
	after = item->end < r->lex->toks.n ? r->lex->toks.at[item->end].sym : 0;
	/* "24/27 chỉ tiêu", "19 chỉ tiêu đạt và vượt" are results */
	if (n == NULL || n->is_fraction || n->is_percent || n->is_range || cx_int(&n->value) == CX_NULL || n->cmp != CX_CMP_EQ ||
		(n->is_word && cx_int(&n->value) == 1))
		return cx_refuse(r, CX_WHY_NUMBER);
	if (r->number_used[index])
		return cx_refuse(r, CX_WHY_WEAKER);
	negation = cx_edge_find(r->tagged, item->end, CX_CLASS_NEGATION);
	if (after == W_DAT || after == W_VUOT || (negation != NULL && strcmp(cx_lexicon_value(negation->value), "not") == 0))
		return cx_refuse(r, CX_WHY_OTHER_ACT);
	/* "vốn cho 30 dự án", "4 xã đạt 19 tiêu chí" */
	if (match->tok > 0 && (r->lex->toks.at[match->tok - 1].sym == W_CHO || r->lex->toks.at[match->tok - 1].sym == W_DAT))
		return cx_refuse(r, CX_WHY_OTHER_ACT);

	/*
	 * "còn 2 chỉ tiêu khó đạt", "19 tiêu chí nông thôn mới"
	 * tell how things stand
	 */
	if (after == W_KHO || (after == W_VE && item->end + 1 < r->lex->toks.n && cx_edge_find(r->tagged, item->end, CX_CLASS_PREDICATE) != NULL) || (match->tok > 0 && r->lex->toks.at[match->tok - 1].sym == W_CON) ||
		(after == W_NONG && item->end - item->tok == 2 && r->lex->toks.at[item->end - 1].sym == W_CHI))
		return cx_refuse(r, CX_WHY_OTHER_ACT);
	/* "giảm cả ba tiêu chí" speaks of known ones */
	if (match->tok > 0 && r->lex->toks.at[match->tok - 1].sym == W_CA)
	{
		r->number_used[index] = 1;
		return cx_refuse(r, CX_WHY_OTHER_ACT);
	}
	/* "thu hút 572 dự án": something was done to so many */
	if (cx_is_object(r, match->tok))
		return cx_refuse(r, CX_WHY_OTHER_ACT);
	r->number_used[index] = 1;
	CX_TRY(cx_span_text(r, item->tok, item->end, &text));
	for (uint32_t i = 0; i < r->facts->programme.n && i < CX_MERGE_MAX; i++)
	{
		const CxProgramme *other = &r->facts->programme.at[i];

		if (other->count == cx_int(&n->value) && (other->field.at == NULL) == (field == NULL) && cx_same(other->item, text))
			return cx_note_row(r, CX_FACT_PROGRAMME, i);
	}
	row = cx_vec_push(r->arena, &r->facts->programme);
	if (row == NULL)
		return CX_ENOMEM;
	memset(row, 0, sizeof(*row));
	row->count = cx_int(&n->value);
	row->item = text;
	row->src = cx_match_source(r, match);
	CX_TRY(cx_note_row(r, CX_FACT_PROGRAMME, r->facts->programme.n - 1));
	return field == NULL ? CX_OK : cx_span_text(r, field->tok, field->end, &row->field);
}

CxStatus
cx_programme_read(CxReader *r)
{
	return cx_relation_read(r, "programme", read_item);
}

/* An objective runs to the end of its sentence, and over a list that semicolons join. */
static CxStatus
read_statement(CxReader *r, const CxMatch *match)
{
	const CxCapture *content = cx_match_capture(r->m, match, CX_FIELD_CONTENT);
	const char *kind = cx_match_const(r->m, match, CX_FIELD_KIND);
	CxStatement *row;
	CxSource	src;
	CxStr		text;
	uint32_t	tok,
				end;

	if (content != NULL)
	{
		tok = content->tok;
		end = content->end;
	}
	else
	{
		tok = cx_match_capture(r->m, match, CX_FIELD_TRIGGER)->end;
		end = r->lex->sentences.at[match->sentence].end;
		if (tok < end && r->lex->toks.at[tok].sym == CX_SYM_CHAR(':'))
			tok++;
	}
	if (tok >= end)
		return cx_refuse(r, CX_WHY_UNSPECIFIC);
	CX_TRY(cx_span_text(r, tok, end, &text));
	if (text.n == 0)
		return cx_refuse(r, CX_WHY_UNSPECIFIC);
	src = cx_match_source(r, match);
	src.end = r->lex->toks.at[end - 1].end;
	for (uint32_t i = 0; i < r->facts->statements.n && i < CX_MERGE_MAX; i++)
	{
		const CxStatement *other = &r->facts->statements.at[i];

		if (strcmp(other->kind, kind) == 0 && (cx_same(other->content, text) || other->src.sentence == src.sentence))
			return cx_note_row(r, CX_FACT_STATEMENT, i);
	}
	row = cx_vec_push(r->arena, &r->facts->statements);
	if (row == NULL)
		return CX_ENOMEM;
	row->kind = kind;
	row->content = text;
	row->src = src;
	return cx_note_row(r, CX_FACT_STATEMENT, r->facts->statements.n - 1);
}

CxStatus
cx_statements_read(CxReader *r)
{
	return cx_relation_read(r, "statement", read_statement);
}
