/*-------------------------------------------------------------------------
 *
 * scan.h
 *	  What the files of the lexis layer share: looking at tokens, reading
 *	  number words, times and document numbers.  Internal to the layer.
 *
 * A reader takes the index of a token and returns the index after what it
 * read, or 0 if what it looks for does not begin there.  Readers look at a
 * bounded number of tokens and never past the last.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_SCAN_H
#define CX_SCAN_H

#include "cx_lexis.h"
#include "lexis_words.h"

#include <string.h>

/* How many tokens pass between two questions whether to stop. */
#define CX_POLL_TOKENS	4096

/* Symbol of a token; 0 outside the text, also for the index before 0. */
static inline uint16_t
cx_sym(const CxLexis *lex, uint32_t tok)
{
	return tok < lex->toks.n ? lex->toks.at[tok].sym : 0;
}

static inline CxTokenKind
cx_kind(const CxLexis *lex, uint32_t tok)
{
	return tok < lex->toks.n ? (CxTokenKind) lex->toks.at[tok].kind : CX_TOK_NEWLINE;
}

/* Flags of a token; the end of the text begins a new paragraph. */
static inline unsigned
cx_flags(const CxLexis *lex, uint32_t tok)
{
	return tok < lex->toks.n ? lex->toks.at[tok].flags : CX_TF_SPACE | CX_TF_NEWLINE | CX_TF_BLANK;
}

static inline bool
cx_glued(const CxLexis *lex, uint32_t tok)
{
	return !(cx_flags(lex, tok) & CX_TF_SPACE);
}

static inline bool
cx_starts_line(const CxLexis *lex, uint32_t tok)
{
	return (cx_flags(lex, tok) & CX_TF_NEWLINE) != 0;
}

static inline bool
cx_is_char(const CxLexis *lex, uint32_t tok, char c)
{
	return cx_sym(lex, tok) == CX_SYM_CHAR(c);
}

/* The token has exactly these bytes. */
static inline bool
cx_is_bytes(const CxLexis *lex, uint32_t tok, const char *s)
{
	const CxToken *t = &lex->toks.at[tok];

	return tok < lex->toks.n && t->end - t->start == strlen(s) && memcmp(lex->text + t->start, s, strlen(s)) == 0;
}

static inline bool
cx_one_of(uint16_t sym, const uint16_t *list, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
	{
		if (list[i] == sym)
			return true;
	}
	return false;
}
#define CX_ONE_OF(sym, list) cx_one_of(sym, list, sizeof(list) / sizeof((list)[0]))

/*
 * Words hashed to bits, so that most words that are none of a list are told by
 * one look.  Start with zeroes.
 */
typedef struct CxWordFilter
{
	uint64_t	bits[8];
} CxWordFilter;

#define CX_FILTER_HASH(sym)	((uint32_t) (sym) * 2654435761u >> 23)

static inline void
cx_filter_add(CxWordFilter *filter, uint16_t sym)
{
	filter->bits[CX_FILTER_HASH(sym) / 64] |= UINT64_C(1) << (CX_FILTER_HASH(sym) % 64);
}

static inline bool
cx_filter_passes(const CxWordFilter *filter, uint16_t sym)
{
	return (filter->bits[CX_FILTER_HASH(sym) / 64] >> (CX_FILTER_HASH(sym) % 64) & 1) != 0;
}

/* Value of a number token of digits alone; -1: it has separators or more than eight digits. */
extern int32_t cx_token_int(const CxLexis *lex, uint32_t tok);

/* Digits in a number token without separators; 0 if it has any. */
extern unsigned cx_token_digits(const CxLexis *lex, uint32_t tok);

/* Value of a number token; false: not a number (17.10.2020), or too large. */
extern bool cx_token_decimal(const CxLexis *lex, uint32_t tok, CxDecimal *out);

/* "chín", "mười hai", "hai trăm linh năm": a number below 1000 in words. */
extern uint32_t cx_read_small(const CxLexis *lex, uint32_t tok, int32_t *value);

/*
 * A quantity: a number token or a number in words, with the magnitude words
 * after it unless they belong to a unit of money.
 */
typedef struct CxNumeral
{
	CxDecimal	value;
	int			exponent;		/* of the magnitude words that multiplied it */
	bool		is_word;
} CxNumeral;

/* What a token can begin. */
enum
{
	CX_BEGINS_DAY = 1, CX_BEGINS_PERIOD = 2, CX_BEGINS_TERM = 4, CX_BEGINS_ORDINAL = 8, CX_BEGINS_NUMERAL = 16
};

/* Syllables by their code. */
extern const uint8_t cx_word_begins[CX_SYLLABLE_MAX_CODE + 1];

static inline unsigned
cx_begins(const CxLexis *lex, uint32_t tok)
{
	const CxToken *t = &lex->toks.at[tok];

	if (t->kind == CX_TOK_NUMBER)
		return CX_BEGINS_DAY | CX_BEGINS_PERIOD | CX_BEGINS_NUMERAL;
	if (t->kind == CX_TOK_WORD)
		return cx_is_bytes(lex, tok, "NK") ? CX_BEGINS_TERM : 0;
	return t->sym <= CX_SYLLABLE_MAX_CODE ? cx_word_begins[t->sym] : 0;
}

/* What a word says of numbers: its class, and its value or exponent of ten; 0: nothing. */
enum
{
	CX_NUM_DIGIT = 0x10,		/* một .. chín */
	CX_NUM_UNIT = 0x20,			/* after tens only: mốt, tư, lăm */
	CX_NUM_TEN = 0x30,			/* mười */
	CX_NUM_TENS = 0x40,			/* mươi, chục; exponent */
	CX_NUM_HUNDRED = 0x50,		/* trăm; exponent */
	CX_NUM_MAGNITUDE = 0x60,	/* nghìn .. tỷ; exponent */
	CX_NUM_ZERO_TENS = 0x70,	/* linh, lẻ */
	CX_NUM_HALF = 0x80			/* rưỡi */
};
#define CX_NUM_CLASS(w)	((w) & 0xF0)
#define CX_NUM_VALUE(w)	((w) & 0x0F)

extern unsigned cx_number_word(const CxLexis *lex, uint32_t tok);

extern uint32_t cx_read_numeral(const CxLexis *lex, uint32_t tok, CxNumeral *out);

/* a · 10^exponent and comparison; false: over the range of CxDecimal */
extern bool cx_decimal_shift(CxDecimal *d, int exponent);
extern bool cx_decimal_less(CxDecimal a, CxDecimal b);

/* 35-CT/TW, 30/2026/QH16, 1234/QĐ-UBND */
extern uint32_t cx_read_document_number(const CxLexis *lex, uint32_t tok);

/* 14:04, 14:13:59, 11:21', 14h04, 14 giờ 30 phút; a.m. and p.m. are minded */
extern uint32_t cx_read_time(const CxLexis *lex, uint32_t tok, int16_t *minute, int8_t *second);

/* nhiệm kỳ 2020 - 2025: one term or several; appends to lex->terms */
extern CxStatus cx_read_term(CxLexis *lex, uint32_t tok, uint32_t *end);

/* lần thứ IX, khóa 9, thứ nhất; appends to lex->ordinals */
extern CxStatus cx_read_ordinal(CxLexis *lex, uint32_t tok, uint32_t *end);

/* Months, quarters, halves, years and periods; "floor" is the first token that is still free. */
extern uint32_t cx_read_period(const CxLexis *lex, uint32_t tok, uint32_t floor, CxDate *out);

/* Days with and without month and year, relative words, weekdays and times. */
extern uint32_t cx_read_day(const CxLexis *lex, uint32_t tok, CxDate *out);

/* The same where they are all that is left of the text, and nothing need say that they are days. */
extern bool cx_read_days_alone(const CxLexis *lex, uint32_t tok, CxDate *out);

extern bool cx_is_part_of_day(uint16_t sym);	/* sáng, trưa ... */

/* "năm Ất Tỵ": a year by its names, which is one of the lunar calendar */
extern uint32_t cx_read_named_year(const CxLexis *lex, uint32_t tok);

/*
 * Days told from the day of reading: "thứ Hai tuần tới", "tháng trước", "3 ngày qua".
 * "alone": the text says nothing else.  Not found without a reference day.
 */
extern uint32_t cx_read_relative(const CxLexis *lex, uint32_t tok, CxYmd ref, bool alone, CxDuring *out);

/* Which one behind a unit: "này" 0, "vừa qua" -1, "tới" 1. */
extern uint32_t cx_read_shift(const CxLexis *lex, uint32_t tok, int *shift);

/* From the "first" to the "last" of the units so far from that of "ref". */
extern void cx_set_unit(CxYmd ref, CxDuringKind unit, int first, int last, CxDuring *out);

/* A year of four digits, 1000 .. 2199, as a token; 0 if it is none. */
extern int	cx_token_year(const CxLexis *lex, uint32_t tok);

/* What follows a date that nothing else marks: the end of a phrase, or a word that counts nothing. */
extern bool cx_ends_phrase(const CxLexis *lex, uint32_t tok);

#endif							/* CX_SCAN_H */
