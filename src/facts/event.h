/*-------------------------------------------------------------------------
 *
 * event.h
 *	  What the files that read events share.
 *
 * event_mention.c reads one mention, event.c makes events of mentions, event_day.c
 * dates them.
 *
 *-------------------------------------------------------------------------
 */
#ifndef CX_FACTS_EVENT_H
#define CX_FACTS_EVENT_H

#include "internal.h"

/* Longest congress: what lasts longer is a term or a season. */
#define CONGRESS_DAYS	14

/* What a mention says of itself. */
typedef struct CxEventMention
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
} CxEventMention;

/* ---- event_mention.c ------------------------------------------------------------ */

extern bool cx_is_source(const CxReader *r, uint32_t tok);

/* event_mention.c */
extern bool cx_is_venue(const CxReader *r, uint32_t tok);
extern bool cx_is_event(const CxReader *r, const CxMatch *match);
extern bool cx_is_other_congress(const CxReader *r, const CxMatch *match);
extern bool cx_is_first_meeting(const CxReader *r, const CxEventMention *m);
extern CxStatus cx_event_of_organ(const CxReader *r, const CxMatch *organ, CxEventMention *out);
extern CxStatus cx_event_mention_read(const CxReader *r, const CxMatch *match, CxEventMention *out);

/* ---- event_day.c ------------------------------------------------------------------ */

extern bool cx_is_framed(const CxReader *r, uint32_t tok, uint32_t end);
extern const CxDate *cx_event_day(const CxReader *r, const CxSentence *s, uint32_t from, bool planned_end);
extern bool cx_is_dated_before(const CxReader *r, const CxSentence *s, uint32_t tok);
extern int32_t cx_stated_days(const CxReader *r, uint32_t tok, uint32_t end);
extern int32_t cx_span_days(CxYmd a, CxYmd b);
extern void cx_event_frame_read(CxReader *r, CxEvent *e, const CxSentence *s, const CxMatch *match);
extern void cx_event_date_ends(const CxReader *r, CxEvent *e);
extern void cx_event_date_closing(const CxReader *r, CxEvent *e);
extern void cx_event_widen(const CxReader *r, CxEvent *e, const CxSentence *s, const CxMatch *match);
extern void cx_events_date(CxReader *r, const CxTold *told, uint32_t n);
extern CxStatus cx_tellings_keep(CxReader *r, const CxTold *told, uint32_t n);

#endif							/* CX_FACTS_EVENT_H */
