/*-------------------------------------------------------------------------
 *
 * collate_chars.h
 *	  What the collation knows of characters outside the Vietnamese
 *	  repertoire.  Internal to the text layer.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_COLLATE_CHARS_H
#define CX_COLLATE_CHARS_H

#include <stdbool.h>
#include <stdint.h>

typedef enum CharKind
{
	CHAR_LETTER, CHAR_MARK, CHAR_SYMBOL, CHAR_SPACE, CHAR_UNSEEN
} CharKind;

/* Digits and controls are symbols, what is not known is a letter. */
extern CharKind cx_char_kind(uint32_t c);

/* A letter that is another one, in lower case, with up to three marks. */
#define MARKED_MAX		3

typedef struct MarkedChar
{
	uint16_t	c;
	uint16_t	base;
	uint16_t	marks[MARKED_MAX];
} MarkedChar;

/* The entry of a letter with marks, or NULL. */
extern const MarkedChar *cx_marked_char(uint32_t c);

/* A letter that is not one with marks, in lower case. */
extern uint32_t cx_collate_lower(uint32_t c);

/* Is it a first byte of marks or of what cannot be seen?  No letter of the repertoire begins with one. */
extern const bool cx_mark_leads[256];

static inline bool
cx_may_be_mark(char first)
{
	return cx_mark_leads[(unsigned char) first];
}

#endif							/* CX_COLLATE_CHARS_H */
