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

/* "Phấn đấu đến năm 2025, …": a year this near to the start opens the sentence. */
#define OPENING			6

typedef struct Scope
{
	const char *nature;
	const char *frequency;
	int32_t		period_start,
				period_end;
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

static bool
is_clause_mark(uint16_t s)
{
	return s == CX_SYM_CHAR(';') || s == CX_SYM_CHAR(':') || s == CX_SYM_CHAR('.') || s == CX_SYM_CHAR('~') ||
		s == CX_SYM_CHAR('!') || s == CX_SYM_CHAR('?');
}

/* ---- unit ------------------------------------------------------------------------------- */

/* Nouns that measure time or rank: a number with one is no indicator. */
static bool
is_no_unit(uint16_t s)
{
	return s == W_NGAY || s == W_THANG || s == W_NAM || s == W_TUOI || s == W_GIO || s == W_PHUT || s == 0;
}

/* The unit behind a number: its range, empty if there is none.  *strong: a unit of measure. */
static Phrase
unit_of(const CxReader *r, const CxNumber *n, uint32_t limit, bool *strong)
{
	static const uint16_t nouns[] = {CX_CLASS_PERSON_NOUN, CX_CLASS_ORG_NOUN, CX_CLASS_UNIT, CX_CLASS_ITEM};
	Phrase		u = {n->num_end, n->num_end};
	const CxEdge *e;

	*strong = false;
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
	for (size_t i = 0; i < sizeof(nouns) / sizeof(nouns[0]); i++)
	{
		const CxEdge *noun = cx_edge_find(r->tagged, u.tok, nouns[i]);

		/* "18 đồng chí" is no sum of money */
		if (noun != NULL && (e == NULL || noun->end > e->end))
		{
			e = noun;
			*strong = false;
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

/* A year or span of years at a token, or NULL. */
static const CxDate *
years_at(const CxReader *r, uint32_t tok)
{
	const CxEdge *e = cx_edge_find(r->tagged, tok, CX_LABEL_MENTION + CX_KIND_DATE);
	const CxDate *d = e == NULL ? NULL : &r->lex->dates.at[e->data];

	return d != NULL && d->from.year != 0 && (d->grain == CX_GRAIN_YEAR || d->grain == CX_GRAIN_PERIOD) ? d : NULL;
}

/* Is the counted noun one for delegates, committee members or just persons? */
static bool
counts_officials(const CxReader *r, uint32_t tok)
{
	const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_PERSON_NOUN);
	const char *v = e == NULL ? "" : cx_lexicon_value(e->value);

	return strcmp(v, "delegate") == 0 || strcmp(v, "alternate") == 0 || strcmp(v, "official") == 0 || strcmp(v, "person") == 0 ||
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
		uint16_t	s = sym(r, at);

		if (is_clause_mark(s))
			return at;
		if (s == CX_SYM_CHAR('(') || s == CX_SYM_CHAR(')'))
			return at;
		if (s == CX_SYM_CHAR(','))
		{
			uint32_t	near = at + 7 < limit ? at + 7 : limit;

			for (uint32_t b = at + 1; b < near && sym(r, b) != CX_SYM_CHAR(',') && !is_clause_mark(sym(r, b)); b++)
				if (cx_edge_find(r->tagged, b, CX_LABEL_MENTION + CX_KIND_NUMBER) != NULL)
					return at;
			if (cx_edge_find(r->tagged, at + 1, CX_CLASS_NATURE) != NULL || cx_edge_find(r->tagged, at + 1, CX_CLASS_FREQUENCY) != NULL ||
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
	while (tok > first)
	{
		uint16_t	s = sym(r, tok - 1);

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
				tok = open - 1;
				continue;
			}
		}
		if (is_clause_mark(s) || s == CX_SYM_CHAR(',') || s == CX_SYM_CHAR('('))
			break;
		tok--;
	}
	return tok;
}

/* Skip what opens a clause without being its subject: phấn đấu, đến năm 2025, trong đó, và … */
static uint32_t
skip_openers(const CxReader *r, uint32_t tok, uint32_t end)
{
	while (tok < end)
	{
		static const uint16_t labels[] = {CX_CLASS_NATURE, CX_CLASS_FREQUENCY, CX_CLASS_CLAUSE, CX_LABEL_MENTION + CX_KIND_DATE,
		CX_LABEL_MENTION + CX_KIND_TERM};
		const CxEdge *e = NULL;

		for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]) && e == NULL; i++)
			e = cx_edge_find(r->tagged, tok, labels[i]);
		if (e != NULL && e->end <= end)
			tok = e->end;
		else if (!is_letters(r, tok))
			tok++;
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

/* A word for targets that is itself what a number counts as met: "13/17 chỉ tiêu đạt và vượt". */
static bool
is_counted(const CxReader *r, uint32_t tok, const CxEdge *cue)
{
	uint32_t	i = cx_numbers_from(r, tok);
	uint16_t	next = sym(r, cue->end);

	return i > 0 && r->lex->numbers.at[i - 1].num_end == tok &&
		(r->lex->numbers.at[i - 1].is_fraction || next == W_DAT || next == W_VUOT || next == W_DA || next == W_HOAN);
}

static void
take_years(const CxReader *r, uint32_t tok, const CxDate *d, Scope *scope)
{
	uint16_t	before = tok > 0 ? sym(r, tok - 1) : 0;
	bool		until = before == W_DEN || before == W_TOI || before == W_VAO || sym(r, tok) == W_DEN || sym(r, tok) == W_TOI;

	scope->period_start = until && d->grain == CX_GRAIN_YEAR ? CX_NULL : d->from.year;
	scope->period_end = d->to.year;
}

/* What the tokens [tok, end) say about nature, frequency and period; the last word counts. */
static void
read_scope(const CxReader *r, uint32_t tok, uint32_t end, Scope *scope)
{
	for (; tok < end; tok++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_NATURE);
		const CxTerm *term = term_at(r, tok);
		const CxDate *years = years_at(r, tok);

		if (e != NULL && !is_counted(r, tok, e))
			scope->nature = cx_lexicon_value(e->value);
		e = cx_edge_find(r->tagged, tok, CX_CLASS_FREQUENCY);
		if (e != NULL && strcmp(cx_lexicon_value(e->value), "average") != 0)
			scope->frequency = cx_lexicon_value(e->value);
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

	for (; (tok = cx_next_labelled(r->tagged, tok, end, labels)) < end; tok++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_NATURE);
		uint16_t	before = tok > sentence ? sym(r, tok - 1) : CX_SYM_CHAR(';');
		uint32_t	after = tok + 1;
		Scope		scope = *head;

		if (e != NULL && !is_counted(r, tok, e))
			head->nature = cx_lexicon_value(e->value);
		/* "đến năm 2025", "trong nhiệm kỳ": the preposition opens it */
		if (before == W_DEN || before == W_TRONG || before == W_VAO || before == W_TOI)
			before = tok > sentence + 1 ? sym(r, tok - 2) : CX_SYM_CHAR(';');
		e = cx_edge_find(r->tagged, tok, CX_CLASS_FREQUENCY);
		if (e == NULL)
			e = cx_edge_find(r->tagged, tok, CX_LABEL_MENTION + CX_KIND_TERM);
		if (e == NULL && years_at(r, tok) != NULL)
			e = cx_edge_find(r->tagged, tok, CX_LABEL_MENTION + CX_KIND_DATE);
		if (e == NULL)
			continue;
		after = e->end;
		if (before != CX_SYM_CHAR(';') && before != CX_SYM_CHAR(':') && sym(r, after) != CX_SYM_CHAR(':') &&
			!((before == CX_SYM_CHAR(',') || tok - sentence <= OPENING) && sym(r, after) == CX_SYM_CHAR(',')))
			continue;
		/* a list that opens anew leaves the frequency of the one before */
		scope.frequency = NULL;
		read_scope(r, tok, after, &scope);
		if (scope.frequency == NULL)
			scope.frequency = head->frequency;
		head->frequency = scope.frequency;
		head->period_start = scope.period_start;
		head->period_end = scope.period_end;
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

/*
 * The counted noun before a share that has no subject of its own: "45 tiến sĩ
 * (7,63%)", "8 đồng chí nữ, chiếm 16,7%".
 */
static Phrase
counted_before(const CxReader *r, uint32_t tok, uint32_t prev_end)
{
	Phrase		p = {0, 0};
	uint16_t	mark = tok > 0 ? sym(r, tok - 1) : 0;

	if ((mark != CX_SYM_CHAR('(') && mark != CX_SYM_CHAR(',')) || tok - 1 <= prev_end || tok - 1 - prev_end > 10)
		return p;
	for (uint32_t at = prev_end; at + 1 < tok; at++)
		if (!is_letters(r, at))
			return p;
	p.tok = prev_end;
	p.end = tok - 1;
	return p;
}

/* Cut what ends a subject without being part of it: a year, "từ", "mới", "chỉ". */
static uint32_t
trim_subject(const CxReader *r, uint32_t tok, uint32_t end)
{
	for (bool cut = true; cut && end > tok;)
	{
		static const uint16_t tails[] = {W_TU, W_LA, W_DAT, W_MOI, W_CHI2, W_DUOC, W_DEN, W_TOI, W_VAO, W_TRONG, W_DA, W_SE, W_O, W_CON,
		W_XUONG, W_LEN, W_CAO, W_THAP};
		const CxEdge *e;

		cut = false;
		for (uint32_t back = 1; back <= 5 && back <= end - tok && !cut; back++)
		{
			e = cx_edge_find(r->tagged, end - back, CX_LABEL_MENTION + CX_KIND_DATE);
			if (e != NULL && e->end == end)
			{
				end -= back;
				cut = true;
			}
		}
		for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]) && !cut; i++)
			if (sym(r, end - 1) == tails[i])
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
	uint32_t	at = tok;

	*verb = NULL;
	for (;;)
	{
		uint32_t	found = at;

		for (uint32_t back = 1; back <= 4 && at >= first + back; back++)
		{
			const CxEdge *e = cx_edge_find(r->tagged, at - back, CX_CLASS_REACH);
			const CxEdge *f = cx_edge_find(r->tagged, at - back, CX_CLASS_FREQUENCY);
			const CxEdge *c = cx_edge_find(r->tagged, at - back, CX_CLASS_NATURE);

			/*
			 * a capital inside a clause is part of a name: "Cao Bằng";
			 * "tốc độ tăng trưởng" is what is measured
			 */
			if (e != NULL && e->end == at && (at - back == first || (sym(r, at - back - 1) != W_DO2 &&
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

static CxStatus
read_number(CxReader *r, uint32_t index, const CxSentence *s, uint32_t prev_end, Scope *head, CxIndicator *last, CxStr *base,
			uint32_t *done)
{
	CxNumber	n = r->lex->numbers.at[index];
	bool		strong;
	Phrase		unit = unit_of(r, &n, s->end, &strong);
	uint32_t	after = n.end > unit.end ? n.end : unit.end;
	uint32_t	first = clause_start(r, n.tok, prev_end > s->tok ? prev_end : s->tok);
	uint32_t	end;
	Scope		scope = *head;
	const CxEdge *verb,
			   *act,
			   *plan;
	uint32_t	verb_tok,
				act_tok = 0,
				subject_tok;
	Phrase		subject = {0, 0},
				achievement = {0, 0};
	const char *rule;
	CxIndicator *row;
	float		confidence = 0.85f;

	*done = n.end;
	if (unit.end == unit.tok || is_no_unit(sym(r, unit.tok)))
		return cx_refuse(r, CX_WHY_NUMBER);
	if (sym(r, unit.tok) == W_LAN || (!strong && cx_edge_find(r->tagged, unit.tok, CX_CLASS_BREAK) != NULL))
		return cx_refuse(r, CX_WHY_NUMBER);
	if (n.is_fraction && !n.is_percent && cx_edge_find(r->tagged, unit.tok, CX_CLASS_ITEM) == NULL &&
		cx_edge_find(r->tagged, unit.tok, CX_CLASS_UNIT) == NULL && cx_edge_find(r->tagged, unit.tok, CX_CLASS_ORG_NOUN) == NULL)
		return cx_refuse(r, CX_WHY_NUMBER);
	if (n.is_word && !strong && cx_int(&n.value) != CX_NULL && cx_int(&n.value) < 3)
		return cx_refuse(r, CX_WHY_NUMBER);

	/* a noun unit that is followed by a predicate is itself the subject */
	end = clause_end(r, after, s->end);
	verb_tok = reach_before(r, n.tok, first, &verb);
	subject_tok = skip_openers(r, first, verb_tok);
	act = act_before(r, n.tok, s->tok, &act_tok);

	plan = cx_edge_find(r->tagged, after, CX_CLASS_PLAN);

	/*
	 * "7 đồng chí", "178 đại biểu": who somebody is, unless
	 * something was done to so many
	 */
	if (!strong && counts_officials(r, unit.tok) && (act == NULL || act_tok < prev_end))
		return cx_refuse(r, CX_WHY_CONTEXT);

	if (n.is_percent && plan != NULL && (verb != NULL || act != NULL))
	{
		/*
		 * "vượt 15% chỉ tiêu" is said of what stands before, or of the
		 * figure before it
		 */
		rule = "indicator.level";
		subject.tok = subject_tok;
		subject.end = act != NULL && act_tok >= subject_tok ? act_tok : verb_tok;
		subject.end = trim_subject(r, subject.tok, subject.end);
		if (subject.end <= subject.tok)
			subject.end = subject.tok = 0;
		achievement.tok = verb != NULL ? verb_tok : act_tok;
		achievement.end = n.tok;
		end = plan->end;
		confidence = 0.7f;
	}
	else if (n.is_percent && after < end && is_letters(r, after) && sym(r, after) != W_SO && sym(r, after) != W_XUONG && sym(r, after) != W_LEN && sym(r, after) != W_VAO &&
			 sym(r, after) != W_TRONG && sym(r, after) != W_VOI && sym(r, after) != W_DEN && sym(r, after) != W_TOI && sym(r, after) != W_VA && sym(r, after) != W_NAM &&
			 cx_edge_find(r->tagged, after, CX_CLASS_FREQUENCY) == NULL && cx_edge_find(r->tagged, after, CX_LABEL_MENTION + CX_KIND_DATE) == NULL &&
			 (cx_edge_find(r->tagged, after, CX_CLASS_CLAUSE) == NULL || cx_edge_find(r->tagged, after, CX_CLASS_PREDICATE) != NULL) &&
			 (subject_tok + 1 >= verb_tok || verb == NULL))
	{
		uint32_t	p = find_predicate(r, after, after + SUBJECT_MAX < end ? after + SUBJECT_MAX : end);

		rule = "indicator.share";
		subject.tok = after;
		subject.end = p;
		if (p < end && (cx_edge_find(r->tagged, p, CX_CLASS_PREDICATE) != NULL || sym(r, p) == W_TO))
		{
			achievement.tok = p;
			achievement.end = end;
		}
		else
			for (uint32_t at = after; at < p; at++)
				if (sym(r, at) == CX_SYM_CHAR(','))
				{
					subject.end = end = at;
					break;
				}
		confidence = 0.93f;
	}
	else if ((!strong || (act != NULL && n.tok - act->end <= 1 && !n.is_percent)) && act != NULL && act_tok >= prev_end)
	{
		rule = "indicator.act";
		confidence = 0.92f;
		achievement.tok = act_tok;
		achievement.end = act->end;
		subject.tok = unit.tok;
		subject.end = unit.end;

		/*
		 * words that narrow the noun: "đảng viên mới", "bản chưa có
		 * chi bộ"
		 */
		while (subject.end < end && is_letters(r, subject.end) && subject.end - subject.tok < 8 &&
			   sym(r, subject.end) != W_TRO && sym(r, subject.end) != W_VOI && sym(r, subject.end) != W_TRONG &&
			   sym(r, subject.end) != W_VAO && sym(r, subject.end) != W_VA)
			subject.end++;
	}
	else if (n.is_percent && subject_tok >= verb_tok && counted_before(r, first, prev_end).end > 0)
	{
		rule = "indicator.level";
		subject = counted_before(r, first, prev_end);
		end = after;
		confidence = 0.7f;
	}
	else if (!strong && (cx_edge_find(r->tagged, after, CX_CLASS_PREDICATE) != NULL || n.is_fraction) && after < end)
	{
		rule = "indicator.share";
		subject = unit;
		achievement.tok = after;
		achievement.end = end;
		confidence = 0.7f;
	}
	else if (verb_tok > subject_tok && (strong || verb != NULL))
	{
		rule = "indicator.level";
		subject.tok = subject_tok;
		subject.end = trim_subject(r, subject_tok, verb_tok);

		/*
		 * growth is what is said of the subject; a new level ("tăng từ A
		 * lên B", "giảm còn B") is not
		 */
		for (uint32_t at = subject.tok; at > 0 && at < n.num_tok; at++)
			if ((sym(r, at) == W_TANG || sym(r, at) == W_GIAM) && sym(r, at - 1) != W_DO2 && sym(r, at - 1) != W_MUC)
			{
				bool		level = sym(r, at + 1) == W_LEN || sym(r, at + 1) == W_CON || sym(r, at + 1) == W_XUONG ||
				(sym(r, at + 1) == W_TU && !n.is_range);

				if (at > subject.tok && at < subject.end)
					subject.end = trim_subject(r, subject.tok, at);
				if (!level)
				{
					achievement.tok = at;
					achievement.end = sym(r, at + 1) == W_TRUONG ? at + 2 : at + 1;
				}
				if (at == subject.tok)
					subject.tok = at + 1;
				break;
			}
		if (subject.end <= subject.tok)
			subject.end = subject.tok = 0;
		end = after;
	}
	else if (strong && last->subject.at != NULL && verb != NULL)
	{
		rule = "indicator.level";	/* "từ 61 tỷ đồng lên 200 tỷ
									 * đồng": the subject stands before the
									 * first */
		end = after;
		confidence = 0.7f;
	}
	else
		return cx_refuse(r, CX_WHY_CONTEXT);

	/*
	 * "Nghệ An phấn đấu tốc độ tăng trưởng …": who strives
	 * is not what is measured
	 */
	for (uint32_t at = subject.tok; at < subject.end; at++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, at, CX_CLASS_NATURE);

		if (e != NULL && e->end < subject.end && sym(r, at) == W_PHAN_DAU)
			subject.tok = e->end;
	}

	/* "95% hồ sơ trở lên": the comparator stands behind the noun */
	for (uint32_t at = subject.tok; at + 1 < subject.end; at++)
		if (sym(r, at) == W_TRO && sym(r, at + 1) == W_LEN && n.cmp == CX_CMP_EQ && subject.tok > n.tok)
		{
			n.cmp = CX_CMP_GE;
			if (at + 2 == subject.end || achievement.tok < achievement.end)
				subject.end = at;
			break;
		}
	read_scope(r, first, n.tok, &scope);

	/*
	 * behind the number: its own year right there, its frequency, and what
	 * the achievement says
	 */
	if (years_at(r, after) != NULL)
		take_years(r, after, years_at(r, after), &scope);
	else if (achievement.tok >= after && achievement.end > achievement.tok)
	{
		const char *nature = scope.nature;

		read_scope(r, achievement.tok, achievement.end, &scope);
		scope.nature = nature;
	}
	for (uint32_t at = after; at < after + 4 && at < s->end && sym(r, at) != CX_SYM_CHAR(',') && !is_clause_mark(sym(r, at)); at++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, at, CX_CLASS_FREQUENCY);

		if (e != NULL && strcmp(cx_lexicon_value(e->value), "average") != 0)
			scope.frequency = cx_lexicon_value(e->value);
	}
	/* "12%/năm"; "bình quân 12%/năm", "bình quân … mỗi năm" */
	if (n.is_percent && unit.end - unit.tok > 2 && sym(r, unit.end - 1) == W_NAM)
		scope.frequency = "yearly";
	if (scope.frequency != NULL && strcmp(scope.frequency, "yearly") == 0 && has_average(r, first, n.tok))
		scope.frequency = "yearly_average";
	if (nature_by_years(r, &scope) != NULL)
		scope.nature = nature_by_years(r, &scope);

	row = cx_vec_push(r->arena, &r->facts->indicators);
	if (row == NULL)
		return CX_ENOMEM;
	memset(row, 0, sizeof(*row));
	row->nature = scope.nature;
	row->frequency = scope.frequency;
	row->period_start = scope.period_start;
	row->period_end = scope.period_end;
	row->q = cx_quantity(&n);
	if (n.is_percent && unit.end - unit.tok <= 2 && sym(r, unit.end - 1) != W_NAM)
		row->unit = cx_str("%");
	else
		CX_TRY(cx_span_text(r, unit.tok, unit.end, &row->unit));
	CX_TRY(cx_span_text(r, subject.tok, subject.end, &row->subject));
	CX_TRY(cx_span_text(r, achievement.tok, achievement.end, &row->achievement));
	if (plan != NULL && end == plan->end && row->achievement.n > 0)
	{
		CxStr		measure;

		CX_TRY(cx_span_text(r, after, plan->end, &measure));
		CX_TRY(cx_join(r, row->achievement, measure, &row->achievement));
	}
	if (row->subject.n == 0)
		row->subject = last->subject;

	/*
	 * "tỷ lệ nữ trên 15% như Bắc Giang 15,09%, Lào Cai 15,69%":
	 * the place's share of the same
	 */
	else if (base->n > 0 && place_only(r, &subject))
	{
		CX_TRY(cx_span_text(r, subject.tok, subject.end, &row->subject));
		CX_TRY(cx_join(r, *base, row->subject, &row->subject));
	}
	else
		*base = row->subject;
	row->src = cx_source(r, subject.end > 0 && subject.tok < n.tok ? subject.tok : act_tok > 0 && achievement.tok == act_tok ? act_tok : n.tok,
						 end > after ? end : after, rule, confidence);
	/* a figure of nothing says nothing */
	if (row->subject.n == 0)
	{
		r->facts->indicators.n--;
		return cx_refuse(r, CX_WHY_UNSPECIFIC);
	}
	CX_TRY(cx_note_source(r, &row->src, CX_FACT_INDICATOR, r->facts->indicators.n - 1));
	r->number_used[index] = 1;
	if (nature_by_years(r, &scope) != NULL)
		head->nature = scope.nature;
	*last = *row;
	*done = after;
	return CX_OK;
}

/* ---- the relation ------------------------------------------------------------------------------------- */

/* Does a sentence go on with a list: a dash or number at its head, or a colon or semicolon before it? */
static bool
is_list_item(const CxReader *r, const CxSentence *s)
{
	uint16_t	before = s->tok > 0 ? sym(r, s->tok - 1) : 0;
	uint16_t	first = sym(r, s->tok);

	return before == CX_SYM_CHAR(':') || before == CX_SYM_CHAR(';') || first == CX_SYM_CHAR('-') || first == CX_SYM_CHAR('+') ||
		first == CX_SYM_CHAR('*') || r->lex->toks.at[s->tok].kind == CX_TOK_NUMBER;
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
	Scope		carried = {"result", NULL, CX_NULL, CX_NULL};

	for (uint32_t i = 0; i < r->lex->sentences.n; i++)
	{
		const CxSentence *s = &r->lex->sentences.at[i];
		uint32_t	prev_end = s->tok;
		Scope		head = {carried.nature, NULL, CX_NULL, CX_NULL};
		CxIndicator last;
		CxStr		base = {NULL, 0};

		if (s->zone != CX_ZONE_LEAD && s->zone != CX_ZONE_BODY)
			continue;
		CX_TRY(cx_poll(r->arena));
		memset(&last, 0, sizeof(last));

		/*
		 * a new paragraph tells of results until it says otherwise, unless it
		 * is an item of a list
		 */
		if (is_list_item(r, s))
			head = carried;
		else if (i > 0 && r->lex->sentences.at[i - 1].paragraph != s->paragraph)
			head.nature = "result";
		for (uint32_t k = cx_numbers_from(r, s->tok); k < r->lex->numbers.n && r->lex->numbers.at[k].end <= s->end; k++)
		{
			const CxNumber *n = &r->lex->numbers.at[k];
			uint32_t	done;

			/*
			 * what opens the sentence or a list holds for the items that
			 * follow
			 */
			read_head(r, prev_end, n->tok, s->tok, &head);
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
		}
		read_head(r, prev_end, s->end, s->tok, &head);
		carried = head;
	}
	return CX_OK;
}
