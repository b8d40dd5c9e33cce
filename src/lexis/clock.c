/*-------------------------------------------------------------------------
 *
 * clock.c
 *	  Times of the day, and the numbers of documents: digits that are neither
 *	  a date nor a quantity.
 *
 *-------------------------------------------------------------------------
 */
#include "scan.h"

/* Longest document number, in parts after the first: 30/2026/NQ-HĐND and the like. */
#define MAX_DOCUMENT_PARTS	8

/* ---- times -------------------------------------------------------------------- */

/* Half of the day after a time of twelve hours. */
static const struct
{
	char		code[3];
	bool		pm;
}			half_days[] = {
	{"AM", false}, {"PM", true}, {"am", false}, {"pm", true}, {"SA", false}, {"CH", true},
};

static uint32_t
read_half_day(const CxLexis *lex, uint32_t tok, int *hour)
{
	for (unsigned i = 0; i < sizeof(half_days) / sizeof(half_days[0]); i++)
	{
		if (!cx_is_bytes(lex, tok, half_days[i].code))
			continue;
		if (half_days[i].pm && *hour < 12)
			*hour += 12;
		else if (!half_days[i].pm && *hour == 12)
			*hour = 0;
		return tok + 1;
	}
	return tok;
}

uint32_t
cx_read_time(const CxLexis *lex, uint32_t tok, int16_t *minute, int8_t *second)
{
	bool		colon = cx_is_char(lex, tok + 1, ':');
	int			hour;
	int			min;
	int			sec = 0;
	uint32_t	end;

	/* what stands behind most numbers tells at once that they are no time */
	if (!colon && cx_kind(lex, tok + 1) != CX_TOK_WORD && cx_sym(lex, tok + 1) != W_GIO)
		return 0;
	hour = cx_token_int(lex, tok);
	if (hour < 0 || hour > 23 || cx_token_digits(lex, tok) > 2)
		return 0;
	if (colon)
	{
		min = cx_token_int(lex, tok + 2);
		if (!cx_glued(lex, tok + 1) || !cx_glued(lex, tok + 2) || cx_token_digits(lex, tok + 2) != 2 || min > 59)
			return 0;
		end = tok + 3;
		if (cx_is_char(lex, end, ':') && cx_glued(lex, end) && cx_token_digits(lex, end + 1) == 2 &&
			cx_token_int(lex, end + 1) <= 59)
		{
			sec = cx_token_int(lex, end + 1);
			end += 2;
		}
		if (cx_is_char(lex, end, '\'') && cx_glued(lex, end))
			end++;
		end = read_half_day(lex, end, &hour);
	}
	else if (cx_is_bytes(lex, tok + 1, "h") || cx_is_bytes(lex, tok + 1, "g") || cx_sym(lex, tok + 1) == W_GIO)
	{
		bool		in_words = cx_sym(lex, tok + 1) == W_GIO;

		if (!in_words && !cx_glued(lex, tok + 1))
			return 0;
		end = tok + 2;
		min = 0;
		if (cx_token_digits(lex, end) == 2 && cx_token_int(lex, end) <= 59 && cx_glued(lex, end) == !in_words)
		{
			min = cx_token_int(lex, end);
			end++;
			if (cx_sym(lex, end) == W_PHUT)
				end++;
		}
		else if (in_words)
		{
			static const uint16_t at[] = {W_LUC, W_VAO, W_HOI, W_DUNG};

			/* without minutes "2 giờ" is as likely a duration */
			if (!CX_ONE_OF(cx_sym(lex, tok - 1), at) && cx_sym(lex, end) != W_NGAY)
				return 0;
		}
	}
	else
		return 0;
	*minute = (int16_t) (hour * 60 + min);
	*second = (int8_t) sec;
	return end;
}

/* ---- document numbers ----------------------------------------------------------- */

/* Letters as in the sign of an office: CT, QĐ, QH16. */
static bool
is_sign(const CxLexis *lex, uint32_t tok)
{
	unsigned	flags = cx_flags(lex, tok);

	if (cx_kind(lex, tok) == CX_TOK_ROMAN)
		return cx_is_char(lex, tok + 1, '/') && cx_glued(lex, tok + 1); /* CV/TW */
	return (cx_kind(lex, tok) == CX_TOK_WORD || cx_kind(lex, tok) == CX_TOK_SYLLABLE) && (flags & CX_TF_CAPS);
}

static bool
is_slash_or_dash(const CxLexis *lex, uint32_t tok)
{
	return cx_is_char(lex, tok, '/') || cx_is_char(lex, tok, '-');
}

/*
 * The sign is glued to the number, or a spaced dash stands between and the
 * sign has an office after it: "18 - NQ/TW".  A year before a dash and
 * capitals is the end of a term in a headline.
 */
uint32_t
cx_read_document_number(const CxLexis *lex, uint32_t tok)
{
	uint32_t	at = tok + 1;

	if (!is_slash_or_dash(lex, at) || cx_token_digits(lex, tok) == 0)
		return 0;
	if (cx_is_char(lex, at, '/') && cx_token_year(lex, at + 1) != 0 && cx_is_char(lex, at + 2, '/') &&
		is_sign(lex, at + 3))
		at += 3;
	else if (is_sign(lex, at + 1))
	{
		bool		office = cx_is_char(lex, at + 2, '/') && cx_glued(lex, at + 2);

		if (!office && (!cx_glued(lex, at) || !cx_glued(lex, at + 1) ||
						(cx_is_char(lex, at, '-') && cx_token_year(lex, tok) != 0)))
			return 0;
		at++;
	}
	else
		return 0;
	at++;
	for (unsigned parts = 0; parts < MAX_DOCUMENT_PARTS; parts++)
	{
		if (!is_slash_or_dash(lex, at) || !cx_glued(lex, at) || !cx_glued(lex, at + 1) ||
			!(cx_kind(lex, at + 1) == CX_TOK_NUMBER || (cx_flags(lex, at + 1) & CX_TF_UPPER)))
			break;
		at += 2;
	}
	return at;
}
