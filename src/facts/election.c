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
		e->term_start = r->lex->terms.at[r->tagged->edges.at[term->edge].data].first;
		e->term_end = r->lex->terms.at[r->tagged->edges.at[term->edge].data].last;
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

static CxStatus
complete_term(const CxReader *r, const CxOrg *org, CxElection *e)
{
	const CxEvent *event;

	CX_TRY(congress_of(r, org, &event));
	if (r->told.n > 0)
		complete_from_text(r, org, e);
	if (event == NULL)
		return CX_OK;
	if (e->ordinal == CX_NULL)
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
		return CX_OK;
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
			if (same)
			{
				if (strcmp(row->outcome, "reelected") == 0)
					e->outcome = row->outcome;
				return CX_OK;
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
				return CX_OK;
			}
		}
	}
	e = cx_vec_push(r->arena, &r->facts->elections);
	if (e == NULL)
		return CX_ENOMEM;
	*e = *row;
	return CX_OK;
}

/* A whole number that a capture holds, marked as read; CX_NULL if there is none or it was read. */
static int32_t
take_count(CxReader *r, const CxMatch *match, CxField field)
{
	uint32_t	index;
	const CxNumber *n = cx_number_at(r, cx_match_capture(r->m, match, field), &index);

	if (n == NULL || n->is_range || n->is_percent || r->number_used[index])
		return CX_NULL;
	r->number_used[index] = 1;
	return cx_int(&n->value);
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

/*
 * The nearest verb of election before a token, in its sentence or the ones
 * right before it: "… được chỉ định gồm 27 đồng chí; Ban Thường vụ 9 đồng chí".
 */
static const char *
context_outcome(const CxReader *r, uint32_t tok)
{
	uint32_t	s = cx_sentence_of(r, tok);
	uint32_t	first = r->lex->sentences.at[s > CONTEXT_SENTENCES ? s - CONTEXT_SENTENCES : 0].tok;

	for (uint32_t n = 0; tok > first && n < 200; n++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, --tok, CX_CLASS_ELECT);

		if (e != NULL)
			return cx_lexicon_value(e->value);
	}
	return NULL;
}

/* "5 đại biểu là nữ", "17 người tham gia lần đầu": a part of the body, not the body. */
static bool
counts_part(const CxReader *r, const CxMatch *match)
{
	const CxCapture *c = cx_match_capture(r->m, match, CX_FIELD_MEMBERS);
	const CxEdge *noun;
	uint32_t	after = c->end;
	uint16_t	s;

	noun = cx_edge_find(r->tagged, after, CX_CLASS_PERSON_NOUN);
	if (noun != NULL)
		after = noun->end;
	if (after + 2 >= r->lex->toks.n)
		return false;
	s = r->lex->toks.at[after].sym;
	return s == W_LA || s == W_NU || (s == W_THAM && r->lex->toks.at[after + 2].sym == W_LAN) || s == W_TRE || s == W_DUOI || s == W_TAI;
}

/* A new body belongs to the Đảng bộ, what it elects to its committee. */
static CxStatus
organ_organisation(const CxReader *r, CxStr organ, const CxOrg *org, bool stated, CxStr *out)
{
	*out = org->full;
	if (org->is_union || (stated && organ.at != NULL))
		return CX_OK;
	if (is_word(organ, "Ban Chấp hành"))
		return CX_OK;
	return cx_committee_of(r, org, out);
}

/* What the name of a body tells of it: whose, which, for what term. */
static CxStatus
set_organ(CxReader *r, const CxMatch *organ, CxElection *row)
{
	CxOrg		org;

	row->organ = organ_name(r, organ);
	CX_TRY(cx_org_of_organ(r, organ, &org));
	CX_TRY(organ_organisation(r, row->organ, &org, cx_match_capture(r->m, organ, CX_FIELD_ORGANISATION) != NULL,
							  &row->organisation));
	read_term(r, organ, row);
	return complete_term(r, &org, row);
}

static CxStatus
read_body(CxReader *r, const CxMatch *match)
{
	const CxMatch *organ = captured_mention(r, match, CX_FIELD_ORGAN);
	const CxCapture *trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
	const char *modality = cx_modality(r, trigger != NULL ? trigger->tok : match->tok);
	uint32_t	sentence_end = r->lex->sentences.at[match->sentence].end;
	CxElection	row;

	if (organ == NULL)
		return CX_OK;
	/* "giới thiệu bầu 55 ủy viên": put up for an election to come */
	if (modality != NULL && strcmp(modality, "nominated") == 0 && trigger != NULL && r->lex->toks.at[trigger->tok].sym == W_BAU)
		modality = "planned";
	if (modality != NULL && strcmp(modality, "planned") != 0)
		return CX_OK;
	init_row(&row);
	if (counts_part(r, match))
		return CX_OK;
	if (trigger == NULL && cx_match_const(r->m, match, CX_FIELD_OUTCOME) == NULL && context_outcome(r, match->end) == NULL)
		return CX_OK;
	row.members = take_count(r, match, CX_FIELD_MEMBERS);
	if (row.members == CX_NULL || organ_name(r, organ).at == NULL)
		return CX_OK;
	row.vacancies = vacancies_near(r, match->end - 1, match->end + 12 < sentence_end ? match->end + 12 : sentence_end);
	row.outcome = modality != NULL ? "planned" : "elected";
	if (modality == NULL)
	{
		const char *outcome = context_outcome(r, match->end);

		if (outcome != NULL && strcmp(outcome, "appointed") == 0)
			row.outcome = outcome;
	}
	CX_TRY(set_organ(r, organ, &row));
	row.src = cx_match_source(r, match);
	return add_row(r, &row);
}

static CxStatus
read_delegation(CxReader *r, const CxMatch *match)
{
	const CxMatch *event = captured_mention(r, match, CX_FIELD_EVENT);
	const CxCapture *trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
	const char *modality = cx_modality(r, trigger != NULL ? trigger->tok : match->tok);
	CxElection	row;

	if (event == NULL || (modality != NULL && strcmp(modality, "planned") != 0))
		return CX_OK;
	init_row(&row);
	row.members = take_count(r, match, CX_FIELD_MEMBERS);
	row.alternates = take_count(r, match, CX_FIELD_ALTERNATES);
	if (row.members == CX_NULL)
		return CX_OK;
	row.organ = cx_str("Đoàn đại biểu");
	row.outcome = modality != NULL ? "planned" : "elected";
	if (modality == NULL)
	{
		const char *outcome = context_outcome(r, match->end);

		if (outcome != NULL && strcmp(outcome, "appointed") == 0)
			row.outcome = outcome;
	}
	if (strncmp(cx_rule_name(r, event), "event.national", 14) == 0 || strncmp(cx_rule_name(r, event), "event.numbered", 14) == 0)
		row.organisation = cx_str("Đảng Cộng sản Việt Nam");
	else
	{
		const CxMatch *m = captured_mention(r, event, CX_FIELD_ORGANISATION);
		CxOrg		org;

		if (m != NULL)
		{
			CX_TRY(cx_org_of(r, m, &org));
			row.organisation = org.full;
		}
	}
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

		if (n->is_percent && cx_has_sym(r, near, n->end + 5 < to ? n->end + 5 : to, W_PHIEU))
		{
			row->has_votes = true;
			row->votes_percent = n->value;
			r->number_used[i] = 1;
			return;
		}
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
	*org = *cx_main_org_at(r, position->tok);
	if (organ != NULL)
	{
		CxStr		name = organ_name(r, organ);

		CX_TRY(cx_org_of_organ(r, organ, org));
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

		CX_TRY(cx_span_text(r, body->tok, position->end, &org->full));
		org->is_union = true;
	}
	/* a chair without an organ is that of the inspection commission */
	if (organ == NULL && !org->is_union && (is_word(row->organ, "Chủ nhiệm") || is_word(row->organ, "Phó Chủ nhiệm")))
		CX_TRY(cx_join(r, row->organ, cx_str("Ủy ban Kiểm tra"), &row->organ));
	read_term(r, position, row);
	if (stated && org->full.at != NULL)
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
	CX_TRY(complete_term(r, &org, &row));
	row.outcome = outcome;
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
	CX_TRY(set_organ(r, organ, &row));
	if (row.organ.at == NULL)
		return CX_OK;
	row.outcome = outcome;
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

	return cx_has_sym(r, first, tok, W_TUNG);
}

static bool
is_one_person(const CxReader *r, const CxMatch *people)
{
	uint32_t	n = 0;

	for (uint32_t i = 0; i < people->ncaptures; i++)
		n += r->m->captures.at[people->captures + i].field == CX_FIELD_PERSON;
	return n == 1;
}

/* What the text says of the people of a match: elected, appointed … to a post. */
static CxStatus
read_post(CxReader *r, const CxMatch *match)
{
	const CxMatch *people = captured_mention(r, match, CX_FIELD_PERSON);
	const CxMatch *organ = captured_mention(r, match, CX_FIELD_ORGAN);
	const CxCapture *trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
	const char *outcome;

	if (people == NULL)
		return CX_OK;
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
		if (outcome == NULL || is_biography(r, match, match->end))
			return CX_OK;
		if (strcmp(outcome, "reelected") == 0)
			outcome = "elected";
	}
	if (cx_modality(r, trigger != NULL ? trigger->tok : match->tok) != NULL && strcmp(outcome, "not_elected") != 0)
		return CX_OK;
	for (uint32_t i = 0; i < people->ncaptures; i++)
	{
		const CxCapture *c = &r->m->captures.at[people->captures + i];
		int32_t		person;

		if (c->field != CX_FIELD_PERSON || c->edge == CX_NO_EDGE)
			continue;
		CX_TRY(cx_person_of(r, cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]), &person));
		if (person < 0)
			continue;
		r->facts->people.at[person].roles |= outcome_bit(outcome);
		for (uint32_t j = 0; j < match->ncaptures; j++)
		{
			const CxCapture *p = &r->m->captures.at[match->captures + j];

			if (p->field == CX_FIELD_POSITION && p->edge != CX_NO_EDGE)
				CX_TRY(add_post(r, match, person, cx_edge_mention(r->m, &r->tagged->edges.at[p->edge]), outcome));
		}

		/*
		 * many names are a list of all members, who are told of by their
		 * number; one who is appointed to a body gets a post in it
		 */
		if (organ != NULL && trigger != NULL && strcmp(outcome, "elected") == 0 && is_one_person(r, people))
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
	if (cx_match_capture(r->m, match, CX_FIELD_PERSON) != NULL)
		return read_post(r, match);
	return read_body(r, match);
}

CxStatus
cx_elections_read(CxReader *r)
{
	CX_TRY(cx_relation_read(r, "election", read_match));
	/* one who is re-elected is not also elected */
	for (uint32_t i = 0; i < r->facts->people.n; i++)
		if (r->facts->people.at[i].roles & (1u << CX_ROLE_REELECTED))
			r->facts->people.at[i].roles &= ~(1u << CX_ROLE_ELECTED);
	return CX_OK;
}
