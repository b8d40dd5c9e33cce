/*-------------------------------------------------------------------------
 *
 * cx_grammar.h
 *	  Public header of the grammar layer: rules as data, their compiler, and
 *	  the matcher that runs them over tagged tokens.  doc/grammar.md defines
 *	  the notation.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_GRAMMAR_H
#define CX_GRAMMAR_H

#include "../lexicon/cx_lexicon.h"

/* ---- fields: what a rule may capture or set ------------------------------- */

#define CX_FIELDS(X) \
	X(ACHIEVEMENT, "achievement") \
	X(ALTERNATES, "alternates") \
	X(BODY, "body") \
	X(COUNT, "count") \
	X(DATE, "date") \
	X(EVENT, "event") \
	X(FIELD, "field") \
	X(FREQUENCY, "frequency") \
	X(FROM, "from") \
	X(CONTENT, "content") \
	X(HEAD, "head") \
	X(INDEX, "index") \
	X(ITEM, "item") \
	X(KIND, "kind") \
	X(LEVEL, "level") \
	X(MEASURE, "measure") \
	X(MEMBERS, "members") \
	X(NAME, "name") \
	X(NATURE, "nature") \
	X(ORDINAL, "ordinal") \
	X(ORGAN, "organ") \
	X(ORGANISATION, "organisation") \
	X(OUTCOME, "outcome") \
	X(PERIOD, "period") \
	X(PERSON, "person") \
	X(PLACE, "place") \
	X(POSITION, "position") \
	X(RANK, "rank") \
	X(ROLE, "role") \
	X(SCOPE, "scope") \
	X(STAGE, "stage") \
	X(SUBJECT, "subject") \
	X(TERM, "term") \
	X(TRIGGER, "trigger") \
	X(UNIT, "unit") \
	X(VACANCIES, "vacancies") \
	X(VALUE, "value") \
	X(VOTES, "votes")

typedef enum CxField
{
#define X(id, spelling) CX_FIELD_##id,
	CX_FIELDS(X)
#undef X
	CX_FIELD_COUNT_
} CxField;

extern const char *const cx_field_names[CX_FIELD_COUNT_];

/*
 * Mention kinds that exist before any rule has run.  A "mention" block of the
 * rules adds further kinds; a kind's label is CX_LABEL_MENTION + its number.
 */
#define CX_BUILTIN_KINDS(X) \
	X(NUMBER, "number") \
	X(DATE, "date") \
	X(TERM, "term") \
	X(ORDINAL, "ordinal") \
	X(QUOTE, "quote") \
	X(NAME, "name")

enum
{
#define X(id, spelling) CX_KIND_##id,
	CX_BUILTIN_KINDS(X)
#undef X
	CX_KIND_BUILTINS
};

/* ---- compiled rules ---------------------------------------------------------- */

/* A rule's program is a run of instructions; see match.c for what they do. */
typedef enum CxOp
{
	CX_OP_SYM,					/* token with symbol b; d: capture of field d
								 * - 1, unless 0, also in the next two */
	CX_OP_EDGE,					/* edge with label b, and value c unless 0 */
	CX_OP_SHAPE,				/* token of shape a (CX_SHAPE_*) */
	CX_OP_NOT_SYM, CX_OP_NOT_EDGE, CX_OP_NOT_SHAPE, /* zero-width negations */
	CX_OP_GAP,					/* up to b tokens, fewest first; a: may cross
								 * ; and :; d: what can stand behind it */
	CX_OP_SPLIT,				/* go on at b, else at c; d, e: what can stand
								 * there */
	CX_OP_JUMP,					/* go on at b */
	CX_OP_OPEN, CX_OP_CLOSE,	/* capture of field a, of several elements */
	CX_OP_START, CX_OP_END,		/* zero-width: sentence start and end */
	CX_OP_ACCEPT
} CxOp;

typedef enum CxShape
{
	CX_SHAPE_ANY,				/* any token */
	CX_SHAPE_WORD,				/* letters */
	CX_SHAPE_CAP,				/* letters, the first upper case */
	CX_SHAPE_CAPS,				/* letters, all upper case, two or more */
	CX_SHAPE_LOW,				/* letters, the first lower case */
	CX_SHAPE_ROMAN,				/* roman numeral */
	CX_SHAPE_DIGITS				/* number in digits */
} CxShape;

typedef struct CxInstr
{
	uint8_t		op;
	uint8_t		a;
	uint16_t	b,
				c;
	uint16_t	d,
				e;				/* mostly indices in looks; 0: anything */
} CxInstr;

/*
 * What must be in a sentence, or stand at a token, for a rule to match: one of
 * these labels, symbols or (at a token only) shapes.  Labels and symbols are
 * hashed, so a set bit proves nothing and a clear one does.  What a token or
 * sentence has is told in the same way; CX_ANY_BIT is set in all of these, also
 * behind the last token, and in the needs that ask for nothing.
 */
typedef struct CxNeed
{
	uint64_t	labels;			/* CX_LABEL_BIT */
	uint64_t	forms;			/* CX_SYM_BIT, CX_SHAPE_BIT, CX_ANY_BIT */
} CxNeed;

#define CX_RULE_NEEDS	4

#define CX_SYM_BIT(sym)		(UINT64_C(1) << (((uint32_t) (sym) * 2654435761u >> 16) * 56 >> 16))
#define CX_SHAPE_BIT(shape)	(UINT64_C(1) << (56 + (shape)))
#define CX_ANY_BIT			(UINT64_C(1) << 63)

typedef struct CxRule
{
	CxNeed		needs[CX_RULE_NEEDS];	/* each must be met by the sentence */
	uint32_t	name;			/* "relation.rule", offset in strings */
	uint16_t	block;
	uint16_t	code;			/* first instruction */
	uint16_t	length;			/* of the program */
	uint16_t	consts;			/* first of its constants */
	uint8_t		nconsts;
	uint8_t		weight;			/* 1 .. 100: how sure the rule is */
} CxRule;

typedef struct CxConst
{
	uint8_t		field;
	uint32_t	value;			/* offset in strings */
} CxConst;

/*
 * A block of rules: a mention kind or a relation.  A mention block is a stage of
 * matching, as later blocks use its mentions; relation blocks that follow one
 * another are one stage together.
 */
typedef struct CxRuleBlock
{
	uint32_t	name;			/* offset in strings */
	uint16_t	kind;			/* mention kind that it makes, or CX_NO_KIND
								 * for a relation */
	uint16_t	stage;			/* from 0 */
} CxRuleBlock;
#define CX_NO_KIND	0xFFFF
#define CX_MAX_BLOCKS	32		/* a token's pending stages are a 32-bit mask */

/* Which rules may begin at a symbol or a label: pairs are sorted by key, then rule (and so by stage). */
typedef struct CxTrigger
{
	uint16_t	key;
	uint16_t	rule;
	uint16_t	stage;			/* of the rule's block */
	CxNeed		next;			/* what can stand right behind it */
} CxTrigger;

/* The triggers of one key in one stage. */
typedef struct CxTriggerGroup
{
	uint16_t	first;			/* index of the first */
	uint16_t	count;
	uint16_t	next;			/* what can stand right behind any of them,
								 * index in looks */
} CxTriggerGroup;

typedef struct CxRuleSet
{
	const CxInstr *code;
	const CxNeed *looks;		/* what can stand where a choice goes on or a
								 * trigger ends; the first asks for nothing */
	const CxRule *rules;
	const CxConst *consts;
	const CxRuleBlock *blocks;
	const CxTrigger *sym_triggers;
	const CxTrigger *label_triggers;
	const uint64_t *sym_set;	/* a bit for each symbol: is it a trigger? */
	const uint16_t *sym_slots;	/* open addressing on the symbol: index of the
								 * first pair + 1 */
	const uint32_t *sym_masks;	/* of the same slots: stages that have a rule
								 * for the symbol */
	const CxTriggerGroup *label_groups; /* [label * CX_MAX_BLOCKS + stage] */
	const uint32_t *label_masks;	/* [CX_LABEL_HASH]: stages that have a
									 * rule for a label */
	const char *strings;
	uint32_t	nstrings;
	uint16_t	ncode,
				nlooks,
				nrules,
				nconsts,
				nblocks,
				nsym_triggers,
				nlabel_triggers;
	uint16_t	slot_mask;		/* slots - 1, a power of two less one */
	uint64_t	label_sets[CX_MAX_BLOCKS];	/* [stage]: CX_LABEL_BIT of the
											 * labels that are triggers */
} CxRuleSet;

#define CX_SYM_SET_WORDS	1024	/* of 64 symbols */
#define CX_SYM_SLOT(sym)	((uint32_t) (sym) * 40503u >> 4)

/* The rules of src/grammar/(name).rules, compiled in. */
extern const CxRuleSet cx_rules;

typedef struct CxRuleFile
{
	const char *path;			/* for messages */
	const char *at;
	size_t		n;
} CxRuleFile;

/*
 * Compile rule files, in order, to one rule set in the arena.  On CX_ESYNTAX,
 * message holds "file:line:column: what is wrong", terminated.
 */
extern CxStatus cx_rules_compile(CxArena *arena, const CxRuleFile *files, unsigned nfiles,
								 CxRuleSet *out, char *message, size_t message_size);

/* ---- matching ------------------------------------------------------------------ */

typedef struct CxCapture
{
	uint32_t	tok,
				end;
	uint32_t	edge;			/* edge that it was read from, CX_NO_EDGE:
								 * several tokens */
	uint8_t		field;
} CxCapture;

typedef struct CxMatch
{
	uint32_t	tok,
				end;
	uint32_t	sentence;
	uint32_t	captures;		/* first of its captures */
	uint16_t	ncaptures;
	uint16_t	rule;
	uint64_t	fields;			/* a bit for each CxField captured */
} CxMatch;

_Static_assert(CX_FIELD_COUNT_ <= 64, "fields overflow a word");

typedef struct CxMatches
{
	CxTagged   *tagged;
	const CxRuleSet *rules;
	CX_VEC(CxMatch) mentions;	/* a mention edge's data is an
											 * index in here */
	CX_VEC(CxMatch) relations;	/* of the relation blocks, by
											 * sentence, stage and first token */
	CX_VEC(CxCapture) captures;
} CxMatches;

/*
 * Run a rule set over a tagged text: built-in mentions become edges, then each
 * sentence is taken through the blocks in order.  Sentences in zones that state
 * no facts (header, byline, link, footer) are passed over.
 */
extern CxStatus cx_grammar_match(CxTagged *tagged, const CxRuleSet *rules, CxMatches *out);

/* A match of a mention block in whose place another one was kept. */
typedef struct CxLost
{
	uint32_t	tok,
				end;
	uint32_t	sentence;
	uint32_t	kept;			/* index of the other in the mentions */
	uint16_t	rule;
} CxLost;

typedef CX_VEC(CxLost)
CxLosts;

/* The same; also lists what lost, unless "lost" is NULL. */
extern CxStatus cx_grammar_match_lost(CxTagged *tagged, const CxRuleSet *rules, CxMatches *out, CxLosts *lost);

/* Person names by their shape, as edges of CX_KIND_NAME (called by cx_grammar_match). */
extern CxStatus cx_names_tag(CxTagged *tagged);

/* First capture of a field in a match, or NULL. */
static inline const CxCapture *
cx_match_capture(const CxMatches *m, const CxMatch *match, CxField field)
{
	const CxCapture *c = m->captures.at + match->captures;

	if (!(match->fields >> field & 1))
		return NULL;
	while (c->field != field)
		c++;
	return c;
}

/* Constant that the match's rule sets for a field, or NULL. */
extern const char *cx_match_const(const CxMatches *m, const CxMatch *match, CxField field);

/* The match behind a mention edge made by a rule block, or NULL for built-in kinds. */
extern const CxMatch *cx_edge_mention(const CxMatches *m, const CxEdge *edge);

/* Label of a mention kind by name, 0 if there is none in the rule set. */
extern uint16_t cx_kind_label(const CxRuleSet *rules, const char *name);

#endif							/* CX_GRAMMAR_H */
