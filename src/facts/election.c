/*-------------------------------------------------------------------------
 *
 * election.c
 *	  Bodies elected and delegations.
 *
 * The matches of the rules are taken from the surest to the weakest; a number
 * or a pair of person and post is read once.  What the text plans is kept for
 * bodies with a number ("sẽ bầu 75 đồng chí"), and nothing else; what it fixes,
 * nominates or denies is no election.
 *
 *-------------------------------------------------------------------------
 */
#include "election.h"

#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

/* ---- bodies -------------------------------------------------------------------------- */

/* Has a surer rule read the first number of a match? */
static bool
is_taken(const CxReader *r, const CxMatch *match)
{
	uint32_t	index;

	return cx_number_at(r, cx_match_capture(r->m, match, CX_FIELD_MEMBERS), &index) == NULL || r->number_used[index];
}

static int32_t
take_count(CxReader *r, const CxMatch *match, CxField field)
{
	return cx_take_number(r, cx_match_capture(r->m, match, field));
}

/* "khuyết 1", "còn khuyết 01" near the number */
static int32_t
vacancies_near(CxReader *r, uint32_t tok, uint32_t end)
{
	for (uint32_t i = cx_numbers_from(r, tok + 1); i < r->lex->numbers.n && r->lex->numbers.at[i].tok < end; i++)
	{
		const CxNumber *n = &r->lex->numbers.at[i];

		if (r->lex->toks.at[n->tok - 1].sym == W_KHUYET || r->lex->toks.at[n->tok - 1].sym == W_THIEU)
		{
			r->number_used[i] = 1;
			return cx_int(&n->value);
		}
	}
	return CX_NULL;
}

/* "5 đại biểu là nữ", "17 người tham gia lần đầu": a part of the body, not the body. */
static bool
counts_part(const CxReader *r, const CxCapture *c)
{
	const CxEdge *noun;
	uint32_t	after = c->end;
	uint16_t	s;

	noun = cx_edge_find(r->tagged, after, CX_CLASS_PERSON_NOUN);
	if (noun != NULL)
		after = noun->end;
	if (after >= r->lex->toks.n)
		return false;
	s = r->lex->toks.at[after].sym;
	return s == W_LA || s == W_NU || (s == W_THAM && after + 2 < r->lex->toks.n && r->lex->toks.at[after + 2].sym == W_LAN) || s == W_TRE || s == W_DUOI || s == W_TAI;
}

/* A congress that is still to come has elected nobody; its numbers are planned.  "Đã bầu" tells of others. */
static bool
is_to_come(const CxReader *r, const CxMatch *match)
{
	const CxEvent *e = r->main_event < 0 ? NULL : &r->facts->events.at[r->main_event];
	const CxCapture *trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
	uint32_t	verb = trigger != NULL ? trigger->tok : match->tok;

	/* its preparatory session elects who leads it */
	if (e != NULL && e->stage != NULL && strcmp(e->stage, "preparatory_session") == 0)
		return false;
	return e != NULL && e->kind == CX_EVENT_CONGRESS && e->date_start.year != 0 && r->anchor.year != 0 &&
		cx_ymd_to_days(e->date_start) > cx_ymd_to_days(r->anchor) && !cx_has_sym(r, verb > 2 ? verb - 2 : 0, verb + 1, W_DA);
}

/* A body of the number or term of the congress that the article is about is what that elected. */
static bool
is_new_body(const CxReader *r, const CxMatch *organ)
{
	const CxEvent *e = r->main_event < 0 ? NULL : &r->facts->events.at[r->main_event];
	CxElection	row;

	if (e == NULL || e->kind != CX_EVENT_CONGRESS)
		return false;
	cx_election_init(&row);
	cx_election_term(r, organ, &row);
	return (row.ordinal != CX_NULL && row.ordinal == e->ordinal) ||
		(row.term_start != CX_NULL && row.term_start == e->term_start);
}

/* "Ban Chấp hành khóa I gồm 33 đồng chí; Ban Thường vụ gồm 11 đồng chí": the second is as new as the first. */
static bool
tells_new_body(const CxReader *r, const CxMatch *match)
{
	for (uint32_t at = r->lex->sentences.at[match->sentence].tok;
		 (at = cx_next_labelled(r->tagged, at, match->end, CX_LABEL_BIT(r->organ))) < match->end; at++)
		if (is_new_body(r, cx_edge_mention(r->m, cx_edge_find(r->tagged, at, r->organ))))
			return true;
	return false;
}

/* "Ban Chấp hành khóa mới", "… nhiệm kỳ mới gồm 15 đồng chí" */
static bool
is_of_new_term(const CxReader *r, uint32_t tok, uint32_t end)
{
	for (; tok + 1 < end; tok++)
		if (r->lex->toks.at[tok + 1].sym == W_MOI && (r->lex->toks.at[tok].sym == W_KHOA || r->lex->toks.at[tok].sym == W_KY))
			return true;
	return false;
}

/* One body and the number of its members. */
static CxStatus
read_members(CxReader *r, const CxMatch *match, const CxCapture *members, const CxMatch *organ, const char *modality)
{
	const CxCapture *trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
	uint32_t	sentence_end = r->lex->sentences.at[match->sentence].end;
	const char *outcome = cx_context_outcome(r, match->end);
	CxElection	row;

	cx_election_init(&row);
	if (cx_organ_name(r, organ).at == NULL)
		return CX_OK;
	if (counts_part(r, members))
		return cx_refuse(r, CX_WHY_PART);
	if (trigger == NULL && cx_match_const(r->m, match, CX_FIELD_OUTCOME) == NULL && outcome == NULL && modality == NULL &&
		!tells_new_body(r, match) && !is_of_new_term(r, organ->tok, members->tok))
		return cx_refuse(r, CX_WHY_CONTEXT);
	row.members = cx_take_number(r, members);
	if (row.members == CX_NULL)
		return CX_OK;
	row.alternates = take_count(r, match, CX_FIELD_ALTERNATES);
	row.vacancies = vacancies_near(r, match->end - 1, match->end + 12 < sentence_end ? match->end + 12 : sentence_end);
	row.outcome = modality != NULL ? "planned" : outcome != NULL && strcmp(outcome, "appointed") == 0 ? outcome : "elected";
	CX_TRY(cx_election_organ(r, organ, &row));
	row.src = cx_match_source(r, match);
	return cx_election_add(r, &row);
}

/* The bodies of a match: each number is that of the body named next to it. */
static CxStatus
read_body(CxReader *r, const CxMatch *match)
{
	const CxCapture *trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
	const CxCapture *members = NULL;
	const CxMatch *organ = NULL;
	const char *modality;

	if (is_taken(r, match))
		return cx_refuse(r, CX_WHY_WEAKER);
	/* "tặng hoa 9 đồng chí không tham gia Ban Chấp hành" */
	if (strcmp(cx_rule_name(r, match), "election.n_in_body") == 0 && cx_has_sym(r, match->tok, match->end, W_KHONG))
		return cx_refuse(r, cx_why_modality("not"));
	modality = cx_match_modality(r, match);
	/* "giới thiệu bầu 55 ủy viên": put up for an election to come */
	if (modality != NULL && strcmp(modality, "nominated") == 0 && (trigger == NULL || r->lex->toks.at[trigger->tok].sym == W_BAU))
		modality = "planned";
	if (modality != NULL && strcmp(modality, "planned") != 0)
		return cx_refuse(r, cx_why_modality(modality));
	if (modality == NULL && is_to_come(r, match))
		modality = "planned";
	for (uint32_t i = 0; i < match->ncaptures; i++)
	{
		const CxCapture *c = &r->m->captures.at[match->captures + i];

		if (c->field == CX_FIELD_MEMBERS)
			members = c;
		else if (c->field == CX_FIELD_ORGAN && c->edge != CX_NO_EDGE)
			organ = cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]);
		if (members == NULL || organ == NULL)
			continue;
		CX_TRY(read_members(r, match, members, organ, modality));
		members = NULL;
		organ = NULL;
	}
	return CX_OK;
}

/* "… và 1 đại biểu đương nhiên": goes without an election, and is no delegate of this congress either. */
static void
pass_over_ex_officio(CxReader *r, const CxMatch *match)
{
	uint32_t	end = r->lex->sentences.at[match->sentence].end;

	for (uint32_t i = cx_numbers_from(r, match->tok); i < r->lex->numbers.n && r->lex->numbers.at[i].tok < end; i++)
	{
		const CxEdge *noun = cx_edge_find(r->tagged, r->lex->numbers.at[i].end, CX_CLASS_PERSON_NOUN);

		if (noun != NULL && noun->end < end + 1 && cx_has_sym(r, noun->end - 1, noun->end + 2 < end ? noun->end + 2 : end, W_NHIEN))
			r->number_used[i] = 1;
	}
}

/* "trong đó có 1 dự khuyết", but "trong đó có 4 nữ, và 2 dự khuyết" */
static bool
are_among(const CxReader *r, const CxCapture *members, const CxCapture *alternates)
{
	uint32_t	next = cx_numbers_from(r, members->end);

	return cx_has_sym(r, members->end, alternates->tok, W_DO_THAT) && next < r->lex->numbers.n && r->lex->numbers.at[next].tok >= alternates->tok;
}

/* "148 đại biểu sẽ dự Đại hội Đảng bộ huyện": its own delegates, not those whom it sends. */
static bool
is_own_congress(const CxReader *r, const CxElection *row)
{
	const CxEvent *e = r->main_event < 0 ? NULL : &r->facts->events.at[r->main_event];

	return e != NULL && e->organisation.at != NULL && row->organisation.at != NULL && cx_same(e->organisation, row->organisation);
}

static CxStatus
read_delegation(CxReader *r, const CxMatch *match)
{
	const CxMatch *event = cx_captured_mention(r, match, CX_FIELD_EVENT);
	const char *modality = is_taken(r, match) ? NULL : cx_match_modality(r, match);
	CxElection	row;
	CxOrg		org;
	bool		national;

	if (event == NULL)
		return CX_OK;
	if (modality != NULL && strcmp(modality, "planned") != 0)
		return cx_refuse(r, cx_why_modality(modality));
	if (modality == NULL && is_to_come(r, match))
		modality = "planned";
	cx_election_init(&row);
	row.members = take_count(r, match, CX_FIELD_MEMBERS);
	row.alternates = take_count(r, match, CX_FIELD_ALTERNATES);
	if (row.members == CX_NULL)
		return CX_OK;

	/*
	 * "9 đồng chí (trong đó có 1 dự khuyết)": the others are
	 * official
	 */
	if (row.alternates != CX_NULL && row.alternates < row.members &&
		are_among(r, cx_match_capture(r->m, match, CX_FIELD_MEMBERS), cx_match_capture(r->m, match, CX_FIELD_ALTERNATES)))
		row.members -= row.alternates;
	row.organ = cx_str("Đoàn đại biểu");
	row.outcome = modality != NULL ? "planned" : "elected";
	if (modality == NULL)
	{
		const char *outcome = cx_context_outcome(r, match->end);

		if (outcome != NULL && strcmp(outcome, "appointed") == 0)
			row.outcome = outcome;
	}
	CX_TRY(cx_national_org(r, event, &national, &org));
	if (!national)
	{
		const CxMatch *m = cx_captured_mention(r, event, CX_FIELD_ORGANISATION);

		org.full = cx_str(cx_match_const(r->m, event, CX_FIELD_ORGANISATION));
		if (m != NULL)
			CX_TRY(cx_org_of(r, m, &org));
	}
	row.organisation = org.full;
	if (cx_match_capture(r->m, match, CX_FIELD_TRIGGER) == NULL && cx_match_capture(r->m, match, CX_FIELD_ORGAN) == NULL && is_own_congress(r, &row))
	{
		uint32_t	index;

		/* they are left to be counted */
		if (cx_number_at(r, cx_match_capture(r->m, match, CX_FIELD_MEMBERS), &index) != NULL)
			r->number_used[index] = 0;
		if (cx_number_at(r, cx_match_capture(r->m, match, CX_FIELD_ALTERNATES), &index) != NULL)
			r->number_used[index] = 0;
		return cx_refuse(r, CX_WHY_OTHER_ACT);
	}

	/*
	 * "bầu 12 đồng chí đi dự … (10 chính thức, 2 dự
	 * khuyết)": the sum is said by its parts
	 */
	take_count(r, match, CX_FIELD_COUNT);
	pass_over_ex_officio(r, match);
	cx_election_term(r, event, &row);
	row.src = cx_match_source(r, match);
	return cx_election_add(r, &row);
}

/* ---- the relation ----------------------------------------------------------------------------------- */

static CxStatus
read_match(CxReader *r, const CxMatch *match)
{
	if (cx_match_capture(r->m, match, CX_FIELD_EVENT) != NULL)
		return read_delegation(r, match);
	if (cx_match_capture(r->m, match, CX_FIELD_POSITION) != NULL && cx_match_capture(r->m, match, CX_FIELD_MEMBERS) != NULL)
		return cx_numbered_posts_read(r, match);
	if (cx_match_capture(r->m, match, CX_FIELD_PERSON) != NULL || cx_match_capture(r->m, match, CX_FIELD_POSITION) != NULL)
		return cx_post_read(r, match);
	if (strcmp(cx_rule_name(r, match), "election.not_elected") == 0)
		return cx_not_elected_read(r, match);
	return read_body(r, match);
}

/*
 * "Ban Chấp hành khóa XII được bầu gồm 15 đồng chí": the number and the term of
 * the new committee are those of the congress that elected it, if nothing else
 * tells them.
 */
static CxStatus
number_congress(CxReader *r, const CxMatch *match)
{
	const CxMatch *organ = cx_captured_mention(r, match, CX_FIELD_ORGAN);
	CxEvent    *e = &r->facts->events.at[r->main_event];
	const char *modality;
	CxElection	row;
	CxOrg		org;

	if (organ == NULL || cx_match_capture(r->m, match, CX_FIELD_MEMBERS) == NULL || !cx_is_word(cx_organ_name(r, organ), "Ban Chấp hành"))
		return CX_OK;
	modality = cx_match_modality(r, match);
	if ((modality != NULL && strcmp(modality, "planned") != 0) || cx_context_outcome(r, match->end) == NULL)
		return CX_OK;
	cx_election_init(&row);
	cx_election_term(r, organ, &row);
	CX_TRY(cx_organ_org(r, organ, &org));
	if (org.tail.at == NULL || r->main_org.tail.at == NULL || !cx_same(org.tail, r->main_org.tail))
		return CX_OK;
	if (e->ordinal == CX_NULL)
		e->ordinal = row.ordinal;
	if (e->term_start == CX_NULL)
	{
		e->term_start = row.term_start;
		e->term_end = row.term_end;
	}
	return CX_OK;
}

CxStatus
cx_elections_read(CxReader *r)
{
	const CxEvent *e = r->main_event < 0 || r->told.n > 0 ? NULL : &r->facts->events.at[r->main_event];

	if (e != NULL && e->kind == CX_EVENT_CONGRESS && (e->ordinal == CX_NULL || e->term_start == CX_NULL))
		CX_TRY(cx_relation_read(r, "election", number_congress));
	CX_TRY(cx_relation_read(r, "election", read_match));
	CX_TRY(cx_member_lists_read(r));
	/* one who is re-elected is not also elected */
	for (uint32_t i = 0; i < r->facts->people.n; i++)
		if (r->facts->people.at[i].roles & (1u << CX_ROLE_REELECTED))
			r->facts->people.at[i].roles &= ~(1u << CX_ROLE_ELECTED);
	return CX_OK;
}
