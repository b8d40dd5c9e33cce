/*-------------------------------------------------------------------------
 *
 * election.c
 *	  Bodies elected, delegations, and posts filled.
 *
 * The matches of the rules are taken from the surest to the weakest; a number
 * or a pair of person and post is read once.  What the text plans is kept for
 * bodies with a number ("sẽ bầu 75 đồng chí"), and nothing else; what it fixes,
 * nominates or denies is no election.
 *
 *-------------------------------------------------------------------------
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

static bool
is_word(CxStr s, const char *word)
{
	return s.n == strlen(word) && memcmp(s.at, word, s.n) == 0;
}

/* ---- ordinal and term ------------------------------------------------------------------ */

static bool
is_province(const char *level)
{
	return level != NULL && strcmp(level, "province") == 0;
}

/* The reported congress of an organisation, else the main one if that is its committee's. */
static CxStatus
congress_of(const CxReader *r, const CxOrg *org, const CxEvent **event)
{
	*event = NULL;
	for (uint32_t i = 0; i < r->facts->events.n && i < CX_MERGE_MAX; i++)
	{
		const CxEvent *e = &r->facts->events.at[i];
		bool		same = false;

		if (e->kind != CX_EVENT_CONGRESS || (!e->reported && r->told.n == 0) || org->tail.at == NULL)
			continue;
		if (is_province(e->level) && is_province(org->level) && e->province.at != NULL && org->province.at != NULL)
			same = cx_same(e->province, org->province);
		if (!same && e->organisation.n > org->tail.n && e->organisation.at[e->organisation.n - org->tail.n - 1] == ' ')
		{
			CxStr		tail = {e->organisation.at + e->organisation.n - org->tail.n, org->tail.n};

			same = cx_same(tail, org->tail);
		}
		if (same)
		{
			*event = e;
			return CX_OK;
		}
	}
	if (r->main_event >= 0 && r->facts->events.at[r->main_event].kind == CX_EVENT_CONGRESS)
	{
		bool		same = org->full.at == NULL || org->tail.at == NULL;

		if (!same && r->main_org.tail.at != NULL)
			same = cx_same(org->tail, r->main_org.tail);
		if (same)
			*event = &r->facts->events.at[r->main_event];
	}
	return CX_OK;
}

static void
read_term(const CxReader *r, const CxMatch *match, CxElection *e)
{
	const CxCapture *ordinal = cx_match_capture(r->m, match, CX_FIELD_ORDINAL);
	const CxCapture *term = cx_match_capture(r->m, match, CX_FIELD_TERM);

	if (ordinal != NULL && ordinal->edge != CX_NO_EDGE && e->ordinal == CX_NULL)
		e->ordinal = r->lex->ordinals.at[r->tagged->edges.at[ordinal->edge].data].value;
	if (term != NULL && term->edge != CX_NO_EDGE && e->term_start == CX_NULL)
	{
		const CxTerm *t = &r->lex->terms.at[r->tagged->edges.at[term->edge].data];

		/* "nhiệm kỳ 2018 - 2013" is a slip that says nothing */
		if (t->last > t->first)
		{
			e->term_start = t->first;
			e->term_end = t->last;
		}
	}
}

/*
 * Where the article goes from province to province and tells of no congress: the
 * number of the committee ("Ban Chấp hành Đảng bộ tỉnh X khóa 16"), and the term
 * that begins in the year of the article.
 */
static void
complete_from_text(const CxReader *r, const CxOrg *org, CxElection *e)
{
	for (uint32_t i = 0; i < r->numbered.n && e->ordinal == CX_NULL && org->province.at != NULL; i++)
		if (cx_same(r->numbered.at[i].province, org->province))
			e->ordinal = r->numbered.at[i].ordinal;
	for (uint32_t i = 0; i < r->lex->terms.n && i < CX_MERGE_MAX && e->term_start == CX_NULL; i++)
		if (r->lex->terms.at[i].first == r->anchor.year)
		{
			e->term_start = r->lex->terms.at[i].first;
			e->term_end = r->lex->terms.at[i].last;
		}
}

/* What happened more than half a year before the article is a biography's, and of no congress that it tells of. */
#define BIOGRAPHY_DAYS	183

static bool
is_long_ago(const CxReader *r, uint32_t tok)
{
	uint32_t	first = r->lex->sentences.at[cx_sentence_of(r, tok)].tok;

	for (uint32_t i = cx_dates_from(r, first); i < r->lex->dates.n && r->lex->dates.at[i].tok < tok; i++)
	{
		CxYmd		from,
					to;

		if (r->anchor.year != 0 && r->lex->dates.at[i].from.year != 0 && cx_date_resolve(&r->lex->dates.at[i], r->anchor, &from, &to) &&
			cx_ymd_to_days(to) + BIOGRAPHY_DAYS < cx_ymd_to_days(r->anchor))
			return true;
	}
	return false;
}

/* "Các đại hội đã bầu 430 ủy viên": of no one congress's number. */
static bool
is_of_congresses(const CxReader *r, uint32_t tok)
{
	uint32_t	first = r->lex->sentences.at[cx_sentence_of(r, tok)].tok;
	uint32_t	at;

	return cx_edge_within(r, first, tok, r->event, &at) != NULL && at > first &&
		(r->lex->toks.at[at - 1].sym == W_CAC || r->lex->toks.at[at - 1].kind == CX_TOK_NUMBER);
}

static CxStatus
complete_term(const CxReader *r, uint32_t tok, const CxOrg *org, CxElection *e)
{
	const CxEvent *event;

	e->former = is_long_ago(r, tok);
	if (e->former)
		return CX_OK;

	CX_TRY(congress_of(r, org, &event));
	if (r->told.n > 0)
		complete_from_text(r, org, e);
	if (event == NULL)
		return CX_OK;
	/* what is elected before a congress to come is not of it */
	if (event->stage != NULL && strcmp(event->stage, "preparation") == 0 && e->outcome != NULL && strcmp(e->outcome, "planned") != 0)
		return CX_OK;
	if (e->ordinal == CX_NULL && !is_of_congresses(r, tok))
		e->ordinal = event->ordinal;
	if (e->term_start == CX_NULL)
	{
		e->term_start = event->term_start;
		e->term_end = event->term_end;
	}
	return CX_OK;
}

/* ---- rows ----------------------------------------------------------------------------------- */

static void
init_row(CxElection *e)
{
	memset(e, 0, sizeof(*e));
	e->ordinal = e->term_start = e->term_end = CX_NULL;
	e->members = e->alternates = e->vacancies = CX_NULL;
}

/* Add a row unless one says the same; a body named again without a number adds nothing. */
static CxStatus
add_row(CxReader *r, const CxElection *row)
{
	CxElection *e;

	/* a body of nobody we know is none of ours: a board of directors, a club */
	if (row->organisation.at == NULL && r->main_event < 0)
		return cx_refuse(r, CX_WHY_OTHER_BODY);
	for (uint32_t i = r->facts->elections.n > CX_MERGE_MAX ? r->facts->elections.n - CX_MERGE_MAX : 0; i < r->facts->elections.n; i++)
	{
		bool		same;

		e = &r->facts->elections.at[i];
		same = cx_same(e->organ, row->organ);
		if (!same)
			continue;
		if (row->person.at != NULL && e->person.at != NULL)
		{
			same = cx_same(e->person, row->person);
			/* one who was secretary here and there in turn */
			if (same && (e->former || row->former) && e->organisation.at != NULL && row->organisation.at != NULL)
				same = cx_same(e->organisation, row->organisation);
			if (same)
			{
				if (strcmp(row->outcome, "reelected") == 0)
					e->outcome = row->outcome;
				if (row->has_votes && !e->has_votes)
				{
					e->has_votes = true;
					e->votes_percent = row->votes_percent;
				}
				return cx_note_row(r, CX_FACT_ELECTION, i);
			}
		}
		else if (row->person.at == NULL && e->person.at == NULL)
		{
			same = cx_same(e->organisation, row->organisation);
			if (same && (row->members == CX_NULL || e->members == CX_NULL || e->members == row->members))
			{
				if (e->members == CX_NULL)
				{
					e->members = row->members;
					e->src = row->src;
				}
				if (e->alternates == CX_NULL)
					e->alternates = row->alternates;
				return cx_note_row(r, CX_FACT_ELECTION, i);
			}
		}
	}
	e = cx_vec_push(r->arena, &r->facts->elections);
	if (e == NULL)
		return CX_ENOMEM;
	*e = *row;
	return cx_note_row(r, CX_FACT_ELECTION, r->facts->elections.n - 1);
}

/* A whole number that a capture holds, marked as read; CX_NULL if there is none or it was read. */
static int32_t
take_number(CxReader *r, const CxCapture *c)
{
	uint32_t	index;
	const CxNumber *n = cx_number_at(r, c, &index);

	if (n == NULL || n->is_range || n->is_percent || r->number_used[index])
	{
		if (n != NULL)
			(void) cx_refuse(r, r->number_used[index] ? CX_WHY_WEAKER : CX_WHY_NUMBER);
		return CX_NULL;
	}
	r->number_used[index] = 1;
	return cx_int(&n->value);
}

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
	return take_number(r, cx_match_capture(r->m, match, field));
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

static const CxMatch *
captured_mention(const CxReader *r, const CxMatch *match, CxField field)
{
	const CxCapture *c = cx_match_capture(r->m, match, field);

	return c == NULL || c->edge == CX_NO_EDGE ? NULL : cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]);
}

static CxStr
organ_name(const CxReader *r, const CxMatch *organ)
{
	const CxCapture *kind = cx_match_capture(r->m, organ, CX_FIELD_KIND);
	const CxEdge *e = cx_edge_find(r->tagged, kind->tok, CX_CLASS_ORGAN);

	return cx_str(e == NULL ? NULL : cx_lexicon_value(e->value));
}

/* Sentences that an act of electing or appointing carries on through. */
#define CONTEXT_SENTENCES	2

/* "Trước khi được bầu …, ông A là …": what it tells was so before. */
static bool
is_before(const CxReader *r, uint32_t tok)
{
	for (uint32_t back = 2; back <= 3 && back <= tok; back++)
		if (r->lex->toks.at[tok - back].sym == W_TRUOC && r->lex->toks.at[tok - back + 1].sym == W_KHI)
			return true;
	return false;
}

/*
 * The nearest verb of election before a token, in its sentence or the ones
 * right before it: "… được chỉ định gồm 27 đồng chí; Ban Thường vụ 9 đồng chí".
 */
static const CxEdge *
context_verb(const CxReader *r, uint32_t tok, uint32_t *at)
{
	uint32_t	s = cx_sentence_of(r, tok);
	uint32_t	first = r->lex->sentences.at[s > CONTEXT_SENTENCES ? s - CONTEXT_SENTENCES : 0].tok;

	for (uint32_t n = 0; tok > first && n < 200; n++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, --tok, CX_CLASS_ELECT);

		if (e == NULL || is_before(r, tok))
			continue;
		*at = tok;
		return e;
	}
	return NULL;
}

static const char *
context_outcome(const CxReader *r, uint32_t tok)
{
	const CxEdge *e = context_verb(r, tok, &tok);

	return e == NULL ? NULL : cx_lexicon_value(e->value);
}

/* How a body or post is told of: by the verb of the match, or else by that of the sentence, or at its number. */
static const char *
match_modality(const CxReader *r, const CxMatch *match)
{
	const CxCapture *trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
	const CxCapture *members = cx_match_capture(r->m, match, CX_FIELD_MEMBERS);
	const char *modality = cx_modality(r, trigger != NULL ? trigger->tok : match->tok);
	uint32_t	at;

	if (modality == NULL && trigger == NULL && members != NULL)
		modality = cx_modality(r, members->tok);
	if (modality == NULL && trigger == NULL && context_verb(r, match->end, &at) != NULL &&
		at >= r->lex->sentences.at[match->sentence].tok)
		modality = cx_modality(r, at);
	return modality;
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

/* A new body belongs to the Đảng bộ, what it elects to its committee. */
static CxStatus
organ_organisation(const CxReader *r, CxStr organ, const CxOrg *org, bool stated, CxStr *out)
{
	*out = org->full;
	if (is_word(organ, "Ban Chấp hành") || is_word(organ, "Ủy ban MTTQ") || (stated && organ.at != NULL))
		return CX_OK;
	return cx_committee_of(r, org, out);
}

/*
 * Whose body or post it is, where that is not said: of the organisation whose
 * congress the sentence has named last ("Tại Đại hội Đảng bộ huyện X, đồng chí A
 * được bầu làm Bí thư"), else of the one that the article is about there.
 */
static CxStatus
org_at(const CxReader *r, uint32_t tok, CxOrg *out)
{
	const CxMatch *event = NULL;
	const CxMatch *organisation;

	for (uint32_t at = r->lex->sentences.at[cx_sentence_of(r, tok)].tok; (at = cx_next_labelled(r->tagged, at, tok, CX_LABEL_BIT(r->event))) < tok; at++)
		if (!cx_is_distant(r, at))
			event = cx_edge_mention(r->m, cx_edge_find(r->tagged, at, r->event));
	organisation = event == NULL ? NULL : captured_mention(r, event, CX_FIELD_ORGANISATION);
	if (organisation != NULL && cx_match_capture(r->m, organisation, CX_FIELD_PLACE) != NULL)
		return cx_org_of(r, organisation, out);
	*out = *cx_main_org_at(r, tok);
	return CX_OK;
}

static CxStatus
organ_org(const CxReader *r, const CxMatch *organ, CxOrg *out)
{
	if (captured_mention(r, organ, CX_FIELD_ORGANISATION) != NULL)
		return cx_org_of_organ(r, organ, out);
	return org_at(r, organ->tok, out);
}

/* What the name of a body tells of it: whose, which, for what term. */
static CxStatus
set_organ(CxReader *r, const CxMatch *organ, CxElection *row)
{
	CxOrg		org;

	bool		central;

	row->organ = organ_name(r, organ);
	/* where a delegation goes to, only its congress tells */
	if (is_word(row->organ, "Đoàn đại biểu"))
		return CX_OK;
	CX_TRY(organ_org(r, organ, &org));
	central = is_word(row->organ, "Ban Chấp hành Trung ương");
	if (central)
		row->organ = cx_str("Ban Chấp hành");
	if (central && !org.is_union)
	{
		org.full = cx_str("Đảng Cộng sản Việt Nam");
		org.tail = cx_str(NULL);
	}
	CX_TRY(organ_organisation(r, row->organ, &org, cx_match_capture(r->m, organ, CX_FIELD_ORGANISATION) != NULL,
							  &row->organisation));
	read_term(r, organ, row);
	return complete_term(r, organ->tok, &org, row);
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
	init_row(&row);
	read_term(r, organ, &row);
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

/* One body and the number of its members. */
static CxStatus
read_members(CxReader *r, const CxMatch *match, const CxCapture *members, const CxMatch *organ, const char *modality)
{
	const CxCapture *trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
	uint32_t	sentence_end = r->lex->sentences.at[match->sentence].end;
	const char *outcome = context_outcome(r, match->end);
	CxElection	row;

	init_row(&row);
	if (organ_name(r, organ).at == NULL)
		return CX_OK;
	if (counts_part(r, members))
		return cx_refuse(r, CX_WHY_PART);
	if (trigger == NULL && cx_match_const(r->m, match, CX_FIELD_OUTCOME) == NULL && outcome == NULL && modality == NULL &&
		!tells_new_body(r, match))
		return cx_refuse(r, CX_WHY_CONTEXT);
	row.members = take_number(r, members);
	if (row.members == CX_NULL)
		return CX_OK;
	row.alternates = take_count(r, match, CX_FIELD_ALTERNATES);
	row.vacancies = vacancies_near(r, match->end - 1, match->end + 12 < sentence_end ? match->end + 12 : sentence_end);
	row.outcome = modality != NULL ? "planned" : outcome != NULL && strcmp(outcome, "appointed") == 0 ? outcome : "elected";
	CX_TRY(set_organ(r, organ, &row));
	row.src = cx_match_source(r, match);
	return add_row(r, &row);
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
	modality = match_modality(r, match);
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

static CxStatus
read_delegation(CxReader *r, const CxMatch *match)
{
	const CxMatch *event = captured_mention(r, match, CX_FIELD_EVENT);
	const char *modality = is_taken(r, match) ? NULL : match_modality(r, match);
	CxElection	row;
	CxOrg		org;
	bool		national;

	if (event == NULL)
		return CX_OK;
	if (modality != NULL && strcmp(modality, "planned") != 0)
		return cx_refuse(r, cx_why_modality(modality));
	if (modality == NULL && is_to_come(r, match))
		modality = "planned";
	init_row(&row);
	row.members = take_count(r, match, CX_FIELD_MEMBERS);
	row.alternates = take_count(r, match, CX_FIELD_ALTERNATES);
	if (row.members == CX_NULL)
		return CX_OK;

	/*
	 * "9 đồng chí (trong đó có 1 dự khuyết)": the others are
	 * official
	 */
	if (row.alternates != CX_NULL && row.alternates < row.members &&
		cx_has_sym(r, cx_match_capture(r->m, match, CX_FIELD_MEMBERS)->end,
				   cx_match_capture(r->m, match, CX_FIELD_ALTERNATES)->tok, W_DO_THAT))
		row.members -= row.alternates;
	row.organ = cx_str("Đoàn đại biểu");
	row.outcome = modality != NULL ? "planned" : "elected";
	if (modality == NULL)
	{
		const char *outcome = context_outcome(r, match->end);

		if (outcome != NULL && strcmp(outcome, "appointed") == 0)
			row.outcome = outcome;
	}
	CX_TRY(cx_national_org(r, event, &national, &org));
	if (!national)
	{
		const CxMatch *m = captured_mention(r, event, CX_FIELD_ORGANISATION);

		org.full = cx_str(cx_match_const(r->m, event, CX_FIELD_ORGANISATION));
		if (m != NULL)
			CX_TRY(cx_org_of(r, m, &org));
	}
	row.organisation = org.full;
	/* "bầu 12 đồng chí đi dự … (10 chính thức, 2 dự khuyết)": the sum is said by its parts */
	take_count(r, match, CX_FIELD_COUNT);
	read_term(r, event, &row);
	row.src = cx_match_source(r, match);
	return add_row(r, &row);
}

/* ---- persons ------------------------------------------------------------------------------------ */

static uint32_t
outcome_bit(const char *outcome)
{
	for (unsigned i = CX_ROLE_ELECTED; i < CX_ROLES; i++)
		if (strcmp(cx_role_names[i], outcome) == 0)
			return 1u << i;
	return 0;
}

/* "với tỷ lệ 98%": of the ballots, where it is said of nothing else. */
static bool
is_bare_share(const CxReader *r, uint32_t tok, uint32_t from)
{
	return tok >= from + 3 && r->lex->toks.at[tok - 1].sym == W_LE && r->lex->toks.at[tok - 2].sym == W_TY &&
		r->lex->toks.at[tok - 3].sym == W_VOI;
}

/* Share of the ballots in the clause of a match: "với 100% phiếu bầu", "(95,8% số phiếu)". */
static void
read_votes(CxReader *r, const CxMatch *match, CxElection *row)
{
	const CxSentence *s = &r->lex->sentences.at[match->sentence];
	uint32_t	from = match->tok,
				to = match->end;

	while (from > s->tok && r->lex->toks.at[from - 1].sym != CX_SYM_CHAR(';'))
		from--;
	while (to < s->end && r->lex->toks.at[to].sym != CX_SYM_CHAR(';'))
		to++;
	for (uint32_t i = cx_numbers_from(r, from); i < r->lex->numbers.n && r->lex->numbers.at[i].end <= to; i++)
	{
		const CxNumber *n = &r->lex->numbers.at[i];
		uint32_t	near = n->tok > from + 5 ? n->tok - 5 : from;

		if (n->is_percent && (cx_has_sym(r, near, n->end + 5 < to ? n->end + 5 : to, W_PHIEU) || is_bare_share(r, n->tok, match->end)))
		{
			row->has_votes = true;
			row->votes_percent = n->value;
			r->number_used[i] = 1;
			return;
		}
	}
	/* "với số phiếu tuyệt đối" */
	for (uint32_t tok = match->end; tok + 2 < to; tok++)
		if (r->lex->toks.at[tok].sym == W_PHIEU && r->lex->toks.at[tok + 1].sym == W_TUYET && r->lex->toks.at[tok + 2].sym == W_DOI)
		{
			row->has_votes = true;
			row->votes_percent.digits = 100;
			row->votes_percent.scale = 0;
			return;
		}
}

/* Posts that are filled by election; others ("làm Trưởng Ban") are assigned. */
static bool
is_elective(CxStr head)
{
	static const char *const heads[] = {"Bí thư", "Phó Bí thư", "Chủ nhiệm", "Phó Chủ nhiệm", "Chủ tịch", "Phó Chủ tịch",
	"Tổng Bí thư", "Ủy viên"};

	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		if (cx_str_begins(head, heads[i]))
			return true;
	return false;
}

/* Is b the first words of a? */
static bool
begins_words(CxStr a, CxStr b)
{
	CxStr		start = {a.at, b.n};

	return a.n > b.n && a.at[b.n] == ' ' && cx_same(start, b);
}

/* Organ and organisation of a post: "Chủ nhiệm" + "Ủy ban Kiểm tra", of the committee. */
static CxStatus
post_organ(CxReader *r, const CxMatch *position, CxElection *row, CxOrg *org, bool *known)
{
	const CxCapture *head = cx_match_capture(r->m, position, CX_FIELD_HEAD);
	const CxMatch *organ = captured_mention(r, position, CX_FIELD_ORGAN);
	const CxMatch *organisation = captured_mention(r, position, CX_FIELD_ORGANISATION);
	const CxEdge *e;
	bool		stated = false;

	*known = false;
	if (head == NULL)
		return CX_OK;
	for (e = cx_edge_find(r->tagged, head->tok, CX_CLASS_HEAD); e != NULL && e->end != head->end;)
		e = e->next == CX_NO_EDGE ? NULL : &r->tagged->edges.at[e->next];
	if (e == NULL || e->label != CX_CLASS_HEAD)
		return CX_OK;
	row->organ = cx_str(cx_lexicon_value(e->value));
	if (!is_elective(row->organ))
		return CX_OK;
	CX_TRY(org_at(r, position->tok, org));
	if (organ != NULL)
	{
		CxStr		name = organ_name(r, organ);

		CX_TRY(organ_org(r, organ, org));
		stated = cx_match_capture(r->m, organ, CX_FIELD_ORGANISATION) != NULL;
		if (cx_str_begins(row->organ, "Ủy viên"))
			row->organ = name;
		else if (name.at != NULL)
			CX_TRY(cx_join(r, row->organ, name, &row->organ));
		read_term(r, organ, row);
	}
	else if (organisation != NULL)
	{
		CX_TRY(cx_org_of(r, organisation, org));
		stated = true;
	}
	else if (cx_match_capture(r->m, position, CX_FIELD_BODY) != NULL)
	{
		const CxCapture *body = cx_match_capture(r->m, position, CX_FIELD_BODY);
		const CxEdge *e = cx_edge_find(r->tagged, body->tok, CX_CLASS_BODY);

		/* a board of directors is none of ours */
		if (e != NULL && strcmp(cx_lexicon_value(e->value), "enterprise") == 0)
			return CX_OK;
		CX_TRY(cx_span_text(r, body->tok, cx_plain_end(r, position), &org->full));
		CX_TRY(cx_complete_unit(r, position, &org->full));

		/*
		 * "Chủ tịch Hội" in an article about "Hội Nhà báo tỉnh Phú
		 * Thọ"
		 */
		if (r->main_org.is_union && begins_words(r->main_org.full, org->full))
			*org = r->main_org;
		else
		{
			/* no congress elects to it */
			org->tail = org->full;
			org->level = NULL;
		}
		org->is_union = true;
	}
	/* a chair without an organ is that of the inspection commission */
	if (organ == NULL && !org->is_union && (is_word(row->organ, "Chủ nhiệm") || is_word(row->organ, "Phó Chủ nhiệm")))
		CX_TRY(cx_join(r, row->organ, cx_str("Ủy ban Kiểm tra"), &row->organ));
	read_term(r, position, row);
	if (stated && org->full.at != NULL && !org->is_union)
		row->organisation = org->full;
	else
		CX_TRY(cx_committee_of(r, org, &row->organisation));
	*known = true;
	return CX_OK;
}

/* One person and one post: the post is a position, and a row if it is elective. */
static CxStatus
add_post(CxReader *r, const CxMatch *match, int32_t person, const CxMatch *position, const char *outcome)
{
	CxElection	row;
	CxStr		text;
	CxOrg		org;
	bool		known;

	CX_TRY(cx_plain_position(r, position, &text));
	CX_TRY(cx_person_position(r, person, text));
	init_row(&row);
	CX_TRY(post_organ(r, position, &row, &org, &known));
	if (!known)
		return CX_OK;
	row.outcome = outcome;
	CX_TRY(complete_term(r, position->tok, &org, &row));
	row.person = r->facts->people.at[person].full_name;
	row.src = cx_match_source(r, match);
	read_votes(r, match, &row);
	return add_row(r, &row);
}

/* One person who joins a body: "bầu bổ sung đồng chí A vào Ban Thường vụ". */
static CxStatus
add_member(CxReader *r, const CxMatch *match, int32_t person, const CxMatch *organ, const char *outcome)
{
	CxElection	row;

	init_row(&row);
	row.outcome = outcome;
	CX_TRY(set_organ(r, organ, &row));
	if (row.organ.at == NULL)
		return CX_OK;
	row.person = r->facts->people.at[person].full_name;
	row.src = cx_match_source(r, match);
	read_votes(r, match, &row);
	return add_row(r, &row);
}

/* A biography tells of former posts: "từng giữ chức …", "nguyên". */
static bool
is_biography(const CxReader *r, const CxMatch *match, uint32_t tok)
{
	uint32_t	first = match->tok > 6 ? match->tok - 6 : 0;
	uint32_t	head = r->lex->sentences.at[match->sentence].tok;

	return cx_has_sym(r, first, tok, W_TUNG) || (r->lex->toks.at[head].sym == W_TRUOC && r->lex->toks.at[head + 1].sym == W_KHI);
}

/* "bà B (tái cử)": of two who are elected together one was before. */
static bool
is_marked_reelected(const CxReader *r, uint32_t tok)
{
	const CxEdge *e;

	if (tok + 2 >= r->lex->toks.n || r->lex->toks.at[tok].sym != CX_SYM_CHAR('('))
		return false;
	e = cx_edge_find(r->tagged, tok + 1, CX_CLASS_ELECT);
	return e != NULL && strcmp(cx_lexicon_value(e->value), "reelected") == 0;
}

/* "Ông A là Chủ tịch HĐND tỉnh": who he is, not what he was elected, unless the sentence elects him. */
static bool
is_description(const CxReader *r, const CxMatch *match)
{
	const CxCapture *position = cx_match_capture(r->m, match, CX_FIELD_POSITION);
	uint32_t	first = r->lex->sentences.at[match->sentence].tok;

	return position != NULL && position->tok > match->tok && r->lex->toks.at[position->tok - 1].sym == W_LA &&
		cx_edge_within(r, first, match->end, CX_CLASS_ELECT, NULL) == NULL;
}

static bool
is_one_person(const CxReader *r, const CxMatch *people)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < people->ncaptures; i++)
		n += r->m->captures.at[people->captures + i].field == CX_FIELD_PERSON;
	return n == 1;
}

/* A person takes the posts of a match. */
static CxStatus
fill_posts(CxReader *r, const CxMatch *match, int32_t person, const char *outcome)
{
	r->facts->people.at[person].roles |= outcome_bit(outcome);
	CX_TRY(cx_note_row(r, CX_FACT_PERSON, (uint32_t) person));
	for (uint32_t i = 0; i < match->ncaptures; i++)
	{
		const CxCapture *p = &r->m->captures.at[match->captures + i];

		/* "điều động ông A thôi giữ chức Bí thư" */
		if (p->tok > match->tok && cx_has_sym(r, p->tok > match->tok + 3 ? p->tok - 3 : match->tok, p->tok, W_THOI))
			continue;
		if (p->field == CX_FIELD_POSITION && p->edge != CX_NO_EDGE)
			CX_TRY(add_post(r, match, person, cx_edge_mention(r->m, &r->tagged->edges.at[p->edge]), outcome));
	}
	return CX_OK;
}

/* Is it a post that a committee has one of? */
static bool
is_single(CxStr organ)
{
	return is_word(organ, "Bí thư") || is_word(organ, "Chủ tịch");
}

/* Tokens from the name of a body to the posts in it. */
#define POSTS_REACH	12

/* "Ban Thường vụ gồm 13 đồng chí, trong đó có 3 Phó Bí thư", "… gồm 13 đồng chí (1 Bí thư, 3 Phó Bí thư)" */
static bool
are_of_organ(const CxReader *r, const CxMatch *match)
{
	uint32_t	from = r->lex->sentences.at[match->sentence].tok;
	uint16_t	before = match->tok > from ? r->lex->toks.at[match->tok - 1].sym : 0;

	if (before != CX_SYM_CHAR('(') && before != W_GOM && before != W_CO_HAVE)
		return false;
	if (match->tok > from + POSTS_REACH)
		from = match->tok - POSTS_REACH;
	return cx_edge_within(r, from, match->tok, r->organ, NULL) != NULL;
}

/*
 * Posts by their number, "bầu chủ tịch, 2 phó chủ tịch và 5 ủy viên UBND tỉnh":
 * each number is that of the post behind it, and what the last post is of the
 * others are of as well.
 */
static CxStatus
read_numbered_posts(CxReader *r, const CxMatch *match)
{
	const CxCapture *trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
	const CxEdge *elect = trigger == NULL ? NULL : cx_edge_find(r->tagged, trigger->tok, CX_CLASS_ELECT);
	const char *outcome = elect != NULL ? cx_lexicon_value(elect->value) : context_outcome(r, match->end);
	const char *modality = match_modality(r, match);
	const CxMatch *position = NULL;
	CxStr		organisation = {NULL, 0};
	CxOrg		last;

	memset(&last, 0, sizeof(last));
	if (modality != NULL && strcmp(modality, "planned") != 0)
		return cx_refuse(r, cx_why_modality(modality));
	if (outcome == NULL || (trigger == NULL && !are_of_organ(r, match)))
		return cx_refuse(r, CX_WHY_CONTEXT);
	for (uint32_t i = match->ncaptures; i-- > 0;)
	{
		const CxCapture *c = &r->m->captures.at[match->captures + i];
		CxElection	row;
		CxOrg		org;
		bool		known;

		if (c->field == CX_FIELD_POSITION && c->edge != CX_NO_EDGE)
			position = cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]);
		if (c->field != CX_FIELD_MEMBERS || position == NULL)
			continue;
		init_row(&row);
		CX_TRY(post_organ(r, position, &row, &org, &known));
		/* "12 ủy viên nữ" */
		if (is_word(row.organ, "Ủy viên") && strcmp(cx_rule_name(r, position), "position.alone") == 0)
			continue;
		row.members = known ? take_number(r, c) : CX_NULL;
		if (row.members == CX_NULL)
			continue;
		if (strcmp(cx_rule_name(r, position), "position.alone") != 0)
		{
			organisation = row.organisation;
			last = org;
		}
		else if (organisation.at != NULL)
		{
			row.organisation = organisation;
			org = last;
		}
		else if (row.members > 1 && is_single(row.organ))
			row.organisation = cx_str(NULL);	/* of as many committees */
		row.outcome = modality != NULL ? "planned" : outcome;
		CX_TRY(complete_term(r, c->tok, &org, &row));
		row.src = cx_match_source(r, match);
		CX_TRY(add_row(r, &row));
	}
	return CX_OK;
}

/* Who is elected by a verb that names nobody: "ông", if it is told of him and not by him. */
static int32_t
elected_spoken_of(const CxReader *r, const CxMatch *match)
{
	const CxCapture *trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
	uint16_t	verb = r->lex->toks.at[trigger->tok].sym;

	if (verb == W_BAU || verb == W_CHI2)
		return -1;
	return cx_person_spoken_of(r, match->tok, match->end);
}

/* The persons that a sentence names last before a token. */
static const CxMatch *
people_before(const CxReader *r, const CxSentence *s, uint32_t tok)
{
	const CxMatch *people = NULL;

	for (uint32_t at = s->tok; (at = cx_next_labelled(r->tagged, at, tok, CX_LABEL_BIT(r->people))) < tok; at++)
		people = cx_edge_mention(r->m, cx_edge_find(r->tagged, at, r->people));
	return people;
}

/* "Hai đồng chí A và B có tên trong danh sách bầu Ban Chấp hành nhưng không trúng cử": who, and to what, stands before. */
static CxStatus
read_not_elected(CxReader *r, const CxMatch *match)
{
	const CxMatch *people = people_before(r, &r->lex->sentences.at[match->sentence], match->tok);
	const CxMatch *organ = captured_mention(r, match, CX_FIELD_ORGAN);
	const CxEdge *e = people == NULL ? NULL : cx_edge_within(r, people->end, match->tok, r->organ, NULL);

	if (people == NULL)
		return CX_OK;
	if (organ == NULL && e != NULL)
		organ = cx_edge_mention(r->m, e);
	for (uint32_t i = 0; i < people->ncaptures; i++)
	{
		const CxCapture *c = &r->m->captures.at[people->captures + i];
		int32_t		person;

		if (c->field != CX_FIELD_PERSON || c->edge == CX_NO_EDGE)
			continue;
		CX_TRY(cx_person_of(r, cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]), &person));
		if (person < 0)
		{
			CX_TRY(cx_refuse(r, CX_WHY_UNKNOWN_PERSON));
			continue;
		}
		r->facts->people.at[person].roles |= 1u << CX_ROLE_NOT_ELECTED;
		CX_TRY(cx_note_row(r, CX_FACT_PERSON, (uint32_t) person));
		if (organ != NULL)
			CX_TRY(add_member(r, match, person, organ, "not_elected"));
	}
	return CX_OK;
}

/* What the text says of the people of a match: elected, appointed … to a post. */
static CxStatus
read_post(CxReader *r, const CxMatch *match)
{
	const CxMatch *people = captured_mention(r, match, CX_FIELD_PERSON);
	const CxMatch *organ = captured_mention(r, match, CX_FIELD_ORGAN);
	const CxCapture *trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
	const char *outcome;
	const char *modality;
	int32_t		spoken = -1;

	if (people == NULL)
	{
		spoken = elected_spoken_of(r, match);
		if (spoken < 0)
			return cx_refuse(r, CX_WHY_UNKNOWN_PERSON);
	}
	if (trigger != NULL)
	{
		const CxEdge *e = cx_edge_find(r->tagged, trigger->tok, CX_CLASS_ELECT);

		outcome = e != NULL ? cx_lexicon_value(e->value) : "elected";
	}
	else
	{
		/*
		 * "… ; đồng chí B giữ chức Phó Bí thư": the verb of the
		 * clause before carries on, but not its "again"
		 */
		outcome = context_outcome(r, match->end);
		if (outcome == NULL || is_biography(r, match, match->end) || is_description(r, match))
			return cx_refuse(r, CX_WHY_CONTEXT);
		if (strcmp(outcome, "reelected") == 0)
			outcome = "elected";
	}
	modality = cx_modality(r, trigger != NULL ? trigger->tok : match->tok);
	if (modality != NULL)
		return cx_refuse(r, cx_why_modality(modality));
	/* "giới thiệu đồng chí A để bầu giữ chức …" */
	if (trigger != NULL && trigger->tok > match->tok && r->lex->toks.at[trigger->tok - 1].sym == W_DE)
		return cx_refuse(r, CX_WHY_PROPOSED);
	if (people == NULL)
		return fill_posts(r, match, spoken, outcome);
	for (uint32_t i = 0; i < people->ncaptures; i++)
	{
		const CxCapture *c = &r->m->captures.at[people->captures + i];
		int32_t		person;

		if (c->field != CX_FIELD_PERSON || c->edge == CX_NO_EDGE)
			continue;
		CX_TRY(cx_person_of(r, cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]), &person));
		if (person < 0)
		{
			CX_TRY(cx_refuse(r, CX_WHY_UNKNOWN_PERSON));
			continue;
		}
		CX_TRY(fill_posts(r, match, person, strcmp(outcome, "elected") == 0 && is_marked_reelected(r, c->end) ? "reelected" : outcome));

		/*
		 * many names are a list of all members, who are told of by their
		 * number; one who is appointed to a body gets a post in it
		 */
		if (organ != NULL && trigger != NULL &&
			strcmp(outcome, "elected") == 0 && is_one_person(r, people))
			CX_TRY(add_member(r, match, person, organ, outcome));
	}
	return CX_OK;
}

/* ---- the relation ----------------------------------------------------------------------------------- */

static CxStatus
read_match(CxReader *r, const CxMatch *match)
{
	if (cx_match_capture(r->m, match, CX_FIELD_EVENT) != NULL)
		return read_delegation(r, match);
	if (cx_match_capture(r->m, match, CX_FIELD_POSITION) != NULL && cx_match_capture(r->m, match, CX_FIELD_MEMBERS) != NULL)
		return read_numbered_posts(r, match);
	if (cx_match_capture(r->m, match, CX_FIELD_PERSON) != NULL || cx_match_capture(r->m, match, CX_FIELD_POSITION) != NULL)
		return read_post(r, match);
	if (strcmp(cx_rule_name(r, match), "election.not_elected") == 0)
		return read_not_elected(r, match);
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
	const CxMatch *organ = captured_mention(r, match, CX_FIELD_ORGAN);
	CxEvent    *e = &r->facts->events.at[r->main_event];
	const char *modality;
	CxElection	row;
	CxOrg		org;

	if (organ == NULL || cx_match_capture(r->m, match, CX_FIELD_MEMBERS) == NULL || !is_word(organ_name(r, organ), "Ban Chấp hành"))
		return CX_OK;
	modality = match_modality(r, match);
	if ((modality != NULL && strcmp(modality, "planned") != 0) || context_outcome(r, match->end) == NULL)
		return CX_OK;
	init_row(&row);
	read_term(r, organ, &row);
	CX_TRY(organ_org(r, organ, &org));
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
	/* one who is re-elected is not also elected */
	for (uint32_t i = 0; i < r->facts->people.n; i++)
		if (r->facts->people.at[i].roles & (1u << CX_ROLE_REELECTED))
			r->facts->people.at[i].roles &= ~(1u << CX_ROLE_ELECTED);
	return CX_OK;
}
