/*-------------------------------------------------------------------------
 *
 * event_day.c
 *	  When a reported event is held, how long it lasts, and how far it has come.
 *
 * Days, duration and stage are read from the sentences that tell of the event: a
 * day counts if the sentence dates the event by it and not its announcement, its
 * preparation or another meeting.
 *
 *-------------------------------------------------------------------------
 */
#include "event.h"

#include <string.h>

#include "lexicon_classes.h"
#include "facts_words.h"

/* Verbs that tell of an event taking place. */
bool
cx_is_framed(const CxReader *r, uint32_t tok, uint32_t end)
{
	return cx_edge_within(r, tok, end, CX_CLASS_STAGE, NULL) != NULL || cx_edge_within(r, tok, end, CX_CLASS_FRAME, NULL) != NULL;
}

/* A day that the sentence dates its event by, if there is one. */
const CxDate *
cx_event_day(const CxReader *r, const CxSentence *s, uint32_t from, bool planned_end)
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

		/*
		 * "Chỉ thị số 45-CT/TW ngày 14/4/2025 của Bộ Chính
		 * trị": of a document
		 */
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
bool
cx_is_dated_before(const CxReader *r, const CxSentence *s, uint32_t tok)
{
	const CxDate *d = cx_event_day(r, s, s->tok, false);

	if (d == NULL || d->end > tok)
		return false;
	for (uint32_t at = d->end; at < tok; at++)
		if (cx_edge_find(r->tagged, at, r->event) != NULL && !cx_is_venue(r, at))
			return false;
	return true;
}

/* "sau 2 ngày làm việc", "trong 3 ngày", "diễn ra trong 02 ngày" */
int32_t
cx_stated_days(const CxReader *r, uint32_t tok, uint32_t end)
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

int32_t
cx_span_days(CxYmd a, CxYmd b)
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
	for (uint32_t i = cx_dates_from(r, match->end); i < r->lex->dates.n && r->lex->dates.at[i].end < s->end; i++)
	{
		const CxDate *d = &r->lex->dates.at[i];
		uint32_t	open = d->tok - 1;
		uint16_t	before;

		if (d->grain != CX_GRAIN_DAY || r->lex->toks.at[d->end].sym != CX_SYM_CHAR(')') || (d->from.month == d->to.month && d->from.day == d->to.day))
			continue;
		while (open > match->end && r->lex->toks.at[open].sym != CX_SYM_CHAR('('))
			open--;
		before = open > match->end ? r->lex->toks.at[open - 1].sym : 0;

		/*
		 * right behind its name, or behind how long it took: "sau 2 ngày
		 * làm việc (7 - 8/8)"
		 */
		if (r->lex->toks.at[open].sym == CX_SYM_CHAR('(') && (open == match->end || before == W_NGAY || before == W_VIEC))
			return d;
	}
	return NULL;
}

/* "phát biểu khai mạc", "diễn văn bế mạc": every congress has both. */
static bool
is_speech(const CxReader *r, uint32_t tok)
{
	uint16_t	before = tok > 0 ? r->lex->toks.at[tok - 1].sym : 0;

	return before == W_BIEU || before == W_VAN_TEXT || before == W_LOI;
}

/*
 * "Ngày 31/7, tại Hà Nội, …", "… Trung tâm Hội nghị Quốc gia (Hà Nội)": the
 * province that an event is held in, where nothing else tells it.
 */
static void
read_seat(const CxReader *r, CxEvent *e, const CxSentence *s, uint32_t end)
{
	for (uint32_t tok = s->tok + 1; (tok = cx_next_labelled(r->tagged, tok, end, CX_LABEL_BIT(CX_CLASS_PLACE))) < end && e->province.at == NULL; tok++)
	{
		const CxEdge *place = cx_edge_find(r->tagged, tok, CX_CLASS_PLACE);
		uint16_t	before = r->lex->toks.at[tok - 1].sym;

		if (place != NULL && (before == W_TAI_PREP || (before == CX_SYM_CHAR('(') && place->end < s->end && r->lex->toks.at[place->end].sym == CX_SYM_CHAR(')'))))
			e->province = cx_str(cx_lexicon_value(place->value));
	}
}

/* Read date, duration and stage for a reported event from one of its sentences. */
void
cx_event_frame_read(CxReader *r, CxEvent *e, const CxSentence *s, const CxMatch *match)
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

	day = cx_event_day(r, s, s->tok, false);
	planned = day != NULL && r->anchor.year != 0 && resolve(r, day, &from, &to) &&
		cx_ymd_to_days(from) > cx_ymd_to_days(r->anchor);
	for (; (stage = cx_edge_within(r, at, s->end, CX_CLASS_STAGE, &at)) != NULL; at++)
	{
		const char *v = cx_lexicon_value(stage->value);
		const char *modality = planned ? "planned" : cx_modality(r, at);

		trial = trial || strcmp(v, "preparatory_session") == 0;
		if (is_of_other(r, at, stage->end, s, match) || (s->zone == CX_ZONE_BODY && is_speech(r, at)))
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

		/*
		 * "Khai mạc Đại hội, đồng chí A …" is told of one that
		 * is over, too
		 */
		if (s->zone == CX_ZONE_BODY && strcmp(v, "opening") == 0 && e->date_end.year != 0 && r->anchor.year != 0 && e->days > 1 &&
			cx_ymd_to_days(e->date_end) <= cx_ymd_to_days(r->anchor))
			continue;
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
		e->days = cx_stated_days(r, s->tok, s->end);
	if (headline)
		return;
	if (s->zone == CX_ZONE_LEAD && day != NULL && (e->level == NULL || strcmp(e->level, "central") != 0))
		read_seat(r, e, s, match->end);
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
		day = cx_event_day(r, s, s->tok, false);
	if (day != NULL && e->date_start.year != 0 && cx_date_resolve(day, e->date_start, &from, &to) &&
		cx_ymd_to_days(to) > cx_ymd_to_days(e->date_start) && cx_span_days(e->date_start, to) <= CONGRESS_DAYS)
		e->date_end = to;
	day = cx_event_day(r, s, s->tok, closing);
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
									  cx_span_days(e->date_start, to) <= CONGRESS_DAYS))
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
void
cx_event_date_ends(const CxReader *r, CxEvent *e)
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
void
cx_event_date_closing(const CxReader *r, CxEvent *e)
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
		if (cx_ymd_to_days(to) > cx_ymd_to_days(e->date_start) && cx_span_days(e->date_start, to) <= CONGRESS_DAYS)
			e->date_end = to;
	}
}

/* "Hội nghị diễn ra trong 2 ngày 27 và 28/3", of a meeting whose first day was told: all its days. */
void
cx_event_widen(const CxReader *r, CxEvent *e, const CxSentence *s, const CxMatch *match)
{
	const CxDate *d = cx_event_day(r, s, match->end, false);
	CxYmd		from,
				to;

	if (d == NULL || e->date_start.year == 0 || !resolve(r, d, &from, &to) || cx_ymd_to_days(to) <= cx_ymd_to_days(from) ||
		cx_span_days(from, to) > CONGRESS_DAYS || cx_ymd_to_days(from) > cx_ymd_to_days(e->date_start) ||
		cx_ymd_to_days(to) < cx_ymd_to_days(e->date_end))
		return;
	e->date_start = from;
	e->date_end = to;
	e->days = cx_span_days(from, to);
}

/*
 * Where an article goes from congress to congress, one that its own sentence does
 * not date is dated by the sentences that follow, up to the next; "cùng ngày" is
 * the day of the one before.
 */
void
cx_events_date(CxReader *r, const CxTold *told, uint32_t n)
{
	CxYmd		last = {0, 0, 0};

	for (uint32_t i = 0; i < n; i++)
	{
		CxEvent    *e = &r->facts->events.at[told[i].event];
		uint32_t	end = i + 1 < n ? told[i + 1].tok : r->lex->toks.n;

		for (uint32_t s = cx_sentence_of(r, told[i].tok), k = 0;
			 e->date_start.year == 0 && k < 4 && s < r->lex->sentences.n && r->lex->sentences.at[s].tok < end; s++, k++)
		{
			const CxDate *d = cx_event_day(r, &r->lex->sentences.at[s], r->lex->sentences.at[s].tok, false);

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
CxStatus
cx_tellings_keep(CxReader *r, const CxTold *told, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
	{
		const CxEvent *e = &r->facts->events.at[told[i].event];
		const CxSentence *s = &r->lex->sentences.at[cx_sentence_of(r, told[i].tok)];
		CxTold	   *t;

		if (cx_event_day(r, s, s->tok, false) == NULL)
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
