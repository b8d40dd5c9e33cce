/*-------------------------------------------------------------------------
 *
 * indicator.c
 *	  Measured targets and results.
 *
 * Every number with a unit that no other relation has read is looked at in its
 * clause, which is one of three shapes:
 *
 *		share		90 %	SUBJECT	PREDICATE …		"90% đảng viên hoàn thành tốt nhiệm vụ"
 *		level		SUBJECT	[VERB]	N UNIT			"tỷ lệ hộ nghèo còn dưới 2%"
 *		act			VERB	N NOUN …				"kết nạp từ 750 đảng viên trở lên"
 *
 * Whether it is a target or a result, how often it holds and which years it
 * refers to is said once and holds for the items behind it until something
 * else is said: so the reader carries that state from number to
 * number, and the nature also from sentence to sentence.
 *
 *-------------------------------------------------------------------------
 */
#include "internal.h"

#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

/* Reach of a subject or achievement, in tokens. */
#define PHRASE_MAX		40
#define SUBJECT_MAX		24

/* A clause is looked back over for so many tokens, which keeps a text without marks linear. */
#define CLAUSE_MAX		120

/* Words of a counted noun with what narrows it; of a bracket; of a noun before its share; of a word for frequency or nature. */
#define NOUN_MAX		8
#define BRACKET_MAX		16
#define PART_MAX		10
#define CUE_MAX			4

/* "VỀ XÂY DỰNG ĐẢNG VÀ HỆ THỐNG CHÍNH TRỊ" */
#define HEADING_MAX		12

/* "Phấn đấu đến năm 2025, …": a year this near to the start opens the sentence. */
#define OPENING			6

typedef struct Scope
{
	const char *nature;
	const char *frequency;
	int32_t		period_start,
				period_end;
	bool		stated;			/* a word of this sentence says the nature */
	bool		bounded;		/* only a bound does: "ít nhất" */
	bool		told;			/* a word or a year of this paragraph does */
} Scope;

typedef struct Phrase
{
	uint32_t	tok,
				end;
} Phrase;

static uint16_t
sym(const CxReader *r, uint32_t tok)
{
	return tok < r->lex->toks.n ? r->lex->toks.at[tok].sym : 0;
}

static bool
is_letters(const CxReader *r, uint32_t tok)
{
	uint8_t		kind = r->lex->toks.at[tok].kind;

	return kind == CX_TOK_SYLLABLE || kind == CX_TOK_WORD || kind == CX_TOK_ROMAN;
}

static inline bool
has_value(const CxEdge *e, const char *value)
{
	return e != NULL && *cx_lexicon_value(e->value) == *value && strcmp(cx_lexicon_value(e->value), value) == 0;
}

/* Where the name of a measured quantity begins, or NULL. */
static const CxEdge *
quantity_at(const CxReader *r, uint32_t tok)
{
	const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_MEASURE);

	return has_value(e, "quantity") ? e : NULL;
}

static bool
is_clause_mark(uint16_t s)
{
	return s == CX_SYM_CHAR(';') || s == CX_SYM_CHAR(':') || s == CX_SYM_CHAR('.') || s == CX_SYM_CHAR('~') ||
		s == CX_SYM_CHAR('!') || s == CX_SYM_CHAR('?');
}

/* ---- unit ------------------------------------------------------------------------------- */

/* Nouns that measure time or rank, and small words: a number with one is no indicator. */
static bool
is_no_unit(uint16_t s)
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
static bool
is_dimension(const CxReader *r, uint32_t tok)
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
static Phrase
unit_of(const CxReader *r, const CxNumber *n, uint32_t limit, bool *strong, bool *counted)
{
	static const uint16_t nouns[] = {CX_CLASS_PERSON_NOUN, CX_CLASS_ORG_NOUN, CX_CLASS_UNIT, CX_CLASS_ITEM};
	Phrase		u = {n->num_end, n->num_end};
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
	else if (u.tok < limit && is_letters(r, u.tok) && !(r->lex->toks.at[u.tok].flags & CX_TF_UPPER) && !is_no_unit(sym(r, u.tok)))
	{
		u.end = u.tok + 1;
		if (u.end < limit && is_letters(r, u.end) && cx_edge_find(r->tagged, u.end, CX_CLASS_PREDICATE) == NULL)
			u.end++;
	}
	return u;
}

static const CxTerm *
term_at(const CxReader *r, uint32_t tok)
{
	const CxEdge *e = cx_edge_find(r->tagged, tok, CX_LABEL_MENTION + CX_KIND_TERM);

	return e == NULL ? NULL : &r->lex->terms.at[e->data];
}

/*
 * A year, a part of one or a span of years at a token, or NULL.  A day tells
 * of a period only where it ends it ("đến ngày 31/12/2019").
 */
static const CxDate *
years_at(const CxReader *r, uint32_t tok)
{
	const CxEdge *e = cx_edge_find(r->tagged, tok, CX_LABEL_MENTION + CX_KIND_DATE);
	const CxDate *d = e == NULL ? NULL : &r->lex->dates.at[e->data];

	if (d == NULL || d->from.year == 0)
		return NULL;
	if (d->grain == CX_GRAIN_DAY && (tok == 0 || (sym(r, tok - 1) != W_DEN && sym(r, tok) != W_DEN)))
		return NULL;
	return d;
}

/* Is the counted noun one for delegates, committee members or just persons? */
static bool
counts_officials(const CxReader *r, uint32_t tok)
{
	const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_PERSON_NOUN);
	const char *v = e == NULL ? "" : cx_lexicon_value(e->value);

	return cx_edge_find(r->tagged, tok, CX_CLASS_HEAD) != NULL || strcmp(v, "delegate") == 0 || strcmp(v, "alternate") == 0 || strcmp(v, "official") == 0 || strcmp(v, "person") == 0 ||
		strcmp(v, "guest") == 0;
}

/* ---- clauses ------------------------------------------------------------------------------ */

/* Where what is said after a number ends: before the next item of the list. */
static uint32_t
clause_end(const CxReader *r, uint32_t tok, uint32_t limit)
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
static uint32_t
clause_start(const CxReader *r, uint32_t tok, uint32_t first)
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

/* Skip what opens a clause without being its subject: phấn đấu, đến năm 2025, trong đó, và … */
static uint32_t
skip_openers(const CxReader *r, uint32_t tok, uint32_t end)
{
	static const uint64_t all = CX_LABEL_BIT(CX_CLASS_NATURE) | CX_LABEL_BIT(CX_CLASS_FREQUENCY) | CX_LABEL_BIT(CX_CLASS_CLAUSE) |
	CX_LABEL_BIT(CX_LABEL_MENTION + CX_KIND_DATE) | CX_LABEL_BIT(CX_LABEL_MENTION + CX_KIND_TERM);

	while (tok < end)
	{
		static const uint16_t labels[] = {CX_CLASS_NATURE, CX_CLASS_FREQUENCY, CX_CLASS_CLAUSE, CX_LABEL_MENTION + CX_KIND_DATE,
		CX_LABEL_MENTION + CX_KIND_TERM};
		const CxEdge *e = NULL;

		if (quantity_at(r, tok) != NULL)
			break;
		for (size_t i = r->tagged->labels[tok] & all ? 0 : sizeof(labels) / sizeof(labels[0]); i < sizeof(labels) / sizeof(labels[0]) && e == NULL; i++)
			e = cx_edge_find(r->tagged, tok, labels[i]);
		if (e != NULL && e->end <= end)
			tok = e->end;
		else if (!is_letters(r, tok) || sym(r, tok) == W_HIEN)
			tok++;
		/* "đầu năm 2016", "cuối nhiệm kỳ" */
		else if ((sym(r, tok) == W_DAU || sym(r, tok) == W_CUOI) && tok + 1 < end && (years_at(r, tok + 1) != NULL || sym(r, tok + 1) == W_NAM))
			tok++;
		else if ((sym(r, tok) == W_DAU || sym(r, tok) == W_CUOI) && tok + 2 < end && sym(r, tok + 1) == W_NHIEM)
			tok += 3;
		/* "đến năm 2030", "trong nhiệm kỳ" */
		else if ((sym(r, tok) == W_DEN || sym(r, tok) == W_TOI || sym(r, tok) == W_VAO || sym(r, tok) == W_TRONG) && tok + 1 < end &&
				 (years_at(r, tok + 1) != NULL || term_at(r, tok + 1) != NULL || cx_edge_find(r->tagged, tok + 1, CX_CLASS_FREQUENCY) != NULL))
			tok++;
		else
			break;
	}
	return tok;
}

/* First predicate of [tok, end), passing over nouns that contain such a word. */
static uint32_t
find_predicate(const CxReader *r, uint32_t tok, uint32_t end)
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

/* ---- scope ------------------------------------------------------------------------------------ */

/* A word for targets that tells of no aim: "13/17 chỉ tiêu đạt và vượt", "chỉ tiêu đề ra". */
static bool
is_no_cue(const CxReader *r, uint32_t tok, const CxEdge *cue)
{
	uint16_t	next = sym(r, cue->end);
	uint32_t	i;

	/*
	 * "chỉ tiêu Nghị quyết đề ra, …" names the aim that was met,
	 * not one
	 */
	if (sym(r, cue->end - 1) == W_RA && has_value(cue, "target") && next != CX_SYM_CHAR(':') &&
		(cue->end >= r->lex->toks.n || (!is_letters(r, cue->end) && r->lex->toks.at[cue->end].kind != CX_TOK_NUMBER)))
		return true;
	if (cx_edge_find(r->tagged, tok, CX_CLASS_ITEM) == NULL)
		return false;
	i = cx_numbers_from(r, tok);
	return i > 0 && r->lex->numbers.at[i - 1].num_end == tok &&
		(r->lex->numbers.at[i - 1].is_fraction || next == W_DAT || next == W_VUOT || next == W_DA || next == W_HOAN);
}

static void
take_years(const CxReader *r, uint32_t tok, const CxDate *d, Scope *scope)
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

/* What the tokens [tok, end) say about nature, frequency and period; the last word counts. */
static void
read_scope(const CxReader *r, uint32_t tok, uint32_t end, Scope *scope)
{
	uint32_t	cues = tok;		/* "đạt chỉ tiêu" holds "chỉ tiêu" */

	for (; tok < end; tok++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_NATURE);
		const CxTerm *term = term_at(r, tok);
		const CxDate *years = years_at(r, tok);

		if (e != NULL && e->end > cues && !is_no_cue(r, tok, e))
		{
			scope->nature = cx_lexicon_value(e->value);
			scope->stated = true;
			cues = e->end;
		}
		e = cx_edge_find(r->tagged, tok, CX_CLASS_FREQUENCY);
		/* not the year of "thu nhập bình quân năm 2019" */
		if (e != NULL && !has_value(e, "average") && years_at(r, e->end - 1) == NULL)
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

/*
 * What the tokens between two numbers say for the items that follow: nature
 * always; frequency and years only where a sentence or a list opens with them
 * ("Đến năm 2025, …", "; mỗi năm kết nạp …"), for else they belong to one item.
 */
static void
read_head(const CxReader *r, uint32_t tok, uint32_t end, uint32_t sentence, Scope *head)
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
		Scope		scope = *head;

		if (e != NULL && e->end > cues && !is_no_cue(r, tok, e))
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
		e = cx_edge_find(r->tagged, tok, CX_CLASS_FREQUENCY);
		if (e == NULL)
			e = cx_edge_find(r->tagged, tok, CX_LABEL_MENTION + CX_KIND_TERM);
		if (e == NULL && years_at(r, tok) != NULL)
			e = cx_edge_find(r->tagged, tok, CX_LABEL_MENTION + CX_KIND_DATE);
		if (e == NULL)
			continue;
		after = e->end;
		/* or with what is aimed at: "phấn đấu đến năm 2025 …" */
		if (before != CX_SYM_CHAR(';') && before != CX_SYM_CHAR(':') && sym(r, after) != CX_SYM_CHAR(':') &&
			!((before == CX_SYM_CHAR(',') || tok - sentence <= OPENING) && sym(r, after) == CX_SYM_CHAR(',')) &&
			cx_edge_ending(r, opens, CUE_MAX, CX_CLASS_NATURE) == NULL)
			continue;
		/* a list that opens anew leaves the frequency of the one before */
		scope.frequency = NULL;
		read_scope(r, tok, after, &scope);
		if (scope.frequency == NULL)
			scope.frequency = head->frequency;
		head->frequency = scope.frequency;
		head->period_start = scope.period_start;
		head->period_end = scope.period_end;
		tok = after - 1;
	}
}

/* Years decide where words do not: what ends before the article is a result, what ends after it a target. */
static const char *
nature_by_years(const CxReader *r, const Scope *scope)
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

/* ---- one number --------------------------------------------------------------------------------- */

/* "bình quân" as a mean over years, not "bình quân đầu người". */
static bool
has_average(const CxReader *r, uint32_t tok, uint32_t end)
{
	for (; tok + 1 < end; tok++)
		if (sym(r, tok) == W_BINH && sym(r, tok + 1) == W_QUAN && sym(r, tok + 2) != W_DAU)
			return true;
	return false;
}

/* Is a subject no more than a place ("Lào Cai", "cao nhất là TP HCM")?  Narrows it to the place. */
static bool
place_only(const CxReader *r, Phrase *subject)
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
static uint32_t
frequency_start(const CxReader *r, uint32_t tok, uint32_t end)
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
			return true;
		default:
			return false;
	}
}

/* Cut what ends a subject without being part of it: a year, "từ", "mới", "chỉ". */
static uint32_t
trim_subject(const CxReader *r, uint32_t tok, uint32_t end)
{
	for (bool cut = true; cut && end > tok;)
	{
		const CxEdge *e;
		uint32_t	frequency = frequency_start(r, tok, end);

		cut = frequency < end;
		end = frequency;
		for (uint32_t back = 1; back <= 5 && back <= end - tok && !cut; back++)
		{
			e = cx_edge_find(r->tagged, end - back, CX_LABEL_MENTION + CX_KIND_DATE);
			if (e != NULL && e->end == end)
			{
				end -= back;
				cut = true;
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
static const CxEdge *
act_before(const CxReader *r, uint32_t tok, uint32_t first, uint32_t *at)
{
	for (uint32_t back = 1; back <= 8 && tok >= first + back; back++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, tok - back, CX_CLASS_ACT);

		if (is_clause_mark(sym(r, tok - back)) || sym(r, tok - back) == CX_SYM_CHAR(','))
			break;
		if (e != NULL && e->end <= tok && tok - e->end <= 2)
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
			return e;
		}
	}
	return NULL;
}

/* The verb that ties a subject to the number behind it: the first token of "còn", "ước đạt", "tăng lên". */
static uint32_t
reach_before(const CxReader *r, uint32_t tok, uint32_t first, const CxEdge **verb)
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
			else if ((f != NULL && f->end == at) || (c != NULL && c->end == at))
				found = at - back;
		}
		if (found == at)
			return at;
		at = found;
	}
}

/* Can what stands behind a share be whose share it is: no preposition, time or new clause? */
static bool
begins_subject(const CxReader *r, uint32_t tok)
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

/* ---- the shapes of a clause ------------------------------------------------------------------------ */

/* A number and what stands around it. */
typedef struct Figure
{
	CxNumber	n;
	Phrase		unit;
	bool		strong;			/* a unit of measure */
	bool		counted;		/* one of things: "căn nhà", "vụ" */
	uint32_t	prev_end,		/* where the figure before it ends */
				first,			/* where its clause begins, */
				subject_tok,	/* without what opens it */
				verb_tok,		/* the verb that ties a subject to it */
				act_tok,		/* what was done to so many */
				after,			/* behind it and its unit */
				end;			/* of the clause */
	const CxEdge *verb,
			   *act,
			   *plan;
	const CxIndicator *last;	/* what was read before it */
	uint32_t	index;			/* its number in the text */
} Figure;

/* What is said of a figure. */
typedef struct Reading
{
	const char *rule;
	Phrase		subject,
				achievement;
	Phrase		rest;			/* of the achievement, behind the subject */
	uint32_t	end;
	float		confidence;
	bool		is_aim;			/* whatever else the sentence tells */
} Reading;

/* Does what stands before the figure name a quantity ("tỷ lệ hộ nghèo")?  Where it begins. */
static const CxEdge *
measure_in(const CxReader *r, uint32_t tok, uint32_t end, uint32_t *at)
{
	for (; (tok = cx_next_labelled(r->tagged, tok, end, CX_LABEL_BIT(CX_CLASS_MEASURE))) < end; tok++)
	{
		const CxEdge *e = quantity_at(r, tok);

		if (e != NULL && e->end <= end)
		{
			if (at != NULL)
				*at = tok;
			return e;
		}
	}
	return NULL;
}

/* The words that narrow a counted noun: "đảng viên mới", "bản chưa có chi bộ", "lớp “bình dân học vụ”". */
static uint32_t
noun_end(const CxReader *r, uint32_t tok, uint32_t from, uint32_t end)
{
	static const uint16_t stops[] = {W_TRO, W_VOI, W_TRONG, W_VAO, W_VA, W_CHO, W_DE, W_TAI_PREP, W_TU, W_DEN, W_CUNG, W_THI2};

	while (from < end && from - tok < NOUN_MAX)
	{
		if (sym(r, from) == CX_SYM_CHAR('"') && from + 1 < end)
		{
			const CxEdge *quote = cx_edge_find(r->tagged, from + 1, CX_LABEL_MENTION + CX_KIND_QUOTE);

			return quote != NULL && quote->end < end ? quote->end + 1 : from;
		}
		if (!is_letters(r, from) || cx_edge_find(r->tagged, from, CX_CLASS_FREQUENCY) != NULL)
			break;
		for (size_t i = 0; i < sizeof(stops) / sizeof(stops[0]); i++)
			if (sym(r, from) == stops[i])
				return from;
		from++;
	}
	return from;
}

/* "Quy mô tuyển sinh giảm, năm 2019 chỉ đạt 71%": the clause before names what is measured */
static bool
read_carried(const CxReader *r, Figure *f, Reading *out)
{
	uint32_t	first,
				at;
	const CxEdge *e;

	if (!f->strong || f->counted || f->verb == NULL || trim_subject(r, f->subject_tok, f->verb_tok) > f->subject_tok ||
		f->last->subject.at != NULL || f->first <= f->prev_end || sym(r, f->first - 1) != CX_SYM_CHAR(','))
		return false;
	first = clause_start(r, f->first - 1, f->prev_end);
	/* "6 trong tổng số 54 …" tells of a part */
	if (measure_in(r, first, f->first - 1, &at) == NULL || (at > 0 && sym(r, at - 1) == W_TRONG))
		return false;
	out->rule = "indicator.level";
	out->confidence = 0.6f;
	out->end = f->after;
	out->subject.tok = at;
	for (out->subject.end = at + 1; out->subject.end < f->first - 1; out->subject.end++)
	{
		e = cx_edge_find(r->tagged, out->subject.end, CX_CLASS_REACH);
		if ((e != NULL && quantity_at(r, out->subject.end) == NULL) || cx_edge_find(r->tagged, out->subject.end, CX_CLASS_NEGATION) != NULL)
			break;
	}
	out->subject.end = trim_subject(r, at, out->subject.end);
	return true;
}

/* "vượt 15% chỉ tiêu" is said of what stands before, or of the figure before it. */
static bool
read_plan(const CxReader *r, Figure *f, Reading *out)
{
	bool		over = f->n.num_tok > f->n.tok && sym(r, f->n.tok) == W_VUOT;

	if (!f->n.is_percent || f->plan == NULL || (f->verb == NULL && f->act == NULL && !over))
		return false;
	out->rule = "indicator.level";
	out->confidence = 0.7f;
	out->subject.tok = f->subject_tok;
	out->subject.end = trim_subject(r, f->subject_tok, f->act != NULL && f->act_tok >= f->subject_tok ? f->act_tok : f->verb_tok);
	if (out->subject.end <= out->subject.tok && f->last->subject.at == NULL)
	{
		Reading		carried;

		if (!read_carried(r, f, &carried))
			return false;
		out->subject = carried.subject;
	}
	out->achievement.tok = f->verb != NULL ? f->verb_tok : over ? f->n.tok : f->act_tok;
	out->achievement.end = f->n.tok;
	/* here the word says what was done, not how much at least */
	if (over)
	{
		out->achievement.end = f->n.num_tok;
		if (f->n.cmp == CX_CMP_GT)
			f->n.cmp = CX_CMP_EQ;
	}
	out->rest.tok = f->after;
	out->rest.end = out->end = f->plan->end;
	return true;
}

/* "90% đảng viên hoàn thành tốt nhiệm vụ"; "giảm 2% hộ nghèo" */
static bool
read_share(const CxReader *r, Figure *f, Reading *out)
{
	uint32_t	p,
				at;

	if (!f->n.is_percent || f->after >= f->end || !begins_subject(r, f->after))
		return false;

	/*
	 * "trên địa bàn còn 0,9% hộ nghèo", but "tỷ lệ hộ nghèo
	 * còn 0,9% …"
	 */
	if (f->subject_tok + 1 < f->verb_tok && f->verb != NULL &&
		((sym(r, f->verb_tok) != W_CO_HAVE && sym(r, f->verb_tok) != W_CON) || f->verb->end != f->verb_tok + 1 ||
		 measure_in(r, f->first, f->verb_tok, NULL) != NULL))
		return false;
	p = find_predicate(r, f->after, f->after + SUBJECT_MAX < f->end ? f->after + SUBJECT_MAX : f->end);

	/*
	 * "tỷ lệ nữ cao hơn 15% là Hà Giang 17%" is of what stands
	 * before
	 */
	if (p == f->after && measure_in(r, f->first, f->n.tok, NULL) != NULL)
		return false;
	out->rule = "indicator.share";
	out->confidence = 0.93f;
	out->subject.tok = f->after;
	out->subject.end = p;

	/*
	 * "100% cán bộ và 90% người dân được …": of both the same
	 * is said
	 */
	if (cx_edge_within(r, f->after, p, CX_LABEL_MENTION + CX_KIND_NUMBER, &at) != NULL && sym(r, at - 1) == W_VA && at - 1 > f->after)
		out->subject.end = at - 1;
	out->end = f->end;
	if (p < f->end && (cx_edge_find(r->tagged, p, CX_CLASS_PREDICATE) != NULL || sym(r, p) == W_TO))
	{
		out->achievement.tok = p;
		out->achievement.end = f->end;
		return true;
	}
	for (at = f->after; at < out->subject.end; at++)
		if (sym(r, at) == CX_SYM_CHAR(','))
		{
			out->subject.end = out->end = at;
			break;
		}
	if (f->n.tok > f->first && (sym(r, f->n.tok - 1) == W_GIAM || sym(r, f->n.tok - 1) == W_TANG))
	{
		out->achievement.tok = f->n.tok - 1;
		out->achievement.end = f->n.tok;
	}
	return true;
}

/* "đạt 84%, vượt chỉ tiêu 75% của Nghị quyết": what was aimed at for the figure before */
static bool
read_aim(const CxReader *r, Figure *f, Reading *out)
{
	if (!f->strong || f->counted || f->last->subject.at == NULL || f->n.tok < f->first + 3 ||
		!has_value(cx_edge_ending(r, f->n.tok, CUE_MAX, CX_CLASS_MEASURE), "plan"))
		return false;
	out->rule = "indicator.level";
	out->is_aim = true;
	out->confidence = 0.7f;
	out->end = f->after;
	return true;
}

/* "kết nạp 150 đảng viên", "vận động xây 40 căn nhà", "giúp 312 hộ thoát nghèo" */
static bool
read_act(const CxReader *r, Figure *f, Reading *out)
{
	uint32_t	at;

	if (f->act == NULL || f->act_tok < f->prev_end || f->n.is_percent || (f->strong && !f->counted && f->n.tok - f->act->end > 1) ||
		measure_in(r, f->subject_tok, f->act_tok + 1, NULL) != NULL)
		return false;
	out->rule = "indicator.act";
	out->confidence = 0.92f;
	out->end = f->end;
	out->achievement.tok = f->act_tok;
	out->achievement.end = f->n.tok > f->act->end && sym(r, f->n.tok - 1) == W_CHO ? f->n.tok - 1 : f->act->end;

	/*
	 * "vận động nhân dân hiến": what was undertaken begins with the
	 * verb that causes the other
	 */
	for (at = f->act_tok; at > f->subject_tok && sym(r, at - 1) != W_DA && sym(r, at - 1) != W_SE;)
		if (has_value(cx_edge_find(r->tagged, --at, CX_CLASS_ACT), "causes"))
			out->achievement.tok = at;

	/*
	 * "mỗi chi đoàn nhận ít nhất 1 công trình": each of these does
	 * so
	 */
	if (sym(r, f->subject_tok) == W_MOI2 && f->subject_tok + 1 < out->achievement.tok)
	{
		out->subject.tok = f->subject_tok;
		out->subject.end = trim_subject(r, f->subject_tok, out->achievement.tok);
		return true;
	}
	out->subject.tok = f->unit.tok;
	at = f->unit.end;
	/* "vận động 12 tỷ đồng cho Quỹ …" */
	if (f->strong && !f->counted && (sym(r, at) == W_CHO || sym(r, at) == W_VAO))
		out->subject.tok = ++at;
	out->subject.end = noun_end(r, out->subject.tok, at, f->end);
	/* "hiến 300 m2 đất": the land, not the metres */
	if (out->subject.tok == f->unit.tok && out->subject.end > f->unit.end && is_dimension(r, f->unit.tok))
		out->subject.tok = f->unit.end;
	if (has_value(f->act, "causes"))
		for (at = f->unit.end; (at = cx_next_labelled(r->tagged, at, out->subject.end, CX_LABEL_BIT(CX_CLASS_PREDICATE) | CX_LABEL_BIT(CX_CLASS_ACT))) < out->subject.end; at++)
			if ((cx_edge_find(r->tagged, at, CX_CLASS_ACT) != NULL && !(r->lex->toks.at[at].flags & CX_TF_UPPER)) ||
				(cx_edge_find(r->tagged, at, CX_CLASS_PREDICATE) != NULL && sym(r, at) != W_CO_HAVE && sym(r, at) != W_LA && sym(r, at) != W_CHUA))
			{
				out->rest.tok = at;
				out->rest.end = f->end;
				out->subject.end = at;
				break;
			}
	return true;
}

/* "45 tiến sĩ (7,63%)", "8 đồng chí nữ, chiếm 16,7%": the noun that was counted before */
static bool
read_part(const CxReader *r, Figure *f, Reading *out)
{
	const CxNumber *whole = f->index > 0 ? &r->lex->numbers.at[f->index - 1] : NULL;
	uint16_t	mark = f->first > 0 ? sym(r, f->first - 1) : 0;
	uint32_t	tok,
				end = f->first - 1,
				p;

	/* "hai người dưới 40 tuổi (3%)": an age is no count */
	if (whole != NULL && is_no_unit(sym(r, whole->num_end)) && f->index > 1)
		whole--;
	if (!f->n.is_percent || f->subject_tok < f->verb_tok || whole == NULL || (mark != CX_SYM_CHAR('(') && mark != CX_SYM_CHAR(',')))
		return false;
	tok = whole->num_end;
	if (whole->is_percent || tok >= end || end - tok > PART_MAX)
		return false;
	for (uint32_t at = tok; at < end; at++)
		if (!is_letters(r, at) && r->lex->toks.at[at].kind != CX_TOK_NUMBER)
			return false;
	out->rule = "indicator.level";
	out->confidence = 0.7f;
	out->end = f->after;
	out->subject.tok = tok;
	out->subject.end = end;
	p = find_predicate(r, tok + 1 < end ? tok + 1 : end, end);
	if (p < end && cx_edge_find(r->tagged, p, CX_CLASS_PREDICATE) != NULL)
	{
		out->subject.end = out->achievement.tok = p;
		out->achievement.end = end;
	}
	/* "số cán bộ trẻ là 18 người (chiếm 2%)" */
	else if (has_value(cx_edge_find(r->tagged, tok, CX_CLASS_PERSON_NOUN), "person") && cx_edge_find(r->tagged, tok, CX_CLASS_PERSON_NOUN)->end == end)
	{
		const CxEdge *verb;
		uint32_t	first = clause_start(r, whole->tok, r->lex->sentences.at[cx_sentence_of(r, whole->tok)].tok);
		uint32_t	verb_tok = reach_before(r, whole->tok, first, &verb);

		first = skip_openers(r, first, verb_tok);
		if (verb != NULL && first < verb_tok && !cx_has_sym(r, first, verb_tok, W_TRONG))
		{
			out->subject.tok = first;
			out->subject.end = trim_subject(r, first, verb_tok);
		}
	}
	return true;
}

/* "17/19 xã đạt chuẩn": a counted noun of which something is said */
static bool
read_counted(const CxReader *r, Figure *f, Reading *out)
{
	uint32_t	p = f->after;

	if ((f->strong && !f->counted) || f->after >= f->end)
		return false;
	if (cx_edge_find(r->tagged, f->after, CX_CLASS_PREDICATE) == NULL && !f->n.is_fraction)
	{
		/* "có 450 lượt người dân tham dự" */
		if (f->verb == NULL || sym(r, f->verb_tok) != W_CO_HAVE || sym(r, f->subject_tok) == W_MOI2)
			return false;
		p = find_predicate(r, f->after, f->after + NOUN_MAX < f->end ? f->after + NOUN_MAX : f->end);
		if (p >= f->end || cx_edge_find(r->tagged, p, CX_CLASS_PREDICATE) == NULL)
			return false;
		for (uint32_t at = f->after; at < p; at++)
			if (!is_letters(r, at))
				return false;
	}
	out->rule = "indicator.share";
	out->confidence = 0.7f;
	out->subject.tok = f->unit.tok;
	out->subject.end = p;
	out->achievement.tok = p;
	out->achievement.end = out->end = f->end;
	return true;
}

/* "tư vấn pháp luật được 774 vụ", "đã số hoá 12 di tích": things were dealt with */
static bool
read_dealt(const CxReader *r, Figure *f, Reading *out)
{
	uint32_t	tok = f->verb != NULL ? f->subject_tok : f->verb_tok;

	if (!f->counted || f->verb_tok <= f->subject_tok || (f->verb != NULL && sym(r, f->verb_tok) != W_DUOC) ||
		measure_in(r, f->subject_tok, f->verb_tok, NULL) != NULL)
		return false;
	/* who did it stands before "đã", "sẽ" */
	for (uint32_t at = f->subject_tok; at < f->verb_tok; at++)
		if (sym(r, at) == W_DA || sym(r, at) == W_SE)
			tok = at + 1;
	out->achievement.tok = tok;
	out->achievement.end = trim_subject(r, tok, f->verb_tok);
	if (out->achievement.end <= tok)
		return false;
	out->rule = "indicator.act";
	out->confidence = 0.7f;
	out->subject.tok = f->unit.tok;
	out->subject.end = noun_end(r, f->unit.tok, f->unit.end, f->end);
	out->end = f->end;
	return true;
}

/*
 * Growth is what is said of the subject; a new level ("tăng từ A lên B", "giảm
 * còn B") is not.
 */
static void
split_growth(const CxReader *r, const Figure *f, Reading *out)
{
	for (uint32_t at = out->subject.tok; at > 0 && at < f->n.num_tok; at++)
	{
		const CxEdge *measure = quantity_at(r, at);

		/* "giá trị tăng thêm", "tăng trưởng kinh tế" */
		if (measure != NULL)
			at = measure->end - 1;
		else if ((sym(r, at) == W_TANG || sym(r, at) == W_GIAM) && sym(r, at - 1) != W_DO2 && sym(r, at - 1) != W_MUC)
		{
			bool		level = sym(r, at + 1) == W_LEN || sym(r, at + 1) == W_CON || sym(r, at + 1) == W_XUONG ||
			(sym(r, at + 1) == W_TU && !f->n.is_range);

			if (at > out->subject.tok && at < out->subject.end)
				out->subject.end = trim_subject(r, out->subject.tok, at);
			if (!level)
			{
				out->achievement.tok = at;
				out->achievement.end = sym(r, at + 1) == W_TRUONG ? at + 2 : at + 1;
			}
			if (at == out->subject.tok)
				out->subject.tok = at + 1;
			return;
		}
	}
}

/* "đào tạo đạt 70%, có bằng cấp, chứng chỉ 38%"; "trong đó hoàn thành xuất sắc 20%": more of the same subject */
static bool
read_further(const CxReader *r, Figure *f, Reading *out)
{
	uint32_t	tok = f->first,
				end = f->verb_tok;
	const CxEdge *e;

	if (!f->n.is_percent || f->last->subject.at == NULL || f->last->unit.n != 1)
		return false;
	/* a comma between the nouns of the clause is not its beginning */
	if (tok > f->prev_end && sym(r, tok - 1) == CX_SYM_CHAR(',') && end - tok <= 3)
	{
		uint32_t	before = clause_start(r, tok - 1, f->prev_end);

		if (sym(r, before) == W_CO_HAVE)
			tok = before;
	}
	e = cx_edge_find(r->tagged, tok, CX_CLASS_CLAUSE);
	if (sym(r, tok) == W_TRONG && e != NULL)
		tok = e->end;
	else if (sym(r, tok) != W_CO_HAVE)
		return false;
	if (tok >= end || cx_edge_find(r->tagged, tok, CX_CLASS_PREDICATE) == NULL || end - tok < 2)
		return false;
	out->rule = "indicator.level";
	out->confidence = 0.7f;
	out->end = f->after;
	out->achievement.tok = tok;
	out->achievement.end = trim_subject(r, tok, end);
	return out->achievement.end > tok;
}

/* "tỷ lệ hộ nghèo còn dưới 2%" */
static bool
read_level(const CxReader *r, Figure *f, Reading *out)
{
	uint32_t	at;
	bool		there_is = f->counted && f->verb != NULL && sym(r, f->verb->end - 1) == W_CO_HAVE;

	if ((f->verb_tok <= f->subject_tok && !there_is) || (!f->strong && f->verb == NULL))
		return false;
	out->rule = "indicator.level";
	out->confidence = 0.85f;
	out->end = f->after;
	out->subject.tok = f->subject_tok;
	out->subject.end = trim_subject(r, f->subject_tok, f->verb_tok);

	if (out->subject.end <= out->subject.tok && !there_is && f->last->subject.at == NULL)
		return false;

	/*
	 * "giữ ổn định tỷ lệ che phủ rừng", "đơn vị có tỷ lệ
	 * nữ": what is measured begins with its name
	 */
	if (measure_in(r, out->subject.tok, out->subject.end, &at) != NULL)
		out->subject.tok = at;
	split_growth(r, f, out);
	/* "vận động Quỹ … 62,5 tỷ đồng" */
	if (out->achievement.end == 0 && f->strong && !f->n.is_percent && (f->verb == NULL || sym(r, f->verb_tok) == W_DUOC) &&
		quantity_at(r, out->subject.tok) == NULL)
	{
		const CxEdge *act = cx_edge_within(r, out->subject.tok, out->subject.end, CX_CLASS_ACT, &at);

		if (act != NULL && !has_value(act, "generic") && act->end < out->subject.end)
		{
			out->achievement.tok = at;
			out->achievement.end = out->subject.tok = act->end;
		}
	}
	/* "gấp 1,8 lần" */
	if (f->verb != NULL && sym(r, f->verb_tok) == W_GAP)
	{
		out->achievement.tok = f->verb_tok;
		out->achievement.end = f->verb->end;
	}
	/* "mỗi năm có 2 mô hình mới": the unit is the subject */
	if (there_is && out->subject.end <= out->subject.tok)
	{
		out->subject.tok = f->unit.tok;
		out->subject.end = noun_end(r, f->unit.tok, f->unit.end, f->end);
	}
	/* "mỗi chi đoàn có ít nhất 1 công trình" */
	if (out->achievement.end == 0 && f->verb != NULL && sym(r, f->subject_tok) == W_MOI2 && sym(r, f->verb_tok) == W_CO_HAVE)
	{
		out->achievement.tok = f->verb_tok;
		out->achievement.end = f->verb->end;
	}
	return true;
}

/* "từ 61 tỷ đồng lên 200 tỷ đồng": the subject stands before the first */
static bool
read_onward(const CxReader *r, Figure *f, Reading *out)
{
	(void) r;
	if (!f->strong || f->last->subject.at == NULL || f->verb == NULL)
		return false;
	out->rule = "indicator.level";
	out->confidence = 0.7f;
	out->end = f->after;
	return true;
}

/* "12 bác sĩ/vạn dân": the unit says what is measured */
static bool
read_rate(const CxReader *r, Figure *f, Reading *out)
{
	if (!f->counted || f->subject_tok < f->verb_tok || !cx_has_sym(r, f->unit.tok, f->unit.end, CX_SYM_CHAR('/')))
		return false;
	out->rule = "indicator.level";
	out->confidence = 0.7f;
	out->end = f->after;
	out->subject = f->unit;
	return true;
}

/* The shapes, the first that fits is taken. */
static bool (*const shapes[]) (const CxReader *r, Figure *f, Reading *out) =
{
	read_plan, read_share, read_aim, read_act, read_part, read_counted, read_dealt, read_further, read_level, read_rate, read_carried, read_onward
};

/* "nâng tổng số hội viên lên 788 người": but not the delegates of the event or who was elected */
static bool
is_total(const CxReader *r, const Figure *f)
{
	uint32_t	at;

	if (!has_value(cx_edge_find(r->tagged, f->unit.tok, CX_CLASS_PERSON_NOUN), "person") || f->verb == NULL ||
		measure_in(r, f->subject_tok, f->verb_tok, &at) == NULL)
		return false;
	for (; at < f->verb_tok; at++)
	{
		const CxEdge *noun = cx_edge_find(r->tagged, at, CX_CLASS_PERSON_NOUN);

		if (has_value(noun, "delegate") || has_value(noun, "official") || has_value(noun, "alternate") || has_value(noun, "guest"))
			return false;
	}
	return true;
}

/* A share of ballots or of the delegates of the event is no target and no result. */
static bool
is_vote(const CxReader *r, const Figure *f)
{
	const CxEdge *noun = cx_edge_find(r->tagged, f->after, CX_CLASS_PERSON_NOUN);

	return has_value(noun, "delegate") || cx_has_sym(r, f->after, f->after + 3 < f->end ? f->after + 3 : f->end, W_PHIEU) ||
		(cx_has_sym(r, f->first, f->n.tok, W_CU2) && cx_edge_within(r, f->first, f->n.tok, CX_CLASS_ELECT, NULL) != NULL);
}

/* "giá trị sản xuất trên 1 ha đất": what the figure behind it is per; but "trồng mới trên 1 ha chè". */
static bool
is_per_unit(const CxReader *r, const Figure *f)
{
	return f->n.cmp == CX_CMP_GT && f->strong && cx_int(&f->n.value) == 1 && sym(r, f->n.tok) == W_TREN && is_dimension(r, f->unit.tok) &&
		is_letters(r, f->unit.end) &&
		(cx_edge_ending(r, f->n.tok, CUE_MAX, CX_CLASS_ACT) == NULL || cx_edge_ending(r, f->n.tok, CUE_MAX, CX_CLASS_MEASURE) != NULL);
}

/* Is a number no figure of an indicator: a time, a fraction of nothing, "một số …"? */
static bool
is_no_figure(const CxReader *r, const Figure *f)
{
	const CxNumber *n = &f->n;
	uint32_t	unit = f->unit.tok;

	/* "ngày công" measures work, not time */
	if (f->unit.end == unit || (is_no_unit(sym(r, unit)) && (f->unit.end != unit + 2 || sym(r, unit + 1) != W_CONG)))
		return true;
	if (is_per_unit(r, f))
		return true;
	/* "gấp 1,8 lần" */
	if (sym(r, unit) == W_LAN && (n->tok == 0 || sym(r, n->tok - 1) != W_GAP))
		return true;
	if (!f->strong && cx_edge_find(r->tagged, unit, CX_CLASS_BREAK) != NULL && cx_edge_find(r->tagged, unit, CX_CLASS_ORG_NOUN) == NULL)
		return true;
	if (n->is_fraction && !n->is_percent && cx_edge_find(r->tagged, unit, CX_CLASS_ITEM) == NULL &&
		cx_edge_find(r->tagged, unit, CX_CLASS_UNIT) == NULL && cx_edge_find(r->tagged, unit, CX_CLASS_ORG_NOUN) == NULL)
		return true;
	return n->is_word && !f->strong && cx_int(&n->value) != CX_NULL && cx_int(&n->value) < 3;
}

/* Does a token stand in brackets?  They are short. */
static bool
in_brackets(const CxReader *r, uint32_t tok, uint32_t first)
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

/* Take out of a subject what does not belong to it. */
static void
trim_reading(const CxReader *r, Figure *f, Reading *got)
{
	/*
	 * "Nghệ An phấn đấu tốc độ tăng trưởng …": who strives
	 * is not what is measured
	 */
	for (uint32_t at = got->subject.tok; at < got->subject.end; at++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, at, CX_CLASS_NATURE);

		if (e != NULL && e->end < got->subject.end && sym(r, at) == W_PHAN_DAU)
			got->subject.tok = e->end;
	}
	/* "95% hồ sơ trở lên": the comparator stands behind the noun */
	for (uint32_t at = got->subject.tok; at + 1 < got->subject.end; at++)
		if (sym(r, at) == W_TRO && sym(r, at + 1) == W_LEN && got->subject.tok > f->n.tok && sym(r, at - 1) != W_TUOI)
		{
			bool		last = at + 2 == got->subject.end || got->achievement.tok < got->achievement.end;

			if (f->n.cmp == CX_CMP_EQ || f->n.cmp == CX_CMP_GE)
			{
				f->n.cmp = CX_CMP_GE;
				if (last)
					got->subject.end = at;
			}
			break;
		}
	/* "98% đảng viên hằng năm hoàn thành …" */
	got->subject.end = frequency_start(r, got->subject.tok, got->subject.end);
}

/* Nature, frequency and period of a figure, from what stands around it; *scope is that of its list. */
static void
scope_of(const CxReader *r, const Figure *f, const Reading *got, const CxSentence *s, Scope *scope)
{
	uint16_t	next = sym(r, f->after);
	uint32_t	at_years = f->after + (next == W_DAU || next == W_CUOI || next == W_VAO || next == W_DEN);
	const CxDate *years = years_at(r, at_years);
	Scope		own = {scope->nature, NULL, CX_NULL, CX_NULL, scope->stated, false, scope->told};

	read_scope(r, f->first, f->n.tok, &own);
	/* "gấp 1,8 lần năm 2015" compares with that year */
	if (sym(r, f->unit.tok) == W_LAN)
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
	/* "12%/năm"; "bình quân 12%/năm", "bình quân … mỗi năm" */
	if (f->n.is_percent && f->unit.end - f->unit.tok > 2 && sym(r, f->unit.end - 1) == W_NAM)
		own.frequency = "yearly";

	/*
	 * a figure of one year, or by one, is of no term and not of every year:
	 * "trong nhiệm kỳ, từ 3 tỷ đồng năm 2020 lên 11 tỷ đồng năm 2024",
	 * "mỗi năm kết nạp 30 đảng viên, đến năm 2030 còn 1% hộ nghèo"
	 */
	if (own.frequency == NULL &&
		(own.period_end == CX_NULL || (own.period_start != CX_NULL && own.period_start != own.period_end)))
		own.frequency = scope->frequency;
	if (own.period_end == CX_NULL)
	{
		own.period_start = scope->period_start;
		own.period_end = scope->period_end;
	}
	if (own.frequency != NULL && strcmp(own.frequency, "yearly") == 0 && has_average(r, f->first, f->n.tok))
		own.frequency = "yearly_average";

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
	if (nature_by_years(r, &own) != NULL)
		own.nature = nature_by_years(r, &own);
	*scope = own;
}

static CxStatus
read_number(CxReader *r, uint32_t index, const CxSentence *s, uint32_t prev_end, Scope *head, CxIndicator *last, CxStr *base,
			uint32_t *done)
{
	Figure		f;
	Reading		got;
	Scope		scope = *head;
	size_t		shape = 0;
	uint32_t	start;
	CxIndicator *row;

	memset(&f, 0, sizeof(f));
	memset(&got, 0, sizeof(got));
	f.n = r->lex->numbers.at[index];
	f.unit = unit_of(r, &f.n, s->end, &f.strong, &f.counted);
	f.last = last;
	f.index = index;
	f.prev_end = prev_end;
	if (is_no_figure(r, &f))
	{
		/*
		 * "trong 5 năm", "dưới 40 tuổi": the clause goes on behind a
		 * time
		 */
		*done = is_no_unit(sym(r, f.unit.tok)) || is_per_unit(r, &f) ? prev_end : f.n.end;
		return cx_refuse(r, CX_WHY_NUMBER);
	}

	/*
	 * "ở các doanh nghiệp có từ 20 lao động trở lên" is part of
	 * the clause of another
	 */
	*done = prev_end;
	f.after = f.n.end > f.unit.end ? f.n.end : f.unit.end;
	/* "bình quân 10%/năm trở lên" */
	if (f.n.is_percent && sym(r, f.after) == W_TRO && sym(r, f.after + 1) == W_LEN)
	{
		if (f.n.cmp == CX_CMP_EQ)
			f.n.cmp = CX_CMP_GE;
		f.after += 2;
	}
	f.first = clause_start(r, f.n.tok, prev_end > s->tok ? prev_end : s->tok);
	/* a noun unit that is followed by a predicate is itself the subject */
	f.end = clause_end(r, f.after, s->end);
	f.verb_tok = reach_before(r, f.n.tok, f.first, &f.verb);
	f.subject_tok = skip_openers(r, f.first, f.verb_tok);
	f.act = act_before(r, f.n.tok, s->tok, &f.act_tok);

	/*
	 * "tổ chức lại cuộc sống cho 600 hộ": what was done stands
	 * before "cho"
	 */
	if (f.act == NULL && f.n.tok > f.first && sym(r, f.n.tok - 1) == W_CHO && f.n.tok - f.first <= PHRASE_MAX)
		f.act = cx_edge_within(r, f.subject_tok, f.n.tok, CX_CLASS_ACT, &f.act_tok);
	f.plan = cx_edge_find(r->tagged, f.after, CX_CLASS_MEASURE);
	if (!has_value(f.plan, "plan"))
		f.plan = NULL;

	/*
	 * "7 đồng chí", "178 đại biểu": who somebody is, unless
	 * something was done to so many
	 */
	if (!f.strong && counts_officials(r, f.unit.tok) && (f.act == NULL || f.act_tok < prev_end) && !is_total(r, &f))
		return cx_refuse(r, CX_WHY_CONTEXT);
	if (f.n.is_percent && is_vote(r, &f))
		return cx_refuse(r, CX_WHY_OTHER_ACT);
	while (shape < sizeof(shapes) / sizeof(shapes[0]) && !shapes[shape] (r, &f, &got))
	{
		memset(&got, 0, sizeof(got));
		shape++;
	}
	if (shape == sizeof(shapes) / sizeof(shapes[0]))
		return cx_refuse(r, CX_WHY_CONTEXT);
	if (got.subject.end <= got.subject.tok)
		got.subject.end = got.subject.tok = 0;
	trim_reading(r, &f, &got);
	scope_of(r, &f, &got, s, &scope);

	row = cx_vec_push(r->arena, &r->facts->indicators);
	if (row == NULL)
		return CX_ENOMEM;
	memset(row, 0, sizeof(*row));
	row->nature = got.is_aim ? "target" : scope.nature;
	row->frequency = scope.frequency;
	row->period_start = scope.period_start;
	row->period_end = scope.period_end;
	row->q = cx_quantity(&f.n);
	if (f.n.is_percent && f.unit.end - f.unit.tok <= 2 && sym(r, f.unit.end - 1) != W_NAM)
		row->unit = cx_str("%");
	else
		CX_TRY(cx_span_text(r, f.unit.tok, f.unit.end, &row->unit));
	CX_TRY(cx_span_text(r, got.subject.tok, got.subject.end, &row->subject));
	CX_TRY(cx_span_text(r, got.achievement.tok, got.achievement.end, &row->achievement));
	if (got.rest.tok < got.rest.end && row->achievement.n > 0)
	{
		CxStr		more;

		CX_TRY(cx_span_text(r, got.rest.tok, got.rest.end, &more));
		CX_TRY(cx_join(r, row->achievement, more, &row->achievement));
	}
	if (row->subject.n == 0)
		row->subject = last->subject;

	/*
	 * "tỷ lệ nữ trên 15% như Bắc Giang 15,09%, Lào Cai 15,69%":
	 * the place's share of the same
	 */
	else if (base->n > 0 && place_only(r, &got.subject))
	{
		CX_TRY(cx_span_text(r, got.subject.tok, got.subject.end, &row->subject));
		CX_TRY(cx_join(r, *base, row->subject, &row->subject));
	}
	else
		*base = row->subject;
	start = f.n.tok;
	if (got.subject.end > 0 && got.subject.tok < start)
		start = got.subject.tok;
	if (got.achievement.end > 0 && got.achievement.tok < start)
		start = got.achievement.tok;
	row->src = cx_source(r, start, got.end > f.after ? got.end : f.after, got.rule, got.confidence);
	/* a figure of nothing says nothing */
	if (row->subject.n == 0)
	{
		r->facts->indicators.n--;
		return cx_refuse(r, CX_WHY_UNSPECIFIC);
	}
	CX_TRY(cx_note_source(r, &row->src, CX_FACT_INDICATOR, r->facts->indicators.n - 1));
	r->number_used[index] = 1;
	/* what a bracket compares with holds for the bracket alone */
	if ((scope.bounded || nature_by_years(r, &scope) != NULL) && !in_brackets(r, f.n.tok, s->tok))
		head->nature = scope.nature;
	*last = *row;
	/* the plan that a result is measured against is no aim */
	*done = got.rest.tok == f.after ? got.rest.end : f.after;
	return CX_OK;
}

/* ---- the relation ------------------------------------------------------------------------------------- */

/* Is a sentence "Về kinh tế …", in small letters or as a heading? */
static bool
opens_section(const CxReader *r, const CxSentence *s)
{
	return sym(r, s->tok) == W_VE && cx_edge_find(r->tagged, s->tok + 1, CX_CLASS_AREA) != NULL;
}

/* Does a paragraph go on with what the one before it tells: "Cụ thể, …", "Về xã hội: …", or under such a heading? */
static bool
goes_on(const CxReader *r, uint32_t i)
{
	const CxSentence *s = &r->lex->sentences.at[i];

	return opens_section(r, s) || has_value(cx_edge_find(r->tagged, s->tok, CX_CLASS_CLAUSE), "on") ||
		(i > 0 && s[-1].paragraph != s->paragraph && opens_section(r, s - 1) && s[-1].end - s[-1].tok <= HEADING_MAX);
}

/* Where the words of a sentence begin: behind the mark or number of an item of a list. */
static uint32_t
words_from(const CxReader *r, const CxSentence *s)
{
	uint16_t	first = sym(r, s->tok);
	uint16_t	next = sym(r, s->tok + 1);

	if (first == CX_SYM_CHAR('-') || first == CX_SYM_CHAR('+') || first == CX_SYM_CHAR('*'))
		return s->tok + 1;
	if (r->lex->toks.at[s->tok].kind == CX_TOK_NUMBER && s->end - s->tok > 2 && (next == CX_SYM_CHAR('.') || next == CX_SYM_CHAR(')')))
		return s->tok + 2;
	return s->tok;
}

/* Does a sentence go on with a list: a dash or number at its head, or a colon or semicolon before it? */
static bool
is_list_item(const CxReader *r, const CxSentence *s)
{
	uint16_t	before = s->tok > 0 ? sym(r, s->tok - 1) : 0;

	return before == CX_SYM_CHAR(':') || before == CX_SYM_CHAR(';') || words_from(r, s) > s->tok;
}

/* Does a number stand in a short bracket of its own: "(dưới 40 tuổi)"?  The clause goes on behind it. */
static bool
is_bracketed(const CxReader *r, uint32_t tok, uint32_t end, const CxSentence *s)
{
	uint32_t	stop = end + 4 < s->end ? end + 4 : s->end;

	if (tok == s->tok || sym(r, tok - 1) != CX_SYM_CHAR('('))
		return false;
	while (end < stop && sym(r, end) != CX_SYM_CHAR(')'))
		end++;
	return end < stop;
}

CxStatus
cx_indicators_read(CxReader *r)
{
	uint32_t	k = 0;			/* next number */
	Scope		carried = {"result", NULL, CX_NULL, CX_NULL, false, false, false};
	Scope		list = carried; /* what the sentence says that a list follows */

	for (uint32_t i = 0; i < r->lex->sentences.n; i++)
	{
		const CxSentence *s = &r->lex->sentences.at[i];
		uint32_t	prev_end = s->tok;
		uint32_t	told = s->tok;	/* read_head() has come so far */
		uint32_t	words;
		Scope		head = {carried.nature, NULL, CX_NULL, CX_NULL, false, false, false};
		bool		begins = i > 0 && r->lex->sentences.at[i - 1].paragraph != s->paragraph;
		CxIndicator last;
		CxStr		base = {NULL, 0};

		if (s->zone != CX_ZONE_LEAD && s->zone != CX_ZONE_BODY)
			continue;
		CX_TRY(cx_poll(r->arena));
		words = words_from(r, s);

		/*
		 * a new paragraph tells of results until it says otherwise, unless it
		 * is an item or a section of a list
		 */
		if (is_list_item(r, s))
		{
			head = carried;
			head.stated = false;
			/* the years and frequency of the item before are its own */
			if (words > s->tok)
			{
				head.frequency = list.frequency;
				head.period_start = list.period_start;
				head.period_end = list.period_end;
			}
		}
		else if (begins && !goes_on(r, i))
			head.nature = "result";
		else
			head.told = carried.told && !begins;
		while (k < r->lex->numbers.n && r->lex->numbers.at[k].tok < s->tok)
			k++;
		if (k < r->lex->numbers.n && r->lex->numbers.at[k].end <= s->end)
			memset(&last, 0, sizeof(last));
		for (; k < r->lex->numbers.n && r->lex->numbers.at[k].end <= s->end; k++)
		{
			const CxNumber *n = &r->lex->numbers.at[k];
			uint32_t	done;

			/*
			 * what opens the sentence or a list holds for the items that
			 * follow
			 */
			read_head(r, told, n->tok, words, &head);
			told = n->tok;
			if (r->number_used[k])
			{
				if (!is_bracketed(r, n->tok, n->end, s))
					prev_end = n->end;
				continue;
			}
			if (r->trace != NULL)
				cx_trace_begin(r, n->tok, n->end, "indicator", 0, "indicator");
			CX_TRY(read_number(r, k, s, prev_end, &head, &last, &base, &done));
			if (r->trace != NULL)
				CX_TRY(cx_trace_end(r));
			if (!is_bracketed(r, n->tok, n->end, s))
				prev_end = done > prev_end ? done : prev_end;
			told = prev_end > told ? prev_end : told;
		}
		read_head(r, told, s->end, words, &head);
		carried = head;
		/* "Nhiệm kỳ 2015 - 2020, …": the years of the sentence, where no word says otherwise */
		if (!head.stated && nature_by_years(r, &head) != NULL)
			carried.nature = nature_by_years(r, &head);
		if (words == s->tok || sym(r, s->end - 1) == CX_SYM_CHAR(':'))
			list = head;
		carried.told = head.told || head.stated || nature_by_years(r, &head) != NULL;
	}
	return CX_OK;
}
