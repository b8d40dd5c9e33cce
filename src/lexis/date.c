/*-------------------------------------------------------------------------
 *
 * date.c
 *	  Finds dates, terms and ordinals: one walk over the openers.
 *
 * An opener is a number, or a word of the table below (see cx_tokens());
 * the readers of day.c, period.c and term.c are asked in the order of the
 * table, and the first that reads something moves the walk behind it.  So a
 * number is never read twice, and "lần thứ 9, 17/8/2020" gives the 9 to the
 * ordinal before the date is looked for.
 *
 *-------------------------------------------------------------------------
 */
#include "scan.h"

const uint8_t cx_word_begins[CX_SYLLABLE_MAX_CODE + 1] = {
	[W_NGAY] = CX_BEGINS_DAY,
	[W_MUNG] = CX_BEGINS_DAY,
	[W_MONG] = CX_BEGINS_DAY,
	[W_SANG] = CX_BEGINS_DAY,
	[W_TRUA] = CX_BEGINS_DAY,
	[W_CHIEU] = CX_BEGINS_DAY,
	[W_TOOI] = CX_BEGINS_DAY,
	[W_DEM] = CX_BEGINS_DAY,
	[W_HOM] = CX_BEGINS_DAY,
	[W_RAWMF] = CX_BEGINS_DAY,
	[W_CUNG] = CX_BEGINS_DAY,
	[W_TRONG] = CX_BEGINS_DAY,
	[W_CHU] = CX_BEGINS_DAY,
	[W_THU] = CX_BEGINS_DAY | CX_BEGINS_ORDINAL,
	[W_THANG] = CX_BEGINS_PERIOD,
	[W_NAM] = CX_BEGINS_PERIOD | CX_BEGINS_NUMERAL,
	[W_QUY] = CX_BEGINS_PERIOD,
	[W_GIAI] = CX_BEGINS_PERIOD,
	[W_THOI] = CX_BEGINS_PERIOD,
	[W_NHIEM] = CX_BEGINS_TERM,
	[W_LAN] = CX_BEGINS_ORDINAL,
	[W_KHOA] = CX_BEGINS_ORDINAL,
	[W_MOT] = CX_BEGINS_NUMERAL,
	[W_HAI] = CX_BEGINS_NUMERAL,
	[W_BA] = CX_BEGINS_NUMERAL,
	[W_BON] = CX_BEGINS_NUMERAL,
	[W_SAU] = CX_BEGINS_NUMERAL,
	[W_BAY] = CX_BEGINS_NUMERAL,
	[W_BAY_2] = CX_BEGINS_NUMERAL,
	[W_TAM] = CX_BEGINS_NUMERAL,
	[W_CHIN] = CX_BEGINS_NUMERAL,
	[W_MUOI] = CX_BEGINS_NUMERAL,
	[W_NUA] = CX_BEGINS_NUMERAL,
};

bool
cx_ends_phrase(const CxLexis *lex, uint32_t tok)
{
	static const uint16_t words[] = {
		W_TAI, W_O, W_DA, W_SE, W_VUA, W_VOI, W_THEO, W_DO_BY, W_TRONG, W_LA_IS, W_DIEN, W_DEN, W_TOI, W_VA,
		W_DE, W_NHAM_AIM, W_CHO, W_CUA, W_CO, W_DUOC, W_VAO, W_NAY, W_NAY_THIS, W_TUC, W_KHI, W_SAU_AFTER, W_TRUOC,
		W_TRONG, W_DANG, W_PHAI, W_TREN, W_TU, W_THI, W_MA, W_SO, W_DUOI
	};
	unsigned	flags = cx_flags(lex, tok);

	switch (cx_kind(lex, tok))
	{
		case CX_TOK_NUMBER:
			return (flags & CX_TF_NEWLINE) != 0;
		case CX_TOK_PUNCT:
			return (flags & CX_TF_SPACE) || !(cx_is_char(lex, tok, '/') || cx_is_char(lex, tok, '-'));
		case CX_TOK_SYMBOL:
			return !cx_is_char(lex, tok, '%');
		default:
			return (flags & (CX_TF_NEWLINE | CX_TF_UPPER)) || CX_ONE_OF(cx_sym(lex, tok), words);
	}
}

static CxStatus
put_date(CxLexis *lex, const CxDate *date)
{
	CxDate	   *d = cx_vec_push(lex->arena, &lex->dates);

	if (d == NULL)
		return CX_ENOMEM;
	*d = *date;
	return CX_OK;
}

CxStatus
cx_dates(CxLexis *lex)
{
	uint32_t	floor = 0;		/* end of what was last read */

	for (uint32_t i = 0; i < lex->openers.n; i++)
	{
		uint32_t	tok = lex->openers.at[i];
		const CxToken *t = &lex->toks.at[tok];
		unsigned	what = cx_begins(lex, tok);
		uint32_t	end = 0;
		CxDate		date;

		if (i % CX_POLL_TOKENS == 0)
			CX_TRY(cx_poll(lex->arena));
		if (tok < floor)
			continue;
		if (t->kind == CX_TOK_NUMBER && (end = cx_read_document_number(lex, tok)) != 0)
		{
			floor = end;
			continue;
		}
		if ((what & CX_BEGINS_DAY) && (end = cx_read_day(lex, tok, &date)) != 0)
		{
			if (date.tok < floor)
				date.tok = floor;
			CX_TRY(put_date(lex, &date));
		}
		else if ((what & CX_BEGINS_PERIOD) && (end = cx_read_period(lex, tok, floor, &date)) != 0)
			CX_TRY(put_date(lex, &date));
		else if (what & CX_BEGINS_TERM)
			CX_TRY(cx_read_term(lex, tok, &end));
		else if (what & CX_BEGINS_ORDINAL)
			CX_TRY(cx_read_ordinal(lex, tok, &end));
		if (end != 0)
			floor = end;
	}
	return CX_OK;
}
