/*-------------------------------------------------------------------------
 *
 * indicator_scope.c
 *	  Whether a figure is a target or a result, how often it holds, and of which years it is.
 *
 * Each is said once and holds for the items behind it until something else is
 * said; what stands with one item holds for that alone.
 *
 *-------------------------------------------------------------------------
 */
#include "indicator.h"

#include <string.h>

#include "facts_words.h"

/* ---- scope ------------------------------------------------------------------------------------ */

/* A word for targets that tells of no aim: "13/17 chỉ tiêu đạt và vượt", "chỉ tiêu đề ra". */
static bool
is_no_cue(const CxReader *r, uint32_t tok, const CxEdge *cue)
{
	uint16_t	next = sym(r, cue->end);
	uint16_t	before = tok > 0 ? sym(r, tok - 1) : 0;
	uint32_t	i;

	/*
	 * "chỉ tiêu Nghị quyết đề ra, …" names the aim that was met,
	 * not one
	 */
	if (sym(r, cue->end - 1) == W_RA && has_value(cue, "target") && next != CX_SYM_CHAR(':') &&
		(cue->end >= r->lex->toks.n || (!is_letters(r, cue->end) && r->lex->toks.at[cue->end].kind != CX_TOK_NUMBER)))
		return true;

	/*
	 * "128 đảng viên/chỉ tiêu 125"; "gấp đôi hiện nay", "gấp
	 * 2,5 lần hiện nay", "so với hiện nay"
	 */
	if (before == CX_SYM_CHAR('/') || (sym(r, tok) == W_HIEN && (before == W_DOI_TWICE || before == W_LAN || before == W_VOI)))
		return true;
	if (cx_edge_find(r->tagged, tok, CX_CLASS_ITEM) == NULL)
		return false;
	i = cx_numbers_from(r, tok);
	return i > 0 && r->lex->numbers.at[i - 1].num_end == tok &&
		(r->lex->numbers.at[i - 1].is_fraction || next == W_DAT || next == W_VUOT || next == W_DA || next == W_HOAN);
}

static void
take_years(const CxReader *r, uint32_t tok, const CxDate *d, CxScope *scope)
{
	uint16_t	before = tok > 0 ? sym(r, tok - 1) : 0;
	bool		until;

	/* "đến hết năm 2025", "đến cuối năm 2025" */
	if ((before == W_HET || before == W_CUOI || before == W_GIUA) && tok > 1)
		before = sym(r, tok - 2);
	until = before == W_DEN || before == W_TOI || before == W_VAO || sym(r, tok) == W_DEN || sym(r, tok) == W_TOI;

	scope->period_start = until && d->grain != CX_GRAIN_PERIOD ? CX_NULL : d->from.year;
	scope->period_end = d->to.year;
}

/* A word for a frequency at a token, unless it is the beginning of a term: "trong nhiệm kỳ 2020 - 2025". */
static const CxEdge *
frequency_at(const CxReader *r, uint32_t tok)
{
	const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_FREQUENCY);

	for (uint32_t at = tok + 1; e != NULL && at < e->end; at++)
		if (cx_term_at(r, at) != NULL)
			return NULL;
	return e;
}

/* What the tokens [tok, end) say about nature, frequency and period; the last word counts. */
static void
read_scope(const CxReader *r, uint32_t tok, uint32_t end, CxScope *scope)
{
	uint32_t	cues = tok;		/* "đạt chỉ tiêu" holds "chỉ tiêu" */

	for (; tok < end; tok++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_NATURE);
		const CxTerm *term = cx_term_at(r, tok);
		const CxDate *years = cx_years_at(r, tok);

		if (e != NULL && e->end > cues && !is_no_cue(r, tok, e))
		{
			scope->nature = cx_lexicon_value(e->value);
			scope->stated = true;
			cues = e->end;
		}
		e = frequency_at(r, tok);
		/* not the year of "thu nhập bình quân năm 2019" */
		if (e != NULL && !has_value(e, "average") && cx_years_at(r, e->end - 1) == NULL)
		{
			scope->frequency = cx_lexicon_value(e->value);
			tok = e->end - 1;	/* "bình quân mỗi năm" holds "mỗi năm" */
		}
		if (term != NULL)
		{
			scope->frequency = "term";
			scope->period_start = term->first;
			scope->period_end = term->last;
		}
		else if (years != NULL)
			take_years(r, tok, years, scope);
	}
}

/* Does a list follow: ":", ", trong đó có:"? */
static bool
announces(const CxReader *r, uint32_t tok)
{
	const CxEdge *e = sym(r, tok) == CX_SYM_CHAR(',') ? cx_edge_find(r->tagged, tok + 1, CX_CLASS_CLAUSE) : NULL;

	if (e != NULL)
		tok = e->end + (sym(r, e->end) == W_CO_HAVE);
	return sym(r, tok) == CX_SYM_CHAR(':');
}

/*
 * What the tokens between two numbers say for the items that follow: nature
 * always; frequency and years only where a sentence or a list opens with them
 * ("Đến năm 2025, …", "; mỗi năm kết nạp …"), for else they belong to one item.
 */
void
cx_scope_open(const CxReader *r, uint32_t tok, uint32_t end, uint32_t sentence, CxScope *head)
{
	static const uint64_t labels = CX_LABEL_BIT(CX_CLASS_NATURE) | CX_LABEL_BIT(CX_CLASS_FREQUENCY) |
	CX_LABEL_BIT(CX_LABEL_MENTION + CX_KIND_TERM) | CX_LABEL_BIT(CX_LABEL_MENTION + CX_KIND_DATE);
	uint32_t	cues = tok;

	for (; (tok = cx_next_labelled(r->tagged, tok, end, labels)) < end; tok++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_NATURE);
		uint16_t	before = tok > sentence ? sym(r, tok - 1) : CX_SYM_CHAR(';');
		uint32_t	after = tok + 1;
		uint32_t	opens = tok;	/* with its preposition */
		CxScope		scope = *head;

		/*
		 * what a bracket says is of the figure before it: "438 đảng viên
		 * (chỉ tiêu 600 …)"
		 */
		if (e != NULL && e->end > cues && !is_no_cue(r, tok, e) && !cx_in_brackets(r, tok, sentence))
		{
			head->nature = cx_lexicon_value(e->value);
			head->stated = true;
			cues = e->end;
		}
		/* "đến năm 2025", "trong nhiệm kỳ": the preposition opens it */
		if (before == W_DEN || before == W_TRONG || before == W_VAO || before == W_TOI)
		{
			opens--;
			before = tok > sentence + 1 ? sym(r, tok - 2) : CX_SYM_CHAR(';');
		}
		e = frequency_at(r, tok);
		if (e == NULL)
			e = cx_edge_find(r->tagged, tok, CX_LABEL_MENTION + CX_KIND_TERM);
		if (e == NULL && cx_years_at(r, tok) != NULL)
			e = cx_edge_find(r->tagged, tok, CX_LABEL_MENTION + CX_KIND_DATE);
		if (e == NULL)
			continue;
		after = e->end;

		/*
		 * what is yearly behind a semicolon is that item alone, and ends what
		 * held before: "…; mỗi năm kết nạp 30 đảng viên; …"
		 */
		if (e->label == CX_CLASS_FREQUENCY && before == CX_SYM_CHAR(';') && opens > sentence && sym(r, after) != CX_SYM_CHAR(',') &&
			sym(r, after) != CX_SYM_CHAR(':'))
		{
			head->frequency = NULL;
			continue;
		}
		/* or with what is aimed at: "phấn đấu đến năm 2025 …" */
		if (before != CX_SYM_CHAR(';') && before != CX_SYM_CHAR(':') && !announces(r, after) && cx_skip_openers(r, sentence, opens) < opens &&
			!((before == CX_SYM_CHAR(',') || tok - sentence <= OPENING) && sym(r, after) == CX_SYM_CHAR(',')) &&
			cx_edge_ending(r, opens, CUE_MAX, CX_CLASS_NATURE) == NULL)
			continue;
		/* a list that opens anew leaves the frequency of the one before */
		scope.frequency = NULL;
		read_scope(r, tok, after, &scope);

		/*
		 * "Nhiệm kỳ tới, … đến năm 2030: …": of that year, and
		 * no longer of the term
		 */
		if (scope.frequency == NULL && (e->label == CX_CLASS_FREQUENCY || head->frequency == NULL || strcmp(head->frequency, "term") != 0))
			scope.frequency = head->frequency;
		head->frequency = scope.frequency;
		head->period_start = scope.period_start;
		head->period_end = scope.period_end;
		tok = after - 1;
	}
}

/* Years decide where words do not: what ends before the article is a result, what ends after it a target. */
const char *
cx_nature_by_years(const CxReader *r, const CxScope *scope)
{
	int			year = r->anchor.year;

	if (year == 0 || scope->period_end == CX_NULL)
		return NULL;
	if (scope->period_end < year)
		return "result";
	if (scope->period_end > year)
		return "target";
	return scope->period_start != CX_NULL ? "result" : NULL;
}

/* Nature, frequency and period of a figure, from what stands around it; *scope is that of its list. */
void
cx_scope_of(const CxReader *r, const CxFigure *f, const CxFigureReading *got, const CxSentence *s, CxScope *scope)
{
	uint16_t	next = sym(r, f->after);
	bool		bracket = next == CX_SYM_CHAR('(');
	uint32_t	at_years = f->after + bracket;
	const CxDate *years;
	CxScope		own = {scope->nature, NULL, CX_NULL, CX_NULL, false, false, scope->told};
	bool		near;			/* a word of the clause says the nature */

	next = sym(r, at_years);
	at_years += next == W_DAU || next == W_CUOI || next == W_VAO || next == W_DEN;
	years = cx_years_at(r, at_years);
	read_scope(r, f->first, f->n.tok, &own);
	near = own.stated;
	own.stated |= scope->stated;

	/*
	 * "gấp 1,8 lần năm 2015", "90% (năm 2015 là 75%)" compare with
	 * that year; "1,45% (năm 2019)" is of it
	 */
	if (sym(r, f->unit.tok) == W_LAN || (bracket && years != NULL && sym(r, years->end) != CX_SYM_CHAR(')')))
		years = NULL;
	if (years != NULL)
		take_years(r, at_years, years, &own);
	else if (got->achievement.tok >= f->after && got->achievement.end > got->achievement.tok)
	{
		const char *nature = own.nature;

		read_scope(r, got->achievement.tok, got->achievement.end, &own);
		own.nature = nature;
	}
	for (uint32_t at = f->after; at < f->after + 4 && at < s->end && sym(r, at) != CX_SYM_CHAR(',') && !is_clause_mark(sym(r, at)); at++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, at, CX_CLASS_FREQUENCY);

		if (e != NULL && !has_value(e, "average"))
			own.frequency = cx_lexicon_value(e->value);
	}
	/* "bình quân 14% một năm" */
	if (sym(r, f->after) == W_MOT && sym(r, f->after + 1) == W_NAM && cx_has_average(r, f->first, f->n.tok))
		own.frequency = "yearly";
	/* "bình quân 12%/năm", "bình quân … mỗi năm" */
	if (f->unit.end - f->unit.tok > 2 && sym(r, f->unit.end - 1) == W_NAM && cx_has_average(r, f->first, f->n.tok))
		own.frequency = "yearly";

	/*
	 * a figure of one year, or by one, is of no term and not of every year:
	 * "trong nhiệm kỳ, từ 3 tỷ đồng năm 2020 lên 11 tỷ đồng
	 * năm 2024", "mỗi năm kết nạp 30 đảng viên, đến năm 2030
	 * còn 1% hộ nghèo"
	 */
	if (own.frequency == NULL &&
		(own.period_end == CX_NULL || (own.period_start != CX_NULL && own.period_start != own.period_end)))
		own.frequency = scope->frequency;
	/* "hằng năm 80% tổ chức đảng và 85% đảng viên …" */
	if (own.frequency == NULL && f->n.tok > f->prev_end && sym(r, f->n.tok - 1) == W_VA && f->last->frequency != NULL &&
		cx_clause_start(r, f->n.tok, f->prev_end) == f->prev_end)
		own.frequency = f->last->frequency;
	if (own.period_end == CX_NULL)
	{
		own.period_start = scope->period_start;
		own.period_end = scope->period_end;
	}
	if (own.frequency != NULL && strcmp(own.frequency, "yearly") == 0 && cx_has_average(r, f->first, f->n.tok))
		own.frequency = "yearly_average";

	/*
	 * "phải giữ vững 19 tiêu chí", "phải đạt 60%": what is to be
	 * is not yet
	 */
	for (uint32_t at = f->first; at + 1 < f->n.tok; at++)
		if (sym(r, at) == W_PHAI && (cx_edge_find(r->tagged, at + 1, CX_CLASS_REACH) != NULL || sym(r, at + 1) == W_GIU) &&
			(at == f->first || (sym(r, at - 1) != W_DA && sym(r, at - 1) != W_KHONG)))
		{
			own.nature = "target";
			own.stated = true;
		}

	/* "hiện là 41%" */
	if (f->first < f->n.tok && sym(r, f->first) == W_HIEN)
	{
		own.nature = "result";
		own.stated = true;
	}

	/*
	 * a result is what it is; "ít nhất", "trở lên", "không quá" are
	 * aims, unless the paragraph says otherwise
	 */
	if (!own.stated && !own.told && (f->n.cmp == CX_CMP_GE || f->n.cmp == CX_CMP_LE))
	{
		own.nature = "target";
		own.bounded = true;
	}

	/*
	 * "phấn đấu năm nay đạt 13%": in the year of the article words
	 * decide
	 */
	if (cx_nature_by_years(r, &own) != NULL && (!near || own.period_end != r->anchor.year || own.period_start != own.period_end))
		own.nature = cx_nature_by_years(r, &own);
	*scope = own;
}
