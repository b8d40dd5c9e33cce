/*-------------------------------------------------------------------------
 *
 * indicator_subject.c
 *	  What is measured, and the verb that ties it to its figure.
 *
 * The subject is the clause before the figure or what stands behind a share,
 * without the small words, years and verbs at its ends.
 *
 *-------------------------------------------------------------------------
 */
#include "indicator.h"

#include <string.h>

#include "facts_words.h"

/* "bình quân", "trung bình" as a mean over years, not "bình quân đầu người", "thu nhập bình quân của lao động". */
bool
cx_has_average(const CxReader *r, uint32_t tok, uint32_t end)
{
	for (; tok + 1 < end; tok++)
		if (((sym(r, tok) == W_BINH && sym(r, tok + 1) == W_QUAN) || (sym(r, tok) == W_TRUNG && sym(r, tok + 1) == W_BINH)) && sym(r, tok + 2) != W_DAU &&
			(tok == 0 || sym(r, tok - 1) != W_NHAP || cx_edge_find(r->tagged, tok + 2, CX_CLASS_FREQUENCY) != NULL))
			return true;
	return false;
}

/* Is a subject no more than a place ("Lào Cai", "cao nhất là TP HCM")?  Narrows it to the place. */
bool
cx_place_only(const CxReader *r, CxPhrase *subject)
{
	for (uint32_t tok = subject->tok; tok < subject->end && tok < subject->tok + 6; tok++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_PLACE);

		if (e != NULL && e->end == subject->end)
		{
			subject->tok = tok;
			return true;
		}
		if (r->lex->toks.at[tok].flags & CX_TF_UPPER && tok > subject->tok)
			return false;
	}
	return false;
}

/* Where the word for a frequency begins that ends a subject; the end if none does. */
uint32_t
cx_frequency_start(const CxReader *r, uint32_t tok, uint32_t end)
{
	for (uint32_t back = 2; back <= CUE_MAX && back < end - tok; back++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, end - back, CX_CLASS_FREQUENCY);

		if (e != NULL && e->end == end && !has_value(e, "average"))
			return end - back;
	}
	return end;
}

/* Small words and verbs behind a subject; but "chứng chỉ" is a noun, and "trở lên" part of a bound. */
static bool
is_tail(const CxReader *r, uint32_t tok)
{
	switch (sym(r, tok))
	{
		case W_CHI2:
			return tok == 0 || sym(r, tok - 1) != W_CHUNG;
		case W_LEN:
			return tok == 0 || sym(r, tok - 1) != W_TRO;
		case W_TU:
		case W_LA:
		case W_DAT:
		case W_MOI:
		case W_DUOC:
		case W_DEN:
		case W_TOI:
		case W_VAO:
		case W_TRONG:
		case W_DA:
		case W_SE:
		case W_O:
		case W_CON:
		case W_XUONG:
		case W_CAO:
		case W_THAP:
		case W_VAN:
		case W_DEU:
		case W_CUNG2:
		case W_PHAI:
			return true;
		default:
			return false;
	}
}

/* Cut what ends a subject without being part of it: a year, "từ", "mới", "chỉ". */
uint32_t
cx_trim_subject(const CxReader *r, uint32_t tok, uint32_t end)
{
	for (bool cut = true; cut && end > tok;)
	{
		const CxEdge *e;
		uint32_t	frequency = cx_frequency_start(r, tok, end);

		cut = frequency < end;
		end = frequency;
		for (uint32_t back = 1; back <= 5 && back <= end - tok && !cut; back++)
		{
			e = cx_edge_find(r->tagged, end - back, CX_LABEL_MENTION + CX_KIND_DATE);
			if (e != NULL && e->end == end)
			{
				end -= back;
				cut = true;
				/* "bình quân 5 năm 2021 - 2025" */
				if (end > tok && r->lex->toks.at[end - 1].kind == CX_TOK_NUMBER)
				{
					end--;
					if (end > tok + 1 && sym(r, end - 1) == W_QUAN && sym(r, end - 2) == W_BINH)
						end -= 2;
				}
			}
		}
		if (!cut && end > tok && is_tail(r, end - 1))
		{
			end--;
			cut = true;
		}
	}
	return end;
}

/* Is there an act verb right before the number ("kết nạp được", "xây dựng mới hơn")? */
const CxEdge *
cx_act_before(const CxReader *r, uint32_t tok, uint32_t first, uint32_t *at)
{
	/* "kết nạp bình quân mỗi năm 60 đảng viên" */
	for (uint32_t back = 1; back <= 2 * CUE_MAX && tok >= first + back; back++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, tok - back, CX_CLASS_FREQUENCY);

		if (e != NULL && e->end == tok)
		{
			tok -= back;
			back = 0;
		}
	}
	for (uint32_t back = 1; back <= 8 && tok >= first + back; back++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, tok - back, CX_CLASS_ACT);

		if (is_clause_mark(sym(r, tok - back)) || sym(r, tok - back) == CX_SYM_CHAR(','))
			break;
		/* "thu ngân sách" is what is measured */
		if (e != NULL && e->end <= tok && tok - e->end <= 2 && quantity_at(r, tok - back) == NULL)
		{
			*at = tok - back;
			/* the longest entry that ends there begins farther left */
			for (uint32_t b = back + 1; b <= 8 && tok >= first + b; b++)
			{
				const CxEdge *f = cx_edge_find(r->tagged, tok - b, CX_CLASS_ACT);

				if (f != NULL && f->end == e->end)
				{
					e = f;
					*at = tok - b;
				}
			}
			/* "bắt đầu 3 dự án" only begins like "bắt" */
			return has_value(e, "other") ? NULL : e;
		}
	}
	return NULL;
}

/* The verb that ties a subject to the number behind it: the first token of "còn", "ước đạt", "tăng lên". */
uint32_t
cx_reach_before(const CxReader *r, uint32_t tok, uint32_t first, const CxEdge **verb)
{
	static const uint64_t labels = CX_LABEL_BIT(CX_CLASS_REACH) | CX_LABEL_BIT(CX_CLASS_FREQUENCY) | CX_LABEL_BIT(CX_CLASS_NATURE);
	uint32_t	at = tok;

	*verb = NULL;
	for (;;)
	{
		uint32_t	found = at;

		for (uint32_t back = 1; back <= 4 && at >= first + back; back++)
		{
			const CxEdge *e,
					   *f,
					   *c;

			if (!(r->tagged->labels[at - back] & labels))
				continue;
			e = cx_edge_find(r->tagged, at - back, CX_CLASS_REACH);
			f = cx_edge_find(r->tagged, at - back, CX_CLASS_FREQUENCY);
			c = cx_edge_find(r->tagged, at - back, CX_CLASS_NATURE);

			/*
			 * a capital inside a clause is part of a name: "Cao Bằng";
			 * "tốc độ tăng trưởng" is what is measured
			 */
			if (e != NULL && e->end == at && (at - back == first || (sym(r, at - back - 1) != W_DO2 && sym(r, at - back - 1) != W_TRO &&
																	 !(r->lex->toks.at[at - back].flags & CX_TF_UPPER))))
			{
				found = at - back;
				*verb = e;
			}
			/* "thu nhập bình quân" is what is measured */
			else if ((f != NULL && f->end == at && (!has_value(f, "average") || at - back == first || sym(r, at - back - 1) != W_NHAP)) ||
					 (c != NULL && c->end == at))
				found = at - back;
		}
		if (found == at)
			return at;
		at = found;
	}
}

/* Can what stands behind a share be whose share it is: no preposition, time or new clause? */
bool
cx_begins_subject(const CxReader *r, uint32_t tok)
{
	if (!is_letters(r, tok))
		return false;
	switch (sym(r, tok))
	{
		case W_SO:
		case W_XUONG:
		case W_LEN:
		case W_VAO:
		case W_TRONG:
		case W_VOI:
		case W_DEN:
		case W_TOI:
		case W_VA:
		case W_NAM:
		case W_O:
		case W_CUA:
		case W_DAU:
		case W_CUOI:
		case W_TRO:
		case W_THEO:
		case W_TAI_PREP:
		case W_DO:
		case W_TU:
		case W_TREN:
		case W_CAO:
		case W_THAP:
		case W_NHUNG:
			return false;
		default:
			break;
	}
	return cx_edge_find(r->tagged, tok, CX_CLASS_FREQUENCY) == NULL &&
		(cx_edge_find(r->tagged, tok, CX_CLASS_NATURE) == NULL || cx_edge_find(r->tagged, tok, CX_CLASS_ITEM) != NULL) &&
		cx_edge_find(r->tagged, tok, CX_LABEL_MENTION + CX_KIND_DATE) == NULL &&
		(cx_edge_find(r->tagged, tok, CX_CLASS_CLAUSE) == NULL || cx_edge_find(r->tagged, tok, CX_CLASS_PREDICATE) != NULL);
}
