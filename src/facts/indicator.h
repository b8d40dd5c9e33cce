/*-------------------------------------------------------------------------
 *
 * indicator.h
 *	  What the files that read indicators share.
 *
 * indicator_clause.c finds the clause of a figure, indicator_subject.c its ends,
 * indicator_shape.c what it says, indicator_scope.c of what time; indicator.c
 * makes rows of them.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_FACTS_INDICATOR_H
#define CX_FACTS_INDICATOR_H

#include "internal.h"

#include <string.h>

#include "lexicon_classes.h"

/* Reach of a subject or achievement, in tokens. */
#define PHRASE_MAX		40
#define SUBJECT_MAX		24

/* A clause is looked back over for so many tokens, which keeps a text without marks linear. */
#define CLAUSE_MAX		120

/* Words of a counted noun with what narrows it; of a bracket; of a noun before its share; of a word for frequency or nature. */
#define NOUN_MAX		8
#define BRACKET_MAX		16
#define PART_MAX		10
#define CUE_MAX			4

/* "VỀ XÂY DỰNG ĐẢNG VÀ HỆ THỐNG CHÍNH TRỊ" */
#define HEADING_MAX		12

/* "Phấn đấu đến năm 2025, …": a year this near to the start opens the sentence. */
#define OPENING			6

typedef struct CxScope
{
	const char *nature;
	const char *frequency;
	int32_t		period_start,
				period_end;
	bool		stated;			/* a word of this sentence says the nature */
	bool		bounded;		/* only a bound does: "ít nhất" */
	bool		told;			/* a word or a year of this paragraph does */
} CxScope;

typedef struct CxPhrase
{
	uint32_t	tok,
				end;
} CxPhrase;

/* A number and what stands around it. */
typedef struct CxFigure
{
	CxNumber	n;
	CxPhrase	unit;
	bool		strong;			/* a unit of measure */
	bool		counted;		/* one of things: "căn nhà", "vụ" */
	bool		time;			/* one of time: "tuần" */
	uint32_t	prev_end,		/* where the figure before it ends */
				first,			/* where its clause begins, */
				subject_tok,	/* without what opens it */
				verb_tok,		/* the verb that ties a subject to it */
				act_tok,		/* what was done to so many */
				after,			/* behind it and its unit */
				end;			/* of the clause */
	const CxEdge *verb,
			   *act,
			   *plan;
	const CxIndicator *last;	/* what was read before it */
	uint32_t	index;			/* its number in the text */
} CxFigure;

/* What is said of a figure. */
typedef struct CxFigureReading
{
	const char *rule;
	CxPhrase	subject,
				achievement;
	CxPhrase	rest;			/* of the achievement, behind the subject */
	uint32_t	end;
	float		confidence;
	bool		is_aim;			/* whatever else the sentence tells */
	bool		same_act;		/* as of the figure before it */
} CxFigureReading;

static inline uint16_t
sym(const CxReader *r, uint32_t tok)
{
	return tok < r->lex->toks.n ? r->lex->toks.at[tok].sym : 0;
}

static inline bool
is_letters(const CxReader *r, uint32_t tok)
{
	uint8_t		kind = r->lex->toks.at[tok].kind;

	return kind == CX_TOK_SYLLABLE || kind == CX_TOK_WORD || kind == CX_TOK_ROMAN;
}

static inline bool
has_value(const CxEdge *e, const char *value)
{
	return e != NULL && *cx_lexicon_value(e->value) == *value && strcmp(cx_lexicon_value(e->value), value) == 0;
}

/* Where the name of a measured quantity begins, or NULL. */
static inline const CxEdge *
quantity_at(const CxReader *r, uint32_t tok)
{
	const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_MEASURE);

	return has_value(e, "quantity") ? e : NULL;
}

static inline bool
is_clause_mark(uint16_t s)
{
	return s == CX_SYM_CHAR(';') || s == CX_SYM_CHAR(':') || s == CX_SYM_CHAR('.') || s == CX_SYM_CHAR('~') ||
		s == CX_SYM_CHAR('!') || s == CX_SYM_CHAR('?');
}

/* ---- indicator_clause.c ---------------------------------------------------------- */

extern bool cx_is_no_unit(uint16_t s);
extern bool cx_is_dimension(const CxReader *r, uint32_t tok);
extern CxPhrase cx_unit_of(const CxReader *r, const CxNumber *n, uint32_t limit, bool *strong, bool *counted);
extern const CxTerm *cx_term_at(const CxReader *r, uint32_t tok);
extern const CxDate *cx_years_at(const CxReader *r, uint32_t tok);
extern uint32_t cx_clause_end(const CxReader *r, uint32_t tok, uint32_t limit);
extern uint32_t cx_clause_start(const CxReader *r, uint32_t tok, uint32_t first);
extern uint32_t cx_clause_whole(const CxReader *r, uint32_t tok, uint32_t first, uint32_t *link);
extern bool cx_in_brackets(const CxReader *r, uint32_t tok, uint32_t first);
extern uint32_t cx_skip_openers(const CxReader *r, uint32_t tok, uint32_t end);
extern uint32_t cx_find_predicate(const CxReader *r, uint32_t tok, uint32_t end);

/* ---- indicator_scope.c ----------------------------------------------------------- */

extern void cx_scope_open(const CxReader *r, uint32_t tok, uint32_t end, uint32_t sentence, CxScope *head);
extern const char *cx_nature_by_years(const CxReader *r, const CxScope *scope);
extern void cx_scope_of(const CxReader *r, const CxFigure *f, const CxFigureReading *got, const CxSentence *s, CxScope *scope);

/* ---- indicator_subject.c --------------------------------------------------------- */

extern bool cx_has_average(const CxReader *r, uint32_t tok, uint32_t end);
extern bool cx_place_only(const CxReader *r, CxPhrase *subject);
extern uint32_t cx_frequency_start(const CxReader *r, uint32_t tok, uint32_t end);
extern uint32_t cx_trim_subject(const CxReader *r, uint32_t tok, uint32_t end);
extern const CxEdge *cx_act_before(const CxReader *r, uint32_t tok, uint32_t first, uint32_t *at);
extern uint32_t cx_reach_before(const CxReader *r, uint32_t tok, uint32_t first, const CxEdge **verb);
extern bool cx_begins_subject(const CxReader *r, uint32_t tok);

/* ---- indicator_shape.c ----------------------------------------------------------- */

extern const CxEdge *cx_measure_in(const CxReader *r, uint32_t tok, uint32_t end, uint32_t *at);
extern bool cx_shape_read(const CxReader *r, CxFigure *f, CxFigureReading *out);

#endif							/* CX_FACTS_INDICATOR_H */
