/*-------------------------------------------------------------------------
 *
 * internal.h
 *	  What the files of the facts layer share: the reader of one article.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_FACTS_INTERNAL_H
#define CX_FACTS_INTERNAL_H

#include "cx_facts.h"

/* Whose congress is the national one. */
#define CX_PARTY	"Đảng Cộng sản Việt Nam"

/* A name of a place that the text ties to a level: "tỉnh Quảng Ninh", "Huyện ủy Mường Chà". */
typedef struct CxTie
{
	uint32_t	tok;
	const char *unit;			/* value of the unit or committee: province
								 * city district commune */
	CxStr		place;			/* as written */
	CxStr		province;		/* official name, if it is a province */
} CxTie;

/* An organisation as one place of the text means it. */
typedef struct CxOrg
{
	CxStr		full;			/* completed name */
	CxStr		tail;			/* what follows the first word: "tỉnh
								 * Quảng Ninh", "Khối …" */
	CxStr		place;			/* the proper name alone: "Mường Chà" */
	const char *level;
	CxStr		province;
	bool		is_union;		/* not of the Party */
	bool		is_vague;		/* completed from nothing: "Đảng bộ" and
								 * no more */
} CxOrg;

/* Where an organisation or its event begins to be told of. */
typedef struct CxTold
{
	uint32_t	tok;
	int32_t		event;			/* index in facts->events, or -1 */
	CxOrg		org;
} CxTold;

/* The number of a province's committee: "Ban Chấp hành Đảng bộ tỉnh X khóa 16". */
typedef struct CxNumbered
{
	CxStr		province;
	int32_t		ordinal;
} CxNumbered;

/* A word of address by itself ("ông"), and whom it means: -1 nobody known. */
typedef struct CxSpoken
{
	uint32_t	tok;
	int32_t		person;
} CxSpoken;

/* A slot of the hash table from lower-cased full names to persons; key.at NULL: free. */
typedef struct CxNameSlot
{
	uint32_t	hash;
	int32_t		person;
	CxStr		key;
} CxNameSlot;

/*
 * How many earlier rows a new one is compared with.  An article has some dozens
 * of rows in a relation; the bound keeps a text of a million statements linear.
 */
#define CX_MERGE_MAX	256

typedef struct CxReader
{
	CxArena    *arena;
	CxLexis    *lex;
	CxTagged   *tagged;
	CxMatches  *m;
	CxFacts    *facts;
	CxYmd		anchor;			/* the day that incomplete dates count from;
								 * year 0: none */
	uint16_t	place,
				organisation,
				organ,
				event,
				position,
				person,
				people;			/* labels */
	uint8_t    *number_used;	/* of each number: a relation has read it */
	CX_VEC(CxTie) ties;
	CxStr		bloc_tail;		/* longest name of a bloc in the text, without
								 * its first word */
	CX_VEC(CxStr) bodies;	/* of enterprises, schools, units of
										 * the army */
	CxOrg		main_org;		/* the organisation that the article is about;
								 * full.at NULL: none */
	CX_VEC(CxTold) told;	/* in text order; empty unless the
										 * article is about several provinces */
	CX_VEC(CxNumbered) numbered;	/* with told; at most
												 * CX_MERGE_MAX */
	CxNameSlot *names;			/* nnames slots, a power of two */
	uint32_t	nnames;
	int32_t    *person_of;		/* of each mention: index in facts->people, -1
								 * nobody; see people.c */
	int32_t		own_number;		/* of the main organisation's congress, as the
								 * text numbers it; or CX_NULL */
	int32_t		main_event;		/* index in facts->events of the reported
								 * congress, or -1 */
	int32_t		last_person;	/* person last spoken of, or -1 */
	CX_VEC(CxSpoken) spoken;	/* in text order */
	CxTrace    *trace;			/* NULL: nobody asks how */
} CxReader;

/* ---- text.c: strings and sources ------------------------------------------------ */

extern CxStatus cx_span_text(const CxReader *r, uint32_t tok, uint32_t end, CxStr *out);
extern CxStatus cx_join(const CxReader *r, CxStr a, CxStr b, CxStr *out);	/* with one space */
extern CxStr cx_str(const char *s);

/* Is something done to what is counted at a token: "kết nạp mới 600 đảng viên"? */
extern bool cx_is_object(const CxReader *r, uint32_t tok);
extern bool cx_str_begins(CxStr s, const char *with);
extern bool cx_str_ends(CxStr s, const char *with);
extern bool cx_str_is_capitals(CxStr s);

/* equal but for case, marks and Unicode form */
extern bool cx_same(CxStr a, CxStr b);
extern CxSource cx_source(const CxReader *r, uint32_t tok, uint32_t end, const char *rule, float confidence);
extern CxSource cx_match_source(const CxReader *r, const CxMatch *match);
extern uint32_t cx_source_length(const CxReader *r, const CxSource *src);	/* in tokens */
extern uint32_t cx_sentence_of(const CxReader *r, uint32_t tok);	/* index, from 0 */
extern CxStatus cx_strs_add(const CxReader *r, CxStrs *list, CxStr s);

/* words of the token range [tok, end) contain this symbol sequence?  For single words. */
extern bool cx_has_sym(const CxReader *r, uint32_t tok, uint32_t end, uint16_t sym);

/* an edge of this class that ends at "end" within "back" tokens, or NULL */
extern const CxEdge *cx_edge_ending(const CxReader *r, uint32_t end, uint32_t back, uint16_t label);

/* longest edge of this label in [tok, end): the first one found, and where */
extern const CxEdge *cx_edge_within(const CxReader *r, uint32_t tok, uint32_t end, uint16_t label, uint32_t *at);
extern const char *cx_rule_name(const CxReader *r, const CxMatch *match);
extern const CxNumber *cx_number_at(const CxReader *r, const CxCapture *c, uint32_t *index);

/* index of the first number at or after a token */
/*
 * Index of the first entry at or after a token, in an array in text order whose
 * entries begin with their "tok".
 */
extern uint32_t cx_first_from(const void *at, uint32_t n, size_t width, uint32_t tok);
extern uint32_t cx_numbers_from(const CxReader *r, uint32_t tok);
extern uint32_t cx_dates_from(const CxReader *r, uint32_t tok);

/* call "read" for the matches of a relation, from the surest rules to the weakest, in text order among equals */
extern CxStatus cx_relation_read(CxReader *r, const char *relation, CxStatus (*read) (CxReader *r, const CxMatch *match));
extern int32_t cx_int(const CxDecimal *d);	/* CX_NULL if it is no small whole
											 * number */
extern CxQuantity cx_quantity(const CxNumber *n);

/* does the text at a trigger deny, plan or only quote what follows?  value of the negation class or NULL */
extern const char *cx_modality(const CxReader *r, uint32_t tok);

/* ---- the parts, in the order in which they run ------------------------------------ */

extern CxStatus cx_article_read(CxTagged *tagged, CxYmd ref, CxFacts *facts);
extern CxStatus cx_organisations_read(CxReader *r);
extern CxStatus cx_org_of(const CxReader *r, const CxMatch *match, CxOrg *out);
extern CxStatus cx_org_of_organ(const CxReader *r, const CxMatch *match, CxOrg *out);
extern const CxOrg *cx_main_org_at(const CxReader *r, uint32_t tok);

/* "UBND tỉnh" → "UBND tỉnh Quảng Ninh": the name that a unit at the end of a post lacks */
extern CxStatus cx_complete_unit(const CxReader *r, const CxMatch *match, CxStr *text);

/* the committee of a Party organisation: "Đảng bộ tỉnh X" → "Tỉnh ủy X" */
extern CxStatus cx_committee_of(const CxReader *r, const CxOrg *org, CxStr *out);

/* is the event at a token only the source or aim of something else: a resolution studied, papers drafted? */
extern bool cx_is_distant(const CxReader *r, uint32_t tok);

/* "Đại hội XIII" and no more, where that is the Party's national one. */
extern bool cx_is_national_number(const CxReader *r, const CxMatch *match);

/* Whose congress an event mention of the whole country is; out->full.at NULL: the text does not say. */
extern CxStatus cx_national_org(const CxReader *r, const CxMatch *match, bool *national, CxOrg *out);
extern CxStatus cx_events_read(CxReader *r);
extern CxStatus cx_people_read(CxReader *r);
extern CxStatus cx_roles_read(CxReader *r);
extern CxStatus cx_elections_read(CxReader *r);
extern CxStatus cx_counts_read(CxReader *r);
extern CxStatus cx_programme_read(CxReader *r);
extern CxStatus cx_rankings_read(CxReader *r);
extern CxStatus cx_indicators_read(CxReader *r);
extern CxStatus cx_statements_read(CxReader *r);

/* people.c: the person of a mention, made if new; -1 if it names nobody */
extern CxStatus cx_person_of(CxReader *r, const CxMatch *match, int32_t *person);
extern CxStatus cx_person_position(CxReader *r, int32_t person, CxStr position);

/* role.c: the person that the first word of address by itself in [tok, end) means, or -1 */
extern int32_t cx_person_spoken_of(const CxReader *r, uint32_t tok, uint32_t end);
extern CxStatus cx_position_text(const CxReader *r, const CxMatch *position, CxStr *out);

/* without its ordinal and term: where it ends, what it is */
extern uint32_t cx_plain_end(const CxReader *r, const CxMatch *position);
extern CxStatus cx_plain_position(const CxReader *r, const CxMatch *position, CxStr *out);

/* ---- trace.c: what became of each match; nothing at all unless somebody asks -------------- */

extern CxStatus cx_trace_start(CxReader *r);
extern CxStatus cx_trace_finish(CxReader *r);
extern CxStatus cx_trace_order(CxReader *r);	/* when the rows are in theirs */

/*
 * A reading of the tokens [tok, end) begins; when it ends and has given nothing to
 * any row, it is listed as discarded.
 */
extern void cx_trace_begin(CxReader *r, uint32_t tok, uint32_t end, const char *rule, float confidence, const char *kind);
extern CxStatus cx_trace_end(CxReader *r);

/* A row has this source, or is told of by it. */
extern CxStatus cx_trace_row(CxReader *r, const CxSource *src, CxFactKind fact, uint32_t row);

/* What an event mention gave: a row, or -1 and why not. */
extern CxStatus cx_trace_mention(CxReader *r, const CxMatch *match, int32_t row, CxWhy why);

/* The reading at work comes to nothing, for this reason; always CX_OK. */
static inline CxStatus
cx_refuse(CxReader *r, CxWhy why)
{
	if (r->trace != NULL)
		r->trace->now.why = why;
	return CX_OK;
}

/* The reading at work tells of a row. */
static inline CxStatus
cx_note_row(CxReader *r, CxFactKind fact, uint32_t row)
{
	return r->trace == NULL ? CX_OK : cx_trace_row(r, &r->trace->now.src, fact, row);
}

static inline CxStatus
cx_note_source(CxReader *r, const CxSource *src, CxFactKind fact, uint32_t row)
{
	return r->trace == NULL ? CX_OK : cx_trace_row(r, src, fact, row);
}

static inline CxStatus
cx_note_event(CxReader *r, const CxMatch *match, int32_t row, CxWhy why)
{
	return r->trace == NULL ? CX_OK : cx_trace_mention(r, match, row, why);
}

/* Why a match that the text denies, plans or only proposes is none: value of the negation class. */
extern CxWhy cx_why_modality(const char *modality);

#endif							/* CX_FACTS_INTERNAL_H */
