/*-------------------------------------------------------------------------
 *
 * cx_lexis.h
 *	  Public header of the lexis layer: tokens, sentences and zones of an
 *	  article, numbers, dates, terms and ordinals, quotations.
 *
 * Every range [tok, end) counts tokens of one CxLexis; a token's start and
 * end are byte offsets in the text as it was passed in.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_LEXIS_H
#define CX_LEXIS_H

#include "../text/cx_text.h"

/* ---- tokens --------------------------------------------------------------- */

typedef enum CxTokenKind
{
	CX_TOK_SYLLABLE,			/* Vietnamese syllable */
	CX_TOK_WORD,				/* other run of letters, or of letters and
								 * digits (A1, QL14B) */
	CX_TOK_NUMBER,				/* 12  1.200  95,5  03 */
	CX_TOK_ROMAN,				/* IX, XlX: upper-case numeral (l for I
								 * allowed), value 1 .. 399 */
	CX_TOK_PUNCT,				/* . , ; : ! ? … quotes, brackets, dashes,
								 * slash */
	CX_TOK_SYMBOL,				/* % + = emoji and all else */
	CX_TOK_NEWLINE				/* only in the listing for SQL: see
								 * CX_TF_NEWLINE */
} CxTokenKind;

/* flags of a token */
#define CX_TF_SPACE		0x01	/* white space (or start of text) before it */
#define CX_TF_NEWLINE	0x02	/* at least one line end before it (or start
								 * of text) */
#define CX_TF_BLANK		0x04	/* at least one empty line before it (or start
								 * of text) */
#define CX_TF_UPPER		0x08	/* first letter is upper case */
#define CX_TF_CAPS		0x10	/* all letters upper case, two or more */
#define CX_TF_PLAIN		0x20	/* a string of such tokens, with single spaces
								 * between them if any, stays as it is when
								 * cleaned, but for punctuation at its ends */

/*
 * A token's symbol says which word it is, whatever its case or form:
 *	0						unknown word
 *	1 .. 0x9FFF				syllable code
 *	0xA000 .. 0xEFFF		word of the lexicon (set by the lexicon layer)
 *	CX_SYM_CHAR(c)			punctuation and symbols by their ASCII stand-in: any
 *							dash is '-', any double or angle quote '"', any single
 *							quote '\'', ellipsis and "..." '~', bullet '*', other symbols '?'
 *	CX_SYM_NUMBER			number token
 * A roman numeral has the symbol of its letters if they spell a syllable.
 */
#define CX_SYM_WORDS	0xA000
#define CX_SYM_CHAR(c)	((uint16_t) (0xF000 + (unsigned char) (c)))
#define CX_SYM_NUMBER	0xF100

typedef struct CxToken
{
	uint32_t	start;			/* byte offsets in the text */
	uint32_t	end;
	uint16_t	sym;
	uint8_t		kind;			/* CxTokenKind */
	uint8_t		flags;			/* CX_TF_* */
} CxToken;

/* ---- numbers ----------------------------------------------------------------- */

typedef enum CxComparator
{
	CX_CMP_EQ, CX_CMP_GT, CX_CMP_GE, CX_CMP_LT, CX_CMP_LE, CX_CMP_APPROX
} CxComparator;

extern const char *const cx_comparator_names[]; /* "=", ">", ">=", "<", "<=",
												 * "~" */

typedef struct CxDecimal
{
	int64_t		digits;			/* value = digits / 10^scale */
	uint8_t		scale;
} CxDecimal;

/*
 * A number, a range or a fraction with its comparator: "hơn 290",
 * "từ 20 đến 25%", "từ 80% trở lên", "24/27", "hai mươi mốt", "1,5 triệu".
 * Magnitude words (nghìn, triệu, tỷ, vạn) multiply, except before "đồng" and
 * other money units, where they belong to the unit (doc/facts.md).
 * A number inside a date, term, ordinal, time or document number is not listed.
 */
typedef struct CxNumber
{
	uint32_t	tok,
				end;			/* comparator, number, percent sign, adjacent
								 * "trở lên" */
	uint32_t	num_tok,
				num_end;		/* the number (or range) alone, without % */
	CxDecimal	value;
	CxDecimal	value_max;		/* if is_range */
	CxDecimal	whole;			/* of a fraction "24/27": 27, if is_fraction */
	bool		is_range;
	bool		is_fraction;
	bool		is_percent;		/* followed by % or "phần trăm" (inside
								 * [tok, end)) */
	bool		is_word;		/* written in words (fully) */
	CxComparator cmp;
} CxNumber;

/* ---- dates -------------------------------------------------------------------- */

typedef struct CxYmd
{
	int16_t		year;			/* 0: not given */
	int8_t		month;			/* 0: not given */
	int8_t		day;			/* 0: not given */
} CxYmd;

typedef enum CxDateGrain
{
	CX_GRAIN_DAY, CX_GRAIN_MONTH, CX_GRAIN_QUARTER, CX_GRAIN_HALF, CX_GRAIN_YEAR,
	CX_GRAIN_PERIOD,			/* giai đoạn 2021 - 2025, 2017-2019 */
	CX_GRAIN_LUNAR				/* mùng 3 Tết, 10/3 âm lịch: a day, but
								 * of no solar date */
} CxDateGrain;

typedef enum CxDateRelative
{
	CX_REL_NONE,
	CX_REL_TODAY,				/* hôm nay, sáng nay */
	CX_REL_YESTERDAY,			/* hôm qua, chiều qua */
	CX_REL_TOMORROW,			/* ngày mai, sáng mai */
	CX_REL_SAME_DAY				/* cùng ngày, trong ngày */
} CxDateRelative;

/*
 * A date as written, not yet resolved.  A list "3, 4 và 5/8" or a range gives
 * one CxDate from first to last.  A relative word next to an explicit date
 * ("ngày mai, 11/7") is one CxDate with both.
 */
typedef struct CxDate
{
	uint32_t	tok,
				end;
	CxYmd		from;
	CxYmd		to;				/* equal to from for a single date */
	uint8_t		grain;			/* CxDateGrain */
	uint8_t		relative;		/* CxDateRelative */
	int16_t		minute;			/* of the day, from a time stamp joined to it;
								 * -1: none */
	int8_t		second;
} CxDate;

/* nhiệm kỳ 2020 - 2025 (end: after the last year) */
typedef struct CxTerm
{
	uint32_t	tok,
				end;
	int16_t		first,
				last;
} CxTerm;

typedef enum CxOrdinalKind
{
	CX_ORD_LAN,					/* lần thứ IX, lần IX, lần thứ chín */
	CX_ORD_KHOA,				/* khóa IX, khoá 9 */
	CX_ORD_THU					/* thứ 3, thứ nhất */
} CxOrdinalKind;

typedef struct CxOrdinal
{
	uint32_t	tok,
				end;
	int32_t		value;
	uint8_t		kind;
} CxOrdinal;

/* “…”, "…", '…', «…»: the tokens between the marks; a quotation ends at the latest where its paragraph ends */
typedef struct CxQuote
{
	uint32_t	tok,
				end;
} CxQuote;

/* ---- sentences and zones --------------------------------------------------------- */

typedef enum CxZone
{
	CX_ZONE_HEADER,				/* menus, clocks, section names, stamps before
								 * and around the headline */
	CX_ZONE_HEADLINE,
	CX_ZONE_LEAD,				/* first paragraph of the article */
	CX_ZONE_BODY,
	CX_ZONE_CAPTION,
	CX_ZONE_BYLINE,
	CX_ZONE_LINK,				/* related articles and their teasers */
	CX_ZONE_FOOTER				/* site footer, share buttons, comments */
} CxZone;

extern const char *const cx_zone_names[];	/* "header" … */

/* A sentence; sentences cover all tokens in order, without gaps. */
typedef struct CxSentence
{
	uint32_t	tok,
				end;
	uint32_t	paragraph;		/* number of the line it stands in, from 0 */
	uint8_t		zone;			/* CxZone; set by cx_zones() */
} CxSentence;

/* What the zoning saw of the page itself; ranges are empty (tok == end) where absent. */
typedef struct CxPage
{
	uint32_t	title_tok,
				title_end;
	int32_t		stamp_date;		/* index in dates of the article's publication
								 * stamp, or -1 */
	int32_t		clock_date;		/* index in dates of a page clock that is not
								 * the stamp, or -1 */
	uint32_t	byline_tok,
				byline_end;		/* the signature line: authors and agency */
	uint32_t	dateline_tok,
				dateline_end;	/* agency prefix of the lead: "LSO", "Điện
								 * Biên TV" */
} CxPage;

typedef struct CxLexis
{
	CxArena    *arena;
	const char *text;
	uint32_t	length;
	CX_VEC(CxToken) toks;
	CX_VEC(uint32_t) marks; /* tokens that are punctuation or
										 * begin a line, in order; from
										 * cx_tokens() */
	CX_VEC(uint32_t) openers;	/* tokens that a date, term,
											 * ordinal or number can begin
											 * with */
	CX_VEC(CxSentence) sentences;
	CX_VEC(CxNumber) numbers;	/* each of these in text order,
											 * not overlapping its own kind */
	CX_VEC(CxDate) dates;
	CX_VEC(CxTerm) terms;
	CX_VEC(CxOrdinal) ordinals;
	CX_VEC(CxQuote) quotes;
	CxPage		page;
} CxLexis;

/* The steps, in this order; each takes linear time.  cx_lexis_init checks size and encoding. */
extern CxStatus cx_lexis_init(CxLexis *lex, CxArena *arena, const char *text, size_t n);
extern CxStatus cx_tokens(CxLexis *lex);
extern CxStatus cx_dates(CxLexis *lex); /* dates, terms, ordinals */
extern CxStatus cx_numbers(CxLexis *lex);	/* numbers that are in none of
											 * those */
extern CxStatus cx_sentences(CxLexis *lex); /* and quotes */
extern CxStatus cx_zones(CxLexis *lex); /* zone of each sentence, and the page */

/* value of a roman numeral token's text, 0 if it is none; l and lower case are accepted */
extern int	cx_roman_value(const char *s, size_t n);

/* roman numerals 1 .. 3999 in capitals; 0: it is none, or out of range */
#define CX_ROMAN_MAX_BYTES	15	/* MMMDCCCLXXXVIII */
extern int	cx_roman_read(const char *s, size_t n);
extern unsigned cx_roman_write(int value, char out[CX_ROMAN_MAX_BYTES]);	/* bytes */

/*
 * A whole text as one number, in digits, words, both, or a roman numeral, as a
 * decimal: "-1588000.5".  No value if it is none, has more than 60 digits or is
 * longer than CX_CARDINAL_MAX_BYTES.
 */
#define CX_CARDINAL_MAX_BYTES	1000
extern CxStatus cx_cardinal_read(CxArena *arena, const char *s, size_t n, CxStr *out);

/* A decimal of any length in words; no value if it is none (NaN). */
typedef enum CxSpellStyle
{
	CX_SPELL_STANDARD,			/* as Unicode CLDR: nghìn, lẻ, tư, lăm */
	CX_SPELL_NORTH,				/* linh, nhăm */
	CX_SPELL_SOUTH,				/* ngàn, lẻ, bốn */
	CX_SPELL_STYLES
} CxSpellStyle;

extern const char *const cx_spell_style_names[CX_SPELL_STYLES];
extern CxStatus cx_cardinal_spell(CxArena *arena, const char *decimal, size_t n, CxSpellStyle style, CxStr *out);

/* calendar: days since 1970-01-01 (proleptic Gregorian), and back */
extern bool cx_ymd_valid(CxYmd d);	/* complete and possible */
extern int32_t cx_ymd_to_days(CxYmd d);
extern CxYmd cx_ymd_from_days(int32_t days);

/*
 * Complete a date by the rule of doc/facts.md against the reference day "ref" (year 0:
 * none): a missing year becomes the nearest that is not more than 6 months
 * after ref; relative words count from ref.  False if it stays incomplete.
 * Grains above a day resolve to their first and last day.
 */
extern bool cx_date_resolve(const CxDate *date, CxYmd ref, CxYmd *from, CxYmd *to);

/*
 * Spans of days, from the first to the last: what cx_dates() reads, and forms
 * that no fact is dated by, but a reader understands.  The first kinds are the grains of dates.
 */
typedef enum CxDuringKind
{
	CX_DURING_DAY = CX_GRAIN_DAY,
	CX_DURING_MONTH = CX_GRAIN_MONTH,
	CX_DURING_QUARTER = CX_GRAIN_QUARTER,
	CX_DURING_HALF = CX_GRAIN_HALF,
	CX_DURING_YEAR = CX_GRAIN_YEAR,
	CX_DURING_PERIOD = CX_GRAIN_PERIOD,
	CX_DURING_LUNAR = CX_GRAIN_LUNAR,
	CX_DURING_PART,				/* đầu tháng 7 */
	CX_DURING_TERM,				/* nhiệm kỳ 2020 - 2025 */
	CX_DURING_SCHOOL_YEAR,		/* năm học 2020 - 2021 */
	CX_DURING_CENTURY,			/* thế kỷ XX */
	CX_DURING_DECADE,			/* thập niên 1990 */
	CX_DURING_WEEK,				/* tuần trước */
	CX_DURING_KINDS
} CxDuringKind;

typedef struct CxDuring
{
	uint32_t	tok,
				end;
	CxYmd		from,
				to;
	CxDuringKind kind;
	bool		found;			/* false: impossible, of the lunar calendar,
								 * or in want of a reference day */
} CxDuring;

typedef struct CxDurings
{
	CX_VEC(CxDuring) list;
} CxDurings;

extern const char *const cx_during_names[CX_DURING_KINDS];

/* All in a text, after cx_dates(). */
extern CxStatus cx_durings(const CxLexis *lex, CxYmd ref, CxDurings *out);

/* A whole text as one of them; its tok and end are 0 if it is none. */
extern CxStatus cx_during_read(CxArena *arena, const char *s, size_t n, CxYmd ref, CxDuring *out);

#endif							/* CX_LEXIS_H */
