/*-------------------------------------------------------------------------
 *
 * trace.c
 *	  How the rows came about: what became of each match.
 *
 * The readers know why they refuse a match, and say so to the trace, if there
 * is one.  A reading is bracketed by cx_trace_begin() and cx_trace_end(); what is
 * said in between is of that reading, and one of which nothing is said has given
 * nothing, for want of something.  So a reader that says no reason is still
 * listed.  Mentions are noted by the reader of events; those of persons are asked
 * for when all persons are known, and all others are for the rules to use.
 *
 * A reading that tells of a row is "row" if that row's evidence is it in the end,
 * and "merged" if not: which of several mentions is the evidence is seen last.
 *
 *-------------------------------------------------------------------------
 */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* Readings between two questions whether to stop. */
#define POLL_READINGS	256

const char *const cx_fact_kind_names[CX_FACT_KIND_COUNT] = {
#define X(fact_id, records, spelling) spelling,
	CX_FACT_KINDS(X)
#undef X
};

const char *const cx_why_names[CX_WHY_COUNT] = {
#define X(id, spelling) spelling,
	CX_WHYS(X)
#undef X
};

const char *const cx_outcome_names[] = {"row", "merged", "mention", "discarded"};

CxWhy
cx_why_modality(const char *modality)
{
	return strcmp(modality, "not") == 0 ? CX_WHY_NEGATED : strcmp(modality, "planned") == 0 ? CX_WHY_PLANNED : CX_WHY_PROPOSED;
}

static CxStatus
add(CxReader *r, const CxReading *reading)
{
	CxReading  *p = cx_vec_push(r->arena, &r->trace->readings);

	if (p == NULL)
		return CX_ENOMEM;
	*p = *reading;
	return CX_OK;
}

static const char *
block_name(const CxReader *r, uint16_t rule)
{
	const CxRuleSet *rules = r->m->rules;

	return rules->strings + rules->blocks[rules->rules[rule].block].name;
}

CxStatus
cx_trace_start(CxReader *r)
{
	r->trace->readers = cx_arena_alloc(r->arena, ((size_t) r->lex->numbers.n + 1) * sizeof(char *));
	r->trace->noted = cx_arena_alloc(r->arena, (size_t) r->m->mentions.n + 1);
	return r->trace->readers == NULL || r->trace->noted == NULL ? CX_ENOMEM : CX_OK;
}

/* ---- one reading ------------------------------------------------------------ */

void
cx_trace_begin(CxReader *r, uint32_t tok, uint32_t end, const char *rule, float confidence, const char *kind)
{
	CxTrace    *t = r->trace;

	t->now = (CxReading) {cx_source(r, tok, end, rule, confidence), kind, NULL, CX_OUTCOME_DISCARDED, CX_WHY_INCOMPLETE, 0, -1};
	t->tok = tok;
	t->end = end;
	t->before = t->readings.n;
}

CxStatus
cx_trace_end(CxReader *r)
{
	CxTrace    *t = r->trace;

	for (uint32_t i = cx_numbers_from(r, t->tok); i < r->lex->numbers.n && r->lex->numbers.at[i].tok < t->end; i++)
	{
		if (t->readers[i] == NULL && r->number_used[i])
			t->readers[i] = t->now.src.rule;
		else if (t->now.why == CX_WHY_WEAKER && t->now.instead == NULL)
			t->now.instead = t->readers[i];
	}
	return t->readings.n > t->before ? CX_OK : add(r, &t->now);
}

CxStatus
cx_trace_row(CxReader *r, const CxSource *src, CxFactKind fact, uint32_t row)
{
	CxReading	reading = {*src, cx_fact_kind_names[fact], NULL, CX_OUTCOME_ROW, CX_WHY_NONE, fact, (int32_t) row};

	return add(r, &reading);
}

CxStatus
cx_trace_mention(CxReader *r, const CxMatch *match, int32_t row, CxWhy why)
{
	CxReading	reading = {cx_match_source(r, match), block_name(r, match->rule), NULL,
	row >= 0 ? CX_OUTCOME_ROW : why != CX_WHY_NONE ? CX_OUTCOME_DISCARDED : CX_OUTCOME_MENTION, why, CX_FACT_EVENT, row};

	r->trace->noted[match - r->m->mentions.at] = 1;
	return add(r, &reading);
}

/* ---- all of them --------------------------------------------------------------- */

static CxStatus
finish_person(CxReader *r, const CxMatch *match)
{
	const CxCapture *name = cx_match_capture(r->m, match, CX_FIELD_NAME);
	CxSource	src = cx_match_source(r, match);
	int32_t		person = r->person_of[match - r->m->mentions.at];
	CxWhy		why = CX_WHY_UNKNOWN_PERSON;

	/* asking for a full name would add what is said of it */
	if (name != NULL && strcmp(src.rule, "person.given_only") != 0)
		why = strcmp(src.rule, "person.name_only") == 0 && name->tok == match->tok ? CX_WHY_UNVOUCHED : CX_WHY_INCOMPLETE;
	else
		CX_TRY(cx_person_of(r, match, &person));
	return person >= 0 ? cx_trace_row(r, &src, CX_FACT_PERSON, (uint32_t) person) : cx_trace_mention(r, match, -1, why);
}

/* Mentions that were not noted, those that lost, and the article itself. */
CxStatus
cx_trace_finish(CxReader *r)
{
	CxTrace    *t = r->trace;

	for (uint32_t i = 0; i < r->m->mentions.n; i++)
	{
		const CxMatch *match = &r->m->mentions.at[i];
		const CxRuleSet *rules = r->m->rules;

		if (i % POLL_READINGS == 0)
			CX_TRY(cx_poll(r->arena));
		if (CX_LABEL_MENTION + rules->blocks[rules->rules[match->rule].block].kind == r->person)
			CX_TRY(finish_person(r, match));
		else if (!t->noted[i])
			CX_TRY(cx_trace_mention(r, match, -1, CX_WHY_NONE));
	}
	for (uint32_t i = 0; i < t->lost.n; i++)
	{
		const CxLost *lost = &t->lost.at[i];
		CxMatch		match = {.tok = lost->tok,.end = lost->end,.rule = lost->rule};
		CxReading	reading = {cx_match_source(r, &match), block_name(r, lost->rule),
		cx_rule_name(r, &r->m->mentions.at[lost->kept]), CX_OUTCOME_DISCARDED, CX_WHY_OVERLAP, 0, -1};

		if (i % POLL_READINGS == 0)
			CX_TRY(cx_poll(r->arena));
		CX_TRY(add(r, &reading));
	}
	if (r->facts->has_article)
	{
		CxReading	reading = {r->facts->article.src, "article", NULL, CX_OUTCOME_ROW, CX_WHY_NONE, 0, -1};

		CX_TRY(add(r, &reading));
	}

	/* the rows will be sorted, and this tells which is which */
#define X(fact_id, records, spelling) \
	for (uint32_t i = 0; i < r->facts->records.n; i++) \
		r->facts->records.at[i].src.id = i;
	CX_FACT_KINDS(X)
#undef X
		return CX_OK;
}

/* Where the rows of a relation are now, by their ids, and where their evidence is. */
typedef struct Rows
{
	uint32_t	n;
	const CxSource **src;
	int32_t    *row;
} Rows;

static CxStatus
find_rows(CxReader *r, Rows rows[CX_FACT_KIND_COUNT])
{
	Rows	   *at = rows;

#define X(fact_id, records, spelling) \
	at->n = r->facts->records.n; \
	at->src = cx_arena_alloc(r->arena, (at->n + (size_t) 1) * sizeof(CxSource *)); \
	at->row = cx_arena_alloc(r->arena, (at->n + (size_t) 1) * sizeof(int32_t)); \
	if (at->src == NULL || at->row == NULL) \
		return CX_ENOMEM; \
	for (uint32_t i = 0; i < at->n; i++) \
	{ \
		at->src[r->facts->records.at[i].src.id] = &r->facts->records.at[i].src; \
		at->row[r->facts->records.at[i].src.id] = (int32_t) i; \
	} \
	at++;
	CX_FACT_KINDS(X)
#undef X
		return CX_OK;
}

/* The row of a reading as it is in the end. */
static void
settle(CxReading *reading, const Rows *rows)
{
	if (reading->row < 0)
		return;
	rows += reading->fact;
	if (rows->n == 0)
	{
		reading->outcome = CX_OUTCOME_DISCARDED;
		reading->why = CX_WHY_NO_EVENT;
		reading->row = -1;
		return;
	}
	if (rows->src[reading->row]->rule != reading->src.rule || rows->src[reading->row]->start != reading->src.start)
		reading->outcome = CX_OUTCOME_MERGED;
	else
		reading->src = *rows->src[reading->row];
	reading->row = rows->row[reading->row];
}

static int
compare_readings(const void *a, const void *b)
{
	const CxReading *x = a;
	const CxReading *y = b;
	int			rules;

	if (x->src.start != y->src.start)
		return x->src.start < y->src.start ? -1 : 1;
	if (x->src.end != y->src.end)
		return x->src.end < y->src.end ? -1 : 1;
	rules = strcmp(x->src.rule, y->src.rule);
	if (rules != 0)
		return rules;
	if (x->outcome != y->outcome)
		return x->outcome < y->outcome ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

/*
 * Settle the rows, and put the readings in the order of the text: by sentence,
 * by counting, and then each sentence, so that one can stop in between.  Readings
 * of one match that say the same are one.
 */
CxStatus
cx_trace_order(CxReader *r)
{
	CxTrace    *t = r->trace;
	uint32_t	n = t->readings.n;
	uint32_t   *starts = cx_arena_alloc(r->arena, ((size_t) r->lex->sentences.n + 3) * sizeof(uint32_t));
	CxReading  *sorted = cx_arena_grow(r->arena, NULL, 0, ((size_t) n + 1) * sizeof(CxReading));
	Rows		rows[CX_FACT_KIND_COUNT];

	if (starts == NULL || sorted == NULL)
		return CX_ENOMEM;
	CX_TRY(find_rows(r, rows));
	for (uint32_t i = 0; i < n; i++)
	{
		if (i % POLL_READINGS == 0)
			CX_TRY(cx_poll(r->arena));
		settle(&t->readings.at[i], rows);
		starts[t->readings.at[i].src.sentence + 2]++;
	}
	for (uint32_t s = 2; s <= r->lex->sentences.n + 2; s++)
		starts[s] += starts[s - 1];
	for (uint32_t i = 0; i < n; i++)
		sorted[starts[t->readings.at[i].src.sentence + 1]++] = t->readings.at[i];
	t->readings.n = 0;
	for (uint32_t s = 0; s <= r->lex->sentences.n; s++)
	{
		CX_TRY(cx_poll(r->arena));
		if (starts[s + 1] > starts[s])
			qsort(sorted + starts[s], starts[s + 1] - starts[s], sizeof(CxReading), compare_readings);
		for (uint32_t i = starts[s]; i < starts[s + 1]; i++)
			if (i == starts[s] || compare_readings(&sorted[i - 1], &sorted[i]) != 0)
				t->readings.at[t->readings.n++] = sorted[i];
	}
	return CX_OK;
}
