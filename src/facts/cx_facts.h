/*-------------------------------------------------------------------------
 *
 * cx_facts.h
 *	  Public header of the facts layer: what an article says, as records, and
 *	  the one function that reads it.
 *
 * The fields and how they are filled are defined in doc/facts.md.  A string with at == NULL,
 * an integer CX_NULL and a date with year 0 have no value.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_FACTS_H
#define CX_FACTS_H

#include "../grammar/cx_grammar.h"

#define CX_NULL		INT32_MIN

/* What every row carries. */
typedef struct CxSource
{
	uint32_t	start,
				end;			/* bytes of the evidence in the text */
	uint32_t	sentence;		/* 1-based */
	uint32_t	id;				/* of its row, while it is explained */
	const char *rule;			/* name of the rule that read it */
	float		confidence;		/* 0 to 1 */
} CxSource;

typedef struct CxStrs
{
	CxStr	   *at;
	uint32_t	n,
				cap;
} CxStrs;

typedef struct CxArticle
{
	CxStr		title;
	CxYmd		published;		/* year 0: none */
	int			published_second;	/* of the day */
	CxStrs		authors;
	CxStr		agency;
	CxSource	src;
} CxArticle;

typedef enum CxEventKind
{
	CX_EVENT_CONGRESS, CX_EVENT_CONFERENCE, CX_EVENT_SESSION
} CxEventKind;

typedef struct CxEvent
{
	CxEventKind kind;
	CxStr		organisation;
	const char *level;			/* NULL: unclear */
	CxStr		province;
	int32_t		ordinal,
				term_start,
				term_end;
	CxYmd		date_start,
				date_end;
	int32_t		days;
	const char *stage;			/* NULL: only mentioned */
	bool		reported;
	CxSource	src;
} CxEvent;

typedef struct CxPerson
{
	CxStr		full_name;
	CxStrs		positions;
	CxStrs		position_folds; /* each of them, folded */
	uint32_t	roles;			/* bits 1 << CxRole */
	CxSource	src;
} CxPerson;

typedef enum CxRole
{
	CX_ROLE_ATTENDED, CX_ROLE_DIRECTED, CX_ROLE_SPOKE, CX_ROLE_CHAIRED, CX_ROLE_PRESENTED,
	CX_ROLE_CONGRATULATED, CX_ROLE_ELECTED, CX_ROLE_REELECTED, CX_ROLE_APPOINTED, CX_ROLE_LEFT,
	CX_ROLE_NOT_ELECTED, CX_ROLES
} CxRole;

extern const char *const cx_role_names[CX_ROLES];
extern const char *const cx_event_kind_names[];

typedef struct CxElection
{
	CxStr		organ;
	CxStr		organisation;
	int32_t		ordinal,
				term_start,
				term_end;
	int32_t		members,
				alternates,
				vacancies;
	CxStr		person;
	const char *outcome;		/* elected reelected appointed not_elected
								 * planned */
	bool		former;			/* long before the article */
	bool		has_votes;
	CxDecimal	votes_percent;
	CxSource	src;
} CxElection;

/* comparator, value and value_max as three facts share them */
typedef struct CxQuantity
{
	CxComparator cmp;
	CxDecimal	value;
	CxDecimal	value_max;
	bool		is_range;
} CxQuantity;

typedef struct CxCount
{
	const char *measure;
	CxQuantity	q;
	CxStr		unit;
	CxSource	src;
} CxCount;

typedef struct CxIndicator
{
	const char *nature;			/* target result */
	CxQuantity	q;
	CxStr		unit,
				subject,
				achievement;
	const char *frequency;		/* NULL yearly yearly_average term */
	int32_t		period_start,
				period_end;
	CxSource	src;
} CxIndicator;

typedef struct CxRanking
{
	CxStr		index_name;
	int32_t		rank,
				rank_max;
	const char *nature;
	CxStr		scope;
	int32_t		year_start,
				year_end;
	CxSource	src;
} CxRanking;

typedef struct CxProgramme
{
	CxStr		item;
	int32_t		count;
	CxStr		field;
	CxSource	src;
} CxProgramme;

typedef struct CxStatement
{
	const char *kind;			/* motto theme objective */
	CxStr		content;
	CxSource	src;
} CxStatement;

/* The relations of facts: kind of row, records, and name of the kind. */
#define CX_FACT_KINDS(X) \
	X(EVENT, events, "event") \
	X(PERSON, people, "person") \
	X(ELECTION, elections, "election") \
	X(COUNT, counts, "count") \
	X(INDICATOR, indicators, "indicator") \
	X(RANKING, rankings, "ranking") \
	X(PROGRAMME, programme, "programme") \
	X(STATEMENT, statements, "statement")

typedef enum CxFactKind
{
#define X(id, records, spelling) CX_FACT_##id,
	CX_FACT_KINDS(X)
#undef X
	CX_FACT_KIND_COUNT
} CxFactKind;

extern const char *const cx_fact_kind_names[CX_FACT_KIND_COUNT];

typedef struct CxFacts
{
	bool		has_article;
	CxArticle	article;
	CX_VEC(CxEvent) events;
	CX_VEC(CxPerson) people;
	CX_VEC(CxElection) elections;
	CX_VEC(CxCount) counts;
	CX_VEC(CxIndicator) indicators;
	CX_VEC(CxRanking) rankings;
	CX_VEC(CxProgramme) programme;
	CX_VEC(CxStatement) statements;
} CxFacts;

/*
 * Read an article: the line of the design page as code.  "ref" has year 0
 * where the caller knows no date.  Everything in *facts lives in the arena.
 * Errors: CX_ENOMEM, CX_ECANCELED, CX_EENCODING, CX_ETOOBIG.
 */
extern CxStatus cx_extract(CxArena *arena, const char *text, size_t n, CxYmd ref, CxFacts *facts);

/* ---- how the rows came about ---------------------------------------------------- */

/* Why a match gave no row; doc/facts.md tells them to the user. */
#define CX_WHYS(X) \
	X(NONE, NULL) \
	X(INCOMPLETE, "incomplete")			/* lacks something, or stands where its relation does not look */ \
	X(OVERLAP, "overlap")				/* a longer mention of the kind stands there, or one of an earlier rule */ \
	X(WEAKER, "weaker")					/* a surer rule has read the number */ \
	X(NEGATED, "negated")				/* the text denies it */ \
	X(PLANNED, "planned")				/* it is yet to come */ \
	X(PROPOSED, "proposed")				/* nominated, fixed beforehand or ruled, but not said to be done */ \
	X(NUMBER, "number")					/* the number is not one that such a row counts by */ \
	X(PART, "part")						/* counts a part of a body whose whole is counted elsewhere */ \
	X(CONTEXT, "context")				/* nothing near it tells that it belongs to the relation */ \
	X(OTHER_ACT, "other act")			/* the clause tells of something else that was done */ \
	X(OTHER_BODY, "other body")			/* a body or meeting of a kind that we do not read */ \
	X(UNSPECIFIC, "unspecific")			/* does not tell whose or of what */ \
	X(NOT_REPORTED, "not reported")		/* a meeting that the article does not tell of */ \
	X(UNVOUCHED, "unvouched")			/* a name that nothing shows to be a person's */ \
	X(UNKNOWN_PERSON, "unknown person")	/* means somebody whom the text does not name in full */ \
	X(NO_EVENT, "no event")		/* an article without an event or election has
								 * no rows */

typedef enum CxWhy
{
#define X(id, spelling) CX_WHY_##id,
	CX_WHYS(X)
#undef X
	CX_WHY_COUNT
} CxWhy;

extern const char *const cx_why_names[CX_WHY_COUNT];

typedef enum CxOutcome
{
	CX_OUTCOME_ROW,				/* it is the evidence of a row */
	CX_OUTCOME_MERGED,			/* it tells of a row that has its evidence
								 * elsewhere */
	CX_OUTCOME_MENTION,			/* other rules can use it */
	CX_OUTCOME_DISCARDED
} CxOutcome;

extern const char *const cx_outcome_names[];

/* One match of a rule, or one try of a reader that needs no rule, and what became of it. */
typedef struct CxReading
{
	CxSource	src;			/* confidence 0: of no rule */
	const char *kind;			/* of the row, else the block of the rule */
	const char *instead;		/* rule that has its place or number, or NULL */
	CxOutcome	outcome;
	CxWhy		why;
	CxFactKind	fact;
	int32_t		row;			/* index in its relation, -1: none */
} CxReading;

typedef struct CxTrace
{
	CX_VEC(CxReading) readings; /* by sentence, then by place */

	/* of the facts layer */
	CxLosts		lost;
	const char **readers;		/* of each number: rule that has read it */
	uint8_t    *noted;			/* of each mention: is in readings */
	CxReading	now;			/* reading at work, and its tokens */
	uint32_t	tok,
				end;
	uint32_t	before;			/* number of readings when it began */
} CxTrace;

/* cx_extract(), which also tells how each row came about, and what came to nothing. */
extern CxStatus cx_explain(CxArena *arena, const char *text, size_t n, CxYmd ref, CxFacts *facts, CxTrace *trace);

#endif							/* CX_FACTS_H */
