/*-------------------------------------------------------------------------
 *
 * event.c
 *	  Congresses, conferences and sessions.
 *
 * Every event mention of the text is resolved to (kind, organisation, ordinal,
 * term).  Mentions that agree in what both give are one event.  An event is
 * reported if the article tells of it happening: it stands in the headline or
 * in a sentence that dates or frames it (diễn ra, khai mạc, bế mạc, tổ chức …)
 * and not only as the source of a resolution, as a congress that delegates
 * will go to, or as one that papers are drafted for.
 *
 *-------------------------------------------------------------------------
 */
#include "internal.h"

#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

const char *const cx_event_kind_names[] = {"congress", "conference", "session"};

/* An event this near to the start of its sentence is what the sentence is about. */
#define SUBJECT_NEAR	4

/* The national congress is named in every article; it is told of where a dated sentence begins with it. */
#define NATIONAL_NEAR	8

/* What a mention says of itself. */
typedef struct Mention
{
	const CxMatch *match;
	CxEventKind kind;
	CxOrg		org;			/* full.at NULL: not said */
	int32_t		ordinal,
				term_start,
				term_end;
	bool		national;
	bool		distant;		/* only the source or aim of something else */
	bool		bare;			/* no organisation, ordinal or term */
} Mention;

/* Is it a mention of an event? */
static bool
is_event(const CxReader *r, const CxMatch *match)
{
	uint16_t	block = r->m->rules->rules[match->rule].block;

	return CX_LABEL_MENTION + r->m->rules->blocks[block].kind == r->event;
}

/* Words before an event that make it the source or aim of another thing. */
static bool
is_source(const CxReader *r, uint32_t tok)
{
	static const uint16_t cues[] = {
		W_QUYET, W_TRINH, W_KIEN, W_MUNG, W_TOI
	};
	uint32_t	first = r->lex->sentences.at[cx_sentence_of(r, tok)].tok;

	for (uint32_t back = 1; back <= 5 && tok >= first + back; back++)
	{
		const CxToken *t = &r->lex->toks.at[tok - back];

		if (t->kind == CX_TOK_PUNCT && t->sym != CX_SYM_CHAR('"'))
			return false;
		for (size_t i = 0; i < sizeof(cues) / sizeof(cues[0]); i++)
			if (t->sym == cues[i])
				return true;
	}
	return false;
}

/* "đi dự Đại hội", "bầu đại biểu dự Đại hội": the congress above. */
static bool
is_gone_to(const CxReader *r, uint32_t tok)
{
	uint32_t	first = r->lex->sentences.at[cx_sentence_of(r, tok)].tok;

	for (uint32_t back = 1; back <= 4 && tok >= first + back; back++)
		if (r->lex->toks.at[tok - back].sym == W_DU)
			return cx_has_sym(r, first, tok, W_BAU) || (tok >= first + back + 1 && r->lex->toks.at[tok - back - 1].sym == W_DI);
	return false;
}

bool
cx_is_distant(const CxReader *r, uint32_t tok)
{
	return is_source(r, tok) || is_gone_to(r, tok);
}

/* Congresses of other parties, "đại hội đồng cổ đông", "đại hội thể dục thể thao", "đại hội các cấp" are no events of ours. */
static bool
is_other_congress(const CxReader *r, const CxMatch *match)
{
	uint16_t	next = match->end < r->lex->toks.n ? r->lex->toks.at[match->end].sym : 0;
	const CxCapture *kind = cx_match_capture(r->m, match, CX_FIELD_KIND);
	const CxEdge *longest = cx_edge_find(r->tagged, kind->tok, CX_CLASS_EVENT);

	if (longest != NULL && strcmp(cx_lexicon_value(longest->value), "not_event") == 0)
		return true;
	if (strcmp(cx_rule_name(r, match), "event.other_party") == 0)
		return true;
	if (next == W_DONG || next == W_CO || next == W_THE || next == W_CAC || next == W_CAP || next == W_THI || next == W_MOT)
		return match->end == kind->end || next == W_CAC || next == W_CAP;
	return false;
}

static int32_t
ordinal_of(const CxReader *r, const CxCapture *c)
{
	const CxEdge *e;

	if (c == NULL)
		return CX_NULL;
	if (c->edge != CX_NO_EDGE)
	{
		e = &r->tagged->edges.at[c->edge];
		if (e->label == CX_LABEL_MENTION + CX_KIND_ORDINAL)
			return r->lex->ordinals.at[e->data].value;
	}
	if (r->lex->toks.at[c->tok].kind == CX_TOK_ROMAN)
	{
		const CxToken *t = &r->lex->toks.at[c->tok];
		int			v = cx_roman_value(r->lex->text + t->start, t->end - t->start);

		return v > 0 ? v : CX_NULL;
	}
	if (cx_number_at(r, c, NULL) != NULL)
		return cx_int(&cx_number_at(r, c, NULL)->value);
	return 1;					/* "thứ nhất", "đầu tiên" */
}

/* A Tỉnh ủy or Huyện ủy holds no congress; its Đảng bộ does. */
static bool
is_committee(const CxReader *r, const CxCapture *org)
{
	const CxEdge *e = cx_edge_find(r->tagged, org->tok, CX_CLASS_COMMITTEE);
	const char *value = e == NULL ? "" : cx_lexicon_value(e->value);

	return strcmp(value, "province") == 0 || strcmp(value, "city") == 0 || strcmp(value, "district") == 0;
}

/* The first meeting of a body that was just elected, told of as such. */
static bool
is_first_meeting(const CxReader *r, const Mention *m)
{
	return m->kind == CX_EVENT_SESSION && m->ordinal == 1 && strcmp(cx_rule_name(r, m->match), "event.meeting") != 0;
}

static void
read_term(const CxReader *r, const CxCapture *term, Mention *out)
{
	if (term != NULL && term->edge != CX_NO_EDGE)
	{
		const CxTerm *t = &r->lex->terms.at[r->tagged->edges.at[term->edge].data];

		out->term_start = t->first;
		out->term_end = t->last;
	}
}

/*
 * What the name of an elected body tells of its meeting.  A numbered conference
 * of such a body is a session of it: "Hội nghị lần thứ 13 Ban Chấp hành …", or
 * "Hội nghị Ban Chấp hành … lần thứ 13", where the number looks like the body's.
 */
static void
read_organ_of(const CxReader *r, const CxMatch *organ, Mention *out)
{
	const CxCapture *ordinal = cx_match_capture(r->m, organ, CX_FIELD_ORDINAL);

	if (out->term_start == CX_NULL)
		read_term(r, cx_match_capture(r->m, organ, CX_FIELD_TERM), out);
	if (out->kind != CX_EVENT_CONFERENCE)
		return;
	if (out->ordinal == CX_NULL && ordinal != NULL && r->lex->toks.at[ordinal->tok].sym == W_LAN)
		out->ordinal = ordinal_of(r, ordinal);
	if (out->ordinal != CX_NULL)
		out->kind = CX_EVENT_SESSION;
}

/* "Ban Chấp hành Đảng bộ tỉnh" as the holder of a meeting. */
static CxStatus
read_organ_holder(const CxReader *r, const CxMatch *organ, Mention *out)
{
	const CxCapture *k = cx_match_capture(r->m, organ, CX_FIELD_KIND);
	CxStr		kind;
	bool		begins = false;

	CX_TRY(cx_org_of_organ(r, organ, &out->org));
	CX_TRY(cx_span_text(r, k->tok, k->end, &kind));
	/* "Ủy ban MTTQ" is an organ and an organisation */
	if (out->org.full.n > kind.n)
		begins = cx_same((CxStr) {out->org.full.at, kind.n}, kind);
	if (out->org.full.at != NULL && !begins)
		CX_TRY(cx_join(r, kind, out->org.full, &out->org.full));
	read_organ_of(r, organ, out);
	return CX_OK;
}

/* "Đảng bộ" and no more */
static bool
is_whole(const CxReader *r, const CxCapture *org)
{
	return org != NULL && org->edge != CX_NO_EDGE &&
		strcmp(cx_rule_name(r, cx_edge_mention(r->m, &r->tagged->edges.at[org->edge])), "organisation.whole") == 0;
}

/* Tokens from "long trọng tổ chức" to the event, and those of the longest name that is looked for before it. */
#define HOLDING_VERB		4
#define ORGANISATION_TOKENS	24

/* Tokens before "tổ chức Đại hội" in which those who hold it are named. */
#define HOLDERS_REACH	16

/* "Nhiều huyện đã tổ chức Đại hội", "15/17 đảng bộ … tổ chức xong đại hội": congresses of many, not of the article's own. */
static bool
is_of_many(const CxReader *r, uint32_t tok)
{
	uint32_t	first = r->lex->sentences.at[cx_sentence_of(r, tok)].tok;
	bool		held = false;

	if (tok > first + HOLDERS_REACH)
		first = tok - HOLDERS_REACH;
	while (tok-- > first + 1)
	{
		const CxToken *before = &r->lex->toks.at[tok - 1];

		held = held || (r->lex->toks.at[tok].sym == W_CHUC && before->sym == W_TO);
		if (!held || (cx_edge_find(r->tagged, tok, CX_CLASS_UNIT) == NULL && cx_edge_find(r->tagged, tok, CX_CLASS_PARTY_ORG) == NULL))
			continue;
		if (before->sym == W_CAC || before->sym == W_NHIEU || before->sym == W_LOAT || before->kind == CX_TOK_NUMBER)
			return true;
	}
	return false;
}

/* "Hội Nông dân xã Yên Thọ tổ chức Đại hội lần thứ IX": who is named right before the verb, if that can hold a congress. */
static const CxMatch *
holder_before(const CxReader *r, uint32_t tok)
{
	uint32_t	first = r->lex->sentences.at[cx_sentence_of(r, tok)].tok;

	for (uint32_t back = 1; back <= HOLDING_VERB && tok > first + back; back++)
	{
		const CxEdge *verb = cx_edge_find(r->tagged, tok - back, CX_CLASS_FRAME);
		const CxEdge *org;
		const CxMatch *match;

		if (verb == NULL || verb->end > tok || strcmp(cx_lexicon_value(verb->value), "hold") != 0)
			continue;
		org = cx_edge_ending(r, tok - back, ORGANISATION_TOKENS, r->organisation);
		if (org == NULL)
			continue;
		match = cx_edge_mention(r->m, org);

		/*
		 * "Chi bộ thôn 3 thuộc Đảng bộ xã A tổ chức …": not
		 * whose name stands last
		 */
		if (match->tok > first && (r->lex->toks.at[match->tok - 1].sym == W_THUOC || r->lex->toks.at[match->tok - 1].sym == W_CUA))
			return NULL;
		if (strcmp(cx_rule_name(r, match), "organisation.whole") == 0 ||
			cx_edge_find(r->tagged, cx_match_capture(r->m, match, CX_FIELD_KIND)->tok, CX_CLASS_COMMITTEE) != NULL)
			return NULL;
		return match;
	}
	return NULL;
}

static bool
is_central(const CxOrg *org)
{
	return org->level != NULL && strcmp(org->level, "central") == 0;
}

/* "Đại hội XIII" and no more: the Party's own, whose congresses of this century are X to XV. */
bool
cx_is_national_number(const CxReader *r, const CxMatch *match)
{
	int32_t		ordinal = ordinal_of(r, cx_match_capture(r->m, match, CX_FIELD_ORDINAL));

	return strncmp(cx_rule_name(r, match), "event.numbered", 14) == 0 &&
		cx_match_capture(r->m, match, CX_FIELD_ORGANISATION) == NULL && !r->main_org.is_union && ordinal >= 10 && ordinal <= 15;
}

/*
 * "Hội Cựu chiến binh Việt Nam tổ chức Đại hội đại biểu toàn quốc lần thứ VII":
 * the national congress of a union, which is named before it or is what the
 * article is about; the Party's own says whose it is.
 */
CxStatus
cx_national_org(const CxReader *r, const CxMatch *match, bool *national, CxOrg *out)
{
	const CxMatch *holder;

	*national = strncmp(cx_rule_name(r, match), "event.national", 14) == 0 || cx_is_national_number(r, match);
	memset(out, 0, sizeof(*out));
	if (!*national)
		return CX_OK;
	if (strcmp(cx_rule_name(r, match), "event.national") == 0 && !cx_has_sym(r, match->tok, match->end, W_DANG))
	{
		holder = holder_before(r, match->tok);
		if (holder != NULL && strncmp(cx_rule_name(r, holder), "organisation.union", 18) == 0)
			return cx_org_of(r, holder, out);
		if (holder == NULL && r->main_org.is_union)
		{
			/* of a union below: that of the whole union, whose name the text may not give */
			if (is_central(&r->main_org))
				*out = r->main_org;
			return CX_OK;
		}
	}
	out->full = cx_str("Đảng Cộng sản Việt Nam");
	out->level = "central";
	return CX_OK;
}

static CxStatus
read_mention(const CxReader *r, const CxMatch *match, Mention *out)
{
	const CxCapture *kind = cx_match_capture(r->m, match, CX_FIELD_KIND);
	const CxCapture *org = cx_match_capture(r->m, match, CX_FIELD_ORGANISATION);
	const CxCapture *organ = cx_match_capture(r->m, match, CX_FIELD_ORGAN);
	const CxCapture *term = cx_match_capture(r->m, match, CX_FIELD_TERM);
	const CxEdge *k = cx_edge_find(r->tagged, kind->tok, CX_CLASS_EVENT);
	const char *stated = cx_match_const(r->m, match, CX_FIELD_KIND);
	const char *value = stated != NULL ? stated : k == NULL ? "" : cx_lexicon_value(k->value);
	const CxMatch *holder;

	memset(out, 0, sizeof(*out));
	out->match = match;
	out->kind = strcmp(value, "conference") == 0 ? CX_EVENT_CONFERENCE :
		strcmp(value, "session") == 0 ? CX_EVENT_SESSION : CX_EVENT_CONGRESS;
	out->ordinal = ordinal_of(r, cx_match_capture(r->m, match, CX_FIELD_ORDINAL));
	if (strncmp(cx_rule_name(r, match), "event.first_meeting", 19) == 0)
		out->ordinal = 1;
	out->term_start = out->term_end = CX_NULL;
	read_term(r, term, out);
	CX_TRY(cx_national_org(r, match, &out->national, &out->org));
	if (out->national)
	{
		out->distant = out->org.full.at == NULL;
		if (out->distant)
			return CX_OK;
		out->national = !out->org.is_union;
	}
	else if (cx_match_const(r->m, match, CX_FIELD_ORGANISATION) != NULL)
	{
		out->org.full = cx_str(cx_match_const(r->m, match, CX_FIELD_ORGANISATION));
		out->org.level = "central";
		out->org.is_union = out->kind == CX_EVENT_CONGRESS;
	}
	else if (org != NULL && org->edge != CX_NO_EDGE && !(out->kind == CX_EVENT_CONGRESS && is_committee(r, org)))
		CX_TRY(cx_org_of(r, cx_edge_mention(r->m, &r->tagged->edges.at[org->edge]), &out->org));
	else if (organ != NULL && organ->edge != CX_NO_EDGE)
		CX_TRY(read_organ_holder(r, cx_edge_mention(r->m, &r->tagged->edges.at[organ->edge]), out));
	out->bare = out->org.full.at == NULL && out->ordinal == CX_NULL && out->term_start == CX_NULL;
	if ((out->org.full.at == NULL || is_whole(r, org)) && !out->bare && out->kind == CX_EVENT_CONGRESS)
	{
		if (is_of_many(r, match->tok))
			out->org.full = cx_str(NULL);
		else if (out->org.full.at == NULL)
		{
			holder = holder_before(r, match->tok);
			if (holder != NULL)
				CX_TRY(cx_org_of(r, holder, &out->org));
			else
				out->org = *cx_main_org_at(r, match->tok);
		}
	}
	out->distant = cx_is_distant(r, match->tok);
	return CX_OK;
}

/* Longest congress: what lasts longer is a term or a season. */
#define CONGRESS_DAYS	14

/* Tokens behind a meeting within which a verb tells that it took place. */
#define TELLING_REACH	4

/* ---- one event from many mentions --------------------------------------------------- */

static bool
agree(int32_t a, int32_t b)
{
	return a == CX_NULL || b == CX_NULL || a == b;
}

static CxStatus
find_event(CxReader *r, const Mention *m, int32_t *found)
{
	*found = -1;
	for (uint32_t i = r->facts->events.n > CX_MERGE_MAX ? r->facts->events.n - CX_MERGE_MAX : 0; i < r->facts->events.n; i++)
	{
		CxEvent    *e = &r->facts->events.at[i];
		bool		same;

		if (e->kind != m->kind || !agree(e->ordinal, m->ordinal) || !agree(e->term_start, m->term_start))
			continue;
		if (e->organisation.at == NULL || m->org.full.at == NULL)
			continue;
		same = cx_same(e->organisation, m->org.full);
		/* "Đảng bộ Hà Nội" is "Đảng bộ thành phố Hà Nội" */
		if (!same && m->kind == CX_EVENT_CONGRESS && !m->org.is_union && e->level != NULL && m->org.level != NULL &&
			strcmp(e->level, "province") == 0 && strcmp(m->org.level, "province") == 0 &&
			e->province.at != NULL && m->org.province.at != NULL)
			same = cx_same(e->province, m->org.province);
		if (!same)
			continue;
		*found = (int32_t) i;
		if (e->ordinal == m->ordinal)
			return CX_OK;
	}
	return CX_OK;
}

static CxStatus
merge_mention(CxReader *r, const Mention *m, int32_t *index)
{
	CxEvent    *e;

	CX_TRY(find_event(r, m, index));
	if (*index < 0)
	{
		e = cx_vec_push(r->arena, &r->facts->events);
		if (e == NULL)
			return CX_ENOMEM;
		memset(e, 0, sizeof(*e));
		e->kind = m->kind;
		e->organisation = m->org.full;
		e->level = m->org.level;
		e->province = m->org.province;
		e->ordinal = m->ordinal;
		e->term_start = m->term_start;
		e->term_end = m->term_end;
		e->days = CX_NULL;
		e->src = cx_match_source(r, m->match);
		/* whose it is had to be guessed, or is not said at all */
		if (m->org.is_vague || (!m->national && cx_match_capture(r->m, m->match, CX_FIELD_ORGANISATION) == NULL))
			e->src.confidence *= 0.8f;
		*index = (int32_t) r->facts->events.n - 1;
		return cx_note_event(r, m->match, *index, CX_WHY_NONE);
	}
	e = &r->facts->events.at[*index];
	/* a headline in capitals names it too */
	if (cx_str_is_capitals(e->organisation))
		e->organisation = m->org.full;
	if (m->match->end - m->match->tok > 0 && (e->ordinal == CX_NULL || e->term_start == CX_NULL) &&
		(m->ordinal != CX_NULL || m->term_start != CX_NULL))
	{
		CxSource	src = cx_match_source(r, m->match);

		if (src.end - src.start > e->src.end - e->src.start)
			e->src = src;
	}
	if (e->ordinal == CX_NULL)
		e->ordinal = m->ordinal;
	if (e->term_start == CX_NULL)
	{
		e->term_start = m->term_start;
		e->term_end = m->term_end;
	}
	return cx_note_event(r, m->match, *index, CX_WHY_NONE);
}

/* ---- dates and stage of a reported event --------------------------------------------- */

/* Verbs that tell of an event taking place. */
static bool
is_framed(const CxReader *r, uint32_t tok, uint32_t end)
{
	return cx_edge_within(r, tok, end, CX_CLASS_STAGE, NULL) != NULL || cx_edge_within(r, tok, end, CX_CLASS_FRAME, NULL) != NULL;
}

/* A day that the sentence dates its event by, if there is one. */
static const CxDate *
sentence_day(const CxReader *r, const CxSentence *s, uint32_t from, bool planned_end)
{
	uint32_t	lo = cx_dates_from(r, from);

	for (; lo < r->lex->dates.n && r->lex->dates.at[lo].tok < s->end; lo++)
	{
		const CxDate *d = &r->lex->dates.at[lo];
		uint16_t	before = d->tok > s->tok ? r->lex->toks.at[d->tok - 1].sym : 0;

		if (d->grain != CX_GRAIN_DAY)
			continue;
		if (!planned_end && (before == W_TRUOC || before == W_SINH || before == W_HET))
			continue;
		/* "Chỉ thị số 45-CT/TW ngày 14/4/2025 của Bộ Chính trị": of a document */
		if (d->relative == CX_REL_NONE && d->end + 1 < s->end && r->lex->toks.at[d->end].sym == W_CUA &&
			cx_edge_find(r->tagged, d->end + 1, r->event) == NULL)
			continue;
		return d;
	}
	return NULL;
}

/* "… đến hết ngày 19/10": the last day of what the sentence tells of. */
static const CxDate *
last_day(const CxReader *r, const CxSentence *s)
{
	for (uint32_t i = cx_dates_from(r, s->tok); i < r->lex->dates.n && r->lex->dates.at[i].tok < s->end; i++)
	{
		const CxDate *d = &r->lex->dates.at[i];

		if (d->grain == CX_GRAIN_DAY && d->tok > s->tok + 1 && r->lex->toks.at[d->tok - 1].sym == W_HET &&
			r->lex->toks.at[d->tok - 2].sym == W_DEN)
			return d;
	}
	return NULL;
}

static bool
resolve(const CxReader *r, const CxDate *d, CxYmd *from, CxYmd *to)
{
	if (d->relative == CX_REL_SAME_DAY)
		return false;
	return cx_date_resolve(d, r->anchor, from, to);
}

/* "Ngày 15/10, … tại Đại hội": the day stands before the event, and no conference between them takes it. */
static bool
is_dated_before(const CxReader *r, const CxSentence *s, uint32_t tok)
{
	const CxDate *d = sentence_day(r, s, s->tok, false);

	if (d == NULL || d->end > tok)
		return false;
	for (uint32_t at = d->end; at < tok; at++)
		if (cx_edge_find(r->tagged, at, r->event) != NULL)
			return false;
	return true;
}

/* "sau 2 ngày làm việc", "trong 3 ngày", "diễn ra trong 02 ngày" */
static int32_t
stated_days(const CxReader *r, uint32_t tok, uint32_t end)
{
	for (uint32_t i = cx_numbers_from(r, tok); i < r->lex->numbers.n && r->lex->numbers.at[i].end < end; i++)
	{
		const CxNumber *n = &r->lex->numbers.at[i];
		uint16_t	before;

		if (n->is_range || n->is_percent || r->lex->toks.at[n->end].sym != W_NGAY)
			continue;
		before = n->tok > tok ? r->lex->toks.at[n->tok - 1].sym : 0;
		if (before == W_SAU || before == W_TRONG || before == W_QUA || before == W_DAI || r->lex->toks.at[n->end + 1].sym == W_THAO)
			return cx_int(&n->value);
	}
	return CX_NULL;
}

static int32_t
span_days(CxYmd a, CxYmd b)
{
	return cx_ymd_to_days(b) - cx_ymd_to_days(a) + 1;
}

/*
 * "… đến khi kết thúc Đại hội toàn quốc", "… tiến tới Đại hội XIV": the stage, told
 * in [tok, stage_end), of the congress that is named in it or right behind it.
 */
static bool
is_of_other(const CxReader *r, uint32_t tok, uint32_t stage_end, const CxSentence *s, const CxMatch *match)
{
	uint32_t	end = stage_end < s->end ? stage_end + 1 : s->end;
	uint32_t	at = cx_next_labelled(r->tagged, tok, end, CX_LABEL_BIT(r->event));
	const CxEdge *e = at < end ? cx_edge_find(r->tagged, at, r->event) : NULL;
	const CxMatch *other = e == NULL ? NULL : cx_edge_mention(r->m, e);

	return other != NULL && other != match && cx_match_capture(r->m, other, CX_FIELD_KIND)->end < other->end;
}

/* "Tối 5/8, tại buổi họp báo sau … Đại hội", "… tổ chức họp báo về Đại hội": the day of what stands between. */
static bool
is_day_of_other(const CxReader *r, const CxDate *day, const CxMatch *match)
{
	uint32_t	at;
	const CxEdge *e = day->end < match->tok ? cx_edge_within(r, day->end, match->tok, r->event, &at) : NULL;
	const CxEdge *kind = e == NULL ? NULL : cx_edge_find(r->tagged, at, CX_CLASS_EVENT);

	return kind != NULL && strcmp(cx_lexicon_value(kind->value), "conference") == 0 &&
		(r->lex->toks.at[at - 1].sym == W_TAI_PREP || r->lex->toks.at[at - 1].sym == W_TRONG || r->lex->toks.at[at - 1].sym == W_CHUC);
}

/* "Đại hội … (21 - 23/10)", "… (diễn ra từ ngày 14 đến 16/10)": the days that stand with its name. */
static const CxDate *
own_days(const CxReader *r, const CxSentence *s, const CxMatch *match)
{
	uint32_t	i = cx_dates_from(r, match->end);
	const CxDate *d = i < r->lex->dates.n ? &r->lex->dates.at[i] : NULL;

	if (match->end >= s->end || r->lex->toks.at[match->end].sym != CX_SYM_CHAR('(') || d == NULL || d->end >= s->end ||
		d->grain != CX_GRAIN_DAY || r->lex->toks.at[d->end].sym != CX_SYM_CHAR(')') || (d->from.month == d->to.month && d->from.day == d->to.day))
		return NULL;
	return d;
}

/* Read date, duration and stage for a reported event from one of its sentences. */
static void
read_frame(CxReader *r, CxEvent *e, const CxSentence *s, const CxMatch *match)
{
	bool		headline = s->zone == CX_ZONE_HEADLINE,
				planned,
				trial = false;
	const CxEdge *stage;
	const CxDate *day;
	uint32_t	at = s->tok;
	bool		closing = false;
	bool		opens = false,
				ends = false;
	CxYmd		from,
				to;

	day = sentence_day(r, s, s->tok, false);
	planned = day != NULL && r->anchor.year != 0 && resolve(r, day, &from, &to) &&
		cx_ymd_to_days(from) > cx_ymd_to_days(r->anchor);
	for (; (stage = cx_edge_within(r, at, s->end, CX_CLASS_STAGE, &at)) != NULL; at++)
	{
		const char *v = cx_lexicon_value(stage->value);
		const char *modality = planned ? "planned" : cx_modality(r, at);

		trial = trial || strcmp(v, "preparatory_session") == 0;
		if (is_of_other(r, at, stage->end, s, match))
			continue;
		if (modality != NULL && strcmp(modality, "planned") == 0)
		{
			if (strcmp(v, "closing") == 0)
				closing = true;
			else if (e->stage == NULL && strcmp(v, "opening") == 0)
				e->stage = "preparation";
			continue;
		}
		ends |= strcmp(v, "closing") == 0;
		opens |= strcmp(v, "opening") == 0;
		/* an end that only the body tells of closes a report of the whole */
		if (strcmp(v, "closing") == 0 && s->zone == CX_ZONE_BODY && r->lex->toks.at[at].sym != W_BE)
			v = "whole";
		if (e->stage == NULL || (headline && strcmp(v, "in_progress") != 0))
			e->stage = v;
		else if (strcmp(e->stage, "in_progress") == 0 && strcmp(v, "in_progress") != 0)
			e->stage = v;
	}
	if (e->days == CX_NULL)
		e->days = stated_days(r, s->tok, s->end);
	if (headline)
		return;
	day = own_days(r, s, match);
	if (day != NULL && resolve(r, day, &from, &to))
	{
		e->date_start = from;
		e->date_end = to;
		return;
	}
	day = last_day(r, s);
	/* "Đại hội bế mạc chiều 16/10", after its first day was told */
	if (day == NULL && (ends || closing) && !opens && cx_ymd_to_days(e->date_start) == cx_ymd_to_days(e->date_end))
		day = sentence_day(r, s, s->tok, false);
	if (day != NULL && e->date_start.year != 0 && cx_date_resolve(day, e->date_start, &from, &to) &&
		cx_ymd_to_days(to) > cx_ymd_to_days(e->date_start) && span_days(e->date_start, to) <= CONGRESS_DAYS)
		e->date_end = to;
	day = sentence_day(r, s, s->tok, closing);
	if (day == NULL || !resolve(r, day, &from, &to) || is_day_of_other(r, day, match))
		return;
	/* the day of the preparatory session comes before the congress's own */
	if (trial && cx_ymd_to_days(from) == cx_ymd_to_days(to))
		return;
	if (closing)
	{
		/* "sau hai ngày làm việc (29 và 30/7) …" */
		if (e->date_start.year == 0 && cx_ymd_to_days(from) != cx_ymd_to_days(to))
			e->date_start = from;
		if (e->date_end.year == 0 || (e->date_start.year != 0 && cx_ymd_to_days(to) > cx_ymd_to_days(e->date_end) &&
									  span_days(e->date_start, to) <= CONGRESS_DAYS))
			e->date_end = to;
		return;
	}
	if (e->date_start.year == 0)
	{
		e->date_start = from;
		e->date_end = to;
	}
	else if (cx_ymd_to_days(from) != cx_ymd_to_days(to) &&
			 cx_ymd_to_days(e->date_start) == cx_ymd_to_days(e->date_end))
	{
		e->date_start = from;
		e->date_end = to;
	}
}

/* "… khai mạc sáng qua, 12/12", "phiên khai mạc sáng 12/10": where the opening has a day, it is the first one. */
static void
date_ends(const CxReader *r, CxEvent *e)
{
	for (uint32_t i = 0; i < r->lex->dates.n && i < CX_MERGE_MAX; i++)
	{
		const CxDate *d = &r->lex->dates.at[i];
		const CxEdge *stage = cx_edge_ending(r, d->tok, 3, CX_CLASS_STAGE);
		CxYmd		from,
					to;

		if (stage == NULL || d->grain != CX_GRAIN_DAY || strcmp(cx_lexicon_value(stage->value), "opening") != 0 || !resolve(r, d, &from, &to))
			continue;
		if (r->anchor.year != 0 && cx_ymd_to_days(from) > cx_ymd_to_days(r->anchor))
			continue;
		if (e->date_start.year == 0)
		{
			if (e->date_end.year != 0 && cx_ymd_to_days(e->date_end) - cx_ymd_to_days(from) < CONGRESS_DAYS)
				e->date_start = from;
		}
		else if (cx_ymd_to_days(from) < cx_ymd_to_days(e->date_start))
		{
			/* the day that was taken for the first is that of the report */
			e->date_start = from;
			if (e->stage == NULL || strcmp(e->stage, "opening") == 0 || strcmp(e->stage, "in_progress") == 0)
			{
				e->stage = "in_progress";
				e->date_end.year = 0;
			}
		}
	}
}

/* "Dự kiến bế mạc vào chiều 31-7." names no event: it is the last day of the one that the article is about. */
static void
date_closing(const CxReader *r, CxEvent *e)
{
	if (e->date_start.year == 0 || cx_ymd_to_days(e->date_start) != cx_ymd_to_days(e->date_end))
		return;
	for (uint32_t i = 0; i < r->lex->dates.n && i < CX_MERGE_MAX; i++)
	{
		const CxDate *d = &r->lex->dates.at[i];
		const CxSentence *s = &r->lex->sentences.at[cx_sentence_of(r, d->tok)];
		const CxEdge *stage = cx_edge_ending(r, d->tok, 3, CX_CLASS_STAGE);
		CxYmd		from,
					to;

		if (stage == NULL && d->tok > s->tok && r->lex->toks.at[d->tok - 1].sym == W_VAO)
			stage = cx_edge_ending(r, d->tok - 1, 3, CX_CLASS_STAGE);
		if (stage == NULL || d->grain != CX_GRAIN_DAY || strcmp(cx_lexicon_value(stage->value), "closing") != 0 ||
			cx_next_labelled(r->tagged, s->tok, s->end, CX_LABEL_BIT(r->event)) < s->end || !resolve(r, d, &from, &to))
			continue;
		if (cx_ymd_to_days(to) > cx_ymd_to_days(e->date_start) && span_days(e->date_start, to) <= CONGRESS_DAYS)
			e->date_end = to;
	}
}

/* "Hội nghị diễn ra trong 2 ngày 27 và 28/3", of a meeting whose first day was told: all its days. */
static void
widen_days(const CxReader *r, CxEvent *e, const CxSentence *s, const CxMatch *match)
{
	const CxDate *d = sentence_day(r, s, match->end, false);
	CxYmd		from,
				to;

	if (d == NULL || e->date_start.year == 0 || !resolve(r, d, &from, &to) || cx_ymd_to_days(to) <= cx_ymd_to_days(from) ||
		span_days(from, to) > CONGRESS_DAYS || cx_ymd_to_days(from) > cx_ymd_to_days(e->date_start) ||
		cx_ymd_to_days(to) < cx_ymd_to_days(e->date_end))
		return;
	e->date_start = from;
	e->date_end = to;
	e->days = span_days(from, to);
}

/*
 * Where an article goes from congress to congress, one that its own sentence does
 * not date is dated by the sentences that follow, up to the next; "cùng ngày" is
 * the day of the one before.
 */
static void
date_tellings(CxReader *r, const CxTold *told, uint32_t n)
{
	CxYmd		last = {0, 0, 0};

	for (uint32_t i = 0; i < n; i++)
	{
		CxEvent    *e = &r->facts->events.at[told[i].event];
		uint32_t	end = i + 1 < n ? told[i + 1].tok : r->lex->toks.n;

		for (uint32_t s = cx_sentence_of(r, told[i].tok), k = 0;
			 e->date_start.year == 0 && k < 4 && s < r->lex->sentences.n && r->lex->sentences.at[s].tok < end; s++, k++)
		{
			const CxDate *d = sentence_day(r, &r->lex->sentences.at[s], r->lex->sentences.at[s].tok, false);

			if (d == NULL)
				continue;
			if (d->relative == CX_REL_SAME_DAY)
				e->date_start = e->date_end = last;
			else if (!resolve(r, d, &e->date_start, &e->date_end))
				e->date_start.year = e->date_end.year = 0;
		}
		if (e->date_end.year != 0)
			last = e->date_end;
	}
}

/* What the sentences behind a dated congress tell of it, up to the next; one to come is only looked forward to. */
static CxStatus
keep_tellings(CxReader *r, const CxTold *told, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
	{
		const CxEvent *e = &r->facts->events.at[told[i].event];
		const CxSentence *s = &r->lex->sentences.at[cx_sentence_of(r, told[i].tok)];
		CxTold	   *t;

		if (sentence_day(r, s, s->tok, false) == NULL)
			continue;
		if (e->date_start.year != 0 && r->anchor.year != 0 && cx_ymd_to_days(e->date_start) > cx_ymd_to_days(r->anchor))
			continue;
		t = cx_vec_push(r->arena, &r->told);
		if (t == NULL)
			return CX_ENOMEM;
		*t = told[i];
	}
	return CX_OK;
}

/*
 * Does the sentence's day date the meeting?  In "Sáng 16/10, Đoàn Chủ tịch công
 * bố kết quả Hội nghị lần thứ nhất …" it is that of the announcement.
 */
static bool
is_dated(const CxReader *r, const Mention *m)
{
	const CxSentence *s = &r->lex->sentences.at[m->match->sentence];
	uint32_t	tok = m->match->tok;
	uint16_t	before = tok > s->tok ? r->lex->toks.at[tok - 1].sym : 0;

	if (strcmp(cx_rule_name(r, m->match), "event.first_meeting_of") == 0)
		return true;

	/*
	 * "Chiều 16/10, tại Hội nghị lần thứ nhất, …", but not
	 * "công bố kết quả bầu cử tại …"
	 */
	if ((before == W_TAI_PREP || before == W_TRONG) && (tok - 1 == s->tok || r->lex->toks.at[tok - 2].sym == CX_SYM_CHAR(',')))
		return true;
	tok = m->match->end;
	return cx_edge_within(r, tok, tok + TELLING_REACH < s->end ? tok + TELLING_REACH : s->end, CX_CLASS_FRAME, NULL) != NULL;
}

/* "Tại Đại hội …, ông được bầu …": what a biography tells of him. */
static bool
is_of_life(const CxReader *r, const Mention *m)
{
	uint32_t	tok = m->match->end;
	const CxEdge *e;

	if (tok + 2 >= r->lex->toks.n || r->lex->toks.at[tok].sym != CX_SYM_CHAR(','))
		return false;
	e = cx_edge_find(r->tagged, tok + 1, CX_CLASS_HONORIFIC);
	return e != NULL && e->end < r->lex->toks.n && cx_lexicon_value(e->value)[0] == 'm' &&
		cx_edge_find(r->tagged, tok + 1, r->people) == NULL;
}

/* "Sau Đại hội Đảng bộ tỉnh, …": only says when. */
static bool
is_time(const CxReader *r, const CxSentence *s, const Mention *m)
{
	uint32_t	tok = m->match->tok;

	return tok > s->tok && r->lex->toks.at[tok - 1].sym == W_SAU && s->zone != CX_ZONE_HEADLINE;
}

/* Is the event named soon after the day at the head of its sentence: "Sáng 19/1, tại Hà Nội, Đại hội …"? */
static bool
begins_near(const CxReader *r, const CxSentence *s, uint32_t tok)
{
	const CxDate *d = sentence_day(r, s, s->tok, false);
	uint32_t	from = d != NULL && d->end <= tok && d->tok - s->tok < NATIONAL_NEAR ? d->end : s->tok;

	return d != NULL && tok - from < NATIONAL_NEAR;
}

/* The congress that elected the body of a session: of the same organisation, or the one that the article is about. */
static const CxEvent *
congress_of(const CxReader *r, const CxEvent *session)
{
	for (uint32_t i = 0; i < r->facts->events.n && i < CX_MERGE_MAX; i++)
	{
		const CxEvent *e = &r->facts->events.at[i];
		CxStr		name = session->organisation;

		if (e->kind != CX_EVENT_CONGRESS || e->term_start == CX_NULL || e->organisation.at == NULL || name.n < e->organisation.n)
			continue;
		name.at += name.n - e->organisation.n;
		name.n = e->organisation.n;
		if (cx_same(name, e->organisation))
			return e;
	}
	return r->main_event >= 0 && r->told.n == 0 ? &r->facts->events.at[r->main_event] : NULL;
}

/*
 * Who holds a meeting stands before the verb: "… tổ chức hội nghị".  Persons who
 * stand there, and what is only "of" a body, as in "thực hiện chỉ đạo của Tỉnh ủy,
 * Huyện ủy tổ chức hội nghị", hold nothing, unless nobody else does.
 */
static CxStatus
read_holder(CxReader *r, const CxSentence *s, Mention *m)
{
	const CxEdge *holder = NULL;
	bool		of = true;
	uint32_t	body_tok = 0,
				body_end = 0;
	const CxMatch *match;
	CxStr		name;

	for (uint32_t tok = s->tok; tok < m->match->tok && of; tok++)
	{
		const CxEdge *people = cx_edge_find(r->tagged, tok, r->people);
		const CxEdge *organ = cx_edge_find(r->tagged, tok, r->organ);
		const CxEdge *edge = organ != NULL ? organ : cx_edge_find(r->tagged, tok, r->organisation);
		const CxEdge *body = edge != NULL ? NULL : cx_edge_find(r->tagged, tok, CX_CLASS_BODY);

		if (body != NULL && body->end > body_end)
		{
			body_tok = tok;
			body_end = body->end;
		}
		if (people != NULL)
			tok = people->end - 1;
		if (people != NULL || edge == NULL)
			continue;
		of = tok > s->tok && r->lex->toks.at[tok - 1].sym == W_CUA;
		if (!of || holder == NULL)
			holder = edge;
		tok = edge->end - 1;
	}
	if (holder == NULL)
		return CX_OK;
	match = cx_edge_mention(r->m, holder);
	if (holder->label == r->organ)
		return read_organ_holder(r, match, m);
	CX_TRY(cx_org_of(r, match, &m->org));
	if (body_end != match->tok || m->org.full.at == NULL)
		return CX_OK;
	/* "Ban Dân vận Tỉnh ủy" */
	CX_TRY(cx_span_text(r, body_tok, body_end, &name));
	return cx_join(r, name, m->org.full, &m->org.full);
}

/* Is it a congress to come, which a conference is held about? */
static bool
is_prepared(const CxEvent *e)
{
	return e->kind == CX_EVENT_CONGRESS && e->stage != NULL && strcmp(e->stage, "preparation") == 0;
}

/* Beside a congress to come: a dated meeting that is no part of what the sentence tells of the congress. */
static bool
is_own_meeting(const CxReader *r, const CxSentence *s, const Mention *m)
{
	return sentence_day(r, s, s->tok, false) != NULL && cx_edge_within(r, s->tok, m->match->tok, r->event, NULL) == NULL;
}

/* ---- the relation --------------------------------------------------------------------------- */

CxStatus
cx_events_read(CxReader *r)
{
	CX_VEC(Mention) mentions =
	{
		NULL, 0, 0
	};
	CX_VEC(CxTold) tellings =
	{
		NULL, 0, 0
	};
	bool		headline_distant = false,
				several = false,
				national_main = false;

	r->main_event = -1;
	for (uint32_t i = 0; i < r->m->mentions.n; i++)
	{
		const CxMatch *match = &r->m->mentions.at[i];
		Mention    *m;

		if (i % 256 == 0)
			CX_TRY(cx_poll(r->arena));
		if (!is_event(r, match))
			continue;
		if (is_other_congress(r, match))
		{
			CX_TRY(cx_note_event(r, match, -1, CX_WHY_OTHER_BODY));
			continue;
		}
		m = cx_vec_push(r->arena, &mentions);
		if (m == NULL)
			return CX_ENOMEM;
		CX_TRY(read_mention(r, match, m));
		/* a headline that tells who goes to the congress above is still about the one that elects them */
		if (r->lex->sentences.at[match->sentence].zone == CX_ZONE_HEADLINE && is_source(r, match->tok))
			headline_distant = true;

		/*
		 * "Đại hội Đảng bộ huyện A và Đảng bộ huyện B":
		 * as many as it names
		 */
		for (uint32_t j = 0; j < match->ncaptures; j++)
		{
			const CxCapture *c = &r->m->captures.at[match->captures + j];
			Mention    *other;

			if (c->field != CX_FIELD_ITEM || c->edge == CX_NO_EDGE)
				continue;
			other = cx_vec_push(r->arena, &mentions);
			if (other == NULL)
				return CX_ENOMEM;
			*other = mentions.at[mentions.n - 2];
			CX_TRY(cx_org_of(r, cx_edge_mention(r->m, &r->tagged->edges.at[c->edge]), &other->org));
		}
	}

	/* congresses that are named; the first that is told of is the main one */
	for (uint32_t i = 0; i < mentions.n; i++)
	{
		const Mention *m = &mentions.at[i];
		const CxSentence *s = &r->lex->sentences.at[m->match->sentence];
		int32_t		index;
		bool		told;

		CX_TRY(cx_poll(r->arena));
		if (m->kind != CX_EVENT_CONGRESS || m->bare || m->org.full.at == NULL)
			continue;
		if (m->org.is_vague && m->ordinal == CX_NULL && m->term_start == CX_NULL)
			continue;
		CX_TRY(merge_mention(r, m, &index));
		told = !m->distant && !headline_distant && !is_of_life(r, m) && !is_time(r, s, m) && !(m->national && r->main_event >= 0 && index != r->main_event) &&
			((s->zone == CX_ZONE_HEADLINE && (!m->national || m->match->tok - s->tok < SUBJECT_NEAR)) ||
			 ((s->zone == CX_ZONE_LEAD || s->zone == CX_ZONE_BODY) && (is_framed(r, s->tok, s->end) || is_dated_before(r, s, m->match->tok)) &&
			  (m->national ? begins_near(r, s, m->match->tok) :
			   sentence_day(r, s, s->tok, false) != NULL || s->zone == CX_ZONE_LEAD || m->match->tok - s->tok < SUBJECT_NEAR)));
		if (told)
		{
			CxEvent    *e = &r->facts->events.at[index];

			e->reported = true;
			if (r->main_event < 0)
			{
				r->main_event = index;
				national_main = m->national;
			}
			else if (index != r->main_event)
				several = true;
			read_frame(r, e, s, m->match);
			if (s->zone != CX_ZONE_HEADLINE)
			{
				CxTold	   *t = cx_vec_push(r->arena, &tellings);

				if (t == NULL)
					return CX_ENOMEM;
				t->tok = s->tok;
				t->event = index;
				t->org = m->org;
			}
		}
	}
	if (several)
	{
		date_tellings(r, tellings.at, tellings.n);
		if (r->told.n == 0)
			CX_TRY(keep_tellings(r, tellings.at, tellings.n));
	}

	/* what sentences about "the congress" say of the main one */
	if (r->main_event >= 0)
	{
		CxEvent    *e = &r->facts->events.at[r->main_event];

		if (national_main)
		{
			memset(&r->main_org, 0, sizeof(r->main_org));
			r->main_org.full = e->organisation;
			r->main_org.level = e->level;
		}

		for (uint32_t i = 0; i < mentions.n; i++)
		{
			const Mention *m = &mentions.at[i];
			const CxSentence *s = &r->lex->sentences.at[m->match->sentence];

			if (i % 256 == 0)
				CX_TRY(cx_poll(r->arena));
			if (m->kind == CX_EVENT_CONGRESS && m->bare && !m->distant && s->zone != CX_ZONE_CAPTION &&
				is_framed(r, s->tok, s->end))
			{
				read_frame(r, e, s, m->match);
				CX_TRY(cx_note_event(r, m->match, r->main_event, CX_WHY_NONE));
			}
		}
		for (uint32_t i = 0; i < r->lex->sentences.n && e->days == CX_NULL; i++)
			if (r->lex->sentences.at[i].zone == CX_ZONE_LEAD)
				e->days = stated_days(r, r->lex->sentences.at[i].tok, r->lex->sentences.at[i].end);
	}
	if (r->main_event >= 0 && !several)
	{
		date_ends(r, &r->facts->events.at[r->main_event]);
		date_closing(r, &r->facts->events.at[r->main_event]);
	}
	for (uint32_t i = 0; i < r->facts->events.n; i++)
	{
		CxEvent    *e = &r->facts->events.at[i];

		if (!e->reported)
			continue;
		/* what has begun is no longer being prepared */
		if (e->stage != NULL && strcmp(e->stage, "preparation") == 0 && e->date_start.year != 0 && r->anchor.year != 0 &&
			cx_ymd_to_days(e->date_start) <= cx_ymd_to_days(r->anchor))
			e->stage = "in_progress";
		/* a dated day of a congress of some days is the middle of it */
		if (e->stage == NULL)
			e->stage = e->level != NULL && (strcmp(e->level, "province") == 0 || strcmp(e->level, "central") == 0) &&
				cx_str_begins(e->organisation, "Đảng") && e->date_start.year != 0 && e->date_end.year != 0 &&
				cx_ymd_to_days(e->date_start) == cx_ymd_to_days(e->date_end) ? "in_progress" : "whole";
		if (e->date_start.year != 0 && e->date_end.year != 0)
		{
			int32_t		n = span_days(e->date_start, e->date_end);

			if (n > 1 && n <= CONGRESS_DAYS)
				e->days = n;
			else if (n < 1)
				e->date_end = e->date_start;
		}
		/* what is still to come is being prepared, what has been held is not */
		if (e->date_start.year != 0 && r->anchor.year != 0 && e->kind == CX_EVENT_CONGRESS &&
			cx_ymd_to_days(e->date_start) > cx_ymd_to_days(r->anchor) && strcmp(e->stage, "preparatory_session") != 0)
			e->stage = "preparation";
		else if (strcmp(e->stage, "preparation") == 0 && e->kind == CX_EVENT_CONGRESS && e->date_end.year != 0 && r->anchor.year != 0 &&
				 cx_ymd_to_days(e->date_end) < cx_ymd_to_days(r->anchor))
			e->stage = "whole";
		if (e->days == 1)
			e->days = CX_NULL;
		/* one dated day of a longer congress is its first or its last */
		if (e->days != CX_NULL && e->date_start.year != 0 && e->date_end.year != 0 &&
			cx_ymd_to_days(e->date_start) == cx_ymd_to_days(e->date_end))
		{
			if (strcmp(e->stage, "closing") == 0)
				e->date_start.year = 0;
			else if (strcmp(e->stage, "opening") == 0)
				e->date_end.year = 0;
		}
	}

	/*
	 * a term that begins in the year of the congress is its own, whatever it
	 * is said of
	 */
	for (uint32_t k = 0; k < r->facts->events.n && k < CX_MERGE_MAX; k++)
	{
		CxEvent    *e = &r->facts->events.at[k];
		int			year = e->date_start.year != 0 ? e->date_start.year : e->date_end.year != 0 ? e->date_end.year : r->anchor.year;

		if (!e->reported || e->kind != CX_EVENT_CONGRESS)
			continue;
		for (uint32_t i = 0; i < r->lex->terms.n && i < CX_MERGE_MAX && e->term_start == CX_NULL && year != 0; i++)
			if (r->lex->terms.at[i].first == year)
			{
				e->term_start = r->lex->terms.at[i].first;
				e->term_end = r->lex->terms.at[i].last;
			}
	}

	/* first meetings of what the congress elected */
	for (uint32_t i = 0; i < mentions.n; i++)
	{
		Mention    *m = &mentions.at[i];
		const CxEvent *congress;
		CxEvent    *e;
		int32_t		index;

		if (i % 256 == 0)
			CX_TRY(cx_poll(r->arena));
		if (!is_first_meeting(r, m) || m->org.full.at == NULL)
			continue;
		CX_TRY(merge_mention(r, m, &index));
		e = &r->facts->events.at[index];
		e->reported = true;
		if (is_dated(r, m))
			read_frame(r, e, &r->lex->sentences.at[m->match->sentence], m->match);
		e->stage = "whole";
		/* the term is that of the congress that elected it */
		congress = congress_of(r, e);
		if (congress != NULL && e->term_start == CX_NULL)
		{
			e->term_start = congress->term_start;
			e->term_end = congress->term_end;
		}
	}

	/*
	 * a conference or session that the article reports, where no congress is
	 * yet
	 */
	if (r->main_event < 0 || is_prepared(&r->facts->events.at[r->main_event]))
	{
		for (uint32_t i = 0; i < mentions.n; i++)
		{
			Mention    *m = &mentions.at[i];
			const CxSentence *s = &r->lex->sentences.at[m->match->sentence];
			CxEvent    *e;
			int32_t		index;

			if (m->kind == CX_EVENT_CONGRESS || is_first_meeting(r, m) || (s->zone != CX_ZONE_LEAD && s->zone != CX_ZONE_BODY))
				continue;
			if (!is_framed(r, s->tok, s->end) || (r->main_event >= 0 && !is_own_meeting(r, s, m)))
				continue;
			if (m->org.full.at == NULL)
				CX_TRY(read_holder(r, s, m));
			if (m->org.full.at == NULL)
				continue;
			CX_TRY(merge_mention(r, m, &index));
			e = &r->facts->events.at[index];
			e->reported = true;
			e->src = cx_source(r, s->tok, m->match->end, "event.held", 0.8f);
			CX_TRY(cx_note_source(r, &e->src, CX_FACT_EVENT, (uint32_t) index));
			read_frame(r, e, s, m->match);
			e->stage = "whole";
			if (r->main_event < 0)
				r->main_event = index;
			for (i++; i < mentions.n; i++)
			{
				const Mention *later = &mentions.at[i];

				s = &r->lex->sentences.at[later->match->sentence];
				if (later->kind == m->kind && later->bare && is_framed(r, s->tok, s->end))
					widen_days(r, e, s, later->match);
			}
			break;
		}
	}

	/* those that nothing was taken from */
	for (uint32_t i = 0; i < mentions.n && r->trace != NULL; i++)
		if (!r->trace->noted[mentions.at[i].match - r->m->mentions.at])
			CX_TRY(cx_note_event(r, mentions.at[i].match, -1, mentions.at[i].kind == CX_EVENT_CONGRESS ?
								 CX_WHY_UNSPECIFIC : CX_WHY_NOT_REPORTED));
	return CX_OK;
}
