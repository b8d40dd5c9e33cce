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
#include "event.h"

#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

const char *const cx_event_kind_names[] = {"congress", "conference", "session"};

/* An event this near to the start of its sentence is what the sentence is about. */
#define SUBJECT_NEAR	4

/* The national congress is named in every article; it is told of where a dated sentence begins with it. */
#define NATIONAL_NEAR	8

/* Tokens behind a meeting within which a verb tells that it took place. */
#define TELLING_REACH	4

/* ---- one event from many mentions --------------------------------------------------- */

static bool
agree(int32_t a, int32_t b)
{
	return a == CX_NULL || b == CX_NULL || a == b;
}

static CxStatus
find_event(CxReader *r, const CxEventMention *m, int32_t *found)
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
merge_mention(CxReader *r, const CxEventMention *m, int32_t *index)
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

		if (cx_source_length(r, &src) > cx_source_length(r, &e->src))
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

/* ---- which events are told of ---------------------------------------------------------- */

/*
 * Does the sentence's day date the meeting?  In "Sáng 16/10, Đoàn Chủ tịch công
 * bố kết quả Hội nghị lần thứ nhất …" it is that of the announcement.
 */
static bool
is_dated(const CxReader *r, const CxEventMention *m)
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
is_of_life(const CxReader *r, const CxEventMention *m)
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
is_time(const CxReader *r, const CxSentence *s, const CxEventMention *m)
{
	uint32_t	tok = m->match->tok;

	return tok > s->tok && r->lex->toks.at[tok - 1].sym == W_SAU && s->zone != CX_ZONE_HEADLINE;
}

/* Is the event named soon after the day at the head of its sentence: "Sáng 19/1, tại Hà Nội, Đại hội …"? */
static bool
begins_near(const CxReader *r, const CxSentence *s, uint32_t tok)
{
	const CxDate *d = cx_event_day(r, s, s->tok, false);
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
read_holder(CxReader *r, const CxSentence *s, CxEventMention *m)
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
		return cx_event_of_organ(r, match, m);
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
is_own_meeting(const CxReader *r, const CxSentence *s, const CxEventMention *m)
{
	return cx_event_day(r, s, s->tok, false) != NULL && cx_edge_within(r, s->tok, m->match->tok, r->event, NULL) == NULL;
}

/* ---- the relation --------------------------------------------------------------------------- */

/* "Ngày 19/9, Đoàn huyện tổ chức Đại hội …": under a headline that is about learning from another congress. */
static bool
is_held_here(const CxReader *r, const CxSentence *s, const CxMatch *match)
{
	const CxEdge *frame = cx_edge_ending(r, match->tok, SUBJECT_NEAR, CX_CLASS_FRAME);

	return frame != NULL && strcmp(cx_lexicon_value(frame->value), "hold") == 0 && cx_is_dated_before(r, s, match->tok);
}

CxStatus
cx_events_read(CxReader *r)
{
	CX_VEC(CxEventMention) mentions =
	{
		NULL, 0, 0
	};
	CX_VEC(CxTold) tellings =
	{
		NULL, 0, 0
	};
	bool		headline_distant = false,
				headline_national = false,
				several = false,
				national_main = false;

	r->main_event = -1;
	for (uint32_t i = 0; i < r->m->mentions.n; i++)
	{
		const CxMatch *match = &r->m->mentions.at[i];
		CxEventMention *m;

		if (i % 256 == 0)
			CX_TRY(cx_poll(r->arena));
		if (!cx_is_event(r, match))
			continue;
		if (cx_is_other_congress(r, match))
		{
			CX_TRY(cx_note_event(r, match, -1, CX_WHY_OTHER_BODY));
			continue;
		}
		m = cx_vec_push(r->arena, &mentions);
		if (m == NULL)
			return CX_ENOMEM;
		CX_TRY(cx_event_mention_read(r, match, m));

		/*
		 * a headline that tells who goes to the congress above is still about
		 * the one that elects them
		 */
		if (r->lex->sentences.at[match->sentence].zone == CX_ZONE_HEADLINE && cx_is_source(r, match->tok))
		{
			headline_distant = true;
			headline_national = m->national;
		}

		/*
		 * "Đại hội Đảng bộ huyện A và Đảng bộ huyện B":
		 * as many as it names
		 */
		for (uint32_t j = 0; j < match->ncaptures; j++)
		{
			const CxCapture *c = &r->m->captures.at[match->captures + j];
			CxEventMention *other;

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
		const CxEventMention *m = &mentions.at[i];
		const CxSentence *s = &r->lex->sentences.at[m->match->sentence];
		int32_t		index;
		bool		told;

		CX_TRY(cx_poll(r->arena));
		if (m->kind != CX_EVENT_CONGRESS || m->bare || m->org.full.at == NULL)
			continue;
		if (m->org.is_vague && m->ordinal == CX_NULL && m->term_start == CX_NULL)
			continue;
		CX_TRY(merge_mention(r, m, &index));
		told = !m->distant && (!headline_distant || (headline_national && !m->national && is_held_here(r, s, m->match))) && !is_of_life(r, m) && !is_time(r, s, m) && !(m->national && r->main_event >= 0 && index != r->main_event) &&
			((s->zone == CX_ZONE_HEADLINE && (!m->national || m->match->tok - s->tok < SUBJECT_NEAR)) ||
			 ((s->zone == CX_ZONE_LEAD || s->zone == CX_ZONE_BODY) && (cx_is_framed(r, s->tok, s->end) || cx_is_dated_before(r, s, m->match->tok)) &&
			  (m->national ? begins_near(r, s, m->match->tok) :
			   cx_event_day(r, s, s->tok, false) != NULL || s->zone == CX_ZONE_LEAD || m->match->tok - s->tok < SUBJECT_NEAR)));
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
			cx_event_frame_read(r, e, s, m->match);
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
		cx_events_date(r, tellings.at, tellings.n);
		if (r->told.n == 0)
			CX_TRY(cx_tellings_keep(r, tellings.at, tellings.n));
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
			const CxEventMention *m = &mentions.at[i];
			const CxSentence *s = &r->lex->sentences.at[m->match->sentence];

			if (i % 256 == 0)
				CX_TRY(cx_poll(r->arena));
			if (m->kind == CX_EVENT_CONGRESS && m->bare && !m->distant && s->zone != CX_ZONE_CAPTION &&
				cx_is_framed(r, s->tok, s->end))
			{
				cx_event_frame_read(r, e, s, m->match);
				CX_TRY(cx_note_event(r, m->match, r->main_event, CX_WHY_NONE));
			}
		}
		for (uint32_t i = 0; i < r->lex->sentences.n && e->days == CX_NULL; i++)
			if (r->lex->sentences.at[i].zone == CX_ZONE_LEAD)
				e->days = cx_stated_days(r, r->lex->sentences.at[i].tok, r->lex->sentences.at[i].end);
	}
	if (r->main_event >= 0 && !several)
	{
		cx_event_date_ends(r, &r->facts->events.at[r->main_event]);
		cx_event_date_closing(r, &r->facts->events.at[r->main_event]);
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
			int32_t		n = cx_span_days(e->date_start, e->date_end);

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
		CxEventMention *m = &mentions.at[i];
		const CxEvent *congress;
		CxEvent    *e;
		int32_t		index;

		if (i % 256 == 0)
			CX_TRY(cx_poll(r->arena));
		if (!cx_is_first_meeting(r, m) || m->org.full.at == NULL)
			continue;
		CX_TRY(merge_mention(r, m, &index));
		e = &r->facts->events.at[index];
		e->reported = true;
		if (is_dated(r, m))
			cx_event_frame_read(r, e, &r->lex->sentences.at[m->match->sentence], m->match);
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
			CxEventMention *m = &mentions.at[i];
			const CxSentence *s = &r->lex->sentences.at[m->match->sentence];
			CxEvent    *e;
			int32_t		index;

			if (m->kind == CX_EVENT_CONGRESS || cx_is_first_meeting(r, m) || (s->zone != CX_ZONE_LEAD && s->zone != CX_ZONE_BODY))
				continue;
			if (!cx_is_framed(r, s->tok, s->end) || (r->main_event >= 0 && !is_own_meeting(r, s, m)))
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
			cx_event_frame_read(r, e, s, m->match);
			e->stage = "whole";
			if (r->main_event < 0)
				r->main_event = index;
			for (i++; i < mentions.n; i++)
			{
				const CxEventMention *later = &mentions.at[i];

				s = &r->lex->sentences.at[later->match->sentence];
				if (later->kind == m->kind && later->bare && cx_is_framed(r, s->tok, s->end))
					cx_event_widen(r, e, s, later->match);
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
