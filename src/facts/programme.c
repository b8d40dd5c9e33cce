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

/* Does a verb other than "triển khai", "xây dựng" and its like take the number as its object? */
static bool
is_object(const CxReader *r, uint32_t tok)
{
	for (uint32_t gap = 0; gap <= 1 && gap < tok; gap++)
	{
		const CxEdge *act = cx_edge_ending(r, tok - gap, 4, CX_CLASS_ACT);

		if (gap > 0 && r->lex->toks.at[tok - 1].kind == CX_TOK_PUNCT)
			break;
		if (act != NULL)
			return *cx_lexicon_value(act->value) == '\0';
	}
	return false;
}

CxStatus
cx_programme_read(CxReader *r)
{
	for (int weight = 100, next; weight > 0; weight = next)
	{
		next = 0;
		for (uint32_t i = 0; i < r->m->relations.n; i++)
		{
			const CxMatch *match = &r->m->relations.at[i];
			int			w = r->m->rules->rules[match->rule].weight;
			const CxCapture *item,
					   *field;
			const CxNumber *n;
			uint32_t	index;
			uint16_t	after;
			CxProgramme *row;
			bool		same = false;

			if (!cx_is_relation(r, match, "programme"))
				continue;
			if (w < weight && w > next)
				next = w;
			if (w != weight)
				continue;
			n = cx_number_at(r, cx_match_capture(r->m, match, CX_FIELD_COUNT), &index);
			item = cx_match_capture(r->m, match, CX_FIELD_ITEM);
			field = cx_match_capture(r->m, match, CX_FIELD_FIELD);
			/* "24/27 chỉ tiêu", "19 chỉ tiêu đạt và vượt" are results */
			if (n == NULL || r->number_used[index] || n->is_fraction || n->is_percent || n->is_range ||
				cx_int(&n->value) == CX_NULL || n->cmp != CX_CMP_EQ)
				continue;
			if (n->is_word && cx_int(&n->value) == 1)
				continue;
			/* "thu hút 572 dự án": something was done to so many */
			if (is_object(r, match->tok))
				continue;
			after = item->end < r->lex->toks.n ? r->lex->toks.at[item->end].sym : 0;
			if (after == W_DAT || after == W_VUOT)
				continue;
			r->number_used[index] = 1;
			row = cx_vec_push(r->arena, &r->facts->programme);
			if (row == NULL)
				return CX_ENOMEM;
			memset(row, 0, sizeof(*row));
			row->count = cx_int(&n->value);
			CX_TRY(cx_span_text(r, item->tok, item->end, &row->item));
			if (field != NULL)
				CX_TRY(cx_span_text(r, field->tok, field->end, &row->field));
			row->src = cx_match_source(r, match);
			for (uint32_t j = 0; j + 1 < r->facts->programme.n && j < CX_MERGE_MAX && !same; j++)
			{
				const CxProgramme *other = &r->facts->programme.at[j];

				if (other->count == row->count && (other->field.at == NULL) == (row->field.at == NULL))
					same = cx_same(other->item, row->item);
			}
			if (same)
				r->facts->programme.n--;
		}
	}
	return CX_OK;
}

/* An objective runs to the end of its sentence, and over a list that semicolons join. */
CxStatus
cx_statements_read(CxReader *r)
{
	for (uint32_t i = 0; i < r->m->relations.n; i++)
	{
		const CxMatch *match = &r->m->relations.at[i];
		const CxCapture *content,
				   *trigger;
		uint32_t	tok,
					end;
		CxStatement *row;
		bool		same = false;

		if (!cx_is_relation(r, match, "statement"))
			continue;
		content = cx_match_capture(r->m, match, CX_FIELD_CONTENT);
		trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
		if (content != NULL)
		{
			tok = content->tok;
			end = content->end;
		}
		else
		{
			tok = trigger->end;
			end = r->lex->sentences.at[match->sentence].end;
			if (tok < end && r->lex->toks.at[tok].sym == CX_SYM_CHAR(':'))
				tok++;
		}
		if (tok >= end)
			continue;
		row = cx_vec_push(r->arena, &r->facts->statements);
		if (row == NULL)
			return CX_ENOMEM;
		memset(row, 0, sizeof(*row));
		row->kind = cx_match_const(r->m, match, CX_FIELD_KIND);
		CX_TRY(cx_span_text(r, tok, end, &row->content));
		row->src = cx_source(r, match->tok, end, cx_rule_name(r, match), (float) r->m->rules->rules[match->rule].weight / 100.0f);
		for (uint32_t j = 0; j + 1 < r->facts->statements.n && j < CX_MERGE_MAX && !same; j++)
			if (strcmp(r->facts->statements.at[j].kind, row->kind) == 0)
			{
				same = cx_same(r->facts->statements.at[j].content, row->content);
				same |= r->facts->statements.at[j].src.sentence == row->src.sentence;
			}
		if (same)
			r->facts->statements.n--;
	}
	return CX_OK;
}
