/*-------------------------------------------------------------------------
 *
 * indicator_shape.c
 *	  The shapes that a clause with a figure can have.
 *
 * Each takes a figure and says what is measured and what is said of it, or that it
 * does not fit; they are tried in the order of the table at the end.
 *
 *-------------------------------------------------------------------------
 */
#include "indicator.h"

#include <string.h>

#include "facts_words.h"

/* Does what stands before the figure name a quantity ("tỷ lệ hộ nghèo")?  Where it begins. */
const CxEdge *
cx_measure_in(const CxReader *r, uint32_t tok, uint32_t end, uint32_t *at)
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
	static const uint16_t stops[] = {W_TRO, W_VOI, W_TRONG, W_VAO, W_VA, W_CHO, W_DE, W_TAI_PREP, W_TU, W_DEN, W_CUNG, W_THI2, W_MA_THAT};

	while (from < end && from - tok < NOUN_MAX)
	{
		if (sym(r, from) == CX_SYM_CHAR('"') && from + 1 < end)
		{
			const CxEdge *quote = cx_edge_find(r->tagged, from + 1, CX_LABEL_MENTION + CX_KIND_QUOTE);

			return quote != NULL && quote->end < end ? quote->end + 1 : from;
		}
		if (!is_letters(r, from) || cx_edge_find(r->tagged, from, CX_CLASS_FREQUENCY) != NULL ||
			(sym(r, from) == W_SO && sym(r, from + 1) == W_VOI))
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
read_carried(const CxReader *r, CxFigure *f, CxFigureReading *out)
{
	uint32_t	first,
				at;
	const CxEdge *e;

	if (!f->strong || f->counted || f->verb == NULL || cx_trim_subject(r, f->subject_tok, f->verb_tok) > f->subject_tok ||
		f->last->subject.at != NULL || f->first <= f->prev_end || sym(r, f->first - 1) != CX_SYM_CHAR(','))
		return false;
	first = cx_clause_start(r, f->first - 1, f->prev_end);
	/* "6 trong tổng số 54 …" tells of a part */
	if (cx_measure_in(r, first, f->first - 1, &at) == NULL || (at > 0 && sym(r, at - 1) == W_TRONG))
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
	out->subject.end = cx_trim_subject(r, at, out->subject.end);
	return true;
}

/* "vượt 15% chỉ tiêu" is said of what stands before, or of the figure before it. */
static bool
read_plan(const CxReader *r, CxFigure *f, CxFigureReading *out)
{
	bool		over = f->n.num_tok > f->n.tok && sym(r, f->n.tok) == W_VUOT;

	if (!f->n.is_percent || f->plan == NULL || (f->verb == NULL && f->act == NULL && !over))
		return false;
	out->rule = "indicator.level";
	out->confidence = 0.7f;
	out->subject.tok = f->subject_tok;
	out->subject.end = cx_trim_subject(r, f->subject_tok, f->act != NULL && f->act_tok >= f->subject_tok ? f->act_tok : f->verb_tok);
	if (out->subject.end <= out->subject.tok && f->last->subject.at == NULL)
	{
		CxFigureReading carried;

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
read_share(const CxReader *r, CxFigure *f, CxFigureReading *out)
{
	uint32_t	p,
				at;

	if (!f->n.is_percent || f->after >= f->end || !cx_begins_subject(r, f->after))
		return false;

	/*
	 * "trên địa bàn còn 0,9% hộ nghèo", but "tỷ lệ hộ nghèo
	 * còn 0,9% …"
	 */
	if (f->subject_tok + 1 < f->verb_tok && f->verb != NULL &&
		((sym(r, f->verb->end - 1) != W_CO_HAVE && sym(r, f->verb->end - 1) != W_CON) || f->verb->end > f->verb_tok + 2 ||
		 cx_measure_in(r, f->first, f->verb_tok, NULL) != NULL))
		return false;
	p = cx_find_predicate(r, f->after, f->after + SUBJECT_MAX < f->end ? f->after + SUBJECT_MAX : f->end);

	/*
	 * "tỷ lệ nữ cao hơn 15% là Hà Giang 17%" is of what stands
	 * before
	 */
	if (p == f->after && cx_measure_in(r, f->first, f->n.tok, NULL) != NULL)
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
	/* "giảm 2% hộ nghèo", "giảm từ 2% hộ nghèo trở lên" */
	at = f->n.tok > f->first && sym(r, f->n.tok - 1) == W_TU ? f->n.tok - 1 : f->n.tok;
	if (at > f->first && (sym(r, at - 1) == W_GIAM || sym(r, at - 1) == W_TANG))
	{
		out->achievement.tok = at - 1;
		out->achievement.end = at;
	}
	return true;
}

/* "đạt 84%, vượt chỉ tiêu 75% của Nghị quyết", "(nghị quyết: 5 - 5,5%)": what was aimed at for the figure before */
static bool
read_aim(const CxReader *r, CxFigure *f, CxFigureReading *out)
{
	uint32_t	at = f->n.tok;
	bool		bracket;

	if (at > 1 && sym(r, at - 1) == CX_SYM_CHAR(':'))
		at--;
	bracket = cx_in_brackets(r, at, at > BRACKET_MAX ? at - BRACKET_MAX : 0);
	if (f->last->subject.at == NULL || ((!f->strong || f->counted || f->n.tok < f->first + 3) && !bracket) ||
		!has_value(cx_edge_ending(r, at, CUE_MAX, CX_CLASS_MEASURE), "plan"))
		return false;
	out->rule = "indicator.level";
	out->is_aim = true;
	out->confidence = 0.7f;
	out->end = f->after;
	return true;
}

/* "kết nạp 150 đảng viên", "vận động xây 40 căn nhà", "giúp 312 hộ thoát nghèo" */
static bool
read_act(const CxReader *r, CxFigure *f, CxFigureReading *out)
{
	uint32_t	at;

	if (f->act == NULL || f->act_tok < f->prev_end || f->n.is_percent || (f->strong && !f->counted && f->n.tok - f->act->end > 1) ||
		cx_measure_in(r, f->subject_tok, f->act_tok + 1, NULL) != NULL)
		return false;
	out->rule = "indicator.act";
	out->confidence = 0.92f;
	out->end = f->end;
	out->achievement.tok = f->act_tok;
	out->achievement.end = f->n.tok > f->act->end && sym(r, f->n.tok - 1) == W_CHO ? f->n.tok - 1 : f->act->end;
	/* "thực hiện đạt và vượt 19/21 chỉ tiêu" */
	if (has_value(f->act, "generic") && f->act->end < f->n.tok && (sym(r, f->act->end) == W_DAT || sym(r, f->act->end) == W_VUOT))
	{
		out->achievement.tok = f->act->end;
		out->achievement.end = f->n.tok;
	}

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
		out->subject.end = cx_trim_subject(r, f->subject_tok, out->achievement.tok);
		return true;
	}
	out->subject.tok = f->unit.tok;
	at = f->unit.end;
	/* "vận động 12 tỷ đồng cho Quỹ …" */
	if (f->strong && !f->counted && (sym(r, at) == W_CHO || sym(r, at) == W_VAO))
		out->subject.tok = ++at;
	out->subject.end = noun_end(r, out->subject.tok, at, f->end);
	/* "hiến 300 m2 đất": the land, not the metres */
	if (out->subject.tok == f->unit.tok && out->subject.end > f->unit.end && cx_is_dimension(r, f->unit.tok))
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
read_part(const CxReader *r, CxFigure *f, CxFigureReading *out)
{
	const CxNumber *whole = f->index > 0 ? &r->lex->numbers.at[f->index - 1] : NULL;
	uint16_t	mark = f->first > 0 ? sym(r, f->first - 1) : 0;
	uint32_t	tok,
				end = f->first - 1,
				p;

	/* "hai người dưới 40 tuổi (3%)": an age is no count */
	if (whole != NULL && cx_is_no_unit(sym(r, whole->num_end)) && f->index > 1)
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
	p = cx_find_predicate(r, tok + 1 < end ? tok + 1 : end, end);
	if (p < end && cx_edge_find(r->tagged, p, CX_CLASS_PREDICATE) != NULL)
	{
		out->subject.end = out->achievement.tok = p;
		out->achievement.end = end;
	}
	/* "số cán bộ trẻ là 18 người (chiếm 2%)" */
	else if (has_value(cx_edge_find(r->tagged, tok, CX_CLASS_PERSON_NOUN), "person") && cx_edge_find(r->tagged, tok, CX_CLASS_PERSON_NOUN)->end == end)
	{
		const CxEdge *verb;
		uint32_t	first = cx_clause_start(r, whole->tok, r->lex->sentences.at[cx_sentence_of(r, whole->tok)].tok);
		uint32_t	verb_tok = cx_reach_before(r, whole->tok, first, &verb);

		first = cx_skip_openers(r, first, verb_tok);
		if (verb != NULL && first < verb_tok && !cx_has_sym(r, first, verb_tok, W_TRONG))
		{
			out->subject.tok = first;
			out->subject.end = cx_trim_subject(r, first, verb_tok);
		}
	}
	return true;
}

/* "17/19 xã đạt chuẩn": a counted noun of which something is said */
static bool
read_counted(const CxReader *r, CxFigure *f, CxFigureReading *out)
{
	uint32_t	p = f->after;

	if ((f->strong && !f->counted) || f->after >= f->end)
		return false;
	if (cx_edge_find(r->tagged, f->after, CX_CLASS_PREDICATE) == NULL && f->n.is_fraction)
	{
		/*
		 * "24/31 chỉ tiêu của Nghị quyết đạt …", "21/31 chỉ
		 * tiêu Đại hội đề ra đã hoàn thành"
		 */
		uint32_t	next = cx_find_predicate(r, f->after, f->after + PART_MAX < f->end ? f->after + PART_MAX : f->end);

		if (next < f->end && cx_edge_find(r->tagged, next, CX_CLASS_PREDICATE) != NULL &&
			(sym(r, f->after) == W_CUA || cx_edge_find(r->tagged, f->unit.tok, CX_CLASS_ITEM) != NULL))
			p = next;
	}
	else if (cx_edge_find(r->tagged, f->after, CX_CLASS_PREDICATE) == NULL)
	{
		/* "có 450 lượt người dân tham dự" */
		if (f->verb == NULL || sym(r, f->verb_tok) != W_CO_HAVE || sym(r, f->subject_tok) == W_MOI2)
			return false;
		p = cx_find_predicate(r, f->after, f->after + NOUN_MAX < f->end ? f->after + NOUN_MAX : f->end);
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

/* "9 xã đạt chuẩn, trong đó 3 xã nâng cao"; "kết nạp 205 đảng viên, trong đó 132 đảng viên là sinh viên" */
static bool
read_among(const CxReader *r, CxFigure *f, CxFigureReading *out)
{
	const CxEdge *among = cx_edge_find(r->tagged, f->first, CX_CLASS_CLAUSE);

	bool		same_act = f->last->achievement.at != NULL && strcmp(f->last->src.rule, "indicator.act") == 0 &&
	(f->after >= f->end || sym(r, f->after) == W_LA || cx_edge_find(r->tagged, f->after, CX_CLASS_PREDICATE) == NULL);

	if ((f->strong && !f->counted) || (f->after >= f->end && !same_act) || f->last->subject.at == NULL || among == NULL ||
		sym(r, f->first) != W_TRONG || (among->end != f->n.tok && (sym(r, among->end) != W_CO_HAVE || among->end + 1 != f->n.tok)))
		return false;
	out->rule = "indicator.share";
	out->confidence = 0.7f;
	out->subject = f->unit;
	out->end = f->end;
	if (same_act)
	{
		out->subject.end = f->after < f->end ? f->end : f->after;
		out->same_act = true;
	}
	else
	{
		out->achievement.tok = f->after;
		out->achievement.end = f->end;
	}
	return true;
}

/* "tư vấn pháp luật được 774 vụ", "đã số hoá 12 di tích": things were dealt with */
static bool
read_dealt(const CxReader *r, CxFigure *f, CxFigureReading *out)
{
	uint32_t	tok = f->verb != NULL ? f->subject_tok : f->verb_tok;

	if (!f->counted || f->verb_tok <= f->subject_tok || (f->verb != NULL && sym(r, f->verb_tok) != W_DUOC) ||
		cx_measure_in(r, f->subject_tok, f->verb_tok, NULL) != NULL)
		return false;
	/* who did it stands before "đã", "sẽ" */
	for (uint32_t at = f->subject_tok; at < f->verb_tok; at++)
		if (sym(r, at) == W_DA || sym(r, at) == W_SE)
			tok = at + 1;
	out->achievement.tok = tok;
	out->achievement.end = cx_trim_subject(r, tok, f->verb_tok);
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
split_growth(const CxReader *r, const CxFigure *f, CxFigureReading *out)
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
			(sym(r, at + 1) == W_TU && !f->n.is_range && f->n.cmp != CX_CMP_GE);

			if (at > out->subject.tok && at < out->subject.end)
				out->subject.end = cx_trim_subject(r, out->subject.tok, at);
			if (!level)
			{
				out->achievement.tok = at;
				out->achievement.end = sym(r, at + 1) == W_TRUONG ? at + 2 : at + 1;
			}
			if (at == out->subject.tok)
				out->subject.tok = at + 1;
			/* "tăng trưởng đạt 13%" */
			if (out->subject.tok < out->subject.end && sym(r, at + 1) == W_TRUONG && out->subject.end == at + 2)
			{
				out->subject.tok = at;
				out->achievement.tok = out->achievement.end = 0;
			}
			return;
		}
	}
}

/* "giảm tỷ lệ hộ nghèo mỗi năm 3%", "kéo giảm số vụ phạm pháp 5%": what is done to it stands before it. */
static void
take_cut(const CxReader *r, const CxFigure *f, CxFigureReading *out)
{
	uint32_t	at = out->subject.tok;

	if (out->achievement.end > 0 || at == 0)
		return;

	/*
	 * the verb may still be the first word of the subject: "giảm hộ
	 * nghèo"
	 */
	if (sym(r, at) == W_GIAM && at + 1 < out->subject.end && quantity_at(r, at) == NULL)
		out->subject.tok = ++at;
	if (at > f->first && sym(r, at - 1) == W_GIAM && (at - 1 == f->first || sym(r, at - 2) != W_DO2))
	{
		const CxEdge *verb = at >= f->first + 2 ? cx_edge_find(r->tagged, at - 2, CX_CLASS_REACH) : NULL;

		out->achievement.tok = verb != NULL && verb->end == at ? at - 2 : at - 1;
		out->achievement.end = at;
	}
}

/* "đào tạo đạt 70%, có bằng cấp, chứng chỉ 38%"; "trong đó hoàn thành xuất sắc 20%": more of the same subject */
static bool
read_further(const CxReader *r, CxFigure *f, CxFigureReading *out)
{
	uint32_t	tok = f->first,
				end = f->verb_tok;
	const CxEdge *e;

	if (!f->n.is_percent || f->last->subject.at == NULL || f->last->unit.n != 1)
		return false;
	/* a comma between the nouns of the clause is not its beginning */
	if (tok > f->prev_end && sym(r, tok - 1) == CX_SYM_CHAR(',') && end - tok <= 3)
	{
		uint32_t	before = cx_clause_start(r, tok - 1, f->prev_end);

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
	out->achievement.end = cx_trim_subject(r, tok, end);
	return out->achievement.end > tok;
}

/* "tỷ lệ hộ nghèo còn dưới 2%" */
static bool
read_level(const CxReader *r, CxFigure *f, CxFigureReading *out)
{
	uint32_t	at;
	bool		there_is = f->counted && f->verb != NULL && sym(r, f->verb->end - 1) == W_CO_HAVE;

	if ((f->verb_tok <= f->subject_tok && !there_is) || (!f->strong && f->verb == NULL))
		return false;
	out->rule = "indicator.level";
	out->confidence = 0.85f;
	out->end = f->after;
	out->subject.tok = f->subject_tok;
	out->subject.end = cx_trim_subject(r, f->subject_tok, f->verb_tok);

	if (out->subject.end <= out->subject.tok && !there_is && f->last->subject.at == NULL)
		return false;
	/* "góp ý 4 văn bản" */
	if (has_value(cx_edge_find(r->tagged, out->subject.tok, CX_CLASS_ACT), "other") &&
		cx_edge_find(r->tagged, out->subject.tok, CX_CLASS_ACT)->end == out->subject.end)
		return false;

	/*
	 * "giữ ổn định tỷ lệ che phủ rừng", "đơn vị có tỷ lệ
	 * nữ": what is measured begins with its name
	 */
	if (cx_measure_in(r, out->subject.tok, out->subject.end, &at) != NULL)
		out->subject.tok = at;
	split_growth(r, f, out);
	take_cut(r, f, out);

	/*
	 * "thu ngân sách vượt kế hoạch từ 10 - 15%": what is said of
	 * the subject
	 */
	for (at = out->subject.tok + 1; f->n.is_percent && out->achievement.end == 0 && at + 1 < out->subject.end; at++)
	{
		const CxEdge *plan = sym(r, at) == W_VUOT ? cx_edge_find(r->tagged, at + 1, CX_CLASS_MEASURE) : NULL;

		if (has_value(plan, "plan"))
		{
			out->achievement.tok = at;
			out->achievement.end = plan->end;
			out->subject.end = cx_trim_subject(r, out->subject.tok, at);
		}
	}
	/* "vận động Quỹ … 62,5 tỷ đồng" */
	if (out->achievement.end == 0 && f->strong && !f->n.is_percent && (f->verb == NULL || sym(r, f->verb_tok) == W_DUOC) &&
		quantity_at(r, out->subject.tok) == NULL)
	{
		const CxEdge *act = cx_edge_within(r, out->subject.tok, out->subject.end, CX_CLASS_ACT, &at);

		if (act != NULL && !has_value(act, "generic") && !has_value(act, "other") && act->end < out->subject.end)
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

/* "từ 61 tỷ đồng lên 200 tỷ đồng", "đạt 90 tỷ đồng, tăng 30 tỷ đồng": the subject stands before the first */
static bool
read_onward(const CxReader *r, CxFigure *f, CxFigureReading *out)
{
	if (!f->strong || f->last->subject.at == NULL || f->verb == NULL)
		return false;
	out->rule = "indicator.level";
	out->confidence = 0.7f;
	out->end = f->after;
	out->subject.tok = out->subject.end = f->verb_tok;
	split_growth(r, f, out);
	out->subject.tok = out->subject.end = 0;
	return true;
}

/* "12 bác sĩ/vạn dân": the unit says what is measured */
static bool
read_rate(const CxReader *r, CxFigure *f, CxFigureReading *out)
{
	if (!f->counted || f->subject_tok < f->verb_tok || !cx_has_sym(r, f->unit.tok, f->unit.end, CX_SYM_CHAR('/')))
		return false;
	out->rule = "indicator.level";
	out->confidence = 0.7f;
	out->end = f->after;
	out->subject = f->unit;
	return true;
}

/* "đóng góp 640 triệu đồng, 2.150 ngày công", "mở 9 ngành đại học và 4 chuyên ngành": more of what was done */
static bool
read_listed(const CxReader *r, CxFigure *f, CxFigureReading *out)
{
	uint32_t	mark = f->n.tok > 0 ? f->n.tok - 1 : 0;

	if (f->n.is_percent || f->verb != NULL || f->act != NULL || mark < f->prev_end || mark - f->prev_end > NOUN_MAX ||
		sym(r, f->n.tok) == W_VUOT || (sym(r, mark) != CX_SYM_CHAR(',') && sym(r, mark) != W_VA) || f->last->achievement.at == NULL ||
		strcmp(f->last->src.rule, "indicator.act") != 0)
		return false;
	for (uint32_t at = f->prev_end; at < mark; at++)
		if (!is_letters(r, at) || cx_edge_find(r->tagged, at, CX_CLASS_PREDICATE) != NULL)
			return false;
	out->subject.tok = f->unit.tok;
	out->subject.end = noun_end(r, f->unit.tok, f->unit.end, f->end);
	/* something else is said of these */
	if (cx_find_predicate(r, f->after, f->end) < f->end)
		return false;
	out->rule = "indicator.act";
	out->confidence = 0.7f;
	out->end = out->subject.end;
	out->same_act = true;
	return true;
}

/* The shapes, the first that fits is taken. */
static bool (*const shapes[]) (const CxReader *r, CxFigure *f, CxFigureReading *out) =
{
	read_plan, read_share, read_aim, read_act, read_part, read_among, read_counted, read_dealt, read_further, read_level, read_rate, read_listed, read_carried, read_onward
};

/* What a figure says, by the first shape that fits; false if none does. */
bool
cx_shape_read(const CxReader *r, CxFigure *f, CxFigureReading *out)
{
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++)
	{
		memset(out, 0, sizeof(*out));
		if (shapes[i] (r, f, out))
			return true;
	}
	return false;
}
