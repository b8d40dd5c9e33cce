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

#endif							/* CX_FACTS_H */
