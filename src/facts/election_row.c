/*-------------------------------------------------------------------------
 *
 * election_row.c
 *	  A row of an election: whose body it is, of what number and term, and what verb elects it.
 *
 * What a match leaves out is taken from around it: the verb from its sentence or
 * the ones right before, the organisation from the congress that the sentence
 * names or the article is about, number and term from that congress.  A row that
 * says what another says adds to that.
 *
 *-------------------------------------------------------------------------
 */
#include "election.h"

#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

bool
cx_is_word(CxStr s, const char *word)
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

void
cx_election_term(const CxReader *r, const CxMatch *match, CxElection *e)
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

		/* "(sinh năm 1966)" */
		if (cx_has_sym(r, r->lex->dates.at[i].tok > first + 1 ? r->lex->dates.at[i].tok - 2 : first, r->lex->dates.at[i].tok, W_SINH))
			continue;
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

CxStatus
cx_election_complete(const CxReader *r, uint32_t tok, const CxOrg *org, CxElection *e)
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

void
cx_election_init(CxElection *e)
{
	memset(e, 0, sizeof(*e));
	e->ordinal = e->term_start = e->term_end = CX_NULL;
	e->members = e->alternates = e->vacancies = CX_NULL;
}

/* Is it the post "of", which its holder has standing: "Phó Bí thư Thường trực"? */
static bool
is_standing(CxStr organ, CxStr of)
{
	return cx_str_ends(organ, " Thường trực") && organ.n == of.n + strlen(" Thường trực") && cx_same((CxStr) {organ.at, of.n}, of);
}

/* Do two rows tell of one person in one organisation? */
static bool
is_of(const CxElection *a, const CxElection *b)
{
	return a->person.at != NULL && b->person.at != NULL && cx_same(a->person, b->person) && a->organisation.at != NULL && b->organisation.at != NULL &&
		cx_same(a->organisation, b->organisation);
}

/* Add a row unless one says the same; a body named again without a number adds nothing. */
CxStatus
cx_election_add(CxReader *r, const CxElection *row)
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
		/* "A, B, C là Phó Bí thư, trong đó A là Phó Bí thư Thường trực" */
		if (!same && is_standing(row->organ, e->organ) && is_of(row, e))
		{
			e->organ = row->organ;
			same = true;
		}
		if (!same && !(is_standing(e->organ, row->organ) && is_of(row, e)))
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
int32_t
cx_take_number(CxReader *r, const CxCapture *c)
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

/* ---- whose and how ------------------------------------------------------------------------- */

const CxMatch *
cx_captured_mention(const CxReader *r, const CxMatch *match, CxField field)
{
	const CxCapture *c = cx_match_capture(r->m, match, field);

	return c == NULL || c->edge == CX_NO_EDGE ? NULL : cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]);
}

CxStr
cx_organ_name(const CxReader *r, const CxMatch *organ)
{
	const CxCapture *kind = cx_match_capture(r->m, organ, CX_FIELD_KIND);
	const CxEdge *e = cx_edge_find(r->tagged, kind->tok, CX_CLASS_ORGAN);

	return cx_str(e == NULL ? NULL : cx_lexicon_value(e->value));
}

/* Sentences that an act of electing or appointing carries on through. */
#define CONTEXT_SENTENCES	2

/* Longest head of a line of a list: its number or dash, and the post. */
#define ITEM_HEAD		12

/* "Trước khi được bầu …, ông A là …": what it tells was so before. */
static bool
is_before(const CxReader *r, uint32_t tok)
{
	for (uint32_t back = 2; back <= 3 && back <= tok; back++)
		if (r->lex->toks.at[tok - back].sym == W_TRUOC && r->lex->toks.at[tok - back + 1].sym == W_KHI)
			return true;
	return false;
}

/* Lines of a list that do not count as such sentences. */
#define LIST_LINES		20

/* "- Phó Bí thư: đồng chí A": a line of a list that goes on with what stands above it. */
static bool
is_post_line(const CxReader *r, const CxSentence *s)
{
	const CxEdge *e;

	if (!(r->lex->toks.at[s->tok].flags & CX_TF_NEWLINE))
		return false;
	e = cx_edge_within(r, s->tok, s->tok + ITEM_HEAD < s->end ? s->tok + ITEM_HEAD : s->end, r->position, NULL);
	return e != NULL && e->end < s->end && r->lex->toks.at[e->end].sym == CX_SYM_CHAR(':');
}

/*
 * The nearest verb of election before a token, in its sentence or the ones
 * right before it: "… được chỉ định gồm 27 đồng chí; Ban Thường vụ 9 đồng chí".
 */
const CxEdge *
cx_context_verb(const CxReader *r, uint32_t tok, uint32_t *at)
{
	uint32_t	s = cx_sentence_of(r, tok);
	uint32_t	first;
	const CxEdge *marked = NULL;

	for (uint32_t n = 0; n < LIST_LINES && s > 0 && is_post_line(r, &r->lex->sentences.at[s]); n++)
		s--;
	first = r->lex->sentences.at[s > CONTEXT_SENTENCES ? s - CONTEXT_SENTENCES : 0].tok;

	for (uint32_t n = 0; tok > first && n < 200; n++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, --tok, CX_CLASS_ELECT);
		bool		bracket = e != NULL && tok > 0 && r->lex->toks.at[tok - 1].sym == CX_SYM_CHAR('(');

		if (e == NULL || is_before(r, tok) || (bracket && marked != NULL))
			continue;
		*at = tok;
		/* "(tái cử)" is said of one man, and tells no more than that there was an election */
		if (!bracket)
			return e;
		marked = e;
	}
	return marked;
}

const char *
cx_context_outcome(const CxReader *r, uint32_t tok)
{
	const CxEdge *e = cx_context_verb(r, tok, &tok);

	return e == NULL ? NULL : cx_lexicon_value(e->value);
}

/* "Ngày mai 22/4, Đại hội bầu …": the last day that the sentence names before is after that of the article. */
static bool
is_dated_ahead(const CxReader *r, uint32_t tok)
{
	uint32_t	first = r->lex->sentences.at[cx_sentence_of(r, tok)].tok;
	CxYmd		from,
				to;

	for (uint32_t i = cx_dates_from(r, tok); i > 0 && r->lex->dates.at[i - 1].tok >= first; i--)
		if (r->lex->dates.at[i - 1].grain == CX_GRAIN_DAY)
			return r->anchor.year != 0 && r->lex->dates.at[i - 1].relative != CX_REL_SAME_DAY &&
				cx_date_resolve(&r->lex->dates.at[i - 1], r->anchor, &from, &to) && cx_ymd_to_days(from) > cx_ymd_to_days(r->anchor);
	return false;
}

/* How a body or post is told of: by the verb of the match, or else by that of the sentence, or at its number. */
const char *
cx_match_modality(const CxReader *r, const CxMatch *match)
{
	const CxCapture *trigger = cx_match_capture(r->m, match, CX_FIELD_TRIGGER);
	const CxCapture *members = cx_match_capture(r->m, match, CX_FIELD_MEMBERS);
	const char *modality = cx_modality(r, trigger != NULL ? trigger->tok : match->tok);
	uint32_t	at;

	if (modality == NULL && trigger != NULL && is_dated_ahead(r, trigger->tok))
		modality = "planned";
	if (modality == NULL && trigger == NULL && members != NULL)
		modality = cx_modality(r, members->tok);
	if (modality == NULL && trigger == NULL && cx_context_verb(r, match->end, &at) != NULL &&
		at >= r->lex->sentences.at[match->sentence].tok)
		modality = cx_modality(r, at);
	return modality;
}

/* A new body belongs to the Đảng bộ, what it elects to its committee. */
static CxStatus
organ_organisation(const CxReader *r, CxStr organ, const CxOrg *org, bool stated, CxStr *out)
{
	*out = org->full;
	if (cx_is_word(organ, "Ban Chấp hành") || cx_is_word(organ, "Ủy ban MTTQ") || (stated && organ.at != NULL))
		return CX_OK;
	return cx_committee_of(r, org, out);
}

/*
 * Whose body or post it is, where that is not said: of the organisation whose
 * congress the sentence has named last ("Tại Đại hội Đảng bộ huyện X, đồng chí A
 * được bầu làm Bí thư"), else of the one that the article is about there.
 */
CxStatus
cx_org_at(const CxReader *r, uint32_t tok, CxOrg *out)
{
	const CxMatch *event = NULL;
	const CxMatch *organisation;

	for (uint32_t at = r->lex->sentences.at[cx_sentence_of(r, tok)].tok; (at = cx_next_labelled(r->tagged, at, tok, CX_LABEL_BIT(r->event))) < tok; at++)
		if (!cx_is_distant(r, at))
			event = cx_edge_mention(r->m, cx_edge_find(r->tagged, at, r->event));
	organisation = event == NULL ? NULL : cx_captured_mention(r, event, CX_FIELD_ORGANISATION);
	if (organisation != NULL && cx_match_capture(r->m, organisation, CX_FIELD_PLACE) != NULL)
		return cx_org_of(r, organisation, out);
	*out = *cx_main_org_at(r, tok);
	return CX_OK;
}

CxStatus
cx_organ_org(const CxReader *r, const CxMatch *organ, CxOrg *out)
{
	if (cx_captured_mention(r, organ, CX_FIELD_ORGANISATION) != NULL)
		return cx_org_of_organ(r, organ, out);
	return cx_org_at(r, organ->tok, out);
}

/* What the name of a body tells of it: whose, which, for what term. */
CxStatus
cx_election_organ(CxReader *r, const CxMatch *organ, CxElection *row)
{
	CxOrg		org;

	bool		central;

	row->organ = cx_organ_name(r, organ);
	/* where a delegation goes to, only its congress tells */
	if (cx_is_word(row->organ, "Đoàn đại biểu"))
		return CX_OK;
	CX_TRY(cx_organ_org(r, organ, &org));
	central = cx_is_word(row->organ, "Ban Chấp hành Trung ương");
	if (central)
		row->organ = cx_str("Ban Chấp hành");
	if (central && !org.is_union)
	{
		org.full = cx_str(CX_PARTY);
		org.tail = cx_str(NULL);
	}
	CX_TRY(organ_organisation(r, row->organ, &org, cx_match_capture(r->m, organ, CX_FIELD_ORGANISATION) != NULL,
							  &row->organisation));
	cx_election_term(r, organ, row);
	return cx_election_complete(r, organ->tok, &org, row);
}
