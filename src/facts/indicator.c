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
#include "indicator.h"

#include <string.h>

#include "facts_words.h"

/* Is the counted noun one for delegates, committee members or just persons? */
static bool
counts_officials(const CxReader *r, uint32_t tok)
{
	const CxEdge *e = cx_edge_find(r->tagged, tok, CX_CLASS_PERSON_NOUN);
	const char *v = e == NULL ? "" : cx_lexicon_value(e->value);

	return cx_edge_find(r->tagged, tok, CX_CLASS_HEAD) != NULL || strcmp(v, "delegate") == 0 || strcmp(v, "alternate") == 0 || strcmp(v, "official") == 0 || strcmp(v, "person") == 0 ||
		strcmp(v, "guest") == 0;
}

/* "cấp ủy giới thiệu 58 đồng chí": persons who stand for election */
static bool
is_nomination(const CxReader *r, const CxFigure *f)
{
	return sym(r, f->act_tok) == W_GIOI && sym(r, f->unit.tok) == W_DONG;
}

/* "nâng tổng số hội viên lên 788 người": but not the delegates of the event or who was elected */
static bool
is_total(const CxReader *r, const CxFigure *f)
{
	uint32_t	at;

	if (!has_value(cx_edge_find(r->tagged, f->unit.tok, CX_CLASS_PERSON_NOUN), "person") || f->verb == NULL ||
		cx_measure_in(r, f->subject_tok, f->verb_tok, &at) == NULL)
		return false;
	for (; at < f->verb_tok; at++)
	{
		const CxEdge *noun = cx_edge_find(r->tagged, at, CX_CLASS_PERSON_NOUN);

		if (has_value(noun, "delegate") || has_value(noun, "official") || has_value(noun, "alternate") || has_value(noun, "guest"))
			return false;
	}
	return true;
}

/* "kết nạp 104 đảng viên, trong đó 88 người là dân tộc Mông": some of those to whom something was done */
static bool
is_of_those(const CxReader *r, const CxFigure *f)
{
	const CxEdge *among = cx_edge_find(r->tagged, f->first, CX_CLASS_CLAUSE);

	return among != NULL && sym(r, f->first) == W_TRONG && f->last->subject.at != NULL && strcmp(f->last->src.rule, "indicator.act") == 0 &&
		has_value(cx_edge_find(r->tagged, f->unit.tok, CX_CLASS_PERSON_NOUN), "person");
}

/* A share of ballots or of the delegates of the event is no target and no result. */
static bool
is_vote(const CxReader *r, const CxFigure *f)
{
	const CxEdge *noun = cx_edge_find(r->tagged, f->after, CX_CLASS_PERSON_NOUN);
	uint32_t	before = f->n.tok > CUE_MAX ? f->n.tok - CUE_MAX : 0;

	for (uint32_t at = before; at < f->end && at < f->after + CUE_MAX; at++)
		if (has_value(cx_edge_find(r->tagged, at, CX_CLASS_PREDICATE), "vote"))
			return true;
	return has_value(noun, "delegate") || cx_has_sym(r, before, f->after + 3 < f->end ? f->after + 3 : f->end, W_PHIEU) ||
		(cx_has_sym(r, f->first, f->n.tok, W_CU2) && cx_edge_within(r, f->first, f->n.tok, CX_CLASS_ELECT, NULL) != NULL);
}

/* "giá trị sản xuất trên 1 ha đất": what the figure behind it is per; but "trồng mới trên 1 ha chè". */
static bool
is_per_unit(const CxReader *r, const CxFigure *f)
{
	return f->n.cmp == CX_CMP_GT && f->strong && cx_int(&f->n.value) == 1 && sym(r, f->n.tok) == W_TREN && cx_is_dimension(r, f->unit.tok) &&
		is_letters(r, f->unit.end) &&
		(cx_edge_ending(r, f->n.tok, CUE_MAX, CX_CLASS_ACT) == NULL || cx_edge_ending(r, f->n.tok, NOUN_MAX, CX_CLASS_MEASURE) != NULL);
}

/* "một hồ sơ", "hai địa phương": a small number in a word determines the noun and is no figure. */
static bool
is_determiner(const CxFigure *f)
{
	const CxNumber *n = &f->n;

	return n->is_word && (!f->strong || f->counted || f->time) && cx_int(&n->value) != CX_NULL && cx_int(&n->value) < 3;
}

/* "1 trong 5 đảng bộ": the first is one of them, and they are not counted either. */
static bool
is_one_of(const CxReader *r, const CxFigure *f)
{
	uint32_t	i = f->index;

	return (sym(r, f->n.num_end) == W_TRONG || (i > 0 && f->n.tok > 0 && sym(r, f->n.tok - 1) == W_TRONG && r->lex->numbers.at[i - 1].end + 1 == f->n.tok &&
												cx_int(&r->lex->numbers.at[i - 1].value) == 1));
}

/* "tăng từ 8,4 lên 13,7 triệu đồng": the unit follows the new level. */
static bool
is_old_level(const CxReader *r, const CxFigure *f)
{
	uint16_t	s = sym(r, f->n.num_end);

	return !f->n.is_percent && (s == W_LEN || s == W_XUONG) && f->n.tok > 0 && (sym(r, f->n.tok - 1) == W_TU || sym(r, f->n.num_tok - 1) == W_TU);
}

/* "từ 14 triệu đồng năm 2015 tăng lên 20 triệu đồng": of another year than the old one */
static bool
is_new_level(const CxReader *r, const CxFigure *f)
{
	uint32_t	at = f->verb != NULL ? f->verb->end - 1 : f->n.tok > 0 ? f->n.tok - 1 : 0;

	return sym(r, at) == W_LEN || sym(r, at) == W_XUONG || sym(r, at) == W_CON;
}

/* Is a number no figure of an indicator: a time, a fraction of nothing, "một số …"? */
static bool
is_no_figure(const CxReader *r, const CxFigure *f)
{
	const CxNumber *n = &f->n;
	uint32_t	unit = f->unit.tok;

	/* "ngày công" measures work, not time */
	if (f->unit.end == unit || (cx_is_no_unit(sym(r, unit)) && (f->unit.end != unit + 2 || sym(r, unit + 1) != W_CONG)))
		return true;
	if (is_per_unit(r, f) || is_old_level(r, f) || is_one_of(r, f))
		return true;
	/* "gấp 1,8 lần" */
	if (sym(r, unit) == W_LAN && (n->tok == 0 || sym(r, n->tok - 1) != W_GAP))
		return true;
	if (!f->strong && cx_edge_find(r->tagged, unit, CX_CLASS_BREAK) != NULL && cx_edge_find(r->tagged, unit, CX_CLASS_ORG_NOUN) == NULL)
		return true;
	if (n->is_fraction && !n->is_percent && cx_edge_find(r->tagged, unit, CX_CLASS_ITEM) == NULL &&
		cx_edge_find(r->tagged, unit, CX_CLASS_UNIT) == NULL && cx_edge_find(r->tagged, unit, CX_CLASS_ORG_NOUN) == NULL)
		return true;
	return is_determiner(f);
}

/* Take out of a subject what does not belong to it. */
static void
trim_reading(const CxReader *r, CxFigure *f, CxFigureReading *got)
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
	/* "đồng chí A cho rằng vùng mía …": nor who says it */
	for (uint32_t at = got->subject.tok; at < got->subject.end; at++)
	{
		const CxEdge *e = cx_edge_find(r->tagged, at, CX_CLASS_ROLE_VERB);

		if (e != NULL && e->end < got->subject.end && quantity_at(r, at) == NULL &&
			(has_value(e, "spoke") || (has_value(e, "spoke_near") && cx_edge_ending(r, at, SUBJECT_MAX, r->people) != NULL)))
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
	got->subject.end = cx_frequency_start(r, got->subject.tok, got->subject.end);
}

static CxStatus
read_number(CxReader *r, uint32_t index, const CxSentence *s, uint32_t prev_end, CxScope *head, CxIndicator *last, CxStr *base,
			uint32_t *done)
{
	CxFigure	f;
	CxFigureReading got;
	CxScope		scope = *head;
	uint32_t	start,
				link;
	CxIndicator *row;

	memset(&f, 0, sizeof(f));
	f.n = r->lex->numbers.at[index];
	f.unit = cx_unit_of(r, &f.n, s->end, &f.strong, &f.counted);
	f.time = has_value(cx_edge_find(r->tagged, f.unit.tok, CX_CLASS_MEASURE_UNIT), "time");
	f.last = last;
	f.index = index;
	f.prev_end = prev_end;
	if (is_no_figure(r, &f))
	{
		/*
		 * "trong 5 năm", "dưới 40 tuổi", "của hai huyện": the
		 * clause goes on behind a time or what is part of a noun
		 */
		*done = cx_is_no_unit(sym(r, f.unit.tok)) || is_per_unit(r, &f) || is_old_level(r, &f) || is_determiner(&f) ? prev_end : f.n.end;
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
	f.first = cx_clause_whole(r, f.n.tok, prev_end > s->tok ? prev_end : s->tok, &link);
	/* a noun unit that is followed by a predicate is itself the subject */
	f.end = cx_clause_end(r, f.after, s->end);
	f.verb_tok = cx_reach_before(r, link, f.first, &f.verb);
	f.subject_tok = cx_skip_openers(r, f.first, f.verb_tok);
	f.act = cx_act_before(r, f.n.tok, s->tok, &f.act_tok);

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
	if (!f.strong && counts_officials(r, f.unit.tok) && !is_of_those(r, &f) && (f.act == NULL || f.act_tok < prev_end || is_nomination(r, &f)) && !is_total(r, &f))
		return cx_refuse(r, CX_WHY_CONTEXT);
	if (f.n.is_percent && is_vote(r, &f))
		return cx_refuse(r, CX_WHY_OTHER_ACT);

	/*
	 * "đến nay 41 tỉnh, thành đã tổ chức xong đại hội"
	 * counts congresses
	 */
	if (!f.n.is_percent && !f.strong && cx_edge_find(r->tagged, f.unit.tok, CX_CLASS_ORG_NOUN) != NULL &&
		cx_edge_within(r, f.after, f.end, r->event, NULL) != NULL)
		return cx_refuse(r, CX_WHY_OTHER_BODY);
	if (!cx_shape_read(r, &f, &got))
		return cx_refuse(r, CX_WHY_CONTEXT);
	if (got.subject.end <= got.subject.tok)
		got.subject.end = got.subject.tok = 0;
	trim_reading(r, &f, &got);
	cx_scope_of(r, &f, &got, s, &scope);

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
	if (got.same_act)
		row->achievement = last->achievement;
	if (row->subject.n == 0)
	{
		row->subject = last->subject;

		/*
		 * "năm 2024 đạt 5.218 tỷ đồng, bằng 143% dự toán":
		 * unless it has years of its own
		 */
		if (row->period_start == head->period_start && row->period_end == head->period_end && !is_new_level(r, &f))
		{
			row->period_start = last->period_start;
			row->period_end = last->period_end;
		}
	}

	/*
	 * "tỷ lệ nữ trên 15% như Bắc Giang 15,09%, Lào Cai 15,69%":
	 * the place's share of the same
	 */
	else if (base->n > 0 && cx_place_only(r, &got.subject))
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
	if ((scope.bounded || cx_nature_by_years(r, &scope) != NULL) && !cx_in_brackets(r, f.n.tok, s->tok))
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
	CxScope		carried = {"result", NULL, CX_NULL, CX_NULL, false, false, false};
	CxScope		list = carried; /* what the sentence says that a list follows */

	for (uint32_t i = 0; i < r->lex->sentences.n; i++)
	{
		const CxSentence *s = &r->lex->sentences.at[i];
		uint32_t	prev_end = s->tok;
		uint32_t	told = s->tok;	/* cx_scope_open() has come so far */
		uint32_t	words;
		CxScope		head = {carried.nature, NULL, CX_NULL, CX_NULL, false, false, false};
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
			cx_scope_open(r, told, n->tok, words, &head);
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
		cx_scope_open(r, told, s->end, words, &head);
		carried = head;

		/*
		 * "Nhiệm kỳ 2015 - 2020, …": the years of the sentence, where
		 * no word says otherwise
		 */
		if (!head.stated && cx_nature_by_years(r, &head) != NULL)
			carried.nature = cx_nature_by_years(r, &head);
		if (words == s->tok || sym(r, s->end - 1) == CX_SYM_CHAR(':'))
			list = head;
		carried.told = head.told || head.stated || cx_nature_by_years(r, &head) != NULL;
	}
	return CX_OK;
}
