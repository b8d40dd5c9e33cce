/*-------------------------------------------------------------------------
 *
 * compile.h
 *	  What the files of the rule compiler share.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_GRAMMAR_COMPILE_H
#define CX_GRAMMAR_COMPILE_H

#include "cx_grammar.h"

/*
 * Longest program (match.c keeps a bit per instruction and token); as every
 * element gives an instruction or more, a rule has no more elements, and its
 * tree can be walked by recursion.
 */
#define MAX_PROGRAM		256
#define MAX_DEPTH		32		/* of groups in groups */
#define MAX_GAP			60		/* tokens; longer than any clause */
#define MAX_KINDS		64		/* lexicon classes, mention kinds: CX_LABELS
								 * has room for both */
#define MAX_CONSTS		UINT8_MAX	/* of a rule */
#define MAX_TRIGGERS	(1 << 14)	/* of symbols, of labels: the slots of the
									 * tables are 16 bits wide, and that of
									 * symbols is a quarter full */

typedef enum NodeKind
{
	N_SYM, N_EDGE, N_SHAPE, N_GAP, N_START, N_END,
	N_SEQ,						/* a, then b */
	N_ALT,						/* a, else b */
	N_OPT, N_STAR, N_PLUS,		/* of a */
	N_NOT,						/* a is N_SYM, N_EDGE or N_SHAPE */
	N_CAPTURE,					/* a as field */
	N_EMPTY
} NodeKind;

typedef struct Node
{
	NodeKind	kind;
	uint16_t	b,
				c;				/* operands as in CxInstr */
	uint8_t		field;
	const struct Node *left,
			   *right;
} Node;

typedef struct Compiler
{
	CxArena    *arena;
	const char *path;
	const char *begin,
			   *at,
			   *end;
	char	   *message;
	size_t		message_size;
	uint32_t	depth;
	uint32_t	elements;		/* of the rule at work */

	CX_VEC(CxInstr) code;
	CX_VEC(CxNeed) looks;
	CX_VEC(CxRule) rules;
	CX_VEC(CxConst) consts;
	CX_VEC(CxRuleBlock) blocks;
	CX_VEC(CxTrigger) sym_triggers;
	CX_VEC(CxTrigger) label_triggers;
	CX_VEC(char) strings;
	uint16_t	nkinds;
} Compiler;

/* ---- compile_need.c -------------------------------------------------------------- */

/* What one of two needs. */
extern CxNeed cx_need_either(CxNeed a, CxNeed b);

/* The needs of a tree: every one must be met by a text that it matches. */
extern void cx_needs_of(const Node *n, CxNeed needs[CX_RULE_NEEDS]);

/* Index of a need among those that are looked for, 0 if anything meets it. */
extern CxStatus cx_share_look(Compiler *c, const CxNeed *need, uint16_t *index);

/* Let every choice and every gap of the program from "base" on see one token ahead. */
extern CxStatus cx_set_looks(Compiler *c, uint32_t base);

/* What can stand right behind each of n triggers of an operation. */
extern void cx_set_follow(const Compiler *c, CxTrigger *t, uint32_t n, CxOp op);

#endif							/* CX_GRAMMAR_COMPILE_H */
