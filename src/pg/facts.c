/*-------------------------------------------------------------------------
 *
 * facts.c
 *	  The fact functions: the records of the library as rows.
 *
 * For each relation there is one function that puts a record into a row, column
 * by column in the order of facts.sql, and a C function for SQL around it.
 *
 * congress_facts() shows eight of the relations (all but the article itself) as
 * one, in the order of the text.  A row reads like a sentence, "subject
 * predicate object", with a quantity and a time:
 *
 *	kind		subject			predicate	object			quantity		dates
 *	event		organisation	its kind	stage			days, "ngày"	held
 *	person		full name		roles		positions
 *	election	person, else	outcome		organ			members, "người",
 *				organisation								else votes, "%"
 *	count						measure						as counted
 *	indicator	subject			nature		achievement		as measured		period
 *	ranking		index			nature		scope			rank			years
 *	programme	field			"contains"					count, item
 *	statement					its kind	content
 *
 * Years become the first and last day that they span.
 *
 *-------------------------------------------------------------------------
 */
#include "cx_pg.h"

#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/timestamp.h"

/* ---- columns that several relations share ----------------------------------- */

static void
put_source(CxRows *rows, const CxSource *src)
{
	cx_put_span(rows, src->start, src->end);
	cx_put_int(rows, (int32) src->sentence);
	cx_put_word(rows, src->rule);
	cx_put_datum(rows, Float4GetDatum(src->confidence));
}

/* comparator, value, value_max */
static void
put_quantity(CxRows *rows, const CxQuantity *q)
{
	cx_put_word(rows, cx_comparator_names[q->cmp]);
	cx_put_decimal(rows, q->value);
	if (q->is_range)
		cx_put_decimal(rows, q->value_max);
	else
		cx_put_null(rows);
}

static void
put_bool(CxRows *rows, bool value)
{
	cx_put_datum(rows, BoolGetDatum(value));
}

static void
put_timestamp(CxRows *rows, CxYmd ymd, int second)
{
	cx_put_date(rows, ymd);
	if (!rows->nulls[rows->column - 1])
	{
		DateADT		date = DatumGetDateADT(rows->values[rows->column - 1]);
		Timestamp	stamp = (Timestamp) date * USECS_PER_DAY + (int64) second * USECS_PER_SEC;

		rows->values[rows->column - 1] = TimestampGetDatum(stamp);
	}
}

static int
role_names(uint32 roles, CxStr names[CX_ROLES])
{
	int			n = 0;
	int			role;

	for (role = 0; role < CX_ROLES; role++)
	{
		if (roles & (1U << role))
		{
			names[n].at = cx_role_names[role];
			names[n].n = (uint32) strlen(cx_role_names[role]);
			n++;
		}
	}
	return n;
}

/* ---- one record, one row ------------------------------------------------------ */

static void
put_article(CxRows *rows, const CxArticle *a)
{
	cx_put_str(rows, a->title);
	put_timestamp(rows, a->published, a->published_second);
	cx_put_strs(rows, a->authors.at, a->authors.n);
	cx_put_str(rows, a->agency);
	put_source(rows, &a->src);
	cx_put_row(rows);
}

static void
put_event(CxRows *rows, const CxEvent *e)
{
	cx_put_word(rows, cx_event_kind_names[e->kind]);
	cx_put_str(rows, e->organisation);
	cx_put_word(rows, e->level);
	cx_put_str(rows, e->province);
	cx_put_int(rows, e->ordinal);
	cx_put_int(rows, e->term_start);
	cx_put_int(rows, e->term_end);
	cx_put_date(rows, e->date_start);
	cx_put_date(rows, e->date_end);
	cx_put_int(rows, e->days);
	cx_put_word(rows, e->stage);
	put_bool(rows, e->reported);
	put_source(rows, &e->src);
	cx_put_row(rows);
}

static void
put_person(CxRows *rows, const CxPerson *p)
{
	CxStr		roles[CX_ROLES];

	cx_put_str(rows, p->full_name);
	cx_put_strs(rows, p->positions.at, p->positions.n);
	cx_put_strs(rows, roles, role_names(p->roles, roles));
	put_source(rows, &p->src);
	cx_put_row(rows);
}

static void
put_election(CxRows *rows, const CxElection *e)
{
	cx_put_str(rows, e->organ);
	cx_put_str(rows, e->organisation);
	cx_put_int(rows, e->ordinal);
	cx_put_int(rows, e->term_start);
	cx_put_int(rows, e->term_end);
	cx_put_int(rows, e->members);
	cx_put_int(rows, e->alternates);
	cx_put_int(rows, e->vacancies);
	cx_put_str(rows, e->person);
	cx_put_word(rows, e->outcome);
	if (e->has_votes)
		cx_put_decimal(rows, e->votes_percent);
	else
		cx_put_null(rows);
	put_source(rows, &e->src);
	cx_put_row(rows);
}

static void
put_count(CxRows *rows, const CxCount *c)
{
	cx_put_word(rows, c->measure);
	put_quantity(rows, &c->q);
	cx_put_str(rows, c->unit);
	put_source(rows, &c->src);
	cx_put_row(rows);
}

static void
put_indicator(CxRows *rows, const CxIndicator *i)
{
	cx_put_word(rows, i->nature);
	put_quantity(rows, &i->q);
	cx_put_str(rows, i->unit);
	cx_put_str(rows, i->subject);
	cx_put_str(rows, i->achievement);
	cx_put_word(rows, i->frequency);
	cx_put_int(rows, i->period_start);
	cx_put_int(rows, i->period_end);
	put_source(rows, &i->src);
	cx_put_row(rows);
}

static void
put_ranking(CxRows *rows, const CxRanking *r)
{
	cx_put_str(rows, r->index_name);
	cx_put_int(rows, r->rank);
	cx_put_int(rows, r->rank_max);
	cx_put_word(rows, r->nature);
	cx_put_str(rows, r->scope);
	cx_put_int(rows, r->year_start);
	cx_put_int(rows, r->year_end);
	put_source(rows, &r->src);
	cx_put_row(rows);
}

static void
put_programme(CxRows *rows, const CxProgramme *p)
{
	cx_put_str(rows, p->item);
	cx_put_int(rows, p->count);
	cx_put_str(rows, p->field);
	put_source(rows, &p->src);
	cx_put_row(rows);
}

static void
put_statement(CxRows *rows, const CxStatement *s)
{
	cx_put_word(rows, s->kind);
	cx_put_str(rows, s->content);
	put_source(rows, &s->src);
	cx_put_row(rows);
}

/* ---- the functions --------------------------------------------------------------- */

/*
 * Analyse the arguments (body, ref) and start the result; NULL, with an empty
 * result, for a null body.
 */
static const CxAnalysis *
start_analysis(CxRows *rows, FunctionCallInfo fcinfo, bool traced)
{
	const CxAnalysis *analysis;

	if (PG_ARGISNULL(0))
	{
		InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
		return NULL;
	}
	analysis = cx_pg_analysis(PG_GETARG_DATUM(0), PG_ARGISNULL(1),
							  PG_ARGISNULL(1) ? 0 : PG_GETARG_DATEADT(1), traced);
	cx_rows_start(rows, fcinfo, cx_analysis_spans(analysis));
	return analysis;
}

static const CxFacts *
start(CxRows *rows, FunctionCallInfo fcinfo)
{
	const CxAnalysis *analysis = start_analysis(rows, fcinfo, false);

	return analysis == NULL ? NULL : cx_analysis_facts(analysis);
}

void
cx_put_relation(CxRows *rows, const CxFacts *facts, CxRelation relation)
{
	uint32		i;

#define PUT_ALL(records, put) \
	for (i = 0; i < facts->records.n; i++) \
		put(rows, &facts->records.at[i]); \
	break
	switch (relation)
	{
		case CX_RELATION_EVENT:
			PUT_ALL(events, put_event);
		case CX_RELATION_PERSON:
			PUT_ALL(people, put_person);
		case CX_RELATION_ELECTION:
			PUT_ALL(elections, put_election);
		case CX_RELATION_COUNT:
			PUT_ALL(counts, put_count);
		case CX_RELATION_INDICATOR:
			PUT_ALL(indicators, put_indicator);
		case CX_RELATION_RANKING:
			PUT_ALL(rankings, put_ranking);
		case CX_RELATION_PROGRAMME:
			PUT_ALL(programme, put_programme);
		case CX_RELATION_STATEMENT:
			PUT_ALL(statements, put_statement);
		case CX_RELATION_ARTICLE:
			if (facts->has_article)
				put_article(rows, &facts->article);
			break;
		case CX_RELATION_COUNT_ALL:
			break;
	}
#undef PUT_ALL
}

#define RELATION_FUNCTION(relation, function) \
CX_SQL_FUNCTION(function); \
Datum \
function(PG_FUNCTION_ARGS) \
{ \
	CxRows		rows; \
	const CxFacts *facts = start(&rows, fcinfo); \
\
	if (facts != NULL) \
	{ \
		cx_put_relation(&rows, facts, CX_RELATION_##relation); \
		cx_rows_end(&rows); \
	} \
	return (Datum) 0; \
}

RELATION_FUNCTION(EVENT, congress_events)
RELATION_FUNCTION(PERSON, congress_people)
RELATION_FUNCTION(ELECTION, congress_elections)
RELATION_FUNCTION(COUNT, congress_counts)
RELATION_FUNCTION(INDICATOR, congress_indicators)
RELATION_FUNCTION(RANKING, congress_rankings)
RELATION_FUNCTION(PROGRAMME, congress_programme)
RELATION_FUNCTION(STATEMENT, congress_statements)
RELATION_FUNCTION(ARTICLE, congress_article)

/* ---- all of them as one relation ---------------------------------------------------- */

/* A row of congress_facts() before it is one; what is not set is null. */
typedef struct Fact
{
	CxFactKind	kind;
	CxStr		subject;
	CxStr		predicate;
	CxStr		object;
	bool		has_value;
	CxQuantity	q;
	CxStr		unit;
	int32		ordinal,
				term_start,
				term_end;
	CxYmd		date_start,
				date_end;
	const CxSource *src;
} Fact;

/* Where a fact stands, for sorting. */
typedef struct FactRef
{
	uint32		start;
	uint32		index;			/* in its relation */
	CxFactKind	kind;
} FactRef;

static int
compare_refs(const void *a, const void *b)
{
	const FactRef *x = a;
	const FactRef *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

static CxStr
str(const char *word)
{
	CxStr		s = {word, word == NULL ? 0 : (uint32) strlen(word)};

	return s;
}

static CxStr
join(const CxStr *at, int n)
{
	StringInfoData buf;
	CxStr		s = {NULL, 0};
	int			i;

	if (n == 0)
		return s;
	initStringInfo(&buf);
	for (i = 0; i < n; i++)
	{
		if (i > 0)
			appendStringInfoString(&buf, ", ");
		appendBinaryStringInfo(&buf, at[i].at, (int) at[i].n);
	}
	s.at = buf.data;
	s.n = (uint32) buf.len;
	return s;
}

static void
set_value(Fact *f, CxDecimal value, const char *unit)
{
	f->has_value = true;
	f->q.cmp = CX_CMP_EQ;
	f->q.value = value;
	f->unit = str(unit);
}

static void
set_int_value(Fact *f, int32 value, const char *unit)
{
	CxDecimal	decimal = {value, 0};

	if (value != CX_NULL)
		set_value(f, decimal, unit);
}

static void
set_years(Fact *f, int32 first, int32 last)
{
	if (first >= 1 && first <= 9999)
	{
		f->date_start.year = (int16_t) first;
		f->date_start.month = 1;
		f->date_start.day = 1;
	}
	if (last >= 1 && last <= 9999)
	{
		f->date_end.year = (int16_t) last;
		f->date_end.month = 12;
		f->date_end.day = 31;
	}
}

static void
fact_of_event(Fact *f, const CxEvent *e)
{
	f->subject = e->organisation;
	f->predicate = str(cx_event_kind_names[e->kind]);
	f->object = str(e->stage);
	set_int_value(f, e->days, "ngày");
	f->ordinal = e->ordinal;
	f->term_start = e->term_start;
	f->term_end = e->term_end;
	f->date_start = e->date_start;
	f->date_end = e->date_end;
	f->src = &e->src;
}

static void
fact_of_person(Fact *f, const CxPerson *p)
{
	CxStr		roles[CX_ROLES];

	f->subject = p->full_name;
	f->predicate = join(roles, role_names(p->roles, roles));
	f->object = join(p->positions.at, p->positions.n);
	f->src = &p->src;
}

static void
fact_of_election(Fact *f, const CxElection *e)
{
	f->subject = e->person.at != NULL ? e->person : e->organisation;
	f->predicate = str(e->outcome);
	f->object = e->organ;
	if (e->members != CX_NULL)
		set_int_value(f, e->members, "người");
	else if (e->has_votes)
		set_value(f, e->votes_percent, "%");
	f->ordinal = e->ordinal;
	f->term_start = e->term_start;
	f->term_end = e->term_end;
	f->src = &e->src;
}

static void
fact_of_count(Fact *f, const CxCount *c)
{
	f->predicate = str(c->measure);
	f->has_value = true;
	f->q = c->q;
	f->unit = c->unit;
	f->src = &c->src;
}

static void
fact_of_indicator(Fact *f, const CxIndicator *i)
{
	f->subject = i->subject;
	f->predicate = str(i->nature);
	f->object = i->achievement;
	f->has_value = true;
	f->q = i->q;
	f->unit = i->unit;
	set_years(f, i->period_start, i->period_end);
	f->src = &i->src;
}

static void
fact_of_ranking(Fact *f, const CxRanking *r)
{
	f->subject = r->index_name;
	f->predicate = str(r->nature);
	f->object = r->scope;
	set_int_value(f, r->rank, NULL);
	if (r->rank_max != CX_NULL)
	{
		f->q.is_range = true;
		f->q.value_max.digits = r->rank_max;
	}
	set_years(f, r->year_start, r->year_end);
	f->src = &r->src;
}

static void
fact_of_programme(Fact *f, const CxProgramme *p)
{
	f->subject = p->field;
	f->predicate = str("contains");
	set_int_value(f, p->count, NULL);
	f->unit = p->item;
	f->src = &p->src;
}

static void
fact_of_statement(Fact *f, const CxStatement *s)
{
	f->predicate = str(s->kind);
	f->object = s->content;
	f->src = &s->src;
}

static void
put_fact(CxRows *rows, const CxFacts *facts, const FactRef *ref)
{
	Fact		f = {0};
	uint32		i = ref->index;

	f.kind = ref->kind;
	f.ordinal = f.term_start = f.term_end = CX_NULL;
	switch (ref->kind)
	{
		case CX_FACT_EVENT:
			fact_of_event(&f, &facts->events.at[i]);
			break;
		case CX_FACT_PERSON:
			fact_of_person(&f, &facts->people.at[i]);
			break;
		case CX_FACT_ELECTION:
			fact_of_election(&f, &facts->elections.at[i]);
			break;
		case CX_FACT_COUNT:
			fact_of_count(&f, &facts->counts.at[i]);
			break;
		case CX_FACT_INDICATOR:
			fact_of_indicator(&f, &facts->indicators.at[i]);
			break;
		case CX_FACT_RANKING:
			fact_of_ranking(&f, &facts->rankings.at[i]);
			break;
		case CX_FACT_PROGRAMME:
			fact_of_programme(&f, &facts->programme.at[i]);
			break;
		case CX_FACT_STATEMENT:
			fact_of_statement(&f, &facts->statements.at[i]);
			break;
		case CX_FACT_KIND_COUNT:
			break;
	}

	cx_put_word(rows, cx_fact_kind_names[f.kind]);
	cx_put_str(rows, f.subject);
	cx_put_str(rows, f.predicate);
	cx_put_str(rows, f.object);
	if (f.has_value)
		put_quantity(rows, &f.q);
	else
	{
		cx_put_null(rows);
		cx_put_null(rows);
		cx_put_null(rows);
	}
	cx_put_str(rows, f.unit);
	cx_put_int(rows, f.ordinal);
	cx_put_int(rows, f.term_start);
	cx_put_int(rows, f.term_end);
	cx_put_date(rows, f.date_start);
	cx_put_date(rows, f.date_end);
	put_source(rows, f.src);
	cx_put_row(rows);
}

/* The rows of all relations in the order of the text, in memory of the caller's. */
static FactRef *
fact_refs(const CxRows *rows, const CxFacts *facts, uint32 *count)
{
	MemoryContext old = MemoryContextSwitchTo(rows->caller);
	Size		size = 0;
	uint32		n = 0;
	uint32		i;
	FactRef    *refs;

#define X(id, records, spelling) size += facts->records.n;
	CX_FACT_KINDS(X)
#undef X
		refs = palloc_extended(sizeof(FactRef) * size, MCXT_ALLOC_HUGE);
	MemoryContextSwitchTo(old);
#define X(id, records, spelling) \
	for (i = 0; i < facts->records.n; i++) \
	{ \
		refs[n].start = facts->records.at[i].src.start; \
		refs[n].index = i; \
		refs[n].kind = CX_FACT_##id; \
		n++; \
	}
	CX_FACT_KINDS(X)
#undef X
		qsort(refs, n, sizeof(FactRef), compare_refs);
	*count = n;
	return refs;
}

CX_SQL_FUNCTION(congress_facts);
Datum
congress_facts(PG_FUNCTION_ARGS)
{
	CxRows		rows;
	const CxFacts *facts = start(&rows, fcinfo);
	FactRef    *refs;
	uint32		n;
	uint32		i;

	if (facts == NULL)
		return (Datum) 0;

	refs = fact_refs(&rows, facts, &n);
	for (i = 0; i < n; i++)
		put_fact(&rows, facts, &refs[i]);
	cx_rows_end(&rows);
	pfree(refs);
	return (Datum) 0;
}

/* ---- how they came about ------------------------------------------------------------- */

/* Numbers of the rows of congress_facts(), from 1: of each relation, by index. */
static void
number_facts(const CxRows *rows, const CxFacts *facts, int32 *numbers[CX_FACT_KIND_COUNT])
{
	MemoryContext old;
	FactRef    *refs;
	uint32		n;
	uint32		i;

	refs = fact_refs(rows, facts, &n);
	old = MemoryContextSwitchTo(rows->caller);
#define X(id, records, spelling) \
	numbers[CX_FACT_##id] = palloc_extended(sizeof(int32) * facts->records.n, MCXT_ALLOC_HUGE);
	CX_FACT_KINDS(X)
#undef X
		MemoryContextSwitchTo(old);
	for (i = 0; i < n; i++)
		numbers[refs[i].kind][refs[i].index] = (int32) i + 1;
	pfree(refs);
}

static void
put_reading(CxRows *rows, const CxReading *reading, int32 *const *numbers)
{
	CxStr		evidence = {rows->spans->body + reading->src.start, reading->src.end - reading->src.start};

	cx_put_str(rows, evidence);
	cx_put_word(rows, cx_outcome_names[reading->outcome]);
	cx_put_word(rows, cx_why_names[reading->why]);
	cx_put_word(rows, reading->instead);
	cx_put_word(rows, reading->kind);
	cx_put_int(rows, reading->row < 0 ? CX_NULL : numbers[reading->fact][reading->row]);
	cx_put_span(rows, reading->src.start, reading->src.end);
	cx_put_int(rows, (int32) reading->src.sentence);
	cx_put_word(rows, reading->src.rule);
	if (reading->src.confidence > 0)
		cx_put_datum(rows, Float4GetDatum(reading->src.confidence));
	else
		cx_put_null(rows);
	cx_put_row(rows);
}

CX_SQL_FUNCTION(congress_explain);
Datum
congress_explain(PG_FUNCTION_ARGS)
{
	CxRows		rows;
	const CxAnalysis *analysis = start_analysis(&rows, fcinfo, true);
	int32	   *numbers[CX_FACT_KIND_COUNT];
	const CxTrace *trace;
	uint32		i;

	if (analysis == NULL)
		return (Datum) 0;

	number_facts(&rows, cx_analysis_facts(analysis), numbers);
	trace = cx_analysis_trace(analysis);
	for (i = 0; i < trace->readings.n; i++)
		put_reading(&rows, &trace->readings.at[i], numbers);
	cx_rows_end(&rows);
	for (i = 0; i < CX_FACT_KIND_COUNT; i++)
		pfree(numbers[i]);
	return (Datum) 0;
}
