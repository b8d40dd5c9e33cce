/*-------------------------------------------------------------------------
 *
 * event_mention.c
 *	  What one mention of a congress, conference or session says of itself.
 *
 * A mention is resolved to (kind, organisation, ordinal, term): by its own words,
 * by who is named before the verb that holds it, or else by the organisation that
 * the article is about there.
 *
 *-------------------------------------------------------------------------
 */
#include "event.h"

#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

/* Is it a mention of an event? */
bool
cx_is_event(const CxReader *r, const CxMatch *match)
{
	uint16_t	block = r->m->rules->rules[match->rule].block;

	return CX_LABEL_MENTION + r->m->rules->blocks[block].kind == r->event;
}

/* Words before an event that make it the source or aim of another thing. */
bool
cx_is_source(const CxReader *r, uint32_t tok)
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
	return cx_is_source(r, tok) || is_gone_to(r, tok);
}

/* "Trung tâm Hội nghị Quốc gia": a house, where congresses are held. */
bool
cx_is_venue(const CxReader *r, uint32_t tok)
{
	return tok > 1 && r->lex->toks.at[tok - 1].sym == W_TAM && r->lex->toks.at[tok - 2].sym == W_TRUNG;
}

/* Congresses of other parties, "đại hội đồng cổ đông", "đại hội thể dục thể thao", "đại hội các cấp" are no events of ours. */
bool
cx_is_other_congress(const CxReader *r, const CxMatch *match)
{
	uint16_t	next = match->end < r->lex->toks.n ? r->lex->toks.at[match->end].sym : 0;
	const CxCapture *kind = cx_match_capture(r->m, match, CX_FIELD_KIND);
	const CxEdge *longest = cx_edge_find(r->tagged, kind->tok, CX_CLASS_EVENT);

	if (cx_is_venue(r, match->tok))
		return true;
	if (longest != NULL && strcmp(cx_lexicon_value(longest->value), "not_event") == 0)
		return true;
	if (strncmp(cx_rule_name(r, match), "event.other_party", 17) == 0)
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
bool
cx_is_first_meeting(const CxReader *r, const CxEventMention *m)
{
	return m->kind == CX_EVENT_SESSION && m->ordinal == 1 && strcmp(cx_rule_name(r, m->match), "event.meeting") != 0;
}

static void
read_term(const CxReader *r, const CxCapture *term, CxEventMention *out)
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
read_organ_of(const CxReader *r, const CxMatch *organ, CxEventMention *out)
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
CxStatus
cx_event_of_organ(const CxReader *r, const CxMatch *organ, CxEventMention *out)
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

/* The national congresses of this century, by their numbers; the first of them, and how many years they are apart. */
#define NATIONAL_FIRST		10
#define NATIONAL_LAST		15
#define NATIONAL_YEAR		2006
#define NATIONAL_YEARS		5

/*
 * "Đại hội X", "Đại hội XI" in an article about the XI congress of a province: its
 * own, or the one before that, unless a national one of that number is near in time.
 */
static bool
is_own_number(const CxReader *r, int32_t ordinal)
{
	int			past = NATIONAL_FIRST + (r->anchor.year - NATIONAL_YEAR) / NATIONAL_YEARS;

	return r->own_number != CX_NULL && (ordinal == r->own_number || ordinal == r->own_number - 1) &&
		r->anchor.year >= NATIONAL_YEAR && ordinal != past && ordinal != past + 1;
}

/* "Đại hội XIII" and no more: the Party's own. */
bool
cx_is_national_number(const CxReader *r, const CxMatch *match)
{
	int32_t		ordinal = ordinal_of(r, cx_match_capture(r->m, match, CX_FIELD_ORDINAL));

	return strncmp(cx_rule_name(r, match), "event.numbered", 14) == 0 &&
		cx_match_capture(r->m, match, CX_FIELD_ORGANISATION) == NULL && !r->main_org.is_union && ordinal >= NATIONAL_FIRST && ordinal <= NATIONAL_LAST &&
		!is_own_number(r, ordinal);
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
	out->full = cx_str(CX_PARTY);
	out->level = "central";
	return CX_OK;
}

CxStatus
cx_event_mention_read(const CxReader *r, const CxMatch *match, CxEventMention *out)
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
		CX_TRY(cx_event_of_organ(r, cx_edge_mention(r->m, &r->tagged->edges.at[organ->edge]), out));
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
