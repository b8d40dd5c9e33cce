/*-------------------------------------------------------------------------
 *
 * extract.c
 *	  The way of an article: bytes → tokens → tags → mentions → facts.
 *
 *-------------------------------------------------------------------------
 */
#include "event.h"

#include <stdlib.h>
#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

/* Sentences of the lead that tell what an article is about. */
#define LEAD_MAX	3

/* The day that dates without a year count from (doc/facts.md). */
static CxYmd
anchor_of(const CxReader *r, CxYmd ref)
{
	if (r->facts->has_article && r->facts->article.published.year != 0)
		return r->facts->article.published;
	if (ref.year != 0)
		return ref;
	for (uint32_t i = 0; i < r->lex->dates.n; i++)
	{
		const CxDate *d = &r->lex->dates.at[i];

		/* that somebody was born on a day tells nothing of the article's */
		if (d->grain == CX_GRAIN_DAY && cx_ymd_valid(d->from) &&
			!cx_has_sym(r, d->tok > 2 ? d->tok - 2 : 0, d->tok + 1, W_SINH))
			return d->from;
	}
	return ref;
}

static int
compare_sources(const CxSource *a, const CxSource *b)
{
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->end < b->end ? -1 : a->end > b->end;
}

/* Rows come in text order. */
#define SORT_ROWS(type, name) \
static int \
compare_##name(const void *a, const void *b) \
{ \
	return compare_sources(&((const type *) a)->src, &((const type *) b)->src); \
}
SORT_ROWS(CxEvent, events)
SORT_ROWS(CxPerson, people)
SORT_ROWS(CxElection, elections)
SORT_ROWS(CxCount, counts)
SORT_ROWS(CxIndicator, indicators)
SORT_ROWS(CxRanking, rankings)
SORT_ROWS(CxProgramme, programme)
SORT_ROWS(CxStatement, statements)

static void
sort_rows(CxFacts *f)
{
#define X(id, records, spelling) \
	if (f->records.n > 1) \
		qsort(f->records.at, f->records.n, sizeof(f->records.at[0]), compare_##records);
	CX_FACT_KINDS(X)
#undef X
}

/* Is a congress of ours named in the headline or where the article begins? */
static bool
opens_with_congress(const CxReader *r)
{
	uint32_t	leads = 0;
	bool		other = false;

	for (uint32_t i = 0; i < r->lex->sentences.n; i++)
	{
		const CxSentence *s = &r->lex->sentences.at[i];

		if (s->zone != CX_ZONE_HEADLINE && (s->zone != CX_ZONE_LEAD || ++leads > LEAD_MAX))
			continue;
		for (uint32_t tok = s->tok; (tok = cx_next_labelled(r->tagged, tok, s->end, CX_LABEL_BIT(r->event))) < s->end; tok++)
		{
			const CxEdge *e = cx_edge_find(r->tagged, tok, r->event);
			const CxEdge *word = cx_edge_find(r->tagged, tok, CX_CLASS_EVENT);

			if (e == NULL || word == NULL || strcmp(cx_lexicon_value(word->value), "congress") != 0)
				continue;
			if (cx_is_other_congress(r, cx_edge_mention(r->m, e)))
				other = true;
			/* what is only called "the congress" then is that one */
			else if (!other || e->end > word->end)
				return true;
		}
	}
	return false;
}

/* Is a body or post one of the state alone, as in a report of a session of a people's council? */
static bool
is_of_state(const CxElection *e)
{
	static const char *const bodies[] = {"UBND", "HĐND", "Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân", "Quốc hội", "Chính phủ"};

	for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++)
		if (cx_str_begins(e->organisation, bodies[i]))
			return true;
	return false;
}

/*
 * An article that names no congress, conference or election of ours tells of
 * other things; its persons and figures are not facts of ours either.  Nor are
 * they where it mentions the national congress by the way, or another in its
 * second half, and no more.
 */
static void
keep_article_only(const CxReader *r, CxFacts *f)
{
	bool		national = false;
	bool		ours = opens_with_congress(r);

	for (uint32_t i = 0; i < f->events.n; i++)
	{
		bool		other = !cx_same(f->events.at[i].organisation, cx_str(CX_PARTY));

		national = national || !other;
		ours = ours || f->events.at[i].reported || (other && (f->events.at[i].src.sentence <= LEAD_MAX || f->events.at[i].src.sentence <= r->lex->sentences.n / 2));
	}
	/* nor does the Central Committee of another party make it ours */
	for (uint32_t i = 0; i < f->elections.n && !ours; i++)
		ours = !is_of_state(&f->elections.at[i]) && (national || !cx_same(f->elections.at[i].organisation, cx_str(CX_PARTY)));
	if (ours && (f->events.n > 0 || f->elections.n > 0))
		return;
	f->people.n = f->elections.n = f->counts.n = f->indicators.n = f->rankings.n = f->programme.n = f->statements.n = 0;
}

CxStatus
cx_extract(CxArena *arena, const char *text, size_t n, CxYmd ref, CxFacts *facts)
{
	return cx_explain(arena, text, n, ref, facts, NULL);
}

CxStatus
cx_explain(CxArena *arena, const char *text, size_t n, CxYmd ref, CxFacts *facts, CxTrace *trace)
{
	CxLexis    *lex = cx_arena_alloc(arena, sizeof(CxLexis));
	CxTagged   *tagged = cx_arena_alloc(arena, sizeof(CxTagged));
	CxMatches  *matches = cx_arena_alloc(arena, sizeof(CxMatches));
	CxReader	r;

	if (lex == NULL || tagged == NULL || matches == NULL)
		return CX_ENOMEM;
	memset(facts, 0, sizeof(*facts));
	if (trace != NULL)
		memset(trace, 0, sizeof(*trace));
	CX_TRY(cx_lexis_init(lex, arena, text, n));
	CX_TRY(cx_tokens(lex));
	CX_TRY(cx_dates(lex));
	CX_TRY(cx_numbers(lex));
	CX_TRY(cx_sentences(lex));
	CX_TRY(cx_zones(lex));
	CX_TRY(cx_lexicon_tag(lex, tagged));
	CX_TRY(cx_grammar_match_lost(tagged, &cx_rules, matches, trace == NULL ? NULL : &trace->lost));

	memset(&r, 0, sizeof(r));
	r.arena = arena;
	r.lex = lex;
	r.tagged = tagged;
	r.m = matches;
	r.facts = facts;
	r.main_event = -1;
	r.place = cx_kind_label(&cx_rules, "place");
	r.organisation = cx_kind_label(&cx_rules, "organisation");
	r.organ = cx_kind_label(&cx_rules, "organ");
	r.event = cx_kind_label(&cx_rules, "event");
	r.position = cx_kind_label(&cx_rules, "position");
	r.person = cx_kind_label(&cx_rules, "person");
	r.people = cx_kind_label(&cx_rules, "people");
	r.number_used = cx_arena_alloc(arena, (size_t) lex->numbers.n + 1);
	if (r.number_used == NULL)
		return CX_ENOMEM;
	r.trace = trace;
	if (trace != NULL)
		CX_TRY(cx_trace_start(&r));

	CX_TRY(cx_article_read(tagged, ref, facts));
	r.anchor = anchor_of(&r, ref);
	CX_TRY(cx_organisations_read(&r));
	CX_TRY(cx_events_read(&r));
	CX_TRY(cx_people_read(&r));
	CX_TRY(cx_roles_read(&r));
	CX_TRY(cx_elections_read(&r));
	CX_TRY(cx_counts_read(&r));
	CX_TRY(cx_rankings_read(&r));
	CX_TRY(cx_programme_read(&r));
	CX_TRY(cx_indicators_read(&r));
	CX_TRY(cx_statements_read(&r));
	if (trace != NULL)
		CX_TRY(cx_trace_finish(&r));
	keep_article_only(&r, facts);
	sort_rows(facts);
	return trace == NULL ? CX_OK : cx_trace_order(&r);
}
