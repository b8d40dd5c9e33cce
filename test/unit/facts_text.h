/*-------------------------------------------------------------------------
 *
 * facts_text.h
 *	  The facts of an article as text, and what must hold of any facts, for
 *	  tests and fuzzing.
 *
 * The text has one line a fact and no offsets, so that it is the same for all
 * Unicode forms of an article; evidence is shown cleaned as fields are.
 *
 *-------------------------------------------------------------------------
 */
#ifndef FACTS_TEXT_H
#define FACTS_TEXT_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/facts/cx_facts.h"

/* ---- facts as text ------------------------------------------------------------- */

typedef struct FactsText
{
	CxArena    *arena;
	const char *body;
	char	   *at;				/* terminated, malloc()ed */
	size_t		n,
				cap;
} FactsText;

static void
facts_put(FactsText *out, const char *format,...)
{
	va_list		args;
	size_t		room;
	int			n;

	for (;;)
	{
		room = out->cap - out->n;
		va_start(args, format);
		n = vsnprintf(room > 0 ? out->at + out->n : NULL, room, format, args);
		va_end(args);
		if ((size_t) n < room)
			break;
		out->cap = (out->cap + (size_t) n + 1) * 2;
		out->at = realloc(out->at, out->cap);
		if (out->at == NULL)
			abort();
	}
	out->n += (size_t) n;
}

static void
facts_put_str(FactsText *out, CxStr s)
{
	if (s.at == NULL)
		facts_put(out, " | -");
	else
		facts_put(out, " | %.*s", (int) s.n, s.at);
}

static void
facts_put_word(FactsText *out, const char *s)
{
	facts_put(out, " | %s", s == NULL ? "-" : s);
}

static void
facts_put_int(FactsText *out, int32_t value)
{
	if (value == CX_NULL)
		facts_put(out, " | -");
	else
		facts_put(out, " | %d", (int) value);
}

static void
facts_put_date(FactsText *out, CxYmd d)
{
	if (d.year == 0)
		facts_put(out, " | -");
	else
		facts_put(out, " | %04d-%02d-%02d", d.year, d.month, d.day);
}

static void
facts_put_decimal(FactsText *out, CxDecimal d)
{
	facts_put(out, " | %lldE-%u", (long long) d.digits, d.scale);
}

static void
facts_put_quantity(FactsText *out, const CxQuantity *q)
{
	facts_put_word(out, cx_comparator_names[q->cmp]);
	facts_put_decimal(out, q->value);
	if (q->is_range)
		facts_put_decimal(out, q->value_max);
	else
		facts_put_word(out, NULL);
}

static void
facts_put_strs(FactsText *out, const CxStrs *list)
{
	facts_put(out, " | {");
	for (uint32_t i = 0; i < list->n; i++)
		facts_put(out, "%s%.*s", i > 0 ? "; " : "", (int) list->at[i].n, list->at[i].at);
	facts_put(out, "}");
}

static void
facts_put_source(FactsText *out, const CxSource *src)
{
	CxStr		evidence = {NULL, 0};

	if (cx_clean(out->arena, out->body + src->start, src->end - src->start, &evidence) != CX_OK)
		abort();
	facts_put(out, " | %u %s %.2f <%.*s>\n", (unsigned) src->sentence, src->rule, (double) src->confidence,
			  (int) evidence.n, evidence.at);
}

/* The result is malloc()ed. */
static char *
facts_text(CxArena *arena, const char *body, const CxFacts *f)
{
	FactsText	text = {arena, body, NULL, 0, 0};
	FactsText  *out = &text;

	facts_put(out, "%s", "");
	if (f->has_article)
	{
		facts_put(out, "article");
		facts_put_str(out, f->article.title);
		facts_put_date(out, f->article.published);
		facts_put_int(out, f->article.published_second);
		facts_put_strs(out, &f->article.authors);
		facts_put_str(out, f->article.agency);
		facts_put_source(out, &f->article.src);
	}
	for (uint32_t i = 0; i < f->events.n; i++)
	{
		const CxEvent *e = &f->events.at[i];

		facts_put(out, "event");
		facts_put_word(out, cx_event_kind_names[e->kind]);
		facts_put_str(out, e->organisation);
		facts_put_word(out, e->level);
		facts_put_str(out, e->province);
		facts_put_int(out, e->ordinal);
		facts_put_int(out, e->term_start);
		facts_put_int(out, e->term_end);
		facts_put_date(out, e->date_start);
		facts_put_date(out, e->date_end);
		facts_put_int(out, e->days);
		facts_put_word(out, e->stage);
		facts_put_word(out, e->reported ? "reported" : "mentioned");
		facts_put_source(out, &e->src);
	}
	for (uint32_t i = 0; i < f->people.n; i++)
	{
		const CxPerson *p = &f->people.at[i];

		facts_put(out, "person");
		facts_put_str(out, p->full_name);
		facts_put_strs(out, &p->positions);
		for (unsigned role = 0; role < CX_ROLES; role++)
			if (p->roles & (1u << role))
				facts_put_word(out, cx_role_names[role]);
		facts_put_source(out, &p->src);
	}
	for (uint32_t i = 0; i < f->elections.n; i++)
	{
		const CxElection *e = &f->elections.at[i];

		facts_put(out, "election");
		facts_put_str(out, e->organ);
		facts_put_str(out, e->organisation);
		facts_put_int(out, e->ordinal);
		facts_put_int(out, e->term_start);
		facts_put_int(out, e->term_end);
		facts_put_int(out, e->members);
		facts_put_int(out, e->alternates);
		facts_put_int(out, e->vacancies);
		facts_put_str(out, e->person);
		facts_put_word(out, e->outcome);
		if (e->has_votes)
			facts_put_decimal(out, e->votes_percent);
		facts_put_source(out, &e->src);
	}
	for (uint32_t i = 0; i < f->counts.n; i++)
	{
		const CxCount *c = &f->counts.at[i];

		facts_put(out, "count");
		facts_put_word(out, c->measure);
		facts_put_quantity(out, &c->q);
		facts_put_str(out, c->unit);
		facts_put_source(out, &c->src);
	}
	for (uint32_t i = 0; i < f->indicators.n; i++)
	{
		const CxIndicator *t = &f->indicators.at[i];

		facts_put(out, "indicator");
		facts_put_word(out, t->nature);
		facts_put_quantity(out, &t->q);
		facts_put_str(out, t->unit);
		facts_put_str(out, t->subject);
		facts_put_str(out, t->achievement);
		facts_put_word(out, t->frequency);
		facts_put_int(out, t->period_start);
		facts_put_int(out, t->period_end);
		facts_put_source(out, &t->src);
	}
	for (uint32_t i = 0; i < f->rankings.n; i++)
	{
		const CxRanking *r = &f->rankings.at[i];

		facts_put(out, "ranking");
		facts_put_str(out, r->index_name);
		facts_put_int(out, r->rank);
		facts_put_int(out, r->rank_max);
		facts_put_word(out, r->nature);
		facts_put_str(out, r->scope);
		facts_put_int(out, r->year_start);
		facts_put_int(out, r->year_end);
		facts_put_source(out, &r->src);
	}
	for (uint32_t i = 0; i < f->programme.n; i++)
	{
		const CxProgramme *p = &f->programme.at[i];

		facts_put(out, "programme");
		facts_put_str(out, p->item);
		facts_put_int(out, p->count);
		facts_put_str(out, p->field);
		facts_put_source(out, &p->src);
	}
	for (uint32_t i = 0; i < f->statements.n; i++)
	{
		const CxStatement *s = &f->statements.at[i];

		facts_put(out, "statement");
		facts_put_word(out, s->kind);
		facts_put_str(out, s->content);
		facts_put_source(out, &s->src);
	}
	return text.at;
}

/* ---- what must hold ---------------------------------------------------------------- */

static bool
facts_boundary(const char *body, size_t n, uint32_t at)
{
	return at <= n && (at == n || ((unsigned char) body[at] & 0xC0) != 0x80);
}

/* A place in the text, not before the one of the row above. */
static const char *
facts_check_span(const char *body, size_t n, const CxSource *src, const CxSource *above)
{
	if (src->start >= src->end || src->end > n)
		return "span outside the text";
	if (!facts_boundary(body, n, src->start) || !facts_boundary(body, n, src->end))
		return "span cuts a character";
	if (above != NULL && (src->start < above->start || (src->start == above->start && src->end < above->end)))
		return "rows are not in the order of the text";
	return src->sentence == 0 ? "no sentence" : NULL;
}

static const char *
facts_check_source(const char *body, size_t n, const CxSource *src, const CxSource *above)
{
	const char *wrong = facts_check_span(body, n, src, above);

	if (wrong != NULL)
		return wrong;
	if (src->rule == NULL || strchr(src->rule, '.') == NULL)
		return "no rule";
	if (!(src->confidence > 0.0f && src->confidence <= 1.0f))
		return "confidence out of range";
	return NULL;
}

/* A string that may be missing, but not empty. */
static bool
facts_str_ok(CxStr s, bool required)
{
	if (s.at == NULL)
		return !required;
	return s.n > 0 && cx_utf8_valid(s.at, s.n, NULL);
}

/* Is the word one of those in the list, which are separated by spaces?  NULL is allowed if not required. */
static bool
facts_word_ok(const char *word, const char *list, bool required)
{
	size_t		n = word == NULL ? 0 : strlen(word);

	if (word == NULL)
		return !required;
	for (const char *p = list; (p = strstr(p, word)) != NULL; p += n)
		if (n > 0 && (p == list || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
			return true;
	return false;
}

static bool
facts_years_ok(int32_t first, int32_t last)
{
	return (first == CX_NULL || (first > 0 && first <= 9999)) && (last == CX_NULL || (last > 0 && last <= 9999));
}

static bool
facts_quantity_ok(const CxQuantity *q)
{
	return q->value.digits >= 0 && q->value.scale <= 18 && (!q->is_range || (q->value_max.digits >= 0 && q->value_max.scale <= 18));
}

#define FACTS_CHECK(expr, what) do { if (!(expr)) return what; } while (0)

#define FACTS_CHECK_SOURCES(rows) \
	for (uint32_t i = 0; i < f->rows.n; i++) \
	{ \
		const char *wrong = facts_check_source(body, n, &f->rows.at[i].src, i > 0 ? &f->rows.at[i - 1].src : NULL); \
		if (wrong != NULL) \
			return wrong; \
	}

/* What is wrong with the facts of a text of n bytes, or NULL. */
static const char *
facts_wrong(const char *body, size_t n, const CxFacts *f)
{
	FACTS_CHECK_SOURCES(events);
	FACTS_CHECK_SOURCES(people);
	FACTS_CHECK_SOURCES(elections);
	FACTS_CHECK_SOURCES(counts);
	FACTS_CHECK_SOURCES(indicators);
	FACTS_CHECK_SOURCES(rankings);
	FACTS_CHECK_SOURCES(programme);
	FACTS_CHECK_SOURCES(statements);
	if (f->has_article)
	{
		const char *wrong = facts_check_source(body, n, &f->article.src, NULL);

		if (wrong != NULL)
			return wrong;
		FACTS_CHECK(facts_str_ok(f->article.title, false) && facts_str_ok(f->article.agency, false), "article: string");
		FACTS_CHECK(f->article.published.year == 0 || cx_ymd_valid(f->article.published), "article: date");
		FACTS_CHECK(f->article.published_second >= 0 && f->article.published_second < 86400, "article: time");
		for (uint32_t i = 0; i < f->article.authors.n; i++)
			FACTS_CHECK(facts_str_ok(f->article.authors.at[i], true), "article: author");
	}
	for (uint32_t i = 0; i < f->events.n; i++)
	{
		const CxEvent *e = &f->events.at[i];

		FACTS_CHECK(facts_str_ok(e->organisation, true) && facts_str_ok(e->province, false), "event: string");
		FACTS_CHECK(facts_word_ok(e->level, "central province district commune bloc grassroots ministry armed_forces "
								  "enterprise school other", false), "event: level");
		FACTS_CHECK(facts_word_ok(e->stage, "preparation preparatory_session opening in_progress closing whole", e->reported),
					"event: stage");
		FACTS_CHECK(facts_years_ok(e->term_start, e->term_end), "event: term");
		FACTS_CHECK((e->date_start.year == 0 || cx_ymd_valid(e->date_start)) && (e->date_end.year == 0 || cx_ymd_valid(e->date_end)),
					"event: date");
		FACTS_CHECK(e->date_start.year == 0 || e->date_end.year == 0 ||
					cx_ymd_to_days(e->date_start) <= cx_ymd_to_days(e->date_end), "event: ends before it starts");
		FACTS_CHECK(e->ordinal == CX_NULL || e->ordinal > 0, "event: ordinal");
	}
	for (uint32_t i = 0; i < f->people.n; i++)
	{
		FACTS_CHECK(facts_str_ok(f->people.at[i].full_name, true), "person: name");
		FACTS_CHECK(f->people.at[i].roles >> CX_ROLES == 0, "person: roles");
		for (uint32_t j = 0; j < f->people.at[i].positions.n; j++)
			FACTS_CHECK(facts_str_ok(f->people.at[i].positions.at[j], true), "person: position");
	}
	for (uint32_t i = 0; i < f->elections.n; i++)
	{
		const CxElection *e = &f->elections.at[i];

		FACTS_CHECK(facts_str_ok(e->organ, true) && facts_str_ok(e->organisation, false) && facts_str_ok(e->person, false),
					"election: string");
		FACTS_CHECK(facts_word_ok(e->outcome, "elected reelected appointed not_elected planned", true), "election: outcome");
		FACTS_CHECK(facts_years_ok(e->term_start, e->term_end), "election: term");
	}
	for (uint32_t i = 0; i < f->counts.n; i++)
	{
		FACTS_CHECK(facts_word_ok(f->counts.at[i].measure, "delegates alternates guests attendees members_represented "
								  "organisations venues speeches other", true), "count: measure");
		FACTS_CHECK(facts_str_ok(f->counts.at[i].unit, true) && facts_quantity_ok(&f->counts.at[i].q), "count: quantity");
	}
	for (uint32_t i = 0; i < f->indicators.n; i++)
	{
		const CxIndicator *t = &f->indicators.at[i];

		FACTS_CHECK(facts_word_ok(t->nature, "target result", true), "indicator: nature");
		FACTS_CHECK(facts_word_ok(t->frequency, "yearly yearly_average term", false), "indicator: frequency");
		FACTS_CHECK(facts_str_ok(t->unit, true) && facts_str_ok(t->subject, false) && facts_str_ok(t->achievement, false),
					"indicator: string");
		FACTS_CHECK(facts_quantity_ok(&t->q), "indicator: quantity");
		FACTS_CHECK(facts_years_ok(t->period_start, t->period_end), "indicator: period");
	}
	for (uint32_t i = 0; i < f->rankings.n; i++)
	{
		const CxRanking *r = &f->rankings.at[i];

		FACTS_CHECK(facts_str_ok(r->index_name, true) && facts_str_ok(r->scope, false), "ranking: string");
		FACTS_CHECK(facts_word_ok(r->nature, "target result", true), "ranking: nature");
		FACTS_CHECK(r->rank == CX_NULL || r->rank > 0, "ranking: rank");
		FACTS_CHECK(facts_years_ok(r->year_start, r->year_end), "ranking: years");
	}
	for (uint32_t i = 0; i < f->programme.n; i++)
	{
		FACTS_CHECK(facts_str_ok(f->programme.at[i].item, true) && facts_str_ok(f->programme.at[i].field, false),
					"programme: string");
		FACTS_CHECK(f->programme.at[i].count >= 0, "programme: count");
	}
	for (uint32_t i = 0; i < f->statements.n; i++)
	{
		FACTS_CHECK(facts_word_ok(f->statements.at[i].kind, "motto theme objective", true), "statement: kind");
		FACTS_CHECK(facts_str_ok(f->statements.at[i].content, true), "statement: content");
	}
	return NULL;
}

/* ---- how they came about --------------------------------------------------------------- */

/* What is wrong with the readings of a text whose facts are these, or NULL. */
static const char *
readings_wrong(const char *body, size_t n, const CxFacts *f, const CxTrace *trace)
{
	const CxSource *above = NULL;
	uint32_t	rows = 0,
				evidence = 0;

#define X(id, records, spelling) rows += f->records.n;
	CX_FACT_KINDS(X)
#undef X
		for (uint32_t i = 0; i < trace->readings.n; i++)
	{
		const CxReading *t = &trace->readings.at[i];
		const char *wrong = facts_check_span(body, n, &t->src, above != NULL && above->sentence == t->src.sentence ? above : NULL);
		const CxSource *row = NULL;

		if (wrong != NULL)
			return wrong;
		FACTS_CHECK(above == NULL || above->sentence <= t->src.sentence, "reading: sentence");
		above = &t->src;
		FACTS_CHECK(t->kind != NULL && t->src.rule != NULL, "reading: no name");
		FACTS_CHECK((t->outcome == CX_OUTCOME_DISCARDED) == (t->why != CX_WHY_NONE), "reading: reason");
		FACTS_CHECK(t->instead == NULL || t->why == CX_WHY_OVERLAP || t->why == CX_WHY_WEAKER, "reading: instead");
		FACTS_CHECK((t->instead != NULL) == (t->why == CX_WHY_OVERLAP) || t->why == CX_WHY_WEAKER, "reading: instead of what");
		FACTS_CHECK(t->row < 0 || t->outcome <= CX_OUTCOME_MERGED, "reading: row");
		if (t->row < 0)
			continue;
#define X(id, records, spelling) \
		if (t->fact == CX_FACT_##id && (uint32_t) t->row < f->records.n) \
			row = &f->records.at[t->row].src;
		CX_FACT_KINDS(X)
#undef X
			FACTS_CHECK(row != NULL, "reading: no such row");
		FACTS_CHECK((t->outcome == CX_OUTCOME_ROW) == (row->start == t->src.start && row->rule == t->src.rule), "reading: evidence");
		evidence += t->outcome == CX_OUTCOME_ROW;
	}
	FACTS_CHECK(evidence == rows, "readings: not one for each row");
	return NULL;
}

#endif							/* FACTS_TEXT_H */
