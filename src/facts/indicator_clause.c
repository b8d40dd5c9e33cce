/*-------------------------------------------------------------------------
 *
 * indicator_clause.c
 *	  The clause that a figure stands in: its unit, its ends, its predicate.
 *
 * A clause ends at a mark, or at a comma behind which the next item of the list
 * begins: one with a number of its own, a quantity, or a word that opens a clause.
 *
 *-------------------------------------------------------------------------
 */
#include "indicator.h"

#include <string.h>

#include "facts_words.h"

/* ---- unit ------------------------------------------------------------------------------- */

/* Nouns that measure time or rank, and small words: a number with one is no indicator. */
bool
cx_is_no_unit(uint16_t s)
{
	switch (s)
	{
		case 0:
		case W_VA:
		case W_CUA:
		case W_NGAY:
		case W_THANG:
		case W_NAM:
		case W_TUOI:
		case W_GIO:
		case W_PHUT:
			return true;
		default:
			return false;
	}
}

/* A unit of mass, area and the like. */
bool
cx_is_dimension(const CxReader *r, uint32_t tok)
{
	static const char *const values[] = {"mass", "area", "length", "volume"};
	const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_MEASURE_UNIT);

	for (size_t i = 0; e != NULL && i < sizeof(values) / sizeof(values[0]); i++)
		if (strcmp(cx_lexicon_value(e->value), values[i]) == 0)
			return true;
	return false;
}

/*
 * The unit behind a number: its range, empty if there is none.  *strong: a unit
 * of measure, *counted: one of things.
 */
CxPhrase
cx_unit_of(const CxReader *r, const CxNumber *n, uint32_t limit, bool *strong, bool *counted)
{
	static const uint16_t nouns[] = {CX_CLASS_PERSON_NOUN, CX_CLASS_ORG_NOUN, CX_CLASS_UNIT, CX_CLASS_ITEM};
	CxPhrase	u = {n->num_end, n->num_end};
	const CxEdge *e;

	*strong = *counted = false;
	if (n->is_percent)
	{
		u.end = n->num_end + 1;
		if (sym(r, n->num_end) != CX_SYM_CHAR('%'))
			u.end = n->num_end + 2; /* phần trăm */
		if (sym(r, u.end) == CX_SYM_CHAR('/') && u.end + 2 <= limit && is_letters(r, u.end + 1))
			u.end += 2;
		*strong = true;
		return u;
	}
	e = cx_edge_find(r->tagged, u.tok, CX_CLASS_MEASURE_UNIT);
	*strong = e != NULL;
	*counted = has_value(e, "count");
	for (size_t i = 0; i < sizeof(nouns) / sizeof(nouns[0]); i++)
	{
		const CxEdge *noun = cx_edge_find(r->tagged, u.tok, nouns[i]);

		/* "18 đồng chí" is no sum of money */
		if (noun != NULL && (e == NULL || noun->end > e->end))
		{
			e = noun;
			*strong = *counted = false;
		}
	}
	if (e != NULL && e->end <= limit)
	{
		u.end = e->end;
		while (*strong && sym(r, u.end) == CX_SYM_CHAR('/') && u.end + 2 <= limit && is_letters(r, u.end + 1))
			u.end += 2;
	}
	else if (u.tok < limit && is_letters(r, u.tok) && !(r->lex->toks.at[u.tok].flags & CX_TF_UPPER) && !cx_is_no_unit(sym(r, u.tok)))
	{
		u.end = u.tok + 1;
		if (u.end < limit && is_letters(r, u.end) && cx_edge_find(r->tagged, u.end, CX_CLASS_PREDICATE) == NULL)
			u.end++;
	}
	return u;
}

const CxTerm *
cx_term_at(const CxReader *r, uint32_t tok)
{
	const CxEdge *e = cx_edge_find(r->tagged, tok, CX_LABEL_MENTION + CX_KIND_TERM);

	return e == NULL ? NULL : &r->lex->terms.at[e->data];
}

/*
 * A year, a part of one or a span of years at a token, or NULL.  A day tells
 * of a period only where it ends it ("đến ngày 31/12/2019").
 */
const CxDate *
cx_years_at(const CxReader *r, uint32_t tok)
{
	const CxEdge *e = cx_edge_find(r->tagged, tok, CX_LABEL_MENTION + CX_KIND_DATE);
	const CxDate *d = e == NULL ? NULL : &r->lex->dates.at[e->data];

	if (d == NULL || d->from.year == 0)
		return NULL;
	if (d->grain == CX_GRAIN_DAY && (tok == 0 || (sym(r, tok - 1) != W_DEN && sym(r, tok) != W_DEN)))
		return NULL;
	return d;
}

/* ---- clauses ------------------------------------------------------------------------------ */

/* Where what is said after a number ends: before the next item of the list. */
uint32_t
cx_clause_end(const CxReader *r, uint32_t tok, uint32_t limit)
{
	uint32_t	stop = tok + PHRASE_MAX < limit ? tok + PHRASE_MAX : limit;

	for (uint32_t at = tok; at < stop; at++)
	{
		uint16_t	s = r->lex->toks.at[at].sym;

		if (r->lex->toks.at[at].kind < CX_TOK_PUNCT)
			continue;
		if (is_clause_mark(s))
			return at;
		if (s == CX_SYM_CHAR('(') || s == CX_SYM_CHAR(')'))
			return at;
		if (s == CX_SYM_CHAR(','))
		{
			uint32_t	near = at + 7 < limit ? at + 7 : limit;

			for (uint32_t b = at + 1; b < near && sym(r, b) != CX_SYM_CHAR(',') && !is_clause_mark(sym(r, b)); b++)
				if (sym(r, b - 1) != W_VA && cx_edge_find(r->tagged, b, CX_LABEL_MENTION + CX_KIND_NUMBER) != NULL)
					return at;
			if (quantity_at(r, at + 1) != NULL || cx_edge_find(r->tagged, at + 1, CX_CLASS_NATURE) != NULL || cx_edge_find(r->tagged, at + 1, CX_CLASS_FREQUENCY) != NULL ||
				cx_edge_find(r->tagged, at + 1, CX_CLASS_CLAUSE) != NULL)
				return at;
		}
	}
	return stop;
}

/* Where the clause before a number begins. */
uint32_t
cx_clause_start(const CxReader *r, uint32_t tok, uint32_t first)
{
	first = tok > first + CLAUSE_MAX ? tok - CLAUSE_MAX : first;
	for (; tok > first; tok--)
	{
		uint16_t	s = r->lex->toks.at[tok - 1].sym;

		if (r->lex->toks.at[tok - 1].kind < CX_TOK_PUNCT)
			continue;

		/*
		 * pass over a bracket that is closed: "cán bộ trẻ (dưới 40
		 * tuổi)"
		 */
		if (s == CX_SYM_CHAR(')'))
		{
			uint32_t	open = tok - 1;

			while (open > first && sym(r, open - 1) != CX_SYM_CHAR('('))
				open--;
			if (open > first)
			{
				tok = open;
				continue;
			}
		}
		if (is_clause_mark(s) || s == CX_SYM_CHAR(',') || s == CX_SYM_CHAR('('))
			break;
	}
	return tok;
}

/*
 * Do the clauses [tok, comma) and (comma, end) make one subject: a ratio that has
 * no figure yet ("tỷ lệ điều tra, khám phá án đạt 91%"), or a noun with two qualities
 * ("chi bộ trong sạch, vững mạnh")?
 */
static bool
is_one_subject(const CxReader *r, uint32_t tok, uint32_t comma, uint32_t end)
{
	uint32_t	next = cx_skip_openers(r, comma + 1, end);
	uint32_t	at = cx_skip_openers(r, tok, comma);
	const CxEdge *e;

	if (next >= end || next != comma + 1 || at >= comma)
		return false;
	if (has_value(cx_edge_find(r->tagged, next, CX_CLASS_PREDICATE), "quality"))
		return true;
	if (sym(r, next) == W_SO2 || cx_measure_in(r, next, end, NULL) != NULL || cx_measure_in(r, at, comma, &at) == NULL ||
		(sym(r, at + 1) != W_LE && sym(r, at + 1) != W_TRONG2))
		return false;
	for (at += 2; at < comma; at++)
	{
		e = cx_edge_find(r->tagged, at, CX_CLASS_REACH);
		if (e != NULL && (sym(r, at) == W_TANG || sym(r, at) == W_GIAM || sym(r, at) == W_DAT || sym(r, at) == W_CON))
			return false;
	}
	return true;
}

/*
 * Where the clause before a number begins that ties it to its subject, *link:
 * the number itself, or the colon of "Tỷ lệ hộ nghèo: dưới 2%".
 */
uint32_t
cx_clause_whole(const CxReader *r, uint32_t tok, uint32_t first, uint32_t *link)
{
	uint32_t	start = cx_clause_start(r, tok, first);

	*link = tok;
	if (start == tok && start > first && sym(r, start - 1) == CX_SYM_CHAR(':'))
	{
		uint32_t	before = cx_clause_start(r, start - 1, first);

		if (cx_measure_in(r, before, start - 1, NULL) == NULL)
			return start;
		*link = start - 1;
		start = before;
	}
	while (start > first && sym(r, start - 1) == CX_SYM_CHAR(','))
	{
		uint32_t	before = cx_clause_start(r, start - 1, first);

		if (!is_one_subject(r, before, start - 1, *link))
			break;
		start = before;
	}
	return start;
}

/* Does a token stand in brackets?  They are short. */
bool
cx_in_brackets(const CxReader *r, uint32_t tok, uint32_t first)
{
	for (uint32_t back = 1; back <= BRACKET_MAX && tok >= first + back; back++)
	{
		if (r->lex->toks.at[tok - back].sym == CX_SYM_CHAR(')'))
			return false;
		if (r->lex->toks.at[tok - back].sym == CX_SYM_CHAR('('))
			return true;
	}
	return false;
}

/* Skip what opens a clause without being its subject: phấn đấu, đến năm 2025, trong đó, và … */
uint32_t
cx_skip_openers(const CxReader *r, uint32_t tok, uint32_t end)
{
	static const uint64_t all = CX_LABEL_BIT(CX_CLASS_NATURE) | CX_LABEL_BIT(CX_CLASS_FREQUENCY) | CX_LABEL_BIT(CX_CLASS_CLAUSE) |
	CX_LABEL_BIT(CX_LABEL_MENTION + CX_KIND_DATE) | CX_LABEL_BIT(CX_LABEL_MENTION + CX_KIND_TERM);

	while (tok < end)
	{
		static const uint16_t labels[] = {CX_CLASS_NATURE, CX_CLASS_FREQUENCY, CX_CLASS_CLAUSE, CX_LABEL_MENTION + CX_KIND_DATE,
		CX_LABEL_MENTION + CX_KIND_TERM};
		const CxEdge *e = NULL;

		if (quantity_at(r, tok) != NULL || (sym(r, tok) == W_TANG && sym(r, tok + 1) == W_TRUONG))
			break;
		for (size_t i = r->tagged->labels[tok] & all ? 0 : sizeof(labels) / sizeof(labels[0]); i < sizeof(labels) / sizeof(labels[0]) && e == NULL; i++)
			e = cx_edge_find(r->tagged, tok, labels[i]);
		if (e != NULL && e->end <= end)
			tok = e->end;
		else if (!is_letters(r, tok) || sym(r, tok) == W_HIEN || sym(r, tok) == W_NAY)
			tok++;
		/* "đầu năm 2016", "cuối nhiệm kỳ" */
		else if ((sym(r, tok) == W_DAU || sym(r, tok) == W_CUOI) && tok + 1 < end && (cx_years_at(r, tok + 1) != NULL || sym(r, tok + 1) == W_NAM))
			tok++;
		else if ((sym(r, tok) == W_DAU || sym(r, tok) == W_CUOI) && tok + 2 < end && sym(r, tok + 1) == W_NHIEM)
			tok += 3;
		/* "đến năm 2030", "trong nhiệm kỳ" */
		else if ((sym(r, tok) == W_DEN || sym(r, tok) == W_TOI || sym(r, tok) == W_VAO || sym(r, tok) == W_TRONG) && tok + 1 < end &&
				 (cx_years_at(r, tok + 1) != NULL || cx_term_at(r, tok + 1) != NULL || cx_edge_find(r->tagged, tok + 1, CX_CLASS_FREQUENCY) != NULL))
			tok++;
		else
			break;
	}
	return tok;
}

/* First predicate of [tok, end), passing over nouns that contain such a word. */
uint32_t
cx_find_predicate(const CxReader *r, uint32_t tok, uint32_t end)
{
	uint32_t	first = tok;

	while (tok < end)
	{
		const CxEdge *noun = cx_edge_find(r->tagged, tok, CX_CLASS_ORG_NOUN);
		const CxEdge *person = cx_edge_find(r->tagged, tok, CX_CLASS_PERSON_NOUN);
		const CxEdge *p = cx_edge_find(r->tagged, tok, CX_CLASS_PREDICATE);

		if (noun == NULL || (person != NULL && person->end > noun->end))
			noun = person;
		if (noun != NULL && (p == NULL || noun->end >= p->end) && (noun->end > tok + 2 || tok == first || sym(r, tok) != W_TO))
			tok = noun->end;
		else if (p != NULL)
			return tok;

		/*
		 * "tổ chức" is a noun at the head of a subject and a verb behind
		 * one
		 */
		else if (tok > first && sym(r, tok) == W_TO && sym(r, tok + 1) == W_CHUC && sym(r, tok - 1) != CX_SYM_CHAR(',') &&
				 sym(r, tok - 1) != W_VA)
			return tok;
		else
			tok++;
	}
	return end;
}
