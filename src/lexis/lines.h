/*-------------------------------------------------------------------------
 *
 * lines.h
 *	  The lines of a page and their shapes: what a line looks like by itself,
 *	  before its place on the page is considered (internal to the layer).
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_LINES_H
#define CX_LINES_H

#include "cx_lexis.h"

typedef enum CxLineShape
{
	CX_LINE_TEXT,				/* words without a final stop: headline,
								 * heading, caption, link */
	CX_LINE_PROSE,				/* a sentence or more */
	CX_LINE_ITEM,				/* item of a list */
	CX_LINE_STAMP,				/* date and time, nothing else */
	CX_LINE_MENU,				/* site name, section names, breadcrumbs */
	CX_LINE_WIDGET,				/* share buttons, counters, tags */
	CX_LINE_LINKS,				/* head of a list of related articles */
	CX_LINE_SEE,				/* a link to one other article */
	CX_LINE_CAPTION,			/* shows by itself that it describes a picture */
	CX_LINE_PICTURE,			/* stands for a picture: its caption may
								 * follow */
	CX_LINE_CREDIT,				/* "Tin, ảnh: …", "Theo …" */
	CX_LINE_NAMES				/* names only */
} CxLineShape;

/* flags of a line */
#define CX_LF_STOP		0x01	/* ends as a sentence does */
#define CX_LF_COLON		0x02	/* announces what follows */
#define CX_LF_CAPS		0x04	/* capitals throughout */
#define CX_LF_LOWER		0x08	/* begins with a small letter: goes on from
								 * the line before */
#define CX_LF_BLANK		0x10	/* empty line before it */
#define CX_LF_INNER		0x40	/* a sentence ends before the end of the line */
#define CX_LF_PERSON	0x20	/* opens or speaks as captions of people do */

typedef struct CxLine
{
	uint32_t	tok,
				end;
	uint32_t	hash;			/* of its words, for lines of up to
								 * CX_LINE_SHORT words; else 0 */
	int32_t		date;			/* first date in a stamp, else -1 */
	uint32_t	words;			/* tokens of letters or digits */
	uint8_t		shape;			/* CxLineShape */
	uint8_t		flags;			/* CX_LF_* */
} CxLine;

typedef struct CxLines
{
	CX_VEC(CxLine) v;
} CxLines;

/* Longer lines are no headlines, captions, links or signatures. */
#define CX_LINE_SHORT	60

/* Cut the tokens into lines and see the shape of each. */
extern CxStatus cx_lines(CxLexis *lex, CxLines *lines);

/* Do tokens [tok, end) look like names, "Minh Hà - N.T.L/QN", or names after words of credit, "Bài, ảnh: Minh Hà"? */
extern bool cx_line_is_names(const CxLexis *lex, uint32_t tok, uint32_t end);
extern bool cx_line_is_credit(const CxLexis *lex, uint32_t tok, uint32_t end);

/* Letters or digits (no punctuation or symbol). */
static inline bool
cx_token_is_word(const CxToken *t)
{
	return t->kind <= CX_TOK_ROMAN;
}

/* Is the token this word of ASCII letters, in whatever case? "word" is lower case. */
extern bool cx_token_is_ascii(const CxLexis *lex, const CxToken *t, const char *word);

#endif							/* CX_LINES_H */
