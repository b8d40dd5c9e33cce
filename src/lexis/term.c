/*-------------------------------------------------------------------------
 *
 * term.c
 *	  Terms of office (nhiệm kỳ 2020 - 2025) and ordinals (lần thứ IX, khóa 9).
 *
 * Between "nhiệm kỳ" and its years a few words may stand: which term it is, its
 * length, "từ năm", a bracket or a colon.  The years come with every dash and
 * spacing there is, and with slips that are mended where only one reading
 * makes a term of five years: a digit lost from one side, or the dash.
 *
 * "thứ Năm" with a capital is a Thursday, and the fourth industrial
 * revolution no congress.
 *
 *-------------------------------------------------------------------------
 */
#include "scan.h"

/* Terms last five years; cells have shorter ones, and a misprint may turn one around. */
#define TERM_YEARS			5
#define MAX_TERM_YEARS		10

/* Words that may stand between "nhiệm kỳ" and its years. */
#define MAX_TERM_FILLERS	6

static bool
is_term_filler(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t words[] = {
		W_MOI, W_NAY_THIS, W_TOI, W_QUA, W_TRUOC, W_VUA, W_TIEP, W_THEO, W_TU, W_NAM, W_GIAI, W_DOAN, W_CUA
	};

	return CX_ONE_OF(cx_sym(lex, tok), words) || cx_is_char(lex, tok, '(') || cx_is_char(lex, tok, ':') ||
		(cx_token_digits(lex, tok) > 0 && cx_token_digits(lex, tok) <= 2 && cx_sym(lex, tok + 1) == W_NAM);
}

/* The digits of "part" can be had from those of "year" by leaving some out. */
static bool
is_part_of(int32_t part, int32_t year)
{
	while (part > 0 && year > 0)
	{
		if (part % 10 == year % 10)
			part /= 10;
		year /= 10;
	}
	return part == 0;
}

/* Two years around any separator; also "20202025". */
static uint32_t
read_years(const CxLexis *lex, uint32_t tok, CxTerm *term)
{
	int			first = cx_token_year(lex, tok);
	int			last;
	int32_t		glued = cx_token_int(lex, tok);
	uint32_t	at = tok + 1;

	if (cx_token_digits(lex, tok) == 8 && glued / 10000 >= 1900 && glued % 10000 - glued / 10000 == TERM_YEARS)
	{
		term->first = (int16_t) (glued / 10000);
		term->last = (int16_t) (glued % 10000);
		return at;
	}
	if (first == 0 && cx_token_digits(lex, tok) != 3)
		return 0;
	if (cx_is_char(lex, at, '-') || cx_is_char(lex, at, '/'))
		at += cx_is_char(lex, at + 1, '-') ? 2 : 1;
	else if (cx_sym(lex, at) == W_DEN || cx_sym(lex, at) == W_TOI)
		at += cx_sym(lex, at + 1) == W_NAM ? 2 : 1;
	if (cx_starts_line(lex, at))
		return 0;
	last = cx_token_year(lex, at);
	if (first == 0 && last != 0 && is_part_of(glued, last - TERM_YEARS))
		first = last - TERM_YEARS;
	else if (first != 0 && last == 0 && at > tok + 1)
	{
		int32_t		part = cx_token_int(lex, at);

		if (cx_token_digits(lex, at) == 3 && is_part_of(part, first + TERM_YEARS))
			last = first + TERM_YEARS;
		else if (cx_token_digits(lex, at) == 2 && part > first % 100)
			last = first / 100 * 100 + part;	/* 2020-25 */
	}
	if (first < 1900 || last < 1900 || first == last || last - first > MAX_TERM_YEARS ||
		first - last > MAX_TERM_YEARS)
		return 0;
	term->first = (int16_t) first;
	term->last = (int16_t) last;
	return at + 1;
}

static CxStatus
put_term(CxLexis *lex, uint32_t tok, uint32_t end, const CxTerm *years)
{
	CxTerm	   *t = cx_vec_push(lex->arena, &lex->terms);

	if (t == NULL)
		return CX_ENOMEM;
	*t = *years;
	t->tok = tok;
	t->end = end;
	return CX_OK;
}

CxStatus
cx_read_term(CxLexis *lex, uint32_t tok, uint32_t *end)
{
	uint32_t	at = tok + 1;
	uint32_t	after = 0;
	CxTerm		years;

	*end = 0;
	if (cx_sym(lex, tok) == W_NHIEM)
	{
		if (cx_sym(lex, at) != W_KY && cx_sym(lex, at) != W_KI)
			return CX_OK;
		at++;
	}
	for (unsigned fillers = 0;; fillers++)
	{
		if (cx_starts_line(lex, at))
			return CX_OK;
		after = read_years(lex, at, &years);
		if (after != 0 || fillers == MAX_TERM_FILLERS || !is_term_filler(lex, at))
			break;
		at++;
	}

	/* "các nhiệm kỳ 2010 - 2015, 2015 - 2020 và 2020 - 2025" */
	while (after != 0)
	{
		CX_TRY(put_term(lex, tok, after, &years));
		*end = after;
		at = after;
		if (!cx_is_char(lex, at, ',') && cx_sym(lex, at) != W_VA)
			break;
		tok = at + 1;
		after = cx_token_year(lex, tok) != 0 && cx_is_char(lex, tok + 1, '-') && cx_token_year(lex, tok + 2) != 0 ?
			read_years(lex, tok, &years) : 0;
	}
	return CX_OK;
}

/* ---- ordinals ------------------------------------------------------------------- */

static uint32_t
read_rank(const CxLexis *lex, uint32_t tok, bool words, int32_t *value)
{
	const CxToken *t;

	if (tok >= lex->toks.n || cx_starts_line(lex, tok))
		return 0;
	t = &lex->toks.at[tok];
	if (t->kind == CX_TOK_NUMBER)
	{
		*value = cx_token_digits(lex, tok) <= 3 ? cx_token_int(lex, tok) : 0;
		return *value > 0 && !cx_is_char(lex, tok + 1, '%') ? tok + 1 : 0;
	}
	if (t->kind == CX_TOK_ROMAN)
	{
		*value = cx_roman_value(lex->text + t->start, t->end - t->start);
		return *value > 0 ? tok + 1 : 0;
	}
	if (!words)
		return 0;
	switch (t->sym)
	{
		case W_NHAT:
			*value = 1;
			return tok + 1;
		case W_NHI:
			*value = 2;
			return tok + 1;
		case W_TU_UNIT:
			*value = 4;
			return tok + 1;
	}
	return cx_read_small(lex, tok, value);
}

/* Second syllable of the weekdays Monday to Saturday. */
static bool
is_weekday(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t days[] = {W_HAI, W_BA, W_TU_UNIT, W_NAM, W_SAU, W_BAY};

	return (cx_flags(lex, tok) & CX_TF_UPPER) && CX_ONE_OF(cx_sym(lex, tok), days);
}

/* "(Cách mạng) công nghiệp lần thứ tư" */
static bool
is_revolution(const CxLexis *lex, uint32_t tok)
{
	return cx_sym(lex, tok - 1) == W_NGHIEP && cx_sym(lex, tok - 2) == W_CONG;
}

CxStatus
cx_read_ordinal(CxLexis *lex, uint32_t tok, uint32_t *end)
{
	uint32_t	at = tok;
	int32_t		value = 0;
	CxOrdinalKind kind = CX_ORD_THU;
	bool		thu;
	CxOrdinal  *o;

	*end = 0;
	if (cx_sym(lex, at) == W_LAN)
	{
		kind = CX_ORD_LAN;
		at++;
	}
	else if (cx_sym(lex, at) == W_KHOA)
	{
		kind = CX_ORD_KHOA;
		at++;
	}
	thu = cx_sym(lex, at) == W_THU && !(at > tok && cx_starts_line(lex, at));
	if (thu)
		at++;
	if (kind == CX_ORD_THU && is_weekday(lex, at) &&
		(cx_flags(lex, tok) & CX_TF_CAPS) == 0)
		return CX_OK;
	at = read_rank(lex, at, thu, &value);
	if (at == 0)
		return CX_OK;
	if (kind == CX_ORD_LAN && is_revolution(lex, tok))
	{
		*end = at;
		return CX_OK;
	}

	/* "thứ 3/63": what is ranked among does not stand alone */
	if (kind == CX_ORD_THU && cx_is_char(lex, at, '/') && cx_glued(lex, at) && cx_token_digits(lex, at + 1) > 0)
		at += 2;
	o = cx_vec_push(lex->arena, &lex->ordinals);
	if (o == NULL)
		return CX_ENOMEM;
	o->tok = tok;
	o->end = at;
	o->value = value;
	o->kind = (uint8_t) kind;
	*end = at;
	return CX_OK;
}
