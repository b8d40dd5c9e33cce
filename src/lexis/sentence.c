/*-------------------------------------------------------------------------
 *
 * sentence.c
 *	  Quotations, and the sentences of a text.
 *
 * Quotations come first, in one walk: a mark opens or closes by its shape and
 * by the spaces around it, as typists mix “ and ” and the straight mark says nothing.
 * Within double marks single ones are not looked at.  A quotation whose mark
 * is never closed ends with its line, and does not keep sentences together.
 *
 * Sentences end at . ! ? … with the marks and brackets that close behind
 * them, and at line ends, but for lines that only wrap: no closing
 * punctuation, no empty line, a small letter to go on with.  A full stop is no end
 *
 *		after an abbreviation or initial	TP. Hồ Chí Minh, M. Tuân
 *		after the label of a line			1. Về ...
 *		before a small letter				unless an ordinary word stands before it
 *		without a space						unless it joins a small letter with a capital: đoàn kết.Đại hội
 *		in quotation marks, or in a bracket of no more than MAX_BRACKET tokens
 *
 * The closing bracket is looked for ahead by an index that only moves on, so
 * that a text of nothing but brackets takes linear time too.
 *
 *-------------------------------------------------------------------------
 */
#include "scan.h"

/* A longer bracket holds sentences of its own. */
#define MAX_BRACKET		60

/*
 * Longest sentence, in tokens; one that goes on is cut.  No sentence of prose
 * comes near, and what reads sentence by sentence stays linear in the text even
 * if it looks at every two places of a sentence.
 */
#define MAX_SENTENCE	2000

/* ---- quotations ------------------------------------------------------------------- */

typedef enum MarkShape
{
	MARK_STRAIGHT, MARK_LEFT, MARK_RIGHT
} MarkShape;

static MarkShape
mark_shape(const CxLexis *lex, uint32_t tok)
{
	const char *p = lex->text + lex->toks.at[tok].start;

	switch (cx_utf8_next(&p, lex->text + lex->toks.at[tok].end))
	{
		case 0x201C:
		case 0x2018:
		case 0x00AB:
		case 0x2039:
		case 0x201E:
		case 0x201F:
			return MARK_LEFT;
		case 0x201D:
		case 0x2019:
		case 0x00BB:
		case 0x203A:
			return MARK_RIGHT;
	}
	return MARK_STRAIGHT;
}

/* A mark can open where nothing is glued to its left but punctuation. */
static bool
can_open(const CxLexis *lex, uint32_t tok)
{
	return !cx_glued(lex, tok) || cx_kind(lex, tok - 1) == CX_TOK_PUNCT || cx_kind(lex, tok - 1) == CX_TOK_SYMBOL;
}

static bool
opens(const CxLexis *lex, uint32_t tok)
{
	bool		glued_right = cx_glued(lex, tok + 1);

	switch (mark_shape(lex, tok))
	{
		case MARK_LEFT:
			return can_open(lex, tok);
		case MARK_RIGHT:
			return can_open(lex, tok) && !cx_glued(lex, tok) && glued_right;	/* a mistyped one */
		case MARK_STRAIGHT:

			/*
			 * `theo" ...` with the space on the wrong side is an opener where
			 * none is open
			 */
			return cx_is_char(lex, tok, '"') ? can_open(lex, tok) && !cx_starts_line(lex, tok + 1) :
				can_open(lex, tok) && glued_right;
	}
	return false;
}

static bool
closes(const CxLexis *lex, uint32_t tok)
{
	if (cx_is_char(lex, tok, '"'))
		return true;

	/* an apostrophe within a word is none: H'Mông */
	return !cx_glued(lex, tok + 1) || cx_kind(lex, tok + 1) == CX_TOK_PUNCT;
}

static CxStatus
put_quote(CxLexis *lex, uint32_t tok, uint32_t end)
{
	CxQuote    *q;

	if (tok >= end)
		return CX_OK;
	q = cx_vec_push(lex->arena, &lex->quotes);
	if (q == NULL)
		return CX_ENOMEM;
	q->tok = tok;
	q->end = end;
	return CX_OK;
}

static CxStatus
find_quotes(CxLexis *lex)
{
	uint32_t	open = 0;		/* token after the opening mark; 0: none is
								 * open */
	uint16_t	mark = 0;

	for (uint32_t i = 0; i < lex->marks.n; i++)
	{
		uint32_t	tok = lex->marks.at[i];
		uint16_t	sym = lex->toks.at[tok].sym;

		if (i % CX_POLL_TOKENS == 0)
			CX_TRY(cx_poll(lex->arena));
		if (open != 0 && (lex->toks.at[tok].flags & CX_TF_NEWLINE))
		{
			CX_TRY(put_quote(lex, open, tok));
			open = 0;
		}
		if (sym != CX_SYM_CHAR('"') && sym != CX_SYM_CHAR('\''))
			continue;
		if (open == 0)
		{
			if (opens(lex, tok))
			{
				open = tok + 1;
				mark = sym;
			}
		}
		else if (sym == mark && closes(lex, tok))
		{
			CX_TRY(put_quote(lex, open, tok));
			open = 0;
		}
	}
	if (open != 0)
		CX_TRY(put_quote(lex, open, lex->toks.n));
	return CX_OK;
}

/* ---- full stops --------------------------------------------------------------------- */

static const char *const abbreviations[] = {
	"TP", "Tp", "tp", "TX", "Tx", "TS", "Ts", "PGS", "GS", "ThS", "Ths", "THS", "Th", "St", "BS", "Bs", "KS", "Ks",
	"LS", "Ls", "CN", "UV", "Tr", "tr", "Mr", "Dr", "Ms",
};

static bool
is_abbreviation(const CxLexis *lex, uint32_t tok)
{
	const CxToken *t = &lex->toks.at[tok];

	if (t->end - t->start > 3)
		return false;
	for (unsigned i = 0; i < sizeof(abbreviations) / sizeof(abbreviations[0]); i++)
	{
		if (cx_is_bytes(lex, tok, abbreviations[i]))
			return true;
	}
	return false;
}

/* One letter, and not the class of a thing: "M. Tuân", "Đ/c.", but "loại A. Năm 2020" */
static bool
is_initial(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t classes[] = {W_LOAI, W_HANG_RANK, W_KHOI, W_LOP, W_NHOM};
	const CxToken *t = &lex->toks.at[tok];
	const char *p = lex->text + t->start;

	if (t->kind > CX_TOK_WORD)
		return false;
	(void) cx_utf8_next(&p, lex->text + t->end);
	if (p != lex->text + t->end)
		return false;
	if (t->flags & CX_TF_UPPER)
		return !CX_ONE_OF(cx_sym(lex, tok - 1), classes);
	return cx_is_char(lex, tok - 1, '/');
}

/* An ordinary word, as ends a sentence. */
static bool
is_plain_word(const CxLexis *lex, uint32_t tok)
{
	const CxToken *t = &lex->toks.at[tok];

	return t->kind == CX_TOK_SYLLABLE && t->end - t->start > 1 && !(t->flags & CX_TF_CAPS);
}

static bool
starts_small(const CxLexis *lex, uint32_t tok)
{
	CxTokenKind kind = cx_kind(lex, tok);

	return (kind == CX_TOK_SYLLABLE || kind == CX_TOK_WORD) && !(cx_flags(lex, tok) & CX_TF_UPPER);
}

/* Does the full stop at tok end the sentence that began at start? */
static bool
is_full_stop(const CxLexis *lex, uint32_t start, uint32_t tok)
{
	uint32_t	next = tok + 1;
	CxTokenKind before;

	if (tok == start || next >= lex->toks.n || cx_starts_line(lex, next))
		return true;
	before = cx_kind(lex, tok - 1);
	if (is_abbreviation(lex, tok - 1) || is_initial(lex, tok - 1))
		return false;
	if (tok - 1 == start && (before == CX_TOK_NUMBER || before == CX_TOK_ROMAN) && cx_starts_line(lex, start))
		return false;
	if (cx_glued(lex, next))
	{
		/* "./." ends, "2015.Tới" too */
		if (cx_kind(lex, next) <= CX_TOK_WORD || cx_kind(lex, next) == CX_TOK_ROMAN)
			return (cx_flags(lex, next) & CX_TF_UPPER) && (is_plain_word(lex, tok - 1) || before == CX_TOK_NUMBER ||
														   before == CX_TOK_ROMAN || before == CX_TOK_PUNCT);
		return cx_kind(lex, next) == CX_TOK_PUNCT && !cx_is_char(lex, next, ',') &&
			!cx_is_char(lex, next, ';') && !cx_is_char(lex, next, ':');
	}
	return !starts_small(lex, next) || is_plain_word(lex, tok - 1);
}

/* Does the mark at tok end the sentence? */
static bool
is_end(const CxLexis *lex, uint32_t start, uint32_t tok)
{
	switch (cx_sym(lex, tok))
	{
		case CX_SYM_CHAR('.'):
			return is_full_stop(lex, start, tok);
		case CX_SYM_CHAR('!'):
			return true;
		case CX_SYM_CHAR('?'):
			return cx_kind(lex, tok) == CX_TOK_PUNCT;	/* not any odd symbol */
		case CX_SYM_CHAR('~'):
			return cx_kind(lex, tok) == CX_TOK_PUNCT && tok != start && (cx_flags(lex, tok + 1) & CX_TF_UPPER) != 0;
	}
	return false;
}

static bool
is_terminator(const CxLexis *lex, uint32_t tok)
{
	uint16_t	sym = cx_sym(lex, tok);

	return cx_kind(lex, tok) == CX_TOK_PUNCT &&
		(sym == CX_SYM_CHAR('.') || sym == CX_SYM_CHAR('!') || sym == CX_SYM_CHAR('?') || sym == CX_SYM_CHAR('~'));
}

static bool
is_closing(const CxLexis *lex, uint32_t tok)
{
	uint16_t	sym = cx_sym(lex, tok);

	if (sym == CX_SYM_CHAR('"') || sym == CX_SYM_CHAR('\''))
		return mark_shape(lex, tok) != MARK_LEFT;
	return sym == CX_SYM_CHAR(')') || sym == CX_SYM_CHAR(']');
}

/* Marks and brackets glued to the end of a sentence belong to it; so does the rest of "./.". */
static uint32_t
skip_closing(const CxLexis *lex, uint32_t tok)
{
	while (tok < lex->toks.n && cx_glued(lex, tok))
	{
		if (is_terminator(lex, tok) || is_closing(lex, tok))
			tok++;
		else if (cx_is_char(lex, tok, '/') && cx_is_char(lex, tok + 1, '.') && cx_glued(lex, tok + 1))
			tok += 2;
		else
			break;
	}
	return tok;
}

/* ---- sentences ------------------------------------------------------------------------- */

/* Where things that keep a sentence together end; each index only moves on. */
typedef struct Ahead
{
	uint32_t	quote;			/* next quotation */
	uint32_t	date;			/* next date */
	uint32_t	bracket;		/* no closing bracket before this token, or it
								 * is one */
	uint32_t	bracket_open;	/* end of the bracket that is open, 0: none */
} Ahead;

static CxStatus
put_sentence(CxLexis *lex, uint32_t tok, uint32_t end, uint32_t line)
{
	CxSentence *s;

	if (tok >= end)
		return CX_OK;
	s = cx_vec_push(lex->arena, &lex->sentences);
	if (s == NULL)
		return CX_ENOMEM;
	s->tok = tok;
	s->end = end;
	s->paragraph = line;
	s->zone = CX_ZONE_BODY;
	return CX_OK;
}

/* The quotation that holds tok is closed; tok is not its last token before the mark. */
static bool
in_quote(const CxLexis *lex, Ahead *ahead, uint32_t tok)
{
	const CxQuote *q;

	while (ahead->quote < lex->quotes.n && lex->quotes.at[ahead->quote].end <= tok)
		ahead->quote++;
	if (ahead->quote == lex->quotes.n)
		return false;
	q = &lex->quotes.at[ahead->quote];
	return q->tok <= tok && q->end < lex->toks.n && !cx_starts_line(lex, q->end);
}

/* Note a bracket that opens at tok if it closes soon and on its line. */
static void
open_bracket(const CxLexis *lex, Ahead *ahead, uint32_t tok)
{
	if (ahead->bracket <= tok)
		ahead->bracket = tok + 1;
	while (ahead->bracket < lex->toks.n && !cx_is_char(lex, ahead->bracket, ')') &&
		   !cx_is_char(lex, ahead->bracket, ']') && !cx_starts_line(lex, ahead->bracket))
		ahead->bracket++;
	if (ahead->bracket < lex->toks.n && ahead->bracket - tok <= MAX_BRACKET && !cx_starts_line(lex, ahead->bracket))
		ahead->bracket_open = ahead->bracket;
}

/* The line that begins at tok only wraps the one before, which began at line. */
static bool
continues_line(const CxLexis *lex, Ahead *ahead, uint32_t line, uint32_t tok)
{
	CxTokenKind before = cx_kind(lex, tok - 1);

	if ((cx_flags(lex, tok) & CX_TF_BLANK) || !starts_small(lex, tok) ||
		(before == CX_TOK_PUNCT && !cx_is_char(lex, tok - 1, ',')) || before == CX_TOK_SYMBOL)
		return false;

	/* a line that is nothing but a stamp */
	while (ahead->date < lex->dates.n && lex->dates.at[ahead->date].end < tok)
		ahead->date++;
	return !(ahead->date < lex->dates.n && lex->dates.at[ahead->date].end == tok &&
			 lex->dates.at[ahead->date].tok <= line);
}

CxStatus
cx_sentences(CxLexis *lex)
{
	Ahead		ahead = {0, 0, 0, 0};
	uint32_t	start = 0;
	uint32_t	line = 0;		/* number of the line */
	uint32_t	line_tok = 0;	/* where it begins */
	uint32_t	start_line = 0;
	uint32_t	mark = 0;		/* index in marks */
	uint32_t	poll_at = 0;

	CX_TRY(find_quotes(lex));
	for (uint32_t tok = 0; tok < lex->toks.n;)
	{
		const CxToken *t = &lex->toks.at[tok];

		if (tok >= poll_at)
		{
			CX_TRY(cx_poll(lex->arena));
			poll_at = tok + CX_POLL_TOKENS;
		}
		if (tok - start >= MAX_SENTENCE)
		{
			CX_TRY(put_sentence(lex, start, tok, start_line));
			start = tok;
			start_line = line;
		}
		if ((t->flags & CX_TF_NEWLINE) && tok > 0)
		{
			bool		wraps = tok > start && continues_line(lex, &ahead, line_tok, tok);

			line++;
			line_tok = tok;
			if (!wraps)
			{
				CX_TRY(put_sentence(lex, start, tok, start_line));
				start = tok;
				start_line = line;
			}
		}
		if (t->kind != CX_TOK_PUNCT)
		{
			/* on to the next mark, or to where the sentence is cut */
			while (mark < lex->marks.n && lex->marks.at[mark] <= tok)
				mark++;
			tok = mark < lex->marks.n ? lex->marks.at[mark] : lex->toks.n;
			if (tok - start > MAX_SENTENCE)
				tok = start + MAX_SENTENCE;
			continue;
		}
		if (t->sym == CX_SYM_CHAR('(') || t->sym == CX_SYM_CHAR('['))
			open_bracket(lex, &ahead, tok);
		else if (is_terminator(lex, tok) && tok >= ahead.bracket_open && is_end(lex, start, tok))
		{
			uint32_t	end;

			if (!in_quote(lex, &ahead, tok))
				end = skip_closing(lex, tok + 1);
			else if (lex->quotes.at[ahead.quote].end == tok + 1)
			{
				/*
				 * the quotation and the sentence end together, unless a small
				 * letter goes on
				 */
				end = skip_closing(lex, tok + 1);
				if (starts_small(lex, end) || (cx_kind(lex, end) == CX_TOK_PUNCT && !cx_starts_line(lex, end)))
					end = 0;
			}
			else
				end = 0;
			if (end != 0 && end > tok)
			{
				if (!cx_starts_line(lex, end))
				{
					CX_TRY(put_sentence(lex, start, end, start_line));
					start = end;
					start_line = line;
				}
				tok = end;
				continue;
			}
		}
		tok++;
	}
	return put_sentence(lex, start, lex->toks.n, start_line);
}
