/*-------------------------------------------------------------------------
 *
 * count.c
 *	  Who and how many took part in an event or stand behind it.
 *
 * A number before a noun for delegates, guests, members or organisations counts
 * them if its sentence tells of attendance or representation; elsewhere such
 * numbers are results, targets or elections and left to those relations.
 *
 *-------------------------------------------------------------------------
 */
#include "internal.h"

#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

/* Tokens from delegates to what tells that they go elsewhere. */
#define GOING_MAX	12

/* Does the sentence tell who came, up to the number or right after it? */
static bool
tells_attendance(const CxReader *r, const CxMatch *match)
{
	const CxSentence *s = &r->lex->sentences.at[match->sentence];

	for (uint32_t tok = s->tok; (tok = cx_next_labelled(r->tagged, tok, s->end, CX_LABEL_BIT(CX_CLASS_ATTENDANCE))) < s->end; tok++)
		if (cx_edge_find(r->tagged, tok, CX_CLASS_ATTENDANCE) != NULL)
			return true;

	/*
	 * "tổ chức hội nghị … cho 300 cán bộ", "Đại hội diễn
	 * ra trong hai ngày với 250 đại biểu"
	 */
	return match->tok > s->tok &&
		(r->lex->toks.at[match->tok - 1].sym == W_CHO || r->lex->toks.at[match->tok - 1].sym == W_VOI) &&
		cx_edge_within(r, s->tok, match->tok, r->event, NULL) != NULL;
}

/*
 * An election right before the number, or a way right behind it ("được cử đi
 * dự"): these delegates go elsewhere, they did not come.
 */
static bool
is_elected(const CxReader *r, const CxMatch *match)
{
	const CxSentence *s = &r->lex->sentences.at[match->sentence];
	uint32_t	first = s->tok;
	uint32_t	from = match->tok > first + 14 ? match->tok - 14 : first;
	bool		elected;

	/* "Đoàn gồm 19 đại biểu, trong đó …" */
	elected = r->lex->toks.at[first].sym == W_DOAN && (r->lex->toks.at[first + 1].sym == W_CO_HAVE || r->lex->toks.at[first + 1].sym == W_GOM);
	for (uint32_t tok = from; tok < match->tok; tok++)
	{
		if (r->lex->toks.at[tok].sym == CX_SYM_CHAR(';'))
			elected = false;
		if (cx_edge_find(r->tagged, tok, CX_CLASS_ELECT) != NULL || r->lex->toks.at[tok].sym == W_BAU)
			elected = true;
	}
	for (uint32_t tok = match->end; !elected && tok + 1 < s->end && tok < match->end + GOING_MAX; tok++)
		elected = r->lex->toks.at[tok].sym == W_DI && r->lex->toks.at[tok + 1].sym == W_DU;
	return elected;
}

/* Does "trong đó", "trong đó có" stand before the number? */
static bool
is_part(const CxReader *r, const CxMatch *match)
{
	uint32_t	tok = match->tok;

	if (tok > 0 && r->lex->toks.at[tok - 1].sym == W_CO_HAVE)
		tok--;
	return tok > 1 && r->lex->toks.at[tok - 1].sym == W_DO_THAT && r->lex->toks.at[tok - 2].sym == W_TRONG;
}

/* Nouns for organisations that are not only the Party's count where they are said to belong to it. */
static bool
belongs(const CxReader *r, const CxMatch *match, const CxCapture *unit)
{
	uint16_t	before = match->tok > 0 ? r->lex->toks.at[match->tok - 1].sym : 0;

	if (cx_has_sym(r, unit->tok, unit->end, W_DANG) || cx_has_sym(r, unit->tok, unit->end, W_CHI3))
		return true;
	return before == W_THUOC || before == W_CUA || before == W_TU || before == W_O || before == W_NOI || before == W_TAI_PREP;
}

/* The counted noun with what narrows it: "đảng viên tiêu biểu", "đại biểu chính thức". */
static uint32_t
unit_end(const CxReader *r, const CxCapture *unit, uint32_t limit)
{
	uint32_t	end = unit->end;

	while (end < limit)
	{
		const CxEdge *e = cx_edge_find(r->tagged, end, CX_CLASS_QUALIFIER);

		if (e == NULL)
			break;
		end = e->end;
	}
	return end;
}

static CxStatus
add_count(CxReader *r, const CxMatch *match, const char *measure, uint32_t index, uint32_t tok, uint32_t end)
{
	const CxNumber *n = &r->lex->numbers.at[index];
	CxCount    *row;

	for (uint32_t i = 0; i < r->facts->counts.n && i < CX_MERGE_MAX; i++)
	{
		const CxCount *other = &r->facts->counts.at[i];

		if (other->measure == measure && other->q.value.digits == n->value.digits && other->q.value.scale == n->value.scale)
			return cx_note_row(r, CX_FACT_COUNT, i);
	}
	row = cx_vec_push(r->arena, &r->facts->counts);
	if (row == NULL)
		return CX_ENOMEM;
	memset(row, 0, sizeof(*row));
	r->number_used[index] = 1;
	row->measure = measure;
	row->q = cx_quantity(n);
	/* "được bầu từ 13 chi bộ": where they come from, and no bound */
	if (strcmp(measure, "organisations") == 0 && n->cmp == CX_CMP_GE && r->lex->toks.at[n->tok].sym == W_TU &&
		!cx_has_sym(r, end, end + 2 < r->lex->toks.n ? end + 2 : end, W_TRO))
		row->q.cmp = CX_CMP_EQ;
	row->src = cx_match_source(r, match);
	row->src.end = r->lex->toks.at[end - 1].end;
	CX_TRY(cx_note_row(r, CX_FACT_COUNT, r->facts->counts.n - 1));
	return cx_span_text(r, tok, end, &row->unit);
}

static CxStatus
read_match(CxReader *r, const CxMatch *match)
{
	const CxCapture *unit = cx_match_capture(r->m, match, CX_FIELD_UNIT);
	const CxCapture *members = cx_match_capture(r->m, match, CX_FIELD_MEMBERS);
	const char *measure = cx_match_const(r->m, match, CX_FIELD_MEASURE);
	uint16_t	before = match->tok > 0 ? r->lex->toks.at[match->tok - 1].sym : 0;
	uint32_t	index,
				other,
				end;
	const CxNumber *n = cx_number_at(r, cx_match_capture(r->m, match, CX_FIELD_VALUE), &index);
	bool		told;			/* the match tells by itself that they stand
								 * behind the event */

	if (n == NULL || unit == NULL || n->is_percent)
		return cx_refuse(r, CX_WHY_NUMBER);
	if (r->number_used[index])
		return cx_refuse(r, CX_WHY_WEAKER);

	/*
	 * "hai đồng chí" in words counts persons of a sentence, not
	 * attendance
	 */
	if (n->is_word && cx_int(&n->value) != CX_NULL && cx_int(&n->value) < 3)
		return cx_refuse(r, CX_WHY_NUMBER);

	/*
	 * "có 19 chi bộ với 402 đảng viên", "68 đảng bộ đã tổ
	 * chức đại hội"
	 */
	told = (members != NULL && (before == W_CO_HAVE || before == W_GOM)) || cx_match_capture(r->m, match, CX_FIELD_EVENT) != NULL;
	if (strcmp(measure, "members_represented") != 0 && strcmp(measure, "venues") != 0 &&
		strcmp(measure, "speeches") != 0 && !told && !tells_attendance(r, match))
		return cx_refuse(r, CX_WHY_CONTEXT);
	/* "kết nạp 300 đoàn viên": something was done to so many */
	if (cx_is_object(r, match->tok) && cx_edge_find(r->tagged, unit->tok, CX_CLASS_PERSON_NOUN) != NULL)
		return cx_refuse(r, CX_WHY_OTHER_ACT);
	end = unit_end(r, unit, r->lex->sentences.at[match->sentence].end);
	if (strcmp(measure, "organisations") == 0 && !told && end == unit->end && !belongs(r, match, unit))
		return cx_refuse(r, CX_WHY_OTHER_BODY);
	if ((strcmp(measure, "delegates") == 0 || strcmp(measure, "attendees") == 0) && is_elected(r, match))
		return cx_refuse(r, CX_WHY_OTHER_ACT);

	/*
	 * "…, trong đó có 4 đại biểu đương nhiên": some of those
	 * before
	 */
	if ((strcmp(measure, "delegates") == 0 || strcmp(measure, "attendees") == 0) && is_part(r, match))
		return cx_refuse(r, CX_WHY_PART);
	/* members who came to a congress came as its delegates */
	if (strcmp(cx_rule_name(r, match), "count.attendees") == 0 && r->main_event >= 0 &&
		r->facts->events.at[r->main_event].kind == CX_EVENT_CONGRESS && cx_has_sym(r, unit->tok, unit->end, W_DANG))
		measure = "delegates";
	CX_TRY(add_count(r, match, measure, index, unit->tok, end));
	/* "214 trên tổng số 217 đại biểu" */
	if (cx_number_at(r, cx_match_capture(r->m, match, CX_FIELD_COUNT), &other) != NULL)
		r->number_used[other] = 1;
	if (members != NULL && cx_number_at(r, members, &other) != NULL)
	{
		const CxCapture *noun = cx_match_capture(r->m, match, CX_FIELD_KIND);

		CX_TRY(add_count(r, match, "members_represented", other, noun->tok, noun->end));
	}
	return CX_OK;
}

CxStatus
cx_counts_read(CxReader *r)
{
	return cx_relation_read(r, "count", read_match);
}
