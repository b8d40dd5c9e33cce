/*-------------------------------------------------------------------------
 *
 * cx_lexicon.h
 *	  Public header of the lexicon layer: word lists compiled into constant
 *	  tables, and the tagging of tokens with their entries.
 *
 * A list is a file NAME.tsv in this folder; NAME is the class of its entries.
 * Entries are looked up by token symbols, so case, Unicode form and tone
 * placement do not matter.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_LEXICON_H
#define CX_LEXICON_H

#include "../lexis/cx_lexis.h"

/*
 * An edge: tokens [owner, end) are a thing of some kind.  The label is a
 * lexicon class (below CX_LABEL_MENTION) or a mention kind of the grammar.
 * The edges of a token form a chain, longest first.
 */
#define CX_MAX_CLASSES		64
#define CX_LABEL_MENTION	112
#define CX_LABELS			176 /* all labels are below */
#define CX_NO_EDGE			UINT32_MAX

typedef struct CxEdge
{
	uint32_t	end;			/* token after the last */
	uint32_t	next;			/* next edge of the same first token, or
								 * CX_NO_EDGE */
	uint16_t	label;
	uint16_t	value;			/* lexicon: value id (0: none); mentions: as
								 * the grammar says */
	uint32_t	data;			/* mentions: index of the thing; lexicon: 0 */
} CxEdge;

/*
 * Most questions to a token's edges get the answer no.  A word of bits, which
 * the labels of its edges are hashed to (classes from the low end, mentions
 * from the upper quarter: so begins CX_LABEL_MENTION), says so without following
 * the chain.
 */
#define CX_LABEL_HASH(label)	((label) & 63)
#define CX_LABEL_BIT(label)		(UINT64_C(1) << CX_LABEL_HASH(label))

typedef struct CxTagged
{
	CxLexis    *lex;
	uint32_t   *head;			/* first edge of every token, CX_NO_EDGE: none */
	uint64_t   *labels;			/* of every token: CX_LABEL_BIT() of the
								 * labels of its edges */
	CX_VEC(CxEdge) edges;
} CxTagged;

/* Set the symbols of known words, find every entry at every token. */
extern CxStatus cx_lexicon_tag(CxLexis *lex, CxTagged *out);

/* Add an edge, keeping the chain longest first (after those of equal length). */
extern CxStatus cx_edge_add(CxTagged *tagged, uint32_t tok, uint32_t end, uint16_t label,
							uint16_t value, uint32_t data);

/* First edge at tok with this label (longest), or NULL. */
static inline const CxEdge *
cx_edge_find(const CxTagged *tagged, uint32_t tok, uint16_t label)
{
	if (tagged->labels[tok] & CX_LABEL_BIT(label))
	{
		for (uint32_t i = tagged->head[tok]; i != CX_NO_EDGE; i = tagged->edges.at[i].next)
			if (tagged->edges.at[i].label == label)
				return &tagged->edges.at[i];
	}
	return NULL;
}

/* First token in [tok, end) that may have an edge of one of these labels (CX_LABEL_BIT); end if there is none. */
static inline uint32_t
cx_next_labelled(const CxTagged *tagged, uint32_t tok, uint32_t end, uint64_t labels)
{
	while (tok < end && !(tagged->labels[tok] & labels))
		tok++;
	return tok;
}

/* ---- words that are in want of an explanation -------------------------------- */

/*
 * A word that is no syllable, in no list, and no code of letters and digits or
 * address; or a syllable whose mark stands where neither style of tone placement
 * has it.  With the syllables that it may have been meant for, nearest first, in
 * its letter case; before them, unless there is a very near one, the two that it
 * is without a space between them.
 */
#define CX_SUGGESTIONS	5

typedef struct CxMisspelling
{
	uint32_t	tok;
	uint32_t	n;
	CxStr		suggestions[CX_SUGGESTIONS];
} CxMisspelling;

typedef struct CxMisspellings
{
	CX_VEC(CxMisspelling) list;
} CxMisspellings;

extern CxStatus cx_misspellings(const CxTagged *tagged, CxMisspellings *out);

/* An abbreviation of the list, and what it may stand for, the commonest first. */
#define CX_READINGS		8

typedef struct CxAbbreviation
{
	uint32_t	tok,
				end;
	uint32_t	n;
	CxStr		readings[CX_READINGS];
} CxAbbreviation;

typedef struct CxAbbreviations
{
	CX_VEC(CxAbbreviation) list;
} CxAbbreviations;

/* Of those that overlap the first, and of these the longest. */
extern CxStatus cx_abbreviations(const CxTagged *tagged, CxAbbreviations *out);

/* ---- the tables ------------------------------------------------------------ */

extern unsigned cx_lexicon_classes(void);	/* classes are 0 .. n-1 */
extern const char *cx_lexicon_class_name(unsigned klass);
extern int	cx_lexicon_class(const char *s, size_t n);	/* by name; -1: none */
extern const char *cx_lexicon_value(uint16_t value);	/* terminated; "" for 0 */
extern int	cx_lexicon_value_id(const char *s, size_t n);	/* -1: none */

/* Symbol of a token's text as the tables know it (for compiling rules); 0: unknown. */
extern uint16_t cx_lexicon_word(const char *s, size_t n);

/* CX_CLASS_<NAME> for every list, generated: include "lexicon_classes.h" from the build folder. */

#endif							/* CX_LEXICON_H */
