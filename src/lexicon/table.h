/*-------------------------------------------------------------------------
 *
 * table.h
 *	  The compiled lexicon as the lexicon layer sees it.  Private to this
 *	  layer; src/tools/lexgen.c writes the tables from the .tsv files.
 *
 * All forms of all lists stand in one trie over token symbols.  Its nodes are
 * numbered breadth first, so the children of a node are neighbours and a node
 * needs only the number of the first one:
 *
 *		node			0 (root)  1    2    3    4    5    6 ...
 *		sym				-         ban  bí   sở   cán  tổ   thư
 *		first_child		1         4    6    7    ...
 *						`- 1 .. 3 `- 4, 5   (up to first_child of the next node)
 *
 * Children are sorted by symbol; those of the root are found through an array
 * over all symbols instead.  As nearly every search among children finds none,
 * a node has a word of bits, to which their symbols are hashed.
 *
 * The entries of a node are those of its own forms and of all nodes on the way
 * to it, longest first; so where a walk ends all entries met stand in a row.
 * There is no pointer in any table, so the pages need no relocation and are
 * shared by all processes.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_LEXICON_TABLE_H
#define CX_LEXICON_TABLE_H

#include "cx_lexicon.h"

/* the sizes and CX_CLASS_<NAME>, generated */
#include "lexicon_classes.h"

/* where an entry matches, by the letter case of the text */
typedef enum CxEntryCase
{
	CX_CASE_ANY,
	CX_CASE_CAPS,				/* every word begins with an upper-case letter */
	CX_CASE_UPPER,				/* every word is all upper case */
	CX_CASE_LOWER				/* the first word begins with a lower-case
								 * letter */
} CxEntryCase;

typedef struct CxEntry
{
	unsigned	value:16;
	unsigned	klass:6;
	unsigned	letter_case:2;	/* CxEntryCase */
	unsigned	tokens:5;		/* of its form */
	unsigned	more:1;			/* not the last of its node */
} CxEntry;

/* the trie */
typedef struct CxLexNode
{
	uint16_t	first_child;
	uint16_t	first_entry;	/* 0: none */
	uint32_t	child_bits;		/* CX_LEX_CHILD_BIT of the children's symbols */
} CxLexNode;

#define CX_LEX_CHILD_BIT(sym)	(UINT32_C(1) << ((uint32_t) (sym) * 2654435761u >> 27))

/* the last node only ends the children of the one before */
extern const uint16_t cx_lex_root[CX_LEX_SYMBOLS];	/* node of a first symbol;
													 * 0: none */
extern const uint16_t cx_lex_sym[CX_LEX_NODES];
extern const CxLexNode cx_lex_nodes[CX_LEX_NODES + 1];
extern const CxEntry cx_lex_entries[CX_LEX_ENTRIES];

/*
 * Words that are no syllable: their look-up forms and hashes, and an open-
 * addressing table of word number + 1 (0: free) that is probed linearly from
 * the hash.  The symbol of word w is CX_SYM_WORDS + w.
 */
extern const uint16_t cx_lex_slots[CX_LEX_SLOTS];
extern const uint32_t cx_lex_word_hash[CX_LEX_WORDS];
extern const uint32_t cx_lex_word_at[CX_LEX_WORDS]; /* offset in the pool */

/*
 * The symbol of a word that is no syllable; 0 if no list has it.  The arena is
 * only used for words whose case or form is out of the ordinary.
 */
extern CxStatus cx_word_symbol(CxArena *arena, const char *s, size_t n, uint16_t *sym);

/* names, sorted by bytes; value 0 is the empty one */
extern const uint32_t cx_lex_class_at[CX_LEX_CLASSES];
extern const uint32_t cx_lex_value_at[CX_LEX_VALUES];

/* every string, each terminated */
extern const char cx_lex_pool[CX_LEX_POOL];

#endif							/* CX_LEXICON_TABLE_H */
